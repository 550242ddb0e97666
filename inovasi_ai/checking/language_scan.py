"""One text under examination by the language rules: what is skipped, what was told, and how a finding is made."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from inovasi_ai.checking.language_kinds import Phrase, Rule
from inovasi_ai.domain.report import Finding, Severity, Span
from inovasi_ai.text import Document

__all__ = ["Scan", "in_address", "merged_spans"]

_ADDRESS = re.compile(r"@|://|www\.|\w\.[A-Za-z]{2,}|[_\\]", re.IGNORECASE)
_REACH = 100
"""How far an address is looked for around a word: longer runs without a blank are not words anyone wrote."""


@dataclass(slots=True)
class Scan:
    """One text under examination."""

    document: Document
    section: str | None
    skip: Sequence[tuple[int, int]]
    """In order and apart from each other."""
    seen: set[tuple[str, str]] = field(default_factory=set)
    excuses: dict[tuple[str, int], bool] = field(default_factory=dict)
    """(rule, sentence) -> whether the sentence excuses it: a long sentence is read once per rule."""

    def excused(self, rule: Phrase, offset: int) -> bool:
        """Whether the sentence at `offset` excuses the phrases of `rule`."""
        if not rule.excused_by and not rule.excused_by_number:
            return False
        sentence = self.document.sentence_at(offset)
        key = (rule.id, sentence.index)
        if key not in self.excuses:
            starts = self.document.token_starts
            within = self.document.norms[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
            self.excuses[key] = any(
                norm in rule.excused_by or (rule.excused_by_number and norm[:1].isdigit()) for norm in within
            )
        return self.excuses[key]

    def skipped(self, start: int, end: int) -> bool:
        """Whether a skipped span touches `start:end`."""
        place = bisect_left(self.skip, (end, 0)) - 1
        return place >= 0 and self.skip[place][1] > start

    def report(
        self,
        rule: Rule,
        start: int,
        end: int,
        *,
        replacement: str | None = None,
        offers: Sequence[str] = (),
        severity: Severity | None = None,
        count: int = 0,
        limit: int = 0,
        first: str = "",
        hint: str = "",
    ) -> Finding:
        excerpt = self.document.text[start:end]
        offered = " atau ".join(f"“{offer}”" for offer in (offers or (replacement or "",)))
        values = {
            "found": _short(excerpt),
            "replacement": offered,
            "count": count,
            "limit": limit,
            "first": _short(first),
        }
        return Finding(
            rule=f"bahasa.{rule.id}",
            severity=severity or rule.severity,
            message=rule.message.format_map(values),
            fix=rule.fix.format_map(values) + hint,
            section=self.section,
            span=Span(section=self.section or "", start=start, end=end),
            excerpt=excerpt,
            replacement=replacement,
            source=rule.source,
        )

    def again(self, rule: Rule, words: str) -> bool:
        """Whether a rule that speaks once has spoken of these words."""
        if not rule.once:
            return False
        if (rule.id, words) in self.seen:
            return True
        self.seen.add((rule.id, words))
        return False


def merged_spans(spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """`spans` in order, those that touch made one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        elif start < end:
            merged.append((start, end))
    return tuple(merged)


def _short(text: str, limit: int = 80) -> str:
    words = " ".join(text.split())
    return words if len(words) <= limit else words[: limit - 1].rstrip() + "…"


def in_address(text: str, start: int, end: int) -> bool:
    """Whether the word stands in a web address, an e-mail address or a file name."""
    before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    left = before.split()[-1] if before and not before[-1].isspace() else ""
    right = after.split()[0] if after and not after[0].isspace() else ""
    return bool(left or right) and _ADDRESS.search(left + "xx" + right) is not None
