"""Facts at hand to composed sentences, in one call."""

from __future__ import annotations

from inovasi_ai import Draft, draft
from inovasi_ai.sources import innovation_from_mapping


def composed(**facts: object) -> Draft:
    return draft(innovation_from_mapping({"nama_inovasi": "e-Lapor Akta", **facts}))


def sentences(section: str = "rancang_bangun", **facts: object) -> list[str]:
    return [sentence.text for sentence in composed(**facts)[section].sentences]


def said(section: str = "rancang_bangun", **facts: object) -> str:
    return " ".join(sentences(section, **facts))
