"""Whether a stated change follows from the values before and after, allowing for fair rounding."""

from __future__ import annotations

from decimal import Decimal

from inovasi_ai.text.formatting import format_number, format_quantity
from inovasi_ai.text.values import Quantity

__all__ = ["change_matches", "describe_change"]

_PERCENT = "persen"
_POINTS = frozenset({"poin", "poin persen", "persen poin", "poin persentase"})
_TIMES = frozenset({"kali", "kali lipat", "lipat"})
_HEDGED = Decimal("0.05")
"""How far, of the true value, a change may be off that is stated with `sekitar`, `hampir`, `lebih dari`."""


def change_matches(before: Quantity, after: Quantity, change: Quantity) -> bool | None:
    """True when `change` is the difference, the percentage change or the ratio of the two values.

    A change without sign may be a rise or a fall. None when it cannot be judged: ranges, different or foreign units,
    a percentage of nothing.
    """
    if before.is_range or after.is_range or change.is_range or before.unit != after.unit:
        return None
    candidates = list(_candidates(before, after, change.unit))
    if not candidates:
        return None
    return any(_equal(change, true) for true in candidates)


def _candidates(before: Quantity, after: Quantity, unit: str) -> list[Decimal]:
    difference = after.value - before.value
    relative = difference / abs(before.value) * 100 if before.value else None
    found: list[Decimal] = []
    if unit in ("", before.unit) or (unit in _POINTS and before.unit in ("", _PERCENT, *_POINTS)):
        found.append(difference)
    if unit in ("", _PERCENT) and relative is not None:
        found.append(relative)
    if unit in ("", *_TIMES) and before.value and after.value:
        found += [after.value / before.value, before.value / after.value]
    return found


def _equal(stated: Quantity, true: Decimal) -> bool:
    exponent = stated.value.as_tuple().exponent
    step = Decimal(1).scaleb(exponent) if isinstance(exponent, int) and exponent < 0 else Decimal(1)
    slack = step if true != true.to_integral_value() else step / 2  # a figure cut off instead of rounded is no lie
    if stated.is_estimate:
        slack = max(slack, abs(true) * _HEDGED)
    if stated.value < 0:
        return abs(stated.value - true) <= slack
    return abs(stated.value - abs(true)) <= slack


def describe_change(before: Quantity, after: Quantity) -> str:
    """The true change in words: `turun 12 hari kerja (85,7 persen)`."""
    difference = after.value - before.value
    if not difference:
        return f"tetap {format_quantity(after)}"
    direction = "naik" if difference > 0 else "turun"
    unit = "poin" if before.unit == _PERCENT else before.unit
    if before.kind == "money":
        amount = format_quantity(Quantity(abs(difference), abs(difference), before.unit, "money"))
    else:
        amount = f"{format_number(abs(difference))} {unit}".strip()
    if not before.value:
        return f"{direction} {amount}"
    relative = (abs(difference) / abs(before.value) * 100).quantize(Decimal("0.1"))
    return f"{direction} {amount} ({format_number(relative.normalize())} persen)"
