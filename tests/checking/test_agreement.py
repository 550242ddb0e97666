"""A text that contradicts itself is told, with both places; one that does not is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inovasi_ai import Finding, check, draft
from inovasi_ai.sources import innovation_from_mapping
from inovasi_ai.text.formatting import format_number
from tests.examples import COMPLETE, INCOMPLETE, loaded
from tests.timing import least_seconds

PREFIX = "konsistensi."


def _found(texts: dict[str, str], rule: str = "") -> list[Finding]:
    return [finding for finding in check(texts).findings if finding.rule.startswith(PREFIX + rule)]


def _with_facts(text: str, **facts: str) -> list[Finding]:
    report = check({"hasil": text}, innovation_from_mapping({"nama_inovasi": "ANTAR AKTA", **facts}))
    return [finding for finding in report.findings if finding.rule.startswith(PREFIX)]


@pytest.mark.parametrize("name", [*COMPLETE, INCOMPLETE])
def test_drafts_of_the_examples_agree_with_themselves(name: str) -> None:
    innovation = loaded(name)
    report = check(draft(innovation), innovation)
    assert [finding.message for finding in report.findings if finding.rule.startswith(PREFIX)] == []


# Figures


def test_one_sentence_with_another_figure_elsewhere_names_both_places() -> None:
    texts = {
        "manfaat": "Sebanyak 1.240 keluarga di sembilan desa memperoleh air bersih.",
        "hasil": "Kini layanan rutin. 1.420 keluarga di sembilan desa telah memperoleh air bersih.",
    }
    (finding,) = _found(texts)
    report = check(texts)
    assert finding.span is not None
    assert report.text(finding.span) == "1.420 keluarga"
    assert [(span.section, report.text(span)) for span in finding.related] == [("manfaat", "1.240 keluarga")]
    assert finding.severity == "warning"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sebanyak 40 warga hadir pada pelatihan batik.", "Sebanyak 12 warga tidak hadir pada pelatihan batik."),
        ("Sebanyak 40 siswa laki-laki mengikuti pelatihan.", "Sebanyak 35 siswa perempuan mengikuti pelatihan."),
        (
            "Sebanyak 40 keluarga di Desa Suka Maju memakai biogas.",
            "Sebanyak 35 keluarga di Desa Suka Jaya memakai biogas.",
        ),
        ("Semula 40 keluarga memakai biogas.", "Kini 95 keluarga memakai biogas."),
        ("Pada 2024 sebanyak 40 keluarga memakai biogas.", "Pada 2025 sebanyak 95 keluarga memakai biogas."),
        ("Sebanyak 40 keluarga dari 3 desa memakai biogas.", "Sebanyak 95 keluarga dari 7 desa memakai biogas."),
        ("Sebanyak 40 keluarga memakai biogas.", "Sebanyak 40 keluarga telah memakai biogas."),
    ],
    ids=["a negation", "another group", "another place", "before and now", "another year", "another scope", "the same"],
)
def test_sentences_that_speak_of_two_things(one: str, other: str) -> None:
    assert _found({"manfaat": one, "hasil": other}) == []


def test_a_goal_and_a_result_may_differ_which_is_asked() -> None:
    (finding,) = _found(
        {
            "tujuan": "Menaikkan cakupan kepemilikan akta menjadi 90 persen.",
            "hasil": "Cakupan kepemilikan akta menjadi 87 persen.",
        }
    )
    assert finding.severity == "info"
    assert "target" in finding.fix


def test_two_facts_measured_alike_are_no_contradiction() -> None:
    innovation = innovation_from_mapping(
        {
            "nama_inovasi": "ANTAR AKTA",
            "hasil": [
                {"indikator": "desa terjangkau layanan", "sesudah": "120 desa"},
                {"indikator": "desa terjangkau sinyal", "sesudah": "98 desa"},
            ],
        }
    )
    texts = {"manfaat": "ANTAR AKTA kini sudah menjangkau 120 desa.", "hasil": "Sinyal kini sudah menjangkau 98 desa."}
    rules = {finding.rule for finding in check(texts, innovation).findings}
    assert "konsistensi.angka" not in rules
    assert "konsistensi.angka" in {finding.rule for finding in check(texts).findings}


# Totals


@settings(max_examples=40)
@given(
    st.lists(st.integers(1, 400), min_size=2, max_size=4),
    st.integers(-3, 3),
    st.sampled_from(["terdiri atas", "dengan rincian"]),
)
def test_parts_that_do_not_add_up_are_told_and_no_others(parts: list[int], error: int, opening: str) -> None:
    total = sum(parts) + error
    kinds = ("petani", "nelayan", "pedagang", "perempuan")
    listed = [f"{format_number(count)} {kind}" for count, kind in zip(parts, kinds, strict=False)]  # type: ignore[arg-type]
    told = f"Pelatihan diikuti {format_number(total)} peserta, {opening} {', '.join(listed[:-1])} dan {listed[-1]}."  # type: ignore[arg-type]
    found = _found({"hasil": told}, "jumlah")
    assert len(found) == (error != 0 and max(parts) <= total)
    for finding in found:
        assert str(sum(parts)) in finding.message.replace(".", "")
        assert len(finding.related) == len(parts)


@pytest.mark.parametrize(
    "text",
    [
        "Sebanyak 60 desa terjangkau, terdiri atas 3 kecamatan dan 40 dusun.",
        "Pelatihan diikuti 120 peserta, terdiri atas 4 kelas yang masing-masing 30 orang.",
        "Sebanyak 120 peserta hadir, terdiri atas sekitar 70 laki-laki dan 45 perempuan.",
        "Tim terdiri atas 3 dokter dan 2 perawat.",
        "Pelatihan diikuti 120 peserta. Panitia terdiri atas 7 orang dan 2 relawan.",
        "Sebanyak 120 peserta hadir, terdiri atas 70 laki-laki dan 50 perempuan (41,7 persen).",
    ],
    ids=["other things", "of each", "rough", "no total", "another sentence", "a share beside it"],
)
def test_parts_that_need_not_add_up(text: str) -> None:
    assert _found({"hasil": text}) == []


# Names


def test_the_name_is_written_as_in_the_facts() -> None:
    (finding,) = _with_facts("ANTAR AKTA berjalan. Inovasi Antar Akta dan AntarAkta dikenal; Antar Akta disukai.")[:1]
    assert (finding.rule, finding.excerpt) == ("konsistensi.penulisan_nama", "Antar Akta")
    assert "ANTAR AKTA" in finding.message
    assert finding.facts == ("nama_inovasi",)
    assert [f.excerpt for f in _with_facts("ANTAR AKTA dan AntarAkta.")] == ["AntarAkta"]
    assert [f.rule for f in _with_facts("AntarAkta berjalan.")] == ["konsistensi.penulisan_nama"]  # not missing as well


@pytest.mark.parametrize(
    "text", ["ANTAR AKTA.", "HASIL ANTAR AKTA TAHUN INI", "ANTAR AKTA: petugas antar akta ke rumah."]
)
def test_the_name_in_its_own_writing_or_as_plain_words(text: str) -> None:
    assert _with_facts(text) == []


def test_a_name_of_one_word_is_looked_at_only_where_it_is_announced() -> None:
    innovation = innovation_from_mapping({"nama_inovasi": "LAPOR"})
    report = check({"hasil": "LAPOR berjalan. Lapor dahulu ke loket. Aplikasi Lapor disukai."}, innovation)
    assert [f.span.start for f in report.findings if f.rule == "konsistensi.penulisan_nama" and f.span] == [48]


@pytest.mark.parametrize(
    ("one", "other", "short"),
    [
        ("SIAP (Sistem Antrean Pasien) berjalan.", "SIAP (Sistem Aplikasi Pasien) disukai.", "SIAP"),
        ("Sistem Informasi Antrean Puskesmas (SIAP).", "Sistem Aplikasi Antrean Puskesmas (SIAP).", "SIAP"),
        ("Forum Anak Desa (FAD) dibentuk.", "FAD (Forum Anak Daerah) dibentuk.", "FAD"),
    ],
)
def test_an_abbreviation_written_out_in_two_ways(one: str, other: str, short: str) -> None:
    (finding,) = _found({"manfaat": one, "hasil": other})
    assert finding.rule == "konsistensi.kepanjangan"
    assert short in finding.message
    assert "Manfaat yang Diperoleh" in finding.message
    assert finding.related[0].section == "manfaat"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Forum Anak Desa (FAD) dibentuk.", "forum anak desa (FAD) bertemu."),
        ("Badan Perencanaan Pembangunan (BPP) hadir.", "Badan Perencanaan Pembangunan Daerah (BPP) hadir."),
        ("Forum Anak Desa (FAD) dibentuk.", "Data dikirim melalui kanal resmi kabupaten (FAD)."),
        ("Kelompok itu (FAD) hadir.", "Tim kecil (FAD) hadir."),
    ],
    ids=["capitals", "one goes on", "other words before the bracket", "never written out"],
)
def test_abbreviations_that_do_not_contradict_each_other(one: str, other: str) -> None:
    assert _found({"manfaat": one, "hasil": other}) == []


def test_a_slip_in_the_name_of_an_agency_or_region() -> None:
    texts = {
        "manfaat": "Dinas Kependudukan dan Pencatatan Sipil melayani warga Kabupaten Purwakarta.",
        "hasil": "Dinas Kependudukan dan Catatan Sipil melayani warga Kabupaten Purwakerta.",
    }
    found = _found(texts, "nama_lembaga")
    assert [finding.excerpt for finding in found] == ["Dinas Kependudukan dan Catatan Sipil", "Kabupaten Purwakerta"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dinas Kesehatan Kabupaten Contoh", "Dinas Pendidikan Kabupaten Contoh"),
        ("Kabupaten Bandung", "Kota Bandung"),
        ("Desa Sukamaju", "Desa Sukamaja"),
        ("Kabupaten Lamongan", "Kabupaten Lumajang"),
    ],
)
def test_names_of_different_bodies(one: str, other: str) -> None:
    assert _found({"manfaat": f"Warga {one} terbantu.", "hasil": f"Warga {other} terbantu."}) == []


# Years


def test_two_starts() -> None:
    texts = {
        "manfaat": "Inovasi ini mulai diterapkan pada Januari 2024.",
        "hasil": "Inovasi ini mulai diterapkan pada tahun 2023.",
    }
    (finding,) = _found(texts)
    assert finding.rule == "konsistensi.waktu_mulai"
    assert "Januari 2024" in finding.message
    assert finding.related[0].section == "manfaat"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Inovasi ini mulai diterapkan pada Januari 2024.", "Inovasi ini mulai diterapkan pada tahun 2024."),
        ("Inovasi ini mulai diterapkan pada Januari 2024.", "Inovasi ini diluncurkan pada Maret 2024."),
        ("Inovasi ini mulai diterapkan pada 2023.", "Inovasi ini mulai diterapkan di Kecamatan Timur pada 2024."),
        ("Inovasi ini mulai diterapkan pada 2023.", "Peraturan itu mulai diterapkan pada 2024."),
        ("Inovasi ini mulai diterapkan pada 2023.", "Uji coba layanan ini mulai diterapkan pada 2022."),
    ],
    ids=["coarser", "launched later", "elsewhere", "something else", "tried before"],
)
def test_starts_that_do_not_contradict_each_other(one: str, other: str) -> None:
    assert _found({"manfaat": one, "hasil": other}) == []


def test_a_result_older_than_the_innovation() -> None:
    texts = {
        "rancang_bangun": "Inovasi ini mulai diterapkan pada Januari 2024.",
        "hasil": "Melalui inovasi ini terbit 300 akta pada tahun 2022.",
    }
    (finding,) = _found(texts)
    assert (finding.rule, finding.excerpt) == ("konsistensi.tahun_hasil", "2022")
    assert finding.related[0].section == "rancang_bangun"
    for harmless in (
        "Pada tahun 2022 baru terbit 300 akta.",
        "Melalui inovasi ini akta terbit naik dari 300 pada tahun 2022.",
        "Melalui inovasi ini terbit 300 akta pada tahun 2024.",
    ):
        assert _found({**texts, "hasil": harmless}) == []


def test_a_start_other_than_the_facts_have_it() -> None:
    (finding,) = _with_facts("ANTAR AKTA mulai diterapkan pada Maret 2023.", waktu_penerapan="Januari 2024")
    assert finding.rule == "konsistensi.waktu_penerapan"
    assert "Januari 2024" in finding.message
    assert finding.facts == ("waktu_penerapan",)
    assert _with_facts("ANTAR AKTA mulai diterapkan pada tahun 2024.", waktu_penerapan="Januari 2024") == []


# Hostile text


@pytest.mark.parametrize(
    "piece",
    [
        "(AB) ",
        "Aaaa (Bb",
        "120 peserta, terdiri atas 70 orang dan 45 orang ",
        "Dinas Aab Bbb Ccc. ",
        "inovasi ini mulai diterapkan 2023. ",
    ],
)
def test_time_grows_with_the_text(piece: str) -> None:
    def seconds(times: int) -> float:
        texts = {"manfaat": piece * times, "hasil": piece * times}
        return least_seconds(lambda: check(texts))

    assert seconds(800) < 24 * max(seconds(100), 0.02), piece


def test_a_wrong_word_file_is_told_with_its_place(tmp_path: Path) -> None:
    from inovasi_ai.checking.consistency_words import read_words
    from inovasi_ai.errors import RubricError

    file = tmp_path / "konsistensi.yaml"
    file.write_text("rincian: terdiri atas\n", encoding="utf-8")
    with pytest.raises(RubricError, match=r"konsistensi\.yaml"):
        read_words(file)


def test_a_decree_of_another_year_than_the_start_without_facts() -> None:
    texts = {
        "rancang_bangun": "Inovasi ini ditetapkan dengan Keputusan Bupati Contoh Nomor 188/12/2025.",
        "hasil": "Inovasi ini mulai diterapkan pada tahun 2023.",
    }
    (finding,) = _found(texts)
    assert finding.rule == "konsistensi.tahun_penetapan"
    assert "2025" in finding.message
    assert "2023" in finding.message
    assert finding.related[0].section == "hasil"
    for harmless in (
        "Inovasi ini ditetapkan dengan Keputusan Bupati Contoh Nomor 188/12/2023.",
        "Inovasi ini ditetapkan dengan Peraturan Bupati Contoh Nomor 5 Tahun 2021.",
        "Tim pelaksana dibentuk dengan Keputusan Bupati Contoh Nomor 188/12/2025.",
    ):
        assert _found({**texts, "rancang_bangun": harmless}) == []


# Facts


def _facts(**facts: object) -> list[Finding]:
    report = check("ANTAR AKTA berjalan.", innovation_from_mapping({"nama_inovasi": "ANTAR AKTA", **facts}))
    return [finding for finding in report.findings if finding.rule.startswith(("konsistensi.fakta", PREFIX + "nama_p"))]


def test_the_name_is_that_of_the_decree() -> None:
    decree = "Keputusan Bupati Contoh Nomor 188/12/2025 tentang Penetapan Inovasi {}"
    (finding,) = _facts(dasar_hukum=[{"peraturan": decree.format("ANTAR AKTE"), "menetapkan": "ya"}])
    assert finding.rule == "konsistensi.nama_penetapan"
    assert "ANTAR AKTE" in finding.message
    assert finding.facts == ("nama_inovasi", "dasar_hukum.0")
    for harmless in ("ANTAR AKTA", "Antar-Akta", "Daerah Kabupaten Contoh Tahun 2025", "Daerah Tahun 2025"):
        assert _facts(dasar_hukum=[{"peraturan": decree.format(harmless), "menetapkan": "ya"}]) == []
    assert _facts(dasar_hukum=[{"peraturan": decree.format("ANTAR AKTE")}]) == []


def test_one_measure_has_one_value_in_the_facts() -> None:
    result = {"indikator": "akta terbit", "sebelum": "38 persen", "sesudah": "80 persen", "periode": "2025"}
    goal = {"uraian": "menaikkan akta terbit", "indikator": "Akta terbit", "awal": "42 persen", "target": "90 persen"}
    benefit = {"penerima": "warga", "uraian": "memperoleh akta", "indikator": "akta terbit", "periode": "2025"}
    found = _facts(hasil=[result], tujuan=[goal], manfaat=[{**benefit, "nilai": "81 persen"}])
    assert [finding.facts for finding in found] == [
        ("tujuan.0.awal", "hasil.0.sebelum"),
        ("manfaat.0.nilai", "hasil.0.sesudah"),
    ]
    assert "42 persen" in found[0].message
    assert _facts(hasil=[result], tujuan=[{**goal, "awal": "38 persen"}], manfaat=[{**benefit, "nilai": "80%"}]) == []
    assert _facts(hasil=[result], manfaat=[{**benefit, "periode": "2024", "nilai": "60 persen"}]) == []


def test_figures_that_differ_by_a_slip_are_suggested() -> None:
    texts = {"manfaat": "Warga menerima 1.760 akta.", "hasil": "Terbit 1.706 akta kelahiran melalui layanan keliling."}
    (finding,) = _found(texts)
    assert (finding.rule, finding.severity) == ("konsistensi.angka_mirip", "info")
    assert finding.excerpt == "1.706 akta"
    assert "1.760 akta" in finding.message
    for harmless in (
        "Terbit 1.760 akta kelahiran.",
        "Terbit 2.913 akta kelahiran.",
        "Terbit 1.706 kartu identitas anak.",
        "Pada 2024 terbit 1.706 akta kelahiran.",
        "Terbit sekitar 1.706 akta kelahiran.",
    ):
        assert _found({**texts, "hasil": harmless}) == []
    assert _found({"manfaat": "Warga menerima 1.200 akta.", "hasil": "Terbit 1.300 akta."}) == []
    assert _found({"tujuan": "Menerbitkan 1.760 akta.", "hasil": "Terbit 1.706 akta."}) == []


def test_what_a_change_ends_in_is_the_same_with_and_without_its_beginning() -> None:
    texts = {
        "rancang_bangun": "Waktu penyelesaian turun dari 14 hari kerja menjadi 2 hari kerja.",
        "hasil": "Waktu penyelesaian turun menjadi 3 hari kerja.",
    }
    (finding,) = _found(texts)
    assert (finding.rule, finding.severity, finding.excerpt) == ("konsistensi.angka", "warning", "3 hari kerja")
    assert "2 hari kerja" in finding.message
    for harmless in (
        "Waktu penyelesaian turun menjadi 2 hari kerja.",
        "Waktu tunggu turun menjadi 3 hari kerja.",
        "Waktu penyelesaian turun menjadi 3 hari kerja pada 2023.",
        "Waktu penyelesaian turun dari 14 hari kerja.",
    ):
        assert _found({**texts, "hasil": harmless}) == []


def test_figures_of_one_date_that_differ_by_a_slip_are_suggested() -> None:
    texts = {
        "rancang_bangun": "Balita stunting di wilayah itu pada Februari 2023 adalah 312 balita.",
        "hasil": "Stunting turun dari 321 balita pada Februari 2023 menjadi 187 balita pada Desember 2024.",
    }
    (finding,) = _found(texts)
    assert (finding.rule, finding.severity, finding.excerpt) == ("konsistensi.angka_mirip", "info", "321 balita")
    for harmless in (
        "Stunting turun dari 321 balita pada Maret 2023 menjadi 187 balita pada Desember 2024.",
        "Stunting turun dari 498 balita pada Februari 2023 menjadi 321 balita pada Desember 2024.",
        "Stunting turun dari 312 balita pada Februari 2023 menjadi 187 balita pada Desember 2024.",
    ):
        assert _found({**texts, "hasil": harmless}) == []


def test_without_facts_a_name_is_written_alike_everywhere() -> None:
    (finding,) = _found(
        {"manfaat": "Melalui inovasi ANTAR AKTA warga terbantu.", "hasil": "Kini inovasi Antar Akta dikenal."}
    )
    assert (finding.rule, finding.excerpt) == ("konsistensi.penulisan_nama", "Antar Akta")
    assert finding.related[0].section == "manfaat"
    for one, other in (
        ("Melalui inovasi ANTAR AKTA warga terbantu.", "Kini inovasi ANTAR AKTA dikenal."),
        ("Melalui inovasi ANTAR AKTA warga terbantu.", "INOVASI ANTAR AKTA DIKENAL LUAS DI DESA."),
        ("Melalui Program Keluarga Harapan warga terbantu.", "Penerima program Keluarga Harapan bertambah."),
        ("Melalui aplikasi SIAP warga terbantu.", "Petugas layanan Siaga dan aplikasi SIAP bekerja."),
    ):
        assert _found({"manfaat": one, "hasil": other}) == []
