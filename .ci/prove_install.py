"""Run by the interpreter of a fresh installation: is everything there that the checkout has, and does it work?

Usage: `python prove_install.py {wheel,editable} CHECKOUT`, from an empty folder. Standard library only.
"""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

from inovasi_ai import resources

# Runs a console script and ends it hard, with words, when anything in it opens a way to the network.
OFFLINE = """
import os, runpy, sys

def guard(event, arguments):
    if event in {"socket.connect", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"}:
        sys.stderr.write(f"the network was used: {event}{arguments[1:]!r}\\n")
        sys.stderr.flush()
        os._exit(70)

sys.addaudithook(guard)
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
"""

KINDS: tuple[resources.Kind, ...] = ("prompts", "rubrics", "examples")


def same_files(kind: resources.Kind, checkout: Path) -> int:
    """The number of files of a kind; ends the program unless they are the checkout's, byte for byte."""
    installed = {name: path.read_bytes() for name, path in resources.files(kind).items()}
    committed = subprocess.run(
        ["git", "-C", str(checkout), "ls-files", "-z", f"{kind}/"], capture_output=True, text=True, check=True
    ).stdout.split("\0")
    expected = {name.removeprefix(f"{kind}/"): (checkout / name).read_bytes() for name in committed if name}
    if lost := sorted(expected.keys() - installed.keys()):
        sys.exit(f"{kind}: not installed: {', '.join(lost)}")
    if changed := sorted(name for name in expected if installed[name] != expected[name]):
        sys.exit(f"{kind}: differs from the checkout: {', '.join(changed)}")
    return len(expected)


def run(*arguments: str, fine: tuple[int, ...] = (0,)) -> str:
    """What `inovasi` prints, run without network; ends the program when it fails."""
    program = Path(sysconfig.get_path("scripts"), "inovasi")
    command = [sys.executable, "-c", OFFLINE, str(program), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in fine:
        sys.exit(f"inovasi {' '.join(arguments)}: exit code {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def main() -> None:
    """Prove one installation, or end with a message that says what is wrong."""
    layout, checkout = sys.argv[1], Path(sys.argv[2]).resolve()
    if os.listdir() or Path.cwd() == checkout:
        sys.exit("run me from an empty folder: the working folder must not help")
    place = Path(resources.__file__).resolve()
    if place.is_relative_to(checkout) != (layout == "editable"):
        sys.exit(f"this is not a {layout} installation: {place}")
    counts = ", ".join(f"{same_files(kind, checkout)} files of {kind}" for kind in KINDS)
    if "iga-2026" not in run("rubric", "show", "iga-2026"):
        sys.exit("inovasi rubric show iga-2026 does not name the rubric")
    run("demo", "-o", "hasil", fine=(0, 1))
    made = {path.suffix for path in Path("hasil").rglob("*") if path.stat().st_size}
    if lost := {".docx", ".html", ".json"} - made:
        sys.exit(f"inovasi demo wrote no {', '.join(sorted(lost))}")
    print(f"{layout}: {counts}; rubric and demo work, without network")


if __name__ == "__main__":
    main()
