"""What each command of `inovasi` does: read, call the public names, write, and say what there is to say."""

from __future__ import annotations

import argparse
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from inovasi_ai import resources
from inovasi_ai.checking.engine import check as check_draft
from inovasi_ai.checking.language_rules import LanguageRules, load_language_rules
from inovasi_ai.cli.check import check
from inovasi_ai.cli.output import print_gaps_line, print_json, print_problems, print_rubric, say
from inovasi_ai.cli.rules import exit_code, keep_apart, own_prompts, own_rules, target_folder
from inovasi_ai.domain.draft import Draft
from inovasi_ai.domain.form import default_edition
from inovasi_ai.domain.innovation import Innovation
from inovasi_ai.domain.report import Report
from inovasi_ai.domain.rubric import Rubric, load_rubric, rubric_names
from inovasi_ai.drafting.narratives import draft as draft_innovation
from inovasi_ai.drafting.narratives import write as write_innovation
from inovasi_ai.errors import OptionError, Problem
from inovasi_ai.sources import load_innovations

__all__ = ["check", "demo", "draft", "rubric_lint", "rubric_list", "rubric_show", "rubric_test", "template", "write"]

_LANGUAGE = "bahasa"
_REPORT = ".laporan.json"
_LIST = ".kekurangan"
"""Stands before the suffix of the list of what is missing, in formats in which the narrative stands alone."""
_ALONE = frozenset({".docx", ".md"})


def draft(options: argparse.Namespace) -> int:
    """`inovasi draft`: facts to narratives."""
    from inovasi_ai.exporting import export

    formats, folder = _formats(options.format), target_folder(options, "draft")
    rubric = load_rubric(options.rubric, folder=options.rubrics)
    innovations = load_innovations(options.berkas)
    # Everything is composed before anything is written: a template that is wrong leaves the folder as it was.
    prompts = own_prompts(options)
    drafts = [draft_innovation(innovation, rubric, prompts=prompts) for innovation in innovations]
    names = _names(innovations)
    keep_apart(_targets(folder, names, formats), options.berkas)
    written = []
    for name, innovation, made in zip(names, innovations, drafts, strict=True):
        files = [export(made, folder / f"{name}{suffix}", innovation=innovation) for suffix in formats]
        written.append({"inovasi": innovation.nama_inovasi, "berkas": [str(file) for file in files]})
    if options.json:
        print_json({"jenis": "hasil_draft", "hasil": written})
    else:
        for entry, made in zip(written, drafts, strict=True):
            say(f"{entry['inovasi']}: {', '.join(entry['berkas'])}")
            if made.notes:
                say(f"  {len(made.notes)} tempat masih bertanda [LENGKAPI: …]; lihat `inovasi check {options.berkas}`.")
    return 0


def write(options: argparse.Namespace) -> int:
    """`inovasi write`: facts to narratives with their reports."""
    formats, folder = _formats(options.format), target_folder(options, "write")
    rubric, language = own_rules(options)
    innovations = load_innovations(options.berkas)
    prompts = own_prompts(options)
    made = [_write_one(innovation, rubric, language, prompts) for innovation in innovations]
    names = _names(innovations)
    lists = [f"{_LIST}{suffix}" for suffix in formats if suffix in _ALONE]
    keep_apart(_targets(folder, names, (*formats, *lists, _REPORT)), options.berkas)
    results = []
    for name, innovation, (drafted, report) in zip(names, innovations, made, strict=True):
        results.append(_export_pair(folder, name, innovation, drafted, report, formats))
    return _tell(results, [report for _, report in made], as_json=options.json, title="hasil_write")


def demo(options: argparse.Namespace) -> int:
    """`inovasi demo`: the examples, written and checked."""
    folder = target_folder(options, "demo")
    files = [
        path
        for name, path in resources.files("examples", suffix=".yaml").items()
        if not name.endswith(".harapan.yaml") and "/" not in name
    ]
    rubric, language = load_rubric(), load_language_rules()
    results, reports = [], []
    for file in files:
        for innovation in load_innovations(file):
            drafted, report = _write_one(innovation, rubric, language, None)
            results.append(_export_pair(folder, file.stem, innovation, drafted, report, (".docx", ".html", ".json")))
            reports.append(report)
    _tell(results, reports, as_json=options.json, title="hasil_demo")
    if not options.json:
        say(f"\nBuka berkas .html di folder {folder}/ dengan peramban, .docx dengan Word atau LibreOffice.")
        say("NAMA.docx berisi naskah saja; NAMA.kekurangan.docx daftar yang perlu dilengkapi.")
        say("Contoh ketiga sengaja belum lengkap; kesenjangannya tertulis di atas dan di laporannya.")
    return 0  # a demonstration that shows gaps has done its job


def template(options: argparse.Namespace) -> int:
    """`inovasi template`: an empty, commented facts file with its schema beside it."""
    from inovasi_ai.exporting import write_atomic
    from inovasi_ai.sources import SCHEMA_NAME, facts_template, schema_text

    target = Path(options.tujuan)
    if target.suffix.casefold() not in (".yaml", ".yml"):
        raise OptionError(
            Problem("Templat fakta ditulis sebagai YAML", found=target.name, expected="nama berkas berakhiran .yaml")
        )
    if target.exists() and not options.paksa:
        raise OptionError(
            Problem(f"{target} sudah ada dan tidak ditimpa", expected="nama lain, atau tambahkan --paksa")
        )
    schema = write_atomic(target.parent / SCHEMA_NAME, schema_text().encode())
    written = write_atomic(target, facts_template().encode())
    if options.json:
        print_json({"jenis": "templat", "berkas": str(written), "skema": str(schema)})
    else:
        say(f"Ditulis: {written} (skema untuk penyunting: {schema})")
        say(f"Isi berkas itu, lalu jalankan: inovasi check {written}")
    return 0


def rubric_list(options: argparse.Namespace) -> int:
    """`inovasi rubric list`."""
    found = []
    for name in rubric_names(options.rubrics):
        rubric = load_rubric(name, folder=options.rubrics)
        found.append({"id": rubric.id, "judul": rubric.title, "revisi": rubric.revision, "hash": rubric.content_hash})
    if options.json:
        print_json({"jenis": "daftar_rubrik", "bawaan": default_edition(), "rubrik": found})
    else:
        for entry in found:
            mark = " (bawaan)" if entry["id"] == default_edition() else ""
            say(f"{entry['id']}{mark}: {entry['judul']}, revisi {entry['revisi']}, {str(entry['hash'])[:12]}")
        say(f"{_LANGUAGE}: kaidah bahasa Indonesia baku")
    return 0


def rubric_show(options: argparse.Namespace) -> int:
    """`inovasi rubric show`: what a rubric asks, where that comes from, and what is not known."""
    if options.rubrik == _LANGUAGE:
        from inovasi_ai.cli.rubric import show_language

        return show_language(options.rubrics, as_json=options.json)
    rubric = load_rubric(options.rubrik, folder=options.rubrics)
    if options.json:
        content = rubric.model_dump(mode="json", exclude={"cues"})
        print_json({"jenis": "rubrik", "hash": rubric.content_hash, **content})
    else:
        print_rubric(rubric, notes_only=options.notes)
    return 0


def rubric_test(options: argparse.Namespace) -> int:
    """`inovasi rubric test`: the rubric's own examples."""
    from inovasi_ai.cli.rubric import test_language, test_rubric

    if options.rubrik == _LANGUAGE:
        return test_language(options.rubrics, as_json=options.json)
    return test_rubric(load_rubric(options.rubrik, folder=options.rubrics), as_json=options.json)


def rubric_lint(options: argparse.Namespace) -> int:
    """`inovasi rubric lint`: what is weak in a rubric."""
    if options.rubrik == _LANGUAGE:
        from inovasi_ai.checking.language_examples import lint_language

        problems = lint_language(options.rubrics)
    else:
        from inovasi_ai.checking.flag_lint import lint_flags
        from inovasi_ai.checking.rubric_lint import lint_rubric

        rubric = load_rubric(options.rubrik, folder=options.rubrics)
        problems = (*lint_rubric(rubric), *lint_flags(rubric))
    return print_problems(problems, as_json=options.json, fine="Tidak ada kelemahan yang ditemukan.")


def _write_one(
    innovation: Innovation, rubric: Rubric, language: LanguageRules, prompts: str | None
) -> tuple[Draft, Report]:
    drafted = write_innovation(innovation, rubric, prompts=prompts)
    return drafted, check_draft(drafted, innovation, rubric, language=language)


def _export_pair(
    folder: Path, name: str, innovation: Innovation, drafted: Draft, report: Report, formats: Iterable[str]
) -> dict[str, object]:
    from inovasi_ai.exporting import export

    files = []
    for suffix in formats:
        if suffix == ".json":
            files.append(export(drafted, folder / f"{name}.json"))
            files.append(export(report, folder / f"{name}{_REPORT}"))
        else:
            files.append(export(drafted, folder / f"{name}{suffix}", report=report, innovation=innovation))
            if suffix in _ALONE:
                target = folder / f"{name}{_LIST}{suffix}"
                files.append(export(report, target, draft=drafted, innovation=innovation))
    return {
        "inovasi": innovation.nama_inovasi,
        "berkas": [str(file) for file in files],
        "kelengkapan": float(report.kelengkapan),
        "kata": report.word_counts,
        "kesenjangan": len(report.gaps),
        "menghalangi": len(report.blocking),
    }


def _tell(results: Sequence[Mapping[str, object]], reports: Sequence[Report], *, as_json: bool, title: str) -> int:
    if as_json:
        print_json({"jenis": title, "hasil": list(results)})
    else:
        for result, report in zip(results, reports, strict=True):
            print_gaps_line(report)
            files = result["berkas"]
            assert isinstance(files, list)
            say("  Berkas: " + ", ".join(files))
    return exit_code(reports)


def _formats(listed: str) -> tuple[str, ...]:
    from inovasi_ai.exporting import SUFFIXES

    suffixes = tuple(f".{part.strip().lstrip('.').casefold()}" for part in listed.split(",") if part.strip())
    wrong = [suffix for suffix in suffixes if suffix not in SUFFIXES]
    if wrong or not suffixes:
        raise OptionError(
            Problem(
                "Format ini tidak dikenal" if wrong else "Belum ada format yang disebut",
                field="--format",
                found=", ".join(suffix.lstrip(".") for suffix in wrong) or None,
                expected=", ".join(known.lstrip(".") for known in SUFFIXES),
            )
        )
    return tuple(dict.fromkeys(suffixes))


def _targets(folder: Path, names: Iterable[str], suffixes: Sequence[str]) -> list[Path]:
    return [folder / f"{name}{suffix}" for name in names for suffix in suffixes]


def _names(innovations: Sequence[Innovation]) -> list[str]:
    """A file name for each innovation: its code or name, made plain; a number keeps equal ones apart."""
    names: list[str] = []
    for innovation in innovations:
        plain = unicodedata.normalize("NFKD", innovation.kode or innovation.nama_inovasi)
        base = (
            re.sub(r"[^a-z0-9]+", "_", plain.encode("ascii", "ignore").decode().casefold()).strip("_")[:80] or "inovasi"
        )
        name, number = base, 2
        while name in names:
            name, number = f"{base}_{number}", number + 1
        names.append(name)
    return names
