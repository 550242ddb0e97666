"""Word documents as offices lay them out: forms as tables, bold labels, heading styles, numbered lists, text boxes."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument

from inovasi_ai import check, load_narrative
from inovasi_ai.sources import Narrative


def read(document: WordDocument, tmp_path: Path) -> Narrative:
    path = tmp_path / "a.docx"
    document.save(str(path))
    return load_narrative(path)


def table(document: WordDocument, rows: list[tuple[str, ...]]) -> None:
    made = document.add_table(len(rows), len(rows[0]))
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells):
            made.cell(row, column).text = text


@pytest.mark.parametrize(
    "rows",
    [
        [("Tujuan Inovasi", "Mempercepat layanan akta."), ("Manfaat", "Warga memperoleh akta.\nOngkos turun.")],
        [
            ("1", "Tujuan Inovasi", "Mempercepat layanan akta."),
            ("2.", "Manfat", "Warga memperoleh akta.\nOngkos turun."),
        ],
        [("Tujuan", ":", "Mempercepat layanan akta."), ("MANFAAT", ":", "Warga memperoleh akta.\nOngkos turun.")],
        [("a.", "Tujuan :", "Mempercepat layanan akta."), ("b.", "Manfaat :", "Warga memperoleh akta.\nOngkos turun.")],
    ],
)
def test_a_form_laid_out_as_a_table_is_read_by_its_left_column(tmp_path: Path, rows: list[tuple[str, ...]]) -> None:
    document = docx.Document()
    document.add_paragraph("PROFIL INOVASI")
    table(document, rows)
    texts = {section.id: section.text for section in read(document, tmp_path).sections if section.id}
    assert texts == {"tujuan": "Mempercepat layanan akta.", "manfaat": "Warga memperoleh akta.\nOngkos turun."}


def test_rows_of_a_table_of_figures_stay_together_and_lead_back_to_their_cells(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Hasil Inovasi")
    table(document, [("No", "Uraian", "Sebelum", "Sesudah"), ("1", "Waktu tunggu", "14 hari", "2 hari")])
    narrative = read(document, tmp_path)
    (section,) = narrative.sections
    assert section.text == "No | Uraian | Sebelum | Sesudah\nWaktu tunggu | 14 hari | 2 hari"
    assert narrative.position(section, section.text.index("14 hari")) == (8, 0)
    assert narrative.locate(section, section.text.index("2 hari")) == "tabel 1, baris 2"


def test_long_cells_are_paragraphs_of_their_own(tmp_path: Path) -> None:
    document = docx.Document()
    long = "Warga datang sekali dan akta terbit dalam dua hari kerja tanpa biaya apa pun. " * 3
    table(document, [("Keadaan", long.strip()), ("Sesudah", long.strip())])
    (section,) = read(document, tmp_path).sections
    assert section.text.split("\n") == ["Keadaan", long.strip(), "Sesudah", long.strip()]


def test_heading_styles_and_bold_lines_open_sections_though_they_go_on(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Tujuan Inovasi SIAGA AKTA", 2)
    document.add_paragraph("Mempercepat layanan.")
    document.add_paragraph().add_run("Manfaat Inovasi Bagi Warga").bold = True
    document.add_paragraph("Warga memperoleh akta.")
    paragraph = document.add_paragraph()
    paragraph.add_run("Hasil:").bold = True
    paragraph.add_run(" akta terbit.")
    document.add_paragraph("Tujuan Inovasi Daerah Lain disebut di sini tanpa huruf tebal")
    texts = [(section.id, section.text) for section in read(document, tmp_path).sections]
    assert texts == [
        ("tujuan", "Mempercepat layanan."),
        ("manfaat", "Warga memperoleh akta."),
        ("hasil", "akta terbit.\nTujuan Inovasi Daerah Lain disebut di sini tanpa huruf tebal"),
    ]


def test_bold_that_is_switched_off_is_not_bold(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph()
    paragraph.add_run("Hasil:").bold = False
    paragraph.add_run(" akta terbit.")
    assert [section.id for section in read(document, tmp_path).sections] == [None]


def test_a_numbered_heading_of_word_s_own_opens_a_section(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Tujuan", style="List Number")
    document.add_paragraph("Mempercepat layanan.")
    document.add_paragraph("mendata anak", style="List Number")
    (section,) = read(document, tmp_path).sections
    assert (section.id, section.text) == ("tujuan", "Mempercepat layanan.\n- mendata anak")


def test_a_table_within_a_table_is_read_once(tmp_path: Path) -> None:
    document = docx.Document()
    outer = document.add_table(1, 2)
    outer.cell(0, 0).text = "Tujuan"
    cell = outer.cell(0, 1)
    cell.text = "Mempercepat layanan."
    inner = cell.add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "Awal", "14 hari"
    (section,) = read(document, tmp_path).sections
    assert section.id == "tujuan"
    assert section.text.split() == ["Mempercepat", "layanan.", "Awal", "|", "14", "hari"]


def test_findings_in_a_cell_say_its_table_and_row(tmp_path: Path) -> None:
    document = docx.Document()
    table(document, [("Tujuan", "Mempercepat perijinan warga.")])
    found = [finding for finding in check(read(document, tmp_path)).findings if finding.excerpt == "perijinan"]
    assert [(finding.place, finding.section) for finding in found] == [("tabel 1, baris 1", "tujuan")]
