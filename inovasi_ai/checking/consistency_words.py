"""The words by which contradictions inside a text are found, read from `rubrics/konsistensi.yaml`."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from inovasi_ai import resources
from inovasi_ai.checking.view import SectionView
from inovasi_ai.domain.report import Span
from inovasi_ai.errors import Problem, RubricError
from inovasi_ai.yaml_data import read_document

__all__ = ["ConsistencyWords", "Told", "consistency_words", "read_words"]

_FILE = "konsistensi.yaml"


class _File(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    rincian: tuple[str, ...]
    orang: tuple[str, ...]
    bukan_rincian: tuple[str, ...]
    netral: tuple[str, ...]
    dari_menjadi: tuple[str, str]
    mulai: Mapping[str, tuple[str, ...]]
    inovasi: tuple[str, ...]
    menetapkan: tuple[str, ...]
    sebagian: tuple[str, ...]
    buah: tuple[str, ...]
    keadaan_awal: tuple[str, ...]
    penunjuk_nama: tuple[str, ...]
    lembaga: tuple[str, ...]
    daerah: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ConsistencyWords:
    """The lists, in small letters. Phrases are looked for as they stand, which costs next to nothing in most texts."""

    parts_follow: tuple[str, ...]
    """Opens the parts of a total."""
    people: frozenset[str]
    """Units that count people."""
    no_parts: re.Pattern[str]
    """Parts beside these need not add up."""
    neutral: frozenset[str]
    """Words that make no difference between two sentences."""
    from_to: tuple[str, str]
    """What stands before the first and the second figure of a change."""
    starts: Mapping[str, tuple[str, ...]]
    """By kind of start: what a date after it dates."""
    itself: re.Pattern[str]
    """What the innovation is called without its name."""
    establishes: tuple[str, ...]
    """The decree that follows establishes the innovation."""
    partly: re.Pattern[str]
    """What a start beside it dates is not the whole innovation."""
    credited: tuple[str, ...]
    """A result beside it is the innovation's."""
    earlier: re.Pattern[str]
    """A date beside it may lie before the start."""
    name_heads: tuple[str, ...]
    """Words before the name of an innovation."""
    announces_name: re.Pattern[str]
    """Ends where a name begins."""
    agencies: frozenset[str]
    regions: frozenset[str]
    named: tuple[str, ...]
    """`agencies` and `regions`."""


@functools.cache
def consistency_words() -> ConsistencyWords:
    """The lists that come along, read once; raises `RubricError` when the file is not what it must be."""
    return read_words(resources.find("rubrics", _FILE))


def read_words(path: Path) -> ConsistencyWords:
    """The lists of one file; raises `RubricError` naming the field."""
    try:
        lists = _File.model_validate(read_document(path))
    except ValidationError as error:
        problems = [
            Problem(
                "isian pada berkas kata tidak sesuai",
                file=str(path),
                field=".".join(str(part) for part in problem["loc"]),
                found=str(problem["msg"]),
            )
            for problem in error.errors()
        ]
        raise RubricError(problems) from error
    return ConsistencyWords(
        parts_follow=lists.rincian,
        people=frozenset(lists.orang),
        no_parts=_pattern(lists.bukan_rincian),
        neutral=frozenset(lists.netral),
        from_to=lists.dari_menjadi,
        starts=lists.mulai,
        itself=_pattern(lists.inovasi),
        establishes=lists.menetapkan,
        partly=_pattern(lists.sebagian),
        credited=lists.buah,
        earlier=_pattern(lists.keadaan_awal),
        name_heads=lists.penunjuk_nama,
        announces_name=re.compile(_alternatives(lists.penunjuk_nama) + r"[\s“\"'(]{1,3}\Z"),
        agencies=frozenset(lists.lembaga),
        regions=frozenset(lists.daerah),
        named=(*frozenset(lists.lembaga), *frozenset(lists.daerah)),
    )


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(_alternatives(words))


def _alternatives(words: Iterable[str]) -> str:
    """Whole words or phrases, the longest first."""
    return r"\b(?:" + "|".join(map(re.escape, sorted(words, key=len, reverse=True))) + r")\b"


@functools.lru_cache(maxsize=64)
def _by_word(phrases: tuple[str, ...]) -> tuple[frozenset[str], Mapping[str, Sequence[str]]]:
    """The phrases by their longest words, and these."""
    by_word: dict[str, list[str]] = {}
    for phrase in phrases:
        by_word.setdefault(max(phrase.split(), key=len), []).append(phrase)
    return frozenset(by_word), by_word


class Told:
    """A section as contradictions are looked for in it: its text also in small letters, place for place."""

    __slots__ = ("lower", "norms", "text", "view")

    def __init__(self, view: SectionView) -> None:
        self.view = view
        self.text = view.document.text
        lower = self.text.lower()
        self.lower = lower if len(lower) == len(self.text) else self.text
        self.norms = frozenset(view.document.norms)

    def phrases(self, phrases: tuple[str, ...]) -> list[tuple[int, int]]:
        """Start and end of every phrase that stands there as whole words, in the order of the text."""
        words, by_word = _by_word(phrases)
        lower = self.lower
        found = []
        # Looking words up is cheaper than looking for phrases.
        for phrase in [phrase for word in self.norms & words for phrase in by_word[word]]:
            start = lower.find(phrase)
            while start != -1:
                end = start + len(phrase)
                if not (lower[start - 1 : start].isalnum() or lower[end : end + 1].isalnum()):
                    found.append((start, end))
                start = lower.find(phrase, end)
        return sorted(found)

    def span(self, start: int, end: int) -> Span:
        """The span of a stretch."""
        return Span(section=self.view.key, start=start, end=end)
