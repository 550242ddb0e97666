"""The composer: a narrative from the facts alone, without a model. Deterministic; every sentence cites its facts."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pydantic import BaseModel

from inovasi_ai.checking.gaps import part_facts
from inovasi_ai.domain.draft import Draft, DraftSection, Note, Paragraph, Provenance
from inovasi_ai.domain.facts import Fact
from inovasi_ai.domain.innovation import Innovation
from inovasi_ai.domain.items import IsuStrategis, Item, Pembanding, Permasalahan
from inovasi_ai.domain.rubric import Element, Rubric
from inovasi_ai.drafting.cited import Cited, ItemView
from inovasi_ai.drafting.templates import render, template_version
from inovasi_ai.version import __version__

__all__ = ["compose"]


def compose(innovation: Innovation, rubric: Rubric, *, prompts: str | None = None) -> Draft:
    """Write every section of the rubric from the facts; what has no fact stands as a marked note.

    `prompts` is a folder that overrides shipped templates. Raises `TemplateError` for a template that is wrong.
    """
    variables = _variables(innovation)
    facts = innovation.facts()
    sections = []
    for section in rubric.sections:
        paragraphs: list[Paragraph] = []
        for element_id in section.elements:
            element = rubric.elements[element_id]
            written = render(
                f"{rubric.family}/composer/{element_id}.j2", variables, name=innovation.nama_inovasi, folder=prompts
            )
            paragraphs.extend(Paragraph(element=element_id, items=sentences) for sentences in written)
            notes = _notes(element, facts)
            if notes:
                paragraphs.append(Paragraph(element=element_id, items=notes))
        headings = {element_id: rubric.elements[element_id].title for element_id in section.elements}
        sections.append(
            DraftSection(
                id=section.id,
                title=section.title,
                headings=headings if len(headings) > 1 else {},
                paragraphs=tuple(paragraphs),
            )
        )
    return Draft(
        title=innovation.nama_inovasi,
        innovation=innovation.kode,
        sections=tuple(sections),
        provenance=Provenance(
            rubric=rubric.id,
            rubric_revision=rubric.revision,
            rubric_hash=rubric.content_hash,
            facts_hash=innovation.facts_hash(),
            generator="composer",
            prompt_version=template_version(rubric.family, prompts),
            package_version=__version__,
        ),
    )


def _notes(element: Element, facts: tuple[Fact, ...]) -> tuple[Note, ...]:
    """A note for every required part that no fact feeds."""
    ids = {fact.id for fact in facts}
    return tuple(
        Note(ask=part.ask, facts=part.facts)
        for part in element.parts
        if part.required and (part.when is None or part.when in ids) and not part_facts(part, facts)
    )


def _variables(innovation: Innovation) -> dict[str, object]:
    """What templates may name: every field of the model; groups as lists of items, single fields as text or None."""
    facts = MappingProxyType({fact.id: fact for fact in innovation.facts()})
    variables: dict[str, object] = {}
    for name in type(innovation).model_fields:
        value = getattr(innovation, name)
        if isinstance(value, Permasalahan | IsuStrategis):
            variables[name] = {
                field.alias or part: _views(f"{name}.{field.alias or part}", getattr(value, part), facts)
                for part, field in type(value).model_fields.items()
            }
        elif isinstance(value, tuple):
            variables[name] = _views(name, value, facts)
        elif isinstance(value, Mapping):
            continue  # indicators feed scores, not prose
        else:
            fact = facts.get(name)
            variables[name] = None if fact is None else Cited(fact.text, (fact.id,), fact.value)
    return variables


def _views(group: str, items: tuple[object, ...], facts: Mapping[str, Fact]) -> list[ItemView | Cited]:
    views: list[ItemView | Cited] = []
    for index, item in enumerate(items):
        if isinstance(item, Item):
            views.append(
                ItemView(
                    f"{group}.{item.id or index}", facts, type(item).model_fields, item.primary, _nested(type(item))
                )
            )
        else:
            fact = facts[f"{group}.{index}"]
            views.append(Cited(fact.text, (fact.id,), fact.value))
    return views


def _nested(model: type[BaseModel]) -> dict[str, list[str]]:
    """Leaves that hold leaves: the comparison of a measured problem; elsewhere `pembanding` is mere text."""
    if not {"nilai", "pembanding"} <= model.model_fields.keys():
        return {}
    return {"pembanding": list(Pembanding.model_fields)}
