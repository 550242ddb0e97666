"""Which fields stand where in the facts model, by the names an official writes."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from types import MappingProxyType, UnionType
from typing import Annotated, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from inovasi_ai.domain.innovation import Innovation
from inovasi_ai.domain.items import DasarHukum

__all__ = ["Shape", "fields_of", "leaf_type", "model_at", "shape_of", "writable"]

Shape = Literal["leaf", "group", "items", "values", "numbered"]
"""`leaf` one value, `group` fields by name, `items` a list of groups, `values` a list of values, `numbered` groups by
number."""

REGULATION_TEXT = "peraturan"
"""The one name that stands for several fields: a regulation written in one go."""


@functools.cache
def shape_of(model: type[BaseModel], name: str) -> tuple[Shape, type[BaseModel] | None]:
    """How a field is written, and the model of what it holds."""
    annotation: object = fields_of(model)[name].annotation
    while True:
        origin, arguments = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            annotation = arguments[0]
        elif origin in (Union, UnionType):
            annotation = next(argument for argument in arguments if argument is not type(None))
        else:
            break
    if origin is tuple:
        inner = _model(arguments[0])
        return ("items", inner) if inner else ("values", None)
    if origin is not None and issubclass(origin, Mapping):
        return "numbered", _model(arguments[1])
    inner = _model(annotation)
    return ("group", inner) if inner else ("leaf", None)


def leaf_type(field: FieldInfo) -> object:
    """The type a field holds, out of its tuple, union and annotations."""
    annotation: object = field.annotation
    while True:
        origin, arguments = get_origin(annotation), get_args(annotation)
        if origin in (Annotated, tuple):
            annotation = arguments[0]
        elif origin in (Union, UnionType):
            annotation = next(argument for argument in arguments if argument is not type(None))
        else:
            return annotation


def _model(annotation: object) -> type[BaseModel] | None:
    return annotation if isinstance(annotation, type) and issubclass(annotation, BaseModel) else None


@functools.cache
def fields_of(model: type[BaseModel]) -> Mapping[str, FieldInfo]:
    """The fields of a model by the names they are written with, in order."""
    return MappingProxyType({field.alias or name: field for name, field in model.model_fields.items()})


def writable(model: type[BaseModel]) -> tuple[str, ...]:
    """All names that may be written in a group of this model."""
    names = tuple(fields_of(model))
    return (REGULATION_TEXT, *names) if issubclass(model, DasarHukum) else names


def model_at(path: Sequence[str]) -> type[BaseModel] | None:
    """The model of the group at a path below an innovation (`("hasil", "0")`), None where no group stands."""
    model: type[BaseModel] = Innovation
    parts = iter(path)
    for part in parts:
        if part not in fields_of(model):
            return None
        shape, inner = shape_of(model, part)
        if inner is None:
            return None
        if shape in ("items", "numbered") and next(parts, None) is None:
            return None
        model = inner
    return model
