"""Finding what is weak in a rubric before a text does: no examples, cues in each other's way, parts nothing reaches.

Each problem names file and line. `severity` is `error` where the rubric cannot do what it says, `warning` where it is
only weak.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from inovasi_ai.checking.elements import LOWER_LISTS
from inovasi_ai.checking.fact_paths import leads_somewhere
from inovasi_ai.checking.regions import REGION_MARKS, REGION_NAMES
from inovasi_ai.checking.rubric_places import YamlPlaces
from inovasi_ai.domain.rubric import Clause, Element, Part, Rubric
from inovasi_ai.errors import Problem
from inovasi_ai.text.cues import EXCEPTIONS, CueMatcher
from inovasi_ai.text.document import Document

__all__ = ["clause_problems", "lint_rubric", "source_problems"]

FUNCTION_WORDS = "kata_tugas"
"""The list of words that are left out when sentences are held against facts."""
_RUBRIC, _CUES = "rubric.yaml", "cues.yaml"


def lint_rubric(rubric: Rubric) -> tuple[Problem, ...]:
    """Everything weak in a loaded rubric, by file. Raises `RubricError` when an element's examples cannot be read."""
    problems: list[Problem] = []
    problems.extend(_sections(rubric))
    for element in rubric.elements.values():
        places = YamlPlaces(rubric, f"elements/{element.id}.yaml")
        problems.extend(_examples(rubric, element, places))
        problems.extend(_facts_and_sources(rubric, element, places))
        for index, part in enumerate(element.parts):
            problems.extend(_part(rubric, part, index, places))
    problems.extend(_cue_lists(rubric))
    return tuple(problems)


def _sections(rubric: Rubric) -> Iterator[Problem]:
    places = YamlPlaces(rubric, _RUBRIC)
    seen: dict[str, str] = {}
    for index, section in enumerate(rubric.sections):
        yield from source_problems(rubric, section.sources, places, "sections", index, "sources")
        for position, element_id in enumerate(section.elements):
            at = places.line("sections", index, "elements", position)
            field = f"sections.{section.id}.elements"
            if element_id not in rubric.elements:
                yield Problem("bagian menyebut unsur yang tidak ada", places.file, at, field=field, found=element_id)
            elif element_id in seen:
                message = f"unsur ini sudah menjadi bagian `{seen[element_id]}`"
                yield Problem(message, places.file, at, field=field, found=element_id)
            seen.setdefault(element_id, section.id)
    indicators = {f"indikator {indicator.number}" for indicator in rubric.indicators}
    known = indicators | set(rubric.elements) | {section.id for section in rubric.sections}
    for index, criterion in enumerate(rubric.criteria):
        yield from source_problems(rubric, criterion.sources, places, "criteria", index, "sources")
        for target in criterion.evidence_in:
            if target not in known and not leads_somewhere(target):
                line = places.line("criteria", index, "evidence_in")
                message = "kriteria menunjuk bukti pada tempat yang tidak ada"
                yield Problem(message, places.file, line, field=f"criteria.{criterion.id}", found=target)
    for index, condition in enumerate(rubric.conditions):
        yield from source_problems(rubric, condition.sources, places, "conditions", index, "sources")
    if rubric.age_window is not None:
        yield from source_problems(rubric, rubric.age_window.sources, places, "age_window", "sources")


def source_problems(rubric: Rubric, keys: Iterable[str], places: YamlPlaces, *path: str | int) -> Iterator[Problem]:
    """Sources that the rubric does not list."""
    for key in keys:
        if key not in rubric.sources:
            message = "sumber ini tidak ada dalam daftar `sources` pada rubric.yaml"
            yield Problem(message, places.file, places.line(*path), field="sources", found=key)


def _examples(rubric: Rubric, element: Element, places: YamlPlaces) -> Iterator[Problem]:
    examples = rubric.examples(element.id)
    if not examples:
        yield Problem("unsur ini belum memiliki contoh", places.file, places.line("id"), severity="warning")
        return
    kinds = {example.kind for example in examples}
    for kind, name in (("passing", "contoh yang lolos"), ("near_miss", "contoh yang nyaris lolos")):
        if kind not in kinds:
            message = f"unsur ini belum memiliki {name}"
            yield Problem(message, places.file, places.line(document=1), expected=f"kind: {kind}", severity="warning")
    parts = {part.id for part in element.parts}
    for index, example in enumerate(examples):
        line = places.line(index, "parts", document=1)
        for part in sorted(set(example.parts) - parts):
            expected = ", ".join(sorted(parts))
            yield Problem("contoh menyebut bagian yang tidak ada", places.file, line, found=part, expected=expected)


def _facts_and_sources(rubric: Rubric, element: Element, places: YamlPlaces) -> Iterator[Problem]:
    yield from source_problems(rubric, element.sources, places, "sources")
    nowhere = "pola ini tidak menuju fakta apa pun"
    for pattern in element.facts:
        if not leads_somewhere(pattern):
            yield Problem(nowhere, places.file, places.line("facts"), field="facts", found=pattern)
    for index, part in enumerate(element.parts):
        for pattern in part.facts:
            if not leads_somewhere(pattern):
                line = places.line("parts", index, "facts")
                yield Problem(nowhere, places.file, line, field=f"parts.{part.id}.facts", found=pattern)
        if part.when is not None and not leads_somewhere(part.when):
            line = places.line("parts", index, "when")
            yield Problem(nowhere, places.file, line, field=f"parts.{part.id}.when", found=part.when)


def _part(rubric: Rubric, part: Part, index: int, places: YamlPlaces) -> Iterator[Problem]:
    if not part.detect:
        severity = "warning" if part.weak else "error"
        message = "bagian ini tidak pernah dapat dinyatakan ada: `detect` kosong"
        yield Problem(message, places.file, places.line("parts", index), field=f"parts.{part.id}", severity=severity)
    earlier: list[Clause] = []
    for kind, clauses in (("detect", part.detect), ("weak", part.weak)):
        for position, clause in enumerate(clauses):
            line = places.line("parts", index, kind, position)
            field = f"parts.{part.id}.{kind}"
            yield from clause_problems(rubric, clause, places.file, line, field)
            wider = next((other for other in earlier if _subsumes(other, clause)), None)
            if wider is not None:
                message = f"“{clause.name}” tidak pernah menentukan: “{wider.name}” sudah mencakupnya"
                yield Problem(message, places.file, line, field=field, severity="warning")
            earlier.append(clause)


def clause_problems(rubric: Rubric, clause: Clause, file: str, line: int | None, field: str) -> Iterator[Problem]:
    """Cue lists a clause names in vain, and what keeps it from ever holding."""
    for name in dict.fromkeys(_lists_of(clause)):
        if name not in rubric.cues and not (name == REGION_NAMES and REGION_MARKS in rubric.cues):
            yield Problem("daftar isyarat ini tidak ada", file, line, field=field, found=name)
    for name in clause.not_under:
        if name not in rubric.elements:
            yield Problem("unsur ini tidak ada", file, line, field=f"{field}.not_under", found=name)
    for message, severity in _contradictions(clause, rubric):
        yield Problem(f"“{clause.name}”: {message}", file, line, field=field, severity=severity)


def _lists_of(clause: Clause) -> Iterator[str]:
    yield from (*clause.cues, *clause.any_cue, *clause.early, *clause.without)
    if clause.steps is not None:
        yield clause.steps.cues
        if clause.steps.deeds is not None:
            yield from clause.steps.deeds.lists
    if clause.quantities is not None and clause.quantities.after:
        yield clause.quantities.after


def _contradictions(clause: Clause, rubric: Rubric) -> Iterator[tuple[str, str]]:
    """What keeps a clause from ever holding (`error`), or lets one word stand for two things (`warning`)."""
    void = CueMatcher({name: rubric.cues.get(name, ()) for name in clause.without})
    for wanted in (*((name,) for name in clause.cues), clause.any_cue, clause.early):
        cues = [cue for name in wanted for cue in rubric.cues.get(name, ())]
        dead = [cue for cue in cues if void.find(Document(cue.replace("*", "")))]
        if dead and len(dead) == len(cues):
            yield f"setiap isyarat {_listing(wanted)} dibatalkan oleh {_listing(clause.without)}", "error"
        elif dead:
            yield f"isyarat ini selalu dibatalkan oleh {_listing(clause.without)}: {_listing(dead[:5])}", "warning"
    for position, name in enumerate(clause.cues):
        for other in clause.cues[position + 1 :]:
            both = sorted(set(rubric.cues.get(name, ())) & set(rubric.cues.get(other, ())))
            if both:
                yield f"satu kata memenuhi `{name}` dan `{other}` sekaligus: {_listing(both[:5])}", "warning"


def _listing(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _subsumes(wide: Clause, narrow: Clause) -> bool:
    """Whether `wide` holds wherever `narrow` does: it asks for no more, in no narrower a space, and voids no more."""
    any_of = (
        not wide.any_cue
        or bool(set(wide.any_cue) & set(narrow.cues))
        or (bool(narrow.any_cue) and set(narrow.any_cue) <= set(wide.any_cue))
    )
    early = not wide.early or (bool(narrow.early) and set(narrow.early) <= set(wide.early))
    return (
        set(wide.cues) <= set(narrow.cues)
        and any_of
        and early
        and set(wide.without) <= set(narrow.without)
        and wide.citation in (None, narrow.citation)
        and wide.quantities in (None, narrow.quantities)
        and int(narrow.period) >= int(wide.period)
        and wide.steps in (None, narrow.steps)
        and (narrow.fact or not wide.fact)
        and wide.hits <= narrow.hits
        and (narrow.under_heading or not wide.under_heading)
        and set(wide.not_under) <= set(narrow.not_under)
        and (wide.within >= narrow.within or _conditions(wide) < 2)
        and wide.min_words <= narrow.min_words
    )


def _conditions(clause: Clause) -> int:
    """How many things a clause asks for."""
    asked = (clause.any_cue, clause.early, clause.citation, clause.quantities, clause.period, clause.steps, clause.fact)
    return len(clause.cues) + sum(map(bool, asked))


def _cue_lists(rubric: Rubric) -> Iterator[Problem]:
    places = YamlPlaces(rubric, _CUES)
    parts = [part for element in rubric.elements.values() for part in element.parts]
    clauses = [clause for part in parts for clause in (*part.detect, *part.weak)]
    clauses += [clause for rule in rubric.flag_rules.values() for clause in rule.detect]
    used = {name for clause in clauses for name in _lists_of(clause)} | {FUNCTION_WORDS, LOWER_LISTS, REGION_MARKS}
    used |= {EXCEPTIONS + name for name in used}
    for name in rubric.cues.get(LOWER_LISTS, ()):
        if name not in rubric.cues:
            line = places.line(LOWER_LISTS)
            yield Problem("daftar isyarat ini tidak ada", places.file, line, field=LOWER_LISTS, found=name)
    shapes = rubric.shape_lists
    for name, cues in rubric.cues.items():
        if name not in used:
            message = "daftar isyarat ini tidak dipakai unsur mana pun"
            yield Problem(message, places.file, places.line(name), field=name, severity="warning")
        for position, message in _doubled(cues) if name in shapes else _overlaps(cues):
            line = places.line(name, position)
            yield Problem(message, places.file, line, field=name, found=cues[position], severity="warning")


def _doubled(shapes: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    for position, shape in enumerate(shapes):
        if shape in shapes[:position]:
            yield position, "isyarat ini tertulis dua kali dalam daftar yang sama"


def _overlaps(cues: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Place of a cue in its list, and which other cue of the list leaves it nothing to find."""
    seen: set[str] = set()
    wild: Mapping[str, CueMatcher] = {cue: CueMatcher({cue: (cue,)}) for cue in cues if "*" in cue}
    for position, cue in enumerate(cues):
        plain = " ".join(cue.lower().split())
        if plain in seen:
            yield position, "isyarat ini tertulis dua kali dalam daftar yang sama"
            continue
        seen.add(plain)
        document = Document(cue.replace("*", ""))
        whole = len(document.text)
        for other, matcher in wild.items():
            if other == cue:
                continue
            if any(hit.start == 0 and hit.end == whole for hit in matcher.find(document)):
                yield position, f"isyarat ini sudah tercakup oleh `{other}`"
                break
