"""`Draft`: sections made of sentences that name the facts they rest on, with provenance."""

# No `from __future__ import annotations` here: pydantic would compile each annotation anew at every start.

import functools
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field

__all__ = ["Draft", "DraftSection", "Note", "Paragraph", "PlacedSentence", "Provenance", "Sentence"]

NOTE_OPEN, NOTE_CLOSE = "[LENGKAPI: ", "]"


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, defer_build=True, extra="forbid")


class Sentence(_Frozen):
    """One sentence and the ids of the facts it rests on."""

    kind: Literal["sentence"] = "sentence"
    text: str
    facts: tuple[str, ...] = ()
    verified: bool = True
    """False marks a sentence the gate could not verify and the caller asked to keep; every export shows the mark."""


class Note(_Frozen):
    """A marked place where a fact is missing: `[LENGKAPI: …]`. It does not count as words."""

    kind: Literal["note"] = "note"
    ask: str
    """What to supply, one Indonesian sentence."""
    facts: tuple[str, ...] = ()
    """Groups of facts that would fill the place."""

    @property
    def text(self) -> str:
        return f"{NOTE_OPEN}{self.ask.replace('[', '(').replace(']', ')')}{NOTE_CLOSE}"


class Paragraph(_Frozen):
    """Sentences and notes that stand together, under one rubric element where the section has elements."""

    element: str | None = None
    items: tuple[Sentence | Note, ...] = ()

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        return tuple(item for item in self.items if isinstance(item, Sentence))


@dataclass(frozen=True, slots=True)
class PlacedSentence:
    """Where a sentence or note stands in the section's text: `text[start:end] == item.text`."""

    start: int
    end: int
    item: Sentence | Note
    element: str | None


class DraftSection(_Frozen):
    """One section of the form: its id, official title, and paragraphs in order."""

    id: str
    title: str
    headings: Mapping[str, str] = Field(default_factory=dict)
    """Element id to the heading shown above its first paragraph."""
    paragraphs: tuple[Paragraph, ...] = ()

    @functools.cached_property
    def _layout(self) -> tuple[str, tuple[PlacedSentence, ...]]:
        parts: list[str] = []
        placed: list[PlacedSentence] = []
        length = 0

        def put(text: str) -> None:
            nonlocal length
            parts.append(text)
            length += len(text)

        shown: str | None = None
        for paragraph in self.paragraphs:
            if not paragraph.items:
                continue
            if parts:
                put("\n\n")
            if paragraph.element is not None and paragraph.element != shown and paragraph.element in self.headings:
                put(self.headings[paragraph.element] + "\n")
            shown = paragraph.element
            for index, item in enumerate(paragraph.items):
                if index:
                    put(" ")
                placed.append(PlacedSentence(length, length + len(item.text), item, paragraph.element))
                put(item.text)
        return "".join(parts), tuple(placed)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        copied = super().model_copy(update=update, deep=deep)
        copied.__dict__.pop("_layout", None)  # the copy may have other paragraphs
        return copied

    @property
    def text(self) -> str:
        """The section as plain text: headings on lines of their own, paragraphs apart by an empty line."""
        return self._layout[0]

    @property
    def placed(self) -> tuple[PlacedSentence, ...]:
        """Every sentence and note with its offsets in `text`."""
        return self._layout[1]

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        return tuple(sentence for paragraph in self.paragraphs for sentence in paragraph.sentences)


class Provenance(_Frozen):
    """What a draft was made from and by, so that anyone can make it again."""

    rubric: str
    rubric_revision: int
    rubric_hash: str
    facts_hash: str
    generator: Literal["composer", "model"] = "composer"
    model: str | None = None
    prompt_version: str = ""
    package_version: str = ""
    history: tuple[str, ...] = ()


class Draft(_Frozen):
    """A whole narrative profile of one innovation.

    `draft["rancang_bangun"].text` is a section's text; `draft.sentences` walks all sentences.
    """

    title: str
    innovation: str | None = None
    """`kode` of the innovation, when it has one."""
    sections: tuple[DraftSection, ...]
    provenance: Provenance

    def __getitem__(self, section_id: str) -> DraftSection:
        for section in self.sections:
            if section.id == section_id:
                return section
        raise KeyError(section_id)

    @property
    def texts(self) -> dict[str, str]:
        """Section id to plain text."""
        return {section.id: section.text for section in self.sections}

    @property
    def sentences(self) -> Iterator[Sentence]:
        for section in self.sections:
            yield from section.sentences

    @property
    def notes(self) -> tuple[Note, ...]:
        return tuple(
            item
            for section in self.sections
            for paragraph in section.paragraphs
            for item in paragraph.items
            if isinstance(item, Note)
        )

    def content_hash(self) -> str:
        """SHA-256 (hex) over the draft's content and provenance."""
        return hashlib.sha256(repr(self.model_dump()).encode("utf-8", "backslashreplace")).hexdigest()

    def _repr_html_(self) -> str:
        from inovasi_ai.exporting import draft_html

        return draft_html(self)
