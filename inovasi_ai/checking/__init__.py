"""The checker: elements, grounding, consistency and language in one pass, giving a `Report`."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inovasi_ai.checking.engine import check
    from inovasi_ai.checking.grounding import ground

__all__ = ["check", "ground"]

_HOME = {"check": "engine", "ground": "grounding"}


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOME[name]}"), name)
