"""`inovasi check`: whatever was given (facts, a text, an exported draft) against the rubric."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from inovasi_ai.checking.engine import check as check_draft
from inovasi_ai.checking.language_rules import LanguageRules
from inovasi_ai.cli.output import can_show_all, print_json, print_report, say
from inovasi_ai.cli.rules import exit_code, keep_apart, own_prompts, own_rules, target_file
from inovasi_ai.domain.draft import Draft
from inovasi_ai.domain.innovation import Innovation
from inovasi_ai.domain.report import Report
from inovasi_ai.domain.rubric import Rubric
from inovasi_ai.drafting.narratives import draft as draft_innovation
from inovasi_ai.errors import OptionError, Problem, TextError
from inovasi_ai.exporting.labels import LIST_TITLE
from inovasi_ai.sources import load_innovations, load_narrative
from inovasi_ai.sources.narrative import Narrative
from inovasi_ai.sources.reading import read_bytes

__all__ = ["check"]

_FIXABLE = (".docx", ".md", ".markdown", ".txt", ".text")
_FACTS = (".yaml", ".yml", ".json")
_EXPORTED = b'"$schema": "urn:inovasi-ai:skema:'
_Checked = tuple[Draft | None, Innovation | None, Report]


def check(options: argparse.Namespace) -> int:
    """Check, store the report where `-o` says, print it."""
    if options.fix:
        from inovasi_ai.cli.fix import fix

        return fix(options)
    if options.paksa:
        raise OptionError("--paksa hanya dipakai bersama --fix")
    rubric, language = own_rules(options)
    path = Path(options.berkas)
    if options.out:
        keep_apart([target_file(options.out, "check")], options.berkas, options.fakta)
    exported = _exported(path)
    if exported is not None or path.suffix.casefold() not in _FACTS:
        facts = _one(load_innovations(options.fakta), options.fakta) if options.fakta else None
        given = exported or _narrative(path, rubric)
        checked: list[_Checked] = [(exported, facts, check_draft(given, facts, rubric, language=language))]
    elif options.fakta:
        raise OptionError(
            "--fakta hanya dipakai bila BERKAS adalah naskah (.docx, .md, .txt, .html, atau naskah .json)"
        )
    else:
        prompts = own_prompts(options)
        checked = [_of_facts(innovation, rubric, language, prompts) for innovation in load_innovations(path)]
    if options.out:
        _store(checked, options.out)
    reports = [report for _, _, report in checked]
    if options.json:
        _print_reports(reports)
    else:
        for report in reports:
            print_report(report, explain=options.explain)
        if any(finding.replacement is not None for report in reports for finding in report.findings):
            _tell_of_fixing(path, checked[0][1], rubric, language)
        if options.out:
            say(f"\nLaporan disimpan: {options.out}")
    return exit_code(reports)


def _tell_of_fixing(path: Path, innovation: Innovation | None, rubric: Rubric, language: LanguageRules) -> None:
    """Where a file can be corrected by this program, the command that does it, and what that would leave."""
    if path.suffix.casefold() not in _FIXABLE:
        return
    from inovasi_ai.exporting.fixing import certain_fixes

    made, left = certain_fixes(path, rubric=rubric, innovation=innovation, language=language)
    apart = f" {left} lainnya perlu diganti sendiri, karena berada di dalam kutipan, nama, atau judul." if left else ""
    if made:
        say(f"\n{made} kesalahan bahasa dapat diperbaiki dalam salinan naskah: inovasi check {path} --fix")
        if apart:
            say(apart.strip())


def _narrative(path: Path, rubric: Rubric) -> Narrative:
    """The narrative in the file; the list that was stored beside it holds none."""
    narrative = load_narrative(path, rubric)
    if narrative.title.startswith(f"{LIST_TITLE}: "):
        raise TextError(
            Problem(
                "Berkas ini daftar kekurangan, bukan naskah",
                file=str(path),
                expected="berkas naskahnya, yang bernama sama tanpa `.kekurangan`",
            )
        )
    return narrative


def _exported(path: Path) -> Draft | None:
    """The draft, when the file is one that this program wrote as JSON."""
    if path.suffix.casefold() != ".json" or not path.is_file():
        return None
    data = read_bytes(path, TextError)
    if _EXPORTED not in data[:100]:
        return None
    from inovasi_ai.exporting.jsonfile import from_json

    content = from_json(data)
    if isinstance(content, Report):
        raise TextError(
            Problem(
                "Berkas ini laporan pemeriksaan, bukan fakta atau naskah",
                file=str(path),
                expected="berkas fakta, atau naskah .docx, .md, .txt, .html, .json",
            )
        )
    return content


def _of_facts(innovation: Innovation, rubric: Rubric, language: LanguageRules, prompts: str | None) -> _Checked:
    """The draft of these facts; where they hold a narrative of their own, that one is checked in its place."""
    drafted = draft_innovation(innovation, rubric, prompts=prompts)
    if not innovation.rancang_bangun:
        return drafted, innovation, check_draft(drafted, innovation, rubric, language=language)
    texts = {**drafted.texts, rubric.sections[0].id: innovation.rancang_bangun}
    return None, innovation, check_draft(texts, innovation, rubric, language=language)


def _one(innovations: Sequence[Innovation], file: str) -> Innovation:
    if len(innovations) != 1:
        raise OptionError(
            Problem("--fakta perlu berkas dengan satu inovasi", file=file, found=f"{len(innovations)} inovasi")
        )
    return innovations[0]


def _store(checked: Sequence[_Checked], target: str) -> None:
    if len(checked) > 1:
        raise OptionError("-o menyimpan satu laporan; untuk banyak inovasi pakai `inovasi write`")
    from inovasi_ai.exporting import export

    drafted, innovation, report = checked[0]
    export(report, target, draft=drafted, innovation=innovation)


def _print_reports(reports: Sequence[Report]) -> None:
    from inovasi_ai.exporting.jsonfile import to_json

    texts = [to_json(report).decode() for report in reports]
    if len(texts) > 1:
        print_json({"jenis": "daftar_laporan", "laporan": [json.loads(text) for text in texts]})
    elif can_show_all():
        print(texts[0], end="")
    else:
        print_json(json.loads(texts[0]))
