"""Draft and report as a Word file that an official can sign, print and hand in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from inovasi_ai.domain.draft import Draft
from inovasi_ai.domain.report import Finding, Report
from inovasi_ai.exporting import wording
from inovasi_ai.exporting.clean import flat, inline
from inovasi_ai.exporting.docx_style import new_document, package_bytes
from inovasi_ai.exporting.profile import agency, profile_rows
from inovasi_ai.exporting.provenance import provenance_sentences, provenance_text
from inovasi_ai.exporting.view import SectionView, Unit, section_views

if TYPE_CHECKING:
    from docx.document import Document
    from docx.shared import Length
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

    from inovasi_ai.domain.innovation import Innovation

__all__ = ["draft_docx", "report_docx"]

Mark = Literal["note", "doubt"]


def draft_docx(draft: Draft, *, report: Report | None = None, innovation: Innovation | None = None) -> bytes:
    """The narrative alone, in the form's order; with a report, claims without a fact are marked in it.

    Where it comes from stands in the document's properties.
    """
    office = agency(innovation)
    origin = [flat(sentence) for sentence in provenance_sentences(draft, report)]
    document = new_document(
        title=flat(draft.title), author=flat(office), subject="Profil inovasi daerah", origin=origin
    )
    document.add_paragraph(flat(draft.title), style="Title")
    if office:
        document.add_paragraph(flat(office), style="Subtitle")
    if innovation is not None:
        document.add_paragraph("Profil", style="Heading 1")
        _profile(document, [(row.label, row.value) for row in profile_rows(innovation)], widths=(6.0, 10.0))
    _sections(document, section_views(draft, report))
    return package_bytes(document)


def report_docx(report: Report, *, draft: Draft | None = None, innovation: Innovation | None = None) -> bytes:
    """What is missing as a plain list: state, what blocks, gaps by cause, other findings; the text is not repeated."""
    office = agency(innovation)
    title = flat(f"{wording.LIST_TITLE}: {report.title}")
    document = new_document(
        title=title, author=flat(office), subject="Yang perlu dilengkapi pada naskah inovasi daerah"
    )
    document.add_paragraph(title, style="Title")
    if office:
        document.add_paragraph(flat(office), style="Subtitle")
    for text in (wording.state_text(report), *wording.word_count_texts(report)):
        _run(document.add_paragraph(style="Naskah"), text)
    titles = {section.id: section.title for section in report.sections}
    _findings(document, wording.BLOCKING_TITLE, wording.blocking_findings(report), titles)
    document.add_paragraph("Yang perlu dilengkapi", style="Heading 1")
    _gaps(document, report, titles)
    _findings(document, "Catatan lain", wording.other_findings(report), titles)
    _run(document.add_paragraph(style="Naskah"), wording.DISCLAIMER, italic=True).font.size = _points(10)
    document.add_paragraph(flat(provenance_text(draft, report)), style="Asal-usul")
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


def _findings(document: Document, title: str, findings: Sequence[Finding], titles: Mapping[str, str]) -> None:
    if not findings:
        return
    document.add_paragraph(f"{title} ({len(findings)})", style="Heading 1")
    for finding in findings:
        paragraph = document.add_paragraph(style="List Bullet")
        _spoken(paragraph, wording.finding_text(finding, sections=titles), first=True)


def _gaps(document: Document, report: Report, titles: Mapping[str, str]) -> None:
    groups = wording.gaps_by_cause(report)
    if not groups:
        document.add_paragraph("Tidak ada kesenjangan yang ditemukan.", style="Naskah")
    for cause, gaps in groups:
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
        _run(paragraph, f" {words.facts_label}: ")
        for index, (fact, name) in enumerate(words.facts):
            _run(paragraph, ("; " if index else "") + (f"{name} (" if name else ""))
            _run(paragraph, fact, italic=True)
            _run(paragraph, ")" if name else "")
        _run(paragraph, ".")
    if words.question:
        _run(paragraph, f" {words.ask} ")
        _run(paragraph, words.question, italic=True)
    _spoken(paragraph, words.document)
    _spoken(paragraph, f"→ {words.fix}" if words.fix else "")
    _spoken(paragraph, words.points)


def _spoken(paragraph: Paragraph, text: str, *, first: bool = False) -> None:
    """A sentence, after the one before it unless it is the first; codes of fields in italics instead of back quotes."""
    for part, code in wording.spoken(text if first or not text else f" {text}"):
        _run(paragraph, part, italic=code)


def _profile(document: Document, rows: Sequence[tuple[str, str]], *, widths: Sequence[float]) -> None:
    """The form as a ruled table, whose empty cells are places to fill in."""
    from docx.enum.table import WD_TABLE_ALIGNMENT
    from docx.oxml import OxmlElement
    from docx.shared import Cm

    if not rows:
        return
    table = document.add_table(rows=len(rows), cols=len(widths), style="Table Grid")
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    for line, row in zip(rows, table.rows, strict=True):
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for text, cell, width in zip(line, row.cells, widths, strict=True):
            cell.width = Cm(width)
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = _points(2)
            paragraph.paragraph_format.line_spacing = 1.0
            run = _run(paragraph, text if text.strip() else "[LENGKAPI]", mark=None if text.strip() else "note")
            run.font.size = _points(10.5)
    document.add_paragraph().paragraph_format.space_after = _points(0)


def _points(size: float) -> Length:
    from docx.shared import Pt

    return Pt(size)
