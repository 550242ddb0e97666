from __future__ import annotations

from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inovasi_ai.domain.report import Cause, Gap, MentionKind, MentionVerdict, SectionText, Severity, Span, Status
from inovasi_ai.exporting import wording
from tests.exporting import sample

GAPS = {gap.rule: gap for gap in sample.report().gaps}


def gap(cause: Cause = "fact_missing", status: Status = "absent", **fields: object) -> Gap:
    base = {"rule": "r", "severity": "warning", "message": "Belum ada angka", "cause": cause, "status": status}
    return Gap.model_validate({**base, "title": "Hasil", **fields})


def test_a_fact_that_is_not_written_is_named() -> None:
    assert wording.gap_text(GAPS["unsur.isu_strategis"]) == (
        "**Isu strategis — sebagian (menghalangi pengajuan).** Isu global (TPB 6.1) sudah tertulis. Isu nasional belum "
        "tertulis, padahal faktanya tersedia: RPJMN 2025–2029, akses sanitasi aman. Fakta yang tersedia: isu nasional "
        "(`isu.nasional.0`). → Tambahkan satu kalimat tentang agenda nasional itu; naskah dapat direvisi otomatis."
    )


def test_a_missing_fact_says_who_is_asked_what_and_what_it_is_worth() -> None:
    assert wording.gap_text(GAPS["indikator.29"]) == (
        "**Penyelesaian pengaduan (indikator 29) — fakta belum ada.** Jumlah pengaduan yang masuk dan yang selesai "
        "belum ada dalam fakta. Tanyakan kepada inovator: *Berapa pengaduan yang masuk dan yang selesai pada "
        "2024–2025, dan di mana rekapitulasinya?* Nilai yang dapat diraih: hingga 3,5 poin."
    )


def test_a_claim_without_fact_quotes_the_words_and_the_nearest_fact() -> None:
    assert wording.gap_text(GAPS["dasar.angka"], sections={"manfaat": "Manfaat yang Diperoleh"}) == (
        "**Angka tanpa dasar — menghalangi pengajuan.** “melayani lebih dari 5.000 keluarga” (Manfaat yang Diperoleh): "
        "tidak ada fakta yang menyebut 5.000 atau jumlah keluarga. Fakta terdekat: masalah mikro, nilai "
        "(`masalah.mikro.0.nilai`). → Hapus, atau lengkapi fakta beserta sumbernya."
    )


def test_missing_evidence_names_the_document_and_the_points_at_stake() -> None:
    text = wording.gap_text(GAPS["bukti.16"])
    assert text.startswith("**Regulasi Inovasi Daerah (indikator 16) — bukti belum cukup (menghalangi pengajuan).**")
    assert "Dokumen yang diperlukan: SK Kepala Daerah tahun 2025." in text
    assert text.endswith("Nilai yang dipertaruhkan: 3 poin dari 111.")


def test_what_the_message_says_already_is_not_said_twice() -> None:
    said = gap("not_written", message="Faktanya ada (`hasil.0`).", facts=("hasil.0",))
    assert wording.gap_text(said).count("hasil.0") == 1
    said = gap("evidence_missing", document="surat tugas", fix="Unggah surat tugas.")
    assert wording.gap_text(said).count("urat tugas") == 1


@pytest.mark.parametrize("cause", get_args(Cause))
@pytest.mark.parametrize("status", get_args(Status))
def test_no_gap_is_only_incomplete(cause: Cause, status: Status) -> None:
    text = wording.gap_text(gap(cause, status, question="Berapa?", fix="Tulis angkanya"))
    assert text.startswith("**Hasil")
    assert "Belum ada angka." in text
    assert "*Berapa?*" in text
    assert "→ Tulis angkanya." in text
    assert "kurang lengkap" not in text


def test_every_value_has_its_word() -> None:
    for label, values in (
        (wording.status_label, get_args(Status)),
        (wording.severity_label, get_args(Severity)),
        (wording.cause_label, get_args(Cause)),
        (wording.cause_advice, get_args(Cause)),
        (wording.mention_label, get_args(MentionVerdict)),
        (wording.kind_label, get_args(MentionKind)),
    ):
        words = [label(value) for value in values]
        assert len(set(words)) == len(values)
        assert all(words)
    assert set(wording.CAUSES) == set(get_args(Cause))
    assert [wording.status_label(status) for status in get_args(Status)] == ["ada", "sebagian", "belum ada"]


def test_a_certain_replacement_is_told() -> None:
    spelling = next(finding for finding in sample.report().findings if finding.replacement)
    assert wording.finding_text(spelling) == (
        "“di analisa”: bentuk yang baku ialah “dianalisis”. → Tulis “dianalisis”."
    )
    assert wording.finding_note(spelling.model_copy(update={"replacement": ""})).endswith("→ Hapus.")


def test_field_names_stand_apart_from_the_words_around_them() -> None:
    assert wording.spoken("Isi `hasil` dan `tujuan.0`.") == [
        ("Isi ", False),
        ("hasil", True),
        (" dan ", False),
        ("tujuan.0", True),
        (".", False),
    ]
    assert wording.spoken("satu ` saja") == [("satu ` saja", False)]


def test_a_name_keeps_its_capital_after_the_colon() -> None:
    text = wording.gap_text(gap("unsupported_claim", excerpt="12 desa", message="RPJMD tidak menyebutnya"))
    assert text == "**Hasil.** “12 desa”: RPJMD tidak menyebutnya."


@pytest.mark.parametrize(
    ("words", "low", "high", "said"),
    [
        (312, 300, None, "312 kata; minimum 300 terpenuhi"),
        (1167, 1300, None, "1.167 kata; minimum 1.300, perlu 133 kata lagi"),
        (160, None, 150, "160 kata; maksimum 150, lebih 10 kata"),
        (100, 50, 150, "100 kata; minimum 50 terpenuhi; maksimum 150 tidak terlampaui"),
        (12, None, None, "12 kata"),
    ],
)
def test_word_counts_say_what_is_lacking(words: int, low: int | None, high: int | None, said: str) -> None:
    section = SectionText(id="s", title="S", text="", words=words, min_words=low, max_words=high)
    assert wording.word_count_text(section) == said


def test_the_state_counts_elements_and_gaps() -> None:
    assert wording.state_text(sample.report()) == (
        "Kelengkapan 72,5 dari 100. Dari 8 unsur yang diperiksa: 6 ada, 1 sebagian, 1 belum ada. Ada 6 kesenjangan "
        "yang perlu ditutup, 4 di antaranya menghalangi pengajuan."
    )
    assert wording.state_text(sample.halted()).endswith(
        "Ada 6 kesenjangan yang perlu ditutup. Ada 7 hal yang menghalangi pengajuan: syarat umur inovasi, panjang "
        "naskah, kalimat yang belum terverifikasi, dan 4 dari 6 kesenjangan itu."
    )
    clean = sample.report().model_copy(update={"findings": (), "verdicts": {}, "kelengkapan": Decimal(100)})
    assert wording.state_text(clean) == "Kelengkapan 100 dari 100. Tidak ada kesenjangan yang ditemukan."


def test_an_innovation_without_gaps_may_still_be_too_old() -> None:
    old = sample.halted().findings[-3]
    report = sample.report().model_copy(update={"findings": (old,), "verdicts": {}, "kelengkapan": Decimal(100)})
    assert wording.state_text(report) == (
        "Kelengkapan 100 dari 100. Tidak ada kesenjangan yang ditemukan. Ada 1 hal yang menghalangi pengajuan: "
        "syarat umur inovasi."
    )


def test_every_finding_is_told_in_one_place() -> None:
    report = sample.halted()
    told = [*wording.blocking_findings(report), *report.gaps, *wording.other_findings(report)]
    assert sorted(map(id, told)) == sorted(map(id, report.findings))
    twice = report.model_copy(update={"findings": (*report.findings, report.findings[-1])})
    assert wording.blocking_names(twice)[-1] == "kalimat yang belum terverifikasi (2)"
    new = report.findings[-1].model_copy(update={"rule": "syarat.baru"})
    assert wording.blocking_names(report.model_copy(update={"findings": (new,)})) == ["syarat lain"]


def test_a_place_in_a_file_comes_with_its_section_and_the_section_is_said_once() -> None:
    titles = {"manfaat": "Manfaat yang Diperoleh", "": "Profil"}
    claim = gap("unsupported_claim", title="Angka tanpa dasar (Manfaat yang Diperoleh)", section="manfaat")
    claim = claim.model_copy(update={"excerpt": "12 desa", "place": "paragraf 42"})
    assert wording.gap_text(claim, sections=titles) == (
        "**Angka tanpa dasar.** “12 desa” (paragraf 42, bagian Manfaat yang Diperoleh): belum ada angka."
    )
    half = gap("not_written", section="manfaat", place="paragraf 42")
    assert "Lihat paragraf 42, bagian Manfaat yang Diperoleh." in wording.gap_text(half, sections=titles)
    row = claim.model_copy(
        update={"section": None, "span": Span(section="", start=0, end=7), "title": "Angka tanpa dasar (Profil)"}
    )
    assert "“12 desa” (paragraf 42, bagian Profil)" in wording.gap_text(row, sections=titles)
    about_facts = sample.halted().findings[-3]
    assert wording.place_text(about_facts, titles) == ""
    assert wording.finding_text(about_facts, sections=titles).endswith("(`waktu_penerapan`).")


@given(st.decimals(min_value=0, max_value=10**7, places=2))
def test_decimals_read_back_as_the_same_number(value: Decimal) -> None:
    written = wording.decimal_text(value)
    assert Decimal(written.replace(".", "").replace(",", ".")) == value
    assert not written.endswith(("0", ",")) or "," not in written
