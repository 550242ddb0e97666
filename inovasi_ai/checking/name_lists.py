"""Which words are nobody's name, which bodies everybody knows, and what short forms stand for (`rubrics/nama.yaml`)."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from inovasi_ai import resources
from inovasi_ai.errors import Problem, RubricError
from inovasi_ai.yaml_data import read_document

__all__ = ["NameLists", "name_lists"]

_FILE = "nama.yaml"
_TOKEN = re.compile(r"[^\W_]+")


class _File(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    umum: str
    lazim: tuple[str, ...]
    nasional: tuple[str, ...]
    geografi: tuple[str, ...]
    singkatan: Mapping[str, str]
    jenis_wilayah: Mapping[str, str]
    lembaga: str


@dataclass(frozen=True, slots=True)
class NameLists:
    """The lists, in the form in which names are compared."""

    common: frozenset[str]
    """Words that are nobody's name."""
    everywhere: frozenset[str]
    """Bodies that every region has; without a region they claim nothing."""
    national: frozenset[str]
    regions: frozenset[str]
    """Provinces and islands."""
    short: Mapping[str, str]
    kinds: Mapping[str, str]
    """Words that say what kind of region a name is of, or who heads it -> the kind."""
    bodies: frozenset[str]
    """First words of institutions that are not the region whose name they bear."""

    def plain(self, text: str) -> str:
        """`text` as words in lower case with blanks between, short forms written out."""
        short = self.short
        return " ".join([short.get(token, token) for token in _TOKEN.findall(text.lower())])


def name_lists() -> NameLists:
    """The lists of the data in use. Raises `RubricError` when the file cannot be read."""
    return _lists(resources.find("rubrics", _FILE))


@functools.cache
def _lists(path: Path) -> NameLists:
    try:
        raw = _File.model_validate(read_document(path))
    except ValidationError as caught:
        raise RubricError(
            [
                Problem(error["msg"], file=str(path), field=".".join(str(part) for part in error["loc"]))
                for error in caught.errors(include_url=False)
            ]
        ) from caught
    bare = NameLists(frozenset(), frozenset(), frozenset(), frozenset(), dict(raw.singkatan), {}, frozenset())
    return NameLists(
        common=frozenset(raw.umum.lower().split()),
        everywhere=frozenset(map(bare.plain, raw.lazim)),
        national=frozenset(map(bare.plain, raw.nasional)),
        regions=frozenset(map(bare.plain, raw.geografi)),
        short=bare.short,
        kinds={word: kind for kind, words in raw.jenis_wilayah.items() for word in words.split()},
        bodies=frozenset(raw.lembaga.split()),
    )
