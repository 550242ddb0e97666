"""Citations of legal products: kind, issuer, number, year and title, in the many ways people write them.

`UU Nomor 24 Tahun 2013 tentang ...`, `Undang-undang No.24/2013`, `Permendagri No. 104 Th. 2018`, `Perda Kab. Contoh
No. 5 Tahun 2020`, `SK Bupati No. 188.45/123/KPTS/2024`. A missing number or year stays None: a checker can name it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from inovasi_ai.lazy import lazy_pattern

from .ministries import AGENCIES, ministry
from .regulation_kinds import KINDS, OFFICES, find_kind
from .values import Regulation, RegulationLevel

__all__ = ["RegulationMention", "find_regulations", "parse_regulation", "regulation_key"]


@dataclass(frozen=True, slots=True)
class RegulationMention:
    """A citation where it stands, its title included. Offsets are code points."""

    start: int
    end: int
    text: str
    regulation: Regulation


_ISSUERS = tuple(re.compile(kind.issuer_pattern) if kind.issuer_pattern else None for kind in KINDS)
_NUMBERED_BY_YEAR = frozenset(
    """UU Perppu PP Perpres Keppres Inpres Permen Kepmen Inmen Perda Qanun Pergub Perbup Perwali Ingub Inbup Inwali
    Perdes Perkades""".split()  # noqa: SIM905
) | {"Peraturan Badan"}
"""Kinds numbered afresh each year: of these `24/2013` is number and year."""
_WHOLE_AGENCY = lazy_pattern(rf"(?:{AGENCIES}|Badan)\b")
_YEAR_WORD = r"(?:[Tt]ahun|TAHUN|[Tt]hn?\.?)"
_YEAR = r"(?:19|20)[0-9]{2}(?![0-9])"
_NUMBER_WORD = r"(?:(?i:nomor|nomer|nmr\.?|no)\.?)\s{0,3}:?"
_LETTER = rf"(?:\s[A-Z](?=\s{{1,3}}{_YEAR_WORD}|/{_YEAR}))?"
_SERIAL = rf"(?:[A-Za-z]{{1,12}}[./-]{{1,2}})?[0-9][\w.-]{{0,40}}(?:\s?/\s?[\w.-]{{1,30}}){{0,8}}{_LETTER}"
_NUMBER_AND_YEAR = rf"[0-9]{{1,4}}(?=\s{{1,3}}{_YEAR_WORD}\s{{0,3}}{_YEAR}|/{_YEAR}(?![\w/]))(?:/{_YEAR})?"
_REFERENCE = re.compile(
    rf"\s{{0,3}},?\s{{0,3}}(?:{_NUMBER_WORD}\s{{0,3}}(?P<serial>{_SERIAL})"
    rf"|(?P<bare>{_NUMBER_AND_YEAR}|[0-9][\w.-]{{0,20}}(?:/[\w.-]{{1,20}}){{1,6}}))?"
    rf"(?:\s{{0,3}},?\s{{0,3}}{_YEAR_WORD}\s{{0,3}}(?P<year>[0-9]{{4}}(?![0-9])))?"
)
_MORE = re.compile(
    r"(?:\s{0,3},\s{0,3}(?:dan\s{1,3}|serta\s{1,3})?|\s{1,3}(?:dan|serta|jo\.?|juncto|&)\s{1,3})"
    rf"(?P<item>(?:{_NUMBER_WORD}\s{{0,3}}(?P<serial>{_SERIAL})|(?P<bare>{_NUMBER_AND_YEAR}))"
    rf"(?:\s{{0,3}}{_YEAR_WORD}\s{{0,3}}(?P<year>{_YEAR}))?)"
)
_ABOUT = re.compile(r"\s{0,3},?\s{1,3}(?i:tentang|ttg\.?|mengenai)\s{1,3}(?=\S)")
_TITLE_WORD = re.compile(
    r"(?:[(\"“]?[A-Z0-9][^\s,.;:()\n]{0,40}\)?|dan|di|atas|bagi|untuk|dalam|pada|ke|dari|dengan|serta|atau|oleh|yang|kepada"
    r"|terhadap|berbasis|melalui)"
)
_TITLE_STEP = re.compile(r"(?:,?[^\S\n]{1,3}|/)")
_LOOSE = re.compile(r"[^\n,.;:()]{1,160}")
_LOOSE_END = lazy_pattern(
    r"\s(?:[Nn]omor|No\b|[Tt]anggal|yang|sebagai|serta|maka|menjadi|mengatur|mengamanatkan|mewajibkan|menyatakan"
    r"|dan\s+(?:Peraturan|Undang|Perda|Per[a-z]+|Keputusan|UU|PP)|sehingga|untuk\s+me\w+)\b"
)
_DATE_WORD = re.compile(r"(?:Tanggal|Tgl|Nomor|No)\b")
_NEXT_KIND = re.compile(
    r"(?:Undang|UU|Peraturan|Perda|Perdes|Perbup|Perwali|Pergub|Permen|Perpres|Keputusan|Surat|PP|SK|Qanun|Instruksi)"
)
_CITES = re.compile(
    r"(?:Undang|UU|Peraturan|Perda|Per(?:bup|wali|gub|men\w*|pres)|Keputusan|PP|SK|Qanun)\b.{0,60}?(?:Nomor|No\.)"
)
_SERIAL_YEAR = lazy_pattern(r"(?<![0-9])((?:19[4-9]|20[0-4])[0-9])(?![0-9])")
_DATED = re.compile(
    rf"\s{{0,3}},?\s{{1,3}}(?:tanggal|tgl\.?|tertanggal)\s{{1,3}}[0-9]{{1,2}}\s{{1,3}}\w{{3,10}}\s{{1,3}}(?P<year>{_YEAR})",
    re.IGNORECASE,
)


def _serial(kind: str, match: re.Match[str]) -> tuple[str | None, int | None]:
    """Number and year from the groups of `_REFERENCE` or `_MORE`."""
    number = match["serial"] or match["bare"]
    year = int(match["year"]) if match["year"] else None
    if number is None:
        return None, year
    number = re.sub(r"\s?/\s?", "/", number).rstrip("./-")
    short, slash, tail = number.partition("/")
    if slash and kind in _NUMBERED_BY_YEAR and short.isdigit() and re.fullmatch(_YEAR, tail):
        return short, year or int(tail)
    if year is None:
        years = _SERIAL_YEAR.findall(number)
        year = int(years[-1]) if years and number != years[-1] else None
    return number, year


def _title(text: str, at: int) -> int:
    """End of the title that begins at `at` in running text."""
    if not (text[at].isupper() or text[at] in '"“('):
        loose = _LOOSE.match(text, at)
        if loose is None:
            return at
        end = loose.end()
        stop = _LOOSE_END.search(text, at, end)
        return len(text[: stop.start() if stop else end].rstrip()) if end - at < 2000 else at
    end = position = at
    previous = ""
    for _ in range(40):
        word = _TITLE_WORD.match(text, position)
        if word is None or (position > at and _CITES.match(text, position, position + 90)) or _DATE_WORD.match(word[0]):
            break
        if previous in ("dan", "serta", "atau") and _NEXT_KIND.match(word[0]):
            break
        previous = word[0]
        if word[0][0].isupper() or word[0][0].isdigit() or word[0][0] in '("“':
            end = word.end()
        step = _TITLE_STEP.match(text, word.end())
        if step is None or (step[0].startswith(",") and not text[step.end() : step.end() + 1].isupper()):
            break
        position = step.end()
    return end - 1 if text[end - 1] == ")" and "(" not in text[at:end] else end


def _issuer(row: int, matched: str, text: str, at: int) -> tuple[str | None, int]:
    """Issuer that follows the kind, and where it ends."""
    kind = KINDS[row].name
    if KINDS[row].issuer == "keuangan":
        return "Keuangan", at
    if KINDS[row].issuer == "ministry":
        tail = re.sub(r"(?i)^(?:permen|kepmen|inmen)", "", matched)
        tail = re.sub(r"(?i)\s+(?:republik\s+indonesia|RI)\Z", "", tail).strip(" -")
        if tail:
            return ministry(tail) or tail, at
    pattern = _ISSUERS[row]
    found = pattern.match(text, at) if pattern is not None else None
    if found is None or not found[0].strip():
        return None, at
    raw = found[0].rstrip()
    while raw.endswith((" dan", " dengan", " &", ",")):
        raw = raw.rstrip(",").removesuffix(" dan").removesuffix(" dengan").removesuffix(" &").rstrip()
    issuer = _canonical_issuer(raw)
    if kind in ("Permen", "Kepmen", "Inmen"):
        issuer = ministry(issuer) or issuer
    elif kind in OFFICES and issuer and not issuer.startswith(OFFICES[kind]):
        issuer = f"{OFFICES[kind]} {issuer}"
    elif kind == "Peraturan Badan" and "badan" in matched.casefold() and issuer and not _WHOLE_AGENCY.match(issuer):
        issuer = f"Badan {issuer}"
    return issuer or None, at + len(raw)


def _canonical_issuer(raw: str) -> str:
    issuer = " ".join(raw.split())
    issuer = re.sub(r"\b(?:Kab\.|Kab\b)", "Kabupaten", issuer)
    issuer = re.sub(r"\b(?:Prov\.|Prov\b|Propinsi\b)", "Provinsi", issuer)
    issuer = re.sub(r"\bWalikota\b", "Wali Kota", issuer)
    return issuer.rstrip(".,")


def _level(kind: str, level: RegulationLevel, issuer: str | None) -> RegulationLevel:
    folded = (issuer or "").casefold()
    if kind == "SE" and folded:
        if folded.startswith(("menteri", "presiden", "kepala badan", "bkn", "lkpp")):
            return "pusat"
        if folded.startswith(("bupati", "gubernur", "wali", "sekretaris daerah", "sekda")):
            return "daerah"
        if folded.startswith("kepala desa"):
            return "desa"
    return level


def _read(text: str, row: int, match: re.Match[str], *, whole: bool) -> list[RegulationMention]:
    """The citations that begin with the kind at `match`; several when numbers are listed."""
    kind, level = KINDS[row].name, KINDS[row].level
    start = match.start()
    issuer, at = _issuer(row, match[0], text, match.end())
    reference = _REFERENCE.match(text, at)
    assert reference is not None  # every part is optional
    number, year = _serial(kind, reference)
    end = at
    if number is not None or year is not None:
        end = reference.end()
        end -= len(reference[0]) - len(reference[0].rstrip(" .,-/\n\t"))
    if kind == "UUD":
        tail = re.compile(rf"\s{{0,3}}(?:{_YEAR_WORD}\s{{0,3}})?(?P<year>{_YEAR})").match(text, at)
        year, end = (int(tail["year"]), tail.end()) if tail else (year, end)
    if number is not None and year is None and (dated := _DATED.match(text, end)):
        year = int(dated["year"])
    about = None
    opening = _ABOUT.match(text, end)
    if opening is not None:
        stop = len(text.rstrip(" .;,")) if whole and "\n" not in text[opening.end() :] else _title(text, opening.end())
        if stop > opening.end():
            about, end = " ".join(text[opening.end() : stop].split()).strip('"“”'), stop
            late = _REFERENCE.match(text, end) if number is None and year is None and not whole else None
            if late is not None and late["serial"]:
                number, year = _serial(kind, late)
                end = late.end() - (len(late[0]) - len(late[0].rstrip(" .,-/\n\t")))
    named = kind not in ("SK", "SE", "PP") or issuer is not None
    if not whole and number is None and year is None and (about is None or not named):
        return []
    regulation = Regulation(kind, number, year, issuer, about, _level(kind, level, issuer))
    mentions = [RegulationMention(start, end, text[start:end], regulation)]
    if number is not None and not whole:
        while (more := _MORE.match(text, mentions[-1].end)) is not None:
            number, year = _serial(kind, more)
            item_start, item_end = more.start("item"), more.end("item")
            item_end -= len(more["item"]) - len(more["item"].rstrip(" .,-/"))
            regulation = Regulation(kind, number, year, issuer, None, mentions[0].regulation.level)
            mentions.append(RegulationMention(item_start, item_end, text[item_start:item_end], regulation))
    return mentions


def find_regulations(text: str) -> Iterator[RegulationMention]:
    """Citations in running text, in order. A bare kind (`peraturan daerah`) without number, year or title is none."""
    position = 0
    while (found := find_kind(text, position)) is not None:
        row, match = found
        mentions = _read(text, row, match, whole=False)
        yield from mentions
        position = max(match.end(), mentions[-1].end if mentions else 0)


def parse_regulation(text: str) -> Regulation | None:
    """The one citation that the whole of `text` is, or None.

    >>> parse_regulation("Permendagri No. 104 Th. 2018").issuer
    'Dalam Negeri'
    """
    stripped = " ".join(text.split())
    found = find_kind(stripped[:1000], 0)
    if found is None or found[1].start() != 0 or len(stripped) > 1000:
        return None
    mentions = _read(stripped, *found, whole=True)
    rest = stripped[mentions[0].end :]
    dated = _DATED.fullmatch(rest.rstrip(" .;,"))
    return mentions[0].regulation if not rest.strip(" .;,") or dated else None


def regulation_key(regulation: Regulation) -> tuple[str, str, int | None]:
    """Kind, number and year in the form in which two citations of one legal product are equal."""
    number = (regulation.number or "").casefold().replace(" ", "")
    if regulation.year is not None:
        number = number.removesuffix(f"/{regulation.year}")
    return regulation.kind, number, regulation.year
