"""Language rules that are lists of words and phrases: one look-up per token of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

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
    index, tokens = rules.index, scan.document.tokens
    size = len(tokens)
    # Rule -> end of what it last told of: `panca indera` is one finding, not another one for `indera`.
    told: dict[str, int] = {}
    for position in [place for place, token in enumerate(tokens) if token[2] in index]:
        bucket = index[tokens[position].norm]
        longer = bucket.followed.get(tokens[position + 1].norm, ()) if bucket.followed and position + 1 < size else ()
        for entry in (*longer, *bucket.alone):
            if told.get(entry.rule.id, 0) > tokens[position].start:
                continue
            if (finding := _entry(scan, position, entry)) is not None:
                told[entry.rule.id] = tokens[position + len(entry.words) - 1].end
                yield finding
    if "-" in scan.document.text:
        for token in tokens:
            if "-" in token[2] and token[2] not in index:
                yield from _hyphenated(scan, token, rules)


def _entry(scan: Scan, position: int, entry: Entry) -> Finding | None:
    tokens, text, rule = scan.document.tokens, scan.document.text, entry.rule
    last = position + len(entry.words) - 1
    if last >= len(tokens) or not rule.applies_to(scan.section):
        return None
    for offset, word in enumerate(entry.words[1:], start=1):
        following = tokens[position + offset]
        if following.norm != word or not _blank(text[tokens[position + offset - 1].end : following.start]):
            return None
    start, end = tokens[position].start, tokens[last].end
    if scan.skipped(start, end) or in_address(text, start, end):
        return None
    if rule.not_before and _neighbour(text, tokens, last, last + 1) in rule.not_before:
        return None
    if rule.not_after and _neighbour(text, tokens, position, position - 1) in rule.not_after:
        return None
    held = _held(scan, position, last, names=isinstance(rule, Substitution) and rule.names == "plain")
    if held == "skip" or (held == "name" and not (isinstance(rule, Substitution) and rule.names == "hold")):
        return None
    if isinstance(rule, Opening) and not _opens(scan.document, tokens[position]):
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


def _neighbour(text: str, tokens: Sequence[Token], inner: int, outer: int) -> str:
    """The norm of the token `outer` when only blanks part it from its neighbour `inner`, else nothing."""
    if not 0 <= outer < len(tokens):
        return ""
    left, right = sorted((inner, outer))
    return tokens[outer].norm if _blank(text[tokens[left].end : tokens[right].start]) else ""


def _opens(document: Document, token: Token) -> bool:
    """Whether nothing but marks and an ordinal (`a.`, `2)`) stands before the token in its sentence."""
    begin = document.sentence_at(token.start).start
    return token.start - begin <= 8 and _LEAD.fullmatch(document.text, begin, token.start) is not None


def _titled(text: str, token: Token) -> bool:
    """Capital first, small letters after: `Sehat`."""
    return text[token.start].isupper() and not text[token.start : token.end].isupper()


def _held(scan: Scan, first: int, last: int, *, names: bool) -> str:
    """`name` when capitals say that the words may be a name, `skip` when a name begins inside them, else nothing."""
    document, tokens, text = scan.document, scan.document.tokens, scan.document.text
    inner = any(_titled(text, tokens[place]) for place in range(first + 1, last + 1))
    if not text[tokens[first].start].isupper():
        return "skip" if inner else ""
    if names:
        return ""
    if inner or text[tokens[first].start : tokens[first].end].isupper() or not _opens(document, tokens[first]):
        return "name"
    following = last + 1
    if following < len(tokens) and _blank(text[tokens[last].end : tokens[following].start]):
        return "name" if text[tokens[following].start].isupper() else ""
    return ""


def _cased(replacement: str, found: str) -> str:
    """`replacement` with the capitals of `found`; its own capitals stay."""
    if len(found) > 1 and found.isupper():
        return replacement.upper()
    if found[:1].isupper():
        return replacement[:1].upper() + replacement[1:]
    return replacement
