"""The composer's prose: what it says of facts and how."""

from __future__ import annotations

import itertools
import re

import pytest

from inovasi_ai import InputError, check, draft
from inovasi_ai.sources import innovation_from_mapping
from tests.drafting.composed import composed, said, sentences
from tests.examples import COMPLETE, INCOMPLETE, leaves, loaded, raw, remove

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
