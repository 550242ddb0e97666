"""What several commands share: the rules that were asked for, input kept from output, the exit code of reports."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable
from pathlib import Path

from inovasi_ai import resources
from inovasi_ai.checking.language_rules import LanguageRules, load_language_rules
from inovasi_ai.domain.report import Report
from inovasi_ai.domain.rubric import Rubric, load_rubric
from inovasi_ai.errors import OptionError, Problem

__all__ = ["exit_code", "keep_apart", "own_prompts", "own_rules", "target_file", "target_folder"]

_FILE_SUFFIXES = frozenset({".docx", ".md", ".html", ".htm", ".json", ".pdf", ".doc", ".odt", ".txt", ".xlsx"})


def own_rules(options: argparse.Namespace) -> tuple[Rubric, LanguageRules]:
    """The rubric and the rules of the language, both from the user's folder where it has them."""
    return load_rubric(options.rubric, folder=options.rubrics), load_language_rules(options.rubrics)


def own_prompts(options: argparse.Namespace) -> str | None:
    """The user's folder of templates; one that is not there is told of before anything is composed."""
    if options.prompts is None:
        return None
    resources.roots("prompts", folder=options.prompts)
    return str(options.prompts)


def target_folder(options: argparse.Namespace, command: str) -> Path:
    """The folder that `-o` names; a name that can only be meant for a file is refused with the way to say it."""
    folder = Path(options.out)
    suffix = folder.suffix.casefold()
    if suffix not in _FILE_SUFFIXES or folder.is_dir():
        return folder
    from inovasi_ai.exporting import SUFFIXES

    wanted = f" --format {suffix.removeprefix('.')}" if suffix in SUFFIXES and command != "demo" else ""
    raise OptionError(
        Problem(
            f"Pada `inovasi {command}`, -o menyebut folder, bukan berkas; nama berkasnya diambil dari nama inovasi",
            found=str(options.out),
            expected=f"nama folder, misalnya `-o {folder.parent if folder.parent.name else 'hasil'}{wanted}`",
        )
    )


def target_file(name: str, command: str) -> Path:
    """The file that `-o` names; a folder is refused with the names that can be given."""
    from inovasi_ai.exporting import SUFFIXES

    target = Path(name)
    if target.is_dir() or name.endswith(("/", os.sep)):
        raise OptionError(
            Problem(
                f"Pada `inovasi {command}`, -o menyebut berkas, bukan folder",
                found=name,
                expected=f"nama berkas yang berakhiran {', '.join(SUFFIXES)}, misalnya `-o {target / 'laporan.html'}`",
            )
        )
    return target


def keep_apart(targets: Iterable[Path], *sources: str | None) -> None:
    """Refuse to write over a file that is being read: the facts are somebody's work, a result can be made again."""
    read = {os.path.realpath(source) for source in sources if source}
    for target in targets:
        if os.path.realpath(target) in read:
            raise OptionError(
                Problem(
                    "Hasil akan menimpa berkas yang sedang dibaca",
                    found=str(target),
                    expected="folder atau nama tujuan lain pada -o",
                )
            )


def exit_code(reports: Iterable[Report]) -> int:
    """1 when something stands in the way of handing a draft in, else 0."""
    return 1 if any(report.blocking for report in reports) else 0
