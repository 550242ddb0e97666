"""Reading the library's own YAML: rubrics, language rules, word lists. A broken file is named with its line.

Documents are built from libyaml's events, not through PyYAML's nodes: a check reads all its rules before it says
anything, and nearly all of them are plain text that needs no resolving.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from yaml import events

from inovasi_ai import resources
from inovasi_ai.errors import InputError, Problem, RubricError

__all__ = ["YAML_LOADER", "read_document"]

YAML_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's safe loader where it is built in, PyYAML's own elsewhere."""

_RESOLVERS = frozenset(YAML_LOADER.yaml_implicit_resolvers)
"""First characters of plain scalars that may be anything but text."""
_LONGEST_WORD = 5
"""Of the words that are not text (`true`, `false`, `yes`, `null`, …) the longest."""


def read_document(path: Path, index: int = 0, *, error: type[InputError] = RubricError) -> Any:
    """The YAML document number `index` of a file, None when there are fewer; documents after it are not parsed.

    Safe: nothing but plain data is ever built. Raises `error` with file, line and column when the file cannot be read,
    is no YAML, repeats a key, bears a tag or is nested beyond all use. What the library brings along is parsed once and
    kept; a file of the user is read afresh at every call.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as cause:
        problem = Problem("Berkas tidak dapat dibaca sebagai teks UTF-8", file=str(path), found=str(cause))
        raise error(problem) from cause
    name = resources.own_name(path)
    if name is None:
        return _parsed(text, index, path, error)
    source = f"{yaml.__version__} {text}".encode()
    return resources.kept(f"{name}-{index}", source, lambda: _parsed(text, index, path, error), code=(__file__,))


def _parsed(text: str, index: int, path: Path, error: type[InputError]) -> Any:
    loader = None
    try:
        loader = YAML_LOADER(text)
        loader.get_event()  # the stream's start
        for position in range(index + 1):
            if not loader.check_event(events.DocumentStartEvent):
                return None
            loader.get_event()
            document = _Builder(loader).build(loader.get_event())
            loader.get_event()
            if position == index:
                return document
    except yaml.YAMLError as cause:
        mark = getattr(cause, "problem_mark", None) or getattr(cause, "context_mark", None)
        raise error(
            Problem(
                "YAML tidak dapat dibaca",
                file=str(path),
                line=None if mark is None else mark.line + 1,
                column=None if mark is None else mark.column + 1,
                found=str(getattr(cause, "problem", None) or cause),
                expected="YAML yang sah; periksa titik dua, tanda petik, dan lekukan baris",
            )
        ) from cause
    except RecursionError as cause:
        raise error(Problem("YAML ini bersarang terlalu dalam", file=str(path))) from cause
    finally:
        if loader is not None:
            loader.dispose()
    return None


class _Builder:
    """One document out of events."""

    def __init__(self, loader: Any) -> None:
        self._loader = loader
        self._anchors: dict[str, Any] = {}

    def build(self, event: Any) -> Any:
        kind = type(event)
        if kind is events.ScalarEvent:
            return self._kept(event, self._scalar(event))
        if kind is events.AliasEvent:
            if event.anchor not in self._anchors:
                raise _wrong(f"alias {event.anchor} tidak dikenal", event)
            return self._anchors[event.anchor]
        if event.tag is not None and not event.implicit:
            raise _wrong(f"tanda jenis {event.tag} tidak dipakai", event)
        next_event = self._loader.get_event
        if kind is events.SequenceStartEvent:
            items: list[Any] = self._kept(event, [])
            while type(event := next_event()) is not events.SequenceEndEvent:
                items.append(self.build(event))
            return items
        mapping: dict[Any, Any] = self._kept(event, {})
        while type(event := next_event()) is not events.MappingEndEvent:
            key = self.build(event)
            if isinstance(key, list | dict):
                raise _wrong("nama isian harus satu kata", event)
            if key in mapping:
                raise _wrong(f"isian `{key}` ditulis dua kali", event)
            mapping[key] = self.build(next_event())
        return mapping

    def _kept(self, event: Any, value: Any) -> Any:
        if event.anchor is not None:
            self._anchors[event.anchor] = value
        return value

    def _scalar(self, event: Any) -> Any:
        value: str = event.value
        plain, quoted = event.implicit
        if not plain:
            if not quoted:
                raise _wrong(f"tanda jenis {event.tag} tidak dipakai", event)
            return value
        if value and (value[0] not in _RESOLVERS or (value[0].isalpha() and len(value) > _LONGEST_WORD)):
            return value
        tag = self._loader.resolve(yaml.ScalarNode, value, (True, False))
        node = yaml.ScalarNode(tag, value, event.start_mark, event.end_mark)
        return self._loader.construct_object(node)


def _wrong(what: str, event: Any) -> yaml.YAMLError:
    return yaml.constructor.ConstructorError(None, None, what, event.start_mark)
