"""A text as every element and flag looks at it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from inovasi_ai.checking.alignment import FactWords, matches
from inovasi_ai.checking.marks import Marks, bits
from inovasi_ai.checking.steps import DeedWords, deed_words
from inovasi_ai.checking.view import SectionView
from inovasi_ai.domain.report import Span
from inovasi_ai.domain.rubric import Element, Part, Rubric, Steps

__all__ = ["LOWER_LISTS", "Reading"]

LOWER_LISTS = "huruf_kecil"
"""The reserved list in `cues.yaml` that names the lists whose words in capitals are names: `Pasar Baru`."""


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
            found = self._spans[first, last] = Span.of(key, units[first].start, units[last].end)
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
