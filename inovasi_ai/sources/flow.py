"""Paragraphs of a document, whatever its format, laid out as one text with a way back to where each word stands."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from inovasi_ai.lazy import lazy_pattern

__all__ = ["BULLET", "Block", "Flow", "Run", "laid_out"]

BULLET = "- "
_SEPARATOR = " | "
_CELL = 160
"""Longest cell, in characters, of a row that is read as one line; longer ones are running text."""
_NO_TEXT = lazy_pattern(r"[\s(]*(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,5}|[A-Za-z])?[\s.):]*")
"""What a form puts in a narrow column of its own: an ordinal or a colon."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text, `start:end`, and where its source has it, `at:until`."""

    start: int
    end: int
    at: int
    until: int


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of a document."""

    text: str
    runs: tuple[Run, ...] = ()
    """In order; what no run holds (a tab, a bullet) has no text in the source."""
    listed: bool = False
    """Whether a bullet or number is shown before it that is not in its text."""
    title: bool = False
    """Whether it is the document's title."""
    heading: bool = False
    """Whether its format makes it a heading."""
    bold: int = 0
    """How many characters from its beginning on are bold."""
    row: int = 0
    """Number of its table row, 0 outside of tables."""
    cell: int = 0
    """Number of its cell."""
    table: tuple[int, int] = (0, 0)
    """Number of its table in the document and of its row in the table; zeros outside of tables."""


@dataclass(frozen=True, slots=True)
class Flow:
    """The blocks of a document as one text, in lines."""

    text: str
    starts: tuple[int, ...]
    """Where each block begins."""
    tables: tuple[tuple[int, int], ...]
    """For each block the number of its table and of its row there; zeros outside of tables."""
    marks: frozenset[int]
    """Blocks (0-based) before which a `- ` was set."""
    runs: tuple[Run, ...]
    emphasis: dict[int, int]
    """Offset of a line -> how many of its characters the format makes a heading or bold."""
    headings: tuple[int, ...]
    """Offsets of the lines that the format makes headings, the title apart."""


def laid_out(blocks: Sequence[Block], opens: Callable[[str], bool]) -> Flow:
    """One line a block; the short cells of a table row share a line, parted by ` | `.

    A row whose first cell opens a section (`opens`) stays in lines of its own: heading on the left, text on the right.
    Ordinals and colons in a cell of their own are left out.
    """
    starts: list[int] = []
    tables: list[tuple[int, int]] = []
    marks: set[int] = set()
    runs: list[Run] = []
    emphasis: dict[int, int] = {}
    headings: list[int] = []
    parts: list[str] = []
    length = 0

    def put(block: Block, shown: str, after: str) -> None:
        nonlocal length
        starts.append(length)
        tables.append(block.table)
        begin = length
        # A bullet makes it a list item; a numbered heading stays a heading.
        if block.listed and shown.strip() and not block.heading:
            marks.add(len(starts) - 1)
            parts.append(BULLET)
            begin += len(BULLET)
        if shown:
            runs.extend(Run(begin + run.start, begin + run.end, run.at, run.until) for run in block.runs)
            strong = len(shown) if block.heading else block.bold
            if strong:
                emphasis[starts[-1]] = begin - starts[-1] + strong
            if block.heading and not block.title and shown.strip():
                headings.append(starts[-1])
        parts.extend((shown, after))
        length = begin + len(shown) + len(after)

    for row, grouped in itertools.groupby(blocks, key=lambda block: block.row):
        group = list(grouped)
        if not row or len({block.cell for block in group}) < 2:
            for block in group:
                put(block, block.text, "\n")
            continue
        shown = ["" if _NO_TEXT.fullmatch(block.text) else block.text for block in group]
        filled = [place for place, text in enumerate(shown) if text]
        together = (
            len({group[place].cell for place in filled}) == len(filled) > 1
            and all(len(shown[place]) <= _CELL and "\n" not in shown[place] for place in filled)
            and not opens(shown[filled[0]])
        )
        for place, (block, text) in enumerate(zip(group, shown, strict=True)):
            if together and text and place != filled[-1]:
                put(block, text, _SEPARATOR)
            else:
                put(block, text, "" if together and place < filled[-1] else "\n")
    return Flow("".join(parts), tuple(starts), tuple(tables), frozenset(marks), tuple(runs), emphasis, tuple(headings))
