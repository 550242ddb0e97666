"""Draft and report as JSON: complete, in the order of the models, the same bytes for the same content."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Final, Literal

from pydantic import ValidationError

from inovasi_ai.domain.draft import Draft
from inovasi_ai.domain.report import Report
from inovasi_ai.errors import Problem, TextError

__all__ = ["SCHEMA_IDS", "Jenis", "from_json", "to_json"]

Jenis = Literal["naskah", "laporan"]

SCHEMA_IDS: Final[dict[Jenis, str]] = {
    "naskah": "urn:inovasi-ai:skema:naskah:1",
    "laporan": "urn:inovasi-ai:skema:laporan:1",
}
"""What stands under `$schema` in an exported file; the number grows when a reader of the old shape would fail."""


def to_json(what: Draft | Report) -> bytes:
    """UTF-8 JSON, two spaces deep, with a final newline; `kelengkapan` and points are numbers.

    A draft also carries `teks`, the plain text of each section as the form takes it.
    """
    content: dict[str, object]
    if isinstance(what, Draft):
        content = {"$schema": SCHEMA_IDS["naskah"], "jenis": "naskah", "teks": what.texts}
    else:
        content = {"$schema": SCHEMA_IDS["laporan"], "jenis": "laporan"}
    content.update(what.model_dump(mode="python"))
    text = json.dumps(content, ensure_ascii=False, indent=2, default=_number)
    # A lone surrogate has no UTF-8 form; what `backslashreplace` writes for it is its JSON escape.
    return (text + "\n").encode("utf-8", "backslashreplace")


def from_json(data: str | bytes) -> Draft | Report:
    """Read back what `to_json` wrote; raises `TextError` when it is neither a draft nor a report."""
    try:
        content = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise TextError(Problem("Berkas ini bukan JSON yang dapat dibaca", found=str(error))) from error
    jenis = content.get("jenis") if isinstance(content, dict) else None
    if jenis not in ("naskah", "laporan"):
        raise TextError(
            Problem("Berkas JSON ini bukan naskah atau laporan", field="jenis", expected="`naskah` atau `laporan`")
        )
    fields = {key: value for key, value in content.items() if key not in {"$schema", "jenis", "teks"}}
    try:
        return (Draft if jenis == "naskah" else Report).model_validate(fields)
    except ValidationError as error:
        raise TextError(
            Problem(
                f"Isian {jenis} ini tidak sesuai skemanya",
                field=".".join(str(part) for part in problem["loc"]),
                found=str(problem["msg"]),
            )
            for problem in error.errors()
        ) from error


def _number(value: object) -> int | float:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    raise TypeError(f"{type(value).__name__} does not belong into an export")
