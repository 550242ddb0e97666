"""Whether years fit: one start in all sections and in the facts, and no result of the innovation before it."""

from __future__ import annotations

import datetime
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from inovasi_ai.checking.consistency_words import ConsistencyWords, Told, consistency_words
from inovasi_ai.checking.view import SectionView
from inovasi_ai.domain.innovation import Innovation
from inovasi_ai.domain.report import Finding, Span
from inovasi_ai.domain.rubric import DecreeRule
from inovasi_ai.text.dates import DateMention, earliest, latest
from inovasi_ai.text.formatting import format_date
from inovasi_ai.text.values import PartialDate

__all__ = ["check_years"]

_NEAR = 40
"""Characters between the words of a start and its date."""
_AROUND = 200
"""Characters around the words of a start in which it is said what starts."""
_APPLIED = "penerapan"
_RESULTS = "hasil"


@dataclass(frozen=True, slots=True)
class _Start:
    kind: str
    view: SectionView
    date: DateMention

    @property
    def span(self) -> Span:
        return Span(section=self.view.key, start=self.date.start, end=self.date.end)


def check_years(
    sections: Sequence[Told], titles: Mapping[str, str], innovation: Innovation | None, rules: Sequence[DecreeRule] = ()
) -> list[Finding]:
    """Starts of the innovation that contradict each other or the facts, and results that are older than it.

    Without facts the year of the decree that establishes it is held against the start by `rules`; with facts that is
    done on the facts themselves.
    """
    words = consistency_words()
    name = innovation.nama_inovasi.lower() if innovation is not None else ""
    starts = [start for told in sections for start in _starts(told, name, words)]
    findings = [*_two_starts(starts, titles)]
    if innovation is not None and innovation.waktu_penerapan is not None:
        findings.extend(_other_than_facts(starts, innovation.waktu_penerapan))
    if innovation is None:
        findings.extend(_decrees(sections, starts, titles, rules, words))
    begun = _begun(starts, innovation)
    if begun is not None:
        for told in sections:
            if told.view.id == _RESULTS:
                findings.extend(_too_early(told, begun, words))
    return findings


def _starts(told: Told, name: str, words: ConsistencyWords) -> Iterator[_Start]:
    """What the text says of the start of the whole innovation, by kind."""
    view, lower = told.view, told.lower
    for kind, phrases in words.starts.items():
        for start, end in told.phrases(phrases):
            unit = view.units[view.unit_at(start)]
            around = lower[max(unit.start, start - _AROUND) : min(unit.end, end + _AROUND)]
            itself = words.itself.search(around) is not None or (bool(name) and name in around)
            if not itself or not unit.carries or words.partly.search(around) is not None:
                continue
            dates = view.document.dates
            at = bisect_left(dates, end - 1, key=lambda date: date.start)
            # `diterapkan sejak`: the last word of the phrase may belong to the date.
            if at < len(dates) and dates[at].start < min(end + _NEAR, unit.end):
                yield _Start(kind, view, dates[at])


def _apart(left: PartialDate, right: PartialDate) -> bool:
    """Whether two dates, however coarse, cannot be the same day."""
    return latest(left) < earliest(right) or latest(right) < earliest(left)


def _two_starts(starts: Sequence[_Start], titles: Mapping[str, str]) -> Iterator[Finding]:
    first: dict[str, _Start] = {}
    for start in starts:
        known = first.setdefault(start.kind, start)
        if not _apart(known.date.first, start.date.first):
            continue
        where = titles.get(known.view.key, known.view.key)
        yield Finding(
            rule="konsistensi.waktu_mulai",
            severity="warning",
            message=f"Di sini inovasi mulai “{start.date.text}”, pada {where} “{known.date.text}”.",
            fix="Samakan menurut surat atau berita acara penerapannya.",
            section=start.view.key,
            span=start.span,
            excerpt=start.date.text,
            related=(known.span,),
        )


def _other_than_facts(starts: Sequence[_Start], applied: PartialDate) -> Iterator[Finding]:
    for start in starts:
        if start.kind == _APPLIED and _apart(start.date.first, applied):
            yield Finding(
                rule="konsistensi.waktu_penerapan",
                severity="warning",
                message=f"Penerapan di sini “{start.date.text}”, menurut faktanya {format_date(applied)}.",
                fix="Samakan menurut surat atau berita acara penerapannya, pada naskah atau pada berkas fakta.",
                section=start.view.key,
                span=start.span,
                excerpt=start.date.text,
                facts=("waktu_penerapan",),
            )


def _decrees(
    sections: Sequence[Told],
    starts: Sequence[_Start],
    titles: Mapping[str, str],
    rules: Sequence[DecreeRule],
    words: ConsistencyWords,
) -> Iterator[Finding]:
    start = next((start for start in starts if start.kind == _APPLIED), None)
    rules = [rule for rule in rules if rule.same_year_as == "waktu_penerapan"]
    if start is None or not rules:
        return
    for told in sections:
        view = told.view
        for _, end in told.phrases(words.establishes):
            unit = view.units[view.unit_at(end - 1)]
            named = (m for m in view.citations.get(unit.index, ()) if end - 1 <= m.start < end + _NEAR)
            mention = next(named, None)
            if mention is None or mention.regulation.year in (None, start.date.first.year) or not unit.carries:
                continue
            rule = next((rule for rule in rules if mention.regulation.kind in rule.kinds), None)
            if rule is not None:
                where = titles.get(start.view.key, start.view.key)
                yield Finding(
                    rule="konsistensi.tahun_penetapan",
                    severity="warning",
                    message=(
                        f"Inovasi ditetapkan dengan produk hukum tahun {mention.regulation.year},"
                        f" sedangkan pada {where} inovasi mulai “{start.date.text}”: {rule.text}."
                    ),
                    fix="Periksa tahun produk hukum dan waktu penerapannya; perbaiki yang keliru.",
                    section=view.key,
                    span=told.span(mention.start, mention.end),
                    excerpt=told.text[mention.start : mention.end],
                    related=(start.span,),
                )


def _begun(starts: Sequence[_Start], innovation: Innovation | None) -> tuple[datetime.date, str, _Start | None] | None:
    """The first day on which the innovation can have had a result, in words, and where the text says so."""
    if innovation is not None:
        stated = (innovation.waktu_uji_coba, innovation.waktu_penerapan)
        known = [date for date in stated if date is not None]
        if innovation.waktu_penerapan is None or not known:
            return None
        first = min(known, key=earliest)
        return earliest(first), f"menurut faktanya inovasi mulai {format_date(first)}", None
    if not starts:
        return None
    start = min(starts, key=lambda start: earliest(start.date.first))
    return earliest(start.date.first), f"inovasi mulai “{start.date.text}”", start


def _too_early(
    told: Told, begun: tuple[datetime.date, str, _Start | None], words: ConsistencyWords
) -> Iterator[Finding]:
    """Results credited to the innovation with a date that lies wholly before its start."""
    day, said, start = begun
    view = told.view
    credited = {view.unit_at(at) for at, _ in told.phrases(words.credited)}
    dates: dict[int, list[DateMention]] = {}
    for date in view.document.dates if credited else ():
        dates.setdefault(view.unit_at(date.start), []).append(date)
    for index in sorted(credited & dates.keys()):
        unit, named = view.units[index], dates[index]
        if not unit.carries or words.earlier.search(told.lower, unit.start, unit.end) is not None:
            continue
        if not all(latest(date.last) < day for date in named):
            continue
        yield Finding(
            rule="konsistensi.tahun_hasil",
            severity="warning",
            message=f"Hasil inovasi ini bertanggal “{named[0].text}”, padahal {said}.",
            fix="Periksa tahun hasil dan waktu mulai inovasi; perbaiki yang keliru.",
            section=view.key,
            span=told.span(named[0].start, named[0].end),
            excerpt=named[0].text,
            related=(start.span,) if start is not None else (),
        )
