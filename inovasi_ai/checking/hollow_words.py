"""What single words are to the search for hollow sentences, each looked up once per rubric."""

from __future__ import annotations

from collections.abc import Iterable

from inovasi_ai.domain.hollow import Salad
from inovasi_ai.domain.rubric import Rubric
from inovasi_ai.text.words import normalize

__all__ = ["CODE", "CUE", "FIGURE", "LEADING", "NEUTRAL", "OTHER", "PLAIN", "Classes", "Signs", "asked_for"]

FIGURE, LEADING, NEUTRAL, CUE, PLAIN, OTHER, CODE = "d", "p", "n", "v", "w", "o", "x"
"""Classes of tokens: a figure, a word that only leads to one or follows it, a function word, a word of a cue, a word
that only lists of ordinary words hold, any other word, a name as programs write it."""
_FUNCTION_WORDS, _LISTS_OF_LISTS = "kata_tugas", "huruf_kecil"
_STEM = 4
"""A stem this short, `me*`, is the shape of a word and no word of a cue."""
_MEMO = 50_000


class Classes(dict[str, str]):
    """Token norm to its class, looked up once per word; bounded in size."""

    def __init__(self, rubric: Rubric, asked: Iterable[str], salad: Salad | None) -> None:
        super().__init__()
        self._words, self._stems = _words_of(rubric, asked)
        self._plain, self._plain_stems = _words_of(rubric, salad.plain if salad is not None else ())
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
        elif norm in self._plain or norm.startswith(self._plain_stems):
            found = PLAIN
        else:
            found = CODE if "_" in norm.strip("_") else OTHER
        if len(self) < _MEMO:
            self[norm] = found
        return found


def _words_of(rubric: Rubric, lists: Iterable[str]) -> tuple[frozenset[str], tuple[str, ...]]:
    """The words of lists, and what words with any ending begin with."""
    words = {word for name in lists for cue in rubric.cues.get(name, ()) for word in cue.split()}
    stems = {normalize(word[:-1]) for word in words if word.endswith("*")}
    exact = frozenset(normalize(word) for word in words if not word.endswith("*"))
    return exact, tuple(stem for stem in stems if len(stem) >= _STEM)


def asked_for(rubric: Rubric) -> set[str]:
    """Names of the lists whose cues a writer would pile up: no function or ordinary words, shapes or lists of lists."""
    salad = rubric.hollow.salad if rubric.hollow is not None else None
    plain = salad.plain if salad is not None else ()
    return set(rubric.cues) - rubric.shape_lists - {_FUNCTION_WORDS, _LISTS_OF_LISTS, *plain}


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
