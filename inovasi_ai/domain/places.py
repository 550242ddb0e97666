"""Warnings about facts that know where their fact stands."""

from __future__ import annotations

from inovasi_ai.domain.facts import Location
from inovasi_ai.domain.innovation import Innovation
from inovasi_ai.errors import Problem

__all__ = ["FactPlaces"]


class FactPlaces:
    """Builds problems of severity `warning` about the facts of one innovation; file and line are given when known."""

    def __init__(self, innovation: Innovation) -> None:
        self._by_id: dict[str, Location | None] = {fact.id: fact.location for fact in innovation.facts()}

    def warn(self, field: str, message: str, *, found: str, expected: str, suggestion: str | None = None) -> Problem:
        """A warning about the fact whose id is `field`."""
        place = self._by_id.get(field)
        if place is None:
            return Problem(message, None, None, None, field, found, expected, suggestion, "warning")
        return Problem(message, place.file, place.line, place.column, field, found, expected, suggestion, "warning")
