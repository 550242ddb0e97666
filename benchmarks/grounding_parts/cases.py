"""What every sentence of the benchmark is: its text, the mention that is looked at, and what is known to be true."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import combinations
from random import Random
from typing import TypeAlias

from .sentences import OPENERS, Sentence
from .worlds import Figure, World

__all__ = ["Case", "Maker", "any_figure", "as_case", "fill", "known", "rounded"]


@dataclass(frozen=True)
class Case:
    """One sentence with one mention that is looked at."""

    text: str
    start: int
    end: int
    expected: frozenset[str] = frozenset()
    """Facts that a true mention rests on."""
    role: bool = False
    """Whether a false mention is a stated figure in a wrong role."""


Maker: TypeAlias = "Callable[[World, Random], Case | None]"
TENTHS = Decimal("0.1")


def as_case(sentence: Sentence, rng: Random, *ids: str, role: bool = False) -> Case:
    """A sentence as a case, sometimes with another sentence or a heading before it."""
    opener = rng.choice(OPENERS) if rng.random() < 0.3 else ""
    text, start, end = sentence
    return Case(opener + text, start + len(opener), end + len(opener), frozenset(ids), role)


def known(world: World) -> set[Decimal]:
    """Every number that is true of something in the world: a fault that hits one would be no fault."""
    values = {figure.value for figure in world.figures.values()}
    found = set(values)
    for one, other in combinations(values, 2):
        found |= {abs(one - other), one + other}
    for before, after in world.pairs:
        a, b = before.value, after.value
        found |= {rounded((b - a) / a * 100), rounded((a - b) / b * 100), rounded(a / b * 100), rounded(b / a * 100)}
    found |= {Decimal(round(value)) for value in found}
    return {abs(value) for value in found} | {Decimal(year) for year in range(2019, 2031)}


def rounded(value: Decimal) -> Decimal:
    """The size of a value to one decimal."""
    return abs(value).quantize(TENTHS, ROUND_HALF_UP)


def any_figure(world: World, rng: Random) -> Figure:
    """One of the figures of a world."""
    return rng.choice(list(world.figures.values()))


def fill(template: str, written: str) -> Sentence:
    """A template with its `{x}` written out."""
    start = template.index("{x}")
    return template.replace("{x}", written), start, start + len(written)
