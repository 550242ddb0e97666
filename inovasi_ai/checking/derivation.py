"""How a figure can follow from facts: difference, change, ratio, share, sum, rounding, another unit, count."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from inovasi_ai.text import Quantity

from .aggregates import mean, product, told, told_total, total
from .bounds import digits_of, holds
from .fact_index import Amount, FactIndex
from .judgement import Derivation
from .lookup import PairTable
from .measures import convertible, likeness
from .shares import is_about, share
from .stems import stem

__all__ = ["Derivation", "Nearby", "between", "derive", "share_of_change"]


_COARSE = 10
"""From here on a whole percentage is a fair rounding: 9 for 9,4 would be off by a twentieth."""


def _step(value: Decimal) -> Decimal:
    """The place of the last digit that was written: 0.1 for 85.7."""
    exponent = value.as_tuple().exponent
    return Decimal(1).scaleb(min(0, exponent if isinstance(exponent, int) else 0))


def _near(written: Quantity, exact: Decimal, *, rounds: bool = False) -> bool:
    """Whether `written` is the calculated `exact`; a hedge allows a fair rounding or a true bound.

    `rounds` allows a figure that cannot be told exactly (a share, a ratio) to be rounded to one decimal or more.
    """
    exact = abs(exact)
    plain = written
    if written.low < 0 or written.is_range:
        plain = replace(written, low=abs(written.low), high=abs(written.low))
    if rounds and written.hedge in ("", "average", "about"):
        step = min(_step(written.low), Decimal("0.1"))
        if plain.low and abs(plain.low - exact) <= step / 2 + Decimal("1e-9"):
            return True
    if not holds(plain, exact):
        return False
    # Many figures can be calculated: one that is off by more than its own rounding is no bound of any of them.
    return abs(plain.low - exact) <= min(digits_of(plain.low)[1], exact / 20) if plain.low else True


def _near_percent(written: Quantity, exact: Decimal, coarse: bool) -> bool:
    """Whether a percentage is told as calculated, where `coarse` in whole ones too: 73 for 73,3."""
    if _near(written, exact, rounds=True):
        return True
    whole = written.low == written.low.to_integral_value() and abs(written.low) >= _COARSE
    return coarse and whole and not written.is_estimate and abs(abs(exact) - abs(written.low)) <= Decimal("0.5")


def _converted(written: Quantity, amount: Amount) -> Derivation | None:
    """The same amount in another unit of its dimension; hedged ones are weighed as bounds."""
    if written.is_estimate or amount.quantity.is_estimate:
        return None
    ours, our_base = convertible(written.low, written.unit)
    theirs, their_base = convertible(amount.quantity.low, amount.quantity.unit)
    if our_base != their_base or written.unit == amount.quantity.unit or not written.unit or amount.quantity.is_range:
        return None
    factor, _ = convertible(Decimal(1), written.unit)
    if ours != theirs and not (theirs and _near(written, theirs / factor, rounds=True)):
        return None
    return Derivation(f"perubahan satuan dari {told(amount)}", (amount.fact,))


def _reckonable(written: Quantity, amounts: Iterable[Amount]) -> bool:
    """Whether the amounts may be calculated with: what comes of an estimate is written as one."""
    return written.hedge == "about" or not any(amount.quantity.is_estimate for amount in amounts)


def between(
    written: Quantity, first: Amount, second: Amount, index: FactIndex, *, coarse: bool = False
) -> Derivation | None:
    """What the two amounts give by subtraction or division.

    A change is told in percent of the earlier value, where the facts say which that is. `coarse` allows a share or
    change to be rounded to whole percents, as where the sentence speaks of both amounts.
    """
    a, base = convertible(first.quantity.low, first.quantity.unit)
    b, other = convertible(second.quantity.low, second.quantity.unit)
    if base != other and likeness(first.quantity.unit, second.quantity.unit) != "same":
        return None
    if a == b or first.quantity.is_range or second.quantity.is_range or not _reckonable(written, (first, second)):
        return None
    facts = (first.fact, second.fact) if first.fact != second.fact else (first.fact,)
    large, small = (first, second) if a > b else (second, first)
    factor, unit = convertible(Decimal(1), written.unit)
    plain = first.quantity.unit == second.quantity.unit
    differences = [(a - b) / factor] if unit == base else []
    if plain and likeness(written.unit, first.quantity.unit) == "same":
        differences.append(first.quantity.low - second.quantity.low)
    elif likeness(written.unit, first.quantity.unit) == "same":
        differences.append(a - b)
    for difference in differences:
        if _near(written, difference):
            return Derivation(f"selisih {told(large)} dan {told(small)}", facts)
    if written.kind == "percent":
        earlier = index.earlier(first, second)
        ways = ((first, second, a, b), (second, first, b, a))
        for old, new, old_value, new_value in ways if earlier is None else ways[:1] if earlier else ways[1:]:
            if old_value and _near_percent(written, (new_value - old_value) / old_value * 100, coarse):
                return Derivation(
                    f"perubahan dari {told(old)} menjadi {told(new)}, dalam persen dari nilai semula", facts
                )
        low, high = sorted((a, b))
        if high and low >= 0 and first.quantity.kind != "percent" and _near_percent(written, low / high * 100, coarse):
            return Derivation(f"bagian {told(small)} dari {told(large)}", facts)
    if written.unit in ("kali", "kali lipat"):
        low, high = sorted((abs(a), abs(b)))
        if low and high / low >= Decimal("1.2") and _near(written, high / low, rounds=True):
            return Derivation(f"perbandingan {told(large)} dengan {told(small)}", facts)
    return None


def _sum(written: Quantity, amounts: Sequence[Amount]) -> Derivation | None:
    """The total of amounts of one unit."""
    if len(amounts) < 2 or any(likeness(written.unit, amount.quantity.unit) == "other" for amount in amounts):
        return None
    if not _reckonable(written, amounts):
        return None
    units = {convertible(Decimal(1), amount.quantity.unit)[1] for amount in amounts}
    factor, unit = convertible(Decimal(1), written.unit)
    if len(units) != 1 or (unit not in units and written.unit) or written.kind == "percent":
        return None
    total = sum((convertible(amount.quantity.low, amount.quantity.unit)[0] for amount in amounts), Decimal(0))
    if not _near(written, total / (factor if unit in units else Decimal(1))):
        return None
    parts = [told(amount) for amount in amounts[:6]]
    listed = f"{', '.join(parts[:-1])} dan {parts[-1]}" if len(amounts) <= 6 else f"{len(amounts)} fakta"
    return Derivation(f"jumlah {listed}", tuple(dict.fromkeys(amount.fact for amount in amounts)))


def share_of_change(written: Quantity, index: FactIndex, nearby: Nearby, stems: frozenset[str]) -> Derivation | None:
    """`naik sepertiga`, `turun lebih dari separuh`: the change from a state before to one after that is spoken of."""
    near = tuple(combinations(nearby.amounts, 2))
    for first, second in (*near, *(pair for pair in index.pairs() if pair[0].stems & stems and pair[1].stems & stems)):
        states = index.state(first), index.state(second)
        before, after = (second, first) if states[0] > states[1] else (first, second)
        for old, new in ((before, after),) if states[0] != states[1] else ((before, after), (after, before)):
            value, end = old.quantity.low, new.quantity.low
            alike = old.quantity.unit == new.quantity.unit and not old.quantity.is_range and not new.quantity.is_range
            if alike and value and end != value and is_about(written, abs(end - value) / abs(value)):
                words = f"perubahan dari {told(old)} menjadi {told(new)}, dibandingkan dengan nilai semula"
                return Derivation(words, tuple(dict.fromkeys((old.fact, new.fact))))
    return None


_LISTED = re.compile(
    r"\s{0,2}(?:[^:.;()]{0,120}(?::|,\s{1,2}(?:yaitu|yakni)\b))\s{0,3}(?P<list>[^:;()]{3,400})", re.IGNORECASE
)
_LIST_GLUE = re.compile(r",\s+(?:dan|serta|atau)\s+|,\s+|\s+(?:dan|serta|atau)\s+")
_PLACES = frozenset(("kecamatan", "desa", "kelurahan", "kabupaten", "kota", "dusun", "puskesmas", "sekolah"))
"""Units of which the names in the facts can be counted."""
_GROUP_WORDS = {
    "langkah": ("langkah", "tahap", "tahapan"),
    "tujuan": ("tujuan",),
    "manfaat": ("manfaat",),
    "keunggulan": ("keunggulan",),
    "kebaruan": ("kebaruan", "pembaruan"),
    "dasar_hukum": ("regulasi", "peraturan", "produk"),
    "hasil": ("hasil", "capaian"),
    "data_dukung": ("dokumen", "bukti"),
}


def _counted_items(written: Quantity, index: FactIndex) -> Derivation | None:
    """How many items of a group the facts list: `enam langkah`."""
    unit = written.unit.partition(" ")[0]
    if written.kind != "number" or not unit or not 2 <= written.low <= 60:
        return None
    for group, items in index.items.items():
        if len(items) == written.low:
            words = _GROUP_WORDS.get(group, (group.rpartition(".")[2].replace("_", " "),))
            if unit in words:
                return Derivation(f"banyaknya {words[0]} yang tercatat", tuple(sorted(items)))
    for fact, stems in index.lists.get(int(written.low), ()) if written.low == int(written.low) else ():
        if stem(unit) in stems:
            return Derivation(f"banyaknya {unit} dalam fakta", (fact,))
    named = index.names.headed(unit) if unit in _PLACES else ()
    if len(named) == written.low:
        return Derivation(f"banyaknya {unit} dalam fakta", tuple(dict.fromkeys(named))[:3])
    return None


def _counted_parts(written: Quantity, rest: str) -> Derivation | None:
    """How many things the sentence itself lists after the figure."""
    if written.kind != "number" or not 2 <= written.low <= 60:
        return None
    match = _LISTED.match(rest)
    if match is not None and len([part for part in _LIST_GLUE.split(match["list"]) if part.strip(" .")]) == written.low:
        return Derivation("banyaknya butir yang disebut dalam kalimat", ())
    return None


class Nearby:
    """Amounts that a sentence may be calculated from: what it and the one before it state, and what it cites."""

    def __init__(self, amounts: Iterable[Amount]) -> None:
        self.amounts = tuple(dict.fromkeys(amounts))[:24]
        self.pairs = PairTable(tuple(combinations(self.amounts, 2)))


def derive(
    written: Quantity,
    index: FactIndex,
    nearby: Nearby,
    *,
    sentence: str = "",
    rest: str = "",
    stems: frozenset[str] = frozenset(),
) -> Derivation | None:
    """How `written` follows from the facts by calculation, or None.

    Only the amounts of `nearby`, and facts of one item or one aspect, are calculated with, because among many unrelated
    facts nearly every small number is the difference of some two. `sentence` must speak of a total for figures to be
    added up; `rest` is the text after the figure, for counting a list; `stems` are the words of the sentence, for
    totals, shares and means of facts that it speaks of without repeating them.
    """
    if written.is_range:
        return None
    if (found := _counted_items(written, index)) is not None:
        return found
    for amount in (*nearby.amounts, *index.values.near(written)):
        if (found := _converted(written, amount)) is not None:
            return found
    for first, second in nearby.pairs.giving(written):
        if (found := between(written, first, second, index, coarse=True)) is not None:
            return found
    for first, second in index.differences.giving(written):
        spoken = bool(first.stems & stems and second.stems & stems)
        if (found := between(written, first, second, index, coarse=spoken)) is not None:
            return found
    if told_total(sentence):
        groups = (*combinations(nearby.amounts, 2), nearby.amounts, *index.series)
        for amounts in groups:
            if (found := _sum(written, amounts)) is not None:
                return found
        if parts := total(written, index, stems):
            return _sum(written, parts)
    found = share(written, index, stems, sentence, nearby.amounts)
    if found is None:
        found = mean(written, index, stems, sentence, rest, nearby.amounts) or product(written, nearby.amounts)
    if found is not None:
        return found
    return _counted_parts(written, rest)
