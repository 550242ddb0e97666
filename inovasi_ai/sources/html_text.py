"""The paragraphs of a web page: broken pages too, in one pass, without executing or fetching anything.

An own small reader instead of `html.parser`: every word keeps its offset in the page, and no page takes more than
linear time.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from inovasi_ai.errors import TextError
from inovasi_ai.sources.flow import Block, Run
from inovasi_ai.sources.reading import decoded, fail

__all__ = ["HtmlText", "html_source", "html_text"]

_OWN = re.compile(r"<title>[^<\n]{0,400} – (?:laporan pemeriksaan|naskah)</title>\s*<style>")
"""The pages that this program writes: they show the narrative with its findings between the sentences."""
_MAX_TAGS = 400_000
_CHARSET = re.compile(rb"charset\s{0,3}=\s{0,3}[\"']?(?:windows-1252|cp1252|iso-8859-1|latin-?1)\b", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([A-Za-z][^\s/<>\"']*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>")
_WORD = re.compile(r"\s+|&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});|[^\s&]+|&")
_HIDDEN = re.compile(r"\bhidden\b|display\s{0,3}:\s{0,3}none|mso-hide\s{0,3}:\s{0,3}all", re.IGNORECASE)
_UNREAD = frozenset(
    {"script", "style", "template", "svg", "math", "select", "textarea", "object", "noscript", "iframe"}
)
"""Elements whose content is no text of the page; all but the last few may hold a `<` that is no tag."""
_BREAKS = frozenset(
    """address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hr html head legend li main nav ol option p pre section summary table tbody
    td tfoot th thead title tr ul""".split()  # noqa: SIM905 - a list of names reads best as one
)
_MENUS = frozenset({"nav", "footer"})
"""What surrounds the text of a page on each page of a site."""
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BOLD = frozenset({"b", "strong"})


@dataclass(frozen=True, slots=True)
class HtmlText:
    """What a page says, and how much of it is no text."""

    blocks: tuple[Block, ...]
    """In reading order; runs are in characters of the page."""
    pictures: int
    title: str
    """What the page calls itself; empty when it does not."""
    heading: str
    """Its first heading of the first order; empty when it has none."""


def html_source(data: bytes, file: str) -> str:
    """The characters of a page: UTF-8, UTF-16 with a mark, or Windows-1252 where the page says so.

    Raises `TextError` for other content.
    """
    if _CHARSET.search(data[:4096]) and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        data = data.decode("cp1252", errors="replace").encode()
    return decoded(data, file, TextError)


def html_text(source: str, file: str) -> HtmlText:
    """The paragraphs, headings, list items and table cells of a page.

    Raises `TextError` for a page with more tags than a narrative can have, and for one that this program wrote.
    """
    if _OWN.search(source, 0, 4096):
        raise fail(
            TextError,
            file,
            "halaman ini hasil pemeriksaan, bukan naskah",
            expected="berkas naskahnya: .docx, .md, .txt, atau .json",
        )
    page = _Page(source)
    at, tags = 0, 0
    while (opening := source.find("<", at)) >= 0:
        page.text(at, opening)
        tags += 1
        if tags > _MAX_TAGS:
            raise fail(TextError, file, "isi halaman ini terlalu besar", expected="naskah satu inovasi")
        at = _after_markup(page, source, opening)
    page.text(at, len(source))
    page.end_block()
    return HtmlText(tuple(page.blocks), page.pictures, page.title, page.first)


def _after_markup(page: _Page, source: str, opening: int) -> int:
    """Take in the markup that begins at `opening`; where it ends."""
    if source.startswith("<!--", opening):
        end = source.find("-->", opening + 4)
        return len(source) if end < 0 else end + 3
    following = source[opening + 1 : opening + 2]
    if following in ("!", "?"):
        end = source.find(">", opening)
        return len(source) if end < 0 else end + 1
    tag = _TAG.match(source, opening)
    if tag is None:
        if not (following.isascii() and following.isalpha()) and following != "/":
            page.text(opening, opening + 1)  # a sign of comparison
            return opening + 1
        # A tag whose quotes do not close, or that ends where another one begins.
        other = source.find("<", opening + 1)
        stop = len(source) if other < 0 else other
        end = source.find(">", opening, stop)
        return stop if end < 0 else end + 1
    name = tag[2].lower()
    if tag[1]:
        page.close(name)
    elif name in _MENUS and (past := _past_menu(source, name, tag.end(), page)) is not None:
        page.end_block()
        return past
    elif name in _UNREAD and not tag[3].endswith("/"):
        return _past(source, name, tag.end(), page)
    else:
        page.open(name, tag[3])
    return tag.end()


def _past(source: str, name: str, at: int, page: _Page) -> int:
    """Where the element `name`, whose content is not read, ends; the page's end when it is not closed."""
    if name in page.unclosed:
        return len(source)
    end = re.compile(f"</{name}(?=[\\s/>])", re.IGNORECASE).search(source, at)
    if end is None:
        page.unclosed.add(name)
        return len(source)
    closing = source.find(">", end.end())
    return len(source) if closing < 0 else closing + 1


def _past_menu(source: str, name: str, at: int, page: _Page) -> int | None:
    """Where a menu ends; None for one that is not closed: then what follows may be the whole text."""
    if name in page.unclosed:
        return None
    end = re.compile(f"</{name}\\s{{0,3}}>", re.IGNORECASE).search(source, at)
    if end is None:
        page.unclosed.add(name)
    return None if end is None else end.end()


@dataclass(slots=True)
class _Page:
    """The blocks so far and the one that is being read."""

    source: str
    blocks: list[Block] = field(default_factory=list)
    pictures: int = 0
    title: str = ""
    first: str = ""
    unclosed: set[str] = field(default_factory=set)
    _parts: list[str] = field(default_factory=list)
    _length: int = 0
    _runs: list[Run] = field(default_factory=list)
    _gap: tuple[int, int] | None = None
    """White space that counts once more text follows."""
    _bold_depth: int = 0
    _bold: int = 0
    _heading: bool = False
    _topmost: bool = False
    _title: bool = False
    _listed: bool = False
    _hidden: list[str] = field(default_factory=list)
    _rows: list[tuple[int, int]] = field(default_factory=list)
    _row: int = 0
    _cell: int = 0
    _last_row: int = 0

    def text(self, start: int, end: int) -> None:
        """Text of the page between two tags."""
        if start >= end or self._hidden:
            return
        for match in _WORD.finditer(self.source, start, end):
            word = match[0]
            if word.isspace() and word.strip("\u00a0") == "":
                self._add(word, *match.span())  # a blank that does not break is a blank that is meant
            elif word.isspace():
                if self._length and self._gap is None:
                    self._gap = match.span()
            else:
                self._add(html.unescape(word) if word[0] == "&" else word, *match.span())

    def _add(self, word: str, at: int, until: int) -> None:
        strong = bool(self._bold_depth)
        if self._gap is not None:
            gap, self._gap = self._gap, None
            self._put(" ", *gap, strong=strong)
        self._put(word, at, until, strong=strong)

    def _put(self, text: str, at: int, until: int, *, strong: bool) -> None:
        if strong and self._bold == self._length:
            self._bold += len(text)
        last = self._runs[-1] if self._runs else None
        # Runs that go on character by character are one.
        if last and last.until == at and until - at == len(text) and last.until - last.at == last.end - last.start:
            self._runs[-1] = Run(last.start, last.end + len(text), last.at, until)
        else:
            self._runs.append(Run(self._length, self._length + len(text), at, until))
        self._parts.append(text)
        self._length += len(text)

    def open(self, name: str, attributes: str) -> None:
        """A start tag."""
        if self._hidden:
            if name == self._hidden[0]:
                self._hidden.append(name)
            return
        if name in ("img", "picture"):
            self.pictures += name == "img"
        elif name in _BOLD:
            self._bold_depth += 1
        elif name in _BREAKS:
            self.end_block()
            self._opened(name)
            if attributes and name in ("div", "p", "section", "tr", "td") and _HIDDEN.search(attributes[:2000]):
                self._hidden.append(name)

    def _opened(self, name: str) -> None:
        if name in _HEADINGS:
            self._heading, self._topmost = True, name == "h1"
        elif name == "title":
            self._title = True
        elif name in ("li", "dd"):
            self._listed = name == "li"
        elif name == "table":
            self._rows.append((self._row, self._cell))
            self._row = self._cell = 0
        elif name == "tr":
            self._last_row += 1
            self._row = self._last_row
        elif name in ("td", "th"):
            self._cell += 1

    def close(self, name: str) -> None:
        """An end tag."""
        if self._hidden:
            if name == self._hidden[0]:
                self._hidden.pop()
            return
        if name in _BOLD:
            self._bold_depth = max(0, self._bold_depth - 1)
        elif name in _BREAKS:
            self.end_block()
            if name in _HEADINGS:
                self._heading = False
            elif name == "title":
                self._title = False
            elif name == "li":
                self._listed = False
            elif name == "tr":
                self._row = 0
            elif name == "table" and self._rows:
                self._row, self._cell = self._rows.pop()

    def end_block(self) -> None:
        """Keep what was read as a block, when there is any."""
        text = "".join(self._parts)
        if self._title:
            self.title = text
        elif text.strip():
            if self._heading and self._topmost and not self.first:
                self.first = " ".join(text.split())
            self.blocks.append(
                Block(
                    text,
                    tuple(self._runs),
                    listed=self._listed,
                    heading=self._heading,
                    bold=self._bold,
                    row=self._row,
                    cell=self._cell,
                )
            )
            self._listed = False  # a second paragraph of an item has no bullet of its own
        self._parts, self._runs, self._length, self._gap, self._bold = [], [], 0, None, 0
