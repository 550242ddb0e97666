"""What is made of the library's own files is kept beside Python's compiled modules, and never instead of the files."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from inovasi_ai import resources
from inovasi_ai.checking import language_rules
from inovasi_ai.checking.language import check_language
from inovasi_ai.errors import RubricError
from inovasi_ai.text import Document
from inovasi_ai.yaml_data import read_document

ROOT = Path(__file__).resolve().parent.parent
CUES = ROOT / "rubrics" / "iga-2026" / "cues.yaml"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to keep things in."""
    monkeypatch.setattr(resources, "keeping_folder", lambda: tmp_path)
    return tmp_path


def maker(code: Path, made: list[int]) -> Callable[[bytes], object]:
    """A call of `kept` that notes each time something is really made."""

    def keep(source: bytes) -> object:
        def make() -> object:
            made.append(1)
            return {"isi": source.decode(), "daftar": [1, 2.5, None, True, ("a", "b")]}

        return resources.kept("rubrics/coba.yaml-0", source, make, code=(str(code),))

    return keep


def test_the_same_is_made_once_and_another_source_or_code_anew(folder: Path, tmp_path: Path) -> None:
    code = tmp_path / "code.py"
    code.write_text("satu")
    made: list[int] = []
    keep = maker(code, made)
    first = keep(b"a: 1")
    assert keep(b"a: 1") == first == {"isi": "a: 1", "daftar": [1, 2.5, None, True, ("a", "b")]}
    assert len(made) == 1
    assert keep(b"a: 2") != first
    other = tmp_path / "other.py"
    other.write_text("dua")
    maker(other, made)(b"a: 2")
    assert len(made) == 3
    assert len(list(folder.glob("*.kept"))) == 1  # what has changed takes the place of what it was


@pytest.mark.parametrize(
    "harm", [lambda b: b"", lambda b: b[:-3], lambda b: b[:40] + b"\xff" + b[41:], lambda b: b * 2]
)
def test_what_is_damaged_is_made_anew(folder: Path, tmp_path: Path, harm: Callable[[bytes], bytes]) -> None:
    code = tmp_path / "code.py"
    code.write_text("satu")
    made: list[int] = []
    keep = maker(code, made)
    good = keep(b"a")
    (file,) = folder.glob("*.kept")
    file.write_bytes(harm(file.read_bytes()))
    assert keep(b"a") == good
    assert keep(b"a") == good
    assert len(made) == 2


def test_what_is_no_plain_data_is_made_every_time(folder: Path) -> None:
    first, second = (resources.kept("a", b"", object, code=(__file__,)) for _ in range(2))
    assert first is not second
    assert list(folder.iterdir()) == []


def test_each_reader_gets_data_of_its_own(folder: Path) -> None:
    first = read_document(CUES)
    assert list(folder.glob("*.kept"))
    second = read_document(CUES)
    second["kata_baru"] = ["x"]
    assert read_document(CUES) == first != second


def test_language_rules_that_were_kept_are_those_that_were_validated(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def load() -> language_rules.LanguageRules:
        language_rules._shipped.cache_clear()
        language_rules._load.cache_clear()
        return language_rules.load_language_rules()

    validated = load()
    monkeypatch.setattr(language_rules, "_validated", None)  # what is kept needs no validation
    kept = load()
    assert kept == validated
    assert kept is not validated
    assert [rule.model_dump() for rule in kept.rules] == [rule.model_dump() for rule in validated.rules]
    text = "Aplikasi ini di kelola oleh dinas, dan ijin keluar pada tgl. 3 maret 2024 . Rp. 5.000,- dibayar."
    found = check_language(Document(text), None, kept)
    assert len(found) > 3
    assert found == check_language(Document(text), None, validated)


def test_a_users_file_is_never_kept(folder: Path, tmp_path: Path) -> None:
    own = tmp_path / "milik" / "cues.yaml"
    own.parent.mkdir()
    own.write_text("a: 1")
    assert read_document(own) == {"a": 1}
    own.write_text("a: [")
    with pytest.raises(RubricError, match=str(own)):
        read_document(own)
    assert list(folder.glob("*.kept")) == []


def installed(place: Path) -> Path:
    """A copy of the package as a wheel lays it out."""
    shutil.copytree(ROOT / "inovasi_ai", place / "inovasi_ai", ignore=shutil.ignore_patterns("__pycache__"))
    for kind in ("rubrics", "prompts"):
        shutil.copytree(ROOT / kind, place / "inovasi_ai" / "_data" / kind)
    return place


def start(place: Path, **environment: str) -> subprocess.Popen[str]:
    code = "import inovasi_ai; print(inovasi_ai.load_rubric().content_hash, len(inovasi_ai.load_rubric().cues))"
    return subprocess.Popen(
        [sys.executable, "-c", code],
        cwd="/",
        env={"PYTHONPATH": str(place), **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def said(process: subprocess.Popen[str]) -> str:
    out, err = process.communicate(timeout=60)
    assert process.returncode == 0, err
    return out


def test_processes_that_start_at_once_say_what_one_that_keeps_nothing_says(tmp_path: Path) -> None:
    place = installed(tmp_path / "situs")
    told_not_to = said(start(place, PYTHONDONTWRITEBYTECODE="1"))
    assert not list(place.rglob("__pycache__"))
    assert {said(process) for process in [start(place) for _ in range(3)]} == {told_not_to}
    written = {path for path in place.rglob("*") if path.is_file()}
    kept = {path for path in written if path.suffix == ".kept"}
    assert kept
    assert {path.parent.name for path in kept} == {"__pycache__"}
    (place / "inovasi_ai" / "_data" / "rubrics" / "iga-2026" / "cues.yaml").write_text("baru: [kata]\n")
    assert said(start(place)).split()[1] == "1"  # a changed file is seen


def test_where_nothing_can_be_kept_everything_is_made(tmp_path: Path) -> None:
    place = installed(tmp_path / "situs")
    told_not_to = said(start(place, PYTHONDONTWRITEBYTECODE="1"))
    (place / "inovasi_ai" / "__pycache__").write_text("no folder")
    assert said(start(place)) == told_not_to
    assert not list((place / "inovasi_ai").glob("*.kept"))
