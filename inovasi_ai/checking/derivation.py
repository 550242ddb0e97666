"""How a figure can follow from facts: difference, change, ratio, share, sum, rounding, another unit, count."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from inovasi_ai.text import Quantity, format_quantity

from .fact_index import Amount, FactIndex
from .measures import convertible, likeness

__all__ = ["Derivation", "derive"]


_SCALE_WORD = re.compile(r"\b(?:juta|mil[iy]ar|tril[iy]un)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Derivation:
    """How a figure follows, in Indonesian words, and the facts it rests on."""

    words: str
    facts: tuple[str, ...]


def _told(amount: Amount) -> str:
    return format_quantity(replace(amount.quantity, hedge=""))


def _step(value: Decimal) -> Decimal:
    """The place of the last digit that was written: 0.1 for 85.7."""
    exponent = value.as_tuple().exponent
    return Decimal(1).scaleb(min(0, exponent if isinstance(exponent, int) else 0))


def _digits(value: Decimal) -> tuple[int, Decimal]:
    """Number of significant digits, and the place of the last of them: (2, 1000) for 14000."""
    _, digits, exponent = value.normalize().as_tuple()
    return len(digits), Decimal((0, (1,), exponent)) if isinstance(exponent, int) else Decimal(1)


def _near(written: Quantity, exact: Decimal) -> bool:
    """Whether `written` is `exact`, rounded to the digits written; a hedge allows a rounder number."""
    value, exact = abs(written.low), abs(exact)
    if not value:
        return not exact
    if abs(value - exact) <= _step(written.low) / 2 + Decimal("1e-9"):
        return True
    kept, place = _digits(value)
    if not written.hedge or kept >= _digits(exact)[0]:
        return False
    slack = min(place, exact / 10)
    match written.hedge:
        case "about":
            return abs(value - exact) <= min(place / 2, exact / 10)
        case "almost" | "under" | "at_most":
            return exact <= value <= exact + slack
    return exact - slack <= value <= exact


def _rounded(written: Quantity, amount: Amount, stems: frozenset[str]) -> Derivation | None:
    """A rounder writing of one amount, owned up to by a hedge word or by a scale word (`Rp1,23 miliar`)."""
    stated = amount.quantity
    if not amount.typed or stated.is_range or not written.low or not stated.low:
        return None
    like = likeness(written.unit, stated.unit)
    if like == "other" or (like == "open" and not amount.stems & stems):
        return None
    if written.hedge:
        fair = _near(written, stated.low)
    else:
        kept, place = _digits(written.low)
        fair = kept >= 2 and abs(written.low - stated.low) <= place / 2 and _SCALE_WORD.search(written.text) is not None
    return Derivation(f"pembulatan dari {_told(amount)}", (amount.fact,)) if fair else None


def _converted(written: Quantity, amount: Amount) -> Derivation | None:
    """The same amount in another unit of its dimension."""
    ours, our_base = convertible(written.low, written.unit)
    theirs, their_base = convertible(amount.quantity.low, amount.quantity.unit)
    if our_base != their_base or written.unit == amount.quantity.unit or not written.unit or amount.quantity.is_range:
        return None
    factor, _ = convertible(Decimal(1), written.unit)
    if ours != theirs and not (theirs and _near(written, theirs / factor)):
        return None
    return Derivation(f"perubahan satuan dari {_told(amount)}", (amount.fact,))


def _between(written: Quantity, first: Amount, second: Amount) -> Derivation | None:
    """What the two amounts give by subtraction or division."""
    a, base = convertible(first.quantity.low, first.quantity.unit)
    b, other = convertible(second.quantity.low, second.quantity.unit)
    if base != other and likeness(first.quantity.unit, second.quantity.unit) != "same":
        return None
    if a == b or first.quantity.is_range or second.quantity.is_range:
        return None
    facts = (first.fact, second.fact) if first.fact != second.fact else (first.fact,)
    large, small = (first, second) if a > b else (second, first)
    factor, unit = convertible(Decimal(1), written.unit)
    if (
        unit == base
        or likeness(written.unit, first.quantity.unit) == "same"
        or (written.unit == "" and written.kind == "number")
    ):
        scale = factor if unit == base else Decimal(1)
        if _near(written, (a - b) / scale):
            return Derivation(f"selisih {_told(large)} dan {_told(small)}", facts)
    if written.kind == "percent":
        for old, new, old_value, new_value in ((first, second, a, b), (second, first, b, a)):
            if old_value and _near(written, (new_value - old_value) / old_value * 100):
                return Derivation(
                    f"perubahan dari {_told(old)} menjadi {_told(new)}, dalam persen dari nilai semula", facts
                )
        low, high = sorted((a, b))
        if high and low >= 0 and first.quantity.kind != "percent" and _near(written, low / high * 100):
            return Derivation(f"bagian {_told(small)} dari {_told(large)}", facts)
    if written.unit in ("kali", "kali lipat"):
        low, high = sorted((abs(a), abs(b)))
        if low and high / low >= Decimal("1.2") and _near(written, high / low):
            return Derivation(f"perbandingan {_told(large)} dengan {_told(small)}", facts)
    return None


def _sum(written: Quantity, amounts: Sequence[Amount]) -> Derivation | None:
    """The total of amounts of one unit."""
    if len(amounts) < 2 or any(likeness(written.unit, amount.quantity.unit) == "other" for amount in amounts):
        return None
    units = {convertible(Decimal(1), amount.quantity.unit)[1] for amount in amounts}
    factor, unit = convertible(Decimal(1), written.unit)
    if len(units) != 1 or (unit not in units and written.unit) or written.kind == "percent":
        return None
    total = sum((convertible(amount.quantity.low, amount.quantity.unit)[0] for amount in amounts), Decimal(0))
    if not _near(written, total / (factor if unit in units else Decimal(1))):
        return None
    told = [_told(amount) for amount in amounts[:6]]
    listed = f"{', '.join(told[:-1])} dan {told[-1]}" if len(amounts) <= 6 else f"{len(amounts)} fakta"
    return Derivation(f"jumlah {listed}", tuple(dict.fromkeys(amount.fact for amount in amounts)))


_LISTED = re.compile(
    r"\s{0,2}(?:[^:.;()]{0,60}(?::|,\s{1,2}(?:yaitu|yakni)\b))\s{0,3}(?P<list>[^:;()]{3,400})", re.IGNORECASE
)
_LIST_GLUE = re.compile(r",\s+(?:dan|serta|atau)\s+|,\s+|\s+(?:dan|serta|atau)\s+")
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


def _counted(written: Quantity, index: FactIndex, rest: str) -> Derivation | None:
    """How many items are listed, in the facts or in the sentence itself."""
    if written.kind != "number" or written.low != written.low.to_integral_value() or not 2 <= written.low <= 60:
        return None
    count, unit = int(written.low), written.unit.partition(" ")[0]
    for group, items in index.items.items():
        words = _GROUP_WORDS.get(group, (group.rpartition(".")[2].replace("_", " "),))
        if unit and unit in words and len(items) == count:
            return Derivation(f"banyaknya {words[0]} yang tercatat", tuple(sorted(items)))
    match = _LISTED.match(rest)
    if match is not None and len([part for part in _LIST_GLUE.split(match["list"]) if part.strip(" .")]) == count:
        return Derivation("banyaknya butir yang disebut dalam kalimat", ())
    return None


def derive(
    written: Quantity,
    index: FactIndex,
    nearby: Iterable[Amount],
    *,
    stems: frozenset[str] = frozenset(),
    rest: str = "",
    cited: Iterable[Amount] = (),
) -> Derivation | None:
    """How `written` follows from the facts, or None.

    `nearby` are amounts that the same or the preceding sentence states, `cited` those the sentence cites: only these,
    and facts of one item or one aspect, are calculated with, because among many unrelated facts nearly every small
    number is the difference of some two. `stems` are the content words around the figure, `rest` is the text after it,
    for counting a list.
    """
    if written.is_range:
        return None
    near = list(dict.fromkeys((*nearby, *cited)))[:24]
    for amount in (*near, *index.amounts):
        if (found := _converted(written, amount)) is not None:
            return found
    for position, first in enumerate(near):
        for second in near[position + 1 :]:
            if (found := _between(written, first, second)) is not None:
                return found
    for first, second in index.pairs():
        if (found := _between(written, first, second)) is not None:
            return found
    for amount in (*near, *index.amounts):
        if (found := _rounded(written, amount, stems)) is not None:
            return found
    for position, first in enumerate(near):
        for second in near[position + 1 :]:
            if (found := _sum(written, (first, second))) is not None:
                return found
    if len(near) > 2 and (found := _sum(written, near)) is not None:
        return found
    for amounts in index.series().values():
        if (found := _sum(written, amounts)) is not None:
            return found
    return _counted(written, index, rest)
