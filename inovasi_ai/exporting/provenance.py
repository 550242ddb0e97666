"""Where an exported text comes from, in words: rubric, facts, generator; nothing that changes from run to run."""

from __future__ import annotations

from inovasi_ai.domain.draft import Draft
from inovasi_ai.domain.report import Report

__all__ = ["provenance_pairs", "provenance_sentences", "provenance_text", "short_hash"]


def short_hash(value: str) -> str:
    """The first twelve digits of a hash, without the name of its algorithm."""
    return value.rpartition(":")[2][:12]


def provenance_pairs(draft: Draft | None, report: Report | None) -> tuple[tuple[str, str], ...]:
    """Label and value of everything needed to make the text again."""
    pairs: list[tuple[str, str]] = []
    if report is not None:
        revision = f"revisi {report.rubric_revision}, sidik {short_hash(report.rubric_hash)}"
        pairs.append(("Rubrik pemeriksaan", f"{report.rubric_title} ({report.rubric}, {revision})"))
    if draft is not None:
        origin = draft.provenance
        if report is None or (report.rubric, report.rubric_hash) != (origin.rubric, origin.rubric_hash):
            revision = f"revisi {origin.rubric_revision}, sidik {short_hash(origin.rubric_hash)}"
            pairs.append(("Rubrik penyusunan", f"{origin.rubric} ({revision})"))
        pairs.append(("Cara penyusunan", _generator(draft)))
    facts_hash = draft.provenance.facts_hash if draft is not None else report.facts_hash if report is not None else None
    pairs.append(("Fakta", f"sidik {short_hash(facts_hash)}" if facts_hash else "tidak disertakan"))
    if draft is not None:
        unverified = sum(not sentence.verified for sentence in draft.sentences)
        if unverified:
            pairs.append(("Kalimat belum terverifikasi", str(unverified)))
        # Without a model the only step is the one that the report tells in full.
        if draft.provenance.history and draft.provenance.generator == "model":
            pairs.append(("Riwayat", "; ".join(draft.provenance.history)))
        if draft.provenance.package_version:
            pairs.append(("Pustaka", f"inovasi_ai {draft.provenance.package_version}"))
    return tuple(pairs)


def provenance_sentences(draft: Draft | None, report: Report | None) -> list[str]:
    """The same as sentences: `Cara penyusunan: ….`, `Fakta: ….`"""
    return [f"{label}: {value.rstrip('.')}." for label, value in provenance_pairs(draft, report)]


def provenance_text(draft: Draft | None, report: Report | None) -> str:
    """The same as one line: `Cara penyusunan: …. Fakta: ….`"""
    return " ".join(provenance_sentences(draft, report))


def _generator(draft: Draft) -> str:
    origin = draft.provenance
    prompt = f", templat {origin.prompt_version}" if origin.prompt_version else ""
    if origin.generator == "composer":
        return f"disusun dari fakta{prompt}"
    return f"disusun dengan model bahasa {origin.model or 'yang tidak tercatat'}{prompt}"
