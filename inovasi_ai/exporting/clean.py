"""Text that may go into a file: nothing invisible that breaks the format or shows another text than the one checked."""

from __future__ import annotations

import re

__all__ = ["clean", "flat", "inline"]

# Controls, lone surrogates and non-characters break XML and HTML; bidirectional overrides show another text than
# the one that was checked.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufeff\ufffe\uffff\ud800-\udfff]"
)
_BREAK = re.compile("\r\n?|\x0b|\x0c|\x85|\u2028|\u2029")
_SPACE = re.compile(r"\s+")
_LINE = re.compile(r"[\n\t]+")


def clean(text: str) -> str:
    """`text` without control, bidirectional and unencodable characters; every kind of line break is `\\n`."""
    return _UNSAFE.sub("", _BREAK.sub("\n", text))


def flat(text: str) -> str:
    """`clean(text)` on one line, white space folded."""
    return _SPACE.sub(" ", clean(text)).strip()


def inline(text: str) -> str:
    """`clean(text)` with breaks and tabs as spaces; unlike `flat`, spaces at the edges stay."""
    return _LINE.sub(" ", clean(text))
