"""Totals, shares and means of facts that a sentence speaks of, with and without repeating them."""

import pytest

from inovasi_ai.checking.grounding import FactIndex, ground

INDEX = FactIndex(
    [
        {"id": "melur", "label": "pasien terdaftar di Puskesmas Melur", "value": "263 pasien", "period": "2024"},
        {"id": "kenanga", "label": "pasien terdaftar di Puskesmas Kenanga", "value": "178 pasien", "period": "2024"},
        {"id": "aduan", "label": "pengaduan yang masuk", "value": "5.237 pengaduan", "period": "2024"},
        {"id": "selesai", "label": "pengaduan yang selesai ditangani", "value": "4.986 pengaduan", "period": "2024"},
        {"id": "benih", "label": "benih unggul yang dibagikan", "value": "7.850 kg"},
        {"id": "petani", "label": "petani peserta sekolah lapang", "value": "864 petani"},
        {"id": "kunjungan.sebelum", "label": "kunjungan pembaca, sebelum", "value": "640 kunjungan"},
        {
            "id": "kunjungan.sesudah",
            "label": "kunjungan pembaca, sesudah",
            "value": "7.420 kunjungan",
            "period": "2024",
        },
        {"id": "sampah", "label": "sampah yang dibuang ke TPA", "value": "142,3 ton per hari"},
    ]
)


@pytest.mark.parametrize(
    ("text", "mention", "facts", "words"),
    [
        (
            "Jumlah pasien di kedua puskesmas seluruhnya 441 pasien.",
            "441 pasien",
            {"melur", "kenanga"},
            "jumlah 263 pasien dan 178 pasien",
        ),
        (
            "Porsi pengaduan yang selesai mencapai 95,2 persen.",
            "95,2 persen",
            {"aduan", "selesai"},
            "bagian 4.986 pengaduan dari 5.237 pengaduan",
        ),
        (
            "Rata-rata benih per petani adalah 9,1 kilogram per petani.",
            "9,1 kilogram",
            {"benih", "petani"},
            "7.850 kilogram dibagi 864 petani",
        ),
        (
            "Sepanjang 2024 tercatat 5.237 pengaduan, atau rata-rata 436 pengaduan per bulan.",
            "rata-rata 436 pengaduan per bulan",
            {"aduan"},
            "5.237 pengaduan dibagi 12 bulan",
        ),
        (
            "Kunjungan pembaca bertambah sekitar 1.059%.",
            "sekitar 1.059%",
            {"kunjungan.sebelum", "kunjungan.sesudah"},
            "perubahan dari 640 kunjungan menjadi 7.420 kunjungan, dalam persen dari nilai semula",
        ),
        (
            "TPA menerima 142.300 kilogram per hari.",
            "142.300 kilogram per hari",
            {"sampah"},
            "perubahan satuan dari 142,3 ton per hari",
        ),
    ],
)
def test_what_follows_is_derived_and_said_how(text: str, mention: str, facts: set[str], words: str) -> None:
    (found,) = [entry for entry in ground(text, INDEX) if entry.text == mention]
    assert (found.verdict, set(found.facts), found.derivation) == ("derived", facts, words)


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("Pasien di kedua puskesmas tercatat 451 pasien seluruhnya.", "451 pasien"),
        ("Pasien yang dirawat ada 441 pasien.", "441 pasien"),
        ("Porsi pengaduan yang selesai mencapai 92,5 persen.", "92,5 persen"),
        ("Kepuasan warga 95,2 persen.", "95,2 persen"),
        ("Rata-rata benih per petani adalah 8,1 kilogram per petani.", "8,1 kilogram"),
        ("Setiap bulan masuk rata-rata 536 pengaduan per bulan.", "rata-rata 536 pengaduan per bulan"),
    ],
)
def test_a_wrong_total_or_one_that_no_word_announces_is_unsupported(text: str, mention: str) -> None:
    (found,) = [entry for entry in ground(text, INDEX) if entry.text == mention]
    assert found.verdict == "unsupported"
