"""What is wrong with the fields of an innovation, told in Indonesian with place and nearest valid value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from pydantic import ValidationError

from inovasi_ai.sources.fields import fields_of, model_at, writable
from inovasi_ai.sources.nodes import Node, Place, Problems

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

__all__ = ["explain_fields", "unknown_field"]

_LIST = "daftar: tiap butir pada baris sendiri, diawali `- `"
_WHOLE = "bilangan bulat, misalnya `16`"
_INCOMPLETE = frozenset({"missing", "inovasi_problem", "inovasi_result", "inovasi_state"})
_MESSAGES: Mapping[str, tuple[str, str]] = {
    "tuple_type": ("isian ini harus berupa daftar", _LIST),
    "list_type": ("isian ini harus berupa daftar", _LIST),
    "string_type": ("isian ini harus berupa teks", "satu teks, bukan daftar atau kelompok isian"),
    "int_parsing": ("nomor ini tidak terbaca", _WHOLE),
    "int_parsing_size": ("nomor ini terlalu besar", _WHOLE),
    "int_type": ("nomor ini tidak terbaca", _WHOLE),
    "int_from_float": ("nomor ini bukan bilangan bulat", _WHOLE),
    "mapping_type": ("isian ini harus berupa nomor indikator dengan isinya", "`3:` lalu isinya menjorok di bawahnya"),
    "dict_type": ("isian ini harus berupa nomor indikator dengan isinya", "`3:` lalu isinya menjorok di bawahnya"),
}


def explain_fields(
    caught: ValidationError, problems: Problems, *, prefix: str, nodes: Mapping[str, Node], empty: Mapping[str, Node]
) -> None:
    """Add every error of a validation to `problems`.

    `nodes` and `empty` hold the innovation's nodes by dotted path; `prefix` is its own path in the file.
    """
    meant: set[str] = set()
    errors = sorted(caught.errors(include_url=False), key=lambda error: error["type"] == "missing")
    for error in errors:
        path = _path(error)
        if error["type"] == "inovasi_duplicate_id" and nodes:
            continue  # told already, with both lines
        if problems.broken_line is not None and _from_the_break(error, nodes.get(path), problems.broken_line):
            continue
        if error["type"] == "extra_forbidden":
            node = nodes.get(path)
            meant.add(unknown_field(path, node.key_place if node else None, problems, prefix=prefix))
        elif path not in meant:  # a misspelt required field is one mistake, not two
            _explain(error, problems, prefix, nodes, empty)


def _from_the_break(error: ErrorDetails, node: Node | None, broken_line: int) -> bool:
    """Whether an error may only come from what could not be read any more."""
    return error["type"] in _INCOMPLETE or node is None or node.place[0] >= broken_line


def _path(error: ErrorDetails) -> str:
    return ".".join(str(part) for part in error["loc"] if part != "[key]")


def unknown_field(path: str, place: Place | None, problems: Problems, *, prefix: str) -> str:
    """Add the problem of a name that the model does not have; returns the path that was probably meant."""
    from inovasi_ai.sources.nearest import nearest_field

    *parents, name = path.split(".")
    model = model_at(parents)
    known = writable(model) if model else ()
    expected = "nama isian seperti dalam `inovasi template`"
    if parents and known:
        expected = "salah satu dari: " + ", ".join(known)
    suggestion = nearest_field(name, model) if model and not problems.full else None
    problems.at(
        place,
        "isian ini tidak dikenal",
        field=prefix + path,
        found=name,
        expected=expected,
        suggestion=suggestion,
    )
    return ".".join([*parents, suggestion or ""])


def _explain(
    error: ErrorDetails, problems: Problems, prefix: str, nodes: Mapping[str, Node], empty: Mapping[str, Node]
) -> None:
    path, kind, value = _path(error), error["type"], error["input"]
    parts = path.split(".") if path else []
    node = nodes.get(path)
    place = node.place if node else None
    if node is not None and error["loc"] and error["loc"][-1] == "[key]":
        place = node.key_place
    if node is None:
        place = _nearby(parts, nodes, empty)
    message, expected, suggestion = _meaning(error, parts)
    if suggestion is None and not problems.full:
        from inovasi_ai.sources.nearest import nearest_value

        suggestion = nearest_value(kind, value)
    problems.at(
        place,
        message,
        field=prefix + path or None,
        found=None if kind == "missing" else _shown(value),
        expected=expected,
        suggestion=suggestion,
    )


def _meaning(error: ErrorDetails, parts: list[str]) -> tuple[str, str | None, str | None]:
    kind, context = error["type"], error.get("ctx", {})
    if kind.startswith("inovasi_"):
        return error["msg"], context.get("expected"), context.get("suggestion") or None
    if kind == "missing":
        owner = model_at(parts[:-1])
        field = fields_of(owner).get(parts[-1]) if owner else None
        described = [text for text in (field.title, field.description) if text] if field else []
        return "isian wajib ini belum ada", ": ".join(described) or None, None
    if kind in ("model_type", "model_attributes_type"):
        owner = model_at(parts)
        names = ", ".join(writable(owner)) if owner else ""
        expected = f"kelompok dengan isian: {names}" if names else None
        return "isian ini harus berupa kelompok isian bernama", expected, None
    if kind in ("greater_than_equal", "less_than_equal"):
        return "nomor ini di luar batas", f"nomor antara {context.get('ge', 1)} dan {context.get('le', 99)}", None
    if kind in _MESSAGES:
        message, expected = _MESSAGES[kind]
        return message, expected, None
    return "isian ini tidak terbaca", "isian seperti dalam `inovasi template`", None


def _nearby(parts: list[str], nodes: Mapping[str, Node], empty: Mapping[str, Node]) -> Place | None:
    """Where to look for a field that is not there: its own empty line, else the group it belongs to."""
    blank = empty.get(".".join(parts))
    if blank is not None:
        return blank.key_place or blank.place
    for size in range(len(parts), -1, -1):
        owner = nodes.get(".".join(parts[:size]))
        if owner is not None:
            return owner.key_place or owner.place
    return None


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return "kelompok isian: " + ", ".join(str(key) for key in list(value)[:6])
    if isinstance(value, list | tuple):
        return f"daftar berisi {len(value)} butir"
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
