"""Clauses made ready: what each asks for is laid out once per rubric, cheapest first, and then only asked.

Most clauses hold nowhere in most texts, and most of those because a cue they need is nowhere in the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from inovasi_ai.checking.reading import Reading
from inovasi_ai.domain.rubric import Clause, Element, Part

__all__ = ["Asked", "AskedPart", "carrying", "parts_of"]

_Ask = Callable[[Reading], int]
"""Something a clause asks for: the units that have it."""
_NO_PART = Part.model_construct(id="", title="", ask="")
_MOST = 4_096


class Asked:
    """One clause of a part of an element; with no part, by its words alone."""

    __slots__ = (
        "_first",
        "_min_words",
        "_not_under",
        "_one_of",
        "_rest",
        "_under",
        "_within",
        "_without",
        "name",
        "needs",
    )

    def __init__(self, clause: Clause, part: Part = _NO_PART, element: str = "") -> None:
        self.name = clause.name
        self.needs = frozenset(clause.cues)
        """Lists of which each must have a cue in the text: most clauses end here, and nothing further is looked up."""
        self._one_of = tuple([frozenset(some) for some in (clause.any_cue, clause.early) if some])
        self._without = clause.without
        self._min_words = clause.min_words
        self._under = element if clause.under_heading else None
        self._not_under = clause.not_under
        self._within = clause.within
        asked = [*_cues(clause), *_others(clause, part, element)]
        # What is named first carries the passage; the rest may stand beside it.
        self._first = asked[0] if asked else None
        self._rest = tuple(asked[1:])

    def units(self, reading: Reading, seen: int) -> int:
        """Those of the units `seen` that carry the clause."""
        marks = reading.marks
        present = marks.present
        if not self.needs <= present:
            return 0
        for some in self._one_of:
            if some.isdisjoint(present):
                return 0
        able = marks.able[self._without]
        found = seen & able & marks.long[self._min_words]
        if self._under is not None:
            found &= marks.under[self._under]
        for other in self._not_under:
            found &= ~marks.under[other]
        if found and self._first is not None:
            found &= self._first(reading)
        within = self._within
        for ask in self._rest:
            if not found:
                return 0
            found &= ask(reading) if within == 1 else marks.near(ask(reading) & able, within)
        return found


def _cues(clause: Clause) -> Iterator[_Ask]:
    for place, cue in enumerate(clause.cues):
        if clause.hits > 1 and not place:
            yield _often(cue, clause.hits)
        else:
            yield _cue(cue)


def _others(clause: Clause, part: Part, element: str) -> Iterator[_Ask]:
    """What a clause asks for besides its cues."""
    if clause.any_cue:
        yield _any_cue(clause.any_cue)
    if clause.early:
        yield _early(clause.early)
    if (citation := clause.citation) is not None:
        yield lambda reading: reading.marks.citing(citation)
    if (quantities := clause.quantities) is not None:
        yield lambda reading: reading.marks.measured(quantities)
    if period := int(clause.period):
        yield lambda reading: reading.marks.dates(period)
    if (steps := clause.steps) is not None:
        yield lambda reading: reading.marks.steps(steps, element, clause.cues, reading.deeds(steps))
    if clause.fact:
        main = clause.fact == "main"
        yield lambda reading: reading.telling(part, main=main)


def _cue(cue: str) -> _Ask:
    return lambda reading: reading.marks.cue[cue]


def _often(cue: str, hits: int) -> _Ask:
    return lambda reading: reading.marks.often[cue, hits]


def _any_cue(cues: tuple[str, ...]) -> _Ask:
    return lambda reading: reading.marks.any_cue[cues]


def _early(cues: tuple[str, ...]) -> _Ask:
    return lambda reading: reading.marks.any_early[cues]


class AskedPart(NamedTuple):
    """A part of an element with its clauses made ready."""

    part: Part
    detect: tuple[Asked, ...]
    weak: tuple[Asked, ...]


_clauses: dict[int, tuple[Clause, Asked]] = {}
_elements: dict[int, tuple[Element, tuple[AskedPart, ...]]] = {}
"""By the identity of what they were made of, which is kept so that it stays its own."""


def carrying(clause: Clause, reading: Reading) -> int:
    """Units of all sections that carry a clause, by their words alone: no facts, no element's part or heading."""
    known = _clauses.get(id(clause))
    if known is None:
        if len(_clauses) >= _MOST:
            _clauses.clear()
        known = _clauses[id(clause)] = clause, Asked(clause)
    return known[1].units(reading, reading.marks.every)


def parts_of(element: Element) -> tuple[AskedPart, ...]:
    """The parts of an element, made ready once as long as it is in use."""
    known = _elements.get(id(element))
    if known is None:
        if len(_elements) >= _MOST:
            _elements.clear()
        known = _elements[id(element)] = element, tuple([_ready(part, element.id) for part in element.parts])
    return known[1]


def _ready(part: Part, element: str) -> AskedPart:
    detect, weak = (tuple([Asked(clause, part, element) for clause in some]) for some in (part.detect, part.weak))
    return AskedPart(part, detect, weak)
