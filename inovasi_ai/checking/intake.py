"""What was handed in to be checked, as stretches of text: narrative of a section, of none, or a filled-in form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from inovasi_ai.checking.subheadings import section_of_elements
from inovasi_ai.domain.draft import Draft
from inovasi_ai.domain.form import rubric_form
from inovasi_ai.domain.rubric import Rubric
from inovasi_ai.errors import OptionError, Problem, require
from inovasi_ai.sources.headings import FORM
from inovasi_ai.sources.narrative import Narrative
from inovasi_ai.sources.sections import BESIDE, FORM_ROWS, NarrativeSection, cut_out, section_headings, split_sections
from inovasi_ai.text.words import normalize

__all__ = ["Stretch", "stretches"]

_LONGEST_ROW = 300
_CELLS = " \t|*_:.-0123456789"


@dataclass(frozen=True, slots=True)
class Stretch:
    """One text to be checked; spans of its findings point into `text`."""

    id: str | None
    """Section of the rubric; None for text that stands under no heading of a section."""
    text: str
    form: bool = False
    """Rows of the profile form: figures and dates are held against the facts, but nothing is expected of the prose."""
    place: Callable[[int], str] | None = None
    """For an offset in `text`, where it stands in the file: `baris 12`."""
    start: int = 0
    """Offset of `text` in the text of the file."""
    by_elements: bool = False
    """Its section has no heading in the text, but its elements have."""


def stretches(draft: Draft | str | Mapping[str, str] | Narrative, rubric: Rubric) -> list[Stretch]:
    """The texts to be checked, in order; raises `OptionError` for a section that the rubric does not have."""
    if isinstance(draft, Draft):
        return [Stretch(section.id, section.text) for section in draft.sections]
    known = [section.id for section in rubric.sections]
    if isinstance(draft, Mapping):
        for name in draft:
            if name not in known:
                raise OptionError(
                    Problem(
                        f"Bagian `{name}` tidak ada dalam rubrik {rubric.id}",
                        expected=f"salah satu dari {', '.join(known)}",
                    )
                )
            text = draft[name]
            require(text, (str, type(None)), f"Isi bagian `{name}` bukan teks", "teks bagian itu sebagai satu str")
        # A section that a database has as NULL is an empty section.
        return [Stretch(section_id, draft[section_id] or "") for section_id in known if section_id in draft]
    require(
        draft,
        (str, Narrative),
        "Yang diperiksa bukan naskah",
        "Draft, teks, pemetaan dari bagian ke teks, atau Narrative dari load_narrative(berkas)",
    )
    sections = split_sections(draft, section_headings(rubric)) if isinstance(draft, str) else draft.sections
    kept = [section for section in sections if section.id != BESIDE]
    told = {section.id for section in kept}
    found: list[Stretch] = []
    for section in kept:
        form = section.id == FORM or (section.id is None and len(kept) > 1 and _is_form(section.text, rubric))
        inner = section_of_elements(section.text, rubric, told) if section.id is None and not form else None
        parts: list[tuple[str | None, NarrativeSection]] = [(section.id if section.id in known else None, section)]
        if inner is not None:
            own, start = inner
            before = cut_out(section, 0, start)
            parts = [(None, before)] if before.text else []
            parts.append((own, cut_out(section, start, len(section.text))))
        for section_id, part in parts:
            place = partial(draft.locate, part) if isinstance(draft, Narrative) else None
            by_elements = inner is not None and section_id is not None
            found.append(Stretch(section_id, part.text, form, place, part.start, by_elements))
    return found


def _is_form(text: str, rubric: Rubric) -> bool:
    """Whether a text before the first heading is the profile form: short rows, several of them opened by a label."""
    lines = text.split("\n")
    if len(lines) < FORM_ROWS or any(len(line) > _LONGEST_ROW for line in lines):
        return False
    form = rubric_form(rubric)
    labels = {normalize(field.label) for field in form.fields.values()} if form else set()
    found = 0
    for line in lines:
        row = normalize(line.strip(_CELLS))
        first = row.split("|", 1)[0].split(":", 1)[0].rstrip()
        found += row in labels or first in labels
        if found >= FORM_ROWS:
            return True
    return False
