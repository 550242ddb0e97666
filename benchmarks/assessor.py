"""How well the checker agrees with two annotators of real texts: `python benchmarks/assessor.py CORPUS`.

CORPUS is a folder with `*profiles.jsonl` (`id`, `sections`, `region`), `*labels.jsonl` and `*labels-second.jsonl`
(`id`; `rancang_bangun` with `present` yes | partial | no per element; `evidence` with the passages; `sections.manfaat`
with yes | no flags). The checker learns nothing from them: its rules are data. So the folds show how it does on texts
of regions apart, and `--half` what was held back while rules were written; only the keyword baseline is fitted, on the
other folds. Printed are, with intervals: linear-weighted kappa per element and pooled, of the checker and of the
baselines with each annotator, beside the annotators with each other; raw agreement; precision and recall of *absent*;
how often the passages overlap; the flags. `--disagree ELEMENT` lists the rows where the checker differs from both.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.agreement import (
    LEVELS,
    Labels,
    Reader,
    absent,
    folds,
    interval,
    mean_kappa,
    pairs_of,
    raw_agreement,
    weighted_kappa,
)
from benchmarks.baselines import ELEMENTS, always_partial, keyword_counts, learned_words, one_regex, usual_label
from inovasi_ai import check
from inovasi_ai.checking.flags import flags_of
from inovasi_ai.domain.report import Report, Span, Status
from inovasi_ai.domain.rubric import load_rubric

FOLDS = 6
PARTS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "dasar_hukum": ("dasar_hukum", ("daerah", "pusat")),
    "permasalahan_makro": ("permasalahan", ("makro",)),
    "permasalahan_mikro": ("permasalahan", ("mikro",)),
    "isu_strategis": ("isu_strategis", ()),
    "metode_pembaharuan": ("metode_pembaharuan", ("sebelum", "sesudah")),
    "keunggulan_kebaharuan": ("keunggulan_kebaharuan", ("keunggulan", "kebaruan")),
    "cara_kerja_tahapan": ("tahapan_penggunaan", ("langkah",)),
}
"""The annotators' element to the rubric's element and the parts that carry it (all parts when none is named)."""
FLAGS = {
    "contains_measurable_target": "ukuran",
    "states_beneficiary": "penerima",
    "states_before_after_comparison": "perbandingan",
    "states_baseline": "nilai_awal",
}
"""The annotators' yes/no fields of `manfaat` to the rubric's flags."""
YES_NO = ("no", "yes")


def from_report(report: Report) -> dict[str, str]:
    """The verdicts in the annotators' words."""
    verdicts = report.verdicts["rancang_bangun"]
    problem = verdicts["permasalahan"].parts
    law = verdicts["dasar_hukum"].parts
    method = verdicts["metode_pembaharuan"].parts
    novelty = verdicts["keunggulan_kebaharuan"].parts
    return {
        "dasar_hukum": _law([law["pusat"], law["daerah"]], law["kaitan"]),
        "permasalahan_makro": _word(problem["makro"]),
        "permasalahan_mikro": _word(problem["mikro"]),
        "isu_strategis": _best(verdicts["isu_strategis"].parts.values()),
        "metode_pembaharuan": _both(method["sebelum"], method["sesudah"]),
        "keunggulan_kebaharuan": _best([novelty["keunggulan"], novelty["kebaruan"]]),
        "cara_kerja_tahapan": _word(verdicts["tahapan_penggunaan"].parts["langkah"]),
    }


def _word(status: Status) -> str:
    return {"present": "yes", "partial": "partial", "absent": "no"}[status]


def _best(statuses: Iterable[Status]) -> str:
    return max((_word(status) for status in statuses), key=LEVELS.index)


def _both(left: Status, right: Status) -> str:
    """Before and after. The annotators take the new way, however told, for the after."""
    if left == "present" and right != "absent":
        return "yes"
    return "no" if left == right == "absent" else "partial"


def _law(levels: Sequence[Status], link: Status) -> str:
    best = _best(levels)
    return "partial" if best == "yes" and link == "absent" else best


def passages(report: Report) -> dict[str, list[Span]]:
    """For each of the annotators' elements the passages shown, the best first."""
    shown: dict[str, list[Span]] = {}
    order = {"present": 0, "partial": 1, "absent": 2}
    for name, (element, wanted) in PARTS.items():
        parts = report.verdicts["rancang_bangun"][element].part_verdicts
        parts = tuple(part for part in parts if not wanted or part.id in wanted)
        best = sorted(parts, key=lambda part: order[part.status])
        shown[name] = [span for part in best for span in part.spans]
    return shown


def read_lines(path: Path) -> dict[str, dict[str, Any]]:
    """The rows of a JSONL file by their `id`."""
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    return {row["id"]: row for row in rows}


def labels_of(row: Mapping[str, Any]) -> Labels:
    """One annotator's labels of one text."""
    return {name: entry["present"] for name, entry in row["rancang_bangun"].items() if name in ELEMENTS}


def one_file(corpus: Path, ending: str) -> Path:
    """The one file of the folder whose name ends so; ends the program with what is missing."""
    found = sorted(corpus.glob(f"*{ending}"))
    if len(found) != 1:
        raise SystemExit(f"{corpus}: expected one file *{ending}, found {len(found)}")
    return found[0]


def figures(low: float, value: float, high: float) -> str:
    """A value with its interval."""
    return f"{value:.2f} ({low:.2f}–{high:.2f})"


def _pooled(reader: Reader, annotators: Sequence[Reader], texts: Sequence[str]) -> str:
    def measure(sample: Sequence[str]) -> float:
        return mean_kappa(reader, annotators, ELEMENTS, sample)

    low, high = interval(measure, texts)
    return figures(low, measure(texts), high)


def kappa_table(readers: Mapping[str, Reader], annotators: Sequence[Reader], texts: Sequence[str]) -> str:
    """Per element and pooled: mean kappa of each reader with the two annotators, and theirs with each other."""
    first, second = annotators
    names = [*readers, "annotators"]
    lines = [f"{'mean weighted kappa':24}" + "".join(f"{name:>18}" for name in names) + f"{'raw':>7}"]
    for element in (*ELEMENTS, "pooled"):
        elements = ELEMENTS if element == "pooled" else (element,)
        values = [mean_kappa(reader, annotators, elements, texts) for reader in readers.values()]
        values.append(weighted_kappa(pairs_of(first, second, elements, texts)))
        ours = next(iter(readers.values()))
        raw = sum(raw_agreement(pairs_of(ours, other, elements, texts)) for other in annotators) / 2
        lines.append(f"{element:24}" + "".join(f"{value:18.2f}" for value in values) + f"{raw:7.2f}")
    return "\n".join(lines)


def absent_table(ours: Reader, annotators: Sequence[Reader], texts: Sequence[str]) -> str:
    """Per element and pooled: precision (nobody says yes) and recall (both say no) of *absent*, with counts."""
    lines = [f"{'absent':24}{'precision':>18}{'recall':>18}"]
    for element in (*ELEMENTS, "pooled"):
        elements = ELEMENTS if element == "pooled" else (element,)
        judged, right, agreed, found = absent(ours, annotators, elements, texts)
        lines.append(f"{element:24}{_share(right, judged):>18}{_share(found, agreed):>18}")
    return "\n".join(lines)


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2f} ({part}/{whole})" if whole else "– (0/0)"


def overlap_table(
    shown: Mapping[str, Mapping[str, list[Span]]], rows: Sequence[Mapping[str, Mapping[str, Any]]], texts: Sequence[str]
) -> str:
    """Per element: of the rows where both give a passage, those where they overlap."""
    lines = [f"{'passages overlap':24}{'best passage':>18}{'any shown':>18}{'annotators':>18}"]
    total = [[0, 0], [0, 0], [0, 0]]
    for element in ELEMENTS:
        counts = [[0, 0], [0, 0], [0, 0]]
        for key in texts:
            labelled = [row[key].get("evidence", {}).get(element) for row in rows]
            ours = [(span.start, span.end) for span in shown[key][element]]
            for passage in filter(None, labelled):
                if ours:
                    place = (passage["start"], passage["end"])
                    counts[0][0] += _overlap(ours[0], place)
                    counts[1][0] += any(_overlap(span, place) for span in ours)
                    counts[0][1] += 1
                    counts[1][1] += 1
            if all(labelled):
                left, right = ((passage["start"], passage["end"]) for passage in labelled)
                counts[2][0] += _overlap(left, right)
                counts[2][1] += 1
        for index in range(3):
            total[index][0] += counts[index][0]
            total[index][1] += counts[index][1]
        lines.append(f"{element:24}" + "".join(f"{_share(*pair):>18}" for pair in counts))
    lines.append(f"{'pooled':24}" + "".join(f"{_share(*pair):>18}" for pair in total))
    return "\n".join(lines)


def _overlap(left: tuple[int, int], right: tuple[int, int]) -> bool:
    return left[0] < right[1] and right[0] < left[1]


def flag_labels(profiles: Mapping[str, Mapping[str, Any]], texts: Sequence[str]) -> Reader:
    """The checker's flags of the benefits, in the annotators' words."""
    read: dict[str, Labels] = {}
    for key in texts:
        flags = flags_of(check({"manfaat": str(profiles[key]["sections"]["manfaat"])}))["manfaat"]
        read[key] = {label: "yes" if flags[flag] else "no" for label, flag in FLAGS.items()}
    return read


def flag_table(ours: Reader, annotators: Sequence[Reader]) -> str:
    """Per flag: kappa and raw agreement of the checker (mean over the two), of answering yes, of the annotators."""
    texts = list(ours)
    yes: Reader = {key: dict.fromkeys(FLAGS, "yes") for key in texts}
    lines = [
        f"{'flags of manfaat':32}{'checker':>14}{'always yes':>14}{'annotators':>14}   kappa, raw; {len(texts)} texts"
    ]
    for flag in FLAGS:
        cells = []
        for reader, others in ((ours, annotators), (yes, annotators), (annotators[0], annotators[1:])):
            compared = [pairs_of(reader, other, (flag,), texts) for other in others]
            kappa = sum(weighted_kappa(pairs, YES_NO) for pairs in compared) / len(compared)
            raw = sum(map(raw_agreement, compared)) / len(compared)
            cells.append(f"{kappa:.2f}, {raw:.2f}")
        lines.append(f"{flag:32}" + "".join(f"{cell:>14}" for cell in cells))
    return "\n".join(lines)


def confidence_table(reports: Mapping[str, Report], ours: Reader, annotators: Sequence[Reader]) -> str:
    """For each confidence of the checker how often what it says is what at least one annotator says."""
    counts = {"high": [0, 0], "medium": [0, 0], "low": [0, 0]}
    for key, report in reports.items():
        for name, (element, _) in PARTS.items():
            pair = counts[report.verdicts["rancang_bangun"][element].confidence]
            pair[0] += any(ours[key][name] == other[key][name] for other in annotators)
            pair[1] += 1
    lines = [f"{'confidence':24}{'as an annotator says':>24}"]
    lines.extend(f"{level:24}{_share(*pair):>24}" for level, pair in counts.items())
    return "\n".join(lines)


def disagreements(name: str, ours: Reader, annotators: Sequence[Reader]) -> str:
    """The texts where the checker says of an element or flag what neither annotator says."""
    lines = [""]
    for key, labels in ours.items():
        one, two = (other[key][name] for other in annotators)
        if labels[name] not in (one, two):
            lines.append(f"{key}: checker {labels[name]}, annotators {one}, {two}")
    return "\n".join(lines)


def fold_table(ours: Reader, annotators: Sequence[Reader], fold_of: Mapping[str, int]) -> str:
    """Pooled kappa on each fold of regions apart."""
    lines = [f"{'fold (regions apart)':24}{'texts':>8}{'checker':>10}{'annotators':>12}"]
    for fold in sorted(set(fold_of.values())):
        keys = [key for key, own in fold_of.items() if own == fold]
        checker = mean_kappa(ours, annotators, ELEMENTS, keys)
        both = weighted_kappa(pairs_of(annotators[0], annotators[1], ELEMENTS, keys))
        lines.append(f"{fold + 1:<24}{len(keys):>8}{checker:>10.2f}{both:>12.2f}")
    return "\n".join(lines)


def main() -> None:
    """Read the corpus, check it, print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("corpus", type=Path)
    parser.add_argument(
        "--disagree", metavar="ELEMENT", choices=(*ELEMENTS, *FLAGS), help="list where the checker differs from both"
    )
    parser.add_argument("--half", choices=("even", "odd"), help="only the rows at even or odd places of the file")
    arguments = parser.parse_args()
    profiles = read_lines(one_file(arguments.corpus, "profiles.jsonl"))
    rows = [read_lines(one_file(arguments.corpus, ending)) for ending in ("labels.jsonl", "labels-second.jsonl")]
    keys = [key for key in profiles if all(key in row for row in rows)]
    if arguments.half:
        keys = keys[0 if arguments.half == "even" else 1 :: 2]
    annotators = [{key: labels_of(row[key]) for key in keys} for row in rows]
    texts = {key: str(profiles[key]["sections"]["rancang_bangun"]) for key in keys}
    rubric = load_rubric()
    start = time.perf_counter()
    reports = {key: check({"rancang_bangun": text}, rubric=rubric) for key, text in texts.items()}
    seconds = time.perf_counter() - start
    ours: Reader = {key: from_report(report) for key, report in reports.items()}
    fold_of = folds({key: str(profiles[key].get("region", key)) for key in keys}, min(FOLDS, len(keys)))
    readers = {
        "checker": ours,
        "keyword count": keyword_counts(texts, annotators, fold_of),
        "one regex": one_regex(texts),
        "naive Bayes": learned_words(texts, annotators, fold_of),
        "usual label": usual_label(texts, annotators, fold_of),
        "always partial": always_partial(texts),
    }
    print(f"{len(keys)} texts checked in {seconds:.2f} s; {len(keys) * len(ELEMENTS)} judgements a reader\n")
    print(kappa_table(readers, annotators, keys), end="\n\n")
    print("pooled, with 95 % intervals over texts:")
    for name, reader in readers.items():
        print(f"  {name:22}{_pooled(reader, annotators, keys)}")

    def between(sample: Sequence[str]) -> float:
        return weighted_kappa(pairs_of(annotators[0], annotators[1], ELEMENTS, sample))

    def difference(sample: Sequence[str]) -> float:
        return mean_kappa(ours, annotators, ELEMENTS, sample) - between(sample)

    low, high = interval(between, keys)
    print(f"  {'annotators':22}{figures(low, between(keys), high)}")
    low, high = interval(difference, keys)
    print(f"  {'checker − annotators':22}{figures(low, difference(keys), high)}\n")
    print(absent_table(ours, annotators, keys), end="\n\n")
    print(overlap_table({key: passages(report) for key, report in reports.items()}, rows, keys), end="\n\n")
    flagged = [key for key in keys if all(row[key].get("sections", {}).get("manfaat") for row in rows)]
    if flagged:
        said = [{key: row[key]["sections"]["manfaat"] for key in flagged} for row in rows]
        told = flag_labels(profiles, flagged)
        print(flag_table(told, said), end="\n\n")
    print(confidence_table(reports, ours, annotators), end="\n\n")
    print(fold_table(ours, annotators, fold_of))
    if arguments.disagree in FLAGS and flagged:
        print(disagreements(arguments.disagree, told, said))
    elif arguments.disagree:
        print(disagreements(arguments.disagree, ours, annotators))


if __name__ == "__main__":
    main()
