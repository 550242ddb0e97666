"""Finding cue words and phrases in a `Document`, all lists in one pass over its tokens.

A cue is one or more words; `*` at the end of a word stands for any ending (`meningkat*`). Capitals do not matter.

A list `bukan_x` holds the phrases in which a cue of the list `x` means something else: with `tidak` in `masalah` and
`tidak hanya` in `bukan_masalah`, the `tidak` of `tidak hanya` is no hit of `masalah`. Other hits nearby are untouched.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from .document import Document
from .words import normalize

__all__ = ["EXCEPTIONS", "CueHit", "CueMatcher"]

EXCEPTIONS = "bukan_"
"""What the name of a list of exceptions begins with; the name of its list follows."""


class CueHit(NamedTuple):
    """A cue found: `text[start:end]` of the document, and the list it belongs to."""

    start: int
    end: int
    cue: str
    token: int
    """Index of its first token."""


class _Word(NamedTuple):
    text: str
    open: bool
    """Any ending may follow."""

    def matches(self, norm: str) -> bool:
        return norm.startswith(self.text) if self.open else norm == self.text


class _Phrase(NamedTuple):
    rest: tuple[_Word, ...]
    lists: tuple[str, ...]


class CueMatcher:
    """Compiled lists of cues. Finding is linear in the number of tokens, whatever the number of cues."""

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        by_phrase: dict[tuple[_Word, ...], list[str]] = {}
        for name, cues in lists.items():
            for cue in cues:
                words = tuple(parse_cue(cue))
                if words:
                    by_phrase.setdefault(words, []).append(name)
        self._exact: dict[str, list[_Phrase]] = {}
        self._stems: dict[str, list[_Phrase]] = {}
        for words, names in by_phrase.items():
            table = self._stems if words[0].open else self._exact
            table.setdefault(words[0].text, []).append(_Phrase(words[1:], tuple(dict.fromkeys(names))))
        self._stem_lengths = sorted({len(stem) for stem in self._stems})
        self._excepted = {EXCEPTIONS + name: name for name in lists if EXCEPTIONS + name in lists}
        # Texts repeat their words: what one may begin is looked up once. Bounded, so that no input can grow it.
        self._memo: dict[str, tuple[_Phrase, ...]] = {}

    def _starting_with(self, norm: str) -> tuple[_Phrase, ...]:
        found = list(self._exact.get(norm, ()))
        for length in self._stem_lengths:
            if length > len(norm):
                break
            found.extend(self._stems.get(norm[:length], ()))
        if len(self._memo) < 50_000:
            self._memo[norm] = tuple(found)
        return tuple(found)

    def find(self, document: Document) -> list[CueHit]:
        """Every cue of every list, in the order of the text; overlapping cues are all reported."""
        tokens = document.tokens
        memo = self._memo
        hits: list[CueHit] = []
        for index, token in enumerate(tokens):
            phrases = memo.get(token.norm)
            if phrases is None:
                phrases = self._starting_with(token.norm)
            if not phrases:
                continue
            for phrase in phrases:
                last = index + len(phrase.rest)
                if last >= len(tokens):
                    continue
                if all(word.matches(tokens[index + offset].norm) for offset, word in enumerate(phrase.rest, start=1)):
                    hits.extend(CueHit(token.start, tokens[last].end, name, index) for name in phrase.lists)
        return self._without_exceptions(hits) if self._excepted else hits

    def _without_exceptions(self, hits: list[CueHit]) -> list[CueHit]:
        """The hits that do not lie within a phrase of their list's exceptions."""
        covered: dict[str, set[int]] = {}
        for hit in hits:
            name = self._excepted.get(hit.cue)
            if name is not None:
                covered.setdefault(name, set()).update(range(hit.start, hit.end))
        if not covered:
            return hits
        none: frozenset[int] = frozenset()
        return [
            hit for hit in hits if hit.start not in (ranges := covered.get(hit.cue, none)) or hit.end - 1 not in ranges
        ]


def parse_cue(cue: str) -> Iterable[_Word]:
    """The words of a cue as they are compared, split the way a document's tokens are."""
    for piece in cue.split():
        is_open = piece.endswith("*")
        if piece.isalpha():  # most cues are: a word is its own only token
            yield _Word(normalize(piece), False)
            continue
        tokens = Document(piece.rstrip("*")).tokens
        for position, token in enumerate(tokens, start=1):
            yield _Word(normalize(token.norm), is_open and position == len(tokens))
