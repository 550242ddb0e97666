"""Dates and periods as Indonesian texts write them, kept to the precision that was written.

`3 Maret 2024`, `03-03-2024`, `3/3/2024` (day first), `2024-03-03`, `Maret 2024`, `2024`; periods such as `2021-2024`,
`Januari–Desember 2025`, `Triwulan III 2024`, `Semester I 2025`, `Tahun Ajaran 2024/2025` (July to June).
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from inovasi_ai.lazy import lazy_pattern

from .values import PartialDate
from .words import plain_letters

__all__ = ["MONTHS", "DateMention", "earliest", "find_dates", "latest", "parse_date", "parse_period"]

MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
    "Desember",
)  # fmt: skip
_MONTH_KEYS = {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)}
_MONTH_KEYS |= {"peb": 2, "agt": 8, "ags": 8, "nop": 11}
_MONTH_OPENINGS = frozenset((*_MONTH_KEYS, "oct"))
_MONTH = (
    r"(?:Jan(?:uari)?|[FP]eb(?:ruari)?|Mar(?:et)?|Apr(?:il)?|Mei|Jun[i]?|Jul[i]?|Ag(?:ustus|u|t|s|st)|Sep(?:t(?:ember)?)?"
    r"|O[kc]t(?:ober)?|No[vp](?:ember)?|Des(?:ember)?)\b\.?"
)
_YEAR = r"(?:19|20)[0-9]{2}(?![0-9])"
_SEP = r"\s{0,3}(?:[-–—]|\bs\.?\s?d\b\.?|\bs/d\b|\bsampai(?:\s{1,3}dengan)?\b|\bhingga\b)\s{0,3}"
_OF = r"(?:,?\s{1,3}(?:tahun\s{1,3})?)"
_PATTERN = lazy_pattern(
    rf"(?<![\w/])(?:"
    rf"(?P<iso>(?P<iy>{_YEAR})-(?P<im>[0-9]{{2}})-(?P<id>[0-9]{{2}})(?![\w-]))"
    rf"|(?P<num>(?P<nd>[0-9]{{1,2}})(?P<ns>[-/.])(?P<nm>[0-9]{{1,2}})(?P=ns)(?P<ny>{_YEAR})(?![\w/]))"
    rf"|(?:(?P<d1>[0-9]{{1,2}})(?:\s{{1,3}}(?P<m1>{_MONTH})(?:{_OF}(?P<y1>{_YEAR}))?)?{_SEP})?"
    rf"(?P<d2>[0-9]{{1,2}})\s{{1,3}}(?P<m2>{_MONTH})(?:{_OF}(?P<y2>{_YEAR}))?"
    rf"|(?:(?P<m3>{_MONTH})(?:{_OF}(?P<y3>{_YEAR}))?{_SEP})?(?P<m4>{_MONTH}){_OF}(?P<y4>{_YEAR})"
    rf"|(?P<part>Triwulan|TW|Tri\s?wulan|Kuartal|Semester|Caturwulan)\.?\s{{0,3}}(?:ke-?\s?)?"
    rf"(?P<pn>IV|I{{1,3}}|[1-4]|pertama|kedua|ketiga|keempat)(?![\w])"
    rf"{_OF}(?P<py>{_YEAR})"
    rf"|(?P<school>Tahun\s{{1,3}}(?:Ajaran|Pelajaran|Akademik)|T\.\s?A\.|TA\.?|T\.\s?P\.)\s{{0,3}}(?P<s1>{_YEAR})\s?/\s?(?P<s2>{_YEAR})"
    rf"|(?P<y5>{_YEAR})(?:(?:{_SEP}|/)(?P<y6>{_YEAR}))?(?![.,]?[0-9]|[\w/]|-[0-9A-Za-z])"
    rf")",
    re.IGNORECASE,
)
# A single date of the common forms, after which no second one can follow: read without trying all the others.
_SINGLE = re.compile(
    rf"(?:(?:(?P<day>[0-9]{{1,2}})\s{{1,3}})?(?P<month>{_MONTH}){_OF})?(?P<year>{_YEAR})"
    r"(?=[,.;:)](?![0-9])|[ ](?![-–—sſh\s])|\Z)",
    re.IGNORECASE,
)
# Where a date can begin: a set of characters first, for which the engine searches much faster than for the words.
_SIEVE = re.compile(
    r"[0-9JFPMASONDTKCjfpmasondtkc](?<![\w/].)(?:"
    r"(?<=[12])[09][0-9]{2}(?![0-9])"
    r"|(?<=[0-9])[0-9]?(?:[-/.][0-9]|\s{1,3}[JFPMASONDjfpmasond][A-Za-z]{1,2}|\s{0,3}(?:[-–—]|[Ss][./]?\s?[Dd]|[Ss][Aa][Mm]|[Hh][Ii][Nn]))"
    r"|(?<=[Jj])(?:[Aa][Nn]|[Uu][NnLl])|(?<=[FfPp])[Ee][Bb]|(?<=[Mm])(?:[Aa][Rr]|[Ee][Ii])|(?<=[Aa])(?:[Pp][Rr]|[Gg][UuTtSs])"
    r"|(?<=[Ss])[Ee][PpMm]|(?<=[Oo])[KkCc][Tt]|(?<=[Nn])[Oo][PpVv]|(?<=[Dd])[Ee][Ss](?![Aa])"
    r"|(?<=[Tt])(?:[Rr][Ii]|[Ww]|[Aa]\b|[Aa][Hh][Uu][Nn]\s{1,3}[AaPp]|\.)|(?<=[Kk])[Uu][Aa]|(?<=[Cc])[Aa][Tt])"
)
_LEAD = lazy_pattern(
    r"(?:(?:per|pada|sejak|mulai|selama|dalam|periode|kurun|tanggal|tgl\.?|bulan|tahun|thn\.?|th\.?|anggaran|"
    r"(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad),?)\s+){1,4}",
    re.IGNORECASE,
)
_PART_NUMBERS = {"I": 1, "II": 2, "III": 3, "IV": 4, "PERTAMA": 1, "KEDUA": 2, "KETIGA": 3, "KEEMPAT": 4}
_PART_LENGTH = {"t": 3, "k": 3, "s": 6, "c": 4}
_ANCHOR = re.compile(
    r"[0-9](?<![0-9].)(?:(?:(?<=1)9|(?<=2)0)[0-9]{2}(?![0-9])|[0-9]?(?:[-/.][0-9]{1,2}[-/.][12]"
    r"|\s{1,3}(?:j(?:an|un|ul)|[fp]eb|m(?:ar|ei)|a(?:pr|g[uts])|sep|o[kc]t|no[vp]|des)))",
    re.IGNORECASE,
)
"""What every date has: a year, a day before a month, or three numbers in a row."""
_OWN_WORDS = frozenset(
    """tahun sampai dengan hingga triwulan wulan kuartal semester caturwulan ajaran pelajaran akademik
    pertama kedua ketiga keempat""".split()  # noqa: SIM905
)
"""Words of more than three letters that stand within dates, beside the months."""
_BEFORE = 64
"""Characters that may stand between the beginning of a date and its anchor: `September sampai dengan ...`."""
_BEYOND = 24


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date or period where it stands; `last == first` unless a period was written. Offsets are code points."""

    start: int
    end: int
    text: str
    first: PartialDate
    last: PartialDate


def _month_length(year: int, month: int) -> int:
    return (
        30 + (month + month // 8) % 2 if month != 2 else 29 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 28
    )


def _month(word: str) -> int:
    key = word[:3].lower()
    return _MONTH_KEYS.get(key.replace("oct", "okt"), 0)


@lru_cache(maxsize=4096)
def _date(year: str | int, month: int | None = None, day: str | int | None = None) -> PartialDate | None:
    """A date that exists in the calendar, or None."""
    year = int(year)
    if month is not None and not 1 <= month <= 12:
        return None
    if day is None:
        return PartialDate(year, month)
    assert month is not None
    day = int(day)
    return PartialDate(year, month, day) if 1 <= day <= _month_length(year, month) else None


def _read(match: re.Match[str]) -> tuple[PartialDate, PartialDate] | None:
    """First and last date of a match of `_PATTERN`; None when it names no possible date."""
    group = match.groupdict()
    first: PartialDate | None
    if group["iso"]:
        first = last = _date(group["iy"], int(group["im"]), group["id"])
    elif group["num"]:
        first = last = _date(group["ny"], int(group["nm"]), group["nd"])
    elif group["d2"]:
        if group["y2"] is None:
            return None
        month = _month(group["m2"])
        first = last = _date(group["y2"], month, group["d2"])
        if group["d1"]:
            first = _date(group["y1"] or group["y2"], _month(group["m1"]) if group["m1"] else month, group["d1"])
    elif group["m4"]:
        first = last = _date(group["y4"], _month(group["m4"]))
        if group["m3"]:
            first = _date(group["y3"] or group["y4"], _month(group["m3"]))
    elif group["part"]:
        length = _PART_LENGTH[group["part"][0].lower()]
        number = _PART_NUMBERS.get(group["pn"].upper()) or int(group["pn"])
        if number * length > 12:
            return None
        first, last = _date(group["py"], (number - 1) * length + 1), _date(group["py"], number * length)
    elif group["school"]:
        if int(group["s2"]) != int(group["s1"]) + 1:
            return None
        first, last = _date(group["s1"], 7), _date(group["s2"], 6)
    else:
        first, last = _date(group["y5"]), _date(group["y6"] or group["y5"])
    if first is None or last is None or (first is not last and earliest(first) > latest(last)):
        return None
    return first, last


def parse_date(text: str) -> PartialDate | None:
    """The date that the whole of `text` writes, to the precision written; None for a period or an impossible date.

    >>> parse_date("3/3/2024"), parse_date("31 Februari 2024")
    (PartialDate(year=2024, month=3, day=3), None)
    """
    period = parse_period(text)
    return period[0] if period is not None and period[0] == period[1] else None


def parse_period(text: str) -> tuple[PartialDate, PartialDate] | None:
    """First and last date of the period that the whole of `text` writes; the same date twice for a single one.

    >>> parse_period("Triwulan III 2024")
    (PartialDate(year=2024, month=7, day=None), PartialDate(year=2024, month=9, day=None))
    """
    text = plain_letters(text).strip().rstrip(".,;")
    match = _PATTERN.fullmatch(text)
    if match is None:
        lead = _LEAD.match(text)
        match = _PATTERN.fullmatch(text, lead.end()) if lead else None
    return _read(match) if match else None


def _beginning(text: str, floor: int, anchor: int) -> int:
    """Where a date that holds `anchor` can begin, at the earliest: behind the last word before it that no date has."""
    before = text[floor:anchor]
    for later, word in enumerate(reversed(before.split())):
        if word.isalpha() and word.isascii() and len(word) > 3:
            word = word.lower()
            if word[:3] not in _MONTH_OPENINGS and word not in _OWN_WORDS:
                return floor + len(before.rsplit(None, later)[0]) if later else anchor
    return floor


def find_dates(text: str) -> Iterator[tuple[int, int, tuple[PartialDate, PartialDate] | None]]:
    """Start, end and value of everything in running text that is written like a date.

    The value is None where no date can be told (`17 Agustus` without a year, `31 Februari 2024`): such characters are
    still no quantity. Whether a bare year is a year (`2024 orang` is not) is for the caller to decide.
    """
    position = 0
    for anchor in _ANCHOR.finditer(text):
        last = anchor.end()
        position = _beginning(text, max(position, anchor.start() - _BEFORE), anchor.start())
        while position < last and (hint := _SIEVE.search(text, position, last + _BEYOND)) is not None:
            start = hint.start()
            if start >= last:
                break
            match = _SINGLE.match(text, start)
            if match is not None:
                position = match.end()
                day, month, year = match.groups()
                date = _date(year, _month(month) if month else None, day)
                yield start, position, (date, date) if date is not None else None
                continue
            match = _PATTERN.match(text, start)
            position = match.end() if match is not None else start + 1
            if match is not None:
                yield start, position, _read(match)
        position = max(position, last)


def earliest(date: PartialDate) -> datetime.date:
    """The first calendar day that `date` can mean."""
    return datetime.date(date.year, date.month or 1, date.day or 1)


def latest(date: PartialDate) -> datetime.date:
    """The last calendar day that `date` can mean."""
    month = date.month or 12
    return datetime.date(date.year, month, date.day or _month_length(date.year, month))
