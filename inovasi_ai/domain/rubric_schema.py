"""JSON Schemas of an element's and a flag's file, so that an editor completes and checks them while they are written.

`python -m inovasi_ai.domain.rubric_schema unsur` (or `tanda`) writes one out; the shipped copies lie in
`rubrics/skema/`.
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from inovasi_ai.domain.flag_rules import FlagExample, FlagRule
from inovasi_ai.domain.rubric import Element, Example

if TYPE_CHECKING:
    from pydantic_core import core_schema

__all__ = ["ELEMENT_SCHEMA", "FLAG_SCHEMA", "element_schema", "flag_schema"]

ELEMENT_SCHEMA = "unsur.schema.json"
"""File name of the schema under `rubrics/skema/`."""
FLAG_SCHEMA = "tanda.schema.json"
"""File name of the schema of a flag's file."""


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
    adapter: TypeAdapter[object] = TypeAdapter(Element | tuple[Example, ...])
    return _schema(adapter, "Berkas unsur rubrik: unsur, lalu sesudah garis `---` daftar contohnya")


def flag_schema() -> dict[str, object]:
    """The JSON Schema (2020-12) of both documents of a flag's file: the flag, and the list of its examples."""
    adapter: TypeAdapter[object] = TypeAdapter(FlagRule | tuple[FlagExample, ...])
    return _schema(adapter, "Berkas tanda rubrik: tanda, lalu sesudah garis `---` daftar contohnya")


def _schema(adapter: TypeAdapter[object], title: str) -> dict[str, object]:
    schema = adapter.json_schema(mode="validation", schema_generator=_Generator)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title, **schema}


if __name__ == "__main__":
    wanted = flag_schema() if sys.argv[1:] == ["tanda"] else element_schema()
    sys.stdout.write(json.dumps(wanted, ensure_ascii=False, indent=2) + "\n")
