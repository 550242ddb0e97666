from __future__ import annotations

import pickle
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from inovasi_ai import resources
from inovasi_ai.domain.facts import Location
from inovasi_ai.domain.innovation import Innovation
from inovasi_ai.errors import FactsError
from inovasi_ai.text.values import PartialDate, Quantity, Regulation

FULL: dict[str, object] = {
    "nama_inovasi": "ANTAR AKTA",
    "tahapan_inovasi": "penerapan",
    "waktu_penerapan": "3 Maret 2024",
    "ada_pengembangan": "tidak",
    "urusan_beririsan": ["Kesehatan", "Sosial"],
    "rancang_bangun": "Naskah lama.",
    "dasar_hukum": [
        {"peraturan": "UU Nomor 24 Tahun 2013 tentang Administrasi Kependudukan", "kaitan": "mewajibkan pencatatan"},
        {"id": "penetapan", "peraturan": "Keputusan Bupati Contoh Nomor 188/214/2024", "menetapkan": "ya"},
    ],
    "masalah": {
        "makro": [
            {
                "indikator": "kepemilikan akta",
                "nilai": "87,4 %",
                "periode": "2023",
                "sumber": "Profil Kependudukan",
                "pembanding": {"nama": "target RPJMD", "nilai": "95 %", "periode": "2024"},
            }
        ]
    },
    "isu": {"global": ["TPB 16.9"], "nasional": [{"agenda": "RPJMN 2025–2029", "isi": "identitas hukum"}]},
    "sesudah": [{"aspek": "waktu penyelesaian", "nilai": "2 hari kerja"}],
    "langkah": ["mendata anak", {"id": "verifikasi", "uraian": "memverifikasi berkas", "pelaku": "bidan"}],
    "tujuan": [{"uraian": "meningkatkan kepemilikan akta", "target": "98 %", "batas_waktu": "2026"}],
    "hasil": [
        {
            "indikator": "kepemilikan akta",
            "sebelum": "87,4 %",
            "periode_sebelum": "2023",
            "sesudah": "94,1 %",
            "periode": "Desember 2025",
            "sumber": "Dinas",
        }
    ],
    "indikator": {"16": {"pilihan": ["sk_kepala_daerah"], "tahun": ["2024", "2025"]}},
    "data_dukung": [{"indikator": 16, "dokumen": "SK Bupati", "tahun": 2024}],
}


def full() -> Innovation:
    return Innovation.from_mapping(FULL)


def test_every_fact_has_its_id_label_and_value() -> None:
    told = {fact.id: (fact.label, fact.text) for fact in full().facts()}
    assert told["nama_inovasi"] == ("Nama Inovasi", "ANTAR AKTA")
    assert told["tahapan_inovasi"] == ("Tahapan Inovasi", "Penerapan")
    assert told["urusan_beririsan.1"][1] == "Sosial"
    assert told["dasar_hukum.0"][1] == "Undang-Undang Nomor 24 Tahun 2013 tentang Administrasi Kependudukan"
    assert told["dasar_hukum.0.kaitan"][1] == "mewajibkan pencatatan"
    assert told["dasar_hukum.penetapan.menetapkan"][1] == "ya"
    assert told["masalah.makro.0.nilai"] == ("kepemilikan akta, nilai", "87,4 persen")
    assert told["masalah.makro.0.pembanding.nilai"][1] == "95 persen"
    assert told["isu.global.0"] == ("Isu global", "TPB 16.9")
    assert told["isu.nasional.0.isi"][0].startswith("RPJMN 2025–2029, ")
    assert told["langkah.verifikasi"] == ("Langkah", "memverifikasi berkas")
    assert told["langkah.verifikasi.pelaku"] == ("memverifikasi berkas, pelaku", "bidan")
    assert told["indikator.16.tahun"][1] == "2024, 2025"
    assert "rancang_bangun" not in told


def test_values_are_typed() -> None:
    innovation = full()
    assert innovation.fact("waktu_penerapan").value == PartialDate(2024, 3, 3)
    assert isinstance(innovation.fact("dasar_hukum.penetapan").value, Regulation)
    assert innovation.fact("ada_pengembangan").value is False
    value = innovation.fact("hasil.0.sesudah").value
    assert isinstance(value, Quantity)
    assert (value.value, value.unit) == (Decimal("94.1"), "persen")
    with pytest.raises(KeyError):
        innovation.fact("hasil.9")


def test_measurements_bear_their_own_period_and_source() -> None:
    innovation = full()
    told = {fact.id: (fact.period, fact.source) for fact in innovation.facts()}
    assert told["hasil.0.sebelum"] == ("2023", "Dinas")
    assert told["hasil.0.sesudah"] == ("Desember 2025", "Dinas")
    assert told["tujuan.0.target"] == ("2026", None)
    assert told["masalah.makro.0.pembanding.nilai"] == ("2024", None)


def test_facts_of_one_item_belong_together() -> None:
    facts = full().facts()
    assert {fact.item for fact in facts if fact.id.startswith("masalah.makro.0")} == {"masalah.makro.0"}
    assert {fact.group for fact in facts if fact.id.startswith("masalah.makro.0")} == {"masalah.makro"}
    assert {fact.item for fact in facts if fact.id.startswith("langkah.verifikasi")} == {"langkah.verifikasi"}


@settings(max_examples=60)
@given(st.sets(st.sampled_from(sorted(set(FULL) - {"nama_inovasi"}))))
def test_ids_do_not_depend_on_unrelated_fields(kept: set[str]) -> None:
    part = Innovation.from_mapping({name: value for name, value in FULL.items() if name in kept | {"nama_inovasi"}})
    whole = {fact.id: fact for fact in full().facts()}
    assert all(whole[fact.id] == fact for fact in part.facts())
    assert {fact.id.split(".")[0] for fact in part.facts()} == (kept | {"nama_inovasi"}) - {"rancang_bangun"}


@given(st.permutations(["a", "b", "c", "d"]))
def test_an_item_with_an_id_keeps_its_facts_wherever_it_stands(order: list[str]) -> None:
    innovation = Innovation.from_mapping(
        {"nama_inovasi": "A", "langkah": [{"id": name, "uraian": f"langkah {name}"} for name in order]}
    )
    assert innovation.fact("langkah.c").value == "langkah c"
    assert [fact.id for fact in innovation.facts()][1:] == [f"langkah.{name}" for name in order]


def test_ids_are_unique_in_the_examples() -> None:
    for name, path in resources.files("examples", suffix=".yaml").items():
        if not name.endswith(".harapan.yaml"):
            facts = Innovation.load(path).facts()
            assert len({fact.id for fact in facts}) == len(facts) > 50
            assert all(fact.label and fact.text and fact.location for fact in facts)


def test_asking_for_facts_changes_nothing() -> None:
    innovation = full()
    before, data = innovation.facts_hash(), innovation.model_dump()
    assert innovation.facts() is innovation.facts()
    innovation.fact("nama_inovasi")
    assert innovation.facts_hash() == before
    assert innovation.model_dump() == data
    assert innovation == full()


def test_facts_speak_of_the_places_they_were_given() -> None:
    innovation = full()
    assert innovation.facts()[0].location is None
    place = Location("a.yaml", 3, 1)
    located = innovation.located({"hasil.0.sesudah": place, "langkah.1": place})
    assert located.fact("hasil.0.sesudah").location == place
    assert located.fact("langkah.verifikasi").location == place
    assert innovation.fact("hasil.0.sesudah").location is None
    assert located.facts_hash() == innovation.facts_hash()


def test_the_hash_is_of_the_content_alone() -> None:
    shuffled = Innovation.from_mapping(dict(reversed(FULL.items())))
    assert shuffled.facts_hash() == full().facts_hash()
    assert Innovation.from_mapping({**FULL, "daerah": "X"}).facts_hash() != full().facts_hash()


def test_an_innovation_is_frozen_and_travels_between_processes() -> None:
    innovation = full()
    with pytest.raises(ValidationError):
        innovation.nama_inovasi = "B"  # type: ignore[misc]
    again = pickle.loads(pickle.dumps(innovation))  # noqa: S301  (our own bytes)
    assert again.facts() == innovation.facts()
    assert Innovation.model_validate(innovation.model_dump(mode="json", by_alias=True)).facts() == innovation.facts()


def test_two_items_of_one_id_are_refused() -> None:
    with pytest.raises(FactsError, match="dipakai dua kali"):
        Innovation.from_mapping(
            {"nama_inovasi": "A", "langkah": [{"id": "a", "uraian": "x"}, {"id": "a", "uraian": "y"}]}
        )
