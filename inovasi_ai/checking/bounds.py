"""What a hedge word binds a figure to, and whether a fact keeps it.

`lebih dari 94 persen` is true of 94,1 persen and false of 93,9 persen; `sekitar 2.000` is a fair rounding of 1.932 and
not of 1.706; of `15–17 ton` one may say `paling sedikit 15 ton`, but not `15 ton`.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Literal

from inovasi_ai.text import Quantity, format_quantity

__all__ = ["Relation", "against_words", "digits_of", "follows_words", "holds", "is_bound", "relation"]

Relation = Literal["states", "follows", "against", "open"]
"""`states`: the fact says just this; `follows`: it follows from the fact; `against`: it denies it; else `open`."""

_FAIR = Decimal("0.05")
"""A rounding that is off by this share of the true figure, or more, is not fair."""
_CLOSE = Decimal("0.1")
"""A bound further from the figure than this share of it says nothing of it: more than ten thousand, of five."""
_EXACT = frozenset(("", "average"))
_LOWER = frozenset(("over", "at_least"))
_UPPER = frozenset(("under", "at_most"))


def is_bound(quantity: Quantity) -> bool:
    """Whether the hedge says on which side of the figure the truth lies."""
    return quantity.hedge in _LOWER or quantity.hedge in _UPPER


def digits_of(value: Decimal) -> tuple[int, Decimal]:
    """Number of significant digits, and the place of the last of them: (2, 1000) for 14000."""
    _, digits, exponent = value.normalize().as_tuple()
    return len(digits), Decimal((0, (1,), exponent)) if isinstance(exponent, int) else Decimal(1)


def _close(bound: Decimal, exact: Decimal) -> bool:
    small = abs(exact) <= 10 and bound == bound.to_integral_value() and exact == exact.to_integral_value()
    return abs(bound - exact) <= max(abs(exact) * _CLOSE, Decimal(1) if small else Decimal(0))


def _rounder(written: Decimal, exact: Decimal) -> bool:
    return digits_of(written)[0] < digits_of(exact)[0]


def holds(written: Quantity, exact: Decimal) -> bool:
    """Whether a hedged single figure may be written where the truth is `exact`: a close bound, or a fair rounding."""
    value = written.low
    if value == 0 or exact == 0:
        return value == exact and written.hedge in ("about", "at_least", "at_most")
    place = digits_of(value)[1]
    match written.hedge:
        case "about":
            off = abs(value - exact)
            return off == 0 or (_rounder(value, exact) and off <= place / 2 and off < abs(exact) * _FAIR)
        case "almost":
            off = value - exact
            return _rounder(value, exact) and 0 < off <= place and off < abs(exact) * _FAIR
        case "over":
            return exact > value and _close(value, exact)
        case "at_least":
            return exact >= value and _close(value, exact)
        case "under":
            return exact < value and _close(value, exact)
        case "at_most":
            return exact <= value and _close(value, exact)
        case _:
            return value == exact


def relation(written: Quantity, stated: Quantity) -> Relation:
    """What a fact's quantity makes of a written one. The numbers are compared as they are: convert units before."""
    alike = (written.low, written.high) == (stated.low, stated.high)
    if written.hedge == stated.hedge and alike:
        return "states"
    exact = written.hedge in _EXACT
    if stated.hedge in _EXACT and (exact or written.is_range):
        return "states" if alike and (exact or written.hedge == "about") else "open"
    if exact or written.is_range:
        return "open"
    if stated.hedge in _EXACT:
        return _of_figure(written, stated)
    if stated.is_range:
        return "open"
    if stated.hedge in ("about", "almost"):
        return "follows" if alike and written.hedge == "about" else "open"
    return _of_bound(written, stated)


def _of_figure(written: Quantity, stated: Quantity) -> Relation:
    """A hedged figure against an exact one or an exact range."""
    value, low, high = written.low, stated.low, stated.high
    if written.hedge == "about":
        if value == low == high:
            return "states"
        fair = low <= value <= high if stated.is_range else holds(written, low)
        return "follows" if fair else "open"
    nearest = low if abs(value - low) <= abs(value - high) else high
    # A bound holds of a whole range when it holds of the end that is closest to it.
    tight = low if written.hedge in _LOWER else high
    if holds(written, tight):
        return "follows"
    denied = {
        "almost": value <= low,
        "over": high <= value,
        "at_least": high < value,
        "under": low >= value,
        "at_most": low > value,
    }[written.hedge]
    return "against" if denied and _close(value, nearest) else "open"


def _of_bound(written: Quantity, stated: Quantity) -> Relation:
    """A bound against a bound: `lebih dari 500` gives `minimal 500` and denies `maksimal 500`."""
    value, limit = written.low, stated.low
    if not is_bound(written) or not _close(value, limit):
        return "open"
    sign = 1 if stated.hedge in _LOWER else -1
    ahead = (limit - value) * sign
    strict = stated.hedge in ("over", "under")
    if (written.hedge in _LOWER) == (stated.hedge in _LOWER):
        wanted_strict = written.hedge in ("over", "under")
        return "follows" if ahead > 0 or (ahead == 0 and (strict or not wanted_strict)) else "open"
    denied = ahead > 0 or (ahead == 0 and (strict or written.hedge in ("over", "under")))
    return "against" if denied else "open"


_TRUE = {"over": "lebih dari", "under": "kurang dari", "at_least": "paling sedikit", "at_most": "paling banyak"}
_FALSE = {
    "over": "tidak lebih dari",
    "under": "tidak kurang dari",
    "at_least": "tidak mencapai",
    "at_most": "melebihi",
    "almost": "bukan hampir",
}


def _plain(quantity: Quantity) -> str:
    return format_quantity(replace(quantity, hedge=""))


def follows_words(written: Quantity, stated: Quantity) -> str:
    """`94,1 persen lebih dari 94 persen`, `pembulatan dari 1.932`."""
    if written.hedge in _TRUE:
        return f"{format_quantity(stated)} {_TRUE[written.hedge]} {_plain(written)}"
    if stated.is_range:
        return f"{_plain(written)} ada dalam rentang {format_quantity(stated)}"
    return f"pembulatan dari {_plain(stated)}"


def against_words(written: Quantity, stated: Quantity) -> str:
    """`faktanya 94,1 persen, tidak kurang dari 94 persen`."""
    return f"faktanya {format_quantity(stated)}, {_FALSE[written.hedge]} {_plain(written)}"
