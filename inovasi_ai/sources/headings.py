"""Headings of the form in texts that people typed: numbered, in capitals, marked up, misspelt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from inovasi_ai.lazy import lazy_pattern

__all__ = ["FORM", "Heading", "KnownHeadings", "find_headings"]

FORM = "formulir"
"""Id of the rows of the profile form that hold no narrative: their labels are known only when written as they are."""

_LONGEST = 160
_MARKUP = lazy_pattern(r"[\s>#*_|=–—•-]*")
_ORDINAL = lazy_pattern(
    r"(?:\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVXivx]{1,5}|[A-Za-z])[.)]{1,2}[\s*_]*"
    r"|(?:\d{1,2}(?:\.\d{1,2}){1,3}|[IVX]{1,4}|\d{1,2})[\s*_]+)(?=[^\W\d_])"
)
_BAB = lazy_pattern(r"(?:BAB|Bagian)\s+(?:[IVX\d]{1,5}|[A-Z])(?:[.:]\s*|\s+)", re.IGNORECASE)
_NOT_WORD = re.compile(r"[\W_]+")
_LEADER = lazy_pattern(r"(?:[.…_]{3,}\s*|\t\s*)\d{1,3}\Z")
"""What a table of contents puts between a heading and its page."""
_INSTRUCTION = re.compile(r"\([^()\n]{1,120}\)[\s:*_]*\Z")
"""What a form says of a heading: `(minimal 300 kata)`."""
_SMALL = frozenset({"bagi", "dan", "dari", "dengan", "di", "ke", "oleh", "pada", "serta", "untuk", "yang"})
_INLINE = re.compile(r"[\s*_]*:[\s*_]*(?=\S)")
_LABEL = re.compile(r"[ \t]*([A-Z][a-z]{3,20})[ \t]*:[ \t]*(?=\S)")
_FEWEST_LABELS = 2
_ALIKE = 0.86
"""Least similarity of a misspelt heading of ten letters and more."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that opens a section: where it stands, what it says, and where the section's text begins."""

    id: str
    text: str
    start: int
    end: int
    """Where the section's text begins: after the line, or after the colon when text follows on the same line."""


def find_headings(
    text: str, names: Mapping[str, Sequence[str]], emphasis: Mapping[int, int] | None = None
) -> Iterator[Heading]:
    """The headings in `text`, in order; `names` maps a section's id to the ways its heading is written.

    `emphasis` says of a line (by its offset) how many of its characters are bold or formatted as a heading.
    """
    known = KnownHeadings(names)
    if not known.exact:
        return
    sure: list[Heading] = []
    labels: list[Heading] = []
    offset = 0
    for line in text.splitlines(keepends=True):
        if (found := known.section(line, emphasis.get(offset, 0) if emphasis else 0)) is not None:
            section, shown, cut = found
            sure.append(Heading(section, shown, offset, offset + cut))
        elif (label := known.label(line)) is not None:
            section, shown, cut = label
            labels.append(Heading(section, shown, offset, offset + cut))
        offset += len(line)
    # `Tujuan: ...` alone may be prose; beside `Manfaat: ...`, and under no other heading of that name, it is a form.
    told = {heading.id for heading in sure}
    labels = [label for label in labels if label.id not in told]
    if len({label.id for label in labels}) >= _FEWEST_LABELS:
        sure = sorted([*sure, *labels], key=lambda heading: heading.start)
    yield from sure


def _plain(text: str) -> str:
    return _NOT_WORD.sub(" ", text.casefold().replace("&", " dan ")).strip()


class KnownHeadings:
    """The headings of a form, ready to be recognised."""

    def __init__(self, names: Mapping[str, Sequence[str]]) -> None:
        self.exact = {_plain(name): section for section, many in names.items() for name in many if _plain(name)}
        told_apart = (name for name, section in self.exact.items() if section != FORM)
        self.by_length = sorted(told_apart, key=lambda name: (-len(name), name))

    def __contains__(self, text: str) -> bool:
        """Whether a text, such as a cell, is a heading and nothing else."""
        found = self.section(text)
        return found is not None and found[2] == len(text)

    def section(self, line: str, emphasis: int = 0) -> tuple[str, str, int] | None:
        """Section, heading as written, and where in the line the text begins; None for a line of running text.

        The first `emphasis` characters of the line are bold or formatted as a heading.
        """
        body = line.strip()
        if not body or len(line) > 20 * _LONGEST:
            return None
        start = _end(_MARKUP, line, 0)
        for prefix in (_BAB, _ORDINAL):
            start = _end(prefix, line, start)
        start = _end(_MARKUP, line, start)
        strong = emphasis >= len(line.rstrip())
        marked = start > 0 or strong
        rest = _INSTRUCTION.sub("", _LEADER.sub("", line[start:].rstrip())).rstrip()
        if len(rest) <= _LONGEST:
            plain = _plain(rest)
            section = self.exact.get(plain) or self._longer(rest, plain, marked) or self._section_misspelt(rest, plain)
            if section is not None:
                return section, rest.strip(" *_#:.|\t"), len(line)
        return self._with_text(line, start, marked, emphasis)

    def label(self, line: str) -> tuple[str, str, int] | None:
        """The same for a single word and a colon at the beginning of a line, which may as well be prose."""
        match = _LABEL.match(line)
        section = self.exact.get(_plain(match[1])) if match else None
        return None if match is None or section in (None, FORM) else (str(section), match[1], match.end())

    def _longer(self, rest: str, plain: str, marked: bool) -> str | None:
        """A heading that goes on, such as `B. TUJUAN INOVASI ANTAR AKTA`; running text never looks like that."""
        words = plain.split()
        if not (marked or rest.isupper()) or rest.endswith((".", ";", ",")) or len(words) > 10:
            return None
        for name in self.by_length:
            if " " in name and plain.startswith(name + " "):
                further = _NOT_WORD.sub(" ", rest).split()[len(name.split()) :]
                titled = all(word[0].isupper() or word[0].isdigit() or word in _SMALL for word in further)
                return self.exact[name] if titled and further[0] not in _SMALL - {"dan", "bagi"} else None
        return None

    def misspelt(self, heading: str) -> str | None:
        """The heading that is written in `heading` with a wrong letter; None also where it is well spelt."""
        plain = _plain(heading)
        return None if plain in self.exact else self._misspelt(heading, plain)

    def _section_misspelt(self, rest: str, plain: str) -> str | None:
        name = self._misspelt(rest, plain)
        return None if name is None else self.exact[name]

    def _misspelt(self, rest: str, plain: str) -> str | None:
        if not 5 <= len(plain) <= 80 or rest.endswith((";", ",")):
            return None
        from rapidfuzz.distance import OSA  # a text whose headings are all well spelt seldom comes here

        best, found = 0.0, None
        for name in self.by_length:
            if abs(len(name) - len(plain)) > 0.16 * len(name) + 1 or name[0] != plain[0]:
                continue
            alike = OSA.normalized_similarity(plain, name)
            enough = alike >= _ALIKE if len(name) >= 10 else OSA.distance(plain, name) <= 1
            if enough and alike > best:
                best, found = alike, name
        return found

    def _with_text(self, line: str, start: int, marked: bool, emphasis: int) -> tuple[str, str, int] | None:
        """`TUJUAN: meningkatkan …`: the heading and its text on one line."""
        colon = line.find(":", start, start + _LONGEST)
        match = _INLINE.search(line, start, colon + 2 + _LONGEST) if colon > 0 else None
        if match is None:
            return None
        shown = line[start : match.start()]
        plain = _plain(shown)
        bold = "**" in line[: match.end()] or emphasis >= match.start()
        emphatic = marked or bold or shown.isupper()
        section = self.exact.get(plain) if emphatic or " " in plain else None
        if section is None and emphatic:
            section = self._section_misspelt(shown, plain)
        return None if section is None else (section, shown.strip(" *_"), match.end())


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at
