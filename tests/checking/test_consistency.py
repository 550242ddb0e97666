"""What contradicts the conditions, the facts or the draft itself is told, and the rest is left alone."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inovasi_ai import Finding, Gap, Innovation, Report, check, draft, load_rubric
from inovasi_ai.sources import innovation_from_mapping
from tests.examples import COMPLETE, loaded, raw


def _innovation(**facts: object) -> Innovation:
    return innovation_from_mapping({"nama_inovasi": "ANTAR AKTA", **facts})


def _found(report: Report, rule: str) -> list[Finding]:
    return [finding for finding in report.findings if finding.rule == rule]


# The window of dates: 1 January 2024 to 31 December 2025


def _age(**dates: str) -> list[Finding]:
    return _found(check("ANTAR AKTA mulai berjalan.", _innovation(**dates)), "syarat.jendela_umur")


@pytest.mark.parametrize(
    "dates",
    [
        {"waktu_penerapan": "1 Januari 2024"},
        {"waktu_penerapan": "31 Desember 2025"},
        {"waktu_penerapan": "Januari 2024"},
        {"waktu_penerapan": "2024"},
        {"waktu_penerapan": "2025"},
        {"waktu_penerapan": "31 Desember 2023", "waktu_pengembangan": "1 Januari 2024"},
        {"waktu_penerapan": "2019", "waktu_pengembangan": "2025"},
        {"waktu_penerapan": "Mei 2019", "waktu_pengembangan": "Desember 2025"},
    ],
)
def test_within_the_window(dates: dict[str, str]) -> None:
    assert _age(**dates) == []


@pytest.mark.parametrize(
    ("dates", "says"),
    [
        ({"waktu_penerapan": "31 Desember 2023"}, "hanya dapat dilaporkan bila ada pengembangan"),
        ({"waktu_penerapan": "2023"}, "hanya dapat dilaporkan bila ada pengembangan"),
        ({"waktu_penerapan": "2019", "waktu_pengembangan": "2023"}, "hanya dapat dilaporkan bila ada pengembangan"),
        (
            {"waktu_penerapan": "2019", "waktu_pengembangan": "Januari 2026"},
            "hanya dapat dilaporkan bila ada pengembangan",
        ),
        ({"waktu_penerapan": "1 Januari 2026"}, "belum dapat dilaporkan pada edisi ini"),
        ({"waktu_penerapan": "2026"}, "belum dapat dilaporkan pada edisi ini"),
    ],
)
def test_outside_the_window(dates: dict[str, str], says: str) -> None:
    (finding,) = _age(**dates)
    assert finding.severity == "blocking"
    assert says in finding.message
    for date in dates.values():
        assert date in finding.message
    assert finding.facts == tuple(dates)
    assert finding.fix
    assert finding.source


def test_no_date_is_a_question() -> None:
    (gap,) = _age()
    assert isinstance(gap, Gap)
    assert (gap.cause, gap.severity) == ("fact_missing", "blocking")
    assert "Kapan" in gap.question
    assert gap.ask_whom


@given(st.dates(datetime.date(2020, 1, 1), datetime.date(2028, 12, 31)))
def test_every_day_is_within_or_told_of(day: datetime.date) -> None:
    inside = datetime.date(2024, 1, 1) <= day <= datetime.date(2025, 12, 31)
    assert (_age(waktu_penerapan=day.isoformat()) == []) == inside


def test_without_facts_nothing_is_said_about_dates() -> None:
    assert _found(check("ANTAR AKTA mulai berjalan pada 2019."), "syarat.jendela_umur") == []


# The year of the decree


def _decrees(*regulations: str, applied: str | None = "Januari 2025", establishes: str = "ya") -> list[Gap]:
    facts: dict[str, object] = {
        "dasar_hukum": [{"peraturan": regulation, "menetapkan": establishes} for regulation in regulations]
    }
    if applied:
        facts["waktu_penerapan"] = applied
    found = _found(check("ANTAR AKTA", _innovation(**facts)), "konsistensi.tahun_produk_hukum")
    return [finding for finding in found if isinstance(finding, Gap)]


@pytest.mark.parametrize(
    "regulation",
    [
        "Keputusan Bupati Contoh Nomor 188/12/2024",
        "SK Bupati Contoh No. 12 Tahun 2024",
        "Keputusan Wali Kota Contoh Nomor 12 Tahun 2026",
        "Keputusan Kepala Dinas Nomor 188/5/2024",
    ],
)
def test_a_decree_of_another_year_than_the_start_proves_too_little(regulation: str) -> None:
    (gap,) = _decrees(regulation)
    assert (gap.cause, gap.status, gap.indicator, gap.severity) == ("evidence_missing", "partial", 16, "warning")
    assert "Regulasi Inovasi Daerah (indikator 16)" in gap.title
    assert "waktu penerapan Januari 2025" in gap.message
    assert "tahun SK harus sama dengan tahun penerapan" in gap.message
    assert "2025" in gap.fix
    assert gap.facts == ("dasar_hukum.0", "waktu_penerapan")
    assert (gap.points, gap.points_of) == (Decimal(9), Decimal(111))
    assert "produk hukum" in gap.document


def test_a_regulation_of_the_year_of_the_award_comes_too_late() -> None:
    for regulation in ("Peraturan Bupati Contoh Nomor 5 Tahun 2026", "Perda Kabupaten Contoh Nomor 1 Tahun 2026"):
        (gap,) = _decrees(regulation)
        assert "sebelum 2026" in gap.message
        assert "sebelum 2026" in gap.fix
        assert "waktu penerapan" not in gap.fix  # another start would not help
        assert gap.facts == ("dasar_hukum.0",)


@pytest.mark.parametrize(
    "regulations",
    [
        ["Keputusan Bupati Contoh Nomor 188/12/2025"],
        ["Peraturan Bupati Contoh Nomor 5 Tahun 2021"],
        ["Keputusan Bupati Contoh Nomor 188/12/2024", "Keputusan Bupati Contoh Nomor 188/7/2025"],
        ["Peraturan Bupati Contoh Nomor 5 Tahun 2026", "Keputusan Bupati Contoh Nomor 188/7/2025"],
        ["Undang-Undang Nomor 24 Tahun 2013"],
    ],
)
def test_one_decree_of_the_right_year_is_enough(regulations: list[str]) -> None:
    assert _decrees(*regulations) == []


def test_what_does_not_establish_the_innovation_may_be_of_any_year() -> None:
    assert _decrees("Keputusan Bupati Contoh Nomor 188/12/2024", establishes="tidak") == []


def test_without_a_start_no_year_is_wrong() -> None:
    assert _decrees("Keputusan Bupati Contoh Nomor 188/12/2024", applied=None) == []


# The name


@pytest.mark.parametrize(
    "text", ["ANTAR AKTA berjalan.", "Inovasi Antar Akta berjalan.", "Inovasi Antar\nAkta berjalan."]
)
def test_the_name_is_found_however_it_is_written(text: str) -> None:
    assert _found(check(text, _innovation()), "konsistensi.nama_inovasi") == []


def test_a_text_without_the_name_is_told_of_once() -> None:
    (finding,) = _found(check("Tujuan\nLayanan berjalan.\n\nHasil\nBaik.", _innovation()), "konsistensi.nama_inovasi")
    assert "ANTAR AKTA" in finding.message
    assert finding.facts == ("nama_inovasi",)
    assert _found(check("", _innovation()), "konsistensi.nama_inovasi") == []


# Figures in several sections


def _disagree(**texts: str) -> list[Finding]:
    return _found(check(texts), "konsistensi.angka")


def test_one_thing_two_figures_in_two_sections() -> None:
    (finding,) = _disagree(
        manfaat="Layanan ini kini menjangkau 120 desa.", hasil="Layanan ini kini menjangkau 118 desa."
    )
    assert finding.section == "hasil"
    assert finding.excerpt == "118 desa"
    assert "118 desa" in finding.message
    assert "120 desa" in finding.message
    assert "Manfaat yang Diperoleh" in finding.message  # the title, not the id
    assert finding.fix


@pytest.mark.parametrize(
    "texts",
    [
        {"manfaat": "Layanan ini kini menjangkau 120 desa.", "hasil": "Layanan ini kini menjangkau 120 desa."},
        {"manfaat": "Layanan ini kini menjangkau 1.200 warga.", "hasil": "Layanan ini kini menjangkau 1200 warga."},
        {"manfaat": "Layanan ini kini menjangkau 120 desa.", "hasil": "Layanan ini kini menjangkau 118 kader."},
        {
            "manfaat": "Pada 2024 layanan ini kini menjangkau 120 desa.",
            "hasil": "Layanan ini kini menjangkau 150 desa.",
        },
        {"hasil": "Layanan ini kini menjangkau 120 desa. Layanan ini kini menjangkau 118 desa."},
        {"manfaat": "Ada 120 desa.", "hasil": "Ada 118 desa."},
        {"manfaat": "Waktu layanan berkisar antara 5–8 hari.", "hasil": "Waktu layanan berkisar antara 5–8 hari."},
    ],
    ids=[
        "same",
        "same in another form",
        "another unit",
        "a year between them",
        "one section",
        "too little said",
        "a range",
    ],
)
def test_figures_that_do_not_contradict_each_other(texts: dict[str, str]) -> None:
    assert _disagree(**texts) == []


def test_ranges_are_compared_whole() -> None:
    (finding,) = _disagree(
        manfaat="Waktu layanan berkisar antara 5–8 hari.", hasil="Waktu layanan berkisar antara 5–9 hari."
    )
    assert "5–8 hari" in finding.message


@pytest.mark.parametrize("name", COMPLETE)
def test_truthful_drafts_do_not_contradict_themselves(name: str) -> None:
    innovation = loaded(name)
    report = check(draft(innovation), innovation)
    assert [finding for finding in report.findings if finding.rule.startswith(("konsistensi.", "syarat."))] == []


def test_an_edited_copy_of_a_figure_is_found_in_a_real_draft() -> None:
    innovation = loaded("mas_jos")
    texts = dict(draft(innovation).texts)
    sentence = "Kini setiap hari tidak terangkut 17 ton sampah organik."
    texts["manfaat"] += f" {sentence}"
    texts["hasil"] += f" {sentence.replace('17', '15')}"
    assert [finding.excerpt for finding in _found(check(texts, innovation), "konsistensi.angka")] == ["15 ton"]


# The facts themselves


def test_what_the_facts_contradict_is_passed_on_with_its_place() -> None:
    facts = raw("mas_jos")
    facts["waktu_uji_coba"] = "3 Februari 2026"  # after the start
    report = check("Mas JOS", innovation_from_mapping(facts))
    (finding,) = _found(report, "fakta.kewajaran")
    assert finding.severity == "warning"
    assert finding.facts
    assert finding.message.endswith(".")


def test_the_rubric_says_what_the_window_is() -> None:
    window = load_rubric().age_window
    assert window is not None
    assert (window.start, window.end) == (datetime.date(2024, 1, 1), datetime.date(2025, 12, 31))
