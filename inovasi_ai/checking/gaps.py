"""From verdicts to gaps: what is there, what is not, why, whom to ask what, and which document would close it."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence

from inovasi_ai.checking.alignment import select
from inovasi_ai.domain.facts import Fact
from inovasi_ai.domain.form import rubric_form
from inovasi_ai.domain.innovation import Innovation
from inovasi_ai.domain.report import Cause, Gap, Mention, PartVerdict, Severity, Span, Verdict
from inovasi_ai.domain.rubric import Element, Part, Rubric
from inovasi_ai.text.document import Document
from inovasi_ai.text.quantities import parse_quantity
from inovasi_ai.text.values import Quantity, Regulation

from .judgement import OF_ESTIMATES

__all__ = ["element_gaps", "evidence_gaps", "listing", "part_facts", "profile_gaps", "unsupported_gaps"]

_SHORT = 90


def listing(words: Sequence[str]) -> str:
    """`a`, `a dan b`, `a, b, dan c`; apart by semicolons where an entry holds an `dan` of its own."""
    if len(words) > 1 and any(" dan " in word or "," in word for word in words):
        return "; ".join(words)
    if len(words) <= 2:
        return " dan ".join(words)
    return ", ".join(words[:-1]) + ", dan " + words[-1]


def part_facts(part: Part, facts: Sequence[Fact]) -> list[Fact]:
    """The facts that feed a part; none when there are fewer than it takes."""
    found = select(facts, part.facts)
    if part.facts_level:
        found = [fact for fact in found if getattr(fact.value, "level", None) in part.facts_level]
    if part.facts_require:
        found = [
            fact
            for fact in found
            if not isinstance(fact.value, Regulation)
            or all(getattr(fact.value, leaf) is not None for leaf in part.facts_require)
        ]
    if part.facts_with == "quantity":
        found = [fact for fact in found if isinstance(fact.value, Quantity) or Document(fact.text).quantities]
    return found if len({fact.item for fact in found}) >= part.facts_min else []


def element_gaps(verdict: Verdict, element: Element, feeding: Callable[[Part], Sequence[Fact]] | None) -> list[Gap]:
    """The gaps of an element, one per cause. `feeding` gives the facts that feed a part.

    Without facts (`feeding` None) what is lacking must be asked for.
    """
    grounded = feeding is not None
    if verdict.status == "present":
        return []
    parts = {part.id: part for part in element.parts}
    lacking = [part for part in verdict.part_verdicts if part.required and part.status != "present"]
    there = [part.title for part in verdict.part_verdicts if part.required and part.status == "present"]
    by_cause: dict[Cause, list[PartVerdict]] = {}
    known: dict[str, Sequence[Fact]] = {}
    for part_verdict in lacking:
        known[part_verdict.id] = feeding(parts[part_verdict.id]) if feeding is not None else ()
        cause: Cause = "not_written" if known[part_verdict.id] else "fact_missing"
        by_cause.setdefault(cause, []).append(part_verdict)
    gaps = []
    for cause, part_verdicts in by_cause.items():
        rules = [parts[part.id] for part in part_verdicts]
        severity: Severity = "blocking" if any(rule.severity == "blocking" for rule in rules) else "warning"
        evidence = [fact for part in part_verdicts for fact in known[part.id]]
        half = [part for part in part_verdicts if part.status == "partial"]
        first = half[0].spans[0] if half and half[0].spans else None
        gaps.append(
            Gap(
                rule=f"unsur.{element.id}",
                severity=severity,
                message=_message(cause, part_verdicts, evidence, grounded=grounded),
                fix=_fix(cause, rules, grounded=grounded),
                section=verdict.section,
                element=element.id,
                span=first,
                facts=tuple(fact.id for fact in evidence[:6]),
                cause=cause,
                status=verdict.status,
                title=element.title,
                there=f"Sudah tertulis: {listing(there)}." if there else "",
                question=" ".join(rule.ask for rule in rules) if cause == "fact_missing" else "",
                ask_whom=element.ask_whom if cause == "fact_missing" else "",
                source=", ".join(element.sources),
            )
        )
    return gaps


def _message(cause: Cause, part_verdicts: Sequence[PartVerdict], evidence: Sequence[Fact], *, grounded: bool) -> str:
    said = (("belum ada dalam naskah", "absent"), ("baru disinggung, belum dinyatakan", "partial"))
    told = [(words, [part.title for part in part_verdicts if part.status == status]) for words, status in said]
    lack = "; ".join(f"{words}: {listing(titles)}" for words, titles in told if titles)
    if cause == "fact_missing":
        return f"{lack[0].upper()}{lack[1:]}" + ("; faktanya juga belum ada." if grounded else ".")
    shown = "; ".join(f"{_short(fact.text)} (`{fact.id}`)" for fact in evidence[:2])
    more = f"; dan {len(evidence) - 2} fakta lain" if len(evidence) > 2 else ""
    return f"{lack[0].upper()}{lack[1:]}, padahal faktanya ada: {shown}{more}."


def _fix(cause: Cause, rules: Sequence[Part], *, grounded: bool) -> str:
    if cause == "not_written":
        return "Tambahkan satu kalimat dari fakta itu."
    if not grounded:
        return "Lengkapi naskah dengan jawabannya, beserta angka, periode, dan sumbernya bila ada."
    fields = dict.fromkeys(_field(pattern) for rule in rules for pattern in rule.facts[:1])
    return f"Lengkapi {listing(list(fields))} pada berkas fakta."


def _field(pattern: str) -> str:
    """A pattern as a person finds it in the file: `langkah.*.pelaku` is `pelaku` of every `langkah`."""
    segments = pattern.split(".")
    group = ".".join(itertools.takewhile(lambda segment: segment != "*", segments))
    return (
        f"`{segments[-1]}` pada tiap butir `{group}`"
        if segments[-1] not in ("*", group.split(".")[-1])
        else f"`{group}`"
    )


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else text[: _SHORT - 1].rsplit(" ", 1)[0] + "…"


def evidence_gaps(innovation: Innovation, rubric: Rubric) -> list[Gap]:
    """Indicators that must be filled but are empty, and indicators that are claimed while no document is listed."""
    documented = {document.indikator for document in innovation.data_dukung}
    gaps = []
    for indicator in rubric.indicators:
        claimed = indicator.number in innovation.indikator or bool(select(innovation.facts(), indicator.facts))
        if indicator.number in documented or not (indicator.mandatory or claimed):
            continue
        documents = "; ".join(indicator.documents)
        message, fix = (
            (
                "Indikator ini dinyatakan terpenuhi, tetapi belum ada dokumen bukti yang terdaftar.",
                f"Siapkan dan daftarkan pada `data_dukung`: {documents}.",
            )
            if claimed
            else (
                "Indikator ini wajib diisi, tetapi fakta dan buktinya belum ada.",
                f"Lengkapi fakta pada `indikator` {indicator.number} dan daftarkan buktinya: {documents}.",
            )
        )
        gap = Gap(
            rule="bukti.belum_terdaftar" if claimed else "bukti.indikator_wajib",
            severity="warning",
            message=message,
            fix=fix,
            facts=tuple(
                dict.fromkeys(
                    fact.item if fact.group != "indikator" else fact.id
                    for fact in select(innovation.facts(), (f"indikator.{indicator.number}", *indicator.facts))
                )
            ),
            cause="evidence_missing" if claimed else "fact_missing",
            title=f"{indicator.title} (indikator {indicator.number})",
            question="" if claimed else indicator.question,
            ask_whom="" if claimed else "perangkat daerah pengusul",
            document=documents,
            indicator=indicator.number,
            points=indicator.points,
            points_of=rubric.points_of,
            source=", ".join(indicator.sources),
        )
        gaps.append(gap)
    return gaps


def profile_gaps(innovation: Innovation, rubric: Rubric) -> list[Gap]:
    """Fields of the form that must be filled and are empty. Narratives are judged as sections, not here."""
    form = rubric_form(rubric)
    gaps: list[Gap] = []
    for name, field in form.fields.items() if form else ():
        if field.mandatory != "ya" or name in _NARRATIVE or getattr(innovation, name, None) not in (None, ()):
            continue
        if name == "waktu_penerapan" and rubric.age_window is not None:
            continue  # told once, by the condition on the innovation's age
        gaps.append(
            Gap(
                rule="profil.wajib",
                severity="warning",
                message="Isian wajib pada formulir profil ini belum diisi.",
                fix=f"Isi `{name}` pada berkas fakta.",
                cause="fact_missing",
                title=field.label,
                question=field.ask or f"Apa isian “{field.label}” untuk inovasi ini?",
                ask_whom="perangkat daerah pengusul",
                facts=(name,),
            )
        )
    return gaps


_NARRATIVE = frozenset({"rancang_bangun", "tujuan", "manfaat", "hasil"})
_FAULTS = {"unsupported": "tanpa dasar", "wrong_role": "yang tidak cocok dengan fakta"}
_KINDS = {
    "number": "Angka",
    "percent": "Persentase",
    "money": "Jumlah uang",
    "duration": "Lama waktu",
    "date": "Tanggal atau tahun",
    "range": "Rentang",
    "regulation": "Peraturan",
    "name": "Nama",
}


def _estimate(mention: Mention, facts: Sequence[Fact]) -> str:
    """The estimate that a figure told as exact comes of, as the facts write it; nothing for any other mention."""
    if mention.verdict != "unsupported":
        return ""
    about = [fact for fact in facts if isinstance(fact.value, Quantity) and fact.value.hedge == "about"]
    if mention.derivation.startswith(OF_ESTIMATES):
        return listing([_short(fact.text) for fact in about])
    if mention.kind == "date" or not about:
        return ""
    written = parse_quantity(mention.text)
    same = [fact for fact in about if isinstance(fact.value, Quantity) and written is not None and written.hedge == ""
            and (fact.value.low, fact.value.unit) == (written.low, written.unit)]  # fmt: skip
    return _short(same[0].text) if same else ""


def unsupported_gaps(mentions: Sequence[Mention], facts: Mapping[str, Fact], titles: Mapping[str, str]) -> list[Gap]:
    """Claims in the text that no fact carries."""
    gaps = []
    for mention in mentions:
        if mention.verdict not in ("unsupported", "wrong_role"):
            continue
        nearest = nearest_all = [facts[fact_id] for fact_id in mention.facts if fact_id in facts]
        if mention.verdict == "wrong_role":
            reason = mention.derivation or "angkanya ada dalam fakta, tetapi untuk hal lain"
            message = f"Tidak cocok dengan faktanya: {reason}."
            nearest = [fact for fact in nearest if fact.text not in reason]
        else:
            message = f"Tidak ada fakta yang menyebut “{mention.text}”"
            message += f": {mention.derivation}." if mention.derivation else "."
            nearest = [fact for fact in nearest if fact.text not in mention.derivation]
        if nearest:
            shown = "; ".join(f"{fact.label}: {_short(fact.text)} (`{fact.id}`)" for fact in nearest[:2])
            message += f" Fakta terdekat: {shown}."
        estimate = _estimate(mention, nearest_all)
        if estimate:
            message = f"Fakta menyebut perkiraan ({estimate})."
        kind = _KINDS[mention.kind]
        where = f" ({titles[mention.section]})" if mention.section in titles else ""
        gaps.append(
            Gap(
                rule=f"dasar.{mention.kind}",
                # A name without fact may still be true: it is told, and holds nothing up.
                severity="warning" if mention.kind == "name" or estimate else "blocking",
                message=message,
                fix=f"Tulis sekitar {mention.text.strip()}."
                if estimate
                else "Hapus, perbaiki menurut faktanya, atau lengkapi fakta beserta sumbernya.",
                section=mention.section or None,
                span=Span.of(mention.section, mention.start, mention.end),
                excerpt=mention.text,
                facts=mention.facts,
                cause="unsupported_claim",
                status="present",
                title=f"{kind} {_FAULTS[mention.verdict]}{where}",
            )
        )
    return gaps
