"""What comes in: facts files and existing narratives."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inovasi_ai.sources.facts import innovation_from_mapping, load_innovation, load_innovations

__all__ = ["innovation_from_mapping", "load_innovation", "load_innovations"]

_HOME = {
    "innovation_from_mapping": "facts",
    "load_innovation": "facts",
    "load_innovations": "facts",
}


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOME[name]}"), name)
