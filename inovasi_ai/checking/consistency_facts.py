"""Whether the facts say one thing of one thing: the name in the decree, and what is measured in several places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from inovasi_ai.domain.innovation import Innovation
from inovasi_ai.domain.report import Finding
from inovasi_ai.lazy import lazy_pattern
from inovasi_ai.text.formatting import format_quantity, format_regulation
from inovasi_ai.text.values import Quantity
from inovasi_ai.text.words import normalize

__all__ = ["check_facts_agree"]

_WORD = re.compile(r"[^\W_]+")
_NAMED = lazy_pattern(r"\b[Ii]novasi\s+(?:[Dd]aerah\s+)?[“\"']?(?=[A-Z])(?P<name>[^,;.()”\"']{3,80})")
"""The name a decree's title gives: `Penetapan Inovasi ANTAR AKTA`."""
_NO_NAME = frozenset(("daerah", "kabupaten", "kota", "provinsi", "pelayanan", "tahun", "perangkat", "pada", "di"))
"""Words after `inovasi` that open no name: `Penetapan Inovasi Daerah Kabupaten Contoh Tahun 2025`."""


def check_facts_agree(innovation: Innovation) -> list[Finding]:
    """What the facts say of one thing in two ways: decree and name, goal and result, benefit and result."""
    return [*_decree_names(innovation), *_measures(innovation)]


def _decree_names(innovation: Innovation) -> Iterator[Finding]:
    name = innovation.nama_inovasi.partition("(")[0].strip(" “”\"'")
    for index, basis in enumerate(innovation.dasar_hukum):
        if not basis.menetapkan or not basis.tentang or _run_together(name) in _run_together(basis.tentang):
            continue
        match = _NAMED.search(basis.tentang)
        words = _WORD.findall(match["name"].lower()) if match is not None else []
        if match is None or not words or words[0] in _NO_NAME:
            continue  # a decree on the innovations of a year names none of them in its title
        if not {word for word in words if len(word) > 2} & set(_WORD.findall(name.lower())):
            continue
        yield Finding(
            rule="konsistensi.nama_penetapan",
            severity="warning",
            message=(
                f"{format_regulation(basis.peraturan)} menetapkan “{match['name'].strip()}”,"
                f" sedangkan nama inovasi pada faktanya “{name}”."
            ),
            fix="Samakan nama inovasi dengan produk hukum yang menetapkannya, atau periksa judul produk hukum itu.",
            facts=("nama_inovasi", f"dasar_hukum.{basis.id or index}"),
        )


def _measures(innovation: Innovation) -> Iterator[Finding]:
    """Two values of what bears the same name: at the start of a goal and before a result, or in one period."""
    before: dict[str, tuple[str, Quantity]] = {}
    after: dict[tuple[str, str], tuple[str, Quantity]] = {}
    for number, goal in enumerate(innovation.tujuan):
        if goal.indikator and goal.awal is not None:
            before.setdefault(_plain(goal.indikator), (f"tujuan.{goal.id or number}.awal", goal.awal))
    for number, benefit in enumerate(innovation.manfaat):
        if benefit.indikator and benefit.nilai is not None and benefit.periode:
            key = (_plain(benefit.indikator), _plain(benefit.periode))
            after.setdefault(key, (f"manfaat.{benefit.id or number}.nilai", benefit.nilai))
    for number, result in enumerate(innovation.hasil):
        if not result.indikator:
            continue
        item = f"hasil.{result.id or number}"
        told = _plain(result.indikator)
        if result.sebelum is not None and told in before:
            yield from _differing(result.indikator, before[told], (f"{item}.sebelum", result.sebelum))
        if result.sesudah is not None and result.periode and (told, _plain(result.periode)) in after:
            first = after[told, _plain(result.periode)]
            yield from _differing(result.indikator, first, (f"{item}.sesudah", result.sesudah))


def _differing(what: str, first: tuple[str, Quantity], second: tuple[str, Quantity]) -> Iterator[Finding]:
    (one, left), (other, right) = first, second
    if (
        left.is_estimate
        or right.is_estimate
        or left.unit != right.unit
        or (left.low, left.high) == (right.low, right.high)
    ):
        return
    yield Finding(
        rule="konsistensi.fakta",
        severity="warning",
        message=(
            f"“{what}” bernilai {format_quantity(left)} pada `{one}`, tetapi {format_quantity(right)} pada `{other}`."
        ),
        fix="Samakan menurut sumbernya; bila periodenya berbeda, sebutkan periode masing-masing.",
        facts=(one, other),
    )


def _plain(text: str) -> str:
    return " ".join(normalize(text).split())


def _run_together(text: str) -> str:
    return "".join(normalize(text).replace("-", " ").split())
