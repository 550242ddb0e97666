"""What a YAML parser complains about, told to the person who wrote the line."""

from __future__ import annotations

import yaml

from inovasi_ai.errors import Problem
from inovasi_ai.lazy import lazy_pattern
from inovasi_ai.sources.reading import line_column, shortened
from inovasi_ai.sources.yaml_indent import crooked

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
    (
        "could not find expected ':'",
        "baris ini bukan isian: tidak ada titik dua",
        "`nama_isian: nilai`, atau lanjutan teks yang menjorok",
    ),
    ("tag", "tanda `!` di awal teks punya arti khusus dalam YAML", _QUOTE),
)
_DEPTH = (
    "mapping values are not allowed",
    "did not find expected key",
    "expected '-' indicator",
    "expected <document start>",
    "block sequence entries are not allowed",
)
"""Complaints behind which a line at the wrong depth may stand."""
_LONGEST = 200
"""Longest line, in characters, that is shown again as it should be."""
_NO_SPACE = lazy_pattern(r"\s*((?:- +)?[A-Za-z_]{2,40}):([^\s:/].*)$")
_KEY_VALUE = lazy_pattern(r"(\s*(?:- +)*)([^\s:#][^:#\n]{0,80}): +(\S.*?)\s*$")


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
    # Some mistakes come to light only lines later, at the end even: the eye must go where they began.
    late = any(part in complaint for part in ("end of stream", "could not find expected ':'")) or row >= len(lines)
    if caught.context_mark is not None and late:
        row, column = caught.context_mark.line, caught.context_mark.column
    if "mapping values are not allowed" in complaint and 0 < row < len(lines) and _NO_SPACE.match(lines[row - 1]):
        row, column = row - 1, 0
    quoted = lines[row] if row < len(lines) else ""
    depth = crooked(lines, row) if ":" not in quoted[:column] and any(part in complaint for part in _DEPTH) else None
    if depth is not None and "\t" not in quoted[: len(quoted) - len(quoted.lstrip())]:
        shown = shortened(quoted, 80)
        return Problem(depth[0], file, row + 1, len(quoted) - len(quoted.lstrip()) + 1, None, shown or None, depth[1])
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
    no_space = _NO_SPACE.match(line)
    if no_space is not None and ("mapping values" in complaint or "could not find" in complaint):
        suggestion = f"{no_space[1]}: {no_space[2]}".strip() if len(line) <= _LONGEST else None
        return "tidak ada spasi sesudah titik dua", "`nama_isian: nilai`", suggestion
    if "mapping values are not allowed" in complaint:
        if ":" in line[:column] and not above.strip().endswith(":"):
            return "ada tanda titik dua di dalam teks", _QUOTE, _quoted(line)
        message = "baris ini atau baris di atasnya bukan `nama_isian: nilai`"
        return message, "titik dua sesudah nama isian, jorokan sejajar", None
    if "cannot start any token" in complaint:
        mark = line[column : column + 1]
        return f"tanda `{mark}` di awal teks punya arti khusus dalam YAML", _QUOTE, _quoted(line)
    if "did not find expected key" in complaint:
        return _no_key(line, column)
    for part, message, expected in _RULES:
        if part in complaint:
            return message, expected, _quoted(line) if expected is _QUOTE else None
    return "susunan YAML pada baris ini tidak terbaca", "`nama_isian: nilai`, jorokan dua spasi", None


def _no_key(line: str, column: int) -> tuple[str, str, str | None]:
    if column and line[:column].strip():
        match = _KEY_VALUE.match(line)
        value = match[3].strip("'\"") if match else ""
        whole = f'{match[2].strip()}: "{value}"' if match and value and '"' not in value else None
        if whole == line.strip():  # it is sound by itself, so an earlier quotation mark still waits for its partner
            return (
                "tanda petik yang dibuka di atas baris ini tidak ditutup",
                "tanda petik penutup pada akhir teks",
                None,
            )
        shown = whole if len(line) <= _LONGEST else None
        return "ada teks sesudah tanda petik penutup", "seluruh teks di antara satu pasang tanda petik", shown
    if line.lstrip().startswith("- "):
        message = "butir daftar ini tidak sejajar dengan butir lain, atau tidak berada di bawah nama isian"
        return message, "`nama_isian:`, lalu butir-butirnya sejajar di bawahnya", None
    return "jorokan baris ini tidak sejajar dengan isian di atasnya", "isian yang setingkat ditulis sejajar", None


def _quoted(line: str) -> str | None:
    """The line with its value between quotes, when it is short enough to be shown."""
    match = _KEY_VALUE.match(line) if len(line) <= _LONGEST else None
    if match is None:
        return None
    value = match[3].replace("\\", "\\\\").replace('"', '\\"')
    return f'{match[2].strip()}: "{value}"'
