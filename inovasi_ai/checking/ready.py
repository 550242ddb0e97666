"""What is made of a rubric, and of an innovation's facts, once and then used for every text that is checked."""

from __future__ import annotations

import weakref
from collections.abc import Mapping
from typing import NamedTuple

from inovasi_ai.checking.alignment import FactWords
from inovasi_ai.checking.consistency import check_age, check_decree_years
from inovasi_ai.checking.consistency_facts import check_facts_agree
from inovasi_ai.checking.fact_index import FactIndex
from inovasi_ai.checking.gaps import evidence_gaps, part_facts, profile_gaps
from inovasi_ai.checking.heading_names import Headings
from inovasi_ai.checking.hollow import Hollow, cue_lists
from inovasi_ai.checking.usage import check_facts, check_indicator_numbers
from inovasi_ai.domain.facts import Fact
from inovasi_ai.domain.innovation import Innovation
from inovasi_ai.domain.report import Finding
from inovasi_ai.domain.rubric import Part, Rubric, RubricSection
from inovasi_ai.text.cues import CueMatcher
from inovasi_ai.text.values import Quantity

__all__ = ["ReadyFacts", "ReadyRubric", "ready_facts", "ready_rubric"]

_FUNCTION_WORDS = "kata_tugas"


class ReadyRubric:
    """A rubric with its cues compiled and its headings indexed."""

    def __init__(self, rubric: Rubric) -> None:
        self.rubric = rubric
        self.matcher = CueMatcher(cue_lists(rubric))
        self.hollow = Hollow(rubric)
        self.headings = Headings(
            {element.id: (element.title, *element.headings) for element in rubric.elements.values()}
        )
        self.alone = {section.id: section.elements[0] for section in rubric.sections if len(section.elements) == 1}
        """Sections that are one element."""
        self.sections: Mapping[str, RubricSection] = {section.id: section for section in rubric.sections}
        self.decrees = tuple(rule for indicator in rubric.indicators for rule in indicator.decree_rules)
        """What the year of the decree that establishes an innovation must be."""
        self.function_words = frozenset(rubric.cues.get(_FUNCTION_WORDS, ()))


class ReadyFacts:
    """The facts of an innovation, indexed, and what they say of themselves by a rubric: no text changes that."""

    def __init__(self, innovation: Innovation, ready: ReadyRubric) -> None:
        # The innovation itself is not kept: it would never go.
        rubric = ready.rubric
        self.rubric = rubric
        self.facts: tuple[Fact, ...] = innovation.facts()
        self.measured = tuple(fact for fact in self.facts if isinstance(fact.value, Quantity))
        """Those whose value is a quantity."""
        self.by_id = {fact.id: fact for fact in self.facts}
        self.words = FactWords(self.facts, ready.function_words)
        self.index = FactIndex(innovation)
        self.hash = innovation.facts_hash()
        self.conditions: tuple[Finding, ...] = (
            *check_age(innovation, rubric.age_window),
            *check_decree_years(innovation, rubric.indicators, rubric.points_of),
        )
        """Whether the innovation keeps the conditions of the edition."""
        self.own: tuple[Finding, ...] = (
            *check_facts(innovation),
            *check_facts_agree(innovation),
            *profile_gaps(innovation, rubric),
            *evidence_gaps(innovation, rubric),
            *check_indicator_numbers(innovation, rubric.indicators),
        )
        """What is amiss in the facts and the list of evidence."""
        self._feeding: dict[int, list[Fact]] = {}

    def feeding(self, part: Part) -> list[Fact]:
        """The facts that feed a part of the rubric."""
        found = self._feeding.get(id(part))
        if found is None:
            found = self._feeding[id(part)] = part_facts(part, self.facts)
        return found


class _Kept(NamedTuple):
    innovation: weakref.ref[Innovation]
    by_rubric: dict[int, ReadyFacts]


_MOST_RUBRICS = 16
_rubrics: dict[int, ReadyRubric] = {}
_innovations: dict[int, _Kept] = {}


def ready_rubric(rubric: Rubric) -> ReadyRubric:
    """The rubric made ready, once as long as it is in use."""
    ready = _rubrics.get(id(rubric))
    if ready is None:
        if len(_rubrics) >= _MOST_RUBRICS:
            _rubrics.clear()
        ready = _rubrics[id(rubric)] = ReadyRubric(rubric)  # it holds the rubric, so that its id stays its own
    return ready


def ready_facts(innovation: Innovation, ready: ReadyRubric) -> ReadyFacts:
    """The innovation's facts made ready, once for each innovation and rubric; innovations are never changed."""
    key = id(innovation)
    kept = _innovations.get(key)
    if kept is None or kept.innovation() is not innovation:
        kept = _innovations[key] = _Kept(weakref.ref(innovation, lambda _: _forget(key)), {})
    facts = kept.by_rubric.get(id(ready.rubric))
    if facts is None:
        if len(kept.by_rubric) >= _MOST_RUBRICS:
            kept.by_rubric.clear()
        facts = kept.by_rubric[id(ready.rubric)] = ReadyFacts(innovation, ready)
    return facts


def _forget(key: int) -> None:
    kept = _innovations.get(key)
    if kept is not None and kept.innovation() is None:
        del _innovations[key]
