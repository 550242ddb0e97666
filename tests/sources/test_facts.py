from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from inovasi_ai.domain.innovation import Innovation
from inovasi_ai.errors import FactsError
from inovasi_ai.sources import innovation_from_mapping, load_innovation, load_innovations
from inovasi_ai.text.values import PartialDate, Quantity

FACTS = """\
# yaml-language-server: $schema=fakta.schema.json
nama_inovasi: ANTAR AKTA
kode:
daerah: Kabupaten Contoh
tahapan_inovasi: penerapan
asta_cita: 6
waktu_penerapan: 2024-03-03
ada_pengembangan: tidak
urusan_beririsan: [Kesehatan, "pendidikan"]
dasar_hukum:
  - UU Nomor 24 Tahun 2013 tentang Administrasi Kependudukan
  - id: penetapan
    peraturan: Keputusan Bupati Contoh Nomor 188/214/2024
    menetapkan: ya
masalah:
  makro:
    - indikator: kepemilikan akta
      nilai: 87,4 %
      periode: 2023
      pembanding: {nama: target RPJMD, nilai: 95 %}
isu:
  global: [TPB 16.9 identitas hukum]
langkah:
  -
  - uraian: mendata anak
    pelaku: kader
hasil:
  - indikator: akta terbit
    sesudah: 1.706
    satuan: akta
  - indikator: biaya
    sesudah: Rp. 1.250.000,-
indikator:
  16:
    tahun: [2024, 2025]
"""


def load(tmp_path: Path, text: str, name: str = "fakta.yaml") -> Innovation:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return load_innovation(path)


def test_what_people_write_is_read_as_typed_values(tmp_path: Path) -> None:
    innovation = load(tmp_path, FACTS)
    assert innovation.tahapan_inovasi == "penerapan"
    assert innovation.asta_cita == "6"
    assert innovation.waktu_penerapan == PartialDate(2024, 3, 3)
    assert innovation.ada_pengembangan is False
    assert innovation.urusan_beririsan == ("kesehatan", "pendidikan")
    problem = innovation.masalah.makro[0]
    assert problem.nilai == Quantity(Decimal("87.4"), Decimal("87.4"), "persen", "percent", text="87,4 %")
    assert problem.periode == "2023"
    terbit, biaya = innovation.hasil
    assert terbit.sesudah is not None
    assert biaya.sesudah is not None
    assert (terbit.sesudah.value, terbit.sesudah.unit) == (Decimal(1706), "akta")
    assert (biaya.sesudah.value, biaya.sesudah.unit) == (Decimal(1250000), "rupiah")
    assert biaya.sesudah.text == "Rp. 1.250.000,-"
    assert innovation.indikator[16].tahun == (2024, 2025)


def test_facts_know_their_places(tmp_path: Path) -> None:
    innovation = load(tmp_path, FACTS)
    lines = FACTS.splitlines()
    for fact_id, writing in {
        "nama_inovasi": "ANTAR AKTA",
        "waktu_penerapan": "2024-03-03",
        "dasar_hukum.0": "UU Nomor",
        "dasar_hukum.penetapan": "id: penetapan",
        "masalah.makro.0.nilai": "87,4 %",
        "masalah.makro.0.pembanding.nilai": "95 %",
        "isu.global.0": "TPB 16.9",
        "langkah.0.pelaku": "kader",
        "hasil.1.sesudah": "Rp. 1.250",
        "urusan_beririsan.1": '"pendidikan"',
    }.items():
        place = innovation.fact(fact_id).location
        assert place is not None
        assert place.file == str(tmp_path / "fakta.yaml")
        assert lines[place.line - 1][place.column - 1 :].startswith(writing), fact_id
    assert all(fact.location is not None for fact in innovation.facts())


def test_what_is_left_empty_is_not_filled(tmp_path: Path) -> None:
    innovation = load(
        tmp_path, 'nama_inovasi: A\nkode:\ndaerah: ""\nhasil:\n  - indikator:\n    sesudah: ~\nmasalah:\n  makro: []\n'
    )
    assert innovation.facts_hash() == innovation_from_mapping({"nama_inovasi": "A"}).facts_hash()
    assert [fact.id for fact in innovation.facts()] == ["nama_inovasi"]


def test_json_numbers_keep_their_meaning_and_texts_are_indonesian(tmp_path: Path) -> None:
    text = '{\n\t"nama_inovasi": "A",\n\t"hasil": [{"indikator": "a", "sebelum": "1.250", "sesudah": 1.250}]\n}'
    (result,) = load(tmp_path, text, "fakta.json").hasil
    assert result.sebelum is not None
    assert result.sesudah is not None
    assert result.sebelum.value == 1250
    assert result.sesudah.value == Decimal("1.25")


def test_json_facts_know_their_places(tmp_path: Path) -> None:
    text = '{"nama_inovasi": "Aé",\n\t"langkah": ["satu",\n   {"uraian": "dua\\u0061"}]}'
    innovation = load(tmp_path, text, "fakta.json")
    places = {fact.id: (fact.location.line, fact.location.column) for fact in innovation.facts() if fact.location}
    assert places == {"nama_inovasi": (1, 18), "langkah.0": (2, 14), "langkah.1": (3, 15)}
    assert innovation.fact("langkah.1").value == "duaa"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.yaml", "- {nama_inovasi: A, kode: '0012'}\n- nama_inovasi: B\n"),
        ("a.yaml", "inovasi:\n- {nama_inovasi: A, kode: 0012}\n- nama_inovasi: B\n"),
        ("a.yaml", "nama_inovasi: A\nkode: 0012\n---\nnama_inovasi: B\n"),
        ("a.json", '[{"nama_inovasi": "A", "kode": "0012"}, {"nama_inovasi": "B"}]'),
        ("a.json", '{"$schema": "x", "inovasi": [{"nama_inovasi": "A", "kode": "0012"}, {"nama_inovasi": "B"}]}'),
        ("tanpa-akhiran", '[{"nama_inovasi": "A", "kode": "0012"}, {"nama_inovasi": "B"}]'),
    ],
)
def test_many_innovations_in_one_file(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text)
    first, second = load_innovations(tmp_path / name)
    assert (first.nama_inovasi, first.kode, second.nama_inovasi) == ("A", "0012", "B")
    with pytest.raises(FactsError, match="memuat 2 inovasi"):
        load_innovation(tmp_path / name)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_encodings_with_a_mark_are_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes("nama_inovasi: Kafé – Desa\r\nkode: x\r\n".encode(encoding))
    innovation = load_innovation(path)
    assert innovation.nama_inovasi == "Kafé – Desa"
    place = innovation.fact("nama_inovasi").location
    assert place is not None
    assert (place.line, place.column) == (1, 15)


def test_equal_facts_have_equal_hashes_wherever_they_are_read_from(tmp_path: Path) -> None:
    from_yaml = load(tmp_path, FACTS)
    again = load(tmp_path, "# catatan\n\n" + FACTS, "lain.yaml")
    data = yaml.load(FACTS, yaml.BaseLoader)  # noqa: S506  (it makes nothing but texts)
    from_json = load(tmp_path, json.dumps(data), "fakta.json")
    from_mapping = innovation_from_mapping(data)
    assert from_yaml.facts_hash() == again.facts_hash() == from_json.facts_hash() == from_mapping.facts_hash()
    assert load(tmp_path, FACTS.replace("1.706", "1.707")).facts_hash() != from_yaml.facts_hash()


def test_plain_data_of_a_program_is_read() -> None:
    innovation = innovation_from_mapping(
        {
            "nama_inovasi": "A",
            "waktu_penerapan": date(2024, 3, 3),
            "kode": None,
            "hasil": ({"indikator": "a", "sesudah": 12.5, "satuan": "persen"},),
        }
    )
    assert innovation.waktu_penerapan == PartialDate(2024, 3, 3)
    assert innovation.hasil[0].sesudah is not None
    assert innovation.hasil[0].sesudah.value == Decimal("12.5")
    assert all(fact.location is None for fact in innovation.facts())


def test_data_that_says_there_is_no_value_is_no_value() -> None:
    row = {"nama_inovasi": "A", "daerah": float("nan"), "waktu_penerapan": None, "asta_cita": 4.0}
    innovation = innovation_from_mapping({**row, "masalah": {"mikro": [{"indikator": "a", "nilai": 0.1 + 0.2}]}})
    assert innovation.daerah is None
    assert innovation.asta_cita == "4"
    assert innovation.fact("masalah.mikro.0.nilai").text == "0,3"


def test_half_a_character_is_refused_where_it_stands() -> None:
    with pytest.raises(FactsError) as caught:
        innovation_from_mapping({"nama_inovasi": "SI\ud800AP"})
    assert [problem.field for problem in caught.value.problems] == ["nama_inovasi"]


def test_wrong_plain_data_names_every_field() -> None:
    circle: dict[str, object] = {"nama_inovasi": "A"}
    with pytest.raises(FactsError) as caught:
        innovation_from_mapping({"nama_inovasi": object(), "hasil": [{"indikator": "a", "sesudah": float("inf")}]})
    assert {"nama_inovasi", "hasil.0.sesudah"} <= {problem.field for problem in caught.value.problems}
    circle["hasil"] = [circle]
    with pytest.raises(FactsError, match="terlalu dalam"):
        innovation_from_mapping(circle)


def test_the_model_loads_itself(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(FACTS, encoding="utf-8")
    assert Innovation.load(path) == load_innovation(path)
    assert Innovation.from_mapping({"nama_inovasi": "A"}).nama_inovasi == "A"


words = st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=30).filter(
    lambda text: bool(text.strip()) and "\xa0" not in text
)


@settings(max_examples=60)
@given(name=words, steps=st.lists(words, max_size=4))
def test_any_text_survives_json_and_quoted_yaml(
    tmp_path_factory: pytest.TempPathFactory, name: str, steps: list[str]
) -> None:
    data = {"nama_inovasi": name, "langkah": steps}
    expected = [" ".join(step.split()) for step in steps]
    folder = tmp_path_factory.mktemp("fakta")
    (folder / "a.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    (folder / "a.yaml").write_text(yaml.safe_dump(data, allow_unicode=True, default_style='"'), encoding="utf-8")
    for file in ("a.json", "a.yaml"):
        innovation = load_innovation(folder / file)
        assert innovation.nama_inovasi == " ".join(name.split())
        assert [step.uraian for step in innovation.langkah] == expected


@settings(max_examples=150)
@given(
    st.one_of(st.text(max_size=60), st.text("-:[]{}&*!|>'\"%@`#,? \n\tab1.", max_size=40)),
    st.sampled_from(["yaml", "json"]),
)
def test_no_text_makes_the_loader_fall_over(tmp_path_factory: pytest.TempPathFactory, text: str, suffix: str) -> None:
    path = tmp_path_factory.mktemp("acak") / f"a.{suffix}"
    path.write_text(text, encoding="utf-8", errors="surrogatepass")
    try:
        load_innovations(path)
    except FactsError as error:
        if not error.problems:
            pytest.fail("an error without a problem")
