"""Verdicts on elements: which parts a text holds, in which passage, and which half is missing.

How a part is detected stands in the rubric; this module only evaluates clauses over the `Marks` of a text.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from typing import Literal, NamedTuple

from inovasi_ai.checking.alignment import FactWords, matches
from inovasi_ai.checking.marks import Marks, bits
from inovasi_ai.checking.steps import DeedWords, deed_words
from inovasi_ai.checking.view import SectionView
from inovasi_ai.domain.report import PartVerdict, Span, Status, Verdict
from inovasi_ai.domain.rubric import Clause, Element, Part, Rubric, Steps

__all__ = ["LOWER_LISTS", "Reading", "carrying", "judge"]

_SPANS_SHOWN = 3
_RUN = 5
"""A passage shown is at most so many sentences or list items long: it is to be read."""
LOWER_LISTS = "huruf_kecil"
"""The reserved list in `cues.yaml` that names the lists whose words in capitals are names: `Pasar Baru`."""
_NO_PART = Part.model_construct(id="", title="", ask="")


class _Passage(NamedTuple):
    unit: int
    """Its first unit, among the units of all sections."""
    last: int
    """Its last unit: what stands side by side and says the same thing is one passage."""
    clause: str
    own_heading: bool


class Reading:
    """A text as every element looks at it: its sections, what is marked in them, and which facts they tell."""

    def __init__(
        self,
        views: Sequence[SectionView],
        rubric: Rubric,
        fact_ids: Collection[str] = (),
        words: FactWords | None = None,
    ) -> None:
        self.views = views
        self.rubric = rubric
        self.marks = Marks(views, rubric.cues.get(LOWER_LISTS, ()))
        self.fact_ids = fact_ids
        self._words = words
        self._cites = any(view.placed for view in views)
        self._spans: dict[tuple[int, int], Span] = {}
        self._telling: dict[tuple[tuple[str, ...], bool], int] = {}

    def telling(self, part: Part, *, main: bool) -> int:
        """Units that say what a fact of the part says; with `main`, what the main statement of an item says."""
        if self._words is None:
            return 0
        known = self._telling.get((part.facts, main))
        if known is None:
            known = self._telling[part.facts, main] = self._words.telling(self.marks, part.facts, main=main)
        return known

    def deeds(self, steps: Steps) -> DeedWords | None:
        """How doing is told, where the rubric says so."""
        return deed_words(steps.deeds, self.rubric) if steps.deeds is not None else None

    def span(self, first: int, last: int) -> Span:
        """Where the units `first` to `last` stand."""
        found = self._spans.get((first, last))
        if found is None:
            units = self.marks.units
            key = self.views[self.marks.view_of[first]].key
            found = self._spans[first, last] = Span(section=key, start=units[first].start, end=units[last].end)
        return found

    def in_order(self, element: Element, home: str) -> tuple[int, ...]:
        """Masks of what an element of the section `home` looks at, in the order in which it does.

        Its own section comes first, so that content found there is never reported as misplaced.
        """
        own = self.marks.home[home]
        others = self.marks.every if element.scope == "profile" else self.marks.home[None]
        return own, others & ~own

    def astray(self, part: Part, units: int) -> int:
        """Those of `units` that rest on facts, but on none that feeds the part.

        The words of a problem on the micro scale may look like one on the macro scale, and those of a state before like
        either; what a sentence cites says what it speaks of. Text that is no draft cites nothing and is judged by its
        words alone.
        """
        found = 0
        for unit in bits(units) if self._cites else ():
            view = self.marks.view_of[unit]
            cited = self.views[view].cited[unit - self.marks.offsets[view]]
            if cited and not any(matches(pattern, fact_id) for fact_id in cited for pattern in part.facts):
                found |= 1 << unit
        return found


def judge(element: Element, rubric: Rubric, reading: Reading) -> Verdict:
    """The verdict on one element over all sections it may stand in."""
    home = rubric.section_of(element.id).id
    order = reading.in_order(element, home)
    part_verdicts: list[PartVerdict] = []
    carried: list[_Passage] = []
    for part in element.parts:
        passages, touching, status = _judge_part(part, element, order, reading)
        required = part.required and (part.when is None or part.when in reading.fact_ids)
        part_verdicts.append(
            PartVerdict(
                id=part.id,
                title=part.title,
                status=status,
                required=required,
                spans=tuple([reading.span(passage.unit, passage.last) for passage in (*passages, *touching)]),
                by=passages[0].clause if passages else "",
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


def carrying(clause: Clause, reading: Reading) -> int:
    """Units of all sections that carry a clause, by their words alone: no facts, no element's part or heading."""
    return _units(clause, _NO_PART, "", reading)


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
    part: Part, element: Element, order: Sequence[int], reading: Reading
) -> tuple[list[_Passage], list[_Passage], Status]:
    """The first passages that carry a part, best first, what only touches on it besides, and what they make of it.

    An assessor reads both together, but what only touches on a part says nothing of where it stands or how sure it is.
    """
    seen = 0
    for sections in order:
        seen |= sections
    own = reading.marks.under[element.id]
    passages: list[_Passage] = []
    found, units = _carrying(part.detect, part, element.id, seen, reading)
    if units:
        passages += islice(_best_first(found, units, own, order, reading.marks), _SPANS_SHOWN)
        if len(passages) == _SPANS_SHOWN:
            return passages, [], "present"
    found, touching = _carrying(part.weak, part, element.id, seen & ~units, reading)
    others: list[_Passage] = []
    if touching:
        others += islice(_best_first(found, touching, own, order, reading.marks), _SPANS_SHOWN - len(passages))
    return (passages, others, "present") if units else (others, [], "partial" if touching else "absent")


def _carrying(
    clauses: Sequence[Clause], part: Part, element: str, seen: int, reading: Reading
) -> tuple[list[tuple[str, int]], int]:
    """For each clause that holds somewhere its name and units, and the units of all of them."""
    found: list[tuple[str, int]] = []
    units = 0
    for clause in clauses:
        carrying = _units(clause, part, element, reading) & seen
        if carrying:
            found.append((clause.name, carrying))
            units |= carrying
    return found, units & ~reading.astray(part, units)


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
                for clause, carrying in found:
                    for unit in bits(carrying & left & ~shown):
                        if shown >> unit & 1:
                            continue
                        first = last = unit
                        while reach := _reach(left & ~shown, not_first, last, _RUN - (last - first + 1)):
                            last += reach
                        while last - first + 1 < _RUN and not_first >> first & 1 and (left & ~shown) >> first - 1 & 1:
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


def _units(clause: Clause, part: Part, element: str, reading: Reading) -> int:
    """The units that carry a clause."""
    marks = reading.marks
    asked: list[int] = []
    cued = marks.cue
    for cue in clause.cues:
        mask = cued[cue] if asked or clause.hits == 1 else marks.often[cue, clause.hits]
        if not mask:
            return 0  # most clauses end here: nothing further is looked up
        asked.append(mask)
    if clause.asks_more:
        for mask in _asked(clause, part, element, reading):
            if not mask:
                return 0
            asked.append(mask)
    able = marks.able[clause.without]
    # What is named first carries the passage; the rest may stand beside it.
    found = able & marks.long[clause.min_words]
    if asked:
        found &= asked[0]
    if clause.under_heading:
        found &= marks.under[element]
    for other in clause.not_under:
        found &= ~marks.under[other]
    within = clause.within
    for mask in asked[1:]:
        if not found:
            break
        found &= mask if within == 1 else marks.near(mask & able, within)
    return found


def _asked(clause: Clause, part: Part, element: str, reading: Reading) -> Iterator[int]:
    """For each thing that a clause asks for besides its cues, the units that have it."""
    marks = reading.marks
    if clause.any_cue:
        found = 0
        for cue in clause.any_cue:
            found |= marks.cue[cue]
        yield found
    if clause.early:
        found = 0
        for cue in clause.early:
            found |= marks.early[cue]
        yield found
    if clause.citation is not None:
        yield marks.citing(clause.citation)
    if clause.quantities is not None:
        yield marks.measured(clause.quantities)
    if clause.period:
        yield marks.dates(int(clause.period))
    if clause.steps is not None:
        yield marks.steps(clause.steps, element, clause.cues, reading.deeds(clause.steps))
    if clause.fact:
        yield reading.telling(part, main=clause.fact == "main")
