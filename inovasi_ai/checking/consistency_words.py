"""The words by which contradictions inside a text are found, read from `rubrics/konsistensi.yaml`."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from inovasi_ai import resources
from inovasi_ai.errors import Problem, RubricError
from inovasi_ai.yaml_data import read_document

__all__ = ["ConsistencyWords", "consistency_words"]

_FILE = "konsistensi.yaml"


class _File(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    rincian: tuple[str, ...]
    orang: tuple[str, ...]
    bukan_rincian: tuple[str, ...]
    netral: tuple[str, ...]
    pembeda: tuple[str, ...]
    mulai: Mapping[str, tuple[str, ...]]
    inovasi: tuple[str, ...]
    sebagian: tuple[str, ...]
    buah: tuple[str, ...]
    keadaan_awal: tuple[str, ...]
    penunjuk_nama: tuple[str, ...]
    lembaga: tuple[str, ...]
    daerah: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ConsistencyWords:
    """The lists, compiled; patterns match whole words in any capitals."""

    parts_follow: re.Pattern[str]
    """Opens the parts of a total."""
    people: frozenset[str]
    """Units that count people."""
    no_parts: re.Pattern[str]
    """Parts beside these need not add up."""
    neutral: frozenset[str]
    """Words that make no difference between two sentences."""
    sets_apart: re.Pattern[str]
    """Two sentences beside these may bear two figures."""
    starts: Mapping[str, re.Pattern[str]]
    """By kind of start: what a date after it dates."""
    any_start: re.Pattern[str]
    itself: re.Pattern[str]
    """What the innovation is called without its name."""
    partly: re.Pattern[str]
    """What a start beside it dates is not the whole innovation."""
    credited: re.Pattern[str]
    """A result beside it is the innovation's."""
    earlier: re.Pattern[str]
    """A date beside it may lie before the start."""
    announces_name: re.Pattern[str]
    """Ends where a name begins."""
    agencies: frozenset[str]
    regions: frozenset[str]


def consistency_words() -> ConsistencyWords:
    """The lists that come along, read once; raises `RubricError` when the file is not what it must be."""
    return _read(resources.find("rubrics", _FILE))


@functools.cache
def _read(path: Path) -> ConsistencyWords:
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
        parts_follow=_pattern(lists.rincian),
        people=frozenset(lists.orang),
        no_parts=_pattern(lists.bukan_rincian),
        neutral=frozenset(lists.netral),
        sets_apart=_pattern(lists.pembeda),
        starts={kind: _pattern(words) for kind, words in lists.mulai.items()},
        any_start=_pattern([word for words in lists.mulai.values() for word in words]),
        itself=_pattern(lists.inovasi),
        partly=_pattern(lists.sebagian),
        credited=_pattern(lists.buah),
        earlier=_pattern(lists.keadaan_awal),
        announces_name=re.compile(_alternatives(lists.penunjuk_nama) + r"[\s“\"'(]{1,3}\Z", re.IGNORECASE),
        agencies=frozenset(lists.lembaga),
        regions=frozenset(lists.daerah),
    )


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(_alternatives(words), re.IGNORECASE)


def _alternatives(words: Iterable[str]) -> str:
    """Whole words or phrases, the longest first, blanks of any kind between their words."""
    ordered = sorted(words, key=len, reverse=True)
    return r"\b(?:" + "|".join(r"\s{1,3}".join(map(re.escape, word.split())) for word in ordered) + r")\b"
