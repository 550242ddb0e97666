"""Existing narratives in (`.md`, `.txt`, `.docx`, `.html`), cut at the form's headings, with a way back to the file."""

from __future__ import annotations

import bisect
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import Literal

from inovasi_ai.domain.rubric import Rubric, load_rubric
from inovasi_ai.errors import TextError, require
from inovasi_ai.sources.flow import BULLET, Block, Run, laid_out
from inovasi_ai.sources.headings import KnownHeadings
from inovasi_ai.sources.reading import decoded, fail, read_bytes
from inovasi_ai.sources.sections import NarrativeSection, cut_out, name_labels, section_headings, split_sections

__all__ = ["Narrative", "load_narrative"]

MAX_CHARACTERS = 2_000_000
"""Longest narrative, in characters."""

_TEXT = frozenset({".md", ".markdown", ".txt", ".text"})
_MARKDOWN = frozenset({".md", ".markdown"})
_MARKED_HEADING = re.compile(r"^#{1,6}[ \t]+(?=\S)", re.MULTILINE)
_TOP_HEADING = re.compile(r"\s*#[ \t]+([^\n]{1,300})")
_PAGES = frozenset({".html", ".htm"})
_LATER = frozenset({".pdf", ".odt", ".rtf", ".doc"})
_FACTS = frozenset({".yaml", ".yml", ".json"})
_TITLE_WORDS = 20
_FORM_WITHIN = 20_000
"""Characters from the beginning among which the form is looked for."""
_SHOWN = 200
_WORDS_SHOWN = 5
"""How much of a paragraph is quoted, so that it can be found."""


@dataclass(frozen=True, slots=True)
class Narrative:
    """An existing text, as it was found."""

    file: str
    title: str
    text: str
    """The whole text; lines end with `\\n`."""
    sections: tuple[NarrativeSection, ...]
    unit: Literal["baris", "paragraf"]
    """What places are counted in: lines of a text file or page, paragraphs of a document."""
    starts: tuple[int, ...] = field(repr=False)
    """Offset in `text` at which each line or paragraph begins; of a page, the offsets at which its source lines do."""
    marks: frozenset[int] = field(default=frozenset(), repr=False)
    """Paragraphs (0-based) before which a `- ` stands for Word's own bullet or number."""
    runs: tuple[Run, ...] = field(default=(), repr=False)
    """Where stretches of `text` stand: in characters of a page, in bytes of the part of a Word document that holds its
    text; none for a text file, which is its own source."""
    unread: tuple[str, ...] = ()
    """What the file holds besides its text, for a reader: `2 gambar`."""
    tables: tuple[tuple[int, int], ...] = field(default=(), repr=False)
    """For each paragraph of a Word document the number of its table and of its row there; zeros outside of tables."""
    other_headings: tuple[tuple[int, str], ...] = ()
    """Lines formatted as headings that open no section, with their offsets in `text`."""

    def position(self, section: NarrativeSection, offset: int) -> tuple[int, int]:
        """Line or paragraph (1-based) of an offset in the section's text, and the offset within it (0-based).

        In a page, both are of its source.
        """
        return self._position(section.start + offset)

    def _position(self, at: int) -> tuple[int, int]:
        if self.runs and self.unit == "baris":
            at = self.source_offset(at)
        row = max(bisect.bisect_right(self.starts, at) - 1, 0)
        within = at - self.starts[row]
        return row + 1, max(within - len(BULLET), 0) if row in self.marks else within

    def source_offset(self, offset: int) -> int:
        """Where the character of `text` at `offset` stands in a page, or the nearest before it that stands there."""
        place = bisect.bisect_right(self.runs, offset, key=lambda run: run.start) - 1
        if place < 0:
            return self.runs[0].at if self.runs else offset
        run = self.runs[place]
        return min(run.at + max(offset - run.start, 0), max(run.until - 1, run.at))

    def locate(self, section: NarrativeSection, offset: int) -> str:
        """Where an offset in the section's text stands, for a reader: `baris 12`, `paragraf 7, “Warga datang …”`.

        Word shows no number of a paragraph: its first words are what one searches for.
        """
        at = section.start + offset
        place = self.place(at)
        if self.unit != "paragraf" or not place.startswith(self.unit):
            return place
        row = self._position(at)[0] - 1
        start = self.starts[row] + (len(BULLET) if row in self.marks else 0)
        end = self.starts[row + 1] if row + 1 < len(self.starts) else len(self.text)
        words = self.text[start : min(end, start + _SHOWN)].split()
        shown = " ".join(words[:_WORDS_SHOWN])
        return f"{place}, “{shown}{' …' if len(words) > _WORDS_SHOWN else ''}”" if shown else place

    def place(self, offset: int) -> str:
        """Where an offset in `text` stands, for a reader: `baris 12`, `paragraf 7`, `tabel 2, baris 3`."""
        row = self._position(offset)[0]
        table, line = self.tables[row - 1] if row <= len(self.tables) else (0, 0)
        return f"tabel {table}, baris {line}" if table else f"{self.unit} {row}"


def load_narrative(
    path: str | os.PathLike[str],
    rubric: Rubric | str | None = None,
    *,
    headings: Mapping[str, Sequence[str]] | None = None,
) -> Narrative:
    """Read an existing narrative (`.docx`, `.md`, `.txt`, `.html`) and cut it into the sections of a rubric.

    `rubric` is a `Rubric` or its id, the default edition when None. `headings` (section id to the ways its heading is
    written) cuts by other headings than the rubric's; empty, it leaves the text whole.

    Raises `TextError`, in Indonesian, for a file that is missing, empty, damaged, locked, too large or of another kind.
    """
    require(path, (str, os.PathLike), "Nama berkas bukan teks", "nama berkas sebagai str atau Path")
    labels: tuple[str, ...] = ()
    if headings is None:
        rubric = load_rubric(rubric) if rubric is None or isinstance(rubric, str) else rubric
        headings = section_headings(rubric)
        labels = name_labels(rubric)
    narrative = _read(path, headings)
    name = _named(narrative.text, labels, KnownHeadings(headings)) if labels else ""
    return replace(narrative, title=name) if name else narrative


def _read(path: str | os.PathLike[str], headings: Mapping[str, Sequence[str]]) -> Narrative:
    file = os.fspath(path)
    suffix = PurePath(file).suffix.lower()
    data = read_bytes(path, TextError)
    _refuse_other_kinds(file, suffix)
    if suffix == ".docx":
        return _from_docx(data, file, headings)
    if suffix in _PAGES:
        return _from_page(data, file, headings)
    text = decoded(data, file, TextError).replace("\r\n", "\n").replace("\r", "\n")
    _check_size(text, file)
    starts = (0, *(match.end() for match in re.finditer("\n", text)))
    sections = split_sections(text, headings)
    marked = [match.start() for match in _MARKED_HEADING.finditer(text)] if suffix in _MARKDOWN else []
    known = KnownHeadings(headings)
    own = _own_title(text, known) if suffix in _MARKDOWN else ""
    title = own or _title(sections, file)
    return Narrative(
        file,
        title,
        text,
        _without_title(sections, title, marked=bool(own)),
        "baris",
        starts,
        other_headings=_others(text, marked, known, title),
    )


def _from_docx(data: bytes, file: str, headings: Mapping[str, Sequence[str]]) -> Narrative:
    from inovasi_ai.sources.docx_text import docx_text  # only a Word document pays for it

    content = docx_text(data, file)
    title = next((" ".join(block.text.split()) for block in content.blocks if block.title and block.text.strip()), "")
    unread = _counted(gambar=content.pictures, catatan_kaki=content.footnotes)
    return _from_blocks(content.blocks, file, headings, title=title, unread=unread)


def _from_page(data: bytes, file: str, headings: Mapping[str, Sequence[str]]) -> Narrative:
    from inovasi_ai.sources.html_text import html_source, html_text  # only a page pays for it

    source = html_source(data, file).replace("\r\n", "\n").replace("\r", "\n")
    content = html_text(source, file)
    heading = content.heading
    if len(heading.split()) > _TITLE_WORDS or KnownHeadings(headings).section(heading, len(heading)) is not None:
        heading = ""  # a section may be headed in the first order
    unread = _counted(gambar=content.pictures)
    narrative = _from_blocks(content.blocks, file, headings, title=heading, unread=unread)
    title = heading or content.title or narrative.title
    lines = (0, *(match.end() for match in re.finditer("\n", source)))
    return replace(narrative, title=title, unit="baris", starts=lines, marks=frozenset(), tables=())


def _from_blocks(
    blocks: Sequence[Block], file: str, headings: Mapping[str, Sequence[str]], *, title: str, unread: tuple[str, ...]
) -> Narrative:
    known = KnownHeadings(headings)
    flow = laid_out(blocks, known.__contains__)
    _check_size(flow.text, file)
    sections = split_sections(flow.text, headings, emphasis=flow.emphasis)
    own, title = bool(title), title or _title(sections, file)
    kept = _without_title(sections, title, marked=own)
    others = _others(flow.text, flow.headings, known, title)
    return Narrative(
        file, title, flow.text, kept, "paragraf", flow.starts, flow.marks, flow.runs, unread, flow.tables, others
    )


def _others(text: str, starts: Sequence[int], known: KnownHeadings, title: str) -> tuple[tuple[int, str], ...]:
    """The headings at `starts` that open no section."""
    found = []
    for start in starts:
        end = text.find("\n", start)
        line = text[start : end if end >= 0 else None]
        shown = line.strip(" \t#*_:")
        if shown and shown != title and known.section(line, len(line)) is None:
            found.append((start, shown))
    return tuple(found)


def _counted(**counts: int) -> tuple[str, ...]:
    return tuple(f"{count} {name.replace('_', ' ')}" for name, count in counts.items() if count)


def _check_size(text: str, file: str) -> None:
    if not text.strip():
        raise fail(TextError, file, "naskah ini kosong", expected="naskah satu inovasi")
    if len(text) > MAX_CHARACTERS:
        raise fail(
            TextError,
            file,
            "naskah ini terlalu panjang",
            found=f"{len(text)} karakter",
            expected=f"paling banyak {MAX_CHARACTERS} karakter",
        )


def _refuse_other_kinds(file: str, suffix: str) -> None:
    if suffix == ".docx" or suffix in _TEXT or suffix in _PAGES:
        return
    if suffix in _FACTS:
        message, expected = "ini berkas fakta, bukan naskah", "naskah .docx, .md, .txt, atau .html"
    elif suffix in _LATER:
        message, expected = (
            "jenis berkas ini belum dapat dibaca",
            "naskah yang disimpan sebagai .docx, .md, .txt, atau .html",
        )
    else:
        message, expected = "jenis berkas ini tidak dikenal sebagai naskah", "naskah .docx, .md, .txt, atau .html"
    raise fail(TextError, file, message, found=f"berkas {suffix}" if suffix else None, expected=expected)


def _title(sections: tuple[NarrativeSection, ...], file: str) -> str:
    """The first line when it stands before the first heading and reads like a title, else the file's name."""
    first = sections[0] if sections else None
    if first is not None and first.id is None and len(sections) > 1:
        line = first.text.splitlines()[0].strip(" #*_=\t")
        if line and len(line.split()) <= _TITLE_WORDS and not line.endswith((".", ";", ",")):
            return line
    return PurePath(file).stem


def _own_title(text: str, known: KnownHeadings) -> str:
    """The heading of the first order that a Markdown text begins with, when it opens no section; else empty."""
    match = _TOP_HEADING.match(text)
    line = match[1].strip(" #*_") if match else ""
    return "" if known.section(line, len(line)) is not None or len(line.split()) > _TITLE_WORDS else line


def _named(text: str, labels: Sequence[str], known: KnownHeadings) -> str:
    """What the form in a text names the innovation: the cell or text beside its label; empty when there is none."""
    for label in labels:
        before, between, value = r"^[ \t|*_\d.-]{0,20}", r"[ \t*_]{0,20}[:|\n][ \t:|*_]{0,20}", r"([^\s|][^\n|]{1,200})"
        pattern = f"{before}{re.escape(label)}{between}{value}"
        for match in re.finditer(pattern, text[:_FORM_WITHIN], re.IGNORECASE | re.MULTILINE):
            name = match[1].strip(" *_\t\r")
            # A label that nothing was written beside is followed by the next one.
            if name and len(name.split()) <= _TITLE_WORDS and name not in known:
                return name
    return ""


def _without_title(sections: tuple[NarrativeSection, ...], title: str, *, marked: bool) -> tuple[NarrativeSection, ...]:
    """A title alone before the first heading is no text to be checked, nor one that is `marked` as a title."""
    first = sections[0]
    if first.id is not None:
        return sections
    if len(sections) > 1 and " ".join(first.text.split()).strip(" #*_=") == title:
        return sections[1:]
    line, _, rest = first.text.partition("\n")
    if marked and rest.strip() and " ".join(line.split()).strip(" #*_=") == title:
        return (cut_out(first, len(line), len(first.text)), *sections[1:])
    return sections
