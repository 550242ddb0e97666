"""`check`: one pass over a draft or text that gives verdicts, findings, gaps, mentions and completeness."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

from inovasi_ai.checking.alignment import FactWords
from inovasi_ai.checking.consistency import (
    check_age,
    check_decree_years,
    check_figures_agree,
    check_length,
    check_name,
)
from inovasi_ai.checking.elements import judge
from inovasi_ai.checking.gaps import element_gaps, evidence_gaps, profile_gaps, unsupported_gaps
from inovasi_ai.checking.grounding import FactIndex, ground
from inovasi_ai.checking.language import check_language
from inovasi_ai.checking.language_rules import LanguageRules, load_language_rules
from inovasi_ai.checking.view import SectionView, heading_index
from inovasi_ai.domain.draft import Draft
from inovasi_ai.domain.innovation import Innovation
from inovasi_ai.domain.plausibility import plausibility
from inovasi_ai.domain.report import Finding, Mention, Report, SectionText, Verdict
from inovasi_ai.domain.rubric import Completeness, Rubric, load_rubric
from inovasi_ai.errors import OptionError
from inovasi_ai.sources.narrative import Narrative, split_sections
from inovasi_ai.text.cues import CueMatcher
from inovasi_ai.text.document import Document

__all__ = ["check", "completeness", "section_headings"]

_FUNCTION_WORDS = "kata_tugas"
_SEVERITIES = {"blocking": 0, "warning": 1, "info": 2}
_matchers: dict[int, tuple[Rubric, CueMatcher]] = {}


def check(
    draft: Draft | str | Mapping[str, str] | Narrative,
    innovation: Innovation | None = None,
    rubric: Rubric | str | None = None,
    *,
    language: LanguageRules | None = None,
) -> Report:
    """Hold a draft, or any text, against a rubric.

    `draft` is a `Draft`, one text (split into the form's sections by its headings), a mapping from section id to text, or a
    `Narrative` read from a file. With an `innovation` every figure, date and regulation is held against its facts and gaps are
    routed by cause; without one, elements are still found. `rubric` is a `Rubric` or its id, the default edition when None.

    Pure: the same input gives the same `Report`, and nothing is read but the rubric's data.
    """
    if rubric is None or isinstance(rubric, str):
        rubric = load_rubric(rubric)
    language = language or load_language_rules()
    texts = _texts(draft, rubric)
    views = _views(texts, rubric, draft if isinstance(draft, Draft) else None)
    facts = innovation.facts() if innovation is not None else ()
    words = FactWords(facts, frozenset(rubric.cues.get(_FUNCTION_WORDS, ()))) if facts else None

    verdicts: dict[str, dict[str, Verdict]] = {}
    findings: list[Finding] = []
    for section in rubric.sections:
        verdicts[section.id] = {}
        for element_id in section.elements:
            element = rubric.elements[element_id]
            verdict = judge(element, rubric, views, facts, words)
            verdicts[section.id][element_id] = verdict
            findings.extend(element_gaps(verdict, element, facts, grounded=innovation is not None))

    sections = _section_texts(texts, rubric, views)
    titles = {section.id: section.title for section in sections}
    mentions: list[Mention] = []
    if innovation is not None:
        index = FactIndex(innovation)
        for view in views:
            found = ground(view.document, index)
            mentions.extend(mention.model_copy(update={"section": view.key}) for mention in found)
        findings.extend(unsupported_gaps(mentions, {fact.id: fact for fact in facts}, titles))
        findings.extend(check_age(innovation, rubric.age_window))
        findings.extend(check_decree_years(innovation, rubric.indicators, rubric.points_of))
        findings.extend(check_name(innovation, views))
        findings.extend(_implausible(innovation))
        findings.extend(profile_gaps(innovation, rubric.id))
        findings.extend(evidence_gaps(innovation, rubric))
    findings.extend(check_length(sections))
    findings.extend(check_figures_agree(views))
    findings.extend(_unverified(draft))
    for view in views:
        skip = _names_to_skip(view.document, innovation)
        found_language = check_language(view.document, view.id, language, skip=skip)
        findings.extend(finding if view.key == view.id else _keyed(finding, view.key) for finding in found_language)

    order = {section.id: position for position, section in enumerate(sections)}
    findings.sort(
        key=lambda finding: (
            _SEVERITIES[finding.severity],
            order.get(finding.section or "", len(order)),
            finding.span.start if finding.span else -1,
        )
    )
    return Report(
        title=draft.title if isinstance(draft, Draft | Narrative) else innovation.nama_inovasi if innovation else "Naskah",
        rubric=rubric.id,
        rubric_title=rubric.title,
        rubric_revision=rubric.revision,
        rubric_hash=rubric.content_hash,
        facts_hash=innovation.facts_hash() if innovation is not None else None,
        sections=sections,
        verdicts=verdicts,
        findings=tuple(findings),
        mentions=tuple(mentions),
        kelengkapan=completeness(verdicts, rubric),
    )


def completeness(verdicts: Mapping[str, Mapping[str, Verdict]], rubric: Rubric) -> Decimal:
    """*Kelengkapan*, 0–100 with one decimal: the weighted mean of the elements' statuses, by the rubric's own values."""
    values: Completeness = rubric.completeness
    total = gained = Decimal(0)
    for section in verdicts.values():
        for verdict in section.values():
            weight = rubric.elements[verdict.element].weight
            total += weight
            gained += weight * getattr(values, verdict.status)
    if not total:
        return Decimal(0)
    return (gained / total * 100).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)


def section_headings(rubric: Rubric) -> dict[str, tuple[str, ...]]:
    """Section id to the headings under which people write it: what `sources.narrative` splits texts by."""
    return {section.id: (section.title, *section.headings) for section in rubric.sections}


def _texts(draft: Draft | str | Mapping[str, str] | Narrative, rubric: Rubric) -> list[tuple[str | None, str]]:
    """(section id, text) in order; None for text that belongs to no section."""
    if isinstance(draft, Draft):
        return [(section.id, section.text) for section in draft.sections]
    if isinstance(draft, Mapping):
        known = {section.id for section in rubric.sections}
        for name in draft:
            if name not in known:
                raise OptionError(f"bagian `{name}` tidak ada dalam rubrik {rubric.id}; yang ada: {', '.join(sorted(known))}")
        return [(section.id, draft[section.id]) for section in rubric.sections if section.id in draft]
    if isinstance(draft, str):
        return [(section.id, section.text) for section in split_sections(draft, section_headings(rubric))]
    return [(section.id, section.text) for section in draft.sections]


def _views(
    texts: Sequence[tuple[str | None, str]], rubric: Rubric, draft: Draft | None
) -> list[SectionView]:
    cached = _matchers.get(id(rubric))
    if cached is None:
        if len(_matchers) >= 16:
            _matchers.clear()
        cached = _matchers[id(rubric)] = (rubric, CueMatcher(rubric.cues))
    headings = heading_index({element.id: (element.title, *element.headings) for element in rubric.elements.values()})
    alone = {section.id: section.elements[0] for section in rubric.sections if len(section.elements) == 1}
    views = []
    met: dict[str, int] = {}
    for section_id, text in texts:
        base = section_id or ""
        met[base] = met.get(base, 0) + 1
        key = base if met[base] == 1 else f"{base}~{met[base]}"
        views.append(
            SectionView(
                id=section_id,
                document=Document(text),
                matcher=cached[1],
                element_headings=headings,
                key=key,
                placed=draft[section_id].placed if draft is not None and section_id else (),
                own_element=alone.get(section_id) if section_id else None,
            )
        )
    return views


def _keyed(finding: Finding, key: str) -> Finding:
    span = finding.span.model_copy(update={"section": key}) if finding.span else None
    return finding.model_copy(update={"section": key, "span": span})


def _section_texts(
    texts: Sequence[tuple[str | None, str]], rubric: Rubric, views: Sequence[SectionView]
) -> tuple[SectionText, ...]:
    known = {section.id: section for section in rubric.sections}
    shown = []
    for (section_id, text), view in zip(texts, views, strict=True):
        section = known.get(section_id or "")
        shown.append(
            SectionText(
                id=view.key,
                title=section.title if section else "Naskah",
                text=text,
                # Headings are no narrative: only what carries content is counted against the bounds.
                words=sum(unit.words for unit in view.units if unit.carries),
                min_words=section.min_words if section else None,
                max_words=section.max_words if section else None,
            )
        )
    return tuple(shown)


def _names_to_skip(document: Document, innovation: Innovation | None) -> list[tuple[int, int]]:
    """Stretches whose spelling is not the writer's to change: the innovation's name and the titles of regulations."""
    skip = [(mention.start, mention.end) for mention in document.regulations]
    if innovation is not None:
        name = innovation.nama_inovasi
        start = document.text.find(name)
        while start != -1:
            skip.append((start, start + len(name)))
            start = document.text.find(name, start + len(name))
    return skip


def _implausible(innovation: Innovation) -> list[Finding]:
    """What the facts themselves contradict; the place in the facts file is named, for the text is not at fault."""
    return [
        Finding(
            rule="fakta.kewajaran",
            severity="warning",
            message=str(problem) + ".",
            fix="Periksa fakta itu pada sumbernya.",
            facts=(problem.field,) if problem.field else (),
        )
        for problem in plausibility(innovation)
    ]


def _unverified(draft: object) -> list[Finding]:
    if not isinstance(draft, Draft):
        return []
    return [
        Finding(
            rule="dasar.belum_terverifikasi",
            severity="blocking",
            message="Kalimat ini belum terverifikasi terhadap fakta.",
            fix="Lengkapi faktanya atau hapus kalimatnya.",
            section=section.id,
            excerpt=sentence.text,
            facts=sentence.facts,
        )
        for section in draft.sections
        for sentence in section.sentences
        if not sentence.verified
    ]
