"""Loading a rubric: the shipped edition is whole, errors name file, line and field, the hash follows the content."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from inovasi_ai.domain.rubric import load_rubric
from inovasi_ai.domain.rubric_schema import ELEMENT_SCHEMA, FLAG_SCHEMA, element_schema, flag_schema
from inovasi_ai.errors import RubricError

SHIPPED = Path(__file__).resolve().parents[2] / "rubrics" / "iga-2026"


def _overlay(folder: Path, name: str, old: str, new: str) -> None:
    text = (SHIPPED / name).read_text(encoding="utf-8")
    assert old in text
    path = folder / "iga-2026" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_2026_edition_has_its_sections_and_elements_in_their_order() -> None:
    rubric = load_rubric("iga-2026")
    assert [section.id for section in rubric.sections] == ["rancang_bangun", "tujuan", "manfaat", "hasil"]
    assert rubric.section("rancang_bangun").elements == (
        "dasar_hukum",
        "permasalahan",
        "isu_strategis",
        "metode_pembaharuan",
        "keunggulan_kebaharuan",
        "tahapan_penggunaan",
    )
    assert rubric.section("rancang_bangun").min_words == 300
    assert rubric.section("tujuan").min_words is None


def test_every_element_says_what_to_ask_and_why_it_is_believed() -> None:
    rubric = load_rubric("iga-2026")
    for element in rubric.elements.values():
        assert element.question.endswith("?")
        assert element.explanation
        assert element.sources
        assert element.confidence != "unknown"
        assert all(part.ask.rstrip(". ").strip() and "?" in part.ask for part in element.parts)


def test_the_section_of_an_element() -> None:
    rubric = load_rubric("iga-2026")
    assert rubric.section_of("isu_strategis").id == "rancang_bangun"
    assert rubric.section_of("hasil").id == "hasil"
    with pytest.raises(KeyError):
        rubric.section_of("anggaran")


@pytest.mark.parametrize(
    ("name", "old", "new", "line_of", "field"),
    [
        ("elements/tujuan.yaml", "scope: section", "scope: bagian", "scope: bagian", "scope"),
        ("elements/tujuan.yaml", "question: Apa", "pertanyaan: Apa", "pertanyaan: Apa", "pertanyaan"),
        ("elements/hasil.yaml", "period: true, within: 2", "period: true, within: 9", "within: 9", "within"),
        ("rubric.yaml", "    min_words: 300", "    min_words: tiga ratus", "min_words: tiga ratus", "min_words"),
    ],
)
def test_a_wrong_value_names_file_line_and_field(
    tmp_path: Path, name: str, old: str, new: str, line_of: str, field: str
) -> None:
    _overlay(tmp_path, name, old, new)
    with pytest.raises(RubricError) as caught:
        load_rubric("iga-2026", folder=tmp_path)
    problem = next(problem for problem in caught.value.problems if problem.field and field in problem.field)
    assert problem.file == f"iga-2026/{name}"
    assert problem.line is not None
    lines = (tmp_path / "iga-2026" / name).read_text(encoding="utf-8").splitlines()
    assert line_of in lines[problem.line - 1]


def test_broken_yaml_names_the_line(tmp_path: Path) -> None:
    _overlay(tmp_path, "elements/hasil.yaml", "facts: [hasil]", "facts: [hasil")
    with pytest.raises(RubricError, match=r"hasil\.yaml:\d+"):
        load_rubric("iga-2026", folder=tmp_path)


def test_an_element_that_a_section_names_but_nobody_wrote(tmp_path: Path) -> None:
    _overlay(tmp_path, "rubric.yaml", "elements: [manfaat]", "elements: [dampak]")
    with pytest.raises(RubricError, match=r"elements/dampak\.yaml"):
        load_rubric("iga-2026", folder=tmp_path)


def test_the_hash_follows_the_content_and_not_the_line_ends(tmp_path: Path) -> None:
    shipped = load_rubric("iga-2026")
    _overlay(tmp_path / "crlf", "elements/hasil.yaml", "id: hasil", "id: hasil")
    path = tmp_path / "crlf" / "iga-2026" / "elements" / "hasil.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert load_rubric("iga-2026", folder=tmp_path / "crlf").content_hash == shipped.content_hash
    _overlay(tmp_path / "other", "elements/hasil.yaml", "id: hasil", "id: hasil ")
    assert load_rubric("iga-2026", folder=tmp_path / "other").content_hash != shipped.content_hash


def test_examples_stand_beside_their_element_and_are_read_on_demand() -> None:
    examples = load_rubric("iga-2026").examples("tujuan")
    assert {example.kind for example in examples} == {"passing", "failing", "near_miss"}
    assert all(example.text and example.why for example in examples)


def test_an_unknown_rubric_is_an_error_that_says_where_it_looked(tmp_path: Path) -> None:
    with pytest.raises(RubricError, match="iga-1999"):
        load_rubric("iga-1999", folder=tmp_path)


@pytest.mark.parametrize(
    ("name", "made", "folder"),
    [(ELEMENT_SCHEMA, element_schema, "elements"), (FLAG_SCHEMA, flag_schema, "flags")],
    ids=["elements", "flags"],
)
def test_the_schema_for_editors_is_the_models_and_every_file_names_it(
    name: str, made: Callable[[], dict[str, object]], folder: str
) -> None:
    schema = SHIPPED.parent / "skema" / name
    assert json.loads(schema.read_text(encoding="utf-8")) == made()
    for path in (SHIPPED / folder).glob("*.yaml"):
        first = path.read_text(encoding="utf-8").splitlines()[0]
        assert first.startswith("# yaml-language-server: $schema=")
        assert (path.parent / first.partition("=")[2]).resolve() == schema
