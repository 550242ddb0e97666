"""Citations of legal products in the many ways people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inovasi_ai.text import (
    Document,
    Regulation,
    format_regulation,
    number_in_words,
    parse_regulation,
    regulation_key,
)


@pytest.mark.parametrize(
    ("written", "kind", "number", "year", "issuer", "level"),
    [
        ("UU Nomor 24 Tahun 2013", "UU", "24", 2013, None, "pusat"),
        ("Undang-undang No.24/2013", "UU", "24", 2013, None, "pusat"),
        ("UU 24/2013", "UU", "24", 2013, None, "pusat"),
        ("PP 38 Tahun 2017", "PP", "38", 2017, None, "pusat"),
        ("Permendagri No. 104 Th. 2018", "Permen", "104", 2018, "Dalam Negeri", "pusat"),
        ("Peraturan Menteri Dalam Negeri Nomor 104 Tahun 2018", "Permen", "104", 2018, "Dalam Negeri", "pusat"),
        ("Perda Kab. Contoh No. 5 Tahun 2020", "Perda", "5", 2020, "Kabupaten Contoh", "daerah"),
        ("Peraturan Daerah Kabupaten Contoh Nomor 5 Tahun 2020", "Perda", "5", 2020, "Kabupaten Contoh", "daerah"),
        ("Perbup Contoh Nomor 12/2021", "Perbup", "12", 2021, "Bupati Contoh", "daerah"),
        ("Peraturan Walikota Contoh Nomor 5 Tahun 2020", "Perwali", "5", 2020, "Wali Kota Contoh", "daerah"),
        ("Keputusan Bupati Contoh Nomor 188/214/2024", "Kepbup", "188/214/2024", 2024, "Bupati Contoh", "daerah"),
        ("SK Bupati No. 188.45/123/KPTS/2024", "Kepbup", "188.45/123/KPTS/2024", 2024, None, "daerah"),
        (
            "SK Kepala Dinas Kesehatan Nomor 440/12/2024",
            "SK",
            "440/12/2024",
            2024,
            "Kepala Dinas Kesehatan",
            "instansi",
        ),
        ("SK Bupati Contoh Nomor 188/12 tanggal 5 Maret 2020", "Kepbup", "188/12", 2020, "Bupati Contoh", "daerah"),
        ("Surat Edaran Bupati Contoh Nomor 5 Tahun 2023", "SE", "5", 2023, "Bupati Contoh", "daerah"),
        ("Instruksi Bupati Contoh Nomor 1 Tahun 2022", "Inbup", "1", 2022, "Bupati Contoh", "daerah"),
        ("Perdes Sukamaju Nomor 3 Tahun 2021", "Perdes", "3", 2021, "Sukamaju", "desa"),
        ("Qanun Kabupaten Contoh Nomor 2 Tahun 2019", "Qanun", "2", 2019, "Kabupaten Contoh", "daerah"),
        ("Peraturan BPOM Nomor 5 Tahun 2020", "Peraturan Badan", "5", 2020, "BPOM", "pusat"),
        ("Inpres Nomor 3 Tahun 2003", "Inpres", "3", 2003, None, "pusat"),
        ("Perda Kabupaten Contoh Tahun 2020", "Perda", None, 2020, "Kabupaten Contoh", "daerah"),
        ("SK Bupati", "Kepbup", None, None, None, "daerah"),
        ("UUD 1945", "UUD", None, 1945, None, "pusat"),
        ("Perbub Contoh No. 7 Tahun 2012", "Perbup", "7", 2012, "Bupati Contoh", "daerah"),
        ("Keputusan Direksi PDAM Contoh Nomor 12 Tahun 2013", "SK", "12", 2013, "Direksi PDAM Contoh", "instansi"),
        ("Keputusan DPRD Contoh Nomor 3 Tahun 2010", "SK", "3", 2010, "DPRD Contoh", "instansi"),
        ("Peraturan Kepala BPN Nomor 1 Tahun 2010", "Peraturan Badan", "1", 2010, "BPN", "pusat"),
        ("Perkap Nomor 9 Tahun 2012", "Peraturan Badan", "9", 2012, None, "pusat"),
        ("Peraturan Wali Nagari Contoh Nomor 3 Tahun 2012", "Perdes", "3", 2012, "Contoh", "desa"),
        ("Peraturan Bersama Menteri Nomor 5 Tahun 2010", "Peraturan Bersama", "5", 2010, None, "pusat"),
    ],
)
def test_a_citation_is_read_whatever_its_form(
    written: str, kind: str, number: str | None, year: int | None, issuer: str | None, level: str
) -> None:
    found = parse_regulation(written)
    assert found is not None
    assert (found.kind, found.number, found.year, found.issuer, found.level) == (kind, number, year, issuer, level)
    assert parse_regulation(format_regulation(found)) == found
    again = parse_regulation(
        f"{kind} {issuer or ''} {'Nomor ' + number if number else ''} {f'Tahun {year}' if year else ''}"
    )
    assert again is not None
    assert regulation_key(again) == regulation_key(found)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("PermenPANRB 91/2021", "Peraturan Menteri PAN dan RB Nomor 91 Tahun 2021"),
        ("Keputusan Walikota Contoh No. 5/2020", "Keputusan Wali Kota Contoh Nomor 5 Tahun 2020"),
        ("SK Bupati Contoh Nomor 188/214/2024", "Keputusan Bupati Contoh Nomor 188/214 Tahun 2024"),
        ("Perpu 1/2020", "Peraturan Pemerintah Pengganti Undang-Undang Nomor 1 Tahun 2020"),
    ],
)
def test_two_forms_of_one_citation_have_one_key(one: str, other: str) -> None:
    first, second = parse_regulation(one), parse_regulation(other)
    assert first is not None
    assert second is not None
    assert regulation_key(first) == regulation_key(second)


@pytest.mark.parametrize("written", ["", "abc", "peraturan itu", "UU Nomor 24 Tahun 2013 mewajibkan pencatatan"])
def test_what_is_not_one_citation_gives_none(written: str) -> None:
    assert parse_regulation(written) is None


def _found(text: str) -> list[tuple[str, str | None, int | None]]:
    return [(m.regulation.kind, m.regulation.number, m.regulation.year) for m in Document(text).regulations]


def test_a_list_of_numbers_yields_one_citation_each() -> None:
    assert _found("Sesuai UU Nomor 25 Tahun 2009 dan Nomor 23 Tahun 2014, pelayanan wajib diberikan.") == [
        ("UU", "25", 2009),
        ("UU", "23", 2014),
    ]


def test_the_title_ends_where_the_sentence_goes_on() -> None:
    text = "Berdasarkan PP Nomor 38 Tahun 2017 tentang Inovasi Daerah yang memberi ruang bagi daerah."
    (mention,) = Document(text).regulations
    assert mention.text == "PP Nomor 38 Tahun 2017 tentang Inovasi Daerah"
    assert mention.regulation.about == "Inovasi Daerah"


def test_an_amending_act_and_the_act_it_amends_are_two() -> None:
    text = (
        "UU Nomor 9 Tahun 2015 tentang Perubahan Kedua atas "
        "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah"
    )
    assert _found(f"{text} mengatur hal itu.") == [("UU", "9", 2015), ("UU", "23", 2014)]
    whole = parse_regulation(text)
    assert whole is not None
    assert whole.about is not None
    assert whole.about.endswith("tentang Pemerintahan Daerah")


def test_a_kind_without_number_year_or_title_is_no_citation() -> None:
    assert _found("Peraturan daerah dan keputusan bupati sedang disusun, SE menyusul.") == []
    assert _found("Perda tentang Inovasi Daerah sedang disusun.") == [("Perda", None, None)]


_KINDS = st.sampled_from(["UU", "PP", "Perpres", "Perda", "Perbup", "Kepbup", "SK", "SE", "Perdes", "Permen", "Ingub"])


@given(_KINDS, st.integers(1, 999), st.integers(1945, 2049), st.none() | st.integers(1, 999).map(number_in_words))
def test_what_is_formatted_is_read_back(kind: str, number: int, year: int, title: str | None) -> None:
    bare = parse_regulation(kind)
    assert bare is not None
    regulation = Regulation(kind, str(number), year, None, title.title() if title else None, bare.level)
    assert parse_regulation(format_regulation(regulation)) == regulation


@given(st.text(max_size=80))
def test_no_text_raises(text: str) -> None:
    parse_regulation(text)
    parse_regulation(f"UU {text}")


@pytest.mark.parametrize(
    ("text", "issuer", "number", "year"),
    [
        ("Permenkes RI No. 492/Menkes/Per/IV/2010", "Kesehatan", "492/Menkes/Per/IV/2010", 2010),
        ("UU Nomor 20 B Tahun 2006", None, "20 B", 2006),
        ("Permenpan RB Nomor 62 Tahun 2018", "Pendayagunaan Aparatur Negara dan Reformasi Birokrasi", "62", 2018),
        ("Permenpan dan RB No. 62/2018", "Pendayagunaan Aparatur Negara dan Reformasi Birokrasi", "62", 2018),
    ],
)
def test_serials_with_letters_and_ministries_with_the_republic(
    text: str, issuer: str | None, number: str, year: int
) -> None:
    regulation = parse_regulation(text)
    assert regulation is not None
    assert (regulation.issuer, regulation.number, regulation.year) == (issuer, number, year)


def test_a_mayor_is_named_with_his_city_once() -> None:
    regulation = parse_regulation("Peraturan Wali Kota Kota Yogyakarta Nomor 5 Tahun 2020")
    assert regulation is not None
    assert format_regulation(regulation) == "Peraturan Wali Kota Yogyakarta Nomor 5 Tahun 2020"
