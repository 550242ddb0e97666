"""Verdicts on elements: which parts a text holds, in which passage, and which half is missing.

How a part is detected stands in the rubric; this module only evaluates clauses over the `Marks` of a text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Literal, NamedTuple

from inovasi_ai.checking.clauses import Asked, AskedPart, carrying, parts_of
from inovasi_ai.checking.marks import Marks, bits
from inovasi_ai.checking.reading import LOWER_LISTS, Reading
from inovasi_ai.domain.report import PartVerdict, Status, Verdict
from inovasi_ai.domain.rubric import Element, Rubric

__all__ = ["LOWER_LISTS", "Reading", "carrying", "judge"]

_SPANS_SHOWN = 3
_RUN = 5
"""A passage shown is at most so many sentences or list items long: it is to be read."""


class _Passage(NamedTuple):
    unit: int
    """Its first unit, among the units of all sections."""
    last: int
    """Its last unit: what stands side by side and says the same thing is one passage."""
    clause: str
    own_heading: bool


def judge(element: Element, rubric: Rubric, reading: Reading) -> Verdict:
    """The verdict on one element over all sections it may stand in."""
    home = rubric.section_of(element.id).id
    order = reading.in_order(element, home)
    part_verdicts: list[PartVerdict] = []
    carried: list[_Passage] = []
    for asked in parts_of(element):
        part = asked.part
        passages, touching, status = _judge_part(asked, element, order, reading)
        required = part.required and (part.when is None or part.when in reading.fact_ids)
        part_verdicts.append(
            PartVerdict.of(
                part.id,
                part.title,
                status,
                required,
                tuple([reading.span(passage.unit, passage.last) for passage in (*passages, *touching)]),
                passages[0].clause if passages else "",
            )
        )
        if required:
            carried.extend(passages)
    required_parts = [part for part in part_verdicts if part.required]
    status = _combine([part.status for part in required_parts])
    return Verdict(
        section=home,
        element=element.id,
        title=element.title,
        status=status,
        part_verdicts=tuple(part_verdicts),
        spans=tuple(
            [reading.span(*place) for place in dict.fromkeys((passage.unit, passage.last) for passage in carried)]
        ),
        missing=tuple([part.title for part in required_parts if part.status != "present"]),
        found_in=_elsewhere(carried, element, home, reading),
        confidence=_confidence(status, carried),
    )


def _combine(statuses: Sequence[Status]) -> Status:
    if statuses and all(status == "present" for status in statuses):
        return "present"
    return "absent" if all(status == "absent" for status in statuses) else "partial"


def _confidence(status: Status, carried: Sequence[_Passage]) -> Literal["high", "medium", "low"]:
    if status == "absent":
        return "medium"
    if status == "present" and carried and all(passage.own_heading for passage in carried):
        return "high"
    return "medium" if any(passage.own_heading for passage in carried) else "low"


def _elsewhere(carried: Sequence[_Passage], element: Element, home: str, reading: Reading) -> str | None:
    """Where the content stands when none of it is in its own place."""
    if not carried or any(passage.own_heading for passage in carried):
        return None
    first = carried[0].unit
    section = reading.views[reading.marks.view_of[first]].id
    if section is None:
        return None
    if section != home:
        return section
    heading = reading.marks.units[first].element
    return f"{home}/{heading}" if heading and heading != element.id else None


def _judge_part(
    asked: AskedPart, element: Element, order: Sequence[int], reading: Reading
) -> tuple[list[_Passage], list[_Passage], Status]:
    """The first passages that carry a part, best first, what only touches on it besides, and what they make of it.

    An assessor reads both together, but what only touches on a part says nothing of where it stands or how sure it is.
    """
    seen = 0
    for sections in order:
        seen |= sections
    own = reading.marks.under[element.id]
    passages: list[_Passage] = []
    found, units = _carrying(asked.detect, asked, seen, reading)
    if units:
        passages += islice(_best_first(found, units, own, order, reading.marks), _SPANS_SHOWN)
        if len(passages) == _SPANS_SHOWN:
            return passages, [], "present"
    found, touching = _carrying(asked.weak, asked, seen & ~units, reading)
    others: list[_Passage] = []
    if touching:
        others += islice(_best_first(found, touching, own, order, reading.marks), _SPANS_SHOWN - len(passages))
    return (passages, others, "present") if units else (others, [], "partial" if touching else "absent")


def _carrying(
    clauses: Sequence[Asked], asked: AskedPart, seen: int, reading: Reading
) -> tuple[list[tuple[str, int]], int]:
    """For each clause that holds somewhere its name and units, and the units of all of them."""
    found: list[tuple[str, int]] = []
    units, present = 0, reading.marks.present
    for clause in clauses:
        if clause.needs <= present and (carried := clause.units(reading, seen)):
            found.append((clause.name, carried))
            units |= carried
    return found, units & ~reading.astray(asked.part, units) if units else 0


def _best_first(
    found: Sequence[tuple[str, int]], units: int, own: int, order: Sequence[int], marks: Marks
) -> Iterator[_Passage]:
    """Passages under the element's own heading, then the others; by section, then by clause, the strongest first.

    A passage reaches over its neighbours that carry the part as well, as far as their heading and `_RUN` go: steps are
    shown as the list they are, and one sentence between two of them does not end it.
    """
    shown, not_first = 0, marks.not_first
    for heading, is_own in ((own, True), (~own, False)):
        for sections in order:
            held = units & heading & sections
            while held:
                # Section by section, but only those that have any: a text may have thousands.
                section = marks.section(marks.view_of[(held & -held).bit_length() - 1])
                left = held & section
                held &= ~section
                for clause, carried in found:
                    for unit in bits(carried & left & ~shown):
                        if shown >> unit & 1:
                            continue
                        first = last = unit
                        free = left & ~shown
                        while reach := _reach(free, not_first, last, _RUN - (last - first + 1)):
                            last += reach
                        while last - first + 1 < _RUN and not_first >> first & 1 and free >> first - 1 & 1:
                            first -= 1
                        shown |= (1 << last + 1) - (1 << first)
                        yield _Passage(first, last, clause, is_own)


def _reach(carrying: int, not_first: int, last: int, room: int) -> int:
    """How many units further the next one is that carries the part: 1 or 2, or 0 where the passage ends."""
    if room > 0 and not_first >> last + 1 & 1:
        if carrying >> last + 1 & 1:
            return 1
        if room > 1 and (carrying & not_first) >> last + 2 & 1:
            return 2
    return 0
