"""Shares and dozens in words and strokes: `sepertiga warga`, `dua pertiga`, `selusin perahu`, `9/12 desa`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from decimal import Decimal

from inovasi_ai.lazy import lazy_pattern

from .numbers import read_words

__all__ = ["STROKE", "find_shares", "plain_digits", "share_value"]

_PARTS = {
    "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8, "sembilan": 9, "sepuluh": 10,
}  # fmt: skip
_ONE = r"dua|tiga|empat|lima|enam|tujuh|delapan|sembilan"
_SHARE = lazy_pattern(
    rf"\b(?:(?P<count>{_ONE})\s{{1,3}}(?:per(?P<of>{'|'.join(_PARTS)})|(?P<sets>lusin|kodi))"
    rf"|seper(?P<one>{'|'.join(_PARTS)})|(?P<half>separ[uo]h?|setengah(?=nya\b|\s{{1,3}}dari\b))|se(?P<set>lusin|kodi))\b",
    re.IGNORECASE,
)
_SETS = {"lusin": 12, "kodi": 20}
STROKE = lazy_pattern(r"(?P<part>[0-9]{1,5})/(?P<whole>[0-9]{1,5})(?=\s{1,3}[^\W\d_])")
"""`9/12` before a word: nine of twelve."""
_WRITTEN_WIDE = re.compile(r"(?![0-9])\d|[！-～]")


_LAST_WORDS = frozenset(
    (
        *(f"{opening}per{part}" for opening in ("", "se") for part in _PARTS),
        *(f"{opening}{many}" for opening in ("", "se") for many in _SETS),
        *("separo", "separuh", "separoh", "separu", "setengah", "setengahnya"),
    )
)
"""The word that every share has."""


def find_shares(text: str, vocabulary: Set[str] | None = None) -> Iterator[re.Match[str]]:
    """Places of shares and dozens in words; `share_value` reads them. `vocabulary`, where known, has all words."""
    if vocabulary is not None and _LAST_WORDS.isdisjoint(vocabulary):
        return iter(())
    return _SHARE.finditer(text)


def share_value(match: re.Match[str]) -> Decimal:
    """A third for `sepertiga`, 24 for `dua lusin`."""
    count = (read_words(match["count"]) if match["count"] else None) or Decimal(1)
    if match["half"]:
        return Decimal("0.5")
    if match["set"] or match["sets"]:
        return count * _SETS[(match["set"] or match["sets"]).lower()]
    return count / _PARTS[(match["one"] or match["of"]).lower()]


def plain_digits(text: str) -> str:
    """`text` with wide characters and digits of other scripts as plain ones, each in its place: `９４,１` is `94,1`."""
    if text.isascii() or _WRITTEN_WIDE.search(text) is None:
        return text
    return _WRITTEN_WIDE.sub(lambda match: _plain(match[0]), text)


def _plain(character: str) -> str:
    return chr(ord(character) - 0xFEE0) if "！" <= character <= "～" else str(int(character))
