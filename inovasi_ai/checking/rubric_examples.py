"""Running a rubric's own examples: the texts beside each element say what the checker must answer, and this asks it.

Someone who writes no Python changes a cue, runs `inovasi rubric test` and reads which example now says something else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from inovasi_ai.checking.engine import check
from inovasi_ai.checking.rubric_places import YamlPlaces
from inovasi_ai.domain.report import Report, Verdict
from inovasi_ai.domain.rubric import Example, Rubric
from inovasi_ai.text.words import normalize

__all__ = ["ExampleResult", "run_rubric_examples"]

_STATUS = {"present": "ada", "partial": "sebagian", "absent": "belum ada"}
_SHOWN = 80


@dataclass(frozen=True, slots=True)
class ExampleResult:
    """What the checker says of one example, beside what it must say."""

    element: str
    index: int
    """Place in the element's list of examples, from 0."""
    kind: Literal["passing", "failing", "near_miss"]
    ok: bool
    expected: str
    """What must be said, in Indonesian: `sebagian; makro belum ada`."""
    found: str
    """What the checker says, in the same words."""
    why: str
    """The example's own reason, and for a failed one where the passage was found."""
    file: str
    line: int | None
    """Where the example stands: 1-based line in `file`."""


def run_rubric_examples(rubric: Rubric) -> tuple[ExampleResult, ...]:
    """Check every example of every element, without facts, as a text of the element's own section.

    Raises `RubricError` when an element's examples cannot be read.
    """
    results: list[ExampleResult] = []
    for section in rubric.sections:
        for element_id in section.elements:
            places = YamlPlaces(rubric, f"elements/{element_id}.yaml")
            for index, example in enumerate(rubric.examples(element_id)):
                report = check({section.id: example.text}, rubric=rubric)
                results.append(_result(example, index, report, report.verdicts[section.id][element_id], places))
    return tuple(results)


def _result(example: Example, index: int, report: Report, verdict: Verdict, places: YamlPlaces) -> ExampleResult:
    wrong_parts = [part for part, status in example.parts.items() if verdict.parts.get(part) != status]
    passages = [report.text(span) for span in verdict.spans]
    carried = not example.span or any(_plain(example.span) in _plain(passage) for passage in passages)
    ok = verdict.status == example.status and not wrong_parts and carried
    expected, found = [_STATUS[example.status]], [_STATUS[verdict.status]]
    for part, status in example.parts.items():
        expected.append(f"{part} {_STATUS[status]}")
        found.append(f"{part} {_STATUS[verdict.parts[part]] if part in verdict.parts else 'tidak dikenal'}")
    if example.span:
        expected.append(f"pada “{example.span}”")
        shown = passages[0] if passages else ""
        found.append(f"pada “{example.span if carried else _short(shown)}”" if shown else "tanpa kalimat pembawa")
    why = example.why
    if not ok:
        carriers = "; ".join(f"{part.id}: {part.by}" for part in verdict.part_verdicts if part.by)
        why = " ".join(piece for piece in (why, f"Lolos lewat: {carriers}." if carriers else "") if piece)
    return ExampleResult(
        element=verdict.element,
        index=index,
        kind=example.kind,
        ok=ok,
        expected="; ".join(expected),
        found="; ".join(found),
        why=why,
        file=places.file,
        line=places.line(index, document=1),
    )


def _plain(text: str) -> str:
    return " ".join(normalize(text).split())


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1].rsplit(" ", 1)[0] + "…"
