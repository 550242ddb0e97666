"""`Clause`: one way a passage can carry a part, and what it may ask of the passage.

The kinds are few and closed; each says here what it means. How they are asked stands in `checking/clauses.py`.
"""

# No `from __future__ import annotations` here: pydantic would compile each annotation anew at every start.

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from inovasi_ai.text.values import QuantityKind, RegulationLevel

__all__ = ["Citation", "Clause", "Deeds", "Quantities", "Steps"]


class _Data(BaseModel):
    model_config = ConfigDict(frozen=True, defer_build=True, extra="forbid")


class Citation(_Data):
    """Regulations cited in the passage."""

    level: tuple[RegulationLevel, ...] = ()
    """Any level when empty."""
    require: tuple[Literal["number", "year", "number_or_year"], ...] = ()
    """`number_or_year`: one of the two identifies it."""
    min: int = 1


class Quantities(_Data):
    """Quantities stated in the passage."""

    kinds: tuple[QuantityKind, ...] = ()
    """Any kind when empty."""
    not_units: tuple[str, ...] = ()
    """Units that count nothing here: `lima langkah` is no benefit."""
    after: str = ""
    """A cue list: only figures that one of its cues leads to, `baru 38 persen`, `hanya sekitar 12 desa`."""
    min: int = 1


class Deeds(_Data):
    """How it is told that something is done; each field names a list in `cues.yaml`.

    These lists hold shapes of words, not phrases: `me*` begins so, `pe*an` begins and ends so, a word without a star is
    itself. A line tells a deed when it opens with one of the `nouns`, or has one of the verbs among its first words.
    """

    nouns: str
    """Words of doing a line opens with: `pembentukan tim`, `sosialisasi kepada warga`."""
    active: str
    """Verbs that stand at the opening or after the one who acts: `petugas memeriksa`."""
    passive: str
    """Verbs that stand at the opening or after what is acted upon: `berkas diperiksa`."""
    but: str
    """Words that only look like those: `perempuan`, `media`."""
    leads: str
    """Words that may stand before: `pada tahun 2023`, `tahap`."""
    breaks: str
    """Words after which a verb belongs to someone or something, and is no deed of the line: `warga yang memiliki`."""
    empty: str
    """Words that name a stage and nothing that is done in it: a line of these alone tells no deed."""

    @property
    def lists(self) -> tuple[str, ...]:
        return (self.nouns, self.active, self.passive, self.but, self.leads, self.breaks, self.empty)


class Steps(_Data):
    """Steps in order: list items, or sentences that open with a word of order."""

    min: int
    cues: str
    """The cue list of words of order; they count where they open a sentence or a clause."""
    inline: bool = False
    """Items within a sentence, `1) … 2) …`, are steps too."""
    arrows: bool = False
    """Items joined by arrows, `A → B → C`, are steps too, when two of them tell a deed."""
    series: bool = False
    """Deeds in a series set apart by commas are steps too: `rapat persiapan, pengumpulan data, dan uji coba`."""
    deeds: Deeds | None = None
    """What a listed item must tell to be a step; None: any item is one."""
    actors: bool = False
    """Only listed items that name who acts before the verb; asks for `deeds`."""


class Clause(_Data):
    """One way a passage can carry a part. The strongest clause comes first: its passages are shown first.

    Everything named must hold within `within` neighbouring sentences; the sentence with what is named first carries the
    part.
    """

    name: str
    """Shown when the checker explains why a passage passed."""
    cues: tuple[str, ...] = ()
    """Cue lists that must all occur."""
    hits: Annotated[int, Field(ge=1)] = 1
    """At how many places of the sentence the first of `cues` must occur: one word may be chance."""
    any_cue: tuple[str, ...] = ()
    """Cue lists of which one must occur."""
    early: tuple[str, ...] = ()
    """Cue lists of which one must occur among the first four words: there stands who acts, not whom it concerns."""
    without: tuple[str, ...] = ()
    """Cue lists that void the passage."""
    citation: Citation | None = None
    quantities: Quantities | None = None
    period: bool | int = False
    """A date, year or period is named; a number: at least so many, each by itself."""
    steps: Steps | None = None
    fact: bool | Literal["main"] = False
    """`true`: the passage says what a fact of the part says; `main`: what the main statement of an item says."""
    under_heading: bool = False
    """Only under the element's own heading."""
    not_under: tuple[str, ...] = ()
    """Elements under whose headings it carries nothing: what stands among the steps is done, not complained of."""
    within: Annotated[int, Field(ge=1, le=5)] = 1
    min_words: Annotated[int, Field(ge=1)] = 5
    """Shorter sentences are headings or fragments and carry nothing."""
