"""Round words for a count: `belasan desa`, `puluhan ribu warga`, `ratusan juta rupiah`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from decimal import Decimal

from inovasi_ai.lazy import lazy_pattern

from .numbers import SCALES

__all__ = ["find_vague", "vague_bounds"]

_SPANS = {"belasan": (11, 19), "puluhan": (20, 99), "ratusan": (100, 999)}
_WORDS = frozenset("belasan puluhan ratusan ribuan jutaan miliaran milyaran triliunan trilyunan".split())  # noqa: SIM905
_VAGUE = lazy_pattern(
    r"\b(?:(?P<few>belasan|puluhan|ratusan)(?:\s{1,3}(?P<scale>ribu|juta|mil[iy]ar|tril[iy]un))?"
    r"|(?P<many>ribu|juta|mil[iy]ar|tril[iy]un)an)\b(?=\s{1,3}[^\W\d_])",
    re.IGNORECASE,
)


def find_vague(text: str, vocabulary: Set[str] | None = None) -> Iterator[re.Match[str]]:
    """Places of round words before a word; `vague_bounds` reads them. `vocabulary`, where known, has all words."""
    if vocabulary is not None and _WORDS.isdisjoint(vocabulary):
        return iter(())
    return _VAGUE.finditer(text)


def vague_bounds(match: re.Match[str]) -> tuple[Decimal, Decimal]:
    """The least and the most that is meant: (20, 99) for `puluhan`, (1000, 9999) for `ribuan`."""
    if match["few"]:
        scale = SCALES[match["scale"].lower()] if match["scale"] else Decimal(1)
        low, high = _SPANS[match["few"].lower()]
        return low * scale, high * scale
    scale = SCALES[match["many"].lower()]
    return scale, scale * 10 - scale / 1000
