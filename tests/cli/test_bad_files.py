"""Bad facts files through the command line: told in Indonesian, exit code 2, nothing written, bounded."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from inovasi_ai.cli import main
from tests.sources.bad_files import BAD_FILES, BadFile

_FACTS = (".yaml", ".json")
_ENGLISH = re.compile(
    r"Traceback|Exception|\bError\b|\b(?:expected|invalid|found|line|column|unexpected|file|missing)\b", re.IGNORECASE
)
_GIGABYTE = 1 << 30


def _folder(path: Path) -> dict[str, bytes]:
    return {str(file.relative_to(path)): file.read_bytes() for file in sorted(path.rglob("*")) if file.is_file()}


@pytest.fixture
def results(tmp_path: Path) -> Path:
    """A folder with results of an earlier run, under every name that a run could choose."""
    folder = tmp_path / "hasil"
    folder.mkdir()
    for name in ("antar_akta", "fakta", "a", "b", "x", "inovasi", "siap_antar_akta"):
        for suffix in (".docx", ".html", ".md", ".json", ".laporan.json"):
            (folder / f"{name}{suffix}").write_bytes(f"hasil lama {name}{suffix}".encode())
    return folder


@pytest.mark.parametrize("case", BAD_FILES, ids=lambda case: case.kind)
def test_every_command_refuses_it_and_leaves_the_results_alone(
    case: BadFile, tmp_path: Path, results: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(case.write(tmp_path))
    before = _folder(tmp_path)
    commands = [
        ["check", path],
        ["check", path, "-o", str(results / "fakta.html")],
        ["draft", path, "-o", str(results), "--format", "docx,md,json,html"],
        ["write", path, "-o", str(results)],
    ]
    for command in commands:
        assert main(command) == 2, command
        told = capsys.readouterr()
        assert told.out == ""
        assert told.err.startswith("Masukan perlu diperbaiki")
        assert path in told.err
        if command[0] != "check" or path.endswith(_FACTS):
            assert case.says in told.err
            assert case.line is None or f"{path}:{case.line}" in told.err
            assert case.field is None or f"`{case.field}`" in told.err
            assert (case.expected or "") in told.err
            assert (case.suggestion or "") in told.err
    assert _folder(tmp_path) == before


@pytest.mark.parametrize("case", BAD_FILES, ids=lambda case: case.kind)
def test_with_json_the_error_is_one_object(case: BadFile, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(case.write(tmp_path))
    assert main(["draft", path, "--json", "-o", str(tmp_path / "hasil")]) == 2
    told = capsys.readouterr()
    assert told.err == ""
    content = json.loads(told.out)
    assert content["jenis"] == "galat"
    assert content["kode_keluar"] == 2
    assert {problem["file"] for problem in content["masalah"]} == {path}
    assert any(
        case.says in f"{problem['message']} {problem['found']}"
        and case.line in (None, problem["line"])
        and case.field in (None, problem["field"])
        for problem in content["masalah"]
    )
    assert not (tmp_path / "hasil").exists()


@pytest.mark.parametrize("case", BAD_FILES, ids=lambda case: case.kind)
def test_no_english_and_no_trace_of_the_machinery(
    case: BadFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    main(["write", case.write(tmp_path).name])
    told = re.sub(r"ditemukan: [^;]*", "", capsys.readouterr().err)  # what stands in the file may be in any language
    assert not _ENGLISH.search(told), told


_LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, ({memory}, {memory}))
resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
from inovasi_ai.cli import main
sys.exit(main())
"""


def _limited(path: Path, command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", _LIMITED.format(memory=_GIGABYTE), command, path.name],
        cwd=path.parent,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        timeout=60,
    )


@pytest.mark.parametrize("kind", ["deep nesting", "aliases that explode", "deep JSON", "binary"])
def test_as_a_process_it_stays_within_time_and_memory(kind: str, tmp_path: Path) -> None:
    case = next(case for case in BAD_FILES if case.kind == kind)
    began = time.perf_counter()
    done = _limited(case.write(tmp_path), "check")
    assert time.perf_counter() - began < 10
    assert (done.returncode, done.stdout) == (2, ""), done.stderr
    assert case.says in done.stderr


@pytest.mark.parametrize("name", ["besar.yaml", "besar.json", "besar.md", "besar.docx", "besar.html"])
def test_a_hundred_megabytes_are_refused_unread(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    with path.open("wb") as stream:
        stream.write(b"nama_inovasi: A\n")
        stream.truncate(100 * 1024 * 1024)  # sparse: it costs no disk
    began = time.perf_counter()
    done = _limited(path, "check")
    assert time.perf_counter() - began < 10
    assert (done.returncode, done.stdout) == (2, ""), done.stderr
    assert "terlalu besar" in done.stderr
    assert name in done.stderr


def test_a_document_that_unpacks_to_eighty_megabytes_is_refused(tmp_path: Path) -> None:
    import zipfile

    path = tmp_path / "bom.docx"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("word/document.xml", "w") as entry,
    ):
        for _ in range(80):
            entry.write(b" " * (1 << 20))
    done = _limited(path, "check")
    assert (done.returncode, done.stdout) == (2, "")
    assert "terlalu besar" in done.stderr
