"""`inovasi check --fix`: what is certainly wrong in the language of a narrative, corrected in a copy."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping

from inovasi_ai.cli.output import print_json, say
from inovasi_ai.cli.rules import own_rules
from inovasi_ai.domain.report import Finding
from inovasi_ai.errors import OptionError, Problem
from inovasi_ai.exporting.fixing import FileChange, FixedFile, fix_file
from inovasi_ai.sources import load_innovations

__all__ = ["fix"]


def fix(options: argparse.Namespace) -> int:
    """Write the corrected copy and say what changed and what is left; 0 also when there was nothing to correct."""
    if options.explain:
        raise OptionError("--explain tidak dipakai bersama --fix; periksa hasilnya dengan `inovasi check --explain`")
    rubric, language = own_rules(options)
    innovation = None
    if options.fakta:
        innovations = load_innovations(options.fakta)
        if len(innovations) != 1:
            raise OptionError(
                Problem(
                    "--fakta perlu berkas dengan satu inovasi",
                    file=options.fakta,
                    found=f"{len(innovations)} inovasi",
                )
            )
        innovation = innovations[0]
    fixed = fix_file(
        options.berkas, options.out, rubric=rubric, innovation=innovation, language=language, overwrite=options.paksa
    )
    if options.json:
        print_json(_as_json(fixed))
    else:
        _tell(fixed)
    return 0


def _tell(fixed: FixedFile) -> None:
    if fixed.target is None:
        say(f"Tidak ada yang pasti keliru dalam bahasa {fixed.source}; tidak ada berkas yang ditulis.")
    else:
        say(f"Diperbaiki ({len(fixed.changes)}):")
        for (before, after, rules, place), count in _counted(fixed.changes):
            times = f" ({count} kali)" if count > 1 else ""
            say(f"• {place}: “{before}” → “{after}”{times} [{', '.join(rules)}]", hanging="  ")
    if fixed.left:
        say()
        say(f"Perlu keputusan penulis ({len(fixed.left)}):")
        for finding in fixed.left:
            say(f"• {finding.place}: {finding.message} {finding.fix} [{finding.rule}]", hanging="  ")
    if fixed.target is not None:
        say()
        say(f"Disimpan: {fixed.target}; {fixed.source} tidak diubah." if _apart(fixed) else f"Disimpan: {fixed.target}")
        say(f"Periksa isinya: inovasi check {fixed.target}")


def _apart(fixed: FixedFile) -> bool:
    return fixed.target is not None and fixed.target.resolve() != fixed.source.resolve()


def _counted(
    changes: Iterable[FileChange],
) -> Iterable[tuple[tuple[str, str, tuple[str, ...], str], int]]:
    """Each replacement once a place, with how often it was made there."""
    counts: dict[tuple[str, str, tuple[str, ...], str], int] = {}
    for change in changes:
        key = (change.before, change.after, change.rules, change.place)
        counts[key] = counts.get(key, 0) + 1
    return counts.items()


def _as_json(fixed: FixedFile) -> Mapping[str, object]:
    return {
        "jenis": "perbaikan_bahasa",
        "berkas": str(fixed.source),
        "hasil": None if fixed.target is None else str(fixed.target),
        "perubahan": [
            {
                "tempat": change.place,
                "bagian": change.section,
                "sebelum": change.before,
                "sesudah": change.after,
                "aturan": list(change.rules),
            }
            for change in fixed.changes
        ],
        "sisa": [_left(finding) for finding in fixed.left],
    }


def _left(finding: Finding) -> Mapping[str, object]:
    return {
        "tempat": finding.place,
        "bagian": finding.section,
        "teks": finding.excerpt,
        "aturan": finding.rule,
        "tingkat": finding.severity,
        "pesan": finding.message,
        "saran": finding.fix,
    }
