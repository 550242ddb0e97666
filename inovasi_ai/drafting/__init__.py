"""From facts to a narrative: the composer, which needs no model."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inovasi_ai.drafting.narratives import draft, write

__all__ = ["draft", "write"]

_HOME = {"draft": "narratives", "write": "narratives"}


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOME[name]}"), name)
