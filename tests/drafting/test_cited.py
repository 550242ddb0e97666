"""The change between two figures: direction, difference and percentage, or nothing where they are uncertain."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inovasi_ai.drafting.cited import Change, Citations, Cited, change
from inovasi_ai.text.quantities import parse_quantity
from inovasi_ai.text.values import Hedge, Quantity

numbers = st.decimals(min_value=0, max_value=10**9, places=1, allow_nan=False)
HEDGES: tuple[Hedge, ...] = ("about", "almost", "over", "under", "at_least", "at_most")


def cited(writing: str, fact: str = "x") -> Cited:
    quantity = parse_quantity(writing)
    assert quantity is not None
    return Cited(writing, (fact,), quantity)


def exact(value: Decimal, fact: str, hedge: Hedge = "") -> Cited:
    return Cited(str(value), (fact,), Quantity(value, value, "orang", hedge=hedge))


def told(before: str, after: str) -> tuple[str | None, str | None, str | None]:
    found = change(cited(before), cited(after))
    if found is None:
        return None, None, None
    return found.direction, str(found.amount or "") or None, str(found.percent or "") or None


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("14 hari kerja", "2 hari kerja", ("turun", "12 hari kerja", "85,7 persen")),
        ("87,4 persen", "94,1 persen", ("naik", "6,7 poin persen", None)),
        ("Rp350 juta", "Rp525 juta", ("naik", "Rp175 juta", "50 persen")),
        ("34 persen", "34 persen", ("tetap", "0 poin persen", None)),
        ("12 orang", "0 orang", ("turun", "12 orang", None)),
        ("0 orang", "12 orang", ("naik", "12 orang", None)),
        ("12 orang", "0", ("turun", "12 orang", None)),
        ("0", "12 orang", ("naik", "12 orang", None)),
        ("Rp350 juta", "0", ("turun", "Rp350 juta", None)),
        ("34 persen", "0", ("turun", "34 poin persen", None)),
        ("7", "2 orang", (None, None, None)),
        ("rata-rata 6 jam", "rata-rata 45 menit", ("turun", None, "87,5 persen")),
        ("rata-rata 14 hari", "2 hari", ("turun", "12 hari", "85,7 persen")),
        ("1 kali", "12 kali", ("naik", "11 kali", None)),
        ("5 jam", "45 menit", ("turun", None, "85 persen")),
        ("35 menit", "kurang dari 2 menit", ("turun", None, None)),
        ("15–17 ton", "25 ton", ("naik", None, None)),
        ("15–17 ton", "16 ton", (None, None, None)),
        ("sekitar 300 orang", "310 orang", (None, None, None)),
        ("sekitar 300 orang", "500 orang", ("naik", None, None)),
        ("lebih dari 6 ton", "2,7 ton", ("turun", None, None)),
        ("2,7 ton", "lebih dari 2 ton", (None, None, None)),
        ("minimal 5 unit", "maksimal 5 unit", (None, None, None)),
        ("4–6 jam", "4–6 jam", ("tetap", None, None)),
        ("sekitar 300 orang", "sekitar 300 orang", ("tetap", None, None)),
        ("14 hari", "2 orang", (None, None, None)),
    ],
)
def test_changes_as_an_official_would_state_them(
    before: str, after: str, expected: tuple[str | None, str | None, str | None]
) -> None:
    assert told(before, after) == expected


def test_what_is_missing_or_no_figure_has_no_change() -> None:
    assert change(None, cited("2 orang")) is None
    assert change(cited("2 orang"), None) is None
    assert change(Cited("banyak", ("x",), "banyak"), cited("2 orang")) is None


@settings(max_examples=80)
@given(numbers, numbers)
def test_the_difference_is_exact_and_cites_both(old: Decimal, new: Decimal) -> None:
    found = change(exact(old, "a"), exact(new, "b"))
    assert found is not None
    assert found.amount is not None
    assert found.amount.fact_ids == ("a", "b")
    amount = parse_quantity(found.amount.text)
    assert amount is not None
    assert amount.low == abs(new - old)
    assert found.direction == ("naik" if new > old else "turun" if new < old else "tetap")
    if found.percent is not None:
        share = Decimal(found.percent.text.removesuffix(" persen").replace(".", "").replace(",", "."))
        assert abs(share - abs(new - old) / old * 100) <= Decimal("0.05")
        assert 0 < share <= 500
        assert found.percent.fact_ids == ("a", "b")


@settings(max_examples=80)
@given(numbers, numbers)
def test_there_and_back_are_opposite(old: Decimal, new: Decimal) -> None:
    there, back = change(exact(old, "a"), exact(new, "b")), change(exact(new, "b"), exact(old, "a"))
    assert there is not None
    assert back is not None
    assert there.amount is not None
    assert back.amount is not None
    assert {there.direction, back.direction} in ({"naik", "turun"}, {"tetap"})
    assert there.amount.text == back.amount.text


@settings(max_examples=80)
@given(numbers, numbers, st.sampled_from(HEDGES), st.sampled_from(("", *HEDGES)))
def test_estimates_never_give_an_amount(old: Decimal, new: Decimal, hedge: Hedge, other: Hedge) -> None:
    for found in (
        change(exact(old, "a", hedge), exact(new, "b", other)),
        change(exact(old, "a", other), exact(new, "b", hedge)),
    ):
        assert found is None or (found.amount is None and found.percent is None)
        if found is not None and found.direction == "tetap":
            assert (old, hedge) == (new, other)


@settings(max_examples=60)
@given(numbers, numbers, numbers)
def test_a_range_has_a_direction_only_when_all_of_it_lies_on_one_side(a: Decimal, b: Decimal, c: Decimal) -> None:
    low, high = sorted((a, b))
    if low == high:
        return
    found = change(Cited("r", ("a",), Quantity(low, high, "orang")), exact(c, "b"))
    expected = Change("naik") if c > high else Change("turun") if c < low else None
    assert found == expected


def test_citations_keep_the_order_of_first_use() -> None:
    citations = Citations()
    citations.add(("b", "a"))
    citations.add(("a", "c"))
    assert citations.ids == ("b", "a", "c")
    citations.start()
    assert not citations.ids
