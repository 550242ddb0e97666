"""Whether a stated figure is told of what it was stated for: the party, the thing, the state before or after.

Conservative: a figure has a wrong role only where the words around it belong to another fact of the same unit, and none
to its own. Words around are those of its clause; what stands beside other figures is not asked.
"""

from __future__ import annotations

from collections.abc import Sequence

from inovasi_ai.lazy import lazy_pattern
from inovasi_ai.text import Quantity, format_quantity

from .fact_index import Amount, FactIndex
from .stems import content_stems

__all__ = [
    "State",
    "clause_of",
    "may_be_other",
    "other_party",
    "other_state",
    "state_told",
    "untimely",
    "wrong_party_words",
    "wrong_state_words",
]

# It begins with a set of characters, for which the engine searches much faster than for the words.
_STOPS = lazy_pattern(
    r"[;\n.SANTPDsantpdſ](?:(?<=[;\n])|(?<=\.)\s|(?<!\w.)(?i:(?<=s)(?:edangkan|ementara(?:\s+itu)?|erta)|(?<=a)dapun"
    r"|(?<=n)amun|(?<=t)etapi|(?<=p)adahal|(?<=d)i(?:susul|tambah))\b)"
)
_REACH = 160
"""Characters on either side that can belong to one clause."""
_COVERED = 0.6
"""Share of the words of another fact that the clause must have, to speak of that fact instead."""
_INNOVATION = r"(?:ada(?:nya)?|inovasi|penerapan|diterapkan|program|aplikasi)"
_EARLY = rf"(?<=s)e(?:mula|belum(?:nya|\s+{_INNOVATION}))|(?<=d)(?:ahulu|ulu(?:nya)?)|(?<=a)walnya|(?<=m)ula-mula"
_LATE = (
    rf"(?<=k)ini|(?<=s)(?:ekarang|aat\s+ini|e(?:telah|sudah)(?:nya|\s+{_INNOVATION}))|(?<=d)ewasa\s+ini|(?<=t)inggal"
)
_STATE = lazy_pattern(rf"[SDAMKTsdamkt\u017f\u212a](?<!\w.)(?i:(?:(?P<early>{_EARLY})|(?P<late>{_LATE}))\b)")

State = int
"""-1 before, 1 after, 0 untold."""


def clause_of(text: str, start: int, end: int, floor: int, ceiling: int) -> tuple[int, int]:
    """The clause of a figure at `start:end`; `floor` and `ceiling` are the ends of its neighbours or its sentence."""
    first, last = max(floor, start - _REACH), min(ceiling, end + _REACH)
    for stop in _STOPS.finditer(text, first, start):
        first = stop.end()
    stop_after = _STOPS.search(text, end, last)
    return first, stop_after.start() if stop_after is not None else last


def state_told(text: str, first: int, start: int, end: int, last: int) -> State:
    """Whether the clause says that its figure is one of before or of after: the word nearest before it, or after it."""
    told = 0
    for match in _STATE.finditer(text, first, start):
        told = -1 if match["early"] else 1
    if not told and (match_after := _STATE.search(text, end, min(last, end + 40))) is not None:
        comma = text.find(",", end, match_after.start())
        told = 0 if comma != -1 else -1 if match_after["early"] else 1
    return told


def may_be_other(written: Quantity, stated: Sequence[Amount], words: frozenset[str], index: FactIndex) -> bool:
    """Whether words as wide as a sentence leave room for another party or state; cheap, to ask before the clause."""
    if any(_could_be(rival, written, stated, words) for rival in index.alike(written.unit)):
        return True
    return all(index.state(amount) and index.siblings(amount) for amount in stated)


def _could_be(rival: Amount, written: Quantity, stated: Sequence[Amount], words: frozenset[str]) -> bool:
    """Whether `rival` is another figure of another thing, of which the words have most."""
    if rival.topic.isdisjoint(words):
        return False
    shared = len(rival.topic & words)
    if shared < _COVERED * len(rival.topic) - 1 or rival.quantity.low == written.low:
        return False
    return not any(rival.item == amount.item or rival.topic == amount.topic for amount in stated)


def other_party(written: Quantity, stated: Sequence[Amount], clause: frozenset[str], index: FactIndex) -> Amount | None:
    """The fact of the same unit that a clause speaks of instead of those that state its figure, or None."""
    own = content_stems(f"{written.unit} {stated[0].quantity.unit}")
    words = clause - own
    if not words:
        return None
    best: tuple[int, Amount] | None = None
    for rival in index.alike(written.unit):
        if not _could_be(rival, written, stated, clause):
            continue
        theirs = rival.topic - own
        shared = theirs & words
        if not shared or len(shared) < _COVERED * len(theirs):
            continue
        # Each of the facts with this figure lacks a word of the clause that the other has, and adds none itself.
        if all(shared - amount.stems and not (amount.topic - rival.topic - own) & words for amount in stated):
            apart = min(len(shared - amount.stems) for amount in stated)
            if (apart >= 2 or len(shared) == len(theirs)) and (best is None or apart > best[0]):
                best = apart, rival
    return best[1] if best is not None else None


def other_state(told: State, stated: Sequence[Amount], index: FactIndex) -> Amount | None:
    """The amount of the state that the clause tells, where its figure is only that of the other state; else None."""
    if not told or any(index.state(amount) != -told for amount in stated):
        return None
    for amount in stated:
        for sibling in index.siblings(amount):
            if index.state(sibling) == told and sibling.quantity.low != amount.quantity.low:
                return sibling
    return None


def untimely(told: State, amount: Amount, index: FactIndex) -> bool:
    """Whether an amount is of another state than the clause tells, by its name or by the years of its siblings."""
    if not told:
        return False
    if index.state(amount):
        return index.state(amount) != told
    others = [sibling.years for sibling in index.siblings(amount) if sibling.years and sibling is not amount]
    if not amount.years:
        return False
    if told > 0:
        return any(max(amount.years) < min(years) for years in others)
    return any(min(amount.years) > max(years) for years in others)


def wrong_party_words(stated: Amount, rival: Amount, index: FactIndex) -> str:
    """`angka ini tercatat untuk siswa yang dilayani; untuk guru yang dilatih tercatat 316 guru`."""
    mine, theirs = (index.labels.get(amount.fact, amount.fact) for amount in (stated, rival))
    return f"angka ini tercatat untuk {mine}; untuk {theirs} tercatat {format_quantity(rival.quantity)}"


def wrong_state_words(told: State, sibling: Amount) -> str:
    """`angka ini tercatat untuk keadaan sesudah; keadaan sebelum: 14 hari kerja`."""
    this, other = ("sesudah", "sebelum") if told < 0 else ("sebelum", "sesudah")
    return f"angka ini tercatat untuk keadaan {this}; keadaan {other}: {format_quantity(sibling.quantity)}"
