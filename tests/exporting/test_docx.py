from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as DocxParagraph
from hypothesis import given, settings
from hypothesis import strategies as st

from inovasi_ai.domain.draft import DraftSection, Note, Paragraph, Sentence
from inovasi_ai.domain.innovation import Innovation
from inovasi_ai.errors import OptionError
from inovasi_ai.exporting import export
from inovasi_ai.exporting.clean import flat
from inovasi_ai.exporting.docx import draft_docx, report_docx
from inovasi_ai.exporting.docx_style import new_document
from tests.exporting import sample
from tests.exporting.hostile import texts


def opened(data: bytes) -> Document:
    return docx.Document(io.BytesIO(data))


def lines(document: Document, style: str) -> list[str]:
    return [p.text for p in document.paragraphs if p.style is not None and p.style.name == style]


def shaded(paragraph: DocxParagraph) -> str:
    return "".join(
        run.text for run in paragraph.runs if run._r.rPr is not None and run._r.rPr.find(qn("w:shd")) is not None
    )


def test_headings_stand_in_the_forms_order() -> None:
    document = opened(draft_docx(sample.draft()))
    headings = [
        (p.style.name, p.text) for p in document.paragraphs if p.style is not None and "Heading" in (p.style.name or "")
    ]
    design, *others = sample.draft().sections
    assert headings == [
        ("Heading 1", design.title),
        *(("Heading 2", heading) for heading in sample.HEADINGS.values()),
        *(("Heading 1", section.title) for section in others),
    ]
    assert lines(document, "Title") == ["JAGA SUMUR"]


def test_the_whole_narrative_is_there_and_justified() -> None:
    document = opened(draft_docx(sample.draft()))
    body = lines(document, "Naskah")
    wanted = [
        " ".join(
            item.text
            if item.text != "Cara ini adalah yang pertama di Indonesia."
            else f"{item.text} [BELUM TERVERIFIKASI]"
            for item in paragraph.items
        )
        for section in sample.draft().sections
        for paragraph in section.paragraphs
    ]
    assert body == wanted
    assert document.styles["Naskah"].element.pPr.jc.val == WD_ALIGN_PARAGRAPH.JUSTIFY


def test_notes_are_yellow_and_doubts_are_shaded() -> None:
    document = opened(draft_docx(sample.draft(), report=sample.report()))
    yellow = [
        run.text
        for paragraph in document.paragraphs
        for run in paragraph.runs
        if run.font.highlight_color == WD_COLOR_INDEX.YELLOW
    ]
    assert yellow == [note.text for note in sample.draft().notes]
    assert [text for text in map(shaded, document.paragraphs) if text] == [
        "Cara ini adalah yang pertama di Indonesia. [BELUM TERVERIFIKASI]",
        "melayani lebih dari 5.000 keluarga [TANPA FAKTA]",
    ]


def test_page_language_and_properties_are_official() -> None:
    document = opened(draft_docx(sample.draft()))
    section = document.sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (21.0, 29.7)
    languages = {element.get(qn("w:val")) for element in document.styles.element.iter(qn("w:lang"))}
    assert languages == {"id-ID"}
    assert document.core_properties.title == "JAGA SUMUR"
    assert document.core_properties.language == "id-ID"
    assert document.core_properties.created is None


def test_where_a_narrative_comes_from_stands_in_its_properties_and_not_on_its_pages() -> None:
    document = opened(draft_docx(sample.draft(), report=sample.report()))
    assert "sidik" not in "".join(paragraph.text for paragraph in document.paragraphs)
    told = f"{document.core_properties.comments} {document.core_properties.keywords}"
    assert sample.RUBRIC_HASH[:12] in told
    assert sample.FACTS_HASH[:12] in told
    assert "Cara penyusunan: disusun dari fakta" in told
    (origin,) = lines(opened(report_docx(sample.report(), draft=sample.draft())), "Asal-usul")
    assert all(sentence in told for sentence in origin.split(". "))


@given(st.lists(st.text("ab", min_size=1, max_size=120), max_size=6))
@settings(max_examples=20)
def test_an_origin_of_any_length_fits_the_properties(origin: list[str]) -> None:
    core = new_document(title="t", author="a", subject="s", origin=origin).core_properties
    assert max(len(core.comments), len(core.keywords)) <= 255
    assert " ".join(origin).startswith(core.comments)


def test_the_narrative_and_the_list_of_what_is_missing_are_apart() -> None:
    report = sample.report()
    narrative = opened(draft_docx(sample.draft(), report=report))
    assert lines(narrative, "Heading 1") == [section.title for section in sample.draft().sections]
    assert not lines(narrative, "List Bullet")
    listed = opened(report_docx(report, draft=sample.draft()))
    assert lines(listed, "Title") == ["Daftar kekurangan: JAGA SUMUR"]
    assert lines(listed, "Heading 1") == ["Yang perlu dilengkapi", "Catatan lain (3)"]
    assert not listed.tables
    told = " ".join(paragraph.text for paragraph in listed.paragraphs)
    assert not [sentence.text for sentence in sample.draft().sentences if sentence.text in told]
    bullets = lines(listed, "List Bullet")
    assert len(bullets) == len(report.findings)
    assert bullets[0].startswith("Isu strategis: isu lokal — sebagian, fakta belum ada. ")
    assert "Tanyakan kepada Bappeda: Indikator RPJMD mana" in bullets[0]
    assert "Lengkapi isu lokal (isu.lokal) pada berkas fakta." in bullets[0]


def test_what_blocks_stands_first_in_the_list() -> None:
    document = opened(report_docx(sample.halted()))
    assert lines(document, "Heading 1")[0] == "Menghalangi pengajuan (3)"
    bullets = lines(document, "List Bullet")
    assert [bullet.partition(" ")[0] for bullet in bullets[:3]] == ["Penerapan", "Rancang", "“Cara"]
    assert sum("(menghalangi pengajuan)." in bullet for bullet in bullets) == 2


def test_the_profile_shows_filled_fields_and_places_to_fill() -> None:
    innovation = Innovation.from_mapping(
        {
            "nama_inovasi": "JAGA SUMUR",
            "daerah": "Kabupaten Contoh",
            "perangkat_daerah": "Dinas Kesehatan Kabupaten Contoh",
            "tahapan_inovasi": "Penerapan",
            "waktu_penerapan": "3 Februari 2025",
            "hasil": [{"uraian": "Sebanyak 640 sumur telah diuji."}],
        }
    )
    document = opened(draft_docx(sample.draft(), innovation=innovation))
    rows = {row.cells[0].text: row.cells[1] for row in document.tables[0].rows}
    assert lines(document, "Subtitle") == ["Dinas Kesehatan Kabupaten Contoh"]
    assert rows["Nama Inovasi"].text == "JAGA SUMUR"
    assert rows["Waktu Penerapan Inovasi Daerah"].text == "3 Februari 2025"
    empty = rows["Koordinat"].paragraphs[0].runs[0]
    assert (empty.text, empty.font.highlight_color) == ("[LENGKAPI]", WD_COLOR_INDEX.YELLOW)
    assert not any("Hasil" in label for label in rows)


def test_the_list_says_how_many_words_are_lacking() -> None:
    told = lines(opened(report_docx(sample.report())), "Naskah")
    assert told[0].startswith("Kelengkapan 72,5 dari 100.")
    assert f"{sample.draft().sections[0].title}: 167 kata; minimum 300, perlu 133 kata lagi." in told


def test_bytes_are_the_same_at_any_time_and_in_any_process(tmp_path: Path) -> None:
    script = (
        "import sys, time; from tests.exporting import sample; from inovasi_ai.exporting.docx import draft_docx;"
        "time.sleep(2.1);"  # a zip entry counts time in steps of two seconds
        "sys.stdout.buffer.write(draft_docx(sample.draft(), report=sample.report()))"
    )
    later = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, cwd=Path(__file__).parents[2]
    )
    assert later.stdout == draft_docx(sample.draft(), report=sample.report())
    with zipfile.ZipFile(io.BytesIO(later.stdout)) as package:
        assert package.namelist()[0] == "[Content_Types].xml"
        assert not any("thumbnail" in name for name in package.namelist())


@given(texts, texts)
@settings(max_examples=25)
def test_any_text_opens_again(text: str, title: str) -> None:
    items = (Sentence(text=text), Note(ask=text))
    section = DraftSection(id="s", title=title, headings={"e": text}, paragraphs=(Paragraph(element="e", items=items),))
    draft = sample.draft().model_copy(update={"title": title, "sections": (section,)})
    document = opened(draft_docx(draft))
    assert lines(document, "Title") == [flat(title)]
    assert lines(document, "Heading 1") == [flat(title)]
    assert flat(text) in flat(" ".join(p.text for p in document.paragraphs))


def test_without_the_package_the_way_to_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(OptionError, match=r"pip install inovasi-ai\[docx\]"):
        export(sample.draft(), tmp_path / "naskah.docx")
    assert not list(tmp_path.iterdir())
