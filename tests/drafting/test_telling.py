"""What the words of a fact tell already."""

from __future__ import annotations

import pytest

from inovasi_ai.drafting.cited import Cited
from inovasi_ai.drafting.telling import holds_figure, is_titled, spelled_out, tells_amount, tells_period
from inovasi_ai.text.quantities import parse_quantity
from inovasi_ai.text.regulations import parse_regulation


def clause(text: str) -> Cited:
    return Cited(text, ("x",), text)


def amount(text: str) -> Cited:
    return Cited(text, ("y",), parse_quantity(text))


@pytest.mark.parametrize(
    ("text", "figure", "told"),
    [
        ("Sembilan desa tidak memiliki alat", "9 desa", True),
        ("Banjir melanda 14 kali dalam setahun", "14 kali", True),
        ("Laporan ditangani dalam rata-rata 6 jam", "6 jam", True),
        ("Baru 87,4% anak memiliki akta", "87,4 persen", True),
        ("Warga membayar Rp85.000", "Rp. 85.000,-", True),
        ("Warga menunggu 4-6 jam", "4–6 jam", True),
        ("Banjir melanda 14 kali", "14 desa", False),
        ("Banjir melanda 14 kali", "14", False),
        ("Banjir melanda 14 kali", "15 kali", False),
        ("Lebih dari 14 kali banjir melanda, bukan 3 kali", "14 kali", False),
        ("Warga menunggu 4-6 jam", "4 jam", False),
        ("Banjir melanda pada tahun 2023", "2023 orang", False),
    ],
)
def test_a_clause_tells_an_amount_only_when_it_is_this_amount(text: str, figure: str, told: bool) -> None:
    assert tells_amount(clause(text), amount(figure)) is told


def test_nothing_tells_nothing() -> None:
    assert not tells_amount(None, amount("9 desa"))
    assert not tells_amount(clause("Sembilan desa"), None)
    assert tells_period(None, None)
    assert not tells_period(None, clause("2023"))


@pytest.mark.parametrize(
    ("text", "period", "told"),
    [
        ("Selama 2023 banjir melanda", "2023", True),
        ("Pada Tahun 2023 banjir melanda", "tahun 2023", True),
        ("Per Desember 2023 tercatat", "Desember 2023", True),
        ("Selama 2023 banjir melanda", "Desember 2023", False),
        ("Sebanyak 12023 orang", "2023", False),
    ],
)
def test_a_clause_tells_a_period(text: str, period: str, told: bool) -> None:
    assert tells_period(clause(text), clause(period)) is told


def test_people_in_numbers_are_a_figure_and_people_in_words_are_none() -> None:
    assert holds_figure(clause("2.310 kepala keluarga"))
    assert not holds_figure(clause("warga di sekitar depo"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UU 24/2007 tentang Bencana", "Undang-Undang Nomor 24 Tahun 2007 tentang Bencana"),
        ("amanat UU 24/2007 dan PP 21/2008", None),
        ("RPJMN 2025–2029", "RPJMN 2025–2029"),
        ("peraturan daerah", "peraturan daerah"),
    ],
)
def test_numbered_regulations_are_spelled_out_and_nothing_else_is_touched(text: str, expected: str | None) -> None:
    result = spelled_out(clause(text))
    assert result.fact_ids == ("x",)
    assert result.text == (
        expected or "amanat Undang-Undang Nomor 24 Tahun 2007 dan Peraturan Pemerintah Nomor 21 Tahun 2008"
    )


def test_a_citation_with_its_title_is_titled() -> None:
    for text, titled in (("UU 24/2007 tentang Bencana", True), ("UU 24/2007", False)):
        assert is_titled(Cited(text, ("x",), parse_regulation(text))) is titled
        assert is_titled(clause(text)) is titled
