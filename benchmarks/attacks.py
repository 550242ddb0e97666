"""Can the checker be fooled? `python benchmarks/attacks.py [--seeds N] [--held | --open] [--show FAMILY]`.

Every text of `attack_cases.py` is handed in alone, as every section at once and under the heading of each element, with
and without facts; an attack passes when any element becomes *present*. Then full drafts are degraded step by step and
padded (`attack_steps.py`): no step may raise an element's status or *kelengkapan*. Prints a table; exit code 1 when
anything passed.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.attack_cases import EXAMPLES, Attack, attacks, placings
from benchmarks.attack_steps import degradings, full_texts, paddings, rises
from inovasi_ai import Innovation, check
from inovasi_ai.domain.report import Report
from inovasi_ai.domain.rubric import Rubric, load_rubric

__all__ = ["main", "passed"]


def passed(
    attack: Attack, rubric: Rubric, innovation: Innovation
) -> tuple[dict[str, set[str]], dict[str, set[str]], int]:
    """Elements that became present and partial, each with the ways that did it, and how often it was tried."""
    present: dict[str, set[str]] = {}
    partial: dict[str, set[str]] = {}
    tried = 0
    # A salad of one list is no more under one heading than under another.
    headed = attack.family != "cue salad" or not attack.name.startswith("list ")
    for way, text in placings(attack.text, rubric, headed=headed):
        for facts in (None, innovation):
            tried += 1
            for element, status in _statuses(check(text, facts, rubric)).items():
                label = f"{way}{', facts' if facts else ''}"
                if status == "present":
                    present.setdefault(element, set()).add(label)
                elif status == "partial":
                    partial.setdefault(element, set()).add(label)
    return present, partial, tried


def _statuses(report: Report) -> dict[str, str]:
    return {element: verdict.status for section in report.verdicts.values() for element, verdict in section.items()}


def _fooling(cases: Sequence[Attack], rubric: Rubric, innovation: Innovation, show: str | None) -> int:
    texts: Counter[tuple[str, bool]] = Counter()
    checks: Counter[tuple[str, bool]] = Counter()
    fooled: Counter[tuple[str, bool]] = Counter()
    halfway: Counter[tuple[str, bool]] = Counter()
    for attack in cases:
        if show and attack.family != show:
            continue
        key = (attack.family, attack.held)
        present, partial, tried = passed(attack, rubric, innovation)
        texts[key] += 1
        checks[key] += tried
        fooled[key] += bool(present)
        halfway[key] += len(partial.keys() - present.keys())
        if show:
            for word, found in (("present", present), ("partial", partial)):
                for element, ways in found.items():
                    print(f"  {word:<8}{element:<24}{attack.name:<50}{'; '.join(sorted(ways))[:150]}")
    print(f"{'attack':<22}{'half':<6}{'texts':>7}{'checks':>8}{'passed':>8}{'partial elements per text':>27}")
    for key in sorted(texts):
        family, held = key
        share = halfway[key] / texts[key]
        print(
            f"{family:<22}{'held' if held else 'open':<6}{texts[key]:>7}{checks[key]:>8}{fooled[key]:>8}{share:>27.2f}"
        )
    print(f"{'all':<28}{sum(texts.values()):>7}{sum(checks.values()):>8}{sum(fooled.values()):>8}")
    return sum(fooled.values())


def _rising(seeds: Sequence[int], rubric: Rubric, *, show: bool) -> int:
    total = 0
    drafts = full_texts(rubric)
    print(f"\n{'change':<34}{'runs':>7}{'steps':>8}{'element rose':>14}{'kelengkapan rose':>18}")
    for kind, make in (*degradings().items(), *paddings(rubric).items()):
        runs = steps = elements = scores = 0
        for full in drafts:
            for seed in seeds:
                found = rises(full, make(full, seed), rubric)
                runs += 1
                steps += found.steps
                elements += len(found.elements)
                scores += found.scores
                if show:
                    for line in found.elements:
                        print(f"  {full.name} seed {seed}: {line}")
        total += elements + scores
        print(f"{kind:<34}{runs:>7}{steps:>8}{elements:>14}{scores:>18}")
    return total


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints both tables; 1 when anything passed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=4, help="seeds of made attacks and of each degrading")
    half = parser.add_mutually_exclusive_group()
    half.add_argument("--held", action="store_true", help="only the half that was held back")
    half.add_argument("--open", action="store_true", help="only the half that the defence was written with")
    parser.add_argument("--show", metavar="FAMILY", help="one family, each passage named; `steps` for the degrading")
    options = parser.parse_args(arguments)
    rubric = load_rubric("iga-2026")
    innovation = Innovation.load(EXAMPLES / "mas_jos.yaml")
    seeds = range(options.seeds)
    found = 0
    if options.show != "steps":
        cases = attacks(rubric, innovation, seeds)
        if options.held or options.open:
            cases = [attack for attack in cases if attack.held == options.held]
        found += _fooling(cases, rubric, innovation, options.show)
    if options.show in (None, "steps"):
        found += _rising(seeds, rubric, show=options.show == "steps")
    print("\npassed: " + (str(found) if found else "nothing"))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
