"""Flags of goals, benefits and results: what raises them, what is said of them, and that nothing is said twice."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inovasi_ai import Finding, Report, check, draft, load_rubric
from inovasi_ai.checking.flag_examples import run_flag_examples
from inovasi_ai.checking.flag_lint import lint_flags
from inovasi_ai.checking.flags import flags_of
from inovasi_ai.checking.rubric_examples import ExampleResult
from inovasi_ai.sources import innovation_from_mapping
from tests.checking.rubrics import changed
from tests.examples import COMPLETE, loaded

RESULTS = run_flag_examples(load_rubric("iga-2026"))


def _told(report: Report, flag: str) -> list[Finding]:
    return [finding for finding in report.findings if finding.rule == f"tanda.{flag}"]


# The rubric's own examples


@pytest.mark.parametrize("result", RESULTS, ids=lambda result: f"{result.element}.{result.index}")
def test_example_holds(result: ExampleResult) -> None:
    assert result.found == result.expected, f"{result.file}:{result.line}: {result.why}"
    assert result.ok


def test_every_flag_has_examples_of_both_kinds() -> None:
    counts = Counter(result.element for result in RESULTS)
    assert set(counts) == {f"tanda.{flag}" for flag in load_rubric("iga-2026").flags}
    assert min(counts.values()) >= 8
    assert lint_flags(load_rubric("iga-2026")) == ()


def test_a_wrong_example_is_told_with_what_raised_the_flag(tmp_path: Path) -> None:
    rubric = changed(
        tmp_path,
        "flags/ukuran.yaml",
        examples="\n- {kind: failing, section: hasil, text: Sebanyak 40 sumur dibangun., value: false, why: keliru}\n",
    )
    [bad] = [result for result in run_flag_examples(rubric) if result.element == "tanda.ukuran"]
    assert not bad.ok
    assert (bad.expected, bad.found) == ("tidak ada", "ada")
    assert "angka dengan satuan" in bad.why
    assert bad.file == "iga-2026/flags/ukuran.yaml"


def test_lint_names_what_leads_nowhere(tmp_path: Path) -> None:
    rubric = changed(
        tmp_path,
        "flags/ukuran.yaml",
        ("told_by: tujuan.target", "told_by: tujuan.takaran"),
        ('"tujuan.*.target"', '"tujuan.*.sasaran"'),
        ("without: [tanda_bukan_ukuran]", "without: [tanda_lain]"),
    )
    problems = lint_flags(rubric)
    assert {problem.found for problem in problems} == {"tujuan.takaran", "tujuan.*.sasaran", "tanda_lain"}
    assert all(problem.line for problem in problems)
    rubric = changed(tmp_path, "flags/harapan.yaml", ("language: [janji_hasil", "language: [janji_lama"))
    assert "janji_lama" in {problem.found for problem in lint_flags(rubric)}


# What the report holds


def test_a_raised_flag_shows_the_sentence_that_carries_it() -> None:
    report = check({"hasil": "Layanan berjalan baik. Waktu tunggu turun dari 95 menit menjadi 20 menit."})
    for name in ("ukuran", "perbandingan", "nilai_awal"):
        flag = report.flags["hasil"][name]
        assert flag.value
        assert report.text(flag.spans[0]) == "Waktu tunggu turun dari 95 menit menjadi 20 menit."
        assert flag.by
    assert not report.flags["hasil"]["harapan"].value
    assert report.flags["hasil"]["harapan"].spans == ()


def test_only_sections_with_text_have_flags() -> None:
    report = check({"tujuan": "Menurunkan waktu tunggu.", "manfaat": "", "hasil": "[LENGKAPI: capaian]"})
    assert set(report.flags) == {"tujuan"}
    assert check("Menurunkan waktu tunggu pemohon.").flags == {}


def test_flags_as_plain_values() -> None:
    report = check({"manfaat": "Sebanyak 512 keluarga memperoleh air bersih."})
    values = flags_of(report)["manfaat"]
    assert values["ukuran"] is True
    assert values["penerima"] is True
    assert values["nilai_awal"] is False


def test_a_figure_in_a_note_or_heading_measures_nothing() -> None:
    report = check({"hasil": "Capaian 2024:\nLayanan diterima baik oleh warga.\n[LENGKAPI: naik 12 persen]"})
    assert not report.flags["hasil"]["ukuran"].value


# What is said


def test_a_lack_that_an_element_tells_already_is_not_told_twice() -> None:
    report = check({"tujuan": "Meningkatkan mutu layanan bagi warga."})
    assert not report.flags["tujuan"]["ukuran"].value
    assert any(gap.element == "tujuan" for gap in report.gaps)
    assert _told(report, "ukuran") == []


def test_element_and_flag_agree_that_a_price_is_no_measure_and_one_of_them_asks() -> None:
    report = check({"manfaat": "Petani memperoleh pupuk dengan harga Rp2.500 per karung."})
    assert report.verdicts["manfaat"]["manfaat"].parts["angka"] == "partial"
    assert not report.flags["manfaat"]["ukuran"].value
    (gap,) = (gap for gap in report.gaps if gap.element == "manfaat")
    assert "besar manfaat" in gap.message
    assert _told(report, "ukuran") == []


def test_a_goal_without_any_figure_is_not_said_to_have_one() -> None:
    text = "Isu Strategis\nSecara nasional, pengurangan sampah ditargetkan 30 persen pada tahun 2025.\n\n"
    text += "Tujuan Inovasi\nMengurangi sampah yang dibuang ke sungai dan meningkatkan kesadaran warga.\n"
    report = check(text)
    assert report.verdicts["tujuan"]["tujuan"].parts["target"] == "present"  # it stands in the other section
    (finding,) = _told(report, "ukuran")
    assert finding.message.startswith("Pada tujuan tidak ada angka")


def test_a_fact_that_could_be_used_is_named() -> None:
    innovation = innovation_from_mapping(
        {
            "nama_inovasi": "ANTAR AKTA",
            "hasil": [{"indikator": "waktu tunggu", "sebelum": "95 menit", "sesudah": "20 menit"}],
        }
    )
    report = check({"hasil": "Waktu tunggu kini 20 menit pada tahun 2025."}, innovation)
    (finding,) = _told(report, "nilai_awal")
    assert finding.facts == ("hasil.0.sebelum",)
    assert "95 menit" in finding.fix
    assert "`hasil.0.sebelum`" in finding.fix
    without = _told(check({"hasil": "Waktu tunggu kini 20 menit pada tahun 2025."}), "nilai_awal")
    assert [finding.facts for finding in without] == [()]


def test_a_wish_among_results_is_told_once_with_its_words() -> None:
    report = check({"hasil": "Sebanyak 40 sumur dibangun pada 2025. Layanan ini diharapkan menekan genangan."})
    flag = report.flags["hasil"]["harapan"]
    assert report.text(flag.spans[0]) == "Layanan ini diharapkan menekan genangan."
    told = [f for f in report.findings if f.span is not None and "diharapkan" in report.text(f.span)]
    assert [finding.rule for finding in told] == ["bahasa.janji_hasil"]


COPY = "Nelayan mengetahui harga ikan sebelum kapal sandar di dermaga."


def test_identical_text_names_both_places() -> None:
    report = check({"tujuan": f"Menata pasar. {COPY}", "manfaat": COPY, "hasil": "Sebanyak 12 kios dibangun."})
    (finding,) = _told(report, "teks_sama")
    assert finding.span is not None
    assert report.text(finding.span) == COPY
    assert [(span.section, report.text(span)) for span in finding.related] == [("tujuan", COPY)]
    assert "Tujuan Inovasi Daerah" in finding.message
    assert flags_of(report)["tujuan"]["teks_sama"]
    assert flags_of(report)["manfaat"]["teks_sama"]
    assert not flags_of(report)["hasil"]["teks_sama"]


def test_text_in_three_sections_is_told_for_each_pair() -> None:
    report = check(dict.fromkeys(("tujuan", "manfaat", "hasil"), COPY))
    assert sorted((f.section, f.related[0].section) for f in _told(report, "teks_sama")) == [
        ("hasil", "manfaat"),
        ("hasil", "tujuan"),
        ("manfaat", "tujuan"),
    ]


@settings(max_examples=30)
@given(
    st.sampled_from(["Nelayan", "Petani di hulu", "Pedagang pasar", "Warga dusun"]),
    st.sampled_from(["mengetahui harga", "menerima kabar cuaca", "memperoleh giliran air"]),
    st.sampled_from(
        ["sebelum hari mulai siang", "tanpa menunggu di balai desa", "dari papan yang dipasang di dermaga"]
    ),
    st.sampled_from(["", "- ", "1. ", "• "]),
    st.sampled_from(["", ".", ";"]),
    st.booleans(),
)
def test_marks_and_capitals_do_not_hide_a_copy(who: str, what: str, when: str, mark: str, end: str, loud: bool) -> None:
    sentence = f"{who} kini {what} {when}"
    copy = mark + (sentence.upper() if loud else sentence) + end
    report = check({"manfaat": f"{sentence}.", "hasil": f"Telah dibangun 3 embung.\n{copy}\nSelesai pada 2025."})
    assert flags_of(report)["manfaat"]["teks_sama"]
    assert flags_of(report)["hasil"]["teks_sama"]


@pytest.mark.parametrize("name", COMPLETE)
def test_a_draft_from_complete_facts_raises_what_it_should(name: str) -> None:
    innovation = loaded(name)
    report = check(draft(innovation), innovation)
    flags = flags_of(report)
    assert all(flags[section]["ukuran"] for section in ("tujuan", "manfaat", "hasil"))
    assert flags["manfaat"]["penerima"]
    assert flags["hasil"]["nilai_awal"]
    assert not any(flags[section]["teks_sama"] for section in flags)
    assert not flags["hasil"]["harapan"]
    assert [finding.message for finding in report.findings if finding.rule.startswith("tanda.")] == []


def test_a_wish_no_rule_of_the_language_knows_is_told_by_the_flag() -> None:
    report = check({"hasil": "Sebanyak 40 sumur dibangun pada 2025. Layanan ini rencananya diperluas."})
    (finding,) = _told(report, "harapan")
    assert finding.span is not None
    assert report.text(finding.span) == "Layanan ini rencananya diperluas."
    assert finding.severity == "warning"
