"""A text cut at the form's headings: its sections, the rows of the profile form, and what stands beside them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from inovasi_ai.domain.form import rubric_form
from inovasi_ai.domain.rubric import Rubric
from inovasi_ai.sources.headings import FORM, Heading, find_headings
from inovasi_ai.text.words import normalize

__all__ = ["BESIDE", "FORM_ROWS", "NarrativeSection", "cut_out", "name_labels", "section_headings", "split_sections"]

FORM_ROWS = 4
"""How many labels of the profile form make a text one."""

BESIDE = "di_luar_naskah"
"""Id of what an exported document holds besides the narrative: its own list of gaps and the line on its origin."""

_NOTE = re.compile(r"\s*\([^()]*\)")
_NAME = "nama_inovasi"
_BESIDE_HEADINGS = ("Yang perlu dilengkapi", "Rubrik pemeriksaan", "Rubrik penyusunan")


@dataclass(frozen=True, slots=True)
class NarrativeSection:
    """A stretch of a narrative under one heading: `narrative.text[start:end] == section.text`."""

    id: str | None
    """Section of the form, None before any heading and in a text without headings."""
    heading: str
    """As written, without marks and numbering; empty when there is none."""
    text: str
    """Without the heading and without white space around it."""
    start: int
    end: int


def split_sections(
    text: str, headings: Mapping[str, Sequence[str]], *, emphasis: Mapping[int, int] | None = None
) -> tuple[NarrativeSection, ...]:
    """Cut a text at the form's headings; `headings` maps a section's id to the ways its heading is written.

    `emphasis` says of a line (by its offset) how many of its characters are bold or formatted as a heading.

    Text before the first heading, or without any, is a section with id None. A heading met twice gives two sections,
    unless one of them is empty (a table of contents).
    """
    found = _with_form(list(find_headings(text, headings, emphasis)))
    ends = [*(heading.start for heading in found), len(text)]
    sections = [_section(text, None, "", 0, ends[0])]
    sections += [
        _section(text, heading.id, heading.text, heading.end, end) for heading, end in zip(found, ends[1:], strict=True)
    ]
    told = {section.id for section in sections if section.text}
    kept: list[NarrativeSection] = []
    for section in sections:
        if section.text or (section.id is not None and section.id not in told):
            kept.append(section)
            told.add(section.id)
    return tuple(kept)


def _with_form(found: list[Heading]) -> list[Heading]:
    """The headings with the form's rows as one stretch each time; a few of its labels alone do not make a form."""
    rows = {heading.text.casefold() for heading in found if heading.id == FORM}
    if len(rows) < FORM_ROWS:
        return [heading for heading in found if heading.id != FORM]
    kept: list[Heading] = []
    for heading in found:
        if heading.id != FORM:
            kept.append(heading)
        elif not kept or kept[-1].id != FORM:
            kept.append(Heading(FORM, "", heading.start, heading.start))  # the labels belong to the rows
    return kept


def _section(text: str, id_: str | None, heading: str, start: int, end: int) -> NarrativeSection:
    body = text[start:end]
    first = start + len(body) - len(body.lstrip())
    stripped = body.strip()
    return NarrativeSection(id_, heading, stripped, min(first, end), min(first, end) + len(stripped))


def section_headings(rubric: Rubric) -> dict[str, tuple[str, ...]]:
    """Section id to the headings under which people write it: what texts are split by.

    Under `BESIDE` stand the headings of what follows the narrative in an exported document, under `FORM` the labels of
    the profile form's other rows.
    """
    known = {section.id: (section.title, *section.headings) for section in rubric.sections}
    inside = [name for element in rubric.elements.values() for name in (element.title, *element.headings)]
    taken = {normalize(name) for names in (*known.values(), inside) for name in names}
    form = rubric_form(rubric)
    labels = [_NOTE.sub("", field.label) for field in form.fields.values()] if form else []
    rows = tuple(label for label in labels if normalize(label) not in taken)
    return {**known, BESIDE: _BESIDE_HEADINGS, FORM: rows}


def name_labels(rubric: Rubric) -> tuple[str, ...]:
    """How the profile form labels the name of an innovation; none where a rubric has no form."""
    form = rubric_form(rubric)
    field = form.fields.get(_NAME) if form else None
    return (_NOTE.sub("", field.label),) if field is not None else ()


def cut_out(section: NarrativeSection, start: int, end: int) -> NarrativeSection:
    """The stretch `start:end` of a section's text as a section of its own, without white space around it."""
    body = section.text[start:end]
    first = section.start + start + len(body) - len(body.lstrip())
    text = body.strip()
    return replace(section, text=text, start=first, end=first + len(text))
