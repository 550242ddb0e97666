"""Where things stand in a rubric's YAML files, so that what is said of a rubric names the line."""

from __future__ import annotations

from functools import cached_property

import yaml

from inovasi_ai.domain.rubric import Rubric
from inovasi_ai.errors import InputError
from inovasi_ai.yaml_data import YAML_LOADER

__all__ = ["YamlPlaces"]


class YamlPlaces:
    """Lines of the entries of a rubric's file. A file that cannot be read has no lines; loading it tells why."""

    def __init__(self, rubric: Rubric, name: str) -> None:
        self._rubric, self._name = rubric, name
        self.file = f"{rubric.id}/{name}"
        """The file as messages name it: `iga-2026/elements/hasil.yaml`."""

    @cached_property
    def _documents(self) -> list[yaml.Node]:
        try:
            text = self._rubric.path(self._name).read_text(encoding="utf-8")
            return list(yaml.compose_all(text, YAML_LOADER))
        except (InputError, OSError, UnicodeDecodeError, yaml.YAMLError):
            return []

    def line(self, *path: str | int, document: int = 0) -> int | None:
        """1-based line of the deepest entry along `path` that exists; None when the document does not."""
        if document >= len(self._documents):
            return None
        node = self._documents[document]
        line = node.start_mark.line
        for step in path:
            found = _child(node, step)
            if found is None:
                break
            line, node = found
        return int(line) + 1


def _child(node: yaml.Node, step: str | int) -> tuple[int, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(step):
                return key.start_mark.line, value
    elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step].start_mark.line, node.value[step]
    return None
