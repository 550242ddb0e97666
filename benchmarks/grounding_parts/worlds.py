"""The invented innovations, and their facts in the shapes in which callers hold them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

import yaml

from inovasi_ai import Innovation
from inovasi_ai.checking.grounding import FactIndex

from .writing import decimal_text, grouped, scaled

__all__ = ["Figure", "Shape", "World", "facts_of", "load_worlds"]


@dataclass(frozen=True)
class Figure:
    """One stated amount and how it is spoken of."""

    id: str
    label: str
    value: Decimal
    unit: str
    period: str
    say: str
    sentences: tuple[str, ...]

    @property
    def year(self) -> str:
        return self.period[-4:]


@dataclass(frozen=True)
class World:
    """One innovation."""

    name: str
    kind: str
    region: str
    agency: str
    figures: dict[str, Figure]
    raw: dict[str, Any] = field(repr=False)

    @property
    def pairs(self) -> list[tuple[Figure, Figure]]:
        return [(self.figures[first], self.figures[second]) for first, second in self.raw.get("ubah", ())]


def load_worlds() -> list[World]:
    """The worlds of `inovasi.yaml`."""
    rows = yaml.safe_load((Path(__file__).parent / "inovasi.yaml").read_text(encoding="utf-8"))
    worlds = []
    for row in rows:
        figures = {
            entry["id"]: Figure(
                entry["id"], entry["label"], Decimal(entry["nilai"]), entry["satuan"], entry.get("periode", ""),
                entry["sebut"], tuple(entry["kalimat"]),
            )
            for entry in row["angka"]
        }  # fmt: skip
        worlds.append(World(row["nama"], row["jenis"], row["daerah"], row["instansi"], figures, row))
    return worlds


def _value_forms(figure: Figure, rng: Random) -> dict[str, Any]:
    """`value` and perhaps `unit` of a fact as people fill them in."""
    value, unit = figure.value, figure.unit
    whole = value == value.to_integral_value()
    text = decimal_text(value)
    if unit == "rupiah":
        short = scaled(value)
        forms = [f"Rp{text}", f"Rp. {text},-", f"Rp {text}", f"Rp{text},00", *([f"Rp{short}"] if short else [])]
        return rng.choice([*({"value": form} for form in forms), {"value": int(value), "unit": "rupiah"}])
    if unit == "persen":
        forms = [f"{text} %", f"{text}%", f"{text} persen", f"{text.replace(',', '.')}%"]
        number = {"value": float(value), "unit": "%"}
        return rng.choice([*({"value": form} for form in forms), number, {"value": text, "unit": "persen"}])
    if not unit:
        return {"value": text}
    forms = [f"{text} {unit}", *([f"{int(value)} {unit}", f"{grouped(int(value))} {unit}"] if whole else [])]
    number = {"value": int(value) if whole else float(value), "unit": unit}
    return rng.choice([*({"value": form} for form in forms), number, {"value": text, "unit": unit}])


@dataclass(frozen=True)
class Shape:
    """The facts of a world in one shape: the index over them, and their ids there."""

    index: FactIndex
    ids: dict[str, str]
    texts: Sequence[str]
    """All that the facts say, for the baseline."""


def facts_of(world: World, shape: str, rng: Random) -> Shape:
    """The facts as `list`, `mapping` (what it is -> value alone), `nested` (id -> entry) or `innovation`."""
    raw = world.raw
    forms = {name: _value_forms(figure, rng) for name, figure in world.figures.items()}
    written = {name: f"{form['value']} {form.get('unit', '')}".strip() for name, form in forms.items()}
    others = [("nama", "nama inovasi", world.name), ("daerah", "pemerintah daerah", world.region)]
    others += [("instansi", "perangkat daerah", world.agency)]
    others += [(f"hukum.{entry['id']}", "dasar hukum", entry["teks"]) for entry in raw["peraturan"]]
    others += [(f"mitra.{entry['id']}", entry["label"], entry["teks"]) for entry in raw["nama_diri"]]
    others += [("penerapan", raw["tanggal"]["label"], raw["tanggal"]["nilai"])]
    texts = [*written.values(), *(value for _, _, value in others), *(f.label for f in world.figures.values())]
    texts += [figure.period for figure in world.figures.values()]
    if shape == "innovation":
        return _innovation(world, written, texts)
    ids = {name: name for name in (*world.figures, *(name for name, _, _ in others))}
    if shape == "mapping":
        keys = {name: figure.label for name, figure in world.figures.items()}
        dated = {name: f" ({figure.period})" if figure.period else "" for name, figure in world.figures.items()}
        plain: dict[str, object] = {keys[name]: text + dated[name] for name, text in written.items()}
        plain |= {name: value for name, _, value in others}
        return Shape(FactIndex(plain), {**ids, **keys}, texts)
    rows: list[dict[str, object]] = []
    for name, figure in world.figures.items():
        row: dict[str, object] = {"id": name, "label": figure.label, **forms[name]}
        if figure.period:
            row["period"] = figure.period
        rows.append(row)
    rows += [{"id": name, "label": label, "value": value} for name, label, value in others]
    rng.shuffle(rows)
    if shape == "nested":
        entries = {str(row["id"]): {key: value for key, value in row.items() if key != "id"} for row in rows}
        return Shape(FactIndex(entries), ids, texts)
    return Shape(FactIndex(rows), ids, texts)


def _innovation(world: World, written: dict[str, str], texts: Sequence[str]) -> Shape:
    """The world as the official form's own fields."""
    raw = world.raw
    ids: dict[str, str] = {}
    results: list[dict[str, str]] = []
    paired = {figure.id for pair in world.pairs for figure in pair}
    for before, after in world.pairs:
        base = before.id.partition(".")[0]
        results.append({
            "id": base, "indikator": before.label.rpartition(", ")[0], "sebelum": written[before.id],
            "periode_sebelum": before.period, "sesudah": written[after.id], "periode": after.period,
        })  # fmt: skip
        ids |= {before.id: f"hasil.{base}.sebelum", after.id: f"hasil.{base}.sesudah"}
    for name, figure in world.figures.items():
        if name not in paired:
            entry = {"id": name, "indikator": figure.label, "sesudah": written[name]}
            results.append({**entry, "periode": figure.period} if figure.period else entry)
            ids[name] = f"hasil.{name}.sesudah"
    steps = [{"uraian": f"bekerja sama dengan {entry['teks']}"} for entry in raw["nama_diri"]]
    ids |= {f"mitra.{entry['id']}": f"langkah.{at}" for at, entry in enumerate(raw["nama_diri"])}
    ids |= {f"hukum.{entry['id']}": f"dasar_hukum.{entry['id']}" for entry in raw["peraturan"]}
    ids |= {"penerapan": "waktu_penerapan", "daerah": "daerah", "instansi": "perangkat_daerah", "nama": "nama_inovasi"}
    data = {
        "nama_inovasi": world.name, "daerah": world.region, "perangkat_daerah": world.agency,
        "waktu_penerapan": raw["tanggal"]["nilai"], "hasil": results, "langkah": steps,
        "dasar_hukum": [{"id": entry["id"], "peraturan": entry["teks"]} for entry in raw["peraturan"]],
    }  # fmt: skip
    return Shape(FactIndex(Innovation.from_mapping(data)), ids, texts)
