"""How well the flags of benefits agree with two annotators: `python benchmarks/flags.py CORPUS [--rows odd|even]`.

CORPUS as for `benchmarks/assessor.py`; read are the yes/no labels of `sections.manfaat`. Printed are, per label, raw
agreement and Cohen's kappa of the checker with each annotator, of answering yes always, of a digit anywhere, and of the
annotators with each other. `--disagree FLAG` lists the rows where the checker differs from both.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from inovasi_ai import check
from inovasi_ai.checking.flags import flags_of

LABELS: Mapping[str, str] = {
    "ukuran": "contains_measurable_target",
    "penerima": "states_beneficiary",
    "perbandingan": "states_before_after_comparison",
    "nilai_awal": "states_baseline",
}
"""Flag of the rubric to the annotators' label."""
_SECTION = "manfaat"
_DIGIT = re.compile("[0-9]")


def kappa(pairs: Sequence[tuple[bool, bool]]) -> float:
    """Cohen's kappa of two yes/no answers; 1.0 where both always give the same one."""
    total = len(pairs)
    same = sum(left == right for left, right in pairs) / total
    left, right = (sum(pair[side] for pair in pairs) / total for side in (0, 1))
    chance = left * right + (1 - left) * (1 - right)
    return 1.0 if chance == 1 else (same - chance) / (1 - chance)


def read(path: Path) -> dict[str, dict[str, object]]:
    """The rows of a JSONL file by their `id`, in order."""
    return {row["id"]: row for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())}


def text_of(row: Mapping[str, object]) -> str:
    """The text of the section."""
    section = row["sections"][_SECTION]  # type: ignore[index]
    return section if isinstance(section, str) else section["text"]


def main() -> None:
    """Read, check, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--rows", choices=("all", "odd", "even"), default="all", help="1st, 3rd, … are odd")
    parser.add_argument("--disagree", metavar="FLAG")
    arguments = parser.parse_args()
    profiles = read(arguments.corpus / "dev-profiles.jsonl")
    annotators = [read(arguments.corpus / name) for name in ("dev-labels.jsonl", "dev-labels-second.jsonl")]
    start, step = {"all": (0, 1), "odd": (0, 2), "even": (1, 2)}[arguments.rows]
    keys = list(profiles)[start::step]
    texts = {key: text_of(profiles[key]) for key in keys}
    ours = {key: flags_of(check({_SECTION: text}))[_SECTION] for key, text in texts.items()}
    print(f"{len(keys)} texts ({arguments.rows}); raw agreement and kappa")
    heads = ("checker/first", "checker/second", "yes/first", "digit/first", "first/second")
    print(f"{'flag':14}" + "".join(f"{head:>16}" for head in heads) + "   yes: ours, first, second")
    for flag, label in LABELS.items():
        first, second = (
            {key: rows[key]["sections"][_SECTION][label] == "yes" for key in keys}  # type: ignore[index]
            for rows in annotators
        )
        mine = {key: ours[key][flag] for key in keys}
        digit = {key: bool(_DIGIT.search(texts[key])) for key in keys}
        compared = ((mine, first), (mine, second), (dict.fromkeys(keys, True), first), (digit, first), (first, second))
        cells = []
        for left, right in compared:
            pairs = [(left[key], right[key]) for key in keys]
            cells.append(f"{sum(a == b for a, b in pairs) / len(pairs):.2f} {kappa(pairs):5.2f}")
        counts = ", ".join(str(sum(answers.values())) for answers in (mine, first, second))
        print(f"{flag:14}" + "".join(f"{cell:>16}" for cell in cells) + f"   {counts}")
        if arguments.disagree == flag:
            for key in keys:
                if mine[key] not in (first[key], second[key]):
                    print(f"  {key}: checker {mine[key]}, annotators {first[key]}")


if __name__ == "__main__":
    main()
