"""Facts nobody vouches for: marked as doubtful by their writer, or measured without source or period.

What marks a doubt is data (`rubrics/kewajaran.yaml`), so that an office can add its own marks.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from inovasi_ai import resources
from inovasi_ai.domain.innovation import Innovation
from inovasi_ai.domain.items import Hasil, Keadaan, Manfaat, Masalah
from inovasi_ai.domain.places import FactPlaces
from inovasi_ai.errors import Problem, RubricError
from inovasi_ai.text.formatting import format_quantity
from inovasi_ai.text.values import Quantity
from inovasi_ai.yaml_data import read_document

__all__ = ["doubtful", "unsourced"]

_FILE = "kewajaran.yaml"
_SHOWN = 80
_VOUCH = "fakta yang sudah pasti; pastikan pada sumbernya, atau hapus"


class _Mark(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    pola: str
    kecuali: tuple[str, ...] = ()


class _Marks(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    di_mana_pun: tuple[str, ...]
    disisipkan: tuple[str, ...]
    tanda: tuple[_Mark, ...]


class _File(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    ragu: _Marks


@dataclass(frozen=True, slots=True)
class _Doubts:
    """The marks of doubt, compiled."""

    in_text: re.Pattern[str]
    in_value: re.Pattern[str]
    signs: tuple[tuple[re.Pattern[str], frozenset[str]], ...]

    def mark(self, text: str, leaf: str, *, value: bool) -> str | None:
        """The first mark of doubt in a fact written `text`, None when it has none."""
        found = (self.in_value if value else self.in_text).search(text)
        if found is not None:
            return found[0].strip(" .,;([–—-")
        for pattern, spared in self.signs:
            if leaf not in spared and (sign := pattern.search(text)) is not None:
                return sign[0]
        return None


@functools.cache
def _doubts(path: Path) -> _Doubts:
    try:
        marks = _File.model_validate(read_document(path)).ragu
        signs = tuple((re.compile(mark.pola), frozenset(mark.kecuali)) for mark in marks.tanda)
    except ValidationError as caught:
        raise RubricError(
            [
                Problem(error["msg"], file=str(path), field=".".join(str(part) for part in error["loc"]))
                for error in caught.errors(include_url=False)
            ]
        ) from caught
    except re.error as caught:
        raise RubricError(
            Problem(
                "pola tanda ragu ini tidak terbaca", file=str(path), found=str(caught.pattern), expected=str(caught)
            )
        ) from caught
    anywhere, inserted = _any_of(marks.di_mana_pun), _any_of(marks.disisipkan)
    between = rf"(?:[(\[,;–—]\s*|\s-\s*|^\s*){inserted}\s*(?=[)\].,;]|$)"
    return _Doubts(
        re.compile(rf"(?<!\w){anywhere}(?!\w)|{between}", re.IGNORECASE),
        re.compile(rf"(?<!\w){anywhere}(?!\w)|{between}|(?<=\s){inserted}\W*\Z", re.IGNORECASE),
        signs,
    )


def _any_of(phrases: tuple[str, ...]) -> str:
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in ordered) + ")"


def doubtful(innovation: Innovation) -> tuple[Problem, ...]:
    """Facts whose writing carries a mark of doubt or is still a placeholder, one problem each, in the model's order.

    Text is searched as it stands, of measured values the original writing. Raises `RubricError` when the list of marks
    cannot be read.
    """
    doubts = _doubts(resources.find("rubrics", _FILE))
    places = FactPlaces(innovation)
    return tuple(_doubts_of(innovation, doubts, places))


def _doubts_of(innovation: Innovation, doubts: _Doubts, places: FactPlaces) -> Iterator[Problem]:
    regulations = {f"dasar_hukum.{item.id or index}": item for index, item in enumerate(innovation.dasar_hukum)}
    for fact in innovation.facts():
        measured, written = False, fact.text
        if isinstance(fact.value, Quantity):
            measured, written = True, fact.value.text or fact.text
        elif fact.id in regulations:  # as it was filled in: what is read of it has lost its `...`
            item = regulations[fact.id]
            written = ", ".join(part for part in (item.jenis, item.nomor, item.tentang) if part)
        leaf = fact.id.removeprefix(f"{fact.item}.").rpartition(".")[2] if fact.id != fact.item else fact.group
        mark = doubts.mark(written, _PRIMARY.get(leaf, leaf), value=measured)
        if mark is not None:
            yield places.warn(
                fact.id,
                f"fakta ini masih bertanda ragu atau belum diisi: `{mark}`",
                found=written if len(written) <= _SHOWN else f"{written[: _SHOWN - 1].rstrip()}…",
                expected=_VOUCH,
            )


_PRIMARY = {"isu.global": "agenda", "isu.nasional": "agenda", "isu.lokal": "agenda", "data_dukung": "dokumen"}
"""The leaf that bears an item's own id, where a mark may spare it."""


def unsourced(innovation: Innovation) -> tuple[Problem, ...]:
    """Measured problems, states, benefits and results without source or period, one problem per item."""
    return tuple(_unsourced(innovation, FactPlaces(innovation)))


def _unsourced(innovation: Innovation, places: FactPlaces) -> Iterator[Problem]:
    groups: tuple[tuple[str, tuple[Masalah | Keadaan | Manfaat | Hasil, ...]], ...] = (
        ("manfaat", innovation.manfaat),
        ("hasil", innovation.hasil),
        ("masalah.makro", innovation.masalah.makro),
        ("masalah.mikro", innovation.masalah.mikro),
        ("sebelum", innovation.sebelum),
        ("sesudah", innovation.sesudah),
    )
    for group, items in groups:
        for index, item in enumerate(items):
            leaf, value, period = _measured(item)
            if value is None or (item.sumber and period):
                continue
            lacking = [name for name, given in (("sumber", item.sumber), ("periode", period)) if not given]
            yield places.warn(
                f"{group}.{item.id or index}.{leaf}",
                f"angka ini belum menyebut {' dan '.join(lacking)}",
                found=value.text or format_quantity(value),
                expected="; ".join(_HELP[name] for name in lacking),
            )


_HELP = {
    "sumber": "tambahkan `sumber`: dokumen atau data tempat angka ini tercatat",
    "periode": "tambahkan `periode`: tahun atau bulan pengukurannya",
}


def _measured(item: Masalah | Keadaan | Manfaat | Hasil) -> tuple[str, Quantity | None, str | None]:
    """The leaf that measures, its value and its period."""
    if not isinstance(item, Hasil):
        return "nilai", item.nilai, item.periode
    if item.sesudah is None and item.sebelum is not None:
        return "sebelum", item.sebelum, item.periode_sebelum or item.periode
    return "sesudah", item.sesudah, item.periode
