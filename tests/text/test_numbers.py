"""Numbers as Indonesian texts write them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inovasi_ai.text import format_number, number_in_words, parse_number


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("12,5", "12.5"),
        ("1.250", "1250"),
        ("1.250.000,50", "1250000.50"),
        ("1.250,-", "1250"),
        ("12.5%", "12.5"),
        ("1.250 %", "1.250"),
        ("0.125", "0.125"),
        ("1,250,000", "1250000"),
        ("-2,5", "-2.5"),
        ("minus 3", "-3"),
        ("dua belas", "12"),
        ("Seribu Dua Ratus", "1200"),
        ("satu setengah", "1.5"),
        ("satu setengah juta", "1500000"),
        ("dua koma lima", "2.5"),
        ("2,5 juta", "2500000"),
        ("1 (satu)", "1"),
        ("seratus dua puluh lima juta tiga ratus ribu", "125300000"),
    ],
)
def test_a_whole_text_is_read_as_the_number_it_writes(written: str, value: str) -> None:
    assert parse_number(written) == Decimal(value)


@pytest.mark.parametrize(
    "written",
    ["", "abc", "12 34", "1.2.3", "1 (dua)", "dua tiga", "ribu", "1.25.000", "12,5,0", "9" * 30, "lima belas puluh"],
)
def test_what_is_no_number_gives_none(written: str) -> None:
    assert parse_number(written) is None


@given(st.decimals(min_value=-(10**14), max_value=10**14, places=3, allow_nan=False))
def test_what_is_formatted_is_read_back(value: Decimal) -> None:
    assert parse_number(format_number(value)) == value


@given(st.integers(0, 10**15 - 1))
def test_number_words_are_read_back(value: int) -> None:
    assert parse_number(number_in_words(value)) == value


@given(st.text(max_size=60))
def test_no_text_raises(text: str) -> None:
    parse_number(text)
