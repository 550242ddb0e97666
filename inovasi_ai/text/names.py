"""Names of agencies, places and programmes: a head word (`Dinas`, `Desa`, `Program`) and the capitals after it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

__all__ = ["NameKind", "NameMention", "find_names"]

NameKind = Literal["agency", "place", "programme"]


@dataclass(frozen=True, slots=True)
class NameMention:
    """A name where it stands. Offsets are code points."""

    start: int
    end: int
    text: str
    kind: NameKind


_AGENCIES = frozenset(
    """Dinas Badan Kementerian Kantor Sekretariat Inspektorat Balai Lembaga Komisi Direktorat Universitas Politeknik
    Institut Akademi UPT UPTD RSUD RSUP RSU RSIA RSJ RS Puskesmas Pustu Posyandu Polindes Poskesdes Klinik Pemerintah
    Pemkab Pemkot Pemprov Pemdes Kejaksaan Pengadilan Polres Polsek Polda Kodim Koramil DPRD Bank PT CV Perum Yayasan
    Koperasi BUMDes SD SDN SDIT SMP SMPN SMPIT SMA SMAN SMAIT SMK SMKN MIN MTsN MAN MTs MI TK PAUD SLB Sekolah Madrasah
    BPJS Baznas PKK Perusahaan Ombudsman Paguyuban Bupati Gubernur Walikota""".split()  # noqa: SIM905
)
_PLACES = frozenset(
    """Kabupaten Kab Kota Provinsi Prov Propinsi Kecamatan Kec Desa Kelurahan Kel Dusun Kampung Nagari Gampong Distrik
    Pulau Kepulauan Pasar Danau Pantai Pelabuhan Terminal""".split()  # noqa: SIM905
)
_PROGRAMMES = frozenset(
    "Program Programme Gerakan Aplikasi Inovasi Layanan Kampanye".split()  # noqa: SIM905
)
_ALONE = frozenset(
    """Bappeda Bapeda Bappedalitbang Bapperida Baperlitbang Bappelitbangda Disdukcapil Dukcapil Diskominfo Diskominfotik
    Dinkes Dinsos Disdik Disdikbud Dindik Dishub Disnaker Disnakertrans Disperindag Dispora Dispar Distan Dispusip BPBD
    BKD BKPSDM BKPP DPMPTSP DPMD DPPKB DPPPA DP3A DLH BRIDA Brida BPKAD Bapenda BPS BPOM Kemendagri Kemenkes Kemendikbud
    Kemendikdasmen Kemensos Kemenkeu Kementan Kemenag Kemenkominfo KemenPANRB KemenPAN Kemenpan Bappenas BKKBN BNPB BSSN
    LKPP""".split()  # noqa: SIM905
)
_PAIRS: dict[tuple[str, str], NameKind] = {
    ("Rumah", "Sakit"): "agency", ("Pondok", "Pesantren"): "agency", ("Satpol", "PP"): "agency",
    ("Wali", "Kota"): "agency", ("Sistem", "Informasi"): "programme", ("Rumah", "Data"): "programme",
    ("Sekolah", "Lapang"): "programme",
}  # fmt: skip
_HEADS: dict[str, NameKind] = {
    **dict.fromkeys(_AGENCIES | _ALONE, "agency"),
    **dict.fromkeys(_PLACES, "place"),
    **dict.fromkeys(_PROGRAMMES, "programme"),
    **dict.fromkeys((first for first, _ in _PAIRS), "agency"),
}
_OPENERS = frozenset(first for first, _ in _PAIRS) - _AGENCIES
"""Heads only together with their second word."""
_STANDS = _ALONE | {"DPRD", "BPJS", "PKK", "Inspektorat", "Baznas", "Satpol"}
"""Heads that are a name without another word."""
_ENDS = frozenset(
    """Nomor No Tahun Pasal Tentang Pada Untuk Yang Di Dengan Dalam Ini Adalah Sebagai Melalui Oleh Dari Ke Dan Serta
    Atau Tanggal Per Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember Rp Peraturan
    Keputusan Undang Juga Telah Akan Itu Tersebut
    Bersama Bapak Ibu Saudara Kepada Bagi Agar Karena Maka Namun Sedangkan""".split()  # noqa: SIM905
)
"""Capitalised words that no name goes on with."""
_DOTTED = frozenset(("Kab", "Kec", "Prov", "Kel", "PT", "CV"))
_CAPITAL = re.compile(r"[A-Z](?<![\w.].)[A-Za-z]*(?:3A(?:P2KB)?)?")
_NEXT = re.compile(
    r"[^\S\n]{1,2}(?:(?P<and>dan|&)[^\S\n]{1,2})?"
    r"(?P<word>Kab\.|Kec\.|Prov\.|[A-Z][\w'’]*+(?>(?:-[A-Z]?[\w'’]++)*)|[0-9]{1,3}(?=\s[A-Z]))"
)
_MOST_WORDS = 10


def _end(text: str, at: int) -> int:
    """Where the name ends whose head ends at `at`."""
    for position in range(_MOST_WORDS):
        following = _NEXT.match(text, at)
        if following is None or following["word"] in _ENDS:
            break
        if following["and"] and (position == 0 or following["word"] in _HEADS):
            break
        at = following.end()
    return at


def find_names(text: str) -> Iterator[NameMention]:
    """Names in order, apart from each other. A head word without a name after it (`Dinas`, `desa`) is none."""
    floor = 0
    for match in _CAPITAL.finditer(text):
        head, start, end = match[0], match.start(), match.end()
        kind = _HEADS.get(head)
        if kind is None or start < floor:
            continue
        if head in _DOTTED and text.startswith(".", end):
            end += 1
        elif text[end : end + 1].isalnum():
            continue
        following = _NEXT.match(text, end)
        pair = _PAIRS.get((head, following["word"])) if following is not None and not following["and"] else None
        if following is not None and pair is not None:
            kind, end = pair, following.end()
        elif head in _OPENERS:
            continue
        last = _end(text, end)
        if last == end and head not in _STANDS:
            continue
        yield NameMention(start, last, text[start:last], kind)
        floor = last
