"""Measures of agreement between readers who say no, partial or yes, with intervals: used by `assessor.py`.

Intervals are percentile bootstraps over texts (a text's judgements stay together, for they are not independent), with a
fixed seed, so that two runs print the same.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence

LEVELS = ("no", "partial", "yes")
Labels = Mapping[str, str]
"""Element to no, partial or yes: what one reader says of one text."""
Reader = Mapping[str, Labels]
"""Text id to labels."""
RESAMPLES = 1_000


def weighted_kappa(pairs: Sequence[tuple[str, str]], levels: Sequence[str] = LEVELS) -> float:
    """Cohen's kappa with linear weights; 1.0 when both always give the same single label."""
    size = len(levels)
    place = {level: index for index, level in enumerate(levels)}
    counts = [[0] * size for _ in range(size)]
    for left, right in pairs:
        counts[place[left]][place[right]] += 1
    rows = [sum(row) for row in counts]
    columns = [sum(row[index] for row in counts) for index in range(size)]
    total = len(pairs)
    seen = sum(abs(i - j) * counts[i][j] for i in range(size) for j in range(size))
    chance = sum(abs(i - j) * rows[i] * columns[j] for i in range(size) for j in range(size)) / total if total else 0
    return 1.0 if not chance else 1 - seen / chance


def raw_agreement(pairs: Sequence[tuple[str, str]]) -> float:
    """The share of judgements that are the same."""
    return sum(left == right for left, right in pairs) / len(pairs) if pairs else 1.0


def pairs_of(left: Reader, right: Reader, elements: Sequence[str], texts: Sequence[str]) -> list[tuple[str, str]]:
    """The two readers' labels of the same texts and elements."""
    return [(left[key][name], right[key][name]) for key in texts for name in elements]


def mean_kappa(reader: Reader, others: Sequence[Reader], elements: Sequence[str], texts: Sequence[str]) -> float:
    """The mean of the reader's weighted kappa with each of the others."""
    kappas = [weighted_kappa(pairs_of(reader, other, elements, texts)) for other in others]
    return sum(kappas) / len(kappas)


def absent(reader: Reader, others: Sequence[Reader], elements: Sequence[str], texts: Sequence[str]) -> tuple[int, ...]:
    """(judged absent, of these with no `yes` of anybody, absent for all others, of these judged absent)."""
    judged = right = agreed = found = 0
    for key in texts:
        for name in elements:
            said = [other[key][name] for other in others]
            if reader[key][name] == "no":
                judged += 1
                right += "yes" not in said
            if all(label == "no" for label in said):
                agreed += 1
                found += reader[key][name] == "no"
    return judged, right, agreed, found


def interval(measure: Callable[[Sequence[str]], float], texts: Sequence[str], seed: int = 2026) -> tuple[float, float]:
    """The 95 % percentile bootstrap of a measure over resampled texts."""
    chance = random.Random(seed)
    values = sorted(measure(chance.choices(texts, k=len(texts))) for _ in range(RESAMPLES))
    return values[int(0.025 * RESAMPLES)], values[int(0.975 * RESAMPLES) - 1]


def folds(groups: Mapping[str, str], number: int) -> dict[str, int]:
    """Text id to fold: whole groups (a region, a topic) stay together; the largest group goes to the emptiest fold."""
    members: dict[str, list[str]] = {}
    for key, group in groups.items():
        members.setdefault(group, []).append(key)
    sizes = [0] * number
    placed: dict[str, int] = {}
    for _, keys in sorted(members.items(), key=lambda item: (-len(item[1]), item[0])):
        fold = sizes.index(min(sizes))
        sizes[fold] += len(keys)
        placed.update(dict.fromkeys(keys, fold))
    return placed
