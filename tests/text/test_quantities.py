"""Quantities alone and in running text, and what only looks like one."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inovasi_ai.text import Document, Quantity, format_quantity, parse_quantity


@pytest.mark.parametrize(
    ("written", "low", "high", "unit", "kind", "hedge"),
    [
        ("Rp. 1.250.000,-", "1250000", None, "rupiah", "money", ""),
        ("Rp1,2 miliar", "1200000000", None, "rupiah", "money", ""),
        ("Rp 3 M", "3000000000", None, "rupiah", "money", ""),
        ("Rp500rb", "500000", None, "rupiah", "money", ""),
        ("Rp85.000/orang", "85000", None, "rupiah per orang", "money", ""),
        ("Rp1-2 juta", "1000000", "2000000", "rupiah", "money", ""),
        ("Rp5.000 – Rp10.000", "5000", "10000", "rupiah", "money", ""),
        ("Rp10.000.000,00 (sepuluh juta rupiah)", "10000000", None, "rupiah", "money", ""),
        ("1,2 miliar rupiah", "1200000000", None, "rupiah", "money", ""),
        ("14 hari kerja", "14", None, "hari kerja", "duration", ""),
        ("5–8 bulan", "5", "8", "bulan", "duration", ""),
        ("antara 5 dan 8 hari", "5", "8", "hari", "duration", ""),
        ("paling lama 2 jam", "2", None, "jam", "duration", "at_most"),
        ("87,4 %", "87.4", None, "persen", "percent", ""),
        ("30%-40%", "30", "40", "persen", "percent", ""),
        ("1.250 persen", "1.25", None, "persen", "percent", ""),
        ("±300 orang", "300", None, "orang", "number", "about"),
        ("300-an orang", "300", None, "orang", "number", "about"),
        ("300 lebih orang", "300", None, "orang", "number", "over"),
        ("lebih dari 5.000 keluarga", "5000", None, "keluarga", "number", "over"),
        ("sekitar 300", "300", None, "", "number", "about"),
        ("dua belas desa", "12", None, "desa", "number", ""),
        ("dua belas (12) desa", "12", None, "desa", "number", ""),
        ("5 (lima) orang", "5", None, "orang", "number", ""),
        ("3 kali", "3", None, "kali", "number", ""),
        ("2 kali setahun", "2", None, "kali per tahun", "number", ""),
        ("15 orang per hari", "15", None, "orang per hari", "number", ""),
        ("20 keluarga penerima manfaat", "20", None, "keluarga penerima manfaat", "number", ""),
        ("1.932 anak tanpa akta", "1932", None, "anak tanpa akta", "number", ""),
        ("0", "0", None, "", "number", ""),
        ("-2,5 poin", "-2.5", None, "poin", "number", ""),
        ("41 km", "41", None, "kilometer", "number", ""),
        ("100 m2", "100", None, "meter persegi", "number", ""),
        ("rata-rata 6 jam", "6", None, "jam", "duration", "average"),
        ("Rerata 3 hari", "3", None, "hari", "duration", "average"),
        ("rata-rata sebesar Rp85.000", "85000", None, "rupiah", "money", "average"),
        ("45 menit rata-rata", "45", None, "menit", "duration", "average"),
        ("rata-rata sekitar 6 jam", "6", None, "jam", "duration", "about"),
        ("rata-rata 300-an orang", "300", None, "orang", "number", "about"),
        ("2 x 24 jam", "48", None, "jam", "duration", ""),
        ("paling lama 3×24 jam", "72", None, "jam", "duration", "at_most"),
        ("2 kali 24 jam", "48", None, "jam", "duration", ""),
        ("2 x 7 hari kerja", "14", None, "hari kerja", "duration", ""),
        ("3 x sehari", "3", None, "kali per hari", "number", ""),
        ("189 per 100.000 kelahiran hidup", "189", None, "per 100.000 kelahiran hidup", "number", ""),
        ("189/100.000 KH", "189", None, "per 100.000 kelahiran hidup", "number", ""),
        ("12,5 kasus per seribu penduduk", "12.5", None, "kasus per 1.000 penduduk", "number", ""),
        ("10–12 per 10 ribu balita", "10", "12", "per 10.000 balita", "number", ""),
    ],
)
def test_a_whole_text_is_read_as_one_quantity(
    written: str, low: str, high: str | None, unit: str, kind: str, hedge: str
) -> None:
    found = parse_quantity(written)
    assert found is not None
    assert (found.low, found.high) == (Decimal(low), Decimal(high or low))
    assert (found.unit, found.kind, found.hedge, found.text) == (unit, kind, hedge, written)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "abc",
        "12 34",
        "3 Maret 2024",
        "14 hari dan 3 jam",
        "14 hari kerja sejak berkas lengkap",
        "rata-rata",
        "3 x 1 hari",
        "189 per 100.000 kelahiran hidup pada 2023",
        "orang",
        "2 (tiga) orang",
    ],
)
def test_what_is_not_one_quantity_gives_none(written: str) -> None:
    assert parse_quantity(written) is None


def _texts(text: str) -> list[str]:
    return [mention.text for mention in Document(text).quantities]


def test_running_text_yields_figures_with_hedge_and_unit() -> None:
    text = (
        "Waktu turun 12 hari kerja (85,7 persen) dari 14 hari kerja menjadi 2 hari kerja; lebih dari 300 OPD hadir, "
        "tiga kali perjalanan sejauh rata-rata 41 kilometer dengan ongkos Rp85.000 sekali jalan."
    )
    assert _texts(text) == [
        "12 hari kerja",
        "85,7 persen",
        "14 hari kerja",
        "2 hari kerja",
        "lebih dari 300 OPD",
        "tiga kali",
        "rata-rata 41 kilometer",
        "Rp85.000",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "1. Mendata warga",
        "a) Pertama\nb) Kedua\n2) Ketiga",
        "Tahapan: 1. Mendata 2. Memeriksa 3. Mencetak",
        "Tahapan: (1) mendata, (2) memeriksa",
        "Pasal 3 ayat (2) mengatur hal itu",
        "UU Nomor 24 Tahun 2013",
        "Surat Nomor 12/345/2024",
        "pada tahun 2024 dan 2025",
        "Projek P5 dan rumah tipe 45",
        "RT 03/RW 05",
        "TPB 16.9 dan SDGs 3",
        "Asta Cita 4",
        "yang ke-3 dan ke 4, lalu pertama dan kedua",
        "aplikasi v2.1 dan versi 2.1",
        "koordinat -7.123456, 110.123456",
        "Koordinat: -7.12, 112.4",
        "Koordinat | -7.12, 112.4",
        "| Koordinat | -7,12; 112,4 |",
        "Titik koordinat lokasi: 3,58 98,67",
        "Koordinat: -8, 115",
        "Koordinat\n-7,12, 112,4",
        "Lintang: -7,12\nBujur: 112,4",
        "7,12° LS dan 112,4° BT",
        "-7,12; 112,4",
        "https://contoh.go.id/2/3?x=45",
        "hubungi 0812-3456-7890 atau (021) 555 1234",
        "admin12@contoh.go.id",
        "Jalan Contoh, Sukamaju 12345",
        "kode pos 12345",
        "pukul 08.00 WIB, 08.30–09.00 WITA",
        "pandemi Covid-19",
        "jaringan 5G",
        "revolusi industri 4.0",
        "SMP Negeri 2 Contoh",
        "layanan 24/7",
        "setiap tanggal 17 Agustus",
        "salah satu desa",
        "pelayanan terpadu satu pintu",
        "pesawat seri 330-300",
        "NIK 00001234",
    ],
)
def test_figures_that_count_nothing_are_no_quantities(text: str) -> None:
    assert _texts(text) == []


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Koordinat 12 desa dipetakan pada 12,5 persen wilayah", ["12 desa", "12,5 persen"]),
        ("selisih -2,5; 101,5 persen", ["-2,5", "101,5 persen"]),
        ("Koordinat 3,5 km, 2 kota", ["3,5 km", "2 kota"]),
    ],
)
def test_figures_beside_the_word_for_coordinates_are_kept(text: str, figures: list[str]) -> None:
    assert _texts(text) == figures


def test_rates_and_products_are_one_mention_each() -> None:
    text = (
        "Kematian ibu 189 per 100.000 kelahiran hidup turun menjadi 12/1.000 KH; 3 kasus per 1.000 penduduk usia muda "
        "ditangani maksimal 2 x 24 jam, minum 3 x sehari, 15 orang per hari."
    )
    assert _texts(text) == [
        "189 per 100.000 kelahiran hidup",
        "12/1.000 KH",
        "3 kasus per 1.000 penduduk",
        "maksimal 2 x 24 jam",
        "3 x sehari",
        "15 orang per hari",
    ]
    for mention in Document(text).quantities:
        assert parse_quantity(mention.text) == mention.quantity


def test_a_year_with_a_unit_is_a_count_and_a_bare_one_is_a_date() -> None:
    document = Document("Layanan keliling 2021 menjangkau 2024 orang.")
    assert [mention.text for mention in document.dates] == ["2021"]
    assert [mention.text for mention in document.quantities] == ["2024 orang"]


def test_a_negative_number_is_not_a_list_item() -> None:
    assert [m.quantity.low for m in Document("Selisih (-2,5 poin)\n-12 desa").quantities] == [
        Decimal("-2.5"),
        Decimal(12),
    ]


def test_every_mention_in_running_text_reads_alone_as_the_same_quantity() -> None:
    text = (
        "Sekitar 300 orang dari dua belas desa, Rp1,2 miliar, 5–8 bulan, 15 orang per hari, 30%-40% "
        "dan minimal 3 kali sebulan."
    )
    mentions = Document(text).quantities
    assert len(mentions) == 7
    for mention in mentions:
        assert parse_quantity(mention.text) == mention.quantity


_AMOUNTS = st.decimals(min_value=0, max_value=10**12, places=2, allow_nan=False)
_UNITS = st.sampled_from(
    [
        "",
        "persen",
        "poin",
        "rupiah",
        "rupiah per orang",
        "hari kerja",
        "orang",
        "desa",
        "kali lipat",
        "opd",
        "orang per hari",
        "kali per tahun",
        "per 100.000 kelahiran hidup",
        "kasus per 1.000 penduduk",
        "rupiah per 1.000 penduduk",
    ]
)
_HEDGES = st.sampled_from(["", "about", "almost", "over", "under", "at_least", "at_most", "average"])


@given(_AMOUNTS, st.none() | _AMOUNTS, _UNITS, _HEDGES)
def test_what_is_formatted_is_read_back(low: Decimal, more: Decimal | None, unit: str, hedge: str) -> None:
    from inovasi_ai.text.units import kind_of

    high = low if more is None else low + more
    quantity = Quantity(low, high, unit, kind_of(unit), hedge)  # type: ignore[arg-type]
    found = parse_quantity(format_quantity(quantity))
    assert found is not None
    assert (found.low, found.high, found.unit, found.kind, found.hedge) == (low, high, unit, kind_of(unit), hedge)


@given(_HEDGES)
def test_only_an_average_or_a_plain_figure_is_exact(hedge: str) -> None:
    quantity = Quantity(Decimal(6), Decimal(6), "jam", "duration", hedge)  # type: ignore[arg-type]
    assert quantity.is_estimate == (hedge not in ("", "average"))


@given(st.text(max_size=80))
def test_no_text_raises(text: str) -> None:
    parse_quantity(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("melayani 12345678901234567890 orang", [("12345678901234567890 orang", "12345678901234567890")]),
        ("sebanyak 1,23456789012 ton", [("1,23456789012 ton", "1.23456789012")]),
        ("capaian ９４,１ persen", [("９４,１ persen", "94.1")]),
        ("hadir di 9/12 desa", [("9", "9"), ("12 desa", "12")]),
        ("pada 9 dari 12 desa", [("9", "9"), ("12 desa", "12")]),
        ("selama 1/2 hari", [("1/2 hari", "0.5")]),
        ("setengah warga", [("setengah warga", "0.5")]),
        ("separuh dari warga", [("separuh", "0.5")]),
        ("seperempat warga", [("seperempat warga", "0.25")]),
        ("tiga perempat desa", [("tiga perempat desa", "0.75")]),
        ("selusin perahu", [("selusin perahu", "12")]),
        ("hampir dua lusin perahu", [("hampir dua lusin perahu", "24")]),
        ("setengah matang", []),
        ("NIK 1234567890123456", []),
        ("ID 12345678901234567890", []),
        ("RT 03/05 desa", []),
        ("layanan 24/7", []),
        ("telepon 0812-3456-7890", []),
        ("hubungi 0411-123-456", []),
    ],
)
def test_every_way_of_writing_a_figure_is_seen_and_names_are_not(text: str, found: list[tuple[str, str]]) -> None:
    mentions = Document(text).quantities
    assert [(mention.text, mention.quantity.low) for mention in mentions] == [(t, Decimal(v)) for t, v in found]


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("tidak kurang dari 94 orang", "at_least"),
        ("tidak lebih dari 94 orang", "at_most"),
        ("tidak melebihi 94 orang", "at_most"),
        ("belum mencapai 94 orang", "under"),
        ("tidak sampai 94 orang", "under"),
        ("setidak-tidaknya 94 orang", "at_least"),
        ("paling sedikit sebanyak 94 orang", "at_least"),
        ("kurang lebih 94 orang", "about"),
        ("warga di sekitar 94 desa", ""),
    ],
)
def test_a_hedge_keeps_its_direction(text: str, hedge: str) -> None:
    (mention,) = Document(text).quantities
    assert mention.quantity.hedge == hedge


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("Ada 1 250 warga.", 1250, 1250, "warga"),
        ("Ada 12\u00a0480 unduhan.", 12480, 12480, "unduhan"),
        ("Biayanya Rp1 250 000 saja.", 1250000, 1250000, "rupiah"),
        ("Selesai dalam 1-2 x 24 jam.", 24, 48, "jam"),
        ("Ada puluhan warga.", 20, 99, "warga"),
        ("Ada belasan desa.", 11, 19, "desa"),
        ("Nilainya ratusan juta rupiah.", 100000000, 999000000, "rupiah"),
        ("Ribuan pelanggan menunggu.", 1000, 9999, "pelanggan"),
    ],
)
def test_blanks_between_thousands_and_round_words_are_figures(text: str, low: int, high: int, unit: str) -> None:
    (found,) = Document(text).quantities
    assert (int(found.quantity.low), int(found.quantity.high), found.quantity.unit) == (low, high, unit)


@pytest.mark.parametrize(
    "text",
    [
        "Sistem memenuhi SNI ISO/IEC 27001.",
        "Hubungi layanan 112 atau WhatsApp 0811 5550 102.",
        "Berjalan pada Android 11.",
        "Berkas disimpan pada lemari 2.",
        "Rapat di lantai 3 ruang 301.",
        "Lokasi pada 6°12'30\" LS dan 106°49'15\" BT.",
        "Puluhan tahun lamanya.",
        "Puluhan.",
    ],
)
def test_numbers_that_name_something_count_nothing(text: str) -> None:
    assert Document(text).quantities == ()


def test_a_year_and_the_count_after_it_stay_apart() -> None:
    document = Document("Pada 2024 250 anak terdata dan 112 warga dilayani.")
    assert [mention.text for mention in document.quantities] == ["250 anak", "112 warga"]


def test_a_value_with_letters_that_only_look_plain_is_read() -> None:
    read = parse_quantity("5 mİliar rupiah")
    assert read is not None
    assert read.low == 5_000_000_000
    assert read.text == "5 mİliar rupiah"
