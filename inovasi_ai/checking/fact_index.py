"""Facts made ready for grounding: every value they state, in their typed values, their texts, labels and periods."""

from __future__ import annotations

import datetime
import re
import weakref
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache
from itertools import combinations
from typing import TYPE_CHECKING, TypeAlias

from inovasi_ai.domain.facts import Fact
from inovasi_ai.text import (
    DateMention,
    Document,
    PartialDate,
    Quantity,
    QuantityMention,
    Regulation,
    RegulationMention,
    earliest,
    latest,
    normalize,
    parse_period,
    parse_quantity,
    parse_regulation,
    regulation_key,
)
from inovasi_ai.text.units import UNITS

from .fact_shapes import read_facts
from .judgement import Judgement
from .lookup import PairTable, ValueTable
from .measures import likeness
from .naming import Names
from .stems import WORD, aspect_of, content_stems, topic_of

if TYPE_CHECKING:
    from inovasi_ai.domain.innovation import Innovation

__all__ = ["Amount", "FactIndex", "Facts", "Moment", "index_of"]

Facts: TypeAlias = "Innovation | FactIndex | Mapping[str, object] | Iterable[Fact | Mapping[str, object]]"
"""What `ground` accepts as facts."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity that a fact states."""

    quantity: Quantity
    fact: str
    item: str
    aspect: frozenset[str]
    """Stems of the label without words for time and state: equal for a before and an after of the same thing."""
    stems: frozenset[str]
    """Stems of all that the fact says."""
    typed: bool
    """Whether this is the fact's value, not a number inside a text."""
    series: str
    """Group and leaf: equal for the durations of all steps."""
    years: frozenset[int]
    """Years of the fact's period; empty when it has none."""
    topic: frozenset[str]
    """Stems of the label that say what is measured, and of whom."""
    measured: bool = True
    """Whether the fact states this amount and no other: as its value, or as the one figure of its words."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A date or period that a fact states, as first and last calendar day."""

    first: datetime.date
    last: datetime.date
    fact: str
    legal: bool = False
    """Whether it is the year of a regulation."""


_IDENTIFIES = re.compile(
    r"\b(?:koordinat|kode|nomor indikator|nomor dokumen|berkas|tautan|NIK|NIP|telepon)\b", re.IGNORECASE
)
"""Labels of facts whose numbers name something and measure nothing."""
_PARTS = re.compile(r"[^\W_]+")
_EARLY = frozenset(("sebelum", "semula", "awal", "baseline", "dulu"))
_LATE = frozenset(("sesudah", "setelah", "akhir", "kini", "sekarang", "realisasi"))
_DIGIT = re.compile(r"\d")
_LIST_GLUE = re.compile(r",\s+(?:dan\s+|serta\s+)?|\s+dan\s+")
_BARE_YEAR = re.compile(r"\s*(?:[Tt]ahun\s+)?(?:19|20)[0-9]{2}\s*")


@lru_cache(maxsize=8_192)
def _read_text(
    text: str,
) -> tuple[tuple[QuantityMention, ...], tuple[DateMention, ...], tuple[RegulationMention, ...]]:
    """What a fact's label, source or words state."""
    document = Document(text)
    return document.quantities, document.dates, document.regulations


@lru_cache(maxsize=8_192)
def _read_whole(text: str) -> tuple[tuple[PartialDate, PartialDate] | None, Quantity | Regulation | None]:
    """The period and the amount or regulation that a whole text is."""
    period = parse_period(text)
    if _BARE_YEAR.fullmatch(text):
        return period, None
    if period is None and (quantity := parse_quantity(text)) is not None:
        return None, quantity
    return period, parse_regulation(text)


class FactIndex:
    """Every amount, date and regulation that the facts state, looked up by value. Build it once for several texts.

    Raises `FactsError` when `facts` is nothing that holds facts.
    """

    def __init__(self, facts: object) -> None:
        self.amounts: list[Amount] = []
        self.moments: list[Moment] = []
        self.regulations: list[tuple[Regulation, str]] = []
        self.items: dict[str, set[str]] = defaultdict(set)
        """Group to the ids of its items, for counting them."""
        self.labels: dict[str, str] = {}
        self.lists: dict[int, list[tuple[str, frozenset[str]]]] = defaultdict(list)
        """Number of things that the words of a fact list -> facts, with the stems of their labels."""
        self.texts: list[tuple[str, str]] = []
        """Fact and text: all that names may stand in."""
        self._by_value: dict[Decimal, list[Amount]] = defaultdict(list)
        self.memo: dict[Hashable, Judgement] = {}
        """Verdicts on dates and regulations, which hang on the facts alone."""
        self._alike: dict[str, tuple[Amount, ...]] = {}
        self._states: dict[str, int] = {}
        self._pairs: tuple[tuple[Amount, Amount], ...] | None = None
        for fact in read_facts(facts):
            self._add(fact)
        self._by_fact: dict[str, list[Amount]] = defaultdict(list)
        for amount in self.amounts:
            self._by_fact[amount.fact].append(amount)
            self._by_value[amount.quantity.low].append(amount)
            if amount.quantity.is_range:
                self._by_value[amount.quantity.high].append(amount)

    def _add(self, fact: Fact) -> None:
        self.labels[fact.id] = fact.label
        self.texts += [(fact.id, text) for text in (fact.text, fact.label, fact.source) if text]
        self.items[fact.group].add(fact.item)
        value = fact.value
        if isinstance(value, str):
            value = self._typed(value, fact) or value
        periods: list[tuple[PartialDate, PartialDate]] = []
        if fact.period:
            whole = parse_period(fact.period)
            periods = [whole] if whole else [(mention.first, mention.last) for mention in _read_text(fact.period)[1]]
        years = frozenset(
            year for first, last in periods for year in range(first.year, min(last.year, first.year + 60) + 1)
        )
        for first, last in periods:
            self._moment(first, last, fact.id)
        # Labels and sources recur from leaf to leaf of an item: read apart, each is read once.
        stems = content_stems(fact.label) | content_stems(fact.text) | content_stems(fact.source or "")
        subject = fact.label.rpartition(", ")[0] or fact.label
        aspect, topic = aspect_of(subject), topic_of(subject)
        series = f"{fact.group}.{fact.id.rpartition('.')[2]}"
        if isinstance(value, str) and "," in value:
            listed = len([part for part in _LIST_GLUE.split(value) if part.strip()])
            self.lists[listed].append((fact.id, content_stems(fact.label)))
        # The last part of a label says what the value is; the parts before it may speak of a file or code by chance.
        if _IDENTIFIES.search(fact.label.rpartition(", ")[2]) and not (isinstance(value, Quantity) and value.unit):
            return
        if isinstance(value, Quantity):
            self.amounts.append(Amount(value, fact.id, fact.item, aspect, stems, True, series, years, topic))
        elif isinstance(value, PartialDate):
            self._moment(value, value, fact.id)
        elif isinstance(value, Regulation):
            self._regulation(value, fact.id)
        texts = [fact.label, fact.source or ""]
        if isinstance(value, str):
            texts.append(value)
        elif isinstance(value, Regulation):
            texts.append(value.about or "")
        for text in texts:
            if text is value or _DIGIT.search(text) is not None:
                self._mentions(text, fact, aspect, stems, years, topic)

    def _typed(self, text: str, fact: Fact) -> Quantity | Regulation | None:
        """The typed value a whole text is, when it is one; dates are recorded at once."""
        if len(text) > 300:
            return None
        period, value = _read_whole(text)
        if period is not None:
            self._moment(*period, fact.id)
        return value

    def _moment(self, first: PartialDate, last: PartialDate, fact: str) -> None:
        self.moments.append(Moment(earliest(first), latest(last), fact))
        if first != last:
            self.moments.append(Moment(earliest(first), latest(first), fact))
            self.moments.append(Moment(earliest(last), latest(last), fact))

    def _regulation(self, regulation: Regulation, fact: str) -> None:
        self.regulations.append((regulation, fact))
        if regulation.year is not None:
            year = PartialDate(regulation.year)
            self.moments.append(Moment(earliest(year), latest(year), fact, legal=True))

    def _mentions(
        self,
        text: str,
        fact: Fact,
        aspect: frozenset[str],
        stems: frozenset[str],
        years: frozenset[int],
        topic: frozenset[str],
    ) -> None:
        quantities, dates, regulations = _read_text(text)
        # `kunjungan K4 68,2 persen pada 2021`: words with one figure state that figure.
        sole = len(quantities) == 1 and text is fact.value
        for quantity in quantities:
            self.amounts.append(
                Amount(quantity.quantity, fact.id, fact.item, aspect, stems, False, f"{fact.id}#", years, topic, sole)
            )
        for date in dates:
            self._moment(date.first, date.last, fact.id)
        for regulation in regulations:
            self._regulation(regulation.regulation, fact.id)

    @cached_property
    def done(self) -> Sequence[Moment]:
        """Moments of what was done: all but the years of regulations."""
        return [moment for moment in self.moments if not moment.legal]

    @cached_property
    def legal_moments(self) -> bool:
        """Whether any moment is the year of a regulation."""
        return len(self.done) < len(self.moments)

    def valued(self, value: Decimal) -> Sequence[Amount]:
        """Amounts of exactly this value (or with this value at one end of their range)."""
        return self._by_value.get(value, ())

    @cached_property
    def estimates(self) -> frozenset[str]:
        """Facts that state an estimate: `±160 orang`."""
        return frozenset(amount.fact for amount in self.amounts if amount.quantity.hedge == "about")

    def of(self, fact: str) -> Sequence[Amount]:
        """Amounts that the fact with this id states."""
        return self._by_fact.get(fact, ())

    def pairs(self) -> Sequence[tuple[Amount, Amount]]:
        """Amounts that may be subtracted or divided wherever they stand: of one item, or of one aspect."""
        if self._pairs is None:
            groups: dict[object, list[Amount]] = defaultdict(list)
            for amount in self.amounts:
                if amount.measured and not amount.quantity.is_range:
                    groups[amount.item].append(amount)
                    if amount.aspect:
                        groups[amount.aspect].append(amount)
            found: dict[tuple[int, int], tuple[Amount, Amount]] = {}
            for members in groups.values():
                # In a larger group nearly every number is some difference.
                for first, second in combinations(members, 2) if len(members) <= 8 else ():
                    found.setdefault((id(first), id(second)), (first, second))
            named = [amount for members in groups.values() for amount in members if len(amount.aspect) >= 2]
            for first, second in combinations(dict.fromkeys(named), 2) if len(named) <= 240 else ():
                same_unit = first.quantity.unit == second.quantity.unit != ""
                if same_unit and (first.aspect <= second.aspect or second.aspect <= first.aspect):
                    found.setdefault((id(first), id(second)), (first, second))
            self._pairs = tuple(found.values())
        return self._pairs

    def alike(self, unit: str) -> Sequence[Amount]:
        """Single figures of facts whose unit may be written as `unit`."""
        found = self._alike.get(unit)
        if found is None:
            found = self._alike[unit] = tuple(
                amount
                for amount in self.amounts
                if amount.measured and not amount.quantity.is_range and likeness(unit, amount.quantity.unit) == "same"
            )
        return found

    def state(self, amount: Amount) -> int:
        """-1 for a state before, 1 for one after, 0 where id and label do not say."""
        known = self._states.get(amount.fact)
        if known is None:
            label = self.labels.get(amount.fact, "").rpartition(",")[2]
            words = {word.casefold() for word in (*_PARTS.findall(amount.fact), *_PARTS.findall(label))}
            known = self._states[amount.fact] = bool(words & _LATE) - bool(words & _EARLY)
        return known

    def earlier(self, first: Amount, second: Amount) -> bool | None:
        """Whether `first` was before `second`, by state or by years; None where the facts do not say."""
        one, other = self.state(first), self.state(second)
        if one * other < 0:
            return one < other
        if first.years and second.years:
            if max(first.years) < min(second.years):
                return True
            if max(second.years) < min(first.years):
                return False
        return None

    def siblings(self, amount: Amount) -> Sequence[Amount]:
        """Figures of the same item, or of the same aspect."""
        return [other for first, second in self._paired.get(id(amount), ()) for other in (first, second)]

    @cached_property
    def _paired(self) -> Mapping[int, Sequence[tuple[Amount, Amount]]]:
        found: dict[int, list[tuple[Amount, Amount]]] = defaultdict(list)
        for pair in self.pairs():
            for amount in pair:
                found[id(amount)].append(pair)
        return found

    @cached_property
    def names(self) -> Names:
        """The names that the facts bear."""
        return Names(self.texts)

    @cached_property
    def values(self) -> ValueTable:
        """The amounts by value, for what is rounded, bounded or converted."""
        return ValueTable(self.amounts)

    @cached_property
    def differences(self) -> PairTable:
        """The pairs by what they give."""
        return PairTable(self.pairs())

    @cached_property
    def series(self) -> Sequence[Sequence[Amount]]:
        """Typed amounts of one group and leaf: what may be added up as a whole."""
        groups: dict[str, list[Amount]] = defaultdict(list)
        for amount in self.amounts:
            if amount.typed and not amount.quantity.is_range:
                groups[amount.series].append(amount)
        return [amounts for amounts in groups.values() if len(amounts) > 1]

    def unit_words(self, amount: Amount) -> frozenset[str]:
        """Known count words in the label of a fact whose value bears no unit."""
        words = (normalize(word) for word in WORD.findall(self.labels.get(amount.fact, "")))
        return frozenset(UNITS[word] for word in words if word in UNITS)


_built: dict[int, tuple[weakref.ref[object], FactIndex]] = {}


def index_of(facts: object) -> FactIndex:
    """The index over `facts`: itself, that of an `Innovation` built once for all its texts, or a new one."""
    if isinstance(facts, FactIndex):
        return facts
    from inovasi_ai.domain.innovation import Innovation

    if not isinstance(facts, Innovation):
        return FactIndex(facts)
    key = id(facts)
    known = _built.get(key)
    if known is not None and known[0]() is facts:
        return known[1]
    index = FactIndex(facts)
    # An innovation cannot change, so that its index is right as long as it lives.
    _built[key] = weakref.ref(facts, lambda _: _built.pop(key, None)), index
    return index


def regulation_matches(written: Regulation, stated: Regulation) -> bool:
    """Whether a citation names a stated regulation, or names it more coarsely."""
    kind, number, year = regulation_key(written)
    their_kind, their_number, their_year = regulation_key(stated)
    if number and number != their_number:
        return False
    if year is not None and their_year is not None and year != their_year:
        return False
    if year is not None and their_year is None and not number:
        return False
    decrees = ("SK", "Kepbup", "Kepwali", "Kepgub", "SK Kades")
    if kind == their_kind:
        return True
    # `SK` leaves open whose decree it is, `Kepbup` does not.
    return bool(number) and kind in decrees and their_kind in decrees and "SK" in (kind, their_kind)
