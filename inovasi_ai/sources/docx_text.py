"""The paragraphs of a Word document, read from its XML in one pass, within limits, without executing or fetching."""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass
from xml.parsers import expat

from inovasi_ai.errors import InputError, TextError
from inovasi_ai.sources.flow import Block, Run
from inovasi_ai.sources.reading import fail

__all__ = ["PART", "DocxText", "docx_text"]

PART = "word/document.xml"

_MAX_XML = 64 * 1024 * 1024
_MAX_PARAGRAPHS = 50_000
_CHUNK = 64 * 1024
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_SKIPPED = frozenset({"pPrChange", "rPrChange"})
"""How a paragraph or run looked before a tracked change."""
_OFF = frozenset({"0", "false", "off"})
_TITLES = frozenset({"title", "judul"})
_HEADINGS = ("heading", "judul")
_MAX_DEPTH = 256


@dataclass(frozen=True, slots=True)
class DocxText:
    """What a Word document says, and how much of it is no text."""

    blocks: tuple[Block, ...]
    """All paragraphs in reading order, those of tables and text boxes among them; runs are the `w:t` elements, in bytes
    of the document's part (from the start tag to the end tag)."""
    pictures: int
    footnotes: int
    """Footnotes and endnotes; their text is not read."""


def docx_text(data: bytes, file: str) -> DocxText:
    """Read a Word document.

    Raises `TextError` for a damaged, encrypted or oversized document, and for a file that is no Word document.
    """
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise fail(
            TextError,
            file,
            "dokumen ini terkunci sandi atau berformat .doc lama",
            expected="berkas .docx tanpa sandi; buka di Word lalu Simpan Sebagai .docx",
        )
    reader = _Reader()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            if PART not in names:
                kind = "buku kerja Excel" if "xl/workbook.xml" in names else "berkas ZIP"
                raise fail(TextError, file, "ini bukan dokumen Word", found=kind, expected="berkas .docx")
            entry = archive.getinfo(PART)
            if entry.flag_bits & 1:
                raise fail(TextError, file, "dokumen ini terkunci sandi", expected="berkas .docx tanpa sandi")
            if entry.file_size > _MAX_XML:
                raise _too_large(file)
            with archive.open(entry) as stream:
                read = 0
                while chunk := stream.read(_CHUNK):
                    read += len(chunk)
                    if read > _MAX_XML or len(reader.paragraphs) > _MAX_PARAGRAPHS:
                        raise _too_large(file)
                    reader.feed(chunk)
        reader.close()
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError):
        raise fail(
            TextError,
            file,
            "dokumen Word ini rusak atau bukan .docx",
            expected="berkas .docx yang dapat dibuka di Word",
        ) from None
    except expat.ExpatError:
        raise fail(
            TextError, file, "isi dokumen Word ini rusak", expected="simpan ulang dokumennya dari Word atau LibreOffice"
        ) from None
    except _RefusedError as refused:
        raise fail(TextError, file, str(refused), expected="dokumen yang disimpan dari Word atau LibreOffice") from None
    return DocxText(tuple(reader.paragraphs), reader.pictures, reader.footnotes)


def _too_large(file: str) -> InputError:
    return fail(TextError, file, "isi dokumen Word ini terlalu besar", expected="naskah satu inovasi")


class _RefusedError(Exception):
    """The XML holds something that no word processor writes."""


class _Paragraph:
    def __init__(self, row: int, cell: int, place: tuple[int, int]) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.runs: list[Run] = []
        self.style = ""
        self.listed = False
        self.outlined = False
        self.bold = 0
        self.row = row
        self.cell = cell
        self.place = place

    def add(self, text: str, *, bold: bool) -> None:
        if self.bold == self.length and (bold or not text.strip()):  # bold from the beginning on, blanks allowed
            self.bold += len(text)
        self.parts.append(text)
        self.length += len(text)

    def block(self) -> Block:
        style = self.style.lower()
        title = style in _TITLES
        return Block(
            "".join(self.parts),
            tuple(self.runs),
            listed=self.listed or style.startswith(("listnumber", "listbullet")),
            title=title,
            heading=title or self.outlined or style.startswith(_HEADINGS),
            bold=self.bold,
            row=self.row,
            cell=self.cell,
            table=self.place,
        )


class _Reader:
    """Expat handlers that keep paragraphs and drop everything else."""

    def __init__(self) -> None:
        self.paragraphs: list[Block] = []
        self.pictures = 0
        self.footnotes = 0
        self._open: list[_Paragraph] = []
        self._rows: list[tuple[int, int]] = []
        self._row = self._cell = 0
        self._last_row = self._last_cell = self._last_table = 0
        self._table = (0, 0)
        self._tables: list[tuple[int, int]] = []
        self._drawings: list[int] = []
        self._depth = 0
        self._skipped_at = 0
        self._in_text = False
        self._in_run = False
        self._bold = False
        self._text_at = (0, 0)
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters
        self._parser.StartDoctypeDeclHandler = self._doctype

    def feed(self, chunk: bytes) -> None:
        self._parser.Parse(chunk, False)

    def close(self) -> None:
        self._parser.Parse(b"", True)

    def _doctype(self, *_: object) -> None:
        raise _RefusedError("dokumen ini memuat deklarasi XML yang tidak wajar")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            raise _RefusedError("susunan dokumen ini terlalu dalam")
        if self._skipped_at:
            return
        namespace, _, local = name.rpartition(" ")
        if namespace == _COMPATIBILITY and local == "Fallback":  # says the same again for old programs
            self._skipped_at = self._depth
            return
        if namespace not in (_WORD, _STRICT):
            return
        if local == "p":
            self._open.append(_Paragraph(self._row, self._cell, self._table))
        elif local in _SKIPPED:
            self._skipped_at = self._depth
        elif local == "tbl":
            self._tables.append(self._table)
            self._last_table += 1
            self._table = (self._last_table, 0)
        elif local == "tr":
            self._table = (self._table[0], self._table[1] + 1)
            self._rows.append((self._row, self._cell))
            self._last_row += 1
            self._row = self._last_row
        elif local == "tc":
            self._last_cell += 1
            self._cell = self._last_cell
        elif local in ("drawing", "pict"):
            self._drawings.append(len(self.paragraphs))
        elif self._open:
            self._in_paragraph(self._open[-1], local, attributes.get(f"{namespace} val"))

    def _in_paragraph(self, paragraph: _Paragraph, local: str, value: str | None) -> None:
        if local == "t":
            self._in_text = True
            self._text_at = (paragraph.length, self._parser.CurrentByteIndex)
        elif local == "r":
            self._in_run, self._bold = True, False
        elif local in _SIGNS:
            paragraph.add(_SIGNS[local], bold=self._bold)
        elif local == "b":
            self._bold = self._in_run and value not in _OFF
        elif local == "rStyle":
            self._bold = self._bold or value == "Strong"
        elif local == "pStyle":
            paragraph.style = value or ""
        elif local == "numId":
            paragraph.listed = (value or "0") != "0"
        elif local == "outlineLvl":
            paragraph.outlined = value is not None and value < "9"
        elif local in ("footnoteReference", "endnoteReference"):
            self.footnotes += 1

    def _end(self, name: str) -> None:
        if self._skipped_at == self._depth:
            self._skipped_at = 0
        elif not self._skipped_at:
            namespace, _, local = name.rpartition(" ")
            if namespace in (_WORD, _STRICT):
                self._ended(local)
        self._depth -= 1

    def _ended(self, local: str) -> None:
        if local == "t":
            self._in_text = False
            if self._open:
                start, at = self._text_at
                paragraph = self._open[-1]
                if paragraph.length > start:
                    paragraph.runs.append(Run(start, paragraph.length, at, self._parser.CurrentByteIndex))
        elif local == "p" and self._open:
            self.paragraphs.append(self._open.pop().block())
        elif local == "r":
            self._in_run = self._bold = False
        elif local == "tbl" and self._tables:
            self._table = self._tables.pop()
        elif local == "tr" and self._rows:
            self._row, self._cell = self._rows.pop()
        elif local in ("drawing", "pict") and self._drawings:
            # One that holds a text box is read; any other is a picture.
            self.pictures += self._drawings.pop() == len(self.paragraphs)

    def _characters(self, data: str) -> None:
        if self._in_text and self._open and not self._skipped_at:
            self._open[-1].add(data, bold=self._bold)
