"""Sentences with a fault of order or reach: a change from the wrong base, years turned round, a total told of each."""

from __future__ import annotations

from random import Random

from .cases import Case, Maker, any_figure, as_case, fill, known, rounded
from .truths import pair_with, told_change
from .worlds import World
from .writing import decimal_text, said

__all__ = ["FALSE_ORDERS"]


def wrong_base(world: World, rng: Random) -> Case | None:
    """A change in percent of the later value."""
    before, after, a, b = pair_with(world, rng)
    change = abs(after.value - before.value)
    value, true = rounded(change / after.value * 100), rounded(change / before.value * 100)
    low, high = sorted((before.value, after.value))
    others = {rounded(low / high * 100), true, change}
    if (
        abs(value - true) < 1
        or any(abs(value - other) < 1 for other in others)
        or value in {f.value for f in world.figures.values()}
    ):
        return None
    return as_case(told_change(before, after, a, b, f"{decimal_text(value)} persen", rng), rng)


def turned_years(world: World, rng: Random) -> Case | None:
    """Both values of a pair, each beside the year of the other."""
    before, after, a, b = pair_with(world, rng)
    if not before.year or not after.year or before.year == after.year:
        return None
    base = before.label.rpartition(",")[0]
    shape = rng.choice([
        f"{base[0].upper()}{base[1:]} tercatat {{x}} pada {before.year} dan {a} pada {after.year}.",
        f"{base[0].upper()}{base[1:]} sebesar {{x}} pada tahun {before.year} dan {a} pada tahun {after.year}.",
        f"{base[0].upper()}{base[1:]}: {{x}} ({before.year}) dan {a} ({after.year}).",
    ])  # fmt: skip
    return as_case(fill(shape, b), rng, role=True)


def after_ke(world: World, rng: Random) -> Case | None:
    """A made-up figure that something rose or was widened to."""
    figure = any_figure(world, rng)
    value = figure.value * rng.choice([3, 7]) + rng.randrange(11, 90)
    if figure.unit in ("", "rupiah") or value in known(world):
        return None
    shape = rng.choice(
        ["Jangkauan diperluas ke {x}.", "Capaian meningkat ke {x} pada akhir tahun.", "Angkanya bergerak ke {x}."]
    )
    return as_case(fill(shape, said(value, figure.unit, rng, words=False)), rng)


FALSE_ORDERS: dict[str, tuple[str, Maker]] = {
    "wrong base": ("figure", wrong_base),
    "turned years": ("figure", turned_years),
    "after ke": ("figure", after_ke),
}
