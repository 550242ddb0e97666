"""What clauses ask of a text, as bit masks: bit `i` stands for unit `i` of all sections taken together.

A question about every unit at once is then an `&` or a shift of two integers. What is asked for is made once, at first
use: most texts leave most questions unasked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from typing import TypeVar

from inovasi_ai.checking.steps import DeedWords, step_units
from inovasi_ai.checking.view import SectionView, Unit
from inovasi_ai.domain.rubric import Citation, Quantities, Steps
from inovasi_ai.text.cues import TokenRange
from inovasi_ai.text.once import once
from inovasi_ai.text.values import Regulation

__all__ = ["Marks", "bits"]

_K = TypeVar("_K", bound=Hashable)
_EARLY = 4
"""Words in which the one who acts is named: `Setelah itu, warga …`, `Pada tahap pertama petugas …`."""
_WIDE = 512
"""From this many bits on, single bits are read and set in bytes: an integer of that size is copied at each step."""


def bits(mask: int) -> Iterator[int]:
    """The places of the bits that are set, lowest first."""
    if mask.bit_length() < _WIDE:
        while mask:
            lowest = mask & -mask
            yield lowest.bit_length() - 1
            mask ^= lowest
        return
    digits = f"{mask:b}"[::-1]
    place = digits.find("1")
    while place != -1:
        yield place
        place = digits.find("1", place + 1)


class _Made(dict[_K, int]):
    """Masks by what is asked for, each made at first use; asking again costs a look into a dictionary."""

    __slots__ = ("_make",)

    def __init__(self, make: Callable[[_K], int]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: _K) -> int:
        made = self[key] = self._make(key)
        return made


class Marks:
    """The units of several sections and, for each question, the mask of the units of which it is true."""

    def __init__(self, views: Sequence[SectionView], lower: Collection[str]) -> None:
        self.views = views
        self.lower = lower
        """Cue lists whose words in capitals are names."""
        self.units: list[Unit] = []
        self.view_of: list[int] = []
        """For each unit the place of its section in `views`."""
        self.offsets: list[int] = []
        """For each section the bit of its first unit."""
        for place, view in enumerate(views):
            self.offsets.append(len(self.units))
            self.units.extend(view.units)
            self.view_of.extend([place] * len(view.units))
        self.size = len(self.units)
        self._numbered = tuple([(offset, view) for offset, view in zip(self.offsets, views, strict=True) if view.units])
        self.said = _Made(self._said)
        """Units with a cue of a list, whatever it stands for there."""
        self.cue = _Made(self._cue)
        """Units with a cue of a list that is no part of a name."""
        self.able = _Made(self._able)
        """Units that state something and have no cue of some lists."""
        self.often = _Made(self._often)
        """Units where cues of a list, being no parts of names, begin at so many places or more."""
        self.early = _Made(self._early)
        """Units with a cue of a list among their first words."""
        self.any_cue = _Made(self._any_cue)
        """Units with a cue of one of several lists that is no part of a name."""
        self.any_early = _Made(self._any_early)
        """Units with a cue of one of several lists among their first words."""
        self.long = _Made(self._long)
        """Units of at least so many words."""
        self.under = _Made(self._under)
        """Units under the heading of an element; under none for None."""
        self.home = _Made(self._home)
        """Units of the sections with an id; None for text of no section."""
        self.every = (1 << self.size) - 1
        self._asked: dict[int, int] = {}
        self._citing: dict[tuple[object, ...], int] = {}
        self._measured: dict[tuple[object, ...], int] = {}
        self._steps: dict[tuple[object, ...], int] = {}

    def release(self) -> None:
        """Let go of everything; no question can be asked any more.

        Each kind of mask holds the method that makes it, and so these marks and the whole text: left alone they stay
        until Python looks for circles, which takes longer the more of them it finds.
        """
        vars(self).clear()

    def mask(self, units: Iterable[int]) -> int:
        """The mask of the given bits."""
        if self.size < _WIDE:
            mask = 0
            for unit in units:
                mask |= 1 << unit
            return mask
        held = bytearray(self.size // 8 + 1)
        for unit in units:
            held[unit >> 3] |= 1 << (unit & 7)
        return int.from_bytes(held, "little")

    # Units

    @once
    def carries(self) -> int:
        """Units that state something."""
        return self.every ^ self.mask([at for at, unit in enumerate(self.units) if not unit.carries])

    @once
    def not_first(self) -> int:
        """Units that stand under the same heading as the unit before them."""
        units, view_of = self.units, self.view_of
        return self.every ^ self.mask(
            [
                at
                for at in range(self.size)
                if not at or units[at].block != units[at - 1].block or view_of[at] != view_of[at - 1]
            ]
        )

    def _under(self, element: str | None) -> int:
        return self.mask(self._by_element.get(element, ()))

    @once
    def _by_element(self) -> dict[str | None, list[int]]:
        found: dict[str | None, list[int]] = {}
        for at, unit in enumerate(self.units):
            found.setdefault(unit.element, []).append(at)
        return found

    def _long(self, words: int) -> int:
        # Most units are long enough, as most carry something: the few others are set and turned round.
        return self.every ^ self.mask([at for at, long in enumerate(self._lengths) if long < words])

    @once
    def _lengths(self) -> list[int]:
        return [unit.words for unit in self.units]

    def _home(self, section: str | None) -> int:
        views = self.views
        return self.mask([at for at, place in enumerate(self.view_of) if views[place].id == section])

    def section(self, place: int) -> int:
        """All units of a section."""
        start = self.offsets[place]
        end = self.offsets[place + 1] if place + 1 < len(self.offsets) else self.size
        return (1 << end) - (1 << start)

    def words(self) -> Iterator[tuple[int, set[str]]]:
        """The units that state something, each with its words as they are compared."""
        for offset, view in self._numbered:
            norms, firsts = view.document.norms, (*view.first_tokens, len(view.document.norms))
            for unit in view.units:
                if unit.carries:
                    yield offset + unit.index, set(norms[firsts[unit.index] : firsts[unit.index + 1]])

    def near(self, mask: int, within: int) -> int:
        """Units that have one of `mask` among `within` neighbours on either side, themselves included, in one block."""
        if within == 1 or not mask:
            return mask
        not_first = self.not_first
        after = before = mask
        for _ in range(within - 1):
            after = (after << 1) & not_first
            before = (before & not_first) >> 1
            mask |= after | before
        return mask

    # What is said in them

    @once
    def _spread(self) -> dict[str, list[tuple[int, list[int], list[TokenRange]]]]:
        """Cue list to where its cues stand: the first bit of a section, the units of its tokens, the tokens."""
        found: dict[str, list[tuple[int, list[int], list[TokenRange]]]] = {}
        for offset, view in self._numbered:
            for cue, places in view.places.items():
                found.setdefault(cue, []).append((offset, view.unit_of, places))
        return found

    @once
    def present(self) -> frozenset[str]:
        """The lists of which any cue is said."""
        return frozenset(self._spread)

    def _any_cue(self, cues: tuple[str, ...]) -> int:
        found = 0
        for cue in self.present.intersection(cues):
            found |= self.cue[cue]
        return found

    def _any_early(self, cues: tuple[str, ...]) -> int:
        found = 0
        for cue in self.present.intersection(cues):
            found |= self.early[cue]
        return found

    def _said(self, cue: str) -> int:
        if self.size < _WIDE:
            mask = 0
            for offset, unit_of, places in self._spread.get(cue, ()):
                for first, _ in places:
                    mask |= 1 << offset + unit_of[first]
            return mask
        units: list[int] = []
        for offset, unit_of, places in self._spread.get(cue, ()):
            units += [offset + unit_of[first] for first, _ in places]
        return self.mask(units)

    def _able(self, without: tuple[str, ...]) -> int:
        able = self.carries
        for cue in without:
            able &= ~self.said[cue]
        return able

    def _cue(self, cue: str) -> int:
        if cue not in self.lower:
            return self.said[cue]
        units: list[int] = []
        for offset, view in self._numbered:
            unit_of, text, starts = view.unit_of, view.document.text, view.document.token_starts
            units += [
                offset + unit_of[hit[0]]
                for hit in view.places.get(cue, ())
                if not (text[starts[hit[0]]].isupper() and view.is_name(hit))
            ]
        return self.mask(units)

    def _often(self, asked: tuple[str, int]) -> int:
        cue, least = asked
        counts: dict[int, set[int]] = {}
        for offset, view in self._numbered:
            for hit in view.places.get(cue, ()):
                if cue not in self.lower or not view.is_name(hit):
                    counts.setdefault(offset + view.unit_of[hit[0]], set()).add(hit[0])
        return self.mask(unit for unit, places in counts.items() if len(places) >= least)

    def _early(self, cue: str) -> int:
        return self.mask(
            offset + unit
            for offset, view in self._numbered
            for first, _ in view.places.get(cue, ())
            if first - view.first_tokens[unit := view.unit_of[first]] < _EARLY
        )

    @once
    def dated(self) -> int:
        """Units that name a date, year or period."""
        return self.mask(offset + unit for offset, view in self._numbered for unit in view.dated)

    def dates(self, least: int) -> int:
        """Units that name at least so many dates, years or periods."""
        if least <= 1:
            return self.dated
        return self.mask(unit for unit, count in self._dates.items() if count >= least)

    @once
    def _dates(self) -> Counter[int]:
        return Counter(
            offset + view.unit_at(mention.start) for offset, view in self._numbered for mention in view.document.dates
        )

    def citing(self, wanted: Citation) -> int:
        """Units with enough regulations of the wanted levels that bear what is required of them."""
        known = self._asked.get(id(wanted))
        if known is not None:
            return known
        key = (wanted.level, wanted.require, wanted.min)
        found = self._citing.get(key)
        if found is None:
            found = self._citing[key] = self.mask(
                offset + unit
                for offset, view in self._numbered
                for unit, mentions in view.citations.items()
                if sum(
                    (not wanted.level or mention.regulation.level in wanted.level)
                    and all(_identified(mention.regulation, asked) for asked in wanted.require)
                    for mention in mentions
                )
                >= wanted.min
            )
        self._asked[id(wanted)] = found
        return found

    def measured(self, wanted: Quantities) -> int:
        """Units with enough quantities of the wanted kinds."""
        known = self._asked.get(id(wanted))  # the rubric outlives the text
        if known is not None:
            return known
        key = (wanted.kinds, wanted.not_units, wanted.after, wanted.min)
        found = self._measured.get(key)
        if found is None:
            found = self._measured[key] = self._with_figures(wanted)
        self._asked[id(wanted)] = found
        return found

    def _with_figures(self, wanted: Quantities) -> int:
        kinds, not_units, after = wanted.kinds, wanted.not_units, wanted.after
        if after and after not in self.present:
            return 0
        units: list[int] = []
        for (kind, unit), places in self._figures.items():
            if (not kinds or kind in kinds) and unit not in not_units:
                units += [
                    offset + at for offset, view, at, start in places if not after or view.leads_to(after, start, at)
                ]
        if wanted.min > 1:
            return self.mask([at for at, count in Counter(units).items() if count >= wanted.min])
        return self.mask(units)

    @once
    def _figures(self) -> dict[tuple[str, str | None], list[tuple[int, SectionView, int, int]]]:
        """Kind and unit of figures to where they stand: a section's first bit, the section, the unit, the start."""
        found: dict[tuple[str, str | None], list[tuple[int, SectionView, int, int]]] = {}
        for offset, view in self._numbered:
            for at, mentions in view.quantities.items():
                for mention in mentions:
                    key = mention.quantity.kind, mention.quantity.unit
                    found.setdefault(key, []).append((offset, view, at, mention.start))
        return found

    def steps(self, wanted: Steps, element: str, cues: Sequence[str], deeds: DeedWords | None) -> int:
        """Units of blocks that hold enough steps; those listed in a sentence count where one of `cues` stands."""
        key = (id(wanted), element, tuple(cues))
        found = self._steps.get(key)
        if found is None:
            told_within = wanted.inline or wanted.series
            found = self._steps[key] = self.mask(
                offset + unit
                for offset, view in self._numbered
                for unit in step_units(wanted, element, view, deeds, view.units_with(cues) if told_within else ())
            )
        return found


def _identified(regulation: Regulation, by: str) -> bool:
    number, year = regulation.number is not None, regulation.year is not None
    return {"number": number, "year": year}.get(by, number or year)
