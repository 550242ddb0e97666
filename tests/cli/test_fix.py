"""`inovasi check --fix`: what it writes, what it says, and what it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from inovasi_ai.cli import main
from tests.examples import COMPLETE, FOLDER

Captured = pytest.CaptureFixture[str]
FAULTY = "Tujuan\nDisamping itu, perijinan di kelola desa; ijin, ijin. Hasilnya luar biasa.\n"
RIGHT = "Tujuan\nDi samping itu, perizinan dikelola desa; izin, izin. Hasilnya luar biasa.\n"


def narrative(tmp_path: Path) -> Path:
    path = tmp_path / "naskah.md"
    path.write_text(FAULTY, encoding="utf-8")
    return path


def test_it_says_what_changed_where_and_what_is_left(tmp_path: Path, capsys: Captured) -> None:
    path = narrative(tmp_path)
    assert main(["check", str(path), "--fix"]) == 0
    told = capsys.readouterr()
    assert told.err == ""
    assert "• baris 2: “perijinan” → “perizinan” [bahasa.kata_baku]" in told.out
    assert "“ijin” → “izin” (2 kali)" in told.out
    assert "Perlu keputusan penulis (1):" in told.out
    assert "baris 2: “luar biasa” memuji tanpa fakta" in told.out
    assert f"Disimpan: {tmp_path / 'naskah.diperbaiki.md'}; {path} tidak diubah." in told.out
    assert (tmp_path / "naskah.diperbaiki.md").read_text(encoding="utf-8") == RIGHT
    assert path.read_text(encoding="utf-8") == FAULTY


def test_with_json_it_is_one_object(tmp_path: Path, capsys: Captured) -> None:
    target = tmp_path / "baru" / "hasil.md"
    assert main(["check", str(narrative(tmp_path)), "--fix", "-o", str(target), "--json"]) == 0
    content = json.loads(capsys.readouterr().out)
    assert content["jenis"] == "perbaikan_bahasa"
    assert content["hasil"] == str(target)
    assert content["perubahan"][0] == {
        "tempat": "baris 2",
        "bagian": "tujuan",
        "sebelum": "Disamping",
        "sesudah": "Di samping",
        "aturan": ["bahasa.kata_depan_serangkai"],
    }
    assert [entry["aturan"] for entry in content["sisa"]] == ["bahasa.promosi"]
    assert target.read_text(encoding="utf-8") == RIGHT


def test_a_second_time_there_is_nothing_to_do(tmp_path: Path, capsys: Captured) -> None:
    main(["check", str(narrative(tmp_path)), "--fix"])
    capsys.readouterr()
    assert main(["check", str(tmp_path / "naskah.diperbaiki.md"), "--fix"]) == 0
    assert "tidak ada berkas yang ditulis" in capsys.readouterr().out
    assert len(list(tmp_path.iterdir())) == 2


def test_the_source_is_written_over_only_when_that_is_said(tmp_path: Path, capsys: Captured) -> None:
    path = narrative(tmp_path)
    assert main(["check", str(path), "--fix", "-o", str(path)]) == 2
    assert "--paksa" in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == FAULTY
    assert main(["check", str(path), "--fix", "-o", str(path), "--paksa"]) == 0
    assert path.read_text(encoding="utf-8") == RIGHT


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["{facts}", "--fix"], "berkas fakta"),
        (["{text}", "--paksa"], "--fix"),
        (["{text}", "--fix", "--explain"], "--explain"),
        (["{text}", "--fix", "-o", "hasil.docx"], ".md"),
        (["tidak_ada.md", "--fix"], "tidak ditemukan"),
    ],
)
def test_what_makes_no_sense_is_refused(arguments: list[str], says: str, tmp_path: Path, capsys: Captured) -> None:
    given = {"facts": str(FOLDER / f"{COMPLETE[0]}.yaml"), "text": str(narrative(tmp_path))}
    assert main(["check", *(argument.format(**given) for argument in arguments)]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert says in told.err
    assert [path.name for path in tmp_path.iterdir()] == ["naskah.md"]


def test_the_innovation_s_name_stays_as_the_facts_have_it(tmp_path: Path) -> None:
    facts = (FOLDER / f"{COMPLETE[0]}.yaml").read_text(encoding="utf-8")
    name = next(line for line in facts.splitlines() if line.startswith("nama_inovasi:"))
    own = tmp_path / "fakta.yaml"
    own.write_text(facts.replace(name, "nama_inovasi: layanan ijin"), encoding="utf-8")
    path = tmp_path / "a.md"
    path.write_text("Tujuan\nDengan layanan ijin, ijin terbit cepat.\n", encoding="utf-8")
    assert main(["check", str(path), "--fakta", str(own), "--fix"]) == 0
    assert (tmp_path / "a.diperbaiki.md").read_text(encoding="utf-8").endswith("layanan ijin, izin terbit cepat.\n")


def test_check_counts_what_fixing_will_do_and_says_what_it_leaves(tmp_path: Path, capsys: Captured) -> None:
    file = tmp_path / "naskah.md"
    file.write_text('Hasil\nUrusan perijinan selesai. "Dulu kami bayar Rp 5.000,- tiap datang," ujar warga.\n')
    main(["check", str(file)])
    told = capsys.readouterr().out
    assert f"1 kesalahan bahasa dapat diperbaiki dalam salinan naskah: inovasi check {file} --fix" in told
    assert "1 lainnya perlu diganti sendiri" in told
    main(["check", str(file), "--fix"])
    fixed = capsys.readouterr().out
    assert "Diperbaiki (1):" in fixed
    assert "Tulis “Rp5.000”; tidak diganti otomatis karena berada di dalam kutipan" in fixed
