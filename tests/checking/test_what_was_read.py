"""What of a file was read as which section, said where the reader should look again."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from inovasi_ai import check, draft, export, load_narrative
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
    document.add_heading("Latar Belakang Kegiatan", 1)
    document.add_paragraph("Tujuan")
    document.add_paragraph("Mempercepat layanan.")
    picture = Path(__file__).resolve().parents[2] / "docs" / "gambar" / "contoh.png"
    document.add_picture(str(picture))
    path = tmp_path / "a.docx"
    document.save(str(path))
    (unread,) = findings(path, "tidak_dibaca")
    assert "1 gambar" in unread.message
    (other,) = findings(path, "judul_lain")
    assert "Latar Belakang Kegiatan (paragraf 2)" in other.message


@pytest.mark.parametrize("name", [*COMPLETE, INCOMPLETE])
@pytest.mark.parametrize("suffix", [".docx", ".md"])
def test_an_exported_draft_is_read_without_a_word(tmp_path: Path, name: str, suffix: str) -> None:
    innovation = loaded(name)
    path = export(draft(innovation), tmp_path / f"a{suffix}", innovation=innovation)
    assert [f for rule in ("bagian", "judul_lain", "tidak_dibaca") for f in findings(path, rule)] == []


def test_texts_and_drafts_have_nothing_to_say(tmp_path: Path) -> None:
    assert not [f for f in check("Tujuan\nMempercepat layanan.").findings if f.rule.startswith("naskah.")]
