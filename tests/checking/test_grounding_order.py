"""Which value came first: percentages of change, years beside figures, and figures after `ke`."""

import pytest

from inovasi_ai.checking.grounding import ground
from inovasi_ai.text import Document

PERIODS = [
    {"id": "p23", "label": "Pemohon", "value": "12.480 orang", "period": "2023"},
    {"id": "p24", "label": "Pemohon", "value": "18.720 orang", "period": "2024"},
]
STATES = {"hasil": {"awal": "100 pasien", "akhir": "150 pasien"}}
YEARS = {"pemohon": {"2023": "12.480 orang", "2024": "18.720 orang"}}
JOINED = {"pemohon_2023": "12.480 orang", "pemohon_2024": "18.720 orang"}


def _verdicts(text: str, facts: object, kinds: tuple[str, ...] = ("number", "percent")) -> list[str]:
    return [mention.verdict for mention in ground(text, facts) if mention.kind in kinds]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Bantuan naik dari 1.500 ke 9.900 keluarga.", "9.900 keluarga"),
        ("Jangkauan meningkat ke 85,5 persen.", "85,5 persen"),
        ("Layanan diperluas ke 9.999 desa.", "9.999 desa"),
        ("Layanan diperluas ke 99 desa.", "99 desa"),
        ("Layanan diperluas ke 144 sekolah.", "144 sekolah"),
        ("Layanan diperluas ke dua belas desa.", "dua belas desa"),
        ("Aduan turun dari 120 ke 30.", "30"),
    ],
)
def test_a_figure_after_ke_is_a_figure(text: str, figure: str) -> None:
    assert figure in [mention.text for mention in Document(text).quantities]


@pytest.mark.parametrize(
    "text",
    [
        "Anak ke 3 dari empat.",
        "Petugas ke-36 dilantik.",
        "Abad ke-21.",
        "Tahun ke 2 program berjalan.",
        "Juara ke tiga.",
    ],
)
def test_an_order_after_ke_is_none(text: str) -> None:
    assert not Document(text).quantities or Document(text).quantities[0].text == "empat"


@pytest.mark.parametrize("facts", [PERIODS, STATES, YEARS, JOINED])
@pytest.mark.parametrize(
    ("figure", "true"),
    [("naik 50 persen", True), ("naik 33,3 persen", False), ("turun 50 persen", False), ("turun 33,3 persen", False)],
)
def test_a_change_is_told_in_percent_of_the_earlier_value(facts: object, figure: str, true: bool) -> None:
    (verdict,) = _verdicts(f"Jumlah pemohon dan pasien {figure}.", facts)
    assert (verdict == "derived") is true


@pytest.mark.parametrize(
    ("figure", "true"), [("naik 25 persen", True), ("turun 20 persen", True), ("turun 25 persen", False)]
)
def test_where_no_order_is_known_the_word_must_fit_the_base(figure: str, true: bool) -> None:
    facts = [
        {"id": "kios.a", "label": "Pembeli kios, pagi", "value": "80 pembeli"},
        {"id": "kios.b", "label": "Pembeli kios, sore", "value": "100 pembeli"},
    ]
    (verdict,) = _verdicts(f"Pembeli kios {figure}.", facts)
    assert (verdict == "derived") is true


@pytest.mark.parametrize("facts", [PERIODS, YEARS, JOINED])
def test_each_figure_is_held_against_the_year_beside_it(facts: object) -> None:
    for false in (
        "Tercatat 18.720 orang pada 2023 dan 12.480 orang pada 2024.",
        "Pemohon turun dari 18.720 orang pada 2023 menjadi 12.480 orang pada 2024.",
        "Pada tahun 2023 tercatat 18.720 pemohon, pada tahun 2024 tercatat 12.480 pemohon.",
        "Pemohon 18.720 orang (2023) dan 12.480 orang (2024).",
    ):
        assert _verdicts(false, facts) == ["wrong_role"] * 2, false
        true = false.replace("18.720", "x").replace("12.480", "18.720").replace("x", "12.480").replace("turun", "naik")
        assert _verdicts(true, facts) == ["supported"] * 2, true
        assert _verdicts(true, facts, ("date",)) == ["supported"] * 2, true
