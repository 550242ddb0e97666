from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from inovasi_ai import resources
from inovasi_ai.domain.change import change_matches, describe_change
from inovasi_ai.domain.innovation import Innovation
from inovasi_ai.domain.plausibility import plausibility
from inovasi_ai.errors import Problem
from inovasi_ai.text.quantities import parse_quantity
from inovasi_ai.text.values import Quantity


def warnings(**facts: object) -> tuple[Problem, ...]:
    return plausibility(Innovation.from_mapping({"nama_inovasi": "A", **facts}))


def quantity(text: str) -> Quantity:
    found = parse_quantity(text)
    assert found is not None, text
    return found


CONTRADICTIONS: dict[str, tuple[dict[str, object], str, str]] = {
    "trial after application": (
        {"waktu_uji_coba": "3 Mei 2024", "waktu_penerapan": "Maret 2024"},
        "waktu_uji_coba",
        "tidak sesudah waktu penerapan, Maret 2024",
    ),
    "development before application": (
        {"waktu_penerapan": "2024", "ada_pengembangan": "ya", "waktu_pengembangan": "Mei 2023"},
        "waktu_pengembangan",
        "tidak sebelum waktu penerapan, 2024",
    ),
    "applied, yet an initiative": (
        {"tahapan_inovasi": "inisiatif", "waktu_penerapan": "2024"},
        "tahapan_inovasi",
        "Penerapan",
    ),
    "developed without date": ({"ada_pengembangan": "ya"}, "ada_pengembangan", "waktu_pengembangan"),
    "date of no development": (
        {"ada_pengembangan": "tidak", "waktu_pengembangan": "2025"},
        "waktu_pengembangan",
        "ada_pengembangan: ya",
    ),
    "share over 100": (
        {"masalah": {"makro": [{"indikator": "kepemilikan akta kelahiran", "nilai": "187,4 %"}]}},
        "masalah.makro.0.nilai",
        "100 persen",
    ),
    "share below nothing": (
        {"hasil": [{"id": "layanan", "indikator": "cakupan layanan", "sesudah": "-3 persen"}]},
        "hasil.layanan.sesudah",
        "0 persen",
    ),
    "target of a share over 100": (
        {
            "masalah": {
                "mikro": [
                    {
                        "indikator": "tingkat kepuasan",
                        "nilai": "80 %",
                        "pembanding": {"nama": "target", "nilai": "120 %"},
                    }
                ]
            }
        },
        "masalah.mikro.0.pembanding.nilai",
        "100 persen",
    ),
    "change that is none": (
        {"hasil": [{"indikator": "waktu", "sebelum": "14 hari", "sesudah": "2 hari", "perubahan": "10 hari"}]},
        "hasil.0.perubahan",
        "turun 12 hari (85,7 persen)",
    ),
    "units of a result": (
        {"hasil": [{"indikator": "akta", "sebelum": "14 orang", "sesudah": "20 desa"}]},
        "hasil.0.sesudah",
        "satuan yang sama",
    ),
    "units of a state": (
        {"sebelum": [{"aspek": "Biaya", "nilai": "Rp85.000"}], "sesudah": [{"aspek": "biaya", "nilai": "3 kali"}]},
        "sesudah.0.nilai",
        "satuan yang sama",
    ),
    "aspect misspelt": (
        {
            "sebelum": [{"aspek": "waktu penyelesaian", "nilai": "14 hari"}],
            "sesudah": [{"aspek": "waktu penyelesaiaan", "nilai": "2 hari"}],
        },
        "sesudah.0.aspek",
        "aspek yang sama",
    ),
    "no aspect in common": (
        {"sebelum": [{"aspek": "biaya", "nilai": "Rp5"}], "sesudah": [{"aspek": "antrean", "nilai": "2 orang"}]},
        "sesudah.0.aspek",
        "biaya",
    ),
    "after before before": (
        {
            "hasil": [
                {
                    "indikator": "a",
                    "sebelum": "1 akta",
                    "periode_sebelum": "2025",
                    "sesudah": "2 akta",
                    "periode": "Mei 2024",
                }
            ]
        },
        "hasil.0.periode",
        "lebih akhir",
    ),
    "result before application": (
        {"waktu_penerapan": "Januari 2025", "hasil": [{"indikator": "a", "sesudah": "2 akta", "periode": "2023"}]},
        "hasil.0.periode",
        "tidak sebelum Januari 2025",
    ),
    "target behind the baseline": (
        {"tujuan": [{"uraian": "meningkatkan kepemilikan akta", "awal": "95 %", "target": "90 %"}]},
        "tujuan.0.target",
        "di atas 95 persen",
    ),
    "target of a reduction above the baseline": (
        {"tujuan": [{"uraian": "mempercepat layanan", "awal": "2 hari", "target": "5 hari"}]},
        "tujuan.0.target",
        "di bawah 2 hari",
    ),
    "target equal to the baseline": (
        {"tujuan": [{"uraian": "menjaga mutu", "awal": "95 %", "target": "95 %"}]},
        "tujuan.0.target",
        "berbeda",
    ),
    "deadline before application": (
        {"waktu_penerapan": "2025", "tujuan": [{"uraian": "meningkatkan mutu", "batas_waktu": "Desember 2023"}]},
        "tujuan.0.batas_waktu",
        "2025",
    ),
    "year of a decree": (
        {"dasar_hukum": [{"jenis": "Keputusan Bupati Contoh", "nomor": "188/214/2023", "tahun": 2024}]},
        "dasar_hukum.0",
        "2023",
    ),
    "year of a document": (
        {"data_dukung": [{"indikator": 16, "dokumen": "SK", "tahun": 2023, "tanggal": "3 Maret 2024"}]},
        "data_dukung.0.tahun",
        "tahun yang sama",
    ),
    "document and decree": (
        {
            "dasar_hukum": ["Keputusan Bupati Contoh Nomor 188/214/2024"],
            "data_dukung": [{"indikator": 16, "dokumen": "SK", "nomor": "188/214/2024", "tahun": 2025}],
        },
        "data_dukung.0.tahun",
        "2024",
    ),
}


@pytest.mark.parametrize("kind", CONTRADICTIONS)
def test_contradiction_is_told_once_with_what_would_be_right(kind: str) -> None:
    facts, field, expected = CONTRADICTIONS[kind]
    (problem,) = warnings(**facts)
    assert problem.severity == "warning"
    assert problem.field == field
    assert problem.found
    assert expected in (problem.expected or "")


CONSISTENT: dict[str, dict[str, object]] = {
    "same month": {"waktu_uji_coba": "20 Maret 2024", "waktu_penerapan": "Maret 2024"},
    "year known only": {"waktu_uji_coba": "Mei 2024", "waktu_penerapan": "2024"},
    "future": {"waktu_penerapan": "2099"},
    "developed": {"waktu_penerapan": "2022", "ada_pengembangan": "ya", "waktu_pengembangan": "Mei 2024"},
    "growth over 100": {"hasil": [{"indikator": "pertumbuhan pendapatan", "sesudah": "150 %"}]},
    "achievement over 100": {"hasil": [{"indikator": "tingkat capaian target retribusi", "sesudah": "112 %"}]},
    "per cent of something else": {"hasil": [{"indikator": "harga jual", "sesudah": "130 persen"}]},
    "change over 100": {
        "hasil": [{"indikator": "jumlah akta", "sebelum": "10 akta", "sesudah": "30 akta", "perubahan": "200 %"}]
    },
    "shorter units": {"hasil": [{"indikator": "waktu", "sebelum": "14 hari kerja", "sesudah": "30 menit"}]},
    "other aspects in words": {
        "sebelum": [{"aspek": "biaya", "uraian": "Warga membayar ongkos."}],
        "sesudah": [{"aspek": "antrean", "uraian": "Warga tidak mengantre."}],
    },
    "trial results": {
        "waktu_uji_coba": "2023",
        "waktu_penerapan": "2024",
        "hasil": [{"indikator": "a", "sesudah": "2 akta", "periode": "2023"}],
    },
    "period in words": {
        "waktu_penerapan": "2024",
        "hasil": [{"indikator": "a", "sesudah": "2 akta", "periode": "setelah berjalan"}],
    },
    "right way": {"tujuan": [{"uraian": "menurunkan angka kesakitan", "awal": "12 %", "target": "8 %"}]},
    "same decree": {
        "dasar_hukum": ["Keputusan Bupati Contoh Nomor 188/214/2024"],
        "data_dukung": [{"indikator": 16, "dokumen": "SK", "nomor": "188/214/2024", "tanggal": "3 Maret 2024"}],
    },
}


@pytest.mark.parametrize("kind", CONSISTENT)
def test_truthful_facts_get_no_warning(kind: str) -> None:
    assert warnings(**CONSISTENT[kind]) == ()


def test_warning_names_file_and_line(tmp_path: Path) -> None:
    path = tmp_path / "fakta.yaml"
    path.write_text("nama_inovasi: A\nwaktu_penerapan: 2024\nwaktu_uji_coba: 2025\n")
    (problem,) = plausibility(Innovation.load(path))
    assert (problem.file, problem.line, problem.column) == (str(path), 3, 17)


def test_examples_hold_no_contradiction() -> None:
    for name, path in resources.files("examples", suffix=".yaml").items():
        if not name.endswith(".harapan.yaml"):
            assert plausibility(Innovation.load(path)) == (), name


@pytest.mark.parametrize(
    ("before", "after", "change", "verdict"),
    [
        ("14 hari kerja", "2 hari kerja", "12 hari kerja", True),
        ("14 hari kerja", "2 hari kerja", "-12 hari kerja", True),
        ("14 hari kerja", "2 hari kerja", "85,7 persen", True),
        ("14 hari kerja", "2 hari kerja", "86 %", True),
        ("14 hari kerja", "2 hari kerja", "7 kali", True),
        ("14 hari kerja", "2 hari kerja", "75 %", False),
        ("14 hari kerja", "2 hari kerja", "3 kali lipat", False),
        ("2 hari", "14 hari", "-12 hari", False),
        ("87,4 %", "94,1 %", "6,7 poin", True),
        ("87,4 %", "94,1 %", "6,7 %", True),
        ("87,4 %", "94,1 %", "7,7 %", True),
        ("87,4 %", "94,1 %", "9 poin", False),
        ("1.000 orang", "1.706 orang", "sekitar 700 orang", True),
        ("1.000 orang", "1.706 orang", "700 orang", False),
        ("10 akta", "30 akta", "20", True),
        ("10 akta", "30 akta", "5 desa", None),
        ("10 akta", "30 desa", "20", None),
        ("0 akta", "30 akta", "100 %", None),
        ("5–8 hari", "2 hari", "3 hari", None),
    ],
)
def test_a_stated_change_is_judged_fairly(before: str, after: str, change: str, verdict: bool | None) -> None:
    assert change_matches(quantity(before), quantity(after), quantity(change)) is verdict


amounts = st.decimals(-10_000, 10_000, places=2)


@settings(max_examples=100)
@given(amounts, amounts)
def test_the_true_change_is_always_accepted(first: Decimal, second: Decimal) -> None:
    before, after = Quantity(first, first, "akta"), Quantity(second, second, "akta")
    difference = second - first
    assert change_matches(before, after, Quantity(difference, difference, "akta"))
    assert change_matches(before, after, Quantity(abs(difference), abs(difference), "akta"))
    far = abs(difference) * 2 + 5
    assert change_matches(before, after, Quantity(far, far, "akta")) is False
    if first:
        relative = (difference / abs(first) * 100).quantize(Decimal("0.1"))
        assert change_matches(before, after, Quantity(relative, relative, "persen"))


@settings(max_examples=50)
@given(amounts, amounts)
def test_the_described_change_is_the_true_one(first: Decimal, second: Decimal) -> None:
    assume(first != second)
    words = describe_change(Quantity(first, first, "akta"), Quantity(second, second, "akta"))
    direction, rest = words.split(" ", 1)
    assert direction == ("naik" if second > first else "turun")
    told = parse_quantity(rest.split(" (")[0])
    assert told is not None
    assert (told.value, told.unit) == (abs(second - first), "akta")
