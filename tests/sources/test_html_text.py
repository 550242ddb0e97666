"""Web pages as narratives: what is read, where it stands in the page, and that no page is too broken or too costly."""

from __future__ import annotations

import functools
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inovasi_ai import check, draft, export, load_narrative
from inovasi_ai.errors import TextError
from inovasi_ai.sources import Narrative
from inovasi_ai.sources.html_text import html_text
from tests.examples import COMPLETE, loaded
from tests.timing import least_seconds

PAGE = """<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>Profil Inovasi</title>
<style>p { color: red } /* <p>Gaya</p> */</style>
<script>document.write("<p>Skrip</p>"); if (a < b) {}</script></head>
<body>
<h1>ANTAR AKTA</h1>
<!-- <h2>Tujuan</h2> catatan -->
<h2>A. Rancang <b>Bangun</b></h2>
<p>Dasar&nbsp;hukum: UU&#32;Nomor 24
   Tahun 2013 &amp; Perda&copy; &lt;kabupaten&gt;, waktu < 3 hari.
<p>Alinea kedua<br>baris ketiga.</p>
<ul><li>mendata anak<li><p>memeriksa berkas</p></ul>
<table><tr><td>2.</td><td>Tujuan Inovasi</td><td>:</td><td>Meningkatkan kepemilikan akta.</td></tr>
<tr><td>Manfaat</td><td><p>Warga memperoleh akta.</p><p>Ongkos turun.</p></td></tr></table>
<p><strong>Hasil Inovasi:</strong> akta terbit <img src="a.png"></p>
<table><tr><th>Uraian</th><th>Sebelum</th><th>Sesudah</th></tr><tr><td>Waktu</td><td>14 hari</td><td>2 hari</td></tr></table>
<div style="display:none">Tersembunyi <div>di dalam</div></div>
</body></html>
"""  # noqa: E501 - a page is as wide as it is


def loaded_page(tmp_path: Path, page: str | bytes) -> Narrative:
    path = tmp_path / "naskah.html"
    path.write_bytes(page.encode() if isinstance(page, str) else page)
    return load_narrative(path)


def test_headings_paragraphs_lists_and_tables_of_a_page(tmp_path: Path) -> None:
    narrative = loaded_page(tmp_path, PAGE)
    assert narrative.title == "ANTAR AKTA"
    texts = {section.id: section.text for section in narrative.sections}
    assert texts == {
        "rancang_bangun": "Dasar\u00a0hukum: UU Nomor 24 Tahun 2013 & Perda© <kabupaten>, waktu < 3 hari.\n"
        "Alinea kedua\nbaris ketiga.\n- mendata anak\n- memeriksa berkas",
        "tujuan": "Meningkatkan kepemilikan akta.",
        "manfaat": "Warga memperoleh akta.\nOngkos turun.",
        "hasil": "akta terbit\nUraian | Sebelum | Sesudah\nWaktu | 14 hari | 2 hari",
    }
    assert narrative.unread == ("1 gambar",)


@pytest.mark.parametrize(
    "word", ["24", "Tahun 2013", "&amp;", "&lt;", "ketiga", "memeriksa", "Meningkatkan", "14 hari"]
)
def test_every_word_leads_back_into_the_page(tmp_path: Path, word: str) -> None:
    narrative = loaded_page(tmp_path, PAGE)
    shown = {"&amp;": "&", "&lt;": "<"}.get(word, word)
    offset = narrative.text.index(shown)
    assert PAGE.startswith(word, narrative.source_offset(offset))
    section = next(section for section in narrative.sections if section.start <= offset < section.end)
    at = PAGE.index(word, PAGE.index("<body>"))
    line = PAGE.count("\n", 0, at) + 1
    assert narrative.position(section, offset - section.start) == (line, at - PAGE.rfind("\n", 0, at) - 1)
    assert narrative.locate(section, offset - section.start) == f"baris {line}"


def test_findings_in_a_page_say_its_line(tmp_path: Path) -> None:
    page = "<h2>Tujuan</h2>\n\n<p>Warga minta\n<i>ijin</i> usaha.</p>"
    found = [finding for finding in check(loaded_page(tmp_path, page)).findings if finding.excerpt == "ijin"]
    assert [(finding.place, finding.section) for finding in found] == [("baris 4", "tujuan")]


def test_the_title_of_a_page_without_another_one(tmp_path: Path) -> None:
    assert loaded_page(tmp_path, "<title>Antar &amp; Akta</title><h2>Tujuan</h2><p>Isi.").title == "Antar & Akta"


def test_a_page_saved_by_a_word_processor_in_its_old_encoding(tmp_path: Path) -> None:
    page = (
        '<html><meta http-equiv=Content-Type content="text/html; charset=windows-1252"><p>Caf\xe9 \x96 \x93Akta\x94</p>'
    )
    assert loaded_page(tmp_path, page.encode("latin-1")).sections[0].text == "Café – “Akta”"


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("Tanpa <b>tanda", "Tanpa tanda"),
        ("<p>Satu<p>Dua</div></p></b>", "Satu\nDua"),
        ('<p class="a>b">Isi</p>', "Isi"),
        ('<p class="a>Isi</p>', "Isi"),
        ("<p <b>Isi</b></p>", "Isi"),
        ("Isi<script>tidak ditutup", "Isi"),
        ("Isi<!-- tidak ditutup", "Isi"),
        ("Isi<", "Isi<"),
        ("3 < 5 dan 5 > 3", "3 < 5 dan 5 > 3"),
        ("A&B &tidakada; &#99999999; &#x41;", "A&B &tidakada; &#99999999; A"),
        ("<![CDATA[x]]>Isi<?php echo 1 ?>", "Isi"),
        ("<svg><text>Gambar</text></svg>Isi", "Isi"),
        ("<P>HURUF</P><SCRIPT>x</SCRIPT>", "HURUF"),
    ],
)
def test_broken_pages_are_read_as_far_as_they_go(tmp_path: Path, page: str, text: str) -> None:
    (section,) = loaded_page(tmp_path, page).sections
    assert section.text == text


@pytest.mark.parametrize(
    ("page", "says"),
    [
        ("<script>x</script>", "kosong"),
        (b"\0\1", "bukan teks"),
        ("caf\xe9".encode("latin-1"), "UTF-8"),
        ("<b>" * 400_001, "terlalu besar"),
        ("<p>" + "a" * 2_000_001, "terlalu panjang"),
    ],
)
def test_bad_pages_are_told(tmp_path: Path, page: str | bytes, says: str) -> None:
    with pytest.raises(TextError, match=says):
        loaded_page(tmp_path, page)


def test_a_page_that_this_program_wrote_is_no_narrative(tmp_path: Path) -> None:
    innovation = loaded(COMPLETE[0])
    made = draft(innovation)
    for report in (None, check(made, innovation)):
        page = export(made, tmp_path / "a.html", report=report, innovation=innovation)
        with pytest.raises(TextError, match="bukan naskah"):
            load_narrative(page)


PARTS = [
    *("<p>", "</p>", "<b>", "</b>", "<table>", "<tr>", "<td>", "</td>", "</tr>", "</table>", "<li>", "<h2>", "</h2>"),
    *("Tujuan", "Isi bagian", " ", "\n", "&nbsp;", "&amp;", "&", "<", ">", '"', "<!--", "-->", "<script>", "</script>"),
    *("<title>", "</title>", "<div hidden>", "</div>", "<img>", "\u00a0", "<br>", "=", "/"),
]


@settings(max_examples=200)
@given(st.lists(st.one_of(st.sampled_from(PARTS), st.text(max_size=5)), max_size=30).map("".join))
def test_any_page_is_read_and_its_runs_lead_back(page: str) -> None:
    for block in html_text(page, "a.html").blocks:
        end = 0
        for run in block.runs:
            assert end == run.start < run.end <= len(block.text)
            end = run.end
            shown, source = block.text[run.start : run.end], page[run.at : run.until]
            if len(shown) == len(source) and "&" not in source:
                assert [
                    a for a, b in zip(shown, source, strict=True) if a != b and not (a == " " and b.isspace())
                ] == []
        assert end == len(block.text)


@pytest.mark.parametrize(
    "piece",
    [
        "<a ",
        "<a '>",
        '<a ">" ',
        "<!",
        "<",
        "<script",
        "<script>",
        "</",
        "&",
        "&#",
        "<p>",
        "<td>a",
        "<table>",
        "<b ' \"",
        " \n",
    ],
)
def test_time_grows_with_the_page_not_with_its_square(piece: str) -> None:
    times = []
    for size in (40_000, 320_000):
        page = piece * (size // len(piece)) + "'"
        times.append(least_seconds(functools.partial(html_text, page, "a.html")))
    assert times[1] < 24 * max(times[0], 0.02)


def test_menus_are_no_text_and_the_first_heading_is_the_title(tmp_path: Path) -> None:
    page = (
        "<title>Beranda</title><nav>Inovasi | Kontak</nav><h1>GENTING BERES</h1><p>Pengantar.</p>"
        "<h2>Tujuan</h2><p>Mempercepat layanan.</p><footer>Hak cipta 2024</footer>"
    )
    narrative = loaded_page(tmp_path, page)
    assert narrative.title == "GENTING BERES"
    assert [section.text for section in narrative.sections] == ["Pengantar.", "Mempercepat layanan."]
    assert "Kontak" not in narrative.text
    assert "Hak cipta" not in narrative.text


def test_a_menu_that_is_not_closed_hides_nothing(tmp_path: Path) -> None:
    narrative = loaded_page(tmp_path, "<title>Antar</title><nav>Beranda<h1>Tujuan</h1><p>Mempercepat layanan.</p>")
    assert narrative.title == "Antar"
    assert [section.text for section in narrative.sections if section.id == "tujuan"] == ["Mempercepat layanan."]
