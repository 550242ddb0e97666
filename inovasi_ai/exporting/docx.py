"""Draft and report as a Word file that an official can sign, print and hand in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal

from inovasi_ai.domain.draft import Draft
from inovasi_ai.domain.report import Report
from inovasi_ai.exporting import tables, wording
from inovasi_ai.exporting.clean import flat, inline
from inovasi_ai.exporting.docx_style import new_document, package_bytes
from inovasi_ai.exporting.profile import agency, profile_rows
from inovasi_ai.exporting.provenance import provenance_text
from inovasi_ai.exporting.view import SectionView, Unit, section_views

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

    from inovasi_ai.domain.innovation import Innovation

__all__ = ["draft_docx", "report_docx"]

Mark = Literal["note", "doubt"]


def draft_docx(draft: Draft, *, report: Report | None = None, innovation: Innovation | None = None) -> bytes:
    """The narrative in the form's order; with a report, a last page that lists what is missing."""
    office = agency(innovation)
    document = new_document(title=flat(draft.title), author=flat(office), subject="Profil inovasi daerah")
    document.add_paragraph(flat(draft.title), style="Title")
    if office:
        document.add_paragraph(flat(office), style="Subtitle")
    if innovation is not None:
        document.add_paragraph("Profil", style="Heading 1")
        rows = [(row.label, row.value) for row in profile_rows(innovation)]
        _table(document, rows, widths=(6.0, 10.0), head=None)
    _sections(document, section_views(draft, report))
    _provenance(document, draft, report)
    if report is not None:
        heading = document.add_paragraph("Yang perlu dilengkapi", style="Heading 1")
        heading.paragraph_format.page_break_before = True
        _state(document, report)
        _gaps(document, report)
    return package_bytes(document)


def report_docx(report: Report, *, draft: Draft | None = None, innovation: Innovation | None = None) -> bytes:
    """State, gaps by cause, verdicts and other findings, then the text that was checked."""
    office = agency(innovation)
    title = flat(f"Laporan pemeriksaan: {report.title}")
    document = new_document(title=title, author=flat(office), subject="Laporan pemeriksaan naskah inovasi daerah")
    document.add_paragraph(title, style="Title")
    if office:
        document.add_paragraph(flat(office), style="Subtitle")
    _state(document, report)
    document.add_paragraph(wording.DISCLAIMER, style="Naskah")
    _table(document, tables.word_rows(report), widths=(7.0, 9.0), head=tables.WORD_HEAD)
    document.add_paragraph("Yang perlu dilengkapi", style="Heading 1")
    _gaps(document, report)
    _tables(document, report)
    document.add_paragraph("Naskah yang diperiksa", style="Heading 1").paragraph_format.page_break_before = True
    _sections(document, section_views(draft, report))
    _provenance(document, draft, report)
    return package_bytes(document)


def _sections(document: Document, views: Iterable[SectionView]) -> None:
    for view in views:
        document.add_paragraph(flat(view.title), style="Heading 1")
        for block in view.blocks:
            paragraph = document.add_paragraph(style="Heading 2" if block.heading else "Naskah")
            for unit in block.units:
                _unit(paragraph, unit)


def _unit(paragraph: Paragraph, unit: Unit) -> None:
    for index, piece in enumerate(unit.pieces):
        doubtful = piece.claim or not unit.verified
        _run(paragraph, piece.text, mark="note" if unit.kind == "note" else "doubt" if doubtful else None)
        mark = unit.mark_after(index)
        if mark:
            _run(paragraph, f" {mark}", bold=True, mark="doubt")


def _run(paragraph: Paragraph, text: str, *, bold: bool = False, italic: bool = False, mark: Mark | None = None) -> Run:
    from docx.enum.text import WD_COLOR_INDEX
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    run = paragraph.add_run(inline(text))
    run.bold, run.italic = bold or None, italic or None
    if mark == "note":
        run.font.highlight_color = WD_COLOR_INDEX.YELLOW
    elif mark == "doubt":  # none of the highlight colours leaves black text readable and differs from a note
        shade = OxmlElement("w:shd")
        for name, value in (("val", "clear"), ("color", "auto"), ("fill", "F8D5CF")):
            shade.set(qn(f"w:{name}"), value)
        run._r.get_or_add_rPr().append(shade)  # type: ignore[arg-type]
    return run


def _state(document: Document, report: Report) -> None:
    _run(document.add_paragraph(style="Naskah"), wording.state_text(report))


def _gaps(document: Document, report: Report) -> None:
    titles = {section.id: section.title for section in report.sections}
    for cause, gaps in wording.gaps_by_cause(report):
        document.add_paragraph(f"{wording.cause_label(cause)} ({len(gaps)})", style="Heading 2")
        advice = document.add_paragraph(style="Naskah")
        _run(advice, wording.cause_advice(cause), italic=True)
        advice.paragraph_format.keep_with_next = True
        for gap in gaps:
            _gap(document.add_paragraph(style="List Bullet"), wording.gap_words(gap, sections=titles))


def _gap(paragraph: Paragraph, words: wording.GapWords) -> None:
    _run(paragraph, f"{words.head}.", bold=True)
    _spoken(paragraph, words.opening)
    if words.facts:
        _run(paragraph, f" {words.facts_label}: {', '.join(words.facts)}.")
    if words.question:
        _run(paragraph, f" {words.ask} ")
        _run(paragraph, words.question, italic=True)
    _spoken(paragraph, words.document)
    _spoken(paragraph, f"→ {words.fix}" if words.fix else "")
    _spoken(paragraph, words.points)


def _spoken(paragraph: Paragraph, text: str) -> None:
    """A sentence after the one before it; names of fields in italics instead of back quotes."""
    for part, code in wording.spoken(f" {text}" if text else ""):
        _run(paragraph, part, italic=code)


def _tables(document: Document, report: Report) -> None:
    verdicts, findings = tables.verdict_rows(report), tables.finding_rows(report)
    if verdicts:
        document.add_paragraph("Unsur", style="Heading 1")
        _table(document, verdicts, widths=(4.2, 4.6, 2.4, 4.8), head=tables.VERDICT_HEAD)
    if findings:
        document.add_paragraph("Catatan lain", style="Heading 1")
        _table(document, findings, widths=(3.6, 9.2, 3.2), head=tables.FINDING_HEAD)


def _table(
    document: Document, rows: Iterable[Sequence[str]], *, widths: Sequence[float], head: Sequence[str] | None
) -> None:
    """A ruled table; without a head it is a form, whose empty cells are places to fill in."""
    from docx.enum.table import WD_TABLE_ALIGNMENT
    from docx.oxml import OxmlElement
    from docx.shared import Cm, Pt

    lines = [*([head] if head else []), *rows]
    if not lines:
        return
    table = document.add_table(rows=len(lines), cols=len(widths), style="Table Grid")
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    for number, (line, row) in enumerate(zip(lines, table.rows, strict=True)):
        row_properties = row._tr.get_or_add_trPr()
        row_properties.append(OxmlElement("w:cantSplit"))
        if head and number == 0:
            row_properties.append(OxmlElement("w:tblHeader"))
        for place, (text, cell) in enumerate(zip(line, row.cells, strict=True)):
            cell.width = Cm(widths[place])
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
            paragraph.paragraph_format.line_spacing = 1.0
            unfilled = head is None and not text.strip()
            shown = "[LENGKAPI]" if unfilled else text
            run = _run(paragraph, shown, bold=bool(head and number == 0), mark="note" if unfilled else None)
            run.font.size = Pt(10.5)
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _provenance(document: Document, draft: Draft | None, report: Report | None) -> None:
    document.add_paragraph(flat(provenance_text(draft, report)), style="Asal-usul")
