"""`lint_rubric`: the shipped edition is clean, and each weakness put into it is told with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from inovasi_ai.checking.fact_paths import leads_somewhere
from inovasi_ai.checking.rubric_lint import lint_rubric
from inovasi_ai.domain.rubric import load_rubric
from inovasi_ai.errors import Problem
from tests.checking.rubrics import changed
from tests.examples import COMPLETE, loaded

TUJUAN = "elements/tujuan.yaml"
DETECT = "cues: [arah], min_words: 4, without: "


def _line(folder: Path, problem: Problem) -> str:
    """The line of the file that a problem names."""
    assert problem.file is not None
    assert problem.line is not None
    return (folder / problem.file).read_text(encoding="utf-8").splitlines()[problem.line - 1]


def test_the_shipped_edition_is_clean() -> None:
    assert lint_rubric(load_rubric("iga-2026")) == ()


@pytest.mark.parametrize(
    ("name", "old", "new", "message", "found", "severity"),
    [
        (TUJUAN, "[tujuan.*.target]", "[tujuan.*.sasaran]", "tidak menuju fakta", "tujuan.*.sasaran", "error"),
        (TUJUAN, "\nfacts: [tujuan]", "\nfacts: [tujuan, cita_cita]", "tidak menuju fakta", "cita_cita", "error"),
        (TUJUAN, "sources: [SUKABUMI_FORM,", "sources: [ANTAH,", "tidak ada dalam daftar `sources`", "ANTAH", "error"),
        (TUJUAN, "cues: [arah], min", "cues: [arahan], min", "daftar isyarat ini tidak ada", "arahan", "error"),
        ("cues.yaml", "\narah: [", "\narah: [meningkatnya, ", "tercakup oleh `meningkat*`", "meningkatnya", "warning"),
        ("cues.yaml", "\nurutan: [", "\nurutan: [kemudian, ", "tertulis dua kali", "kemudian", "warning"),
        ("cues.yaml", "\nurutan: [", "\nasing: [kata]\nurutan: [", "tidak dipakai unsur mana pun", None, "warning"),
        ("rubric.yaml", "in: [metode_pembaharuan,", "in: [metode_lama,", "bukti pada tempat", "metode_lama", "error"),
        ("rubric.yaml", "elements: [manfaat]", "elements: [hasil]", "sudah menjadi bagian", "hasil", "error"),
    ],
    ids=lambda value: value if isinstance(value, str) and "\n" not in value and len(value) < 30 else "",
)  # fmt: skip
def test_a_weakness_is_told_with_its_place(
    tmp_path: Path, name: str, old: str, new: str, message: str, found: str | None, severity: str
) -> None:
    problems = lint_rubric(changed(tmp_path, name, (old, new)))
    told = [problem for problem in problems if message in problem.message]
    assert [problem.found for problem in told] == [found]
    assert [problem.severity for problem in told] == [severity]
    assert told[0].file == f"iga-2026/{name}"
    assert (found or "asing") in _line(tmp_path, told[0])


def test_an_element_without_examples_and_one_without_a_near_miss(tmp_path: Path) -> None:
    none = lint_rubric(changed(tmp_path / "a", TUJUAN, examples=""))
    assert [problem.message for problem in none] == ["unsur ini belum memiliki contoh"]
    only = "- {kind: passing, text: Menurunkan angka putus sekolah menjadi 2 persen., status: present}\n"
    few = lint_rubric(changed(tmp_path / "b", TUJUAN, examples=only))
    assert [(problem.message, problem.expected) for problem in few] == [
        ("unsur ini belum memiliki contoh yang nyaris lolos", "kind: near_miss")
    ]


def test_an_example_that_names_an_unknown_part(tmp_path: Path) -> None:
    example = "- {kind: passing, text: Menurunkan angka menjadi 2 persen., status: present, parts: {ukuran: present}}\n"
    example += "- {kind: near_miss, text: Menurunkan angka., status: partial}\n"
    [problem] = lint_rubric(changed(tmp_path, TUJUAN, examples=example))
    assert (problem.found, problem.expected) == ("ukuran", "arah, target")


def test_a_part_that_nothing_makes_present(tmp_path: Path) -> None:
    empty = changed(tmp_path, TUJUAN, ("detect:\n      - {name: kata kerja", "weak:\n      - {name: kata kerja"))
    [problem] = lint_rubric(empty)
    assert "tidak pernah dapat dinyatakan ada" in problem.message
    assert problem.field == "parts.arah"
    assert "id: arah" in _line(tmp_path, problem)


def test_a_clause_that_voids_itself(tmp_path: Path) -> None:
    problems = lint_rubric(changed(tmp_path, TUJUAN, (DETECT + "[janji]", DETECT + "[arah]")))
    told = [problem for problem in problems if "dibatalkan" in problem.message]
    assert [problem.severity for problem in told] == ["error"]
    assert "without: [arah]" in _line(tmp_path, told[0])


def test_one_word_that_stands_for_two_things_a_clause_asks_for(tmp_path: Path) -> None:
    problems = lint_rubric(changed(tmp_path, "cues.yaml", ("\nsesudah_inovasi: [", "\nsesudah_inovasi: [selama ini, ")))
    assert problems
    assert all("`selama ini`" in problem.message and "`selama_ini`" in problem.message for problem in problems)


def test_a_clause_that_an_earlier_one_already_covers(tmp_path: Path) -> None:
    narrow = "      - {name: arah lagi, cues: [arah], quantities: {}, min_words: 9, without: [janji]}"
    problems = lint_rubric(changed(tmp_path, TUJUAN, ("\n  - id: target", f"\n    weak:\n{narrow}\n  - id: target")))
    told = [problem for problem in problems if "tidak pernah menentukan" in problem.message]
    assert len(told) == 1
    assert "“arah lagi”" in told[0].message
    assert "arah lagi" in _line(tmp_path, told[0])


def test_a_clause_that_asks_for_less_is_not_covered(tmp_path: Path) -> None:
    wider = "\n    weak:\n      - {name: arah lagi, cues: [arah], min_words: 2}\n  - id: target"
    assert lint_rubric(changed(tmp_path, TUJUAN, ("\n  - id: target", wider))) == ()


@pytest.mark.parametrize("name", COMPLETE)
def test_every_fact_of_an_example_can_be_led_to(name: str) -> None:
    for fact in loaded(name).facts():
        assert leads_somewhere(fact.id), fact.id


@pytest.mark.parametrize("pattern", ["masalah.meso", "langkah.*.pelaksana", "hasil.*.sesudah.nilai", "", "tujuann"])
def test_what_the_facts_model_does_not_have_leads_nowhere(pattern: str) -> None:
    assert not leads_somewhere(pattern)
