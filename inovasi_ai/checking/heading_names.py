"""The headings of a rubric's elements, also where a text has them misspelt or with further words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from inovasi_ai.text.words import normalize

__all__ = ["Headings", "plain_heading"]

_NUMBERING = re.compile(r"^(?:[\W_]*(?:(?:[0-9]{1,2}|[ivx]{1,4}|[a-z])[.)]\s*)?)[\W_]*", re.IGNORECASE)
_SPACES = re.compile(r"\s+")
_ROMAN = re.compile(r"[\s*_]*(?:[IVX]{1,4}|[A-Z]|[0-9]{1,2})[.)]\s")
_SMALL = frozenset({"dan", "dari", "di", "pada", "untuk", "yang"})
"""Words that are not capitalised in a heading."""
_MOST_WORDS = 9
_MOST_FURTHER = 5
_ALIKE = 0.86
"""Least similarity of a misspelt heading of ten letters and more; a shorter one has one wrong letter at most."""
_MOST_KEPT = 4096


def plain_heading(heading: str) -> str:
    """A heading as it is compared: without numbering, marks and capitals."""
    return _SPACES.sub(" ", normalize(_NUMBERING.sub("", heading, count=1)).strip(" \t:.*_#-–—")).strip()


class Headings(dict[str, str]):
    """Normalised heading to element id."""

    __slots__ = ("_near", "openings")

    def __init__(self, headings: Mapping[str, Iterable[str]]) -> None:
        super().__init__({plain_heading(heading): element for element, names in headings.items() for heading in names})
        self.openings = frozenset(heading.partition(" ")[0] for heading in self)
        """First words of headings."""
        self._near: dict[str, str | None] = {}

    def near(self, line: str) -> str | None:
        """The heading that a line is meant to be although it is not written like it; None for any other line.

        `KEUNGULAN DAN KEBARUAN` is misspelt, `Dasar Hukum Inovasi Ini` goes on; running text does neither.
        """
        plain = plain_heading(line)
        if plain in self:
            return plain
        if len(self._near) >= _MOST_KEPT:
            self._near.clear()
        key = line.strip()
        if key not in self._near:
            self._near[key] = self.misspelt(line) or self._longer(line, plain)
        return self._near[key]

    def misspelt(self, line: str) -> str | None:
        """The heading that is written in `line` with a wrong letter or two; None also where it is well spelt."""
        plain = plain_heading(line)
        if plain in self or not 5 <= len(plain) <= 80 or plain.count(" ") >= _MOST_WORDS:
            return None
        nearly = [
            name for name in self if name[:1] == plain[:1] and abs(len(name) - len(plain)) <= 0.16 * len(name) + 1
        ]
        # Running text in lines of its own is far from any heading: no letter-by-letter comparison for it.
        nearly = [name for name in nearly if name.count(" ") == plain.count(" ") and len({*name} ^ {*plain}) <= 4]
        if not nearly:
            return None
        from rapidfuzz.distance import OSA  # a text whose headings are all well spelt seldom comes here

        best, found = 0.0, None
        for name in nearly:
            alike = OSA.normalized_similarity(plain, name)
            enough = alike >= _ALIKE if len(name) >= 10 else OSA.distance(plain, name) <= 1
            if enough and alike > best:
                best, found = alike, name
        return found

    def _longer(self, line: str, plain: str) -> str | None:
        """A heading that goes on: `Tahapan Penggunaan Inovasi`, of which the form has the first two words."""
        words = plain.split(" ")
        if not 2 <= len(words) <= _MOST_WORDS or any(character.isdigit() for character in plain):
            return None
        written = _SPACES.sub(" ", _NUMBERING.sub("", line, count=1)).strip(" \t:.*_#-–—").split(" ")
        if len(written) != len(words) or ":" in line.rstrip(" *_:\n"):
            return None
        marked = line.isupper() or line.lstrip().startswith("#") or _ROMAN.match(line) is not None
        titled = all(word[:1].isupper() or word in _SMALL for word in written)
        if not titled and not line.lstrip().startswith("#"):
            return None
        # A single word opens many a line: then the line must be marked as a heading.
        for length in range(len(words) - 1, 0 if marked else 1, -1):
            if len(words) - length > _MOST_FURTHER:
                break
            name = " ".join(words[:length])
            if name in self and written[-1] not in _SMALL:
                return name
        return None
