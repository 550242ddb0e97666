"""The codes of a facts file in words: `isu.nasional` is what one edits, "isu nasional" is what one understands."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from inovasi_ai.lazy import lazy_pattern

__all__ = ["field_name", "with_names"]

_CODE = lazy_pattern(r"(?<!\()`([a-z][a-z0-9_.*]*)`")  # in parentheses stands what has been named already


@functools.cache
def field_name(code: str) -> str:
    """The name of a field, group or fact by its code, to stand within a sentence; empty when it says no more.

    `isu.nasional.rpjmn.isi` is `isu nasional, isi agenda`: the item's own id is left out.
    """
    from inovasi_ai.domain.innovation import Innovation

    model: type[BaseModel] | None = Innovation
    titles: list[str] = []
    item = group = False
    for segment in code.split("."):
        if item:
            item = False
            continue
        field = _fields(model).get(segment) if model is not None else None
        if field is None:
            return ""
        if group:
            titles.clear()  # `masalah.mikro` has a name of its own
        titles.append(_small(field.title or segment))
        model, item = _inside(field.annotation)
        group = model is not None and not item and len(titles) == 1
    name = ", ".join(dict.fromkeys(titles))
    return "" if name == code.replace("_", " ") else name


def with_names(text: str) -> str:
    """`text` with each code it sets in back quotes named before it: ``isu nasional (`isu.nasional`)``."""
    codes = _CODE.findall(text)
    if not codes:
        return text
    from inovasi_ai.domain.innovation import Innovation

    groups = _fields(Innovation)

    def named(match: re.Match[str]) -> str:
        name = field_name(match[1])
        if not name and match[1] not in groups:  # a leaf, told apart from its group: `nilai` of every `manfaat`
            found = (field_name(f"{group}.*.{match[1]}") for group in codes)
            name = next((full.rpartition(", ")[2] for full in found if full), "")
            name = "" if name == match[1] else name
        return f"{name} ({match[0]})" if name else match[0]

    return _CODE.sub(named, text)


def _fields(model: type[BaseModel]) -> Mapping[str, FieldInfo]:
    return {field.alias or name: field for name, field in model.model_fields.items()}


def _inside(annotation: object) -> tuple[type[BaseModel] | None, bool]:
    """The model a field holds, and whether it holds many of them."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation, False
    for part in get_args(annotation):
        model, _ = _inside(part)
        if model is not None:
            return model, type(None) not in get_args(annotation)
    return None, False


def _small(title: str) -> str:
    """A title within a sentence; one with further capitals is an official label or holds a name, and keeps its own."""
    return title[:1].lower() + title[1:] if title[1:].islower() else title
