"""Where sentences end in Indonesian official prose."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from inovasi_ai.lazy import lazy_pattern

from .blocks import list_ordinals

__all__ = ["Sentence", "split_sentences"]


class Sentence(NamedTuple):
    """One sentence, list item or heading: `text[start:end]` without surrounding blanks. `index` counts from 0.

    A tuple, because a text has thousands.
    """

    start: int
    end: int
    index: int  # type: ignore[assignment]  # the place among its kind, not the method of tuples


# It begins with a set of characters, for which the engine searches much faster than for what may stand before them.
_END = re.compile(
    r"[\n.!?…](?:(?<=\n)\s*+|(?<!\n)(?<![.!?…].)[.!?…]*+([\"'”’)\]»*]*+)([^\S\n]++(?=\S)|(?<=[a-z]{3}\.)(?=[A-Z][A-Za-z])))"
)
_PLAIN = 6
"""So many small letters before a full stop are a word: abbreviations and ordinals are shorter."""
_ABBREVIATIONS = frozenset(
    """kab kec kel kep kemen no nmr nomer th thn tgl hlm hal jl jln gg dr drs dra drg ir hj prof rp st tn ny sdr sdri
    bpk yth tbk pt cv telp tlp fax min maks kav lt ds dsn dk prov pem ps jo bd ust kh ttd a.n s.d s/d d.a u.b u.p
    d.h an al a.l ka ybs vol ed cet sk s.pd no.pol kode""".split()  # noqa: SIM905
)
_OPEN_ENDED = frozenset("dll dsb dkk dst tsb".split())  # noqa: SIM905
_DOTTED = re.compile(r"(?:[A-Za-z]{1,3}\.)+[A-Za-z]{1,5}")
_TOKEN_BEFORE = re.compile(r"[^\s(\[\"'“‘]{1,24}\Z")
_LIST_HEAD = lazy_pattern(r"(?:[-*•·▪–—>#]|\(?[0-9]{1,3}[.)]|\(?[A-Za-z][.)])(?:\s|\Z)")
_MARKER = lazy_pattern(r"[\s>*•·▪#\-–]{0,12}\(?(?:[0-9]{1,3}|[A-Za-z]|[ivxIVX]{1,5})\Z")


def _ends(text: str, stop: int, after: int, line_start: int) -> bool:
    """Whether the full stop at `stop` ends a sentence; `after` is where the next text begins."""
    following = text[after]
    if following.islower() and following.isalpha():
        return False
    last = text[stop - _PLAIN : stop] if stop >= _PLAIN else ""
    if last.isalpha() and last.islower():
        return True
    found = _TOKEN_BEFORE.search(text, max(line_start, stop - 24), stop)
    if found is None:
        return True
    token = found[0]
    if stop - line_start <= 20 and _MARKER.fullmatch(text, line_start, stop):
        return False
    folded = token.casefold()
    if folded in _OPEN_ENDED:
        return following.isupper()
    if folded in _ABBREVIATIONS or (len(token) == 1 and token.isalpha()):
        return False
    return _DOTTED.fullmatch(token) is None


def _joins(text: str, line_start: int, line_end: int, following: int) -> bool:
    """Whether a line break only wraps a long line: the next line goes on in lower case."""
    return (
        line_end - line_start >= 60
        and text[following].islower()
        and text[line_end - 1] not in ".!?:;"
        and text.count("\n", line_end, following) == 1
        and _LIST_HEAD.match(text, following) is None
    )


def split_sentences(text: str, notes: Sequence[tuple[int, int]] = ()) -> tuple[Sentence, ...]:
    """The sentences of `text`, in order and without overlap; every character that is not blank lies in one.

    Lines are sentences of their own unless a long line goes on in lower case. `notes` are spans that are never cut.
    """
    size = len(text)
    begin = size - len(text.lstrip())
    finish = len(text.rstrip())
    spans: list[tuple[int, int]] = []
    ordinals: frozenset[int] | None = None
    note_starts = [start for start, _ in notes]
    line_start = begin
    for match in _END.finditer(text, begin, finish):
        start, after = match.span()
        if after >= finish:
            break
        if notes:
            index = bisect_right(note_starts, start) - 1
            if index >= 0 and start < notes[index][1]:
                continue
        mark = text[start]
        if mark == "\n":
            start = begin + len(text[begin:start].rstrip())
            if not _joins(text, line_start, start, after):
                spans.append((begin, start))
                begin = after
            line_start = after
            continue
        stop = match.end(1)
        if mark == "." and match[2]:
            if ordinals is None and text[start - 1].isdigit():  # most texts list nothing in running lines
                ordinals = frozenset(list_ordinals(text).values())
            if ordinals is not None and start + 1 in ordinals:
                continue
            if stop - start > 1:
                if text[after].islower():
                    continue
            elif not _ends(text, start, after, line_start):
                continue
        elif mark == "…" and text[after].islower():
            continue
        spans.append((begin, stop))
        begin = after
    if begin < finish:
        spans.append((begin, finish))
    if notes:
        spans = list(_notes_apart(text, spans, dict(notes)))
    return tuple([Sentence(start, end, index) for index, (start, end) in enumerate(spans)])


def _notes_apart(text: str, spans: list[tuple[int, int]], notes: dict[int, int]) -> Iterator[tuple[int, int]]:
    """`spans` with a note that opens a sentence made a sentence of its own."""
    for start, end in spans:
        while start in notes and notes[start] < end:
            yield start, notes[start]
            start = end - len(text[notes[start] : end].lstrip())
        yield start, end
