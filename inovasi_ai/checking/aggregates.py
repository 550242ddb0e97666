"""Totals, shares and means that a sentence tells of facts which it need not repeat.

Among many facts nearly every number is some sum or share. So a word must say that one is meant (`seluruhnya`, `porsi`,
`rata-rata`), and what is added up or divided must be what the sentence speaks of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, islice

from inovasi_ai.lazy import lazy_pattern
from inovasi_ai.text import Quantity, format_quantity
from inovasi_ai.text.units import UNITS

from .bounds import holds
from .fact_index import Amount, FactIndex
from .judgement import Derivation
from .measures import convertible, likeness
from .stems import stem

__all__ = ["exact", "mean", "product", "spoken_of", "told", "told_total", "total"]

_MEAN = lazy_pattern(
    r"\b(?:rata\s?[-‑–]?\s?rata(?:nya)?|rata2|rerata|masing-masing|tiap|setiap|satu|seorang|per)\b|/", re.IGNORECASE
)
_PER = lazy_pattern(
    r"\s{0,2}(?:/|\b(?:per|(?:(?:untuk|pada|bagi|di)\s{1,2})?(?:tiap|setiap))\b)\s{0,2}([^\W\d_]{3,30})", re.IGNORECASE
)
_EACH = lazy_pattern(r"\b(?:tiap|setiap|masing-masing|satu|seorang|per)\s{1,2}([^\W\d_]{3,30})", re.IGNORECASE)
_IN_A_YEAR = {"bulan": 12, "minggu": 52, "hari": 365, "triwulan": 4, "semester": 2}
_TOTAL = lazy_pattern(
    r"\b(?:total(?:nya)?|(?:ber)?jumlah(?:nya)?|(?:di|men)jumlah(?:kan)?|(?:ke)?seluruh(?:an|nya)|semuanya|gabungan"
    r"|akumulasi|kumulatif|terdiri|ditambah|secara\s{1,3}bersama|kedua(?:nya)?|ketiga(?:nya)?)\b",
    re.IGNORECASE,
)
_COUNTERS = frozenset(("", "unit", "buah", "titik", "lokasi"))
"""Units that leave it to the words what is counted."""
_MOST = 10
"""Amounts that are added up or divided for one figure; where a sentence speaks of more, any number would follow."""


def told(amount: Amount) -> str:
    """The amount as it is told in a derivation, without its hedge."""
    return format_quantity(replace(amount.quantity, hedge=""))


def told_total(sentence: str) -> bool:
    """Whether the words of a sentence say that something is added up."""
    return _TOTAL.search(sentence) is not None


def exact(amount: Amount) -> bool:
    """Whether a fact states the amount as it is: no range, no estimate."""
    return amount.measured and not amount.quantity.is_range and not amount.quantity.is_estimate


def spoken_of(index: FactIndex, stems: frozenset[str], least: int = 1) -> Iterator[Amount]:
    """Exact amounts of facts that share words with the sentence."""
    return (amount for amount in index.amounts if exact(amount) and len(amount.stems & stems) >= least)


def total(written: Quantity, index: FactIndex, stems: frozenset[str]) -> tuple[Amount, ...]:
    """Stated amounts of one unit, of things that the sentence speaks of, which make exactly `written` together."""
    if written.kind == "percent" or written.is_range or not written.unit:
        return ()
    fitting = [
        amount
        for amount in islice(spoken_of(index, stems), 200)
        if likeness(written.unit, amount.quantity.unit) == "same" and amount.quantity.unit
    ][:_MOST]
    for size in range(2, min(len(fitting), 4) + 1):
        for parts in combinations(fitting, size):
            units = {part.quantity.unit for part in parts}
            if len(units) == 1 and sum(part.quantity.low for part in parts) == written.low:
                return parts
    return ()


def mean(
    written: Quantity, index: FactIndex, stems: frozenset[str], sentence: str, rest: str, near: Sequence[Amount]
) -> Derivation | None:
    """A stated amount per month, per head or per place, or the mean of like amounts."""
    if written.is_range or not written.low or not written.unit:
        return None
    if written.hedge != "average" and not _MEAN.search(sentence):
        return None
    unit, _, base = written.unit.partition(" per ")
    bases = [base] if base else _bases(sentence, rest)
    tops = [
        amount
        for amount in (*near, *islice(spoken_of(index, stems), 200))
        if not amount.quantity.is_range and _counts(unit, amount)
    ][: 2 * _MOST]
    for top in tops:
        value = convertible(top.quantity.low, top.quantity.unit)[0] / convertible(Decimal(1), unit)[0]
        for base in bases:
            parts = _IN_A_YEAR.get(base)
            if parts is not None and len(top.years) == 1 and _rounds(written, value / parts):
                return Derivation(f"{told(top)} dibagi {parts} {base}", (top.fact,))
            for bottom in _bottoms(index, base, near):
                own = bottom.fact == top.fact and bottom.quantity.low == top.quantity.low
                if not own and bottom.quantity.low > 1 and _rounds(written, value / bottom.quantity.low):
                    return Derivation(f"{told(top)} dibagi {told(bottom)}", _ids(top, bottom))
    if base in ("", "tahun") and (written.hedge == "average" or "rata" in sentence.casefold()):
        spoken = (pair for pair in islice(index.pairs(), 2_000) if pair[0].stems & stems and pair[1].stems & stems)
        for first, second in (*combinations(near[:_MOST], 2), *spoken):
            if not (exact(first) and exact(second) and _counts(unit, first) and _counts(unit, second)):
                continue
            alike = first.quantity.unit == second.quantity.unit and first.fact != second.fact
            if alike and _rounds(written, (first.quantity.low + second.quantity.low) / 2):
                return Derivation(f"rata-rata {told(first)} dan {told(second)}", _ids(first, second))
    for members in index.series:
        fitting = [amount for amount in members if _counts(unit, amount) and amount.stems & stems]
        if 2 <= len(fitting) <= 60 and len(fitting) == len(members):
            middle = sum((amount.quantity.low for amount in fitting), Decimal(0)) / len(fitting)
            if _rounds(written, middle):
                return Derivation(f"rata-rata {len(fitting)} fakta", _ids(*fitting))
    return None


def product(written: Quantity, near: Sequence[Amount]) -> Derivation | None:
    """A price times a number of pieces or of days, both stated in the sentence or the one before."""
    if written.kind != "money" or written.is_range or not written.low:
        return None
    prices = [amount for amount in near if amount.quantity.kind == "money" and not amount.quantity.is_range]
    counts = [
        amount for amount in near if amount.quantity.kind in ("number", "duration") and not amount.quantity.is_range
    ]
    for price, count in islice(((price, count) for price in prices for count in counts), 60):
        value = price.quantity.low * count.quantity.low
        if value == written.low or (written.is_estimate and holds(written, value)):
            return Derivation(f"{told(price)} dikalikan {told(count)}", _ids(price, count))
    return None


def _bases(sentence: str, rest: str) -> list[str]:
    """What a mean may be told per: what follows the figure, or what stands elsewhere; empty for none."""
    after = _PER.match(rest)
    named = [after[1]] if after is not None else []
    named += [match[1] for match in islice(_EACH.finditer(sentence), 4)]
    return list(dict.fromkeys(UNITS.get(word.casefold(), word.casefold()) for word in named)) or [""]


def _bottoms(index: FactIndex, base: str, near: Sequence[Amount]) -> list[Amount]:
    """What may divide: amounts of the unit that `per` names, or, where none is named, the others of the sentence."""
    stated = [
        amount for amount in near if not amount.quantity.is_range and amount.quantity.kind in ("number", "duration")
    ]
    if not base:
        return stated[:_MOST]
    fitting = [amount for amount in (*stated, *filter(exact, index.amounts)) if _is_of(amount, base)]
    # `198 relawan dari 9 kelurahan` states neither alone, but what `per relawan` divides by is named.
    named = [amount for amount in index.amounts if amount.quantity.unit == base and not amount.quantity.is_range]
    return list(dict.fromkeys((*fitting, *named)))[:_MOST]


def _is_of(amount: Amount, base: str) -> bool:
    """Whether an amount counts `base`, by its unit or by the fact's own words: 41 orang of `penyuluh lapangan`."""
    unit = amount.quantity.unit
    return unit == base or (likeness(base, unit) != "other" and stem(base) in amount.stems)


def _counts(unit: str, amount: Amount) -> bool:
    """Whether an amount counts `unit`, converts to it, or says so in words: 640 unit of `panel surya`."""
    stated = amount.quantity.unit
    if stated in _COUNTERS and stem(unit) in amount.stems:
        return True
    return likeness(unit, stated) == "same" or convertible(Decimal(1), unit)[1] == convertible(Decimal(1), stated)[1]


def _step(value: Decimal) -> Decimal:
    exponent = value.as_tuple().exponent
    return Decimal(1).scaleb(min(0, exponent if isinstance(exponent, int) else 0))


def _rounds(written: Quantity, mean_value: Decimal) -> bool:
    """Whether a mean is rounded to the last digit written, and by less than a fifteenth; or a true bound."""
    if written.hedge not in ("", "average"):
        return holds(written, mean_value)
    off = abs(written.low - mean_value)
    return off <= _step(written.low) / 2 and off * 15 < abs(mean_value)


def _ids(*amounts: Amount) -> tuple[str, ...]:
    return tuple(dict.fromkeys(amount.fact for amount in amounts))
