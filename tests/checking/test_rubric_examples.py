"""The rubric's own examples hold, and the runner says so where they do not."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from inovasi_ai.checking.rubric_examples import ExampleResult, run_rubric_examples
from inovasi_ai.domain.rubric import load_rubric
from inovasi_ai.errors import RubricError
from tests.checking.rubrics import changed

RESULTS = run_rubric_examples(load_rubric("iga-2026"))


@pytest.mark.parametrize("result", RESULTS, ids=lambda result: f"{result.element}.{result.index}")
def test_example_holds(result: ExampleResult) -> None:
    assert result.found == result.expected, f"{result.file}:{result.line}: {result.why}"
    assert result.ok


def test_every_element_has_examples_and_half_of_them_are_near_misses() -> None:
    all_of = Counter(result.element for result in RESULTS)
    near = Counter(result.element for result in RESULTS if result.kind == "near_miss")
    assert set(all_of) == set(load_rubric("iga-2026").elements)
    assert min(all_of.values()) >= 20
    assert all(2 * near[element] >= count for element, count in all_of.items())


def test_no_text_serves_twice() -> None:
    rubric = load_rubric("iga-2026")
    texts = [example.text for element in rubric.elements for example in rubric.examples(element)]
    assert len(set(texts)) == len(texts)


def test_a_wrong_example_is_told_with_its_place_and_what_was_found(tmp_path: Path) -> None:
    rubric = changed(
        tmp_path,
        "elements/hasil.yaml",
        examples="""
- kind: passing
  text: Sebanyak 40 sumur resapan dibangun pada tahun 2024.
  status: present
  span: 40 sumur resapan
- kind: failing
  text: Sebanyak 90 sumur resapan dibangun pada tahun 2024.
  status: absent
  parts: {capaian: absent}
  why: contoh yang keliru
""",
    )
    good, bad = [result for result in run_rubric_examples(rubric) if result.element == "hasil"]
    assert (good.ok, good.index, good.kind) == (True, 0, "passing")
    assert not bad.ok
    assert bad.expected == "belum ada; capaian belum ada"
    assert bad.found == "ada; capaian ada"
    assert "contoh yang keliru" in bad.why
    assert "capaian dengan angka" in bad.why
    assert bad.file == "iga-2026/elements/hasil.yaml"
    written = (tmp_path / "iga-2026/elements/hasil.yaml").read_text(encoding="utf-8").splitlines()
    assert bad.line is not None
    assert written[bad.line - 1] == "- kind: failing"


def test_the_right_status_for_the_wrong_passage_does_not_hold(tmp_path: Path) -> None:
    rubric = changed(
        tmp_path,
        "elements/hasil.yaml",
        examples="""
- kind: passing
  text: Kader berkumpul di balai desa. Sebanyak 40 sumur resapan dibangun pada tahun 2024.
  status: present
  span: Kader berkumpul
""",
    )
    [result] = [result for result in run_rubric_examples(rubric) if result.element == "hasil"]
    assert not result.ok
    assert "40 sumur resapan" in result.found


def test_a_broken_example_is_an_error_that_names_the_file(tmp_path: Path) -> None:
    rubric = changed(tmp_path, "elements/hasil.yaml", examples="\n- {kind: passing, text: a, status: mungkin}\n")
    with pytest.raises(RubricError, match=r"iga-2026/elements/hasil\.yaml"):
        run_rubric_examples(rubric)
