"""How well the checker agrees with two annotators, beside a keyword count: `python benchmarks/assessor.py CORPUS`.

CORPUS is a folder with `dev-profiles.jsonl` (`id`, `sections`), `dev-labels.jsonl` and `dev-labels-second.jsonl` (`id`,
`rancang_bangun` with `present` yes | partial | no per element). Printed is Cohen's kappa with linear weights over no,
partial, yes, per element and pooled: of the checker with each annotator, of a keyword-anywhere count with each, and of
the two annotators with each other. `--disagree ELEMENT` lists the rows where the checker differs from both.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from inovasi_ai import check
from inovasi_ai.domain.report import Report, Status
from inovasi_ai.domain.rubric import load_rubric

LEVELS = ("no", "partial", "yes")
Labels = dict[str, str]

KEYWORDS: Mapping[str, re.Pattern[str]] = {
    name: re.compile(rf"\b(?:{words})", re.IGNORECASE)
    for name, words in {
        "dasar_hukum": r"dasar hukum|undang-undang|peraturan|perda\b|perbup|perwali|permen|keputusan|sk\b|regulasi",
        "permasalahan_makro": r"masalah|permasalahan|kendala|rendah|persen|angka|kemiskinan|nasional|tahun",
        "permasalahan_mikro": r"masalah|permasalahan|kendala|keluhan|sulit|kurang|belum|tidak",
        "isu_strategis": r"sdgs?\b|tpb\b|mdgs?\b|rpjm|spm\b|nasional|strategis|prioritas|visi|reformasi birokrasi",
        "metode_pembaharuan": r"sebelum|semula|dulu|sesudah|setelah|kini|sekarang|menjadi|inovasi",
        "keunggulan_kebaharuan": r"keunggulan|unggul|baru\b|pertama\b|berbeda|lebih|unik|khas",
        "cara_kerja_tahapan": r"tahap|langkah|proses|kemudian|selanjutnya|melakukan|pembentukan",
    }.items()
}
"""The baseline: words whose occurrence anywhere counts; one is `partial`, `ENOUGH` are `yes`."""
ENOUGH = 3


def weighted_kappa(pairs: Sequence[tuple[str, str]]) -> float:
    """Cohen's kappa with linear weights; 1.0 when both always give the same single label."""
    size = len(LEVELS)
    counts = [[0] * size for _ in range(size)]
    for left, right in pairs:
        counts[LEVELS.index(left)][LEVELS.index(right)] += 1
    rows = [sum(row) for row in counts]
    columns = [sum(row[index] for row in counts) for index in range(size)]
    total = len(pairs)
    seen = sum(abs(i - j) * counts[i][j] for i in range(size) for j in range(size))
    chance = sum(abs(i - j) * rows[i] * columns[j] for i in range(size) for j in range(size)) / total
    return 1.0 if not chance else 1 - seen / chance


def from_report(report: Report) -> Labels:
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


def keyword_labels(text: str) -> Labels:
    """The baseline: how often the words of an element occur, wherever they stand."""
    counts = {element: len(pattern.findall(text)) for element, pattern in KEYWORDS.items()}
    return {element: "yes" if count >= ENOUGH else "partial" if count else "no" for element, count in counts.items()}


def read_lines(path: Path) -> dict[str, dict[str, object]]:
    """The rows of a JSONL file by their `id`."""
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    return {row["id"]: row for row in rows}


def labels_of(row: Mapping[str, object]) -> Labels:
    """One annotator's labels of one text."""
    elements: Mapping[str, Mapping[str, str]] = row["rancang_bangun"]  # type: ignore[assignment]
    return {name: entry["present"] for name, entry in elements.items() if name in KEYWORDS}


def table(columns: Mapping[str, Callable[[str], float]]) -> str:
    """One row per element and one for all judgements together."""
    lines = [f"{'element':24}" + "".join(f"{name:>18}" for name in columns)]
    lines.extend(
        f"{element:24}" + "".join(f"{measure(element):18.2f}" for measure in columns.values())
        for element in (*KEYWORDS, "pooled")
    )
    return "\n".join(lines)


def main() -> None:
    """Read the corpus, check it, print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--disagree", metavar="ELEMENT", help="list where the checker differs from both")
    arguments = parser.parse_args()
    profiles = read_lines(arguments.corpus / "dev-profiles.jsonl")
    first = {key: labels_of(row) for key, row in read_lines(arguments.corpus / "dev-labels.jsonl").items()}
    second = {key: labels_of(row) for key, row in read_lines(arguments.corpus / "dev-labels-second.jsonl").items()}
    rubric = load_rubric()
    start = time.perf_counter()
    texts = {key: row["sections"]["rancang_bangun"] for key, row in profiles.items()}  # type: ignore[index]
    texts = {key: value if isinstance(value, str) else value["text"] for key, value in texts.items()}
    reports = {key: check({"rancang_bangun": text}, rubric=rubric) for key, text in texts.items()}
    seconds = time.perf_counter() - start
    ours = {key: from_report(report) for key, report in reports.items()}
    naive = {key: keyword_labels(text) for key, text in texts.items()}

    def between(left: Mapping[str, Labels], right: Mapping[str, Labels]) -> Callable[[str], float]:
        def measure(element: str) -> float:
            elements = tuple(KEYWORDS) if element == "pooled" else (element,)
            return weighted_kappa([(left[key][name], right[key][name]) for key in texts for name in elements])

        return measure

    print(f"{len(texts)} texts checked in {seconds:.2f} s; weighted kappa (linear)")
    print(
        table(
            {
                "checker/first": between(ours, first),
                "checker/second": between(ours, second),
                "keyword/first": between(naive, first),
                "keyword/second": between(naive, second),
                "first/second": between(first, second),
            }
        )
    )
    if arguments.disagree:
        for key in texts:
            found, one, two = (labels[key][arguments.disagree] for labels in (ours, first, second))
            if found not in (one, two):
                print(f"{key}: checker {found}, annotators {one}, {two}")


if __name__ == "__main__":
    main()
