"""What is said of one mention."""

from __future__ import annotations

from dataclasses import dataclass

from inovasi_ai.domain.report import MentionVerdict

__all__ = ["Judgement"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict, the facts it rests on, and how in words."""

    verdict: MentionVerdict
    facts: tuple[str, ...] = ()
    derivation: str = ""
