"""The kinds of legal products: how each is written, its canonical short name, its level, and how its issuer follows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from .ministries import AGENCIES
from .values import RegulationLevel

__all__ = ["KINDS", "NAME", "OFFICES", "Kind", "find_kind"]

NAME = (
    r"(?:\s{1,3}(?!(?:Nomor|NOMOR|No|Nmr|Nomer|Tahun|TAHUN|Th|Thn|Tentang|TENTANG|Tanggal|Tgl)\b)"
    r"(?:(?:[A-Z][\w'’-]{0,30}|[IVX]{1,5})\.?|\((?:[A-Z][\w -]{0,30})\)"
    r"|(?:dan|&|dengan|Republik|RI)(?=[,\s]{1,3}[A-Z])),?"
    r"){0,12}"
)
"""A run of capitalised words, as names of issuers are written."""
_REGION = (
    r"(?:\s{1,3}(?:Kab\.|Prov\.|Kec\.|(?:Kab|Prov)\b"
    rf"|(?i:kabupaten|kota|provinsi|propinsi|daerah|desa|kelurahan|kecamatan|nagari)\b))?{NAME}"
)
_RI = r"(?:\s+(?i:republik\s+indonesia|RI))?"
_SHORT_MINISTRY = r"(?:\s?-?(?!NO\b)[A-Z]{2,12}(?:[- ]?RB|-[A-Z]{2,5})?\b|[a-z]{2,16}(?:(?:[- ]|\s(?:dan|&)\s)?RB\b)?)?"
_DECREE = r"(?:surat\s+keputusan|SK|keputusan)"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of legal product."""

    pattern: str
    name: str
    level: RegulationLevel
    issuer: Literal["none", "name", "region", "ministry", "keuangan"] = "none"
    """What may follow: nothing, a name, a region, or (in the word itself or after it) a ministry."""

    @property
    def issuer_pattern(self) -> str:
        return {"none": "", "keuangan": "", "region": _REGION}.get(self.issuer, NAME)


KINDS: tuple[Kind, ...] = (
    Kind(r"(?i:undang[- ]?undang\s+dasar|uud)(?:\s+(?:Negara\s+)?(?:Republik\s+Indonesia|NRI|RI))?", "UUD", "pusat"),
    Kind(r"(?i:perp?pu|peraturan\s+pemerintah\s+pengganti\s+undang[- ]?undang)", "Perppu", "pusat"),
    Kind(rf"(?:(?i:undang\s?[-–]?\s?undang)|UU|[Uu]u){_RI}", "UU", "pusat"),
    Kind(rf"(?:(?i:peraturan\s+pemerintah)(?!\s+(?i:daerah))|PP|[Pp]p){_RI}", "PP", "pusat"),
    Kind(rf"(?i:perpres|peraturan\s+presiden){_RI}", "Perpres", "pusat"),
    Kind(rf"(?i:kepp?res|keputusan\s+presiden){_RI}", "Keppres", "pusat"),
    Kind(rf"(?i:inpres|instruksi\s+presiden){_RI}", "Inpres", "pusat"),
    Kind(r"(?i:tap|ketetapan)\s+MPR(?:\s+RI)?", "Tap MPR", "pusat"),
    Kind(r"PMK|(?i:permenkeu)", "Permen", "pusat", "keuangan"),
    Kind(r"(?i:peraturan\s+menteri(?:\s+negara)?)", "Permen", "pusat", "name"),
    Kind(rf"(?i:permen){_SHORT_MINISTRY}{_RI}", "Permen", "pusat", "ministry"),
    Kind(rf"(?i:{_DECREE}\s+menteri(?:\s+negara)?)", "Kepmen", "pusat", "name"),
    Kind(rf"(?i:kepmen){_SHORT_MINISTRY}{_RI}", "Kepmen", "pusat", "ministry"),
    Kind(r"(?i:(?:peraturan|keputusan)\s+bersama(?:\s+menteri)?)", "Peraturan Bersama", "pusat", "name"),
    Kind(r"(?i:instruksi\s+menteri)", "Inmen", "pusat", "name"),
    Kind(r"(?i:inmen)(?:[a-z]{2,12})?", "Inmen", "pusat", "ministry"),
    Kind(r"(?i:perda|peraturan\s+daerah)", "Perda", "daerah", "region"),
    Kind(r"(?i:qanun)", "Qanun", "daerah", "region"),
    Kind(r"(?i:pergub|peraturan\s+gubernur)", "Pergub", "daerah", "name"),
    Kind(r"(?i:perbu[pb]|peraturan\s+bupati)", "Perbup", "daerah", "name"),
    Kind(r"(?i:perwalikota|perwali|perwako|perwal|peraturan\s+wali\s?kota)", "Perwali", "daerah", "name"),
    Kind(rf"(?i:kepgub|{_DECREE}\s+gubernur)", "Kepgub", "daerah", "name"),
    Kind(rf"(?i:kepbup|{_DECREE}\s+bupati)", "Kepbup", "daerah", "name"),
    Kind(rf"(?i:kepwali|kepwal|{_DECREE}\s+wali\s?kota)", "Kepwali", "daerah", "name"),
    Kind(r"(?i:ingub|instruksi\s+gubernur)", "Ingub", "daerah", "name"),
    Kind(r"(?i:inbup|instruksi\s+bupati)", "Inbup", "daerah", "name"),
    Kind(r"(?i:inwali|inwal|instruksi\s+wali\s?kota)", "Inwali", "daerah", "name"),
    Kind(r"(?i:perkades|peraturan\s+kepala\s+desa)", "Perkades", "desa", "region"),
    Kind(r"(?i:perdes|peraturan\s+(?:desa|(?:wali\s+)?nagari|kampung)|pernag)", "Perdes", "desa", "region"),
    Kind(rf"(?i:{_DECREE}\s+kepala\s+desa|(?:SK|kep)\s?-?kades)", "SK Kades", "desa", "region"),
    Kind(
        rf"(?i:perban|peraturan)(?:\s+(?i:kepala))?(?=\s+(?:{AGENCIES})\b)"
        r"|(?i:peraturan\s+(?:kepala\s+)?badan)(?!\s+(?i:daerah))"
        r"|(?i:peraturan\s+kapolri|perban|perka[np]?)",
        "Peraturan Badan",
        "pusat",
        "name",
    ),
    Kind(r"(?i:surat\s+edaran)(?:\s+\(SE\))?|SE", "SE", "instansi", "name"),
    Kind(
        rf"(?i:{_DECREE})(?=\s+(?i:kepala|direktur|sekretaris|camat|lurah|rektor|dekan|ketua|pimpinan|inspektur|direksi|dprd"
        r"|dewan))"
        r"|(?i:surat\s+keputusan)|SK",
        "SK",
        "instansi",
        "name",
    ),
    Kind(
        r"(?i:peraturan\s+kepala)(?=\s+(?i:kepala|direktur|camat))"
        r"|(?i:peraturan)(?=\s+(?i:kepala\s+dinas|direktur|direksi|rektor|kepala\s+upt|camat))",
        "Peraturan Kepala",
        "instansi",
        "name",
    ),
)
OFFICES = {
    "Pergub": "Gubernur",
    "Kepgub": "Gubernur",
    "Ingub": "Gubernur",
    "Perbup": "Bupati",
    "Kepbup": "Bupati",
    "Inbup": "Bupati",
    "Perwali": "Wali Kota",
    "Kepwali": "Wali Kota",
    "Inwali": "Wali Kota",
}
"""Kinds whose name says the office: the issuer bears it too, `Bupati Contoh`."""

# A first sieve: each branch begins with one character, for which the engine searches much faster than for the words.
_SIEVE = re.compile(
    "|".join(
        f"{first}(?:{following})"
        for letter, following in {
            "P": r"(?:er(?=[a-z])|ER(?=[A-Z]))(?i:pp?[ru]|at|men|d[ae]|gub|bu[pb]|wa|ka|nag|ban)|[Pp]\b|MK\b",
            "K": r"(?:ep(?=[a-z])|EP(?=[A-Z]))(?i:p?res|ut|men|gub|bup|wal|kades)|etetapan|ETETAPAN",
            "I": r"[Nn](?:struksi|STRUKSI|pres|bup|gub|wal|men)",
            "S": r"urat\s|URAT\s|[KkEe]\b|K\s?-?[Kk]ades",
            "U": r"[Nn](?:dang|DANG)|[Uu](?:[Dd]\b|\b)",
            "T": r"[Aa][Pp]\s",
            "Q": r"anun|ANUN",
        }.items()
        for first in (letter, letter.lower())
    )
)
_KIND = re.compile(r"(?<![\w/.-])(?:" + "|".join(f"({kind.pattern})" for kind in KINDS) + r")(?!\w)")


def find_kind(text: str, position: int) -> tuple[int, re.Match[str]] | None:
    """The first kind written at or after `position`: its row in `KINDS` and where it stands."""
    for hint in _SIEVE.finditer(text, position):
        match = _KIND.match(text, hint.start())
        if match is not None and match.lastindex is not None:
            return match.lastindex - 1, match
    return None
