"""Full drafts made worse step by step, and padded: what should never raise an element's status or *kelengkapan*."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from benchmarks.attack_cases import EXAMPLES, held_texts, padding
from inovasi_ai import Innovation, check, draft
from inovasi_ai.domain.rubric import Rubric
from inovasi_ai.text.document import Document

__all__ = ["Full", "Rises", "degradings", "full_texts", "paddings", "rises"]

Sections = dict[str, str]
_RANKS = {"absent": 0, "partial": 1, "present": 2}
_PIECES = 25
"""Into how many steps a degrading is cut at most."""
_SPACES = re.compile(r" {2,}")


@dataclass(frozen=True, slots=True)
class Full:
    """A text to make worse: sections, with the facts it is held against or none."""

    name: str
    sections: Sections
    innovation: Innovation | None


@dataclass(slots=True)
class Rises:
    """What rose in one run, and in how many steps."""

    steps: int = 0
    elements: list[str] = field(default_factory=list)
    scores: int = 0


Change = Callable[[Full, int], Iterator[Sections]]


def full_texts(rubric: Rubric) -> list[Full]:
    """The composed examples with their facts and without; and all passing examples of the rubric in one text."""
    full = []
    for name in ("mas_jos", "lontara_plus", "speling"):
        innovation = Innovation.load(EXAMPLES / f"{name}.yaml")
        sections = {section.id: section.text for section in draft(innovation, rubric).sections}
        full.append(Full(f"{name} with facts", sections, innovation))
        full.append(Full(name, sections, None))
        bare = {key: "\n\n".join(_without_headings(text)) for key, text in sections.items()}
        full.append(Full(f"{name} without headings", bare, None))
    for number in range(3):
        sections = {}
        for section in rubric.sections:
            pieces = []
            for element_id in section.elements:
                passing = [example.text for example in rubric.examples(element_id) if example.kind == "passing"]
                pieces.append(passing[number % len(passing)])
            sections[section.id] = "\n\n".join(pieces)
        full.append(Full(f"examples {number}", sections, None))
    return full


def _without_headings(text: str) -> list[str]:
    return [line for line in text.split("\n") if len(line.split()) > 5]


def rises(full: Full, steps: Iterator[Sections], rubric: Rubric) -> Rises:
    """Holds each step against the one before; the first against the full text."""
    found = Rises()
    before, score = _judged(full.sections, full.innovation, rubric)
    for number, sections in enumerate(steps, start=1):
        found.steps += 1
        after, new_score = _judged(sections, full.innovation, rubric)
        found.elements += [
            f"step {number}: {element} {before[element]} -> {status}"
            for element, status in after.items()
            if _RANKS[status] > _RANKS[before[element]]
        ]
        found.scores += new_score > score
        before, score = after, new_score
    return found


def _judged(sections: Sections, innovation: Innovation | None, rubric: Rubric) -> tuple[dict[str, str], Decimal]:
    report = check(sections, innovation, rubric)
    statuses: dict[str, str] = {
        element: verdict.status for found in report.verdicts.values() for element, verdict in found.items()
    }
    return statuses, report.kelengkapan


def degradings() -> Mapping[str, Change]:
    """Ways to make a draft worse, by name."""
    return {
        "sentences dropped": _drop(headings=False),
        "sentences and headings dropped": _drop(headings=True),
        "figures dropped": _drop_figures,
        "sections dropped": _drop_sections,
        "words cut from the end": _cut_words,
        "names replaced by pronouns": _drop_names,
    }


def _drop(*, headings: bool) -> Change:
    def change(full: Full, seed: int) -> Iterator[Sections]:
        rng = random.Random(seed)
        places = [
            (section, sentence.start, sentence.end)
            for section, text in full.sections.items()
            for sentence in Document(text).sentences
            if headings or len(text[sentence.start : sentence.end].split()) > 5
        ]
        yield from _without(full, places, rng)

    return change


def _without(
    full: Full, places: list[tuple[str, int, int]], rng: random.Random, instead: str = ""
) -> Iterator[Sections]:
    rng.shuffle(places)
    size = max(1, -(-len(places) // _PIECES))
    for done in range(size, len(places) + size, size):
        gone = sorted(places[:done], key=lambda place: place[1], reverse=True)
        sections = dict(full.sections)
        for section, start, end in gone:
            sections[section] = sections[section][:start] + instead + sections[section][end:]
        yield {key: _SPACES.sub(" ", text) for key, text in sections.items()}


def _drop_figures(full: Full, seed: int) -> Iterator[Sections]:
    places = [
        (section, mention.start, mention.end)
        for section, text in full.sections.items()
        for mention in Document(text).quantities
    ]
    yield from _without(full, places, random.Random(seed))


def _drop_names(full: Full, seed: int) -> Iterator[Sections]:
    places = [
        (section, mention.start, mention.end)
        for section, text in full.sections.items()
        for mention in Document(text).names
    ]
    yield from _without(full, places, random.Random(seed), "ia")


def _drop_sections(full: Full, seed: int) -> Iterator[Sections]:
    order = list(full.sections)
    random.Random(seed).shuffle(order)
    left = dict(full.sections)
    for section in order:
        del left[section]
        yield dict(left)


def _cut_words(full: Full, seed: int) -> Iterator[Sections]:
    sections = dict(full.sections)
    rng = random.Random(seed)
    while any(sections.values()):
        section = rng.choice([key for key, text in sections.items() if text])
        words = re.findall(r"\S+\s*", sections[section])
        sections[section] = "".join(words[: -rng.randint(1, 25)]).rstrip()
        yield dict(sections)


def paddings(rubric: Rubric) -> Mapping[str, Change]:
    """Ways to make a draft longer without saying more, by name."""
    explained = [f"{element.explanation} {element.question}" for element in rubric.elements.values()]
    return {
        "padded with generic sentences": _pad(lambda rng, _: rng.choice(padding(held=False))),
        "padded with held-back sentences": _pad(lambda rng, _: rng.choice(padding(held=True))),
        "padded with the rubric": _pad(lambda rng, _: rng.choice(explained)),
        "padded with its own paragraphs": _pad(lambda rng, text: rng.choice(text.split("\n"))),
        "padded with off-topic prose": _pad(lambda rng, _: rng.choice(held_texts(held=False))[1]),
    }


def _pad(more: Callable[[random.Random, str], str]) -> Change:
    """Something more as a line of its own or after a sentence of each section, ten times.

    Half of the drafts are cut down to a third of their sentences first, so that there is something to gain.
    """

    def change(full: Full, seed: int) -> Iterator[Sections]:
        rng = random.Random(seed)
        sections = dict(full.sections)
        if seed % 2:
            sections = {key: _first_third(text) for key, text in sections.items()}
        yield dict(sections)
        for _ in range(10):
            for section, text in sections.items():
                lines = text.split("\n")
                place = rng.randrange(len(lines))
                added = more(rng, text).strip()
                if lines[place].endswith(".") and rng.random() < 0.5:
                    lines[place] = f"{lines[place]} {added}"
                else:
                    lines.insert(place + 1, added)
                sections[section] = "\n".join(lines)
            yield dict(sections)

    return change


def _first_third(text: str) -> str:
    sentences = Document(text).sentences
    return text[: sentences[(len(sentences) - 1) // 3].end] if sentences else text
