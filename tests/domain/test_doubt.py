from __future__ import annotations

from pathlib import Path

import pytest

from inovasi_ai import resources
from inovasi_ai.domain.innovation import Innovation
from inovasi_ai.domain.plausibility import doubtful, plausibility, unsourced
from inovasi_ai.errors import Problem, RubricError


def innovation(**facts: object) -> Innovation:
    return Innovation.from_mapping({"nama_inovasi": "A", **facts})


def _doubts(**facts: object) -> tuple[Problem, ...]:
    return doubtful(innovation(**facts))


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("Warga antre sejak pagi (belum pasti)", "`belum pasti`"),
        ("Warga antre sejak pagi, perlu dicek", "`perlu dicek`"),
        ("Belum dikonfirmasi", "`Belum dikonfirmasi`"),
        ("Jumlahnya perkiraan sementara dari kader", "`perkiraan sementara`"),
        ("Kira-kira sekian orang menunggu", "`Kira-kira sekian`"),
        ("Ada sekian orang menunggu", "`sekian`"),
        ("Warga antre sejak pagi?", "`?`"),
        ("Warga (?) antre", "`?`"),
        ("Surat Nomor 12/xx/2024 terbit", "`xx`"),
        ("Layanan meliputi ...", "`...`"),
        ("TBD", "`TBD`"),
        ("isi di sini", "`isi di sini`"),
        ("[isi uraian langkah]", "`[isi uraian langkah]`"),
        ("____", "`____`"),
        ("-", "`-`"),
    ],
)
def test_a_mark_of_doubt_in_a_text_is_told_with_its_fact(text: str, mark: str) -> None:
    (problem,) = _doubts(keunggulan=[{"uraian": text}])
    assert problem.field == "keunggulan.0"
    assert mark in problem.message
    assert problem.found == text
    assert "pastikan pada sumbernya, atau hapus" in (problem.expected or "")
    assert problem.severity == "warning"


@pytest.mark.parametrize(
    "text",
    [
        "Jadwal layanan keliling belum pasti sehingga warga menunggu",
        "Pesanan yang belum dikonfirmasi menumpuk berminggu-minggu",
        "Petugas bertanya “Sudah punya akta?” kepada setiap keluarga",
        "Warga menunggu sekian lama",
        "Formulir diisi di https://contoh.go.id/?desa=1 oleh kader",
        "Kejuaraan PON XX dan Bab XXI",
        "Memakai taxi dan mesin XRX",
    ],
)
def test_what_only_resembles_a_doubt_is_left_alone(text: str) -> None:
    assert _doubts(keunggulan=[{"uraian": text}]) == ()


def test_names_may_ask_a_question_and_files_bear_any_name() -> None:
    facts: dict[str, object] = {
        "isu": {"nasional": ["Kita Peduli?"]},
        "data_dukung": [{"indikator": 3, "dokumen": "Survei Puaskah Anda?", "berkas": "scan xx ...pdf"}],
    }
    assert doubtful(Innovation.from_mapping({"nama_inovasi": "SUDAH CEK?", **facts})) == ()


def test_values_are_judged_by_their_original_writing() -> None:
    found = _doubts(
        hasil=[
            {"indikator": "peserta", "sesudah": "7 orang TBD"},
            {"indikator": "peserta", "sesudah": "7 orang perkiraan"},
            {"indikator": "peserta", "sesudah": "±7 orang", "sumber": "menyusul"},
            {"indikator": "peserta", "sesudah": "kira-kira 7 orang"},
        ]
    )
    assert [problem.field for problem in found] == ["hasil.0.sesudah", "hasil.1.sesudah", "hasil.2.sumber"]


def test_a_regulation_is_judged_as_it_was_filled_in() -> None:
    filled = [
        {"jenis": "Keputusan Bupati Contoh", "nomor": "188/xx/2024"},
        {"jenis": "Perda", "nomor": "5", "tahun": 2020, "tentang": "Inovasi ..."},
        "UU Nomor 24 Tahun 2013 tentang Administrasi Kependudukan",
    ]
    assert [problem.field for problem in _doubts(dasar_hukum=filled)] == ["dasar_hukum.0", "dasar_hukum.1"]


def test_the_place_in_the_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("nama_inovasi: A\ndaerah: Kabupaten Contoh (?)\nmanfaat:\n- {penerima: a, uraian: b, nilai: 3}\n")
    loaded = Innovation.load(path)
    (doubt,), (bare,) = doubtful(loaded), unsourced(loaded)
    assert (doubt.file, doubt.line, doubt.field) == (str(path), 2, "daerah")
    assert (bare.file, bare.line, bare.field) == (str(path), 4, "manfaat.0.nilai")


def test_an_office_adds_its_own_marks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    facts = {"keunggulan": [{"uraian": "Kata Pak Lurah, akta diantar"}]}
    assert _doubts(**facts) == ()
    marks = tmp_path / "kewajaran.yaml"
    marks.write_text("ragu: {di_mana_pun: [kata pak lurah], disisipkan: [barangkali], tanda: []}\n")
    monkeypatch.setenv("INOVASI_RUBRICS", str(tmp_path))
    assert [problem.field for problem in _doubts(**facts)] == ["keunggulan.0"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("ragu: {di_mana_pun: [a], disisipkan: [b], tanda: [{pola: '('}]}", "pola tanda ragu"),
        ("ragu: {di_mana_pun: [a], disisipkan: [b], tand: []}", "ragu.tand"),
        ("ragu: [", "YAML"),
    ],
)
def test_a_broken_list_of_marks_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str, told: str
) -> None:
    (tmp_path / "kewajaran.yaml").write_text(content)
    monkeypatch.setenv("INOVASI_RUBRICS", str(tmp_path))
    with pytest.raises(RubricError, match=told) as caught:
        _doubts()
    assert str(tmp_path) in str(caught.value)


def test_a_figure_without_source_or_period_is_told_once_per_item() -> None:
    whole = {"sumber": "Register desa", "periode": "2024"}
    found = unsourced(
        innovation(
            masalah={"makro": [{"indikator": "a", "nilai": "3 desa", "periode": "2023"}], "mikro": [{"uraian": "b"}]},
            sebelum=[{"aspek": "a", "nilai": "3 hari", **whole}],
            sesudah=[{"aspek": "a", "nilai": "1 hari", "sumber": "Register desa"}],
            manfaat=[{"penerima": "a", "uraian": "b", "nilai": "3 orang"}, {"penerima": "a", "uraian": "b"}],
            hasil=[
                {"id": "akta", "indikator": "a", "sebelum": "3", "sesudah": "5", "periode": "2024"},
                {"indikator": "a", "sesudah": "5", **whole},
                {"uraian": "a", "sebelum": "5", "periode_sebelum": "2023", "sumber": "Register desa"},
            ],
        )
    )
    assert {problem.field: problem.message for problem in found} == {
        "manfaat.0.nilai": "angka ini belum menyebut sumber dan periode",
        "hasil.akta.sesudah": "angka ini belum menyebut sumber",
        "masalah.makro.0.nilai": "angka ini belum menyebut sumber",
        "sesudah.0.nilai": "angka ini belum menyebut periode",
    }
    assert all(("`sumber`" in (p.expected or "")) == ("sumber" in p.message) for p in found)
    assert {problem.severity for problem in found} == {"warning"}


def test_doubt_and_missing_sources_are_no_contradictions() -> None:
    assert plausibility(innovation(hasil=[{"indikator": "a", "sesudah": "7 orang TBD"}])) == ()


def test_the_examples_bear_no_mark_of_doubt() -> None:
    for name in resources.names("examples"):
        if name.endswith(".yaml") and ".harapan" not in name:
            assert doubtful(Innovation.load(resources.find("examples", name))) == (), name
