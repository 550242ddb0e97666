"""Names of agencies, partners and places in a text held against the names that the facts bear.

Conservative: what is not clearly the name of somebody in particular is no mention. Words that everybody has (`Kepala
Desa`), national bodies and provinces are data.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from operator import itemgetter

from inovasi_ai.text import NameMention
from inovasi_ai.text.names import find_names

from .judgement import Judgement
from .name_lists import NameLists, name_lists

__all__ = ["Names"]

_PLACE_HEADS = frozenset(
    """kabupaten kota provinsi kecamatan desa kelurahan dusun kampung nagari gampong distrik pulau kepulauan pasar
    sungai gunung danau pantai pelabuhan terminal jalan jl""".split()  # noqa: SIM905
)
_OFFICES = frozenset("pemerintah bupati gubernur camat lurah kepala wakil sekretaris".split())  # noqa: SIM905
_AND = "dan"
_ALIKE = 0.72
"""From this likeness on a name without fact is taken for a slip of one with a fact."""
_MOST_SLIPS = 60
"""Names of one text for which a like one is searched; the rest are told without."""
_LONGEST = 8
_LOOKED_AT = 16


class Names:
    """The names and words of all facts, looked up by name."""

    def __init__(self, texts: Iterable[tuple[str, str]]) -> None:
        self._lists: NameLists = name_lists()
        self._facts: list[str] = []
        self._starts: list[int] = []
        pieces, at = [], 1
        self._raw: list[tuple[str, str]] = []
        seen: set[tuple[str, str]] = set()
        for fact, text in texts:
            if (fact, text) in seen:
                continue
            seen.add((fact, text))
            plain = self._lists.plain(text)
            if plain:
                self._raw.append((fact, text))
                self._facts.append(fact)
                self._starts.append(at)
                pieces.append(plain)
                at += len(plain) + 3
        self._corpus = " " + " \n ".join(pieces) + " \n"
        self._known: dict[str, Judgement | None] = {}
        self._own: list[tuple[str, str, str]] | None = None
        self._slips = 0

    def judge(self, mention: NameMention) -> Judgement | None:
        """The verdict on a name, None where it is nobody's in particular."""
        key = f"{mention.kind} {mention.text}"
        if key not in self._known:
            if len(self._known) >= 10_000:
                self._known.clear()
            self._known[key] = self._judged(mention)
        return self._known[key]

    def _judged(self, mention: NameMention) -> Judgement | None:
        plain = self._lists.plain(mention.text)
        words = plain.split()
        facts = self._bearing(plain)
        if facts and not all(word in self._lists.common for word in words):
            return Judgement("supported", facts)
        if mention.kind == "programme":
            return self._slip(plain, mention.text)
        if plain in self._lists.everywhere or all(word in self._lists.common for word in words):
            return None
        found = self._parts(words)
        if found is None:
            return self._slip(plain, mention.text) or Judgement("unsupported")
        return Judgement("supported", found) if found else None

    def _parts(self, words: Sequence[str]) -> tuple[str, ...] | None:
        """Facts that bear the parts of a name; empty where none needs a fact, None where one has none."""
        facts: list[str] = []
        segments = _segments(words)
        for segment in segments:
            borne = self._segment(segment, alone=len(segments) == 1)
            if borne == () and len(segments) > 1 and segment[0] in self._lists.bodies:
                borne = self._bearing(" ".join(segment)) or None
            if borne is None and _AND in segment:
                at = len(segment) - 1 - list(reversed(segment)).index(_AND)
                left, right = self._segment(segment[:at], alone=False), self._segment(segment[at + 1 :], alone=False)
                borne = None if left is None or right is None else (*left, *right)
            if borne is None:
                return None
            facts.extend(borne)
        return tuple(dict.fromkeys(facts))[:3]

    def _segment(self, words: Sequence[str], *, alone: bool) -> tuple[str, ...] | None:
        lists, plain = self._lists, " ".join(words)
        if not alone and plain in lists.everywhere:
            return self._bearing(plain) or None
        if all(word in lists.common for word in words):
            return ()
        if facts := self._bearing(plain):
            return facts
        if plain in lists.national or any(
            " ".join(words[:size]) in lists.national and all(word in lists.common for word in words[size:])
            for size in range(1, len(words))
        ):
            return ()
        head, rest = words[0], words[1:]
        if head == "wali" and rest[:1] == ["kota"]:
            rest = rest[1:]
        elif head not in _PLACE_HEADS and head not in _OFFICES:
            return None
        elif rest and (rest[0] in _PLACE_HEADS or rest[0] in _OFFICES):
            return self._segment(rest, alone=alone)
        name = " ".join(rest)
        if name in lists.regions and alone:
            return ()
        kind = "kota" if head == "wali" else lists.kinds.get(head, "")
        return self._bearing(name, kind) or None if name else ()

    def _bearing(self, plain: str, kind: str = "") -> tuple[str, ...]:
        """At most three facts whose words hold these words in a row, those that say little else first.

        Where the words before them say that a fact names a region of another kind than `kind`, it does not bear them.
        """
        found: list[tuple[int, str]] = []
        needle = f" {plain} "
        at = self._corpus.find(needle)
        kinds = self._lists.kinds
        for _ in range(_LOOKED_AT):
            if at == -1:
                break
            before = self._corpus[self._corpus.rfind(" ", 0, at) + 1 : at]
            if kind and kinds.get(before, kind) != kind:
                at = self._corpus.find(needle, at + len(needle) - 1)
                continue
            place = bisect_right(self._starts, at + 1) - 1
            found.append((self._corpus.find("\n", at) - self._starts[place], self._facts[place]))
            at = self._corpus.find(needle, at + len(needle) - 1)
        found.sort(key=itemgetter(0))
        return tuple(dict.fromkeys(fact for _, fact in found))[:3]

    def headed(self, head: str) -> Sequence[str]:
        """The facts of the different names that begin with a word: one for each `kecamatan`."""
        return [fact for plain, _, fact in self._own_names() if plain.startswith(f"{head} ")]

    def _slip(self, plain: str, text: str) -> Judgement | None:
        """Unsupported, with the name of the facts that it resembles; None when it resembles none."""
        self._slips += 1
        if self._slips > _MOST_SLIPS or len(plain) > 200:
            return None
        from difflib import SequenceMatcher

        matcher = SequenceMatcher(autojunk=False)
        matcher.set_seq2(plain)
        best: tuple[float, str, str] | None = None
        for name, shown, fact in self._own_names():
            matcher.set_seq1(name)
            if matcher.real_quick_ratio() < _ALIKE or matcher.quick_ratio() < _ALIKE:
                continue
            ratio = matcher.ratio()
            if ratio >= _ALIKE and (best is None or ratio > best[0]):
                best = ratio, shown, fact
        if best is None:
            return None
        return Judgement("unsupported", (best[2],), f"menyerupai “{best[1]}” dalam fakta")

    def _own_names(self) -> list[tuple[str, str, str]]:
        """Names of the facts: in plain words, as written, and the fact."""
        if self._own is None:
            own: dict[str, tuple[str, str]] = {}
            for fact, text in self._raw:
                shown = [mention.text for mention in find_names(text)]
                if text[:1].isupper() and len(text.split()) <= _LONGEST:
                    shown.append(text)
                for name in shown:
                    own.setdefault(self._lists.plain(name), (name, fact))
            self._own = [(plain, name, fact) for plain, (name, fact) in own.items()]
        return self._own


def _segments(words: Sequence[str]) -> list[Sequence[str]]:
    """`words` cut before each word for a place: `dinas kesehatan`, `kota bandar jaya`."""
    cuts = [0]
    for at in range(1, len(words) - 1):
        opens = words[at] in _PLACE_HEADS and words[at - 1] not in ("wali", _AND)
        if opens and words[at + 1] not in _PLACE_HEADS:
            cuts.append(at)
    return [words[first:last] for first, last in zip(cuts, [*cuts[1:], len(words)], strict=True)]
