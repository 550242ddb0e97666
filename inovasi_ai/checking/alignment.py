"""Which sentences say what which facts say, compared by content words: a verdict can lean on the facts at hand."""

from __future__ import annotations

import functools
import math
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain

from inovasi_ai.checking.marks import Marks
from inovasi_ai.domain.facts import Fact
from inovasi_ai.text.document import Document

__all__ = ["FactWords", "matches", "select"]

_SHARE = 0.6
"""Share of a fact's content words a sentence must hold to say what the fact says."""
_GROUP = 512
"""Facts whose words are counted together."""


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
        self._fed: dict[tuple[tuple[str, ...], bool], list[int]] = {}
        self._read: tuple[Marks, list[tuple[int, int, int]]] | None = None
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
        groups = [range(first, min(first + _GROUP, len(self._ids))) for first in range(0, len(self._ids), _GROUP)]
        self._groups = [
            _Tally(self._words[held.start : held.stop], self._needed[held.start : held.stop]) for held in groups
        ]
        """The facts in groups, so that a word of a text stands for a few facts and not for thousands."""
        self._telltales: dict[str, dict[int, None]] = {}
        """Word to the groups of facts that bear it. Whoever says enough of a fact's words says one of its rarest."""
        for place, (words, needed) in enumerate(zip(self._words, self._needed, strict=True)):
            rarest = sorted(words, key=lambda word: (frequency[word], word))[: len(words) - needed + 1]
            for word in rarest:
                self._telltales.setdefault(word, {})[place // _GROUP] = None

    def telling(self, marks: Marks, patterns: tuple[str, ...], *, main: bool) -> int:
        """Units that say a fact that one of the patterns leads to; with `main` only main statements of items."""
        fed = self._fed.get((patterns, main))
        if fed is None:
            fed = self._fed[patterns, main] = self._feeding(patterns, main=main)
        if self._read is None or self._read[0] is not marks:
            self._read = marks, self._told(marks)
        return marks.mask([at for at, group, said in self._read[1] if said & fed[group]])

    def _feeding(self, patterns: tuple[str, ...], *, main: bool) -> list[int]:
        """The facts that one of the patterns leads to: for each group, the bits that stand for them."""
        fed = [0] * len(self._groups)
        for place, fact_id in enumerate(self._ids):
            if (not main or fact_id in self._main) and any(matches(pattern, fact_id) for pattern in patterns):
                group, within = divmod(place, _GROUP)
                fed[group] |= self._groups[group].bit(within)
        return fed

    def _told(self, marks: Marks) -> list[tuple[int, int, int]]:
        """Units that say facts, each with a group of facts and the bits of those it says."""
        telltales, wanted, groups = self._telltales, frozenset(self._telltales), self._groups
        told: list[tuple[int, int, int]] = []
        for at, words in marks.words():
            if rare := wanted & words:
                near = {group for word in rare for group in telltales[word]} if len(groups) > 1 else (0,)
                told += [(at, group, said) for group in near if (said := groups[group].said(words))]
        return told


class _Tally:
    """Counts for some facts at once how many of their words are said: each has a few bits of one integer."""

    __slots__ = ("_added", "_full", "_held", "_width", "_words")

    def __init__(self, facts: Sequence[frozenset[str]], needed: Sequence[int]) -> None:
        # One bit more than the longest fact takes: it is set as soon as enough is said, and never carries over.
        self._width = width = max(map(len, facts)).bit_length() + 1
        self._held: dict[str, int] = {}
        """Word to one for each fact that has it."""
        for place, words in enumerate(facts):
            for word in words:
                self._held[word] = self._held.get(word, 0) | 1 << place * width
        self._words = frozenset(self._held)
        enough = 1 << width - 1
        self._full = sum(enough << place * width for place in range(len(facts)))
        self._added = sum(enough - least << place * width for place, least in enumerate(needed))

    def bit(self, place: int) -> int:
        """What stands for a fact in what is said."""
        return 1 << (place + 1) * self._width - 1

    def said(self, words: AbstractSet[str]) -> int:
        """The facts of which enough is among the words, as bits."""
        held = self._held
        return sum([held[word] for word in self._words & words], self._added) & self._full
