"""What an installation brings along, what the locks say, and what `import inovasi_ai` costs."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
import zipfile
from functools import cache
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = ("all", "dev", "lowest")
PIN = re.compile(r"^(?P<name>[a-z0-9][a-z0-9.-]*)==(?P<version>[^ ;\\]+)(?: ; (?P<marker>[^\\]+?))? \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}(?: \\)?$")
HEAVY = ("openai", "tiktoken", "docx", "matplotlib", "jinja2", "pydantic", "typer", "rich", "httpx", "httpx2", "regex")


@cache
def locked(name: str) -> dict[str, frozenset[str]]:
    """The versions a lock file allows for each distribution (more than one only under markers)."""
    found: dict[str, frozenset[str]] = {}
    for line in (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if match := PIN.match(line):
            key = canonicalize_name(match["name"])
            found[key] = found.get(key, frozenset()) | {match["version"]}
    return found


def direct(*extras: str) -> list[Requirement]:
    lines = list(PROJECT["project"]["dependencies"])
    for extra in extras:
        lines += PROJECT["project"]["optional-dependencies"][extra]
    return [Requirement(line) for line in lines]


def everything_in_all() -> list[Requirement]:
    (line,) = PROJECT["project"]["optional-dependencies"]["all"]
    requirement = Requirement(line)
    assert requirement.name == PROJECT["project"]["name"]
    return direct(*sorted(requirement.extras))


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_holds_exact_versions_and_hashes_and_nothing_else(name: str) -> None:
    lines = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    strange = [line for line in lines if not PIN.match(line) and not HASH.match(line)]
    assert strange == []
    assert len(locked(name)) > 20


def test_the_locks_know_every_direct_dependency() -> None:
    for requirement in everything_in_all():
        name = canonicalize_name(requirement.name)
        for version in locked("all")[name] | locked("lowest")[name]:
            assert requirement.specifier.contains(version), (name, version)


def test_the_lock_for_developers_contains_the_lock_for_users() -> None:
    assert {name: locked("dev").get(name) for name in locked("all")} == locked("all")


def test_the_lowest_lock_is_at_the_lower_bounds() -> None:
    for requirement in everything_in_all():
        (bound,) = [part.version for part in requirement.specifier if part.operator == ">="]
        versions = locked("lowest")[canonicalize_name(requirement.name)]
        assert all(version == bound or version.startswith(bound + ".") for version in versions), (requirement, versions)


@pytest.fixture(scope="module")
def distributions(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Path]:
    """The wheel of the tree, the sdist, and the wheel built from the unpacked sdist."""
    place = tmp_path_factory.mktemp("dist")

    def build(source: Path, target: str, folder: str) -> Path:
        command = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(place / folder)]
        subprocess.run(command, cwd=source, check=True, capture_output=True)
        (made,) = (place / folder).iterdir()
        return made

    wheel, sdist = build(ROOT, "wheel", "a"), build(ROOT, "sdist", "b")
    (place / "unpacked").mkdir()
    subprocess.run(["tar", "-xf", str(sdist), "-C", str(place / "unpacked")], check=True)
    (unpacked,) = (place / "unpacked").iterdir()
    return wheel, sdist, build(unpacked, "wheel", "c")


def test_the_wheel_brings_its_data_and_nothing_of_the_workshop(distributions: tuple[Path, Path, Path]) -> None:
    with zipfile.ZipFile(distributions[0]) as wheel:
        inside = set(wheel.namelist())
    for kind in ("prompts", "rubrics", "examples"):
        files = [path for path in (ROOT / kind).rglob("*") if path.is_file() and "__pycache__" not in path.parts]
        assert files, kind
        assert {f"inovasi_ai/_data/{path.relative_to(ROOT).as_posix()}" for path in files} <= inside
    assert "inovasi_ai/py.typed" in inside
    assert {name.split("/")[0] for name in inside} == {"inovasi_ai", "inovasi_ai-0.1.0.dist-info"}
    assert any(name.endswith("licenses/LICENSE") for name in inside)


def test_the_sdist_builds_the_same_wheel(distributions: tuple[Path, Path, Path]) -> None:
    wheel, _, again = distributions
    assert wheel.read_bytes() == again.read_bytes()


def imported_by(code: str) -> set[str]:
    """The top-level modules that a fresh interpreter holds after `code`."""
    program = f"{code}; import sys; print(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize("code", ["import inovasi_ai", "import inovasi_ai.resources, inovasi_ai.errors"])
def test_an_import_loads_nothing_heavy(code: str) -> None:
    assert imported_by(code) & set(HEAVY) == set()


def test_the_list_of_heavy_modules_is_not_blind() -> None:
    assert {"jinja2", "pydantic"} <= imported_by("import jinja2, pydantic")


def make(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["make", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)


def test_make_says_what_to_do_when_there_is_no_python(tmp_path: Path) -> None:
    done = make(f"VENV={tmp_path}/venv", "PYTHON=/tidak/ada/python", "demo")
    assert done.returncode != 0
    assert "needs Python 3.11 or newer" in done.stderr
    assert "make PYTHON=/path/to/python3.11 demo" in done.stderr
    assert not (tmp_path / "venv").exists()


def test_make_help_names_every_goal() -> None:
    goals = set(
        re.findall(r"^\.PHONY: (help .*)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)[0].split()
    )
    assert set(re.findall(r"^  make (\S+)", make().stdout, re.MULTILINE)) == goals
