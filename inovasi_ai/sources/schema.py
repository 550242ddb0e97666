"""The JSON Schema of a facts file, from the model and the form: an editor completes what the loader reads.

`python -m inovasi_ai.sources.schema` writes it out; the shipped copy is `rubrics/skema/fakta.schema.json`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from inovasi_ai.domain.form import Choices, profile_form
from inovasi_ai.domain.innovation import Innovation
from inovasi_ai.domain.items import DasarHukum, Hasil, Item, Keadaan, Masalah
from inovasi_ai.sources.fields import REGULATION_TEXT, fields_of, leaf_type, shape_of
from inovasi_ai.text.values import PartialDate, Quantity

__all__ = ["SCHEMA_NAME", "facts_schema", "schema_text"]

SCHEMA_NAME = "fakta.schema.json"
"""File name of the schema, beside a template and under `rubrics/skema/`."""

Json = str | int | bool | None | list["Json"] | dict[str, "Json"]
Schema = dict[str, Json]

_EITHER: Mapping[type[BaseModel], tuple[tuple[str, ...], ...]] = {
    Masalah: (("uraian",), ("indikator", "nilai")),
    Hasil: (("uraian",), ("indikator", "sesudah")),
    Keadaan: (("nilai",), ("uraian",)),
    DasarHukum: ((REGULATION_TEXT,), ("jenis",)),
}
"""Groups that are whole with one set of fields or another; the models check it in code."""

_REGULATION: Schema = {
    "type": ["string", "null"],
    "title": "Peraturan",
    "description": "jenis, nomor, tahun, dan judul dalam satu teks, sebagai ganti empat isian di bawah",
    "examples": ["UU Nomor 24 Tahun 2013 tentang Administrasi Kependudukan"],
}


def facts_schema() -> dict[str, object]:
    """JSON Schema (draft 2020-12) of a facts file of one or many innovations, in the default edition."""
    definitions: dict[str, Schema] = {}
    _define(Innovation, definitions)
    one: Schema = {"$ref": f"#/$defs/{Innovation.__name__}"}
    many: Schema = {"type": "array", "items": one, "minItems": 1, "title": "Daftar inovasi"}
    wrapped: Schema = {
        "type": "object",
        "title": "Berkas beberapa inovasi",
        "properties": {"$schema": {"type": "string"}, "inovasi": many},
        "required": ["inovasi"],
        "additionalProperties": False,
    }
    schema: dict[str, object] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Berkas fakta inovasi daerah",
        "description": "Fakta satu inovasi atau lebih. Isian yang belum ada faktanya dikosongkan atau dihapus.",
        "anyOf": [one, many, wrapped],
        "$defs": {name: definitions[name] for name in sorted(definitions)},
    }
    return schema


def schema_text() -> str:
    """The schema as the text of its file."""
    return json.dumps(facts_schema(), ensure_ascii=False, indent=2) + "\n"


def _define(model: type[BaseModel], definitions: dict[str, Schema]) -> Schema:
    """Put the schema of a model among the definitions and return the reference to it."""
    if model.__name__ not in definitions:
        definitions[model.__name__] = {}  # stands in while the model's own fields are described
        definitions[model.__name__] = _group(model, definitions)
    return {"$ref": f"#/$defs/{model.__name__}"}


def _group(model: type[BaseModel], definitions: dict[str, Schema]) -> Schema:
    properties: dict[str, Json] = {}
    if model is Innovation:
        properties["$schema"] = {"type": "string"}
    if issubclass(model, DasarHukum):
        properties[REGULATION_TEXT] = _REGULATION
    for name, field in fields_of(model).items():
        properties[name] = _property(model, name, field, definitions)
    schema: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    required: list[Json] = [name for name, field in fields_of(model).items() if field.is_required()]
    either = _EITHER.get(model)
    if either is not None:
        required = [name for name in required if all(name not in names for names in either)]
        schema["anyOf"] = [{"required": list(names)} for names in either]
    if required:
        schema["required"] = required
    return schema


def _property(model: type[BaseModel], name: str, field: FieldInfo, definitions: dict[str, Schema]) -> Schema:
    form = profile_form()
    title = form.label(name) if model is Innovation and name in form.fields else field.title
    guidance = form.fields[name].guidance if model is Innovation and name in form.fields else ""
    described = "; ".join(dict.fromkeys(text for text in (field.description, guidance) if text))
    about: Schema = {key: text for key, text in (("title", title), ("description", described)) if text}
    shape, inner = shape_of(model, name)
    if shape == "group" and inner is not None:
        return {**about, **_nullable(_group(inner, definitions))}
    if shape == "numbered" and inner is not None:
        entry = _define(inner, definitions)
        numbers: Schema = {"type": ["object", "null"], "patternProperties": {"^[0-9]{1,2}$": entry}}
        return {**about, **numbers, "additionalProperties": False}
    if shape == "items" and inner is not None:
        return {**about, "type": ["array", "null"], "items": _item(inner, definitions)}
    if shape == "values":
        return {**about, "type": ["array", "null"], "items": _leaf(model, name, field, definitions)}
    return {**about, **_leaf(model, name, field, definitions)}


def _nullable(schema: Schema) -> Schema:
    return {**schema, "type": ["object", "null"]}


def _item(model: type[BaseModel], definitions: dict[str, Schema]) -> Schema:
    """An entry of a list: a group, a bare text where that says enough, or nothing yet."""
    group = _define(model, definitions)
    if issubclass(model, Item):
        either = _EITHER.get(model)
        needed = {name for name, field in fields_of(model).items() if field.is_required()}
        alone = any(names == (model.primary,) for names in either) if either else needed <= {model.primary}
        if alone and (either is None or needed <= {name for names in either for name in names}):
            return {"anyOf": [group, {"type": ["string", "null"]}]}
    return {"anyOf": [group, {"type": "null"}]}


def _leaf(model: type[BaseModel], name: str, field: FieldInfo, definitions: dict[str, Schema]) -> Schema:
    nothing: list[Json] = [] if field.is_required() else ["null"]
    kind = leaf_type(field)
    form = profile_form()
    if model is Innovation and form.has_choices(name):
        return _choices(name, form.choices(name), definitions)
    if name == "koordinat":
        point: Schema = {"type": "array", "items": {"type": ["number", "string"]}, "minItems": 2, "maxItems": 2}
        return {"anyOf": [{"type": ["string", "null"]}, point], "examples": ["-7.1234, 110.5678"]}
    if kind is Quantity:
        return {"type": ["string", "number", *nothing], "examples": ["12,5 persen", "14 hari kerja", "Rp1.250.000"]}
    if kind is PartialDate:
        return {"type": ["string", "integer", *nothing], "examples": ["3 Maret 2024", "2024-03-03", "Maret 2024"]}
    if kind is bool:
        words = _any_capitals("ya|y|true|benar|ada|sudah|tidak|t|false|salah|belum|no|n")
        word: Schema = {"type": "string", "pattern": f"^\\s*(?:{words})\\s*$"}
        return {"anyOf": [{"enum": ["ya", "tidak", True, False, None]}, word]}
    if kind is int:
        low, high = (1900, 2100) if name == "tahun" else (1, 99)
        digits: Schema = {"type": "string", "pattern": "^\\s*[0-9]{1,4}\\s*$"}
        options: list[Json] = [{"type": "integer", "minimum": low, "maximum": high}, digits]
        if nothing:
            options.append({"type": "null"})
        return {"anyOf": options}
    if name == "id":
        return {"type": ["string", "null"], "pattern": "^\\s*(?:[a-z][a-z0-9_]{0,39})?\\s*$"}
    return {"type": ["string", "number", *nothing]}


def _choices(name: str, choices: Choices, definitions: dict[str, Schema]) -> Schema:
    """The labels for an editor to offer, and behind them every writing that the loader accepts."""
    labels: list[Json] = list(dict.fromkeys(choices.labels.values()))
    others: list[Json] = [code for code in (*choices.labels, *choices.aliases) if code not in labels]
    numbers: list[Json] = [int(code) for code in choices.labels if code.isdigit()]
    words = dict.fromkeys(_loose(text) for text in (*choices.labels, *choices.labels.values(), *choices.aliases))
    loose: Schema = {"type": "string", "pattern": f"^[^A-Za-z0-9]*(?:{'|'.join(words)})[^A-Za-z0-9]*$"}
    whole: Schema = {"anyOf": [{"enum": labels}, {"enum": [*others, *numbers, None]}, loose]}
    same = next((key for key, known in definitions.items() if known == whole), None)
    key = same or f"pilihan_{name}"
    definitions[key] = whole
    return {"$ref": f"#/$defs/{key}"}


def _loose(text: str) -> str:
    """A pattern for a text in any capitals and punctuation."""
    words = "".join(char if char.isascii() and char.isalnum() else " " for char in text).split()
    return "[^A-Za-z0-9]+".join(_any_capitals(word) for word in words)


def _any_capitals(text: str) -> str:
    return "".join(f"[{char.upper()}{char.lower()}]" if char.isalpha() else char for char in text)


if __name__ == "__main__":
    import sys

    sys.stdout.write(schema_text())
