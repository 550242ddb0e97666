"""Finding cue words and phrases in a `Document`, all lists in one pass over its tokens.

A cue is one or more words; `*` at the end of a word stands for any ending (`meningkat*`), a `*` of its own, after the
first word, for any word (`mengatasi *`). Capitals do not matter.

A list `bukan_x` holds the phrases in which a cue of the list `x` means something else: with `tidak` in `masalah` and
`tidak hanya` in `bukan_masalah`, the `tidak` of `tidak hanya` is no hit of `masalah`. A cue that begins within such a
phrase is no hit, also when it goes on beyond. Other hits nearby are untouched.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from .document import Document
from .words import normalize

__all__ = ["EXCEPTIONS", "CueHit", "CueMatcher", "TokenRange"]

EXCEPTIONS = "bukan_"
"""What the name of a list of exceptions begins with; the name of its list follows."""

TokenRange = tuple[int, int]
"""Index of the first and of the last token of a cue found."""


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
    length: int
    """How many words it has after the first two."""
    exact: list[str] | None
    """These words, when none of them is open."""
    rest: tuple[_Word, ...]
    lists: tuple[str, ...]


class _Opened(NamedTuple):
    """The cues that a word may begin."""

    alone: tuple[str, ...]
    """Lists that have the word by itself."""
    followed: Mapping[str, tuple[_Phrase, ...]]
    """By the second word."""
    loosely: tuple[tuple[str, _Phrase], ...]
    """Those whose second word may have any ending, with its beginning."""
    stems: tuple[str, ...]
    """These beginnings."""


class _Beginnings(dict[str, "_Opened | None"]):
    """Token norm -> the cues it may begin. Texts repeat their words, so each is looked up once; bounded in size."""

    __slots__ = ("_exact", "_lengths", "_stems")

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        super().__init__()
        self._exact: dict[str, list[tuple[str, str]]] = {}
        self._stems: dict[str, list[tuple[str, str]]] = {}
        for name, cues in lists.items():
            for cue in cues:
                first = cue.partition(" ")[0]
                if first.isalpha():  # nearly all of them; the words after it are read when a text has the first
                    self._exact.setdefault(normalize(first), []).append((cue, name))
                elif words := parse_cue(cue):
                    table = self._stems if words[0].open else self._exact
                    table.setdefault(words[0].text, []).append((cue, name))
        self._lengths = sorted({len(stem) for stem in self._stems})

    def __missing__(self, norm: str) -> _Opened | None:
        found = list(self._exact.get(norm, ()))
        for length in self._lengths:
            if length > len(norm):
                break
            found.extend(self._stems.get(norm[:length], ()))
        opened = _opened(found) if found else None
        if len(self) < 50_000:
            self[norm] = opened
        return opened


def _opened(cues: Iterable[tuple[str, str]]) -> _Opened:
    by_phrase: dict[tuple[_Word, ...], dict[str, None]] = {}
    for cue, name in cues:
        by_phrase.setdefault(parse_cue(cue), {})[name] = None
    alone: list[str] = []
    followed: dict[str, list[_Phrase]] = {}
    loosely: list[tuple[str, _Phrase]] = []
    for (_, *rest), names in by_phrase.items():
        if not rest:
            alone.extend(names)
            continue
        second, *more = rest
        exact = None if any(word.open for word in more) else [word.text for word in more]
        phrase = _Phrase(len(more), exact, tuple(more), tuple(names))
        if second.open:
            loosely.append((second.text, phrase))
        else:
            followed.setdefault(second.text, []).append(phrase)
    return _Opened(
        tuple(alone),
        {second: tuple(some) for second, some in followed.items()},
        tuple(loosely),
        tuple([stem for stem, _ in loosely]),
    )


class CueMatcher:
    """Compiled lists of cues. Finding is linear in the number of tokens, whatever the number of cues."""

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        self._beginnings = _Beginnings(lists)
        self._excepted = {name: EXCEPTIONS + name for name in lists if EXCEPTIONS + name in lists}

    def places(self, document: Document) -> dict[str, list[TokenRange]]:
        """Every cue found, by list, in the order of the text; overlapping cues are all reported."""
        norms = document.norms
        final = len(norms) - 1
        found: defaultdict[str, list[TokenRange]] = defaultdict(list)
        # Most words begin nothing; of those that do, most cues end at their second word.
        for index, opened in enumerate(map(self._beginnings.__getitem__, norms)):
            if opened is None:
                continue
            alone, followed, loosely, stems = opened
            if alone:
                place = (index, index)
                for name in alone:
                    found[name].append(place)
            if index == final:
                break
            phrases: Sequence[_Phrase] | None = None
            if followed:
                phrases = followed.get(norms[index + 1])
            if stems and (second := norms[index + 1]).startswith(stems):
                phrases = [*(phrases or ()), *[phrase for stem, phrase in loosely if second.startswith(stem)]]
            if phrases is None:
                continue
            for length, exact, rest, lists in phrases:
                after = index + 2
                if not length or (
                    norms[after : after + length] == exact if exact is not None else _goes_on(rest, norms, after)
                ):
                    place = (index, index + 1 + length)
                    for name in lists:
                        found[name].append(place)
        for name, exceptions in self._excepted.items():
            if name in found and exceptions in found:
                found[name] = _outside(found[name], found[exceptions])
        return dict(found)

    def find(self, document: Document) -> list[CueHit]:
        """Every cue of every list with its offsets, in the order of the text."""
        starts, ends = document.token_starts, document.token_ends
        hits = [
            CueHit(starts[first], ends[last], name, first)
            for name, places in self.places(document).items()
            for first, last in places
        ]
        hits.sort(key=lambda hit: hit.token)
        return hits


def _goes_on(words: tuple[_Word, ...], norms: Sequence[str], index: int) -> bool:
    """Whether the tokens from `index` on are these words."""
    return index + len(words) <= len(norms) and all(
        word.matches(norm) for word, norm in zip(words, norms[index : index + len(words)], strict=True)
    )


def _outside(places: Iterable[TokenRange], exceptions: Iterable[TokenRange]) -> list[TokenRange]:
    """The cues that do not begin within exceptions: `mengatasi *` covers all of `gizi buruk`."""
    covered = {token for first, last in exceptions for token in range(first, last + 1)}
    return [place for place in places if place[0] not in covered]


def parse_cue(cue: str) -> tuple[_Word, ...]:
    """The words of a cue as they are compared, split the way a document's tokens are."""
    bare = cue.replace(" ", "")
    if bare.isascii() and bare.isalpha():  # most cues are: a word is its own only token
        return tuple([_Word(word, False) for word in cue.lower().split()])
    words: list[_Word] = []
    for place, piece in enumerate(cue.split()):
        if piece == "*" and place:
            words.append(_Word("", True))
            continue
        is_open = piece.endswith("*")
        bare = piece.rstrip("*") if is_open else piece
        if bare.isalpha():
            words.append(_Word(normalize(bare), is_open))
            continue
        tokens = Document(bare).tokens
        for position, token in enumerate(tokens, start=1):
            words.append(_Word(normalize(token.norm), is_open and position == len(tokens)))
    return tuple(words)
