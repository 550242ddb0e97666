"""`check`: one pass over a draft or text that gives verdicts, findings, gaps, mentions and completeness."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

from inovasi_ai.checking.consistency import check_length, check_name
from inovasi_ai.checking.consistency_texts import check_agreement
from inovasi_ai.checking.elements import Reading, judge
from inovasi_ai.checking.flags import check_flags
from inovasi_ai.checking.gaps import element_gaps, unsupported_gaps
from inovasi_ai.checking.grounding import ground
from inovasi_ai.checking.hollow import silent
from inovasi_ai.checking.intake import Stretch, stretches
from inovasi_ai.checking.language import check_language
from inovasi_ai.checking.language_rules import LanguageRules, load_language_rules
from inovasi_ai.checking.ready import ReadyRubric, ready_facts, ready_rubric
from inovasi_ai.checking.usage import check_figures_used, check_places
from inovasi_ai.checking.view import SectionView
from inovasi_ai.checking.what_was_read import check_reading
from inovasi_ai.domain.draft import Draft
from inovasi_ai.domain.innovation import Innovation
from inovasi_ai.domain.report import Finding, Mention, Report, SectionText, Verdict
from inovasi_ai.domain.rubric import Completeness, Rubric, load_rubric
from inovasi_ai.errors import require
from inovasi_ai.sources.narrative import Narrative
from inovasi_ai.text.document import Document

__all__ = ["check", "completeness"]

_NOWHERE = "-"
_SEVERITIES = {"blocking": 0, "warning": 1, "info": 2}
_UNGROUNDED = Finding(
    rule="dasar.tidak_diperiksa",
    severity="info",
    message="Angka, tanggal, dan peraturan dalam naskah ini tidak diperiksa, karena faktanya tidak diberikan.",
    fix="Berikan berkas faktanya agar tiap angka dapat dicocokkan.",
)


def check(
    draft: Draft | str | Mapping[str, str] | Narrative,
    innovation: Innovation | None = None,
    rubric: Rubric | str | None = None,
    *,
    language: LanguageRules | None = None,
) -> Report:
    """Hold a draft, or any text, against a rubric.

    `draft` is a `Draft`, one text (split into the form's sections by its headings), a mapping from section id to text,
    or a `Narrative` read from a file. With an `innovation` every figure, date and regulation is held against its facts
    and gaps are routed by cause; without one, elements are still found. `rubric` is a `Rubric` or its id, the default
    edition when None; `language` the rules of the language, those that come along when None.

    Pure: the same input gives the same `Report`, and nothing is read but the rubric's data.
    """
    if rubric is None or isinstance(rubric, str):
        rubric = load_rubric(rubric)
    require(rubric, Rubric, "Rubrik yang diberikan bukan rubrik", "id rubrik seperti iga-2026, atau load_rubric(...)")
    require(
        innovation,
        (Innovation, type(None)),
        "Fakta pembanding bukan Innovation",
        "Innovation.load(berkas) atau Innovation.from_mapping(data)",
    )
    language = language or load_language_rules()
    ready = ready_rubric(rubric)
    known = ready_facts(innovation, ready) if innovation is not None else None
    given = stretches(draft, rubric)
    views = _views(given, ready, draft if isinstance(draft, Draft) else None)
    prose = [view for stretch, view in zip(given, views, strict=True) if not stretch.form]
    reading = Reading(prose, rubric, known.by_id if known else (), known.words if known else None)

    verdicts: dict[str, dict[str, Verdict]] = {}
    findings: list[Finding] = []
    for section in rubric.sections:
        verdicts[section.id] = {}
        for element_id in section.elements:
            element = rubric.elements[element_id]
            verdict = judge(element, rubric, reading)
            verdicts[section.id][element_id] = verdict
            findings.extend(element_gaps(verdict, element, known.feeding if known else None))

    sections = _section_texts(given, rubric, views)
    titles = {section.id: section.title for section in sections}
    every = [verdict for section in verdicts.values() for verdict in section.values()]
    findings.extend(check_places(every, rubric))
    mentions: list[Mention] = []
    if known is not None and innovation is not None:
        for stretch, view in zip(given, views, strict=True):
            found = ground(view.document, known.index, section=view.key)
            # The form's own labels and choices are no claims.
            mentions.extend(mention for mention in found if not (stretch.form and mention.kind == "name"))
        findings.extend(unsupported_gaps(mentions, known.by_id, titles))
        findings.extend(known.conditions)
        findings.extend(check_name(innovation, prose))
        findings.extend(known.own)
        findings.extend(check_figures_used(every, rubric, known.measured, mentions))
    elif any(view.quantities or view.dated or view.citations for view in prose):
        findings.append(_UNGROUNDED)
    findings.extend(check_length(sections))
    findings.extend(check_agreement(prose, titles, innovation, mentions, ready.decrees))
    findings.extend(_unverified(draft))
    findings.extend(check_reading(draft, rubric, given, views))
    told: list[Finding] = []
    for view in prose:
        findings.extend(ready.hollow.findings(view))
        skip = _names_to_skip(view.document, innovation)
        found_language = check_language(view.document, view.id, language, skip=skip)
        told.extend(finding if view.key == view.id else _keyed(finding, view.key) for finding in found_language)
    findings.extend(told)
    flags, flagged = check_flags(rubric, reading, verdicts, known.facts if known else (), titles, told)
    findings.extend(flagged)
    reading.marks.release()

    order = {section.id: position for position, section in enumerate(sections)}
    findings.sort(
        key=lambda finding: (
            _SEVERITIES[finding.severity],
            order.get(finding.span.section if finding.span else finding.section or _NOWHERE, len(order)),
            finding.span.start if finding.span else -1,
        )
    )
    places = {view.key: stretch.place for stretch, view in zip(given, views, strict=True) if stretch.place is not None}
    if places:
        findings = [_placed(finding, places) for finding in findings]
    return Report(
        title=_title(draft, innovation),
        rubric=rubric.id,
        rubric_title=rubric.title,
        rubric_revision=rubric.revision,
        rubric_hash=rubric.content_hash,
        facts_hash=known.hash if known else None,
        sections=sections,
        verdicts=verdicts,
        flags=flags,
        findings=tuple(findings),
        mentions=tuple(mentions),
        kelengkapan=completeness(verdicts, rubric),
    )


def _title(draft: object, innovation: Innovation | None) -> str:
    if isinstance(draft, Draft) or (isinstance(draft, Narrative) and innovation is None):
        return draft.title
    return innovation.nama_inovasi if innovation is not None else "Naskah"


def completeness(verdicts: Mapping[str, Mapping[str, Verdict]], rubric: Rubric) -> Decimal:
    """*Kelengkapan*, 0–100 with one decimal: the weighted mean of the statuses, in the rubric's own values."""
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


def _views(given: Sequence[Stretch], ready: ReadyRubric, draft: Draft | None) -> list[SectionView]:
    views = []
    met: dict[str, int] = {}
    for stretch in given:
        section_id = stretch.id
        base = section_id or ""
        met[base] = met.get(base, 0) + 1
        key = base if met[base] == 1 else f"{base}~{met[base]}"
        views.append(
            SectionView(
                id=section_id,
                document=Document(stretch.text),
                matcher=ready.matcher,
                element_headings=ready.headings,
                key=key,
                placed=draft[section_id].placed if draft is not None and section_id else (),
                own_element=ready.alone.get(section_id) if section_id else None,
                find_hollow=None if stretch.form else ready.hollow,
            )
        )
    if ready.hollow.off_topic([view for view in views if view.find_hollow is not None]):
        views = [silent(view) if view.find_hollow is not None else view for view in views]
    return views


def _keyed(finding: Finding, key: str) -> Finding:
    span = finding.span.model_copy(update={"section": key}) if finding.span else None
    return finding.model_copy(update={"section": key, "span": span})


def _placed(finding: Finding, places: Mapping[str, Callable[[int], str]]) -> Finding:
    if finding.span is None or finding.span.section not in places:
        return finding
    return finding.model_copy(update={"place": places[finding.span.section](finding.span.start)})


def _section_texts(given: Sequence[Stretch], rubric: Rubric, views: Sequence[SectionView]) -> tuple[SectionText, ...]:
    known = {section.id: section for section in rubric.sections}
    shown = []
    for stretch, view in zip(given, views, strict=True):
        section = known.get(stretch.id or "")
        shown.append(
            SectionText(
                id=view.key,
                title=section.title if section else "Profil" if stretch.form else "Naskah",
                text=stretch.text,
                # Headings are no narrative: only what carries content is counted against the bounds.
                words=sum(unit.words for unit in view.drawn if unit.carries),
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
