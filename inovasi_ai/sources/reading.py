"""Bytes and text of a file the user named, with every way that can fail told in Indonesian, within a limit of size."""

from __future__ import annotations

import codecs
import os
import re
import stat
from pathlib import Path

from inovasi_ai.errors import InputError, Problem

__all__ = ["MAX_BYTES", "decoded", "fail", "read_bytes", "shortened", "text_encoding"]

MAX_BYTES = 20 * 1024 * 1024
"""Largest file that is read, in bytes."""

_FOLDER_GLIMPSE = 5_000
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]")
_ENCODINGS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"PK\x03\x04", "berkas terkompresi (Excel, Word, atau ZIP)"),
    (b"%PDF", "berkas PDF"),
    (b"\xd0\xcf\x11\xe0", "berkas Office lama (.xls atau .doc)"),
    (b"\x1f\x8b", "berkas terkompresi (gzip)"),
    (b"\x89PNG", "gambar PNG"),
    (b"\xff\xd8\xff", "gambar JPEG"),
)


def shortened(value: object, limit: int = 60) -> str:
    """A value as it is shown in a message: one line, at most `limit` characters, unprintable characters escaped."""
    text = str(value)[: 4 * limit]
    text = " ".join(text.split())
    text = "".join(char if char.isprintable() else f"\\x{ord(char):02x}" for char in text)
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def fail(error: type[InputError], file: str, message: str, **details: str | int | None) -> InputError:
    """Build the error of one problem with a file; `details` are the fields of `Problem`."""
    return error(Problem(message, file=file, **details))  # type: ignore[arg-type]


def read_bytes(path: str | os.PathLike[str], error: type[InputError]) -> bytes:
    """Content of a regular file of at most `MAX_BYTES`.

    Raises `error` when the file is missing (naming its nearest neighbour), a folder or device, unreadable or too large.
    """
    file = os.fspath(path)
    if "\0" in file or not file:
        raise fail(error, shortened(file), "nama berkas ini tidak sah", expected="nama berkas yang ada")
    try:
        status = os.stat(file)
        if stat.S_ISDIR(status.st_mode):
            raise fail(error, file, "ini folder, bukan berkas", expected="nama satu berkas", suggestion=_inside(file))
        if not stat.S_ISREG(status.st_mode):
            raise fail(error, file, "ini bukan berkas biasa", expected="berkas yang tersimpan di diska")
        if status.st_size > MAX_BYTES:
            raise _too_large(error, file, status.st_size)
        with open(file, "rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise fail(
            error, file, "berkas tidak ditemukan", expected="berkas yang ada", suggestion=_neighbour(file)
        ) from None
    except PermissionError:
        raise fail(error, file, "berkas tidak boleh dibaca", expected="izin baca atas berkas ini") from None
    except OSError as caught:
        raise fail(error, file, "berkas tidak dapat dibaca", found=caught.strerror or type(caught).__name__) from None
    if len(data) > MAX_BYTES:  # it grew between the two looks
        raise _too_large(error, file, len(data))
    return data


def decoded(data: bytes, file: str, error: type[InputError]) -> str:
    """Text of UTF-8 bytes (with or without a mark at the beginning), or of UTF-16/32 with a mark.

    Raises `error` for binary content, another encoding or control characters, with the line. Line ends are kept.
    """
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise fail(error, file, "isi berkas ini bukan teks", found=kind, expected="berkas teks UTF-8")
    encoding, mark = text_encoding(data)
    data = data[len(mark) :]
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as caught:
        raise _not_utf8(error, file, data, caught) from None
    control = _CONTROL.search(text)
    if control is None:
        return text
    line, column = line_column(text, control.start())
    if control.group() == "\0":
        message, expected = "isi berkas ini bukan teks: ada bita kosong", "berkas teks yang disimpan sebagai UTF-8"
    else:
        message, expected = "ada karakter kendali yang tidak tampak", "hapus karakter itu atau ketik ulang barisnya"
    raise fail(error, file, message, line=line, column=column, found=f"U+{ord(control.group()):04X}", expected=expected)


def text_encoding(data: bytes) -> tuple[str, bytes]:
    """The encoding of a text file and the mark it begins with, which may be empty: what is needed to write it again."""
    for mark, name in _ENCODINGS:
        if data.startswith(mark):
            return name, mark
    return "utf-8", b""


def line_column(text: str, offset: int) -> tuple[int, int]:
    """1-based line and column, in characters, of an offset."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _too_large(error: type[InputError], file: str, size: int) -> InputError:
    return fail(
        error,
        file,
        "berkas terlalu besar",
        found=f"{size / 1024 / 1024:.0f} MB",
        expected=f"paling besar {MAX_BYTES // 1024 // 1024} MB; bagi menjadi beberapa berkas",
    )


def _not_utf8(error: type[InputError], file: str, data: bytes, caught: UnicodeDecodeError) -> InputError:
    if b"\0" in data[: caught.start + 64] and caught.encoding == "utf-8":
        return fail(error, file, "isi berkas ini bukan teks", found="data biner", expected="berkas teks UTF-8")
    if caught.encoding != "utf-8":
        return fail(error, file, f"teks {caught.encoding.upper()} ini rusak", expected="berkas teks UTF-8")
    line = data.count(b"\n", 0, caught.start) + 1
    begin = data.rfind(b"\n", 0, caught.start) + 1
    stop = data.find(b"\n", caught.start)
    shown = data[begin : stop if stop >= 0 else None][:400].decode("cp1252", errors="replace")
    column = len(data[begin : caught.start].decode("utf-8", errors="replace")) + 1
    return fail(
        error,
        file,
        "berkas tidak tersimpan sebagai UTF-8",
        line=line,
        column=column,
        found=shortened(shown),
        expected="simpan ulang dengan pengodean UTF-8 (di Notepad: Simpan Sebagai, Pengodean UTF-8)",
    )


def _neighbour(file: str) -> str | None:
    from difflib import get_close_matches  # only a wrong name pays for it

    path = Path(file)
    try:
        with os.scandir(path.parent) as entries:
            names = [entry.name for entry, _ in zip(entries, range(_FOLDER_GLIMPSE), strict=False) if entry.is_file()]
    except OSError:
        return None
    by_lower = {name.casefold(): name for name in sorted(names)}
    near = get_close_matches(path.name.casefold()[:255], list(by_lower), n=1, cutoff=0.6)
    return str(path.parent / by_lower[near[0]]) if near else None


def _inside(folder: str) -> str | None:
    try:
        with os.scandir(folder) as entries:
            names = sorted(
                entry.name
                for entry, _ in zip(entries, range(_FOLDER_GLIMPSE), strict=False)
                if entry.name.lower().endswith((".yaml", ".yml", ".json")) and entry.is_file()
            )
    except OSError:
        return None
    return str(Path(folder) / names[0]) if names else None
