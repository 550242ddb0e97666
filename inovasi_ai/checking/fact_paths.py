"""Which fact ids the facts model can yield: a pattern in a rubric that leads nowhere is found before it is used."""

from __future__ import annotations

import functools
import types
from collections.abc import Iterator, Mapping
from typing import Annotated, Union, get_args, get_origin

from pydantic import BaseModel

from inovasi_ai.domain.innovation import Innovation
from inovasi_ai.domain.items import Item

__all__ = ["leads_somewhere"]

_ANY = "*"


def leads_somewhere(pattern: str) -> bool:
    """Whether a dotted pattern (`masalah.*.*.nilai`) can match the id of a fact, or of something facts belong to."""
    wanted = pattern.split(".")
    return any(
        len(wanted) <= len(path)
        and all(_ANY in (left, right) or left == right for left, right in zip(wanted, path, strict=False))
        for path in _paths()
    )


@functools.cache
def _paths() -> tuple[tuple[str, ...], ...]:
    """Every path of the model, `*` for the id of an item."""
    return tuple(dict.fromkeys(_walk(Innovation, ())))


def _walk(model: type[BaseModel], before: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for name, field in model.model_fields.items():
        path = (*before, field.alias or name)
        yield path
        for inner, many in _models(field.annotation, many=False):
            deeper = (*path, _ANY) if many else path
            if many:
                yield deeper
            yield from _walk(inner, deeper)


def _models(annotation: object, *, many: bool) -> Iterator[tuple[type[BaseModel], bool]]:
    """The models an annotation holds, and whether it holds many of them."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation, many or issubclass(annotation, Item)
        return
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _models(get_args(annotation)[0], many=many)
    elif origin in (Union, types.UnionType):
        for inner in get_args(annotation):
            yield from _models(inner, many=many)
    elif origin is tuple or (isinstance(origin, type) and issubclass(origin, Mapping)):
        for inner in get_args(annotation):
            if inner is not Ellipsis:
                yield from _models(inner, many=True)
