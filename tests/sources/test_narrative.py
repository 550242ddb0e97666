from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inovasi_ai import check
from inovasi_ai.errors import TextError
from inovasi_ai.sources import Narrative, NarrativeSection, load_narrative, split_sections
from tests.examples import loaded

HEADINGS = {
    "rancang_bangun": [
        "Rancang Bangun dan Pokok Perubahan yang Dilakukan",
        "Rancang Bangun dan Pokok Perubahan",
        "Rancang Bangun",
    ],
    "tujuan": ["Tujuan Inovasi Daerah", "Tujuan Inovasi", "Tujuan"],
    "manfaat": ["Manfaat yang Diperoleh", "Manfaat Inovasi", "Manfaat"],
    "hasil": ["Hasil Inovasi", "Hasil"],
}

TEXT = """\
# ANTAR AKTA

Daftar isi
1. Rancang Bangun
2. Tujuan

**A. RANCANG BANGUN DAN POKOK PERUBAHAN YANG DILAKUKAN**
Dasar Hukum
Inovasi ini berpijak pada UU Nomor 24 Tahun 2013.
Permasalahan: tujuan layanan belum tercapai.

B. Tujuan Inovasi Daerah :
Meningkatkan kepemilikan akta.

III. MANFAAT: warga memperoleh akta di desa.

## Hasil Inovasi ANTAR AKTA
a) terbit 1.706 akta;
"""


def ids(sections: tuple[NarrativeSection, ...]) -> list[str | None]:
    return [section.id for section in sections]


def load_text(tmp_path: Path, content: bytes) -> Narrative:
    path = tmp_path / "naskah.md"
    path.write_bytes(content)
    return load_narrative(path, headings=HEADINGS)


def test_a_text_is_cut_at_the_form_s_headings() -> None:
    sections = split_sections(TEXT, HEADINGS)
    assert ids(sections) == [None, "rancang_bangun", "tujuan", "manfaat", "hasil"]
    texts = {section.id: section.text for section in sections}
    assert texts["rancang_bangun"].startswith("Dasar Hukum\n")
    assert texts["rancang_bangun"].endswith("belum tercapai.")
    assert texts["tujuan"] == "Meningkatkan kepemilikan akta."
    assert texts["manfaat"] == "warga memperoleh akta di desa."
    assert texts["hasil"] == "a) terbit 1.706 akta;"
    assert all(TEXT[section.start : section.end] == section.text for section in sections)


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("RANCANG BANGUN DAN POKOK PERUBAHAN", "rancang_bangun"),
        ("2. Tujuan Inovasi Daerah :", "tujuan"),
        ("II) TUJUAN", "tujuan"),
        ("a) Manfaat", "manfaat"),
        ("(b) Manfaat", "manfaat"),
        ("2.1 Hasil Inovasi", "hasil"),
        ("BAB III HASIL INOVASI", "hasil"),
        ("### __Hasil__", "hasil"),
        ("- **Tujuan**:", "tujuan"),
        ("> Tujuan", "tujuan"),
        ("Tujaun", "tujuan"),
        ("Manfat yang Diperoleh", "manfaat"),
        ("Rancang Bagun dan Pokok Perubahan yg Dilakukan", "rancang_bangun"),
        ("C. MANFAAT INOVASI ANTAR AKTA BAGI WARGA", "manfaat"),
        ("  tujuan inovasi  ", "tujuan"),
    ],
)
def test_headings_are_known_as_people_type_them(line: str, section: str) -> None:
    assert ids(split_sections(f"{line}\nIsi bagian.", HEADINGS)) == [section]


@pytest.mark.parametrize(
    "line",
    [
        "Tujuan dari inovasi ini adalah mempercepat layanan.",
        "Dasar Hukum",
        "3. Isu Strategis",
        "Keunggulan dan Kebaharuan",
        "Hasil: akta terbit",
        "Hasil pengukuran menunjukkan kenaikan.",
        "Basil",
        "1. Hasil survei kepuasan",
        "Manfaat itu dirasakan warga;",
    ],
)
def test_running_text_and_elements_are_no_headings(line: str) -> None:
    assert ids(split_sections(f"{line}\nIsi bagian.", HEADINGS)) == [None]


def test_without_headings_the_text_is_one_section() -> None:
    (section,) = split_sections("  Satu naskah utuh.\n", {})
    assert (section.id, section.text, section.start) == (None, "Satu naskah utuh.", 2)


def test_an_empty_section_stays_so_that_it_can_be_told() -> None:
    assert [(section.id, section.text) for section in split_sections("Tujuan\n\nManfaat\nAda.", HEADINGS)] == [
        ("tujuan", ""),
        ("manfaat", "Ada."),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_places_in_a_text_are_lines(tmp_path: Path, end: str) -> None:
    narrative = load_text(tmp_path, TEXT.replace("\n", end).encode("utf-8-sig"))
    assert narrative.title == "ANTAR AKTA"
    by_id = {section.id: section for section in narrative.sections}
    build = by_id["rancang_bangun"]
    assert narrative.locate(build, build.text.index("UU Nomor 24")) == "baris 9"
    assert narrative.locate(by_id["manfaat"], 0) == "baris 15"
    assert narrative.position(by_id["hasil"], 3) == (18, 3)


def word_document(tmp_path: Path) -> Path:
    document = docx.Document()
    document.add_paragraph("Profil ANTAR AKTA", style="Title")
    document.add_heading("Rancang Bangun", 1)
    document.add_paragraph("Dasar Hukum")
    paragraph = document.add_paragraph("Layanan ")
    paragraph.add_run("diantar").bold = True
    paragraph.add_run(" ke desa.")
    document.add_paragraph("mendata anak", style="List Number")
    document.add_paragraph("TUJUAN INOVASI")
    document.add_paragraph("Meningkatkan\tkepemilikan.")
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "Manfaat"
    table.cell(0, 1).text = "Warga memperoleh akta."
    path = tmp_path / "naskah.docx"
    document.save(str(path))
    return path


def test_a_word_document_is_read_with_its_tables_and_places(tmp_path: Path) -> None:
    narrative = load_narrative(word_document(tmp_path), headings=HEADINGS)
    assert narrative.title == "Profil ANTAR AKTA"
    assert ids(narrative.sections) == ["rancang_bangun", "tujuan", "manfaat"]
    by_id = {section.id: section for section in narrative.sections}
    assert by_id["rancang_bangun"].text == "Dasar Hukum\nLayanan diantar ke desa.\n- mendata anak"
    assert by_id["tujuan"].text == "Meningkatkan\tkepemilikan."
    assert by_id["manfaat"].text == "Warga memperoleh akta."
    build = by_id["rancang_bangun"]
    assert narrative.locate(build, build.text.index("ke desa")) == "paragraf 4, “Layanan diantar ke desa.”"
    assert narrative.position(build, build.text.index("anak")) == (5, len("mendata "))
    assert narrative.text[build.start : build.end] == build.text


def zipped(entries: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return buffer.getvalue()


W = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
ENTITIES = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
WHOLE = zipped({"word/document.xml": W + b"<w:p><w:r><w:t>Isi.</w:t></w:r></w:p></w:body></w:document>"})


def test_deleted_text_fallbacks_and_field_codes_of_a_word_document_are_not_read(tmp_path: Path) -> None:
    body = (
        b'<w:p><w:r><w:t>Tetap</w:t><w:br/><w:noBreakHyphen/><w:t xml:space="preserve"> ada.</w:t></w:r>'
        b"<w:del><w:r><w:delText>Terhapus.</w:delText></w:r></w:del><w:r><w:instrText>PAGE</w:instrText></w:r>"
        b'<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        b"<mc:Choice><w:txbxContent><w:p><w:r><w:t>Kotak.</w:t></w:r></w:p></w:txbxContent></mc:Choice>"
        b"<mc:Fallback><w:p><w:r><w:t>Kotak.</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:p>"
    )
    path = tmp_path / "a.docx"
    path.write_bytes(zipped({"word/document.xml": W + body + b"</w:body></w:document>"}))
    (section,) = load_narrative(path, headings={}).sections
    assert sorted(section.text.split("\n")) == ["- ada.", "Kotak.", "Tetap"]


BAD_TEXTS = {
    "empty": ("a.md", b"", "kosong"),
    "white space": ("a.txt", b" \n\t\n", "kosong"),
    "binary": ("a.txt", b"\0\1\2", "bukan teks"),
    "latin-1": ("a.md", "Tujuan\nkafé".encode("latin-1"), "UTF-8"),
    "too long": ("a.txt", b"a" * 2_000_001, "terlalu panjang"),
    "too large": ("a.txt", b"a" * (20 * 1024 * 1024 + 1), "terlalu besar"),
    "Word by the name of a text": ("a.md", WHOLE, "bukan teks"),
    "facts": ("a.yaml", b"nama_inovasi: A", "berkas fakta"),
    "PDF": ("a.pdf", b"%PDF-1.7", "belum dapat dibaca"),
    "unknown kind": ("a.png", b"\x89PNG", "tidak dikenal"),
    "no suffix": ("naskah", b"Isi.", "tidak dikenal"),
    "text by the name of Word": ("a.docx", b"Tujuan\nIsi", "rusak"),
    "cut off": ("a.docx", WHOLE[: len(WHOLE) // 2], "rusak"),
    "damaged inside": ("a.docx", WHOLE[:45] + b"\xff\xff\xff\xff" + WHOLE[49:], "rusak"),
    "broken XML": ("a.docx", zipped({"word/document.xml": W + b"<w:p>"}), "rusak"),
    "workbook": ("a.docx", zipped({"xl/workbook.xml": b"<x/>"}), "Excel"),
    "old or locked": ("a.docx", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "sandi"),
    "empty document": ("a.docx", zipped({"word/document.xml": W + b"</w:body></w:document>"}), "kosong"),
    "entities": ("a.docx", zipped({"word/document.xml": ENTITIES + b"<x>&b;</x>"}), "tidak wajar"),
    "deep XML": ("a.docx", zipped({"word/document.xml": W + b"<w:p>" * 100_000}), "terlalu dalam"),
    "bomb": ("a.docx", zipped({"word/document.xml": W + b" " * (65 * 1024 * 1024)}), "terlalu besar"),
}


@pytest.mark.parametrize("kind", BAD_TEXTS)
def test_bad_texts_are_told_clearly(kind: str, tmp_path: Path) -> None:
    name, content, says = BAD_TEXTS[kind]
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(TextError) as caught:
        load_narrative(path, headings=HEADINGS)
    assert says in str(caught.value)
    assert caught.value.problems[0].file == str(path)


def test_missing_text_and_folder(tmp_path: Path) -> None:
    (tmp_path / "naskah.docx").write_bytes(WHOLE)
    with pytest.raises(TextError) as caught:
        load_narrative(tmp_path / "nashkah.docx")
    assert caught.value.problems[0].suggestion == str(tmp_path / "naskah.docx")
    with pytest.raises(TextError, match="folder"):
        load_narrative(tmp_path)


lines = st.lists(
    st.one_of(
        st.text(max_size=30),
        st.sampled_from(
            ["Tujuan", "## Hasil:", "MANFAAT: ada", "1. RANCANG BANGUN", "\u2028", "\x0c", "İ Tujuan", "**"]
        ),
    ),
    max_size=12,
)


@settings(max_examples=200)
@given(lines)
def test_sections_are_in_order_and_point_into_the_text(parts: list[str]) -> None:
    text = "\n".join(parts)
    end = 0
    for section in split_sections(text, HEADINGS):
        assert end <= section.start <= section.end <= len(text)
        assert text[section.start : section.end] == section.text == section.text.strip()
        end = section.end


def test_hostile_lines_take_linear_time() -> None:
    for line in ("#" * 200_000, "1." * 100_000, "Tujuan" + " " * 200_000 + ":", ("a: " * 50 + "\n") * 2_000):
        assert ids(split_sections(line, HEADINGS)) == [None]


def test_a_markdown_heading_of_the_first_order_is_the_title_and_no_text(tmp_path: Path) -> None:
    path = tmp_path / "pasar.md"
    path.write_text("# Pasar Tani Jumat\n\nPetani berjualan langsung.\n", encoding="utf-8")
    narrative = load_narrative(path)
    assert narrative.title == "Pasar Tani Jumat"
    assert [section.text for section in narrative.sections] == ["Petani berjualan langsung."]
    assert narrative.locate(narrative.sections[0], 0) == "baris 3"
    path.write_text("# Tujuan\n\nPetani berjualan langsung.\n", encoding="utf-8")
    assert load_narrative(path).title == "pasar"


def test_the_form_s_name_of_the_innovation_is_the_title_unless_the_facts_have_one(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("PROFIL INOVASI DAERAH", 0)
    table = document.add_table(0, 3)
    rows = [("Nama Inovasi", "SIPANDU DESA"), ("Tahapan Inovasi", "Penerapan"), ("Jenis Inovasi", "Digital")]
    for number, (label, value) in enumerate(rows, start=1):
        for cell, text in zip(table.add_row().cells, (str(number), label, value), strict=True):
            cell.text = text
    document.add_heading("Tujuan", 1)
    document.add_paragraph("Mempercepat layanan.")
    path = tmp_path / "a.docx"
    document.save(str(path))
    narrative = load_narrative(path)
    assert narrative.title == "SIPANDU DESA"
    innovation = loaded("mas_jos")
    assert check(narrative).title == "SIPANDU DESA"
    assert check(narrative, innovation).title == innovation.nama_inovasi
