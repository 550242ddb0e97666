"""Certain replacements of the language rules, written into a text until none is left, with a list of what changed.

What is not the writer's own wording stays as it is: titles of regulations, names, quotations, code, addresses, notes
`[LENGKAPI: ...]`. Fixing a fixed text changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from inovasi_ai.checking.language import check_language
from inovasi_ai.checking.language_rules import LanguageRules, load_language_rules
from inovasi_ai.domain.report import Finding
from inovasi_ai.errors import require
from inovasi_ai.text import Document

__all__ = ["Change", "FixedText", "fix_text", "written"]

_MOST_ROUNDS = 6
"""A replacement may make room for another one; the rules that come along need two rounds at most."""
_FOREIGN = re.compile(r"“[^“”\n]{1,600}”|\"[^\"\n]{1,600}\"|«[^«»\n]{1,600}»|`[^`\n]{1,600}`|\]\([^()\n]{1,600}\)")
"""Quotations, code and the targets of links."""


@dataclass(frozen=True, slots=True)
class Change:
    """One replacement: `text[start:end] == before` in the text as it was given (code points)."""

    start: int
    end: int
    before: str
    after: str
    rules: tuple[str, ...]
    """Ids of the rules that asked for it: `bahasa.kata_baku`."""


@dataclass(frozen=True, slots=True)
class FixedText:
    """A text with every certain replacement written."""

    text: str
    changes: tuple[Change, ...]
    """In reading order, apart from each other; writing them into the given text makes `text`."""
    left: tuple[Finding, ...]
    """What the rules still say of `text`: without a certain replacement, or about words that are not to be changed."""


def fix_text(
    text: str, section: str | None = None, *, names: Collection[str] = (), rules: LanguageRules | None = None
) -> FixedText:
    """Write every certain replacement of the language rules into `text`.

    `section` is the id of the section the text is, `names` are left as they are wherever they stand (the innovation's
    name), `rules` those that come along when None. Pure; any text is accepted, `OptionError` tells what is none.
    """
    require(text, str, "Yang diperbaiki bukan teks", "teks sebagai str; berkas diperbaiki dengan fix_file(berkas)")
    rules = rules if rules is not None else load_language_rules()
    named = [re.compile(re.escape(name), re.IGNORECASE) for name in names if len(name) > 1]
    changes: tuple[Change, ...] = ()
    current = text
    for _ in range(_MOST_ROUNDS):
        document = Document(current)
        kept = [*_regulations(document), *_foreign(current, named)]
        found = check_language(document, section, rules, skip=kept)
        now = tuple(_certain(current, found))
        if not now:
            break
        changes = _composed(text, changes, current, now)
        current = written(text, changes)
    left = check_language(Document(current), section, rules, skip=_regulations(Document(current)))
    return FixedText(current, changes, tuple(_with_reason(left, current, named)))


def written(text: str, changes: Iterable[Change]) -> str:
    """`text` with the changes, which are in order and apart, written into it."""
    return _within(text, 0, len(text), changes)


def _regulations(document: Document) -> list[tuple[int, int]]:
    return [(mention.start, mention.end) for mention in document.regulations]


def _foreign(text: str, named: Sequence[re.Pattern[str]]) -> Iterator[tuple[int, int]]:
    for pattern in (_FOREIGN, *named):
        yield from (match.span() for match in pattern.finditer(text))


def _with_reason(left: Iterable[Finding], text: str, named: Sequence[re.Pattern[str]]) -> Iterator[Finding]:
    """What is left, of certain replacements with the reason why they were not made."""
    kept = [(match.span(), "kutipan, alamat, atau kode") for match in _FOREIGN.finditer(text)]
    kept += [(match.span(), "nama atau judul") for pattern in named for match in pattern.finditer(text)]
    kept.sort()
    reach = 0
    place = -1
    for finding in sorted(left, key=lambda finding: finding.span.start if finding.span else -1):
        span = finding.span
        if span is None or finding.replacement is None:
            yield finding
            continue
        while place + 1 < len(kept) and kept[place + 1][0][0] <= span.start:
            place += 1
            if kept[place][0][1] > reach:
                reach, why = kept[place][0][1], kept[place][1]
        if span.start < reach:
            fix = f"Tulis “{finding.replacement}”; tidak diganti otomatis karena berada di dalam {why}."
            yield finding.model_copy(update={"fix": fix})
        else:
            yield finding


def _certain(text: str, found: Iterable[Finding]) -> Iterator[Change]:
    """The certain replacements of findings in reading order; of those that overlap, only the first."""
    done = 0
    for finding in found:
        span, after = finding.span, finding.replacement
        if span is None or after is None or span.start < done:
            continue
        before = text[span.start : span.end]
        # A line break is of the file, not of the wording; and a replacement that says the same is none.
        if "\n" not in before + after and before != after:
            yield Change(span.start, span.end, before, after, (finding.rule,))
            done = span.end


def _composed(text: str, first: Sequence[Change], between: str, second: Sequence[Change]) -> tuple[Change, ...]:
    """Changes of `text` that do what `first` (of `text`) and then `second` (of `between`, which `first` made) do."""
    if not first:
        return tuple(second)
    # Everything in offsets of `between`: where it stands, what it adds to the length, and what is to stand there.
    steps: list[tuple[int, int, int, Change, bool]] = []
    shift = 0
    for change in first:
        start, grown = change.start + shift, len(change.after) - (change.end - change.start)
        steps.append((start, start + len(change.after), grown, change, True))
        shift += grown
    steps += [(change.start, change.end, 0, change, False) for change in second]
    steps.sort(key=lambda step: step[:2])
    out: list[Change] = []
    shift = 0
    place = 0
    while place < len(steps):
        start, end = steps[place][:2]
        group: list[tuple[int, int, int, Change, bool]] = []
        while place < len(steps) and (not group or steps[place][0] <= end):
            group.append(steps[place])
            end = max(end, steps[place][1])
            place += 1
        begin = start - shift
        shift += sum(step[2] for step in group)
        later = [step[3] for step in group if not step[4]]
        after = _within(between, start, end, later)
        rules = tuple(dict.fromkeys(rule for step in group for rule in step[3].rules))
        before = text[begin : end - shift]
        if before != after:
            out.append(Change(begin, end - shift, before, after, rules))
    return tuple(out)


def _within(text: str, start: int, end: int, changes: Iterable[Change]) -> str:
    """`text[start:end]` with the changes in it written."""
    pieces: list[str] = []
    done = start
    for change in changes:
        pieces += (text[done : change.start], change.after)
        done = change.end
    pieces.append(text[done:end])
    return "".join(pieces)
