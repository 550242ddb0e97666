"""How long it is from one date of a sentence to another: `3 Mei s.d. 31 Juli 2022 (tiga bulan)`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import combinations

from inovasi_ai.text import DateMention, Quantity, earliest, latest

from .judgement import Derivation, Judgement

__all__ = ["elapsed"]

_DAYS = {
    "hari": Decimal(1), "hari kalender": Decimal(1), "minggu": Decimal(7), "bulan": Decimal("30.4375"),
    "tahun": Decimal("365.25"),
}  # fmt: skip
_MOST = 6
"""Dates of one sentence that are paired."""
_SLACK = Decimal("0.15")
"""Share of a month or week by which a period may be longer or shorter than told."""


def elapsed(
    written: Quantity, dates: Sequence[DateMention], judge: Callable[[DateMention], Judgement]
) -> Derivation | None:
    """The two dates of a sentence, both supported by facts, that lie `written` apart; the ends of a period count."""
    length = _DAYS.get(written.unit)
    if length is None or written.is_range or not dates:
        return None
    ordered = sorted(dates[:_MOST], key=lambda date: earliest(date.first))
    spans = [(date, date) for date in ordered if date.first != date.last]
    for first, last in (*spans, *combinations(ordered, 2)):
        if not _apart(written, first, last, length):
            continue
        verdicts = judge(first), judge(last)
        if all(verdict.verdict == "supported" for verdict in verdicts):
            ids = tuple(dict.fromkeys(fact for verdict in verdicts for fact in verdict.facts[:1]))
            told = f"lama {first.text}" if first is last else f"jarak antara {first.text} dan {last.text}"
            return Derivation(told, ids)
    return None


def _apart(written: Quantity, first: DateMention, last: DateMention, length: Decimal) -> bool:
    if written.unit == "tahun" and first is not last and last.last.year - first.first.year == written.low:
        return True
    days = (latest(last.last) - earliest(first.first)).days
    if length == 1:
        return written.low in (days, days + 1)
    return min(abs(days / length - written.low), abs((days + 1) / length - written.low)) <= _SLACK
