"""What is said of one mention, and how a figure follows."""

from __future__ import annotations

from dataclasses import dataclass

from inovasi_ai.domain.report import MentionVerdict

__all__ = ["OF_ESTIMATES", "Derivation", "Judgement"]

OF_ESTIMATES = "dihitung dari perkiraan"
"""How the derivation of a figure begins that is told exactly, though it comes of estimates."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict, the facts it rests on, and how in words."""

    verdict: MentionVerdict
    facts: tuple[str, ...] = ()
    derivation: str = ""


@dataclass(frozen=True, slots=True)
class Derivation:
    """How a figure follows, in Indonesian words, and the facts it rests on."""

    words: str
    facts: tuple[str, ...]
