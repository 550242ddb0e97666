"""Flags of an edition as data: what is noted of a section beside its elements, and what is said where it matters.

Each flag is a file `flags/<id>.yaml`; a second YAML document holds its examples, as an element's file does.
"""

# No `from __future__ import annotations` here: pydantic would compile each annotation anew at every start.

import functools
from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from inovasi_ai.domain.rubric import Clause, Sourced
from inovasi_ai.domain.rubric_files import RubricFiles

__all__ = ["FlagExample", "FlagPlace", "FlagRule", "SameText", "read_flags"]


class _Data(BaseModel):
    model_config = ConfigDict(frozen=True, defer_build=True, extra="forbid")


class SameText(_Data):
    """When two sections are held to be told in the same words."""

    min_words: Annotated[int, Field(ge=4)]
    """A sentence of at least so many words that stands in both sections is the same text."""
    share: Annotated[float, Field(gt=0, le=1)]
    """So are shorter sentences, where together they are at least this share of a section's words."""


class FlagPlace(_Data):
    """What is said of the flag in one section."""

    tell: Literal["missing", "found", "never"] = "never"
    """Whether its lack or its presence is a finding, or neither."""
    severity: Literal["warning", "info"] = "warning"
    message: str = ""
    """What is wrong, a whole sentence; `{other}` stands for the title of the other section of identical text."""
    fix: str = ""
    """What to write, a whole sentence."""
    facts: tuple[str, ...] = ()
    """Dotted patterns of the facts that could be used, in the order of their worth."""
    told_by: str = ""
    """The `element.part` whose gap says it already while that part is not there."""


class FlagRule(Sourced):
    """One flag: how it is detected, in which sections, and what is said of it."""

    id: str
    title: str
    """A noun phrase: what the flag says is there."""
    explanation: str
    wanted: bool = True
    """Whether it is good to have."""
    detect: tuple[Clause, ...] = ()
    """Any one of these in a section raises the flag."""
    language: tuple[str, ...] = ()
    """Ids of rules of the language whose findings raise it; what they say is not said again."""
    same: SameText | None = None
    """Raised by text that another section has as well."""
    sections: Mapping[str, FlagPlace]


class FlagExample(_Data):
    """A text of a section and whether the flag must be raised in it."""

    kind: Literal["passing", "failing", "near_miss"]
    section: str
    text: str
    beside: Mapping[str, str] = {}
    """Other sections handed in with it."""
    value: bool
    span: str = ""
    """Words that must lie in the passage that carries the flag."""
    why: str = ""


@functools.lru_cache(maxsize=16)
def read_flags(files: RubricFiles, names: tuple[str, ...]) -> Mapping[str, FlagRule]:
    """The flags of a rubric by id, in its order; raises `RubricError` with file, line and field."""
    return MappingProxyType({name: files.validated(f"flags/{name}.yaml", FlagRule) for name in names})
