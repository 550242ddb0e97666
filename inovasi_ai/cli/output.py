"""What the terminal shows: tables where a person looks, plain text where a program reads."""

from __future__ import annotations

import json
import shutil
import sys
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import asdict

from inovasi_ai.domain.form import rubric_form
from inovasi_ai.domain.report import Finding, Gap, PartVerdict, Report, Verdict
from inovasi_ai.domain.rubric import Rubric
from inovasi_ai.errors import Problem
from inovasi_ai.exporting import wording

__all__ = ["can_show_all", "print_gaps_line", "print_json", "print_problems", "print_report", "print_rubric", "say"]

_MANDATORY = {"unknown": "tidak diketahui"}
_LEVELS = {"high": "tinggi", "medium": "sedang", "low": "rendah", "unknown": "tidak diketahui"}


def say(text: str = "", *, indent: str = "", hanging: str = "") -> None:
    """Print a paragraph, folded to the terminal; unfolded where no person looks."""
    if not sys.stdout.isatty():
        print(indent + text if text else "")
        return
    width = min(shutil.get_terminal_size().columns, 110)
    for line in text.splitlines() or [""]:
        print(
            textwrap.fill(
                line, width, initial_indent=indent, subsequent_indent=indent + hanging, break_long_words=False
            )
        )


def can_show_all() -> bool:
    """Whether the output can hold any character; else JSON is written in ASCII, so that none is mangled."""
    return (sys.stdout.encoding or "").casefold().replace("-", "") == "utf8"


def print_json(content: Mapping[str, object]) -> None:
    """One JSON object, two spaces deep."""
    print(json.dumps(content, ensure_ascii=not can_show_all(), indent=2))


def _heading(text: str) -> None:
    print()
    print(f"\033[1m{text}\033[0m" if sys.stdout.isatty() else text)


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    if sys.stdout.isatty():
        from rich import box
        from rich.console import Console
        from rich.table import Table

        table = Table(*columns, box=box.SIMPLE_HEAD, pad_edge=False)
        for row in rows:
            table.add_row(*row)
        Console(highlight=False, markup=False).print(table)
        return
    widths = [max(len(row[index]) for row in [columns, *rows]) for index in range(len(columns))]
    for row in [columns, *rows]:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def print_report(report: Report, *, explain: bool = False) -> None:
    """The whole report for a reader: state, verdicts, gaps with question and cure, findings."""
    _heading(f"{report.title} — {report.rubric_title}, revisi {report.rubric_revision}")
    say(wording.state_text(report))
    for text in wording.word_count_texts(report):
        say(text)
    titles = {section.id: section.title for section in report.sections}
    _print_findings(wording.BLOCKING_TITLE, wording.blocking_findings(report), titles)
    print()
    verdicts = [verdict for section in report.verdicts.values() for verdict in section.values()]
    _table(
        ("Unsur", "Status", "Yang kurang"),
        [(verdict.title, _status(verdict, report), "; ".join(_lacking(verdict)) or "–") for verdict in verdicts],
    )
    if explain:
        _explain(report, verdicts)
    _print_flags(report, titles, explain=explain)
    for cause, gaps in wording.gaps_by_cause(report):
        _heading(f"{wording.cause_label(cause)} ({len(gaps)})")
        for gap in gaps:
            _print_gap(gap, titles)
    _print_findings("Catatan lain", wording.other_findings(report), titles)
    print()
    say(wording.DISCLAIMER)


def _print_flags(report: Report, titles: Mapping[str, str], *, explain: bool) -> None:
    """A line for each section: what is there, and what is not; what should not be there is told as such."""
    if not report.flags:
        return
    _heading("Tanda pada tujuan, manfaat, dan hasil")
    for section, flags in report.flags.items():
        there = [flag.title for flag in flags.values() if flag.value and flag.wanted]
        lacking = [flag.title for flag in flags.values() if not flag.value and flag.wanted]
        unwanted = [flag.title for flag in flags.values() if flag.value and not flag.wanted]
        said = [("ada", there), ("tidak ada", lacking), ("perlu diperbaiki", unwanted)]
        listed = "; ".join(f"{label}: {', '.join(names)}" for label, names in said if names)
        say(f"• {titles.get(section, section)} — {listed}.", hanging="  ")
        for flag in flags.values() if explain else ():
            for span in flag.spans[:1]:
                say(f"{flag.title}, lewat aturan “{flag.by}”: “{' '.join(report.text(span).split())}”", indent="    ")


def _print_findings(title: str, findings: Sequence[Finding], titles: Mapping[str, str]) -> None:
    if findings:
        _heading(f"{title} ({len(findings)})")
        for finding in findings:
            say(f"• {wording.finding_text(finding, sections=titles)}", hanging="  ")


def _status(verdict: Verdict, report: Report) -> str:
    """`ada`, and where when that is not its own place: `ada, di Hasil Inovasi`."""
    label = wording.status_label(verdict.status)
    if not verdict.found_in or verdict.status == "absent":
        return label
    section, _, element = verdict.found_in.partition("/")
    if element:  # another heading of its own section
        return f"{label}, di bawah judul {report.verdicts[section][element].title}"
    return f"{label}, di {next((text.title for text in report.sections if text.id == section), wording.spelt(section))}"


def _lacking(verdict: Verdict) -> list[str]:
    """The parts that are not there, those that the text only touches on said to be."""
    touched = {part.title for part in verdict.part_verdicts if part.status == "partial"}
    return [f"{title} (baru disinggung)" if title in touched else title for title in verdict.missing]


def _print_gap(gap: Gap, titles: Mapping[str, str]) -> None:
    words = wording.gap_words(gap, sections=titles)
    say(f"• {words.head}", hanging="  ")
    lines = [words.opening]
    if words.facts:
        named = (f"{name} ({fact})" if name else fact for fact, name in words.facts)
        lines.append(f"{words.facts_label}: {'; '.join(named)}.")
    if words.question:
        lines.append(f"{words.ask} {words.question}")
    lines += [words.document, f"→ {words.fix}" if words.fix else "", words.points]
    for line in lines:
        if line:
            say(line, indent="  ", hanging="  " if line.startswith("→") else "")


_HOLLOW = "hampa."
"""What the ids of findings about sentences that state nothing begin with."""


def _explain(report: Report, verdicts: Sequence[Verdict]) -> None:
    _heading("Mengapa demikian")
    for verdict in verdicts:
        say(f"• {verdict.title}: {wording.status_label(verdict.status)} (keyakinan {_LEVELS[verdict.confidence]})")
        # Parts that one passage carries stand together above it.
        by_passage: dict[str, list[PartVerdict]] = {}
        for part in verdict.part_verdicts:
            passage = " ".join(report.text(part.spans[0]).split()) if part.spans else ""
            by_passage.setdefault(passage, []).append(part)
        for passage, parts in by_passage.items():
            for part in parts:
                by = f", lewat aturan “{part.by}”" if part.by else ""
                optional = "" if part.required else " (tidak wajib)"
                say(f"{part.title}{optional}: {wording.status_label(part.status)}{by}", indent="    ", hanging="  ")
            if passage:
                say(f"“{passage}”", indent="      ")
    hollow = [finding for finding in report.findings if finding.rule.startswith(_HOLLOW)]
    if hollow:
        say("• Kalimat yang tidak dihitung sebagai isi unsur mana pun:")
        for finding in hollow:
            kind = finding.rule.removeprefix(_HOLLOW)
            say(f"{finding.message} (aturan “{kind}” pada hollow.yaml)", indent="    ", hanging="  ")
            say(f"“{' '.join(finding.excerpt.split())}”", indent="      ")


def print_gaps_line(report: Report) -> None:
    """A report in a few lines: state, what blocks, and the titles of the gaps, those that block marked."""
    _heading(report.title)
    for text in (wording.state_text(report), *wording.word_count_texts(report)):
        say(text, indent="  ")
    for finding in wording.blocking_findings(report):
        say(f"{wording.BLOCKING_TITLE}: {wording.finding_text(finding)}", indent="  ", hanging="  ")
    for cause, gaps in wording.gaps_by_cause(report):
        marked = (f"{gap.title} ({wording.BLOCKING_MARK})" if gap.severity == "blocking" else gap.title for gap in gaps)
        say(f"{wording.cause_label(cause)}: {'; '.join(dict.fromkeys(marked))}.", indent="  ", hanging="  ")


def print_problems(problems: Sequence[Problem], *, as_json: bool, fine: str) -> int:
    """Problems of a rubric, one a line; the exit code: 1 when there are any that are errors."""
    if as_json:
        content = {"jenis": "masalah", "masalah": [asdict(problem) for problem in problems]}
        print_json(content)
    elif not problems:
        say(fine)
    else:
        for problem in problems:
            say(f"• {problem}", hanging="  ")
    return 1 if any(problem.severity == "error" for problem in problems) else 0


def print_rubric(rubric: Rubric, *, notes_only: bool) -> None:
    """A rubric for a reader: what it asks, with sources and confidence; conflicts and unknowns stay in sight."""
    _heading(f"{rubric.title} ({rubric.id}, revisi {rubric.revision}, {rubric.content_hash[:12]})")
    document = rubric.document
    number = document.get("number", "tidak diketahui")
    say(f"{document.get('title', '')}. {document.get('issuer', '')}, nomor {number}, {document.get('date', '')}.")
    if document.get("read_directly") is False:
        say("Naskah asli pedoman tidak dibaca langsung; isi rubrik disusun dari sumber yang disebut di bawah.")
    if not notes_only:
        _print_requirements(rubric)
    _heading("Pertentangan antarsumber")
    for owner, conflict in _conflicts(rubric):
        say(f"• {owner}: {conflict}", hanging="  ")
    _heading("Yang tidak diketahui")
    for unknown in rubric.unknowns:
        say(f"• {unknown}", hanging="  ")
    if not notes_only:
        _heading("Sumber")
        for key, source in rubric.sources.items():
            say(f"{key}: {source}", indent="  ", hanging="  ")


def _print_requirements(rubric: Rubric) -> None:
    for section in rubric.sections:
        bounds = [
            f"sedikitnya {section.min_words} kata" if section.min_words else "",
            f"paling banyak {section.max_words} kata" if section.max_words else "",
        ]
        limits = ", ".join(bound for bound in bounds if bound) or "batas kata tidak diketahui"
        _heading(f"{section.title} ({limits})")
        say(f"{section.explanation} {_sourced(section.sources, section.confidence)}")
        for element_id in section.elements:
            element = rubric.elements[element_id]
            say(f"• {element.title} — {element.question}", hanging="  ")
            for part in element.parts:
                mark = "" if part.required else " (tidak wajib)"
                say(f"- {part.title}{mark}", indent="    ", hanging="  ")
            say(_sourced(element.sources, element.confidence), indent="    ")
    if rubric.flags:
        _heading("Tanda pada bagian")
    titles = {section.id: section.title for section in rubric.sections}
    for rule in rubric.flag_rules.values():
        where = ", ".join(titles.get(section, section) for section in rule.sections)
        say(f"• {rule.title} ({where}): {rule.explanation.strip()}", hanging="  ")
        say(_sourced(rule.sources, rule.confidence), indent="    ")
    _heading("Syarat umum")
    if rubric.age_window:
        say(
            f"• {rubric.age_window.text} {_sourced(rubric.age_window.sources, rubric.age_window.confidence)}",
            hanging="  ",
        )
    for condition in rubric.conditions:
        note = f" {condition.note}" if condition.note else ""
        say(f"• {condition.text}{note} {_sourced(condition.sources, condition.confidence)}", hanging="  ")
    _heading("Kriteria umum")
    for criterion in rubric.criteria:
        say(f"• {criterion.title}. Buktinya: {', '.join(criterion.evidence_in)}.", hanging="  ")
    _heading("Indikator")
    _table(
        ("No.", "Indikator", "Bobot", "Nilai terbesar", "Wajib"),
        [
            (
                str(i.number),
                i.title,
                wording.decimal_text(i.weight),
                wording.decimal_text(i.points),
                "ya" if i.mandatory else "",
            )
            for i in rubric.indicators
        ],
    )
    form = rubric_form(rubric)
    if form is not None:
        _heading("Isian formulir profil")
        rows = [
            (field.label, _MANDATORY.get(field.mandatory, field.mandatory), _LEVELS[field.confidence])
            for field in form.fields.values()
        ]
        _table(("Isian", "Wajib", "Keyakinan"), rows)
        say(_sourced(form.sources, form.confidence))
    _heading("Kelengkapan")
    say(rubric.completeness.text)


def _sourced(sources: Sequence[str], confidence: str) -> str:
    return (
        f"[keyakinan {_LEVELS[confidence]}; {', '.join(sources)}]" if sources else f"[keyakinan {_LEVELS[confidence]}]"
    )


def _conflicts(rubric: Rubric) -> list[tuple[str, str]]:
    found = [(section.title, conflict) for section in rubric.sections for conflict in section.conflicts]
    found += [(element.title, conflict) for element in rubric.elements.values() for conflict in element.conflicts]
    if rubric.age_window:
        found += [("Umur inovasi", conflict) for conflict in rubric.age_window.conflicts]
    found += [(condition.text, conflict) for condition in rubric.conditions for conflict in condition.conflicts]
    found += [
        (f"Indikator {indicator.number}", conflict)
        for indicator in rubric.indicators
        for conflict in indicator.conflicts
    ]
    form = rubric_form(rubric)
    if form is not None:
        found += [("Isian profil", conflict) for conflict in form.conflicts]
        found += [(field.label, conflict) for field in form.fields.values() for conflict in field.conflicts]
    return found
