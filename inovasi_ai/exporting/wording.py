"""How verdicts, causes and gaps are said in Indonesian: the same words in every export and on the terminal."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from inovasi_ai.domain.report import Cause, Finding, Gap, Report, SectionText, Status
from inovasi_ai.exporting.blocking import (
    BLOCKING_MARK,
    BLOCKING_TITLE,
    blocking_findings,
    blocking_names,
    blocking_text,
    other_findings,
)
from inovasi_ai.exporting.field_names import field_name, with_names
from inovasi_ai.exporting.labels import (
    CAUSES,
    CLAIM_MARK,
    DISCLAIMER,
    LIST_TITLE,
    UNVERIFIED_MARK,
    cause_advice,
    cause_label,
    decimal_text,
    flag_label,
    kind_label,
    mention_label,
    severity_label,
    status_label,
)

__all__ = [
    "BLOCKING_MARK",
    "BLOCKING_TITLE",
    "CAUSES",
    "CLAIM_MARK",
    "DISCLAIMER",
    "LIST_TITLE",
    "UNVERIFIED_MARK",
    "GapWords",
    "blocking_findings",
    "blocking_names",
    "cause_advice",
    "cause_label",
    "decimal_text",
    "finding_note",
    "finding_text",
    "flag_label",
    "gap_text",
    "gap_words",
    "gaps_by_cause",
    "kind_label",
    "mention_label",
    "other_findings",
    "place_text",
    "severity_label",
    "spelt",
    "spoken",
    "state_text",
    "status_label",
    "word_count_text",
    "word_count_texts",
]

_ORDER: tuple[Status, ...] = ("present", "partial", "absent")
_STATE: Mapping[tuple[Cause, Status], str] = {
    ("fact_missing", "absent"): "fakta belum ada",
    ("fact_missing", "partial"): "sebagian, fakta belum ada",
    ("not_written", "absent"): "belum ditulis",
    ("not_written", "partial"): "sebagian",
    ("evidence_missing", "absent"): "bukti belum ada",
    ("evidence_missing", "partial"): "bukti belum cukup",
}
_SMALL_AFTER_COLON = frozenset(
    (
        *("Ada", "Angka", "Belum", "Bentuk", "Fakta", "Hal", "Ini", "Kalimat", "Kata"),
        *("Keterangan", "Nilai", "Pernyataan", "Tanggal", "Tidak", "Ungkapan"),
    )
)
_FIELD = re.compile(r"`([^`\n]+)`")


@dataclass(frozen=True, slots=True)
class GapWords:
    """The sentences of one gap, apart, for exports that set them in their own type. Empty strings are left out."""

    title: str
    """Element, indicator or condition."""
    state: str
    """`sebagian`, `fakta belum ada`, ...; empty for a claim without fact."""
    mark: str
    """`menghalangi pengajuan`, or empty."""
    place: str
    """Of a claim, the words and where they stand: `“melayani 5.000 keluarga” (paragraf 42, bagian Manfaat)`."""
    body: str
    """What is there, what is not, and where in the file that was checked to look."""
    facts_label: str
    facts: tuple[tuple[str, str], ...]
    """Id and name of the facts that would close the gap, or come nearest; the name is empty where there is none."""
    ask: str
    """`Tanyakan kepada inovator:`"""
    question: str
    document: str
    fix: str
    points: str

    @property
    def head(self) -> str:
        """Title, state and mark: `Isu strategis — sebagian (menghalangi pengajuan)`."""
        if not self.state:
            return f"{self.title} — {self.mark}" if self.mark else self.title
        return f"{self.title} — {self.state} ({self.mark})" if self.mark else f"{self.title} — {self.state}"

    @property
    def opening(self) -> str:
        """Place and body as running text: `“…” (Manfaat): tidak ada fakta yang …`"""
        if self.place and self.body:
            return f"{self.place}: {_continued(self.body)}"
        return self.body or (f"{self.place}." if self.place else "")


def gap_words(gap: Gap, *, sections: Mapping[str, str] | None = None) -> GapWords:
    """Put a gap into words. `sections` maps section ids to titles; without it the id is spelt out."""
    sections = sections or {}
    quoted = _quoted_place(gap, sections) if gap.cause == "unsupported_claim" else ""
    title = _gap_title(gap)
    if quoted:  # the place says already which section it is
        title = title.removesuffix(f" ({_section_title(gap, sections)})")
    where = f"Lihat {place_text(gap, sections)}." if gap.place and not quoted else ""
    body = " ".join(_sentence(part) for part in (gap.there, gap.message, where) if part.strip())
    facts_label = "Fakta terdekat" if gap.cause == "unsupported_claim" else "Fakta yang tersedia"
    facts = tuple(fact for fact in gap.facts if f"`{fact}`" not in body) if gap.cause != "fact_missing" else ()
    question = gap.question.strip()
    whom = gap.ask_whom.strip() or "inovator"
    said = f"{body} {gap.fix}".casefold()
    document = gap.document.strip()
    return GapWords(
        title=title,
        state=_STATE.get((gap.cause, gap.status), ""),
        mark=BLOCKING_MARK if gap.severity == "blocking" else "",
        place=quoted,
        body=body,
        facts_label=facts_label if facts else "",
        facts=tuple((fact, field_name(fact)) for fact in facts),
        ask=f"Tanyakan kepada {whom}:" if question else "",
        question=question,
        document=f"Dokumen yang diperlukan: {document.rstrip('.')}." if document.casefold() not in said else "",
        fix=_sentence(with_names(gap.fix)) if gap.fix.strip() else "",
        points=_points(gap),
    )


def gap_text(gap: Gap, *, sections: Mapping[str, str] | None = None) -> str:
    """One gap as one paragraph with light emphasis: `**Isu strategis — sebagian.** … → Tambahkan satu kalimat.`"""
    words = gap_words(gap, sections=sections)
    parts = [f"**{words.head}.**", words.opening]
    if words.facts:
        named = (f"{name} (`{fact}`)" if name else f"`{fact}`" for fact, name in words.facts)
        parts.append(f"{words.facts_label}: {'; '.join(named)}.")
    if words.question:
        parts.append(f"{words.ask} *{words.question}*")
    parts += [words.document, f"→ {words.fix}" if words.fix else "", words.points]
    return " ".join(part for part in parts if part)


def gaps_by_cause(report: Report) -> list[tuple[Cause, list[Gap]]]:
    """The gaps of a report grouped for reading, groups in the order of `CAUSES`; causes without gaps are left out."""
    groups = [(cause, [gap for gap in report.gaps if gap.cause == cause]) for cause in CAUSES]
    return [(cause, gaps) for cause, gaps in groups if gaps]


def spoken(text: str) -> list[tuple[str, bool]]:
    """A message cut into its words (False) and the names of fields it sets in back quotes (True), in order."""
    parts = _FIELD.split(text)
    return [(part, index % 2 == 1) for index, part in enumerate(parts) if part]


def finding_text(finding: Finding, *, sections: Mapping[str, str] | None = None) -> str:
    """A finding that is no gap as one paragraph: the words in question, what is wrong, what to do, where it stands."""
    said = finding_note(finding)
    said = f"“{finding.excerpt}”: {_continued(said)}" if finding.excerpt else said
    place = place_text(finding, sections) if sections is not None else ""
    place = "" if place in finding.message else place
    return f"{said} [{place}]" if place else said


def finding_note(finding: Finding) -> str:
    """A finding beside the words it is about: what is wrong, what to do."""
    parts = [_sentence(with_names(finding.message))]
    if finding.replacement is not None:
        parts.append(f"→ Tulis “{finding.replacement}”." if finding.replacement else "→ Hapus.")
    elif finding.fix:
        parts.append(f"→ {_sentence(with_names(finding.fix))}")
    return " ".join(part for part in parts if part)


def place_text(finding: Finding, sections: Mapping[str, str]) -> str:
    """Where a finding stands: the section's title, in a file that was read `paragraf 42, bagian Hasil Inovasi`."""
    title = _section_title(finding, sections)
    if not finding.place:
        return title
    return f"{finding.place}, bagian {title}" if title else finding.place


def _section_title(finding: Finding, sections: Mapping[str, str]) -> str:
    # What stands under no heading has an empty key; only its span tells it from what stands in no text at all.
    key = finding.section or (finding.span.section if finding.span is not None else None)
    return sections.get(key, spelt(key)) if key is not None else ""


def word_count_text(section: SectionText) -> str:
    """`312 kata; minimum 300 terpenuhi`, with what is lacking or over when a bound is missed."""
    text = f"{decimal_text(section.words)} kata"
    if section.min_words is not None and section.words < section.min_words:
        lacking = decimal_text(section.min_words - section.words)
        return f"{text}; minimum {decimal_text(section.min_words)}, perlu {lacking} kata lagi"
    if section.max_words is not None and section.words > section.max_words:
        over = decimal_text(section.words - section.max_words)
        return f"{text}; maksimum {decimal_text(section.max_words)}, lebih {over} kata"
    bounds = []
    if section.min_words is not None:
        bounds.append(f"minimum {decimal_text(section.min_words)} terpenuhi")
    if section.max_words is not None:
        bounds.append(f"maksimum {decimal_text(section.max_words)} tidak terlampaui")
    return "; ".join([text, *bounds])


def word_count_texts(report: Report) -> list[str]:
    """Of each section that has bounds, its words held against them: `Rancang bangun …: 312 kata; minimum … .`"""
    return [
        f"{section.title}: {word_count_text(section)}."
        for section in report.sections
        if section.min_words is not None or section.max_words is not None
    ]


def state_text(report: Report) -> str:
    """The state of a draft in a few sentences, the first thing an official reads; all that blocks is counted."""
    statuses = [verdict.status for verdicts in report.verdicts.values() for verdict in verdicts.values()]
    sentences = [f"Kelengkapan {decimal_text(report.kelengkapan)} dari 100."]
    if statuses:
        counted = [(statuses.count(status), status_label(status)) for status in _ORDER if statuses.count(status)]
        listing = ", ".join(f"{number} {label}" for number, label in counted)
        sentences.append(f"Dari {len(statuses)} unsur yang diperiksa: {listing}.")
    gaps, halted = report.gaps, blocking_text(report)
    if gaps:
        blocking = sum(gap.severity == "blocking" for gap in gaps)
        tail = f", {blocking} di antaranya {BLOCKING_MARK}" if blocking and not halted else ""
        sentences.append(f"Ada {len(gaps)} kesenjangan yang perlu ditutup{tail}.")
    else:
        sentences.append("Tidak ada kesenjangan yang ditemukan.")
    return " ".join([*sentences, halted]).rstrip()


def _gap_title(gap: Gap) -> str:
    title = gap.title.strip() or spelt(gap.element or "") or "Pernyataan tanpa dasar"
    if gap.indicator is not None and "indikator" not in title.casefold():
        title += f" (indikator {gap.indicator})"
    return title


def _quoted_place(gap: Gap, sections: Mapping[str, str]) -> str:
    where = place_text(gap, sections)
    quoted = f"“{gap.excerpt}”" if gap.excerpt else ""
    return f"{quoted} ({where})" if quoted and where else quoted or where


def _points(gap: Gap) -> str:
    if gap.points is None:
        return ""
    points = decimal_text(gap.points)
    of = f" dari {decimal_text(gap.points_of)}" if gap.points_of is not None else ""
    if gap.status == "absent":
        return f"Nilai yang dapat diraih: hingga {points} poin{of}."
    return f"Nilai yang dipertaruhkan: {points} poin{of}."


def _sentence(text: str) -> str:
    text = text.strip()
    return text if not text or text[-1] in ".?!:…”" else f"{text}."


def _continued(text: str) -> str:
    """`text` after a colon: its first word with a small letter, where that word cannot be a name."""
    first = text.partition(" ")[0]
    return text[:1].lower() + text[1:] if first in _SMALL_AFTER_COLON else text


def spelt(name: str) -> str:
    """An id for a reader, where there is no title: `rancang_bangun` is `Rancang bangun`."""
    return name.replace("_", " ").capitalize()
