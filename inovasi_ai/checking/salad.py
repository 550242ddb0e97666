"""Stretches of text that are made of hardly anything but cues: words in a row that say nothing.

A sentence that happens to be all cues still joins them as sentences do: with some function words, neither none nor one
after every other word. A text of any length has words besides cues.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from inovasi_ai.checking.hollow_words import CUE, FIGURE, LEADING, NEUTRAL, OTHER, PLAIN
from inovasi_ai.checking.view import SectionView
from inovasi_ai.domain.hollow import Bare, Joined, Salad

__all__ = ["salad_units"]

_INSIDE, _ORDINARY = 0x80, 0x40
"""Flipped in the letter of a token that stands in a cue, or in a list of ordinary words; the second is in them all."""


def _seen(code: int) -> str:
    kind, inside, ordinary = chr(code & 0x3F | _ORDINARY), code & _INSIDE, not code & _ORDINARY
    if kind == CUE and not inside:
        return PLAIN if ordinary else OTHER
    return FIGURE if kind == NEUTRAL and inside else kind


_SEEN = bytes(ord(_seen(code)) for code in range(256))
"""What becomes of a letter: a word that only looks like a cue's is another word, a function word in a cue is none."""


def salad_units(
    rule: Salad, view: SectionView, classes: str, bounds: Sequence[int], asked: Collection[str]
) -> Iterator[int]:
    """Units that are words without a sentence.

    `classes` has one letter for each token, `bounds` the first token of each unit and the end, `asked` the lists whose
    cues count. A unit may be named twice.
    """
    if classes.count(FIGURE) >= rule.bare.figures:
        yield from _bare(rule.bare, view, classes, bounds)
    units = range(len(bounds) - 1)
    apart = {unit.index for unit in view.drawn if not unit.carries}
    # By single words first: most texts end here, and how far whole cues cover them is never asked.
    cues = [classes.count(CUE, bounds[unit], bounds[unit + 1]) for unit in units]
    said = [count + classes.count(OTHER, bounds[unit], bounds[unit + 1]) for unit, count in enumerate(cues)]
    whole = _too_many(sum(cues), sum(said), rule.text)
    stretches = [
        stretch
        for stretch in _stretches(cues, said, rule.near, apart)
        if _too_many(sum(cues[unit] for unit in stretch), sum(said[unit] for unit in stretch), rule.sentence)
    ]
    if not whole and not stretches:
        return
    covered = _covered_by_cues(view, classes, asked, rule.plain)
    cues = [covered.count(CUE, bounds[unit], bounds[unit + 1]) for unit in units]
    said = [count + covered.count(OTHER, bounds[unit], bounds[unit + 1]) for unit, count in enumerate(cues)]
    if _too_many(sum(cues), sum(said), rule.text) and not _joined(rule.joined, sum(said), covered):
        yield from units
        return
    for stretch in _stretches(cues, said, rule.near, apart):
        here, of = sum(cues[unit] for unit in stretch), sum(said[unit] for unit in stretch)
        if _too_many(here, of, rule.sentence):
            words = covered[bounds[stretch[0]] : bounds[stretch[-1] + 1]]
            if not _joined(rule.joined, of, words):
                yield from stretch


def _bare(rule: Bare, view: SectionView, classes: str, bounds: Sequence[int]) -> Iterator[int]:
    """Units with figures and nothing that joins them."""
    text, norms = view.document.text, view.document.norms
    for unit in range(len(bounds) - 1):
        start, end = bounds[unit], bounds[unit + 1]
        if start < end and len(norms[start]) <= 2:
            start += 1  # the number of a list item
        if classes.count(FIGURE, start, end) >= rule.figures and classes.find(NEUTRAL, start, end) == -1:
            at = view.drawn[unit]
            if not any(text.find(mark, at.start, at.end - 1) != -1 for mark in rule.joining):
                yield unit


def _covered_by_cues(view: SectionView, classes: str, asked: Collection[str], plain: Collection[str]) -> str:
    """The classes, with words that only look like a cue's made other words, and function words of cues left out."""
    inside, ordinary = bytearray(len(classes)), bytearray(len(classes))
    for name, places in view.places.items():
        if name in asked:
            held, mark = inside, _INSIDE
        elif name in plain:
            held, mark = ordinary, _ORDINARY
        else:
            continue
        for first, last in places:
            held[first] = mark
            if last > first:
                for at in range(first + 1, last + 1):
                    held[at] = mark
    letters = int.from_bytes(classes.encode(), "big")
    flipped = letters ^ int.from_bytes(inside, "big") ^ int.from_bytes(ordinary, "big")
    return flipped.to_bytes(len(classes), "big").translate(_SEEN).decode()


def _joined(rule: Joined, said: int, classes: str) -> bool:
    """Whether a short stretch is joined the way sentences are."""
    if said >= rule.below:
        return False
    words = len(classes) - classes.count(FIGURE)
    joining = classes.count(NEUTRAL) + classes.count(LEADING)
    return rule.least * words < joining < rule.most * words


def _stretches(cues: Sequence[int], said: Sequence[int], near: float, apart: Collection[int]) -> Iterator[list[int]]:
    """Runs of neighbouring units that are hardly anything but cues; headings stand apart."""
    stretch: list[int] = []
    for unit, (here, of) in enumerate(zip(cues, said, strict=True)):
        if here >= near * of and unit not in apart:
            stretch.append(unit)
        elif stretch:
            yield stretch
            stretch = []
    if stretch:
        yield stretch


def _too_many(cues: int, said: int, limits: Iterable[tuple[int, float]]) -> bool:
    limit = min((share for least, share in limits if said >= least), default=None)
    return limit is not None and cues >= limit * said
