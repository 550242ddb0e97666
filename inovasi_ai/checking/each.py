"""A total told as if each had it: `Setiap posyandu memiliki 1.050 kader`, where 1.050 are the cadres of them all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from inovasi_ai.lazy import lazy_pattern
from inovasi_ai.text import QuantityMention
from inovasi_ai.text.dates import MONTHS
from inovasi_ai.text.units import UNITS

from .fact_index import Amount, FactIndex
from .stems import stem

__all__ = ["told_of_each"]

_BEFORE = lazy_pattern(
    r"\b(?:setiap|tiap|masing-masing)\s{1,2}(?P<base>[^\W\d_]{3,30})"
    r"(?:\s{1,2}(?!(?:dari|agar|untuk|sehingga|yang|total|seluruh)\b)[^\W\d_]{2,20}){0,3}\s{1,2}\Z",
    re.IGNORECASE,
)
_AFTER = lazy_pattern(
    r"\s{0,2}(?:/\s{0,2}|(?:(?:di|untuk|pada|bagi|dalam)\s{1,2})?\b(?:per|setiap|tiap|masing-masing)\s{1,2})"
    r"(?P<base>[^\W\d_]{3,30})",
    re.IGNORECASE,
)
_RATE = lazy_pattern(r"\b(?:per|setiap|tiap|masing-masing|rata-rata|rerata|satuan|sekali)\b|/", re.IGNORECASE)
_TOTAL = lazy_pattern(r"\b(?:anggaran|dana|total|jumlah|pagu|alokasi|belanja)\b", re.IGNORECASE)
_SPAN = frozenset(("tahun", "kali", "saat", "waktu", "orang", "tanggal", "akhir", "awal", *map(str.lower, MONTHS)))
"""What a total may well be told per: a budget per year, `per Desember 2023`; `setiap orang` is nobody's count."""
_TIMES = frozenset(("hari", "minggu", "bulan", "triwulan", "semester"))
_SMALL = 10
_REACH = 90


def told_of_each(text: str, mention: QuantityMention, floor: int, stated: Sequence[Amount], index: FactIndex) -> str:
    """The unit of which each is said to have the figure, where all of `stated` are totals; nothing otherwise.

    `floor` is where the sentence begins. A fact that tells a rate itself, or speaks of that unit, is no total of it.
    """
    base = _base(text, mention, floor)
    if not base or base in _SPAN or mention.quantity.low <= _SMALL:
        return ""
    return base if all(_is_total(amount, base, index) for amount in stated) else ""


def _base(text: str, mention: QuantityMention, floor: int) -> str:
    _, _, within = mention.quantity.unit.partition(" per ")
    if within:
        return within
    found = _AFTER.match(text, mention.end)
    if found is None:
        found = _BEFORE.search(text, max(floor, mention.start - _REACH), mention.start)
    word = found["base"].casefold() if found is not None else ""
    return UNITS.get(word, word)


def _is_total(amount: Amount, base: str, index: FactIndex) -> bool:
    quantity, label = amount.quantity, index.labels.get(amount.fact, "")
    if not amount.typed or quantity.hedge == "average" or " per " in quantity.unit or _RATE.search(label):
        return False
    if quantity.kind == "money":
        return _TOTAL.search(f"{label} {amount.fact}") is not None
    if quantity.kind != "number" or base.partition(" ")[0] in quantity.unit.split():
        return False
    if base in _TIMES:
        return bool(amount.years)
    return stem(base) not in amount.stems or any(
        other.quantity.unit == base and other.quantity.low > 1 for other in index.alike(base)
    )
