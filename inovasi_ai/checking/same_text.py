"""Which sentences stand in two sections in the same words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from inovasi_ai.checking.view import SectionView
from inovasi_ai.domain.flag_rules import SameText
from inovasi_ai.text.words import normalize

__all__ = ["Shared", "shared_text"]

_OPENING = re.compile(r"[^\w“\"]*(?:\(?(?:[0-9]{1,2}|[a-zA-Z])[.)]\s)?[^\w“\"]*")
"""Bullets and ordinals before a sentence are no part of what it says."""
_FINAL = " \t\r\n.!?;:,"
_FEWEST = 3
"""Shorter lines are labels."""


@dataclass(frozen=True, slots=True)
class Shared:
    """A unit of one section and the unit of another section that says the same."""

    view: SectionView
    unit: int
    other: SectionView
    other_unit: int


def shared_text(sections: Mapping[str, Sequence[SectionView]], rule: SameText) -> dict[str, list[Shared]]:
    """For each section the sentences that another section has as well. Linear in the text."""
    places: dict[str, dict[str, tuple[SectionView, int]]] = {}
    for key, section, view, unit in _candidates(sections):
        first = places.setdefault(key, {}).setdefault(section, (view, unit))
        if first[0] is view and unit < first[1]:
            places[key][section] = (view, unit)
    found: dict[tuple[str, str], list[Shared]] = {}
    for where in places.values():
        if len(where) < 2:
            continue
        for section, (view, unit) in where.items():
            for other_section, (other, other_unit) in where.items():
                if other_section != section:
                    found.setdefault((section, other_section), []).append(Shared(view, unit, other, other_unit))
    if not found:
        return {}
    words = {
        section: sum(unit.words for view in views for unit in view.units if unit.carries)
        for section, views in sections.items()
    }
    kept: dict[str, list[Shared]] = {}
    for (section, other_section), copies in found.items():
        long = [copy for copy in copies if copy.view.units[copy.unit].words >= rule.min_words]
        total = sum(copy.view.units[copy.unit].words for copy in copies)
        whole = total >= rule.min_words and total >= rule.share * min(words[section], words[other_section])
        if long or whole:
            kept.setdefault(section, []).extend(copies if whole else long)
    for copies in kept.values():
        copies.sort(key=lambda copy: copy.unit)
    return kept


def _candidates(sections: Mapping[str, Sequence[SectionView]]) -> Iterator[tuple[str, str, SectionView, int]]:
    """Normalised text, section and place of every unit whose last words another section has too: few are the same."""
    ends = {section: [_ends(view) for view in views] for section, views in sections.items()}
    met: set[tuple[str, str]] = set()
    twice: set[tuple[str, str]] = set()
    for of_views in ends.values():
        here = set().union(*of_views)
        twice |= met & here
        met |= here
    for section, views in sections.items() if twice else ():
        for view, of_view in zip(views, ends[section], strict=True):
            for end in twice.intersection(of_view):
                for index in of_view[end]:
                    plain = _plain(view, index)
                    if plain:
                        yield plain, section, view, index


def _ends(view: SectionView) -> dict[tuple[str, str], list[int]]:
    """The last two words of units that state something, and which units end so."""
    norms, firsts = view.document.norms, view.first_tokens
    found: dict[tuple[str, str], list[int]] = {}
    for unit, after in zip(view.units, (*firsts[1:], len(norms)), strict=True):
        if unit.carries and unit.words >= _FEWEST and after > 1:
            found.setdefault((norms[after - 2], norms[after - 1]), []).append(unit.index)
    return found


def _plain(view: SectionView, index: int) -> str:
    unit = view.units[index]
    written = view.document.text[unit.start : unit.end]
    opening = _OPENING.match(written)
    return " ".join(normalize(written[opening.end() if opening else 0 :]).split()).rstrip(_FINAL)
