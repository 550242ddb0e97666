"""What stands around the digits of a quantity: hedge and currency before, scale, range and unit after."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from .numbers import NUMBER, SCALES, SPACED
from .rates import rate_at
from .units import PER_BASES, UNITS, per_unit
from .values import Hedge

__all__ = [
    "NOT_UNITS", "NO_TAIL", "TAIL_PARTS", "Unit", "at_line_start", "head_at", "is_label", "only_a_word_after", "scaled",
    "tail_at", "unit_at",
]  # fmt: skip

_NO = r"(?:tidak|tak|belum|bukan)\s+"
_LEAST = (
    rf"{_NO}(?:kurang\s+dari|di\s*bawah)|minimal|minimum|min\.|paling\s+(?:sedikit|kurang|rendah|tidak|cepat)"
    r"|se(?:dikit|kurang)(?:-(?:dikit|kurang))?nya|setidak(?:-tidak)?nya|≥|>="
)
_MOST = (
    rf"{_NO}(?:lebih\s+(?:besar\s+)?dari|di\s*atas|melebihi|melampaui|melewati)|maksimal|maksimum|maks\."
    r"|paling\s+(?:lama|banyak|lambat|tinggi)|se(?:banyak-banyak|lambat-lambat|lama-lama|tinggi-tinggi)nya|≤|<="
)
_HEDGES: tuple[tuple[str, Hedge], ...] = (
    (r"(?<!\bdi\s)sekitar|kurang\s+lebih|lebih\s+kurang|kira-kira|kisaran|±|\+/-|≈|~", "about"),
    (r"hampir|nyaris|mendekati", "almost"),
    # What is denied turns round: `tidak kurang dari 94` is 94 or more.
    (_LEAST, "at_least"),
    (_MOST, "at_most"),
    (rf"kurang\s+dari|di\s*bawah|{_NO}(?:sampai|mencapai|hingga|genap)|<", "under"),
    (r"lebih\s+(?:besar\s+)?dari|di\s*atas|melebihi|melampaui|melewati|>", "over"),
    (r"(?:rata\s?[-‑–]?\s?rata(?:nya)?|rata2|rerata)(?:\s+(?:sebesar|sebanyak|selama|sejauh))?", "average"),
)
_HEDGE_WORDS = "|".join(f"(?P<h{index}>{pattern})" for index, (pattern, _) in enumerate(_HEDGES))
_CURRENCY = r"(?P<currency>Rp\.?|IDR|(?:US\$|USD))"
_HEAD = re.compile(
    rf"(?:(?:(?<![\w<>])(?:(?:rata-rata|rerata)\s{{1,3}})?(?:{_HEDGE_WORDS})(?:\s{{1,3}}(?:sebesar|sebanyak|selama))?\s{{0,3}}))?(?:(?<!\w){_CURRENCY}\s{{0,3}})?(?P<sign>(?<![\w)\]])[-−–]|(?<!\w)minus\s{{1,3}})?\Z",
    re.IGNORECASE,
)
_SCALE_NAMES = r"ribu|juta|mil[iy]ar|tril[iy]un"
_MONEY_SCALES = {"rb": "ribu", "jt": "juta", "m": "miliar", "t": "triliun"}
_TAIL = re.compile(
    rf"(?P<dash>,-{{1,2}}|,–|\.-)?"
    rf"(?:\s{{0,3}}\((?P<inner>[^()\n]{{1,80}})\))?"
    rf"(?:\s{{0,3}}(?P<scale>{_SCALE_NAMES}|rb|jt|M|T)\b(?:\s{{1,3}}(?=rupiah))?)?"
    rf"(?P<percent>\s{{0,3}}(?:%|persen\b|prosen\b))?"
    rf"(?:(?P<sep>\s{{0,3}}[-–—]\s{{0,3}}|\s{{1,3}}(?:s\.?\s?d\.?|s/d|sampai(?:\s{{1,3}}dengan)?|hingga|dan(?=\s{{1,3}}[0-9]))\s{{1,3}})(?P<currency2>Rp\.?\s{{0,3}})?"
    rf"(?P<high>{SPACED}|{NUMBER})(?![\w/:]|[-–—][0-9])(?:\s{{0,3}}(?P<scale2>{_SCALE_NAMES}|rb|jt|M|T)\b)?)?"
    rf"(?P<approx>-?an\b|\s{{1,3}}lebih\b(?!\s{{1,3}}(?:dari|besar|kecil|tinggi|rendah|cepat|lama|banyak|sedikit)))?",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"\s{0,3}(?:%|(?:persen|prosen)\b)(?:\s{1,3}poin\b)?", re.IGNORECASE)
_PERMIL = re.compile(r"\s{0,3}(?:‰|per\s?mil\b)", re.IGNORECASE)
_UNIT_WORD = re.compile(
    r"(?:[^\S\n]{0,3}|[^\S\n]{0,2}\n(?=[a-z]))([^\W\d_][^\W\d_²³]*+(?:[23²³]\b)?(?>(?:-[^\W\d_]++)*))"
)
_PER_WORD = re.compile(r"\s{0,2}(?:/|\bper\b|\b(?:se)?tiap\b)\s{0,2}([^\W\d_]++(?:-[^\W\d_]++)?)", re.IGNORECASE)
NOT_UNITS = frozenset(
    """dan atau yang di ke dari pada untuk dengan dalam sebagai serta adalah telah sudah menjadi hingga sampai per oleh
    ini itu tersebut juga akan dapat bisa mencapai meningkat menurun turun naik lebih kurang antara sejak saat
    ketika karena maka agar lalu kemudian setelah sebelum namun tetapi sedangkan sementara tanpa bagi terhadap atas
    bawah secara melalui tentang setiap tiap selama atau bahwa jika bila tidak belum masih baru lagi saja pun para
    semua seluruh hanya yaitu yakni seperti dibanding dibandingkan berupa terdiri guna supaya sehingga berada ada
    sekali pertama terakhir berikut sekitar sebesar sebanyak sejumlah menuju total target nya pula kini tidaklah sd
    tahun-tahun""".split()  # noqa: SIM905
) - {"sd"}
_MAX_UNIT_WORDS = 5


class Unit(NamedTuple):
    """A unit where it ends; `known` when the list of units has it. Without one, the name is empty."""

    end: int
    name: str
    known: bool


def _words_after(text: str, at: int, limit: int) -> list[tuple[str, int]]:
    """Up to `limit` words that follow `at` with nothing but blanks between, with their ends."""
    words: list[tuple[str, int]] = []
    while len(words) < limit:
        match = _UNIT_WORD.match(text, at)
        if match is None or match.end() - match.start() > 40:
            break
        words.append((match[1], match.end()))
        at = match.end()
    return words


_PER_STARTS = ("/", "p", "P", "s", "S", "t", "T")
"""What `per`, `setiap`, `tiap` and their stroke begin with."""


def _per(text: str, unit: Unit, whole: bool) -> Unit:
    """`unit` widened by what follows: `per hari`, `/bulan`, `setahun`."""
    match = _PER_WORD.match(text, unit.end) if text[unit.end : unit.end + 3].lstrip()[:1] in _PER_STARTS else None
    if match is not None:
        word = match[1].casefold()
        if whole or UNITS.get(word) in PER_BASES:
            return Unit(match.end(), f"{unit.name} per {UNITS.get(word, word)}".strip(), unit.known)
        return unit
    if unit.name in ("kali", "rupiah") and (following := _UNIT_WORD.match(text, unit.end)) is not None:
        base = per_unit(following[1].casefold())
        if base is not None:
            return Unit(following.end(), f"{unit.name} per {base}", True)
    return unit


def unit_at(text: str, at: int, *, money: str, whole: bool) -> Unit:
    """The unit written from `at` on; its name is empty and its end is `at` when none is."""
    rate = rate_at(text, at, whole=whole, barred=NOT_UNITS)
    if rate is not None and not (money and not rate[0].startswith("per ")):
        return Unit(rate[1], f"{money} {rate[0]}".strip(), True)
    if money:
        words = _words_after(text, at, 1)
        end = words[0][1] if words and words[0][0].casefold() == "rupiah" else at
        return _per(text, Unit(end, money, True), whole)
    if "‰" in (near := text[at : at + 12]) or "mil" in near:
        permil = _PERMIL.match(text, at)
        if permil is not None:
            return Unit(permil.end(), "per mil", True)
    percent = _PERCENT.match(text, at)
    if percent is not None:
        return Unit(percent.end(), "poin" if "poin" in percent[0].casefold() else "persen", True)
    words = _words_after(text, at, _MAX_UNIT_WORDS if whole else 3)
    if not words:
        return _per(text, Unit(at, "", False), whole) if whole else Unit(at, "", False)
    folded = [word.casefold() for word, _ in words]
    if whole and (end := words[-1][1]) == len(text) and per_unit(folded[-1]) is None and "per" not in folded:
        phrase = " ".join(folded)
        known = phrase in UNITS
        if not known and any(word in NOT_UNITS and word != "tanpa" for word in folded):
            return Unit(at, "", False)
        head, _, rest = phrase.partition(" ")
        joined = f"{UNITS.get(head, head)} {rest}".strip()
        return Unit(end, UNITS.get(phrase, joined), known)
    for size in range(min(3, len(words)), 0, -1):
        name = UNITS.get(" ".join(folded[:size]))
        if name is not None:
            return _per(text, Unit(words[size - 1][1], name, True), whole)
    if whole:
        stop = folded.index("per") if "per" in folded else len(folded)
        stop = next((index for index, word in enumerate(folded) if per_unit(word)), stop)
        if stop and not any(word in NOT_UNITS for word in folded[:stop]):
            return _per(text, Unit(words[stop - 1][1], " ".join(folded[:stop]), False), whole)
        return Unit(at, "", False)
    word, end = words[0]
    if (
        words[0][0] == word.casefold()
        and len(word) > 2
        and folded[0] not in NOT_UNITS
        and not folded[0].startswith(("men", "mem", "meng"))
    ):
        return _per(text, Unit(end, folded[0], False), whole)
    if word.isupper() and 2 <= len(word) <= 8 and text[end : end + 1] != "-":
        return Unit(end, folded[0], False)
    return Unit(at, "", False)


def scaled(value: Decimal, name: str | None) -> Decimal:
    """`value` times a scale word or its abbreviation."""
    if name is None:
        return value
    folded = name.casefold()
    return value * SCALES[_MONEY_SCALES.get(folded, folded)]


def tail_at(text: str, at: int, money: bool) -> re.Match[str]:
    """What follows the digits; abbreviated scales (`jt`, `M`) are believed of money only."""
    match = _TAIL.match(text, at)
    assert match is not None  # every part of the pattern is optional
    abbreviated = (match["scale"] or match["scale2"] or "").casefold() in _MONEY_SCALES
    if abbreviated and not money:
        return _EMPTY_TAIL.match(text, at) or match
    return match


_EMPTY_TAIL = re.compile(
    r"(?P<dash>)(?P<inner>(?!))?(?P<scale>(?!))?(?P<percent>(?!))?(?P<sep>(?!))?(?P<currency2>(?!))?(?P<high>(?!))?(?P<scale2>(?!))?(?P<approx>(?!))?"
)


def _no_tail() -> re.Match[str]:
    match = _EMPTY_TAIL.match("")
    assert match is not None
    return match


NO_TAIL = _no_tail()
"""What `tail_at` finds where nothing of the kind follows."""
TAIL_PARTS = ("inner", "scale", "percent", "sep", "high", "scale2", "approx")
_AFTER_DIGITS = re.compile(r"\s{1,3}([A-Za-z]++)(?![^\W\d_])")
_TAIL_WORDS = frozenset(
    """ribu juta miliar milyar triliun trilyun rb jt m t persen prosen s sd sampai hingga dan lebih x kali""".split()  # noqa: SIM905
)
"""Words with which scales, ranges and what else follows digits begin."""


def only_a_word_after(text: str, end: int) -> bool:
    """Whether digits ending at `end` are followed by a blank and a word that is none of `tail_at` or a product."""
    word = _AFTER_DIGITS.match(text, end)
    return word is not None and word[1].lower() not in _TAIL_WORDS


_LAST_OF_HEADS = frozenset(
    """sekitar lebih kurang kira-kira kisaran hampir nyaris mendekati dari bawah dibawah atas diatas minimal minimum
    min. sedikit rendah tidak cepat sedikit-dikitnya sekurang-kurangnya sedikitnya sekurangnya sedikit-dikit setidaknya
    setidak-tidaknya melebihi melampaui melewati maksimal maksimum maks. lama banyak lambat tinggi sampai mencapai
    hingga genap rata ratanya rata-rata rata-ratanya rata‑rata rata–rata rata2 rerata sebesar sebanyak selama sejauh
    rp rp. idr us$ usd minus""".split()  # noqa: SIM905
)
_DENIALS = frozenset(("tidak", "tak", "belum", "bukan"))
_NEEDS: dict[str, frozenset[str]] = {
    **dict.fromkeys(("mencapai", "sampai", "hingga", "genap"), _DENIALS),
    "dari": frozenset(("lebih", "kurang", "besar")),
    **dict.fromkeys(("bawah", "atas"), frozenset(("di",))),
    **dict.fromkeys(("lama", "banyak", "lambat", "tinggi", "rendah", "cepat", "tidak"), frozenset(("paling",))),
}
"""Words that bind a figure only together with the word before them."""
_OPENINGS = re.compile(r"\w+|[^\w\s]")
"""Where a head can begin: with a word or a sign."""
_SIGNS = ("±", "+/-", "≈", "~", "≥", ">", "≤", "<", "=", "-", "−", "–", "rp", "rp.", "idr", "us$", "usd", "nya", "rata")


def head_at(text: str, start: int, floor: int) -> tuple[int, Hedge, str, bool]:
    """Start of the mention whose digits begin at `start`, its hedge, its currency unit and whether it is negative."""
    before = text[max(floor, start - 24) : start].lower().rsplit(None, 2)
    last = before[-1].lstrip("(\"'“‘[*|") if before else ""
    if last not in _LAST_OF_HEADS and not last.endswith(_SIGNS):
        return start, "", "", False
    # `mencapai 12` binds to nothing, `tidak mencapai 12` does.
    needs = _NEEDS.get(last)
    if needs is not None and not (len(before) > 1 and before[-2].lstrip("(\"'“‘[*|") in needs):
        return start, "", "", False
    first = max(floor, start - 40)
    head = None
    for opening in _OPENINGS.finditer(text, first, start):
        head = _HEAD.match(text, opening.start(), start)
        if head is not None:
            break
    if head is None:
        return start, "", "", False
    hedge: Hedge = next((value for index, (_, value) in enumerate(_HEDGES) if head[f"h{index}"]), "")
    currency = (head["currency"] or "").casefold()
    money = "" if not currency else "dolar as" if currency.startswith("us") else "rupiah"
    return head.start(), hedge, money, head["sign"] is not None


def at_line_start(text: str, at: int) -> bool:
    """Whether only blanks stand before `at` in its line."""
    return text[max(0, at - 8) : at].rpartition("\n")[2].strip(" \t") == "" and (at < 8 or "\n" in text[at - 8 : at])


def is_label(text: str, start: int, end: int, floor: int) -> bool:
    """Whether the characters around the digits make them part of something else: `P5`, `24/7`, `08:00`, `Covid-19`."""
    before = text[start - 1] if start > floor else ""
    after = text[end : end + 1]
    if before and (before.isalnum() or before in "_/@#\\=&°.,"):
        return True
    if before and before in "-–:" and start >= 2 and text[start - 2].isalnum():
        return True
    if (
        after
        and (after in "_@:/\\°'′\"″" and not (after == "/" and text[end + 1 : end + 2].isalpha()))
        and not (after in ":'\"" and not text[end + 1 : end + 2].isdigit())
    ):
        return True
    if after == ")" and text.rfind("(", max(floor, start - 80), start) <= text.rfind(
        ")", max(floor, start - 80), start
    ):
        return end - start <= 2
    return after == ")" and before == "(" and end - start <= 2
