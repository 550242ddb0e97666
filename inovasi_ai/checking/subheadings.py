"""A section whose own heading is missing, known by the headings of its elements."""

from __future__ import annotations

import re
from collections.abc import Container

from inovasi_ai.checking.ready import ready_rubric
from inovasi_ai.domain.rubric import Rubric

__all__ = ["section_of_elements"]

_LONGEST = 90
_FEWEST = 2
"""One element's heading alone may be anything's."""
_BULLET = re.compile(r"\s*[-*•·▪–]\s")
_STOPS = (".", ";", ",", "?", "!")


def section_of_elements(text: str, rubric: Rubric, told: Container[str | None]) -> tuple[str, int] | None:
    """The section that `text` holds without naming it, and the offset of the first heading of its elements.

    Sections in `told` have a heading elsewhere. Only sections of several elements are meant.
    """
    sections = [section for section in rubric.sections if len(section.elements) > 1 and section.id not in told]
    if not sections:
        return None
    headings = ready_rubric(rubric).headings
    met: dict[str, int] = {}
    offset = 0
    for line in text.splitlines(keepends=True):
        shown = line.strip()
        if shown and not _BULLET.match(line):
            head = (
                shown if len(shown) <= _LONGEST and not shown.endswith(_STOPS) else shown[:_LONGEST].partition(":")[0]
            )
            whole = head is shown
            name = headings.near(head) if whole or (len(head) < min(len(shown), _LONGEST)) else None
            if name is not None:
                met.setdefault(headings[name], offset)
        offset += len(line)
    for section in sections:
        places = [met[element] for element in section.elements if element in met]
        if len(places) >= _FEWEST:
            return section.id, min(places)
    return None
