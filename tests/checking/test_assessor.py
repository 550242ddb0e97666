"""The measure of agreement: weighted kappa by hand, by law, and the benchmark on a corpus of two made-up texts."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

SCRIPT = Path(__file__).resolve().parents[2] / "benchmarks" / "assessor.py"
LEVEL = st.sampled_from(["no", "partial", "yes"])


def _load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("assessor", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


ASSESSOR = _load()


def test_kappa_by_hand() -> None:
    # Seen: one difference of a step in four. By chance: rows 2, 1, 1 against columns 1, 2, 1 give 14 / 4 = 3.5 steps.
    pairs = [("no", "no"), ("no", "partial"), ("partial", "partial"), ("yes", "yes")]
    assert ASSESSOR.weighted_kappa(pairs) == pytest.approx(1 - 1 / 3.5)


@settings(max_examples=60)
@given(st.lists(st.tuples(LEVEL, LEVEL), min_size=1, max_size=30))
def test_kappa_is_symmetric_and_never_above_one(pairs: list[tuple[str, str]]) -> None:
    kappa = ASSESSOR.weighted_kappa(pairs)
    assert kappa <= 1
    assert ASSESSOR.weighted_kappa([(right, left) for left, right in pairs]) == pytest.approx(kappa)
    assert ASSESSOR.weighted_kappa([(left, left) for left, _ in pairs]) == 1


def test_the_benchmark_prints_every_element_and_lists_disagreements(tmp_path: Path) -> None:
    texts = {
        "a": "Sebelum inovasi, pemohon menunggu 12 hari kerja. Kini izin terbit dalam 3 hari kerja.",
        "b": "Kantor dinas terletak di tengah kota dan buka setiap hari kerja.",
    }
    labels = {name: {"present": "yes"} for name in ASSESSOR.KEYWORDS}
    rows = [{"id": key, "sections": {"rancang_bangun": text}} for key, text in texts.items()]
    for name, entries in (
        ("dev-profiles.jsonl", rows),
        ("dev-labels.jsonl", [{"id": key, "rancang_bangun": labels} for key in texts]),
        ("dev-labels-second.jsonl", [{"id": key, "rancang_bangun": labels} for key in texts]),
    ):
        (tmp_path / name).write_text("\n".join(json.dumps(entry) for entry in entries), encoding="utf-8")
    command = [sys.executable, str(SCRIPT), str(tmp_path), "--disagree", "metode_pembaharuan"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=SCRIPT.parents[1])
    lines = done.stdout.splitlines()
    assert [line.split()[0] for line in lines[2:-1]] == [*ASSESSOR.KEYWORDS, "pooled"]
    assert lines[-1] == "b: checker no, annotators yes, yes"
