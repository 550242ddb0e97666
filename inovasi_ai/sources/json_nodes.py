"""JSON into nodes with places; numbers keep JSON's meaning (`1.250` is one and a quarter), tabs are fine."""

from __future__ import annotations

import bisect
import json
import re
from decimal import Decimal
from typing import NoReturn

from inovasi_ai.sources.nodes import MAX_DEPTH, MAX_NODES, MAX_SCALAR, Node, Place, Problems, Scalar

__all__ = ["read_json"]

_TOKEN = re.compile(
    r'[ \t\r\n]*(?:(?P<string>"[^"\\\x00-\x1f]*(?:\\.[^"\\\x00-\x1f]*)*")'
    r"|(?P<number>-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)(?![0-9A-Za-z.])"
    r"|(?P<word>true|false|null)(?![0-9A-Za-z])"
    r"|(?P<mark>[{}\[\],:]))"
)
_SPACE = re.compile(r"[ \t\r\n]*")
_JUNK = re.compile(r"[^\s,:{}\[\]]{1,40}")
_WORDS: dict[str, Scalar] = {"true": True, "false": False, "null": None}
_MAX_EXPONENT = 30


def read_json(text: str, problems: Problems) -> list[Node]:
    """The one document of a JSON text, as a list of one.

    Duplicate names go to `problems`; a syntax error or a limit passed raises.
    """
    return [_Reader(text, problems).document()]


class _Reader:
    def __init__(self, text: str, problems: Problems) -> None:
        self.text = text
        self.problems = problems
        self.position = 0
        self.count = 0
        self.path: list[str] = []
        self.starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def place(self, offset: int) -> Place:
        row = bisect.bisect_right(self.starts, offset) - 1
        return row + 1, offset - self.starts[row] + 1

    def fail(self, message: str, expected: str, *, found: str | None = None, suggestion: str | None = None) -> NoReturn:
        offset = _end(_SPACE, self.text, self.position)
        if found is None:
            junk = _JUNK.match(self.text, offset)
            found = junk.group() if junk else self.text[offset : offset + 1] or "akhir berkas"
        self.problems.at(self.place(offset), message, found=found, expected=expected, suggestion=suggestion)
        raise self.problems.error()

    def peek(self) -> tuple[str, str, int]:
        """Kind, text and offset of the next token, which stays unread."""
        match = _TOKEN.match(self.text, self.position)
        if match is None or match.lastgroup is None:
            self.broken()
        return match.lastgroup, match[match.lastgroup], match.start(match.lastgroup)

    def take(self) -> tuple[str, str, int]:
        kind, token, offset = self.peek()
        self.position = offset + len(token)
        return kind, token, offset

    def broken(self) -> NoReturn:
        offset = _end(_SPACE, self.text, self.position)
        rest = self.text[offset : offset + 40]
        if not rest:
            self.fail("JSON berakhir sebelum semua kurung ditutup", "`]` atau `}` penutup")
        if rest[0] == '"':
            message = "teks JSON tidak ditutup, atau memuat pergantian baris atau tab"
            self.fail(message, "tanda petik penutup pada baris yang sama")
        if rest[0] == "'":
            self.fail("JSON memakai tanda petik ganda", 'teks di antara tanda petik ganda `"`')
        if re.match(r"-?(?:NaN|Infinity|inf)", rest):
            self.fail("NaN dan Infinity bukan angka", "angka, atau hapus isiannya")
        if rest.startswith(("//", "/*", "#")):
            self.fail("JSON tidak mengenal komentar", "hapus komentarnya, atau pakai YAML")
        word = re.match(r"(?:True|False|None|TRUE|FALSE|NULL)\b", rest)
        if word:
            found = word.group().lower().replace("none", "null")
            self.fail("kata ini ditulis lain dalam JSON", "`true`, `false`, atau `null`", suggestion=found)
        if re.match(r"[-+]?[0-9.]", rest):
            self.fail("angka ini tidak sah dalam JSON", 'angka JSON seperti 12.5, atau teks seperti "12,5 persen"')
        self.fail("teks JSON harus di antara tanda petik ganda", 'teks di antara tanda petik ganda `"`')

    def document(self) -> Node:
        node = self.value(0)
        if _end(_SPACE, self.text, self.position) != len(self.text):
            self.fail("ada isi sesudah akhir JSON", "satu daftar `[…]` atau satu kelompok `{…}` per berkas")
        return node

    def value(self, depth: int) -> Node:
        kind, token, offset = self.take()
        self.count += 1
        if depth >= MAX_DEPTH:
            self.position = offset
            self.fail("isian bertingkat terlalu dalam", f"paling dalam {MAX_DEPTH} tingkat")
        if self.count > MAX_NODES:
            self.fail("berkas memuat terlalu banyak isian", f"paling banyak {MAX_NODES} isian per berkas")
        place = self.place(offset)
        if kind == "string":
            return Node(self.string(token, place), place)
        if kind == "number":
            return Node(self.number(token, place), place)
        if kind == "word":
            return Node(_WORDS[token], place)
        if token == "{":
            return self.group(place, depth)
        if token == "[":
            return self.listing(place, depth)
        self.position = offset
        expected = "teks, angka, daftar, atau kelompok; tanpa koma sesudah butir terakhir"
        return self.fail("di sini seharusnya ada nilai", expected)

    def listing(self, place: Place, depth: int) -> Node:
        entries: list[Node] = []
        if self.peek()[1] == "]":
            self.take()
            return Node(entries, place)
        while True:
            self.path.append(str(len(entries)))
            entries.append(self.value(depth + 1))
            self.path.pop()
            if self.separator("]"):
                return Node(entries, place)

    def group(self, place: Place, depth: int) -> Node:
        entries: dict[str, Node] = {}
        if self.peek()[1] == "}":
            self.take()
            return Node(entries, place)
        while True:
            kind, token, offset = self.peek()
            if kind != "string":
                expected = '`"nama_isian": nilai`, tanpa koma sesudah isian terakhir'
                self.fail("nama isian JSON harus di antara tanda petik ganda", expected)
            self.take()
            key_place = self.place(offset)
            key = (self.string(token, key_place) or "").strip()
            if self.peek()[1] != ":":
                self.fail("tanda titik dua tidak ada sesudah nama isian", '`"nama_isian": nilai`')
            self.take()
            self.path.append(key)
            node = self.value(depth + 1)
            node.key_place = key_place
            earlier = entries.setdefault(key, node)
            if earlier is not node:
                first = earlier.key_place[0] if earlier.key_place else 0
                self.problems.at(
                    key_place,
                    f"isian `{key}` ditulis dua kali: pada baris {first} dan baris {key_place[0]}",
                    field=".".join(self.path),
                    expected="satu kali saja; beberapa butir ditulis sebagai daftar `[…]`",
                )
            self.path.pop()
            if self.separator("}"):
                return Node(entries, place)

    def separator(self, closing: str) -> bool:
        """Read `,` (False) or the closing mark (True)."""
        token = self.peek()[1]
        if token not in (",", closing):
            self.fail(f"koma atau `{closing}` tidak ada di antara dua isian", f"`,` atau `{closing}`")
        self.take()
        return token == closing

    def string(self, token: str, place: Place) -> str | None:
        if len(token) > MAX_SCALAR:
            expected = f"paling banyak {MAX_SCALAR} karakter"
            self.problems.at(place, "isian ini terlalu panjang", found=token, expected=expected)
            return None
        if "\\" not in token:
            return token[1:-1]
        try:
            text = str(json.loads(token))
        except json.JSONDecodeError:
            text = "\ud800"
        if any("\ud800" <= char <= "\udfff" for char in text):
            expected = "`\\\\` untuk garis miring terbalik"
            self.problems.at(place, "tanda `\\` di dalam teks ini tidak terbaca", found=token, expected=expected)
            return None
        return text

    def number(self, token: str, place: Place) -> int | Decimal | None:
        amount = Decimal(token) if len(token) <= 2 * _MAX_EXPONENT else None
        if amount is None or abs(amount.adjusted()) > _MAX_EXPONENT:
            self.problems.at(place, "angka ini terlalu panjang atau terlalu besar", found=token, expected="angka biasa")
            return None
        return int(token) if re.fullmatch(r"-?[0-9]+", token) else amount


def _end(pattern: re.Pattern[str], text: str, position: int) -> int:
    match = pattern.match(text, position)
    return match.end() if match else position
