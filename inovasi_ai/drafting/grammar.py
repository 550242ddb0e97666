"""Facts are clauses of many hands; here they are turned so that they go on a sentence: capitals, verbs, periods.

Nothing here adds a statement. What a clause is (verb first, a whole sentence, a mere noun) is judged by its words,
from the lists of `prompts/kata.yaml`; a wrong judgement costs style, never truth.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from inovasi_ai.drafting.cited import Cited
from inovasi_ai.drafting.words import Words
from inovasi_ai.text.dates import parse_date
from inovasi_ai.text.formatting import format_date
from inovasi_ai.text.units import UNITS
from inovasi_ai.text.values import Quantity
from inovasi_ai.text.words import normalize

__all__ = ["Grammar"]

_ORDINAL = re.compile(r"(?:\(?(?:[0-9]{1,2}|[a-h])\)|[0-9]{1,2}\.(?=\s)|[-•*])\s*")
_VERB = re.compile(r"(?:me|di|ber|ter)[a-z]{3,}(?:-[a-z]+)?\Z")
_ACTIVE = re.compile(r"(?:me|ber)[a-z]{3,}(?:-[a-z]+)?\Z")
_YEARS = re.compile(r"(?:19|20)[0-9]{2}\s?[-–—/]\s?(?:19|20)[0-9]{2}\Z")
_SPAN = re.compile(r"(?<=[a-z0-9])\s?-\s?(?=[A-Z0-9])")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_INNER = re.compile(r"\s*\(([^()]*)\)")
_AFTER = frozenset(("yang", "untuk", "guna", "dengan", "secara"))
"""A verb right after one of these belongs to a description, not to a statement."""
_DAY = re.compile(r"[0-9]{1,4}[-/][0-9]{1,2}[-/][0-9]{1,4}\Z")


def _map(value: Cited, text: str) -> Cited:
    return Cited(text, value.fact_ids, value.value)


class Grammar:
    """What templates may do with a fact's words. `name` is the innovation's name, which is never changed."""

    def __init__(self, words: Words, name: str) -> None:
        self._words = words
        self._name = name

    # Shaping

    def whole(self, value: Cited) -> Cited:
        """A sentence as it was written, without its list number and final stop."""
        text = self._bare(value.text)
        opening = self._words.opens("keterangan_kalimat", text.lower())
        if opening and len(opening) < len(text):
            text = f"{text[: len(opening)]},{text[len(opening) :]}"
        return _map(value, text)

    def continuing(self, value: Cited) -> Cited:
        """The same, to go on after a comma: no capital unless it begins a name."""
        return _map(value, self._lowered(self._bare(value.text)))

    def _bare(self, text: str) -> str:
        text = text.strip()
        cut = _ORDINAL.match(text)
        if cut and cut.end() < len(text) and not text.startswith(self._name):
            text = text[cut.end() :]
        return text if text.endswith(self._name) else text.rstrip(".;,: ")

    def _lowered(self, text: str) -> str:
        if self._name and text.startswith(self._name):
            return text
        first, _, rest = text.partition(" ")
        letters = first.strip("“\"'(,:")
        if not letters[:1].isupper() or self._is_name(letters, rest):
            return text
        return first.replace(letters, letters[0].lower() + letters[1:], 1) + (f" {rest}" if rest else "")

    def _is_name(self, word: str, rest: str) -> bool:
        lower = word.lower()
        if lower in self._words["bukan_nama"]:
            return False
        return (
            lower in self._words["nama_tunggal"]
            or word[1:] != word[1:].lower()
            or len(word) == 1
            or rest[:1].isupper()
            or any(character.isdigit() for character in word)
        )

    def without(self, value: Cited, *openings: str) -> Cited:
        """The clause without the words it opens with: `mempercepat layanan` for `untuk mempercepat layanan`."""
        text = self.continuing(value).text
        for opening in openings:
            if text.lower().startswith(f"{opening} "):
                text = text[len(opening) :].strip()
        return _map(value, text)

    def relative(self, value: Cited) -> Cited:
        """A clause made to follow a noun: `yang mengatur rujukan`, `yang menjadi dasar penilaian`."""
        text = self.without(value, "yang").text
        lower = text.lower()
        first = _first(lower)
        if first == "bahwa":
            text = f"yang menyatakan {text}"
        elif first == "sebagai":
            text = f"yang menjadi {text[len('sebagai ') :]}"
        elif first in self._words["kaitan_benda"]:
            text = f"yang menjadi {text}"
        elif self._is_verb(first) or first in self._words["sifat"] or first in self._words["penanda_kalimat"]:
            text = f"yang {text}"
        else:
            text = f"yang berkaitan dengan {text}"
        return _map(value, text)

    def source(self, value: Cited) -> Cited:
        """A source that may stand in brackets: without brackets of its own."""
        return _map(value, _INNER.sub(r", \1", self._bare(value.text)).lstrip(", "))

    def at(self, value: Cited) -> Cited:
        """A period as an adverbial: `pada tahun 2023`, `per Desember 2023`, `sepanjang 2024`."""
        text = self._bare(value.text)
        lower = normalize(text)
        first = lower.split(" ", 1)[0]
        if first in self._words["pembuka_waktu"]:
            return _map(value, text[0].lower() + text[1:])
        if first in self._words["kata_periode"]:
            return _map(value, f"pada {text[0].lower()}{_SPAN.sub('–', text[1:])}")
        date = parse_date(text)
        if date is not None and _DAY.match(text):
            text = format_date(date)
        elif not any(character == "/" for character in text):
            text = _SPAN.sub("–", text)
        year_only = (date is not None and date.precision == "year") or _YEARS.match(text)
        return _map(value, f"pada tahun {text}" if year_only else f"pada {text}")

    # Judging

    def is_verbal(self, value: Cited) -> bool:
        """Whether the clause begins with its verb: `mengatur …`, `berlaku …`."""
        return self._is_verb(_first(self._bare(value.text).lower()))

    def is_active(self, value: Cited) -> bool:
        """Whether it begins with an active verb, as goals and agendas do: `meningkatkan …`."""
        first = _first(self._bare(value.text).lower())
        return bool(_ACTIVE.match(first)) and self._is_verb(first)

    def is_predicate(self, value: Cited) -> bool:
        """Whether the clause says something of a subject that it does not name: `lebih cepat`, `tidak perlu antre`."""
        first = _first(self._bare(value.text).lower())
        return self._is_verb(first) or first in self._words["sifat"]

    def is_sentence(self, value: Cited) -> bool:
        """Whether the words hold a verb, so that they can stand as a sentence."""
        before = ""
        for word in _WORD.findall(self._bare(value.text).lower()):
            if before not in _AFTER and (self._is_verb(word) or word in self._words["penanda_kalimat"]):
                return True
            before = word
        return False

    def is_connected(self, value: Cited) -> bool:
        """Whether the sentence opens with its own connection: `sebelumnya …`, `pada tahap awal …`."""
        return bool(self._words.opens("berpenghubung", self._bare(value.text).lower().replace(",", "")))

    def opens(self, value: Cited, name: str) -> bool:
        """Whether the clause begins with an entry of the word list `name`."""
        return bool(self._words.opens(name, self._bare(value.text).lower()))

    def lasts(self, value: Cited) -> bool:
        """Whether an activity goes on for a time rather than being done within it."""
        return _first(self._bare(value.text).lower()) in self._words["berlangsung"]

    def _is_verb(self, word: str) -> bool:
        return bool(_VERB.match(word)) and not word.endswith("nya") and word not in self._words["bukan_kata_kerja"]

    # Figures

    def counted(self, indicator: Cited | None, amount: Cited | None) -> Cited | None:
        """`5.000 ember yang dibagikan` where the indicator begins with the unit it is counted in; else None.

        A share of people or things (`pengguna yang puas`, 90 percent) becomes a statement: `sebanyak 90 persen
        pengguna puas`.
        """
        if indicator is None or amount is None or not isinstance(amount.value, Quantity):
            return None
        quantity, text = amount.value, self.without(indicator, "jumlah", "banyaknya").text
        lower = text.lower()
        if quantity.kind == "percent" and not quantity.is_range and quantity.low:
            words = text.split(" ", 2)
            if len(words) < 3 or words[1] != "yang" or words[0].lower() not in UNITS:
                return None
            return Cited(
                f"sebanyak {amount.text} {words[0]} {words[2]}", amount.fact_ids + indicator.fact_ids, quantity
            )
        if quantity.kind != "number" or quantity.is_range or not quantity.low or " per " in quantity.unit:
            return None
        unit = quantity.unit
        if not unit:
            first = _first(lower)
            whole = quantity.low == quantity.low.to_integral_value()
            if (
                not whole
                or first not in UNITS
                or first in self._words["satuan_ukur"]
                or first in self._words["sudah_ukuran"]
            ):
                return None
        elif lower != unit and not lower.startswith(f"{unit} "):
            return None
        figure = amount.text.removesuffix(unit).strip() if amount.text.lower().endswith(unit) else amount.text
        if figure == amount.text and unit:
            text = text[len(unit) :].strip()
        return Cited(f"{figure} {text}".strip(), amount.fact_ids + indicator.fact_ids, quantity)

    def number_of(self, indicator: Cited, amount: Cited) -> Cited:
        """`jumlah ember yang terkumpul` where people or things are counted; else the indicator as it is."""
        quantity = amount.value
        text = self.continuing(indicator).text
        if not isinstance(quantity, Quantity) or quantity.kind != "number" or " per " in quantity.unit:
            return _map(indicator, text)
        first = _first(text.lower())
        people = quantity.unit in ("orang", "jiwa", "keluarga", "kepala keluarga", "kk")
        things = first in UNITS if not quantity.unit else f"{text.lower()} ".startswith(f"{quantity.unit} ")
        if first in self._words["sudah_ukuran"] or not (people or things):
            return _map(indicator, text)
        return _map(indicator, f"jumlah {text}")

    def amount(self, value: Cited) -> Cited:
        """The figure, `nihil` for none of something; a percentage of nought stays a figure."""
        quantity = value.value
        none = isinstance(quantity, Quantity) and not quantity.low and not quantity.high and quantity.kind != "percent"
        return _map(value, "nihil") if none else value

    def verb(self, value: Cited, turn: int) -> str:
        """What links an indicator to its figure: `sebesar`, `tercatat`, `adalah`; `turn` makes neighbours differ."""
        quantity = value.value
        if not isinstance(quantity, Quantity):
            return "tercatat"
        choices = self._words.choices("predikat", self._sort(quantity))
        return choices[turn % len(choices)]

    def _sort(self, quantity: Quantity) -> str:
        if quantity.hedge:
            return "taksiran"
        if quantity.is_range:
            return "rentang"
        if " per " in quantity.unit:
            return "uang" if quantity.kind == "money" else "laju"
        match quantity.kind:
            case "money":
                return "uang"
            case "percent":
                return "persen"
            case "duration":
                return "waktu"
            case "number":
                if not quantity.unit:
                    return "bilangan"
                return "ukuran" if quantity.unit in self._words["satuan_ukur"] else "cacah"

    def direction(self, direction: str, value: Cited, turn: int) -> str:
        """`turun`, `menurun` or of things counted `berkurang`, by turns; other words as they are."""
        if direction not in ("naik", "turun"):
            return direction
        quantity = value.value
        counted = isinstance(quantity, Quantity) and self._sort(replace(quantity, hedge="")) == "cacah"
        choices = self._words.choices("arah_cacah" if counted else "arah", direction)
        return choices[turn % len(choices)]

    def joined(self, parts: Sequence[str]) -> str:
        """`a`, `a dan b`, `a, b, dan c`."""
        if len(parts) < 3:
            return " dan ".join(parts)
        return f"{', '.join(parts[:-1])}, dan {parts[-1]}"


def _first(lower: str) -> str:
    match = _WORD.match(lower.lstrip("“\"'("))
    return match[0] if match else ""
