"""The paragraphs of a Word document, read from its XML in one pass, within limits, without executing or fetching."""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass
from xml.parsers import expat

from inovasi_ai.errors import InputError, TextError
from inovasi_ai.sources.reading import fail

__all__ = ["DocxParagraph", "docx_paragraphs"]

_MAX_XML = 64 * 1024 * 1024
_MAX_PARAGRAPHS = 50_000
_CHUNK = 64 * 1024
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_MAX_DEPTH = 256


@dataclass(frozen=True, slots=True)
class DocxParagraph:
    """A paragraph's text and what its style says of it."""

    text: str
    style: str
    """Id of the paragraph style, such as `Heading1`; empty for the normal one."""
    listed: bool
    """Whether Word shows a bullet or number before it."""


def docx_paragraphs(data: bytes, file: str) -> tuple[DocxParagraph, ...]:
    """All paragraphs in reading order, those of tables and text boxes among them.

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
            if "word/document.xml" not in names:
                kind = "buku kerja Excel" if "xl/workbook.xml" in names else "berkas ZIP"
                raise fail(TextError, file, "ini bukan dokumen Word", found=kind, expected="berkas .docx")
            entry = archive.getinfo("word/document.xml")
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
    return tuple(reader.paragraphs)


def _too_large(file: str) -> InputError:
    return fail(TextError, file, "isi dokumen Word ini terlalu besar", expected="naskah satu inovasi")


class _RefusedError(Exception):
    """The XML holds something that no word processor writes."""


class _Paragraph:
    def __init__(self) -> None:
        self.parts: list[str] = []
        self.style = ""
        self.listed = False


class _Reader:
    """Expat handlers that keep paragraphs and drop everything else."""

    def __init__(self) -> None:
        self.paragraphs: list[DocxParagraph] = []
        self._open: list[_Paragraph] = []
        self._depth = 0
        self._skipped_at = 0
        self._in_text = False
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
            self._open.append(_Paragraph())
        elif self._open:
            paragraph = self._open[-1]
            if local == "t":
                self._in_text = True
            elif local in _SIGNS:
                paragraph.parts.append(_SIGNS[local])
            elif local == "pStyle":
                paragraph.style = attributes.get(f"{namespace} val", "")
            elif local == "numId":
                paragraph.listed = attributes.get(f"{namespace} val", "0") != "0"
            elif local == "pPrChange":  # how the paragraph looked before a tracked change
                self._skipped_at = self._depth

    def _end(self, name: str) -> None:
        if self._skipped_at == self._depth:
            self._skipped_at = 0
        elif not self._skipped_at:
            namespace, _, local = name.rpartition(" ")
            if namespace in (_WORD, _STRICT):
                if local == "t":
                    self._in_text = False
                elif local == "p" and self._open:
                    done = self._open.pop()
                    self.paragraphs.append(DocxParagraph("".join(done.parts), done.style, done.listed))
        self._depth -= 1

    def _characters(self, data: str) -> None:
        if self._in_text and self._open and not self._skipped_at:
            self._open[-1].parts.append(data)
