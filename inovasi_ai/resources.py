"""The one place that knows where prompts, rubrics and examples lie.

A file is looked for by name, first in the user's folder (an argument, else the environment variable of its kind), then
in what the library brings along: `inovasi_ai/_data/<kind>` in a wheel, `<kind>/` beside the package in a checkout. The
user's folder overrides file by file: what it lacks is taken from the library.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, TypeAlias

from inovasi_ai.errors import InputError, OptionError, Problem, RubricError, TemplateError

__all__ = ["ENVIRONMENT", "Kind", "files", "find", "names", "roots"]

Kind: TypeAlias = Literal["prompts", "rubrics", "examples"]

ENVIRONMENT: dict[Kind, str] = {"prompts": "INOVASI_PROMPTS", "rubrics": "INOVASI_RUBRICS"}
"""The environment variable that names the user's folder of a kind."""

_ERRORS: dict[Kind, type[InputError]] = {"prompts": TemplateError, "rubrics": RubricError, "examples": OptionError}
_TITLES: dict[Kind, str] = {"prompts": "templat", "rubrics": "rubrik", "examples": "contoh"}


def roots(kind: Kind, *, folder: str | os.PathLike[str] | None = None) -> tuple[Path, ...]:
    """The folders that are searched for `kind`, the user's first.

    `folder` wins over the environment variable; an empty variable counts as none. Raises the error of the kind
    (`RubricError`, `TemplateError`, `OptionError`) when the user's folder is not there.
    """
    user, origin = (Path(folder), "yang diberikan") if folder is not None else (None, "")
    variable = ENVIRONMENT.get(kind)
    if user is None and variable is not None and (value := os.environ.get(variable)):
        user, origin = Path(value), f"dari variabel lingkungan {variable}"
    shipped = _shipped(kind)
    if user is None:
        return shipped
    if not user.is_dir() or not os.access(user, os.R_OK | os.X_OK):
        raise _ERRORS[kind](
            Problem(
                f"Folder {_TITLES[kind]} {origin} tidak ada, bukan folder, atau tidak boleh dibaca",
                found=str(user),
                expected=f"folder berisi {_TITLES[kind]}; kosongkan untuk memakai bawaan pustaka",
            )
        )
    return (user, *shipped)


def find(kind: Kind, name: str, *, folder: str | os.PathLike[str] | None = None) -> Path:
    """The file or folder called `name` (a relative path with forward slashes) of the first root that has it.

    A folder is not merged: a caller that reads several files of one folder asks for each of them, or uses `files`.
    Raises the error of the kind when no root has it, naming every place where it was looked for.
    """
    parts = _parts(kind, name)
    searched = roots(kind, folder=folder)
    for root in searched:
        path = root.joinpath(*parts)
        if _exists(path):
            return path
    raise _ERRORS[kind](
        Problem(
            f"{_TITLES[kind].capitalize()} `{name}` tidak ditemukan",
            expected="ada di " + " atau ".join(str(root) for root in searched) if searched else _nothing_shipped(kind),
            suggestion=_nearest(kind, name, folder),
        )
    )


def names(kind: Kind, *, folder: str | os.PathLike[str] | None = None) -> tuple[str, ...]:
    """The names at the top of all roots of `kind`, sorted, each once; hidden ones are left out."""
    found = {entry.name for root in roots(kind, folder=folder) for entry in root.iterdir() if not _hidden(entry.name)}
    return tuple(sorted(found))


def files(
    kind: Kind, name: str = "", *, suffix: str = "", folder: str | os.PathLike[str] | None = None
) -> dict[str, Path]:
    """All files below the folder `name`, by path relative to it, in sorted order; the user's file hides the library's.

    `suffix` keeps the file names that end with it, such as `.yaml`. Empty when no root has the folder.
    """
    parts = _parts(kind, name) if name else ()
    found: dict[str, Path] = {}
    for root in reversed(roots(kind, folder=folder)):
        base = root.joinpath(*parts)
        found.update((path.relative_to(base).as_posix(), path) for path in _walk(base) if path.name.endswith(suffix))
    return {key: found[key] for key in sorted(found)}


def _shipped(kind: Kind) -> tuple[Path, ...]:
    package = Path(__file__).resolve().parent
    candidates = (package / "_data" / kind, package.parent / kind)
    # Beside an installed package lie other people's packages, so a checkout has to look like one.
    checkout = (package.parent / "pyproject.toml").is_file()
    for candidate, allowed in zip(candidates, (True, checkout), strict=True):
        if allowed and candidate.is_dir():
            return (candidate,)
    return ()


def _parts(kind: Kind, name: str) -> tuple[str, ...]:
    parts = tuple(name.split("/"))
    if any(part in {"", ".", ".."} or "\\" in part or ":" in part or "\0" in part for part in parts):
        raise _ERRORS[kind](
            Problem(
                f"Nama {_TITLES[kind]} tidak sah",
                found=repr(name),
                expected="nama atau jalur relatif dengan garis miring, tanpa `..`",
            )
        )
    return parts


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name longer than the file system allows
        return False


def _walk(base: Path) -> Iterator[Path]:
    for directory, subdirectories, entries in os.walk(base):
        subdirectories[:] = [entry for entry in subdirectories if not _hidden(entry)]
        yield from (Path(directory, entry) for entry in entries if not _hidden(entry))


def _hidden(name: str) -> bool:
    return name.startswith(".") or name == "__pycache__"


def _nothing_shipped(kind: Kind) -> str:
    return f"folder {kind}/ bawaan pustaka, yang tidak ada dalam pemasangan ini; pasang ulang inovasi-ai"


def _nearest(kind: Kind, name: str, folder: str | os.PathLike[str] | None) -> str | None:
    from difflib import get_close_matches  # only a wrong name pays for it

    near = get_close_matches(name, [*names(kind, folder=folder), *files(kind, folder=folder)], n=1)
    return near[0] if near else None
