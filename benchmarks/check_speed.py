"""Drafts per second on one core, beside other programs that judge texts, and how time grows with the text.

    python benchmarks/check_speed.py                   # the checker alone
    python benchmarks/check_speed.py --others FOLDER   # beside textstat, deepeval and proselint
    python benchmarks/check_speed.py --growth          # 10 KB, 100 KB, 1 MB; prose, headed text, hostile text

Every draft has 549 words and is checked against the full rubric: verdicts with passages, figures and names held against
the facts, consistency, language. The drafts are the composed ones of `examples/`, cut and filled up at random (seeded)
with sentences of each other, so that some of what they say is without fact. `--others` makes an environment for each
program in FOLDER, once, by pip. The programs take turns, each in its own process; a figure is CPU time of the best
round, the median shows how restless the machine was. Ratios are worth more than times.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.speed_others import GOALS, PROGRAMS, Program, interpreter
from benchmarks.speed_texts import GROWING, SIZES
from inovasi_ai import Innovation, check, draft, load_rubric
from inovasi_ai.domain.rubric import Rubric
from inovasi_ai.text import count_words

ROOT = Path(__file__).resolve().parent.parent
FACTS = ("lontara_plus", "mas_jos", "speling")
WORDS = 549
PER_SECOND = 1_500
"""Drafts per second on one core."""
LINEAR = 2.5
"""What ten times the text may cost beyond ten times the time."""
_SENTENCE = re.compile(r"(?<=[.])[ ](?=[A-Z])")

Drafts = list[tuple[int, dict[str, str]]]
"""Of each draft the place of its innovation in `FACTS`, and its sections."""


def innovations() -> list[Innovation]:
    """The innovations the drafts are of."""
    return [Innovation.load(ROOT / "examples" / f"{name}.yaml") for name in FACTS]


def drafts_of(number: int, seed: int, rubric: Rubric) -> Drafts:
    """So many drafts of exactly `WORDS` words, no two alike."""
    chance = random.Random(seed)
    composed = [draft(innovation, rubric).texts for innovation in innovations()]
    made: Drafts = []
    for turn in range(number):
        which = turn % len(composed)
        sections = {
            name: [_SENTENCE.split(paragraph) for paragraph in text.split("\n\n")]
            for name, text in composed[which].items()
        }
        strange = [
            sentence
            for other, texts in enumerate(composed)
            for text in texts.values()
            for sentence in _SENTENCE.split(text.replace("\n", " "))
            if other != which
        ]
        _fit(sections, strange, chance)
        texts = {
            name: "\n\n".join(" ".join(paragraph) for paragraph in paragraphs if paragraph)
            for name, paragraphs in sections.items()
        }
        assert sum(map(count_words, texts.values())) == WORDS
        made.append((which, texts))
    return made


def _fit(sections: dict[str, list[list[str]]], strange: Sequence[str], chance: random.Random) -> None:
    """Take sentences away, or add strange ones, until there are `WORDS` words."""

    def words() -> int:
        return sum(count_words(text) for paragraphs in sections.values() for part in paragraphs for text in part)

    while words() > WORDS:
        paragraph = chance.choice(sections[chance.choice(list(sections))])
        if paragraph:
            paragraph.pop(chance.randrange(len(paragraph)))
    while (missing := WORDS - words()) > 0:
        kept = chance.choice(strange).split()[:missing]
        chance.choice(list(sections.values()))[-1].append(" ".join(kept))


def _once(run: Callable[[], object]) -> float:
    begin = time.process_time()
    run()
    return time.process_time() - begin


def worker(path: str, kind: str) -> None:
    """One round of the checker in its own process: prints seconds of CPU time for all drafts."""
    drafts: Drafts = json.loads(Path(path).read_text(encoding="utf-8"))
    rubric = load_rubric()
    facts = innovations()
    cases = [
        (texts, None if kind == "bare" else facts[which].model_copy() if kind == "new" else facts[which])
        for which, texts in drafts
    ]
    for texts, innovation in cases[:6]:
        check(texts, innovation, rubric)
    print(_once(lambda: [check(texts, innovation, rubric) for texts, innovation in cases[6:]]))


OWN = {
    "check, facts at hand": "known",
    "check, other facts each time": "new",
    "check without facts": "bare",
}


def compare(programs: Sequence[Program], folder: Path | None, number: int, rounds: int, seed: int) -> float:
    """Print drafts per second of all programs; returns those of the checker with facts."""
    commands: dict[str, list[str]] = {}
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch, "drafts.json")
        path.write_text(json.dumps(drafts_of(number + 6, seed, load_rubric())), encoding="utf-8")
        for name, kind in OWN.items():
            commands[name] = [sys.executable, __file__, "--worker", str(path), kind]
        for program in programs if folder is not None else ():
            assert folder is not None
            python = interpreter(program, folder)
            if python is None:
                print(f"{program.name}: could not be installed; no figure")
                continue
            commands[program.title] = [str(python), "-c", program.script, str(path)]
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(rounds):
            for name, command in commands.items():
                done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=scratch)
                if done.returncode:
                    sys.exit(f"{name}: exit code {done.returncode}\n{done.stderr[-2000:]}")
                times[name].append(float(done.stdout.split()[-1]) / number)
    first = 1 / min(times["check, facts at hand"])
    print(f"{'':34}{'best ms':>9}{'median ms':>11}{'drafts/s':>10}{'check is':>10}{'goal':>7}")
    for name, taken in times.items():
        best = min(taken)
        ratio = "" if name in OWN else f"{first * best:.1f} x"
        goal = f"{PER_SECOND}" if name == "check, facts at hand" else f"{GOALS[name]:g} x" if name in GOALS else ""
        print(f"{name:34}{best * 1000:9.2f}{statistics.median(taken) * 1000:11.2f}{1 / best:10.0f}{ratio:>10}{goal:>7}")
    return first


def growth() -> list[str]:
    """Print seconds of CPU time by kind and size of text; returns the kinds whose time outgrows the text."""
    rubric = load_rubric()
    innovation = innovations()[0]
    check("Permasalahan", innovation, rubric)
    print(f"\n{'text':34}" + "".join(f"{size // 1000:>7} KB" for size in SIZES) + f"{'x, last':>10}")
    outgrown = []
    for name, make in GROWING.items():
        taken: list[float] = []
        for size in SIZES:
            text = make(size)
            rounds = 1 if size == SIZES[-1] else 2
            taken.append(min(_once(partial(check, text, innovation, rubric)) for _ in range(rounds)))
        ratio = taken[-1] / max(taken[-2], 0.001)
        print(f"{name:34}" + "".join(f"{seconds:>10.3f}" for seconds in taken) + f"{ratio:>10.1f}", flush=True)
        if ratio > LINEAR * SIZES[-1] / SIZES[-2]:
            outgrown.append(name)
    return outgrown


def main() -> None:
    """Print the tables; exit code 1 when a limit is broken."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--others", type=Path, metavar="FOLDER", help="environments of the other programs")
    options.add_argument("--growth", action="store_true", help="how time grows with the text")
    options.add_argument("--drafts", type=int, default=90)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--worker", nargs=2, help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.worker:
        worker(*chosen.worker)
        return
    broken = []
    rate = compare(PROGRAMS, chosen.others, chosen.drafts, chosen.rounds, chosen.seed)
    if rate < PER_SECOND:
        broken.append(f"{rate:.0f} drafts/s, not {PER_SECOND}")
    if chosen.growth:
        broken += [f"{name}: time outgrows the text" for name in growth()]
    if broken:
        sys.exit("over the limit: " + "; ".join(broken))


if __name__ == "__main__":
    main()
