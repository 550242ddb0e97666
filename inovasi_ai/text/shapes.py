"""Words by their shape: `me*` begins so, `pe*an` begins and ends so, a word without a star is itself.

Indonesian builds its verbs and the nouns of doing from a few affixes, so that a handful of shapes covers words that no
list could hold. What only looks so (`media`, `perempuan`) is named apart.
"""

from __future__ import annotations

from collections.abc import Iterable

from .words import normalize

__all__ = ["Shapes"]

_KEPT = 20_000


class Shapes:
    """A set of words given by shapes; `norm in shapes` asks for one word in the form a `Document`'s tokens have.

    >>> "menerbitkan" in Shapes(["me*kan", "uji"])
    True
    >>> "media" in Shapes(["me*"], but=["media"])
    False
    """

    __slots__ = ("_but", "_ends", "_exact", "_seen")

    def __init__(self, shapes: Iterable[str], but: Iterable[str] = ()) -> None:
        plain = [normalize(shape) for shape in shapes]
        self._exact = frozenset(shape for shape in plain if "*" not in shape)
        self._ends = tuple((head, tail) for head, star, tail in (shape.partition("*") for shape in plain) if star)
        self._but = frozenset(map(normalize, but))
        self._seen: dict[str, bool] = {}

    def __contains__(self, norm: str) -> bool:
        known = self._seen.get(norm)
        if known is None:
            known = norm not in self._but and (norm in self._exact or self._shaped(norm))
            if len(self._seen) < _KEPT:  # texts repeat their words, but no text may grow this for ever
                self._seen[norm] = known
        return known

    def _shaped(self, norm: str) -> bool:
        return any(
            len(norm) > len(head) + len(tail) + 1 and norm.startswith(head) and norm.endswith(tail)
            for head, tail in self._ends
        )
