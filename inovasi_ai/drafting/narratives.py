"""`draft` and `write`: the public way from facts to a narrative."""

from __future__ import annotations

from pathlib import Path

from inovasi_ai.checking.engine import check
from inovasi_ai.domain.draft import Draft
from inovasi_ai.domain.innovation import Innovation
from inovasi_ai.domain.rubric import Rubric, load_rubric
from inovasi_ai.drafting.composer import compose
from inovasi_ai.text.formatting import format_number

__all__ = ["draft", "write"]


def draft(innovation: Innovation, rubric: Rubric | str | None = None, *, prompts: str | Path | None = None) -> Draft:
    """Write a narrative from the facts alone: offline, deterministic, every sentence citing its facts.

    `rubric` is a `Rubric` or its id, the default edition when None; `prompts` a folder whose templates override the
    shipped ones. What no fact carries stands as a note `[LENGKAPI: …]`. Raises `RubricError` or `TemplateError`.
    """
    if rubric is None or isinstance(rubric, str):
        rubric = load_rubric(rubric)
    return compose(innovation, rubric, prompts=str(prompts) if prompts is not None else None)


def write(innovation: Innovation, rubric: Rubric | str | None = None, *, prompts: str | Path | None = None) -> Draft:
    """Draft, check, and note in the provenance what the check said.

    Without a model there is nothing to revise: the composer writes everything the facts carry the first time.
    """
    if rubric is None or isinstance(rubric, str):
        rubric = load_rubric(rubric)
    written = draft(innovation, rubric, prompts=prompts)
    report = check(written, innovation, rubric)
    unwritten = sum(gap.cause == "not_written" for gap in report.gaps)
    line = (
        f"penyusun tanpa model: kelengkapan {format_number(report.kelengkapan)}, {len(report.gaps)} kesenjangan, "
        f"{unwritten} belum ditulis"
    )
    provenance = written.provenance.model_copy(update={"history": (line,)})
    return written.model_copy(update={"provenance": provenance})
