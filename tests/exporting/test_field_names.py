"""The codes of a facts file are named in words, and stay there to be searched for."""

from __future__ import annotations

import re

import pytest

from inovasi_ai.exporting.field_names import field_name, with_names
from tests.examples import COMPLETE, INCOMPLETE, loaded


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("isu.nasional", "isu nasional"),
        ("isu.global.tpb.isi", "isu global, isi agenda"),
        ("masalah", "permasalahan"),
        ("masalah.mikro.0.nilai", "masalah mikro, nilai"),
        ("masalah.makro.x.pembanding.nilai", "masalah makro, pembanding, nilai pembanding"),
        ("manfaat.*.penerima", "Manfaat yang Diperoleh, penerima manfaat"),
        ("waktu_uji_coba", "Waktu Uji Coba Inovasi Daerah"),
        ("dasar_hukum", ""),
        ("langkah", ""),
        ("isu.antariksa", ""),
        ("tidak_ada", ""),
        ("", ""),
    ],
)
def test_a_code_has_its_name_where_that_says_more(code: str, name: str) -> None:
    assert field_name(code) == name


@pytest.mark.parametrize("example", [*COMPLETE, INCOMPLETE])
def test_every_measured_fact_of_the_examples_has_a_name(example: str) -> None:
    leaves = [fact.id for fact in loaded(example).facts() if fact.id.count(".") > 1]
    assert leaves
    assert [fact for fact in leaves if not field_name(fact)] == []


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Lengkapi `isu.nasional`.", "Lengkapi isu nasional (`isu.nasional`)."),
        (
            "Isi `penerima` pada tiap butir `manfaat`.",
            "Isi penerima manfaat (`penerima`) pada tiap butir Manfaat yang Diperoleh (`manfaat`).",
        ),
        ("Lengkapi `indikator` 16 dan `data_dukung`.", "Lengkapi `indikator` 16 dan `data_dukung`."),
        ("faktanya ada: 12 desa (`hasil.0.sesudah`)", "faktanya ada: 12 desa (`hasil.0.sesudah`)"),
        ("Jalankan `inovasi check`.", "Jalankan `inovasi check`."),
    ],
)
def test_a_code_in_a_sentence_follows_its_name(text: str, named: str) -> None:
    assert with_names(text) == named
    assert re.findall("`[^`]+`", named) == re.findall("`[^`]+`", text)
