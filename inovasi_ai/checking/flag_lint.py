"""Finding what is weak in a rubric's flags: names that lead nowhere, clauses that never hold, no examples."""

from __future__ import annotations

from collections.abc import Iterator

from inovasi_ai.checking.fact_paths import leads_somewhere
from inovasi_ai.checking.language_rules import load_language_rules
from inovasi_ai.checking.rubric_lint import clause_problems, source_problems
from inovasi_ai.checking.rubric_places import YamlPlaces
from inovasi_ai.domain.flag_rules import FlagPlace, FlagRule
from inovasi_ai.domain.rubric import Rubric
from inovasi_ai.errors import Problem

__all__ = ["lint_flags"]


def lint_flags(rubric: Rubric) -> tuple[Problem, ...]:
    """Everything weak in a rubric's flags. Raises `RubricError` when a flag's examples cannot be read."""
    return tuple(
        problem
        for rule in rubric.flag_rules.values()
        for problem in _flag(rubric, rule, YamlPlaces(rubric, f"flags/{rule.id}.yaml"))
    )


def _flag(rubric: Rubric, rule: FlagRule, places: YamlPlaces) -> Iterator[Problem]:
    yield from source_problems(rubric, rule.sources, places, "sources")
    ways = sum(map(bool, (rule.detect, rule.language, rule.same)))
    if not ways:
        yield Problem("tanda ini tidak pernah dapat muncul: tanpa `detect`, `language`, dan `same`", places.file)
    for index, clause in enumerate(rule.detect):
        line = places.line("detect", index)
        yield from clause_problems(rubric, clause, places.file, line, "detect")
        if clause.fact:
            message = f"“{clause.name}”: tanda dinilai tanpa fakta, sehingga `fact` tidak pernah terpenuhi"
            yield Problem(message, places.file, line, field="detect")
    rules = {rule.id for rule in load_language_rules().rules} if rule.language else set()
    for name in rule.language:
        if name not in rules:
            message = "kaidah bahasa ini tidak ada"
            yield Problem(message, places.file, places.line("language"), field="language", found=name)
    known = {section.id for section in rubric.sections}
    for section, place in rule.sections.items():
        line = places.line("sections", section)
        if section not in known:
            yield Problem("bagian ini tidak ada dalam rubrik", places.file, line, field="sections", found=section)
        yield from _place(rubric, place, places.file, line, f"sections.{section}")
    examples = rubric.flag_examples(rule.id)
    if not {example.value for example in examples} >= {True, False}:
        message = "tanda ini perlu contoh yang ada dan contoh yang tidak ada"
        yield Problem(message, places.file, places.line("id"), severity="warning")
    for index, example in enumerate(examples):
        if example.section not in rule.sections:
            line = places.line(index, "section", document=1)
            yield Problem("contoh memakai bagian yang tidak dinilai", places.file, line, found=example.section)


def _place(rubric: Rubric, place: FlagPlace, file: str, line: int | None, field: str) -> Iterator[Problem]:
    if place.tell != "never" and not (place.message and place.fix):
        yield Problem("temuan perlu `message` dan `fix`", file, line, field=field)
    for pattern in place.facts:
        if not leads_somewhere(pattern):
            yield Problem("pola ini tidak menuju fakta apa pun", file, line, field=f"{field}.facts", found=pattern)
    if place.told_by:
        element_id, _, part_id = place.told_by.partition(".")
        element = rubric.elements.get(element_id)
        if element is None or part_id not in {part.id for part in element.parts}:
            message = "bagian unsur ini tidak ada"
            yield Problem(message, file, line, field=f"{field}.told_by", found=place.told_by)
