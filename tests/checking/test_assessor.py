"""The measure of agreement: weighted kappa by hand, by law, and the benchmark on a corpus of two made-up texts."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

SCRIPT = Path(__file__).resolve().parents[2] / "benchmarks" / "assessor.py"
ELEMENTS = (
    "dasar_hukum",
    "permasalahan_makro",
    "permasalahan_mikro",
    "isu_strategis",
    "metode_pembaharuan",
    "keunggulan_kebaharuan",
    "cara_kerja_tahapan",
)
LEVEL = st.sampled_from(["no", "partial", "yes"])


def _load() -> ModuleType:
    path = SCRIPT.with_name("agreement.py")
    spec = importlib.util.spec_from_file_location("agreement", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


AGREEMENT = _load()


def test_kappa_by_hand() -> None:
    # Seen: one difference of a step in four. By chance: rows 2, 1, 1 against columns 1, 2, 1 give 14 / 4 = 3.5 steps.
    pairs = [("no", "no"), ("no", "partial"), ("partial", "partial"), ("yes", "yes")]
    assert AGREEMENT.weighted_kappa(pairs) == pytest.approx(1 - 1 / 3.5)


@settings(max_examples=60)
@given(st.lists(st.tuples(LEVEL, LEVEL), min_size=1, max_size=30))
def test_kappa_is_symmetric_and_never_above_one(pairs: list[tuple[str, str]]) -> None:
    kappa = AGREEMENT.weighted_kappa(pairs)
    assert kappa <= 1
    assert AGREEMENT.weighted_kappa([(right, left) for left, right in pairs]) == pytest.approx(kappa)
    assert AGREEMENT.weighted_kappa([(left, left) for left, _ in pairs]) == 1


@given(st.dictionaries(st.text(min_size=1, max_size=4), st.sampled_from(["a", "b", "c", "d"]), min_size=1, max_size=30))
def test_a_group_is_never_split_over_folds(groups: dict[str, str]) -> None:
    placed = AGREEMENT.folds(groups, 3)
    assert placed.keys() == groups.keys()
    for group in set(groups.values()):
        assert len({fold for key, fold in placed.items() if groups[key] == group}) == 1


def test_an_interval_holds_the_value_and_is_the_same_each_time() -> None:
    values = {f"t{index}": index % 3 / 2 for index in range(40)}

    def mean(sample: Sequence[str]) -> float:
        return sum(values[key] for key in sample) / len(sample)

    low, high = AGREEMENT.interval(mean, list(values))
    assert low < mean(list(values)) < high
    assert (low, high) == AGREEMENT.interval(mean, list(values))


def test_absent_is_right_when_nobody_says_yes() -> None:
    ours = {"a": {"x": "no"}, "b": {"x": "no"}, "c": {"x": "yes"}}
    first = {"a": {"x": "no"}, "b": {"x": "yes"}, "c": {"x": "no"}}
    second = {"a": {"x": "partial"}, "b": {"x": "no"}, "c": {"x": "no"}}
    assert AGREEMENT.absent(ours, [first, second], ["x"], ["a", "b", "c"]) == (2, 1, 1, 0)


def _corpus(folder: Path) -> None:
    texts = {
        "a": "Sebelum inovasi, pemohon menunggu 12 hari kerja. Kini izin terbit dalam 3 hari kerja.",
        "b": "Kantor dinas terletak di tengah kota dan buka setiap hari kerja.",
    }
    labels = {name: {"present": "yes"} for name in ELEMENTS}
    evidence = {"metode_pembaharuan": {"section": "rancang_bangun", "start": 0, "end": 20}}
    rows = [
        {"id": key, "region": key, "sections": {"rancang_bangun": text, "manfaat": text}} for key, text in texts.items()
    ]
    judged = [{"id": key, "rancang_bangun": labels, "evidence": evidence} for key in texts]
    for name, entries in (
        ("dev-profiles.jsonl", rows),
        ("dev-labels.jsonl", judged),
        ("dev-labels-second.jsonl", judged),
    ):
        (folder / name).write_text("\n".join(json.dumps(entry) for entry in entries), encoding="utf-8")


def _run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(SCRIPT), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=SCRIPT.parents[1])


def test_the_benchmark_prints_every_element_and_lists_disagreements(tmp_path: Path) -> None:
    _corpus(tmp_path)
    done = _run(str(tmp_path), "--disagree", "metode_pembaharuan")
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert [line.split()[0] for line in lines[3:11]] == [*ELEMENTS, "pooled"]
    assert lines[-1] == "b: checker no, annotators yes, yes"


def test_the_benchmark_says_which_file_it_misses(tmp_path: Path) -> None:
    done = _run(str(tmp_path))
    assert done.returncode == 1
    assert "*profiles.jsonl" in done.stderr
