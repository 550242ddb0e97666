"""Texts that strangers could write into facts and drafts, and a reader that sees what a browser would."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import strategies as st

SAMPLES = (
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</title><img src=x onerror=alert(1)>",
    "<!-- ]]> &lt;b&gt; &#x3c;script&#x3e;",
    "' onmouseover='alert(1)' x=\"",
    "{{ 7 * 7 }} {% raw %}",
    "nol\x00kendali\x1b[31m",
    "kanan\u202eke kiri\u2066",
    "**tebal** _miring_ [tautan](javascript:alert(1)) `kode` | sel |",
    "# judul\n- butir\n1. angka\n> kutip\n\n---",
    "\ud800 pengganti tunggal \uffff",
)

texts = st.sampled_from(SAMPLES) | st.text(st.characters(), max_size=40)
"""Any code points at all, lone surrogates among them, and known attacks."""

VOID = frozenset({"meta", "link", "rect", "br", "img", "input", "hr"})


class Page(HTMLParser):
    """Start tags with their attributes, and the text outside of style sheets."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.comments: list[str] = []
        self.unclosed: list[str] = []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.unclosed.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.unclosed[-1:] == [tag], f"</{tag}> closes {self.unclosed[-3:]}"
        self.unclosed.pop()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if "style" not in self.unclosed:
            self.texts.append(data)

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)

    @property
    def text(self) -> str:
        return "".join(self.texts)

    def with_class(self, name: str) -> list[dict[str, str | None]]:
        return [attributes for _, attributes in self.tags if name in (attributes.get("class") or "").split()]
