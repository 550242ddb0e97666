"""Figures of one unit that differ by a slip of the pen from section to section: `1.706 akta` and `1.760 akta`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from inovasi_ai.checking.consistency_words import Told
from inovasi_ai.checking.view import SectionView
from inovasi_ai.domain.report import Finding, Mention
from inovasi_ai.text.quantities import QuantityMention
from inovasi_ai.text.values import PartialDate

__all__ = ["check_near_figures"]

_GOAL = "tujuan"
_FEWEST_DIGITS = 3
_LONG = 4
"""From so many digits on, one other digit makes a slip likelier than two figures."""
_BESIDE = 40
"""Characters between a figure and the date it is of."""
_MOST = 60
"""Figures of one unit that are compared with each other."""

_When: TypeAlias = "tuple[PartialDate, PartialDate] | None"


def check_near_figures(
    sections: Sequence[Told],
    titles: Mapping[str, str],
    mentions: Sequence[Mention] = (),
    told_already: Iterable[Finding] = (),
) -> list[Finding]:
    """Suggestions, no more: two figures so alike may both be right.

    Left alone are goals, figures of other dates, rough and round figures, figures that rest on facts or that no fact
    carries (which is told), and those of `told_already`. A figure is told once, beside the first it resembles.
    """
    judged = {(mention.section, mention.start) for mention in mentions}
    taken = {(f.span.section, f.span.start) for f in told_already if f.span is not None}
    by_unit: dict[tuple[str, int, _When], list[tuple[Told, QuantityMention, str]]] = {}
    findings = []
    for told in sections:
        if told.view.id in (_GOAL, None):
            continue
        for mention, digits, when in _exact(told):
            place = (told.view.key, mention.start)
            known = by_unit.setdefault((mention.quantity.unit, len(digits), when), [])
            if place in judged or place in taken or len(known) >= _MOST:
                continue
            near = next((entry for entry in known if entry[0] is not told and _slip(entry[2], digits)), None)
            known.append((told, mention, digits))
            if near is None or any(entry[2] == digits for entry in known[:-1]):
                continue
            other, first, _ = near
            where = titles.get(other.view.key, other.view.key)
            findings.append(
                Finding(
                    rule="konsistensi.angka_mirip",
                    severity="info",
                    message=f"Di sini tertulis “{mention.text}”, pada {where} “{first.text}”; keduanya hampir sama.",
                    fix="Periksa pada sumbernya; bila yang dimaksud satu hal, samakan angkanya.",
                    section=told.view.key,
                    span=told.span(mention.start, mention.end),
                    excerpt=mention.text,
                    related=(other.span(first.start, first.end),),
                )
            )
    return findings


def _exact(told: Told) -> Iterator[tuple[QuantityMention, str, _When]]:
    """Whole numbers of things, long enough to be mistaken for one another, with their digits and their date."""
    starts = [date.start for date in told.view.document.dates]
    for unit, mentions in told.view.quantities.items():
        for mention in mentions:
            quantity = mention.quantity
            if (
                not quantity.unit
                or quantity.kind not in ("number", "money")
                or quantity.is_range
                or quantity.is_estimate
            ):
                continue
            if quantity.low == quantity.low.to_integral_value() and abs(quantity.low) < 10**15:
                digits = str(int(quantity.low)).rstrip("0")
                if len(digits) >= _FEWEST_DIGITS:
                    if unit not in told.view.dated:
                        yield mention, str(int(quantity.low)), None
                    elif (when := _date_of(told.view, starts, unit, mention)) is not None:
                        yield mention, str(int(quantity.low)), when


def _date_of(view: SectionView, starts: Sequence[int], unit: int, mention: QuantityMention) -> _When:
    """The date that stands nearest to a figure in its sentence, none when that is far; `starts` are of all dates."""
    held, dates = view.units[unit], view.document.dates
    first = bisect_left(starts, held.start)
    at = bisect_left(starts, mention.start, first)
    beside = [date for date in dates[max(first, at - 1) : at + 1] if date.start < held.end]
    if not beside:
        return None
    nearest = min(beside, key=lambda date: max(mention.start - date.end, date.start - mention.end))
    if max(mention.start - nearest.end, nearest.start - mention.end) > _BESIDE:
        return None
    return nearest.first, nearest.last


def _slip(left: str, right: str) -> bool:
    """Whether two neighbouring digits changed about make the two one, or, in a long number, one other digit."""
    if len(left) != len(right) or left == right:
        return False
    different = [place for place, (one, other) in enumerate(zip(left, right, strict=True)) if one != other]
    if len(different) == 1:
        return len(left) >= _LONG
    first, last = different[0], different[-1]
    return last == first + 1 and left[first] == right[last] and left[last] == right[first]
