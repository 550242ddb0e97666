"""All of them: `24 dari 24 kecamatan (100 persen)`, `seluruh 24 kecamatan (100%)`."""

from __future__ import annotations

from collections.abc import Sequence

from inovasi_ai.lazy import lazy_pattern
from inovasi_ai.text import Quantity, QuantityMention

from .aggregates import told
from .fact_index import Amount
from .judgement import Derivation

__all__ = ["all_of_them"]

_ALL = lazy_pattern(r"(?i:\b(?:seluruh|semua|segenap|keseluruhan))\s{1,2}\Z")
_OF = lazy_pattern(r"[^.;]{0,30}?(?:\bdari\b|/)\s{0,3}(?i:total\s{1,2}|seluruh\s{1,2}|jumlah\s{1,2})?")
_MOST = 12


def all_of_them(
    written: Quantity, text: str, figures: Sequence[QuantityMention], stated: Sequence[Amount]
) -> Derivation | None:
    """Why `100 persen` follows from a stated count, of which the sentence says that it is all.

    `figures` are those of the sentence, `stated` the amounts of facts that they state.
    """
    if written.kind != "percent" or written.low != 100 or written.is_range:
        return None
    counts = {amount.quantity.low: amount for amount in stated if amount.quantity.kind == "number"}
    counted = [figure for figure in figures[:_MOST] if figure.quantity.low in counts]
    for position, figure in enumerate(counted):
        amount = counts[figure.quantity.low]
        if _ALL.search(text, max(0, figure.start - 16), figure.start):
            return Derivation(f"seluruh {told(amount)}", (amount.fact,))
        following = counted[position + 1] if position + 1 < len(counted) else None
        if following is None or following.quantity.low != figure.quantity.low:
            continue
        if _OF.fullmatch(text, figure.end, following.start):
            return Derivation(f"{told(amount)} dari {told(amount)}", (amount.fact,))
    return None
