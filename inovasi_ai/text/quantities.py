"""Quantities: numbers with unit, scale, range and hedge, alone or in running text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from .blocks import blocked_before, list_ordinals
from .fractions import STROKE, find_shares
from .numbers import NUMBER, SCALES, WORD_RUN, parse_number, read_digits, read_words
from .rates import product_at, rate_at
from .units import DECIMAL_POINT_UNITS, DURATIONS, PER_BASES, UNITS, kind_of, per_unit
from .values import Hedge, Quantity

__all__ = ["QuantityMention", "find_quantities", "parse_quantity"]


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """A quantity where it stands, hedge and unit included. Offsets are code points."""

    start: int
    end: int
    text: str
    quantity: Quantity


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
    rf"(?P<high>{NUMBER})(?![\w/:]|[-–—][0-9])(?:\s{{0,3}}(?P<scale2>{_SCALE_NAMES}|rb|jt|M|T)\b)?)?"
    rf"(?P<approx>-?an\b|\s{{1,3}}lebih\b(?!\s{{1,3}}(?:dari|besar|kecil|tinggi|rendah|cepat|lama|banyak|sedikit)))?",
    re.IGNORECASE,
)
_TOKEN = re.compile(NUMBER)
_RUN_SIEVE = re.compile(
    r"[SDTELNsdteln](?<!\w.)(?:[Aa][Tt]|[Ee][PpBbRrJjMmTtLl]|[Uu][AaJj]|[Ii][GgMm]|[Mm][Pp]|[Nn][Aa]|[Oo][Ll])"
)
_RUN = re.compile(rf"\b{WORD_RUN}", re.IGNORECASE)
_PERCENT = re.compile(r"\s{0,3}(?:%|(?:persen|prosen)\b)(?:\s{1,3}poin\b)?", re.IGNORECASE)
_UNIT_WORD = re.compile(
    r"(?:[^\S\n]{0,3}|[^\S\n]{0,2}\n(?=[a-z]))([^\W\d_][^\W\d_²³]*+(?:[23²³]\b)?(?>(?:-[^\W\d_]++)*))"
)
_PER_WORD = re.compile(r"\s{0,2}(?:/|\bper\b|\b(?:se)?tiap\b)\s{0,2}([^\W\d_]++(?:-[^\W\d_]++)?)", re.IGNORECASE)
_BRACKETED = re.compile(rf"\s{{0,3}}\((?P<digits>{NUMBER})\)")
_NOT_UNITS = frozenset(
    """dan atau yang di ke dari pada untuk dengan dalam sebagai serta adalah telah sudah menjadi hingga sampai per oleh
    ini itu tersebut juga akan dapat bisa mencapai meningkat menurun turun naik lebih kurang antara sejak saat
    ketika karena maka agar lalu kemudian setelah sebelum namun tetapi sedangkan sementara tanpa bagi terhadap atas
    bawah secara melalui tentang setiap tiap selama atau bahwa jika bila tidak belum masih baru lagi saja pun para
    semua seluruh hanya yaitu yakni seperti dibanding dibandingkan berupa terdiri guna supaya sehingga berada ada
    sekali pertama terakhir berikut sekitar sebesar sebanyak sejumlah menuju total target nya pula kini tidaklah sd
    tahun-tahun""".split()  # noqa: SIM905
) - {"sd"}
_BARE_INTEGER = re.compile(r"[0-9]{1,3}(?:\.[0-9])?\Z")
_CAPITALISED = re.compile(r"[A-Z][a-z]{1,17}\s{1,2}\Z")
_BETWEEN = re.compile(r"\bantara\s{1,3}\Z", re.IGNORECASE)
_YEAR_AFTER = re.compile(r"\s{1,3}(?:19|20)[0-9]{2}(?![0-9])")
_AVERAGE_AFTER = re.compile(r"\s*(?:\brata-rata|\(rata-rata\))\Z", re.IGNORECASE)
_MAX_UNIT_WORDS = 5


@dataclass(frozen=True, slots=True)
class _Unit:
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


def _per(text: str, unit: _Unit, whole: bool) -> _Unit:
    """`unit` widened by what follows: `per hari`, `/bulan`, `setahun`."""
    match = _PER_WORD.match(text, unit.end)
    if match is not None:
        word = match[1].casefold()
        if whole or UNITS.get(word) in PER_BASES:
            return _Unit(match.end(), f"{unit.name} per {UNITS.get(word, word)}".strip(), unit.known)
        return unit
    following = _UNIT_WORD.match(text, unit.end)
    base = per_unit(following[1].casefold()) if following is not None else None
    if following is not None and base is not None and unit.name in ("kali", "rupiah"):
        return _Unit(following.end(), f"{unit.name} per {base}", True)
    return unit


def _unit_at(text: str, at: int, *, money: str, whole: bool) -> _Unit:
    """The unit written from `at` on; its name is empty and its end is `at` when none is."""
    rate = rate_at(text, at, whole=whole, barred=_NOT_UNITS)
    if rate is not None and not (money and not rate[0].startswith("per ")):
        return _Unit(rate[1], f"{money} {rate[0]}".strip(), True)
    if money:
        words = _words_after(text, at, 1)
        end = words[0][1] if words and words[0][0].casefold() == "rupiah" else at
        return _per(text, _Unit(end, money, True), whole)
    percent = _PERCENT.match(text, at)
    if percent is not None:
        return _Unit(percent.end(), "poin" if "poin" in percent[0].casefold() else "persen", True)
    words = _words_after(text, at, _MAX_UNIT_WORDS if whole else 3)
    if not words:
        return _per(text, _Unit(at, "", False), whole) if whole else _Unit(at, "", False)
    folded = [word.casefold() for word, _ in words]
    if whole and (end := words[-1][1]) == len(text) and per_unit(folded[-1]) is None and "per" not in folded:
        phrase = " ".join(folded)
        known = phrase in UNITS
        if not known and any(word in _NOT_UNITS and word != "tanpa" for word in folded):
            return _Unit(at, "", False)
        head, _, rest = phrase.partition(" ")
        joined = f"{UNITS.get(head, head)} {rest}".strip()
        return _Unit(end, UNITS.get(phrase, joined), known)
    for size in range(min(3, len(words)), 0, -1):
        name = UNITS.get(" ".join(folded[:size]))
        if name is not None:
            return _per(text, _Unit(words[size - 1][1], name, True), whole)
    if whole:
        stop = folded.index("per") if "per" in folded else len(folded)
        stop = next((index for index, word in enumerate(folded) if per_unit(word)), stop)
        if stop and not any(word in _NOT_UNITS for word in folded[:stop]):
            return _per(text, _Unit(words[stop - 1][1], " ".join(folded[:stop]), False), whole)
        return _Unit(at, "", False)
    word, end = words[0]
    if (
        words[0][0] == word.casefold()
        and len(word) > 2
        and folded[0] not in _NOT_UNITS
        and not folded[0].startswith(("men", "mem", "meng"))
    ):
        return _per(text, _Unit(end, folded[0], False), whole)
    if word.isupper() and 2 <= len(word) <= 8 and text[end : end + 1] != "-":
        return _Unit(end, folded[0], False)
    return _Unit(at, "", False)


def _scaled(value: Decimal, name: str | None) -> Decimal:
    if name is None:
        return value
    folded = name.casefold()
    return value * SCALES[_MONEY_SCALES.get(folded, folded)]


def _tail(text: str, at: int, money: bool) -> re.Match[str]:
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


def _build(
    text: str, start: int, low: Decimal, high: Decimal, unit: _Unit, hedge: Hedge, *, percent_first: bool = False
) -> QuantityMention:
    name = "persen" if percent_first and not unit.name else unit.name
    written = text[start : unit.end]
    return QuantityMention(start, unit.end, written, Quantity(low, high, name, kind_of(name), hedge, written))


def _head(text: str, start: int, floor: int) -> tuple[int, Hedge, str, bool]:
    """Start of the mention whose digits begin at `start`, its hedge, its currency unit and whether it is negative."""
    head = _HEAD.search(text, max(floor, start - 40), start)
    if head is None:
        return start, "", "", False
    hedge: Hedge = next((value for index, (_, value) in enumerate(_HEDGES) if head[f"h{index}"]), "")
    currency = (head["currency"] or "").casefold()
    money = "" if not currency else "dolar as" if currency.startswith("us") else "rupiah"
    return head.start(), hedge, money, head["sign"] is not None


def _at_line_start(text: str, at: int) -> bool:
    return text[max(0, at - 8) : at].rpartition("\n")[2].strip(" \t") == "" and (at < 8 or "\n" in text[at - 8 : at])


def _is_label(text: str, start: int, end: int, floor: int) -> bool:
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


def _read_digits_at(text: str, token: re.Match[str], floor: int, whole: bool) -> QuantityMention | None:
    start, end = token.span()
    digits = token[0]
    begin, hedge, money, negative = _head(text, start, floor)
    between = _BETWEEN.search(text, max(floor, begin - 10), begin)
    if not money and not whole and (_is_label(text, start, end, floor) and not negative):
        if text[end : end + 1] != "/" or _is_label(text[:end], start, end, floor):
            return None
        if rate_at(text, end, whole=False, barred=_NOT_UNITS) is None:
            return None
    if not whole and len(digits) > 3 and digits[0] == "0" and digits.isdigit():
        return None
    product = product_at(text, end) if not money and not negative else None
    if product is not None:
        end = product[1]
    tail = _tail(text, end, bool(money))
    low = read_digits(digits, decimal_point=tail["percent"] is not None, counted=not whole)
    if low is None:
        return None
    if product is not None:
        low *= product[0]
    inner, at = tail["inner"], tail.end()
    cut = None
    if inner is not None and parse_number(inner.removesuffix(" rupiah")) != low:
        cut = tail.start("inner")
        at = text.rfind("(", end, cut)
        at = len(text[:at].rstrip()) if at - end <= 4 else end
    scale, high_digits, scale2 = (None, None, None) if cut else (tail["scale"], tail["high"], tail["scale2"])
    high: Decimal | None = low
    if high_digits is not None:
        high = read_digits(high_digits) if between or tail["sep"].strip() != "dan" else None
        wide = high is not None and _scaled(high, scale2 or scale) > _scaled(low, scale or scale2)
        if high is None or not wide or (tail["percent"] and tail["sep"].strip() not in ("-", "–", "—")):
            high, high_digits, scale2 = low, None, None
            at = tail.end("percent") if tail["percent"] else tail.end("scale") if scale else tail.start("sep")
    assert high is not None
    unit = _unit_at(
        text, tail.start("percent") if tail["percent"] and high_digits is None else at, money=money, whole=whole
    )
    if not money and unit.name in ("rupiah", "rupiah per orang"):
        money = "rupiah"
    if unit.name.partition(" per ")[0] in DECIMAL_POINT_UNITS:
        low = read_digits(digits, decimal_point=True) or low
        high = (read_digits(high_digits, decimal_point=True) or high) if high_digits is not None else low
    if tail["approx"] and hedge in ("", "average") and cut is None:
        hedge = "about" if tail["approx"].endswith("an") else "over"
    if high_digits is not None:
        low, high = _scaled(low, scale or scale2), _scaled(high, scale2 or scale)
    else:
        low = high = _scaled(low, scale)
    if negative:
        if not whole and text[start - 1] in "-–" and _at_line_start(text, start - 1):
            begin = start
        else:
            low, high = (-high, -low) if high_digits is None else (-low, high)
    has_unit = bool(unit.name) or tail["percent"] is not None or scale is not None
    if not whole:
        after = text[end : end + 1]
        if after.isalpha() and not (unit.known or scale or tail["approx"]):
            return None
        if high_digits is None and after in ("-", "–") and text[end + 1 : end + 2].isdigit():
            return None
        if len(digits) > 1 and digits[0] == "0" and digits.isdigit() and not unit.known:
            return None
        if unit.name == "tahun" and unit.known and _YEAR_AFTER.match(text, unit.end):
            return None
        if unit.name in ("wib", "wita", "wit"):
            return None
        longest = max(map(len, re.split("[.,]", digits))) if len(digits) > 10 else 0
        if longest > (12 if digits.isdigit() else 10) and not (unit.known or scale or tail["percent"]):
            return None
        bar = blocked_before(text, start) if not money else ""
        if bar == "hard" and not (unit.name in DURATIONS and unit.known):
            return None
        if bar == "soft" and not (unit.known or scale or tail["percent"]) and _BARE_INTEGER.match(digits):
            return None
        if not (unit.known or tail["percent"]) and digits.count(".") == 1 and len(digits.partition(".")[2]) > 3:
            return None
        post_code = len(digits) == 5 and digits.isdigit() and not has_unit and not money
        if post_code and _CAPITALISED.search(text, max(floor, start - 20), start):
            return None
    if between is not None and high_digits is not None and tail["sep"].strip() == "dan":
        begin = between.start()
    return _build(text, begin, low, high, unit, hedge, percent_first=tail["percent"] is not None)


def _read_words_at(text: str, run: re.Match[str], floor: int, whole: bool) -> tuple[QuantityMention | None, int]:
    """The quantity in number words at `run`, and the offset up to which its characters are spent."""
    start, end = run.span()
    words = run[0].casefold()
    value = read_words(words)
    if value is None:
        return None, end
    bracketed = _BRACKETED.match(text, end)
    if bracketed is not None and read_digits(bracketed["digits"]) == value:
        end = bracketed.end()
    begin, hedge, _, negative = _head(text, start, floor)
    unit = _unit_at(text, end, money="", whole=whole)
    if not whole:
        before = text[max(floor, start - 10) : start].casefold()
        if before.endswith(("salah ", "ke ", "ke-")) or (words == "satu" and text[end : end + 1] == "-"):
            return None, end
        if not unit.known:
            if value < 11 or " " not in words:
                return None, end
            unit = _Unit(end, "", False)
    if negative and text[start - 1] in "-–":
        begin, negative = start, False
    value = -value if negative else value
    return _build(text, begin, value, value, unit, hedge), max(end, unit.end)


def _read_stroke_at(text: str, match: re.Match[str], floor: int) -> list[QuantityMention]:
    """Both figures of `9/12 desa`; of `1/2 hari`, a share of a measure, the one that it gives. Empty for a label."""
    start, end = match.span()
    unit = _unit_at(text, end, money="", whole=False)
    part, whole = Decimal(match["part"]), Decimal(match["whole"])
    before = text[start - 1] if start > floor else " "
    if not unit.known or not whole or not (before.isspace() or before in "(\"'“") or blocked_before(text, start):
        return []
    begin, hedge, _, _ = _head(text, start, floor)
    if unit.name in DURATIONS and part < whole <= 10:
        return [_build(text, begin, part / whole, part / whole, unit, hedge)]
    at = match.end("part")
    first = _build(text, begin, part, part, _Unit(at, unit.name, True), hedge)
    return [first, _build(text, match.start("whole"), whole, whole, unit, "")]


def _read_share_at(text: str, start: int, end: int, value: Decimal, floor: int) -> QuantityMention:
    begin, hedge, _, negative = _head(text, start, floor)
    unit = _unit_at(text, end, money="", whole=False)
    unit = unit if unit.known else _Unit(end, "", False)
    return _build(text, start if negative else begin, value, value, unit, hedge)


def find_quantities(
    text: str, *, claimed: Callable[[int], int] | None = None, whole: bool = False
) -> Iterator[QuantityMention]:
    """Quantities in running text, in order and apart from each other.

    `claimed(offset)` gives the end of the span of another kind (a date, a decree number) that holds `offset`, or 0.
    `whole` reads the text as one value of a field: nothing bars a number, any words may be its unit.
    """
    ordinals = {} if whole else list_ordinals(text)
    starts = [(match.start(), match, True) for match in _TOKEN.finditer(text)]
    position = 0
    while (hint := _RUN_SIEVE.search(text, position)) is not None:
        run = _RUN.match(text, hint.start())
        position = run.end() if run is not None else hint.end()
        if run is not None:
            starts.append((run.start(), run, False))
    shares = {} if whole else {match.start(): (match, value) for match, value in find_shares(text)}
    # A share in words comes before the number word that opens it: `dua pertiga`.
    starts.extend((start, match, False) for start, (match, _) in shares.items())
    starts.sort(key=lambda item: item[0])
    floor = 0
    for start, match, is_digits in starts:
        if start < floor or start in ordinals or (claimed is not None and claimed(start)):
            continue
        if start in shares:
            share = _read_share_at(text, start, shares[start][0].end(), shares[start][1], floor)
            yield share
            floor = share.end
            continue
        if is_digits and not whole and text[match.end() : match.end() + 1] == "/":
            stroke = STROKE.match(text, start)
            pair = _read_stroke_at(text, stroke, floor) if stroke is not None else []
            if pair:
                yield from pair
                floor = pair[-1].end
                continue
        if is_digits:
            mention, spent = _read_digits_at(text, match, floor, whole), 0
        else:
            mention, spent = _read_words_at(text, match, floor, whole)
        if mention is not None:
            yield mention
            floor = mention.end
        floor = max(floor, spent)


def parse_quantity(text: str) -> Quantity | None:
    """The quantity that the whole of `text` writes, or None when it is anything else (`abc`, `14 hari dan 3 jam`).

    >>> parse_quantity("Rp. 1.250.000,-").low, parse_quantity("14 hari kerja").unit
    (Decimal('1250000'), 'hari kerja')
    """
    stripped = " ".join(text.split())
    if not stripped or len(stripped) > 300:
        return None
    average = _AVERAGE_AFTER.search(stripped)
    written = stripped[: average.start()] if average is not None else stripped
    mention = next(find_quantities(written, whole=True), None)
    if mention is None or mention.start != 0:
        return None
    if mention.end != len(written) and written[mention.end :] not in (".", ",-", ",", ";"):
        return None
    hedge = mention.quantity.hedge or ("average" if average is not None else "")
    return replace(mention.quantity, hedge=hedge, text=text)
