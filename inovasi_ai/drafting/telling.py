"""What a fact's words tell already: a figure, a period, a regulation; so that nothing is said twice or in short."""

from __future__ import annotations

import re

from inovasi_ai.drafting.cited import Cited
from inovasi_ai.text.formatting import format_regulation
from inovasi_ai.text.quantities import find_quantities
from inovasi_ai.text.regulations import find_regulations
from inovasi_ai.text.values import Quantity, Regulation
from inovasi_ai.text.words import normalize

__all__ = ["holds_figure", "is_titled", "spelled_out", "tells_amount", "tells_period"]

_OPENING = re.compile(r"(?:pada |per |tahun )+")


def tells_amount(clause: Cited | None, amount: Cited | None) -> bool:
    """Whether a clause states this very amount: `sembilan desa tidak memiliki alat` states 9 desa.

    An amount without a unit is stated only by a figure without one. A clause that gives another hedge states another
    amount, save that an average (`rata-rata 6 jam`) states its figure.
    """
    if clause is None or amount is None or not isinstance(amount.value, Quantity):
        return False
    wanted = amount.value
    return any(
        (found.low, found.high, found.unit) == (wanted.low, wanted.high, wanted.unit)
        and str(found.hedge) in (wanted.hedge, "average")
        for found in (mention.quantity for mention in find_quantities(clause.text))
    )


def tells_period(clause: Cited | None, period: Cited | None) -> bool:
    """Whether a clause names this period; a period that is missing is not wanting either."""
    if period is None:
        return True
    if clause is None:
        return False
    wanted = _OPENING.sub("", normalize(period.text), count=1)
    return bool(re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", normalize(clause.text)))


def holds_figure(clause: Cited) -> bool:
    """Whether a clause holds a quantity of something: `2.310 kepala keluarga`."""
    return any(mention.quantity.unit for mention in find_quantities(clause.text))


def is_titled(regulation: Cited) -> bool:
    """Whether a citation ends with its title (`… tentang Inovasi Daerah`), so that what follows needs a comma."""
    value = regulation.value
    return bool(value.about) if isinstance(value, Regulation) else " tentang " in regulation.text


def spelled_out(clause: Cited) -> Cited:
    """The clause with its numbered regulations in full: `Undang-Undang Nomor 24 Tahun 2007` for `UU 24/2007`."""
    text = clause.text
    for mention in reversed(list(find_regulations(text))):
        if mention.regulation.number is not None:
            text = text[: mention.start] + format_regulation(mention.regulation) + text[mention.end :]
    return Cited(text, clause.fact_ids, clause.value)
