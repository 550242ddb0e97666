"""Words by their shape."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inovasi_ai.text.shapes import Shapes


@pytest.mark.parametrize(
    ("word", "found"),
    [("menerbitkan", True), ("pembentukan", True), ("uji", True), ("ujian", False), ("me", False), ("penuh", False)],
)
def test_a_shape_holds_what_begins_and_ends_so(word: str, found: bool) -> None:
    assert (word in Shapes(["me*", "pe*an", "Uji"])) is found


def test_what_only_looks_so_is_named_apart() -> None:
    shapes = Shapes(["me*", "pe*an"], but=["media", "perempuan"])
    assert "media" not in shapes
    assert "perempuan" not in shapes
    assert "mediasi" in shapes


@settings(max_examples=60)
@given(st.text("mepan", min_size=1, max_size=8))
def test_asking_twice_gives_the_same_answer(word: str) -> None:
    shapes = Shapes(["me*an", "pe*"])
    assert (word in shapes) is (word in shapes)
    assert word not in Shapes(["me*an", "pe*"], but=[word])
