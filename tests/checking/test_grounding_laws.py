"""What holds of every text and all facts: no error, offsets that point at the mention, a reason for what is derived."""

from hypothesis import given, settings
from hypothesis import strategies as st

from inovasi_ai.checking.grounding import FactIndex, ground

ODD = FactIndex(
    {
        "nol": "0 orang",
        "tetap": {"sebelum": "0 persen", "sesudah": "0 hari"},
        "uang": "Rp0",
        "daftar": [0, 1, "0,00001 ton", "-5 persen", "99999999999999999999 orang", "12-20 orang", "lebih dari 0 kasus"],
        "daerah": "Kabupaten Sumber Rejeki",
    }
)
_PIECES = st.sampled_from(
    [
        *"sepertiga rata-rata total setiap naik turun menjadi dari sebelum kini hampir setengah seluruh porsi".split(),  # noqa: SIM905
        *(
            "0 orang",
            "0 persen",
            "per bulan",
            "Rp0",
            "12 orang",
            "3 Mei 2022",
            "s.d.",
            "dua tahun",
            "lebih dari",
            "20 hari",
        ),
        *(
            "99999999999999999999 orang",
            "minus 3",
            "0,0001 ton",
            "x 24 jam",
            "Kabupaten Sumbar Rejeki",
            "UU No. 1/2020",
        ),
        *("1 250", "puluhan", "(2021):", ". ", "\n", ", "),
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(_PIECES, min_size=1, max_size=14))
def test_every_text_is_grounded_and_every_mention_stands_where_it_says(pieces: list[str]) -> None:
    text = " ".join(pieces)
    previous = 0
    for mention in ground(text, ODD):
        assert text[mention.start : mention.end] == mention.text
        assert mention.start >= previous
        previous = mention.start
        assert mention.derivation or mention.verdict != "derived"


@settings(max_examples=100, deadline=None)
@given(st.integers(min_value=11, max_value=10**9), st.integers(min_value=11, max_value=10**9))
def test_only_the_stated_number_is_supported(stated: int, written: int) -> None:
    (found,) = ground(f"Tercatat {written} permohonan.", {"permohonan": f"{stated} permohonan"})
    assert (found.verdict == "supported") == (stated == written)
