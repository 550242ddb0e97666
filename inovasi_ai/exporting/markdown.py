"""Draft and report as Markdown (CommonMark with tables); nothing in a text can become markup by accident."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from inovasi_ai.domain.draft import Draft
from inovasi_ai.domain.report import Finding, Report
from inovasi_ai.exporting import wording
from inovasi_ai.exporting.clean import flat
from inovasi_ai.exporting.profile import agency, profile_rows
from inovasi_ai.exporting.provenance import provenance_text
from inovasi_ai.exporting.view import SectionView, Unit, section_views

if TYPE_CHECKING:
    from inovasi_ai.domain.innovation import Innovation

__all__ = ["draft_markdown", "escape", "report_markdown"]

_INLINE = re.compile(r"([\\`*_\[\]<>~|$])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_LINE_START = re.compile(r"^(?:([-+=#])|(\d{1,9})([.)]))")
_TICKS = re.compile(r"`+")


def escape(text: str) -> str:
    """`text` on one line, written so that a Markdown reader shows it as it is."""
    return _guarded(_escaped(flat(text)))


def _escaped(text: str) -> str:
    return _ENTITY.sub("&amp;", _INLINE.sub(r"\\\1", text))


def _guarded(line: str) -> str:
    """A line whose beginning cannot be taken for a heading, a list or a rule."""
    return _LINE_START.sub(lambda match: f"\\{match[1]}" if match[1] else f"{match[2]}\\{match[3]}", line)


def draft_markdown(draft: Draft, *, report: Report | None = None, innovation: Innovation | None = None) -> str:
    """The narrative alone; with a report, claims without a fact are marked in it."""
    lines = [*_head(draft.title, agency(innovation))]
    if innovation is not None:
        rows = [(row.label, row.value or "[LENGKAPI]") for row in profile_rows(innovation)]
        lines += _table(("Isian", "Keterangan"), rows)
    lines += _sections(section_views(draft, report), level=2)
    return _joined(lines)


def report_markdown(report: Report, *, draft: Draft | None = None, innovation: Innovation | None = None) -> str:
    """What is missing as a plain list: state, what blocks, gaps by cause, other findings; the text is not repeated."""
    titles = {section.id: section.title for section in report.sections}
    lines = [*_head(f"{wording.LIST_TITLE}: {report.title}", agency(innovation))]
    for text in (wording.state_text(report), *wording.word_count_texts(report)):
        lines += [escape(text), ""]
    lines += _findings(wording.BLOCKING_TITLE, wording.blocking_findings(report), titles)
    lines += ["## Yang perlu dilengkapi", "", *_gaps(report, titles)]
    lines += _findings("Catatan lain", wording.other_findings(report), titles)
    lines += [f"*{escape(wording.DISCLAIMER)}*", "", "---", "", f"*{escape(provenance_text(draft, report))}*"]
    return _joined(lines)


def _head(title: str, office: str) -> list[str]:
    return [f"# {escape(title)}", "", *([f"**{escape(office)}**", ""] if office else [])]


def _sections(views: Iterable[SectionView], *, level: int) -> list[str]:
    lines: list[str] = []
    for view in views:
        lines += [f"{'#' * level} {escape(view.title)}", ""]
        for block in view.blocks:
            text = _guarded(flat("".join(map(_unit, block.units))))
            lines += [f"{'#' * (level + 1)} {text}" if block.heading else text, ""]
    return lines


def _unit(unit: Unit) -> str:
    if unit.kind == "note":
        return f"**{escape(''.join(piece.text for piece in unit.pieces))}**"
    parts: list[str] = []
    waiting = ""  # pieces are escaped together: `&am` and `p;` are harmless apart only
    for index, piece in enumerate(unit.pieces):
        waiting += piece.text
        mark = unit.mark_after(index)
        if mark:
            parts.append(f"{_escaped(waiting)} **{_escaped(mark)}**")
            waiting = ""
    return "".join([*parts, _escaped(waiting)])


def _findings(title: str, findings: Sequence[Finding], titles: Mapping[str, str]) -> list[str]:
    if not findings:
        return []
    listed = [f"- {_guarded(_spoken(wording.finding_text(finding, sections=titles)))}" for finding in findings]
    return [f"## {title} ({len(findings)})", "", *listed, ""]


def _gaps(report: Report, titles: Mapping[str, str]) -> list[str]:
    groups = wording.gaps_by_cause(report)
    if not groups:
        return ["Tidak ada kesenjangan yang ditemukan.", ""]
    lines: list[str] = []
    for cause, gaps in groups:
        lines += [f"### {wording.cause_label(cause)} ({len(gaps)})", "", wording.cause_advice(cause), ""]
        lines += [*(f"- {_gap(wording.gap_words(gap, sections=titles))}" for gap in gaps), ""]
    return lines


def _gap(words: wording.GapWords) -> str:
    parts = [f"**{escape(words.head)}.**", _spoken(words.opening)]
    if words.facts:
        named = (f"{_escaped(name)} ({_code(fact)})" if name else _code(fact) for fact, name in words.facts)
        parts.append(f"{words.facts_label}: {'; '.join(named)}.")
    if words.question:
        parts.append(f"{escape(words.ask)} *{escape(words.question)}*")
    parts += [_spoken(words.document), f"→ {_spoken(words.fix)}" if words.fix else "", escape(words.points)]
    return " ".join(part for part in parts if part)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    body = [f"| {' | '.join(_escaped(flat(cell)) for cell in row)} |" for row in rows]
    return [f"| {' | '.join(head)} |", "|" + " --- |" * len(head), *body, ""] if body else []


def _spoken(text: str) -> str:
    return "".join(_code(part) if code else _escaped(part) for part, code in wording.spoken(flat(text)))


def _code(text: str) -> str:
    text = flat(text)
    fence = "`" * (1 + max(map(len, _TICKS.findall(text)), default=0))
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def _joined(lines: Iterable[str]) -> str:
    return "\n".join(lines).rstrip("\n") + "\n"
