"""Words of a Word document replaced where they stand: every other byte of its text, and every other part, stays."""

from __future__ import annotations

import copy
import io
import re
import zipfile
import zlib
from bisect import bisect_left
from collections.abc import Sequence
from xml.sax.saxutils import escape

from inovasi_ai.checking.fixing import Change
from inovasi_ai.errors import TextError
from inovasi_ai.sources.docx_text import PART
from inovasi_ai.sources.flow import Run
from inovasi_ai.sources.reading import fail

__all__ = ["replaced_in_docx", "writable"]

_MOST_BYTES = 256 * 1024 * 1024
_CHUNK = 1024 * 1024
_ENCODING = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_-]{1,40})[\"']")
_START_TAG = re.compile(rb"<[^\s<>/]+(?:\s+[^\s<>=]+\s*=\s*(?:\"[^\"<]*\"|'[^'<]*'))*\s*>")

_Edit = tuple[int, int, str]


def writable(change: Change, runs: Sequence[Run]) -> bool:
    """Whether a change touches only characters that stand in `runs` (none of them a tab or a bullet of Word)."""
    start, end, _ = _narrowed(change)
    place = _run_at(runs, start, empty=start == end)
    if place is None:
        return False
    while start < end:
        if place >= len(runs) or runs[place].start > start:
            return False
        start = runs[place].end
        place += 1
    return True


def replaced_in_docx(data: bytes, file: str, text: str, runs: Sequence[Run], changes: Sequence[Change]) -> bytes:
    """The document with `changes` of `text`, its narrative's, written into `runs`; all in order and `writable`.

    A new word takes the format of the run it begins in. Raises `TextError` for a document that is signed, is not
    written in UTF-8 or cannot be taken apart.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if any(name.startswith("_xmlsignatures/") for name in archive.namelist()):
                raise fail(
                    TextError,
                    file,
                    "dokumen ini bertanda tangan digital, dan perbaikan akan membatalkannya",
                    expected="dokumen sebelum ditandatangani",
                )
            return _copied(archive, _part(archive.read(PART), file, _new_texts(text, runs, changes)))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError):
        raise fail(
            TextError, file, "dokumen Word ini rusak", expected="simpan ulang dokumennya dari Word atau LibreOffice"
        ) from None
    except _TooLargeError:
        raise fail(TextError, file, "isi dokumen Word ini terlalu besar", expected="naskah satu inovasi") from None


class _TooLargeError(Exception):
    """The parts of the document are larger than a narrative's can be."""


def _copied(archive: zipfile.ZipFile, part: bytes) -> bytes:
    """The archive with another main part."""
    target = io.BytesIO()
    total = 0
    with zipfile.ZipFile(target, "w") as written:
        written.comment = archive.comment
        for entry in archive.infolist():
            with written.open(copy.copy(entry), "w") as out:
                if entry.filename == PART:
                    out.write(part)
                    continue
                with archive.open(entry) as stream:
                    while chunk := stream.read(_CHUNK):
                        total += len(chunk)
                        if total > _MOST_BYTES:
                            raise _TooLargeError
                        out.write(chunk)
    return target.getvalue()


def _part(xml: bytes, file: str, texts: Sequence[tuple[Run, str]]) -> bytes:
    encoding = _ENCODING.match(xml.removeprefix(b"\xef\xbb\xbf"))
    if b"\0" in xml[:4] or (encoding is not None and encoding[1].lower() not in (b"utf-8", b"utf8", b"us-ascii")):
        raise fail(
            TextError,
            file,
            "isi dokumen Word ini tidak tersimpan sebagai UTF-8",
            expected="simpan ulang dokumennya dari Word atau LibreOffice",
        )
    pieces: list[bytes] = []
    done = 0
    for run, text in sorted(texts, key=lambda pair: pair[0].at):  # a text box stands inside a paragraph
        tag = _START_TAG.match(xml, run.at)
        if tag is None:  # expat read it, so it is there
            continue
        opening = tag[0]
        if text != text.strip() and b"xml:space" not in opening:  # else Word drops the blank
            opening = opening[:-1] + b' xml:space="preserve">'
        pieces += (xml[done : run.at], opening, escape(text).encode())
        done = run.until
    pieces.append(xml[done:])
    return b"".join(pieces)


def _new_texts(text: str, runs: Sequence[Run], changes: Sequence[Change]) -> list[tuple[Run, str]]:
    """The runs that change, each with its new text."""
    edits: dict[int, list[_Edit]] = {}
    for change in changes:
        start, end, new = _narrowed(change)
        place = _run_at(runs, start, empty=start == end)
        while place is not None and place < len(runs):
            run = runs[place]
            edits.setdefault(place, []).append((max(start, run.start), max(min(end, run.end), start), new))
            if end <= run.end:
                break
            new, place = "", place + 1  # the new word stands where the old one began
    texts = []
    for place, within in edits.items():
        run = runs[place]
        pieces: list[str] = []
        done = run.start
        for start, end, new in within:
            pieces += (text[done:start], new)
            done = end
        pieces.append(text[done : run.end])
        texts.append((run, "".join(pieces)))
    return texts


def _run_at(runs: Sequence[Run], offset: int, *, empty: bool) -> int | None:
    """The run that holds the character at `offset`; of the place between two characters, the one that ends there."""
    place = bisect_left(runs, offset, key=lambda run: run.start)  # the first that begins at `offset` or later
    if place and (offset < runs[place - 1].end or (empty and offset == runs[place - 1].end)):
        return place - 1
    return place if place < len(runs) and runs[place].start == offset else None


def _narrowed(change: Change) -> _Edit:
    """A change without what its two sides have in common at their beginning and end."""
    before, after = change.before, change.after
    shorter = min(len(before), len(after))
    head = next((place for place in range(shorter) if before[place] != after[place]), shorter)
    rest = shorter - head
    tail = next((place for place in range(rest) if before[-1 - place] != after[-1 - place]), rest)
    return change.start + head, change.end - tail, after[head : len(after) - tail]
