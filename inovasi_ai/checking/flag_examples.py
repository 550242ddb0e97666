"""Running the examples of a rubric's flags: texts of a section, and whether the flag must be raised in them."""

from __future__ import annotations

from inovasi_ai.checking.engine import check
from inovasi_ai.checking.rubric_examples import ExampleResult
from inovasi_ai.checking.rubric_places import YamlPlaces
from inovasi_ai.domain.flag_rules import FlagExample
from inovasi_ai.domain.report import Report
from inovasi_ai.domain.rubric import Rubric
from inovasi_ai.text.words import normalize

__all__ = ["run_flag_examples"]

_SAID = {True: "ada", False: "tidak ada"}


def run_flag_examples(rubric: Rubric) -> tuple[ExampleResult, ...]:
    """Check every example of every flag, without facts; `element` of a result is `tanda.<flag>`.

    Raises `RubricError` when a flag's examples cannot be read.
    """
    results = []
    for flag_id in rubric.flags:
        places = YamlPlaces(rubric, f"flags/{flag_id}.yaml")
        for index, example in enumerate(rubric.flag_examples(flag_id)):
            report = check({**example.beside, example.section: example.text}, rubric=rubric)
            results.append(_result(flag_id, example, index, report, places))
    return tuple(results)


def _result(flag_id: str, example: FlagExample, index: int, report: Report, places: YamlPlaces) -> ExampleResult:
    flag = report.flags.get(example.section, {}).get(flag_id)
    value = flag is not None and flag.value
    passages = [report.text(span) for span in flag.spans] if flag is not None else []
    carried = not example.span or any(_plain(example.span) in _plain(passage) for passage in passages)
    ok = flag is not None and value == example.value and carried
    expected, found = _SAID[example.value], _SAID[value] if flag is not None else "tidak dinilai pada bagian ini"
    if example.span:
        expected += f" pada “{example.span}”"
        if value:
            found += f" pada “{example.span if carried else ' '.join(passages[0].split())}”"
    why = example.why
    if not ok and flag is not None and flag.by:
        why = f"{why} Lolos lewat: {flag.by}.".strip()
    return ExampleResult(
        element=f"tanda.{flag_id}",
        index=index,
        kind=example.kind,
        ok=ok,
        expected=expected,
        found=found,
        why=why,
        file=places.file,
        line=places.line(index, document=1),
    )


def _plain(text: str) -> str:
    return " ".join(normalize(text).split())
