"""Which units of a section state nothing although their words look as if they did, and why.

What is looked for stands in the rubric's `hollow.yaml`; it is compiled once per rubric. A section is read in one pass:
each token is put in a class once, then units are judged by counting classes, by looking up runs of words, and by the
cues that the view has found anyway.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from inovasi_ai.checking.hollow_words import CODE, Classes, Signs, asked_for
from inovasi_ai.checking.recited import form_strings, rubric_strings
from inovasi_ai.checking.salad import salad_units
from inovasi_ai.checking.view import SectionView
from inovasi_ai.domain.hollow import HollowRules, Kind, NotProse, Quoted, Said
from inovasi_ai.domain.report import Finding, Span
from inovasi_ai.domain.rubric import Rubric
from inovasi_ai.text.document import Document

__all__ = ["OFF_TOPIC", "Hollow", "cue_lists", "silent"]

OFF_TOPIC = "luar_topik"
_RECITED, _REPEATED, _SALAD, _QUOTED, _NOT_PROSE = "rubrik", "ulangan", "deretan", "kutipan", "berkas"
_LISTS = "hampa."
"""What the names of the lists of `hollow.yaml` begin with among the cues of a rubric."""
_NOTE = "[LENGKAPI:"
_LONGEST_QUOTE = 2_000
_BEFORE_QUOTE = 120
"""Characters before a quotation in which the writing it comes from is named."""
_QUOTES = {'"': '"', "“": "”", "„": "“", "«": "»"}


def cue_lists(rubric: Rubric) -> dict[str, tuple[str, ...]]:
    """All lists that a text is searched for: those of the rubric's clauses and those of its `hollow.yaml`."""
    shapes = rubric.shape_lists
    lists = {name: cues for name, cues in rubric.cues.items() if name not in shapes}
    if rubric.hollow is not None:
        lists.update((_LISTS + name, cues) for name, cues in rubric.hollow.lists.items())
    return lists


class Hollow:
    """The rules of one rubric, compiled."""

    def __init__(self, rubric: Rubric) -> None:
        self.rules = rubric.hollow or HollowRules()
        salad, recited, off_topic = self.rules.salad, self.rules.recited, self.rules.off_topic
        self._asked = asked_for(rubric)
        self._said = frozenset(_LISTS + way[0] for rule in self.rules.said.values() for way in rule.ways)
        self._classes = Classes(rubric, self._asked, salad)
        self._signs = Signs(off_topic.words, off_topic.faint) if off_topic else {}
        self._runs: set[tuple[str, ...]] = set()
        self._whole: set[tuple[str, ...]] = set()
        if recited is not None:
            for string in dict.fromkeys((*rubric_strings(rubric), *form_strings(), *recited.phrases)):
                norms = Document(string).norms
                if len(norms) > 1:
                    self._whole.add(tuple(norms))
                self._runs.update(tuple(norms[at : at + recited.run]) for at in range(len(norms) - recited.run + 1))

    def __call__(self, view: SectionView) -> Mapping[int, str]:
        """Units of a section that state nothing, to the kind that says why."""
        found: dict[int, str] = {}
        norms: Sequence[str] = view.document.norms
        if not norms:
            return found
        bounds = [*view.first_tokens, len(norms)]
        classes = "".join(map(self._classes.__getitem__, norms))
        # Later kinds say more of a sentence than earlier ones, so they have the last word.
        if self.rules.repeated is not None:
            found.update(dict.fromkeys(_again(norms, bounds, self.rules.repeated.min_words), _REPEATED))
        if self.rules.quoted is not None:
            found.update(dict.fromkeys(_within_quotes(view, self.rules.quoted), _QUOTED))
        if self.rules.salad is not None:
            units = salad_units(self.rules.salad, view, classes, bounds, self._asked)
            found.update(dict.fromkeys(units, _SALAD))
        if self.rules.recited is not None:
            found.update(dict.fromkeys(self._recitals(norms, bounds), _RECITED))
        if not self._said.isdisjoint(view.places):
            for name, rule in self.rules.said.items():
                found.update(dict.fromkeys(_saying(rule, view), name))
        if self.rules.not_prose is not None:
            found.update(dict.fromkeys(_data_lines(view, self.rules.not_prose), _NOT_PROSE))
            if CODE in classes:
                code = (at for at in range(len(bounds) - 1) if classes.find(CODE, bounds[at], bounds[at + 1]) != -1)
                found.update(dict.fromkeys(code, _NOT_PROSE))
        return found

    def off_topic(self, views: Sequence[SectionView]) -> bool:
        """Whether a text, all sections taken together, speaks of no public service."""
        rule = self.rules.off_topic
        if rule is None:
            return False
        stated: list[Sequence[str]] = []
        for view in views:
            tokens, hollow = view.document.norms, view.hollow
            bounds = (*view.first_tokens, len(tokens))
            stated += [
                tokens[bounds[at] : bounds[at + 1]]
                for at, unit in enumerate(view.drawn)
                if unit.carries and at not in hollow
            ]
        words = sum(map(len, stated))
        wanted = max((least for size, least in rule.signs if words >= size), default=0)
        if words < rule.min_words or not wanted:
            return False
        seen: set[str] = set()
        points, signs = 0, self._signs
        for norms in stated:
            for norm in norms:
                if signs[norm] and norm not in seen:
                    seen.add(norm)
                    points += signs[norm]
            if points >= wanted:
                return False  # texts about public service say so in their first sentences
        return True

    def _recitals(self, norms: Sequence[str], bounds: Sequence[int]) -> Iterator[int]:
        rule = self.rules.recited
        assert rule is not None
        run, runs, whole = rule.run, self._runs, self._whole
        for unit, (start, end) in enumerate(pairwise(bounds)):
            if end - start < 2 * run and tuple(norms[_past_mark(norms, start, end) : end]) in whole:
                yield unit
        # The rubric's runs begin at each of its words, so every `run`-th word here tells where to look closer.
        known: dict[int, int] = {}
        pieces = zip(*[norms[first::run] for first in range(run)], strict=False)
        for place in [place for place, words in enumerate(pieces) if words in runs]:
            unit = bisect_right(bounds, place * run) - 1
            known[unit] = known.get(unit, 0) + 1
        for unit, count in known.items():
            start, end = bounds[unit], bounds[unit + 1]
            if (
                end - start >= 2 * run
                and count * run >= rule.hint * (end - start)
                and self._covered(norms, start, end) >= rule.share * (end - start)
            ):
                yield unit

    def _covered(self, norms: Sequence[str], start: int, end: int) -> int:
        """How many words lie within runs of the rubric."""
        rule = self.rules.recited
        assert rule is not None
        covered, done = 0, start
        for at in range(start, end - rule.run + 1):
            if tuple(norms[at : at + rule.run]) in self._runs:
                covered += at + rule.run - max(at, done)
                done = at + rule.run
        return covered

    def findings(self, view: SectionView) -> list[Finding]:
        """What an official is told: one finding for each kind in a section, at its first sentence."""
        first: dict[str, int] = {}
        counts: dict[str, int] = {}
        for unit, kind in sorted(view.hollow.items()):
            # A heading, a note or a question states nothing anyway; a note may have come back from a document.
            at = view.drawn[unit]
            if at.carries and _NOTE not in view.document.text[at.start : at.end]:
                first.setdefault(kind, unit)
                counts[kind] = counts.get(kind, 0) + 1
        return [self._finding(view, kind, unit, counts[kind]) for kind, unit in first.items()]

    def _finding(self, view: SectionView, kind: str, unit: int, count: int) -> Finding:
        told = self._kind(kind)
        at = view.drawn[unit]
        more = "" if count == 1 or kind == OFF_TOPIC else f" Ada {count} kalimat seperti ini."
        return Finding(
            rule=f"hampa.{kind}",
            severity="warning",
            message=told.message + more,
            fix=told.fix,
            section=view.key or None,
            span=Span(section=view.key, start=at.start, end=at.end),
            excerpt=view.document.text[at.start : at.end],
        )

    def _kind(self, kind: str) -> Kind:
        rules = self.rules
        by_kind: dict[str, Kind | None] = {
            _RECITED: rules.recited,
            _REPEATED: rules.repeated,
            _SALAD: rules.salad,
            _QUOTED: rules.quoted,
            _NOT_PROSE: rules.not_prose,
            OFF_TOPIC: rules.off_topic,
            **rules.said,
        }
        told = by_kind[kind]
        assert told is not None
        return told


def silent(view: SectionView) -> SectionView:
    """The same section with no unit that carries anything."""
    return replace(view, find_hollow=_nothing)


def _nothing(view: SectionView) -> Mapping[int, str]:
    return dict.fromkeys(range(len(view.drawn)), OFF_TOPIC)


def _past_mark(norms: Sequence[str], start: int, end: int) -> int:
    """The first word of a unit after the number or letter of a list item."""
    return start + 1 if start < end and len(norms[start]) <= 2 else start


def _again(norms: Sequence[str], bounds: Sequence[int], min_words: int) -> Iterator[int]:
    seen: set[tuple[str, ...]] = set()
    for unit, (start, end) in enumerate(pairwise(bounds)):
        if end - start >= min_words:
            words = tuple(norms[_past_mark(norms, start, end) : end])
            if words in seen:
                yield unit
            seen.add(words)


def _saying(rule: Said, view: SectionView) -> set[int]:
    found: set[int] = set()
    for way in rule.ways:
        places = [view.places.get(_LISTS + name) for name in way]
        if all(places):
            unit_of = view.unit_of
            found |= set.intersection(*({unit_of[first] for first, _ in hits} for hits in places if hits))
    if rule.without_figures and found:
        text, units = view.document.text, view.drawn
        found = {unit for unit in found if not any(map(str.isdigit, text[units[unit].start : units[unit].end]))}
    return found


def _data_lines(view: SectionView, rule: NotProse) -> Iterator[int]:
    text = view.document.text
    if rule.comment and text.count(rule.comment) >= rule.comments:
        opening = [unit.index for unit in view.drawn if text.startswith(rule.comment, unit.start)]
        yield from opening if len(opening) >= rule.comments else ()
    for mark in rule.marks:
        start = text.find(mark)
        while start != -1:
            yield view.unit_at(start)
            start = text.find(mark, start + len(mark))


def _within_quotes(view: SectionView, rule: Quoted) -> Iterator[int]:
    """Units that lie for the greater part between quotation marks which hold many words of a writing that is named."""
    text = view.document.text
    for opening, closing in _QUOTES.items():
        start = text.find(opening)
        while start != -1:
            end = text.find(closing, start + 1, start + _LONGEST_QUOTE)
            if end == -1:
                start = text.find(opening, start + 1)
                continue
            enough = end - start > 2 * rule.min_words and len(text[start:end].split()) >= rule.min_words
            if enough and _names_writing(text[max(0, start - _BEFORE_QUOTE) : start], rule.writings):
                for unit in range(view.unit_at(start), view.unit_at(end) + 1):
                    at = view.drawn[unit]
                    inside = min(at.end, end) - max(at.start, start)
                    if 2 * inside > at.end - at.start:
                        yield unit
            start = text.find(opening, end + 1)


def _names_writing(before: str, writings: Collection[str]) -> bool:
    return any(norm in writings for norm in Document(before).norms)
