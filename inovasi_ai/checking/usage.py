"""What an official should know beside the gaps: misplaced content, figures left unused, unknown indicators."""

from __future__ import annotations

from collections.abc import Sequence

from inovasi_ai.domain.doubt import doubtful, unsourced
from inovasi_ai.domain.facts import Fact
from inovasi_ai.domain.innovation import Innovation
from inovasi_ai.domain.plausibility import plausibility
from inovasi_ai.domain.report import Finding, Mention, Severity, Verdict
from inovasi_ai.domain.rubric import Indicator, Rubric
from inovasi_ai.errors import Problem
from inovasi_ai.text.values import Quantity

__all__ = ["check_facts", "check_figures_used", "check_indicator_numbers", "check_places"]

_SHOWN = 4


def check_facts(innovation: Innovation) -> list[Finding]:
    """What the facts say of themselves: doubts block, contradictions warn, figures without source or period are told.

    The place in the facts file is named, for the text is not at fault.
    """
    kinds: tuple[tuple[str, Severity, str, tuple[Problem, ...]], ...] = (
        ("fakta.belum_pasti", "blocking", "Pastikan pada sumbernya, atau hapus dari fakta.", doubtful(innovation)),
        ("fakta.kewajaran", "warning", "Periksa fakta itu pada sumbernya.", plausibility(innovation)),
        ("fakta.tanpa_sumber", "info", "Lengkapi agar angkanya dapat dipertanggungjawabkan.", unsourced(innovation)),
    )
    return [
        Finding(
            rule=rule,
            severity=severity,
            message=f"{problem}.",
            fix=fix,
            facts=(problem.field,) if problem.field else (),
        )
        for rule, severity, fix, problems in kinds
        for problem in problems
    ]


def check_places(verdicts: Sequence[Verdict], rubric: Rubric) -> list[Finding]:
    """Content that stands under another heading than its own: it counts, and it should stand in its own place too."""
    titles = {section.id: section.title for section in rubric.sections}
    findings = []
    for verdict in verdicts:
        if verdict.found_in is None or verdict.status == "absent":
            continue
        section_id, _, element_id = verdict.found_in.partition("/")
        where = rubric.elements[element_id].title if element_id else titles.get(section_id, section_id)
        home = titles[verdict.section]
        under = f", di bawah {verdict.title}" if home != verdict.title else ""
        findings.append(
            Finding(
                rule="unsur.salah_tempat",
                severity="warning",
                message=f"Isi unsur {verdict.title} ada, tetapi berada di bawah {where}.",
                fix=f"Tulis di {home}{under}; di tempat semula biarkan hanya yang menjadi isinya.",
                section=verdict.spans[0].section if verdict.spans else None,
                element=verdict.element,
                span=verdict.spans[0] if verdict.spans else None,
            )
        )
    return findings


def check_indicator_numbers(innovation: Innovation, indicators: Sequence[Indicator]) -> list[Finding]:
    """Indicators named in the facts that this edition does not have."""
    known = {indicator.number for indicator in indicators}
    if not known:
        return []
    named = {number: f"indikator.{number}" for number in innovation.indikator}
    named.update({entry.indikator: "data_dukung" for entry in innovation.data_dukung})
    return [
        Finding(
            rule="fakta.indikator_tidak_dikenal",
            severity="warning",
            message=f"Indikator {number} tidak ada pada edisi ini; isinya tidak dipakai.",
            fix=f"Pakai nomor {min(known)} sampai {max(known)}.",
            facts=(field,),
        )
        for number, field in sorted(named.items())
        if number not in known
    ]


def _figure(quantity: Quantity) -> tuple[object, ...]:
    return quantity.low, quantity.high, quantity.unit


def check_figures_used(
    verdicts: Sequence[Verdict], rubric: Rubric, facts: Sequence[Fact], mentions: Sequence[Mention]
) -> list[Finding]:
    """Of the measured `facts` those whose figure stands nowhere, though the element is there.

    They are told, not held against the text.
    """
    told = {fact_id for mention in mentions if mention.verdict in ("supported", "derived") for fact_id in mention.facts}
    # Two facts may bear one figure, and a mention names the one it fits best: the figure stands there for both.
    figures = {_figure(fact.value) for fact in facts if fact.id in told and isinstance(fact.value, Quantity)}
    unused_facts = [
        fact
        for fact in facts
        if isinstance(fact.value, Quantity) and fact.id not in told and _figure(fact.value) not in figures
    ]
    findings = []
    for verdict in verdicts:
        if verdict.status == "absent":
            continue
        groups = rubric.elements[verdict.element].facts
        unused = [fact for fact in unused_facts if fact.group in groups]
        if not unused:
            continue
        shown = "; ".join(f"{fact.label}: {fact.text} (`{fact.id}`)" for fact in unused[:_SHOWN])
        more = f"; dan {len(unused) - _SHOWN} angka lain" if len(unused) > _SHOWN else ""
        findings.append(
            Finding(
                rule="fakta.angka_tidak_dipakai",
                severity="info",
                message=f"{verdict.title}: angka dari fakta berikut tidak ada dalam naskah: {shown}{more}.",
                fix="Tambahkan bila angkanya penting bagi unsur ini.",
                section=verdict.section,
                element=verdict.element,
                facts=tuple(fact.id for fact in unused),
            )
        )
    return findings
