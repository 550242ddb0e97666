"""Whether a text's own figures agree: the same thing measured alike everywhere, parts that make up their total."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from inovasi_ai.checking.consistency_words import ConsistencyWords, Told, consistency_words
from inovasi_ai.checking.view import SectionView
from inovasi_ai.domain.report import Finding, Mention, Span
from inovasi_ai.text.formatting import format_number
from inovasi_ai.text.quantities import QuantityMention

__all__ = ["check_figures_agree", "check_totals"]

_CONTEXT = 3
"""Words before a figure that say what it measures."""
_FEWEST = 3
"""Content words two sentences must share to speak of the same thing."""
_FIGURES = 6
"""Figures of a sentence that is held against others as a whole."""
_GOAL = "tujuan"
_LONGEST_GAP = 60
"""Characters between a total and its parts."""
_LONGEST_LIST = 400
"""Characters of a list of parts."""
_PEOPLE = "orang"


@dataclass(frozen=True, slots=True)
class _Figure:
    view: SectionView
    mention: QuantityMention
    facts: tuple[str, ...]
    """The facts that carry it; empty when none does or none is known."""

    @property
    def bounds(self) -> tuple[Decimal, Decimal]:
        return self.mention.quantity.low, self.mention.quantity.high

    @property
    def span(self) -> Span:
        return Span(section=self.view.key, start=self.mention.start, end=self.mention.end)


def check_figures_agree(
    sections: Sequence[Told], titles: Mapping[str, str], mentions: Sequence[Mention] = ()
) -> list[Finding]:
    """Whether what is measured in the same words bears the same figure in every section.

    Two figures are held to be of the same thing when unit and the three words before them are the same (what a change
    was from left out), or when they are the only difference between two sentences; and the same dates are named in
    both, so that truthful series of figures are left alone. Figures that rest on two different facts are no
    contradiction. A goal and a result may differ, which is asked, not told. `titles` maps a section's key to its title.
    """
    met: dict[str, int] = {}
    for told in sections:
        for unit in {mention.quantity.unit for mention in told.view.document.quantities}:
            met[unit] = met.get(unit, 0) + 1
    twice = frozenset(unit for unit, count in met.items() if count > 1)
    if not twice:
        return []
    words = consistency_words()
    carried = {
        (mention.section, mention.start): mention.facts
        for mention in mentions
        if mention.verdict in ("supported", "derived")
    }
    seen: dict[tuple[object, ...], tuple[_Figure, ...]] = {}
    findings: dict[tuple[str, int], Finding] = {}
    for told in sections:
        for key, figures in _keyed(told.view, twice, words):
            here = tuple(_Figure(told.view, m, carried.get((told.view.key, m.start), ())) for m in figures)
            there = seen.setdefault(key, here)
            pairs = [(one, other) for one, other in zip(here, there, strict=True) if one.bounds != other.bounds]
            if there[0].view is told.view or len(pairs) != 1:
                continue
            figure, first = pairs[0]
            if first.facts and figure.facts and not set(first.facts) & set(figure.facts):
                continue
            findings.setdefault((told.view.key, figure.mention.start), _disagreement(figure, first, titles))
    return list(findings.values())


def _keyed(
    view: SectionView, units: frozenset[str], words: ConsistencyWords
) -> Iterator[tuple[tuple[object, ...], Sequence[QuantityMention]]]:
    """What says what is measured, and when; and the figures it measures: one, or all of a sentence."""
    norms, starts, ends = view.document.norms, view.document.token_starts, view.document.token_ends
    dates: dict[int, list[object]] = {}
    for date in view.document.dates:
        dates.setdefault(view.unit_at(date.start), []).append((date.first, date.last))
    for index, grouped in _by_unit(view).items():
        if not any(mention.quantity.unit in units for mention in grouped):
            continue
        held = view.tokens_in(view.units[index])
        at = held.start
        said: list[str] = []
        for mention in grouped:
            while at < held.stop and starts[at] < mention.start:
                said.append(norms[at])
                at += 1
            before = norms[max(held.start, at - _CONTEXT) : at]
            if mention.quantity.unit in units and len(before) == _CONTEXT and not any(map(str.isdigit, before)):
                yield (mention.quantity.unit, *before, *dates.get(index, ())), (mention,)
            if mention.quantity.unit in units and tuple(said[-2:]) == words.from_to and len(said) > _CONTEXT:
                yield (mention.quantity.unit, *said[-_CONTEXT - 1 : -2], said[-1], *dates.get(index, ())), (mention,)
            while at < held.stop and ends[at] <= mention.end:
                at += 1
        # A sentence of many figures is a list or a table, which no other sentence repeats word by word.
        measured = tuple(mention.quantity.unit for mention in grouped)
        if len(grouped) <= _FIGURES and all(unit in units for unit in measured):
            content = frozenset([*said, *norms[at : held.stop]]) - words.neutral
            if len(content) >= _FEWEST:
                yield (measured, content), grouped


def _by_unit(view: SectionView) -> dict[int, list[QuantityMention]]:
    grouped: dict[int, list[QuantityMention]] = {}
    for mention in view.document.quantities:
        grouped.setdefault(view.unit_at(mention.start), []).append(mention)
    return grouped


def _disagreement(figure: _Figure, first: _Figure, titles: Mapping[str, str]) -> Finding:
    where = titles.get(first.view.key, first.view.key)
    goal = _GOAL in (figure.view.id, first.view.id)
    return Finding(
        rule="konsistensi.angka",
        severity="info" if goal else "warning",
        message=f"Di sini tertulis “{figure.mention.text}”, pada {where} untuk hal yang sama “{first.mention.text}”.",
        fix=(
            "Bila yang satu target dan yang lain capaian, nyatakan demikian; bila bukan, samakan menurut sumbernya."
            if goal
            else "Samakan kedua angka menurut sumbernya."
        ),
        section=figure.view.key,
        span=figure.span,
        excerpt=figure.mention.text,
        related=(first.span,),
    )


def check_totals(sections: Sequence[Told]) -> list[Finding]:
    """Whether the parts a sentence gives of a total add up to it: `120 peserta, terdiri atas 70 … dan 45 …`.

    Told only where every part counts the same as the total, or all of them count people, and nothing in the sentence
    says that the parts are rough, shared or only some of all.
    """
    words = consistency_words()
    findings = []
    for told in sections:
        openings = told.phrases(words.parts_follow)
        if not openings:
            continue
        view = told.view
        figures = [mention for unit in sorted(view.quantities) for mention in view.quantities[unit]]
        places = [mention.start for mention in figures]
        after = [*(start for start, _ in openings[1:]), len(told.text)]
        for (opening, opened), following in zip(openings, after, strict=True):
            unit = view.units[view.unit_at(opening)]
            end = min(unit.end, following, opened + _LONGEST_LIST)
            at = bisect_left(places, opening)
            total = figures[at - 1] if at else None
            if total is None or total.start < unit.start or opening - total.end > _LONGEST_GAP:
                continue
            parts = [
                mention for mention in figures[at : bisect_left(places, end)] if mention.quantity.kind != "percent"
            ]
            if len(parts) > 1 and _must_add_up(total, parts, told.lower[total.end : end], words):
                added = sum((part.quantity.low for part in parts), Decimal(0))
                if added != total.quantity.low:
                    findings.append(_wrong_sum(view, total, parts, added))
    return findings


def _must_add_up(total: QuantityMention, parts: Sequence[QuantityMention], said: str, words: ConsistencyWords) -> bool:
    """Whether figures of one kind, none of them rough, are told as the parts of a total."""
    for mention in (total, *parts):
        quantity = mention.quantity
        if quantity.kind != "number" or quantity.is_range or quantity.is_estimate:
            return False
    if any(part.quantity.low > total.quantity.low for part in parts):
        return False
    return _comparable(total, parts, words) and words.no_parts.search(said) is None


def _comparable(total: QuantityMention, parts: Sequence[QuantityMention], words: ConsistencyWords) -> bool:
    def counted(mention: QuantityMention) -> str:
        return _PEOPLE if mention.quantity.unit in words.people else mention.quantity.unit

    whole = counted(total)
    if not whole:
        return False
    return all(counted(part) == whole or (whole == _PEOPLE and not part.quantity.unit) for part in parts)


def _wrong_sum(view: SectionView, total: QuantityMention, parts: Sequence[QuantityMention], added: Decimal) -> Finding:
    listed = " + ".join(format_number(part.quantity.low) for part in parts)
    return Finding(
        rule="konsistensi.jumlah",
        severity="warning",
        message=f"“{total.text}” tidak sama dengan jumlah rinciannya: {listed} = {format_number(added)}.",
        fix="Periksa jumlah dan rinciannya pada sumbernya, lalu perbaiki yang keliru.",
        section=view.key,
        span=Span(section=view.key, start=total.start, end=total.end),
        excerpt=total.text,
        related=tuple(Span(section=view.key, start=part.start, end=part.end) for part in parts),
    )
