"""Verdicts on elements: which parts a text holds, in which passage, and which half is missing.

How a part is detected stands in the rubric; this module only evaluates clauses over `SectionView`s.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Literal

from inovasi_ai.checking.alignment import FactWords, matches
from inovasi_ai.checking.steps import DeedWords, deed_words, step_units
from inovasi_ai.checking.view import SectionView
from inovasi_ai.domain.facts import Fact
from inovasi_ai.domain.report import PartVerdict, Span, Status, Verdict
from inovasi_ai.domain.rubric import Citation, Clause, Element, Part, Rubric, Steps
from inovasi_ai.text.values import Regulation

__all__ = ["LOWER_LISTS", "carrying", "judge"]

_SPANS_SHOWN = 3
LOWER_LISTS = "huruf_kecil"
"""The reserved list in `cues.yaml` that names the lists whose words in capitals are names: `Pasar Baru`."""
_EARLY = 4
"""Words in which the one who acts is named: `Setelah itu, warga …`, `Pada tahap pertama petugas …`."""


_NO_PART = Part(id="", title="", ask="")


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the judging of one element looks at."""

    views: Sequence[SectionView]
    aligned: Mapping[int, Mapping[str, list[int]]]
    lower: frozenset[str]
    """Cue lists whose words in capitals are names."""
    main: frozenset[str]
    """Ids of the main statements of items."""
    rubric: Rubric

    def deeds(self, steps: Steps) -> DeedWords | None:
        return deed_words(steps.deeds, self.rubric) if steps.deeds is not None else None


@dataclass(frozen=True, slots=True)
class _Passage:
    view: SectionView
    unit: int
    clause: str
    rank: int
    """The place of its clause: the strongest comes first."""
    own_heading: bool


def judge(
    element: Element,
    rubric: Rubric,
    views: Sequence[SectionView],
    facts: Sequence[Fact],
    fact_words: FactWords | None,
) -> Verdict:
    """The verdict on one element over all sections it may stand in."""
    home = rubric.section_of(element.id).id
    seen = [view for view in views if element.scope == "profile" or view.id in (home, None)]
    # The element's own section comes first, so that content found there is never reported as misplaced.
    seen.sort(key=lambda view: view.id != home)
    fact_ids = {fact.id for fact in facts}
    aligned = {id(view): fact_words.in_view(view) for view in seen} if fact_words else {}
    main = frozenset(fact.id for fact in facts if fact.id == fact.item)
    looked_at = _Seen(seen, aligned, frozenset(rubric.cues.get(LOWER_LISTS, ())), main, rubric)
    part_verdicts: list[PartVerdict] = []
    carried: list[_Passage] = []
    for part in element.parts:
        passages, status = _judge_part(part, element, looked_at)
        required = part.required and (part.when is None or part.when in fact_ids)
        part_verdicts.append(
            PartVerdict(
                id=part.id,
                title=part.title,
                status=status,
                required=required,
                spans=tuple(_span(passage) for passage in passages[:_SPANS_SHOWN]),
                by=passages[0].clause if passages else "",
            )
        )
        if required:
            carried.extend(passages[:_SPANS_SHOWN])
    required_parts = [part for part in part_verdicts if part.required]
    status = _combine([part.status for part in required_parts])
    return Verdict(
        section=home,
        element=element.id,
        title=element.title,
        status=status,
        part_verdicts=tuple(part_verdicts),
        spans=tuple(dict.fromkeys(_span(passage) for passage in carried)),
        missing=tuple(part.title for part in required_parts if part.status != "present"),
        found_in=_elsewhere(carried, element, home),
        confidence=_confidence(status, carried),
    )


def carrying(clause: Clause, view: SectionView, rubric: Rubric) -> list[int]:
    """Indices of the units of one section that carry a clause, by their words alone: no facts, no element's part."""
    alone = _Seen((view,), {}, frozenset(rubric.cues.get(LOWER_LISTS, ())), frozenset(), rubric)
    return _units(clause, _NO_PART, view.own_element or "", view, alone)


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


def _elsewhere(carried: Sequence[_Passage], element: Element, home: str) -> str | None:
    """Where the content stands when none of it is in its own place."""
    if not carried or any(passage.own_heading for passage in carried):
        return None
    first = carried[0]
    if first.view.id is None:
        return None
    if first.view.id != home:
        return first.view.id
    heading = first.view.units[first.unit].element
    return f"{home}/{heading}" if heading and heading != element.id else None


def _span(passage: _Passage) -> Span:
    unit = passage.view.units[passage.unit]
    return Span(section=passage.view.key, start=unit.start, end=unit.end)


def _judge_part(part: Part, element: Element, seen: _Seen) -> tuple[list[_Passage], Status]:
    views = seen.views
    ways: tuple[tuple[tuple[Clause, ...], Status], ...] = ((part.detect, "present"), (part.weak, "partial"))
    for clauses, status in ways:
        passages = [
            _Passage(view, unit, clause.name, rank, view.units[unit].element == element.id)
            for rank, clause in enumerate(clauses)
            for view in views
            for unit in _units(clause, part, element.id, view, seen)
            if not _speaks_of_something_else(part, view.cited[unit])
        ]
        if passages:
            passages.sort(
                key=lambda passage: (not passage.own_heading, views.index(passage.view), passage.rank, passage.unit)
            )
            unique = {(id(passage.view), passage.unit): passage for passage in reversed(passages)}
            return [passage for passage in passages if unique[id(passage.view), passage.unit] is passage], status
    return [], "absent"


def _speaks_of_something_else(part: Part, cited: Sequence[str]) -> bool:
    """Whether a draft's sentence rests on facts, but on none that feeds the part.

    The words of a problem on the micro scale may look like one on the macro scale, and those of a state before like
    either; what a sentence cites says what it speaks of. Text that is no draft cites nothing and is judged by its
    words alone.
    """
    return bool(cited) and not any(matches(pattern, fact_id) for fact_id in cited for pattern in part.facts)


def _units(clause: Clause, part: Part, element_id: str, view: SectionView, seen: _Seen) -> list[int]:
    """Indices of the units that carry the clause in this view, in order."""
    conditions = _conditions(clause, part, element_id, view, seen)
    if conditions is None:
        return []
    void: set[int] = set()
    for cue in clause.without:
        void.update(view.cues.get(cue, ()))
    units = view.units
    # What is named first carries the passage; the rest may stand beside it.
    candidates = sorted(conditions[0]) if conditions else [unit.index for unit in units]
    found = []
    for index in candidates:
        unit = units[index]
        if not unit.carries or index in void or unit.words < clause.min_words:
            continue
        if (clause.under_heading and unit.element != element_id) or unit.element in clause.not_under:
            continue
        if all(
            any(
                near in condition and units[near].block == unit.block and units[near].carries and near not in void
                for near in range(max(0, index - clause.within + 1), min(len(units), index + clause.within))
            )
            for condition in conditions
        ):
            found.append(index)
    return found


def _with_cue(cue: str, view: SectionView, seen: _Seen) -> Set[int]:
    found = view.cues.get(cue, {})
    if cue not in seen.lower:
        return found.keys()
    return {unit for unit, hits in found.items() if not all(view.is_name(hit, unit) for hit in hits)}


def _conditions(clause: Clause, part: Part, element_id: str, view: SectionView, seen: _Seen) -> list[Set[int]] | None:
    """For each thing the clause asks for, the units that have it; None when nothing has one of them."""
    conditions: list[Set[int]] = []
    for condition in _asked(clause, part, element_id, view, seen):
        if not condition:
            return None  # most clauses end here: nothing further is looked up
        conditions.append(condition)
    return conditions


def _asked(clause: Clause, part: Part, element_id: str, view: SectionView, seen: _Seen) -> Iterator[Set[int]]:
    for cue in clause.cues:
        yield _with_cue(cue, view, seen)
    if clause.any_cue:
        yield {unit for cue in clause.any_cue for unit in _with_cue(cue, view, seen)}
    if clause.early:
        first = view.first_tokens
        yield {
            unit
            for cue in clause.early
            for unit, hits in view.cues.get(cue, {}).items()
            if any(hit.token - first[unit] < _EARLY for hit in hits)
        }
    if clause.citation is not None:
        yield _citing(clause.citation, view)
    if clause.quantities is not None:
        measured = clause.quantities
        yield {
            unit
            for unit, found in view.quantities.items()
            if sum(
                (not measured.kinds or mention.quantity.kind in measured.kinds)
                and mention.quantity.unit not in measured.not_units
                and (not measured.after or view.leads_to(measured.after, mention.start, unit))
                for mention in found
            )
            >= measured.min
        }
    if clause.period:
        yield view.dated
    if clause.steps is not None:
        cued = {unit for cue in clause.cues for unit in view.cues.get(cue, ())}
        yield step_units(clause.steps, element_id, view, seen.deeds(clause.steps), cued)
    if clause.fact:
        yield {
            unit
            for fact_id, units in seen.aligned.get(id(view), {}).items()
            if (clause.fact != "main" or fact_id in seen.main)
            and any(matches(pattern, fact_id) for pattern in part.facts)
            for unit in units
        }


def _citing(wanted: Citation, view: SectionView) -> set[int]:
    """Units with enough regulations of the wanted levels that bear what is required of them."""
    return {
        unit
        for unit, mentions in view.citations.items()
        if sum(
            (not wanted.level or mention.regulation.level in wanted.level)
            and all(_identified(mention.regulation, asked) for asked in wanted.require)
            for mention in mentions
        )
        >= wanted.min
    }


def _identified(regulation: Regulation, by: str) -> bool:
    number, year = regulation.number is not None, regulation.year is not None
    return {"number": number, "year": year}.get(by, number or year)
