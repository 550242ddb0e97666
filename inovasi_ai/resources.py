"""The one place that knows where prompts, rubrics and examples lie.

A file is looked for by name, first in the user's folder (an argument, else the environment variable of its kind), then
in what the library brings along: `inovasi_ai/_data/<kind>` in a wheel, `<kind>/` beside the package in a checkout. The
user's folder overrides file by file: what it lacks is taken from the library.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import marshal
import os
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal, TypeAlias, TypeVar

from inovasi_ai.errors import InputError, OptionError, Problem, RubricError, TemplateError

__all__ = ["ENVIRONMENT", "Kind", "files", "find", "keeping_folder", "kept", "names", "own_name", "roots"]

Kind: TypeAlias = Literal["prompts", "rubrics", "examples"]
_Plain = TypeVar("_Plain")

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


def own_name(path: Path) -> str | None:
    """The name of a file that the library brings along, such as `rubrics/iga-2026/cues.yaml`; None for any other."""
    text = str(path)
    for kind, beginning in _own_beginnings():
        if text.startswith(beginning):
            return f"{kind}/{text.removeprefix(beginning).replace(os.sep, '/')}"
    return None


def keeping_folder() -> Path | None:
    """Where what is made of the library's own files may be kept: beside Python's compiled modules, under their owner.

    None where Python is told to keep none (`PYTHONDONTWRITEBYTECODE`) or the folder is not there and cannot be made.
    """
    cached = __spec__.cached
    if sys.dont_write_bytecode or cached is None:
        return None
    folder = Path(cached).parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return folder


def kept(name: str, source: bytes, make: Callable[[], _Plain], *, code: tuple[str, ...]) -> _Plain:
    """What `make` makes of `source`, taken from the last time it was made of the same.

    Plain data only (what `marshal` writes): reading it runs nothing. It is kept under `name` and sealed with the source
    and the module files `code` that it was made of and by. What is damaged, or was made of something else, is made
    anew; what cannot be written is not kept.
    """
    folder = keeping_folder()
    if folder is None:
        return make()
    path = f"{folder}{os.sep}{name.replace('/', '.')}.{sys.implementation.cache_tag}.kept"
    try:
        seal = _code_seal(code).copy()
    except OSError:  # a package that runs out of an archive
        return make()
    seal.update(b"%d " % len(source) + source)
    try:
        content = _bytes(path)
    except OSError:
        content = b""
    data = content[seal.digest_size :]
    if _sealed(seal, data) == content[: seal.digest_size]:
        found: _Plain = marshal.loads(data)
        return found
    made = make()
    with contextlib.suppress(ValueError, OSError):  # not plain, or nowhere to write: it is made at every start
        data = marshal.dumps(made)  # type: ignore[arg-type]
        _write(path, _sealed(seal, data) + data)
    return made


def _bytes(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


@functools.cache
def _code_seal(code: tuple[str, ...]) -> hashlib._Hash:
    return hashlib.sha256(b"\0".join(_bytes(path) for path in code))


def _sealed(seal: hashlib._Hash, data: bytes) -> bytes:
    whole = seal.copy()
    whole.update(data)
    return whole.digest()


def _write(path: str, content: bytes) -> None:
    """Write a file in one stroke: who reads it at the same time sees all of it or the one before."""
    draft = f"{path}.{os.getpid()}.{threading.get_ident()}"
    handle = os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with open(handle, "wb") as file:
            file.write(content)
        os.replace(draft, path)
    except OSError:
        with contextlib.suppress(OSError):
            os.unlink(draft)
        raise


@functools.cache
def _own_beginnings() -> tuple[tuple[Kind, str], ...]:
    kinds: tuple[Kind, ...] = ("prompts", "rubrics")
    return tuple((kind, f"{root}{os.sep}") for kind in kinds for root in _shipped(kind))


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
