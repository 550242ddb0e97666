"""A narrative written by the program and read back from its file is judged as the draft was."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from docx import Document as WordDocument

from inovasi_ai import Draft, Innovation, Report, check, draft, export
from inovasi_ai.cli import main
from inovasi_ai.sources import load_narrative
from inovasi_ai.sources.docx_text import docx_text
from tests.examples import COMPLETE, FOLDER, INCOMPLETE, loaded

EXAMPLES = (*COMPLETE, INCOMPLETE)


def _statuses(report: Report) -> dict[str, str]:
    return {element: verdict.status for group in report.verdicts.values() for element, verdict in group.items()}


def _drafted(name: str) -> tuple[Innovation, Draft, Report]:
    innovation = loaded(name)
    made = draft(innovation)
    return innovation, made, check(made, innovation)


def _unsupported(report: Report) -> list[str]:
    return [mention.text for mention in report.mentions if mention.verdict in ("unsupported", "wrong_role")]


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("suffix", [".docx", ".md"])
@pytest.mark.parametrize("with_report", [False, True], ids=["alone", "with its report"])
def test_same_verdicts_and_nothing_unsupported(name: str, suffix: str, with_report: bool, tmp_path: Path) -> None:
    innovation, made, report = _drafted(name)
    file = export(made, tmp_path / f"naskah{suffix}", innovation=innovation, report=report if with_report else None)
    again = check(load_narrative(file), innovation)
    assert _unsupported(again) == []
    assert not [gap for gap in again.gaps if gap.cause == "not_written"]
    assert {id_: again.word_counts[id_] for id_ in made.texts} == report.word_counts
    # Sentences of a draft say which facts they speak of; in its file only their words do, so a half may differ.
    if name in COMPLETE:
        assert _statuses(again) == _statuses(report)
        assert {finding.rule for finding in again.findings} == {finding.rule for finding in report.findings}
    else:
        others = [finding.rule for finding in report.findings if finding.element is None]
        assert [finding.rule for finding in again.findings if finding.element is None] == others


def test_without_facts_an_exported_complete_draft_is_complete_too(tmp_path: Path) -> None:
    innovation, made, report = _drafted("mas_jos")
    file = export(made, tmp_path / "naskah.docx", innovation=innovation, report=report)
    again = check(load_narrative(file))
    assert set(_statuses(again).values()) == {"present"}
    assert again.blocking == ()


def test_the_command_sees_it_the_same_way(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    facts = str(FOLDER / "mas_jos.yaml")
    assert main(["write", facts, "-o", str(tmp_path), "--format", "docx,md,json"]) == 0
    capsys.readouterr()
    for file in (path for path in tmp_path.iterdir() if path.suffix != ".json" and "kekurangan" not in path.name):
        assert main(["check", str(file), "--fakta", facts, "--json"]) == 0
        content = json.loads(capsys.readouterr().out)
        assert content["kelengkapan"] == 100
        assert not [gap for gap in content["findings"] if gap.get("cause") in ("not_written", "unsupported_claim")]


def test_an_edited_document_is_told_what_was_invented_and_in_which_paragraph(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    innovation, made, _ = _drafted("mas_jos")
    file = export(made, tmp_path / "naskah.docx", innovation=innovation)
    document = WordDocument(str(file))
    longest = max(document.paragraphs, key=lambda paragraph: len(paragraph.text))
    longest.add_run(" Layanan ini sudah dinikmati 98.765 keluarga.")
    document.save(str(file))
    assert main(["check", str(file), "--fakta", str(FOLDER / "mas_jos.yaml"), "--json"]) == 1
    content = json.loads(capsys.readouterr().out)
    claims = [gap for gap in content["findings"] if gap.get("cause") == "unsupported_claim"]
    assert [gap["excerpt"] for gap in claims] == ["98.765 keluarga"]
    place = claims[0]["place"]
    assert place.startswith("paragraf ")
    number, _, words = place.removeprefix("paragraf ").partition(", ")
    shown = docx_text(file.read_bytes(), str(file)).blocks[int(number) - 1]
    assert shown.text.startswith(words.strip("“”").removesuffix(" …"))
    assert "98.765 keluarga" in shown.text


def test_a_wrong_date_in_the_profile_form_is_found_but_its_rows_are_no_prose(tmp_path: Path) -> None:
    innovation, made, report = _drafted("mas_jos")
    file = export(made, tmp_path / "naskah.md", innovation=innovation)
    file.write_text(file.read_text(encoding="utf-8").replace("3 Februari 2025", "3 Februari 2019", 1), encoding="utf-8")
    again = check(load_narrative(file), innovation)
    assert _unsupported(again) == ["3 Februari 2019"]
    assert _statuses(again) == _statuses(report)
    assert {finding.rule for finding in again.findings} - {finding.rule for finding in report.findings} == {
        "dasar.date"
    }


def test_prose_before_the_first_heading_is_narrative(tmp_path: Path) -> None:
    file = tmp_path / "naskah.md"
    file.write_text(
        "Berdasarkan Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik dan Keputusan Bupati Contoh Nomor "
        "188/12/2024, layanan ini dijalankan oleh dinas.\n\n# Tujuan\n\nMenurunkan waktu tunggu.\n",
        encoding="utf-8",
    )
    report = check(load_narrative(file))
    assert _statuses(report)["dasar_hukum"] == "present"


def test_an_exported_draft_in_json_is_a_draft_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    facts = str(FOLDER / "mas_jos.yaml")
    main(["write", facts, "-o", str(tmp_path), "--format", "json"])
    report_file, draft_file = sorted(tmp_path.iterdir(), key=lambda file: "laporan" not in file.name)
    capsys.readouterr()
    assert main(["check", str(draft_file), "--fakta", facts, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["kelengkapan"] == 100
    assert main(["check", str(report_file)]) == 2
    assert "laporan pemeriksaan" in capsys.readouterr().err
    draft_file.write_text(draft_file.read_text(encoding="utf-8")[:-200], encoding="utf-8")
    assert main(["check", str(draft_file)]) == 2
