"""Quantities: numbers with unit, scale, range and hedge, alone or in running text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from decimal import Decimal
from operator import itemgetter
from typing import TypeAlias

from inovasi_ai.lazy import lazy_pattern

from .blocks import blocked_before, list_ordinals
from .fractions import STROKE, find_shares, share_value
from .numbers import NUMBER, SPACED, find_word_runs, parse_number, read_digits, read_words
from .quantity_parts import (
    NO_TAIL,
    NOT_UNITS,
    TAIL_PARTS,
    Unit,
    at_line_start,
    head_at,
    is_label,
    only_a_word_after,
    scaled,
    tail_at,
    unit_at,
)
from .rates import product_at, rate_at
from .units import DECIMAL_POINT_UNITS, DURATIONS, kind_of
from .vague import find_vague, vague_bounds
from .values import Hedge, Quantity
from .words import plain_letters

__all__ = ["QuantityMention", "find_quantities", "parse_quantity"]


_SCHOOLS = frozenset(("sd", "smp", "sma", "smk", "paud", "tk", "madrasah", "sekolah"))
"""Counted unless a word such as `kelas` stands before: `kelas 3 SD`."""


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """A quantity where it stands, hedge and unit included. Offsets are code points."""

    start: int
    end: int
    text: str
    quantity: Quantity


_TOKEN = re.compile(NUMBER)
_SPACED = lazy_pattern(SPACED)
_BLANKS = (" ", "\u00a0", "\u202f")
_BRACKETED = re.compile(rf"\s{{0,3}}\((?P<digits>{NUMBER})\)")
_BARE_INTEGER = re.compile(r"[0-9]{1,3}(?:\.[0-9])?\Z")
_CAPITALISED = re.compile(r"[A-Z][a-z]{1,17}\s{1,2}\Z")
_VERBS = ("mel", "mer", "mew", "meny", "ber", "di", "ter")
_BETWEEN = re.compile(r"\bantara\s{1,3}\Z", re.IGNORECASE)
_YEAR_AFTER = re.compile(r"\s{1,3}(?:19|20)[0-9]{2}(?![0-9])")
_AVERAGE_AFTER = re.compile(r"\s*(?:\brata-rata|\(rata-rata\))\Z", re.IGNORECASE)


def _build(
    text: str, start: int, low: Decimal, high: Decimal, unit: Unit, hedge: Hedge, *, percent_first: bool = False
) -> QuantityMention:
    name = "persen" if percent_first and not unit.name else unit.name
    written = text[start : unit.end]
    return QuantityMention(start, unit.end, written, Quantity(low, high, name, kind_of(name), hedge, written))


def _read_digits_at(text: str, token: re.Match[str], floor: int, whole: bool) -> QuantityMention | None:
    start, end = token.span()
    digits = token[0]
    begin, hedge, money, negative = head_at(text, start, floor)
    near = text[max(floor, begin - 10) : begin].rstrip()
    between = _BETWEEN.search(text, max(floor, begin - 10), begin) if near[-1:] in ("a", "A") else None
    if not money and not whole and (is_label(text, start, end, floor) and not negative):
        if text[end : end + 1] != "/" or is_label(text[:end], start, end, floor):
            return None
        if rate_at(text, end, whole=False, barred=NOT_UNITS) is None:
            return None
    if not whole and len(digits) > 3 and digits[0] == "0" and digits.isdigit():
        return None
    plain = not money and not negative and only_a_word_after(text, end)
    product = product_at(text, end) if not money and not negative and not plain else None
    if product is not None:
        end = product[1]
    tail = NO_TAIL if plain else tail_at(text, end, bool(money))
    inner, scale, percent, sep, high_digits, scale2, approx = tail.group(*TAIL_PARTS)
    low = read_digits(digits, decimal_point=percent is not None, counted=not whole)
    if low is None:
        return None
    if product is not None:
        low *= product[0]
    elif high_digits is not None and not money and (product := product_at(text, tail.end("high"))) is not None:
        return _product_range(text, begin, low, high_digits, product, hedge, whole=whole)
    at = end if plain else tail.end()
    cut = None
    if inner is not None and parse_number(inner.removesuffix(" rupiah")) != low:
        cut = tail.start("inner")
        at = text.rfind("(", end, cut)
        at = len(text[:at].rstrip()) if at - end <= 4 else end
    if cut:
        scale = high_digits = scale2 = None
    high: Decimal | None = low
    if high_digits is not None:
        high = read_digits(high_digits) if between or sep.strip() != "dan" else None
        wide = high is not None and scaled(high, scale2 or scale) > scaled(low, scale or scale2)
        if high is None or not wide or (percent and sep.strip() not in ("-", "–", "—")):
            high, high_digits, scale2 = low, None, None
            at = tail.end("percent") if percent else tail.end("scale") if scale else tail.start("sep")
    assert high is not None
    unit = unit_at(text, tail.start("percent") if percent and high_digits is None else at, money=money, whole=whole)
    if not money and unit.name in ("rupiah", "rupiah per orang"):
        money = "rupiah"
    if unit.name.partition(" per ")[0] in DECIMAL_POINT_UNITS:
        low = read_digits(digits, decimal_point=True) or low
        high = (read_digits(high_digits, decimal_point=True) or high) if high_digits is not None else low
    if approx and hedge in ("", "average") and cut is None:
        hedge = "about" if approx.endswith("an") else "over"
    if high_digits is not None:
        low, high = scaled(low, scale or scale2), scaled(high, scale2 or scale)
    else:
        low = high = scaled(low, scale)
    if negative:
        if not whole and text[start - 1] in "-–" and at_line_start(text, start - 1):
            begin = start
        else:
            low, high = (-high, -low) if high_digits is None else (-low, high)
    has_unit = bool(unit.name) or percent is not None or scale is not None
    if not whole:
        after = text[end : end + 1]
        if after.isalpha() and not (unit.known or scale or approx):
            return None
        if high_digits is None and after in ("-", "–") and text[end + 1 : end + 2].isdigit():
            return None
        if len(digits) > 1 and digits[0] == "0" and digits.isdigit() and not unit.known:
            return None
        if unit.name == "tahun" and unit.known and _YEAR_AFTER.match(text, unit.end):
            return None
        if unit.name in ("wib", "wita", "wit"):
            return None
        longest = max(map(len, re.split("[.,]", digits))) if len(digits) > 10 else 0
        if longest > (12 if digits.isdigit() else 10) and not (unit.known or scale or percent):
            return None
        bar = blocked_before(text, start) if not money else ""
        if bar == "hard" and not (unit.name in DURATIONS and unit.known):
            return None
        if bar == "soft" and unit.name in _SCHOOLS and text[max(0, start - 4) : start].lower() != " ke ":
            return None
        if bar == "soft" and unit.known and text[unit.end : unit.end + 4].strip(" -")[:1].isdigit():
            return None
        if bar == "soft" and not (unit.known or scale or percent) and _BARE_INTEGER.match(digits):
            return None
        if not (unit.known or percent) and digits.count(".") == 1 and len(digits.partition(".")[2]) > 3:
            return None
        named = not has_unit or (not unit.known and unit.name.startswith(_VERBS))
        post_code = len(digits) == 5 and digits.isdigit() and named and not money
        if post_code and _CAPITALISED.search(text, max(floor, start - 20), start):
            return None
    if between is not None and high_digits is not None and sep.strip() == "dan":
        begin = between.start()
    return _build(text, begin, low, high, unit, hedge, percent_first=percent is not None)


def _product_range(
    text: str, start: int, low: Decimal, high_digits: str, product: tuple[Decimal, int], hedge: Hedge, *, whole: bool
) -> QuantityMention | None:
    """`1-2 x 24 jam`: 24 to 48 hours."""
    high = read_digits(high_digits)
    if high is None or high <= low:
        return None
    unit = unit_at(text, product[1], money="", whole=whole)
    return _build(text, start, low * product[0], high * product[0], unit, hedge)


def _read_words_at(text: str, run: re.Match[str], floor: int, whole: bool) -> tuple[QuantityMention | None, int]:
    """The quantity in number words at `run`, and the offset up to which its characters are spent."""
    start, end = run.span()
    words = run[0].casefold()
    value = read_words(words)
    if value is None:
        return None, end
    bracketed = _BRACKETED.match(text, end)
    if bracketed is not None and read_digits(bracketed["digits"]) == value:
        end = bracketed.end()
    begin, hedge, _, negative = head_at(text, start, floor)
    unit = unit_at(text, end, money="", whole=whole)
    if not whole:
        before = text[max(floor, start - 10) : start].casefold()
        if before.endswith(("salah ", "ke-")) or (words == "satu" and text[end : end + 1] == "-"):
            return None, end
        # `ke tiga` is an order, `ke dua belas desa` is not.
        if before.endswith("ke ") and not unit.known:
            return None, end
        if not unit.known:
            if value < 11 or " " not in words:
                return None, end
            unit = Unit(end, "", False)
    if negative and text[start - 1] in "-–":
        begin, negative = start, False
    value = -value if negative else value
    return _build(text, begin, value, value, unit, hedge), max(end, unit.end)


def _read_stroke_at(text: str, match: re.Match[str], floor: int) -> list[QuantityMention]:
    """Both figures of `9/12 desa`; of `1/2 hari`, a share of a measure, the one that it gives. Empty for a label."""
    start, end = match.span()
    unit = unit_at(text, end, money="", whole=False)
    part, whole = Decimal(match["part"]), Decimal(match["whole"])
    before = text[start - 1] if start > floor else " "
    if not unit.known or not whole or not (before.isspace() or before in "(\"'“") or blocked_before(text, start):
        return []
    begin, hedge, _, _ = head_at(text, start, floor)
    if unit.name in DURATIONS and part < whole <= 10:
        return [_build(text, begin, part / whole, part / whole, unit, hedge)]
    at = match.end("part")
    first = _build(text, begin, part, part, Unit(at, unit.name, True), hedge)
    return [first, _build(text, match.start("whole"), whole, whole, unit, "")]


_Read: TypeAlias = "tuple[Sequence[QuantityMention], int]"
"""What was read, and the offset up to which the characters are spent."""
_Reader: TypeAlias = "Callable[[str, re.Match[str], int, bool], _Read]"


def _digits(text: str, match: re.Match[str], floor: int, whole: bool) -> _Read:
    if not whole and text.startswith("/", match.end()):
        stroke = STROKE.match(text, match.start())
        pair = _read_stroke_at(text, stroke, floor) if stroke is not None else ()
        if pair:
            return pair, 0
    mention = _read_digits_at(text, match, floor, whole)
    return ((mention,) if mention is not None else ()), 0


def _words(text: str, match: re.Match[str], floor: int, whole: bool) -> _Read:
    mention, spent = _read_words_at(text, match, floor, whole)
    return ((mention,) if mention is not None else ()), spent


def _share(text: str, match: re.Match[str], floor: int, whole: bool) -> _Read:
    begin, hedge, _, negative = head_at(text, match.start(), floor)
    unit = unit_at(text, match.end(), money="", whole=False)
    unit = unit if unit.known else Unit(match.end(), "", False)
    value = share_value(match)
    return (_build(text, match.start() if negative else begin, value, value, unit, hedge),), 0


def _vague(text: str, match: re.Match[str], floor: int, whole: bool) -> _Read:
    """A round word with the unit or noun that follows; without one it counts nothing that could be checked."""
    unit = unit_at(text, match.end(), money="", whole=False)
    if not unit.name or unit.name in DURATIONS:
        return (), match.end()
    low, high = vague_bounds(match)
    return (_build(text, match.start(), low, high, unit, "about"),), match.end()


def _candidates(
    text: str, *, whole: bool, vocabulary: Set[str] | None = None
) -> list[tuple[int, re.Match[str], _Reader]]:
    """Where quantities may begin, in order, each with what reads it."""
    # A share in words comes before the number word that opens it: `dua pertiga`.
    found: list[tuple[int, re.Match[str], _Reader]] = []
    if not whole:
        found.extend((match.start(), match, _share) for match in find_shares(text, vocabulary))
        found.extend((match.start(), match, _vague) for match in find_vague(text, vocabulary))
    floor = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if start < floor:
            continue
        if end - start <= 3 and text[end : end + 1] in _BLANKS and text[end + 1 : end + 4].isdigit():
            match = _SPACED.match(text, start) or match
            floor = match.end()
        found.append((start, match, _digits))
    found.extend((match.start(), match, _words) for match in find_word_runs(text, vocabulary))
    found.sort(key=itemgetter(0))
    return found


def find_quantities(
    text: str,
    *,
    claimed: Callable[[int], int] | None = None,
    whole: bool = False,
    vocabulary: Set[str] | None = None,
) -> Iterator[QuantityMention]:
    """Quantities in running text, in order and apart from each other.

    `claimed(offset)` gives the end of the span of another kind (a date, a decree number) that holds `offset`, or 0.
    `whole` reads the text as one value of a field: nothing bars a number, any words may be its unit.
    `vocabulary`, where known, has all words of the text in small letters, the parts of hyphenated ones too.
    """
    text = plain_letters(text)
    ordinals = {} if whole else list_ordinals(text)
    floor = 0
    for start, match, read in _candidates(text, whole=whole, vocabulary=vocabulary):
        if start < floor or start in ordinals or (claimed is not None and claimed(start)):
            continue
        mentions, spent = read(text, match, floor, whole)
        yield from mentions
        floor = max(floor, spent, mentions[-1].end if mentions else 0)


def parse_quantity(text: str) -> Quantity | None:
    """The quantity that the whole of `text` writes, or None when it is anything else (`abc`, `14 hari dan 3 jam`).

    >>> parse_quantity("Rp. 1.250.000,-").low, parse_quantity("14 hari kerja").unit
    (Decimal('1250000'), 'hari kerja')
    """
    stripped = " ".join(text.split())
    if not stripped or len(stripped) > 300:
        return None
    average = _AVERAGE_AFTER.search(stripped)
    written = stripped[: average.start()] if average is not None else stripped
    mention = next(find_quantities(written, whole=True), None)
    if mention is None or mention.start != 0:
        return None
    if mention.end != len(written) and written[mention.end :] not in (".", ",-", ",", ";"):
        return None
    hedge = mention.quantity.hedge or ("average" if average is not None else "")
    return replace(mention.quantity, hedge=hedge, text=text)
