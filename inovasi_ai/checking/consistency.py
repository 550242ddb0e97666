"""Whether a draft agrees with the conditions and with its facts."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from inovasi_ai.checking.view import SectionView
from inovasi_ai.domain.innovation import Innovation
from inovasi_ai.domain.report import Finding, Gap, SectionText
from inovasi_ai.domain.rubric import AgeWindow, DecreeRule, Indicator
from inovasi_ai.text.dates import earliest, latest
from inovasi_ai.text.formatting import format_date, format_regulation
from inovasi_ai.text.values import PartialDate
from inovasi_ai.text.words import normalize

__all__ = ["check_age", "check_decree_years", "check_length", "check_name"]


def check_age(innovation: Innovation, window: AgeWindow | None) -> list[Finding]:
    """Whether the innovation is old enough and young enough to be reported in this edition."""
    if window is None:
        return []
    applied, developed = innovation.waktu_penerapan, innovation.waktu_pengembangan
    if applied is None:
        return [
            Gap(
                rule="syarat.jendela_umur",
                severity="blocking",
                message=f"{_sentence(window.failures['unknown'])} {window.text}",
                fix="Isi waktu_penerapan dengan tanggal menurut surat atau berita acara penerapan.",
                cause="fact_missing",
                title="Waktu Penerapan Inovasi Daerah",
                question="Kapan inovasi ini mulai diterapkan, dan dokumen mana yang mencatatnya?",
                ask_whom="perangkat daerah pengusul",
                source=", ".join(window.sources),
            )
        ]
    if _within(applied, window.start, window.end):
        return []
    early = latest(applied) < window.start
    if early and developed is not None and _within(developed, window.start, window.end):
        return []
    case: Literal["early", "late"] = "early" if early else "late"
    dates = f"waktu penerapan {format_date(applied)}"
    if developed is not None:
        dates += f", waktu pengembangan {format_date(developed)}"
    return [
        Finding(
            rule="syarat.jendela_umur",
            severity="blocking",
            message=f"Menurut faktanya ({dates}), {window.failures[case]}.",
            fix="Periksa kedua tanggal itu; bila benar, inovasi ini belum memenuhi syarat umur pada edisi ini.",
            facts=tuple(name for name in ("waktu_penerapan", "waktu_pengembangan") if getattr(innovation, name)),
            source=", ".join(window.sources),
        )
    ]


def _within(date: PartialDate, start: datetime.date, end: datetime.date) -> bool:
    """Whether the date can lie in the window: a year or month counts when any of its days does."""
    return earliest(date) <= end and latest(date) >= start


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + "."


def check_decree_years(innovation: Innovation, indicators: Sequence[Indicator], points_of: Decimal | None) -> list[Gap]:
    """Whether a decree that establishes the innovation is of a year the indicator accepts; one such is enough."""
    gaps = []
    for indicator in indicators:
        wrong: list[Gap] = []
        accepted = False
        for index, basis in enumerate(innovation.dasar_hukum):
            regulation = basis.peraturan
            rule = next((rule for rule in indicator.decree_rules if regulation.kind in rule.kinds), None)
            if not basis.menetapkan or rule is None or regulation.year is None:
                continue
            cure = _cure(rule, regulation.year, innovation.waktu_penerapan)
            if cure is None:
                accepted = True
                continue
            applied = innovation.waktu_penerapan if rule.same_year_as is not None else None
            compared = f", waktu penerapan {format_date(applied)}" if applied is not None else ""
            wrong.append(
                Gap(
                    rule="konsistensi.tahun_produk_hukum",
                    severity="warning",
                    message=f"{format_regulation(regulation)} bertahun {regulation.year}{compared}: {rule.text}.",
                    fix=cure,
                    cause="evidence_missing",
                    status="partial",
                    title=f"{indicator.title} (indikator {indicator.number})",
                    facts=(f"dasar_hukum.{basis.id or index}", *(("waktu_penerapan",) if applied is not None else ())),
                    document="; ".join(indicator.documents),
                    indicator=indicator.number,
                    points=indicator.points,
                    points_of=points_of,
                    source=", ".join(indicator.sources),
                )
            )
        if not accepted:
            gaps += wrong
    return gaps


def _cure(rule: DecreeRule, year: int, applied: PartialDate | None) -> str | None:
    """What to do about a decree of this year; None when the rule accepts it or cannot be held against it."""
    if rule.same_year_as is not None and applied is not None and year != applied.year:
        return f"Unggah produk hukum bertahun {applied.year}, atau periksa waktu penerapan."
    if rule.before_year is not None and year >= rule.before_year:
        return f"Unggah produk hukum yang terbit sebelum {rule.before_year}."
    return None


def check_length(sections: Sequence[SectionText]) -> list[Finding]:
    """Whether sections keep their bounds of words; both bounds are known here, IGA sets minima, KIPP maxima."""
    findings = []
    for section in sections:
        if section.min_words is not None and 0 < section.words < section.min_words:
            findings.append(
                Finding(
                    rule="syarat.panjang",
                    severity="blocking",
                    message=f"{section.title} memuat {section.words} kata; sedikitnya {section.min_words} kata.",
                    fix=f"Lengkapi fakta yang belum ada; kurang {section.min_words - section.words} kata."
                    " Jangan menambah kata tanpa isi.",
                    section=section.id,
                )
            )
        if section.max_words is not None and section.words > section.max_words:
            findings.append(
                Finding(
                    rule="syarat.panjang",
                    severity="blocking",
                    message=f"{section.title} memuat {section.words} kata; paling banyak {section.max_words} kata.",
                    fix=f"Ringkas; lebih {section.words - section.max_words} kata.",
                    section=section.id,
                )
            )
    return findings


def check_name(innovation: Innovation, views: Sequence[SectionView]) -> list[Finding]:
    """Whether the draft bears the innovation's name as the facts write it."""
    texts = [view.document.text for view in views]
    if any(_stands(innovation.nama_inovasi, text) for text in texts):
        return []
    name = _run_together(innovation.nama_inovasi)
    if not any(texts) or any(name in _run_together(text) for text in texts):
        return []
    return [
        Finding(
            rule="konsistensi.nama_inovasi",
            severity="warning",
            message=f"Nama inovasi “{innovation.nama_inovasi}” tidak tertulis di bagian mana pun.",
            fix="Tulis nama inovasi persis seperti pada produk hukum yang menetapkannya.",
            facts=("nama_inovasi",),
        )
    ]


def _stands(name: str, text: str) -> bool:
    """Whether the name stands there as it is, in plain letters and before no mark that may belong to its last one."""
    start = text.find(name) if name.isascii() else -1
    return start != -1 and text[start + len(name) : start + len(name) + 1].isascii()


def _run_together(text: str) -> str:
    """Without blanks and hyphens: how they are set is told elsewhere."""
    return "".join(normalize(text).replace("-", " ").split())
