"""Regions by name: once a text says `Kota Mandala`, a bare `Mandala` means the region too.

Which words announce a region is data: the reserved list `penanda_wilayah` in `cues.yaml`. What they name become hits of
a list that stands in no file, `nama_wilayah`; clauses ask for it like any other.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from inovasi_ai.text.cues import TokenRange
from inovasi_ai.text.document import Document

__all__ = ["REGION_MARKS", "REGION_NAMES", "regions_named"]

REGION_MARKS = "penanda_wilayah"
REGION_NAMES = "nama_wilayah"
_MOST = 6
"""Names looked for at most: a text is about few regions, and the work stays proportional to its length."""
_NAME = re.compile(r"[^\S\n]{1,2}([A-Z][a-z]{2,}+(?:[^\S\n][A-Z][a-z]{2,}+)?+)(?!\w)")


def regions_named(document: Document, marks: Iterable[TokenRange]) -> list[TokenRange]:
    """Where a region is named whose name follows one of `marks` somewhere: with its mark or without, in order."""
    text, starts = document.text, document.token_starts
    names: dict[str, None] = {}
    for _, last in marks:
        found = _NAME.match(text, document.token_ends[last])
        if found:
            names.setdefault(found[1])
            if len(names) == _MOST:
                break
    return [(bisect_left(starts, start), bisect_left(starts, end) - 1) for start, end in _spans(text, names)]


def _spans(text: str, names: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where the names stand as whole words, in order; of names that begin alike the longest."""
    found: list[tuple[int, int, int]] = []
    for name in names:
        start = text.find(name)
        while start != -1:
            end = start + len(name)
            if not (start and _goes_on(text[start - 1])) and not _goes_on(text[end : end + 1]):
                found.append((start, -end, end))
            start = text.find(name, start + 1)
    done = 0
    for start, _, end in sorted(found):
        if start >= done:
            yield start, end
            done = end


def _goes_on(letter: str) -> bool:
    return letter.isalnum() or letter == "_"
