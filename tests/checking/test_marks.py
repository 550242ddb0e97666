"""Clauses over bit masks say what a slow and plain reading of the same clauses says, on texts and clauses at random."""

from __future__ import annotations

from collections.abc import Set

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inovasi_ai.checking.elements import Reading, carrying
from inovasi_ai.checking.heading_names import Headings
from inovasi_ai.checking.marks import Marks, bits
from inovasi_ai.checking.ready import ready_rubric
from inovasi_ai.checking.view import SectionView
from inovasi_ai.domain.rubric import Clause, Quantities, load_rubric
from inovasi_ai.text.cues import CueMatcher
from inovasi_ai.text.document import Document

RUBRIC = load_rubric("iga-2026")
CUES = {
    "masalah": ("rendah", "belum ada", "antre*"),
    "pihak": ("warga", "petugas", "Pasar Baru"),
    "batal": ("akan", "tidak ada"),
    "bukan_masalah": ("rendah hati", "antrean pendek"),
    "sumber": ("menurut", "data dinas", "belum ada data"),
}
MATCHER = CueMatcher(CUES)
HEADINGS = Headings({"permasalahan": ("Permasalahan", "Latar Belakang"), "tujuan": ("Tujuan",)})
LISTS = st.lists(st.sampled_from(sorted(CUES)), max_size=2, unique=True).map(tuple)

WORDS = (
    *("rendah", "belum", "ada", "antrean", "hati", "pendek", "warga", "petugas", "Pasar", "Baru", "akan", "tidak"),
    *("menurut", "data", "dinas", "kantor", "desa", "12 orang", "2023", "5 persen", "Warga", "KANTOR"),
)
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(lambda words: " ".join(words).capitalize())
UNITS = st.one_of(
    st.tuples(SENTENCES, st.sampled_from([". ", ".\n", "? ", "\n"])).map("".join),
    st.sampled_from(
        ["Permasalahan\n", "Tujuan:\n", "Latar Belakang. ", "1. ", "- ", "[LENGKAPI: angka] ", "Dampak lain:\n"]
    ),
)
TEXTS = st.lists(UNITS, max_size=14).map("".join)
CLAUSES = st.builds(
    Clause,
    name=st.just("uji"),
    cues=LISTS,
    any_cue=LISTS,
    early=LISTS,
    without=LISTS,
    hits=st.integers(1, 2),
    quantities=st.one_of(st.none(), st.just(Quantities()), st.just(Quantities(kinds=("percent",)))),
    period=st.booleans(),
    under_heading=st.booleans(),
    not_under=st.sampled_from([(), ("permasalahan",), ("tujuan",)]),
    within=st.integers(1, 4),
    min_words=st.integers(1, 6),
)


def _view(text: str, key: str = "hasil") -> SectionView:
    return SectionView(id=key, document=Document(text), matcher=MATCHER, element_headings=HEADINGS, key=key)


def _slowly(clause: Clause, element: str, view: SectionView) -> set[int]:
    """The units that carry the clause, one by one."""

    def said(cue: str) -> set[int]:
        return {view.unit_at(hit.start) for hit in MATCHER.find(view.document) if hit.cue == cue}

    def often(cue: str, least: int) -> set[int]:
        hits = {(view.unit_at(hit.start), hit.token) for hit in MATCHER.find(view.document) if hit.cue == cue}
        return {unit for unit, _ in hits if len([place for place in hits if place[0] == unit]) >= least}

    def early(cue: str) -> set[int]:
        return {
            view.unit_at(hit.start)
            for hit in MATCHER.find(view.document)
            if hit.cue == cue
            and sum(view.units[view.unit_at(hit.start)].start <= t.start < hit.start for t in view.document.tokens) < 4
        }

    asked: list[Set[int]] = [often(cue, 1 if place else clause.hits) for place, cue in enumerate(clause.cues)]
    if clause.any_cue:
        asked.append(set().union(*map(said, clause.any_cue)))
    if clause.early:
        asked.append(set().union(*map(early, clause.early)))
    if clause.quantities is not None:
        kinds = clause.quantities.kinds
        asked.append(
            {
                unit
                for unit, found in view.quantities.items()
                if any(not kinds or mention.quantity.kind in kinds for mention in found)
            }
        )
    if clause.period:
        asked.append(view.dated)
    void = set().union(*map(said, clause.without))
    able = {unit.index for unit in view.units if unit.carries} - void
    return {
        unit.index
        for unit in view.units
        if unit.index in able
        and unit.words >= clause.min_words
        and (not clause.under_heading or unit.element == element)
        and unit.element not in clause.not_under
        and (not asked or unit.index in asked[0])
        and all(
            any(
                other.index in condition & able
                and other.block == unit.block
                and abs(other.index - unit.index) < clause.within
                for other in view.units
            )
            for condition in asked
        )
    }


@settings(max_examples=100, deadline=None)
@given(clause=CLAUSES, texts=st.lists(TEXTS, min_size=1, max_size=3))
def test_a_clause_is_carried_by_the_same_units_in_every_section(clause: Clause, texts: list[str]) -> None:
    views = [_view(text, f"bagian{place}") for place, text in enumerate(texts)]
    reading = Reading(views, RUBRIC)
    carried = set(bits(carrying(clause, reading)))
    expected = {
        offset + unit
        for view, offset in zip(views, reading.marks.offsets, strict=True)
        for unit in _slowly(clause, "", view)
    }
    assert carried == expected


FEW, MANY = (Marks([_view("Warga antre. " * sentences)], ()) for sentences in (20, 1_200))
"""Few bits are set in an integer, many in bytes."""


@settings(max_examples=40, deadline=None)
@given(st.sets(st.integers(0, 1_199)))
def test_the_bits_of_a_mask_are_the_units_it_was_made_of(units: set[int]) -> None:
    for marks in (FEW, MANY):
        held = {unit for unit in units if unit < marks.size}
        assert list(bits(marks.mask(held))) == sorted(held)


def test_a_long_text_is_judged_like_its_parts() -> None:
    sentence = "Antrean warga panjang karena data belum ada di kantor desa. "
    clause = Clause(name="uji", cues=("masalah", "pihak"))
    for times in (3, 700):
        assert list(bits(carrying(clause, Reading([_view(sentence * times)], RUBRIC)))) == list(range(times))


@pytest.mark.parametrize(("within", "found"), [(1, []), (2, []), (3, [0]), (5, [0])])
def test_neighbours_end_at_a_heading(within: int, found: list[int]) -> None:
    text = "Layanan rendah di sini. Kantor itu jauh. Menurut warga begitu.\nTujuan\nMenurut petugas juga begitu."
    clause = Clause(name="uji", cues=("masalah", "sumber"), within=within, min_words=3)
    assert list(bits(carrying(clause, Reading([_view(text)], RUBRIC)))) == found


def test_a_rubric_is_made_ready_once() -> None:
    assert ready_rubric(RUBRIC) is ready_rubric(RUBRIC)
