"""Flags as readers see them: in the page, and on the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from inovasi_ai import check
from inovasi_ai.cli import main
from inovasi_ai.exporting.html import html_page

TEXTS = {
    "manfaat": "Sebanyak 512 keluarga memperoleh air bersih.",
    "hasil": "Layanan berjalan baik. Layanan ini diharapkan menekan genangan.",
}


def test_the_page_shows_each_flag_with_the_words_that_carry_it() -> None:
    page = html_page(None, check(TEXTS))
    table = page.partition('id="tanda"')[2].partition("</section>")[0]
    assert "ukuran yang dapat dihitung" in table
    assert "<q>Sebanyak 512 keluarga memperoleh air bersih.</q>" in table
    wish = table.rpartition("harapan yang ditulis sebagai hasil")[2].partition("</tr>")[0]
    assert 'class="lencana partial">ada<' in wish  # it is there, and it should not be
    assert "<q>Layanan ini diharapkan menekan genangan.</q>" in wish


def test_a_page_without_such_sections_has_no_flags() -> None:
    assert 'id="tanda"' not in html_page(None, check("Layanan berjalan baik."))


def test_the_terminal_says_what_is_there_what_is_not_and_what_should_not_be(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "naskah.txt"
    file.write_text(f"Hasil Inovasi\n{TEXTS['hasil']}\n", encoding="utf-8")
    main(["check", str(file), "--explain"])
    said = capsys.readouterr().out
    line = next(line for line in said.splitlines() if line.startswith("• Hasil Inovasi — "))
    assert "tidak ada: ukuran yang dapat dihitung" in line
    assert "perlu diperbaiki: harapan yang ditulis sebagai hasil" in line
    assert "harapan yang ditulis sebagai hasil, lewat aturan “bahasa.janji_hasil”" in said


def test_the_rubric_shows_its_flags(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rubric", "show", "iga-2026"]) == 0
    said = capsys.readouterr().out
    assert "• ukuran yang dapat dihitung (Tujuan Inovasi Daerah, Manfaat yang Diperoleh, Hasil Inovasi): " in said
