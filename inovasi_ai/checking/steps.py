"""Steps in order: which units of a section tell what is done, one after the other.

A list makes no steps by being a list: who may ride for free, what a building has and whom it concerns are lists too.
Where the rubric says how doing is told (`deeds`), an item is a step only when it opens so.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence, Set

from inovasi_ai.checking.view import INLINE_MARK, SectionView, Unit
from inovasi_ai.domain.rubric import Deeds, Rubric, Steps
from inovasi_ai.text.cues import TokenRange
from inovasi_ai.text.shapes import Shapes

__all__ = ["DeedWords", "deed_words", "step_units"]

_SAME_STEP = 3
"""Words of order this close together open one step: `Tahap pertama`."""
_LEAD = 4
"""Words that may stand before the one that is judged: `Pada tahun 2008, …`."""
_ACTOR = 6
"""Words within which the verb of a step comes after the one who acts: `Kantor kecamatan kota lama mengirim …`."""
_ARROW = re.compile(r"→|➔|➜|⇒|⟶|->|=>")
_LABEL = 3
"""A line of so many words that opens with a word of order is the name of a step; what it is stands in the next."""
# It begins with a set of characters, for which the engine searches much faster than for words.
_SERIES = re.compile(r"[,;:dsy](?:(?<=[,;:])|(?<!\w.)(?:(?<=d)an|(?<=s)erta|(?<=y)a(?:kni|itu))\b)")


_NOUN, _ACTIVE, _PASSIVE, _LEADING, _BREAK, _IDLE = (1 << bit for bit in range(6))
"""What a word may be, several at once: `_LEADING` may stand before the deed, `_IDLE` tells nothing of what is done."""
_MEMO = 20_000


class DeedWords(dict[str, int]):
    """Says whether words tell of something that is done, by the lists that a rubric's `Deeds` names.

    It maps a word to what it may be; each word is looked up in the lists once.
    """

    __slots__ = ("_lists",)

    def __init__(self, deeds: Deeds, rubric: Rubric) -> None:
        super().__init__()

        def words(name: str) -> tuple[str, ...]:
            return rubric.cues.get(name, ())

        self._lists = (
            (_NOUN, Shapes(words(deeds.nouns), but=words(deeds.but))),
            (_ACTIVE, Shapes(words(deeds.active), but=words(deeds.but))),
            (_PASSIVE, Shapes(words(deeds.passive), but=words(deeds.but))),
            (_LEADING | _IDLE, Shapes(words(deeds.leads))),
            (_IDLE, Shapes(words(deeds.empty))),
            (_BREAK, Shapes(words(deeds.breaks))),
        )

    def __missing__(self, word: str) -> int:
        # `a.` and `1)` are a list's marks, `pada tahun 2008` says when.
        found = _LEADING | _IDLE if word.isdigit() else _LEADING if len(word) == 1 else 0
        for kind, listed in self._lists:
            if word in listed:
                found |= kind
        if len(self) < _MEMO:  # texts repeat their words, but no text may grow this for ever
            self[word] = found
        return found

    def told(self, words: Sequence[str]) -> bool:
        """Whether words (as they are compared) open with a deed, and one that says more than that there are stages."""
        kinds, first = self._opening(words)
        if first == len(kinds) or (not kinds[first] & _NOUN and self._verb(kinds, first) is None):
            return False
        return any(not self[words[at]] & _IDLE for at in range(first, len(words)))

    def acted(self, words: Sequence[str]) -> bool:
        """Whether the words name who acts before they tell the deed."""
        kinds, first = self._opening(words)
        verb = self._verb(kinds, first)
        return verb is not None and verb > first and not kinds[first] & _NOUN and bool(kinds[verb] & _ACTIVE)

    def _opening(self, words: Sequence[str]) -> tuple[list[int], int]:
        """What the words up to the verb may be, and where they begin, what may lead in left out."""
        kinds = [self[word] for word in words[: _LEAD + _ACTOR]]
        first = 0
        while first < min(_LEAD, len(kinds)) and kinds[first] & _LEADING:
            first += 1
        return kinds, first

    def _verb(self, kinds: Sequence[int], first: int) -> int | None:
        """Where the verb stands, None when there is none nearby or it belongs to something else."""
        for at in range(first, min(first + _ACTOR, len(kinds))):
            if kinds[at] & _BREAK:
                return None
            if kinds[at] & (_ACTIVE | _PASSIVE):
                return at
        return None


_known: dict[tuple[int, tuple[str, ...]], tuple[Rubric, DeedWords]] = {}


def deed_words(deeds: Deeds, rubric: Rubric) -> DeedWords:
    """The words a rubric means, read once per rubric in use."""
    key = id(rubric), deeds.lists
    known = _known.get(key)
    if known is None:
        if len(_known) >= 64:
            _known.clear()
        known = _known[key] = (rubric, DeedWords(deeds, rubric))  # the rubric is kept, so that its id stays its own
    return known[1]


def step_units(
    steps: Steps, element_id: str, view: SectionView, deeds: DeedWords | None, cued: Iterable[int]
) -> set[int]:
    """Units of blocks that hold enough steps.

    Steps are: what opens with a word of order; numbered items unless they stand under another element's heading;
    bullets and lines without a mark only under the element's own; items within a sentence (`1) … 2) …`) and deeds in a
    series set apart by commas only where the rubric asks for them, and only in `cued` units; what arrows join
    (`A → B → C`) where it asks for it. A series is one when it alone holds enough: a deed and a comma stand in many a
    sentence.
    """
    ordered = _orders(view, steps.cues)
    units = view.units
    within = set(cued) if steps.inline or steps.series else set()
    if steps.inline:
        within.update([unit for unit in view.enumerated if units[unit].element == element_id])
    arrows = _arrows(view) if steps.arrows else {}
    listed = _listed(view, element_id)
    candidates = {*listed, *within, *arrows}
    if not steps.actors:
        candidates.update(ordered)
    if not candidates:
        return candidates
    told = view.told.setdefault(id(deeds), {})
    blocks: dict[int, list[int]] = {}
    counts: dict[int, int] = {}
    for index in candidates:
        unit = units[index]
        if not unit.carries:
            continue
        found = ordered.get(index, 0) if not steps.actors else 0
        if not found and index in listed and (deeds is None or _tells(unit, view, deeds, told)):
            found = int(not steps.actors or (deeds is not None and deeds.acted(view.words_of(unit))))
        if unit.index in within:
            found = max(found, _within(unit, view, steps, deeds))
        if index in arrows:
            found = max(found, _joined(unit, view, arrows[index], deeds))
        if found:
            blocks.setdefault(unit.block, []).append(unit.index)
            counts[unit.block] = counts.get(unit.block, 0) + found
    enough = {unit for block, units in blocks.items() if counts[block] >= steps.min for unit in units}
    return enough | {unit + 1 for unit in enough if unit in ordered and _is_label(view, unit)}


def _is_label(view: SectionView, index: int) -> bool:
    """Whether a unit only names a step that the next unit, under the same heading, tells: `Langkah Pertama`."""
    if index + 1 >= len(view.units):
        return False
    unit, after = view.units[index], view.units[index + 1]
    return unit.alone and unit.words <= _LABEL and after.carries and after.block == unit.block


def _arrows(view: SectionView) -> dict[int, list[int]]:
    """Units to where arrows stand in them."""
    found: dict[int, list[int]] = {}
    for arrow in _ARROW.finditer(view.document.text):
        found.setdefault(view.unit_at(arrow.start()), []).append(arrow.start())
    return found


def _joined(unit: Unit, view: SectionView, cuts: Sequence[int], deeds: DeedWords | None) -> int:
    """How many items arrows join; none when no two of them tell a deed: `14 hari → 2 hari` is a change, no flow."""
    document, held = view.document, view.tokens_in(unit)
    told, position = 0, held.start
    for cut in (*cuts, unit.end):
        first, position = position, bisect_left(document.token_starts, cut, position, held.stop)
        told += deeds is None or deeds.told(document.norms[first:position])
    return len(cuts) + 1 if told > 1 else 0


def _tells(unit: Unit, view: SectionView, deeds: DeedWords, told: dict[int, bool]) -> bool:
    known = told.get(unit.index)
    if known is None:
        known = told[unit.index] = deeds.told(view.words_of(unit))
    return known


def _orders(view: SectionView, cues: str) -> dict[int, int]:
    """Units to how many steps words of order open in them; counted once, however many clauses ask."""
    known = view.orders.get(cues)
    if known is None:
        hits: dict[int, list[TokenRange]] = {}
        for hit in view.places.get(cues, ()):
            hits.setdefault(view.unit_of[hit[0]], []).append(hit)
        known = view.orders[cues] = {unit: _ordered(view.units[unit], view, found) for unit, found in hits.items()}
    return known


def _ordered(unit: Unit, view: SectionView, hits: Sequence[TokenRange]) -> int:
    """How many steps words of order open in the unit."""
    steps, last, opens_sentence = 0, -_SAME_STEP, True
    for hit in hits:
        first = hit[0]
        if first - last >= _SAME_STEP and view.opens_clause(hit):
            if steps == 1 and not opens_sentence:
                steps += 1  # what stands before the first of several is a step as well: `A, kemudian B, lalu C`
            elif not steps:
                opens_sentence = first - view.first_tokens[unit.index] < 2
            steps, last = steps + 1, first
    return steps


def _listed(view: SectionView, element_id: str) -> Set[int]:
    """Units that are items of a list which may be the element's steps."""
    known = view.items_of.get(element_id)
    if known is None:
        units = view.units
        known = view.items_of[element_id] = {
            index
            for index in view.listed
            if (element := units[index].element) == element_id or (element is None and units[index].numbered)
        }
    return known


def _within(unit: Unit, view: SectionView, steps: Steps, deeds: DeedWords | None) -> int:
    """How many items the sentence lists: those with a mark, and in a series all that tell a deed."""
    marks = view.enumerated.get(unit.index, 0)
    if deeds is None:
        return marks if marks > 1 and steps.inline else 0
    if marks < 2 and not steps.series:
        return 0
    key = unit.index, steps.series
    told = view.items_told.setdefault(id(deeds), {})
    found = told.get(key)
    if found is None:
        found = told[key] = _deeds_in(unit, view, _SERIES if steps.series else INLINE_MARK, deeds)
    return found if found >= steps.min or not steps.series else 0


def _deeds_in(unit: Unit, view: SectionView, cuts: re.Pattern[str], deeds: DeedWords) -> int:
    """How many of the pieces of a sentence between the cuts tell a deed."""
    document, held = view.document, view.tokens_in(unit)
    found, position = 0, held.start
    for cut in (*(mark.start() for mark in cuts.finditer(document.text, unit.start, unit.end)), unit.end):
        first, position = position, bisect_left(document.token_starts, cut, position, held.stop)
        found += deeds.told(document.norms[first:position])
    return found
