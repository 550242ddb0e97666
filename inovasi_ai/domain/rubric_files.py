"""Reading a rubric's folder: YAML with places, so that every error names the file, the line and the field."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from inovasi_ai.errors import Problem, RubricError

__all__ = ["RubricFiles", "read_document"]

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_M = TypeVar("_M", bound=BaseModel)

_MESSAGES = {
    "missing": "isian wajib ini tidak ada",
    "extra_forbidden": "isian ini tidak dikenal dalam rubrik",
    "literal_error": "nilai ini bukan salah satu yang dikenal",
}


def read_document(path: Path, index: int = 0) -> Any:
    """The YAML document number `index` of a file (None when the file has fewer). Raises `RubricError` with the line."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise RubricError(Problem("berkas rubrik tidak dapat dibaca", file=path.name, found=str(error.strerror))) from error
    except UnicodeDecodeError as error:
        raise RubricError(Problem("berkas rubrik harus berkode UTF-8", file=path.name)) from error
    # Documents after the wanted one are cut off before parsing: examples are long and a check never needs them.
    documents = text.split("\n---\n") if not text.startswith("---\n") else text[4:].split("\n---\n")
    if index >= len(documents):
        return None
    before = "\n---\n".join(documents[:index])
    offset = before.count("\n") + 2 if index else (1 if text.startswith("---\n") else 0)
    try:
        return yaml.load(documents[index], _Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise RubricError(
            Problem(
                f"susunan YAML rusak: {error.problem}",
                file=path.name,
                line=mark.line + 1 + offset if mark else None,
                column=mark.column + 1 if mark else None,
            )
        ) from error


class RubricFiles:
    """The files of one rubric's folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @functools.cached_property
    def content_hash(self) -> str:
        """SHA-256 over names and contents of all YAML files, line ends made equal."""
        digest = hashlib.sha256()
        for path in sorted(self.folder.rglob("*.yaml"), key=lambda path: path.relative_to(self.folder).as_posix()):
            digest.update(path.relative_to(self.folder).as_posix().encode() + b"\0")
            digest.update(path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
        return digest.hexdigest()

    def mapping(self, name: str) -> Mapping[str, Any]:
        data = read_document(self.folder / name)
        if not isinstance(data, Mapping):
            raise RubricError(
                Problem("berkas rubrik harus berisi isian bernama", file=self._name(name), expected="`isian: nilai`")
            )
        return data

    def optional(self, name: str, default: Any) -> Any:
        return read_document(self.folder / name) if (self.folder / name).exists() else default

    def validated(self, name: str, model: type[_M]) -> _M:
        path = self.folder / name
        if not path.exists():
            raise RubricError(Problem("unsur ini disebut oleh rubrik tetapi berkasnya tidak ada", file=self._name(name)))
        return self.validate_whole(name, self.mapping(name), model)

    def validate_whole(self, name: str, data: Mapping[str, Any], model: type[_M]) -> _M:
        try:
            return model.model_validate(data)
        except ValidationError as error:
            raise RubricError(self._problems(name, error)) from error

    def examples(self, element_id: str, model: type[_M]) -> tuple[_M, ...]:
        name = f"elements/{element_id}.yaml"
        entries = read_document(self.folder / name, 1)
        if entries is None:
            return ()
        if not isinstance(entries, Sequence):
            raise RubricError(Problem("contoh harus berupa daftar", file=self._name(name)))
        return tuple(self.validate_whole(name, entry, model) for entry in entries)

    def _name(self, name: str) -> str:
        return f"{self.folder.name}/{name}"

    def _problems(self, name: str, error: ValidationError) -> list[Problem]:
        try:
            root = yaml.compose((self.folder / name).read_text(encoding="utf-8").split("\n---\n")[0], _Loader)
        except yaml.YAMLError:
            root = None
        problems = []
        for entry in error.errors():
            line, column = _place(root, entry["loc"])
            allowed = entry.get("ctx", {}).get("expected")
            problems.append(
                Problem(
                    _MESSAGES.get(entry["type"], entry["msg"]),
                    file=self._name(name),
                    line=line,
                    column=column,
                    field=".".join(str(part) for part in entry["loc"]),
                    found=None if entry["type"] == "missing" else repr(entry["input"])[:60],
                    expected=str(allowed) if allowed else None,
                )
            )
        return problems


def _place(node: yaml.Node | None, path: tuple[int | str, ...]) -> tuple[int | None, int | None]:
    """Line and column of the deepest node along `path`."""
    mark = node.start_mark if node is not None else None
    for part in path:
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                if key.value == str(part):
                    mark, node = key.start_mark, value
                    break
            else:
                break
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            node = node.value[part]
            mark = node.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (None, None)
