"""Sentences with one fault."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from random import Random

from .cases import Case, Maker, any_figure, as_case, fill, known, rounded
from .names_laws import FALSE_OTHERS
from .orders import FALSE_ORDERS
from .sentences import carried, pair_sentence
from .truths import average, date_of, date_ways, difference_text, pair_with, share, told_change, total
from .worlds import Figure, World
from .writing import decimal_text, said, scaled

__all__ = ["FAULTS"]


def _false(figure: Figure, value: Decimal, world: World, rng: Random) -> Case | None:
    """`figure` told with another value; None when that happens to be true of something."""
    if value == figure.value or value <= 0 or value in known(world):
        return None
    written = said(value, figure.unit, rng)
    if world.pairs and rng.random() < 0.3:
        for before, after in world.pairs:
            if figure in (before, after):
                old, new = (said(f.value, f.unit, rng) for f in (before, after))
                first = figure is before
                a, b = (written, new) if first else (old, written)
                return as_case(pair_sentence(before, after, a, b, rng, target=0 if first else 1), rng)
    return as_case(carried(figure, written, world, rng), rng)


def digit_swap(world: World, rng: Random) -> Case | None:
    figure = any_figure(world, rng)
    text = format(figure.value.normalize(), "f")
    at = rng.choice([index for index, char in enumerate(text) if char.isdigit() and char != "0"])
    choices = [digit for digit in "123456789" if digit != text[at]]
    return _false(figure, Decimal(text[:at] + rng.choice(choices) + text[at + 1 :]), world, rng)


def transposition(world: World, rng: Random) -> Case | None:
    figure = any_figure(world, rng)
    text = format(figure.value.normalize(), "f")
    spots = [at for at in range(len(text) - 1) if text[at].isdigit() and text[at + 1].isdigit()]
    spots = [at for at in spots if text[at] != text[at + 1] and (at or text[at + 1] != "0")]
    if not spots:
        return None
    at = rng.choice(spots)
    return _false(figure, Decimal(text[:at] + text[at + 1] + text[at] + text[at + 2 :]), world, rng)


def scale_slip(world: World, rng: Random) -> Case | None:
    figure = any_figure(world, rng)
    if figure.value < 1000 or (figure.unit != "rupiah" and figure.value < 10000):
        return None
    value = figure.value * 1000 if rng.random() < 0.5 else figure.value / 1000
    if value != round(value, 2):
        return None
    short = scaled(value)
    if short is None or value in known(world):
        return None
    return as_case(
        carried(figure, f"Rp{short}" if figure.unit == "rupiah" else f"{short} {figure.unit}", world, rng), rng
    )


_WRONG_UNITS = {
    "hari kerja": ["jam", "minggu", "bulan"], "hari": ["jam", "minggu", "menit"], "jam": ["menit", "hari"],
    "menit": ["jam", "detik"], "kilometer": ["meter"], "ton": ["kilogram", "kuintal"], "kilogram": ["ton", "gram"],
    "hektare": ["meter persegi", "are"], "ton per hari": ["kilogram per hari", "ton per bulan"], "persen": ["orang"],
    "liter": ["kilogram"], "ton per hektare": ["kuintal per hektare"], "rupiah": ["dolar AS"],
}  # fmt: skip


def unit_swap(world: World, rng: Random) -> Case | None:
    figure = any_figure(world, rng)
    if figure.unit not in _WRONG_UNITS:
        return None
    unit = rng.choice(_WRONG_UNITS[figure.unit])
    # Three weeks are what 21 days were: no fault.
    if unit == "minggu" and figure.value * 7 in known(world):
        return None
    number = decimal_text(figure.value)
    written = f"US${number}" if unit == "dolar AS" else f"{number} {unit}"
    # Own sentences may go on after the unit (`... rupiah dari APBD`): only neutral shapes take another unit.
    return as_case(carried(figure, written, world, rng, bare=True), rng, role=True)


def decimal_slip(world: World, rng: Random) -> Case | None:
    figure = any_figure(world, rng)
    if figure.unit == "rupiah" or figure.value < 2:
        return None
    value = figure.value * 10 if figure.value != int(figure.value) and rng.random() < 0.6 else figure.value / 10
    if value != round(value, 2) or value < 1 or value == figure.value:
        return None
    return _false(figure, value, world, rng)


def fabricated(world: World, rng: Random) -> Case | None:
    figure = any_figure(world, rng)
    digits = len(str(int(figure.value)))
    value = Decimal(rng.randrange(max(3, 10 ** (digits - 1)), 10**digits * 2))
    if figure.unit == "persen":
        value = Decimal(rng.randrange(20, 990)) / 10
    elif figure.unit == "rupiah":
        value = Decimal(rng.randrange(100, 9999)) * Decimal(10) ** (digits - 3)
    return _false(figure, value, world, rng)


def false_hedge(world: World, rng: Random) -> Case | None:
    """A bound that the fact denies, or a rounding that is not fair."""
    figure = any_figure(world, rng)
    if figure.value < 20 or figure.unit in ("", "rupiah"):
        return None
    digits = len(str(int(figure.value)))
    place = Decimal(10) ** (digits - 2)
    higher = (figure.value * Decimal("1.18") / place).to_integral_value(ROUND_CEILING) * place
    lower = (figure.value * Decimal("0.8") / place).to_integral_value(ROUND_FLOOR) * place
    word, value = rng.choice([
        ("lebih dari", higher), ("sekitar", higher), ("sekitar", lower), ("hampir", lower), ("kurang dari", lower),
        ("tidak kurang dari", higher), ("hampir", higher),
    ])  # fmt: skip
    true = known(world)
    if any(abs(value - other) <= other / 9 for other in true if other > 0 and other < 2019):
        return None
    return as_case(carried(figure, f"{word} {decimal_text(value)} {figure.unit}", world, rng, bare=True), rng)


def other_record(world: World, rng: Random) -> Case | None:
    """The figure of another group or thing of the same sort."""
    mine, theirs = rng.choice(world.raw["tukar"])
    figure, other = world.figures[mine], world.figures[theirs]
    written = said(other.value, figure.unit, rng)
    return as_case(carried(figure, written, world, rng), rng, role=True)


def wrong_state(world: World, rng: Random) -> Case | None:
    """The figure of before told of after, or the other way round, in a sentence that says which it means."""
    before, after = rng.choice(world.pairs)
    mine, theirs = (before, after) if rng.random() < 0.5 else (after, before)
    marks = ("semula", "dahulu", "Dahulu", "Sebelum ada") if mine is before else ("kini", "Kini", "sekarang", "tinggal")
    own = [sentence for sentence in mine.sentences if any(mark in sentence for mark in marks)]
    if not own:
        return None
    written = said(theirs.value, theirs.unit, rng)
    return as_case(fill(rng.choice(own), written), rng, role=True)


def wrong_year(world: World, rng: Random) -> Case | None:
    """A figure told of a year that is not its own."""
    figures = [figure for figure in world.figures.values() if figure.period and "-" not in figure.period]
    figure = rng.choice(figures)
    year = int(figure.year) + rng.choice([-3, -2, -1, 1, 2])
    same = figure.id.rpartition(".")[0]
    if any(f.id.startswith(f"{same}.") and f.year == str(year) for f in figures if same):
        return None
    base = figure.label.rpartition(", ")[0] or figure.label
    written = said(figure.value, figure.unit, rng, words=False)
    shape = rng.choice(
        [
            "Pada tahun {y}, {b} tercatat {x}.",
            "{B} pada {y} sebesar {x}.",
            "{B} sebesar {x} pada tahun {y}.",
            "{B} ({y}): {x}",
        ]
    )
    text = shape.replace("{b}", base).replace("{B}", base[0].upper() + base[1:]).replace("{x}", written)
    text = text.replace("{y}", str(year))
    first = min(text.index(str(year)), text.index(written))
    known = {f.year for f in world.figures.values() if f.period} | {str(world.raw["tanggal"]["nilai"])[-4:]}
    end = max(text.index(str(year)) + 4, text.index(written) + len(written))
    return as_case((text, first, end), rng, role=str(year) in known)


def wrong_date(world: World, rng: Random) -> Case | None:
    day, month, year = date_of(world)
    which = rng.randrange(3)
    if which == 0:
        year += rng.choice([-2, -1, 1, 2])
        if any(str(year) in figure.period for figure in world.figures.values()):
            ways = date_ways(day, month, year)[:4]
        else:
            ways = date_ways(day, month, year)
    elif which == 1:
        ways = date_ways(rng.choice([d for d in range(1, 29) if d != day]), month, year)
        ways = [way for way in ways if way[0].isdigit() or way.startswith("tanggal")]
    else:
        ways = date_ways(day, rng.choice([m for m in range(1, 13) if m != month]), year)
    written = rng.choice(ways)
    return as_case(fill(rng.choice(world.raw["tanggal"]["kalimat"]), written), rng)


def wrong_derivation(world: World, rng: Random) -> Case | None:
    before, after, a, b = pair_with(world, rng)
    true = known(world)
    kind = rng.randrange(4)
    change = abs(after.value - before.value)
    if kind == 0:
        value = change + rng.choice([-1, 1]) * max(Decimal(1), Decimal(round(change / rng.choice([7, 9, 13]))))
        written = difference_text(value, before.unit, rng)
    elif kind == 1:
        value = rounded(change / after.value * 100)
        if abs(value - rounded(change / before.value * 100)) < 1 or value > 400:
            return None
        value += Decimal("0.7")
        written = f"{decimal_text(value)} persen"
    elif kind == 2:
        value = rounded(change / before.value * 100) + rng.choice([Decimal("5.3"), Decimal("-4.6"), Decimal("11.2")])
        written = f"{decimal_text(value)} persen"
    else:
        low, high = sorted((before.value, after.value))
        value = rounded(high / low) + rng.choice([Decimal("1.4"), Decimal("2.3")])
        written = f"{decimal_text(value)} kali lipat"
    if value <= 0 or abs(value) in true:
        return None
    return as_case(told_change(before, after, a, b, written, rng), rng)


def wrong_total(world: World, rng: Random) -> Case | None:
    case = rng.choice([total, share, average])(world, rng)
    if case is None:
        return None
    written = case.text[case.start : case.end]
    digits = [at for at, char in enumerate(written) if char.isdigit()]
    if not digits:
        return None
    at = digits[0]
    swapped = str((int(written[at]) + rng.choice([1, 2, 3])) % 9 + 1)
    changed = written[:at] + swapped + written[at + 1 :]
    text = case.text[: case.start] + changed + case.text[case.end :]
    number = changed.split(" ")[0].replace("Rp", "").replace(".", "").replace(",", ".")
    if changed == written or Decimal(number) in known(world):
        return None
    return Case(text, case.start, case.start + len(changed))


FAULTS: dict[str, tuple[str, Maker]] = {
    "digit swap": ("figure", digit_swap),
    "transposition": ("figure", transposition),
    "scale slip": ("figure", scale_slip),
    "unit swap": ("figure", unit_swap),
    "decimal slip": ("figure", decimal_slip),
    "fabricated": ("figure", fabricated),
    "false hedge": ("figure", false_hedge),
    "other record": ("figure", other_record),
    "wrong state": ("figure", wrong_state),
    "wrong year": ("figure", wrong_year),
    "wrong date": ("figure", wrong_date),
    "wrong change": ("figure", wrong_derivation),
    "wrong total": ("figure", wrong_total),
    **FALSE_ORDERS,
    **FALSE_OTHERS,
}
