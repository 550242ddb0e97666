"""What both readers of facts files make: a tree of nodes that keep the writing and its place, within limits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from inovasi_ai.errors import FactsError, Problem
from inovasi_ai.sources.reading import shortened

__all__ = [
    "MAX_DEPTH",
    "MAX_NODES",
    "MAX_PROBLEMS",
    "MAX_SCALAR",
    "Node",
    "Place",
    "Plain",
    "Problems",
    "Scalar",
    "plain",
    "prune",
    "walk",
]

MAX_DEPTH = 20
"""Deepest nesting of lists and groups; the facts model needs six."""
MAX_NODES = 500_000
"""Most values in one file."""
MAX_SCALAR = 200_000
"""Longest single value, in characters."""
MAX_PROBLEMS = 500
"""Most problems told at once; the rest are counted."""

_LONGEST_PATH = 160

Scalar = str | int | Decimal | bool | None
Plain = Scalar | list["Plain"] | dict[str, "Plain"]
Place = tuple[int, int]
"""Line and column, 1-based, in characters."""


@dataclass(slots=True)
class Node:
    """A value and where it begins; of an entry in a group also where its name stands."""

    value: Scalar | list[Node] | dict[str, Node]
    place: Place
    key_place: Place | None = None


@dataclass(slots=True)
class Problems:
    """Collects what is wrong with one file, up to a bound."""

    file: str | None
    found: list[Problem] = field(default_factory=list)
    left_out: int = 0
    broken_line: int | None = None
    """Where the syntax of the file broke off; what stands before is still checked, what is missing is not told."""
    _told: set[tuple[int | None, str | None, str]] = field(default_factory=set)

    def add(self, problem: Problem) -> None:
        """Keep a problem, once for each line, field and message."""
        told = (problem.line, problem.field, problem.message)
        if problem.line is not None and told in self._told:
            return
        self._told.add(told)
        if len(self.found) < MAX_PROBLEMS:
            self.found.append(problem)
        else:
            self.left_out += 1

    @property
    def full(self) -> bool:
        """Whether further problems are only counted, so that nobody need look for their cure."""
        return len(self.found) >= MAX_PROBLEMS

    def at(
        self,
        place: Place | None,
        message: str,
        *,
        field: str | None = None,
        found: object = None,
        expected: str | None = None,
        suggestion: str | None = None,
    ) -> None:
        """Add a problem of this file at a place."""
        line, column = place or (None, None)
        shown = None if found is None else shortened(found)
        field = shortened(field, _LONGEST_PATH) if field else None
        self.add(Problem(message, self.file, line, column, field, shown, expected, suggestion))

    def error(self) -> FactsError:
        """The error that tells them all, in the order of the file."""
        ordered = sorted(self.found, key=lambda problem: (problem.line or 0, problem.column or 0))
        if self.left_out:
            ordered.append(Problem(f"dan {self.left_out} kesalahan lain yang tidak ditampilkan", self.file))
        return FactsError(ordered)

    def stop_if_any(self) -> None:
        if self.found:
            raise self.error()


def prune(node: Node, path: str = "") -> tuple[Node | None, dict[str, Node]]:
    """The node without what is left empty (`kode:`, `""`, a list of nothing), and the empty entries by dotted path.

    The empty ones are kept apart so that a required field left empty is told on its own line.
    """
    empty: dict[str, Node] = {}

    def kept(inner: Node, at: str) -> Node | None:
        value = inner.value
        prefix = f"{at}." if at else ""
        if isinstance(value, dict):
            filled: dict[str, Node] = {}
            for key, child in value.items():
                whole = kept(child, prefix + key)
                if whole is None:
                    empty[prefix + key] = child
                else:
                    filled[key] = whole
            return Node(filled, inner.place, inner.key_place) if filled else None
        if isinstance(value, list):
            entries: list[Node] = []
            for child in value:
                whole = kept(child, f"{prefix}{len(entries)}")
                if whole is not None:
                    entries.append(whole)
            return Node(entries, inner.place, inner.key_place) if entries else None
        if value is None or (isinstance(value, str) and not value.strip()):
            return None
        return inner

    return kept(node, path), empty


def plain(node: Node) -> Plain:
    """The bare data of a node."""
    value = node.value
    if isinstance(value, dict):
        return {key: plain(child) for key, child in value.items()}
    if isinstance(value, list):
        return [plain(child) for child in value]
    return value


def walk(node: Node, path: str = "") -> Iterator[tuple[str, Node]]:
    """Every node below and with this one, by dotted path from it: `hasil.0.sesudah`; the node itself bears `path`."""
    yield path, node
    prefix = f"{path}." if path else ""
    if isinstance(node.value, dict):
        for key, child in node.value.items():
            yield from walk(child, prefix + key)
    elif isinstance(node.value, list):
        for index, child in enumerate(node.value):
            yield from walk(child, f"{prefix}{index}")
