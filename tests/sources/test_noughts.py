from __future__ import annotations

import pytest

from inovasi_ai.domain.innovation import Innovation


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("7 orang", "0", ("7 orang", "0 orang")),
        ("7 orang", "nihil", ("7 orang", "0 orang")),
        ("Rp5.000", "tidak ada", ("Rp5.000", "Rp0")),
        (0, "5 kasus", ("0 kasus", "5 kasus")),
        ("12 persen", "0 orang", ("12 persen", "0 orang")),
        ("7", "0", ("7", "0")),
        ("7 orang", "3", ("7 orang", "3")),
    ],
)
def test_a_bare_nought_is_of_what_its_counterpart_counts(before: object, after: object, told: tuple[str, str]) -> None:
    innovation = Innovation.from_mapping(
        {"nama_inovasi": "A", "hasil": [{"indikator": "pungutan", "sebelum": before, "sesudah": after}]}
    )
    assert (innovation.fact("hasil.0.sebelum").text, innovation.fact("hasil.0.sesudah").text) == told
    again = Innovation.from_mapping(innovation.model_dump(mode="json", by_alias=True, exclude_defaults=True))
    assert again == innovation
    assert again.facts_hash() == innovation.facts_hash()


def test_the_unit_of_the_item_comes_before_that_of_the_counterpart() -> None:
    result = {"indikator": "kasus", "sebelum": "12", "sesudah": "nihil", "satuan": "kasus per bulan"}
    innovation = Innovation.from_mapping({"nama_inovasi": "A", "hasil": [result]})
    assert innovation.fact("hasil.0.sesudah").text == "0 kasus per bulan"
    assert innovation.hasil[0].sesudah is not None
    assert innovation.hasil[0].sesudah.low == 0
