"""Sentence shapes in which a figure stands, as reports, tables and lists have them."""

from __future__ import annotations

from random import Random
from typing import TypeAlias

from .worlds import Figure, World
from .writing import said

__all__ = ["OPENERS", "Sentence", "carried", "pair_sentence"]

Sentence: TypeAlias = tuple[str, int, int]
"""The text, and where the mention stands that is looked at."""

OPENERS = (
    "Inovasi ini lahir dari kebutuhan warga. ",
    "Keadaan tersebut menuntut cara kerja yang baru. ",
    "Data berikut dihimpun oleh perangkat daerah.\n",
    "A. Permasalahan\n",
    "Perubahan itu terasa oleh masyarakat. ",
)
_SHAPES = (
    "{S} adalah {x}.",
    "Berdasarkan data perangkat daerah, {s} mencapai {x}.",
    "{S} ({x}) menjadi dasar penyusunan inovasi ini.",
    "{S}: {x}",
    "- {s}: {x};",
    "| {S} | {x} |",
    "Angka {x} untuk {s} berasal dari catatan perangkat daerah.",
    "Dengan {s} sebesar {x}, cara kerja lama tidak dapat dipertahankan.",
    "Catatan terakhir menunjukkan {s}, yaitu {x}.",
    "{x} — demikian {s} menurut laporan pelaksanaan.",
    "1) {S} sebesar {x}",
)
_DATED = ("Pada {p}, {s} tercatat {x}.", "{S} pada {p} sebesar {x}.", "{S} ({p}): {x}", "Per {p} {s} mencapai {x}.")


def _upper(text: str) -> str:
    return text[0].upper() + text[1:]


def carried(figure: Figure, written: str, world: World, rng: Random, *, bare: bool = False) -> Sentence:
    """`written` in a sentence about `figure`, perhaps beside a true figure of its world; `bare` in neutral shapes."""
    own = figure.sentences if not bare else ()
    shape = rng.choice(own) if own and rng.random() < 0.55 else rng.choice(_SHAPES)
    if figure.period and "-" not in figure.period and not bare and rng.random() < 0.15:
        shape = rng.choice(_DATED)
    if figure.unit == "" and "adalah" in shape:
        shape = _SHAPES[1]
    when = figure.period if " " in figure.period else f"tahun {figure.period}"
    text = shape.replace("{S}", _upper(figure.say)).replace("{s}", figure.say).replace("{p}", when)
    if text.startswith("{x}"):
        written = _upper(written)
    start = text.index("{x}")
    text = text.replace("{x}", written)
    if text.endswith(".") and rng.random() < 0.25:
        other = rng.choice([f for f in world.figures.values() if f.id != figure.id])
        beside = said(other.value, other.unit, rng, words=False)
        if rng.random() < 0.5:
            text = f"{text[:-1]}, sedangkan {other.say} {beside}."
        else:
            lead = f"{_upper(other.say)} {beside}, sementara "
            if written[0].islower() or not text.startswith(written):
                head = text if text[0] in "{-|1" or text.startswith(written) else text[0].lower() + text[1:]
                text, start = lead + head, start + len(lead)
    return text, start, start + len(written)


def pair_sentence(before: Figure, after: Figure, a: str, b: str, rng: Random, *, target: int) -> Sentence:
    """Both states of one thing in a sentence; `target` says which of the two is looked at."""
    base = before.label.rpartition(",")[0]
    verb = "naik" if after.value > before.value else "turun"
    text = rng.choice([
        f"{_upper(base)} {verb} dari \0 menjadi \1.",
        f"{_upper(base)}\nSebelum: \0; sesudah: \1.",
        f"Dari semula \0 ({before.period}), {base} kini \1.",
        f"Jika dahulu {base} \0, sekarang \1.",
        f"{_upper(base)}: \0 → \1",
        f"| {_upper(base)} | \0 | \1 |",
        f"{_upper(base)} pada {after.period} adalah \1, padahal pada {before.period} masih \0.",
    ])  # fmt: skip
    marks = ("\0", a), ("\1", b)
    mark, written = marks[target]
    other, beside = marks[1 - target]
    text = text.replace(other, beside)
    start = text.index(mark)
    return text.replace(mark, written), start, start + len(written)
