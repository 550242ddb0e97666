"""Headings as people type them, and running text that only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inovasi_ai.domain.rubric import load_rubric
from inovasi_ai.sources.headings import find_headings
from inovasi_ai.sources.sections import section_headings

NAMES = section_headings(load_rubric("iga-2026"))


ORDINALS = ("", "1.", "2.1 ", "2.1. ", "A. ", "A.", "II. ", "II ", "(1) ", "b) ", "BAB II ", "Bagian B: ", "3 ")
MARKS = ("{}", "{}:", "**{}**", "## {}", "__{}:__", "{} (minimal 300 kata)", "{} ……… 12")


def found(text: str, emphasis: dict[int, int] | None = None) -> list[tuple[str, str]]:
    return [(heading.id, text[heading.end :].split("\n")[0]) for heading in find_headings(text, NAMES, emphasis)]


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("Rancang Bangun", "rancang_bangun"),
        ("RANCANG BAGUN", "rancang_bangun"),
        ("Rancang Bangun dan Pokok Perubahan yg Dilakukan", "rancang_bangun"),
        ("Tujuan Inovasi Daerah", "tujuan"),
        ("tujuan inovasi", "tujuan"),
        ("Maksud & Tujuan", "tujuan"),
        ("Manfat Inovasi", "manfaat"),
        ("Manfaat Yang Di Peroleh", "manfaat"),
        ("Hasil Inovsi Daerah", "hasil"),
    ],
)  # fmt: skip
def test_a_heading_is_known_however_it_is_typed(heading: str, section: str) -> None:
    for ordinal in ORDINALS:
        for mark in MARKS:
            line = mark.format(ordinal + heading)
            assert found(f"{line}\nIsi bagian itu.") == [(section, "Isi bagian itu.")], line


@pytest.mark.parametrize(
    "line",
    [
        "Tujuan inovasi ini mempercepat layanan",
        "1. Hasil inovasi dipublikasikan di laman dinas",
        "2. Manfaat inovasi dirasakan warga desa",
        "a. Tujuan inovasi adalah menekan tengkes",
        "- Hasil inovasi disampaikan kepada bupati",
        "Tujuan pembangunan daerah",
        "Hasil panen warga",
        "Manfaat itu besar",
        "Rancang bangun sistem informasi itu selesai pada 2023.",
        "Pada bagian tujuan: dinas menulis targetnya.",
        "Hasilnya",
        "Hasil akhir",
        "Tujuannya",
        "Bermanfaat",
        "1.250 hasil",
        "Tujuan umum, tujuan khusus,",
        "Dasar hukum dan tujuan",
        "Penerima manfaat",
        "Kami menulis hasil: akta terbit.",
    ],
)
def test_running_text_is_no_heading(line: str) -> None:
    text = f"Pembuka naskah ini.\n{line}\nPenutup naskah ini."
    assert found(text) == []


FORM_WORDS = "tujuan inovasi hasil manfaat rancang bangun daerah warga layanan adalah ini yang dicapai naik"
WORDS = st.sampled_from(FORM_WORDS.split())


@given(st.lists(WORDS, min_size=6, max_size=14))
@settings(max_examples=200)
def test_a_sentence_of_the_form_s_own_words_is_no_heading(words: list[str]) -> None:
    sentence = " ".join(words).capitalize() + "."
    assert found(sentence) == []
    assert found(f"1. {sentence}") == []


def test_what_the_format_makes_a_heading_may_go_on() -> None:
    line = "Tujuan Inovasi SIAGA AKTA"
    assert found(f"{line}\nIsi.") == []
    assert found(f"{line}\nIsi.", {0: len(line)}) == [("tujuan", "Isi.")]


def test_a_bold_label_opens_a_section_and_its_text_follows_on_the_line() -> None:
    line = "Tujuan: mempercepat layanan."
    assert found(line) == []
    assert found(line, {0: len("Tujuan:")}) == [("tujuan", "mempercepat layanan.")]
    assert found(line, {0: 3}) == []


def test_bold_prose_stays_prose() -> None:
    line = "Hasil inovasi ini dirasakan warga desa di pegunungan"
    assert found(line, {0: len(line)}) == []


def test_single_words_with_a_colon_are_headings_only_in_company() -> None:
    form = "Tujuan : Mempercepat layanan.\nManfaat: Warga hemat ongkos.\nHasil: akta terbit."
    assert found(form) == [
        ("tujuan", "Mempercepat layanan."),
        ("manfaat", "Warga hemat ongkos."),
        ("hasil", "akta terbit."),
    ]
    assert found("Kader mendata warga.\nHasil: akta terbit.\nHasil: kartu terbit.") == []


def test_labels_within_a_section_of_their_own_name_stay_in_it() -> None:
    text = "Tujuan Inovasi\nTujuan: cepat.\nHasil Inovasi\nHasil: akta terbit.\nManfaat: hemat."
    assert [section for section, _ in found(text)] == ["tujuan", "hasil"]
