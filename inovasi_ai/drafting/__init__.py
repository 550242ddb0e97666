"""From facts to a narrative: the composer, which needs no model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inovasi_ai.lazy import first_use

if TYPE_CHECKING:
    from inovasi_ai.drafting.narratives import draft, write

__all__ = ["draft", "write"]

_HOME = {"draft": "narratives", "write": "narratives"}

__getattr__ = first_use(__name__, _HOME)
