"""The shipped examples as tests need them: raw, so that facts can be taken away, and loaded."""

from __future__ import annotations

import copy
import functools
from collections.abc import Iterator
from pathlib import Path

import yaml

from inovasi_ai import Innovation
from inovasi_ai.sources import innovation_from_mapping

FOLDER = Path(__file__).resolve().parent.parent / "examples"
COMPLETE = ("lontara_plus", "mas_jos")
INCOMPLETE = "speling"

Raw = dict[str, object]


@functools.cache
def _raw(name: str) -> Raw:
    # BaseLoader keeps every scalar as it is written, as the facts loader does.
    loaded = yaml.load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - makes only text
    assert isinstance(loaded, dict)
    return loaded


def raw(name: str) -> Raw:
    """A fresh copy of an example's facts as plain data."""
    return copy.deepcopy(_raw(name))


def loaded(name: str) -> Innovation:
    """An example as its file loads, with places."""
    return Innovation.load(FOLDER / f"{name}.yaml")


def without(name: str, group: str) -> Innovation:
    """An example from which one group of facts (`hasil`, `isu.nasional`) was taken away."""
    data = raw(name)
    *parents, last = group.split(".")
    place = data
    for parent in parents:
        inner = place[parent]
        assert isinstance(inner, dict)
        place = inner
    del place[last]
    return innovation_from_mapping(data)


def leaves(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Paths of everything in the data that can be taken away: fields, items and leaves."""
    if path:
        yield path
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in entries:
        yield from leaves(inner, (*path, key))


def remove(data: object, path: tuple[str | int, ...]) -> None:
    """Take away what stands at `path`; nothing happens when it is already gone."""
    for key in path[:-1]:
        gone = key not in data if isinstance(data, dict) else not isinstance(data, list) or int(key) >= len(data)
        if gone:
            return
        data = data[key]  # type: ignore[index]
    last = path[-1]
    if isinstance(data, dict):
        data.pop(last, None)
    elif isinstance(data, list) and isinstance(last, int) and last < len(data):
        del data[last]
