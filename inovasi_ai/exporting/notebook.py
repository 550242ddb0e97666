"""Draft and report as fragments for a notebook cell: compact, escaped, and styled only within themselves."""

from __future__ import annotations

from html import escape

from inovasi_ai.domain.draft import Draft
from inovasi_ai.domain.report import Report
from inovasi_ai.exporting import wording
from inovasi_ai.exporting.clean import flat
from inovasi_ai.exporting.provenance import provenance_text
from inovasi_ai.exporting.view import SectionView, Unit, section_views

__all__ = ["draft_html", "report_html"]

# Colours are translucent, because a notebook may be light or dark.
_STYLE = (
    "<style>"
    ".inovasi-ai{max-width:52rem;line-height:1.55}"
    ".inovasi-ai h3,.inovasi-ai h4,.inovasi-ai p,.inovasi-ai ul{margin:.5em 0}"
    ".inovasi-ai table{margin:.5em 0;border-collapse:collapse}"
    ".inovasi-ai th,.inovasi-ai td{padding:.25em .7em;text-align:left;vertical-align:top;"
    "border-bottom:1px solid rgba(127,127,127,.35)}"
    ".inovasi-ai .kalimat:hover,.inovasi-ai .kalimat:focus{background:rgba(70,140,170,.18)}"
    ".inovasi-ai mark{color:inherit;background:rgba(220,90,70,.18);border-bottom:2px solid rgba(200,60,40,.8)}"
    ".inovasi-ai mark.warning{background:rgba(220,160,40,.2);border-bottom:2px dashed rgba(190,130,10,.9)}"
    ".inovasi-ai mark.info{background:rgba(70,120,220,.16);border-bottom:2px dotted rgba(70,120,220,.9)}"
    ".inovasi-ai .catatan{background:rgba(255,220,0,.35)}"
    ".inovasi-ai .redup{opacity:.7;font-size:.9em}"
    "</style>"
)


def draft_html(draft: Draft) -> str:
    """The draft as an HTML fragment; a sentence names its facts on hover and to a screen reader."""
    body = "".join(_section(view, None) for view in section_views(draft, None))
    return _fragment(f"<h3>{_text(draft.title)}</h3>{body}<p class='redup'>{_text(provenance_text(draft, None))}</p>")


def report_html(report: Report) -> str:
    """State, gaps, verdicts and the marked text as an HTML fragment."""
    titles = {section.id: section.title for section in report.sections}
    parts = [f"<h3>{_text(report.title)}</h3><p>{_text(wording.state_text(report))}</p>"]
    blocking = wording.blocking_findings(report)
    if blocking:
        items = "".join(f"<li>{_spoken(wording.finding_text(finding, sections=titles))}</li>" for finding in blocking)
        parts.append(f"<h4>{wording.BLOCKING_TITLE}</h4><ul>{items}</ul>")
    for cause, gaps in wording.gaps_by_cause(report):
        items = "".join(f"<li>{_gap(wording.gap_words(gap, sections=titles))}</li>" for gap in gaps)
        parts.append(f"<h4>{_text(wording.cause_label(cause))}</h4><ul>{items}</ul>")
    rows = "".join(
        f"<tr><td>{_text(titles.get(section, section))}</td><td>{_text(verdict.title)}</td>"
        f"<td>{wording.status_label(verdict.status)}</td><td>{_text(', '.join(verdict.missing))}</td></tr>"
        for section, verdicts in report.verdicts.items()
        for verdict in verdicts.values()
    )
    if rows:
        head = "<tr><th>Bagian</th><th>Unsur</th><th>Keadaan</th><th>Yang belum ada</th></tr>"
        parts.append(f"<table><thead>{head}</thead><tbody>{rows}</tbody></table>")
    text = "".join(_section(view, report) for view in section_views(None, report))
    parts.append(f"<details><summary>Naskah yang diperiksa</summary>{text}</details>")
    parts.append(f"<p class='redup'>{_text(provenance_text(None, report))}</p>")
    return _fragment("".join(parts))


def _fragment(body: str) -> str:
    return f"<div class='inovasi-ai' lang='id'>{_STYLE}{body}</div>"


def _section(view: SectionView, report: Report | None) -> str:
    parts = [f"<h4>{_text(view.title)}</h4>"]
    for block in view.blocks:
        inner = "".join(_unit(unit, report) for unit in block.units)
        parts.append(f"<p><b>{inner}</b></p>" if block.heading else f"<p>{inner}</p>")
    return "".join(parts)


def _unit(unit: Unit, report: Report | None) -> str:
    inner = "".join(
        f"<mark class='{piece.severity}'>{escape(piece.text)}</mark>" if piece.severity else escape(piece.text)
        for piece in unit.pieces
    )
    if not unit.verified:
        inner += f" <b>{wording.UNVERIFIED_MARK}</b>"
    if not unit.number:
        return f"<span class='catatan'>{inner}</span>" if unit.kind == "note" else inner
    said = [wording.finding_note(report.findings[index]) for index in unit.findings] if report is not None else []
    if unit.facts:
        said.append("Fakta: " + ", ".join(unit.facts))
    kind = "catatan" if unit.kind == "note" else "kalimat"
    return f"<span class='{kind}' tabindex='0' title='{_text(' '.join(said))}'>{inner}</span>"


def _gap(words: wording.GapWords) -> str:
    parts = [f"<b>{_text(words.head)}.</b>", _spoken(words.opening)]
    if words.facts:
        named = (
            f"{_text(name)} (<code>{_text(fact)}</code>)" if name else f"<code>{_text(fact)}</code>"
            for fact, name in words.facts
        )
        parts.append(f"{words.facts_label}: {'; '.join(named)}.")
    if words.question:
        parts.append(f"{_text(words.ask)} <i>{_text(words.question)}</i>")
    parts += [_spoken(words.document), f"→ {_spoken(words.fix)}" if words.fix else "", _text(words.points)]
    return " ".join(part for part in parts if part)


def _spoken(text: str) -> str:
    parts = wording.spoken(flat(text))
    return "".join(f"<code>{escape(part)}</code>" if code else escape(part) for part, code in parts)


def _text(text: str) -> str:
    return escape(flat(text))
