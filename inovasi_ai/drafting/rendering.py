"""One rendering of a template: the sentences it has said, the facts they cite, and their last polish."""

from __future__ import annotations

import functools
import re
from contextvars import ContextVar

from inovasi_ai.domain.draft import Sentence
from inovasi_ai.drafting.cited import Citations, Cited
from inovasi_ai.drafting.grammar import Grammar
from inovasi_ai.drafting.words import load_words

__all__ = ["Rendering", "cite", "current"]

_SPACES = re.compile(r"\s+")
_BEFORE_MARK = re.compile(r"\s+([,.;:!?)])")
_ENDS = re.compile(r"[.!?…][\"”’)]*$")
_MARKS = re.compile(r"([,;:])(?:\s*[,;:])+|[,;:]+(?=\.)")
_MONTHS = "Jan|Feb|Mar|Apr|Mei|Jun|Jul|Agu|Sep|Okt|Nov|Des"
_TIMES = "x|menit|jam|hari|minggu|bulan|tahun"
_OPENING_COUNT = re.compile(
    rf"(?!(?:19|20)[0-9]{{2}}\b)[0-9][0-9.,]*(?:\s*%|\s+(?!(?:{_TIMES})\b|(?:{_MONTHS}))[^\W\d_])", re.ASCII
)


@functools.cache
def _twice(folder: str | None) -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, load_words(folder)["kembar"])))
    return re.compile(rf"\b({words})(?:\s+\1)+\b")


class Rendering:
    """One rendering: where its sentences go, and what it may know of the words of its facts."""

    def __init__(self, name: str, folder: str | None) -> None:
        self.citations = Citations()
        self.paragraphs: list[list[Sentence]] = [[]]
        self.grammar = Grammar(load_words(folder), name)
        self.twice = _twice(folder)
        self.name = name

    def tidy(self, text: str) -> str:
        """A sentence from what a template wrote: blanks, marks and doubled words put right, a capital, a final stop.

        A count in figures does not open a sentence, and a name such as `e-KTP` keeps its small letter there.
        """
        text = _BEFORE_MARK.sub(r"\1", _SPACES.sub(" ", text)).strip()
        text = self.twice.sub(r"\1", _MARKS.sub(r"\1", text))
        if not text:
            return ""
        if not text.startswith(self.name):
            first = text.partition(" ")[0]
            if first == first.lower():
                text = text[0].upper() + text[1:]
            if _OPENING_COUNT.match(text):
                text = f"Sebanyak {text}"
        return text if _ENDS.search(text) else text.rstrip(",;: ") + "."


current: ContextVar[Rendering] = ContextVar("rendering")
"""The rendering that is under way; filters and tags have no other way to it from inside imported macros."""


def cite(value: object) -> object:
    """What Jinja calls on everything it writes: a fact that is written is a fact that is cited."""
    if isinstance(value, Cited):
        current.get().citations.add(value.fact_ids)
        return value.text
    return value
