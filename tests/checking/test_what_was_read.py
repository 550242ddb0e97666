"""What of a file was read as which section, said where the reader should look again."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from inovasi_ai import check, draft, export, load_narrative, load_rubric
from inovasi_ai.domain.report import Finding
from tests.examples import COMPLETE, INCOMPLETE, loaded


def findings(path: Path, rule: str) -> list[Finding]:
    return [finding for finding in check(load_narrative(path)).findings if finding.rule == f"naskah.{rule}"]


def text_file(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "naskah.md"
    path.write_text(text, encoding="utf-8")
    return path


def test_sections_without_a_heading_are_named_and_those_found_with_their_place(tmp_path: Path) -> None:
    (finding,) = findings(
        text_file(tmp_path, "Pembuka.\n\nTujuan\nMempercepat layanan.\n\nHASIL\nTercapai.\n"), "bagian"
    )
    assert "Tujuan Inovasi Daerah (baris 4); Hasil Inovasi (baris 7)" in finding.message
    assert "Manfaat yang Diperoleh" in finding.fix
    assert finding.severity == "info"


def test_a_text_without_any_heading_is_said_to_be_one(tmp_path: Path) -> None:
    (finding,) = findings(text_file(tmp_path, "Mempercepat layanan.\n"), "bagian")
    assert "Tidak ada judul bagian yang dikenali" in finding.message


def test_headings_that_are_not_the_form_s_are_told_and_elements_are_not(tmp_path: Path) -> None:
    path = text_file(tmp_path, "# SIAGA\n\n## Rancang Bangun\n### Dasar Hukum\nAda.\n### 2. Anggaran Kegiatan\nAda.\n")
    (finding,) = findings(path, "judul_lain")
    assert "Anggaran Kegiatan (baris 6)" in finding.message
    assert "Dasar Hukum" not in finding.message
    assert "SIAGA" not in finding.message


def test_pictures_of_a_word_document_are_not_read_and_that_is_said(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("SIAGA AKTA", 0)
    document.add_heading("Anggaran Kegiatan", 1)
    document.add_paragraph("Tujuan")
    document.add_paragraph("Mempercepat layanan.")
    picture = Path(__file__).resolve().parents[2] / "docs" / "gambar" / "contoh.png"
    document.add_picture(str(picture))
    path = tmp_path / "a.docx"
    document.save(str(path))
    (unread,) = findings(path, "tidak_dibaca")
    assert "1 gambar" in unread.message
    (other,) = findings(path, "judul_lain")
    assert "Anggaran Kegiatan (paragraf 2)" in other.message


@pytest.mark.parametrize("name", [*COMPLETE, INCOMPLETE])
@pytest.mark.parametrize("suffix", [".docx", ".md"])
def test_an_exported_draft_is_read_without_a_word(tmp_path: Path, name: str, suffix: str) -> None:
    innovation = loaded(name)
    path = export(draft(innovation), tmp_path / f"a{suffix}", innovation=innovation)
    assert [f for rule in ("bagian", "judul_lain", "tidak_dibaca") for f in findings(path, rule)] == []


def test_texts_and_drafts_have_nothing_to_say(tmp_path: Path) -> None:
    assert not [f for f in check("Tujuan\nMempercepat layanan.").findings if f.rule.startswith("naskah.")]


@pytest.mark.parametrize(
    ("heading", "element"),
    [
        ("KEUNGULAN DAN KEBARUAN", "keunggulan_kebaharuan"),
        ("III. ISSUE STATEGIS", "isu_strategis"),
        ("I. DASAR HUKUN", "dasar_hukum"),
        ("LATAR BELAKANG PERMASALAHN", "permasalahan"),
        ("Metoda Pembaharuan", "metode_pembaharuan"),
        ("Tahapan Penggunan Produk", "tahapan_penggunaan"),
    ],
)
def test_a_misspelt_heading_is_recognised_and_told_with_its_right_spelling(
    tmp_path: Path, heading: str, element: str
) -> None:
    path = text_file(tmp_path, f"Rancang Bangun\n{heading}\nWarga datang ke kantor.\n")
    (finding,) = findings(path, "judul_salah_tulis")
    title = load_rubric("iga-2026").elements[element].title
    assert f"“{heading}” (baris 2) dibaca sebagai {title}" in finding.message


def test_a_misspelt_heading_of_a_section_is_told_and_a_well_spelt_one_is_not(tmp_path: Path) -> None:
    path = text_file(tmp_path, "TUJUAN INOVSI\nMempercepat layanan.\nManfaat\nCepat.\nHasil Inovasi\nTercapai.\n")
    (finding,) = findings(path, "judul_salah_tulis")
    assert "“TUJUAN INOVSI” (baris 1) dibaca sebagai Tujuan Inovasi Daerah." in finding.message


@pytest.mark.parametrize(
    "heading",
    ["Tahapan Penggunaan Inovasi", "Tahapan Penggunaan Layanan Keliling", "TAHAPAN SIAGA AKTA", "### Tahapan kegiatan"],
)
def test_a_heading_with_other_further_words_is_the_form_s(tmp_path: Path, heading: str) -> None:
    steps = "1. Warga mendaftar di loket.\n2. Petugas memeriksa berkas.\n3. Kepala dinas menandatangani akta.\n"
    report = check(load_narrative(text_file(tmp_path, f"Rancang Bangun\n{heading}\n{steps}")))
    verdict = report.verdicts["rancang_bangun"]["tahapan_penggunaan"]
    assert verdict.confidence == "high"
    assert verdict.found_in is None


def test_running_text_that_begins_like_a_heading_stays_text(tmp_path: Path) -> None:
    text = "Rancang Bangun\nDasar hukum\nAda.\n- Metode Ceramah\nMasalah ini lama dikeluhkan warga desa\n"
    report = check(load_narrative(text_file(tmp_path, text)))
    assert report.word_counts["rancang_bangun"] == 9
    assert not findings(tmp_path / "naskah.md", "judul_salah_tulis")


_ELEMENTS = "BERSERI\nDinas Contoh\n\nDasar Hukum\nPerda Nomor 4 Tahun 2016.\n\nPermasalahan\nSampah menumpuk.\n"


def test_headings_of_elements_open_the_section_that_has_no_heading(tmp_path: Path) -> None:
    path = text_file(tmp_path, f"{_ELEMENTS}\nTujuan\nMengurangi sampah.\n")
    report = check(load_narrative(path))
    assert report.word_counts["rancang_bangun"] == 7
    assert [finding.section for finding in report.findings if finding.rule == "syarat.panjang"] == ["rancang_bangun"]
    (finding,) = findings(path, "bagian")
    assert "Rancang bangun dan pokok perubahan yang dilakukan (baris 4, dari judul unsurnya)" in finding.message
    assert check(_ELEMENTS).word_counts["rancang_bangun"] == 7


def test_one_heading_of_an_element_makes_no_section_and_the_length_is_said_to_be_unchecked(tmp_path: Path) -> None:
    path = text_file(tmp_path, "Pasar tani dibuka setiap Jumat.\n\nRegulasi\nBelum ada.\n")
    report = check(load_narrative(path))
    assert "rancang_bangun" not in report.word_counts
    (finding,) = [one for one in report.findings if one.rule == "syarat.panjang_tidak_diperiksa"]
    assert "sedikitnya 300 kata; seluruh naskah ini memuat 7 kata" in finding.message
    assert finding.severity == "warning"
    long = check("Petugas mendata warga di desa. " * 100)
    assert [one.severity for one in long.findings if one.rule == "syarat.panjang_tidak_diperiksa"] == ["info"]
