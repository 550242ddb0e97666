"""What a YAML parser complains about, told to the person who wrote the line."""

from __future__ import annotations

import re

import yaml

from inovasi_ai.errors import Problem
from inovasi_ai.sources.reading import line_column, shortened

__all__ = ["explain"]

_QUOTE = "teks di antara tanda petik"
_RULES: tuple[tuple[str, str, str], ...] = (
    ("unexpected end of stream", "tanda petik dibuka tetapi tidak ditutup", "tanda petik penutup pada akhir teks"),
    ("expected ',' or ']'", "daftar `[` dibuka tetapi tidak ditutup dengan benar", "`[satu, dua]`"),
    ("expected ',' or '}'", "kelompok `{` dibuka tetapi tidak ditutup dengan benar", "`{nama: nilai, nama: nilai}`"),
    ("expected '-' indicator", "baris ini tidak sejajar dengan butir di atasnya", "`- ` di depan tiap butir, sejajar"),
    ("expected <document start>", "ada isi sesudah akhir dokumen", "`---` di antara dua dokumen"),
    ("incompatible YAML document", "baris yang diawali `%` tidak dikenal", _QUOTE),
    ("expected alphabetic or numeric", "tanda `*` atau `&` di awal teks punya arti khusus dalam YAML", _QUOTE),
    ("expected comment or line break", "tanda `|` atau `>` di awal teks punya arti khusus dalam YAML", _QUOTE),
    ("expected node content", "tanda baca di awal isian ini punya arti khusus dalam YAML", _QUOTE),
    ("unknown escape character", "tanda `\\` di dalam tanda petik ganda tidak terbaca", "tanda petik tunggal"),
    (
        "block sequence entries are not allowed",
        "butir daftar ditulis sebaris dengan nama isian",
        "butir pada baris baru",
    ),
    ("could not find expected ':'", "baris ini tidak memuat tanda titik dua", "`nama_isian: nilai`"),
    ("tag", "tanda `!` di awal teks punya arti khusus dalam YAML", _QUOTE),
)
_KEY_VALUE = re.compile(r"(\s*(?:- +)*)([^\s:#][^:#\n]{0,80}): +(\S.*?)\s*$")


def explain(caught: yaml.YAMLError, text: str, file: str | None) -> Problem:
    """The problem behind a parser's error, its line quoted and, where it can be guessed, the line as it should be."""
    if isinstance(caught, yaml.reader.ReaderError):
        line, column = line_column(text, min(caught.position, len(text)))
        return Problem("ada karakter yang tidak dapat dibaca", file, line, column, expected="teks UTF-8 biasa")
    if not isinstance(caught, yaml.MarkedYAMLError) or caught.problem_mark is None:
        return Problem("susunan YAML ini tidak terbaca", file, expected="`nama_isian: nilai` pada tiap baris")
    complaint = caught.problem or ""
    lines = text.splitlines()
    row, column = caught.problem_mark.line, caught.problem_mark.column
    # At the end of the file nothing is to be seen; the opening mark is where the eye must go.
    if caught.context_mark is not None and ("end of stream" in complaint or row >= len(lines)):
        row, column = caught.context_mark.line, caught.context_mark.column
    quoted = lines[row] if row < len(lines) else ""
    message, expected, suggestion = _meaning(complaint, quoted, column, lines[row - 1] if 0 < row <= len(lines) else "")
    return Problem(
        message,
        file,
        row + 1,
        column + 1,
        found=shortened(quoted.replace("\t", "→"), 80) or None,
        expected=expected,
        suggestion=suggestion,
    )


def _meaning(complaint: str, line: str, column: int, above: str) -> tuple[str, str, str | None]:
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return "baris ini menjorok dengan tab (tampak sebagai →)", "dua spasi untuk tiap tingkat", None
    if "mapping values are not allowed" in complaint:
        if ":" in line[:column] and not above.strip().endswith(":"):
            return "ada tanda titik dua di dalam teks", _QUOTE, _quoted(line)
        message = "baris ini atau baris di atasnya bukan `nama_isian: nilai`"
        return message, "titik dua sesudah nama isian, jorokan sejajar", None
    if "cannot start any token" in complaint:
        mark = line[column : column + 1]
        return f"tanda `{mark}` di awal teks punya arti khusus dalam YAML", _QUOTE, _quoted(line)
    if "did not find expected key" in complaint:
        if column and line[:column].strip():
            return "ada teks sesudah tanda petik penutup", "seluruh teks di antara satu pasang tanda petik", None
        message = "jorokan baris ini tidak sejajar dengan isian di atasnya"
        return message, "nama isian yang setingkat ditulis sejajar", None
    for part, message, expected in _RULES:
        if part in complaint:
            return message, expected, _quoted(line) if expected is _QUOTE else None
    return "susunan YAML pada baris ini tidak terbaca", "`nama_isian: nilai`, jorokan dua spasi", None


def _quoted(line: str) -> str | None:
    """The line with its value between quotes, when it is short enough to be shown."""
    match = _KEY_VALUE.match(line) if len(line) <= 200 else None
    if match is None:
        return None
    value = match[3].replace("\\", "\\\\").replace('"', '\\"')
    return f'{match[2].strip()}: "{value}"'
