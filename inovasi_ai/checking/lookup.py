"""Sorted tables over what facts state: which amounts lie near a value, and which pairs can give it.

They only narrow the search, in floating point; what they yield is held against the figure exactly elsewhere.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from inovasi_ai.text import Quantity

from .measures import convertible

if TYPE_CHECKING:
    from .fact_index import Amount

__all__ = ["PairTable", "ValueTable"]

_WIDE = 0.13
"""Share of a value within which a hedged figure may lie."""
_MOST = 64
"""Candidates looked at for one figure: where more lie so near, any of them would be chance."""


class _Sorted:
    """Positions of things by a number."""

    __slots__ = ("_at", "_keys")

    def __init__(self, entries: Iterable[tuple[float, int]]) -> None:
        ordered = sorted(entries)
        self._keys = [key for key, _ in ordered]
        self._at = [position for _, position in ordered]

    def within(self, value: float, slack: float) -> Iterable[int]:
        low = bisect_left(self._keys, value - slack)
        return self._at[low : bisect_right(self._keys, value + slack, low)]


def _slack(value: float, hedged: bool) -> float:
    return max(abs(value) * _WIDE, 1.1) if hedged else 0.06 + abs(value) * 1e-9


class ValueTable:
    """Amounts by their values, as stated and in the base unit of their dimension."""

    def __init__(self, amounts: Sequence[Amount]) -> None:
        self._amounts = amounts
        plain: list[tuple[float, int]] = []
        based: dict[str, list[tuple[float, int]]] = {}
        for position, amount in enumerate(amounts):
            quantity = amount.quantity
            for end in {quantity.low, quantity.high}:
                plain.append((float(end), position))
                value, base = convertible(end, quantity.unit)
                based.setdefault(base, []).append((float(value), position))
        self._plain = _Sorted(plain)
        self._based = {base: _Sorted(entries) for base, entries in based.items()}

    def near(self, written: Quantity) -> Sequence[Amount]:
        """Amounts, in the order of the facts, that a figure may round, bound or convert."""
        value = float(written.low)
        found = set(self._plain.within(value, _slack(value, True)))
        value_in_base, base = convertible(written.low, written.unit)
        if base in self._based:
            slack = _slack(value, True) * float(convertible(type(written.low)(1), written.unit)[0])
            found.update(self._based[base].within(float(value_in_base), slack))
        return [self._amounts[position] for position in sorted(found)]


class PairTable:
    """Pairs of amounts by what their subtraction and division give."""

    def __init__(self, pairs: Sequence[tuple[Amount, Amount]]) -> None:
        self._pairs = pairs
        differences: list[tuple[float, int]] = []
        percents: list[tuple[float, int]] = []
        ratios: list[tuple[float, int]] = []
        for position, (first, second) in enumerate(pairs):
            raw_a, raw_b = float(first.quantity.low), float(second.quantity.low)
            a, b = (float(convertible(amount.quantity.low, amount.quantity.unit)[0]) for amount in (first, second))
            differences.append((abs(a - b), position))
            if (raw_a, raw_b) != (a, b):
                differences.append((abs(raw_a - raw_b), position))
            for old, new in ((a, b), (b, a)):
                if old:
                    percents.append((abs((new - old) / old * 100), position))
            low, high = sorted((abs(a), abs(b)))
            if high:
                percents.append((low / high * 100, position))
            if low:
                ratios.append((high / low, position))
        self._differences, self._percents, self._ratios = _Sorted(differences), _Sorted(percents), _Sorted(ratios)

    def giving(self, written: Quantity) -> Iterable[tuple[Amount, Amount]]:
        """Pairs, in their order, that a figure may be calculated from."""
        hedged = written.hedge not in ("", "average")
        value = abs(float(written.low))
        found = set(self._differences.within(value, _slack(value, hedged)))
        based = abs(float(convertible(written.low, written.unit)[0]))
        if based != value:
            found.update(self._differences.within(based, _slack(based, hedged)))
        if written.kind == "percent":
            whole = 0.5 if written.low == written.low.to_integral_value() else 0.0
            found.update(self._percents.within(value, max(whole + 1e-9, _slack(value, hedged))))
        elif written.unit in ("kali", "kali lipat"):
            found.update(self._ratios.within(value, _slack(value, hedged)))
        return (self._pairs[position] for position in islice(sorted(found), _MOST))
