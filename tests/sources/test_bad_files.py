from __future__ import annotations

import os
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from inovasi_ai.errors import FactsError, Problem
from inovasi_ai.sources import innovation_from_mapping, load_innovations
from tests.sources.bad_files import BAD_FILES, BadFile


def refused(path: Path) -> FactsError:
    with pytest.raises(FactsError) as caught:
        load_innovations(path)
    return caught.value


def tells(problem: Problem, case: BadFile) -> bool:
    return (
        case.says in f"{problem.message} {problem.found}"
        and case.line in (None, problem.line)
        and case.field in (None, problem.field)
        and (case.expected or "") in (problem.expected or "")
        and (case.suggestion or "") in (problem.suggestion or "")
    )


@pytest.mark.parametrize("case", BAD_FILES, ids=lambda case: case.kind)
def test_bad_file_is_told_clearly(case: BadFile, tmp_path: Path) -> None:
    path = case.write(tmp_path)
    began = time.process_time()
    error = refused(path)
    assert time.process_time() - began < 2
    assert "Traceback" not in str(error)
    assert "Error" not in str(error)
    assert len(str(error)) < 20_000
    assert {problem.file for problem in error.problems} == {str(path)}
    assert any(tells(problem, case) for problem in error.problems), str(error)


def test_there_are_forty_kinds_and_more() -> None:
    assert len({case.kind for case in BAD_FILES}) == len(BAD_FILES) >= 40


def test_folder_suggests_the_facts_file_in_it(tmp_path: Path) -> None:
    (tmp_path / "akta.yaml").write_text("nama_inovasi: A\n")
    (problem,) = refused(tmp_path).problems
    assert "folder" in problem.message
    assert problem.suggestion == str(tmp_path / "akta.yaml")


def test_missing_file_suggests_its_neighbour(tmp_path: Path) -> None:
    (tmp_path / "Antar-Akta.yaml").write_text("nama_inovasi: A\n")
    (problem,) = refused(tmp_path / "antar_akta.yml").problems
    assert problem.suggestion == str(tmp_path / "Antar-Akta.yaml")


def test_device_is_refused_without_being_read(tmp_path: Path) -> None:
    assert "bukan berkas biasa" in str(refused(Path("/dev/zero")))
    pipe = tmp_path / "pipa.yaml"
    os.mkfifo(pipe)  # opening it would wait for ever
    assert "bukan berkas biasa" in str(refused(pipe))


def test_unreadable_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "rahasia.yaml"
    path.write_text("nama_inovasi: A\n")
    path.chmod(0)
    if os.access(path, os.R_OK):  # the superuser may read everything, so the refusal is made by hand

        def refuse(*_: object, **__: object) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr("builtins.open", refuse)
    error = refused(path)
    monkeypatch.undo()
    path.chmod(stat.S_IRUSR | stat.S_IWUSR)
    assert "tidak boleh dibaca" in str(error)


def test_name_with_strange_characters() -> None:
    assert "tidak sah" in str(refused(Path("a\0b.yaml")))
    assert "tidak dapat dibaca" in str(refused(Path("x" * 5_000 + ".yaml")))


def test_all_problems_of_a_file_at_once_in_reading_order(tmp_path: Path) -> None:
    path = tmp_path / "banyak.yaml"
    path.write_text(
        "nama_inovasi: A\n"
        "tahapan_inovasi: penarapan\n"
        "waktu_penerapan: 31 Februari 2024\n"
        "hasil:\n"
        "- {indikator: a, sesudah: banyak}\n"
        "- {indikator: b, sesudah: 3, sesudahh: 4}\n"
        "kode: x\n"
        "kode: y\n",
        encoding="utf-8",
    )
    problems = refused(path).problems
    assert [(problem.line, problem.field) for problem in problems] == [
        (2, "tahapan_inovasi"),
        (3, "waktu_penerapan"),
        (5, "hasil.0.sesudah"),
        (6, "hasil.1.sesudahh"),
        (8, "kode"),
    ]


def test_what_stands_before_broken_syntax_is_checked_too(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("waktu_penerapan: 31 Februari 2024\nnama: A\nhasil:\n- indikator: a\n\tsesudah: 3\n")
    assert [(problem.line, problem.field) for problem in refused(path).problems] == [
        (1, "waktu_penerapan"),
        (2, "nama"),
        (5, None),
    ]


def test_a_misspelt_required_field_is_one_mistake(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("nama_inovasii: A\n")
    (problem,) = refused(path).problems
    assert problem.suggestion == "nama_inovasi"


def test_problems_of_every_innovation_are_told_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("inovasi:\n- nama_inovasi: A\n  kode: [x]\n- nama_inovasi: B\n  asta_cita: 9\n")
    assert [(problem.line, problem.field) for problem in refused(path).problems] == [
        (3, "inovasi.0.kode"),
        (5, "inovasi.1.asta_cita"),
    ]


def test_a_flood_of_problems_is_bounded_and_counted(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("nama_inovasi: A\n" + "".join(f"x{number}: 1\n" for number in range(600)))
    problems = refused(path).problems
    assert len(problems) == 501
    assert "dan 100 kesalahan lain" in problems[-1].message


def test_millions_of_empty_lists_stay_within_bounded_memory(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"hasil": [' + "[]," * 1_500_000 + "[]]}")
    program = (
        "import resource, sys\n"
        "resource.setrlimit(resource.RLIMIT_AS, (700 << 20, 700 << 20))\n"
        "from inovasi_ai.sources import load_innovations\n"
        "from inovasi_ai.errors import FactsError\n"
        "try: load_innovations(sys.argv[1])\n"
        "except FactsError as error: print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(path)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "terlalu banyak" in done.stdout


def only_problem(**facts: object) -> Problem:
    with pytest.raises(FactsError) as caught:
        innovation_from_mapping({"nama_inovasi": "A", **facts})
    (problem,) = caught.value.problems
    return problem


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("turun 80%?", "tanpa tanda tanya"),
        ("5 orang??", "pastikan pada sumbernya"),
        ("turun 80%", "satu angka dengan satuannya saja"),
        ("80 dari 100 orang", "satu angka"),
        ("12 atau 15 orang", "satu angka"),
        ("tidak ada data", "satu angka"),
    ],
)
def test_a_quantity_is_never_mended_into_another_meaning(written: str, expected: str) -> None:
    problem = only_problem(hasil=[{"indikator": "x", "sesudah": written}])
    assert problem.suggestion is None
    assert expected in (problem.expected or "")


@pytest.mark.parametrize(
    ("field", "written", "suggestion"),
    [
        ("klasifikasi_inovasi", "Inovasi BPBD", None),
        ("klasifikasi_inovasi", "Inovasi", None),
        ("klasifikasi_inovasi", "Inovasi Perangkat Derah", "Inovasi Perangkat Daerah"),
        ("inisiator", "Kepala Dinas", None),
        ("inisiator", "Inisiator Masyarakat", "Masyarakat"),
        ("tahapan_inovasi", "ujicobba", "Uji Coba"),
        ("urusan_utama", "bencana", None),
        ("urusan_utama", "Pangan dan Kesehatan", None),
        ("urusan_utama", "kesehatn", "Kesehatan"),
        ("urusan_utama", "!!!", None),
    ],
)
def test_only_a_choice_that_was_surely_meant_is_suggested(field: str, written: str, suggestion: str | None) -> None:
    assert only_problem(**{field: written}).suggestion == suggestion


@pytest.mark.parametrize(
    ("field", "told"),
    [
        ("langkah.3.pelaku", "`langkah.3.pelaku` (butir ke-4): salah"),
        ("inovasi.2.hasil.0.sesudah", "`inovasi.2.hasil.0.sesudah` (inovasi butir ke-3, hasil butir ke-1): salah"),
        ("indikator.3.nilai", "`indikator.3.nilai`: salah"),
        ("nama_inovasi", "`nama_inovasi`: salah"),
    ],
)
def test_positions_are_counted_from_one_beside_the_path(field: str, told: str) -> None:
    assert str(Problem("salah", field=field)) == told
