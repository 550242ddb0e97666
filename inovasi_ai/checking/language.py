"""Formal Indonesian: the rules of `rubrics/bahasa/` over one text, in one pass over its tokens.

Findings are `info` or `warning`, never `blocking`. A finding has a `replacement` only where it is certain;
`apply_fixes` writes those and leaves everything else alone. Names are held: a word with a capital inside a sentence may
be part of a name, so it is reported at most as `info` and never replaced.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from inovasi_ai.checking.language_rules import LanguageRules, load_language_rules
from inovasi_ai.checking.language_scan import Scan, merged_spans
from inovasi_ai.checking.language_shape import consistencies, lengths, patterns, repetitions
from inovasi_ai.checking.language_words import listed_words
from inovasi_ai.domain.report import Finding
from inovasi_ai.text import Document

__all__ = ["LanguageRules", "apply_fixes", "check_language", "load_language_rules"]


def check_language(
    document: Document, section: str | None, rules: LanguageRules, *, skip: Collection[tuple[int, int]] = ()
) -> tuple[Finding, ...]:
    """What the language rules say of a text, in reading order.

    `section` is the id of the section the text is; for `None`, unknown, rules that name their sections say nothing.
    `skip` are spans (code points) that are left alone, such as names of innovations and titles of regulations; notes
    `[LENGKAPI: ...]` always are.
    """
    scan = Scan(document, section, merged_spans({*skip, *document.notes}))
    found = [*listed_words(scan, rules), *patterns(scan, rules), *lengths(scan, rules)]
    found += [*repetitions(scan, rules), *consistencies(scan, rules)]
    found.sort(key=_order)
    return tuple(found)


def apply_fixes(text: str, findings: Iterable[Finding]) -> str:
    """`text` with every certain replacement written; of findings that overlap, only the first counts.

    The findings must be of this very text: one whose excerpt does not stand at its span is left out.
    """
    pieces: list[str] = []
    done = 0
    for finding in sorted((f for f in findings if f.replacement is not None and f.span is not None), key=_order):
        span, replacement = finding.span, finding.replacement
        if span is None or replacement is None or span.start < done or text[span.start : span.end] != finding.excerpt:
            continue
        pieces += (text[done : span.start], replacement)
        done = span.end
    pieces.append(text[done:])
    return "".join(pieces)


def _order(finding: Finding) -> tuple[int, int, str]:
    span = finding.span
    return (0, 0, finding.rule) if span is None else (span.start, -span.end, finding.rule)
