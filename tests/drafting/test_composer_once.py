"""The composer says nothing twice, and nothing more than the facts do."""

from __future__ import annotations

import re

import pytest

from inovasi_ai import write
from tests.drafting.composed import composed, said, sentences
from tests.examples import INCOMPLETE, loaded


def test_a_figure_in_the_words_of_a_problem_is_not_told_again() -> None:
    problem = {
        "uraian": "Banjir melanda Kabupaten Contoh 14 kali",
        "indikator": "kejadian banjir",
        "nilai": "14 kali",
        "periode": "2023",
        "sumber": "laporan BPBD",
        "terdampak": "2.310 kepala keluarga",
    }
    naskah = composed(masalah={"makro": [problem]})["rancang_bangun"]
    assert [sentence.text for sentence in naskah.sentences] == [
        "Pada tahun 2023, banjir melanda Kabupaten Contoh 14 kali (laporan BPBD).",
        "Keadaan ini berdampak pada 2.310 kepala keluarga (sumber yang sama).",
    ]
    makro = "masalah.makro.0"
    assert {f"{makro}.nilai", f"{makro}.periode", f"{makro}.sumber"} <= set(naskah.sentences[0].facts)
    assert {f"{makro}.terdampak", f"{makro}.sumber"} <= set(naskah.sentences[1].facts)
    villages = {"uraian": "Sembilan desa tidak memiliki alat", "indikator": "desa tanpa alat", "nilai": "9 desa"}
    assert sentences(masalah={"mikro": [villages]}) == ["Sembilan desa tidak memiliki alat."]


def test_another_figure_in_the_words_of_a_problem_does_not_hide_the_measured_one() -> None:
    problem = {"uraian": "Sembilan desa tidak memiliki alat", "indikator": "desa rawan banjir", "nilai": "12 desa"}
    assert "12 desa rawan banjir" in said(masalah={"mikro": [problem]})
    estimate = {"uraian": "Sekitar 300 orang mengungsi", "indikator": "pengungsi", "nilai": "300 orang"}
    assert len(sentences(masalah={"mikro": [estimate]})) == 2


def test_a_period_in_the_words_of_a_problem_is_not_told_again() -> None:
    problem = {"uraian": "Selama 2023 banjir melanda 14 kali", "nilai": "14 kali", "periode": "tahun 2023"}
    assert sentences(masalah={"makro": [problem]}) == ["Selama 2023 banjir melanda 14 kali."]


def test_a_figure_in_the_words_still_stands_against_its_target() -> None:
    problem = {
        "uraian": "Baru 87,4 persen anak memiliki akta",
        "indikator": "kepemilikan akta",
        "nilai": "87,4 persen",
        "pembanding": {"nama": "target RPJMD", "nilai": "95 persen"},
    }
    assert sentences(masalah={"makro": [problem]})[1:] == [
        "Angka itu 7,6 poin persen di bawah target RPJMD sebesar 95 persen."
    ]


def test_results_benefits_and_goals_that_state_their_figure_state_it_once() -> None:
    result = {"uraian": "Sebanyak 27 relawan dilatih", "indikator": "relawan", "sesudah": "27 relawan"}
    assert sentences("hasil", hasil=[result | {"periode": "2025", "sumber": "register"}]) == [
        "Pada tahun 2025, sebanyak 27 relawan dilatih (register)."
    ]
    both = {"indikator": "waktu", "sebelum": "6 jam", "sesudah": "2 jam", "uraian": "Waktu turun menjadi 2 jam"}
    assert "dari 6 jam menjadi 2 jam" in said("hasil", hasil=[both])
    benefit = {"penerima": "masyarakat", "uraian": "menerima 500 akta", "indikator": "akta", "nilai": "500 akta"}
    assert sentences("manfaat", manfaat=[benefit | {"periode": "2025"}]) == [
        "Melalui e-Lapor Akta, masyarakat menerima 500 akta pada tahun 2025."
    ]
    goal = {"uraian": "menurunkan angka stunting menjadi 14 persen", "target": "14 persen", "batas_waktu": "2026"}
    assert sentences("tujuan", tujuan=[goal]) == [
        "e-Lapor Akta bertujuan menurunkan angka stunting menjadi 14 persen pada tahun 2026."
    ]


def test_before_and_after_in_words_are_followed_by_the_difference_alone() -> None:
    text = said(
        sebelum=[{"aspek": "waktu tunggu", "nilai": "14 hari", "uraian": "Warga menunggu 14 hari", "sumber": "survei"}],
        sesudah=[{"aspek": "waktu tunggu", "nilai": "2 hari", "uraian": "Warga menunggu 2 hari"}],
    )
    assert text == (
        "Sebelum e-Lapor Akta diterapkan, warga menunggu 14 hari. Setelah inovasi ini berjalan, warga menunggu 2 hari. "
        "Dengan demikian, waktu tunggu turun 12 hari atau 85,7 persen (survei)."
    )


BEFORE = [{"aspek": "waktu tunggu", "nilai": "6 jam"}]
AFTER = [{"aspek": "waktu tunggu", "nilai": "45 menit", "periode": "2025", "sumber": "data Pusdalops"}]


def test_what_the_results_tell_in_full_the_method_tells_in_short() -> None:
    result = {"indikator": "Waktu tunggu", "sebelum": "6 jam", "sesudah": "45 menit", "periode": "2025"}
    result["sumber"] = "data Pusdalops"
    naskah = composed(sebelum=BEFORE, sesudah=AFTER, hasil=[result])
    (method,) = naskah["rancang_bangun"].sentences
    assert method.text.endswith("waktu tunggu turun dari semula 6 jam menjadi 45 menit pada tahun 2025.")
    assert naskah["hasil"].text.endswith("pada tahun 2025, berkurang 87,5 persen (data Pusdalops).")
    elsewhere = said(sebelum=BEFORE, sesudah=AFTER, hasil=[result | {"sumber": "survei"}])
    assert elsewhere.endswith("menjadi 45 menit pada tahun 2025, berkurang 87,5 persen (data Pusdalops).")


def test_a_percentage_alone_never_reads_as_if_it_were_the_figure() -> None:
    result = {"indikator": "waktu tunggu", "sebelum": "6 jam", "sesudah": "45 menit", "periode": "2025"}
    assert "menjadi 45 menit pada tahun 2025, berkurang 87,5 persen." in said("hasil", hasil=[result])
    assert "menjadi 6 jam pada tahun 2025, bertambah 300 persen." in said(
        "hasil", hasil=[result | {"sebelum": "90 menit", "sesudah": "6 jam"}]
    )


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("penurunan indeks risiko bencana", "RPJMD 2021–2026 memuat penurunan indeks risiko bencana."),
        ("indikator indeks risiko bencana", "RPJMD 2021–2026 memuat indikator indeks risiko bencana."),
        ("menurunkan indeks risiko bencana", "RPJMD 2021–2026 memuat upaya menurunkan indeks risiko bencana."),
        ("desa tangguh sebanyak 40 desa", "dalam RPJMD 2021–2026 tercantum desa tangguh sebanyak 40 desa."),
    ],
)
def test_agendas_are_told_without_a_word_that_their_facts_do_not_carry(content: str, expected: str) -> None:
    text = said(isu={"lokal": [{"agenda": "RPJMD 2021–2026", "isi": content}]})
    assert text == f"Di daerah, {expected}"
    everywhere = said(
        isu={level: [{"agenda": "Agenda X", "isi": content}] for level in ("global", "nasional", "lokal")}
    )
    added = {"sasaran", "target", "indikator", "program", "prioritas", "bertujuan"} - set(content.split())
    assert not added & set(re.findall(r"\w+", everywhere))


@pytest.mark.parametrize("agenda", ["UU 24/2007 tentang Penanggulangan Bencana", "UU No. 24 Th 2007"])
def test_a_regulation_as_an_agenda_is_spelled_out(agenda: str) -> None:
    (text,) = sentences(isu={"nasional": [{"agenda": agenda}]})
    assert "terkait dengan Undang-Undang Nomor 24 Tahun 2007" in text
    (told,) = sentences(isu={"global": [{"agenda": agenda, "isi": "pengurangan risiko bencana"}]})
    assert told.count(" tentang ") == 1
    assert told.endswith("pengurangan risiko bencana.")


def test_no_result_sounds_like_an_achievement_by_itself() -> None:
    results = [{"indikator": "kejadian banjir", "sesudah": "11 kali", "periode": f"202{n}"} for n in range(3)]
    results += [{"indikator": "korban", "sebelum": "4 orang", "sesudah": f"{n} orang"} for n in range(6, 9)]
    text = said("hasil", hasil=[result | {"uraian": "Pemantauan berjalan"} for result in results])
    assert "mencapai" not in text
    assert text.count("tercatat 11 kali") == 3


@pytest.mark.parametrize(("before", "after", "word"), [("7 orang", "0", "turun"), ("0", "7 orang", "naik")])
def test_a_bare_nought_counts_in_the_unit_of_its_counterpart(before: str, after: str, word: str) -> None:
    text = said("hasil", hasil=[{"indikator": "korban luka", "sebelum": before, "sesudah": after, "periode": "2025"}])
    assert "berubah" not in text
    assert "nihil" in text
    assert (
        set(text.split())
        & {"turun": {"berkurang", "turun", "menurun"}, "naik": {"bertambah", "meningkat", "naik"}}[word]
    )


def test_trial_and_start_are_told_once() -> None:
    def dated(summary: str | None = None) -> str:
        dates = {"waktu_uji_coba": "Februari 2024", "waktu_penerapan": "5 Agustus 2024"}
        return said("rancang_bangun", ringkasan=summary, sebelum=BEFORE, sesudah=AFTER, **dates)

    told = "diuji coba sejak Februari 2024 dan diterapkan sejak 5 Agustus 2024."
    text = dated("sistem peringatan dini banjir")
    assert text.startswith(f"e-Lapor Akta adalah sistem peringatan dini banjir, yang {told}")
    assert text.count("Februari 2024") == 1
    assert dated().startswith(f"e-Lapor Akta {told}")
    long = dated("sistem peringatan " + " ".join(f"hal{n}" for n in range(30)))
    assert f"Inovasi ini {told}" in long


def test_a_comparison_that_opens_with_an_adverbial_stands_by_itself() -> None:
    merit = {"uraian": "Laporan ditangani segera", "pembanding": "Dengan telepon kantor, laporan ditangani dalam 6 jam"}
    assert sentences(keunggulan=[merit])[1] == "Dengan telepon kantor, laporan ditangani dalam 6 jam."


def test_decrees_that_establish_the_innovation_are_told_plainly() -> None:
    basis = {"peraturan": "PP 21/2008 tentang Penyelenggaraan Penanggulangan Bencana"}
    decrees = [{"peraturan": f"SK Bupati nomor 188.45/{n}/2024", "menetapkan": "ya"} for n in (312, 313)]
    assert sentences(dasar_hukum=[basis, *decrees])[1:] == [
        "Inovasi ini ditetapkan dengan Keputusan Bupati Nomor 188.45/312/2024.",
        "Inovasi ini ditetapkan pula dengan Keputusan Bupati Nomor 188.45/313/2024.",
    ]


def test_the_provenance_writes_figures_as_its_readers_do() -> None:
    (line,) = write(loaded(INCOMPLETE)).provenance.history
    assert re.search(r"kelengkapan \d+(,\d+)?, ", line)
