"""A stated figure told of another party, thing, state or year than it was stated of."""

import pytest

from inovasi_ai.checking.grounding import FactIndex, ground

INDEX = FactIndex(
    [
        {"id": "siswa", "label": "siswa berkebutuhan khusus yang terlayani", "value": "529 siswa", "period": "2024"},
        {"id": "guru", "label": "guru yang dilatih pendidikan inklusif", "value": "316 guru", "period": "2024"},
        {"id": "melur", "label": "pasien terdaftar di Puskesmas Melur", "value": "263 pasien"},
        {"id": "kenanga", "label": "pasien terdaftar di Puskesmas Kenanga", "value": "178 pasien"},
        {"id": "nasabah", "label": "nasabah bank sampah", "value": "3.415 keluarga"},
        {"id": "bantuan", "label": "keluarga kurang mampu yang menerima bantuan", "value": "1.245 keluarga"},
        {"id": "akta.sebelum", "label": "waktu penyelesaian akta, sebelum", "value": "14 hari kerja", "period": "2023"},
        {"id": "akta.sesudah", "label": "waktu penyelesaian akta, sesudah", "value": "2 hari kerja", "period": "2025"},
    ]
)


@pytest.mark.parametrize(
    ("text", "mention", "reason"),
    [
        ("Sebanyak 316 siswa kini terlayani.", "316 siswa", "dalam fakta tercatat 316 guru"),
        ("Puskesmas Kenanga mencatat 263 pasien terdaftar.", "263 pasien", "Puskesmas Kenanga tercatat 178 pasien"),
        (
            "Pasien terdaftar di Puskesmas Kenanga: 263 pasien",
            "263 pasien",
            "untuk pasien terdaftar di Puskesmas Melur",
        ),
        ("Bank sampah melayani 1.245 keluarga sebagai nasabah.", "1.245 keluarga", "nasabah bank sampah"),
        ("Semula akta selesai dalam 2 hari kerja.", "2 hari kerja", "keadaan sebelum: 14 hari kerja"),
        ("Kini akta selesai dalam 14 hari kerja.", "14 hari kerja", "keadaan sesudah: 2 hari kerja"),
        ("Waktu penyelesaian akta (2023): 2 hari kerja", "2 hari kerja", "untuk periode 2025"),
    ],
)
def test_the_figure_of_another_is_told_as_that(text: str, mention: str, reason: str) -> None:
    (found,) = [entry for entry in ground(text, INDEX) if entry.text == mention]
    assert found.verdict == "wrong_role"
    assert reason in found.derivation


@pytest.mark.parametrize(
    "text",
    [
        "Puskesmas Melur mencatat 263 pasien terdaftar, sedangkan Puskesmas Kenanga 178 pasien.",
        "Tercatat 263 pasien di Puskesmas Melur dan 178 pasien di Puskesmas Kenanga.",
        "Bank sampah membantu 1.245 keluarga kurang mampu.",
        "Semula akta selesai dalam 14 hari kerja, kini 2 hari kerja.",
        "Akta kini selesai dalam 2 hari kerja, padahal dahulu 14 hari kerja.",
        "Sebelum: 14 hari kerja; sesudah: 2 hari kerja.",
        "Waktu penyelesaian akta (2025): 2 hari kerja",
        "Jumlahnya 263 pasien.",
        "Sebanyak 316 guru mendampingi 529 siswa berkebutuhan khusus.",
    ],
)
def test_a_figure_beside_its_own_words_is_supported(text: str) -> None:
    found = [entry for entry in ground(text, INDEX) if entry.kind not in ("date", "name")]
    assert found
    assert {entry.verdict for entry in found} == {"supported"}


def test_a_value_told_as_a_change_has_the_wrong_role() -> None:
    (found,) = ground("Waktu penyelesaian akta berkurang 2 hari kerja.", INDEX)
    assert found.verdict == "wrong_role"
    assert "bukan perubahannya" in found.derivation
    (found,) = ground("Waktu penyelesaian akta berkurang 12 hari kerja.", INDEX)
    assert found.verdict == "derived"


def test_the_places_in_a_list_of_facts_are_no_figures() -> None:
    facts = {"mitra": ["Politeknik Layar", "Koperasi Surya", "Bank Layar"]}
    (found,) = [entry for entry in ground("Ada 2 mitra.", facts) if entry.kind == "number"]
    assert found.verdict == "unsupported"


def test_what_something_became_is_no_difference() -> None:
    (found,) = ground("Waktu penyelesaian akta turun menjadi 12 hari kerja.", INDEX)
    assert found.verdict == "unsupported"
