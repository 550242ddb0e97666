"""Values back into the writing that formal Indonesian expects. What is written here is read back as the same value."""

from __future__ import annotations

from decimal import Decimal

from .dates import MONTHS
from .units import ACRONYMS, DECIMAL_POINT_UNITS
from .values import Hedge, PartialDate, Quantity, Regulation

__all__ = ["format_date", "format_number", "format_quantity", "format_regulation", "number_in_words"]

_HEDGES: dict[Hedge, str] = {
    "": "",
    "about": "sekitar ",
    "almost": "hampir ",
    "over": "lebih dari ",
    "under": "kurang dari ",
    "at_least": "minimal ",
    "at_most": "maksimal ",
    "average": "rata-rata ",
}
_ROUND_SCALES = (("triliun", 12), ("miliar", 9), ("juta", 6))
_LONG_KINDS = {
    "UUD": "Undang-Undang Dasar",
    "UU": "Undang-Undang",
    "Perppu": "Peraturan Pemerintah Pengganti Undang-Undang",
    "PP": "Peraturan Pemerintah",
    "Perpres": "Peraturan Presiden",
    "Keppres": "Keputusan Presiden",
    "Inpres": "Instruksi Presiden",
    "Tap MPR": "Ketetapan MPR",
    "Permen": "Peraturan Menteri",
    "Kepmen": "Keputusan Menteri",
    "Inmen": "Instruksi Menteri",
    "SE": "Surat Edaran",
    "Perda": "Peraturan Daerah",
    "Pergub": "Peraturan Gubernur",
    "Perbup": "Peraturan Bupati",
    "Perwali": "Peraturan Wali Kota",
    "Kepgub": "Keputusan Gubernur",
    "Kepbup": "Keputusan Bupati",
    "Kepwali": "Keputusan Wali Kota",
    "Ingub": "Instruksi Gubernur",
    "Inbup": "Instruksi Bupati",
    "Inwali": "Instruksi Wali Kota",
    "SK": "Surat Keputusan",
    "SK Kades": "Keputusan Kepala Desa",
    "Perdes": "Peraturan Desa",
    "Perkades": "Peraturan Kepala Desa",
    "Peraturan Badan": "Peraturan",
    "Peraturan Kepala": "Peraturan",
}
_WORDS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")


def format_number(value: Decimal, *, grouped: bool = True) -> str:
    """`1.250,5` for 1250.5: full stops between thousands, a decimal comma, no idle zeros.

    >>> format_number(Decimal("1250000.50"))
    '1.250.000,5'
    """
    sign, digits = ("-", -value) if value < 0 else ("", value)
    whole, _, fraction = format(digits, "f").partition(".")
    fraction = fraction.rstrip("0")
    whole = f"{int(whole):,}".replace(",", ".") if grouped else whole.lstrip("0") or "0"
    return f"{sign if int(whole.replace('.', '')) or fraction else ''}{whole}{',' + fraction if fraction else ''}"


def _money(value: Decimal) -> str:
    for name, exponent in _ROUND_SCALES:
        scaled = value.scaleb(-exponent)
        if abs(scaled) >= 1 and scaled == round(scaled, 2):
            return f"{format_number(scaled)} {name}"
    return format_number(value)


def format_quantity(quantity: Quantity) -> str:
    """`14 hari kerja`, `87,4 persen`, `Rp85.000`, `Rp1,2 miliar`, `5–8 bulan`, `sekitar 300 orang`.

    Millions, billions and trillions of rupiah are rounded off only where at most two decimals keep the amount exact.
    """
    hedge, unit = _HEDGES[quantity.hedge], quantity.unit
    head, _, per = unit.partition(" per ")
    if head == "rupiah":
        suffix = f" per {per}" if per else ""
        if quantity.is_range:
            return f"{hedge}Rp{format_number(quantity.low)}–Rp{format_number(quantity.high)}{suffix}"
        sign = "-" if quantity.low < 0 else ""
        return f"{hedge}{'minus ' if sign else ''}Rp{_money(abs(quantity.low))}{suffix}"
    grouped = head not in DECIMAL_POINT_UNITS
    number = format_number(quantity.low, grouped=grouped)
    if quantity.is_range:
        number += f"–{format_number(quantity.high, grouped=grouped)}"
    words = " ".join(word.upper() if word in ACRONYMS else word for word in unit.split())
    return f"{hedge}{number}{' ' if words else ''}{words}"


def format_date(date: PartialDate) -> str:
    """`3 Maret 2024`, `Maret 2024` or `2024`, to the precision that is known."""
    if date.month is None:
        return str(date.year)
    month = f"{MONTHS[date.month - 1]} {date.year}"
    return month if date.day is None else f"{date.day} {month}"


def format_regulation(regulation: Regulation, short: bool = False) -> str:
    """`Undang-Undang Nomor 24 Tahun 2013 tentang Administrasi Kependudukan`; `short` leaves the title out.

    A year that stands in the number already (`188/214/2024`) is not told twice.
    """
    kind, issuer = _LONG_KINDS.get(regulation.kind, regulation.kind), regulation.issuer or ""
    for office in ("Gubernur", "Bupati", "Wali Kota"):
        if kind.endswith(office):
            # `Peraturan Wali Kota Kota Yogyakarta` says the city twice.
            issuer = issuer.removeprefix(office).strip()
            issuer = issuer.removeprefix("Kota ") if office == "Wali Kota" else issuer
    parts = [kind, issuer] if issuer else [kind]
    if regulation.kind == "Peraturan Badan" and not issuer:
        parts = ["Peraturan Badan"]
    if regulation.number is not None:
        parts.append(f"Nomor {regulation.number}")
    if regulation.year is not None:
        if regulation.kind == "UUD":
            parts.append(str(regulation.year))
        elif regulation.number is None or str(regulation.year) not in regulation.number:
            parts.append(f"Tahun {regulation.year}")
    if regulation.about and not short:
        parts.append(f"tentang {regulation.about}")
    return " ".join(parts)


def number_in_words(value: int) -> str:
    """`dua belas` for 12; whole numbers below one quadrillion, `minus` before negative ones.

    >>> number_in_words(1706)
    'seribu tujuh ratus enam'
    """
    if value < 0:
        return f"minus {number_in_words(-value)}"
    if value < 12:
        return _WORDS[value]
    if value < 20:
        return f"{_WORDS[value - 10]} belas"
    for size, name in (
        (10**12, "triliun"),
        (10**9, "miliar"),
        (10**6, "juta"),
        (1000, "ribu"),
        (100, "ratus"),
        (10, "puluh"),
    ):
        if value >= size:
            count, rest = divmod(value, size)
            head = f"se{name}" if count == 1 and size in (100, 1000) else f"{number_in_words(count)} {name}"
            return f"{head} {number_in_words(rest)}" if rest else head
    raise AssertionError(value)  # every value of 12 or more has a size above
