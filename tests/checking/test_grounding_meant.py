"""Which fact a figure without support may have meant, what follows of all and of means, and what is no figure."""

import pytest

from inovasi_ai.checking.grounding import FactIndex, ground
from inovasi_ai.text import Document

INDEX = FactIndex(
    {
        "antrean.sebelum": "45 menit",
        "antrean.sesudah": "12 menit",
        "pegawai": "40 orang",
        "kecamatan": "24 kecamatan",
        "aduan.akhir": "30 aduan",
        "pemohon.2023": "12.480 orang",
        "pemohon.2024": "18.720 orang",
        "peluncuran": "3 Maret 2024",
        "prevalensi": "18,3 persen",
        "balita": "312 balita",
    }
)


def _only(text: str, mention: str) -> tuple[str, tuple[str, ...]]:
    (found,) = [entry for entry in ground(text, INDEX) if entry.text == mention]
    return found.verdict, found.facts


@pytest.mark.parametrize(
    "text",
    ["Sebanyak 24 dari 24 kecamatan (100 persen) terlayani.", "Terlayani 24/24 kecamatan atau 100 persen.",
     "Seluruh 24 kecamatan (100 persen) terlayani."],
)  # fmt: skip
def test_all_of_them_are_a_hundred_percent(text: str) -> None:
    assert _only(text, "100 persen") == ("derived", ("kecamatan",))


@pytest.mark.parametrize(
    "text", ["Sebanyak 12 dari 24 kecamatan (100 persen) terlayani.", "Ada 24 kecamatan dan 100 persen puas."]
)
def test_some_of_them_are_not(text: str) -> None:
    assert _only(text, "100 persen")[0] == "unsupported"


def test_a_lower_bound_is_held_against_the_fact_that_is_spoken_of() -> None:
    assert _only("Lebih dari 30 pegawai dilatih.", "Lebih dari 30 pegawai") == ("derived", ("pegawai",))
    assert _only("Lebih dari 20 kecamatan terlayani.", "Lebih dari 20 kecamatan") == ("derived", ("kecamatan",))
    assert _only("Lebih dari 30 kecamatan terlayani.", "Lebih dari 30 kecamatan") == ("unsupported", ("kecamatan",))
    assert _only("Waktu antrean turun lebih dari separuh.", "lebih dari separuh")[0] == "derived"


def test_the_mean_of_both_values_of_an_item_follows() -> None:
    for text in ("Rata-rata 15.600 orang pemohon dilayani.", "Pemohon rata-rata 15.600 orang per tahun."):
        (found,) = ground(text, INDEX)
        assert (found.verdict, found.facts) == ("derived", ("pemohon.2023", "pemohon.2024")), text
    (found,) = ground("Rata-rata 15.900 orang pemohon dilayani.", INDEX)
    assert found.verdict == "unsupported"


@pytest.mark.parametrize(
    ("text", "mention"),
    [("Sebanyak 45 orang dilatih.", "45 orang"), ("Tersedia 30 sepeda.", "30 sepeda"), ("Buka 24 jam.", "24 jam")],
)
def test_a_chance_coincidence_of_numbers_is_no_role(text: str, mention: str) -> None:
    verdict, facts = _only(text, mention)
    assert verdict == "unsupported"
    assert not {"antrean.sebelum", "aduan.akhir", "kecamatan"} & set(facts)


def test_one_of_something_is_no_ratio_of_a_fact_with_itself() -> None:
    assert not ground("Setiap balita, satu balita pun, diukur.", INDEX)


def test_per_mil_is_not_percent() -> None:
    for text in ("Prevalensi 18,3‰.", "Prevalensi 18,3 per mil."):
        (found,) = ground(text, INDEX)
        assert found.verdict in ("unsupported", "wrong_role"), text


@pytest.mark.parametrize(
    ("date", "verdict"),
    [
        ("triwulan I 2024", "supported"),
        ("semester I 2024", "supported"),
        ("kuartal pertama 2024", "supported"),
        ("triwulan IV 2024", "wrong_role"),
        ("kuartal keempat 2024", "wrong_role"),
        ("semester II 2024", "wrong_role"),
        ("triwulan I 2022", "unsupported"),
    ],
)
def test_a_part_of_a_year_holds_its_dates(date: str, verdict: str) -> None:
    assert _only(f"Diluncurkan pada {date}.", date)[0] == verdict


@pytest.mark.parametrize(
    "text",
    [
        "Petugas bekerja sesuai ISO 9001:2015 dan SNI 7231:2009.",
        "Nilainya dihitung dari skala 100.",
        "SDGs tujuan 16.9 menjadi acuan.",
        "Aplikasi memakai Python 3.11.",
        "Kantor di Sleman 55511 melayani setiap hari.",
        "Kabupaten ini meraih juara 1 tingkat provinsi.",
        "Loket berada di Lantai 2 gedung B.",
    ],
)
def test_names_of_standards_versions_and_places_are_no_figures(text: str) -> None:
    document = Document(text)
    assert not document.quantities
    assert not document.dates
