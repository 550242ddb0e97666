"""Rubrics with one thing changed: a user's folder that overrides one file of the shipped edition."""

from __future__ import annotations

from pathlib import Path

from inovasi_ai.domain.rubric import Rubric, load_rubric

SHIPPED = Path(__file__).resolve().parents[2] / "rubrics" / "iga-2026"


def changed(folder: Path, name: str, *replacements: tuple[str, str], examples: str | None = None) -> Rubric:
    """The 2026 rubric with `replacements` made in the file `name`; `examples` replaces its second document."""
    head, separator, tail = (SHIPPED / name).read_text(encoding="utf-8").partition("\n---\n")
    for old, new in replacements:
        assert old in head, f"{old!r} is not in {name}"
        head = head.replace(old, new, 1)
    if examples is not None:
        separator, tail = ("\n---\n", examples.lstrip("\n")) if examples else ("\n", "")
    path = folder / "iga-2026" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(head + separator + tail, encoding="utf-8")
    return load_rubric("iga-2026", folder=folder)
