"""Compound writings of a figure: a product of time (`2 x 24 jam`) and a rate on a round base (`per 100.000 jiwa`)."""

from __future__ import annotations

import re
from collections.abc import Collection
from decimal import Decimal

from .numbers import NUMBER, SCALES, read_digits, read_words
from .units import UNITS

__all__ = ["product_at", "rate_at"]

_PRODUCT = re.compile(
    rf"\s{{0,3}}(?:[x×]\s{{0,3}}(?P<factor>{NUMBER})(?=\s{{0,3}}(?P<unit>jam|menit|hari)\b)"
    r"|kali\s{1,3}(?P<day>24)(?=\s{1,3}jam\b))",
    re.IGNORECASE,
)
_RATE = re.compile(
    r"(?:\s{1,3}(?P<counted>(?!per\b)[^\W\d_]{2,20}))?\s{0,3}(?P<sign>\bper\b|/)\s{0,3}"
    r"(?:(?P<digits>1[0-9.]{0,9})(?:\s{1,2}(?P<scale>ribu|juta))?|(?P<words>seratus\s{1,2}ribu|sepuluh\s{1,2}ribu|seribu|sejuta))"
    r"(?=\s{1,3}[^\W\d_])",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\S\n]{1,3}([^\W\d_]++(?>(?:-[^\W\d_]++)*))")
_BASES = {
    "kelahiran hidup": "kelahiran hidup",
    "kh": "kelahiran hidup",
    "wanita usia subur": "wanita usia subur",
    "wus": "wanita usia subur",
    "pasangan usia subur": "pasangan usia subur",
    "hari rawat": "hari rawat",
    "pasien rawat inap": "pasien rawat inap",
}
"""What rates are told of beside the units that are counted by themselves."""
_POWERS = frozenset(Decimal(10) ** exponent for exponent in range(2, 8))


def product_at(text: str, end: int) -> tuple[Decimal, int] | None:
    """The factor that follows digits ending at `end`, and where it ends: (24, 6) for `2 x 24 jam` and 1.

    `3 x 1 hari` may say three times a day, so that a single day is never a factor.
    """
    match = _PRODUCT.match(text, end) if text[end : end + 4].lstrip()[:1] in ("x", "X", "×", "k", "K") else None
    if match is None:
        return None
    factor = Decimal(24) if match["day"] else read_digits(match["factor"])
    if not factor or (factor == 1 and (match["unit"] or "").casefold() == "hari"):
        return None
    return factor, match.end()


def rate_at(text: str, at: int, *, whole: bool, barred: Collection[str]) -> tuple[str, int] | None:
    """The unit `per 100.000 kelahiran hidup` or `kasus per 1.000 balita` written from `at` on, and where it ends.

    Of `whole` values every remaining word names the base, in running text a known one or the next word; no word in
    `barred` does.
    """
    near = text[at : at + 30]
    if "/" not in near and "per" not in near.lower():
        return None
    match = _RATE.match(text, at)
    if match is None:
        return None
    base = _base(match)
    counted = (match["counted"] or "").casefold()
    if base is None or (counted and counted not in UNITS and not (whole and counted not in barred)):
        return None
    noun = _noun(text, match.end(), whole, barred, known_only=match["sign"] == "/")
    if noun is None:
        return None
    name, end = noun
    grouped = f"{base:,f}".replace(",", ".")
    return f"{UNITS.get(counted, counted)} per {grouped} {name}".strip(), end


def _base(match: re.Match[str]) -> Decimal | None:
    value = read_words(match["words"]) if match["words"] else read_digits(match["digits"])
    if value is not None and match["scale"]:
        value *= SCALES[match["scale"].casefold()]
    return value.to_integral_value() if value in _POWERS and value is not None else None


def _noun(text: str, at: int, whole: bool, barred: Collection[str], *, known_only: bool) -> tuple[str, int] | None:
    words: list[tuple[str, int]] = []
    while len(words) < (6 if whole else 3) and (match := _WORD.match(text, at)) is not None:
        words.append((match[1], match.end()))
        at = match.end()
    if not words:
        return None
    folded = [word.casefold() for word, _ in words]
    for size in range(min(3, len(words)), 0, -1):
        phrase = " ".join(folded[:size])
        name = _BASES.get(phrase) or UNITS.get(phrase)
        if name is not None and not (whole and words[size - 1][1] != len(text)):
            return name, words[size - 1][1]
    if known_only or any(word in barred for word in (folded if whole else folded[:1])):
        return None
    if whole:
        return " ".join(folded), words[-1][1]
    return (folded[0], words[0][1]) if len(folded[0]) > 2 and words[0][0] == folded[0] else None
