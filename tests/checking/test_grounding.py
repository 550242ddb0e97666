"""Figures, dates and regulations of a text held against facts."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inovasi_ai.checking.grounding import FactIndex, Facts, ground
from inovasi_ai.errors import FactsError
from inovasi_ai.text import Document, format_number
from tests.timing import least_seconds

FACTS = [
    {
        "id": "dasar_hukum.0",
        "label": "Dasar hukum",
        "value": "UU Nomor 24 Tahun 2013 tentang Administrasi Kependudukan",
    },
    {"id": "dasar_hukum.1", "label": "Dasar hukum", "value": "Perda Kabupaten Contoh Nomor 5 Tahun 2020"},
    {"id": "dasar_hukum.2", "label": "Penetapan", "value": "Keputusan Bupati Contoh Nomor 188/214/2024"},
    {
        "id": "masalah.makro.0.nilai",
        "label": "kepemilikan akta kelahiran anak usia 0-18 tahun",
        "value": "87,4 %",
        "period": "2023",
    },
    {"id": "masalah.makro.0.target", "label": "target RPJMD kepemilikan akta kelahiran", "value": "95 %"},
    {
        "id": "masalah.mikro.0",
        "label": "anak tanpa akta di 12 desa pegunungan",
        "value": 1932,
        "period": "Desember 2023",
    },
    {"id": "masalah.mikro.1", "label": "beban warga", "value": "jarak 41 km ke kantor, ongkos Rp85.000 sekali jalan"},
    {"id": "sebelum.0", "label": "waktu penyelesaian, sebelum", "value": "14 hari kerja"},
    {"id": "sesudah.0", "label": "waktu penyelesaian, sesudah", "value": "2", "unit": "hari kerja"},
    {"id": "isu.lokal.0", "label": "isu lokal", "value": "RPJMD 2021-2026, indikator akta"},
    {"id": "hasil.0", "label": "akta terbit", "value": "1.706", "period": "Januari-Desember 2025"},
    {"id": "hasil.1", "label": "kepemilikan akta kelahiran", "value": "94,1 %", "period": "Desember 2025"},
    {"id": "hasil.2", "label": "lama layanan keliling", "value": "120 menit"},
    {"id": "penerapan", "label": "waktu penerapan", "value": "2 Januari 2025"},
    {"id": "langkah.0.durasi", "label": "pendataan, lama", "value": "3 hari"},
    {"id": "langkah.1.durasi", "label": "pemeriksaan, lama", "value": "5 hari"},
    {"id": "langkah.2.durasi", "label": "pengiriman, lama", "value": "9 hari"},
    {"id": "anggaran", "label": "anggaran", "value": "Rp1.234.567.890"},
]
INDEX = FactIndex(FACTS)


def _only(text: str, mention: str) -> tuple[str, tuple[str, ...], str]:
    """Verdict, facts and derivation of the one mention with this text."""
    (found,) = [entry for entry in ground(text, INDEX) if entry.text == mention]
    return found.verdict, found.facts, found.derivation


@pytest.mark.parametrize(
    ("text", "mention", "fact"),
    [
        ("Waktu penyelesaian semula 14 hari kerja.", "14 hari kerja", "sebelum.0"),
        ("Warga menunggu empat belas hari kerja.", "empat belas hari kerja", "sebelum.0"),
        ("Pada tahun 2023, baru 87,4 persen anak memiliki akta.", "87,4 persen", "masalah.makro.0.nilai"),
        ("Ada 1.932 anak tanpa akta.", "1.932 anak", "masalah.mikro.0"),
        ("Mereka tinggal di dua belas desa.", "dua belas desa", "masalah.mikro.0"),
        ("Anak usia 0–18 tahun.", "0–18 tahun", "masalah.makro.0.nilai"),
        ("Jaraknya 41 kilometer.", "41 kilometer", "masalah.mikro.1"),
        ("Ongkosnya Rp85 ribu.", "Rp85 ribu", "masalah.mikro.1"),
        ("Sebanyak 1.706 akta terbit.", "1.706 akta", "hasil.0"),
        ("Diterapkan sejak 2 Januari 2025.", "2 Januari 2025", "penerapan"),
        ("Tercatat pada Desember 2023.", "Desember 2023", "masalah.mikro.0"),
        ("Dihitung selama Januari–Desember 2025.", "Januari–Desember 2025", "hasil.0"),
        ("Menurut RPJMD 2021–2026.", "2021–2026", "isu.lokal.0"),
        ("Sesuai Undang-undang No.24/2013.", "Undang-undang No.24/2013", "dasar_hukum.0"),
        (
            "Sesuai UU Nomor 24 Tahun 2013 tentang Administrasi Kependudukan.",
            "UU Nomor 24 Tahun 2013 tentang Administrasi Kependudukan",
            "dasar_hukum.0",
        ),
        (
            "Dengan SK Bupati Contoh Nomor 188/214 Tahun 2024.",
            "SK Bupati Contoh Nomor 188/214 Tahun 2024",
            "dasar_hukum.2",
        ),
        ("Sesuai Perda Nomor 5 Tahun 2020.", "Perda Nomor 5 Tahun 2020", "dasar_hukum.1"),
    ],
)
def test_what_a_fact_states_is_supported(text: str, mention: str, fact: str) -> None:
    verdict, facts, _ = _only(text, mention)
    assert verdict == "supported"
    assert fact in facts


def test_a_coarser_true_date_is_supported_and_a_finer_one_is_not() -> None:
    assert _only("Diterapkan Januari 2025.", "Januari 2025")[0] == "supported"
    assert _only("Akta tercatat 14 Desember 2023.", "14 Desember 2023")[0] == "unsupported"


@pytest.mark.parametrize(
    ("text", "mention", "facts", "words"),
    [
        (
            "Kepemilikan 7,6 poin di bawah target.",
            "7,6 poin",
            {"masalah.makro.0.nilai", "masalah.makro.0.target"},
            "selisih 95 persen dan 87,4 persen",
        ),
        (
            "Kepemilikan akta naik 6,7 poin.",
            "6,7 poin",
            {"masalah.makro.0.nilai", "hasil.1"},
            "selisih 94,1 persen dan 87,4 persen",
        ),
        (
            "Waktunya turun 12 hari kerja.",
            "12 hari kerja",
            {"sebelum.0", "sesudah.0"},
            "selisih 14 hari kerja dan 2 hari kerja",
        ),
        (
            "Waktunya turun 85,7 persen.",
            "85,7 persen",
            {"sebelum.0", "sesudah.0"},
            "perubahan dari 14 hari kerja menjadi 2 hari kerja, dalam persen dari nilai semula",
        ),
        (
            "Tujuh kali lipat lebih cepat.",
            "Tujuh kali lipat",
            {"sebelum.0", "sesudah.0"},
            "perbandingan 14 hari kerja dengan 2 hari kerja",
        ),
        (
            "Dari 1.932 anak, 1.706 akta terbit, yaitu 88,3 persen.",
            "88,3 persen",
            {"hasil.0", "masalah.mikro.0"},
            "bagian 1.706 dari 1.932",
        ),
        ("Layanan buka 2 jam.", "2 jam", {"hasil.2"}, "perubahan satuan dari 120 menit"),
        ("Hampir 2.000 anak tanpa akta.", "Hampir 2.000 anak", {"masalah.mikro.0"}, "pembulatan dari 1.932"),
        ("Anggarannya sekitar Rp1,2 miliar.", "sekitar Rp1,2 miliar", {"anggaran"}, "pembulatan dari Rp1.234.567.890"),
        (
            "Seluruhnya memakan 17 hari.",
            "17 hari",
            {"langkah.0.durasi", "langkah.1.durasi", "langkah.2.durasi"},
            "jumlah 3 hari, 5 hari dan 9 hari",
        ),
        (
            "Ditempuh dalam tiga langkah.",
            "tiga langkah",
            {"langkah.0", "langkah.1", "langkah.2"},
            "banyaknya langkah yang tercatat",
        ),
        (
            "Dua tahun dari 2023, yaitu 2025.",
            "Dua tahun",
            {"masalah.makro.0.nilai", "hasil.0"},
            "jarak antara 2023 dan 2025",
        ),
        (
            "Ada tiga pelaku: kader, bidan, dan operator.",
            "tiga pelaku",
            set(),
            "banyaknya butir yang disebut dalam kalimat",
        ),
    ],
)
def test_what_follows_from_facts_is_derived_and_says_how(text: str, mention: str, facts: set[str], words: str) -> None:
    verdict, found, derivation = _only(text, mention)
    assert (verdict, set(found), derivation) == ("derived", facts, words)


def test_a_before_and_after_told_in_one_sentence() -> None:
    text = "Waktu turun 12 hari kerja (85,7 persen) dari 14 hari kerja menjadi 2 hari kerja."
    assert [(m.text, m.verdict) for m in ground(text, INDEX)] == [
        ("12 hari kerja", "derived"),
        ("85,7 persen", "derived"),
        ("14 hari kerja", "supported"),
        ("2 hari kerja", "supported"),
    ]


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("Melayani lebih dari 5.000 keluarga.", "lebih dari 5.000 keluarga"),
        ("Kepuasan 99,2 persen.", "99,2 persen"),
        ("Kepemilikan akta 87 persen.", "87 persen"),
        ("Lebih dari 1.950 anak tanpa akta.", "Lebih dari 1.950 anak"),
        ("Waktunya turun 11 hari kerja.", "11 hari kerja"),
        ("Berlaku sejak 17 Agustus 2024.", "17 Agustus 2024"),
        ("Menuju tahun 2045.", "2045"),
        ("Sesuai UU Nomor 23 Tahun 2014.", "UU Nomor 23 Tahun 2014"),
        ("Sesuai UU Nomor 24 Tahun 2014.", "UU Nomor 24 Tahun 2014"),
        ("Biayanya Rp95.000.", "Rp95.000"),
        ("Anggarannya Rp1,24 miliar.", "Rp1,24 miliar"),
        ("Empat tahun dari 2023, yaitu 2025.", "Empat tahun"),
    ],
)
def test_what_no_fact_carries_is_unsupported(text: str, mention: str) -> None:
    assert _only(text, mention)[0] == "unsupported"


def test_an_impossible_date_is_never_supported() -> None:
    verdict, _, words = _only("Diterapkan 31 Februari 2025.", "31 Februari 2025")
    assert verdict == "unsupported"
    assert "kalender" in words


def test_a_citation_with_another_year_is_unsupported_even_when_the_year_is_absurd() -> None:
    for year in (1013, 2031, 9013):
        assert ground(f"Sesuai UU Nomor 24 Tahun {year}.", INDEX)[0].verdict == "unsupported"


def test_numbers_that_only_name_something_support_no_figure() -> None:
    facts = [
        {"id": "a", "label": "Koordinat", "value": "-5.13, 119.41"},
        {"id": "b", "label": "bukti, nomor indikator", "value": "25"},
    ]
    assert [m.verdict for m in ground("Selama 25 jam, sekitar 5 hari.", facts)] == ["unsupported", "unsupported"]


def test_a_hedge_allows_a_rounder_figure_only() -> None:
    facts = {"timbulan": "190 ton"}
    for text, verdict in [
        ("Sekitar 190 ton timbulan.", "supported"),
        ("Sekitar 200 ton timbulan.", "unsupported"),
        ("Hampir 200 ton timbulan.", "unsupported"),
        ("Lebih dari 100 ton timbulan.", "unsupported"),
        ("Sekitar 195 ton timbulan.", "unsupported"),
        ("Lebih dari 200 ton timbulan.", "unsupported"),
    ]:
        assert ground(text, facts)[0].verdict == verdict, text


def test_a_coincidence_of_arithmetic_does_not_carry_a_sentence_about_something_else() -> None:
    facts = [
        {"id": "keluhan.kota", "label": "keluhan warga kota", "value": "46,5 %"},
        {"id": "keluhan.desa", "label": "keluhan warga desa", "value": "9,3 %"},
        {"id": "hasil.0", "label": "pemakaian aplikasi pelaporan", "value": "90 %"},
    ]
    assert ground("Pemakaian aplikasi pelaporan mencapai 80 persen.", facts)[0].verdict == "unsupported"
    assert ground("Keluhan di desa 80 persen lebih rendah.", facts)[0].verdict == "derived"


def test_the_nearest_facts_are_named_for_an_unsupported_figure() -> None:
    assert "sebelum.0" in _only("Waktu penyelesaian 13 hari kerja.", "13 hari kerja")[1]
    assert _only("Sesuai UU Nomor 24 Tahun 2014.", "UU Nomor 24 Tahun 2014")[1] == ("dasar_hukum.0",)


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("Warga menunggu 14 hari kalender.", "14 hari kalender"),
        ("Waktu penyelesaian akta 14 orang.", "14 orang"),
        ("Dilaksanakan di 12 kecamatan.", "12 kecamatan"),
        ("Kepemilikan 95 orang.", "95 orang"),
        ("Pada tahun 2021, 87,4 persen anak memiliki akta kelahiran.", "87,4 persen"),
        ("Sesuai PP Nomor 24 Tahun 2013.", "PP Nomor 24 Tahun 2013"),
        ("Sesuai Perda Kabupaten Melati Nomor 5 Tahun 2020.", "Perda Kabupaten Melati Nomor 5 Tahun 2020"),
    ],
)
def test_a_figure_that_belongs_to_something_else_has_the_wrong_role(text: str, mention: str) -> None:
    verdict, facts, derivation = _only(text, mention)
    assert verdict == "wrong_role"
    assert facts
    assert derivation


def test_unrelated_facts_do_not_add_up_to_any_small_number() -> None:
    facts = {
        f"data_{name}": f"{value} orang"
        for name, value in zip("abcdefghij", (3, 8, 15, 27, 41, 58, 70, 95, 120, 188), strict=True)
    }
    verdicts = {value: ground(f"Diikuti {value} orang.", facts)[0].verdict for value in range(2, 120)}
    assert {value for value, verdict in verdicts.items() if verdict != "unsupported"} == {3, 8, 15, 27, 41, 58, 70, 95}


def test_figures_named_in_the_sentence_may_be_calculated_with() -> None:
    facts = {"kader": "12 orang", "bidan": "5 orang"}
    text = "Sebanyak 12 orang kader dan 5 orang bidan bekerja, seluruhnya 17 orang."
    assert [m.verdict for m in ground(text, facts)] == ["supported", "supported", "derived"]
    assert ground("Seluruhnya 17 orang.", facts)[0].verdict == "unsupported"
    assert ground("Seluruhnya 17 orang.", facts, cited=["kader", "bidan"])[0].verdict == "derived"


def test_cited_facts_are_preferred() -> None:
    facts = {"a": "5 desa", "b": "5 desa"}
    assert ground("Ada 5 desa.", facts, cited={"b"})[0].facts[0] == "b"


def test_notes_and_articles_are_passed_over() -> None:
    assert ground("Satu lembar akta berarti jauh. [LENGKAPI: 77 orang sejak 2031]", INDEX) == ()


def test_facts_come_in_any_form() -> None:
    text = "Waktu 14 hari, biaya Rp5.000, sejak 2024."
    forms: list[Facts] = [
        {"waktu": "14 hari", "biaya": "Rp. 5.000,-", "tahun": 2024},
        {"waktu": {"value": 14, "unit": "hari"}, "lain": {"biaya": Decimal(5000), "tahun": "2024"}},
        [
            {"id": "a", "label": "waktu (hari)", "value": 14.0},
            {"id": "b", "label": "biaya", "value": 5000, "unit": "rupiah"},
            {"id": "c", "value": "2024"},
        ],
        [{"id": "a", "label": "semua", "value": "Selama 14 hari dengan Rp5 ribu pada 2024"}],
    ]
    for form in forms:
        assert [m.verdict for m in ground(text, form)] == ["supported"] * 3, form


@pytest.mark.parametrize("facts", ["teks", 5, [1, 2], [{"id": "a"}]])
def test_what_holds_no_facts_is_an_error_that_says_what_is_expected(facts: Facts) -> None:
    with pytest.raises(FactsError, match="fakta ini tidak dapat dibaca"):
        ground("Ada 5 desa.", facts)


def test_without_facts_everything_is_unsupported() -> None:
    assert [m.verdict for m in ground("Ada 5 desa sejak 2024.", {})] == ["unsupported", "unsupported"]


_TEXTS = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "14 hari kerja",
                " 87,4 persen ",
                "dari ",
                "menjadi ",
                "2023, ",
                "UU 24/2013 ",
                "sekitar ",
                "1.932 ",
                "[LENGKAPI: 5]",
                ". ",
                "\n",
                "Rp",
                "tiga pelaku: a, b",
            ]
        ),
        st.text(max_size=8),
    ),
    max_size=20,
).map("".join)


@settings(max_examples=150, deadline=None)
@given(_TEXTS)
def test_mentions_are_spans_of_the_text_and_name_known_facts(text: str) -> None:
    document = Document(text)
    mentions = ground(document, INDEX)
    known = set(INDEX.labels) | {item for items in INDEX.items.values() for item in items}
    end = 0
    for mention in mentions:
        assert mention.start >= end
        assert text[mention.start : mention.end] == mention.text
        assert set(mention.facts) <= known
        assert mention.verdict != "derived" or mention.derivation
        end = mention.end
    assert mentions == ground(text, INDEX)


@settings(max_examples=60, deadline=None)
@given(st.decimals(min_value=2, max_value=10**6, places=1), st.decimals(min_value=2, max_value=10**6, places=1))
def test_the_difference_of_a_before_and_an_after_is_always_derived(before: Decimal, after: Decimal) -> None:
    facts = {"antrean.sebelum": f"{format_number(before)} menit", "antrean.sesudah": f"{format_number(after)} menit"}
    difference = abs(before - after)
    if difference in (0, before, after):
        return
    (mention,) = ground(f"Berubah {format_number(difference)} menit.", facts)
    assert mention.verdict == "derived"
    assert mention.derivation.startswith("selisih")


def test_a_target_may_stand_beside_the_value_it_is_held_against() -> None:
    facts = [
        {"id": "masalah.makro.0.nilai", "label": "persalinan di fasilitas kesehatan", "value": "82,5 %"},
        {"id": "masalah.makro.0.pembanding", "label": "rata-rata provinsi, nilai pembanding", "value": "91 %"},
        {"id": "hasil.0.sebelum", "label": "persalinan di fasilitas kesehatan, nilai sebelum", "value": "82,5 %"},
    ]
    text = "Persalinan di fasilitas kesehatan 82,5 persen, 8,5 poin persen di bawah rata-rata provinsi 91 persen."
    assert [(mention.text, mention.verdict) for mention in ground(text, facts)] == [
        ("82,5 persen", "supported"),
        ("8,5 poin persen", "derived"),
        ("91 persen", "supported"),
    ]
    alone = ground("Persalinan di fasilitas kesehatan sebesar 91 persen.", facts)
    assert [mention.verdict for mention in alone] == ["wrong_role"]


def test_a_label_that_speaks_of_files_by_the_way_does_not_hide_its_figures() -> None:
    named = {
        "id": "kebaruan.0.pembanding",
        "label": "berkas diunggah dari rumah, pembanding",
        "value": "12 jenis izin belum ber-SOP",
    }
    assert [mention.verdict for mention in ground("Sebanyak 12 jenis izin belum ber-SOP.", [named])] == ["supported"]
    file = {"id": "data_dukung.0.berkas", "label": "SK, berkas", "value": "12 jenis izin.pdf"}
    assert [mention.verdict for mention in ground("Ada 12 jenis izin.", [file])] == ["unsupported"]


def _one(text: str, facts: Facts) -> tuple[str, str]:
    """Verdict and derivation of the last figure of a text."""
    mention = ground(text, facts)[-1]
    return mention.verdict, mention.derivation


@pytest.mark.parametrize(
    ("fact", "figure", "verdict", "words"),
    [
        ("94,1 persen", "kurang dari 94 persen", "unsupported", "faktanya 94,1 persen, tidak kurang dari 94 persen"),
        ("94,1 persen", "di bawah 94 persen", "unsupported", "faktanya 94,1 persen, tidak kurang dari 94 persen"),
        ("94,1 persen", "tidak sampai 94 persen", "unsupported", "faktanya 94,1 persen, tidak kurang dari 94 persen"),
        ("94,1 persen", "hampir 94 persen", "unsupported", "faktanya 94,1 persen, bukan hampir 94 persen"),
        ("94,1 persen", "tidak lebih dari 94 persen", "unsupported", "faktanya 94,1 persen, melebihi 94 persen"),
        ("94,1 persen", "minimal 95 persen", "unsupported", "faktanya 94,1 persen, tidak mencapai 95 persen"),
        ("94,6 persen", "lebih dari 95 persen", "unsupported", "faktanya 94,6 persen, tidak lebih dari 95 persen"),
        ("94,1 persen", "lebih dari 94 persen", "derived", "94,1 persen lebih dari 94 persen"),
        ("94,1 persen", "tidak kurang dari 94 persen", "derived", "94,1 persen paling sedikit 94 persen"),
        ("94,1 persen", "setidaknya 94 persen", "derived", "94,1 persen paling sedikit 94 persen"),
        ("94,1 persen", "sedikitnya 94 persen", "derived", "94,1 persen paling sedikit 94 persen"),
        ("94,1 persen", "kurang dari 95 persen", "derived", "94,1 persen kurang dari 95 persen"),
        ("94,1 persen", "maksimal 95 persen", "derived", "94,1 persen paling banyak 95 persen"),
        ("94,1 persen", "tidak melebihi 95 persen", "derived", "94,1 persen paling banyak 95 persen"),
        ("94,1 persen", "hampir 95 persen", "derived", "pembulatan dari 94,1 persen"),
        ("94,1 persen", "sekitar 94 persen", "derived", "pembulatan dari 94,1 persen"),
        ("94,1 persen", "hampir 100 persen", "unsupported", ""),
        ("94,1 persen", "sekitar 100 persen", "unsupported", ""),
        ("94,1 persen", "94 persen", "unsupported", ""),
        ("5.000 warga", "lebih dari 5.000 warga", "unsupported", "faktanya 5.000 warga, tidak lebih dari 5.000 warga"),
        ("5 warga", "lebih dari 10.000 warga", "unsupported", ""),
        ("5.000 warga", "kurang dari 10.000 warga", "unsupported", ""),
        (
            "2 hari kerja",
            "kurang dari 2 hari kerja",
            "unsupported",
            "faktanya 2 hari kerja, tidak kurang dari 2 hari kerja",
        ),
        ("2 hari kerja", "kurang dari 3 hari kerja", "derived", "2 hari kerja kurang dari 3 hari kerja"),
        ("2 hari kerja", "paling lama 2 hari kerja", "derived", "2 hari kerja paling banyak 2 hari kerja"),
        ("Rp1,25 miliar", "Rp1,3 miliar", "unsupported", ""),
        ("Rp1,25 miliar", "Rp1,2 miliar", "unsupported", ""),
        ("Rp1,25 miliar", "Rp1.250 juta", "supported", ""),
        ("Rp1,25 miliar", "sekitar Rp1,3 miliar", "derived", "pembulatan dari Rp1,25 miliar"),
        ("118 menit", "kurang dari 2 jam", "derived", "118 menit kurang dari 2 jam"),
        ("120 menit", "lebih dari 2 jam", "unsupported", "faktanya 120 menit, tidak lebih dari 2 jam"),
        ("15-17 ton", "15–17 ton", "supported", ""),
        ("15-17 ton", "15 ton", "unsupported", "faktanya 15–17 ton"),
        ("15-17 ton", "17 ton", "unsupported", "faktanya 15–17 ton"),
        ("15-17 ton", "paling sedikit 15 ton", "derived", "15–17 ton paling sedikit 15 ton"),
        ("15-17 ton", "lebih dari 15 ton", "unsupported", "faktanya 15–17 ton"),
        ("15-17 ton", "kurang dari 15 ton", "unsupported", "faktanya 15–17 ton, tidak kurang dari 15 ton"),
        ("15-17 ton", "sekitar 16 ton", "derived", "16 ton ada dalam rentang 15–17 ton"),
        ("±300 orang", "sekitar 300 orang", "supported", ""),
        ("±300 orang", "kurang lebih 300 orang", "supported", ""),
        ("±300 orang", "300 orang", "unsupported", "faktanya sekitar 300 orang"),
        ("±300 orang", "lebih dari 300 orang", "unsupported", "faktanya sekitar 300 orang"),
        ("lebih dari 500 orang", "500 orang", "unsupported", "faktanya lebih dari 500 orang"),
        ("lebih dari 500 orang", "minimal 500 orang", "derived", "lebih dari 500 orang paling sedikit 500 orang"),
        (
            "lebih dari 500 orang",
            "paling banyak 500 orang",
            "unsupported",
            "faktanya lebih dari 500 orang, melebihi 500 orang",
        ),
        ("minimal 500 orang", "lebih dari 500 orang", "unsupported", "faktanya minimal 500 orang"),
        ("maksimal 120 menit", "paling lama 2 jam", "derived", "maksimal 120 menit paling banyak 2 jam"),
    ],
)
def test_a_hedge_binds_and_a_fact_keeps_or_breaks_it(fact: str, figure: str, verdict: str, words: str) -> None:
    assert _one(f"Tercatat {figure}.", {"capaian": fact}) == (verdict, words)


def test_what_is_calculated_is_rounded_rightly_or_owned_up_to() -> None:
    facts = {"waktu.sebelum": "14 hari", "waktu.sesudah": "2 hari"}
    for figure, verdict in [
        ("85,7 persen", "derived"),
        ("85,71 persen", "derived"),
        ("86 persen", "derived"),
        ("85 persen", "unsupported"),
        ("87 persen", "unsupported"),
        ("sekitar 86 persen", "derived"),
        ("lebih dari 85 persen", "derived"),
        ("lebih dari 86 persen", "unsupported"),
        ("sekitar 90 persen", "unsupported"),
    ]:
        assert _one(f"Waktu turun {figure}.", facts)[0] == verdict, figure


def test_a_difference_of_estimates_is_no_fact() -> None:
    facts = {"warga.sebelum": "±300 orang", "warga.sesudah": "500 orang"}
    assert _one("Warga bertambah 200 orang.", facts)[0] == "unsupported"
    assert _one("Warga bertambah sekitar 200 orang.", facts)[0] == "derived"


def test_a_figure_may_be_held_against_its_target_but_not_reach_past_itself() -> None:
    facts = {"kepuasan": "94,1 persen", "target": "95 persen"}
    assert _one("Kepuasan 94,1 persen, masih di bawah 95 persen.", facts) == (
        "derived",
        "94,1 persen kurang dari 95 persen",
    )
    assert _one("Kepuasan 94,1 persen, melebihi 95 persen.", facts)[0] == "unsupported"


def test_the_bound_is_held_against_the_fact_of_its_year() -> None:
    text = "Pada tahun 2023, kurang dari 92 persen anak memiliki akta kelahiran."
    assert _only(text, "kurang dari 92 persen")[:2] == ("derived", ("masalah.makro.0.nilai",))
    assert _only("Kini kurang dari 94 persen anak memiliki akta.", "kurang dari 94 persen")[0] == "unsupported"


@settings(max_examples=80, deadline=None)
@given(st.integers(20, 10**6), st.integers(20, 10**6), st.sampled_from(["lebih dari", "kurang dari", "minimal"]))
def test_no_false_bound_is_ever_accepted(true: int, bound: int, hedge: str) -> None:
    verdict = _one(f"Tercatat {hedge} {bound} orang.", {"capaian": f"{true} orang"})[0]
    kept = {"lebih dari": true > bound, "kurang dari": true < bound, "minimal": true >= bound}[hedge]
    assert kept or verdict == "unsupported"


PAIRS: Facts = [
    {"id": "waktu.sebelum", "label": "waktu penyelesaian, sebelum", "value": "14 hari kerja"},
    {"id": "waktu.sesudah", "label": "waktu penyelesaian, sesudah", "value": "2 hari kerja"},
    {"id": "akta.sebelum", "label": "kepemilikan akta, sebelum", "value": "87,4 persen"},
    {"id": "akta.sesudah", "label": "kepemilikan akta, sesudah", "value": "94,1 persen"},
    {"id": "peringkat.sebelum", "label": "peringkat, sebelum", "value": "54"},
    {"id": "peringkat.sesudah", "label": "peringkat, sesudah", "value": "12"},
]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Waktu penyelesaian turun dari 2 hari kerja menjadi 14 hari kerja.",
            "dari 2 hari kerja menjadi 14 hari kerja adalah naik, bukan turun",
        ),
        (
            "Waktu penyelesaian dari 2 hari kerja menjadi 14 hari kerja.",
            "faktanya dari 14 hari kerja menjadi 2 hari kerja",
        ),
        (
            "Waktu penyelesaian naik dari 14 hari kerja menjadi 2 hari kerja.",
            "dari 14 hari kerja menjadi 2 hari kerja adalah turun, bukan naik",
        ),
        (
            "Kepemilikan akta turun dari 87,4 persen menjadi 94,1 persen.",
            "dari 87,4 persen menjadi 94,1 persen adalah naik, bukan turun",
        ),
        ("Waktu penyelesaian naik 12 hari kerja.", "faktanya turun dari 14 hari kerja menjadi 2 hari kerja"),
        ("Waktu penyelesaian meningkat 85,7 persen.", "faktanya turun dari 14 hari kerja menjadi 2 hari kerja"),
        ("Kepemilikan akta turun 6,7 poin.", "faktanya naik dari 87,4 persen menjadi 94,1 persen"),
        ("Kepemilikan akta naik 6,7 persen.", "selisihnya 6,7 poin persen, bukan persen dari nilai semula"),
    ],
)
def test_a_change_told_the_wrong_way_round_has_the_wrong_role(text: str, words: str) -> None:
    assert {(mention.verdict, mention.derivation) for mention in ground(text, PAIRS)} == {("wrong_role", words)}


@pytest.mark.parametrize(
    "text",
    [
        "Waktu penyelesaian turun dari 14 hari kerja menjadi 2 hari kerja.",
        "Waktu turun 12 hari kerja (85,7 persen), dari 14 hari kerja menjadi 2 hari kerja.",
        "Kecepatan layanan meningkat: dari 14 hari kerja menjadi 2 hari kerja.",
        "Peningkatan mutu layanan dari 14 hari kerja menjadi 2 hari kerja.",
        "Kepemilikan akta naik 6,7 poin, dari 87,4 persen menjadi 94,1 persen.",
        "Kepemilikan akta naik 7,7 persen.",
        "Kepemilikan akta berselisih 6,7 persen.",
        "Peringkat naik dari 54 menjadi 12.",
    ],
)
def test_a_change_told_truly_is_let_through(text: str) -> None:
    assert {mention.verdict for mention in ground(text, PAIRS)} <= {"supported", "derived"}


def test_the_year_of_a_regulation_dates_nothing_else() -> None:
    assert _only("Diterapkan sejak tahun 2013.", "2013")[0] == "unsupported"
    assert _only("Diterapkan sejak tahun 2013 sesuai undang-undang.", "2013")[0] == "unsupported"
    assert _only("Undang-undang itu disahkan pada tahun 2013.", "2013")[:2] == ("supported", ("dasar_hukum.0",))


def test_figures_are_added_up_only_where_the_sentence_speaks_of_a_total() -> None:
    assert _only("Waktunya menjadi 17 hari pada 2023.", "17 hari")[0] == "unsupported"
    assert _only("Jumlah waktunya 17 hari.", "17 hari")[0] == "derived"


@pytest.mark.parametrize(
    "facts",
    [
        {"sebelum": "14 hari kerja", "sesudah": "2 hari kerja"},
        {"awal": "14 hari kerja", "akhir": "2 hari kerja"},
        {"x_sebelum": "14 hari kerja", "x_sesudah": "2 hari kerja"},
        {"waktu": {"awal": "14 hari kerja", "akhir": "2 hari kerja"}},
        [{"id": "a.awal", "value": "14 hari kerja"}, {"id": "a.akhir", "value": "2 hari kerja"}],
    ],
)
def test_a_before_and_an_after_make_one_item(facts: Facts) -> None:
    assert _one("Berkurang 12 hari kerja.", facts)[0] == "derived"
    assert _one("Bertambah 12 hari kerja.", facts)[0] == "wrong_role"


def test_entries_that_cannot_be_told_apart_or_say_nothing_are_errors_that_name_them() -> None:
    with pytest.raises(FactsError, match="kode fakta `a` dipakai lebih dari satu kali"):
        ground("Ada 5 desa.", [{"id": "a", "value": "5 desa"}, {"id": "a", "value": "6 desa"}])
    with pytest.raises(FactsError, match="`b` tidak memiliki nilai"):
        ground("Ada 5 desa.", [{"id": "a", "value": "5 desa"}, {"id": "b", "value": None}])


def test_a_share_in_words_follows_from_its_percentage() -> None:
    facts = {"warga_berakta": "33,3 persen", "warga_miskin": "50 %"}
    assert _one("Sepertiga warga berakta.", facts)[0] == "derived"
    assert _one("Separuh warga tergolong miskin.", facts)[0] == "derived"
    assert _one("Seperempat warga berakta.", facts)[0] == "unsupported"


def test_many_figures_cost_no_more_each_than_a_few() -> None:
    facts = {
        f"kelompok_{name}.{state}": f"{value} orang"
        for name, value in zip("abcdefgh", range(100, 900, 100), strict=True)
        for state in ("sebelum", "sesudah")
    }

    def seconds(count: int) -> float:
        text = "Tercatat " + ", ".join(f"{number * 17 % 1900} orang" for number in range(count))
        assert len(ground(text, facts)) == count
        return least_seconds(lambda: ground(text, facts))

    assert seconds(1600) < 16 * max(seconds(200), 0.02)
