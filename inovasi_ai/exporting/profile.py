"""The profile form of an innovation as rows of label and value, in the form's order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inovasi_ai.domain.facts import Fact

if TYPE_CHECKING:
    from inovasi_ai.domain.innovation import Innovation

__all__ = ["Row", "agency", "fact_index", "profile_rows"]

_NARRATIVE = frozenset({"rancang_bangun", "tujuan", "manfaat", "hasil"})


@dataclass(frozen=True, slots=True)
class Row:
    """One field of the form; `value` is empty when a mandatory field has not been filled in."""

    label: str
    value: str


def agency(innovation: Innovation | None) -> str:
    """The agency and the region, the region once only."""
    if innovation is None:
        return ""
    unit, region = innovation.perangkat_daerah or "", innovation.daerah or ""
    if region.casefold() in unit.casefold():
        return unit
    return f"{unit}, {region}" if unit else region


def fact_index(innovation: Innovation | None) -> Mapping[str, Fact]:
    """The facts by id; empty without an innovation."""
    return {fact.id: fact for fact in innovation.facts()} if innovation is not None else {}


def profile_rows(innovation: Innovation) -> tuple[Row, ...]:
    """Filled fields and unfilled mandatory ones; goals, benefits, results and design stand in the narrative."""
    from inovasi_ai.domain.form import profile_form

    values: dict[str, list[str]] = {}
    for fact in innovation.facts():
        values.setdefault(fact.group, []).append(fact.text)
    rows: list[Row] = []
    for field in profile_form().fields.values():
        found = values.get(field.id)
        if field.id not in _NARRATIVE and (found or field.mandatory == "ya"):
            rows.append(Row(field.label, "; ".join(found or ())))
    return tuple(rows)
