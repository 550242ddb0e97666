"""Facts in whatever shape a caller holds them, read as `Fact`s."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from inovasi_ai.domain.facts import Fact
from inovasi_ai.errors import FactsError, Problem
from inovasi_ai.lazy import lazy_pattern
from inovasi_ai.text import PartialDate, Quantity, Regulation, normalize, parse_quantity
from inovasi_ai.text.units import kind_of

__all__ = ["read_facts"]

_STATE_ENDING = lazy_pattern(
    r"(?P<item>.*?)[._](?:sebelum|sesudah|awal|akhir|semula|kini|target|realisasi|(?:19|20)[0-9]{2})",
    re.IGNORECASE,
)
_YEAR_ENDING = lazy_pattern(r".*[^0-9]((?:19|20)[0-9]{2})", re.DOTALL)
_STATE_ALONE = frozenset(("sebelum", "sesudah", "awal", "akhir", "semula", "kini"))


def _parent(fact_id: str) -> str:
    """`hasil.0` for `hasil.0.sesudah`, `akta` for `akta_sebelum` and `akta_2023`; `sebelum`, `sesudah` are one change.

    Any other id of one part, or one that ends in a number, is its own item.
    """
    if fact_id.casefold() in _STATE_ALONE:
        return "perubahan"
    state = _STATE_ENDING.fullmatch(fact_id)
    if state is not None and state["item"]:
        return state["item"]
    head, _, tail = fact_id.rpartition(".")
    return fact_id if not head or tail.isdigit() else head


def _label_of(fact_id: str) -> str:
    """The words of an id, without the places in a list: `mitra` for `mitra.2`."""
    return re.sub(r"[._]+", " ", re.sub(r"\.(?!(?:19|20)[0-9]{2}(?:\.|\Z))[0-9]+(?=\.|\Z)", "", fact_id))


def _as_fact(fact_id: str, label: str, value: object, unit: str = "", period: str | None = None) -> Fact | None:
    """A fact from a value as a programmer holds it; None for an empty one."""
    group, item = fact_id.partition(".")[0], _parent(fact_id)
    if period is None and (dated := _YEAR_ENDING.fullmatch(fact_id)) is not None:
        period = dated[1]
    typed: str | bool | Quantity | PartialDate | Regulation
    if value is None or value == "":
        return None
    if isinstance(value, bool | Quantity | PartialDate | Regulation):
        typed = value
    elif isinstance(value, int | float | Decimal):
        written = str(value)
        number = Decimal(written) if written not in ("nan", "inf", "-inf", "NaN", "Infinity", "-Infinity") else None
        if number is None:
            return None
        year = number == number.to_integral_value() and 1945 <= number <= 2100 and not unit
        if year and re.search(r"tahun|year|tanggal", f"{label} {fact_id}", re.IGNORECASE):
            typed = PartialDate(int(number))
        else:
            parsed = parse_quantity(f"1 {unit}") if unit else None
            name = parsed.unit if parsed is not None else normalize(unit)
            typed = Quantity(number, number, name, kind_of(name), text=written)
    elif isinstance(value, datetime.date):
        typed = PartialDate(value.year, value.month, value.day)
    else:
        typed = str(value)
        if unit and (whole := parse_quantity(f"{typed} {unit}") or parse_quantity(f"{unit} {typed}")) is not None:
            typed = whole
    return Fact(fact_id, label or _label_of(fact_id), typed, str(value), group, item, period=period)


def _problem(found: object, reason: str = "fakta ini tidak dapat dibaca") -> FactsError:
    return FactsError(
        Problem(
            reason,
            found=repr(found)[:80],
            expected="`Innovation`, pasangan kode dan nilai, atau daftar berisi `id`, `label`, `value`",
        )
    )


def read_facts(facts: object) -> Iterator[Fact]:
    """All facts in whatever form they were given."""
    own = getattr(facts, "facts", None)
    if callable(own):
        yield from own()
        return
    if isinstance(facts, Mapping):
        for key, value in facts.items():
            yield from _nested(str(key), value)
        return
    if not isinstance(facts, Iterable) or isinstance(facts, str | bytes):
        raise _problem(facts)
    seen: set[str] = set()
    for index, entry in enumerate(facts):
        if not isinstance(entry, Fact | Mapping):
            raise _problem(entry)
        fact_id = entry.id if isinstance(entry, Fact) else str(entry.get("id", index))
        if fact_id in seen:
            raise _problem(fact_id, f"kode fakta `{fact_id}` dipakai lebih dari satu kali")
        seen.add(fact_id)
        if isinstance(entry, Fact):
            yield entry
            continue
        if entry.get("value") is None:
            raise _problem(entry, f"fakta ini tidak dapat dibaca: `{fact_id}` tidak memiliki nilai")
        fact = _as_fact(
            fact_id, str(entry.get("label") or ""), entry["value"], str(entry.get("unit") or ""),
            str(entry["period"]) if entry.get("period") else None,
        )  # fmt: skip
        if fact is not None:
            yield fact


def _nested(key: str, value: object) -> Iterator[Fact]:
    """Facts of one entry of a mapping; a mapping with `value` is one fact, other mappings and lists hold more."""
    if isinstance(value, Fact):
        yield replace(value, id=key)
    elif isinstance(value, Mapping):
        if value.get("value") is not None:
            yield from read_facts([{**value, "id": key}])
        else:
            for inner, entry in value.items():
                yield from _nested(f"{key}.{inner}", entry)
    elif isinstance(value, list | tuple):
        for index, entry in enumerate(value):
            yield from _nested(f"{key}.{index}", entry)
    else:
        fact = _as_fact(key, "", value)
        if fact is not None:
            yield fact
