"""Names of agencies, places and programmes."""

from inovasi_ai.text import Document


def _names(text: str) -> list[tuple[str, str]]:
    return [(mention.text, mention.kind) for mention in Document(text).names]


def test_heads_with_capitals_are_names() -> None:
    text = (
        "Dinas Kependudukan dan Pencatatan Sipil Kabupaten Contoh bersama Bappeda, Puskesmas Mawar, "
        "dan RSUD Contoh melayani "
        "Kecamatan Melati dan Desa Sukamaju lewat Program Antar Akta."
    )
    assert _names(text) == [
        ("Dinas Kependudukan dan Pencatatan Sipil Kabupaten Contoh", "agency"),
        ("Bappeda", "agency"),
        ("Puskesmas Mawar", "agency"),
        ("RSUD Contoh", "agency"),
        ("Kecamatan Melati", "place"),
        ("Desa Sukamaju", "place"),
        ("Program Antar Akta", "programme"),
    ]


def test_common_nouns_and_years_are_no_names() -> None:
    assert _names("Program ini dijalankan dinas di 12 desa. Dinas membantu.") == []
    assert _names("Dinas Kesehatan Tahun 2023") == [("Dinas Kesehatan", "agency")]


def test_the_issuer_of_a_citation_belongs_to_the_citation() -> None:
    assert _names("Perda Kabupaten Contoh Nomor 5 Tahun 2020 berlaku.") == []
