"""Dates and regulations of a text held against those that the facts state."""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence

from inovasi_ai.lazy import lazy_pattern
from inovasi_ai.text import DateMention, Document, Regulation, RegulationMention, earliest, latest, regulation_key
from inovasi_ai.text.dates import MONTHS

from .fact_index import FactIndex, Moment, regulation_matches
from .judgement import Judgement
from .stems import content_stems

__all__ = ["Citations", "Judgement"]

_LEGAL = lazy_pattern(
    r"\b(?:undang-undang|UU|peraturan|per(?:da|bup|wali|gub|pres|men\w*)|PP|regulasi|keputusan|kep(?:bup|wali|gub|men\w*)"
    r"|SK|instruksi|in(?:pres|gub|bup|wali)|edaran|ketetapan|payung|dasar hukum|ditetapkan|disahkan|diundangkan"
    r"|diterbitkan|terbit|diubah|dicabut)\b",
    re.IGNORECASE,
)
_DONE = lazy_pattern(
    r"\b(?:diterapkan|dilaksanakan|diimplementasikan|berjalan|dimulai|diluncurkan|diuji\s?coba(?:kan)?|beroperasi)\b"
    r"[^.;]{0,40}\Z",
    re.IGNORECASE,
)

_MEMO = 4096
"""Verdicts that an index remembers: drafts of one innovation cite the same dates and regulations."""
_PART_OF_YEAR = lazy_pattern(r"(?:tri\s?wulan|tw|kuartal|semester|caturwulan)\b", re.IGNORECASE)


def _told(moment: Moment) -> str:
    first, last = (f"{day.day} {MONTHS[day.month - 1]} {day.year}" for day in (moment.first, moment.last))
    return first if first == last else f"{first} sampai {last}"


class Citations:
    """What one index says of the dates and regulations of one text."""

    def __init__(self, document: Document, index: FactIndex, cited: frozenset[str]) -> None:
        self.document = document
        self.index = index
        self.cited = cited

    def date(self, mention: DateMention) -> Judgement:
        """A date is carried by one that is the same, or finer; a period by its ends.

        The year of a regulation dates the regulation, and nothing that was done: it counts in words of the law alone.
        """
        part = _PART_OF_YEAR.match(mention.text) is not None
        key = mention.first, mention.last, part, self.cited
        memo = self.index.memo
        found = memo.get(key)
        if found is None:
            found = self._carried(mention, self.index.done)
            self._remember(key, found)
        if found.verdict == "supported" or not self.index.legal_moments or not self._in_law(mention):
            return found
        legal = "legal", *key
        found = memo.get(legal)
        if found is None:
            found = self._carried(mention, self.index.moments)
            self._remember(legal, found)
        return found

    def _remember(self, key: Hashable, found: Judgement) -> None:
        if len(self.index.memo) >= _MEMO:
            self.index.memo.clear()
        self.index.memo[key] = found

    def _carried(self, mention: DateMention, moments: Sequence[Moment]) -> Judgement:
        first, last = earliest(mention.first), latest(mention.last)
        same = [m.fact for m in moments if m.first == first and m.last == last]
        if same:
            return Judgement("supported", self._prefer(same))
        part = _PART_OF_YEAR.match(mention.text) is not None
        if mention.first == mention.last or part:
            inside = [m.fact for m in moments if first <= m.first and m.last <= last]
            if inside:
                return Judgement("supported", self._prefer(inside))
        else:
            starts = [m.fact for m in moments if first <= m.first and m.last <= latest(mention.first)]
            ends = [m.fact for m in moments if earliest(mention.last) <= m.first and m.last <= last]
            if starts and ends:
                return Judgement(
                    "supported", tuple(dict.fromkeys((*self._prefer(starts)[:1], *self._prefer(ends)[:1])))
                )
        if part:
            # What is dated in the same year more finely is dated in another part of it.
            apart = [m for m in moments if m.first.year == m.last.year == first.year and (m.last - m.first).days < 190]
            if apart:
                told = _told(apart[0])
                return Judgement("wrong_role", (apart[0].fact,), f"dalam fakta tercatat {told}")
        near = sorted(self.index.moments, key=lambda m: (abs((m.first - first).days), m.fact))
        return Judgement("unsupported", tuple(dict.fromkeys(m.fact for m in near[:2])))

    def _in_law(self, mention: DateMention) -> bool:
        """Whether the sentence of a date speaks of law, and of nothing done on that date."""
        sentence = self.document.sentence_at(mention.start)
        text = self.document.text
        legal = _LEGAL.search(text, max(sentence.start, mention.start - 300), min(sentence.end, mention.end + 300))
        return legal is not None and not _DONE.search(text, max(sentence.start, mention.start - 60), mention.start)

    def regulation(self, mention: RegulationMention) -> Judgement | None:
        """None where the citation has neither number nor year to be checked."""
        written = mention.regulation
        if written.number is None and written.year is None:
            return None
        key = written.kind, written.number, written.year, written.issuer, written.about, self.cited
        found = self.index.memo.get(key)
        if found is None:
            found = self._cited(written)
            self._remember(key, found)
        return found

    def _cited(self, written: Regulation) -> Judgement:
        fitting = [(stated, fact) for stated, fact in self.index.regulations if regulation_matches(written, stated)]
        issued = [(stated, fact) for stated, fact in fitting if _issuers_agree(written.issuer, stated.issuer)]
        titled = [fact for stated, fact in issued if _titles_agree(written.about, stated.about)]
        if titled:
            return Judgement("supported", self._prefer(titled))
        if issued:
            stated, fact = issued[0]
            return Judgement("wrong_role", (fact,), f"dalam fakta peraturan ini tentang {stated.about}")
        if fitting:
            stated, fact = fitting[0]
            return Judgement("wrong_role", (fact,), f"dalam fakta peraturan ini diterbitkan oleh {stated.issuer}")
        _, number, year = regulation_key(written)
        for stated, fact in self.index.regulations:
            if number and regulation_key(stated)[1:] == (number, year):
                return Judgement("wrong_role", (fact,), f"dalam fakta nomor dan tahun ini milik {stated.kind}")
        kin = [fact for stated, fact in self.index.regulations if stated.kind == written.kind]
        near = [fact for stated, fact in self.index.regulations if number and regulation_key(stated)[1] == number]
        return Judgement("unsupported", tuple(dict.fromkeys((*near, *kin)))[:2])

    def _prefer(self, facts: Sequence[str]) -> tuple[str, ...]:
        """At most three distinct facts, cited ones alone when there are any."""
        distinct = tuple(dict.fromkeys(facts))
        return tuple(fact for fact in distinct if fact in self.cited)[:3] or distinct[:3]


_OFFICE_WORDS = frozenset(
    """kabupaten kab kota provinsi prov propinsi daerah desa kelurahan kecamatan nagari bupati gubernur wali walikota
    menteri kepala badan republik indonesia ri negara dan""".split()  # noqa: SIM905
)
_NAME_WORD = re.compile(r"[^\W_]+")


_OFFICES = frozenset("bupati gubernur walikota menteri presiden camat".split())  # noqa: SIM905


def _titles_agree(written: str | None, stated: str | None) -> bool:
    """Whether two titles may be of one regulation: a shortened one has words of the other, or their beginnings."""
    if not written or not stated:
        return True
    ours, theirs = (content_stems(title) for title in (written, stated))
    if not ours or not theirs or written.isupper() or ours & theirs:
        return True
    starts = {word[:4] for word in _NAME_WORD.findall(stated.casefold())}
    return any(word[:4] in starts for word in _NAME_WORD.findall(written.casefold()) if len(word) >= 4)


def _offices(words: list[str]) -> frozenset[str]:
    """Who issued, as far as the words of an issuer say it: `walikota` for `Wali Kota`."""
    return frozenset(words) & _OFFICES | (frozenset(("walikota",)) if "wali" in words else frozenset())


def _issuers_agree(written: str | None, stated: str | None) -> bool:
    """Whether two issuers may be one: of the words that name them, one has all that the other has."""
    if not written or not stated:
        return True
    mine, other = (_NAME_WORD.findall(name.casefold()) for name in (written, stated))
    if _offices(mine) and _offices(other) and _offices(mine) != _offices(other):
        return False
    ours, theirs = (frozenset(word for word in words if word not in _OFFICE_WORDS) for words in (mine, other))
    return not ours or not theirs or ours <= theirs or theirs <= ours
