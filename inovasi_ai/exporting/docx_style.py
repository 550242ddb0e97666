"""The look of an exported Word file: A4, the margins and type of an official letter, and bytes that never vary."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from typing import TYPE_CHECKING

from inovasi_ai.errors import OptionError

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle

__all__ = ["FONT", "new_document", "package_bytes"]

FONT = "Arial"
"""LibreOffice sets it in Liberation Sans, which has the same widths: the lines break alike."""

_LONGEST = 255  # characters of a property
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time a zip entry can bear
_THUMBNAIL = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail"


def new_document(*, title: str, author: str, subject: str, origin: Sequence[str] = ()) -> Document:
    """An empty document with page, styles and properties set; `OptionError` when python-docx is not installed.

    `origin` are the sentences on where the text comes from; they go into the properties "comments" and "keywords".
    """
    try:
        from docx import Document as EmptyDocument
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.shared import Cm, Pt
    except ImportError as error:
        raise OptionError(
            "Berkas .docx memerlukan paket tambahan; pasang dengan `pip install inovasi-ai[docx]`"
        ) from error

    document = EmptyDocument()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(2)
    section.top_margin, section.bottom_margin = Cm(2.5), Cm(2.5)
    section.footer_distance = Cm(1.25)

    _style(document, "Normal", size=12, after=6, line=1.15)
    _style(document, "Title", size=16, bold=True, after=4, centred=True)
    _style(document, "Subtitle", size=12, after=14, centred=True)
    _style(document, "Heading 1", size=13, bold=True, before=18, after=6)
    _style(document, "Heading 2", size=12, bold=True, before=10, after=4)
    _style(document, "List Bullet", size=12, after=6, line=1.15)
    body = document.styles["Normal"].paragraph_format
    body.widow_control = True
    normal = document.styles.add_style("Naskah", 1)
    normal.base_style = document.styles["Normal"]
    normal.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    small = document.styles.add_style("Asal-usul", 1)
    small.base_style = document.styles["Normal"]
    small.font.size = Pt(8.5)
    small.paragraph_format.space_before = Pt(18)
    small.paragraph_format.line_spacing = 1.0
    _page_number(document, title)
    _language(document)
    _properties(document, title=title, author=author, subject=subject, origin=origin)
    return document


def package_bytes(document: Document) -> bytes:
    """The file's bytes: without the template's preview picture, entries in one order and without the time of day."""
    package = document.part.package
    for key, relation in list(package.rels.items()):
        if relation.reltype == _THUMBNAIL:
            package.rels.pop(key)
    raw, packed = io.BytesIO(), io.BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        # Readers expect the list of content types first.
        for name in sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # else the byte differs between Windows and the rest
            entry.external_attr = 0o644 << 16
            target.writestr(entry, source.read(name))
    return packed.getvalue()


def _style(
    document: Document,
    name: str,
    *,
    size: float,
    after: float,
    before: float = 0,
    bold: bool = False,
    line: float = 1.0,
    centred: bool = False,
) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    style: ParagraphStyle = document.styles[name]
    style.font.name, style.font.size, style.font.bold, style.font.italic = FONT, Pt(size), bold, False
    style.font.color.rgb = RGBColor(0, 0, 0)
    properties = style.element.get_or_add_rPr()
    fonts = properties.find(qn("w:rFonts"))
    fonts.attrib.clear()  # the template's theme fonts win over the named font, and Calibri is not everywhere
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)
    paragraph_properties = style.element.get_or_add_pPr()
    for element in paragraph_properties.findall(qn("w:contextualSpacing")):
        paragraph_properties.remove(element)  # list items of several lines need the space between them
    for unwanted in ("w:spacing", "w:kern"):
        for element in properties.findall(qn(unwanted)):
            properties.remove(element)
    paragraph = style.paragraph_format
    paragraph.space_before, paragraph.space_after, paragraph.line_spacing = Pt(before), Pt(after), line
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    border = paragraph_properties.find(qn("w:pBdr"))
    if border is not None:
        border.getparent().remove(border)


def _page_number(document: Document, title: str) -> None:
    """Title and page number at the foot; the number is a field that the reader's program counts."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt

    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    paragraph.add_run(f"{title} – ").font.size = Pt(9)
    for kind in ("begin", "separate", "end"):
        run = paragraph.add_run()
        run.font.size = Pt(9)
        mark = OxmlElement("w:fldChar")
        mark.set(qn("w:fldCharType"), kind)
        run._r.append(mark)
        if kind == "begin":
            instruction = OxmlElement("w:instrText")
            instruction.text = "PAGE"
            run._r.append(instruction)
        elif kind == "separate":
            paragraph.add_run("1").font.size = Pt(9)


def _language(document: Document) -> None:
    from docx.oxml.ns import qn

    for language in document.styles.element.iter(qn("w:lang")):
        for script in ("val", "eastAsia", "bidi"):
            language.set(qn(f"w:{script}"), "id-ID")


def _properties(document: Document, *, title: str, author: str, subject: str, origin: Sequence[str]) -> None:
    core = document.core_properties
    shown = len(origin)
    while len(" ".join(origin[:shown])) > _LONGEST:
        shown -= 1
    core.title, core.author, core.subject, core.language = (
        title[:_LONGEST],
        author[:_LONGEST],
        subject[:_LONGEST],
        "id-ID",
    )
    core.comments, core.keywords = " ".join(origin[:shown]), " ".join(origin[shown:])[:_LONGEST]
    core.last_modified_by, core.revision = author[:_LONGEST], 1
    # The template's own dates would be false, and the time of day would make every file differ.
    for element in list(core._element):
        if element.tag.endswith(("}created", "}modified")):
            core._element.remove(element)
