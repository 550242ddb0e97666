"""Other programs that judge texts, for `check_speed.py`: each in its own environment, timed by itself."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

__all__ = ["GOALS", "PROGRAMS", "Program", "interpreter"]

_FRAME = """
import json, sys, time
texts = ["\\n\\n".join(sections.values()) for _, sections in json.load(open(sys.argv[1], encoding="utf-8"))]
{prepare}
def judge(text):
{judge}
for text in texts[:6]:
    judge(text)
begin = time.process_time()
for text in texts[6:]:
    judge(text)
print(time.process_time() - begin)
"""


@dataclass(frozen=True, slots=True)
class Program:
    """A program and how it is asked to judge one text."""

    name: str
    """As pip knows it."""
    title: str
    prepare: str
    judge: str

    @property
    def script(self) -> str:
        """What its interpreter runs: reads the drafts, prints seconds for all but the first six."""
        indented = "\n".join(f"    {line}" for line in self.judge.splitlines())
        return _FRAME.format(prepare=self.prepare, judge=indented)


PROGRAMS = (
    Program(
        "textstat",
        "textstat, four metrics",
        "import textstat\ntextstat.set_lang('id')",  # English needs a dictionary that is downloaded apart
        "textstat.flesch_reading_ease(text)\n"
        "textstat.flesch_kincaid_grade(text)\n"
        "textstat.gunning_fog(text)\n"
        "textstat.automated_readability_index(text)",
    ),
    Program(
        "deepeval",
        "deepeval, 40 pattern metrics",
        "import os\n"
        "os.environ.update(DEEPEVAL_TELEMETRY_OPT_OUT='YES', DEEPEVAL_DISABLE_DOTENV='1')\n"
        "from deepeval.metrics import PatternMatchMetric\n"
        "from deepeval.test_case import LLMTestCase\n"
        "words = '''masalah kendala rendah kurang belum terbatas sulit lambat target tujuan"
        " manfaat hasil meningkat menurun sebelum sesudah kemudian tahap langkah pertama"
        " warga masyarakat petugas desa kecamatan dinas peraturan keputusan nasional daerah"
        " lokal global baru berbeda unggul persen tahun data sumber layanan'''.split()\n"
        "assert len(words) == 40\n"
        "metrics = [PatternMatchMetric(pattern=rf'(?s).*\\b{word}\\b.*', ignore_case=True) for word in words]",
        "case = LLMTestCase(input='naskah', actual_output=text)\n"
        "for metric in metrics:\n"
        "    metric.measure(case, _show_indicator=False)",
    ),
    Program(
        "proselint",
        "proselint, all checks",
        "from proselint.checks import __register__\n"
        "from proselint.registry import CheckRegistry\n"
        "from proselint.tools import LintFile\n"
        "CheckRegistry().register_many(__register__)",
        "LintFile('naskah', content=text).lint()",
    ),
)
GOALS = {"textstat, four metrics": 1.5, "deepeval, 40 pattern metrics": 3.0, "proselint, all checks": 15.0}
"""How many times as many drafts the checker should judge, while it does more."""


def interpreter(program: Program, folder: Path) -> Path | None:
    """The interpreter of the program's environment below `folder`, made at first use; None when pip cannot."""
    home = folder.resolve() / program.name
    python = home / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(home)], check=True)
    found = subprocess.run([str(python), "-c", f"import {program.name}"], capture_output=True, check=False)
    if found.returncode == 0:
        return python
    made = subprocess.run(
        [str(python), "-m", "pip", "install", "--quiet", program.name], capture_output=True, text=True, check=False
    )
    if made.returncode:
        print(made.stderr[-500:], file=sys.stderr)
    return python if made.returncode == 0 else None
