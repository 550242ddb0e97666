"""What of a file was read as which section, and what was not: said only where the reader should look again."""

from __future__ import annotations

from collections.abc import Sequence

from inovasi_ai.checking.heading_names import Headings, plain_heading
from inovasi_ai.checking.intake import Stretch
from inovasi_ai.checking.ready import ready_rubric
from inovasi_ai.checking.view import SectionView
from inovasi_ai.domain.report import Finding
from inovasi_ai.domain.rubric import Rubric
from inovasi_ai.sources.headings import KnownHeadings
from inovasi_ai.sources.narrative import Narrative
from inovasi_ai.sources.sections import BESIDE, section_headings

__all__ = ["check_reading"]

_MOST_NAMED = 6
_MOST_MISSPELT = 12
_LONGEST = 90


def check_reading(
    draft: object, rubric: Rubric, given: Sequence[Stretch], views: Sequence[SectionView]
) -> list[Finding]:
    """Findings on sections without a heading, on headings that are not the form's, and on what is no text.

    `given` is what was made of the text, `views` the same as it is judged. Of a text that is not from a file only what
    could not be checked is said; nothing where every section was found and everything was read.
    """
    if not isinstance(draft, str | Narrative):
        return []
    found = _lengths(rubric, given, views)
    if isinstance(draft, Narrative):
        headings = ready_rubric(rubric).headings
        found += _sections(draft, rubric, given)
        found += _misspelt(draft, rubric, given, views, headings)
        found += _other_headings(draft, headings)
        found += _unread(draft)
    return found


def _lengths(rubric: Rubric, given: Sequence[Stretch], views: Sequence[SectionView]) -> list[Finding]:
    """Sections that must have so many words, but cannot be told apart in the text."""
    told = {stretch.id for stretch in given}
    words = sum(
        unit.words
        for stretch, view in zip(given, views, strict=True)
        if not stretch.form
        for unit in view.drawn
        if unit.carries
    )
    return [
        Finding(
            rule="syarat.panjang_tidak_diperiksa",
            severity="warning" if words < section.min_words else "info",
            message=f"Panjang {section.title} tidak dapat diperiksa, karena judulnya tidak ditemukan dalam naskah."
            f" Bagian itu memuat sedikitnya {section.min_words} kata; seluruh naskah ini memuat {words} kata.",
            fix=f"Beri judul {section.title} pada baris tersendiri di atas isinya.",
        )
        for section in rubric.sections
        if section.min_words is not None and section.id not in told and words
    ]


def _misspelt(
    narrative: Narrative,
    rubric: Rubric,
    given: Sequence[Stretch],
    views: Sequence[SectionView],
    headings: Headings,
) -> list[Finding]:
    """Headings that were recognised although they are not spelt as they should be."""
    known = KnownHeadings(section_headings(rubric))
    titles = {section.id: section.title for section in rubric.sections}
    # What a heading opens begins after it: the heading itself is the last thing before.
    found = [
        (max(0, narrative.text.rfind(section.heading, 0, section.start)), section.heading, titles[section.id])
        for section in narrative.sections
        if section.id in titles and section.heading and known.misspelt(section.heading) is not None
    ]
    for stretch, view in zip(given, views, strict=True):
        for unit in view.drawn:
            if unit.carries or unit.element is None or stretch.form:
                continue
            line = stretch.text[unit.start : unit.end]
            if len(line) <= _LONGEST and (name := headings.misspelt(line)) is not None:
                title = rubric.elements[headings[name]].title
                found.append((stretch.start + unit.start, line.strip(" #*_:\t"), title))
    if not found:
        return []
    told = [f"“{line}” ({narrative.place(at)}) dibaca sebagai {title}" for at, line, title in sorted(found)]
    more = f"; dan {len(told) - _MOST_MISSPELT} judul lain" if len(told) > _MOST_MISSPELT else ""
    return [
        Finding(
            rule="naskah.judul_salah_tulis",
            severity="info",
            message=f"Judul yang tidak ditulis seperti pada formulir: {'; '.join(told[:_MOST_MISSPELT])}{more}.",
            fix="Perbaiki ejaan judulnya; isinya sudah diperiksa di bawah judul yang dimaksud.",
        )
    ]


def _sections(narrative: Narrative, rubric: Rubric, given: Sequence[Stretch]) -> list[Finding]:
    titles = {section.id: section.title for section in rubric.sections}
    found: dict[str, str] = {}
    for stretch in given:
        if stretch.id in titles and stretch.id not in found:
            place = narrative.place(stretch.start)
            found[stretch.id] = f"{place}, dari judul unsurnya" if stretch.by_elements else place
    unnamed = {stretch.id for stretch in given if stretch.by_elements}
    lost = [title for section_id, title in titles.items() if section_id not in found or section_id in unnamed]
    if not lost:
        return []
    if found:
        read = "; ".join(f"{titles[section_id]} ({place})" for section_id, place in found.items())
        message = f"Bagian yang dikenali dari judulnya: {read}. Judul yang tidak ditemukan: {'; '.join(lost)}."
    else:
        message = "Tidak ada judul bagian yang dikenali, sehingga seluruh naskah diperiksa sebagai satu teks."
    return [
        Finding(
            rule="naskah.bagian",
            severity="info",
            message=message,
            fix=f"Bila isinya sudah ada, beri judul pada baris tersendiri seperti pada formulir: {'; '.join(lost)}.",
        )
    ]


def _other_headings(narrative: Narrative, headings: Headings) -> list[Finding]:
    """Headings in the file that are neither a section's nor an element's: their text counts to what stands above."""
    beside = [(part.start, part.end) for part in narrative.sections if part.id == BESIDE]
    others = [
        (offset, text)
        for offset, text in narrative.other_headings
        if headings.near(text) is None
        and not plain_heading(text).startswith("profil")  # the table above the narrative
        and not any(start <= offset < end for start, end in beside)
    ]
    if not others:
        return []
    named = "; ".join(
        f"{' '.join(text.split())[:60]} ({narrative.place(offset)})" for offset, text in others[:_MOST_NAMED]
    )
    more = f"; dan {len(others) - _MOST_NAMED} judul lain" if len(others) > _MOST_NAMED else ""
    return [
        Finding(
            rule="naskah.judul_lain",
            severity="info",
            message=f"Judul berikut bukan judul bagian pada formulir: {named}{more}.",
            fix="Isinya dihitung ke bagian di atasnya; ganti judulnya bila seharusnya menjadi bagian tersendiri.",
        )
    ]


def _unread(narrative: Narrative) -> list[Finding]:
    if not narrative.unread:
        return []
    return [
        Finding(
            rule="naskah.tidak_dibaca",
            severity="info",
            message=f"Yang tidak dibaca dari berkas ini: {' dan '.join(narrative.unread)}.",
            fix="Tulis isinya sebagai teks bila termasuk naskah; angka di dalam gambar tidak diperiksa.",
        )
    ]
