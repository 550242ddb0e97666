"""`check` as a whole: pure, deterministic, at ease with any text, and its figures right."""

from __future__ import annotations

import copy
import gc
import importlib
import inspect
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import inovasi_ai
from inovasi_ai import OptionError, Report, Verdict, check, draft, load_rubric
from inovasi_ai.checking.engine import completeness
from inovasi_ai.domain.report import Status
from inovasi_ai.errors import TextError
from inovasi_ai.sources import load_narrative
from tests.checking.rubrics import changed
from tests.examples import COMPLETE, INCOMPLETE, loaded
from tests.timing import least_seconds

SECTIONS = ("rancang_bangun", "tujuan", "manfaat", "hasil")


def holds_together(report: Report) -> None:
    """Every span slices what it says, every count is possible."""
    assert Decimal(0) <= report.kelengkapan <= 100
    keys = [section.id for section in report.sections]
    assert len(keys) == len(set(keys))
    assert all(section.words >= 0 for section in report.sections)
    spans = [finding.span for finding in report.findings if finding.span is not None]
    for group in report.verdicts.values():
        for verdict in group.values():
            spans += verdict.spans
            spans += [span for part in verdict.part_verdicts for span in part.spans]
    spans += [span for flags in report.flags.values() for flag in flags.values() for span in flag.spans]
    spans += [span for finding in report.findings for span in finding.related]
    for span in spans:
        text = next(section.text for section in report.sections if section.id == span.section)
        assert 0 <= span.start <= span.end <= len(text)
        assert report.text(span) == text[span.start : span.end]
    for finding in report.findings:
        if finding.span is not None and finding.excerpt:
            assert report.text(finding.span) == finding.excerpt
    for mention in report.mentions:
        text = next(section.text for section in report.sections if section.id == mention.section)
        assert text[mention.start : mention.end] == mention.text


# Purity


@pytest.mark.parametrize("name", [*COMPLETE, INCOMPLETE])
def test_the_same_input_gives_the_same_report_and_stays_as_it_was(name: str) -> None:
    innovation = loaded(name)
    made = draft(innovation)
    texts = dict(made.texts)
    before = (innovation.model_copy(deep=True), made.content_hash(), copy.deepcopy(texts))
    first = check(made, innovation)
    other = check("Tujuan\nMenurunkan waktu tunggu.", loaded(INCOMPLETE))  # nothing of it may stay behind
    assert check(made, innovation) == first
    assert check(texts, innovation) == check(texts, innovation)
    assert other == check("Tujuan\nMenurunkan waktu tunggu.", loaded(INCOMPLETE))
    assert (innovation, made.content_hash(), texts) == before
    holds_together(first)


def test_draft_sections_and_text_are_checked_alike() -> None:
    innovation = loaded("mas_jos")
    made = draft(innovation)
    headings = {section.id: section.title for section in made.sections}
    whole = "\n\n".join(f"{headings[id_]}\n\n{text}" for id_, text in made.texts.items())
    by_draft, by_sections, by_text = (check(given, innovation) for given in (made, made.texts, whole))
    for report in (by_sections, by_text):
        assert report.kelengkapan == by_draft.kelengkapan
        assert report.word_counts == by_draft.word_counts
        assert [mention.text for mention in report.mentions] == [mention.text for mention in by_draft.mentions]
    assert (by_draft.title, by_text.title, check("x").title) == ("Mas JOS", "Mas JOS", "Naskah")


def test_the_public_names_are_functions_even_when_their_modules_were_imported_first() -> None:
    importlib.import_module("inovasi_ai.drafting.narratives")
    for name in ("check", "draft", "write", "export", "ground"):
        vars(inovasi_ai).pop(name, None)
        assert inspect.isfunction(getattr(inovasi_ai, name))


def test_a_section_the_rubric_does_not_have_is_told_with_those_it_has() -> None:
    with pytest.raises(OptionError) as caught:
        check({"tujuann": "x"})
    (problem,) = caught.value.problems
    assert "tujuann" in problem.message
    assert problem.expected is not None
    assert all(section in problem.expected for section in SECTIONS)


# Any text


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t\n",
        "Rancang Bangun\nTujuan\nManfaat\nHasil",
        "Permasalahan\n\nIsu Strategis\n\n",
        "[LENGKAPI: dasar hukum]",
        "Tujuan\n[LENGKAPI: apa tujuannya]\nHasil\n[LENGKAPI: apa hasilnya]\n",
    ],
)
def test_a_text_without_content_has_no_words_and_lacks_everything(text: str) -> None:
    for innovation in (None, loaded("mas_jos")):
        report = check(text, innovation)
        holds_together(report)
        assert report.kelengkapan == 0
        assert sum(report.word_counts.values()) == 0
        assert {verdict.status for group in report.verdicts.values() for verdict in group.values()} == {"absent"}
        assert not [finding for finding in report.findings if finding.rule == "syarat.panjang"]


PIECES = (
    *("Tujuan\n", "RANCANG BANGUN:", "Permasalahan.", "Hasil\n", "\n\n", "1) ", "- ", "[LENGKAPI: ", "]"),
    *("Rp1.250.000,00 ", "±12,5 % ", "Perda Nomor 5 Tahun 2020 ", "31 Februari 2024 ", "karena itu ", "akta "),
    *("İẞﬁ ", "\u202e", "\x00", "\r", "\u2028"),
)


@settings(max_examples=60)
@given(
    st.one_of(
        st.text(max_size=300),
        st.text(alphabet=st.characters(), max_size=120),  # lone surrogates too
        st.lists(st.sampled_from(PIECES), max_size=40).map("".join),
    ),
    st.booleans(),
)
def test_no_text_is_too_strange(text: str, with_facts: bool) -> None:
    innovation = loaded(INCOMPLETE) if with_facts else None
    holds_together(check(text, innovation))
    holds_together(check({"hasil": text, "rancang_bangun": text}, innovation))


@settings(max_examples=15)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200))
def test_no_file_is_too_strange(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    file = tmp_path_factory.mktemp("naskah") / "a.txt"
    file.write_text(f"Tujuan\nx{text}".replace("\0", ""), encoding="utf-8", newline="")
    try:
        narrative = load_narrative(file)
    except TextError:
        return  # control characters; that this is said well is tested with the readers
    report = check(narrative)
    holds_together(report)
    for finding in report.findings:
        assert (finding.place is not None) == (finding.span is not None)


# Sections


def test_two_sections_of_one_heading_are_kept_apart_and_count_together() -> None:
    text = "Hasil\nLayanan menjangkau 120 desa pada 2025.\n\nTujuan\nMenurunkan waktu.\n\nHasil\nAda analisa lain."
    report = check(text, loaded("mas_jos"))
    holds_together(report)
    assert [section.id for section in report.sections] == ["hasil", "tujuan", "hasil~2"]
    assert [section.title for section in report.sections if section.id.startswith("hasil")] == ["Hasil Inovasi"] * 2
    assert report.verdicts["hasil"]["hasil"].status != "absent"
    (language,) = [finding for finding in report.findings if finding.excerpt == "analisa"]
    assert language.section == "hasil~2"


def test_findings_come_worst_first_and_then_in_reading_order() -> None:
    report = check(
        "Ada 98.765 warga dan analisa.\n\nTujuan\nAda 87.654 warga.\n\nHasil\nAda 76.543 warga.", loaded("mas_jos")
    )
    severities = [("blocking", "warning", "info").index(finding.severity) for finding in report.findings]
    assert severities == sorted(severities)
    claims = [finding.excerpt for finding in report.findings if finding.rule == "dasar.number"]
    assert claims == ["98.765 warga", "87.654 warga", "76.543 warga"]


# Length


def test_both_bounds_of_words(tmp_path: Path) -> None:
    rubric = changed(tmp_path, "rubric.yaml", ("min_words: 300", "min_words: 3\n    max_words: 5"))
    found = {
        words: [finding.message for finding in check({"rancang_bangun": "kata " * words}, None, rubric).findings
                if finding.rule == "syarat.panjang"]
        for words in (0, 2, 3, 5, 6)
    }  # fmt: skip
    assert (found[0], found[3], found[5]) == ([], [], [])
    assert "2 kata; sedikitnya 3 kata" in found[2][0]
    assert "6 kata; paling banyak 5 kata" in found[6][0]
    fixes = {finding.fix for finding in check({"rancang_bangun": "kata " * 8}, None, rubric).findings}
    assert "Ringkas; lebih 3 kata." in fixes


def test_headings_and_notes_are_no_words() -> None:
    text = "Dasar hukum\n\nSatu dua tiga.\n\nPermasalahan\n\n[LENGKAPI: apa masalahnya]\n\nEmpat lima."
    assert check({"rancang_bangun": text}).word_counts == {"rancang_bangun": 5}


# Completeness


def _verdicts(*statuses: Status) -> dict[str, dict[str, Verdict]]:
    rubric = load_rubric()
    ids = [(section.id, element) for section in rubric.sections for element in section.elements]
    verdicts: dict[str, dict[str, Verdict]] = {}
    for (section, element), status in zip(ids, statuses, strict=False):
        verdicts.setdefault(section, {})[element] = Verdict(
            section=section, element=element, title=element, status=status
        )
    return verdicts


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        ((), "0"),
        (("present",), "100.0"),
        (("partial",), "50.0"),
        (("present", "partial", "absent"), "50.0"),
        (("present", "absent", "absent"), "33.3"),
        (("present", "present", "absent"), "66.7"),
        (("partial",) + ("absent",) * 7, "6.3"),  # 6.25: half up
    ],
)
def test_completeness_by_hand(statuses: tuple[Status, ...], expected: str) -> None:
    assert completeness(_verdicts(*statuses), load_rubric()) == Decimal(expected)


def test_completeness_heeds_weights_and_values(tmp_path: Path) -> None:
    rubric = changed(tmp_path, "rubric.yaml", ("  partial: 0.5", "  partial: 0.25"))
    element = rubric.elements["dasar_hukum"].model_copy(update={"weight": Decimal(3)})
    rubric = rubric.model_copy(update={"elements": {**rubric.elements, "dasar_hukum": element}})
    # (3 × 0,25 + 1 × 1) ÷ (3 + 1) = 43,75
    assert completeness(_verdicts("partial", "present"), rubric) == Decimal("43.8")


# Size


def _prose() -> str:
    return "\n\n".join(draft(loaded("mas_jos")).texts.values())


def _repeated(text: str, size: int) -> str:
    return (text * (size // len(text) + 1))[:size]


@pytest.mark.parametrize(
    "unit",
    [
        pytest.param(_prose() + "\n\n", id="prose"),
        pytest.param(" ".join(_prose().split()) + " ", id="one line"),
        pytest.param("Permasalahan\n", id="headings"),
        pytest.param("12,5 persen dan 1234 ", id="numbers"),
        pytest.param("Perda Nomor 5 Tahun 2020; ", id="regulations"),
        pytest.param("[LENGKAPI: ", id="open notes"),
    ],
)
def test_time_grows_with_the_text_and_not_faster(unit: str) -> None:
    innovation = loaded(INCOMPLETE)
    check("Tujuan\nx", innovation)  # what is loaded once is loaded
    small, large = (_repeated(unit, size) for size in (12_000, 96_000))
    short = least_seconds(lambda: check(small, innovation))
    long = least_seconds(lambda: check(large, innovation), runs=2)
    assert long < 8 * short * 2.5 + 0.1  # eight times the text; a quadratic part would take sixty-four times as long


def test_a_check_leaves_nothing_behind_for_the_collector() -> None:
    innovation = loaded(INCOMPLETE)
    texts = draft(innovation).texts
    check(texts, innovation)  # what is loaded once is loaded
    check(texts)
    gc.collect()
    gc.disable()
    try:
        check(texts, innovation)
        check(texts)
        assert gc.collect() == 0
    finally:
        gc.enable()
