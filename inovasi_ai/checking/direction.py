"""Whether the words for a rise or a fall, and for what came first, agree with the facts.

Conservative: only a verb that stands beside its figures counts, only pairs that the facts hold as one, and a reading
that the facts allow is always preferred. `Peringkat naik dari 54 menjadi 12` is true, so that ranks are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from inovasi_ai.text import Document, Quantity, QuantityMention, format_quantity

from .derivation import between
from .fact_index import Amount, FactIndex
from .measures import convertible, likeness

__all__ = ["misdirected"]

_VERB = (
    r"\b(?:(?P<up>naik|meningkat|bertambah|melonjak|menaikkan|kenaikan|peningkatan)"
    r"|(?P<down>turun|menurun|berkurang|merosot|menurunkan|penurunan))"
)
_FILLER = r"(?:\s+(?:sebesar|sebanyak|tajam|drastis|pesat|signifikan|lagi|hingga|sampai))*"
_BEFORE_FIGURE = re.compile(rf"{_VERB}{_FILLER}\s+\Z", re.IGNORECASE)
_BEFORE_PAIR = re.compile(
    rf"{_VERB}(?:{_FILLER}|\s+waktu(?:\s+[a-z]+){{0,2}})[\s()]*,?\s*dari\s+(?:semula\s+)?\Z", re.IGNORECASE
)
_FROM = re.compile(r"\bdari\s+(?:semula\s+)?\Z", re.IGNORECASE)
_TO = re.compile(r"\s*(?:\([^()]{0,60}\)\s*)?,?\s*(?:menjadi|ke)\s+\Z", re.IGNORECASE)
_RANK = re.compile(r"\b(?:peringkat|ranking|rangking|urutan|posisi)\b", re.IGNORECASE)


def _belong(first: Amount, second: Amount) -> bool:
    return first.item == second.item or bool(first.aspect and first.aspect == second.aspect)


def _change_words(before: Amount, after: Amount) -> str:
    return f"dari {format_quantity(before.quantity)} menjadi {format_quantity(after.quantity)}"


def _rises(before: Amount, after: Amount) -> bool:
    old, new = (convertible(amount.quantity.low, amount.quantity.unit)[0] for amount in (before, after))
    return new > old


def _value(amount: Amount) -> Decimal:
    return convertible(amount.quantity.low, amount.quantity.unit)[0]


def _fitting(written: Quantity, first: Amount, second: Amount) -> str:
    """Which of `up` and `down` a percentage is between two amounts whose order is not known."""
    low, high = sorted((_value(first), _value(second)))
    if low <= 0:
        return ""
    change = (high - low) * 100
    fitting = (("up", change / low), ("down", change / high))
    return " ".join(verb for verb, percent in fitting if abs(percent - written.low) <= Decimal("0.5"))


def _told_pair(first: QuantityMention, second: QuantityMention, verb: str, index: FactIndex) -> str:
    """Why `[naik] dari first menjadi second` is wrong, or nothing."""
    old, new = (convertible(mention.quantity.low, mention.quantity.unit)[0] for mention in (first, second))
    if (verb == "up" and new < old) or (verb == "down" and new > old):
        said, true = ("naik", "turun") if verb == "up" else ("turun", "naik")
        return f"dari {first.quantity.text} menjadi {second.quantity.text} adalah {true}, bukan {said}"
    reversed_pair = None
    for a in index.valued(first.quantity.low):
        for b in index.valued(second.quantity.low):
            fits = likeness(first.quantity.unit, a.quantity.unit) == likeness(second.quantity.unit, b.quantity.unit)
            if a is b or not fits or not _belong(a, b):
                continue
            earlier = index.earlier(a, b)
            if earlier is not False:
                return ""
            reversed_pair = b, a
    return "" if reversed_pair is None else f"faktanya {_change_words(*reversed_pair)}"


def _told_change(mention: QuantityMention, verb: str, index: FactIndex) -> str:
    """Why `naik <mention>` is wrong of a change that follows from facts, or nothing."""
    written, against, points = mention.quantity, "", ""
    for first, second in index.differences.giving(written):
        found = between(written, first, second, index, coarse=True)
        if found is None:
            continue
        if written.unit == "persen" and found.words.startswith("selisih"):
            points = f"selisihnya {written.text.replace('%', ' persen').replace('persen', 'poin persen')}"
            continue
        earlier = index.earlier(first, second)
        pair = (second, first) if earlier is False else (first, second)
        if earlier is None:
            fits = _fitting(written, first, second) if found.words.startswith("perubahan") else ""
            if not fits or verb in fits:
                return ""
            turned = sorted(pair, key=_value, reverse=verb == "up")
            against = f"{written.text} adalah perubahan {_change_words(*turned)}"
            continue
        if _rises(*pair) == (verb == "up"):
            return ""
        against = f"faktanya {'turun' if verb == 'up' else 'naik'} {_change_words(*pair)}"
    if points and not against:
        return " ".join(f"{points}, bukan persen dari nilai semula".split())
    return against


def misdirected(
    document: Document, index: FactIndex, figures: Sequence[QuantityMention], verdicts: Mapping[int, str]
) -> dict[int, str]:
    """Start of each figure that a word for a rise, a fall or an order turns round -> why, in words.

    `verdicts` are those of the figures by start; only supported and derived ones are judged.
    """
    text = document.text
    found: dict[int, str] = {}
    previous: QuantityMention | None = None
    for position, mention in enumerate(figures):
        last, previous = previous, mention
        sentence = document.sentence_at(mention.start)
        verdict = verdicts.get(mention.start)
        if verdict == "derived":
            match = _BEFORE_FIGURE.search(text, max(sentence.start, mention.start - 60), mention.start)
            if match is not None and not _RANK.search(text, sentence.start, mention.start):
                why = _told_change(mention, match.lastgroup or "", index)
                if why:
                    found[mention.start] = why
            continue
        if last is None or last.start < sentence.start or verdict != "supported":
            continue
        if verdicts.get(last.start) != "supported" or not _TO.fullmatch(text, last.end, mention.start):
            continue
        opening = max(sentence.start, last.start - 120)
        if not _FROM.search(text, opening, last.start) or _RANK.search(text, sentence.start, mention.start):
            continue
        lead = _without_figures(text, opening, last.start, figures[max(0, position - 3) : position - 1])
        match = _BEFORE_PAIR.search(lead)
        why = _told_pair(last, mention, (match.lastgroup or "") if match else "", index)
        if why:
            found[last.start] = found[mention.start] = why
    return found


def _without_figures(text: str, start: int, end: int, figures: Sequence[QuantityMention]) -> str:
    """`text[start:end]` with figures taken out: `turun 12 hari (85,7 persen) dari` is `turun () dari`."""
    lead = text[start:end]
    for figure in figures:
        if figure.start >= start:
            lead = lead.replace(figure.text, "", 1)
    return lead
