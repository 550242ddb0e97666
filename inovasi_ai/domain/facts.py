"""`Fact`: one atomic statement about an innovation, with a stable id, a label, a typed value and its place."""

from __future__ import annotations

from dataclasses import dataclass

from inovasi_ai.text.values import PartialDate, Quantity, Regulation

__all__ = ["Fact", "FactValue", "Location"]

FactValue = str | bool | Quantity | PartialDate | Regulation


@dataclass(frozen=True, slots=True)
class Location:
    """Where a fact stands in the file it was read from."""

    file: str
    line: int
    """1-based."""
    column: int
    """1-based, in characters."""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Fact:
    """One atomic statement. Sentences cite it by `id`; prompts show it as `[id] label: text`."""

    id: str
    """Stable dotted id such as `hasil.0.sesudah`; an item's main statement bears the item's id (`isu.nasional.0`)."""
    label: str
    """What the value is, in Indonesian: `kepemilikan akta kelahiran, sesudah`."""
    value: FactValue
    text: str
    """The value written out in Indonesian: `94,1 persen`."""
    group: str
    """The group the rubric names: `hasil`, `masalah.makro`, `dasar_hukum`; for profile fields the field itself."""
    item: str
    """Id of the item the fact belongs to: `hasil.0`. Facts of one item may be compared and subtracted."""
    period: str | None = None
    source: str | None = None
    location: Location | None = None

    def __str__(self) -> str:
        details = ", ".join(part for part in (self.period, self.source) if part)
        return f"[{self.id}] {self.label}: {self.text}" + (f" ({details})" if details else "")
