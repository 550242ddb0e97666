"""Which sentences say what which facts say, compared by content words: a verdict can lean on the facts at hand."""

from __future__ import annotations

import functools
import math
from collections.abc import Collection, Iterable

from inovasi_ai.checking.view import SectionView
from inovasi_ai.domain.facts import Fact
from inovasi_ai.text.document import Document

__all__ = ["FactWords", "matches", "select"]

_SHARE = 0.6
"""Share of a fact's content words a sentence must hold to say what the fact says."""


@functools.lru_cache(maxsize=65_536)
def matches(pattern: str, fact_id: str) -> bool:
    """Whether the dotted `pattern` (`*` for one segment) leads to `fact_id` or to something it belongs to."""
    wanted, segments = pattern.split("."), fact_id.split(".")
    return len(wanted) <= len(segments) and all(
        want in ("*", segment) for want, segment in zip(wanted, segments, strict=False)
    )


def select(facts: Iterable[Fact], patterns: Collection[str]) -> list[Fact]:
    """The facts any of the patterns leads to, in their order."""
    roots = tuple({pattern.split(".", 1)[0] for pattern in patterns})
    return [
        fact for fact in facts if fact.id.startswith(roots) and any(matches(pattern, fact.id) for pattern in patterns)
    ]


class FactWords:
    """The content words of every textual fact, indexed: one pass over a section finds the sentences that say them."""

    def __init__(self, facts: Iterable[Fact], function_words: Collection[str]) -> None:
        self._views: dict[int, tuple[SectionView, dict[str, list[int]]]] = {}
        self._needed: dict[str, int] = {}
        self._postings: dict[str, list[str]] = {}
        for fact in facts:
            if not isinstance(fact.value, str):
                continue
            words = {
                token.norm
                for token in Document(fact.text).tokens
                if token.norm not in function_words and not token.norm.isdigit()
            }
            if not words:
                continue
            self._needed[fact.id] = max(min(2, len(words)), math.ceil(len(words) * _SHARE))
            for word in words:
                self._postings.setdefault(word, []).append(fact.id)

    def in_view(self, view: SectionView) -> dict[str, list[int]]:
        """Fact id to the indices of the units that say it; read once for each view, however many elements ask."""
        known = self._views.get(id(view))
        if known is None:
            known = self._views[id(view)] = (view, self._read(view))
        return known[1]

    def _read(self, view: SectionView) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for unit, words in zip(view.units, view.tokens_of, strict=True):
            if not unit.carries:
                continue
            counts: dict[str, int] = {}
            for word in words:
                for fact_id in self._postings.get(word, ()):
                    counts[fact_id] = counts.get(fact_id, 0) + 1
            for fact_id, count in counts.items():
                if count >= self._needed[fact_id]:
                    found.setdefault(fact_id, []).append(unit.index)
        return found
