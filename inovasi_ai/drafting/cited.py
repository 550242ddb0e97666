"""Facts as templates see them: writing one into a sentence cites it, so what a sentence cites is what it says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from inovasi_ai.checking.measures import convertible
from inovasi_ai.domain.facts import Fact, FactValue
from inovasi_ai.text.formatting import format_number, format_quantity
from inovasi_ai.text.values import Quantity, Regulation

__all__ = ["Change", "Citations", "Cited", "ItemView", "change"]


class Citations:
    """The ids of the facts written since `start`, in order of first use."""

    def __init__(self) -> None:
        self._ids: dict[str, None] = {}

    def start(self) -> None:
        self._ids = {}

    def add(self, fact_ids: Iterable[str]) -> None:
        self._ids.update(dict.fromkeys(fact_ids))

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(self._ids)


@dataclass(frozen=True, slots=True)
class Cited:
    """Text that rests on facts. Written into a template's sentence, its facts are cited."""

    text: str
    fact_ids: tuple[str, ...]
    value: FactValue | None = None

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.text)


class ItemView:
    """One item of the facts model: `item.nilai` is a `Cited`, or None where the fact is missing.

    A leaf the model does not have is an `AttributeError`, which a template reports as an undefined variable.
    """

    __slots__ = ("_facts", "_id", "_leaves", "_nested", "_primary")

    def __init__(
        self,
        item_id: str,
        facts: Mapping[str, Fact],
        leaves: Iterable[str],
        primary: str | None = None,
        nested: Mapping[str, Iterable[str]] | None = None,
    ) -> None:
        self._id = item_id
        self._facts = facts
        self._leaves = frozenset(leaves)
        self._primary = primary
        self._nested = nested or {}

    def __getattr__(self, leaf: str) -> Cited | ItemView | None:
        if leaf in self._nested:
            view = ItemView(f"{self._id}.{leaf}", self._facts, self._nested[leaf])
            return view if any(fact_id.startswith(f"{self._id}.{leaf}.") for fact_id in self._facts) else None
        if leaf != self._primary and leaf not in self._leaves:
            raise AttributeError(leaf)
        fact = self._facts.get(self._id if leaf == self._primary else f"{self._id}.{leaf}")
        return None if fact is None else Cited(fact.text, (fact.id,), fact.value)

    @property
    def fact_id(self) -> str:
        """Id of the item, which is the id of its main fact."""
        return self._id

    @property
    def level(self) -> str:
        """Level of the regulation this item is; empty for other items."""
        fact = self._facts.get(self._id)
        return fact.value.level if fact is not None and isinstance(fact.value, Regulation) else ""


@dataclass(frozen=True, slots=True)
class Change:
    """The change from one quantity to another of the same unit."""

    direction: str
    """`naik`, `turun` or `tetap`."""
    amount: Cited | None = None
    """`12 hari kerja`; of percentages `6,7 poin persen`. None where it cannot be computed exactly."""
    percent: Cited | None = None
    """`85,7 persen`; None where it says nothing: from zero, to zero, of many times over, or between percentages."""


_ABOUT = Decimal("0.1")
"""How far `sekitar` and `hampir` may be off, of the figure: within that two figures have no certain order."""
_EXACT = frozenset(("", "average"))
"""Hedges of figures that may be reckoned with: an average is a figure like others."""
_TELLING = 500
"""Above this a change in percent tells less than the figures themselves, and it is left out."""


def _bounds(quantity: Quantity) -> tuple[Decimal | None, Decimal | None]:
    """Between which values the true figure lies; None where it is open."""
    slack = abs(quantity.high) * _ABOUT
    match quantity.hedge:
        case "about":
            return quantity.low - slack, quantity.high + slack
        case "almost":
            return quantity.low - slack, quantity.high
        case "over" | "at_least":
            return quantity.low, None
        case "under" | "at_most":
            return None, quantity.high
        case _:
            return quantity.low, quantity.high


def _direction(first: Quantity, last: Quantity) -> str | None:
    """`naik` or `turun` where the figures certainly stand apart."""
    (first_low, first_high), (last_low, last_high) = _bounds(first), _bounds(last)
    if first_high is not None and last_low is not None and last_low > first_high:
        return "naik"
    return "turun" if first_low is not None and last_high is not None and last_high < first_low else None


def _in_unit_of(quantity: Quantity, other: Quantity) -> Quantity:
    """A bare nought in the unit of its counterpart: `0` beside `7 orang` is 0 persons; other figures as they are."""
    if quantity.unit or quantity.low or quantity.high or quantity.kind != "number":
        return quantity
    return replace(quantity, unit=other.unit, kind=other.kind)


def _same_unit(first: Quantity, last: Quantity) -> tuple[Quantity, Quantity] | None:
    """Both quantities in one unit; of different units of one dimension (hours, minutes) in its base unit."""
    if first.unit == last.unit:
        return first, last
    pairs = [(convertible(side.low, side.unit), convertible(side.high, side.unit)) for side in (first, last)]
    if pairs[0][0][1] != pairs[1][0][1]:
        return None
    old, new = (
        replace(side, low=low[0], high=high[0], unit=low[1])
        for side, (low, high) in zip((first, last), pairs, strict=True)
    )
    return old, new


def change(before: Cited | None, after: Cited | None) -> Change | None:
    """The change between two cited quantities; None when they cannot be compared.

    Ranges and hedged figures have a direction when they do not overlap, but no amount: a difference of estimates is
    no fact.
    Figures in different units of one dimension (5 hours, 45 minutes) have no amount either, but a percentage.
    Averages are reckoned with as exact figures, and a nought without a unit has that of its counterpart.
    """
    if before is None or after is None:
        return None
    first, last = before.value, after.value
    if not isinstance(first, Quantity) or not isinstance(last, Quantity):
        return None
    first, last = _in_unit_of(first, last), _in_unit_of(last, first)
    converted = _same_unit(first, last)
    if converted is None:
        return None
    alike = first.unit == last.unit
    first, last = converted
    if first.is_range or last.is_range or first.hedge not in _EXACT or last.hedge not in _EXACT:
        if (first.low, first.high, first.hedge) == (last.low, last.high, last.hedge):
            return Change("tetap")
        certain = _direction(first, last)
        return None if certain is None else Change(certain)
    ids = before.fact_ids + after.fact_ids
    difference = last.low - first.low
    direction = "naik" if difference > 0 else "turun" if difference < 0 else "tetap"
    size = abs(difference).normalize()
    if first.kind == "percent":
        return Change(direction, Cited(f"{format_number(size)} poin persen", ids))
    percent = None
    if first.low != 0 and last.low != 0 and difference != 0:
        share = (abs(difference) / abs(first.low) * 100).quantize(Decimal("0.1"), ROUND_HALF_UP).normalize()
        if 0 < share <= _TELLING:
            percent = Cited(f"{format_number(share)} persen", ids)
    if not alike:
        return Change(direction, percent=percent)
    return Change(direction, Cited(format_quantity(Quantity(size, size, first.unit, first.kind)), ids), percent)
