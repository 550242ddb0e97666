"""Indonesian number writing: `1.250.000,50`, `12.5 %`, `dua belas`, `satu setengah juta`, `1 (satu)`.

A comma is the decimal sign. A full stop before exactly three digits separates thousands, unless the caller knows better
(`decimal_point=True`, for percentages and points, where `1.250` can only mean one and a quarter).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from decimal import Decimal

from inovasi_ai.lazy import lazy_pattern

from .words import plain_letters

__all__ = ["NUMBER", "SCALES", "SPACED", "find_word_runs", "parse_number", "read_digits", "read_words"]

# Atomic groups, not possessive ones: before CPython 3.11.5 a possessive group kept what its failed last round took.
NUMBER = r"[0-9][0-9]*+(?>(?:[.,][0-9]++)*)"
"""Pattern of one number token in digits; atomic, so that no text makes it backtrack.

It begins with a set of characters, for which the engine searches much faster than for a repeated one."""

SPACED = r"[1-9][0-9]{0,2}(?>(?:[ \u00a0\u202f][0-9]{3})+)(?![0-9]|[.,][0-9]{3}(?![0-9]))(?>(?:,[0-9]++)?)"
"""Pattern of one number with blanks between its thousands: `1 250 000,50`."""

SCALES: dict[str, Decimal] = {
    "ribu": Decimal(1000),
    "juta": Decimal(1_000_000),
    "miliar": Decimal(1_000_000_000),
    "milyar": Decimal(1_000_000_000),
    "triliun": Decimal(1_000_000_000_000),
    "trilyun": Decimal(1_000_000_000_000),
}
_DIGITS = {
    word: value
    for value, word in enumerate(("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"), 1)
}
_ONE_SCALES = {"seribu": SCALES["ribu"], "sejuta": SCALES["juta"], "semiliar": SCALES["miliar"]}
_FIRST_WORD = (
    r"(?:s(?:atu|e(?:puluh|belas|ratus|ribu|juta|miliar|tengah|mbilan))|d(?:ua|elapan)|tiga|tujuh|empat|enam|lima|nol)"
)
_FIRST_WORDS = frozenset(("nol", "sepuluh", "sebelas", "seratus", "seribu", "sejuta", "semiliar", "setengah", *_DIGITS))
"""Every word that a run of number words can begin with."""
_LATER_WORD = rf"(?:{_FIRST_WORD}|belas|puluh|ratus|ribu|juta|mil[iy]ar|tril[iy]un|koma)"
_WORD_RUN = rf"{_FIRST_WORD}\b(?>(?:\s{{1,3}}{_LATER_WORD}\b)*)"
"""Pattern of a maximal run of number words (case to be ignored by the caller)."""
_RUN_SIEVE = lazy_pattern(
    r"[SDTELNsdteln](?<!\w.)(?:[Aa][Tt]|[Ee][PpBbRrJjMmTtLl]|[Uu][AaJj]|[Ii][GgMm]|[Mm][Pp]|[Nn][Aa]|[Oo][Ll])"
)
_RUN = re.compile(rf"\b{_WORD_RUN}", re.IGNORECASE)

_BLANKS = dict.fromkeys(map(ord, " \u00a0\u202f"))
_MAX_DIGITS = 18
_MAX_COUNTED = 200
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+")
_ENGLISH = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+")
_WHOLE = re.compile(
    rf"(?P<sign>[-−+]|minus\s+)?(?:(?P<digits>{SPACED}|{NUMBER})(?:,-{{1,2}})?|(?P<words>{_WORD_RUN}))"
    rf"(?:\s*\((?P<inner>[^()]{{1,80}})\))?(?:\s*(?P<scale>ribu|juta|mil[iy]ar|tril[iy]un))?\s*(?P<percent>%|persen)?",
    re.IGNORECASE,
)


def read_digits(token: str, *, decimal_point: bool = False, counted: bool = False) -> Decimal | None:
    """The value of one token such as `1.250.000,50`, or None when its separators make no number (`1.2.3`).

    `decimal_point` reads a single full stop as the decimal sign even before three digits. More than 18 digits before or
    10 after the decimal sign are an identifier, not a number: None, unless `counted` says that a unit follows.
    """
    if len(token) > (_MAX_COUNTED if counted else 40):
        return None
    if not token.isascii() or " " in token:
        token = token.translate(_BLANKS)
    dots, commas = token.count("."), token.count(",")
    if dots and commas:
        if token.rfind(",") > token.rfind("."):
            whole, _, fraction = token.partition(",")
            valid, plain = _THOUSANDS.fullmatch(whole) and "." not in fraction and commas == 1, whole.replace(".", "")
        else:
            whole, _, fraction = token.partition(".")
            valid, plain = _ENGLISH.fullmatch(whole) and "," not in fraction and dots == 1, whole.replace(",", "")
        if not valid:
            return None
    elif commas:
        if commas == 1:
            plain, _, fraction = token.partition(",")
        elif _ENGLISH.fullmatch(token):
            plain, fraction = token.replace(",", ""), ""
        else:
            return None
    elif dots:
        if _THOUSANDS.fullmatch(token) and not (dots == 1 and decimal_point):
            plain, fraction = token.replace(".", ""), ""
        elif dots == 1:
            plain, _, fraction = token.partition(".")
        else:
            return None
    else:
        plain, fraction = token, ""
    if not counted and (len(plain) > _MAX_DIGITS or len(fraction) > 10):
        return None
    return Decimal(f"{plain}.{fraction}" if fraction else plain)


def find_word_runs(text: str, vocabulary: Set[str] | None = None) -> Iterator[re.Match[str]]:
    """Runs of number words, in order and apart from each other.

    `vocabulary`, where known, has all words of the text in small letters, the parts of hyphenated ones too.
    """
    position = 0
    if vocabulary is None:
        while (hint := _RUN_SIEVE.search(text, position)) is not None:
            run = _RUN.match(text, hint.start())
            position = run.end() if run is not None else hint.end()
            if run is not None:
                yield run
        return
    starts: list[int] = []
    folded = text.lower()
    for word in _FIRST_WORDS & vocabulary:
        at = folded.find(word)
        while at != -1:
            starts.append(at)
            at = folded.find(word, at + len(word))
    starts.sort()
    for start in starts:
        if start >= position and (run := _RUN.match(text, start)) is not None:
            position = run.end()
            yield run


def _below_thousand(words: list[str], at: int) -> tuple[Decimal, int] | None:
    """Value of the words from `at` as a number of 0 to 999, and where it ends."""
    value, start, size = 0, at, len(words)
    if at < size and words[at] == "nol":
        return Decimal(0), at + 1
    if at < size and words[at] == "seratus":
        value, at = 100, at + 1
    elif at + 1 < size and words[at] in _DIGITS and words[at + 1] == "ratus":
        value, at = 100 * _DIGITS[words[at]], at + 2
    if at < size:
        word, following = words[at], words[at + 1] if at + 1 < size else ""
        if word in ("sepuluh", "sebelas"):
            value, at = value + (10 if word == "sepuluh" else 11), at + 1
        elif word in _DIGITS and following == "belas":
            value, at = value + 10 + _DIGITS[word], at + 2
        elif word in _DIGITS and following == "puluh":
            value, at = value + 10 * _DIGITS[word], at + 2
            if (
                at < size
                and words[at] in _DIGITS
                and (at + 1 == size or words[at + 1] not in ("belas", "puluh", "ratus"))
            ):
                value, at = value + _DIGITS[words[at]], at + 1
        elif word in _DIGITS:
            value, at = value + _DIGITS[word], at + 1
    exact = Decimal(value)
    if at < size and words[at] == "setengah":
        exact, at = exact + Decimal("0.5"), at + 1
    elif at > start and at + 1 < size and words[at] == "koma":
        fraction = ""
        at += 1
        while at < size and (words[at] in _DIGITS or words[at] == "nol") and len(fraction) < 10:
            fraction += str(_DIGITS.get(words[at], 0))
            at += 1
        exact += Decimal(f"0.{fraction or 0}")
    return (exact, at) if at > start else None


def read_words(phrase: str) -> Decimal | None:
    """The value of number words such as `seribu dua ratus` or `satu setengah juta`; None when they make no number."""
    words = phrase.casefold().split()
    if not words or len(words) > 40:
        return None
    total, at, ceiling = Decimal(0), 0, Decimal("1e15")
    while at < len(words):
        if words[at] in _ONE_SCALES:
            scale, value, at = _ONE_SCALES[words[at]], Decimal(1), at + 1
        else:
            part = _below_thousand(words, at)
            if part is None:
                return None
            value, at = part
            scale = SCALES.get(words[at], Decimal(1)) if at < len(words) else Decimal(1)
            if scale > 1:
                at += 1
        if scale >= ceiling:
            return None
        total, ceiling = total + value * scale, scale
    return total


def parse_number(text: str) -> Decimal | None:
    """The number that the whole of `text` writes, without a unit; None when it is anything else.

    >>> parse_number("1.250.000,50")
    Decimal('1250000.50')
    >>> parse_number("12 (dua belas)"), parse_number("2,5 juta") == 2500000, parse_number("12 34")
    (Decimal('12'), True, None)
    """
    match = _WHOLE.fullmatch(plain_letters(text).strip())
    if match is None:
        return None
    if match["digits"] is not None:
        value = read_digits(match["digits"], decimal_point=match["percent"] is not None)
    else:
        value = read_words(match["words"])
    if value is None:
        return None
    if match["inner"] is not None and parse_number(match["inner"]) != value:
        return None
    if match["scale"] is not None:
        value *= SCALES[match["scale"].lower()]
    return -value if match["sign"] is not None and match["sign"].strip() != "+" else value
