"""What it costs to start: `import inovasi_ai` beside a bare interpreter and `import openai`, and one whole `check`.

    python benchmarks/startup.py [RUNS]

Each figure is wall time of a fresh process, in milliseconds; the kinds take turns, so that a busy moment hits all of
them. The minimum is the figure to compare, the median shows how restless the machine was.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import sysconfig
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LIMITS = {"import inovasi_ai": 80.0, "inovasi check": 400.0}
"""Milliseconds: the import beyond a bare interpreter, the check as a whole process."""


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


def measure(command: list[str]) -> float:
    """Milliseconds of one run. Exit code 1 is fine (the checker found gaps), a higher one ends the benchmark."""
    begin = time.perf_counter()
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    elapsed = (time.perf_counter() - begin) * 1000
    if done.returncode > 1 or (done.returncode == 1 and "-c" in command):
        sys.exit(f"{' '.join(command)}: exit code {done.returncode}\n{done.stderr}")
    return elapsed


def main() -> None:
    """Print the table; exit code 1 when a limit is broken."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    timed: dict[str, list[float]] = {name: [] for name in commands()}
    for _ in range(runs + 1):
        for name, command in commands().items():
            timed[name].append(measure(command))
    least = {name: min(times[1:]) for name, times in timed.items()}  # the first run warms the disk
    bare = least["bare interpreter"]
    openai = least["import openai"] - bare
    print(f"{'process':<20}{'min ms':>9}{'median ms':>11}{'over bare':>11}{'of openai':>11}")
    for name, times in timed.items():
        over = least[name] - bare
        print(f"{name:<20}{least[name]:9.1f}{statistics.median(times[1:]):11.1f}{over:11.1f}{over / openai:11.2f}")
    broken = []
    if least["import inovasi_ai"] - bare > LIMITS["import inovasi_ai"]:
        broken.append("import inovasi_ai")
    if least.get("inovasi check", 0.0) > LIMITS["inovasi check"]:
        broken.append("inovasi check")
    if broken:
        sys.exit(f"over the limit: {', '.join(broken)}")


if __name__ == "__main__":
    main()
