"""Cutting a text where marked ranges begin and end, so that ranges which overlap can be shown side by side."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Segment", "split"]


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text over which the same ranges hold."""

    start: int
    end: int
    ranges: frozenset[int]
    """Indices of the ranges that cover the stretch."""


def split(start: int, end: int, ranges: Sequence[tuple[int, int]]) -> list[Segment]:
    """Cut `[start, end)` at every boundary of `ranges` (half-open, code points), in order and without holes.

    What lies outside `[start, end)` is cut off; an empty range covers nothing.
    """
    opens: dict[int, list[int]] = {}
    closes: dict[int, list[int]] = {}
    for index, (low, high) in enumerate(ranges):
        low, high = max(low, start), min(high, end)
        if low < high:
            opens.setdefault(low, []).append(index)
            closes.setdefault(high, []).append(index)
    cuts = sorted({start, end, *opens, *closes})
    active: set[int] = set()
    segments: list[Segment] = []
    for low, high in itertools.pairwise(cuts):
        active.difference_update(closes.get(low, ()))
        active.update(opens.get(low, ()))
        segments.append(Segment(low, high, frozenset(active)))
    return segments
