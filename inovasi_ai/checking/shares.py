"""What part one stated count is of another, or of all of its kind: `84,7 persen`, `hampir sepertiga`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, islice

from inovasi_ai.lazy import lazy_pattern
from inovasi_ai.text import Quantity

from .aggregates import exact, spoken_of, told
from .fact_index import Amount, FactIndex
from .judgement import Derivation

__all__ = ["is_about", "share", "share_in_words"]

_SHARE = lazy_pattern(
    r"\b(?:porsi|proporsi|pro?sentase|persentase|pangsa|bagian|rasio|tingkat|cakupan|capaian|sisanya|dari)\b",
    re.IGNORECASE,
)
_ALL = re.compile(r"\b(?:seluruh(?:nya)?|semua|total|keseluruhan)\b", re.IGNORECASE)
_MOST = 10
_LOOSE = {
    "": (Decimal("-0.01"), Decimal("0.01")),
    "average": (Decimal("-0.01"), Decimal("0.01")),
    "about": (Decimal("-0.06"), Decimal("0.06")),
    "almost": (Decimal(0), Decimal("0.08")),
    "under": (Decimal(0), Decimal("0.1")),
    "at_most": (Decimal(0), Decimal("0.1")),
    "over": (Decimal("-0.34"), Decimal(0)),
    "at_least": (Decimal("-0.34"), Decimal(0)),
}
"""How far a share in words may lie above the true one, as a part of it, by its hedge."""


def _pairs(index: FactIndex, stems: frozenset[str], near: Sequence[Amount]) -> Iterator[tuple[Amount, Amount]]:
    """Parts and wholes that a sentence speaks of: stated in it, or of one unit and known by its words."""
    stated = [amount for amount in near if amount.quantity.kind == "number" and not amount.quantity.is_range]
    pairs = list(combinations(stated[:_MOST], 2))
    spoken = [amount for amount in islice(spoken_of(index, stems), 200) if amount.quantity.kind != "percent"]
    for first, second in combinations(spoken[: 2 * _MOST], 2):
        shared = len(first.stems & stems), len(second.stems & stems)
        if first.quantity.unit == second.quantity.unit != "" or min(shared) >= 2:
            pairs.append((first, second))
    for first, second in pairs:
        part, whole = sorted((first, second), key=lambda amount: amount.quantity.low)
        if 0 < part.quantity.low < whole.quantity.low:
            yield part, whole


def share(
    written: Quantity, index: FactIndex, stems: frozenset[str], sentence: str, near: Sequence[Amount]
) -> Derivation | None:
    """A percentage that one stated count is of another, or of all of its kind, where the sentence speaks of them."""
    if written.kind != "percent" or written.is_estimate or written.is_range or not _SHARE.search(sentence):
        return None
    for part, whole in _pairs(index, stems, near):
        percent = part.quantity.low / whole.quantity.low * 100
        for value in (percent, 100 - percent) if "sisa" in sentence else (percent,):
            if _is_told(written.low, value):
                return Derivation(f"bagian {told(part)} dari {told(whole)}", _ids(part, whole))
    return _of_all(written, index, stems, near) if _ALL.search(sentence) else None


def _of_all(written: Quantity, index: FactIndex, stems: frozenset[str], near: Sequence[Amount]) -> Derivation | None:
    """The part that one count is of all counts of its unit that the sentence speaks of."""
    spoken = [amount for amount in islice(spoken_of(index, stems), 200) if amount.quantity.kind == "number"]
    kinds: dict[str, list[Amount]] = {}
    for amount in (*near, *spoken):
        members = kinds.setdefault(amount.quantity.unit, [])
        if exact(amount) and amount.quantity.unit and all(amount.fact != other.fact for other in members):
            members.append(amount)
    for members in kinds.values():
        if 2 < len(members) <= _MOST:
            whole = sum((amount.quantity.low for amount in members), Decimal(0))
            for part in members:
                if whole and _is_told(written.low, part.quantity.low / whole * 100):
                    return Derivation(f"bagian {told(part)} dari jumlah {len(members)} fakta", _ids(part, *members))
    return None


def share_in_words(
    written: Quantity, index: FactIndex, stems: frozenset[str], near: Sequence[Amount]
) -> Derivation | None:
    """`hampir sepertiga` of a whole, from two stated counts."""
    for part, whole in _pairs(index, stems, near):
        if is_about(written, part.quantity.low / whole.quantity.low):
            return Derivation(f"bagian {told(part)} dari {told(whole)}", _ids(part, whole))
    return None


def is_about(written: Quantity, value: Decimal) -> bool:
    """Whether a share in words may be said of the true share `value`."""
    lowest, highest = _LOOSE[written.hedge]
    return value > 0 and lowest <= (written.low - value) / value <= highest


def _is_told(written: Decimal, value: Decimal) -> bool:
    """Whether a share was told as it is, to the last digit written, and finely enough to be that share."""
    exponent = written.as_tuple().exponent
    step = Decimal(1).scaleb(min(0, exponent if isinstance(exponent, int) else 0))
    fine = written != written.to_integral_value() or written % 5 == 0
    return fine and abs(written - value) <= max(step, Decimal("0.01")) / 2


def _ids(*amounts: Amount) -> tuple[str, ...]:
    return tuple(dict.fromkeys(amount.fact for amount in amounts))
