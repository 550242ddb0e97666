from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from inovasi_ai.exporting.clean import clean, flat, inline
from inovasi_ai.exporting.segments import split
from tests.exporting.hostile import texts

ranges = st.lists(st.tuples(st.integers(-3, 40), st.integers(-3, 40)), max_size=8)


@given(st.integers(0, 30), ranges)
@settings(max_examples=150)
def test_segments_tile_the_text_and_know_their_ranges(length: int, given_ranges: list[tuple[int, int]]) -> None:
    segments = split(0, length, given_ranges)
    assert sum(segment.end - segment.start for segment in segments) == length
    assert all(left.end == right.start for left, right in pairwise(segments))
    for segment in segments:
        for position in range(segment.start, segment.end):
            assert segment.ranges == {i for i, (low, high) in enumerate(given_ranges) if low <= position < high}


def test_overlapping_ranges_are_cut_where_they_meet() -> None:
    cut = [(part.start, part.end, set(part.ranges)) for part in split(0, 10, [(1, 6), (4, 8)])]
    assert cut == [(0, 1, set()), (1, 4, {0}), (4, 6, {0, 1}), (6, 8, {1}), (8, 10, set())]


@given(texts)
def test_clean_text_can_be_written_anywhere(text: str) -> None:
    for cleaned in (clean(text), flat(text), inline(text)):
        cleaned.encode("utf-8")
        assert not any(ord(character) < 32 and character not in "\n\t" for character in cleaned)
        assert not set(cleaned) & set("\x7f\u202a\u202b\u202d\u202e\u2066\u2067\u2068\ufffe\uffff")
    assert clean(clean(text)) == clean(text)


def test_clean_keeps_what_people_write() -> None:
    text = "Rp1.250.000,– “jam” é 水 👩‍🌾 naïve\tdan\nbaris"
    assert clean(text) == text
    assert clean("satu\r\ndua\rtiga\x85empat") == "satu\ndua\ntiga\nempat"
