"""Where prompts, rubrics and examples are looked for, and what is said when they are not there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inovasi_ai import resources
from inovasi_ai.errors import InputError, OptionError, RubricError, TemplateError

CHECKOUT = Path(__file__).resolve().parent.parent


def put(root: Path, **texts: str) -> Path:
    """A folder with a file for each keyword; `__` stands for `/` and the ending is `.yaml`."""
    for name, text in texts.items():
        path = root / f"{name.replace('__', '/')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def installation(place: Path, *, wheel: bool) -> Path:
    """A copy of the module alone, laid out as a wheel or as a checkout; returns the folder to put on the path."""
    package = place / "inovasi_ai"
    package.mkdir(parents=True)
    for name in ("resources.py", "errors.py"):
        shutil.copy(CHECKOUT / "inovasi_ai" / name, package / name)
    (package / "__init__.py").write_text("", encoding="utf-8")
    if not wheel:
        (place / "pyproject.toml").write_text("", encoding="utf-8")
    put(package / "_data" / "rubrics" if wheel else place / "rubrics", satu="isi", dua__tiga="isi")
    return place


def ask(place: Path, expression: str) -> str:
    code = f"from inovasi_ai import resources; print({expression})"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd="/",
        env={"PYTHONPATH": str(place)},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


@pytest.mark.parametrize("wheel", [True, False], ids=["wheel", "checkout"])
def test_shipped_files_are_found_from_any_working_directory(tmp_path: Path, wheel: bool) -> None:
    place = installation(tmp_path / "di sini", wheel=wheel)
    assert ask(place, "resources.find('rubrics', 'dua/tiga.yaml').read_text()") == "isi"
    assert ask(place, "resources.names('rubrics')") == "('dua', 'satu.yaml')"


def test_a_neighbour_of_an_installed_package_is_not_taken_for_a_checkout(tmp_path: Path) -> None:
    place = installation(tmp_path, wheel=True)
    put(place / "prompts", asing="milik paket lain")
    assert ask(place, "resources.roots('prompts')") == "()"


def test_this_checkout_has_its_three_kinds() -> None:
    for kind in ("prompts", "rubrics", "examples"):
        assert resources.roots(kind) == (CHECKOUT / kind,)


def test_the_users_file_hides_the_shipped_one_and_the_rest_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped = put(tmp_path / "bawaan", a="bawaan", b="bawaan", sub__c="bawaan")
    mine = put(tmp_path / "milik", a="milik", sub__d="milik")
    monkeypatch.setattr(resources, "_shipped", lambda kind: (shipped,))
    assert resources.find("rubrics", "a.yaml", folder=mine).read_text() == "milik"
    assert resources.find("rubrics", "b.yaml", folder=mine).read_text() == "bawaan"
    assert resources.find("rubrics", "sub/c.yaml", folder=mine).read_text() == "bawaan"
    assert resources.names("rubrics", folder=mine) == ("a.yaml", "b.yaml", "sub")
    found = resources.files("rubrics", folder=mine)
    assert {name: path.read_text() for name, path in found.items()} == {
        "a.yaml": "milik",
        "b.yaml": "bawaan",
        "sub/c.yaml": "bawaan",
        "sub/d.yaml": "milik",
    }
    assert list(resources.files("rubrics", "sub", folder=mine)) == ["c.yaml", "d.yaml"]
    assert resources.files("rubrics", "sub", suffix=".md", folder=mine) == {}


@pytest.mark.parametrize(("kind", "variable"), [("rubrics", "INOVASI_RUBRICS"), ("prompts", "INOVASI_PROMPTS")])
def test_the_environment_names_the_users_folder_and_an_argument_outranks_it(
    kind: resources.Kind, variable: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, str(put(tmp_path / "lingkungan", x="lingkungan")))
    argument = put(tmp_path / "argumen", x="argumen")
    assert resources.find(kind, "x.yaml").read_text() == "lingkungan"
    assert resources.find(kind, "x.yaml", folder=argument).read_text() == "argumen"
    monkeypatch.setenv(variable, "")
    assert resources.roots(kind) == (CHECKOUT / kind,)


@pytest.mark.parametrize(
    ("kind", "error", "title"),
    [("rubrics", RubricError, "Rubrik"), ("prompts", TemplateError, "Templat"), ("examples", OptionError, "Contoh")],
)
def test_a_missing_name_says_where_it_was_looked_for(
    kind: resources.Kind, error: type[InputError], title: str, tmp_path: Path
) -> None:
    with pytest.raises(error) as caught:
        resources.find(kind, "tidak-ada", folder=tmp_path)
    text = str(caught.value)
    assert text.startswith(f"{title} `tidak-ada` tidak ditemukan")
    assert str(tmp_path) in text
    assert str(CHECKOUT / kind) in text


def test_a_near_miss_is_suggested(tmp_path: Path) -> None:
    with pytest.raises(RubricError, match=r"mungkin maksudnya: edisi-2026\.yaml"):
        resources.find("rubrics", "edisi-2062.yaml", folder=put(tmp_path, **{"edisi-2026": "isi"}))


def test_an_installation_without_data_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "_shipped", lambda kind: ())
    with pytest.raises(TemplateError, match="pasang ulang inovasi-ai"):
        resources.find("prompts", "apa.j2")
    assert resources.names("prompts") == ()


def test_a_users_folder_that_is_not_there_is_never_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = tmp_path / "hilang"
    with pytest.raises(RubricError, match="hilang"):
        resources.names("rubrics", folder=gone)
    monkeypatch.setenv("INOVASI_PROMPTS", str(gone))
    with pytest.raises(TemplateError, match="INOVASI_PROMPTS"):
        resources.find("prompts", "x.j2")


@pytest.mark.parametrize("name", ["", "..", "../rahasia", "a/../../b", "/etc/passwd", "a//b", "a\\b", "C:x", "a\0b"])
def test_a_name_cannot_leave_its_folder(name: str, tmp_path: Path) -> None:
    (tmp_path / "rahasia").write_text("x", encoding="utf-8")
    with pytest.raises(RubricError, match="tidak sah"):
        resources.find("rubrics", name, folder=put(tmp_path / "milik", a="a"))


@given(name=st.text(max_size=300))
def test_any_name_is_either_inside_the_root_or_refused(name: str) -> None:
    root = resources.roots("rubrics")[0]
    try:
        path = resources.find("rubrics", name)
    except RubricError:
        return
    assert path.is_relative_to(root)
    assert os.path.normpath(path) == str(path)


def test_hidden_files_and_caches_are_not_data(tmp_path: Path) -> None:
    put(tmp_path, a="a")
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "c.yaml").write_text("c", encoding="utf-8")
    (tmp_path / ".DS_Store").write_text("", encoding="utf-8")
    assert "a.yaml" in resources.names("rubrics", folder=tmp_path)
    found = resources.files("rubrics", folder=tmp_path)
    assert not [name for name in found if "DS_Store" in name or "__pycache__" in name]
