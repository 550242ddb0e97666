"""The library's own YAML is read as PyYAML reads it, only faster, and what is wrong is named with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from inovasi_ai.errors import RubricError
from inovasi_ai.yaml_data import read_document

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = sorted([*(ROOT / "rubrics").rglob("*.yaml"), *(ROOT / "prompts").rglob("*.yaml")])
VALUES = """
satu: 1
pecahan: 0.5
ya: yes
bukan: no
teks: nomor
kosong:
tanggal: 2024-01-01
kutip: "yes"
'12': [true, false, null, ~, on, off, +1, -2, .5, "1", n, y]
lipat: >-
  dua
  baris
pakai: &a {b: [1, 2]}
lagi: *a
"""


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_shipped_file_is_read_as_pyyaml_reads_it(path: Path) -> None:
    documents = list(yaml.safe_load_all(path.read_text(encoding="utf-8-sig")))
    assert [read_document(path, index) for index in range(len(documents))] == documents
    assert read_document(path, len(documents)) is None


def test_values_have_the_types_pyyaml_gives_them(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(VALUES)
    assert read_document(tmp_path / "a.yaml") == yaml.safe_load(VALUES)


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("a: 1\nb: [1, 2\nc: 3", 3, "YAML tidak dapat dibaca"),
        ("a: 1\nb: 2\na: 3", 3, "ditulis dua kali"),
        ("a: 1\nb: !!python/object:os.system {}", 2, "tanda jenis"),
        ("a: !satuan 5", 1, "tanda jenis"),
        ("a: *entah", 1, "alias entah tidak dikenal"),
        ("? [a, b]\n: 1", 1, "nama isian"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, text: str, line: int, says: str) -> None:
    (tmp_path / "a.yaml").write_text(text)
    with pytest.raises(RubricError, match=says) as caught:
        read_document(tmp_path / "a.yaml")
    assert caught.value.problems[0].line == line


def test_what_cannot_be_read_at_all_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"a: \xff")
    (tmp_path / "b.yaml").write_text("[" * 100_000)
    for name, says in (("a.yaml", "UTF-8"), ("b.yaml", "dalam|dibaca"), ("c.yaml", "tidak dapat dibaca")):
        with pytest.raises(RubricError, match=says):
            read_document(tmp_path / name)
