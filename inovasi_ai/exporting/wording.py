"""How verdicts, causes and gaps are said in Indonesian: the same words in every export and on the terminal."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from inovasi_ai.domain.report import Cause, Finding, Gap, Report, SectionText, Status
from inovasi_ai.exporting.labels import (
    CAUSES,
    CLAIM_MARK,
    DISCLAIMER,
    UNVERIFIED_MARK,
    cause_advice,
    cause_label,
    decimal_text,
    kind_label,
    mention_label,
    severity_label,
    status_label,
)

__all__ = [
    "CAUSES",
    "CLAIM_MARK",
    "DISCLAIMER",
    "UNVERIFIED_MARK",
    "GapWords",
    "cause_advice",
    "cause_label",
    "decimal_text",
    "finding_note",
    "finding_text",
    "gap_text",
    "gap_words",
    "gaps_by_cause",
    "kind_label",
    "mention_label",
    "severity_label",
    "spoken",
    "state_text",
    "status_label",
    "word_count_text",
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
    place: str
    """The words in question and where they stand: `“melayani 5.000 keluarga” (Manfaat)`."""
    body: str
    """What is there and what is not."""
    facts_label: str
    facts: tuple[str, ...]
    """Ids of the facts that would close the gap, or come nearest."""
    ask: str
    """`Tanyakan kepada inovator:`"""
    question: str
    document: str
    fix: str
    points: str

    @property
    def head(self) -> str:
        """Title and state: `Isu strategis — sebagian`."""
        return f"{self.title} — {self.state}" if self.state else self.title

    @property
    def opening(self) -> str:
        """Place and body as running text: `“…” (Manfaat): tidak ada fakta yang …`"""
        if self.place and self.body:
            return f"{self.place}: {_continued(self.body)}"
        return self.body or (f"{self.place}." if self.place else "")


def gap_words(gap: Gap, *, sections: Mapping[str, str] | None = None) -> GapWords:
    """Put a gap into words. `sections` maps section ids to titles; without it the id is spelt out."""
    place = _place(gap, sections or {}) if gap.cause == "unsupported_claim" else ""
    body = " ".join(_sentence(part) for part in (gap.there, gap.message) if part.strip())
    facts_label = "Fakta terdekat" if gap.cause == "unsupported_claim" else "Fakta yang tersedia"
    facts = tuple(fact for fact in gap.facts if f"`{fact}`" not in body) if gap.cause != "fact_missing" else ()
    question = gap.question.strip()
    whom = gap.ask_whom.strip() or "inovator"
    said = f"{body} {gap.fix}".casefold()
    document = gap.document.strip()
    return GapWords(
        title=_gap_title(gap),
        state=_STATE.get((gap.cause, gap.status), ""),
        place=place,
        body=body,
        facts_label=facts_label if facts else "",
        facts=facts,
        ask=f"Tanyakan kepada {whom}:" if question else "",
        question=question,
        document=f"Dokumen yang diperlukan: {document.rstrip('.')}." if document.casefold() not in said else "",
        fix=_sentence(gap.fix) if gap.fix.strip() else "",
        points=_points(gap),
    )


def gap_text(gap: Gap, *, sections: Mapping[str, str] | None = None) -> str:
    """One gap as one paragraph with light emphasis: `**Isu strategis — sebagian.** … → Tambahkan satu kalimat.`"""
    words = gap_words(gap, sections=sections)
    parts = [f"**{words.head}.**", words.opening]
    if words.facts:
        parts.append(f"{words.facts_label}: " + ", ".join(f"`{fact}`" for fact in words.facts) + ".")
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


def finding_text(finding: Finding) -> str:
    """A finding that is no gap as one paragraph: the words in question, what is wrong, what to do."""
    return f"“{finding.excerpt}”: {_continued(finding_note(finding))}" if finding.excerpt else finding_note(finding)


def finding_note(finding: Finding) -> str:
    """A finding beside the words it is about: what is wrong, what to do."""
    parts = [_sentence(finding.message)]
    if finding.replacement is not None:
        parts.append(f"→ Tulis “{finding.replacement}”." if finding.replacement else "→ Hapus.")
    elif finding.fix:
        parts.append(f"→ {_sentence(finding.fix)}")
    return " ".join(part for part in parts if part)


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


def state_text(report: Report) -> str:
    """The state of a draft in two or three sentences, the first thing an official reads."""
    statuses = [verdict.status for verdicts in report.verdicts.values() for verdict in verdicts.values()]
    sentences = [f"Kelengkapan {decimal_text(report.kelengkapan)} dari 100."]
    if statuses:
        counted = [(statuses.count(status), status_label(status)) for status in _ORDER if statuses.count(status)]
        listing = ", ".join(f"{number} {label}" for number, label in counted)
        sentences.append(f"Dari {len(statuses)} unsur yang diperiksa: {listing}.")
    gaps = report.gaps
    if gaps:
        blocking = sum(gap.severity == "blocking" for gap in gaps)
        tail = f", {blocking} di antaranya menghalangi pengajuan" if blocking else ""
        sentences.append(f"Ada {len(gaps)} kesenjangan yang perlu ditutup{tail}.")
    else:
        sentences.append("Tidak ada kesenjangan yang ditemukan.")
    return " ".join(sentences)


def _gap_title(gap: Gap) -> str:
    title = gap.title.strip() or _spelt(gap.element or "") or "Pernyataan tanpa dasar"
    if gap.indicator is not None and "indikator" not in title.casefold():
        title += f" (indikator {gap.indicator})"
    return title


def _place(gap: Gap, sections: Mapping[str, str]) -> str:
    where = sections.get(gap.section, _spelt(gap.section)) if gap.section else ""
    where = ", ".join(part for part in (where, gap.place) if part)
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


def _spelt(name: str) -> str:
    return name.replace("_", " ").capitalize()
