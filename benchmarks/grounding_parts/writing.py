"""The many ways in which Indonesian officials write one number. Nothing here is taken from the package's own parser."""

from __future__ import annotations

from decimal import Decimal
from random import Random

__all__ = ["decimal_text", "grouped", "in_words", "said", "scaled"]

_ONES = ["", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"]


def in_words(number: int) -> str:
    """`seribu tujuh ratus enam` for 1706, below one trillion."""
    if number == 0:
        return "nol"
    for size, name in ((10**9, "miliar"), (10**6, "juta"), (1000, "ribu")):
        if number >= size:
            count, rest = divmod(number, size)
            head = "seribu" if size == 1000 and count == 1 else f"{in_words(count)} {name}"
            return f"{head} {in_words(rest)}" if rest else head
    hundreds, rest = divmod(number, 100)
    parts = [] if not hundreds else ["seratus"] if hundreds == 1 else [f"{_ONES[hundreds]} ratus"]
    if rest == 10:
        parts.append("sepuluh")
    elif rest == 11:
        parts.append("sebelas")
    elif 11 < rest < 20:
        parts.append(f"{_ONES[rest - 10]} belas")
    else:
        tens, ones = divmod(rest, 10)
        parts += [f"{_ONES[tens]} puluh"] * (tens > 0) + [_ONES[ones]] * (ones > 0)
    return " ".join(parts)


def grouped(value: int, mark: str = ".") -> str:
    """`1.250.000`."""
    return f"{value:,}".replace(",", mark)


def decimal_text(value: Decimal, mark: str = ",", group: str = ".") -> str:
    """`1.250,5`, without idle zeros."""
    whole, _, fraction = format(value, "f").partition(".")
    fraction = fraction.rstrip("0")
    return grouped(int(whole), group) + (f"{mark}{fraction}" if fraction else "")


def scaled(value: Decimal) -> str | None:
    """`1,25 miliar`, `12,48 ribu`, where at most two decimals keep the value; None where no scale does."""
    for size, name in ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (1000, "ribu")):
        if value >= size:
            short = value / size
            if short == round(short, 2) and short < 1000:
                return f"{decimal_text(short)} {name}"
    return None


def _money(value: Decimal, rng: Random) -> str:
    whole = grouped(int(value))
    ways = [
        f"Rp{whole}", f"Rp{whole}", f"Rp {whole}", f"Rp. {whole},-", f"Rp{whole},00", f"Rp. {whole}", f"{whole} rupiah",
        f"Rp{whole},-", f"Rp {whole},- ({in_words(int(value))} rupiah)",
    ]  # fmt: skip
    short = scaled(value)
    if short is not None:
        ways += [f"Rp{short}", f"Rp {short}", f"{short} rupiah", f"Rp. {short}"]
        if "miliar" in short:
            ways.append(f"Rp{short.replace(' miliar', ' M')}")
    return rng.choice(ways)


def _percent(value: Decimal, rng: Random) -> str:
    text = decimal_text(value)
    ways = [f"{text} persen", f"{text}%", f"{text} %", f"{text} persen", f"{text.replace(',', '.')}%"]
    whole, _, fraction = format(value.normalize(), "f").partition(".")
    spoken = in_words(int(whole)) + (
        " koma " + " ".join(in_words(int(digit)) for digit in fraction) if fraction else ""
    )
    return rng.choice([*ways, f"{spoken} persen"])


def said(value: Decimal, unit: str, rng: Random, *, words: bool = True) -> str:
    """`value` with its unit in one of the ways that people write it; `words` allows number words."""
    if unit == "rupiah":
        return _money(value, rng)
    if unit == "persen":
        return _percent(value, rng)
    plain = decimal_text(value)
    ways = [plain, plain]
    if value == value.to_integral_value():
        number = int(value)
        if number >= 1000:
            ways += [str(number), grouped(number, " "), grouped(number, "\u00a0")]
        if words and unit:
            ways += [f"{plain} ({in_words(number)})", in_words(number)]
    else:
        ways.append(decimal_text(value, ".", "")) if value < 100 else None
    return f"{rng.choice(ways)} {unit}".strip()
