"""Texts that say nothing of an innovation and yet look as if they did: written ones from `attack_texts/`, made ones.

Each attack has a family, a name, whether it belongs to the half that was held back while the defence was written, and
its text. The texts know nothing of how the defence works; salads are made of whatever cues the rubric has.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from inovasi_ai import Innovation, check
from inovasi_ai.domain.report import Gap, Report
from inovasi_ai.domain.rubric import Rubric
from inovasi_ai.sources.template import facts_template

__all__ = ["Attack", "attacks", "held_texts", "padding", "placings"]

FOLDER = Path(__file__).resolve().parent / "attack_texts"
EXAMPLES = FOLDER.parent.parent / "examples"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_GLUE = ("yang", "dan", "untuk", "dengan", "pada", "di", "dari", "oleh", "serta", "adalah", "ini", "itu")
_TIMES = 50


@dataclass(frozen=True, slots=True)
class Attack:
    """A text, and what kind of attack it is."""

    family: str
    name: str
    text: str
    held: bool = False


def _read(name: str) -> object:
    return yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))


def _off_topic(name: str) -> list[tuple[str, str]]:
    entries = _read(name)
    assert isinstance(entries, list)
    return [(str(entry["name"]), str(entry["text"])) for entry in entries]


def _hollow() -> Mapping[str, object]:
    texts = _read("hollow.yaml")
    assert isinstance(texts, dict)
    return texts


def padding(*, held: bool) -> list[str]:
    """Sentences that are true of anything."""
    sentences = _hollow()["padding_held" if held else "padding"]
    assert isinstance(sentences, list)
    return [str(sentence) for sentence in sentences]


def held_texts(*, held: bool) -> list[tuple[str, str]]:
    """Off-topic prose of one half."""
    return _off_topic("off_topic_held.yaml" if held else "off_topic.yaml")


def _written() -> Iterator[Attack]:
    for held in (False, True):
        for name, text in held_texts(held=held):
            yield Attack("off-topic prose", name, text, held)
    texts = _hollow()
    for half in ("open", "held"):
        families = texts[half]
        assert isinstance(families, dict)
        for family, entries in families.items():
            for number, entry in enumerate(entries, start=1):
                yield Attack(family, f"{family} {number}", str(entry), half == "held")
    for language in ("english", "javanese", "malay"):
        entries = texts[language]
        assert isinstance(entries, list)
        for entry in entries:
            yield Attack("other language", language, str(entry), language == "malay")


def _gibberish(seeds: Sequence[int]) -> Iterator[Attack]:
    corpus = " ".join(text for _, text in _off_topic("off_topic.yaml")).split()
    for seed in seeds:
        rng = random.Random(seed)
        letters = ["".join(rng.choices(_LETTERS, k=rng.randint(2, 11))) for _ in range(250)]
        yield Attack("gibberish", f"letters {seed}", _in_sentences(letters, rng))
        yield Attack("gibberish", f"shuffled words {seed}", _in_sentences(rng.sample(corpus, 250), rng))


def _in_sentences(words: Sequence[str], rng: random.Random) -> str:
    sentences = []
    rest = list(words)
    while rest:
        size = rng.randint(6, 18)
        piece, rest = rest[:size], rest[size:]
        sentences.append(" ".join(piece).strip(".,;").capitalize() + ".")
    return " ".join(sentences)


def _salads(rubric: Rubric, seeds: Sequence[int]) -> Iterator[Attack]:
    lists = {name: [cue.replace("*", "") for cue in cues] for name, cues in rubric.cues.items()}
    every = [cue for cues in lists.values() for cue in cues]
    of_element = {
        element.id: [
            cue
            for name in sorted(
                {
                    cue
                    for part in element.parts
                    for clause in (*part.detect, *part.weak)
                    for cue in (*clause.cues, *clause.any_cue, *clause.early)
                }
            )
            for cue in lists.get(name, ())
        ]
        for element in rubric.elements.values()
    }
    sets: dict[str, list[str]] = {"all": every}
    sets.update({f"element {name}": cues for name, cues in of_element.items() if cues})
    sets.update({f"list {name}": cues for name, cues in lists.items()})
    for name, cues in sets.items():
        for seed in seeds:
            rng = random.Random(f"{name} {seed}")
            mixed = rng.sample(cues, min(len(cues), 150))
            for shape, make in _SHAPES.items():
                yield Attack("cue salad", f"{name}, {shape}, {seed}", make(mixed, rng), seed % 2 == 1)
    for seed in seeds:
        # A cue of each list of an element in one sentence: what a writer would do who knows the lists.
        for element in rubric.elements.values():
            rng = random.Random(f"{element.id} {seed}")
            names = sorted({cue for part in element.parts for clause in part.detect for cue in clause.cues})
            picked = [rng.choice(lists[name]) for name in names for _ in range(3) if lists.get(name)]
            if picked:
                rng.shuffle(picked)
                for shape, make in _SHAPES.items():
                    name = f"three of each {element.id}, {shape}, {seed}"
                    yield Attack("cue salad", name, make(picked, rng), seed % 2 == 1)


def _glued(cues: Sequence[str], rng: random.Random) -> str:
    words: list[str] = []
    for cue in cues:
        words += (cue, rng.choice(_GLUE))
    return _in_sentences(" ".join(words).split(), rng)


def _numbered(cues: Sequence[str], rng: random.Random) -> str:
    words: list[str] = []
    for cue in cues:
        words += (cue, rng.choice(("12 hari", "40 persen", "pada 2024", "Rp300.000", "7 orang")))
    return _in_sentences(" ".join(words).split(), rng)


_SHAPES: Mapping[str, Callable[[Sequence[str], random.Random], str]] = {
    "one sentence": lambda cues, rng: " ".join(cues).capitalize() + ".",
    "commas": lambda cues, rng: ", ".join(cues).capitalize() + ".",
    "a sentence each": lambda cues, rng: " ".join(f"{cue.capitalize()}." for cue in cues),
    "a line each": lambda cues, rng: "\n".join(f"{number}. {cue}" for number, cue in enumerate(cues, start=1)),
    "sentences": lambda cues, rng: _in_sentences(" ".join(cues).split(), rng),
    "glued": _glued,
    "with numbers": _numbered,
}


def _headings(rubric: Rubric) -> Iterator[Attack]:
    titles = [section.title for section in rubric.sections[:1]]
    titles += [element.title for element in rubric.elements.values()]
    every = titles + [heading for element in rubric.elements.values() for heading in element.headings]
    yield Attack("headings", "plain", "\n".join(titles))
    yield Attack("headings", "every heading", "\n\n".join(every), held=True)
    yield Attack("headings", "capitals", "\n".join(title.upper() for title in titles))
    yield Attack("headings", "numbered", "\n".join(f"{n}. {title}" for n, title in enumerate(titles, start=1)))
    yield Attack("headings", "lettered", "\n".join(f"{chr(96 + n)}. {t}" for n, t in enumerate(titles, start=1)))
    yield Attack("headings", "full stops", "\n".join(f"{title}." for title in titles))
    yield Attack("headings", "colons", "\n".join(f"{title}:" for title in titles))
    yield Attack("headings", "dots", "\n".join(f"{title}\n........................" for title in titles))
    yield Attack(
        "headings", "contents", "\n".join(f"{n}.1 {t} .......... {n + 3}" for n, t in enumerate(titles, start=1))
    )
    yield Attack("headings", "bold", "\n\n".join(f"**{title}**" for title in titles), held=True)
    yield Attack("headings", "one line", "; ".join(titles) + ".", held=True)


def _rubric_pasted(rubric: Rubric, innovation: Innovation) -> Iterator[Attack]:
    elements = list(rubric.elements.values())
    parts = [part for element in elements for part in element.parts]
    clauses = [clause for part in parts for clause in (*part.detect, *part.weak)]
    family = "rubric pasted"
    yield Attack(family, "questions", "\n".join(element.question for element in elements))
    yield Attack(family, "explanations", "\n".join(element.explanation for element in elements))
    yield Attack(family, "explanations, flowing", " ".join(element.explanation for element in elements))
    yield Attack(family, "asks", "\n".join(part.ask for part in parts))
    yield Attack(
        family, "asks without question marks", " ".join(part.ask.replace("?", ".") for part in parts), held=True
    )
    yield Attack(family, "part titles", ", ".join(part.title for part in parts) + ".")
    yield Attack(family, "part titles, a sentence each", " ".join(f"{part.title.capitalize()}." for part in parts))
    yield Attack(family, "clause names", "\n".join(f"- {clause.name}" for clause in clauses))
    yield Attack(
        family, "clause names, sentences", " ".join(f"{clause.name.capitalize()}." for clause in clauses), held=True
    )
    whole = "\n\n".join(
        f"{e.title}\n{e.explanation} {e.question}\n" + "\n".join(f"- {p.title}: {p.ask}" for p in e.parts)
        for e in elements
    )
    yield Attack(family, "elements under their titles", whole)
    for element in elements:
        yields = " ".join(f"{example.why.capitalize()}." for example in rubric.examples(element.id) if example.why)
        yield Attack(family, f"why of {element.id}", yields, held=len(element.id) % 2 == 1)
        rules = rubric.path(f"elements/{element.id}.yaml").read_text(encoding="utf-8").split("\n---\n")[0]
        yield Attack(family, f"rules of {element.id}", rules)
    yield Attack(family, "rubric.yaml", rubric.path("rubric.yaml").read_text(encoding="utf-8"))
    yield Attack(family, "indicators.yaml", rubric.path("indicators.yaml").read_text(encoding="utf-8"), held=True)
    yield Attack(family, "cues.yaml", rubric.path("cues.yaml").read_text(encoding="utf-8"))
    form = facts_template()
    yield Attack(family, "template", form)
    comments = [line.split("#", 1)[1].strip() for line in form.splitlines() if "#" in line]
    yield Attack(family, "template's comments", "\n".join(comments), held=True)
    for name, report in {"without facts": check("", None, rubric), "with facts": check("", innovation, rubric)}.items():
        yield Attack(family, f"gaps {name}", "\n".join(_said(report)))
        yield Attack(family, f"gaps {name}, flowing", " ".join(_said(report)), held=True)


def _said(report: Report) -> list[str]:
    lines = []
    for finding in report.findings:
        lines += [finding.message, finding.fix]
        if isinstance(finding, Gap):
            lines += [finding.title, finding.there, finding.question]
    return [line for line in lines if line]


def _repeated(rubric: Rubric) -> Iterator[Attack]:
    for number, sentence in enumerate((*padding(held=False), *padding(held=True))):
        held = number >= len(padding(held=False))
        yield Attack("a sentence 50 times", sentence, " ".join([sentence] * _TIMES), held)
    steps = ("Kemudian petugas mencatat data warga di kantor desa.", "Selanjutnya tim melakukan evaluasi kegiatan.")
    for step in steps:
        yield Attack("a sentence 50 times", step, " ".join([step] * _TIMES))
        yield Attack(
            "a sentence 50 times", f"lines: {step}", "\n".join(f"{n}. {step}" for n in range(1, _TIMES)), held=True
        )


def attacks(rubric: Rubric, innovation: Innovation, seeds: Sequence[int]) -> list[Attack]:
    """Every attack; made ones once per seed."""
    return [
        *_written(),
        *_gibberish(seeds),
        *_salads(rubric, seeds),
        *_headings(rubric),
        *_rubric_pasted(rubric, innovation),
        *_repeated(rubric),
    ]


def placings(text: str, rubric: Rubric, *, headed: bool = True) -> Iterator[tuple[str, str | dict[str, str]]]:
    """The ways to hand a text in: alone, as every section at once, and under the heading of each element."""
    yield "alone", text
    yield "every section", {section.id: text for section in rubric.sections}
    if headed:
        first = rubric.sections[0]
        for element_id in first.elements:
            yield f"under {element_id}", {first.id: f"{rubric.elements[element_id].title}\n{text}"}
