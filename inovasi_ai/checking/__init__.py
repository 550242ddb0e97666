"""The checker: elements, grounding, consistency and language in one pass, giving a `Report`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inovasi_ai.lazy import first_use

if TYPE_CHECKING:
    from inovasi_ai.checking.engine import check
    from inovasi_ai.checking.fixing import Change, FixedText, fix_text
    from inovasi_ai.checking.grounding import ground

__all__ = ["Change", "FixedText", "check", "fix_text", "ground"]

_HOME = {
    "Change": "fixing",
    "FixedText": "fixing",
    "check": "engine",
    "fix_text": "fixing",
    "ground": "grounding",
}

__getattr__ = first_use(__name__, _HOME)
