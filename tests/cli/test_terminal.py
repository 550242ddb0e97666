"""How the program meets a person: help, slips of typing, terminals, pipes, interruptions."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from inovasi_ai.cli import commands, main
from tests.examples import FOLDER

Captured = pytest.CaptureFixture[str]

COMMANDS = (
    [],
    *([name] for name in ("draft", "check", "write", "template", "rubric", "demo")),
    *(["rubric", name] for name in ("list", "show", "test", "lint")),
)
ENGLISH = re.compile(
    r"\b(?:usage|options?|optional|positional|arguments?|show|this|message|exit|default|required|choices|choose|invalid|"
    r"expected|unrecognized|ambiguous|error|version|file|files|the|and|with|from)\b",
    re.IGNORECASE,
)
EXAMPLE = str(FOLDER / "speling.yaml")


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_help_is_indonesian(command: list[str], capsys: Captured) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*command, "--help"])
    assert ended.value.code == 0
    shown = capsys.readouterr().out
    assert "pemakaian" in shown
    prose = re.sub(
        r"--?[a-z]+|inovasi(?: [a-z]+)*|\biga-2026\b|^ {2,6}(?:list|show|test|lint|draft|check|write)",
        "",
        shown,
        flags=re.MULTILINE,
    )
    assert not ENGLISH.findall(prose)


def test_without_a_command_the_help_is_shown(capsys: Captured) -> None:
    assert main([]) == 0
    assert "perintah" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["chek"], ["chek", "draft, check, write", "mungkin maksudnya: check"]),
        (["rubric", "tampil"], ["tampil", "list, show, test, lint"]),
        (["rubric"], ["TINDAKAN"]),
        (["check"], ["BERKAS", "inovasi check --help"]),
        (["check", "a.yaml", "b.yaml"], ["b.yaml", "berlebih"]),
        (["check", "a.yaml", "--rubrik", "x"], ["--rubrik", "mungkin maksudnya: --rubric"]),
        (["check", "a.yaml", "--js"], ["--js", "mungkin maksudnya: --json"]),
        (["check", "a.yaml", "--json=ya"], ["--json", "ya"]),
        (["draft", "a.yaml", "--format"], ["--format", "perlu satu nilai"]),
        (["check", EXAMPLE, "--rubric", "iga-2062"], ["iga-2062", "mungkin maksudnya: iga-2026"]),
        (["rubric", "show", "entah"], ["entah", "iga-2026"]),
        (["rubric", "show", "../rahasia"], ["../rahasia"]),
        (["check", "naskah.pdf"], ["naskah.pdf"]),
    ],
)
def test_slips_are_told_in_indonesian_with_what_is_known(
    arguments: list[str], named: list[str], capsys: Captured
) -> None:
    assert main(arguments) == 2
    told = capsys.readouterr()
    assert told.out == ""
    for words in named:
        assert words in told.err
    quoted = re.sub(r"--[a-z]+|inovasi \w+|salah satu dari [^;\n]*", "", told.err)
    assert not ENGLISH.findall(quoted.replace("expected one argument", "X"))
    if "--json=ya" not in arguments:
        assert main([*arguments, "--json"]) == 2
        content = json.loads(capsys.readouterr().out)
        assert content["jenis"] == "galat"
        assert content["pesan"]


@pytest.mark.parametrize("name", ["naskah.pdf", "naskah.odt", "naskah.doc", "tabel.xlsx", "tanpa_akhiran"])
def test_a_file_of_another_kind_is_told_which_kinds_are_read(name: str, tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / name).write_bytes(b"isi")
    assert main(["check", str(tmp_path / name)]) == 2
    assert ".docx, .md, .txt, atau .html" in capsys.readouterr().err


def _run(arguments: Sequence[str], **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "inovasi_ai.cli", *arguments],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **environment},
        capture_output=True,
        timeout=60,
    )


def test_in_a_pipe_there_is_plain_text(capsys: Captured) -> None:
    done = _run(["check", EXAMPLE], FORCE_COLOR="1", CLICOLOR_FORCE="1", TERM="xterm-256color")
    assert done.returncode == 1
    assert done.stderr == b""
    assert b"\x1b" not in done.stdout
    lines = done.stdout.decode().splitlines()
    assert any(len(line) > 200 for line in lines)  # not folded: a program or an editor folds it
    assert not set("─━│┃") & set(done.stdout.decode())


def test_on_a_terminal_there_are_tables_that_fit(tmp_path: Path) -> None:
    shown = _on_terminal(["check", EXAMPLE], columns=80)
    assert "\x1b[1m" in shown
    assert "─" in shown
    plain = re.sub(r"\x1b\[[0-9;]*[a-zA-Z]", "", shown).replace("\r", "")
    assert max(map(len, plain.splitlines())) <= 80
    assert "Dasar hukum inovasi" in plain


def test_json_on_a_terminal_has_no_colours() -> None:
    shown = _on_terminal(["check", EXAMPLE, "--json"], columns=80)
    assert "\x1b" not in shown
    assert json.loads(shown.replace("\r\n", "\n"))["rubric"] == "iga-2026"


def _on_terminal(arguments: Sequence[str], *, columns: int) -> str:
    import fcntl
    import pty
    import struct
    import termios

    reader, writer = pty.openpty()
    fcntl.ioctl(writer, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "TERM": "xterm"}
    for name in ("NO_COLOR", "COLUMNS"):
        environment.pop(name, None)
    process = subprocess.Popen(
        [sys.executable, "-m", "inovasi_ai.cli", *arguments],
        stdout=writer,
        stderr=writer,
        stdin=writer,
        env=environment,
    )
    os.close(writer)
    parts: list[bytes] = []
    try:
        while part := os.read(reader, 65_536):
            parts.append(part)
    except OSError:  # Linux says so when the other end is closed
        pass
    finally:
        os.close(reader)
    process.wait(timeout=60)
    return b"".join(parts).decode()


@pytest.mark.parametrize("arguments", [["check", EXAMPLE], ["rubric", "show"]])
def test_a_reader_who_leaves_is_no_error(arguments: list[str]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "inovasi_ai.cli", *arguments],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=writer,
        stderr=subprocess.PIPE,
        timeout=60,
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_full_disk_behind_the_output_is_a_fault_of_the_run() -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "inovasi_ai.cli", "check", EXAMPLE],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=60,
        )
    assert done.returncode == 3
    assert done.stderr.decode().startswith("Tidak dapat diselesaikan")


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_a_narrow_code_page_mangles_no_json_and_stops_nothing(encoding: str) -> None:
    done = _run(["check", EXAMPLE], PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert (done.returncode, done.stderr) == (1, b"")
    assert b"Kelengkapan" in done.stdout
    done = _run(["check", EXAMPLE, "--json"], PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert "–" in json.dumps(json.loads(done.stdout.decode(encoding)), ensure_ascii=False)


def test_interrupted_in_the_middle(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    def interrupt(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(commands, "check", interrupt)
    assert main(["check", EXAMPLE]) == 3
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", "Dihentikan.\n")


def test_interrupted_as_a_process(tmp_path: Path) -> None:
    script = (
        "import os, signal, threading\n"
        "from inovasi_ai.cli import main\n"
        "from inovasi_ai.cli import commands\n"
        "commands.load_innovations = lambda _: os.kill(os.getpid(), signal.SIGINT) or __import__('time').sleep(30)\n"
        f"raise SystemExit(main(['write', {EXAMPLE!r}, '-o', {str(tmp_path)!r}]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        timeout=60,
    )
    assert (done.returncode, done.stdout, done.stderr) == (3, b"", b"Dihentikan.\n")
    assert list(tmp_path.iterdir()) == []


def test_own_rubrics_by_the_environment(tmp_path: Path) -> None:
    folder = tmp_path / "iga-2026"
    folder.mkdir()
    shipped = (FOLDER.parent / "rubrics" / "iga-2026" / "rubric.yaml").read_text(encoding="utf-8")
    (folder / "rubric.yaml").write_text(shipped.replace("min_words: 300", "min_words: 5000"), encoding="utf-8")
    done = _run(["check", EXAMPLE], INOVASI_RUBRICS=str(tmp_path))
    assert "minimum 5.000" in done.stdout.decode()
    done = _run(["check", EXAMPLE], INOVASI_RUBRICS=str(tmp_path / "tidak-ada"))
    assert (done.returncode, done.stdout) == (2, b"")
    assert "INOVASI_RUBRICS" in done.stderr.decode()


def test_no_network_no_heavy_package_and_no_clock_in_a_check() -> None:
    script = (
        "import sys, socket\n"
        "def refuse(event, arguments):\n"
        "    if event.startswith('socket.') and event != 'socket.__new__': raise RuntimeError(event)\n"
        "sys.addaudithook(refuse)\n"
        "from inovasi_ai.cli import main\n"
        f"code = main(['check', {EXAMPLE!r}])\n"
        "heavy = {'openai', 'tiktoken', 'docx', 'matplotlib', 'rich', 'httpx'} & set(sys.modules)\n"
        "sys.exit(f'{heavy}' if heavy else code)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (1, b"")
