"""The composer's prose: what it says of facts, what it never says, and what a template's author is told."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inovasi_ai import Draft, InputError, check, draft, write
from inovasi_ai.errors import TemplateError
from inovasi_ai.sources import innovation_from_mapping
from tests.examples import COMPLETE, INCOMPLETE, leaves, loaded, raw, remove


def composed(**facts: object) -> Draft:
    return draft(innovation_from_mapping({"nama_inovasi": "e-Lapor Akta", **facts}))


def sentences(section: str = "rancang_bangun", **facts: object) -> list[str]:
    return [sentence.text for sentence in composed(**facts)[section].sentences]


def said(section: str = "rancang_bangun", **facts: object) -> str:
    return " ".join(sentences(section, **facts))


# What a sentence rests on


@pytest.mark.parametrize("name", [*COMPLETE, INCOMPLETE])
def test_every_sentence_cites_facts_that_exist(name: str) -> None:
    innovation = loaded(name)
    ids = {fact.id for fact in innovation.facts()}
    for sentence in draft(innovation).sentences:
        assert sentence.facts
        assert set(sentence.facts) <= ids


@pytest.mark.parametrize("name", [*COMPLETE, INCOMPLETE])
def test_the_language_rules_have_nothing_to_say(name: str) -> None:
    innovation = loaded(name)
    report = check(draft(innovation), innovation)
    assert [finding.excerpt for finding in report.findings if finding.rule.startswith("bahasa")] == []


@pytest.mark.parametrize("name", [*COMPLETE, INCOMPLETE])
def test_any_one_leaf_may_be_missing(name: str) -> None:
    for path in sorted(set(leaves(raw(name))), key=str):
        facts = raw(name)
        remove(facts, path)
        try:
            innovation = innovation_from_mapping(facts)
        except InputError:
            continue  # a needed leaf; that this is said well is the loader's matter
        for sentence in draft(innovation).sentences:
            assert sentence.facts, path
            assert not re.search(r" [,.;]|\(\)|\(\s|,,|\.\.|None|\b(pada|yang|dari|di) \1\b", sentence.text), sentence


def test_the_same_facts_give_the_same_draft() -> None:
    assert draft(loaded("mas_jos")) == draft(loaded("mas_jos"))


# Figures


def test_difference_and_percentage_stand_beside_before_and_after() -> None:
    result = {"indikator": "waktu tunggu", "sebelum": "300 menit", "sesudah": "45 menit", "periode": "2024"}
    (text,) = sentences("hasil", hasil=[result | {"periode_sebelum": "2023", "sumber": "register"}])
    assert text == (
        "Waktu tunggu menurun dari 300 menit pada tahun 2023 menjadi 45 menit pada tahun 2024, "
        "selisih 255 menit atau 85 persen (register)."
    )
    cited = composed(hasil=[result])["hasil"].sentences[0].facts
    assert {"hasil.0.sebelum", "hasil.0.sesudah", "hasil.0.periode"} <= set(cited)


@pytest.mark.parametrize(
    ("before", "after", "rises"),
    [
        ("19 kejadian", "21 kejadian", True),
        ("82,5 persen", "93,1 persen", True),
        ("Rp412,5 miliar", "Rp371,25 miliar", False),
        ("38 desa", "12 desa", False),
    ],
)
def test_the_words_of_direction_follow_the_figures(before: str, after: str, rises: bool) -> None:
    up, down = {"naik", "meningkat", "bertambah"}, {"turun", "menurun", "berkurang"}
    results = [{"indikator": f"hal {n}", "sebelum": before, "sesudah": after, "periode": "2024"} for n in range(4)]
    states = [{"aspek": f"hal {n}", "nilai": before} for n in range(3)]
    later = [{"aspek": f"hal {n}", "nilai": after} for n in range(3)]
    for text in (*sentences("hasil", hasil=results), *sentences(sebelum=states, sesudah=later)):
        words = set(re.findall(r"\w+", text))
        assert words & (up if rises else down), text
        assert not words & (down if rises else up), text


def test_an_unchanged_figure_is_told_as_unchanged() -> None:
    result = {
        "indikator": "izin terlambat",
        "sebelum": "34%",
        "sesudah": "34%",
        "periode_sebelum": "2023",
        "periode": "2024",
    }
    text = said("hasil", hasil=[result])
    assert text == "Izin terlambat tetap 34 persen, baik pada tahun 2023 maupun pada tahun 2024."


@pytest.mark.parametrize(
    ("before", "after"), [("15–17 ton", "25 ton"), ("±300 orang", "500 orang"), ("6 ton", "<2 ton")]
)
def test_of_estimates_no_difference_is_told(before: str, after: str) -> None:
    states, later = [{"aspek": "sampah", "nilai": before}], [{"aspek": "sampah", "nilai": after}]
    text = said(sebelum=states, sesudah=later) + said(
        "hasil", hasil=[{"indikator": "sampah", "sebelum": before, "sesudah": after}]
    )
    assert "selisih" not in text
    assert "persen" not in text


def test_none_left_is_nihil_and_has_no_percentage() -> None:
    text = said(
        "hasil", hasil=[{"indikator": "korban jiwa", "sebelum": "4 orang", "sesudah": "0 orang", "periode": "2024"}]
    )
    assert "dari 4 orang menjadi nihil pada tahun 2024." in text
    assert "selisih" not in text


def test_hours_and_minutes_are_compared() -> None:
    states = [{"aspek": "waktu tunggu", "nilai": "5 jam", "periode": "2023"}]
    text = said(sebelum=states, sesudah=[{"aspek": "waktu tunggu", "nilai": "45 menit", "periode": "2024"}])
    assert "turun dari semula 5 jam pada tahun 2023 menjadi 45 menit pada tahun 2024, berkurang 85 persen." in text


def test_a_count_is_told_once_and_not_as_a_form() -> None:
    problem = {
        "indikator": "anak tanpa akta",
        "nilai": "1.932 anak",
        "periode": "Desember 2023",
        "sumber": "register desa",
    }
    text = said(masalah={"mikro": [problem]})
    assert text == "Pada Desember 2023, terdapat 1.932 anak tanpa akta (register desa)."


def test_a_share_of_people_is_a_statement_about_them() -> None:
    benefit = {
        "penerima": "warga",
        "uraian": "memperoleh layanan",
        "indikator": "pengguna yang puas",
        "nilai": "90 persen",
    }
    assert "Sebanyak 90 persen pengguna puas." in said("manfaat", manfaat=[benefit])


def test_a_figure_stands_against_its_target() -> None:
    problem = {
        "indikator": "kepemilikan akta",
        "nilai": "87,4 persen",
        "periode": "2023",
        "pembanding": {"nama": "target RPJMD", "nilai": "95 persen", "periode": "2023"},
    }
    text = said(masalah={"makro": [problem]})
    assert "87,4 persen, 7,6 poin persen di bawah target RPJMD sebesar 95 persen." in text
    earlier = problem | {"pembanding": {"nama": "tahun 2022", "nilai": "80 persen", "periode": "tahun 2022"}}
    assert "87,4 persen, naik 7,4 poin persen dari 80 persen pada tahun 2022." in said(
        masalah={"makro": [earlier]}
    ).replace("meningkat", "naik")


def test_neighbours_of_one_source_share_a_sentence() -> None:
    shared = {"periode": "2024", "sumber": "dinas"}
    results = [
        {"indikator": "guru terlatih", "sesudah": "42 guru"} | shared,
        {"indikator": "perahu yang dipakai", "sesudah": "18 perahu"} | shared,
        {"indikator": "modul luring", "sesudah": "64 modul"} | shared,
    ]
    (text,) = sentences("hasil", hasil=results)
    assert text.startswith("Pada tahun 2024, ")
    assert text.endswith(" 42 guru terlatih, 18 perahu yang dipakai, dan 64 modul luring (dinas).")
    assert len(composed(hasil=results)["hasil"].sentences[0].facts) >= 8


def test_sources_are_not_repeated_in_a_row() -> None:
    problems = [
        {"indikator": f"hal {n}", "nilai": f"{n + 2} persen", "periode": f"{2020 + n}", "sumber": "Dapodik (2022)"}
        for n in range(3)
    ]
    text = said(masalah={"makro": problems})
    assert text.count("(Dapodik, 2022)") == 1


# Clauses of many hands


@pytest.mark.parametrize(
    ("relation", "expected"),
    [
        ("mewajibkan negara mencatat kelahiran", "yang mewajibkan negara mencatat kelahiran."),
        ("Mewajibkan negara mencatat kelahiran.", "yang mewajibkan negara mencatat kelahiran."),
        ("yang mengatur akta", "yang mengatur akta."),
        ("bahwa akta adalah hak", "yang menyatakan bahwa akta adalah hak."),
        ("dasar penilaian inovasi", "yang menjadi dasar penilaian inovasi."),
        ("sebagai acuan layanan", "yang menjadi acuan layanan."),
        ("pelayanan akta", "yang berkaitan dengan pelayanan akta."),
    ],
)
def test_a_regulation_leads_to_its_relation(relation: str, expected: str) -> None:
    basis = {"peraturan": "UU Nomor 24 Tahun 2013 tentang Administrasi Kependudukan", "kaitan": relation}
    assert said(dasar_hukum=[basis]).endswith(f"Administrasi Kependudukan, {expected}")


def test_a_long_relation_gets_a_sentence_of_its_own() -> None:
    relation = "menempatkan " + " ".join(f"hal{n}" for n in range(32))
    first, second = sentences(dasar_hukum=[{"peraturan": "UU Nomor 24 Tahun 2007", "kaitan": relation}])
    assert first == "e-Lapor Akta berpijak pada Undang-Undang Nomor 24 Tahun 2007."
    assert second.startswith("Undang-Undang Nomor 24 Tahun 2007 menempatkan hal0")


def test_the_decree_that_establishes_the_innovation_says_so_and_cites_it() -> None:
    decree = {"peraturan": "Keputusan Wali Kota Contoh Nomor 400.12/77/2025", "menetapkan": "ya"}
    (sentence,) = composed(dasar_hukum=[decree])["rancang_bangun"].sentences
    assert sentence.text == "e-Lapor Akta ditetapkan dengan Keputusan Wali Kota Contoh Nomor 400.12/77/2025."
    assert "dasar_hukum.0.menetapkan" in sentence.facts
    (again,) = sentences(dasar_hukum=[decree | {"kaitan": "Menetapkan trayek dan subsidi."}])
    assert again == "Keputusan Wali Kota Contoh Nomor 400.12/77/2025 menetapkan trayek dan subsidi."


@pytest.mark.parametrize(
    ("goal", "expected"),
    [
        ("meningkatkan kepemilikan akta", "e-Lapor Akta bertujuan meningkatkan kepemilikan akta."),
        ("Untuk mempercepat layanan.", "e-Lapor Akta bertujuan mempercepat layanan."),
        ("1) menjangkau lansia", "e-Lapor Akta bertujuan menjangkau lansia."),
        ("agar warga terlayani", "e-Lapor Akta diarahkan agar warga terlayani."),
        ("terwujudnya layanan yang tertib", "Tujuannya adalah terwujudnya layanan yang tertib."),
    ],
)
def test_goals_in_every_habit_of_writing(goal: str, expected: str) -> None:
    assert sentences("tujuan", tujuan=[goal]) == [expected]


def test_targets_are_sentences_and_not_a_form() -> None:
    goals = [
        {
            "uraian": f"menurunkan hal {n}",
            "indikator": f"hal {n}",
            "awal": "40 menit",
            "target": "10 menit",
            "batas_waktu": "2025",
        }
        for n in range(3)
    ]
    texts = sentences("tujuan", tujuan=goals)
    assert texts[1] == "Hal 0 ditargetkan turun dari 40 menit menjadi 10 menit pada tahun 2025."
    assert texts[3].startswith("Pada tahun 2025, hal 1 ditargetkan turun")
    assert len({" ".join(text.split()[:2]) for text in texts}) == len(texts)


def test_a_target_alone_is_a_whole_sentence_that_the_checker_reads() -> None:
    innovation = innovation_from_mapping(
        {"nama_inovasi": "SAPA", "tujuan": [{"uraian": "memperluas layanan ke desa", "target": "9 desa"}]}
    )
    naskah = draft(innovation)
    assert (
        naskah["tujuan"].text == "SAPA bertujuan memperluas layanan ke desa. Target yang hendak dicapai adalah 9 desa."
    )
    assert [gap.message for gap in check(naskah, innovation).gaps if gap.cause == "not_written"] == []


def test_benefits_name_who_receives_them() -> None:
    benefits = [
        {"penerima": "Masyarakat", "uraian": "memperoleh akta"},
        {"penerima": "Dinas", "uraian": "Antrean berkurang"},
        {"penerima": "Bidan desa", "uraian": "tidak perlu menelepon."},
    ]
    assert sentences("manfaat", manfaat=benefits) == [
        "Melalui e-Lapor Akta, masyarakat memperoleh akta.",
        "Bagi dinas, antrean berkurang.",
        "Bidan desa tidak perlu menelepon.",
    ]


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2023", "pada tahun 2023"),
        ("2021-2023", "pada tahun 2021–2023"),
        ("Desember 2023", "pada Desember 2023"),
        ("Januari-Desember 2025", "pada Januari–Desember 2025"),
        ("Semester II 2023", "pada semester II 2023"),
        ("Tahun 2023", "pada tahun 2023"),
        ("per 31 Desember 2022", "per 31 Desember 2022"),
        ("Sepanjang 2024", "sepanjang 2024"),
        ("tahun ajaran 2022/2023", "pada tahun ajaran 2022/2023"),
        ("31/12/2022", "pada 31 Desember 2022"),
    ],
)
def test_periods_are_adverbials(period: str, expected: str) -> None:
    result = {"indikator": "luas lahan", "sebelum": "4 hektare", "sesudah": "3 hektare", "periode": period}
    assert f"menjadi 3 hektare {expected}," in said("hasil", hasil=[result])


@pytest.mark.parametrize(
    ("actor", "expected"),
    [
        ("Kader posyandu", "kader posyandu"),
        ("Dinas Pendidikan", "Dinas Pendidikan"),
        ("Bapenda", "Bapenda"),
        ("OPD teknis", "OPD teknis"),
        ("e-Lapor Akta", "e-Lapor Akta"),
    ],
)
def test_names_keep_their_capitals_inside_a_sentence(actor: str, expected: str) -> None:
    steps = [{"pelaku": "warga", "uraian": "mendaftar"}, {"pelaku": actor, "uraian": "memeriksa berkas"}]
    assert sentences(langkah=steps)[1] == f"Setelah itu, {expected} memeriksa berkas."


@pytest.mark.parametrize("name", ["e-Lapor", "IZIN PASTI+", "Jalan dan Jajan", "POJOK LANSIA (PL)", "3 Menit Sehat"])
def test_the_name_opens_sentences_as_it_is_written(name: str) -> None:
    facts = {"nama_inovasi": name, "tujuan": ["mempercepat layanan"], "keunggulan": [f"{name} melayani warga pulau."]}
    naskah = draft(innovation_from_mapping(facts))
    assert naskah["tujuan"].sentences[0].text == f"{name} bertujuan mempercepat layanan."
    assert f"{name} melayani warga pulau." in naskah["rancang_bangun"].text


def test_a_count_in_figures_opens_no_sentence_but_dates_and_names_do() -> None:
    outputs = [
        "86 pedagang bergabung.",
        "3 Maret 2025 layanan dibuka.",
        "e-KTP dicetak di desa.",
        "2024 menjadi awal layanan.",
    ]
    assert sentences("hasil", hasil=outputs) == ["Sebanyak 86 pedagang bergabung.", *outputs[1:]]


def test_before_and_after_that_bring_their_own_connection_get_no_second_one() -> None:
    text = said(
        sebelum=[{"aspek": "promosi", "uraian": "Sebelum ada rute, promosi memuat hotel."}],
        sesudah=[{"aspek": "promosi", "uraian": "Setelah ada rute, promosi memuat pedagang."}],
    )
    assert text == "Sebelum ada rute, promosi memuat hotel. Setelah ada rute, promosi memuat pedagang."


# Steps


def steps(count: int) -> list[str]:
    return sentences(langkah=[{"pelaku": f"petugas {n}", "uraian": f"memeriksa berkas {n}"} for n in range(count)])


def test_one_step_two_steps_twelve_steps() -> None:
    assert steps(1) == ["e-Lapor Akta dijalankan dengan cara berikut: petugas 0 memeriksa berkas 0."]
    assert [text.split(",")[0] for text in steps(2)] == ["Pertama", "Setelah itu"]
    twelve = steps(12)
    assert twelve[0] == "e-Lapor Akta dijalankan dalam dua belas langkah."
    openings = [text.split(",")[0] for text in twelve[1:]]
    assert openings[0] == "Pertama"
    assert openings[-1] == "Terakhir"
    assert len(openings) == 12
    assert all(first != second for first, second in itertools.pairwise(openings))


def test_steps_without_actors_are_named_by_their_order() -> None:
    texts = sentences(langkah=["mendata warga", "Pedagang mendaftar di kelurahan", "verifikasi berkas"])
    assert texts[1:] == [
        "Langkah pertama adalah mendata warga.",
        "Setelah itu, pedagang mendaftar di kelurahan.",
        "Langkah terakhir adalah verifikasi berkas.",
    ]


def test_a_lasting_activity_takes_its_time_and_a_task_is_done_within_it() -> None:
    texts = sentences(
        langkah=[
            {"pelaku": "guru", "uraian": "mengajar di perahu", "durasi": "2 jam"},
            {"pelaku": "dinas", "uraian": "menerbitkan rapor", "durasi": "maksimal 3 hari"},
        ]
    )
    assert texts == [
        "Pertama, guru mengajar di perahu selama 2 jam.",
        "Setelah itu, dinas menerbitkan rapor dalam waktu maksimal 3 hari.",
    ]


# Nothing twice, nothing more than the facts


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


# Templates of one's own


def override(folder: Path, name: str, text: str) -> Draft:
    path = folder / "iga" / "composer" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return draft(loaded("mas_jos"), prompts=folder)


def test_one_template_of_a_users_folder_replaces_the_shipped_one(tmp_path: Path) -> None:
    naskah = override(tmp_path, "tujuan.j2", "{% kalimat %}Maksudnya {{ tujuan[0].uraian|sambung }}{% endkalimat %}")
    assert naskah["tujuan"].text == "Maksudnya mengurangi volume sampah harian Kota Yogyakarta."
    assert naskah["hasil"].text == draft(loaded("mas_jos"))["hasil"].text


def test_word_lists_of_a_users_folder_are_used(tmp_path: Path) -> None:
    shipped = Path(__file__).resolve().parents[2] / "prompts" / "kata.yaml"
    words = shipped.read_text(encoding="utf-8").replace("cacah: [tercatat, sebanyak]", "cacah: [berjumlah]")
    (tmp_path / "kata.yaml").write_text(words, encoding="utf-8")
    problem = {"indikator": "penduduk lansia", "nilai": "41.207 jiwa"}
    innovation = innovation_from_mapping({"nama_inovasi": "X", "masalah": {"makro": [problem]}})
    (sentence,) = draft(innovation, prompts=tmp_path).sentences
    assert sentence.text == "Penduduk lansia berjumlah 41.207 jiwa."


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("\n{% kalimat %}{{ tujuannya }}{% endkalimat %}", "tujuannya"),
        ("\n{% kalimat %}{{ tujuan[0].sasarannya }}{% endkalimat %}", "sasarannya"),
        ("\n{% if tujuan %}", "rusak"),
        ("\n{% kalimat %}Semua akan indah.{% endkalimat %}", "tidak memuat fakta"),
        ("\n{% kalimat %}{{ tujuan[0].awal|sambung }}{% endkalimat %}", "hanya untuk fakta yang ada"),
        ("\n{% kalimat %}{{ tujuan[0].uraian|tak_dikenal }}{% endkalimat %}", "tak_dikenal"),
        ("\n{% kalimat %}{{ 1 + nama_inovasi }}{% endkalimat %}", "tidak dapat dijalankan"),
    ],
)
def test_a_template_that_is_wrong_is_told_with_file_and_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(TemplateError) as caught:
        override(tmp_path, "tujuan.j2", text)
    (problem,) = caught.value.problems
    assert message in str(problem)
    assert problem.file is not None
    assert problem.file.endswith("iga/composer/tujuan.j2")
    assert problem.line == 2


@pytest.mark.parametrize(
    ("words", "message"), [("[satu]", "daftar kata"), ("kembar: [di]", "tidak ada atau kosong"), ("a: [", "YAML")]
)
def test_word_lists_that_are_wrong_are_told_with_their_file(tmp_path: Path, words: str, message: str) -> None:
    (tmp_path / "kata.yaml").write_text(words, encoding="utf-8")
    with pytest.raises(TemplateError) as caught:
        draft(loaded("mas_jos"), prompts=tmp_path)
    assert message in str(caught.value)
    assert "kata.yaml" in str(caught.value)


def test_templates_cannot_reach_python(tmp_path: Path) -> None:
    with pytest.raises(TemplateError):
        override(tmp_path, "tujuan.j2", "{% kalimat %}{{ tujuan.__class__.__mro__ }}{% endkalimat %}")


# Careless facts

CLAUSES = st.sampled_from(
    [
        "Warga datang tiga kali ke kantor.",
        "warga menunggu lama",
        "tanpa biaya",
        "lebih cepat karena berkas diunggah dari rumah",
        "mendata anak yang belum memiliki akta;",
        "Unggah berkas",
        "kurangnya pendamping",
        "OPD teknis meminta berkas yang sama.",
        "e-KTP dicetak di desa",
        "1) memeriksa berkas",
        "Sebelumnya pemohon tidak mengetahui tenggat.",
        "daripada panti yang hanya menampung",
        "untuk untuk mempercepat layanan",
        "agar warga terlayani",
        "terwujudnya layanan yang tertib",
        "sejalan dengan agenda itu",
        "12 jenis izin belum memiliki SOP.",
        "Warga menunggu 14 hari kerja",
        "Sebanyak 1.932 anak belum tercatat sepanjang 2023.",
        "menjangkau 41 km jalan desa",
        "87,4 % warga terlayani pada Desember 2023",
        "waktu tunggu turun dari 14 hari kerja menjadi 0 orang",
        "Pada tahap awal, layanan berjalan di dua desa.",
    ]
)
THINGS = st.sampled_from(
    ["waktu tunggu", "Anak tanpa akta", "warga yang puas", "jumlah kader", "BUMDes aktif", "tarif"]
)
FIGURES = st.sampled_from(
    [
        "14 hari kerja",
        "0 orang",
        "1.932 anak",
        "87,4 %",
        "Rp1,2 miliar",
        "±300 orang",
        "4-6 jam",
        "<2 menit",
        "41 km",
        "71,2",
        "0",
    ]
)
PERIODS = st.sampled_from(["2023", "Tahun 2023", "Januari-Desember 2024", "per Desember 2023", "semester II 2023"])
SOURCES = st.sampled_from(["Dapodik", "Survei dinas (2024)", "Dinas Kesehatan, 2023."])


def items(**required: st.SearchStrategy[str]) -> st.SearchStrategy[list[dict[str, str]]]:
    """Items with some of the leaves named `x_`, and all others."""
    optional = {leaf[:-1]: values for leaf, values in required.items() if leaf.endswith("_")}
    always = {leaf: values for leaf, values in required.items() if not leaf.endswith("_")}
    return st.lists(st.fixed_dictionaries(always, optional=optional), max_size=4)


CARELESS = st.fixed_dictionaries(
    {
        "ringkasan": CLAUSES,
        "masalah": st.fixed_dictionaries(
            {
                "makro": items(
                    indikator=THINGS,
                    nilai=FIGURES,
                    uraian_=CLAUSES,
                    periode_=PERIODS,
                    sumber_=SOURCES,
                    akibat_=CLAUSES,
                    terdampak_=st.sampled_from(["warga pulau", "2.310 kepala keluarga"]),
                ),
                "mikro": items(uraian=CLAUSES, nilai_=FIGURES, terdampak_=THINGS, periode_=PERIODS, sumber_=SOURCES),
            }
        ),
        "isu": st.fixed_dictionaries({"nasional": items(agenda=st.just("RPJMN"), isi_=CLAUSES, kaitan_=CLAUSES)}),
        "sebelum": items(aspek=THINGS, nilai=FIGURES, uraian_=CLAUSES, periode_=PERIODS, sumber_=SOURCES),
        "sesudah": items(aspek=THINGS, nilai=FIGURES, uraian_=CLAUSES, periode_=PERIODS, sumber_=SOURCES),
        "keunggulan": items(uraian=CLAUSES, pembanding_=CLAUSES),
        "kebaruan": items(uraian=CLAUSES, pembanding_=CLAUSES, waktu_=PERIODS),
        "langkah": items(uraian=CLAUSES, pelaku_=THINGS, durasi_=st.just("2 jam")),
        "tujuan": items(uraian=CLAUSES, indikator_=THINGS, awal_=FIGURES, target_=FIGURES, batas_waktu_=PERIODS),
        "manfaat": items(penerima=THINGS, uraian=CLAUSES, indikator_=THINGS, nilai_=FIGURES, periode_=PERIODS),
        "hasil": items(
            indikator=THINGS, sesudah=FIGURES, uraian_=CLAUSES, sebelum_=FIGURES, periode_=PERIODS, sumber_=SOURCES
        ),
    }
)


@settings(max_examples=60)
@given(CARELESS)
def test_however_facts_are_written_the_prose_is_whole_and_invents_nothing(facts: dict[str, object]) -> None:
    innovation = innovation_from_mapping({"nama_inovasi": "SAPA", **facts})
    naskah = draft(innovation)
    for sentence in naskah.sentences:
        assert sentence.facts, sentence
        assert re.match(r"[A-Z“\"]|e-KTP", sentence.text), sentence
        assert not re.search(r" [,.;:]|[,;:][,.;:]|\(\)|\(\s|\.\.|None|\b(\w+) \1\b", sentence.text), sentence
    report = check(naskah, innovation)
    wrong = [
        (mention.text, mention.verdict)
        for mention in report.mentions
        if mention.verdict in ("unsupported", "wrong_role")
    ]
    assert wrong == []
