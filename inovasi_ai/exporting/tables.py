"""The tables of a report as rows of words, for the formats that have tables and nothing finer."""

from __future__ import annotations

from inovasi_ai.domain.report import Gap, Report
from inovasi_ai.exporting import wording

__all__ = ["FINDING_HEAD", "VERDICT_HEAD", "WORD_HEAD", "finding_rows", "verdict_rows", "word_rows"]

WORD_HEAD = ("Bagian", "Jumlah kata")
VERDICT_HEAD = ("Bagian", "Unsur", "Keadaan", "Yang belum ada")
FINDING_HEAD = ("Bagian", "Catatan", "Bobot")
_NONE = "–"


def word_rows(report: Report) -> list[tuple[str, str]]:
    """Section and its words against the bounds."""
    return [(section.title, wording.word_count_text(section)) for section in report.sections]


def verdict_rows(report: Report) -> list[tuple[str, str, str, str]]:
    """One row for each element; the section's title stands in its first row only."""
    titles = _titles(report)
    return [
        (
            "" if index else titles.get(section, section),
            verdict.title,
            wording.status_label(verdict.status),
            ", ".join(verdict.missing) or _NONE,
        )
        for section, verdicts in report.verdicts.items()
        for index, verdict in enumerate(verdicts.values())
    ]


def finding_rows(report: Report) -> list[tuple[str, str, str]]:
    """One row for each finding that is no gap."""
    titles = _titles(report)
    return [
        (
            titles.get(finding.section or "", finding.section or _NONE),
            wording.finding_text(finding),
            wording.severity_label(finding.severity),
        )
        for finding in report.findings
        if not isinstance(finding, Gap)
    ]


def _titles(report: Report) -> dict[str, str]:
    return {section.id: section.title for section in report.sections}
