"""`export`: one call for every format, chosen by the file's suffix."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from inovasi_ai.domain.draft import Draft
from inovasi_ai.domain.report import Report
from inovasi_ai.errors import OptionError, Problem, require
from inovasi_ai.exporting.atomic import write_atomic

if TYPE_CHECKING:
    from inovasi_ai.domain.innovation import Innovation

__all__ = ["SUFFIXES", "export"]


def export(
    what: Draft | Report,
    path: str | Path,
    *,
    report: Report | None = None,
    draft: Draft | None = None,
    innovation: Innovation | None = None,
) -> Path:
    """Write a draft or a report to `path` and return the path; the suffix chooses the format.

    `.docx` and `.md` of a draft hold the narrative alone, ready to sign; with `report`, claims without a fact are
    marked in it. Those of a report hold the list of what is missing alone. `.html` is the full report with the text,
    where a report is given. `.json` always holds `what` alone. `innovation` adds the profile table, the agency and the
    wording of the facts. Folders are created, and the file is written whole or not at all.

    Raises `OptionError` for a suffix that is not supported, for a report about another text than the draft, and when
    the package for a format is not installed; `OutputError` when the file cannot be written.
    """
    require(
        what,
        (Draft, Report),
        "Yang disimpan bukan naskah atau laporan",
        "Draft dari draft(...) atau Report dari check(...)",
    )
    require(path, (str, Path), "Nama berkas tujuan bukan teks", "nama berkas sebagai str atau Path")
    path = Path(path)
    writer = _WRITERS.get(path.suffix.casefold())
    if writer is None:
        raise OptionError(
            Problem(
                "Format berkas tujuan tidak dikenal",
                found=path.name,
                expected=f"nama berkas yang berakhiran {', '.join(SUFFIXES)}",
            )
        )
    if isinstance(what, Draft):
        if draft is not None and draft != what:
            raise OptionError("Dua naskah yang berbeda diberikan sekaligus; berikan satu saja")
        draft = what
    else:
        if report is not None and report != what:
            raise OptionError("Dua laporan yang berbeda diberikan sekaligus; berikan satu saja")
        report = what
    if draft is not None and report is not None:
        _belong_together(draft, report)
    made_from = draft.provenance.facts_hash if draft is not None else report.facts_hash if report is not None else None
    if innovation is not None and made_from is not None and innovation.facts_hash() != made_from:
        raise OptionError(
            Problem(
                "Fakta yang diberikan bukan fakta asal naskah atau laporan ini",
                found=innovation.nama_inovasi,
                expected="inovasi yang sama, dengan fakta yang tidak berubah; susun atau periksa ulang lebih dahulu",
            )
        )
    return write_atomic(path, writer(what, draft, report, innovation))


def _belong_together(draft: Draft, report: Report) -> None:
    """Spans of a report point into the text it was made from; on another text they would mark the wrong words."""
    texts = draft.texts
    if set(texts) != {section.id for section in report.sections}:
        raise OptionError(
            Problem(
                "Laporan ini bukan laporan atas naskah ini: bagian-bagiannya berbeda",
                found=", ".join(section.title for section in report.sections),
                expected="laporan hasil pemeriksaan naskah yang sama; periksa ulang naskahnya lebih dahulu",
            )
        )
    for section in report.sections:
        if texts[section.id] != section.text:
            raise OptionError(
                Problem(
                    f"Laporan ini bukan laporan atas naskah ini: bagian {section.title} berbeda",
                    expected="laporan hasil pemeriksaan naskah yang sama; periksa ulang naskahnya lebih dahulu",
                )
            )


_Writer = Callable[[Draft | Report, Draft | None, Report | None, "Innovation | None"], bytes]


def _docx(what: Draft | Report, draft: Draft | None, report: Report | None, innovation: Innovation | None) -> bytes:
    from inovasi_ai.exporting.docx import draft_docx, report_docx

    if isinstance(what, Draft):
        return draft_docx(what, report=report, innovation=innovation)
    return report_docx(what, draft=draft, innovation=innovation)


def _markdown(what: Draft | Report, draft: Draft | None, report: Report | None, innovation: Innovation | None) -> bytes:
    from inovasi_ai.exporting.markdown import draft_markdown, report_markdown

    if isinstance(what, Draft):
        return draft_markdown(what, report=report, innovation=innovation).encode()
    return report_markdown(what, draft=draft, innovation=innovation).encode()


def _json(what: Draft | Report, draft: Draft | None, report: Report | None, innovation: Innovation | None) -> bytes:
    from inovasi_ai.exporting.jsonfile import to_json

    return to_json(what)


def _html(what: Draft | Report, draft: Draft | None, report: Report | None, innovation: Innovation | None) -> bytes:
    from inovasi_ai.exporting.html import html_page

    return html_page(draft, report, innovation).encode()


_WRITERS: Mapping[str, _Writer] = {".docx": _docx, ".md": _markdown, ".json": _json, ".html": _html}

SUFFIXES: tuple[str, ...] = tuple(_WRITERS)
"""The supported suffixes, small letters, with the dot."""
