"""What of a file was read as which section, and what was not: said only where the reader should look again."""

from __future__ import annotations

from inovasi_ai.domain.report import Finding
from inovasi_ai.domain.rubric import Rubric
from inovasi_ai.sources.narrative import Narrative
from inovasi_ai.sources.sections import BESIDE
from inovasi_ai.text.words import normalize

__all__ = ["check_reading"]

_MOST_NAMED = 6


def check_reading(draft: object, rubric: Rubric) -> list[Finding]:
    """Findings on sections without a heading, on headings that are not the form's, and on what is no text.

    None for anything but a `Narrative`, and none where every section was found and everything was read.
    """
    if not isinstance(draft, Narrative):
        return []
    return [*_sections(draft, rubric), *_other_headings(draft, rubric), *_unread(draft)]


def _sections(narrative: Narrative, rubric: Rubric) -> list[Finding]:
    titles = {section.id: section.title for section in rubric.sections}
    found: dict[str, str] = {}
    for section in narrative.sections:
        if section.id in titles and section.id not in found:
            found[section.id] = narrative.place(section.start)
    lost = [title for section_id, title in titles.items() if section_id not in found]
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


def _other_headings(narrative: Narrative, rubric: Rubric) -> list[Finding]:
    """Headings in the file that are neither a section's nor an element's: their text counts to what stands above."""
    known = {normalize(name) for element in rubric.elements.values() for name in (element.title, *element.headings)}
    beside = [(part.start, part.end) for part in narrative.sections if part.id == BESIDE]
    others = [
        (offset, text)
        for offset, text in narrative.other_headings
        if (plain := normalize(text.lstrip("0123456789.() "))) not in known
        and not plain.startswith("profil")  # the table above the narrative
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
