"""Sentences with a true mention: stated, told in another way, or derived."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from random import Random

from .cases import Case, Maker, any_figure, as_case, fill, rounded
from .names_laws import TRUE_OTHERS
from .sentences import Sentence, carried, pair_sentence
from .worlds import Figure, World
from .writing import decimal_text, in_words, said, scaled

__all__ = ["TRUTHS", "average", "date_of", "date_ways", "difference_text", "pair_with", "share", "told_change", "total"]


def plain(world: World, rng: Random) -> Case:
    figure = any_figure(world, rng)
    return as_case(carried(figure, said(figure.value, figure.unit, rng), world, rng), rng, figure.id)


def in_number_words(world: World, rng: Random) -> Case | None:
    figure = any_figure(world, rng)
    if figure.unit in ("rupiah", "") or figure.value != int(figure.value):
        return None
    words = in_words(int(figure.value))
    return as_case(carried(figure, f"{words} {figure.unit}", world, rng), rng, figure.id)


_STEPS: dict[tuple[str, str], Decimal | int] = {
    ("jam", "hari"): 24, ("menit", "jam"): 60, ("kilometer", "meter"): Decimal("0.001"),
    ("ton", "kilogram"): Decimal("0.001"), ("kilogram", "ton"): 1000, ("hektare", "meter persegi"): Decimal("0.0001"),
    ("ton per hari", "kilogram per hari"): Decimal("0.001"),
}  # fmt: skip


def rescaled(world: World, rng: Random) -> Case | None:
    figure = any_figure(world, rng)
    ways = [
        f"{decimal_text(figure.value / step)} {to}"
        for (unit, to), step in _STEPS.items()
        if unit == figure.unit and (figure.value / step) == round(figure.value / step, 2)
    ]
    short = scaled(figure.value)
    if short is not None:
        ways.append(f"Rp{short}" if figure.unit == "rupiah" else f"{short} {figure.unit}")
    return as_case(carried(figure, rng.choice(ways), world, rng), rng, figure.id) if ways else None


def in_pair(world: World, rng: Random) -> Case | None:
    if not world.pairs:
        return None
    before, after = rng.choice(world.pairs)
    first = rng.random() < 0.5
    a, b = said(before.value, before.unit, rng), said(after.value, after.unit, rng)
    return as_case(
        pair_sentence(before, after, a, b, rng, target=0 if first else 1), rng, (before if first else after).id
    )


def hedged(world: World, rng: Random) -> Case | None:
    figure = any_figure(world, rng)
    value = figure.value
    digits = len(str(int(value)))
    place = Decimal(10) ** (digits - (2 if digits > 2 else 1))
    down = (value / place).to_integral_value(ROUND_FLOOR) * place
    up = (value / place).to_integral_value(ROUND_CEILING) * place
    near = (value / place).to_integral_value(ROUND_HALF_UP) * place
    if value < 20 or down == up or abs(near - value) >= value / 20:
        return None
    ways = [(word, near) for word in ("sekitar ", "kurang lebih ", "± ", "kira-kira ")]
    ways += [(word, down) for word in ("lebih dari ", "di atas ", "tidak kurang dari ", "melebihi ")]
    ways += [(word, up) for word in ("kurang dari ", "di bawah ")]
    if up - value < value / 20:
        ways += [("hampir ", up), ("mendekati ", up)]
    word, bound = rng.choice(ways)
    if abs(bound - value) > value / 10:
        return None
    number = said(bound, figure.unit, rng, words=False)
    tail = ""
    if near == bound and word == "sekitar " and figure.unit not in ("rupiah", "persen", "") and rng.random() < 0.3:
        word, number, tail = "", decimal_text(bound) + "-an ", figure.unit
    return as_case(carried(figure, f"{word}{number}{tail}", world, rng, bare=True), rng, figure.id)


def a_range(world: World, rng: Random) -> Case | None:
    if not world.pairs:
        return None
    before, after = rng.choice(world.pairs)
    low, high = sorted((before.value, after.value))
    if before.unit in ("rupiah", ""):
        return None
    link = rng.choice(["–", "-", " sampai ", " hingga ", " s.d. "])
    text = f"{decimal_text(low)}{link}{decimal_text(high)} {before.unit}"
    base = before.label.rpartition(",")[0]
    sentence = rng.choice([f"Nilai {base} berada pada kisaran {{x}}.", f"Selama itu {base} bergerak antara {{x}}."])
    if "antara" in sentence:
        text = text.replace(link, " dan ", 1)
    return as_case(fill(sentence, text), rng, before.id, after.id)


_MONTHS = (
    "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()  # noqa: SIM905
)


def date_ways(day: int, month: int, year: int) -> list[str]:
    """Ways of writing one day."""
    name = _MONTHS[month - 1]
    return [
        f"{day} {name} {year}", f"{day} {name} {year}", f"{day:02d}-{month:02d}-{year}", f"{day}/{month}/{year}",
        f"{name} {year}", f"tanggal {day} {name} {year}", f"{day:02d} {name} {year}",
    ]  # fmt: skip


def date_of(world: World) -> tuple[int, int, int]:
    """Day, month and year of the start of an innovation."""
    day, month, year = str(world.raw["tanggal"]["nilai"]).split()
    return int(day), _MONTHS.index(month) + 1, int(year)


def a_date(world: World, rng: Random) -> Case:
    written = rng.choice(date_ways(*date_of(world)))
    return as_case(fill(rng.choice(world.raw["tanggal"]["kalimat"]), written), rng, "penerapan")


# Derived mentions


def _change(before: Figure, after: Figure) -> tuple[str, str]:
    """The verb for the change, and its noun."""
    up = after.value > before.value
    return ("naik", "kenaikan") if up else ("turun", "penurunan")


def pair_with(world: World, rng: Random) -> tuple[Figure, Figure, str, str]:
    """A before and an after, and how each is written."""
    before, after = rng.choice(world.pairs)
    return before, after, said(before.value, before.unit, rng), said(after.value, after.unit, rng)


def told_change(before: Figure, after: Figure, a: str, b: str, d: str, rng: Random) -> Sentence:
    """A sentence about a change `d` from one state to the other."""
    verb, noun = _change(before, after)
    base = before.label.rpartition(",")[0]
    more = "bertambah" if verb == "naik" else "berkurang"
    return fill(
        rng.choice([
            f"{base[0].upper()}{base[1:]} {verb} {{x}}, dari {a} menjadi {b}.",
            f"{base[0].upper()}{base[1:]} {verb} dari {a} menjadi {b} atau {more} {{x}}.",
            f"Semula {a}, kini {b}: ada {noun} {{x}} pada {base}.",
            f"Selama inovasi berjalan {base} {more} {{x}}.",
            f"{noun[0].upper()}{noun[1:]} {base} sebesar {{x}} menunjukkan bahwa cara baru ini berjalan.",
            f"{base[0].upper()}{base[1:]}: sebelum {a}; sesudah {b}; selisih {{x}}.",
        ]),
        d,
    )  # fmt: skip


def difference_text(value: Decimal, unit: str, rng: Random) -> str:
    """A difference as it is written: of percentages in points."""
    if unit == "persen":
        return rng.choice([f"{decimal_text(value)} poin", f"{decimal_text(value)} persen poin"])
    return said(value, unit, rng)


def difference(world: World, rng: Random) -> Case:
    before, after, a, b = pair_with(world, rng)
    written = difference_text(abs(after.value - before.value), before.unit, rng)
    return as_case(told_change(before, after, a, b, written, rng), rng, before.id, after.id)


def percentage(world: World, rng: Random) -> Case:
    before, after, a, b = pair_with(world, rng)
    value = rounded((after.value - before.value) / before.value * 100)
    exact = abs((after.value - before.value) / before.value * 100)
    shown = value if value < 10 or rng.random() < 0.6 else exact.quantize(Decimal(1), ROUND_HALF_UP)
    hedge = "sekitar " if rng.random() < 0.2 else ""
    written = f"{hedge}{decimal_text(shown)}{rng.choice([' persen', '%', ' %'])}"
    return as_case(told_change(before, after, a, b, written, rng), rng, before.id, after.id)


def ratio(world: World, rng: Random) -> Case | None:
    before, after, a, b = pair_with(world, rng)
    low, high = sorted((before.value, after.value))
    value = rounded(high / low)
    if value < 2:
        return None
    base = before.label.rpartition(",")[0]
    how = "lebih tinggi" if after.value > before.value else "lebih rendah"
    written = f"{decimal_text(value)} kali{rng.choice([' lipat', ''])}"
    template = rng.choice([
        f"Perubahan {base} dari {a} menjadi {b} berarti {{x}} {how}.",
        f"Dibanding keadaan semula, {base} kini {{x}} {how}.",
    ])  # fmt: skip
    return as_case(fill(template, written), rng, before.id, after.id)


def total(world: World, rng: Random) -> Case | None:
    """The sum of figures, with or without its parts beside it."""
    if not world.raw.get("jumlah"):
        return None
    row = rng.choice(world.raw["jumlah"])
    parts = [world.figures[name] for name in row["dari"]]
    value = sum((part.value for part in parts), Decimal(0))
    listed = " dan ".join(f"{part.say} {said(part.value, part.unit, rng, words=False)}" for part in parts)
    template = rng.choice([
        f"Jumlah {row['frasa']} seluruhnya {{x}}.",
        f"Dengan {listed}, totalnya {{x}}.",
        f"Total {row['frasa']} mencapai {{x}}.",
    ])  # fmt: skip
    return as_case(fill(template, said(value, parts[0].unit, rng, words=False)), rng, *row["dari"])


def share(world: World, rng: Random) -> Case | None:
    """A part of a whole, in percent."""
    if not world.raw.get("bagian"):
        return None
    part, whole, phrase = rng.choice(world.raw["bagian"])
    first, second = world.figures[part], world.figures[whole]
    value = rounded(first.value / second.value * 100)
    a, b = (said(figure.value, figure.unit, rng, words=False) for figure in (first, second))
    template = rng.choice([
        f"Dari {b}, {a} atau {{x}} merupakan {phrase}.",
        f"Sebanyak {a} dari {b} ({{x}}) adalah {phrase}.",
        f"Porsi {phrase} mencapai {{x}}.",
    ])  # fmt: skip
    return as_case(fill(template, f"{decimal_text(value)} persen"), rng, part, whole)


def average(world: World, rng: Random) -> Case | None:
    """A mean per head of two stated figures, or of the months of a year."""
    if world.raw.get("rata") and rng.random() < 0.5:
        top, bottom, unit, phrase = rng.choice(world.raw["rata"])
        value = rounded(world.figures[top].value / world.figures[bottom].value)
        a, b = (said(world.figures[name].value, world.figures[name].unit, rng, words=False) for name in (top, bottom))
        template = rng.choice([f"Dari {a} untuk {b}, rata-rata {phrase} {{x}}.", f"Rata-rata {phrase} adalah {{x}}."])
        return as_case(fill(template, f"{decimal_text(value)} {unit}"), rng, top, bottom)
    yearly = [
        figure
        for figure in world.figures.values()
        if figure.unit in ("akta", "pengaduan", "izin", "kunjungan", "unduhan") and figure.period
    ]
    if not yearly:
        return None
    figure = rng.choice(yearly)
    value = (figure.value / 12).quantize(Decimal(1), ROUND_HALF_UP)
    a = said(figure.value, figure.unit, rng, words=False)
    template = f"Sepanjang {figure.year} tercatat {a}, atau rata-rata {{x}} per bulan."
    return as_case(fill(template, f"{decimal_text(value)} {figure.unit}"), rng, figure.id)


TRUTHS: dict[str, tuple[str, Maker]] = {
    "plain": ("figure", plain),
    "two states": ("figure", in_pair),
    "rescaled": ("figure", rescaled),
    "number words": ("figure", in_number_words),
    "hedged": ("figure", hedged),
    "range": ("figure", a_range),
    "date": ("figure", a_date),
    "difference": ("derived", difference),
    "percentage": ("derived", percentage),
    "ratio": ("derived", ratio),
    "sum": ("derived", total),
    "share": ("derived", share),
    "average": ("derived", average),
    **TRUE_OTHERS,
}
"""Class -> (what it belongs to, how a sentence of it is made)."""
