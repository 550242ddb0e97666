"""The language rules' own examples, run; and what makes a rule file weak.

Examples stand in the second YAML document of a rule file, by rule id. In `failing`, `«…»` marks exactly what the rule
must find; `fixed` is the text after its certain replacements, by default the text as it stands.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from inovasi_ai.checking.language import apply_fixes, check_language
from inovasi_ai.checking.language_kinds import Pattern, Substitution
from inovasi_ai.checking.language_rules import LanguageRules, load_language_rules
from inovasi_ai.errors import Problem, RubricError
from inovasi_ai.text import Document
from inovasi_ai.yaml_data import read_document

__all__ = ["lint_language", "run_examples"]


class _Example(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    section: str | None = None
    fixed: str | None = None


class _Examples(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    passing: tuple[str | _Example, ...] = ()
    failing: tuple[_Example, ...] = ()
    near_miss: tuple[str | _Example, ...] = ()


def run_examples(folder: str | os.PathLike[str] | None = None) -> tuple[Problem, ...]:
    """What the rules' own examples show to be wrong; empty when every rule does as its examples say.

    Raises `RubricError` when the rules cannot be loaded.
    """
    rules = load_language_rules(folder)
    problems: list[Problem] = []
    for path in sorted(set(rules.origins.values())):
        examples, wrong = _read(path)
        problems += wrong
        for rule_id, given in examples.items():
            if rules.origins.get(rule_id) == path:
                only = rules.only(rule_id)
                problems += (Problem(message, file=path, field=rule_id) for message in _failures(only, given))
    return tuple(problems)


def lint_language(folder: str | os.PathLike[str] | None = None) -> tuple[Problem, ...]:
    """What makes the rules weak: no examples, a word twice, a replacement that another rule would replace again.

    Raises `RubricError` when the rules cannot be loaded.
    """
    rules = load_language_rules(folder)
    problems: list[Problem] = []
    for path in sorted(set(rules.origins.values())):
        examples, _ = _read(path)
        for rule in rules.rules:
            if rules.origins[rule.id] != path:
                continue
            given = examples.pop(rule.id, _Examples())
            missing = [name for name in ("passing", "failing", "near_miss") if not getattr(given, name)]
            if missing:
                problems.append(
                    Problem(f"Contoh belum ada: {', '.join(missing)}", file=path, field=rule.id, severity="warning")
                )
        problems += (Problem("Contoh untuk aturan yang tidak ada", file=path, field=rule_id) for rule_id in examples)
    return (*problems, *_circles(rules), *_empty_patterns(rules))


def _read(path: str) -> tuple[dict[str, _Examples], list[Problem]]:
    examples: dict[str, _Examples] = {}
    problems: list[Problem] = []
    try:
        document = read_document(Path(path), 1)
    except RubricError as error:
        return {}, list(error.problems)
    if document is None:
        return {}, []
    if not isinstance(document, dict):
        return {}, [Problem("Contoh tidak dapat dibaca", file=path, expected="pemetaan dari id aturan ke contohnya")]
    for rule_id, given in document.items():
        try:
            examples[str(rule_id)] = _Examples.model_validate(given)
        except ValidationError as error:
            problems += (
                Problem(
                    "Contoh tidak sah",
                    file=path,
                    field=".".join([str(rule_id), *map(str, detail["loc"])]),
                    found=repr(detail["input"])[:60],
                    expected="passing, near_miss: daftar teks; failing: daftar {text, fixed, section}",
                )
                for detail in error.errors(include_url=False)
            )
    return examples, problems


def _failures(rules: LanguageRules, given: _Examples) -> Iterator[str]:
    for name, quiet in (("passing", given.passing), ("near_miss", given.near_miss)):
        for item in quiet:
            example = item if isinstance(item, _Example) else _Example(text=item)
            found = check_language(Document(example.text), example.section, rules)
            if found:
                yield f"{name}: “{example.text}” seharusnya lolos, tetapi ditemukan “{found[0].excerpt}”"
    for example in given.failing:
        text, spans = _unmarked(example.text)
        found = check_language(Document(text), example.section, rules)
        actual = [(finding.span.start, finding.span.end) for finding in found if finding.span is not None]
        if actual != spans:
            expected = ", ".join(f"“{text[start:end]}”" for start, end in spans) or "tanda «…»"
            seen = ", ".join(f"“{text[start:end]}”" for start, end in actual) or "tidak ada"
            yield f"failing: pada “{text}” seharusnya ditemukan {expected}; yang ditemukan: {seen}"
        elif (fixed := apply_fixes(text, found)) != (text if example.fixed is None else example.fixed):
            yield f"failing: “{text}” menjadi “{fixed}”, seharusnya “{example.fixed or text}”"


def _unmarked(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its marks, and the spans that were marked."""
    spans: list[tuple[int, int]] = []
    pieces: list[str] = []
    length = 0
    for position, piece in enumerate(re.split(r"[«»]", marked)):
        if position % 2:
            spans.append((length, length + len(piece)))
        pieces.append(piece)
        length += len(piece)
    return "".join(pieces), spans


def _circles(rules: LanguageRules) -> Iterator[Problem]:
    """Replacements in which some rule finds something to replace: fixing once would not be enough."""
    for rule in rules.rules:
        if not isinstance(rule, Substitution):
            continue
        for found, instead in rule.words.items():
            if isinstance(instead, str):
                for finding in check_language(Document(instead), None, rules):
                    if finding.replacement is not None:
                        message = f"Pengganti “{instead}” untuk “{found}” masih diganti oleh {finding.rule}"
                        yield Problem(message, file=rules.origins[rule.id], field=rule.id)


def _empty_patterns(rules: LanguageRules) -> Iterator[Problem]:
    for rule in rules.rules:
        if isinstance(rule, Pattern) and re.match(rule.pattern, ""):
            yield Problem(
                "Pola cocok dengan teks kosong", file=rules.origins[rule.id], field=rule.id, found=rule.pattern
            )
