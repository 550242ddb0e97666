"""What a word is, written down once.

A word is a maximal run of non-space characters that holds at least one letter or digit. A lone dash, bullet or bracket
is not a word; `dan/atau`, `0–18` and `Rp85.000` are one each. Notes `[LENGKAPI: ...]` are not counted: they ask for
text, they are not text.
"""

from __future__ import annotations

import re
import unicodedata

__all__ = ["NOTE", "count_words", "normalize", "plain_letters"]

NOTE = re.compile(r"\[LENGKAPI\b[^\[\]]*+\]")
"""A note that asks the author for something; it ends at the first bracket."""

_FOREIGN = "\u017f\u212a\u0130\u0131"
_PLAIN = str.maketrans(_FOREIGN, "skIi")
_ALNUM = re.compile(r"[^\W_]")


def count_words(text: str) -> int:
    """Number of words in `text`, notes left out.

    >>> count_words("Pada 2023 – baru 87,4 persen. [LENGKAPI: sumber angka]")
    5
    """
    if "[LENGKAPI" in text:
        text = NOTE.sub(" ", text)
    runs, has_alnum = text.split(), _ALNUM.search
    return len(runs) - sum([has_alnum(run) is None for run in runs if not (run.isalnum() or run[0].isalnum())])


def plain_letters(text: str) -> str:
    """`text` with the few letters that patterns take for plain ones (`mİliar`) made plain, each in its place."""
    if text.isascii() or not any(letter in text for letter in _FOREIGN):
        return text
    return text.translate(_PLAIN)


def normalize(token: str) -> str:
    """The form in which tokens are compared: case folded, compatibility forms of letters unified, dashes made `-`."""
    if token.isascii():
        return token.lower()
    folded = unicodedata.normalize("NFKC", token).casefold()
    return folded.replace("\u2010", "-").replace("\u2011", "-").replace("\u2013", "-").replace("\u2019", "'")
