"""What each command does, says and leaves behind: exit codes, JSON, files."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from inovasi_ai import draft, resources
from inovasi_ai.cli import main
from tests.examples import COMPLETE, FOLDER, INCOMPLETE, loaded, raw

Captured = pytest.CaptureFixture[str]


def _schema(jenis: str) -> dict[str, object]:
    schema = json.loads(resources.find("rubrics", f"skema/{jenis}.schema.json").read_text(encoding="utf-8"))
    assert isinstance(schema, dict)
    return schema


def _example(name: str) -> str:
    return str(FOLDER / f"{name}.yaml")


def _json(capsys: Captured) -> dict[str, Any]:
    told = capsys.readouterr()
    assert told.err == ""
    content = json.loads(told.out)
    assert isinstance(content, dict)
    return content


# check


@pytest.mark.parametrize(("name", "code"), [*((name, 0) for name in COMPLETE), (INCOMPLETE, 1)])
def test_check_tells_by_its_exit_code_whether_the_draft_can_be_handed_in(
    name: str, code: int, capsys: Captured
) -> None:
    assert main(["check", _example(name)]) == code
    told = capsys.readouterr()
    assert told.err == ""
    assert "Kelengkapan" in told.out
    assert ("menghalangi pengajuan" in told.out) == bool(code)


@pytest.mark.parametrize("name", [*COMPLETE, INCOMPLETE])
def test_check_json_holds_to_its_schema(name: str, capsys: Captured) -> None:
    main(["check", _example(name), "--json"])
    content = _json(capsys)
    jsonschema.validate(content, _schema("laporan"))
    assert content["title"] == raw(name)["nama_inovasi"]


def test_an_innovation_that_is_too_old_is_told_so_at_once(tmp_path: Path, capsys: Captured) -> None:
    facts = {name: value for name, value in raw("mas_jos").items() if name != "waktu_pengembangan"}
    file = tmp_path / "fakta.json"
    file.write_text(json.dumps({**facts, "waktu_penerapan": "3 Februari 2015"}), encoding="utf-8")
    assert main(["check", str(file)]) == 1
    lines = [line for line in capsys.readouterr().out.splitlines() if line]
    assert "Ada 1 hal yang menghalangi pengajuan: syarat umur inovasi." in lines[1]
    assert lines[3] == "Menghalangi pengajuan (1)"
    assert "3 Februari 2015" in lines[4]
    assert "belum memenuhi syarat umur" not in "".join(lines[5:])
    assert main(["write", str(file), "-o", str(tmp_path / "hasil"), "--json"]) == 1
    assert _json(capsys)["hasil"][0]["menghalangi"] == 1


def test_check_marks_the_gaps_that_block(capsys: Captured) -> None:
    main(["check", _example(INCOMPLETE)])
    shown = capsys.readouterr().out
    assert "• Dasar hukum inovasi — sebagian, fakta belum ada (menghalangi pengajuan)\n" in shown
    assert "• Waktu Uji Coba Inovasi Daerah — fakta belum ada\n" in shown
    assert "isu nasional (`isu.nasional`)" in shown


def test_check_of_many_innovations_gives_a_list_of_reports(tmp_path: Path, capsys: Captured) -> None:
    file = tmp_path / "semua.json"
    file.write_text(json.dumps({"inovasi": [raw(name) for name in COMPLETE]}), encoding="utf-8")
    assert main(["check", str(file), "--json"]) == 0
    content = _json(capsys)
    reports = content["laporan"]
    assert len(reports) == 2
    for report in reports:
        jsonschema.validate(report, _schema("laporan"))
    assert main(["check", str(file)]) == 0
    shown = capsys.readouterr().out
    assert all(str(raw(name)["nama_inovasi"]) in shown for name in COMPLETE)


@pytest.mark.parametrize("suffix", [".html", ".docx", ".md", ".json"])
def test_check_stores_the_report(suffix: str, tmp_path: Path, capsys: Captured) -> None:
    target = tmp_path / "baru" / f"laporan{suffix}"
    assert main(["check", _example(INCOMPLETE), "-o", str(target)]) == 1
    assert target.stat().st_size > 1_000
    assert str(target) in capsys.readouterr().out


def test_check_names_the_known_formats(tmp_path: Path, capsys: Captured) -> None:
    assert main(["check", _example("mas_jos"), "-o", str(tmp_path / "laporan.pdf")]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert all(suffix in told.err for suffix in (".docx", ".md", ".json", ".html"))


def test_check_stores_one_report_only(tmp_path: Path, capsys: Captured) -> None:
    file = tmp_path / "semua.json"
    file.write_text(json.dumps([raw("mas_jos"), raw("lontara_plus")]), encoding="utf-8")
    assert main(["check", str(file), "-o", str(tmp_path / "laporan.html")]) == 2
    assert "inovasi write" in capsys.readouterr().err
    assert not (tmp_path / "laporan.html").exists()


def test_facts_are_held_against_a_text_not_against_facts(capsys: Captured) -> None:
    assert main(["check", _example("mas_jos"), "--fakta", _example("mas_jos")]) == 2
    assert "--fakta" in capsys.readouterr().err


def test_facts_of_many_innovations_cannot_be_held_against_one_text(tmp_path: Path, capsys: Captured) -> None:
    file = tmp_path / "semua.json"
    file.write_text(json.dumps([raw("mas_jos"), raw("lontara_plus")]), encoding="utf-8")
    text = tmp_path / "naskah.txt"
    text.write_text("Tujuan\nMenurunkan waktu tunggu.\n")
    assert main(["check", str(text), "--fakta", str(file)]) == 2
    assert "2 inovasi" in capsys.readouterr().err


def test_check_says_where_in_the_file(tmp_path: Path, capsys: Captured) -> None:
    text = tmp_path / "naskah.md"
    text.write_text("# Tujuan\n\nMenurunkan waktu.\n\n# Hasil\n\nBaris pertama.\nAda 98.765 keluarga dan analisa.\n")
    assert main(["check", str(text), "--fakta", _example("mas_jos")]) == 1
    shown = capsys.readouterr().out
    assert "“98.765 keluarga” (baris 8, bagian Hasil Inovasi)" in shown
    assert "[baris 8, bagian Hasil Inovasi]" in shown  # `analisa` is a finding that is no gap
    main(["check", str(text), "--fakta", _example("mas_jos"), "--json"])
    content = _json(capsys)
    jsonschema.validate(content, _schema("laporan"))
    marked = [finding for finding in content["findings"] if finding["excerpt"] in ("98.765 keluarga", "analisa")]
    assert [finding["place"] for finding in marked] == ["baris 8", "baris 8"]


def test_content_under_the_wrong_heading_counts_and_its_place_is_named(tmp_path: Path, capsys: Captured) -> None:
    text = tmp_path / "naskah.txt"
    design = draft(loaded("mas_jos")).texts["rancang_bangun"]
    text.write_text(f"MANFAAT INOVASI\n{design}\n", encoding="utf-8")
    main(["check", str(text), "--json"])
    verdict = _json(capsys)["verdicts"]["rancang_bangun"]["dasar_hukum"]
    assert (verdict["status"], verdict["found_in"]) == ("present", "manfaat")
    main(["check", str(text)])
    assert "ada, di Manfaat yang Diperoleh" in capsys.readouterr().out


def test_explain_shows_the_passage_and_the_rule(capsys: Captured) -> None:
    main(["check", _example("mas_jos"), "--explain"])
    explained = capsys.readouterr().out
    main(["check", _example("mas_jos")])
    plain = capsys.readouterr().out
    assert len(explained) > len(plain)
    for words in ("Mengapa demikian", "lewat aturan", "keyakinan", "Undang-Undang Nomor 18 Tahun 2008"):
        assert words in explained
    assert "lewat aturan" not in plain


def test_a_narrative_within_the_facts_file_is_what_is_checked(tmp_path: Path, capsys: Captured) -> None:
    facts = raw("mas_jos")
    facts["rancang_bangun"] = "Inovasi Mas JOS mengolah 98.765 ton sampah."
    file = tmp_path / "fakta.json"
    file.write_text(json.dumps(facts), encoding="utf-8")
    assert main(["check", str(file), "--json"]) == 1
    content = _json(capsys)
    assert content["verdicts"]["rancang_bangun"]["dasar_hukum"]["status"] == "absent"
    assert content["verdicts"]["hasil"]["hasil"]["status"] == "present"
    claims = [gap for gap in content["findings"] if gap.get("cause") == "unsupported_claim"]
    assert "98.765 ton" in " ".join(gap["excerpt"] for gap in claims)


# draft and write


def test_draft_writes_every_format_and_names_it(tmp_path: Path, capsys: Captured) -> None:
    out = tmp_path / "hasil"
    assert main(["draft", _example("speling"), "-o", str(out), "--format", "docx,MD, .json,html"]) == 0
    shown = capsys.readouterr().out
    written = sorted(out.iterdir())
    assert [file.suffix for file in written] == [".docx", ".html", ".json", ".md"]
    assert all(str(file) in shown and file.stat().st_size for file in written)
    assert "[LENGKAPI: …]" in shown
    content = json.loads((written[2]).read_text(encoding="utf-8"))
    jsonschema.validate(content, _schema("naskah"))


def test_write_gives_draft_report_and_data(tmp_path: Path, capsys: Captured) -> None:
    assert main(["write", _example("speling"), "-o", str(tmp_path), "--json"]) == 1
    content = _json(capsys)
    assert content["jenis"] == "hasil_write"
    (entry,) = content["hasil"]
    assert sorted(entry["berkas"]) == sorted(str(file) for file in tmp_path.iterdir())
    assert entry["menghalangi"] > 0
    assert entry["kelengkapan"] < 100
    stored = json.loads(next(tmp_path.glob("*.laporan.json")).read_text(encoding="utf-8"))
    jsonschema.validate(stored, _schema("laporan"))


@pytest.mark.parametrize("command", ["draft", "write"])
def test_equal_names_are_kept_apart(command: str, tmp_path: Path, capsys: Captured) -> None:
    names = ["ANTAR AKTA", "Antar Akta!", "antar akta 2", "Ünïk", "漢字", "../../etc/passwd", "CON", "x" * 400]
    file = tmp_path / "fakta.json"
    file.write_text(json.dumps([{"nama_inovasi": name} for name in names]), encoding="utf-8")
    out = tmp_path / "hasil"
    main([command, str(file), "-o", str(out), "--format", "md"])
    written = sorted(path.name for path in out.iterdir())
    narratives = [name for name in written if not name.endswith(".kekurangan.md")]
    assert len(narratives) == len(names)
    assert len(written) == len(names) * (2 if command == "write" else 1)
    assert {"antar_akta.md", "antar_akta_2.md", "antar_akta_2_2.md", "unik.md", "inovasi.md"} <= set(written)
    assert max(map(len, written)) < 100
    assert sorted(path.name for path in tmp_path.iterdir()) == ["fakta.json", "hasil"]


def test_a_code_names_the_file(tmp_path: Path, capsys: Captured) -> None:
    file = tmp_path / "fakta.json"
    file.write_text(json.dumps([{"nama_inovasi": "A", "kode": "INV-2026/01"}]), encoding="utf-8")
    assert main(["draft", str(file), "-o", str(tmp_path / "hasil"), "--format", "md"]) == 0
    assert [path.name for path in (tmp_path / "hasil").iterdir()] == ["inv_2026_01.md"]


def test_the_same_command_twice_writes_the_same_bytes(tmp_path: Path, capsys: Captured) -> None:
    for folder in ("satu", "dua"):
        main(["write", _example("speling"), "-o", str(tmp_path / folder), "--format", "docx,md,json,html"])
    first = {file.name: file.read_bytes() for file in (tmp_path / "satu").iterdir()}
    assert first == {file.name: file.read_bytes() for file in (tmp_path / "dua").iterdir()}
    assert len(first) == 7


@pytest.mark.parametrize("command", [["draft", "-o"], ["write", "-o"], ["demo", "-o"]])
def test_a_folder_that_cannot_be_written_is_a_fault_of_the_run(
    command: list[str], tmp_path: Path, capsys: Captured
) -> None:
    target = tmp_path / "penuh"
    target.write_text("ini berkas, bukan folder")
    name, option = command
    arguments = [name, option, str(target)] if name == "demo" else [name, _example("mas_jos"), option, str(target)]
    assert main(arguments) == 3
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("Tidak dapat diselesaikan")
    assert str(target) in told.err
    assert main([*arguments, "--json"]) == 3
    assert json.loads(capsys.readouterr().out)["kode_keluar"] == 3
    assert target.read_text() == "ini berkas, bukan folder"


@pytest.mark.parametrize(("formats", "named"), [("pdf", "pdf"), ("docx,odt", "odt"), (",", "docx, md, json, html")])
def test_an_unknown_format_is_refused_before_anything_is_read(
    formats: str, named: str, tmp_path: Path, capsys: Captured
) -> None:
    assert main(["write", "tidak-ada.yaml", "-o", str(tmp_path / "hasil"), "--format", formats]) == 2
    told = capsys.readouterr()
    assert named in told.err
    assert "docx, md, json, html" in told.err
    assert not (tmp_path / "hasil").exists()


@pytest.mark.parametrize("command", [["draft", "--format", "json"], ["write"]])
def test_results_never_overwrite_the_facts_they_are_made_from(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    file = tmp_path / "antar_akta.json"
    facts = json.dumps([{"nama_inovasi": "Lain"}, {"nama_inovasi": "Antar Akta"}])
    file.write_text(facts)
    monkeypatch.chdir(tmp_path)
    assert main([command[0], "antar_akta.json", "-o", ".", *command[1:]]) == 2
    assert "antar_akta.json" in capsys.readouterr().err
    assert file.read_text() == facts
    assert [path.name for path in tmp_path.iterdir()] == ["antar_akta.json"]


@pytest.mark.parametrize("command", ["draft", "write", "demo"])
@pytest.mark.parametrize("name", ["x.docx", "baru/Naskah.MD", "x.pdf"])
def test_a_folder_is_asked_for_and_a_file_is_named(command: str, name: str, tmp_path: Path, capsys: Captured) -> None:
    facts = [] if command == "demo" else ["tidak-ada.yaml"]
    assert main([command, *facts, "-o", str(tmp_path / name)]) == 2
    told = capsys.readouterr().err
    assert "folder, bukan berkas" in told
    assert ("--format" in told) == (command != "demo" and not name.endswith("pdf"))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_may_bear_any_name_once_it_is_there(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "naskah.docx").mkdir()
    assert main(["draft", _example("mas_jos"), "-o", str(tmp_path / "naskah.docx"), "--format", "md"]) == 0
    assert [path.suffix for path in (tmp_path / "naskah.docx").iterdir()] == [".md"]


@pytest.mark.parametrize("name", ["", "/", "/baru/"])
def test_a_file_is_asked_for_and_a_folder_is_named(name: str, tmp_path: Path, capsys: Captured) -> None:
    assert main(["check", _example("mas_jos"), "-o", f"{tmp_path}{name}"]) == 2
    told = capsys.readouterr()
    assert "berkas, bukan folder" in told.err
    assert all(suffix in told.err for suffix in (".docx", ".md", ".json", ".html"))
    assert told.out == ""
    assert list(tmp_path.iterdir()) == []


def test_the_list_of_what_is_missing_lies_beside_the_narrative_and_is_none(tmp_path: Path, capsys: Captured) -> None:
    main(["write", _example(INCOMPLETE), "-o", str(tmp_path), "--format", "docx,md"])
    names = sorted(path.name for path in tmp_path.iterdir())
    stem = names[0].partition(".")[0]
    assert names == [f"{stem}.docx", f"{stem}.kekurangan.docx", f"{stem}.kekurangan.md", f"{stem}.md"]
    assert "Tanyakan kepada" not in (tmp_path / f"{stem}.md").read_text(encoding="utf-8")
    assert "Tanyakan kepada" in (tmp_path / f"{stem}.kekurangan.md").read_text(encoding="utf-8")
    capsys.readouterr()
    for suffix in (".docx", ".md"):
        assert main(["check", str(tmp_path / f"{stem}.kekurangan{suffix}")]) == 2
        assert "daftar kekurangan, bukan naskah" in capsys.readouterr().err


def test_a_report_never_overwrites_what_it_is_about(tmp_path: Path, capsys: Captured) -> None:
    file = tmp_path / "naskah.md"
    file.write_text("# Tujuan\n\nMenurunkan waktu tunggu.\n")
    (tmp_path / "lain.md").symlink_to(file)
    for target in ("naskah.md", "lain.md", "baru/../naskah.md"):
        assert main(["check", str(file), "-o", str(tmp_path / target)]) == 2
        assert "menimpa" in capsys.readouterr().err
    assert file.read_text().startswith("# Tujuan")


# template


def _fill(file: Path, **values: str) -> None:
    text = file.read_text(encoding="utf-8")
    for field, value in values.items():
        text, count = re.subn(rf"^{field}: ", f"{field}: {value} ", text, flags=re.MULTILINE)
        assert count == 1, field
    file.write_text(text, encoding="utf-8")


def test_the_template_is_told_what_to_fill_in_first(tmp_path: Path, capsys: Captured) -> None:
    target = tmp_path / "fakta.yaml"
    assert main(["template", str(target)]) == 0
    assert str(target) in capsys.readouterr().out
    assert {file.name for file in tmp_path.iterdir()} == {"fakta.yaml", "fakta.schema.json"}
    assert main(["check", str(target)]) == 2
    assert "`nama_inovasi`" in capsys.readouterr().err


def test_a_template_with_nothing_but_a_name_gives_a_draft_of_questions(tmp_path: Path, capsys: Captured) -> None:
    target = tmp_path / "fakta.yaml"
    main(["template", str(target)])
    _fill(target, nama_inovasi="ANTAR AKTA")
    capsys.readouterr()
    assert main(["check", str(target), "--json"]) == 1
    content = _json(capsys)
    assert content["kelengkapan"] == 0
    causes = {finding.get("cause") for finding in content["findings"]}
    assert "fact_missing" in causes
    assert not causes & {"not_written", "unsupported_claim"}


def test_a_template_filled_by_hand_loads(tmp_path: Path, capsys: Captured) -> None:
    target = tmp_path / "fakta.yaml"
    main(["template", str(target)])
    _fill(target, nama_inovasi="ANTAR AKTA", daerah="Kabupaten Contoh", jenis_inovasi="Digital")
    capsys.readouterr()
    assert main(["draft", str(target), "-o", str(tmp_path / "hasil"), "--format", "md"]) == 0
    assert "Kabupaten Contoh" in (tmp_path / "hasil" / "antar_akta.md").read_text(encoding="utf-8")


def test_a_template_never_overwrites_unasked(tmp_path: Path, capsys: Captured) -> None:
    target = tmp_path / "fakta.yaml"
    target.write_text("nama_inovasi: pekerjaan seminggu\n")
    assert main(["template", str(target)]) == 2
    assert "--paksa" in capsys.readouterr().err
    assert target.read_text() == "nama_inovasi: pekerjaan seminggu\n"
    assert [file.name for file in tmp_path.iterdir()] == ["fakta.yaml"]
    assert main(["template", str(target), "--paksa", "--json"]) == 0
    assert _json(capsys)["berkas"] == str(target)
    assert "pekerjaan seminggu" not in target.read_text(encoding="utf-8")


def test_a_template_is_yaml(tmp_path: Path, capsys: Captured) -> None:
    assert main(["template", str(tmp_path / "fakta.xlsx")]) == 2
    assert ".yaml" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


# demo


def test_demo_writes_the_examples_and_says_where_to_look(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["demo"]) == 0
    shown = capsys.readouterr().out
    written = sorted((tmp_path / "hasil").iterdir())
    assert len(written) == 15
    assert {file.suffix for file in written} == {".docx", ".html", ".json"}
    assert all(file.stat().st_size > 1_000 for file in written)
    assert "hasil/" in shown
    assert "Fakta belum ada" in shown
    assert all(str(raw(name)["nama_inovasi"]) in shown for name in (*COMPLETE, INCOMPLETE))


def test_demo_and_draft_give_json(tmp_path: Path, capsys: Captured) -> None:
    assert main(["demo", "-o", str(tmp_path), "--json"]) == 0
    entries = _json(capsys)["hasil"]
    assert [entry["menghalangi"] > 0 for entry in entries] == [False, False, True]
    assert sorted(file for entry in entries for file in entry["berkas"]) == sorted(map(str, tmp_path.iterdir()))
    assert main(["draft", _example("mas_jos"), "-o", str(tmp_path), "--format", "md", "--json"]) == 0
    (entry,) = _json(capsys)["hasil"]
    assert [Path(file).suffix for file in entry["berkas"]] == [".md"]


# rubric


def test_rubric_list_and_show(capsys: Captured) -> None:
    assert main(["rubric", "list"]) == 0
    assert "iga-2026 (bawaan)" in capsys.readouterr().out
    assert main(["rubric", "list", "--json"]) == 0
    assert [entry["id"] for entry in _json(capsys)["rubrik"]] == ["iga-2026"]
    assert main(["rubric", "show"]) == 0
    shown = capsys.readouterr().out
    for words in (
        "Isu strategis",
        "sedikitnya 300 kata",
        "Pertentangan antarsumber",
        "Yang tidak diketahui",
        "keyakinan",
    ):
        assert words in shown
    assert main(["rubric", "show", "iga-2026", "--notes"]) == 0
    notes = capsys.readouterr().out
    assert "Pertentangan antarsumber" in notes
    assert "Syarat umum" not in notes
    assert main(["rubric", "show", "--json"]) == 0
    assert _json(capsys)["id"] == "iga-2026"


def test_the_rules_of_the_language_can_be_shown(capsys: Captured) -> None:
    assert main(["rubric", "show", "bahasa"]) == 0
    shown = capsys.readouterr().out
    assert "kata_baku" in shown
    assert "KBBI" in shown
    assert "{" not in shown
    assert main(["rubric", "show", "bahasa", "--json"]) == 0
    assert "kata_baku" in [rule["id"] for rule in _json(capsys)["kaidah"]]


@pytest.mark.parametrize("name", ["iga-2026", "bahasa"])
@pytest.mark.parametrize("action", ["test", "lint"])
def test_what_ships_passes_its_own_examples_and_has_no_errors(action: str, name: str, capsys: Captured) -> None:
    assert main(["rubric", action, name]) == 0
    assert capsys.readouterr().out.strip()
    assert main(["rubric", action, name, "--json"]) == 0
    assert _json(capsys)["jenis"] in ("uji_rubrik", "masalah")


def _own_rubrics(tmp_path: Path) -> Path:
    folder = tmp_path / "rubrik"
    (folder / "iga-2026").mkdir(parents=True)
    shipped = yaml.safe_load(resources.find("rubrics", "iga-2026/rubric.yaml").read_text(encoding="utf-8"))
    shipped["sections"][0]["min_words"] = 5_000
    (folder / "iga-2026" / "rubric.yaml").write_text(yaml.safe_dump(shipped, allow_unicode=True), encoding="utf-8")
    return folder


def test_one_file_of_a_rubric_can_be_put_in_its_place(tmp_path: Path, capsys: Captured) -> None:
    folder = _own_rubrics(tmp_path)
    assert main(["check", _example("mas_jos"), "--rubrics", str(folder)]) == 1
    assert "minimum 5.000" in capsys.readouterr().out
    assert main(["check", _example("mas_jos")]) == 0  # and nothing of it stays behind


def test_a_rubric_of_another_name_without_a_form_is_enough(tmp_path: Path, capsys: Captured) -> None:
    folder = tmp_path / "rubrik"
    shipped = resources.find("rubrics", "iga-2026/rubric.yaml").parent
    shutil.copytree(shipped, folder / "lomba-2026", ignore=shutil.ignore_patterns("profile.yaml", "indicators.yaml"))
    main_file = folder / "lomba-2026" / "rubric.yaml"
    text = main_file.read_text(encoding="utf-8")
    main_file.write_text(text.replace("id: iga-2026", "id: lomba-2026", 1), encoding="utf-8")
    assert main(["rubric", "list", "--rubrics", str(folder)]) == 0
    assert "lomba-2026" in capsys.readouterr().out
    assert main(["check", _example("speling"), "--rubric", "lomba-2026", "--rubrics", str(folder), "--json"]) == 1
    content = _json(capsys)
    assert content["rubric"] == "lomba-2026"
    assert not [finding for finding in content["findings"] if finding["rule"] == "profil.wajib"]


def test_own_rules_of_the_language_are_used(tmp_path: Path, capsys: Captured) -> None:
    folder = tmp_path / "rubrik" / "bahasa"
    folder.mkdir(parents=True)
    (folder / "kata_baku.yaml").write_text(
        "title: Kata kantor kami\nrules:\n  - id: kata_kantor\n    kind: substitution\n    severity: warning\n"
        "    message: Kata “{found}” tidak dipakai di kantor kami.\n    fix: Tulis {replacement}.\n    source: kami\n"
        "    words:\n      sampah: limbah\n",
        encoding="utf-8",
    )
    main(["check", _example("mas_jos"), "--rubrics", str(folder.parent)])
    told = capsys.readouterr()
    assert "tidak dipakai di kantor kami" in told.out, told.err


def test_a_broken_rubric_names_file_and_line(tmp_path: Path, capsys: Captured) -> None:
    folder = _own_rubrics(tmp_path)
    file = folder / "iga-2026" / "rubric.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "tidak_dikenal: 1\n", encoding="utf-8")
    assert main(["rubric", "show", "--rubrics", str(folder)]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "rubric.yaml:" in told.err
    assert "tidak_dikenal" in told.err


@pytest.mark.parametrize("option", ["--rubrics", "--prompts"])
def test_a_folder_that_is_not_there(option: str, tmp_path: Path, capsys: Captured) -> None:
    assert main(["check", _example("mas_jos"), option, str(tmp_path / "tidak-ada")]) == 2
    assert "tidak-ada" in capsys.readouterr().err


def test_a_passage_that_carries_several_parts_is_explained_once(tmp_path: Path, capsys: Captured) -> None:
    file = tmp_path / "naskah.md"
    law = "Inovasi ini melaksanakan Peraturan Presiden Nomor 72 Tahun 2021 yang mewajibkan pendampingan keluarga."
    file.write_text(f"Rancang Bangun\nDasar Hukum\n{law}\n", encoding="utf-8")
    main(["check", str(file), "--explain"])
    told = capsys.readouterr().out.partition("• Dasar hukum")[2].partition("• Permasalahan:")[0]
    assert told.count(law) == 1
    assert told.count("lewat aturan") == 3


def test_the_table_tells_what_is_touched_on_from_what_is_missing(tmp_path: Path, capsys: Captured) -> None:
    file = tmp_path / "naskah.md"
    text = "Inovasi ini mendukung Tujuan Pembangunan Berkelanjutan 6.2 tentang sanitasi yang layak bagi warga."
    file.write_text(f"Rancang Bangun\nIsu Strategis\n{text} Agenda RPJMN.\n", encoding="utf-8")
    main(["check", str(file)])
    (row,) = [line for line in capsys.readouterr().out.splitlines() if line.startswith("Isu strategis ")]
    assert "isu nasional (baru disinggung); isu lokal" in row
