"""What stands around a figure in its text: its sentence, its clause, the years and words beside it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from inovasi_ai.text import DateMention, Document, QuantityMention
from inovasi_ai.text.sentences import Sentence

from .roles import State, clause_of, state_told
from .stems import content_stems

__all__ = ["Context"]

_CLAUSE = re.compile(
    r"[,;:()–—]|\b(?:menjadi|sedangkan|sementara|dibanding|dibandingkan|dari|dan|namun|tetapi|setelah|sebelum|hingga)\b",
    re.IGNORECASE,
)
_OPENING_DATE = re.compile(r"(?:pada|per|sepanjang|selama|hingga|dalam|tahun)\b", re.IGNORECASE)
_BRACKET = re.compile(r"\)\s?[:=|]?\s{0,3}|\s{0,3}\((?:per\s|tahun\s|pada\s)?")
"""What stands between a year in brackets and the figure it belongs to: `akta (2023): 1.706`, `1.706 akta (2023)`."""
_OF_DATE = re.compile(
    r"\s{0,3}\(?(?:(?:pada|di|per|dalam|selama|sepanjang)\s{1,3})?(?:(?:tahun|bulan)\s{1,3})?", re.IGNORECASE
)
"""What stands between a figure and the date that it is of."""
_REACH = 60
_MOST_DATES = 12


class Context:
    """One text and the figures, dates and words of each of its sentences."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.figures: dict[int, list[QuantityMention]] = defaultdict(list)
        self.dates: dict[int, list[DateMention]] = defaultdict(list)
        self._neighbours: dict[int, tuple[int, int]] = {}
        """Start of a figure -> where the figure before it ends, and where the next begins."""
        self._stems: dict[int, frozenset[str]] = {}
        for quantity in document.quantities:
            self.figures[document.sentence_at(quantity.start).index].append(quantity)
        for date in document.dates:
            self.dates[document.sentence_at(date.start).index].append(date)
        quantities = document.quantities
        for position, quantity in enumerate(quantities):
            before = quantities[position - 1].end if position else 0
            after = quantities[position + 1].start if position + 1 < len(quantities) else len(document.text)
            self._neighbours[quantity.start] = before, after

    def sentence(self, mention: QuantityMention) -> Sentence:
        """The sentence of a figure."""
        return self.document.sentence_at(mention.start)

    def stems(self, offset: int) -> frozenset[str]:
        """Content words of the sentence at `offset` and of the one before it."""
        sentence = self.document.sentence_at(offset)
        stems = self._stems.get(sentence.index)
        if stems is None:
            start = self.document.sentences[sentence.index - 1].start if sentence.index else sentence.start
            stems = content_stems(self.document.text[max(start, sentence.start - 400) : sentence.end])
            self._stems[sentence.index] = stems
        return stems

    def clause(self, mention: QuantityMention) -> tuple[frozenset[str], State]:
        """Content words of the clause of a figure, and the state that it tells."""
        text, sentence = self.document.text, self.sentence(mention)
        before, after = self._neighbours[mention.start]
        first, last = clause_of(text, mention.start, mention.end, max(before, sentence.start), min(after, sentence.end))
        return content_stems(text[first:last]), state_told(text, first, mention.start, mention.end, last)

    def years(self, mention: QuantityMention) -> frozenset[int]:
        """Years of the one date that stands in the same clause as a figure, or opens its sentence; else none."""
        sentence = self.sentence(mention)
        text = self.document.text
        dates = self.dates[sentence.index]
        if len(dates) != 1:
            own = self._beside(mention, dates)
            return _years_of(own) if own is not None else frozenset()
        date = dates[0]
        between = text[min(date.end, mention.end) : max(date.start, mention.start)]
        if len(between) > 90:
            return frozenset()
        opens = (
            _OPENING_DATE.match(text, sentence.start)
            and date.start - sentence.start <= 20
            and between.lstrip().startswith(",")
        )
        if _CLAUSE.search(between.lstrip(" ,") if opens else between) and not _BRACKET.fullmatch(between):
            return frozenset()
        figures = self.figures[sentence.index]
        if len(figures) > 1 and not opens:
            if len(figures) > 40:
                return frozenset()
            closest = min(figures, key=lambda q: min(abs(q.start - date.end), abs(date.start - q.end)))
            if closest is not mention:
                return frozenset()
        return _years_of(date)

    def _beside(self, mention: QuantityMention, dates: Sequence[DateMention]) -> DateMention | None:
        """Of several dates in a sentence, the one that stands right behind a figure, or before it in its clause."""
        if not 1 < len(dates) <= _MOST_DATES:
            return None
        text = self.document.text
        before, after = self._neighbours[mention.start]
        for date in dates:
            if mention.end <= date.start < after and _OF_DATE.fullmatch(text, mention.end, date.start):
                return date
        nearest = None
        for date in dates:
            if before <= date.start and date.end <= mention.start:
                nearest = date
        if nearest is None or mention.start - nearest.end > _REACH:
            return None
        if before and _OF_DATE.fullmatch(text, before, nearest.start):
            return None
        return nearest if not _CLAUSE.search(text, nearest.end, mention.start) else None


def _years_of(date: DateMention) -> frozenset[int]:
    return frozenset(range(date.first.year, min(date.last.year, date.first.year + 60) + 1))
