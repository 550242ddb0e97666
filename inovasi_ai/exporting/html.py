"""The report, or a draft alone, as one HTML file that asks nothing of the network and runs no script."""

from __future__ import annotations

import base64
import functools
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from inovasi_ai.domain.draft import Draft
from inovasi_ai.domain.facts import Fact
from inovasi_ai.domain.report import Gap, Report, SectionText, Status, Verdict
from inovasi_ai.exporting import wording
from inovasi_ai.exporting.clean import flat, inline
from inovasi_ai.exporting.profile import agency, fact_index
from inovasi_ai.exporting.provenance import provenance_pairs
from inovasi_ai.exporting.view import SectionView, section_views

if TYPE_CHECKING:
    from jinja2 import Environment, Template

    from inovasi_ai.domain.innovation import Innovation

__all__ = ["html_page"]

_FOLDER = Path(__file__).parent / "templates"
_QUOTE = 140


@dataclass(frozen=True, slots=True)
class FactLine:
    """A fact as the reader sees it; without an innovation only its id is known."""

    id: str
    label: str
    text: str
    detail: str


@dataclass(frozen=True, slots=True)
class GapLine:
    """A gap in words, the place in the text it points to, and whether it stands in the way of handing in."""

    words: wording.GapWords
    facts: tuple[FactLine, ...]
    target: int
    severity: str
    section: str


@dataclass(frozen=True, slots=True)
class GapGroup:
    """The gaps of one cause."""

    cause: str
    label: str
    advice: str
    gaps: tuple[GapLine, ...]


@dataclass(frozen=True, slots=True)
class WordLine:
    """The words of one section against its bounds."""

    id: str
    title: str
    text: str
    kept: bool


@dataclass(frozen=True, slots=True)
class VerdictLine:
    """A verdict with its parts, the words that carry it, and where its content was found instead."""

    title: str
    status: Status
    label: str
    parts: tuple[tuple[str, Status, str], ...]
    missing: str
    quote: str
    elsewhere: str


@dataclass(frozen=True, slots=True)
class FlagLine:
    """A flag of a section and the words that carry it."""

    title: str
    good: bool
    label: str
    quote: str


@dataclass(frozen=True, slots=True)
class FindingLine:
    """A finding that is no gap."""

    text: str
    section: str
    severity: str
    label: str
    source: str
    target: int


@dataclass(frozen=True, slots=True)
class MentionLine:
    """A checkable statement and what the facts say of it."""

    text: str
    section: str
    kind: str
    verdict: str
    label: str
    facts: tuple[FactLine, ...]
    derivation: str


def html_page(draft: Draft | None, report: Report | None, innovation: Innovation | None = None) -> str:
    """One page: state, gaps by cause, the text with marks and facts, verdicts, other findings, mentions, provenance.

    Without a report, the draft with its facts. Everything in texts and facts is escaped; the page's own style is the
    only thing its content security policy lets through.
    """
    known = fact_index(innovation)
    views = section_views(draft, report)
    titles = {view.id: flat(view.title) for view in views}
    targets = _targets(views)
    style = _style()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return _template().render(
        style=_safe(style),
        policy=f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'",
        title=flat(report.title if report is not None else draft.title if draft is not None else ""),
        office=flat(agency(innovation)),
        rubric=flat(report.rubric_title) if report is not None else "",
        report=report,
        spoken=wording.spoken,
        state=wording.state_text(report) if report is not None else "",
        disclaimer=wording.DISCLAIMER,
        score=wording.decimal_text(report.kelengkapan) if report is not None else "",
        score_width=f"{min(max(report.kelengkapan, 0), 100):f}" if report is not None else "0",
        statuses=_statuses(report),
        words=[_word_line(section) for section in report.sections] if report is not None else [],
        groups=_groups(report, titles, targets, known),
        sections=views,
        notes_of=lambda indices: [wording.finding_note(report.findings[index]) for index in indices] if report else [],
        facts_of=lambda ids: [_fact(fact, known) for fact in ids],
        verdicts=_verdicts(report, titles),
        flags=_flags(report, titles),
        blocking_title=wording.BLOCKING_TITLE,
        blocking=_findings(report, titles, targets, blocking=True),
        findings=_findings(report, titles, targets, blocking=False),
        mentions=_mentions(report, titles, known),
        cited=[_fact(fact, known) for fact in _cited(views, known)],
        provenance=[(label, flat(value)) for label, value in provenance_pairs(draft, report)],
    )


def _targets(views: Iterable[SectionView]) -> dict[int, int]:
    """The number of the first unit that shows a finding, by the finding's index."""
    targets: dict[int, int] = {}
    for view in views:
        for block in view.blocks:
            for unit in block.units:
                for index in unit.findings if unit.number else ():
                    targets.setdefault(index, unit.number)
    return targets


def _statuses(report: Report | None) -> list[tuple[str, int, str]]:
    found = [verdict.status for group in report.verdicts.values() for verdict in group.values()] if report else []
    order: tuple[Status, ...] = ("present", "partial", "absent")
    return [(status, found.count(status), wording.status_label(status)) for status in order if found]


def _word_line(section: SectionText) -> WordLine:
    low, high = section.min_words, section.max_words
    kept = (low is None or section.words >= low) and (high is None or section.words <= high)
    return WordLine(section.id, flat(section.title), wording.word_count_text(section), kept)


def _groups(
    report: Report | None, titles: Mapping[str, str], targets: Mapping[int, int], known: Mapping[str, Fact]
) -> list[GapGroup]:
    if report is None:
        return []
    places = {id(finding): targets.get(index, 0) for index, finding in enumerate(report.findings)}
    groups: list[GapGroup] = []
    for cause, gaps in wording.gaps_by_cause(report):
        lines = []
        for gap in gaps:
            words = wording.gap_words(gap, sections=titles)
            facts = tuple(_fact(fact, known, name) for fact, name in words.facts)
            lines.append(GapLine(words, facts, places[id(gap)], gap.severity, titles.get(gap.section or "", "")))
        groups.append(GapGroup(cause, wording.cause_label(cause), wording.cause_advice(cause), tuple(lines)))
    return groups


def _verdicts(report: Report | None, titles: Mapping[str, str]) -> list[tuple[str, list[VerdictLine]]]:
    if report is None:
        return []
    elements = {(v.section, v.element): v.title for group in report.verdicts.values() for v in group.values()}
    return [
        (
            _section_title(section, group, titles),
            [_verdict_line(report, verdict, titles, elements) for verdict in group.values()],
        )
        for section, group in report.verdicts.items()
    ]


def _section_title(section: str, group: Mapping[str, Verdict], titles: Mapping[str, str]) -> str:
    """The title of a section; of one that the text does not have, the name of its one element or of itself."""
    if section in titles:
        return titles[section]
    alone = [verdict.title for verdict in group.values()] if len(group) == 1 else []
    return flat(alone[0] if alone else wording.spelt(section))


def _verdict_line(
    report: Report, verdict: Verdict, titles: Mapping[str, str], elements: Mapping[tuple[str, str], str]
) -> VerdictLine:
    spans = verdict.spans or tuple(span for part in verdict.part_verdicts for span in part.spans)
    quote = flat(report.text(spans[0])) if spans else ""
    section, _, element = (verdict.found_in or "").partition("/")
    # A text without sections has the empty id as well: nothing is elsewhere unless the verdict says so.
    elsewhere = titles.get(section, wording.spelt(section)) if section else ""
    if element:
        elsewhere = f"{elsewhere}, {elements.get((section, element), wording.spelt(element))}"
    return VerdictLine(
        title=flat(verdict.title),
        status=verdict.status,
        label=wording.status_label(verdict.status),
        parts=tuple(
            (
                flat(part.title if part.required else f"{part.title} (tidak wajib)"),
                part.status,
                wording.status_label(part.status),
            )
            for part in verdict.part_verdicts
        ),
        missing=flat(", ".join(verdict.missing)),
        quote=_shortened(quote),
        elsewhere=flat(elsewhere),
    )


def _flags(report: Report | None, titles: Mapping[str, str]) -> list[tuple[str, list[FlagLine]]]:
    if report is None:
        return []
    return [
        (
            titles.get(section, wording.spelt(section)),
            [
                FlagLine(
                    title=flat(flag.title),
                    good=flag.value == flag.wanted,
                    label=wording.flag_label(flag.value),
                    quote=_shortened(flat(report.text(flag.spans[0]))) if flag.spans else "",
                )
                for flag in flags.values()
            ],
        )
        for section, flags in report.flags.items()
    ]


def _shortened(quote: str) -> str:
    return quote if len(quote) <= _QUOTE else quote[:_QUOTE].rstrip() + "…"


def _findings(
    report: Report | None, titles: Mapping[str, str], targets: Mapping[int, int], *, blocking: bool
) -> list[FindingLine]:
    return [
        FindingLine(
            text=flat(wording.finding_text(finding)),
            section=flat(wording.place_text(finding, titles)),
            severity=finding.severity,
            label=wording.severity_label(finding.severity),
            source=flat(finding.source),
            target=targets.get(index, 0),
        )
        for index, finding in enumerate(report.findings if report is not None else ())
        if not isinstance(finding, Gap) and (finding.severity == "blocking") == blocking
    ]


def _mentions(report: Report | None, titles: Mapping[str, str], known: Mapping[str, Fact]) -> list[MentionLine]:
    return [
        MentionLine(
            text=flat(mention.text),
            section=titles.get(mention.section, wording.spelt(mention.section)),
            kind=wording.kind_label(mention.kind),
            verdict=mention.verdict,
            label=wording.mention_label(mention.verdict),
            facts=tuple(_fact(fact, known) for fact in mention.facts),
            derivation=flat(mention.derivation),
        )
        for mention in (report.mentions if report is not None else ())
    ]


def _cited(views: Iterable[SectionView], known: Mapping[str, Fact]) -> list[str]:
    """Every fact a sentence rests on, once, in the order of the text; ids alone would not be worth a table."""
    ids = (fact for view in views for block in view.blocks for unit in block.units for fact in unit.facts)
    return [fact for fact in dict.fromkeys(ids) if fact in known]


def _fact(fact_id: str, known: Mapping[str, Fact], name: str = "") -> FactLine:
    fact = known.get(fact_id)
    if fact is None:
        return FactLine(flat(fact_id), flat(name), "", "")
    detail = "; ".join(flat(part) for part in (fact.period, fact.source) if part)
    return FactLine(flat(fact.id), flat(fact.label), flat(fact.text), detail)


def _safe(text: str) -> str:
    from markupsafe import Markup

    return Markup(text)


@functools.cache
def _style() -> str:
    return (_FOLDER / "report.css").read_text(encoding="utf-8")


def _finalized(value: object) -> object:
    """Clean whatever the template writes, so that no text reaches the page past `clean`."""
    return value if not isinstance(value, str) or hasattr(value, "__html__") else inline(value)


@functools.cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        finalize=_finalized,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _template() -> Template:
    return _environment().get_template("report.html.j2")
