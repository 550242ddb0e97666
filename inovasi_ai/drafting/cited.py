"""Facts as templates see them: writing one into a sentence cites it, so a sentence's facts are what it says, by construction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from inovasi_ai.domain.facts import Fact, FactValue
from inovasi_ai.text.formatting import format_number, format_quantity
from inovasi_ai.text.values import Quantity, Regulation

__all__ = ["Change", "Cited", "Citations", "ItemView", "change"]


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
    """`85,7 persen`; None where it says nothing: from zero, to zero, or between percentages."""


_EXACT_ENOUGH = ("", "about", "almost", "over")
"""Hedges that leave the direction of a change certain when the figures stand apart."""


def change(before: Cited | None, after: Cited | None) -> Change | None:
    """The change between two cited quantities; None when they cannot be compared.

    Ranges and hedged figures have a direction when they do not overlap, but no amount: a difference of estimates is no fact.
    """
    if before is None or after is None:
        return None
    first, last = before.value, after.value
    if not isinstance(first, Quantity) or not isinstance(last, Quantity) or first.unit != last.unit:
        return None
    if first.is_range or last.is_range or first.hedge or last.hedge:
        if first.hedge not in _EXACT_ENOUGH or last.hedge not in _EXACT_ENOUGH:
            return None
        if last.low > first.high and first.hedge != "over":
            return Change("naik")
        return Change("turun") if last.high < first.low and last.hedge != "over" else None
    ids = before.fact_ids + after.fact_ids
    difference = last.low - first.low
    direction = "naik" if difference > 0 else "turun" if difference < 0 else "tetap"
    size = abs(difference).normalize()
    if first.kind == "percent":
        return Change(direction, Cited(f"{format_number(size)} poin persen", ids))
    percent = None
    if first.low != 0 and last.low != 0 and difference != 0:
        share = (abs(difference) / abs(first.low) * 100).quantize(Decimal("0.1"), ROUND_HALF_UP).normalize()
        percent = Cited(f"{format_number(share)} persen", ids)
    return Change(direction, Cited(format_quantity(Quantity(size, size, first.unit, first.kind)), ids), percent)
