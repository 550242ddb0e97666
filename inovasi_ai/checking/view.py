"""What the element check looks at: a section's text as units (sentences, list items) with everything found in them.

A view is made once per section; every part of every element is judged on it without reading the text again.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from inovasi_ai.checking.heading_names import Headings, plain_heading
from inovasi_ai.checking.regions import REGION_MARKS, REGION_NAMES, regions_named
from inovasi_ai.domain.draft import PlacedSentence, Sentence
from inovasi_ai.lazy import lazy_pattern
from inovasi_ai.text.cues import CueMatcher, TokenRange
from inovasi_ai.text.document import Document
from inovasi_ai.text.once import once
from inovasi_ai.text.quantities import QuantityMention
from inovasi_ai.text.regulations import RegulationMention
from inovasi_ai.text.words import count_words

__all__ = ["INLINE_MARK", "SectionView", "Unit"]

_LIST_MARK = lazy_pattern(r"\s*(?:(?P<number>\(?(?:\d{1,2}|[a-z])[.)])|(?P<bullet>[-*•·▪–]))\s+")
INLINE_MARK = lazy_pattern(r"(?<![\w(])\(?(?:[1-9][0-9]?|[a-k])\)\s*(?=[\w\"“])|(?<=[;:,] )[1-9a-k]\.\s+(?=\w)")
# The two halves of `INLINE_MARK` by what ends or precedes them: the engine searches for one character much faster.
_CLOSED_MARK = re.compile(
    r"()\)(?:(?<=[1-9a-k]\))(?<![\w(][1-9a-k]\))|(?<=[1-9][0-9]\))(?<![\w(][1-9][0-9]\))"
    r"|(?<=\([1-9a-k]\))(?<![\w(]\([1-9a-k]\))|(?<=\([1-9][0-9]\))(?<![\w(]\([1-9][0-9]\)))\s*(?=[\w\"“])"
)
_DOTTED_MARK = re.compile(r"[;:,]( )[1-9a-k]\.\s+(?=\w)")
_NEAR = 60
"""Characters around a cue that tell whether its sentence is written in capitals."""
_LEAD = 20
"""Characters at most between a cue and the figure it leads to."""
_RUN_IN = re.compile(r"(?P<head>[^:.\n]{3,70})\s*[:.]\s*(?=\S)")
_RUN_IN_WITHIN = 71
_MARKS = frozenset("(-*•·▪–")
_STOPS = frozenset(".)")
_LONGEST = 90
"""Longest heading, in characters."""
_ENDS = frozenset('.;,?!)"”')
"""What ends a sentence or an item, and no heading."""
_ASKING = frozenset('? )”"')
_LEADING_IN = ("adapun", "berikut", "beberapa")
"""Words before the heading in a line that leads into a list."""


class Unit(NamedTuple):
    """A sentence, list item or line: `text[start:end]` of its section."""

    index: int  # type: ignore[assignment]  # the place among its kind, not the method of tuples
    start: int
    end: int
    words: int
    element: str | None
    """The element whose heading it stands under."""
    carries: bool
    """False for headings, notes and questions: they state nothing."""
    numbered: bool
    bulleted: bool
    alone: bool
    """The only sentence of its line, as list items without a mark are."""
    block: int
    """Units of one block stand under one heading."""


def _opens_line(text: str, start: int) -> bool:
    before = text[max(0, start - 8) : start].rstrip(" \t>")
    return not before or before[-1] == "\n"


def _ends_line(text: str, end: int) -> bool:
    after = text[end : end + 8].lstrip(" \t")
    return not after or after[0] in "\r\n"


@dataclass(frozen=True)
class SectionView:
    """One section with its units and, per unit, cues, quantities, citations and dates."""

    id: str | None
    """Section id; None for a text without sections."""
    document: Document
    matcher: CueMatcher
    element_headings: Headings
    key: str = ""
    """What spans name the section by: its id, made unique when a text has two sections of one id."""
    placed: tuple[PlacedSentence, ...] = ()
    """Of a draft: its sentences with the facts they cite."""
    own_element: str | None = None
    """For a section that is one element: everything stands under its heading."""
    find_hollow: Callable[[SectionView], Mapping[int, str]] | None = None
    """Says which units state nothing although they are no heading, and the kind that says why."""

    @once
    def hollow(self) -> Mapping[int, str]:
        """Units that state nothing for what they say, to the kind that says why."""
        return self.find_hollow(self) if self.find_hollow is not None else {}

    @once
    def units(self) -> tuple[Unit, ...]:
        """The section's units, those that are hollow carrying nothing."""
        hollow = self.hollow
        if not hollow:
            return self.drawn
        return tuple(unit._replace(carries=False) if unit.index in hollow else unit for unit in self.drawn)

    @once
    def drawn(self) -> tuple[Unit, ...]:
        """The section's units by their shape alone."""
        text = self.document.text
        notes = self.document.notes
        note_starts = [note.start for note in notes]
        units: list[Unit] = []
        element, block = self.own_element, 0
        own = self.own_element is not None
        for index, (start, end, _) in enumerate(self.document.sentences):
            raw = text[start:end]
            is_note = False
            if notes:
                nearest = bisect_right(note_starts, start) - 1
                is_note = nearest >= 0 and end <= notes[nearest].end + 1
            first, last = raw[:1], raw[-1:]
            mark = _LIST_MARK.match(raw) if first in _MARKS or raw[1:2] in _STOPS or first.isdigit() else None
            found, whole = self._heading(raw, listed=mark is not None)
            if found is None and last not in _ENDS and len(raw) <= _LONGEST and (mark is None or mark["number"]):
                # As a heading, but not as the form writes it.
                near = self.element_headings.near(raw) if _opens_line(text, start) and _ends_line(text, end) else None
                if near is not None:
                    found, whole = self.element_headings[near], True
            if found is not None and not own:
                element, block = found or None, block + 1
            asks = last in _ASKING and raw.rstrip(' )”"').endswith("?")
            units.append(
                Unit(
                    index,
                    start,
                    end,
                    0 if is_note else count_words(raw),
                    element,
                    not (is_note or whole or asks),
                    mark is not None and mark["number"] is not None,
                    mark is not None and mark["bullet"] is not None,
                    _ends_line(text, end) and _opens_line(text, start),
                    block,
                )
            )
        return tuple(units)

    def _heading(self, raw: str, *, listed: bool) -> tuple[str | None, bool]:
        """(element id, "" for a heading of something else, None for none), and whether it is nothing but a heading."""
        headings = self.element_headings
        opening = raw.split(None, 1)[0] if raw else ""
        if opening.isalpha() and opening.isascii() and opening.lower() not in headings.openings:
            if len(raw) <= _LONGEST and raw.endswith(":") and count_words(raw) <= 8:
                return self._opening_with(plain_heading(raw)), True
            return None, False
        if len(raw) <= _LONGEST:
            plain = plain_heading(raw)
            if plain in headings:
                return headings[plain], True
            if not listed and raw.endswith(":") and count_words(raw) <= 8:
                return self._opening_with(plain), True
        opening = raw[:_RUN_IN_WITHIN]
        # Most sentences have neither mark so early: the expression would try every length of a heading for nothing.
        if ":" in opening or "." in opening or opening[_RUN_IN_WITHIN - 1 :].isspace():
            run_in = _RUN_IN.match(raw)
            if run_in and (plain := plain_heading(run_in["head"])) in headings:
                return headings[plain], False
        return None, False

    def _opening_with(self, plain: str) -> str:
        """The element a line leads into: `Adapun tahapan yang dilakukan:` opens with a heading; "" for none."""
        first, _, rest = plain.partition(" ")
        plain = rest if first in _LEADING_IN else plain
        end = len(plain)
        while end > 0:
            if plain[:end] in self.element_headings:
                return self.element_headings[plain[:end]]
            end = plain.rfind(" ", 0, end)
        return ""

    @once
    def _starts(self) -> list[int]:
        return [unit.start for unit in self.drawn]

    def unit_at(self, offset: int) -> int:
        """Index of the unit that holds `offset`."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def _group(self, mentions: Sequence[object]) -> dict[int, list[object]]:
        grouped: dict[int, list[object]] = {}
        for mention in mentions:
            grouped.setdefault(self.unit_at(mention.start), []).append(mention)  # type: ignore[attr-defined]
        return grouped

    @once
    def places(self) -> dict[str, list[TokenRange]]:
        """Cue list to where its cues stand, in order."""
        places = self.matcher.places(self.document) if self.drawn else {}
        if REGION_MARKS in places:
            places[REGION_NAMES] = regions_named(self.document, places[REGION_MARKS])
        return places

    @once
    def listed(self) -> list[int]:
        """Units that are items of a list, or may be: they bear a mark, or stand alone on their line."""
        return [unit.index for unit in self.units if unit.carries and (unit.alone or unit.numbered or unit.bulleted)]

    @once
    def items_of(self) -> dict[str, set[int]]:
        """What the steps module has sorted out: element, units that are items of a list which may be its steps."""
        return {}

    @once
    def orders(self) -> dict[str, dict[int, int]]:
        """What the steps module has counted: list of words of order, unit, steps."""
        return {}

    @once
    def told(self) -> dict[int, dict[int, bool]]:
        """What the steps module has read: way of telling deeds, unit, whether it tells one."""
        return {}

    @once
    def items_told(self) -> dict[int, dict[tuple[int, bool], int]]:
        """What the steps module has counted: way of telling deeds; unit, and whether as a series; items."""
        return {}

    def units_with(self, cues: Iterable[str]) -> set[int]:
        """Units with a cue of one of the lists."""
        return {self.unit_of[first] for cue in cues for first, _ in self.places.get(cue, ())}

    @once
    def enumerated(self) -> dict[int, int]:
        """Units that list things in running text (`1) … 2) …`, `a. … b. …`) to how many."""
        counts: dict[int, int] = {}
        for marks in (_CLOSED_MARK, _DOTTED_MARK):
            for mark in marks.finditer(self.document.text):
                unit = self.unit_at(mark.end(1))
                counts[unit] = counts.get(unit, 0) + 1
        return counts

    def opens_clause(self, cue: TokenRange) -> bool:
        """Whether the cue opens its sentence or a clause of it: `Kemudian …`, `…, lalu …`, but not `kelas kedua`."""
        first = cue[0]
        if first - self.first_tokens[self.unit_of[first]] < 2:
            return True
        start = self.document.token_starts[first]
        before = self.document.text[max(0, start - 6) : start].rstrip()
        return before.endswith((",", ";", ":", ".", "-", "–", "(", " dan"))

    def leads_to(self, cue: str, start: int, unit: int) -> bool:
        """Whether a cue of the list leads to what starts at `start`: directly, or with one word between."""
        ends = self._ends_of(cue)
        nearest = bisect_right(ends, start) - 1
        # The nearest is enough: the others have more between.
        if nearest < 0 or ends[nearest] <= self.drawn[unit].start:
            return False
        between = self.document.text[ends[nearest] : start] if start - ends[nearest] <= _LEAD else None
        return between is not None and len(between.split()) <= 1

    def _ends_of(self, cue: str) -> list[int]:
        known = self._ends.get(cue)
        if known is None:
            token_ends = self.document.token_ends
            known = self._ends[cue] = sorted(token_ends[last] for _, last in self.places.get(cue, ()))
        return known

    @once
    def _ends(self) -> dict[str, list[int]]:
        return {}

    def is_name(self, cue: TokenRange) -> bool:
        """Whether the cue stands in a proper name: in capitals amid a sentence that is not all in capitals."""
        first, last = cue
        text, start, unit = self.document.text, self.document.token_starts[first], self.unit_of[first]
        if first == self.first_tokens[unit] or not text[start].isupper():
            return False
        # Looked at nearby only, so that the work stays proportional to the text.
        end = self.document.token_ends[last]
        around = text[max(self.drawn[unit].start, start - _NEAR) : min(self.drawn[unit].end, end + _NEAR)]
        return any(map(str.islower, around))

    @once
    def quantities(self) -> dict[int, list[QuantityMention]]:
        """Units to what they count. A numeral in capitals amid a sentence is part of a name: `Desa Tujuh Sumur`."""
        grouped: dict[int, list[QuantityMention]] = {}
        text = self.document.text
        for mention in self.document.quantities:
            unit = self.unit_at(mention.start)
            named = text[mention.start].isupper() and mention.quantity.kind != "money"
            if named and any(map(str.isalpha, text[self.drawn[unit].start : mention.start])):
                continue
            grouped.setdefault(unit, []).append(mention)
        return grouped

    @once
    def citations(self) -> dict[int, list[RegulationMention]]:
        return self._group(self.document.regulations)  # type: ignore[return-value]

    @once
    def dated(self) -> frozenset[int]:
        """Units that name a date, year or period."""
        return frozenset(self.unit_at(mention.start) for mention in self.document.dates)

    @once
    def cited(self) -> tuple[tuple[str, ...], ...]:
        """For each unit the ids of the facts its sentence cites; empty for text that is no draft."""
        starts = [placed.start for placed in self.placed]
        cited: list[tuple[str, ...]] = []
        for unit in self.drawn:
            index = bisect_right(starts, unit.start) - 1
            item = self.placed[index].item if index >= 0 and unit.start < self.placed[index].end else None
            cited.append(item.facts if isinstance(item, Sentence) else ())
        return tuple(cited)

    @once
    def first_tokens(self) -> tuple[int, ...]:
        """For each unit the index of its first token in the document."""
        starts = self.document.token_starts
        return tuple([bisect_left(starts, unit.start) for unit in self.drawn])

    def tokens_in(self, unit: Unit) -> range:
        """The indices of a unit's tokens."""
        after = unit.index + 1
        end = self.first_tokens[after] if after < len(self.drawn) else len(self.document.norms)
        return range(self.first_tokens[unit.index], end)

    def words_of(self, unit: Unit) -> list[str]:
        """The tokens of a unit as they are compared, in order."""
        held = self.tokens_in(unit)
        return self.document.norms[held.start : held.stop]

    @once
    def unit_of(self) -> list[int]:
        """For each token the index of the unit that holds it."""
        firsts = (*self.first_tokens[1:], len(self.document.norms))
        held: list[int] = []
        for unit, end in enumerate(firsts):
            held += [unit] * (end - len(held))
        return held
