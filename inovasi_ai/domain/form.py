"""The profile form of an edition: official labels, allowed values and mandatory fields, read from `profile.yaml`."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from inovasi_ai import resources
from inovasi_ai.yaml_data import read_document

if TYPE_CHECKING:
    from inovasi_ai.domain.rubric import Rubric

__all__ = ["Choices", "FormField", "ProfileForm", "default_edition", "profile_form", "rubric_form"]

_FILE = "profile.yaml"
_NOT_WORD = re.compile(r"[^a-z0-9]+")


def _slug(text: str) -> str:
    return _NOT_WORD.sub("_", text.casefold()).strip("_")


@dataclass(frozen=True, slots=True)
class Choices:
    """The closed set of values of one field: code to official label."""

    labels: Mapping[str, str]
    aliases: Mapping[str, str]

    def find(self, text: str) -> str | None:
        """Return the code for a code, label or alias in any capitals and punctuation, else None."""
        wanted = _slug(text)
        for code, label in self.labels.items():
            if wanted in (_slug(code), _slug(label)):
                return code
        return self.aliases.get(wanted)

    def listing(self) -> str:
        labels = list(self.labels.values())
        shown = labels if len(labels) <= 10 else [*labels[:8], f"… ({len(labels)} pilihan)"]
        return "salah satu dari: " + "; ".join(shown)


@dataclass(frozen=True, slots=True)
class FormField:
    """One field of the form: official label, whether it must be filled, and what is said about it."""

    id: str
    label: str
    mandatory: str
    """`ya`, `tidak`, `unknown`, or the condition in words."""
    guidance: str
    ask: str
    """The question to put to whoever knows; empty when there is none."""
    confidence: str
    conflicts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProfileForm:
    """All fields of one edition's form, in the form's order."""

    edition: str
    fields: Mapping[str, FormField]
    _choices: Mapping[str, Choices]
    sources: tuple[str, ...] = ()
    confidence: str = "unknown"
    conflicts: tuple[str, ...] = ()

    def choices(self, field: str) -> Choices:
        return self._choices[field]

    def has_choices(self, field: str) -> bool:
        return field in self._choices

    def label(self, field: str) -> str:
        """Official label of a field; the id itself when the form does not have it."""
        found = self.fields.get(field)
        return found.label if found else field


@functools.cache
def default_edition() -> str:
    """Id of the rubric used when none is named; it stands in `rubrics/index.yaml`."""
    return str(read_document(resources.find("rubrics", "index.yaml"))["default"])


@functools.cache
def profile_form(edition: str | None = None) -> ProfileForm:
    """Load `rubrics/<edition>/profile.yaml`; the default edition when none is named."""
    edition = edition or default_edition()
    return _read(edition, resources.find("rubrics", f"{edition}/{_FILE}"))


def rubric_form(rubric: Rubric) -> ProfileForm | None:
    """The form a rubric brings along in its own folder; None when it asks for narratives only."""
    path = rubric.path_or_none(_FILE)
    return _read(rubric.id, path) if path is not None else None


@functools.cache
def _read(edition: str, path: Path) -> ProfileForm:
    data = read_document(path)
    fields: dict[str, FormField] = {}
    choices: dict[str, Choices] = {}
    sets = {
        name: Choices(MappingProxyType({_slug(label): label for label in labels}), MappingProxyType({}))
        for name, labels in data.get("sets", {}).items()
    }
    for entry in data["fields"]:
        fields[entry["id"]] = FormField(
            id=entry["id"],
            label=entry["label"],
            mandatory=str(entry.get("mandatory", "unknown")),
            guidance=str(entry.get("guidance", "")),
            ask=str(entry.get("ask", "")),
            confidence=str(entry.get("confidence", "unknown")),
            conflicts=tuple(entry.get("conflicts", ())),
        )
        if "choices" in entry:
            aliases = {_slug(alias): code for code, names in entry.get("aliases", {}).items() for alias in names}
            labels = {str(code): str(label) for code, label in entry["choices"].items()}
            choices[entry["id"]] = Choices(MappingProxyType(labels), MappingProxyType(aliases))
        elif "choices_from" in entry:
            choices[entry["id"]] = sets[entry["choices_from"]]
    return ProfileForm(
        edition,
        MappingProxyType(fields),
        MappingProxyType(choices),
        tuple(data.get("sources", ())),
        str(data.get("confidence", "unknown")),
        tuple(data.get("conflicts", ())),
    )
