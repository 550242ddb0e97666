"""`Rubric`: one edition of requirements as data.

A rubric is a folder: `rubric.yaml` (sections, conditions, criteria, what is unknown), `elements/<id>.yaml` (one element
a file; a second YAML document holds its examples), `cues.yaml` (lists of words that detection refers to),
`hollow.yaml` (which sentences state nothing), `indicators.yaml`, `profile.yaml`.
"""

# No `from __future__ import annotations` here: pydantic would compile each annotation anew at every start.

import datetime
import functools
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, PrivateAttr

from inovasi_ai import resources
from inovasi_ai.domain.clause import Citation, Clause, Deeds, Quantities, Steps
from inovasi_ai.domain.form import default_edition
from inovasi_ai.domain.hollow import HollowRules
from inovasi_ai.domain.rubric_files import RubricFiles
from inovasi_ai.errors import Problem, RubricError
from inovasi_ai.text.values import RegulationLevel

if TYPE_CHECKING:
    from inovasi_ai.domain.flag_rules import FlagExample, FlagRule

__all__ = [
    "AgeWindow",
    "Citation",
    "Clause",
    "Condition",
    "Criterion",
    "DecreeRule",
    "Deeds",
    "Element",
    "Example",
    "Indicator",
    "Part",
    "Quantities",
    "Rubric",
    "RubricSection",
    "Steps",
    "load_rubric",
    "rubric_names",
]

Confidence = Literal["high", "medium", "low", "unknown"]


class _Data(BaseModel):
    model_config = ConfigDict(frozen=True, defer_build=True, extra="forbid")


def _limit(value: object) -> object:
    return None if value == "unknown" else value


Limit = Annotated[int | None, BeforeValidator(_limit)]
"""A number of words; None where the rules say nothing or it is not known (`unknown` in YAML)."""


class Sourced(_Data):
    """Where a statement of the rules comes from and how sure it is."""

    sources: tuple[str, ...] = ()
    confidence: Confidence = "unknown"
    conflicts: tuple[str, ...] = ()


class Part(_Data):
    """One thing an element must contain."""

    id: str
    title: str
    """A noun phrase: what must be there."""
    ask: str
    """The question to put to the innovator when there is no fact."""
    facts: tuple[str, ...] = ()
    """Dotted patterns of the fact ids that feed it; `*` stands for one segment: `masalah.*.*.nilai`."""
    facts_level: tuple[RegulationLevel, ...] = ()
    """Of regulation facts only those of these levels."""
    facts_with: Literal["anything", "quantity"] = "anything"
    """`quantity`: only facts that are, or whose words state, a quantity."""
    facts_require: tuple[Literal["number", "year"], ...] = ()
    """Of regulation facts only those that bear these: one without its number cannot be cited as the part asks."""
    facts_min: int = 1
    """Items of facts it takes: two steps are no sequence."""
    required: bool = True
    severity: Literal["blocking", "warning"] = "blocking"
    """How bad it is when it is not there."""
    when: str | None = None
    """Fact id that must exist for the part to be required, such as `waktu_pengembangan`."""
    detect: tuple[Clause, ...] = ()
    """Any one of these makes the part present."""
    weak: tuple[Clause, ...] = ()
    """Any one of these makes it partial."""


class Element(Sourced):
    """A required element of a section."""

    id: str
    title: str
    question: str
    explanation: str
    headings: tuple[str, ...] = ()
    """Headings under which people write it."""
    facts: tuple[str, ...] = ()
    """Groups of facts it is written from."""
    ask_whom: str = "inovator"
    scope: Literal["profile", "section"] = "profile"
    """`profile`: content counts wherever it stands; `section`: only in its own section."""
    weight: Decimal = Decimal(1)
    """Weight in the completeness score."""
    parts: tuple[Part, ...]


class RubricSection(Sourced):
    """A narrative section of the form."""

    id: str
    title: str
    explanation: str = ""
    headings: tuple[str, ...] = ()
    min_words: Limit = None
    max_words: Limit = None
    elements: tuple[str, ...]


class AgeWindow(Sourced):
    """When an innovation must have been applied, or developed if applied earlier."""

    text: str
    start: datetime.date
    end: datetime.date
    where: str = ""
    failures: Mapping[Literal["late", "early", "unknown"], str]
    """What to tell the official, by case."""


class Condition(Sourced):
    """A general condition that is shown to people; machine use stands in its own field."""

    id: str
    text: str
    note: str = ""


class Criterion(Sourced):
    """A general criterion and where its evidence stands."""

    id: str
    title: str
    evidence_in: tuple[str, ...] = ()


class DecreeRule(_Data):
    """What the year of the decree that establishes an innovation must be, by kind of decree."""

    kinds: tuple[str, ...]
    same_year_as: Literal["waktu_penerapan"] | None = None
    before_year: int | None = None
    text: str


class Indicator(Sourced):
    """A scored indicator, as far as gaps need it: what it is worth and which documents prove it."""

    number: int
    title: str
    weight: Decimal
    mandatory: bool
    documents: tuple[str, ...]
    question: str
    decree_rules: tuple[DecreeRule, ...] = ()
    facts: tuple[str, ...] = ()
    """Patterns of facts that claim it besides `indikator`: a decree that establishes the innovation, for one."""

    @property
    def points(self) -> Decimal:
        """The most an innovation can get for it: weight times the highest level, 3."""
        return self.weight * 3


class Completeness(_Data):
    """How *kelengkapan* is counted."""

    text: str
    present: Decimal
    partial: Decimal
    absent: Decimal


class Example(_Data):
    """A text and what the checker must say of one element in it."""

    kind: Literal["passing", "failing", "near_miss"]
    text: str
    status: Literal["present", "partial", "absent"]
    span: str = ""
    """Words that must lie in the passage that carries the verdict."""
    parts: Mapping[str, Literal["present", "partial", "absent"]] = {}
    why: str = ""


class Rubric(_Data):
    """One edition of requirements. Load it with `load_rubric("iga-2026")`."""

    id: str
    family: str
    edition: str
    revision: int
    title: str
    document: Mapping[str, str | bool | tuple[str, ...]]
    """The official document: title, issuer, number, date, whether it was read directly."""
    sources: Mapping[str, str]
    """Source key to what it is."""
    legal_basis: tuple[str, ...] = ()
    sections: tuple[RubricSection, ...]
    age_window: AgeWindow | None = None
    conditions: tuple[Condition, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    points_of: Decimal | None = None
    """The highest indicator score an innovation can reach."""
    completeness: Completeness
    unknowns: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    """What is noted of sections beside their elements, in order; each is a file under `flags/`."""
    elements: Mapping[str, Element] = {}
    indicators: tuple[Indicator, ...] = ()
    cues: Mapping[str, tuple[str, ...]] = {}
    hollow: HollowRules | None = None
    """Which sentences state nothing; None when the rubric has no `hollow.yaml`."""

    _files: RubricFiles = PrivateAttr()

    @property
    def content_hash(self) -> str:
        """SHA-256 (hex) over the rubric's files; printed in every report."""
        return self._files.content_hash

    def path(self, name: str) -> Path:
        """Where one of its files lies, such as `elements/tujuan.yaml`."""
        return self._files.path(name)

    def path_or_none(self, name: str) -> Path | None:
        """Where one of the files it may lack lies, such as `profile.yaml`; None when it does not have it."""
        return self._files.paths.get(name)

    @property
    def shape_lists(self) -> frozenset[str]:
        """Lists in `cues` that hold shapes of words and are no cues."""
        clauses = (
            clause
            for element in self.elements.values()
            for part in element.parts
            for clause in (*part.detect, *part.weak)
        )
        return frozenset(
            name
            for clause in clauses
            if clause.steps is not None and clause.steps.deeds is not None
            for name in clause.steps.deeds.lists
        )

    def section(self, section_id: str) -> RubricSection:
        """The section with this id; `KeyError` when there is none."""
        for section in self.sections:
            if section.id == section_id:
                return section
        raise KeyError(section_id)

    def section_of(self, element_id: str) -> RubricSection:
        """The section an element belongs to."""
        for section in self.sections:
            if element_id in section.elements:
                return section
        raise KeyError(element_id)

    def examples(self, element_id: str) -> tuple[Example, ...]:
        """The element's own examples: texts and what must be said of them."""
        return self._files.examples(f"elements/{element_id}.yaml", Example)

    @property
    def flag_rules(self) -> "Mapping[str, FlagRule]":
        """The rules of its flags by id."""
        from inovasi_ai.domain.flag_rules import read_flags  # it builds on the clauses of this module

        return read_flags(self._files, self.flags)

    def flag_examples(self, flag_id: str) -> "tuple[FlagExample, ...]":
        """The flag's own examples: texts and whether it must be raised in them."""
        from inovasi_ai.domain.flag_rules import FlagExample

        return self._files.examples(f"flags/{flag_id}.yaml", FlagExample)


def load_rubric(name: str | None = None, *, folder: str | Path | None = None) -> Rubric:
    """Load a rubric by name (`iga-2026`), the default edition when none is named.

    `folder` is searched before the shipped rubrics. Raises `RubricError` naming file and line of whatever is wrong.
    """
    name = name or default_edition()
    paths = resources.files("rubrics", name, suffix=".yaml", folder=folder)
    if "rubric.yaml" not in paths:
        raise _unknown(name, str(folder) if folder is not None else None)
    # Kept as long as its files stay as they are: whoever edits a cue in a notebook's other window sees it at once.
    return _load(name, tuple((file, path, path.stat().st_mtime_ns) for file, path in paths.items()))


@functools.lru_cache(maxsize=16)
def _load(name: str, state: tuple[tuple[str, Path, int], ...]) -> Rubric:
    files = RubricFiles(name, {file: path for file, path, _ in state})
    data = dict(files.mapping("rubric.yaml"))
    data["cues"] = files.mapping("cues.yaml")
    data["indicators"] = files.optional("indicators.yaml", [])
    if "hollow.yaml" in files.paths:
        data["hollow"] = files.validated("hollow.yaml", HollowRules)
    elements: dict[str, object] = {}
    for section in data.get("sections", ()):
        for element_id in section.get("elements", ()) if isinstance(section, Mapping) else ():
            elements[str(element_id)] = files.validated(f"elements/{element_id}.yaml", Element)
    data["elements"] = elements
    rubric = files.validate_whole("rubric.yaml", data, Rubric)
    rubric._files = files
    _ = rubric.flag_rules  # read now, so that whatever is wrong in them is said by `load_rubric`
    return rubric


def rubric_names(folder: str | None = None) -> list[str]:
    """The rubrics that `load_rubric` finds, those of the user's folder among them."""
    return [name for name in resources.names("rubrics", folder=folder) if _is_rubric(name, folder)]


def _is_rubric(name: str, folder: str | None) -> bool:
    return any((root / name / "rubric.yaml").is_file() for root in resources.roots("rubrics", folder=folder))


def _unknown(name: str, folder: str | None) -> RubricError:
    from difflib import get_close_matches  # only a wrong name pays for it

    known = rubric_names(folder)
    return RubricError(
        Problem(
            f"Rubrik `{name}` tidak ditemukan",
            expected=f"salah satu dari {', '.join(known)}" if known else "folder yang berisi rubrik",
            suggestion=next(iter(get_close_matches(name, known, n=1)), None),
        )
    )
