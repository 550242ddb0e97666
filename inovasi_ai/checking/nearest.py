"""What an unsupported figure may have meant: the facts of its unit or its subject, and never a mere coincidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from inovasi_ai.text import Quantity, format_quantity

from .bounds import against_words, follows_words
from .fact_index import Amount, FactIndex
from .judgement import Judgement
from .measures import category, likeness

__all__ = ["far_bound", "ids_of", "is_misfit", "misfit", "nearest"]

_SMALL = 10
"""Up to this value a figure of another unit is a coincidence, unless the sentence speaks of its fact."""
_FAR = Decimal("1.4")
"""How many times a far lower bound the figure of the one fact that is spoken of may be."""


def ids_of(amounts: Iterable[Amount]) -> tuple[str, ...]:
    """The distinct facts of amounts, in order."""
    return tuple(dict.fromkeys(amount.fact for amount in amounts))


def is_misfit(written: Quantity, stated: Amount, stems: frozenset[str]) -> bool:
    """Whether a fact with the figure, in another unit, could be meant: by the words around or by what it counts."""
    if stems & stated.stems:
        return True
    ours = category(written.unit)
    return written.low > _SMALL and ours is not None and ours == category(stated.quantity.unit)


def misfit(written: Quantity, stems: frozenset[str], misfits: Sequence[Amount], index: FactIndex) -> Judgement:
    """The verdict on a figure that facts state in another unit; the fact of the same quantity is named first."""
    meant, other = _spoken(written, stems, index), misfits[0]
    if meant is None:
        return Judgement("wrong_role", ids_of(misfits), _stated_as(other, index))
    if written.low <= _SMALL and len(meant.stems & stems) >= len(other.stems & stems):
        return Judgement("unsupported", (meant.fact,), f"faktanya {format_quantity(meant.quantity)}")
    label = index.labels.get(meant.fact, meant.fact)
    words = f"untuk {label} tercatat {format_quantity(meant.quantity)}; angka ini {_stated_as(other, index)}"
    return Judgement("wrong_role", ids_of((meant, *misfits)), words)


def _stated_as(amount: Amount, index: FactIndex) -> str:
    return f"dalam fakta tercatat {format_quantity(amount.quantity)} ({index.labels.get(amount.fact, amount.fact)})"


def _spoken(written: Quantity, stems: frozenset[str], index: FactIndex) -> Amount | None:
    """The fact in the written unit of which the sentence says most."""
    if not written.unit:
        return None
    fitting = [amount for amount in index.alike(written.unit) if amount.typed and amount.stems & stems]
    fitting = [amount for amount in fitting if amount.quantity.unit == written.unit]
    return max(fitting, key=lambda amount: len(amount.stems & stems), default=None)


def far_bound(written: Quantity, stems: frozenset[str], index: FactIndex) -> Judgement | None:
    """The verdict on `lebih dari 30 pegawai` where the one fact that the sentence speaks of says 40, or 20."""
    if written.hedge not in ("over", "at_least") or not written.unit or written.low <= 0:
        return None
    spoken = [amount for amount in index.alike(written.unit) if amount.typed and amount.quantity.unit]
    most = max((len(amount.stems & stems) for amount in spoken), default=0)
    meant = [amount for amount in spoken if most and len(amount.stems & stems) == most]
    if not meant or any(amount.quantity.is_estimate for amount in meant):
        return None
    lowest = min(meant, key=lambda amount: amount.quantity.low)
    if all(written.low < amount.quantity.low <= written.low * _FAR for amount in meant):
        return Judgement("derived", (lowest.fact,), follows_words(written, lowest.quantity))
    if len(meant) == 1 and lowest.quantity.low < written.low <= lowest.quantity.low * _FAR:
        return Judgement("unsupported", (lowest.fact,), against_words(written, lowest.quantity))
    return None


def nearest(written: Quantity, stems: frozenset[str], index: FactIndex) -> tuple[str, ...]:
    """At most two facts that share the figure's unit or its subject, then the closest value."""
    fitting = [
        amount
        for amount in index.amounts
        if amount.typed
        and likeness(written.unit, amount.quantity.unit) != "other"
        and (amount.stems & stems or (written.unit and likeness(written.unit, amount.quantity.unit) == "same"))
    ]
    fitting.sort(
        key=lambda a: (
            -len(a.stems & stems) - 2 * (bool(written.unit) and a.quantity.unit == written.unit),
            abs(a.quantity.low - written.low) / (abs(a.quantity.low) + abs(written.low) or 1),
            a.fact,
        )
    )
    return ids_of(fitting[:2])
