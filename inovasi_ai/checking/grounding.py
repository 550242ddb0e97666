"""What the facts say of every figure, date, regulation and name in a text.

`supported`: a fact states it, or states it more exactly. `derived`: it follows from facts, and how is told in words.
`wrong_role`: the figure is in the facts, but for something else. `unsupported`: no fact carries it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from decimal import Decimal

from inovasi_ai.domain.report import Mention, MentionKind
from inovasi_ai.errors import require
from inovasi_ai.text import (
    DateMention,
    Document,
    NameMention,
    Quantity,
    QuantityMention,
    RegulationMention,
    format_quantity,
)

from .bounds import Relation, against_words, follows_words, relation
from .citations import Citations
from .context import Context
from .derivation import Nearby, derive, share_of_change
from .direction import misdirected
from .each import told_of_each
from .elapsed import elapsed
from .fact_index import Amount, FactIndex, Facts, index_of
from .judgement import OF_ESTIMATES, Judgement
from .measures import Likeness, category, in_unit_of, likeness
from .nearest import far_bound, ids_of, is_misfit, misfit, nearest
from .roles import may_be_other, other_party, other_state, untimely, wrong_party_words, wrong_state_words
from .shares import share_in_words
from .stems import stem
from .wholes import all_of_them

__all__ = ["FactIndex", "Facts", "ground"]

_OPERANDS = 12
"""Amounts of one sentence that its other figures are calculated from; in a longer list anything would follow."""


_CHANGE_BEFORE = re.compile(
    r"\b(?:naik|turun|(?:me|pe|ber|ke)[a-z]{0,3}(?:naik|turun|tingkat|kurang|tambah|hemat)(?:an|kan)?|hemat|selisih|berbeda"
    r"|lebih\s+(?:cepat|rendah|tinggi|banyak|sedikit))(?:nya)?(?:\s+(?:sebesar|sebanyak))?\s+\Z",
    re.IGNORECASE,
)
_CHANGE_ENDS = (
    "naik", "turun", "tingkat", "kurang", "tambah", "hemat", "an", "selisih", "berbeda", "cepat", "rendah", "tinggi",
    "banyak", "nya", "sebesar",
)  # fmt: skip
"""How the last word of such a lead ends."""
_REACHED = re.compile(r"\b(?:menjadi|mencapai|hingga|sampai|sebesar|sebanyak|ke)\s+\Z", re.IGNORECASE)
_BECAME = re.compile(r"\bmenjadi\s+\Z", re.IGNORECASE)
_TRIED = 200
"""Figures of one sentence for which a calculation is looked for."""
_THOUSAND_PERCENT = re.compile(r"(?<![0-9.,])[1-9][0-9]{0,2}\.[0-9]{3}\s{0,3}(?:%|persen)")
_NOTHING_NEAR = Nearby(())


def ground(
    text: str | Document,
    facts: Facts,
    *,
    cited: Collection[str] | None = None,
    section: str = "",
) -> tuple[Mention, ...]:
    """Every checkable mention in `text` with its verdict, in reading order. Offsets are code points into `text`.

    Mentions are figures, dates, regulations, and names of agencies, partners and places that are somebody's in
    particular (`rubrics/nama.yaml` says which are not). A near name is `unsupported` and says which it resembles.

    `facts` is an `Innovation`, a mapping id -> value, or a list of `{"id", "label", "value", "unit"?, "period"?}` with
    values as people write them; a `FactIndex` made once serves several texts. `cited` are ids that the text cites:
    they are preferred, and may be calculated with; a mention that rests on another fact still names that one. Notes
    `[LENGKAPI: ...]` are passed over. `section` is the section that mentions are said to stand in. Raises `FactsError`
    for facts that cannot be read, for an id that a list has twice, and for an entry of a list without a value.

    Figures of one item may be subtracted and divided wherever they stand, others only beside each other. One item are
    ids with the same dotted prefix (`akta.sebelum`, `akta.sesudah`), ids that differ only in their ending `_sebelum`,
    `_sesudah`, `_awal`, `_akhir`, `_semula`, `_kini`, `_target`, `_realisasi` or a year, the entries of a nested
    mapping (`{"akta": {"awal": ..., "akhir": ...}}`), and a plain `{"sebelum": ..., "sesudah": ...}`; at most eight to
    an item. A year at the end of an id is the period of its fact.

    >>> facts = {"akta_sebelum": "87,4 %", "akta_sesudah": "94,1 %"}
    >>> [(m.text, m.verdict, m.derivation) for m in ground("Naik 6,7 poin menjadi 94,1 persen.", facts)]
    [('6,7 poin', 'derived', 'selisih 94,1 persen dan 87,4 persen'), ('94,1 persen', 'supported', '')]
    """
    require(text, (str, Document), "Yang dicocokkan dengan fakta bukan teks", "teks sebagai str")
    document = Document(text) if isinstance(text, str) else text
    index = index_of(facts)
    return _Grounding(document, index, frozenset(cited or ()), section).mentions()


class _Grounding:
    """One text held against one index."""

    def __init__(self, document: Document, index: FactIndex, cited: frozenset[str], section: str) -> None:
        self.document = document
        self.section = section
        self.index = index
        self.cited = cited
        self.context = Context(document)
        self.citations = Citations(document, index, cited)
        self.by_sentence: dict[int, list[Amount]] = {}
        """Amounts that each sentence states outright: what its other figures may be calculated from."""
        self._items: dict[int, set[str]] = defaultdict(set)
        """Items of which each sentence states a figure: a target may stand beside the value it is held against."""
        self._nearby: dict[int, Nearby] = {}
        self._otherwise: dict[int, Amount] = {}
        """Start of a mention -> the amount that states its figure with another hedge, or as the end of a range."""

    def mentions(self) -> tuple[Mention, ...]:
        document = self.document
        found: list[Mention] = []
        firsts: list[tuple[QuantityMention, Judgement | None]] = []
        for quantity in document.quantities:
            supporters, misfits, other = self._stated(quantity)
            verdict = self._supported(quantity, supporters) if supporters else None
            if verdict is None and other:
                self._otherwise[quantity.start] = other[0]
            elif verdict is None and misfits:
                verdict = misfit(quantity.quantity, self.context.stems(quantity.start), misfits, self.index)
            firsts.append((quantity, verdict))
        judged: list[tuple[QuantityMention, Judgement]] = []
        tried: Counter[int] = Counter()
        for quantity, verdict in firsts:
            if verdict is None or verdict.verdict == "wrong_role":
                sentence = self.context.sentence(quantity).index
                tried[sentence] += 1
                # In a row of figures without end none is calculated from the others.
                reckoned = self._reckoned(quantity) if tried[sentence] <= _TRIED else None
                verdict = reckoned or verdict or self._ends(quantity) or self._unsupported(quantity)
            if verdict.verdict != "supported" and _is_article(quantity):
                continue
            judged.append((quantity, verdict))
        figures, verdicts = [figure for figure, _ in judged], {figure.start: v.verdict for figure, v in judged}
        turned = misdirected(document, self.index, figures, verdicts)
        for quantity, verdict in judged:
            if quantity.start in turned:
                verdict = Judgement("wrong_role", verdict.facts, turned[quantity.start])
            kind: MentionKind = "range" if quantity.quantity.is_range else quantity.quantity.kind
            found.append(self._mention(quantity, kind, verdict))
        found.extend(self._mention(date, "date", self.citations.date(date)) for date in document.dates)
        for start, end in document.impossible_dates:
            words = "tanggal atau periode ini tidak mungkin menurut kalender"
            unreal = Mention(
                start=start,
                end=end,
                text=document.text[start:end],
                kind="date",
                verdict="unsupported",
                derivation=words,
                section=self.section,
            )
            found.append(unreal)
        for regulation in document.regulations:
            verdict = self.citations.regulation(regulation)
            if verdict is not None:
                found.append(self._mention(regulation, "regulation", verdict))
        for name in document.names:
            verdict = self.index.names.judge(name)
            if verdict is not None:
                found.append(self._mention(name, "name", verdict))
        return tuple(sorted(found, key=lambda mention: mention.start))

    def _mention(
        self,
        found: QuantityMention | DateMention | RegulationMention | NameMention,
        kind: MentionKind,
        verdict: Judgement,
    ) -> Mention:
        return Mention.of(
            found.start,
            found.end,
            found.text,
            kind,
            verdict.verdict,
            verdict.facts,
            verdict.derivation,
            self.section,
        )

    # Quantities

    def _stated(self, mention: QuantityMention) -> tuple[list[Amount], list[Amount], list[Amount]]:
        """Amounts with the mention's figure: those that may carry it, of something else, and hedged otherwise."""
        written = mention.quantity
        stems = self.context.stems(mention.start)
        supporters: list[Amount] = []
        misfits: list[Amount] = []
        other: list[Amount] = []
        for amount in self.index.valued(written.low):
            stated = amount.quantity
            if written.is_range and (stated.low, stated.high) != (written.low, written.high):
                continue
            like = self._likeness(written, amount)
            if like == "open" and not stated.unit:
                words = self.index.unit_words(amount)
                ours = category(written.unit)
                known = {category(word) for word in words} - {None}
                like = "other" if ours is not None and known and ours not in known else "same"
            elif like == "open":
                like = "same" if stems & amount.stems else "other"
            if like == "same":
                (supporters if relation(written, stated) == "states" else other).append(amount)
            elif is_misfit(written, amount, stems):
                misfits.append(amount)
        return supporters, misfits, other

    def _likeness(self, written: Quantity, amount: Amount) -> Likeness:
        """Whether the units are alike, or the fact's own words say what the text counts: `64 teras` of `64 titik`."""
        stated = amount.quantity
        like = likeness(written.unit, stated.unit)
        if like == "same" or not stated.unit:
            return like
        head, _, base = written.unit.partition(" per ")
        if base and head == stated.unit:
            return "same" if base in self.index.labels.get(amount.fact, "").casefold() else like
        if written.kind != stated.kind:
            return like
        both = category(written.unit), category(stated.unit)
        if written.kind != "number" or both[0] == both[1] == "person" or " per " in stated.unit:
            return like
        return "same" if stem(head.partition(" ")[0]) in amount.stems else like

    def _supported(self, mention: QuantityMention, supporters: Sequence[Amount]) -> Judgement:
        """The verdict on a mention whose amount and unit are stated: supported, unless year or subject differ."""
        sentence = self.document.sentence_at(mention.start)
        stems = self.context.stems(mention.start)
        ranked = sorted(supporters, key=lambda a: (a.fact not in self.cited, not a.typed, -len(a.stems & stems)))
        best = ranked[0]
        if best.fact not in self.cited:
            years = self.context.years(mention)
            if years and all(amount.years and not amount.years & years for amount in supporters):
                when = ", ".join(map(str, sorted(best.years)))
                return Judgement("wrong_role", ids_of(ranked[:3]), f"angka ini tercatat untuk periode {when}")
            if (astray := self._astray(mention, ranked, sentence.index)) is not None:
                return astray
            if base := told_of_each(self.document.text, mention, sentence.start, ranked, self.index):
                words = f"angka ini tercatat sebagai jumlah seluruhnya, bukan per {base}"
                return Judgement("wrong_role", ids_of(ranked[:3]), words)
        self._items[sentence.index].update(amount.item for amount in supporters)
        stated = self.by_sentence.setdefault(sentence.index, [])
        if len(stated) < _OPERANDS:
            stated.append(best)
        shared = len(best.stems & stems)
        alike = [a for a in ranked if (a.fact in self.cited, len(a.stems & stems)) == (best.fact in self.cited, shared)]
        return Judgement("supported", ids_of(alike[:3]))

    def _astray(self, mention: QuantityMention, stated: Sequence[Amount], sentence: int) -> Judgement | None:
        """The verdict on a figure that is told of another party, thing or state than the facts state it of."""
        states = all(self.index.state(amount) and self.index.siblings(amount) for amount in stated)
        if states and _tells_change(self.document.text, mention.start):
            label = self.index.labels.get(stated[0].fact, stated[0].fact)
            return Judgement("wrong_role", ids_of(stated[:3]), f"angka ini adalah nilai {label}, bukan perubahannya")
        stems = self.context.stems(mention.start)
        if may_be_other(mention.quantity, stated, stems, self.index):
            words, told = self.context.clause(mention)
            sibling = other_state(told, stated, self.index)
            if sibling is not None:
                return Judgement("wrong_role", ids_of((*stated[:2], sibling)), wrong_state_words(told, sibling))
            rival = other_party(mention.quantity, stated, words, self.index)
            if rival is not None:
                because = wrong_party_words(stated[0], rival, self.index)
                return Judgement("wrong_role", ids_of((*stated[:2], rival)), because)
        beside = self._items[sentence]
        if not any(amount.stems & stems or amount.item in beside for amount in stated):
            rival = self._rival(mention.quantity, stems)
            if rival is not None:
                label = self.index.labels.get(stated[0].fact, stated[0].fact)
                return Judgement("wrong_role", ids_of(stated[:3]), f"angka ini tercatat untuk {label}")
        return None

    def _rival(self, written: Quantity, stems: frozenset[str]) -> Amount | None:
        """A fact of the same unit that the sentence clearly speaks of instead."""
        for amount in self.index.amounts:
            same = amount.typed and amount.quantity.unit == written.unit and bool(written.unit)
            if same and len(amount.aspect & stems) >= 2 and amount.quantity.low != written.low:
                return amount
        return None

    def _reckoned(self, mention: QuantityMention) -> Judgement | None:
        """What follows from facts, or is denied by one, by its bound or by calculation."""
        bound = self._bounded(mention) if mention.quantity.is_estimate and not mention.quantity.is_range else None
        if bound is None or _tells_change(self.document.text, mention.start):
            derived = self._derived(mention)
            if derived is None and bound is None and mention.quantity.is_estimate:
                return far_bound(mention.quantity, self.context.stems(mention.start), self.index)
            return derived or bound
        return bound

    def _bounded(self, mention: QuantityMention) -> Judgement | None:
        """The verdict on a hedged figure from the fact it most likely speaks of."""
        written, stems = mention.quantity, self.context.stems(mention.start)
        years = self.context.years(mention)
        clause, told = self.context.clause(mention)
        best: tuple[tuple[bool, int, bool, bool, Decimal, str], Amount, Relation] | None = None
        for amount in self.index.values.near(written):
            stated = in_unit_of(amount.quantity, written)
            like = "same" if stated is not amount.quantity else self._likeness(written, amount)
            shared = len(stems & amount.stems)
            if like == "other" or (like == "open" and not shared):
                continue
            related = relation(written, stated)
            if related == "open":
                continue
            off = min(abs(stated.low - written.low), abs(stated.high - written.low))
            astray = 0 if not years or amount.years & years else 2 if amount.years else 1
            astray = 2 if untimely(told, amount, self.index) else astray
            against = related == "against"
            key = (amount.fact not in self.cited, astray, not shared, against, off, amount.fact)
            if best is None or key < best[0]:
                best = key, amount, related
        if best is None:
            return None
        _, amount, related = best
        if related != "against":
            rival = other_party(written, (amount,), clause, self.index)
            if rival is not None and amount.fact not in self.cited:
                because = wrong_party_words(amount, rival, self.index)
                return Judgement("wrong_role", (amount.fact, rival.fact), because)
            return Judgement("derived", (amount.fact,), follows_words(written, amount.quantity))
        words = against_words(written, amount.quantity)
        return self._compared(mention) or Judgement("unsupported", (amount.fact,), words)

    def _compared(self, mention: QuantityMention) -> Judgement | None:
        """A figure of the sentence held against a stated one: `94,1 persen, masih di bawah 95 persen`."""
        written, reference = mention.quantity, self._otherwise.get(mention.start)
        if reference is None or _REACHED.search(self.document.text, max(0, mention.start - 40), mention.start):
            return None
        for amount in self.by_sentence.get(self.document.sentence_at(mention.start).index, ()):
            alike = amount is not reference and likeness(written.unit, amount.quantity.unit) == "same"
            if alike and relation(written, amount.quantity) == "follows":
                return Judgement("derived", ids_of((amount, reference)), follows_words(written, amount.quantity))
        return None

    def _unsupported(self, mention: QuantityMention) -> Judgement:
        amount = self._otherwise.get(mention.start)
        if amount is None and mention.quantity.hedge == "" and self.index.estimates:
            estimated = self._derived(mention, replace(mention.quantity, hedge="about"))
            if estimated is not None and not self.index.estimates.isdisjoint(estimated.facts):
                return Judgement("unsupported", estimated.facts, f"{OF_ESTIMATES}: {estimated.derivation}")
        if amount is None:
            stems = self.context.stems(mention.start)
            return Judgement("unsupported", nearest(mention.quantity, stems, self.index))
        return Judgement("unsupported", (amount.fact,), f"faktanya {format_quantity(amount.quantity)}")

    def _derived(self, mention: QuantityMention, quantity: Quantity | None = None) -> Judgement | None:
        sentence = self.document.sentence_at(mention.start)
        nearby = self._nearby_of(sentence.index)
        rest = self.document.text[mention.end : min(sentence.end, mention.end + 500)]
        around = self.document.text[max(sentence.start, mention.start - 300) : min(sentence.end, mention.end + 300)]
        written = quantity or mention.quantity
        stems = self.context.stems(mention.start)
        found = derive(written, self.index, nearby, sentence=around, rest=rest, stems=stems)
        if found is None and _THOUSAND_PERCENT.search(written.text):
            # `1.059 %` is read as a little more than one; of a change it may mean a thousand.
            larger = replace(written, low=written.low * 1000, high=written.high * 1000)
            found = derive(larger, self.index, nearby, sentence=around, rest=rest)
        if found is None:
            stated = self.by_sentence.get(sentence.index, ())
            found = all_of_them(written, self.document.text, self.context.figures[sentence.index], stated)
        if found is None and 0 < written.low < 1 and not any(letter.isdigit() for letter in written.text):
            return self._share(mention, nearby)
        if found is None:
            years = {len(amount.years): amount.fact for amount in self.by_sentence.get(sentence.index, ())}
            if written.unit == "tahun" and written.low > 1 and written.low in years:
                return Judgement("derived", (years[int(written.low)],), "lama periode yang tercatat pada faktanya")
            dates = self.context.dates[sentence.index]
            found = elapsed(written, dates, self.citations.date)
            return Judgement("derived", found.facts, found.words) if found is not None else None
        told = {amount.fact for amount in nearby.amounts}
        if found.words.startswith("selisih") and _BECAME.search(
            self.document.text, max(0, mention.start - 30), mention.start
        ):
            return None
        operands = [amount for fact in found.facts for amount in self.index.of(fact)]
        spoken_of = not operands or any(amount.fact in told or amount.stems & stems for amount in operands)
        if not spoken_of and self._rival(mention.quantity, stems) is not None:
            return None
        return Judgement("derived", found.facts, found.words)

    def _share(self, mention: QuantityMention, nearby: Nearby) -> Judgement | None:
        """A share in words from a stated percentage, or of a change: `sepertiga warga` from 33,3 persen."""
        written, stems = mention.quantity, self.context.stems(mention.start)
        percent = (written.low * 100).quantize(Decimal("0.1"))
        for amount in (*self.index.valued(percent), *self.index.valued(Decimal(round(percent)))):
            exact = abs(amount.quantity.low - written.low * 100) < 1
            if amount.quantity.kind == "percent" and exact and not amount.quantity.is_estimate and amount.stems & stems:
                return Judgement("derived", (amount.fact,), f"bagian dari {format_quantity(amount.quantity)}")
        found = share_in_words(written, self.index, stems, nearby.amounts)
        if found is not None:
            return Judgement("derived", found.facts, found.words)
        found = share_of_change(written, self.index, nearby, stems)
        return Judgement("derived", found.facts, found.words) if found is not None else None

    def _nearby_of(self, sentence: int) -> Nearby:
        nearby = self._nearby.get(sentence)
        if nearby is None:
            cited = [amount for amount in self.index.amounts if amount.fact in self.cited] if self.cited else []
            stated = (*self.by_sentence.get(sentence, ()), *self.by_sentence.get(sentence - 1, ()))
            nearby = self._nearby[sentence] = Nearby((*stated, *cited)) if stated or cited else _NOTHING_NEAR
        return nearby

    def _ends(self, mention: QuantityMention) -> Judgement | None:
        """A range is supported when facts state both of its ends."""
        quantity = mention.quantity
        if not quantity.is_range:
            return None
        ids: list[str] = []
        for end in (quantity.low, quantity.high):
            fitting = [a for a in self.index.valued(end) if likeness(quantity.unit, a.quantity.unit) != "other"]
            if not fitting:
                return None
            ids.extend(ids_of(fitting[:1]))
        return Judgement("supported", tuple(dict.fromkeys(ids)))


def _tells_change(text: str, start: int) -> bool:
    """Whether the words before `start` say that a figure there is a change."""
    before = text[max(0, start - 60) : start]
    last = before.rstrip()
    if last == before or (last.isascii() and not last.lower().endswith(_CHANGE_ENDS)):
        return False
    return _CHANGE_BEFORE.search(text, max(0, start - 60), start) is not None


def _is_article(mention: QuantityMention) -> bool:
    """Whether `satu` is said as an article (`satu lembar akta`), not as a count."""
    quantity = mention.quantity
    return (
        quantity.low == 1
        and quantity.kind == "number"
        and not quantity.hedge
        and not any(c.isdigit() for c in mention.text)
    )
