"""JSON Schemas of the exported files, generated from the models; copies for editors lie in `rubrics/skema/`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from inovasi_ai.domain.draft import Draft
from inovasi_ai.domain.report import Report
from inovasi_ai.exporting.jsonfile import SCHEMA_IDS, Jenis

if TYPE_CHECKING:
    from pydantic_core import core_schema

__all__ = ["draft_schema", "report_schema"]


class _Generator(GenerateJsonSchema):
    """Writes decimals as numbers, because that is how they are exported."""

    def decimal_schema(self, schema: core_schema.DecimalSchema) -> JsonSchemaValue:
        return {"type": "number"}


def draft_schema() -> dict[str, object]:
    """The JSON Schema (2020-12) of `naskah.json`."""
    texts = {
        "type": "object",
        "additionalProperties": {"type": "string"},
        "description": "Teks tiap bagian, siap disalin ke formulir.",
    }
    return _schema(Draft, "naskah", {"teks": texts})


def report_schema() -> dict[str, object]:
    """The JSON Schema (2020-12) of `laporan.json`."""
    return _schema(Report, "laporan", {})


def _schema(model: type[Draft] | type[Report], jenis: Jenis, extra: dict[str, object]) -> dict[str, object]:
    schema = model.model_json_schema(mode="serialization", schema_generator=_Generator)
    for part in (schema, *schema.get("$defs", {}).values()):
        for described in part.get("properties", {}).values():
            # Older pydantic says a constant twice; the schema may not depend on the version.
            if described.get("enum") == [described.get("const")]:
                del described["enum"]
    head: dict[str, object] = {
        "$schema": {"const": SCHEMA_IDS[jenis], "type": "string"},
        "jenis": {"const": jenis, "type": "string"},
        **extra,
    }
    schema["properties"] = {**head, **schema["properties"]}
    # Every key is always written, so a consumer may rely on all of them.
    schema["required"] = list(schema["properties"])
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": SCHEMA_IDS[jenis], **schema}
