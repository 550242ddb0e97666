"""Whole passages, written freely from facts: every flag in them is a false alarm."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

from inovasi_ai.checking.grounding import FactIndex

__all__ = ["Passage", "load_passages"]


@dataclass(frozen=True)
class Passage:
    """A passage of which everything is true, and its facts."""

    name: str
    text: str
    index: FactIndex


def load_passages(file: str = "narasi.yaml") -> list[Passage]:
    """The passages of a file; those of `narasi_baru.yaml` have mended nothing yet."""
    rows = yaml.safe_load((Path(__file__).parent / file).read_text(encoding="utf-8"))
    return [Passage(row["nama"], text, FactIndex(row["fakta"])) for row in rows for text in row["naskah"]]
