"""`HollowRules`: which sentences of a text state nothing although their words look as if they did, as data.

They stand in a rubric's `hollow.yaml`; a rubric without that file takes every sentence at its word.
"""

# No `from __future__ import annotations` here: pydantic would compile each annotation anew at every start.

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

__all__ = [
    "Bare",
    "HollowRules",
    "Joined",
    "Kind",
    "NotProse",
    "OffTopic",
    "Quoted",
    "Recited",
    "Repeated",
    "Said",
    "Salad",
]


class _Data(BaseModel):
    model_config = ConfigDict(frozen=True, defer_build=True, extra="forbid")


def _written_out(cues: object) -> object:
    """A list of cues with every `{before: [...], after: [...]}` written out as all its pairs."""
    return tuple(_cues(cues)) if isinstance(cues, Sequence) and not isinstance(cues, str) else cues


def _cues(entries: Sequence[object]) -> Iterator[object]:
    for entry in entries:
        if isinstance(entry, Mapping) and set(entry) == {"before", "after"}:
            yield from (f"{first} {second}" for first in entry["before"] for second in entry["after"])
        else:
            yield entry


Cues = Annotated[tuple[str, ...], BeforeValidator(_written_out)]
"""Cues as in `cues.yaml`; `{before: [a, b], after: [c, d]}` stands for `a c`, `a d`, `b c`, `b d`."""
Share = Annotated[float, Field(gt=0, le=1)]
Count = Annotated[int, Field(ge=1)]


class Kind(_Data):
    """What an official is told when sentences of a kind are found."""

    message: str
    """What is wrong, a whole sentence."""
    fix: str
    """What to do about it, a whole sentence."""


class Said(Kind):
    """Sentences that are hollow for what they say."""

    ways: tuple[tuple[str, ...], ...]
    """Names of lists; a sentence is hollow when it holds a cue of every list of any one way."""
    without_figures: bool = False
    """Only sentences without a digit: `(lihat lampiran 2)` takes nothing from a sentence that gives its figure."""


class Recited(Kind):
    """Sentences that are the rubric's own."""

    run: Count
    """So many words in a row, as the rubric has them, are one piece."""
    share: Share
    """From this share of its pieces on, a sentence is recited."""
    hint: Share
    """From this share of its pieces on, a sentence is looked at word by word."""
    phrases: tuple[str, ...] = ()
    """What is recited besides the rubric's own strings."""


class Repeated(Kind):
    """Sentences that stood before, word for word."""

    min_words: Count


class Bare(_Data):
    """Figures with nothing that joins them: `dinas 7 orang posyandu 40 persen pasien 12 hari`."""

    figures: Count
    """So many figures in a sentence ask for something that joins them."""
    leading: tuple[str, ...] = ()
    """Function words that only lead to a figure: `pada 2024`."""
    joining: tuple[str, ...] = ()
    """Marks that join: a comma, a bracket."""
    words: tuple[str, ...] = ()
    """Words that join figures although they are no function words: `menjadi`, `nomor`."""


class Joined(_Data):
    """How sentences join their words: the share of function words, those within cues left out."""

    below: Count
    """Stretches of fewer words that say something than this are no salad when they are joined like sentences."""
    least: Annotated[float, Field(ge=0, le=1)]
    most: Share


class Salad(Kind):
    """Sentences made of hardly anything but cues."""

    sentence: tuple[tuple[Count, Share], ...]
    """Words that say something, and the share of them that are words of cues from which on a stretch of neighbouring
    sentences is a salad; the longer the stretch, the lower the share may be."""
    text: tuple[tuple[Count, Share], ...]
    """The same for a section as a whole."""
    near: Share
    """Neighbouring sentences with at least this share make one stretch."""
    joined: Joined
    bare: Bare
    neutral: tuple[str, ...] = ()
    """Words that are counted neither way, besides function words and numbers: `persen`, `hari`."""
    plain: tuple[str, ...] = ()
    """Lists in `cues.yaml` of ordinary words, counted neither way: steps are told in verbs of work and places, and a
    sentence full of them is no salad."""


class Quoted(Kind):
    """Sentences between quotation marks that are taken from another's writing.

    What people say of their innovation in a report of it is no such thing, however long.
    """

    min_words: Count
    """Shorter quotations are names and sayings."""
    writings: frozenset[str] = frozenset()
    """Words of which one stands before the quotation: they name the writing it is taken from."""


class OffTopic(Kind):
    """Texts that speak of no public service at all."""

    min_words: Count
    """Shorter texts are too short to tell."""
    signs: tuple[tuple[Count, Count], ...]
    """Words of a text, and the points that its signs must make from there on. Each different sign counts once."""
    words: tuple[str, ...]
    """Signs of two points: single words, `*` for any ending, that only texts about public service use."""
    faint: tuple[str, ...] = ()
    """Signs of one point: words that such texts use more than others."""


class NotProse(Kind):
    """Lines of data files: those that hold a name as programs write it, `waktu_penerapan`, or one of the marks."""

    marks: tuple[str, ...] = ()
    """Characters in a row that stand in data files and not in sentences: `: [`."""
    comment: str = ""
    """What a comment begins with in a data file. A few such lines may be titles."""
    comments: Count = 4
    """So many of them in a section are comments."""


class HollowRules(_Data):
    """All kinds of hollow sentences; a kind that is not there is not looked for."""

    lists: Mapping[str, Cues] = {}
    said: Mapping[str, Said] = {}
    recited: Recited | None = None
    repeated: Repeated | None = None
    salad: Salad | None = None
    quoted: Quoted | None = None
    off_topic: OffTopic | None = None
    not_prose: NotProse | None = None

    @model_validator(mode="after")
    def _lists_exist(self) -> "HollowRules":
        named = {name for rule in self.said.values() for way in rule.ways for name in way}
        if lacking := sorted(named - set(self.lists)):
            raise ValueError(f"daftar ini disebut tetapi tidak ada pada `lists`: {', '.join(lacking)}")
        return self
