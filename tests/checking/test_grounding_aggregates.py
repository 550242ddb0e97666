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


LADANG = FactIndex(
    [
        {"id": "konsultasi", "label": "konsultasi petani", "value": "4.312 konsultasi", "period": "2023"},
        {"id": "pos", "label": "pos ladang", "value": "27 pos"},
        {"id": "ppl", "label": "penyuluh pertanian lapangan", "value": "41 orang"},
        {"id": "desa", "label": "jumlah desa", "value": "89 desa"},
        {"id": "uji", "label": "uji coba", "value": "3 Mei - 31 Juli 2022"},
        {"id": "panen.sebelum", "label": "produktivitas jagung, sebelum", "value": "3,9 ton/ha"},
        {"id": "panen.sesudah", "label": "produktivitas jagung, sesudah", "value": "5,2 ton/ha"},
        {"id": "k4.sebelum", "label": "kunjungan K4", "value": "68,2 persen pada 2021"},
        {"id": "k4.sesudah", "label": "kunjungan K4", "value": "91,7 persen pada 2024"},
    ]
)


@pytest.mark.parametrize(
    ("text", "mention", "words"),
    [
        ("Tercatat 4.312 konsultasi, sekitar 160 konsultasi pada setiap pos.", "sekitar 160 konsultasi", "27 pos"),
        (
            "Dengan 41 penyuluh untuk 89 desa, satu penyuluh menangani lebih dari dua desa.",
            "lebih dari dua desa",
            "dibagi",
        ),
        ("Uji coba berlangsung 3 Mei s.d. 31 Juli 2022 (tiga bulan).", "tiga bulan", "lama 3 Mei"),
        ("Produktivitas jagung naik sepertiga menjadi 5,2 ton/ha.", "sepertiga", "nilai semula"),
        ("Kunjungan K4 naik 23,5 poin menjadi 91,7 persen.", "23,5 poin", "selisih"),
    ],
)
def test_what_a_careful_reader_works_out_is_derived(text: str, mention: str, words: str) -> None:
    (found,) = [entry for entry in ground(text, LADANG) if entry.text == mention]
    assert found.verdict == "derived"
    assert words in found.derivation


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("Tercatat 4.312 konsultasi, sekitar 190 konsultasi pada setiap pos.", "sekitar 190 konsultasi"),
        ("Uji coba berlangsung 3 Mei s.d. 31 Juli 2022 (lima bulan).", "lima bulan"),
        ("Produktivitas jagung naik seperempat menjadi 5,2 ton/ha.", "seperempat"),
    ],
)
def test_and_what_does_not_follow_is_unsupported(text: str, mention: str) -> None:
    (found,) = [entry for entry in ground(text, LADANG) if entry.text == mention]
    assert found.verdict == "unsupported"


DIFABEL = FactIndex(
    [
        {"id": "usia_kerja", "label": "penyandang disabilitas usia kerja", "value": "4.870 jiwa"},
        {"id": "bekerja", "label": "penyandang disabilitas yang bekerja", "value": "1.530 orang"},
        {"id": "peserta", "label": "peserta pelatihan", "value": "885 peserta", "period": "2023-2024"},
        {"id": "jenis", "label": "jenis pelatihan", "value": "menjahit, barista, desain grafis, servis gawai"},
        {"id": "utara", "label": "permohonan di Kecamatan Utara", "value": "3.204 permohonan"},
        {"id": "selatan", "label": "permohonan di Kecamatan Selatan", "value": "2.871 permohonan"},
        {"id": "barat", "label": "permohonan di Kecamatan Barat", "value": "4.110 permohonan"},
    ]
)


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("Kini 1.530 dari 4.870 penyandang disabilitas bekerja, hampir sepertiga.", "hampir sepertiga"),
        ("Selama dua tahun, 885 peserta mengikuti pelatihan.", "dua tahun"),
        ("Empat jenis pelatihan diselenggarakan.", "Empat jenis"),
        ("Layanan hadir di tiga kecamatan.", "tiga kecamatan"),
        ("Kecamatan Barat melayani 40,4 persen dari seluruh permohonan.", "40,4 persen"),
    ],
)
def test_counts_of_lists_names_years_and_parts_of_all_follow(text: str, mention: str) -> None:
    (found,) = [entry for entry in ground(text, DIFABEL) if entry.text == mention]
    assert found.verdict == "derived"
    assert found.derivation


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("Kini 1.530 dari 4.870 penyandang disabilitas bekerja, hampir separuh.", "hampir separuh"),
        ("Selama tiga tahun, 885 peserta mengikuti pelatihan.", "tiga tahun"),
        ("Lima jenis pelatihan diselenggarakan.", "Lima jenis"),
        ("Layanan hadir di empat kecamatan.", "empat kecamatan"),
        ("Kecamatan Barat melayani 46,4 persen dari seluruh permohonan.", "46,4 persen"),
    ],
)
def test_and_miscounts_do_not(text: str, mention: str) -> None:
    (found,) = [entry for entry in ground(text, DIFABEL) if entry.text == mention]
    assert found.verdict == "unsupported"


LANSIA = FactIndex(
    [
        {"id": "paket", "label": "paket makanan", "value": "330 paket per hari"},
        {"id": "harga", "label": "biaya per paket", "value": "Rp15.000"},
        {"id": "kunjungan", "label": "kunjungan per minggu", "value": "1.386 kunjungan"},
        {"id": "relawan", "label": "relawan", "value": "198 relawan dari 9 kelurahan"},
        {"id": "kematian.sebelum", "label": "kematian neonatal, sebelum", "value": "27 kasus"},
        {"id": "kematian.sesudah", "label": "kematian neonatal, sesudah", "value": "11 kasus"},
    ]
)


@pytest.mark.parametrize(
    ("text", "mention", "verdict"),
    [
        ("Dibagi 330 paket seharga Rp15.000, jadi Rp4,95 juta per hari.", "Rp4,95 juta per hari", "derived"),
        ("Dibagi 330 paket seharga Rp15.000, jadi Rp5,95 juta per hari.", "Rp5,95 juta per hari", "unsupported"),
        ("Setiap minggu setiap relawan melakukan 7 kunjungan.", "7 kunjungan", "derived"),
        ("Setiap minggu setiap relawan melakukan 8 kunjungan.", "8 kunjungan", "unsupported"),
        ("Kematian neonatal turun lebih dari separuh.", "lebih dari separuh", "derived"),
        ("Kematian neonatal turun kurang dari separuh.", "kurang dari separuh", "unsupported"),
    ],
)
def test_products_means_and_shares_of_a_change(text: str, mention: str, verdict: str) -> None:
    (found,) = [entry for entry in ground(text, LANSIA) if entry.text == mention]
    assert found.verdict == verdict
