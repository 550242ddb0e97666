"""Certain replacements in a text: what changes, what never does, and that once is enough."""

from __future__ import annotations

import functools
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inovasi_ai.checking.fixing import FixedText, fix_text, written
from inovasi_ai.checking.language import load_language_rules
from inovasi_ai.checking.language_kinds import Substitution
from inovasi_ai.text import Document
from tests.timing import least_seconds

FAULTS = sorted(
    found
    for rule in load_language_rules().rules
    if isinstance(rule, Substitution)
    for found, instead in rule.words.items()
    if isinstance(instead, str)
)
PIECES = [
    *("warga", "desa", "di", "ke", "Rp. 5.000,-", "Rp 1.250.000", "12.5 %", "tahun ke 3", "dan dan", "“", "”", '"'),
    *("SIAGA IJIN", "https://ijin.contoh.go.id/analisa", "`analisa`", ".", ",", "\n", " ,", "[LENGKAPI: resiko]"),
    *("Peraturan Bupati Contoh Nomor 3 Tahun 2019 tentang Ijin Gangguan", "1990an", "s/d", "dll", "Jum'at"),
]
texts = st.lists(st.one_of(st.sampled_from(FAULTS), st.sampled_from(PIECES), st.text(max_size=4)), max_size=20).map(
    " ".join
)


def fixed(text: str, **options: object) -> FixedText:
    return fix_text(text, **options)  # type: ignore[arg-type]


def test_changes_say_what_stood_where_and_by_which_rule() -> None:
    text = "Disamping itu, perijinan di kelola desa."
    result = fixed(text)
    assert result.text == "Di samping itu, perizinan dikelola desa."
    assert [(text[c.start : c.end], c.before, c.after) for c in result.changes] == [
        ("Disamping", "Disamping", "Di samping"),
        ("perijinan", "perijinan", "perizinan"),
        ("di kelola", "di kelola", "dikelola"),
    ]
    assert result.changes[1].rules == ("bahasa.kata_baku",)
    assert result.left == ()


@pytest.mark.parametrize(
    "kept",
    [
        "“kami butuh ijin”",
        '"kami butuh ijin"',
        "`ijin`",
        "[tautan](berkas/ijin.pdf)",
        "https://contoh.go.id/ijin",
        "ijin@contoh.go.id",
        "[LENGKAPI: ijin]",
        "Peraturan Bupati Contoh Nomor 3 Tahun 2019 tentang ijin gangguan",
    ],
)
def test_what_is_not_the_writer_s_wording_stays(kept: str) -> None:
    result = fixed(f"Warga minta ijin. Menurut {kept}, itu perlu.")
    assert result.text == f"Warga minta izin. Menurut {kept}, itu perlu."


def test_a_name_stays_wherever_it_stands_and_however_it_is_written() -> None:
    text = "Layanan antar ijin dan ANTAR IJIN memudahkan ijin usaha."
    assert fixed(text, names=["Antar Ijin"]).text == "Layanan antar ijin dan ANTAR IJIN memudahkan izin usaha."


def test_what_is_left_for_the_writer_is_told() -> None:
    result = fixed("Warga menerima akte. Kata kepala dinas, “ijin cepat”. Hasilnya luar biasa.")
    assert [(finding.excerpt, finding.rule) for finding in result.left] == [
        ("ijin", "bahasa.kata_baku"),
        ("luar biasa", "bahasa.promosi"),
    ]


def test_a_replacement_that_makes_room_for_another_one_is_one_change() -> None:
    text = "Layanan dari dari mana saja di di kelola desa."
    result = fixed(text)
    assert result.text == "Layanan dari mana saja dikelola desa."
    assert written(text, result.changes) == result.text
    assert [(change.before, change.after) for change in result.changes][-1] == ("di di kelola", "dikelola")
    assert len(result.changes[-1].rules) == 2


@given(texts)
@settings(max_examples=200)
def test_fixing_twice_is_fixing_once(text: str) -> None:
    once = fixed(text, names=["SIAGA IJIN"])
    twice = fixed(once.text, names=["SIAGA IJIN"])
    assert twice.text == once.text
    assert twice.changes == ()


@given(texts)
@settings(max_examples=200)
def test_nothing_changes_outside_of_the_changes(text: str) -> None:
    result = fixed(text)
    assert written(text, result.changes) == result.text
    end = 0
    for change in result.changes:
        assert end <= change.start <= change.end
        assert text[change.start : change.end] == change.before != change.after
        assert change.rules
        end = change.end


@given(texts)
@settings(max_examples=100)
def test_line_breaks_and_regulations_stay(text: str) -> None:
    result = fixed(text)
    assert result.text.count("\n") == text.count("\n")
    cited = [mention.text for mention in Document(text).regulations]
    assert [mention.text for mention in Document(result.text).regulations] == cited


MONEY = st.integers(1_000, 9_999_999_999)


@given(MONEY, st.sampled_from(["Rp {:,}", "Rp. {:,},-", "Rp{}", "Rp. {}"]))
@settings(max_examples=60)
def test_a_sum_of_money_keeps_its_value(amount: int, form: str) -> None:
    text = f"Ongkosnya {form.format(amount).replace(',', '.').replace('.-', ',-')} sekali jalan."
    (before,), (after,) = Document(text).quantities, Document(fixed(text).text).quantities
    assert (
        (after.quantity.low, after.quantity.unit)
        == (before.quantity.low, before.quantity.unit)
        == (Decimal(amount), "rupiah")
    )


@pytest.mark.parametrize("piece", ["“", '"', "`a", "](", "ijin ", "di di ", "dan ", "Rp. 5.000,- ", "«a", "a "])
def test_time_grows_with_the_text_not_with_its_square(piece: str) -> None:
    times = []
    for size in (3_000, 24_000):
        text = piece * (size // len(piece))
        times.append(least_seconds(functools.partial(fix_text, text, names=["a a", "ijin cepat"])))
    assert times[1] < 24 * max(times[0], 0.02), piece
