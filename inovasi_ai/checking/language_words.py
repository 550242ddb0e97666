"""Language rules that are lists of words and phrases: one look-up per token of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import compress

from inovasi_ai.checking.language_kinds import Opening, Phrase, Substitution
from inovasi_ai.checking.language_rules import Entry, LanguageRules
from inovasi_ai.checking.language_scan import Scan, in_address
from inovasi_ai.domain.report import Finding
from inovasi_ai.text import Document, Token

__all__ = ["listed_words"]

_LEAD = re.compile(r"[\W\d_]*(?:[A-Za-z][.)][\W\d_]*)?")
_NAME_HINT = " Biarkan bila kata ini bagian dari nama."


def listed_words(scan: Scan, rules: LanguageRules) -> Iterator[Finding]:
    """Findings of the rules `substitution`, `phrase` and `opening`."""
    index, document = rules.index, scan.document
    text, norms, starts, ends = document.text, document.norms, document.token_starts, document.token_ends
    size = len(norms)
    # Rule -> end of what it last told of: `panca indera` is one finding, not another one for `indera`.
    told: dict[str, int] = {}
    for position in compress(range(size), map(index.__contains__, norms)):
        entries, followed = index[norms[position]]
        if followed and position + 1 < size and (longer := followed.get(norms[position + 1])) is not None:
            entries = (*longer, *entries)
        for entry in entries:
            if len(entry.words) == 1 and entry.offers == (text[starts[position] : ends[position]],):
                continue  # most words that are told by their capitals have them
            if told.get(entry.rule.id, 0) > starts[position]:
                continue
            if (finding := _entry(scan, position, entry)) is not None:
                told[entry.rule.id] = ends[position + len(entry.words) - 1]
                yield finding
    if "-" in text:
        for position in [place for place, norm in enumerate(norms) if "-" in norm and norm not in index]:
            yield from _hyphenated(scan, document.token(position), rules)


def _entry(scan: Scan, position: int, entry: Entry) -> Finding | None:
    document, text, rule = scan.document, scan.document.text, entry.rule
    norms, starts, ends = document.norms, document.token_starts, document.token_ends
    last = position + len(entry.words) - 1
    if last >= len(norms) or not rule.applies_to(scan.section):
        return None
    for following, word in enumerate(entry.words[1:], start=position + 1):
        if norms[following] != word or not _blank(text[ends[following - 1] : starts[following]]):
            return None
    start, end = starts[position], ends[last]
    if scan.skipped(start, end) or in_address(text, start, end):
        return None
    if rule.not_before and _neighbour(document, last, last + 1) in rule.not_before:
        return None
    if rule.not_after and _neighbour(document, position, position - 1) in rule.not_after:
        return None
    held = _held(scan, position, last, names=isinstance(rule, Substitution) and rule.names == "plain")
    if held == "skip" or (held == "name" and not (isinstance(rule, Substitution) and rule.names == "hold")):
        return None
    if isinstance(rule, Opening) and not _opens(document, start):
        return None
    if isinstance(rule, Phrase) and scan.excused(rule, start):
        return None
    cased = tuple(_cased(offer, text[start:end]) for offer in entry.offers)
    if cased == (text[start:end],) or scan.again(rule, " ".join(entry.words)):
        return None
    if held == "name":
        return scan.report(rule, start, end, offers=cased, severity="info", hint=_NAME_HINT)
    certain = cased[0] if entry.replacement is not None and "\n" not in text[start:end] else None
    return scan.report(rule, start, end, replacement=certain, offers=cased)


def _hyphenated(scan: Scan, token: Token, rules: LanguageRules) -> Iterator[Finding]:
    """Findings in the halves of a reduplication: `resiko-resiko`."""
    text = scan.document.text
    halves = text[token.start : token.end].split("-")
    if len(halves) != 2 or not halves[0].isalpha() or not halves[1].lower().startswith(halves[0].lower()):
        return
    start = token.start
    for half in halves:
        end = start + len(half)
        bucket = rules.index.get(half.lower())
        for entry in bucket.alone if bucket is not None else ():
            rule = entry.rule
            if not isinstance(rule, Substitution) or not rule.applies_to(scan.section):
                continue
            if half[0].isupper() or scan.skipped(start, end) or in_address(text, start, end):
                continue
            yield scan.report(rule, start, end, replacement=entry.replacement, offers=entry.offers)
            break
        start = end + 1


def _blank(gap: str) -> bool:
    return gap.isspace() and gap.count("\n") < 2


def _neighbour(document: Document, inner: int, outer: int) -> str:
    """The norm of the token `outer` when only blanks part it from its neighbour `inner`, else nothing."""
    if not 0 <= outer < len(document.norms):
        return ""
    left, right = sorted((inner, outer))
    between = document.text[document.token_ends[left] : document.token_starts[right]]
    return document.norms[outer] if _blank(between) else ""


def _opens(document: Document, start: int) -> bool:
    """Whether nothing but marks and an ordinal (`a.`, `2)`) stands before the token at `start` in its sentence."""
    begin = document.sentence_at(start).start
    return start - begin <= 8 and _LEAD.fullmatch(document.text, begin, start) is not None


def _titled(word: str) -> bool:
    """Capital first, small letters after: `Sehat`."""
    return word[0].isupper() and not word.isupper()


def _held(scan: Scan, first: int, last: int, *, names: bool) -> str:
    """`name` when capitals say that the words may be a name, `skip` when a name begins inside them, else nothing."""
    document, text = scan.document, scan.document.text
    starts, ends = document.token_starts, document.token_ends
    inner = any(_titled(text[starts[place] : ends[place]]) for place in range(first + 1, last + 1))
    word = text[starts[first] : ends[first]]
    if not word[0].isupper():
        return "skip" if inner else ""
    if names:
        return ""
    if inner or word.isupper() or not _opens(document, starts[first]):
        return "name"
    following = last + 1
    if following < len(starts) and _blank(text[ends[last] : starts[following]]):
        return "name" if text[starts[following]].isupper() else ""
    return ""


def _cased(replacement: str, found: str) -> str:
    """`replacement` with the capitals of `found`; its own capitals stay."""
    if len(found) > 1 and found.isupper():
        return replacement.upper()
    if found[:1].isupper():
        return replacement[:1].upper() + replacement[1:]
    return replacement
