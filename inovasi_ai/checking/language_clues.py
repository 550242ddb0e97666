"""Which patterns a text can match, told by its words.

A text holds few words that no other text holds. What a word says of the patterns is kept, so that the next text costs
one look-up for all the words that say nothing, instead of a search for every hint of every rule.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from inovasi_ai.checking.language_kinds import Pattern

__all__ = ["Clues"]

_MOST = 20_000
"""Words that are kept; then everything is forgotten."""
_LONGEST = 40
"""Characters of a word that is kept."""


class Clues:
    """What the words of texts, runs without a blank, say of `patterns`."""

    __slots__ = ("_anywhere", "_known", "_patterns", "_pieces", "_plain")

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        self._patterns = patterns
        # A blank is in no word: of a hint only its longest part is looked for.
        self._pieces = [tuple({max(hint.split() or [""], key=len) for hint in rule.hint}) for rule in patterns]
        self._anywhere = frozenset(
            at for at, pieces in enumerate(self._pieces) if patterns[at].word is None and "" in pieces
        )
        self._plain: set[str] = set()
        """Words that say nothing."""
        self._known: dict[str, tuple[int, ...]] = {}
        """Word -> indexes of the patterns it speaks of."""

    def told(self, text: str) -> list[int]:
        """Indexes of the patterns that may match in `text`; all others match nothing."""
        known = self._known
        found = set(self._anywhere)
        strange: list[str] = []
        for word in set(text.split()) - self._plain:
            patterns = known.get(word)
            if patterns is None:
                strange.append(word)
            else:
                found.update(patterns)
        if strange:
            found.update(self._learned(strange))
        return sorted(found)

    def _learned(self, words: list[str]) -> set[int]:
        """The patterns that words not met before speak of; the words are known from now on."""
        told: dict[str, list[int]] = {}
        found: set[int] = set()
        together = "\n".join(words)
        starts = list(accumulate((len(word) + 1 for word in words), initial=0))
        for at in range(len(self._patterns)):
            for place in self._places(at, together, starts):
                found.add(at)
                told.setdefault(words[place], []).append(at)
        if len(self._plain) + len(self._known) > _MOST:
            self._plain, self._known = set(), {}
        if len(words) <= _MOST:
            kept = [word for word in words if len(word) <= _LONGEST]
            self._known.update((word, tuple(told[word])) for word in kept if word in told)
            self._plain.update(word for word in kept if word not in told)
        return found

    def _places(self, at: int, together: str, starts: list[int]) -> Iterator[int]:
        """Which of the words, set one to a line, speak of a pattern."""
        clue = self._patterns[at].clue
        if clue is not None:
            match = clue.search(together)
            while match is not None:
                place = bisect_right(starts, match.start()) - 1
                yield place
                match = clue.search(together, starts[place + 1])
            return
        for piece in self._pieces[at]:
            offset = together.find(piece) if piece else -1
            while offset != -1:
                place = bisect_right(starts, offset) - 1
                yield place
                offset = together.find(piece, starts[place + 1])
