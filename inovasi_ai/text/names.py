"""Names of agencies, places and programmes: a head word (`Dinas`, `Desa`, `Program`) and the capitals after it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
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


_AGENCY = (
    r"Dinas|Badan|Kementerian|Kantor|Sekretariat|Inspektorat|Balai|Lembaga|Komisi|Direktorat|Universitas|Politeknik|Institut|Akademi"
    r"|UPTD?|UPT|RSUD|RSUP|RSU|RSIA|RSJ|RS|Rumah\s+Sakit|Puskesmas|Pustu|Posyandu|Polindes|Poskesdes|Klinik|Pemerintah|Pemkab|Pemkot|Pemprov|Pemdes"
    r"|Bagian|Bidang|Seksi|Kejaksaan|Pengadilan|Polres|Polsek|Polda|Kodim|Koramil|Satpol\s+PP|DPRD|Bank|PT\.?|CV\.?|Perum|Yayasan|Koperasi|BUMDes"
    r"|SD(?:N|IT)?|SMP(?:N|IT)?|SMA(?:N|IT)?|SMK(?:N)?|M(?:I|Ts|A)N|MTs|MI|TK|PAUD|Sekolah|Madrasah|Pondok\s+Pesantren|BPJS|Baznas|PKK|Perusahaan"
)
_PLACE = (
    r"Kabupaten|Kab\.|Kota|Provinsi|Prov\.|Propinsi|Kecamatan|Kec\.|Desa|Kelurahan|Kel\.|Dusun|Kampung|Nagari|Gampong|Distrik|Pulau|Kepulauan|Pasar"
    r"|Sungai|Gunung|Danau|Pantai|Pelabuhan|Terminal|Jalan|Jl\."
)
_PROGRAMME = (
    r"Program|Programme|Gerakan|Aplikasi|Inovasi|Sistem\s+Informasi|Layanan|Kampanye|Rumah\s+Data|Sekolah\s+Lapang"
)
_ALONE = (
    r"Bapp?eda(?:litbang)?|Bapperida|Baperlitbang|Bappelitbangda|Disdukcapil|Dukcapil|Diskominfo(?:tik)?|Dinkes|Dinsos|Disdik(?:bud)?"
    r"|Dindik|Dishub|Disnaker(?:trans)?|Disperindag|Dispora|Dispar|Distan|BPBD|BKD|BKPSDM|BKPP|DPMPTSP|DPMD|DPPKB|DP3A(?:P2KB)?|DLH|BRIDA|Brida|BPKAD|Bapenda"
    r"|BPS|BPOM|Kemendagri|Kemenkes|Kemen(?!terian)[A-Za-z]{2,12}|Bappenas|BKKBN|BNPB|BSSN|LKPP"
)
_CAP = r"(?:[A-Z][\w'’]*+(?>(?:-[A-Z]?[\w'’]++)*)|[0-9]{1,3}(?=\s[A-Z]))"
_NO = (
    r"(?!(?:Nomor|No|Tahun|Pasal|Tentang|Pada|Untuk|Yang|Di|Dengan|Dalam|Ini|Adalah|Sebagai|Melalui|Oleh|Dari|Ke|Dan|Serta|Atau"
    r"|Tanggal|Per|Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember|Rp|Peraturan|Keputusan"
    r"|Undang)\b)"
)
_HEADS = rf"(?:{_AGENCY}|{_PLACE}|{_PROGRAMME}|{_ALONE})\b"
_AND = rf"(?:dan|&)[^\S\n]{{1,2}}(?=[A-Z])(?!{_HEADS})"
_REST = rf"(?>(?:[^\S\n]{{1,2}}(?:{_AND})?{_NO}(?:Kab\.|Kec\.|Prov\.|{_CAP})){{0,10}})"


@cache
def _pattern() -> re.Pattern[str]:
    """Compiled at first use: most checks ask for no names, and compiling costs as much as reading a page."""
    return re.compile(
        rf"(?<![\w.])(?:(?P<alone>(?:{_ALONE})\b)|(?P<agency>(?:{_AGENCY})(?!\w))|(?P<place>(?:{_PLACE})(?!\w))"
        rf"|(?P<programme>(?:{_PROGRAMME})\b))(?P<rest>{_REST})"
    )


def find_names(text: str) -> Iterator[NameMention]:
    """Names in order, apart from each other. A head word without a name after it (`Dinas`, `desa`) is none."""
    for match in _pattern().finditer(text):
        rest = match["rest"]
        if (
            not rest
            and match["alone"] is None
            and match[0] not in ("DPRD", "RSUD", "BPJS", "PKK", "Inspektorat", "Satpol PP", "Baznas")
        ):
            continue
        kind: NameKind = "place" if match["place"] else "programme" if match["programme"] else "agency"
        yield NameMention(match.start(), match.end(), match[0], kind)
