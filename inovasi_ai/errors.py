"""Every error the library raises on purpose, in one tree.

InovasiError
├── InputError            something the user gave is wrong: facts, text, rubric, template, option (exit code 2)
│   ├── FactsError        a facts file or mapping
│   ├── TextError         a draft or an existing text (docx, md, txt)
│   ├── RubricError       a rubric or one of its data files
│   ├── TemplateError     a prompt or composer template
│   └── OptionError       an argument or a setting
└── RunError              the run went wrong, not the input: `retryable`, `hint` (exit code 3)
    └── OutputError       a result could not be written

An `InputError` carries every problem found, not the first one only; its text is Indonesian, for an official reads it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

__all__ = [
    "FactsError",
    "InovasiError",
    "InputError",
    "OptionError",
    "OutputError",
    "Problem",
    "RubricError",
    "RunError",
    "TemplateError",
    "TextError",
    "require",
]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with an input, ready to be shown to the person who wrote it."""

    message: str
    """What is wrong, one Indonesian sentence without a final full stop."""
    file: str | None = None
    line: int | None = None
    """1-based line in `file`."""
    column: int | None = None
    """1-based column in `line`, counted in characters."""
    field: str | None = None
    """Dotted path of the field, such as `hasil.0.sesudah`."""
    found: str | None = None
    """What stands there, shortened."""
    expected: str | None = None
    """What should stand there instead."""
    suggestion: str | None = None
    """The nearest valid value, when there is one."""
    severity: str = "error"
    """`error` stops the run, `warning` is shown and the run goes on."""

    def __str__(self) -> str:
        place = self.file or ""
        if self.line is not None:
            place += f":{self.line}" if place else f"baris {self.line}"
            if self.column is not None:
                place += f":{self.column}"
        field = f"`{self.field}`{_positions(self.field)}: " if self.field else ""
        parts = [f"{place}: " if place else "", field, self.message]
        if self.found is not None:
            parts.append(f"; ditemukan: {self.found}")
        if self.expected is not None:
            parts.append(f"; yang diharapkan: {self.expected}")
        if self.suggestion is not None:
            parts.append(f"; mungkin maksudnya: {self.suggestion}")
        return "".join(parts)


_NUMBERED = "indikator"
"""Under this name a number in a path is the official number of an indicator, not a position."""


def _positions(path: str) -> str:
    """Positions in a dotted path as people count them, from one: ` (butir ke-4)` for `langkah.3.pelaku`."""
    parts = path.split(".")
    found = [
        (parts[index - 1] if index else "", int(part) + 1)
        for index, part in enumerate(parts)
        if part.isascii() and part.isdigit() and len(part) < 7 and not (index and parts[index - 1] == _NUMBERED)
    ]
    if not found:
        return ""
    if len(found) == 1:
        return f" (butir ke-{found[0][1]})"
    return f" ({', '.join(f'{owner} butir ke-{count}'.lstrip() for owner, count in found)})"


class InovasiError(Exception):
    """Trunk of the tree; catch this to catch everything the library raises on purpose."""

    exit_code = 3


class InputError(InovasiError):
    """Something the user gave is wrong. `problems` lists all that was found."""

    exit_code = 2

    def __init__(self, problems: Problem | str | Iterable[Problem]) -> None:
        if isinstance(problems, str):
            problems = Problem(problems)
        if isinstance(problems, Problem):
            problems = (problems,)
        self.problems: Sequence[Problem] = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class FactsError(InputError):
    """A facts file or a mapping of facts is wrong."""


class TextError(InputError):
    """A text that should be checked cannot be read."""


class RubricError(InputError):
    """A rubric, or a data file it names, is wrong or not there."""


class TemplateError(InputError):
    """A prompt or composer template is wrong or not there."""


class OptionError(InputError):
    """An argument or a setting is wrong."""


def require(value: object, kinds: type | tuple[type, ...], what: str, expected: str) -> None:
    """Raise `OptionError` unless `value` is of one of `kinds`: what is wrong, what was found, what is expected."""
    if not isinstance(value, kinds):
        raise OptionError(Problem(what, found=type(value).__name__, expected=expected))


class RunError(InovasiError):
    """The run went wrong although the input was right."""

    exit_code = 3
    retryable = False

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        self.hint = hint
        super().__init__(message if hint is None else f"{message}. {hint}")


class OutputError(RunError):
    """A result could not be written; whatever stood there before is untouched."""
