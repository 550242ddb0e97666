"""What is kept of a rubric and of an innovation between checks: the same answers, and nothing kept for ever."""

from __future__ import annotations

import gc
from pathlib import Path

from inovasi_ai import Innovation, check, load_rubric
from inovasi_ai.checking import ready
from tests.checking.rubrics import changed

RUBRIC = load_rubric("iga-2026")
TEXT = {"hasil": "Waktu tunggu turun dari 14 hari pada 2023 menjadi 2 hari pada 2024 bagi 310 pemohon."}


def _innovation(days: int) -> Innovation:
    return Innovation.from_mapping(
        {
            "nama_inovasi": "ANTAR AKTA",
            "hasil": [
                {"indikator": "waktu tunggu", "sebelum": "14 hari", "sesudah": f"{days} hari", "periode": "2024"}
            ],
        }
    )


def test_a_second_check_says_what_the_first_said() -> None:
    innovation = _innovation(2)
    first = check(TEXT, innovation, RUBRIC)
    check({"tujuan": "Menurunkan waktu tunggu menjadi 9 hari."}, innovation, RUBRIC)
    assert check(TEXT, innovation, RUBRIC) == first == check(TEXT, _innovation(2), RUBRIC)


def test_each_innovation_is_held_against_its_own_facts() -> None:
    verdicts = {
        days: {mention.text: mention.verdict for mention in check(TEXT, _innovation(days), RUBRIC).mentions}
        for days in (2, 3)
    }
    assert verdicts[2]["2 hari"] == "supported"
    assert verdicts[3]["2 hari"] == "unsupported"


def test_each_rubric_asks_its_own_questions(tmp_path: Path) -> None:
    innovation = _innovation(2)
    other = changed(tmp_path, "rubric.yaml", ("revision: ", "revision: 9"))
    revisions = [check(TEXT, innovation, rubric).rubric_revision for rubric in (RUBRIC, other, RUBRIC)]
    assert revisions[0] == revisions[2] != revisions[1]


def test_an_innovation_that_is_gone_is_forgotten() -> None:
    gc.collect()
    before = len(ready._innovations)
    for _ in range(20):
        check(TEXT, _innovation(2), RUBRIC)
    gc.collect()
    assert len(ready._innovations) <= before
