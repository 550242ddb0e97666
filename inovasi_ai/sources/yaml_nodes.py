"""YAML into nodes, from parser events: every scalar stays as people wrote it, nothing is constructed or expanded."""

from __future__ import annotations

from dataclasses import dataclass

import yaml

from inovasi_ai.sources.nodes import MAX_DEPTH, MAX_NODES, MAX_SCALAR, Node, Place, Problems
from inovasi_ai.sources.yaml_errors import explain

__all__ = ["read_yaml"]

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_CORE_TYPES = ("str", "int", "float", "bool", "null", "timestamp", "map", "seq")
_CORE_TAGS = frozenset(f"tag:yaml.org,2002:{name}" for name in _CORE_TYPES) | {"!"}


@dataclass(slots=True)
class _Open:
    """A list or group whose end has not come yet."""

    node: Node
    key: str | None = None
    key_place: Place | None = None
    awaits_value: bool = False


def read_yaml(text: str, problems: Problems) -> list[Node]:
    """The documents of a YAML text.

    Duplicate names, aliases, foreign tags and a syntax error go to `problems`; what stands before the syntax error is
    returned. A limit passed raises.
    """
    documents: list[Node] = []
    stack: list[_Open] = []
    count = 0
    try:
        for event in yaml.parse(text, Loader=_Loader):
            if isinstance(event, yaml.NodeEvent):
                count += 1
                mark = event.start_mark
                place = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
                node = _node(event, place, problems)
                if count > MAX_NODES or len(stack) >= MAX_DEPTH:
                    _refuse_size(place, problems, deep=count <= MAX_NODES)
                _put(node, event, stack, documents, problems)
                if isinstance(event, yaml.CollectionStartEvent):
                    stack.append(_Open(node))
            elif isinstance(event, yaml.CollectionEndEvent):
                stack.pop()
    except yaml.YAMLError as caught:
        problem = explain(caught, text, problems.file)
        problems.add(problem)
        problems.broken_line = problem.line or 1
    return documents


def _node(event: yaml.NodeEvent, place: Place, problems: Problems) -> Node:
    if isinstance(event, yaml.AliasEvent):
        problems.at(
            place,
            "rujukan dengan tanda `*` tidak dipakai dalam berkas fakta",
            found=f"*{event.anchor}",
            expected="isi yang ditulis langsung; teks yang diawali `*` ditulis di antara tanda petik",
        )
        return Node(None, place)
    assert isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent)  # there is no other kind
    if event.tag is not None and event.tag not in _CORE_TAGS:
        problems.at(
            place,
            "penanda tipe dengan tanda `!` tidak diterima dan tidak dijalankan",
            found=event.tag.replace("tag:yaml.org,2002:", "!!"),
            expected="isian tanpa penanda; teks yang diawali `!` ditulis di antara tanda petik",
        )
    if isinstance(event, yaml.MappingStartEvent):
        return Node({}, place)
    if isinstance(event, yaml.SequenceStartEvent):
        return Node([], place)
    assert isinstance(event, yaml.ScalarEvent)
    if len(event.value) > MAX_SCALAR:
        expected = f"paling banyak {MAX_SCALAR} karakter"
        problems.at(place, "isian ini terlalu panjang", found=event.value, expected=expected)
        return Node(None, place)
    return Node(None if not event.style and event.value in _NULL else event.value, place)


def _put(node: Node, event: yaml.NodeEvent, stack: list[_Open], documents: list[Node], problems: Problems) -> None:
    if not stack:
        documents.append(node)
        return
    top = stack[-1]
    if isinstance(top.node.value, list):
        top.node.value.append(node)
    elif not top.awaits_value:
        top.awaits_value = True
        top.key, top.key_place = None, node.place
        if not isinstance(event, yaml.ScalarEvent):
            problems.at(node.place, "nama isian harus berupa satu kata", expected="`nama_isian: nilai`")
        elif event.value == "<<":
            expected = "isi yang ditulis langsung"
            problems.at(node.place, "penggabungan `<<` tidak dipakai dalam berkas fakta", expected=expected)
        else:
            top.key = event.value.strip()
    else:
        top.awaits_value = False
        entries = top.node.value
        if top.key is None or not isinstance(entries, dict):
            return
        node.key_place = top.key_place
        earlier = entries.get(top.key)
        if earlier is None:
            entries[top.key] = node
        else:
            lines = [entry.key_place[0] for entry in (earlier, node) if entry.key_place]
            problems.at(
                top.key_place,
                f"isian `{top.key}` ditulis dua kali: pada baris {' dan baris '.join(map(str, lines))}",
                field=_path(stack),
                expected="satu kali saja; beberapa butir ditulis sebagai daftar dengan tanda `-`",
            )


def _path(stack: list[_Open]) -> str:
    """Dotted path of the entry being read."""
    parts = (str(len(level.node.value) - 1) if isinstance(level.node.value, list) else level.key for level in stack)
    return ".".join(part for part in parts if part)


def _refuse_size(place: Place, problems: Problems, *, deep: bool) -> None:
    if deep:
        problems.at(place, "isian bertingkat terlalu dalam", expected=f"paling dalam {MAX_DEPTH} tingkat")
    else:
        problems.at(place, "berkas memuat terlalu banyak isian", expected=f"paling banyak {MAX_NODES} isian per berkas")
    raise problems.error()
