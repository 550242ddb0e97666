"""Cue lists and their exceptions: a phrase of `bukan_x` takes nothing from `x` but the words it holds."""

from __future__ import annotations

import pytest

from inovasi_ai.text.cues import CueMatcher
from inovasi_ai.text.document import Document

MATCHER = CueMatcher(
    {"masalah": ["tidak", "rusak"], "bukan_masalah": ["tidak hanya", "agar tidak rusak"], "lain": ["tidak"]}
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Loket tidak buka.", ["tidak"]),
        ("Loket tidak hanya melayani warga.", []),
        ("Loket tidak hanya sempit, kursinya rusak dan tidak cukup.", ["rusak", "tidak"]),
        ("Berkas dibungkus agar tidak rusak.", []),
        ("Berkas rusak, agar TIDAK RUSAK lagi dibungkus.", ["rusak"]),
    ],
)
def test_an_exception_voids_its_own_words_only(text: str, found: list[str]) -> None:
    hits = MATCHER.find(Document(text))
    assert [text[hit.start : hit.end] for hit in hits if hit.cue == "masalah"] == found


def test_an_exception_concerns_its_own_list_only() -> None:
    hits = MATCHER.find(Document("Loket tidak hanya melayani warga."))
    assert [hit.cue for hit in hits if hit.cue != "bukan_masalah"] == ["lain"]


def test_a_star_of_its_own_is_any_word_but_not_none() -> None:
    matcher = CueMatcher({"masalah": ["antrean"], "bukan_masalah": ["mengatasi *", "tidak * antrean"]})
    text = "Antrean. Untuk mengatasi antrean, tidak perlu antrean lagi. Kami mengatasi"
    assert [hit.start for hit in matcher.find(Document(text)) if hit.cue == "masalah"] == [0]
    assert [text[hit.start : hit.end] for hit in matcher.find(Document(text)) if hit.cue == "bukan_masalah"] == [
        "mengatasi antrean",
        "tidak perlu antrean",
    ]
