from __future__ import annotations

import json
import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings

from inovasi_ai import resources
from inovasi_ai.domain.draft import Draft
from inovasi_ai.domain.report import Report
from inovasi_ai.errors import TextError
from inovasi_ai.exporting.jsonfile import from_json, to_json
from inovasi_ai.exporting.schema import draft_schema, report_schema
from tests.exporting import sample
from tests.exporting.hostile import texts

SCHEMAS = {"naskah": draft_schema, "laporan": report_schema}
OUTPUTS: dict[str, Draft | Report] = {"naskah": sample.draft(), "laporan": sample.report()}


@pytest.mark.parametrize("jenis", SCHEMAS)
def test_the_shipped_schema_is_the_generated_one(jenis: str) -> None:
    shipped = json.loads(resources.find("rubrics", f"skema/{jenis}.schema.json").read_text(encoding="utf-8"))
    assert shipped == json.loads(json.dumps(SCHEMAS[jenis]()))


@pytest.mark.parametrize("jenis", SCHEMAS)
def test_output_obeys_its_schema_and_names_it(jenis: str) -> None:
    schema = SCHEMAS[jenis]()
    jsonschema.Draft202012Validator.check_schema(schema)
    content = json.loads(to_json(OUTPUTS[jenis]))
    jsonschema.Draft202012Validator(schema).validate(content)
    assert list(content)[:2] == ["$schema", "jenis"]
    assert (content["$schema"], content["jenis"]) == (schema["$id"], jenis)


@pytest.mark.parametrize("jenis", SCHEMAS)
def test_the_schema_refuses_what_is_not_its_own(jenis: str) -> None:
    validator = jsonschema.Draft202012Validator(SCHEMAS[jenis]())
    content = json.loads(to_json(OUTPUTS[jenis]))
    assert not validator.is_valid({**content, "lain": 1})
    assert not validator.is_valid({key: value for key, value in content.items() if key != "jenis"})


@pytest.mark.parametrize("what", OUTPUTS.values(), ids=OUTPUTS)
def test_nothing_is_lost_on_the_way(what: Draft | Report) -> None:
    assert from_json(to_json(what)) == what


def test_scores_are_numbers_and_texts_are_readable() -> None:
    written = to_json(sample.report()).decode()
    content = json.loads(written)
    assert content["kelengkapan"] == 72.5
    assert [found["points"] for found in content["findings"] if found.get("indicator") == 16] == [3]
    assert "2024–2025" in written
    assert written.endswith("}\n")


def test_a_draft_carries_the_text_of_each_section() -> None:
    content = json.loads(to_json(sample.draft()))
    assert content["teks"] == sample.draft().texts


@given(texts)
@settings(max_examples=60)
def test_any_text_survives(text: str) -> None:
    draft = sample.draft().model_copy(update={"title": text})
    assert json.loads(to_json(draft))["title"] == text


def test_bytes_do_not_depend_on_the_process() -> None:
    script = (
        "import sys; from tests.exporting import sample; from inovasi_ai.exporting.jsonfile import to_json;"
        "sys.stdout.buffer.write(to_json(sample.report()))"
    )
    written = {
        subprocess.run(
            [sys.executable, "-c", script],
            capture_output=True,
            check=True,
            cwd=Path(__file__).parents[2],
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "77")
    }
    assert written == {to_json(sample.report())}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("{", "bukan JSON"),
        ("[" * 100_000, "bukan JSON"),
        ("[]", "bukan naskah atau laporan"),
        ('{"jenis": "lain"}', "bukan naskah atau laporan"),
        ('{"jenis": "naskah", "title": 1}', "`title`"),
    ],
)
def test_a_strange_file_is_refused_in_words(data: str, said: str) -> None:
    with pytest.raises(TextError, match=said):
        from_json(data)


def test_whole_and_broken_scores_come_back_equal() -> None:
    for value in (Decimal(100), Decimal("0.1"), Decimal("33.33"), Decimal("1E+1")):
        report = sample.report().model_copy(update={"kelengkapan": value})
        again = from_json(to_json(report))
        assert isinstance(again, Report)
        assert again.kelengkapan == value
