"""Values that Indonesian texts and facts state: quantities, dates and regulations, apart from where they stand.

The parsers in `quantities`, `dates` and `regulations` make them from writing such as `Rp. 1.250.000,-` or
`Perda Kab. Contoh No. 5/2020`; `Document` yields them as mentions with offsets.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

__all__ = ["Hedge", "PartialDate", "Quantity", "QuantityKind", "Regulation", "RegulationLevel"]

QuantityKind = Literal["number", "percent", "money", "duration"]
Hedge = Literal["", "about", "almost", "over", "under", "at_least", "at_most", "average"]
"""How far the writer binds himself: `sekitar`/`±` about, `hampir` almost, `lebih dari` over, `kurang dari` under,
`minimal`/`paling sedikit` at_least, `maksimal`/`paling lama` at_most. `rata-rata` average binds him to the figure: it
can be calculated with like a plain one (see `Quantity.is_estimate`)."""
RegulationLevel = Literal["pusat", "daerah", "instansi", "desa", "lain"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit. `low == high` unless a range (`5–8 bulan`) was written."""

    low: Decimal
    high: Decimal
    unit: str = ""
    """Canonical unit in lower case: `persen`, `rupiah`, `hari`, `hari kerja`, `orang`, `desa`, `orang per hari`,
    `per 100.000 kelahiran hidup`, ...; empty when none is written.
    Scale words are already multiplied in (`1,2 miliar` is 1200000000)."""
    kind: QuantityKind = "number"
    hedge: Hedge = ""
    text: str = ""
    """The original writing, untouched."""

    @property
    def value(self) -> Decimal:
        """The single value; of a range, its lower bound."""
        return self.low

    @property
    def is_range(self) -> bool:
        return self.low != self.high

    @property
    def is_estimate(self) -> bool:
        """Whether the hedge leaves the figure open; an average is exact."""
        return self.hedge not in ("", "average")


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A calendar date known to the day, the month or only the year. Nothing missing is ever invented."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def precision(self) -> Literal["day", "month", "year"]:
        return "day" if self.day is not None else "month" if self.month is not None else "year"


@dataclass(frozen=True, slots=True)
class Regulation:
    """A legal product by what identifies it."""

    kind: str
    """Canonical short kind: `UU`, `Perppu`, `PP`, `Perpres`, `Inpres`, `Keppres`, `Permen`, `Kepmen`, `SE`, `Perda`,
    `Pergub`, `Perbup`, `Perwali`, `Kepgub`, `Kepbup`, `Kepwali`, `SK`, `Ingub`, `Inbup`, `Inwali`, `Perdes`,
    `Peraturan Badan`, ..."""
    number: str | None = None
    """As written, without `Nomor`: `24`, `188/214/2024`, `400.10.11/1887/BSKDN`."""
    year: int | None = None
    issuer: str | None = None
    """Who issued it, when the kind alone does not say: `Dalam Negeri`, `Kabupaten Contoh`, `Bupati Contoh`."""
    about: str | None = None
    """The words after `tentang`."""
    level: RegulationLevel = "lain"
