"""Dates and periods, kept to the precision that was written."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inovasi_ai.text import Document, PartialDate, earliest, format_date, latest, parse_date, parse_period


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("3 Maret 2024", PartialDate(2024, 3, 3)),
        ("03-03-2024", PartialDate(2024, 3, 3)),
        ("4/3/2024", PartialDate(2024, 3, 4)),
        ("2024-03-04", PartialDate(2024, 3, 4)),
        ("Senin, 4 Maret 2024", PartialDate(2024, 3, 4)),
        ("per 31 Desember 2023", PartialDate(2023, 12, 31)),
        ("Nopember 2024", PartialDate(2024, 11)),
        ("Agt 2024", PartialDate(2024, 8)),
        ("Maret 2024", PartialDate(2024, 3)),
        ("Tahun 2024", PartialDate(2024)),
        ("2024", PartialDate(2024)),
    ],
)
def test_a_date_keeps_its_precision(written: str, date: PartialDate) -> None:
    assert parse_date(written) == date
    assert parse_period(written) == (date, date)


@pytest.mark.parametrize(
    "written", ["31 Februari 2024", "29-02-2023", "13/13/2024", "17 Agustus", "24", "abc", "", "2024 orang"]
)
def test_impossible_and_incomplete_dates_give_none(written: str) -> None:
    assert parse_date(written) is None
    assert parse_period(written) is None


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("Januari–Desember 2025", PartialDate(2025, 1), PartialDate(2025, 12)),
        ("Oktober 2024 - Maret 2025", PartialDate(2024, 10), PartialDate(2025, 3)),
        ("2021-2024", PartialDate(2021), PartialDate(2024)),
        ("Triwulan III 2024", PartialDate(2024, 7), PartialDate(2024, 9)),
        ("TW 2 Tahun 2024", PartialDate(2024, 4), PartialDate(2024, 6)),
        ("Semester I 2025", PartialDate(2025, 1), PartialDate(2025, 6)),
        ("Tahun Ajaran 2024/2025", PartialDate(2024, 7), PartialDate(2025, 6)),
        ("1 Januari s.d. 31 Maret 2025", PartialDate(2025, 1, 1), PartialDate(2025, 3, 31)),
        ("1-5 Mei 2024", PartialDate(2024, 5, 1), PartialDate(2024, 5, 5)),
    ],
)
def test_a_period_has_a_first_and_a_last_date(written: str, first: PartialDate, last: PartialDate) -> None:
    assert parse_period(written) == (first, last)
    assert parse_date(written) is None
    (mention,) = Document(f"Dihitung untuk {written}, menurut dinas.").dates
    assert (mention.first, mention.last) == (first, last)


@pytest.mark.parametrize(
    "written", ["2024-2021", "Desember–Januari 2025", "Semester III 2024", "Tahun Ajaran 2024/2026"]
)
def test_a_period_that_ends_before_it_begins_is_none(written: str) -> None:
    assert parse_period(written) is None


def test_bounds_of_a_partial_date() -> None:
    assert earliest(PartialDate(2024, 2)) == datetime.date(2024, 2, 1)
    assert latest(PartialDate(2024, 2)) == datetime.date(2024, 2, 29)
    assert latest(PartialDate(2023)) == datetime.date(2023, 12, 31)


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)), st.sampled_from(["day", "month", "year"]))
def test_what_is_formatted_is_read_back(day: datetime.date, precision: str) -> None:
    date = PartialDate(day.year, day.month if precision != "year" else None, day.day if precision == "day" else None)
    assert parse_date(format_date(date)) == date
    assert earliest(date) <= day <= latest(date)


def test_dates_that_no_calendar_has_are_told_apart() -> None:
    document = Document("Terbit 31 Februari 2024, periode 2026–2021, setiap 17 Agustus, 3 Maret 2024.")
    assert [document.text[start:end] for start, end in document.impossible_dates] == ["31 Februari 2024", "2026–2021"]
    assert [mention.text for mention in document.dates] == ["3 Maret 2024"]


def test_dates_inside_citations_are_part_of_the_citation() -> None:
    assert Document("Sesuai UU Nomor 24 Tahun 2013.").dates == ()


@pytest.mark.parametrize("text", ["03-03-2024", "01-12-2023", "3-03-2024", "03/03/2024", "０３-０３-２０２４"])
def test_a_date_with_leading_noughts_is_no_telephone_number(text: str) -> None:
    assert [mention.text for mention in Document(f"Diterapkan {text}.").dates] == [text]
