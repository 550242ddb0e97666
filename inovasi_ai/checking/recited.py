"""What the rubric and the form themselves say, word for word: an official may paste it in, and it states nothing."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from inovasi_ai.domain.innovation import Innovation
from inovasi_ai.domain.rubric import Rubric
from inovasi_ai.sources.fields import fields_of, shape_of

__all__ = ["form_strings", "rubric_strings"]

_WHY = "why: "


def rubric_strings(rubric: Rubric) -> Iterator[str]:
    """Titles, questions, explanations and notes of a rubric, and the reasons given for its examples."""
    for section in rubric.sections:
        yield from (section.title, section.explanation, *section.conflicts)
    for element in rubric.elements.values():
        yield from (element.title, element.question, element.explanation, *element.conflicts)
        for part in element.parts:
            yield from (part.title, part.ask)
            yield from (clause.name for clause in (*part.detect, *part.weak))
        yield from _reasons(rubric, element.id)
    for indicator in rubric.indicators:
        yield from (indicator.title, indicator.question, *indicator.documents)
    yield from rubric.unknowns
    for condition in rubric.conditions:
        yield from (condition.text, condition.note, *condition.conflicts)
    if rubric.age_window is not None:
        yield from (rubric.age_window.text, *rubric.age_window.conflicts, *rubric.age_window.failures.values())
    yield from (criterion.title for criterion in rubric.criteria)


def _reasons(rubric: Rubric, element: str) -> Iterator[str]:
    """The `why` of an element's examples, read line by line: parsing the examples would cost as much as the rubric."""
    _, _, examples = rubric.path(f"elements/{element}.yaml").read_text(encoding="utf-8").partition("\n---\n")
    for line in examples.splitlines():
        if line.lstrip().startswith(_WHY):
            yield line.lstrip()[len(_WHY) :].strip("\"' ")


def form_strings(model: type[BaseModel] = Innovation) -> Iterator[str]:
    """What stands beside the fields of a facts file."""
    for name, field in fields_of(model).items():
        yield from (text for text in (field.title, field.description) if text)
        inner = shape_of(model, name)[1]
        if inner is not None:
            yield from form_strings(inner)
