"""Language rules that look at more than words: patterns, long sentences, repetitions, two forms of one thing."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import compress, islice
from operator import eq

from inovasi_ai.checking.language_kinds import Pattern, Repetition
from inovasi_ai.checking.language_rules import LanguageRules
from inovasi_ai.checking.language_scan import Scan, in_address
from inovasi_ai.domain.report import Finding
from inovasi_ai.text import Document, count_words

__all__ = ["consistencies", "lengths", "patterns", "repetitions"]

_MARKS = " \t.!?;:,-–—*•·>#()[]0123456789"
"""What stands around a sentence without being part of what it says: bullets, ordinals, final marks."""
_THOUSANDS = re.compile(r"(?<![0-9.,])[0-9]{4,18}(?![0-9])")
_BRACKETS = re.compile(r"\([^()\n]{1,600}\)")
_COMMA_GROUPS = re.compile(r"(?<![0-9.,])[0-9]{1,3}(?:,[0-9]{3}){1,5}(?![0-9,])")


def patterns(scan: Scan, rules: LanguageRules) -> Iterator[Finding]:
    """Matches of regular expressions."""
    text = scan.document.text
    for at in rules.clues.told(text):
        rule = rules.patterns[at]
        for hint in rule.hint:
            if hint in text:
                break
        else:
            continue
        if not rule.applies_to(scan.section):
            continue
        compiled = rule.compiled
        narrowed, excepting = "s" in compiled.groupindex, rule.exceptions
        for match in compiled.finditer(text):
            start, end = match.span("s") if narrowed else match.span()
            if start >= end or not _bordered(text, *match.span()):
                continue
            if excepting and (match["x"] or "").lower() in excepting:
                continue
            if scan.skipped(start, end) or in_address(text, start, end) or scan.again(rule, match[0].lower()):
                continue
            replacement = None if rule.replacement is None else _expanded(rule, match)
            if replacement != text[start:end]:
                yield scan.report(rule, start, end, replacement=replacement)


def _bordered(text: str, start: int, end: int) -> bool:
    """Whether a match neither begins nor ends inside a word or number."""
    if start and text[start].isalnum():
        before = text[start - 1]
        if (before.isalnum() or before == "_") and text[start - 2 : start] != "Rp":
            return False
        if before in ".," and text[start].isdigit() and text[start - 2 : start - 1].isdigit():
            return False
    return not (end < len(text) and text[end - 1].isalnum() and (text[end].isalnum() or text[end] == "_"))


def _expanded(rule: Pattern, match: re.Match[str]) -> str:
    replacement = match.expand(rule.replacement or "")
    if rule.transform == "thousands":
        replacement = _COMMA_GROUPS.sub(lambda number: number[0].replace(",", "."), replacement)
        replacement = _THOUSANDS.sub(lambda number: f"{int(number[0]):,}".replace(",", "."), replacement)
    return replacement


def lengths(scan: Scan, rules: LanguageRules) -> Iterator[Finding]:
    """Sentences that are too long."""
    text, starts = scan.document.text, scan.document.token_starts
    for rule in rules.lengths:
        if not rule.applies_to(scan.section):
            continue
        for sentence in scan.document.sentences:
            start, end = sentence.start, sentence.end
            # A word is at least one character and a blank, and holds at least one token.
            if end - start <= 2 * rule.max_words:
                continue
            if bisect_left(starts, end) - bisect_left(starts, start) <= rule.max_words:
                continue
            said = _BRACKETS.sub(" ", text[start:end]) if rule.skip_brackets else text[start:end]
            if (count := count_words(said)) > rule.max_words:
                yield scan.report(rule, start, end, count=count, limit=rule.max_words)


def repetitions(scan: Scan, rules: LanguageRules) -> Iterator[Finding]:
    """Paragraphs, sentences and words that are told twice."""
    told: list[tuple[int, int]] = []
    # Paragraphs first: a sentence in a paragraph that is told twice is not told of again.
    for rule in sorted(rules.repetitions, key=lambda rule: rule.unit):
        if not rule.applies_to(scan.section):
            continue
        if rule.unit == "word":
            yield from _doubled(scan, rule)
        else:
            repeated = list(_repeated(scan, rule, told))
            told += [(start, end) for start, end, _ in repeated]
            yield from (scan.report(rule, start, end, first=first) for start, end, first in repeated)


def _repeated(scan: Scan, rule: Repetition, told: list[tuple[int, int]]) -> Iterator[tuple[int, int, str]]:
    """Spans that stood there before, each with the first of its kind."""
    text = scan.document.text
    shortest = 2 * rule.min_words - 1
    units = [unit for unit in _units(scan.document, rule.unit) if unit[1] - unit[0] >= shortest]
    keys = [text[start:end].casefold().strip(_MARKS) for start, end in units]
    if len(set(keys)) == len(keys):
        return
    first: dict[str, str] = {}
    covered = sorted(told)
    for key, (start, end) in zip(keys, units, strict=True):
        if key not in first:
            first[key] = text[start:end]
            continue
        before = bisect_right(covered, (start, len(text))) - 1
        inside = before >= 0 and covered[before][1] >= end
        if not inside and count_words(key) >= rule.min_words and not scan.skipped(start, end):
            yield start, end, first[key]


def _doubled(scan: Scan, rule: Repetition) -> Iterator[Finding]:
    """Words twice in a row, names apart."""
    text, norms = scan.document.text, scan.document.norms
    after = 0
    for place in compress(range(len(norms)), map(eq, norms, islice(norms, 1, None))):
        one = norms[place]
        if place < after or not one.isalpha():
            continue
        left, right = scan.document.token(place), scan.document.token(place + 1)
        certain = one in rule.certain
        if text[left.end : right.start] != " " or not (certain or text[right.start].islower()):
            continue
        after = place + 2
        if not scan.skipped(left.start, right.end) and not in_address(text, left.start, right.end):
            replacement = text[left.start : left.end] if certain else None
            if one in rule.reduplicated:
                replacement = f"{text[left.start : left.end]}-{text[right.start : right.end]}"
            yield scan.report(rule, left.start, right.end, replacement=replacement)


def _units(document: Document, unit: str) -> list[tuple[int, int]]:
    if unit == "sentence":
        return [(start, end) for start, end, _ in document.sentences]
    found = []
    start = 0
    for line in document.text.split("\n"):
        stripped = line.strip()
        if stripped:
            begin = start + len(line) - len(line.lstrip())
            # A paragraph of one sentence is a sentence: that rule speaks of it.
            if document.sentence_at(begin).end < begin + len(stripped):
                found.append((begin, begin + len(stripped)))
        start += len(line) + 1
    return found


def consistencies(scan: Scan, rules: LanguageRules) -> Iterator[Finding]:
    """The rarer of two forms, where a text uses both."""
    text = scan.document.text
    for rule in rules.consistencies:
        if not rule.applies_to(scan.section) or not all(hint in text for hint in rule.hint):
            continue
        places = [[m.span() for m in form.finditer(text) if not scan.skipped(*m.span())] for form in rule.compiled]
        if places[0] and places[1]:
            rarer, usual = sorted(places, key=len)
            start, end = rarer[0]
            yield scan.report(rule, start, end, count=len(rarer), first=text[slice(*usual[0])])
