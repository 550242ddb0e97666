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
from inovasi_ai.yaml_data import YAML_LOADER, read_document

__all__ = ["RubricFiles"]

_M = TypeVar("_M", bound=BaseModel)

_MESSAGES = {
    "missing": "isian wajib ini tidak ada",
    "extra_forbidden": "isian ini tidak dikenal dalam rubrik",
    "literal_error": "nilai ini bukan salah satu yang dikenal",
}


class RubricFiles:
    """The YAML files of one rubric: those of the user's folder first, what it lacks from the shipped rubric."""

    def __init__(self, rubric: str, paths: Mapping[str, Path]) -> None:
        self.rubric = rubric
        self.paths = paths
        """Name relative to the rubric's folder, such as `elements/tujuan.yaml`, to where the file lies."""

    @functools.cached_property
    def content_hash(self) -> str:
        """SHA-256 over names and contents of all YAML files, line ends made equal."""
        digest = hashlib.sha256()
        for name in sorted(self.paths):
            digest.update(name.encode() + b"\0")
            digest.update(self.paths[name].read_bytes().replace(b"\r\n", b"\n") + b"\0")
        return digest.hexdigest()

    def mapping(self, name: str) -> Mapping[str, Any]:
        data = read_document(self.path(name))
        if not isinstance(data, Mapping):
            raise RubricError(
                Problem("berkas rubrik harus berisi isian bernama", file=self._name(name), expected="`isian: nilai`")
            )
        return data

    def optional(self, name: str, default: Any) -> Any:
        return read_document(self.paths[name]) if name in self.paths else default

    def validated(self, name: str, model: type[_M]) -> _M:
        return self.validate_whole(name, self.mapping(name), model)

    def validate_whole(self, name: str, data: Mapping[str, Any], model: type[_M]) -> _M:
        try:
            return model.model_validate(data)
        except ValidationError as error:
            raise RubricError(self._problems(name, error)) from error

    def examples(self, name: str, model: type[_M]) -> tuple[_M, ...]:
        entries = read_document(self.path(name), 1)
        if entries is None:
            return ()
        if not isinstance(entries, Sequence):
            raise RubricError(Problem("contoh harus berupa daftar", file=self._name(name)))
        return tuple(self.validate_whole(name, entry, model) for entry in entries)

    def _name(self, name: str) -> str:
        return f"{self.rubric}/{name}"

    def path(self, name: str) -> Path:
        """Where a file lies; `RubricError` when the rubric does not have it."""
        if name not in self.paths:
            raise RubricError(Problem("berkas ini disebut oleh rubrik tetapi tidak ada", file=self._name(name)))
        return self.paths[name]

    def _problems(self, name: str, error: ValidationError) -> list[Problem]:
        try:
            root = yaml.compose(self.path(name).read_text(encoding="utf-8").split("\n---\n")[0], YAML_LOADER)
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
