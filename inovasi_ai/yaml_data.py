"""Reading the library's own YAML: rubrics, word lists, examples. Safe loader only; a broken file is named with its line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from inovasi_ai.errors import InputError, Problem, RubricError

__all__ = ["YAML_LOADER", "read_document"]

YAML_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's safe loader where it is built in: ten times as fast as the pure one."""


def read_document(path: Path, index: int = 0, *, error: type[InputError] = RubricError) -> Any:
    """The YAML document number `index` of a file (None when the file has fewer). Raises `error` with the line."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as cause:
        raise error(Problem("berkas tidak dapat dibaca", file=path.name, found=str(cause.strerror))) from cause
    except UnicodeDecodeError as cause:
        raise error(Problem("berkas harus berkode UTF-8", file=path.name)) from cause
    # Documents after the wanted one are cut off before parsing: examples are long and a check never needs them.
    documents = text.split("\n---\n") if not text.startswith("---\n") else text[4:].split("\n---\n")
    if index >= len(documents):
        return None
    before = "\n---\n".join(documents[:index])
    offset = before.count("\n") + 2 if index else (1 if text.startswith("---\n") else 0)
    try:
        return yaml.load(documents[index], YAML_LOADER)  # noqa: S506 - the safe loader in both cases
    except yaml.MarkedYAMLError as cause:
        mark = cause.problem_mark or cause.context_mark
        raise error(
            Problem(
                f"susunan YAML rusak: {cause.problem}",
                file=path.name,
                line=mark.line + 1 + offset if mark else None,
                column=mark.column + 1 if mark else None,
            )
        ) from cause


