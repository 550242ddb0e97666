"""What several commands share: the rules that were asked for, and the exit code of reports."""

from __future__ import annotations

import argparse
from collections.abc import Iterable

from inovasi_ai import resources
from inovasi_ai.checking.language_rules import LanguageRules, load_language_rules
from inovasi_ai.domain.report import Report
from inovasi_ai.domain.rubric import Rubric, load_rubric

__all__ = ["exit_code", "own_prompts", "own_rules"]


def own_rules(options: argparse.Namespace) -> tuple[Rubric, LanguageRules]:
    """The rubric and the rules of the language, both from the user's folder where it has them."""
    return load_rubric(options.rubric, folder=options.rubrics), load_language_rules(options.rubrics)


def own_prompts(options: argparse.Namespace) -> str | None:
    """The user's folder of templates; one that is not there is told of before anything is composed."""
    if options.prompts is None:
        return None
    resources.roots("prompts", folder=options.prompts)
    return str(options.prompts)


def exit_code(reports: Iterable[Report]) -> int:
    """1 when something stands in the way of handing a draft in, else 0."""
    return 1 if any(report.blocking for report in reports) else 0
