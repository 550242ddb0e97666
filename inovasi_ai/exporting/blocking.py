"""What stands in the way of handing a draft in: told first, in the same words everywhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from inovasi_ai.checking.gaps import listing
from inovasi_ai.domain.report import Finding, Gap, Report

__all__ = ["BLOCKING_MARK", "BLOCKING_TITLE", "blocking_findings", "blocking_names", "blocking_text", "other_findings"]

BLOCKING_TITLE = "Menghalangi pengajuan"
"""Heading of the findings that block and are no gaps."""
BLOCKING_MARK = "menghalangi pengajuan"
"""Stands beside every gap that blocks."""

_NAMES: Mapping[str, str] = {
    "syarat.jendela_umur": "syarat umur inovasi",
    "syarat.panjang": "panjang naskah",
    "dasar.belum_terverifikasi": "kalimat yang belum terverifikasi",
    "fakta.belum_pasti": "fakta yang belum pasti",
}
_OTHER = "syarat lain"


def blocking_findings(report: Report) -> tuple[Finding, ...]:
    """What blocks and is no gap: bounds of words, the age of the innovation, sentences that were not verified."""
    return tuple(finding for finding in report.blocking if not isinstance(finding, Gap))


def other_findings(report: Report) -> tuple[Finding, ...]:
    """What is neither a gap nor in the way."""
    return tuple(
        finding for finding in report.findings if not isinstance(finding, Gap) and finding.severity != "blocking"
    )


def blocking_names(report: Report) -> list[str]:
    """`blocking_findings` by name, each once with its number: `panjang naskah`, `kalimat yang … (3)`."""
    counted = Counter(_NAMES.get(finding.rule, _OTHER) for finding in blocking_findings(report))
    return [f"{name} ({number})" if number > 1 else name for name, number in counted.items()]


def blocking_text(report: Report) -> str:
    """One sentence that counts all that blocks and names what is no gap; empty when only gaps block, or nothing."""
    names = blocking_names(report)
    if not names:
        return ""
    gaps = sum(gap.severity == "blocking" for gap in report.gaps)
    told = listing([*names, f"{gaps} dari {len(report.gaps)} kesenjangan itu"] if gaps else names)
    return f"Ada {len(report.blocking)} hal yang {BLOCKING_MARK}: {told}."
