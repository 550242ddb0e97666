"""What a word is, and how values are written out."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inovasi_ai.text import (
    Document,
    Quantity,
    count_words,
    format_number,
    format_quantity,
    normalize,
    number_in_words,
    parse_quantity,
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("satu dua", 2),
        ("anak usia 0–18 tahun", 4),
        ("dan/atau – •", 1),
        ("Rp85.000 (sekali jalan)", 3),
        ("Teks. [LENGKAPI: sumber angka ini] Lagi.", 2),
        ("\u00a0kata\u2003lain\n", 2),
        ("__ --- ...", 0),
    ],
)
def test_a_word_holds_a_letter_or_a_digit(text: str, words: int) -> None:
    assert count_words(text) == Document(text).word_count == words


@given(st.text(max_size=200))
def test_counting_never_exceeds_the_runs_of_non_blanks(text: str) -> None:
    assert count_words(text) <= len(text.split())


@given(st.lists(st.text(alphabet=st.characters(categories=["Ll", "Nd"]), min_size=1), max_size=12))
def test_joined_words_are_counted_one_by_one(words: list[str]) -> None:
    assert count_words(" ".join(words)) == len(words)


def test_tokens_are_compared_without_case_and_dash_kind() -> None:
    assert normalize("Rata‑Rata") == normalize("rata-rata") == "rata-rata"


@pytest.mark.parametrize(
    ("written", "formal"),
    [
        ("87,4 %", "87,4 persen"),
        ("Rp. 85.000,-", "Rp85.000"),
        ("Rp1.200.000.000", "Rp1,2 miliar"),
        ("Rp1.234.567", "Rp1.234.567"),
        ("Rp1.250.000", "Rp1,25 juta"),
        ("5-8 bln", "5–8 bulan"),
        ("±300 org", "sekitar 300 orang"),
        ("12 opd", "12 OPD"),
        ("1.250.000 jiwa", "1.250.000 jiwa"),
        ("> 5 km", "lebih dari 5 kilometer"),
    ],
)
def test_quantities_are_written_formally(written: str, formal: str) -> None:
    quantity = parse_quantity(written)
    assert quantity is not None
    assert format_quantity(quantity) == formal


def test_numbers_have_no_idle_digits() -> None:
    assert [format_number(Decimal(n)) for n in ("1250.50", "0", "-0", "-1250", "1E+3")] == [
        "1.250,5",
        "0",
        "0",
        "-1.250",
        "1.000",
    ]
    assert format_quantity(Quantity(Decimal(1250), Decimal(1250), "persen", "percent")) == "1250 persen"


def test_number_words() -> None:
    assert [number_in_words(n) for n in (0, 11, 12, 21, 100, 1000, 1706, 1_000_000)] == [
        "nol",
        "sebelas",
        "dua belas",
        "dua puluh satu",
        "seratus",
        "seribu",
        "seribu tujuh ratus enam",
        "satu juta",
    ]
