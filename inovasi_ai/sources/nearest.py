"""The nearest valid value to one that cannot be read; loaded only when something is wrong."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator

from pydantic import BaseModel
from rapidfuzz import fuzz, process

from inovasi_ai.domain.innovation import Innovation
from inovasi_ai.sources.fields import fields_of, shape_of, writable
from inovasi_ai.text.dates import parse_date
from inovasi_ai.text.formatting import format_date
from inovasi_ai.text.quantities import parse_quantity
from inovasi_ai.text.values import PartialDate

__all__ = ["nearest_field", "nearest_value"]

_LOOK_ALIKE = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1", "S": "5"})
_LONGEST = 200
_MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
_DIGIT_LIKE = re.compile(r"(?<![A-Za-z])[0-9OolIS.,]*[0-9][0-9OolIS.,]*(?![A-Za-z])")
_WORD = re.compile(r"[^\W\d_]+")
_IDLE = frozenset(
    ("sebesar", "sebanyak", "sejumlah", "selama", "sejauh", "adalah", "yaitu", "ada", "mencapai", "total", "jumlah")
)
"""Words that may be left out of a quantity without changing it."""
_TWO_MEANINGS = {
    "tahapan": "`tahapan_inovasi` (Inisiatif, Uji Coba, atau Penerapan) atau `langkah` (cara kerja inovasi)",
    "tahap": "`tahapan_inovasi` (Inisiatif, Uji Coba, atau Penerapan) atau `langkah` (cara kerja inovasi)",
    "waktu": "`waktu_uji_coba`, `waktu_penerapan`, atau `waktu_pengembangan`",
}
"""Names at the top of an innovation that may mean more than one of its fields."""
_FLAGS = {
    "iya": "ya", "yes": "ya", "sdh": "ya", "ok": "ya", "oke": "ya", "1": "ya", "v": "ya", "sudah ada": "ya",
    "x": "tidak",
    "tdk": "tidak", "tak": "tidak", "blm": "tidak", "0": "tidak", "-": "tidak", "bukan": "tidak", "belum ada": "tidak",
}  # fmt: skip
_KINDS = (
    "UU", "PP", "Perpres", "Inpres", "Keppres", "Permendagri", "Permenpan RB", "Perda", "Pergub", "Perbup", "Perwali",
    "Keputusan Gubernur", "Keputusan Bupati", "Keputusan Wali Kota", "Instruksi Bupati", "Surat Edaran", "Perdes",
)  # fmt: skip


def nearest_field(name: str, model: type[BaseModel]) -> str | None:
    """The field that was probably meant: of this group, else `group.field` of another group."""
    wanted = _plain(name)
    if model is Innovation and wanted in _TWO_MEANINGS:
        return _TWO_MEANINGS[wanted]
    known = {field: field for field in writable(model)}
    titles = {_plain(field.title): key for key, field in fields_of(model).items() if field.title}
    best = process.extractOne(wanted, [*known, *titles], scorer=fuzz.ratio, score_cutoff=70)
    if best is None:
        best = process.extractOne(wanted, [*known, *titles], scorer=fuzz.partial_ratio, score_cutoff=90)
        if best is not None and min(len(wanted), len(best[0])) < 4:
            best = None
    if best is not None:
        return known.get(best[0]) or titles[best[0]]
    for group, inner in _groups(Innovation):
        if inner is not model and wanted in fields_of(inner):
            return f"isian `{wanted}` ada pada `{group}`"
    return None


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", name[:_LONGEST].casefold()).strip("_")


def _groups(model: type[BaseModel], prefix: str = "") -> Iterator[tuple[str, type[BaseModel]]]:
    if not prefix:
        yield "inovasi", model
    for name in fields_of(model):
        _, inner = shape_of(model, name)
        if inner is not None:
            yield prefix + name, inner
            yield from _groups(inner, f"{prefix}{name}.")


def _entry(text: str) -> str:
    return f"- {text}" if len(text) <= 60 else f"- {text[:59]}…"


def nearest_value(kind: str, value: object) -> str | None:
    """The nearest readable writing for a value refused with this kind of error, None when nothing is near."""
    guess = _GUESSES.get(kind)
    if guess is None or isinstance(value, bool | list | tuple | dict) or value is None:
        return None
    text = " ".join(str(value)[: _LONGEST + 1].split())
    return guess(text) if 0 < len(text) <= _LONGEST else None


def _quantity(text: str) -> str | None:
    if "?" in text:  # a doubt is settled at the source, not by leaving its mark out
        return None
    repaired = _DIGIT_LIKE.sub(lambda match: match[0].translate(_LOOK_ALIKE), text)
    for candidate in _quantity_candidates(repaired):
        if candidate and candidate != text and parse_quantity(candidate) is not None and _says_all(repaired, candidate):
            return candidate
    return None


def _says_all(text: str, candidate: str) -> bool:
    """Whether no word or figure is lost: `turun 80%` is not `80%`, nor `80 dari 100 orang` 80."""
    kept = set(_WORD.findall(candidate.casefold()))
    lost = [word for word in _WORD.findall(text.casefold()) if word not in kept and word not in _IDLE]
    figures = "".join(character for character in text if character.isdigit())
    return not lost and figures == "".join(character for character in candidate if character.isdigit())


def _quantity_candidates(text: str) -> Iterator[str]:
    yield text
    yield re.sub(r"([0-9]),([0-9]{3})\.([0-9]{1,2})(?![0-9])", r"\1.\2,\3", text)  # 1,250.50 as in English
    yield re.sub(r"([.,])[.,]+", r"\1", text)  # 12,,5
    yield re.sub(r"([0-9]+,[0-9]+)[.,]([0-9]+)", r"\1\2", text)  # 12,5,3
    yield re.sub(r"(?<=[0-9]) +(?=[0-9])", "", text)  # 12 500
    yield re.sub(r"^[^0-9Rr±<>-]+", "", text)
    yield re.sub(r"\s*[(\[].*?[)\]]", "", text)
    joined = re.sub(r"(?<=[0-9]) +(?=[0-9])", "", text)
    found = re.search(r"(?:Rp\.? ?)?[0-9]+(?:[.,][0-9]+)*(?: ?%| [a-z]+)?", joined)
    if found:
        yield found[0]
        number = re.search(r"[0-9]+(?:[.,][0-9]+)?", found[0])
        yield number[0] if number else ""


def _date(text: str) -> str | None:
    for candidate in _date_candidates(text):
        if candidate != text:
            parsed = parse_date(candidate)
            if parsed is not None and 1945 <= parsed.year <= 2100:
                return format_date(parsed)
    return None


def _date_candidates(text: str) -> Iterator[str]:
    repaired = _DIGIT_LIKE.sub(lambda match: match[0].translate(_LOOK_ALIKE), text)
    yield repaired
    words = re.findall(r"[A-Za-z]{3,}", repaired)
    month = None
    for word in words:
        near = process.extractOne(word.capitalize(), _MONTHS, scorer=fuzz.ratio, score_cutoff=60)
        if near is not None:
            month, misspelt = near[0], word
            yield repaired.replace(misspelt, month)
            break
    numbers = [int(number) for number in re.findall(r"[0-9]{1,4}", repaired)]
    year = next((number for number in numbers if number >= 1000), None)
    rest = [number for number in numbers if number < 1000]
    if year is None and len(rest) == 3:  # 3/3/24
        year = 2000 + rest.pop() % 100
    if year is None and month and len(rest) == 2:
        year = 2000 + rest.pop() % 100
    if year is None or not 1945 <= year <= 2100:
        return
    if month and rest:
        yield _clamped(year, _MONTHS.index(month) + 1, rest[0])
    elif month:
        yield f"{month} {year}"
    elif len(rest) == 2:
        day, number = rest if not re.match(r"\s*[0-9]{4}", repaired) else (rest[1], rest[0])
        if 1 <= number <= 12:
            yield _clamped(year, number, day)
        elif 1 <= day <= 12:  # month written before day
            yield _clamped(year, day, number)
    yield str(year)


def _clamped(year: int, month: int, day: int) -> str:
    last = calendar.monthrange(year, month)[1]
    return format_date(PartialDate(year, month, min(max(day, 1), last)))


def _year(text: str) -> str | None:
    repaired = _DIGIT_LIKE.sub(lambda match: match[0].translate(_LOOK_ALIKE), text)
    four = re.search(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])", repaired)
    if four:
        return four[0]
    two = re.fullmatch(r"['’]?([0-9]{2})", repaired)
    return f"20{two[1]}" if two else None


def _flag(text: str) -> str | None:
    word = text.casefold().strip(" .!")
    if word in _FLAGS:
        return _FLAGS[word]
    near = process.extractOne(word, [*_FLAGS, "ya", "tidak", "belum", "sudah"], scorer=fuzz.ratio, score_cutoff=70)
    return None if near is None else _FLAGS.get(near[0], {"belum": "tidak", "sudah": "ya"}.get(near[0], near[0]))


def _coordinate(text: str) -> str | None:
    numbers = re.findall(r"-?[0-9]{1,3}[.,][0-9]+", text)
    if len(numbers) != 2:
        return None
    first, second = (float(number.replace(",", ".")) for number in numbers)
    if abs(first) > 90 >= abs(second):  # longitude written first
        numbers.reverse()
        first, second = second, first
    if re.search(r"LS|[Ss]elatan|\bS\b", text) and first > 0:
        numbers[0] = "-" + numbers[0]
    if abs(first) <= 90 and abs(second) <= 180:
        return ", ".join(number.replace(",", ".") for number in numbers)
    return None


def _whole(text: str) -> str | None:
    number = re.search(r"[0-9]{1,2}", text.translate(_LOOK_ALIKE) if not text.isalpha() else text)
    return number[0] if number and 1 <= int(number[0]) <= 99 else None


def _item_id(text: str) -> str | None:
    code = re.sub(r"^[^a-z]+", "", _plain(text))[:40].strip("_")
    return code or None


def _regulation_kind(text: str) -> str | None:
    near = process.extractOne(text, _KINDS, scorer=fuzz.WRatio, score_cutoff=70)
    return None if near is None else near[0]


_GUESSES: dict[str, Callable[[str], str | None]] = {
    "inovasi_quantity": _quantity,
    "inovasi_date": _date,
    "inovasi_year": _year,
    "inovasi_flag": _flag,
    "inovasi_coordinate": _coordinate,
    "inovasi_id": _item_id,
    "inovasi_regulation_kind": _regulation_kind,
    "tuple_type": _entry,
    "int_parsing": _whole,
    "int_from_float": _whole,
}
