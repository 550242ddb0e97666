"""`Document`: one text and everything that is read from it, each computed once and only when asked for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Set
from dataclasses import replace
from itertools import accumulate
from typing import NamedTuple, TypeVar

from .blocks import opaque_spans
from .dates import DateMention, find_dates
from .fractions import plain_digits
from .names import NameMention, find_names
from .once import once
from .quantities import QuantityMention, find_quantities
from .regulations import RegulationMention, find_regulations
from .sentences import Sentence, split_sentences
from .units import UNITS
from .words import NOTE, count_words, normalize, plain_letters

__all__ = ["Document", "Note", "Token"]

_M = TypeVar("_M", DateMention, QuantityMention, RegulationMention)
_TOKEN = r"[0-9]++(?>(?:[.,][0-9]++)*)(?!\w)|\w++(?>(?:-\w++)*)"
_TOKEN_CUT = re.compile(f"({_TOKEN})")
_EXOTIC = re.compile(r"[^\x00-\x7f‘’“”…•·–—]")
_COUNTED = re.compile(
    r"(?:\b(?:sebanyak|sejumlah|sekitar|±|mencapai|lebih\s+dari|kurang\s+dari|hampir)|Rp\.?)\s{0,3}\Z", re.IGNORECASE
)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_UNIT_AFTER = re.compile(r"\s{0,3}(%|(?:[^\W\d_]+))")


class Token(NamedTuple):
    """A word or number: where it stands and the form in which it is compared. A tuple, because a text has thousands."""

    start: int
    end: int
    norm: str


class Note(NamedTuple):
    """A `[LENGKAPI: ...]` note that asks the author for something. Nothing in it is a mention."""

    start: int
    end: int


class _Claims:
    """Spans that are taken, for the question which one holds an offset."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._ends = [end for _, end in ordered]

    def end_at(self, offset: int) -> int:
        """The end of the span that holds `offset`, or 0."""
        index = bisect_right(self._starts, offset) - 1
        return self._ends[index] if index >= 0 and offset < self._ends[index] else 0

    def free(self, start: int, end: int) -> bool:
        """Whether no span touches `start:end`."""
        index = bisect_right(self._starts, end - 1) - 1
        return index < 0 or self._ends[index] <= start


class Document:
    """An immutable text with its sentences, tokens and mentions. All offsets are code points into `text` as given.

    Mentions of different kinds never share characters: a number inside a date or a decree number is no quantity, and
    nothing inside a `[LENGKAPI: ...]` note is a mention at all. Any string is accepted; no property raises.

    >>> doc = Document("Pada 2023, 87,4 persen anak di dua belas desa memiliki akta (PP 38 Tahun 2017).")
    >>> [mention.text for mention in doc.quantities]
    ['87,4 persen', 'dua belas desa']
    """

    def __init__(self, text: str) -> None:
        self.text = text

    def __repr__(self) -> str:
        return f"Document({self.text if len(self.text) <= 40 else self.text[:39] + '…'!r})"

    def __len__(self) -> int:
        return len(self.text)

    @once
    def notes(self) -> tuple[Note, ...]:
        """Spans of `[LENGKAPI: ...]`, in order."""
        if "[LENGKAPI" not in self.text:
            return ()
        return tuple(Note(*match.span()) for match in NOTE.finditer(self.text))

    @once
    def tokens(self) -> tuple[Token, ...]:
        """Words and numbers, in order. A number keeps its separators, a word its hyphens."""
        return tuple(map(Token, self.token_starts, self.token_ends, self.norms))

    def token(self, index: int) -> Token:
        """One token; where a few are wanted of a long text, cheaper than `tokens`."""
        return Token(self.token_starts[index], self.token_ends[index], self.norms[index])

    @once
    def _exotic(self) -> bool:
        """Whether there are other characters than those that nearly all texts are made of."""
        return not self.text.isascii() and _EXOTIC.search(self.text) is not None

    @once
    def _pieces(self) -> list[str]:
        """The text cut at its tokens: what stands between and the tokens, by turns, in small letters."""
        text = self.text
        lowered = text.lower()
        if len(lowered) == len(text):
            return _TOKEN_CUT.split(lowered)
        return _TOKEN_CUT.split(text)  # a few capitals have longer small letters

    @once
    def _borders(self) -> list[int]:
        return list(accumulate(map(len, self._pieces)))

    @once
    def norms(self) -> list[str]:
        """The tokens in the form in which they are compared, in order."""
        norms = self._pieces[1::2]
        if not self._exotic:
            return norms
        # Folding goes by the word as it was written, for which small letters are not enough.
        text, borders = self.text, self._borders
        return [
            norm.lower() if norm.isascii() else normalize(text[borders[2 * at] : borders[2 * at + 1]])
            for at, norm in enumerate(norms)
        ]

    @once
    def vocabulary(self) -> Set[str] | None:
        """The words of the text in small letters, the parts of hyphenated ones too: a cheap sign of what it can hold.

        None where small letters are not enough to tell whether a word stands in the text.
        """
        if self._exotic:
            return None
        words = set(self.norms)
        if "-" in self.text:
            words.update([part for word in words if "-" in word for part in word.split("-")])
        return words

    @once
    def token_starts(self) -> list[int]:
        """For each token where it starts."""
        return self._borders[:-1:2]

    @once
    def token_ends(self) -> list[int]:
        """For each token where it ends."""
        return self._borders[1::2]

    @once
    def sentences(self) -> tuple[Sentence, ...]:
        """Sentences, list items and headings, in order; together they hold every character that is not blank."""
        return split_sentences(self.text, self.notes)

    @once
    def word_count(self) -> int:
        """Number of words as `count_words` defines them."""
        return count_words(self.text)

    @once
    def regulations(self) -> tuple[RegulationMention, ...]:
        """Citations of legal products, in order."""
        return tuple(self._as_written(self._outside_notes(find_regulations(self._plain))))

    @once
    def _plain(self) -> str:
        """The text with every digit a plain one, and letters that pass for plain ones, character for character."""
        return plain_letters(plain_digits(self.text)) if self._exotic else self.text

    def _as_written(self, mentions: Iterable[_M]) -> Iterable[_M]:
        """Mentions of the plain text with their words as the given text has them."""
        if self._plain is self.text:
            return mentions
        return (replace(mention, text=self.text[mention.start : mention.end]) for mention in mentions)

    @once
    def _opaque(self) -> list[tuple[int, int]]:
        return opaque_spans(self._plain, self.vocabulary)

    @once
    def _dated(self) -> tuple[tuple[DateMention, ...], tuple[tuple[int, int], ...]]:
        """Date mentions, and the spans that are written like dates whether or not they are one."""
        taken = _Claims([*((m.start, m.end) for m in self.regulations), *self.notes, *self._opaque])
        mentions: list[DateMention] = []
        spans: list[tuple[int, int]] = []
        for start, end, period in find_dates(self._plain):
            if not taken.free(start, end) or self._counts(start, end):
                continue
            spans.append((start, end))
            if period is not None:
                mentions.append(DateMention(start, end, self.text[start:end], *period))
        return tuple(mentions), tuple(spans)

    def _counts(self, start: int, end: int) -> bool:
        """Whether four digits that could be a year count something: `2024 orang`, `sebanyak 2000 bibit`."""
        if end - start != 4:
            return False
        if _COUNTED.search(self.text, max(0, start - 16), start):
            return True
        following = _UNIT_AFTER.match(self.text, end)
        if following is None or self.text[end : end + 1] == "\n":
            return False
        word = following[1].casefold()
        if word not in UNITS or following[1][0].isupper():
            return False
        return not re.search(
            r"(?i)\b(?:tahun|thn|th\.?|sejak|pada|dari|hingga|sampai|per|awal|akhir|[a-z]*rpjm[a-z]*)\s{1,3}\Z",
            self.text[max(0, start - 12) : start],
        )

    @once
    def impossible_dates(self) -> tuple[tuple[int, int], ...]:
        """Spans written like a date with a year that no calendar has: `31 Februari 2024`, `2026–2021`."""
        dated = {mention.start for mention in self.dates}
        return tuple(span for span in self._dated[1] if span[0] not in dated and _YEAR.search(self._plain, *span))

    @property
    def dates(self) -> tuple[DateMention, ...]:
        """Dates and periods with at least a year, in order."""
        return self._dated[0]

    @once
    def quantities(self) -> tuple[QuantityMention, ...]:
        """Numbers that count or measure something, in order."""
        taken = _Claims([*((m.start, m.end) for m in self.regulations), *self._dated[1], *self.notes, *self._opaque])
        found = find_quantities(self._plain, claimed=taken.end_at, vocabulary=self.vocabulary)
        return tuple(self._as_written(mention for mention in found if taken.free(mention.start, mention.end)))

    @once
    def names(self) -> tuple[NameMention, ...]:
        """Names of agencies, places and programmes, in order."""
        taken = _Claims(
            [
                *((m.start, m.end) for m in self.regulations),
                *((m.start, m.end) for m in self.quantities),
                *self._dated[1],
                *self.notes,
            ]
        )
        return tuple(mention for mention in find_names(self.text) if taken.free(mention.start, mention.end))

    @once
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that holds `offset`, or the nearest before it (the first, when there is none before).

        An empty text has one empty sentence for this purpose.
        """
        sentences = self.sentences
        if not sentences:
            return Sentence(0, 0, 0)
        after = bisect_right(self._sentence_starts, offset)
        return sentences[after - 1 if after else 0]

    def _outside_notes(self, mentions: Iterator[RegulationMention]) -> Iterator[RegulationMention]:
        if not self.notes:
            return mentions
        taken = _Claims(self.notes)
        return (mention for mention in mentions if taken.free(mention.start, mention.end))
