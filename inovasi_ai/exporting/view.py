"""A draft or a checked text as blocks of units, the one picture of it that every format sets in its own type."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from inovasi_ai.domain.draft import NOTE_CLOSE, NOTE_OPEN, Draft, DraftSection, Sentence
from inovasi_ai.domain.report import Finding, Gap, Report, SectionText, Severity
from inovasi_ai.exporting import wording
from inovasi_ai.exporting.clean import inline
from inovasi_ai.exporting.segments import split

__all__ = ["Block", "Piece", "SectionView", "Unit", "section_views"]

UnitKind = Literal["sentence", "note", "text"]
_RANK: Mapping[Severity, int] = {"info": 0, "warning": 1, "blocking": 2}
_NOTE = re.compile(re.escape(NOTE_OPEN.rstrip()) + r"[^\]\n]*" + re.escape(NOTE_CLOSE))


@dataclass(frozen=True, slots=True)
class Piece:
    """Text under the same findings, safe to put into a file."""

    text: str
    severity: Severity | None
    """The gravest of the findings that mark it."""
    claim: bool
    """It belongs to a claim that no fact supports."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, a note, or text between them."""

    kind: UnitKind
    pieces: tuple[Piece, ...]
    verified: bool = True
    facts: tuple[str, ...] = ()
    findings: tuple[int, ...] = ()
    """Indices into `report.findings` of what marks it."""
    number: int = 0
    """1, 2, … through the whole document for what has something to say of itself; else 0."""

    def mark_after(self, index: int) -> str:
        """The mark due behind piece `index`: where a claim without fact ends, and where an unverified sentence does."""
        last = index == len(self.pieces) - 1
        if self.kind == "note" or not self.number:
            return ""
        if not self.verified:
            return wording.UNVERIFIED_MARK if last else ""
        claim = self.pieces[index].claim and (last or not self.pieces[index + 1].claim)
        return wording.CLAIM_MARK if claim else ""


@dataclass(frozen=True, slots=True)
class Block:
    """A heading or a paragraph."""

    heading: bool
    units: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class SectionView:
    """One section: title, blocks, and what the report counted in it."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    checked: SectionText | None


@dataclass(frozen=True, slots=True)
class _Placed:
    start: int
    end: int
    kind: UnitKind
    verified: bool = True
    facts: tuple[str, ...] = ()


def section_views(draft: Draft | None, report: Report | None) -> tuple[SectionView, ...]:
    """The sections of the draft, then those that only the report has, with the report's findings marked in them."""
    findings = report.findings if report is not None else ()
    checked = {section.id: section for section in report.sections} if report is not None else {}
    counter = itertools.count(1)
    views: list[SectionView] = []
    for section in draft.sections if draft is not None else ():
        placed = [
            _Placed(item.start, item.end, "sentence", item.item.verified, item.item.facts)
            if isinstance(item.item, Sentence)
            else _Placed(item.start, item.end, "note", facts=item.item.facts)
            for item in section.placed
        ]
        blocks = _blocks(section.id, section.text, placed, _headings(section), findings, counter)
        views.append(SectionView(section.id, section.title, tuple(blocks), checked.pop(section.id, None)))
    for text in checked.values():
        placed = [_Placed(match.start(), match.end(), "note") for match in _NOTE.finditer(text.text)]
        verdicts = report.verdicts.get(text.id, {}) if report is not None else {}
        headings = frozenset(_heading_key(verdict.title) for verdict in verdicts.values())
        blocks = _blocks(text.id, text.text, placed, headings, findings, counter)
        views.append(SectionView(text.id, text.title, tuple(blocks), text))
    return tuple(views)


def _headings(section: DraftSection) -> frozenset[str]:
    return frozenset(map(_heading_key, section.headings.values()))


def _heading_key(text: str) -> str:
    return text.strip().strip("#*:. ").casefold()


def _blocks(
    section: str,
    text: str,
    placed: Sequence[_Placed],
    headings: frozenset[str],
    findings: Sequence[Finding],
    counter: Iterator[int],
) -> Iterator[Block]:
    marks = [
        (index, finding.span.start, finding.span.end)
        for index, finding in enumerate(findings)
        if finding.span is not None and finding.span.section == section
    ]
    ranges = [(item.start, item.end) for item in placed] + [(low, high) for _, low, high in marks]
    segments = split(0, len(text), [*ranges, *_lines(text)])
    line_base = len(ranges)
    lines = itertools.groupby(segments, key=lambda segment: max(segment.ranges, default=-1))
    for line, members in lines:
        if line < line_base:  # the line break itself
            continue
        units: list[Unit] = []
        owners = itertools.groupby(members, key=lambda segment: _owner(segment.ranges, len(placed), line_base))
        for owner, group in owners:
            pieces: list[Piece] = []
            found: set[int] = set()
            for segment in group:
                inside = sorted(index for index in segment.ranges if len(placed) <= index < line_base)
                covering = [marks[index - len(placed)][0] for index in inside]
                found.update(covering)
                pieces.append(_piece(text[segment.start : segment.end], [findings[index] for index in covering]))
            units.append(_unit(placed[owner] if owner >= 0 else None, pieces, tuple(sorted(found)), counter))
        written = "".join(piece.text for unit in units for piece in unit.pieces)
        if written.strip():
            bare = all(unit.kind == "text" for unit in units)
            yield Block(bare and _heading_key(written) in headings, tuple(units))


def _lines(text: str) -> list[tuple[int, int]]:
    ends = [index for index, character in enumerate(text) if character == "\n"]
    return list(zip([0, *(end + 1 for end in ends)], [*ends, len(text)], strict=True))


def _owner(ranges: frozenset[int], placed: int, line_base: int) -> int:
    """The sentence or note a segment belongs to, else -2 for marked text, -1 for plain text."""
    owner = min((index for index in ranges if index < placed), default=-1)
    return -2 if owner < 0 and any(placed <= index < line_base for index in ranges) else owner


def _piece(text: str, findings: Sequence[Finding]) -> Piece:
    severity = max((finding.severity for finding in findings), key=lambda name: _RANK[name], default=None)
    claim = any(isinstance(finding, Gap) and finding.cause == "unsupported_claim" for finding in findings)
    return Piece(inline(text), severity, claim)


def _unit(item: _Placed | None, pieces: list[Piece], found: tuple[int, ...], counter: Iterator[int]) -> Unit:
    written = "".join(piece.text for piece in pieces).strip()
    if item is None:
        return Unit("text", tuple(pieces), findings=found, number=next(counter) if found and written else 0)
    speaks = bool(written) and (bool(found) or item.kind == "sentence")
    return Unit(item.kind, tuple(pieces), item.verified, item.facts, found, next(counter) if speaks else 0)
