"""The rule files: their own examples hold, and a mistake in one is told with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from inovasi_ai.checking.language import check_language, load_language_rules
from inovasi_ai.checking.language_examples import lint_language, run_examples
from inovasi_ai.errors import RubricError
from inovasi_ai.text import Document

GOOD = """\
title: Uji
rules:
  - id: uji
    kind: substitution
    severity: info
    message: Kata “{found}” keliru.
    fix: Tulis {replacement}.
    source: uji
    words:
      kelirukata: katabenar
"""


def folder_with(tmp_path: Path, text: str, name: str = "uji.yaml") -> Path:
    (tmp_path / "bahasa").mkdir()
    (tmp_path / "bahasa" / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_the_rules_do_what_their_examples_say() -> None:
    assert [str(problem) for problem in run_examples()] == []


def test_the_rules_have_examples_and_no_circles() -> None:
    assert [str(problem) for problem in lint_language()] == []


def test_every_rule_says_where_it_comes_from_and_never_blocks() -> None:
    rules = load_language_rules().rules
    assert all(rule.source and rule.severity in {"info", "warning"} for rule in rules)
    assert len({rule.id for rule in rules}) == len(rules)


def test_rules_are_loaded_once_per_folder(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, GOOD)
    assert load_language_rules() is load_language_rules()
    assert load_language_rules(folder) is load_language_rules(folder)
    assert load_language_rules(folder).hash != load_language_rules().hash


def test_a_folder_of_ones_own_adds_rules_and_replaces_files(tmp_path: Path) -> None:
    rules = load_language_rules(folder_with(tmp_path, GOOD))
    found = check_language(Document("Ada kelirukata dan ijin."), None, rules)
    assert [(finding.rule, finding.replacement) for finding in found] == [
        ("bahasa.uji", "katabenar"),
        ("bahasa.kata_baku", "izin"),
    ]
    (tmp_path / "bahasa" / "uji.yaml").rename(tmp_path / "bahasa" / "kata_baku.yaml")
    replaced = load_language_rules(tmp_path)
    assert [f.rule for f in check_language(Document("Ada kelirukata dan ijin."), None, replaced)] == ["bahasa.uji"]


@pytest.mark.parametrize(
    ("change", "line", "column", "told"),
    [
        (("kind: substitution", "kind: substitusi"), 4, 5, "substitution"),
        (("severity: info", "severity: blocking"), 5, 5, "'info' atau 'warning'"),
        (("    fix: Tulis {replacement}.\n", ""), 3, 5, "harus ada"),
        (("    source: uji", "    sumber: uji\n    source: uji"), 8, 5, "tidak dikenal"),
        (("{found}", "{temuan}"), 6, 5, "isian tidak dikenal"),
        (("{found}", "{found"), 6, 5, "tidak berpasangan"),
        (("id: uji", "id: Uji Coba"), 3, 5, "huruf kecil"),
        (("id: uji", "id: kata_baku"), 3, 5, "belum dipakai"),
        (("      kelirukata: katabenar", "      kelirukata: 3"), 10, 7, "beri tanda petik"),
        (("rules:", "rules: ["), None, None, "YAML yang sah"),
        (("title: Uji", "title: ''"), 1, 1, "tidak kosong"),
    ],
)
def test_a_mistake_is_told_with_file_line_and_column(
    tmp_path: Path, change: tuple[str, str], line: int | None, column: int | None, told: str
) -> None:
    with pytest.raises(RubricError) as caught:
        load_language_rules(folder_with(tmp_path, GOOD.replace(*change)))
    problem = caught.value.problems[0]
    assert problem.file is not None
    assert problem.file.endswith("uji.yaml")
    assert told in str(problem)
    if line is not None:
        assert (problem.line, problem.column) == (line, column)


def test_a_regular_expression_that_does_not_compile_is_an_error_of_the_rule(tmp_path: Path) -> None:
    text = GOOD.replace("kind: substitution", "kind: pattern").replace(
        "    words:\n      kelirukata: katabenar\n", "    pattern: '(a'\n    hint: [a]\n"
    )
    with pytest.raises(RubricError, match="ekspresi reguler tidak sah"):
        load_language_rules(folder_with(tmp_path, text))


def test_a_file_that_is_not_text_is_an_error(tmp_path: Path) -> None:
    (folder_with(tmp_path, GOOD) / "bahasa" / "biner.yaml").write_bytes(b"\xff\xfe\x00title")
    with pytest.raises(RubricError, match="UTF-8"):
        load_language_rules(tmp_path)


def test_an_example_that_does_not_hold_is_told(tmp_path: Path) -> None:
    examples = (
        "---\nuji:\n  passing: [Ada kelirukata.]\n  failing:\n"
        "    - {text: Ada «kata»., fixed: Ada.}\n    - {text: Ada «kelirukata»., fixed: Ada.}\n"
    )
    told = [problem.message for problem in run_examples(folder_with(tmp_path, GOOD + examples))]
    assert len(told) == 3
    assert "seharusnya lolos" in told[0]
    assert "yang ditemukan: tidak ada" in told[1]
    assert "menjadi “Ada katabenar.”" in told[2]


def test_lint_names_what_is_weak(tmp_path: Path) -> None:
    weak = GOOD + "      satu: ijin\n"
    told = " ".join(str(problem) for problem in lint_language(folder_with(tmp_path, weak)))
    assert "Contoh belum ada" in told
    assert "masih diganti oleh bahasa.kata_baku" in told


def test_a_word_with_two_replacements_is_refused_with_its_line(tmp_path: Path) -> None:
    twice = GOOD + "      kelirukata: lain\n"
    with pytest.raises(RubricError, match="ditulis dua kali") as caught:
        load_language_rules(folder_with(tmp_path, twice))
    assert caught.value.problems[0].line == len(twice.splitlines())
