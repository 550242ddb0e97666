"""Flags: what is noted of goals, benefits and results beside their elements, and what is said of its lack.

How a flag is detected and what is said stands in the rubric (`flags/<id>.yaml`): clauses as elements have them, rules
of the language, or text that another section has as well.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from inovasi_ai.checking.alignment import matches
from inovasi_ai.checking.elements import Reading, carrying
from inovasi_ai.checking.marks import bits
from inovasi_ai.checking.same_text import Shared, shared_text
from inovasi_ai.checking.view import SectionView
from inovasi_ai.domain.facts import Fact
from inovasi_ai.domain.flag_rules import FlagPlace, FlagRule
from inovasi_ai.domain.report import Finding, Flag, Report, Span, Verdict
from inovasi_ai.domain.rubric import Rubric

__all__ = ["FlagTable", "check_flags", "flags_of"]

FlagTable = dict[str, dict[str, Flag]]
"""Section id, flag id."""

_SPANS_SHOWN = 3
_FACTS_SHOWN = 3
_SHORT = 90
_QUOTED = 160


@dataclass(frozen=True, slots=True)
class _Passage:
    view: SectionView
    unit: int
    by: str

    @property
    def span(self) -> Span:
        unit = self.view.units[self.unit]
        return Span.of(self.view.key, unit.start, unit.end)


def flags_of(report: Report) -> dict[str, dict[str, bool]]:
    """The flags of a report as plain values: `{"manfaat": {"ukuran": True, …}, …}`; only sections that have text."""
    return {section: {name: flag.value for name, flag in flags.items()} for section, flags in report.flags.items()}


def check_flags(
    rubric: Rubric,
    reading: Reading,
    verdicts: Mapping[str, Mapping[str, Verdict]],
    facts: Sequence[Fact],
    titles: Mapping[str, str],
    language: Sequence[Finding],
) -> tuple[FlagTable, list[Finding]]:
    """The flags of every section that has text, and what is to be said of them.

    `titles` maps a section's key to its title; `language` are the findings of the language rules in the text.
    """
    by_section: dict[str, list[SectionView]] = {}
    masks: dict[str, int] = {}
    for view in reading.views:
        if view.id is not None and any(unit.carries and unit.words for unit in view.units):
            by_section.setdefault(view.id, []).append(view)
            masks[view.id] = reading.marks.home[view.id]
    table: FlagTable = {}
    findings: list[Finding] = []
    for rule in rubric.flag_rules.values():
        shared = shared_text(by_section, rule.same) if rule.same is not None else {}
        if by_section.keys().isdisjoint(rule.sections):
            continue
        raised = [(clause.name, carrying(clause, reading)) for clause in rule.detect]
        for section, place in rule.sections.items():
            seen = by_section.get(section)
            if not seen:
                continue
            copies = shared.get(section, ())
            spoken = _by_language(rule, seen, language)
            passages = [
                *_by_clauses(raised, masks[section], reading),
                *spoken,
                *(_Passage(copy.view, copy.unit, rule.title) for copy in copies),
            ]
            flag = Flag(
                id=rule.id,
                title=rule.title,
                value=bool(passages),
                wanted=rule.wanted,
                spans=tuple(dict.fromkeys(passage.span for passage in passages))[:_SPANS_SHOWN],
                by=passages[0].by if passages else "",
            )
            table.setdefault(section, {})[rule.id] = flag
            if copies:
                findings.extend(_copied(rule, place, section, copies, table, titles))
            elif not spoken and _to_be_told(flag, place, verdicts.get(section, {})):
                findings.append(_told(flag, place, section, facts))
    return table, findings


def _by_clauses(raised: Sequence[tuple[str, int]], section: int, reading: Reading) -> list[_Passage]:
    """The first passages in a section of the first clause that has any there."""
    marks = reading.marks
    for name, units in raised:
        if found := units & section:
            return [
                _Passage(reading.views[marks.view_of[unit]], unit - marks.offsets[marks.view_of[unit]], name)
                for unit in islice(bits(found), _SPANS_SHOWN)
            ]
    return []


def _by_language(rule: FlagRule, views: Sequence[SectionView], language: Sequence[Finding]) -> list[_Passage]:
    if not rule.language:
        return []
    wanted = {f"bahasa.{name}" for name in rule.language}
    keys = {view.key: view for view in views}
    return [
        _Passage(keys[finding.span.section], keys[finding.span.section].unit_at(finding.span.start), finding.rule)
        for finding in language
        if finding.rule in wanted and finding.span is not None and finding.span.section in keys
    ]


def _to_be_told(flag: Flag, place: FlagPlace, verdicts: Mapping[str, Verdict]) -> bool:
    """Whether the flag is worth a finding here that no gap of an element makes already."""
    if place.tell == "never" or flag.value != (place.tell == "found"):
        return False
    if all(verdict.status == "absent" for verdict in verdicts.values()):
        return False
    element, _, part = place.told_by.partition(".")
    verdict = verdicts.get(element)
    return verdict is None or verdict.parts.get(part) == "present"


def _told(flag: Flag, place: FlagPlace, section: str, facts: Sequence[Fact]) -> Finding:
    usable = _usable(place, facts)
    shown = "; ".join(f"{fact.label}: {_short(fact.text)} (`{fact.id}`)" for fact in usable)
    return Finding(
        rule=f"tanda.{flag.id}",
        severity=place.severity,
        message=place.message,
        fix=f"{place.fix} Fakta yang dapat dipakai: {shown}." if usable else place.fix,
        section=section,
        span=flag.spans[0] if flag.spans else None,
        facts=tuple(fact.id for fact in usable),
    )


def _usable(place: FlagPlace, facts: Sequence[Fact]) -> list[Fact]:
    """The facts that could be used, the worthiest first, one of each item."""
    found: dict[str, Fact] = {}
    for pattern in place.facts:
        root = pattern.partition("*")[0]
        for fact in facts:
            if fact.id.startswith(root) and matches(pattern, fact.id):
                found.setdefault(fact.item, fact)
    return list(found.values())[:_FACTS_SHOWN]


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else text[: _SHORT - 1].rsplit(" ", 1)[0] + "…"


def _copied(
    rule: FlagRule,
    place: FlagPlace,
    section: str,
    copies: Sequence[Shared],
    table: FlagTable,
    titles: Mapping[str, str],
) -> list[Finding]:
    """One finding for each other section, in whichever of the two stands later among the flag's sections."""
    by_other: dict[str, list[Shared]] = {}
    for copy in copies:
        by_other.setdefault(copy.other.key, []).append(copy)
    findings = []
    for other, pairs in by_other.items():
        later = pairs[0].other.id
        if later in rule.sections and later not in {name for name in table if rule.id in table[name]}:
            continue  # told there
        here = [_Passage(pair.view, pair.unit, "").span for pair in pairs]
        quoted = pairs[0].view.document.text[here[0].start : here[0].end]
        there = [_Passage(pair.other, pair.other_unit, "").span for pair in pairs]
        findings.append(
            Finding(
                rule=f"tanda.{rule.id}",
                severity=place.severity,
                message=place.message.format(other=titles.get(other, other), count=len(pairs)),
                fix=place.fix,
                section=section,
                span=here[0],
                excerpt=quoted if len(quoted) <= _QUOTED else "",
                related=(*there[:1], *here[1:], *there[1:])[:_SPANS_SHOWN],
            )
        )
    return findings
