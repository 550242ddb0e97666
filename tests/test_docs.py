"""The documentation's examples run, and say what is so."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```python\n(.*?)```", README, re.DOTALL)


def test_the_readme_is_short() -> None:
    assert len(README.splitlines()) <= 150


@pytest.mark.parametrize("number", range(len(BLOCKS)))
def test_a_python_example_runs(number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        exec(compile(BLOCKS[number], f"README.md, example {number}", "exec"), {})  # noqa: S102 - our own README
    promised = [line[2:] for line in BLOCKS[number].splitlines() if line.startswith("# ")]
    if promised:
        assert [line.rstrip() for line in said.getvalue().splitlines()] == promised
    for name in re.findall(r'export\(\w+, "([^"]+)"', BLOCKS[number]):
        assert (tmp_path / name).stat().st_size > 1000


def test_every_command_of_the_readme_is_one() -> None:
    from inovasi_ai.cli.parser import _parser

    commands = re.findall(r"^\$ inovasi (.+?)(?:\s+#.*)?$", README, re.MULTILINE)
    assert len(commands) >= 5
    for command in commands:
        assert hasattr(_parser().parse_args(command.split()), "run")


def test_links_lead_somewhere() -> None:
    for page in [ROOT / "README.md", *(ROOT / "docs").glob("*.md"), ROOT / "CONTRIBUTING.md", ROOT / "SECURITY.md"]:
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
