"""Which sentences say what which facts say, compared by content words: a verdict can lean on the facts at hand."""

from __future__ import annotations

import functools
import math
from collections import Counter
from collections.abc import Collection, Iterable
from itertools import chain

from inovasi_ai.checking.marks import Marks
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
    """The content words of every textual fact, indexed: one pass over a text finds the sentences that say them."""

    def __init__(self, facts: Iterable[Fact], function_words: Collection[str]) -> None:
        self._main: set[str] = set()
        self._ids: list[str] = []
        self._words: list[frozenset[str]] = []
        self._needed: list[int] = []
        self._fed: dict[tuple[tuple[str, ...], bool], tuple[str, ...]] = {}
        self._read: tuple[Marks, dict[str, int]] | None = None
        for fact in facts:
            if not isinstance(fact.value, str):
                continue
            norms = frozenset(Document(fact.text).norms)
            words = frozenset(norm for norm in norms if norm not in function_words and not norm.isdigit())
            if not words:
                continue
            if fact.id == fact.item:
                self._main.add(fact.id)
            self._ids.append(fact.id)
            self._words.append(words)
            self._needed.append(max(min(2, len(words)), math.ceil(len(words) * _SHARE)))
        frequency = Counter(chain.from_iterable(self._words))
        self._telltales: dict[str, list[int]] = {}
        """Word to the places of facts in `_ids`. Whoever says enough of a fact's words says one of its rarest."""
        for place, (words, needed) in enumerate(zip(self._words, self._needed, strict=True)):
            rarest = sorted(words, key=lambda word: (frequency[word], word))[: len(words) - needed + 1]
            for word in rarest:
                self._telltales.setdefault(word, []).append(place)

    def telling(self, marks: Marks, patterns: tuple[str, ...], *, main: bool) -> int:
        """Units that say a fact that one of the patterns leads to; with `main` only main statements of items."""
        fed = self._fed.get((patterns, main))
        if fed is None:
            fed = self._fed[patterns, main] = tuple(
                fact_id
                for fact_id in self._ids
                if (not main or fact_id in self._main) and any(matches(pattern, fact_id) for pattern in patterns)
            )
        if self._read is None or self._read[0] is not marks:
            self._read = marks, self._told(marks)
        told = self._read[1]
        found = 0
        for fact_id in fed:
            if fact_id in told:
                found |= told[fact_id]
        return found

    def _told(self, marks: Marks) -> dict[str, int]:
        """Fact id to the units that say it."""
        telltales, wanted = self._telltales, self._telltales.keys()
        units: dict[int, list[int]] = {}
        for at, words in marks.words():
            for fact in {fact for word in wanted & words for fact in telltales[word]}:
                if len(self._words[fact] & words) >= self._needed[fact]:
                    units.setdefault(fact, []).append(at)
        return {self._ids[fact]: marks.mask(told) for fact, told in units.items()}
