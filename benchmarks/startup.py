"""What it costs to start: `import inovasi_ai` beside a bare interpreter and `import openai`, and one whole `check`.

    python benchmarks/startup.py [RUNS]

Each process is a fresh one, and the kinds take turns, so that a busy moment hits all of them. What is compared is the
least time a kind of process has worked itself (user and system, in milliseconds), which other work on the machine
hardly touches; the least wall time and its median stand beside it. What Python and the library keep between starts is
kept, as for anyone who uses them: the first run fills it and is not counted.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import sysconfig
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
LIMITS = {"import inovasi_ai": 80.0, "inovasi check": 400.0}
"""Milliseconds of work: the import beyond a bare interpreter, the check as a whole process."""


def commands() -> dict[str, list[str]]:
    """The processes to time, by the name they are printed under."""
    bare = [sys.executable, "-c"]
    found = {
        "bare interpreter": [*bare, "pass"],
        "import inovasi_ai": [*bare, "import inovasi_ai"],
        "import openai": [*bare, "import openai"],
    }
    program = Path(sysconfig.get_path("scripts"), "inovasi")
    examples = sorted(path for path in (ROOT / "examples").rglob("*.y*ml") if path.is_file())
    if program.exists() and examples:
        found["inovasi --help"] = [str(program), "--help"]
        found["inovasi check"] = [str(program), "check", str(examples[0]), "--json"]
    return found


class Run(NamedTuple):
    """Milliseconds of one process: of its own work, and of the clock on the wall."""

    work: float
    wall: float


def measure(command: list[str]) -> Run:
    """One run. Exit code 1 is fine (the checker found gaps), a higher one ends the benchmark."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before, begin = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    wall, after = time.perf_counter() - begin, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode > 1 or (done.returncode == 1 and "-c" in command):
        sys.exit(f"{' '.join(command)}: exit code {done.returncode}\n{done.stderr}")
    work = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return Run(work * 1000, wall * 1000)


def main() -> None:
    """Print the table; exit code 1 when a limit is broken."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    timed: dict[str, list[Run]] = {name: [] for name in commands()}
    for _ in range(runs + 1):
        for name, command in commands().items():
            timed[name].append(measure(command))
    counted = {name: found[1:] for name, found in timed.items()}
    least = {name: min(run.work for run in found) for name, found in counted.items()}
    bare = least["bare interpreter"]
    openai = least["import openai"] - bare
    print(f"{'process':<20}{'work ms':>9}{'over bare':>11}{'of openai':>11}{'wall ms':>9}{'median':>8}")
    for name, found in counted.items():
        over, walls = least[name] - bare, [run.wall for run in found]
        told = f"{name:<20}{least[name]:9.0f}{over:11.0f}{over / openai:11.2f}"
        print(f"{told}{min(walls):9.0f}{statistics.median(walls):8.0f}")
    broken = []
    if least["import inovasi_ai"] - bare > LIMITS["import inovasi_ai"]:
        broken.append("import inovasi_ai")
    if least.get("inovasi check", 0.0) > LIMITS["inovasi check"]:
        broken.append("inovasi check")
    if broken:
        sys.exit(f"over the limit: {', '.join(broken)}")


if __name__ == "__main__":
    main()
