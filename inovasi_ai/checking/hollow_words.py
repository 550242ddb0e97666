"""What single words are to the search for hollow sentences, each looked up once per rubric."""

from __future__ import annotations

from collections.abc import Iterable

from inovasi_ai.domain.hollow import Salad
from inovasi_ai.domain.rubric import Rubric
from inovasi_ai.text.words import normalize

__all__ = ["CODE", "CUE", "FIGURE", "LEADING", "NEUTRAL", "OTHER", "Classes", "Signs", "asked_for"]

FIGURE, LEADING, NEUTRAL, CUE, OTHER, CODE = "d", "p", "n", "v", "o", "x"
"""Classes of tokens: a figure, a word that only leads to one or follows it, a function word, a word of a cue, any other
word, a name as programs write it."""
_FUNCTION_WORDS, _LISTS_OF_LISTS = "kata_tugas", "huruf_kecil"
_STEM = 4
"""A stem this short, `me*`, is the shape of a word and no word of a cue."""
_MEMO = 50_000


class Classes(dict[str, str]):
    """Token norm to its class, looked up once per word; bounded in size."""

    def __init__(self, rubric: Rubric, asked: Iterable[str], salad: Salad | None) -> None:
        super().__init__()
        words: set[str] = set()
        stems: set[str] = set()
        for name in asked:
            for cue in rubric.cues.get(name, ()):
                for word in cue.split():
                    if word.endswith("*"):
                        stems.add(normalize(word[:-1]))
                    else:
                        words.add(normalize(word))
        self._words = frozenset(words)
        self._stems = tuple(stem for stem in stems if len(stem) >= _STEM)
        self.update(dict.fromkeys(rubric.cues.get(_FUNCTION_WORDS, ()), NEUTRAL))
        if salad is not None:
            self.update(dict.fromkeys((*salad.neutral, *salad.bare.leading), LEADING))
            self.update(dict.fromkeys(salad.bare.words, NEUTRAL))

    def __missing__(self, norm: str) -> str:
        if norm[0].isdigit() or (norm[-1].isdigit() and norm.startswith("rp")):
            found = FIGURE
        elif len(norm) == 1:
            found = LEADING
        elif norm in self._words or norm.startswith(self._stems):
            found = CUE
        else:
            found = CODE if "_" in norm.strip("_") else OTHER
        if len(self) < _MEMO:
            self[norm] = found
        return found


def asked_for(rubric: Rubric) -> set[str]:
    """Names of the lists whose cues a writer would pile up: all but function words, shapes and lists of lists."""
    return set(rubric.cues) - rubric.shape_lists - {_FUNCTION_WORDS, _LISTS_OF_LISTS}


class Signs(dict[str, int]):
    """How much a word shows that a text speaks of public service; looked up once per word, bounded in size."""

    def __init__(self, words: Iterable[str], faint: Iterable[str]) -> None:
        super().__init__()
        listed = [normalize(word) for word in words]
        self.update((normalize(word), 1) for word in faint)
        self.update((word, 2) for word in listed if not word.endswith("*"))
        self._stems = tuple(word[:-1] for word in listed if word.endswith("*"))

    def __missing__(self, norm: str) -> int:
        found = 2 if self._stems and norm.startswith(self._stems) else 0
        if len(self) < _MEMO:
            self[norm] = found
        return found
