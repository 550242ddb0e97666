"""JSON Schema of an element's file, so that an editor completes and checks it while a rubric is written.

`python -m inovasi_ai.domain.rubric_schema` writes it out; the shipped copy is `rubrics/skema/unsur.schema.json`.
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from inovasi_ai.domain.rubric import Element, Example

if TYPE_CHECKING:
    from pydantic_core import core_schema

__all__ = ["ELEMENT_SCHEMA", "element_schema"]

ELEMENT_SCHEMA = "unsur.schema.json"
"""File name of the schema under `rubrics/skema/`."""


class _Generator(GenerateJsonSchema):
    """Decimals as plain numbers: the schema may not depend on the version of pydantic."""

    def decimal_schema(self, schema: core_schema.DecimalSchema) -> JsonSchemaValue:
        return {"type": "number"}

    def literal_schema(self, schema: core_schema.LiteralSchema) -> JsonSchemaValue:
        described = super().literal_schema(schema)
        if described.get("enum") == [described.get("const")]:  # older pydantic says a constant twice
            del described["enum"]
        return described


def element_schema() -> dict[str, object]:
    """The JSON Schema (2020-12) of both documents of an element's file: the element, and the list of its examples."""
    schema = TypeAdapter(Element | tuple[Example, ...]).json_schema(mode="validation", schema_generator=_Generator)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Berkas unsur rubrik: unsur, lalu sesudah garis `---` daftar contohnya",
        **schema,
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(element_schema(), ensure_ascii=False, indent=2) + "\n")
