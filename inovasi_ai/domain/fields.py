"""Field types of the facts model: they accept what people write and keep the original beside the typed value."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator, PlainSerializer, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from inovasi_ai.domain.form import Choices, profile_form
from inovasi_ai.lazy import lazy_pattern
from inovasi_ai.text.dates import parse_date
from inovasi_ai.text.formatting import format_date, format_quantity
from inovasi_ai.text.quantities import parse_quantity
from inovasi_ai.text.values import PartialDate, Quantity

__all__ = ["Bendera", "Pilihan", "Tahun", "Tanggal", "Teks", "Ukuran", "input_error", "pilihan"]

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_SPACE = re.compile(r"\s+")
_MAGNITUDE = 30
_LONGEST_QUANTITY = 300
_NONE = frozenset({"nihil", "tidak ada", "nol"})
"""What people write for 0 where a figure is asked; `tidak ada data` and `belum ada` say something else."""
_DIRECTION = lazy_pattern(
    r"(?:naik|turun|(?:me|ber)(?:naik|ningkat|nurun|ngurang|kurang|nambah|tambah)\w*)\b", re.IGNORECASE
)
_YES = frozenset({"ya", "y", "true", "benar", "ada", "sudah"})
_NO = frozenset({"tidak", "t", "false", "salah", "belum", "no", "n"})


def input_error(kind: str, message: str, *, expected: str, suggestion: str = "") -> PydanticCustomError:
    """Build the error that `sources` turns into a `Problem`; `message` is Indonesian, without a final full stop."""
    return PydanticCustomError(
        "inovasi_" + kind,
        message,
        {"expected": expected, "suggestion": suggestion},
    )


def _text(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float | Decimal):
        raise input_error("text", "isian ini harus berupa teks", expected="satu teks, bukan daftar atau kelompok isian")
    text = str(value)
    if _CONTROL.search(text):
        raise input_error(
            "control", "teks memuat karakter kendali yang tidak tampak", expected="teks tanpa karakter kendali"
        )
    text = _SPACE.sub(" ", text).strip()
    if not text:
        raise input_error("empty", "isian ini kosong", expected="teks, atau hapus barisnya bila belum ada faktanya")
    return text


def _quantity(value: object) -> Quantity:
    if isinstance(value, Quantity):
        return value
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        amount = Decimal(str(value))
        if amount.is_finite() and abs(amount.adjusted()) <= _MAGNITUDE:
            return Quantity(amount, amount, text=str(value))
    if isinstance(value, str) and len(value) <= _LONGEST_QUANTITY:
        if value.strip(" .").casefold() in _NONE:
            return Quantity(Decimal(0), Decimal(0), text=value)
        parsed = parse_quantity(value)
        if parsed is not None and parsed.high.adjusted() <= _MAGNITUDE:
            return parsed
    raise input_error("quantity", "angka ini tidak terbaca", expected=_quantity_expected(value))


def _quantity_expected(value: object) -> str:
    if isinstance(value, str) and "?" in value:
        return "angka yang sudah pasti, tanpa tanda tanya; pastikan pada sumbernya, atau hapus isian ini"
    if isinstance(value, str) and _DIRECTION.match(value.strip()):
        return "satu angka dengan satuannya saja; arah naik atau turun dibaca dari nilai sebelum dan sesudah"
    return "satu angka dengan satuannya, misalnya `12,5 persen`, `14 hari kerja`, `Rp1.250.000`, `±300 orang`"


def _date(value: object) -> PartialDate:
    if isinstance(value, PartialDate):
        return value
    if isinstance(value, int | str) and not isinstance(value, bool):
        parsed = parse_date(str(value).strip())
        if parsed is not None and 1945 <= parsed.year <= 2100:
            return parsed
    raise input_error(
        "date", "tanggal ini tidak terbaca atau tidak ada di kalender", expected="tanggal, misalnya `3 Maret 2024`"
    )


def _year(value: object) -> int:
    text = str(value).strip() if isinstance(value, int | str) and not isinstance(value, bool) else ""
    if re.fullmatch(r"[0-9]{4}", text) and 1900 <= int(text) <= 2100:
        return int(text)
    raise input_error("year", "tahun ini tidak terbaca", expected="empat angka antara 1900 dan 2100, misalnya `2024`")


def _flag(value: object) -> bool:
    if isinstance(value, bool):
        return value
    word = str(value).strip().casefold() if isinstance(value, str) else ""
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise input_error("flag", "isian ini harus `ya` atau `tidak`", expected="`ya` atau `tidak`")


def pilihan(field: str) -> Callable[[object], str]:
    """Validator for a field whose allowed values stand in the form's data (`rubrics/<edition>/profile.yaml`)."""

    def choose(value: object) -> str:
        choices = profile_form().choices(field)
        code = choices.find(_text(value))
        if code is None:
            raise input_error(
                "choice",
                "pilihan ini tidak dikenal",
                expected=choices.listing(),
                suggestion=_near_choice(str(value), choices) or "",
            )
        return code

    return choose


_MISSPELT = 75
"""Likeness, of 100, from which a writing is taken for a misspelt one."""
_RUN_TOGETHER = 90
"""The same for writings whose blanks are left out (`ujicoba`)."""
_CLEARLY = 50
"""How much nearer the nearest label must be than the next."""
_WORDS = re.compile(r"[a-z0-9]+")


def _near_choice(text: str, choices: Choices) -> str | None:
    """The label that was surely meant: misspelt, or with words added or left out; None when two are as near.

    Words that stand in several labels (`Inovasi ...`) tell nothing.
    """
    from rapidfuzz import fuzz  # only a wrong choice pays for it

    mine = _words(text[:_LONGEST_QUANTITY])
    written = {label: label for label in choices.labels.values()}
    written |= {alias.replace("_", " "): choices.labels[code] for alias, code in choices.aliases.items()}
    counts = Counter(word for label in choices.labels.values() for word in set(_words(label)))
    shared = {word for word, count in counts.items() if count > 1}

    def held(words: Iterable[str], others: list[str]) -> bool:
        return all(any(fuzz.ratio(word, other) >= _MISSPELT for other in others) for word in words)

    def within(words: Iterable[str], others: list[str]) -> bool:
        return not set(words).difference(others, shared) and bool(set(words) - shared)

    near: dict[str, float] = {}
    for writing, label in written.items():
        its = _words(writing)
        likeness = fuzz.ratio("".join(mine), "".join(its))
        whole = held(its, mine) and held(mine, its)
        part = within(mine, its) or (within(its, mine) and set(its) <= set(mine))
        if whole or part or likeness >= _RUN_TOGETHER:
            near[label] = max(near.get(label, 0), likeness + (100 if whole else 0))
    best = sorted(near, key=lambda label: -near[label])
    return best[0] if len(best) == 1 or (len(best) > 1 and near[best[0]] - near[best[1]] > _CLEARLY) else None


def _words(text: str) -> list[str]:
    return _WORDS.findall(text.casefold())


Teks = Annotated[str, BeforeValidator(_text)]
"""Text with white space folded; empty text and control characters are errors."""

Ukuran = Annotated[
    Quantity,
    PlainValidator(_quantity),
    PlainSerializer(lambda quantity: quantity.text or format_quantity(quantity), return_type=str),
    WithJsonSchema({"type": ["string", "number"], "examples": ["12,5 persen", "14 hari kerja", "Rp1.250.000"]}),
]
"""A quantity as people write it: `12,5`, `Rp. 1.250.000,-`, `14 hari kerja`, `±300 orang`."""

Tanggal = Annotated[
    PartialDate,
    PlainValidator(_date),
    PlainSerializer(format_date, return_type=str),
    WithJsonSchema({"type": ["string", "integer"], "examples": ["3 Maret 2024", "2024-03-03", "Maret 2024"]}),
]
"""A date known to the day, the month or the year."""

Tahun = Annotated[
    int, PlainValidator(_year), WithJsonSchema({"type": ["integer", "string"], "minimum": 1900, "maximum": 2100})
]
Bendera = Annotated[bool, PlainValidator(_flag), WithJsonSchema({"enum": [True, False, "ya", "tidak"]})]
Pilihan = str
"""A code out of the form's data; use with `Annotated[Pilihan, BeforeValidator(pilihan("field"))]`."""
