"""Packages that import a name when it is first used, so that importing a package costs next to nothing."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping

__all__ = ["first_use"]


def first_use(package: str, home: Mapping[str, str]) -> Callable[[str], object]:
    """A module's `__getattr__` that takes each name of `home` from the submodule it stands in.

    The package's own `__init__` names everything for type checkers under `TYPE_CHECKING`.
    """

    def look_up(name: str) -> object:
        if name not in home:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(importlib.import_module(f"{package}.{home[name]}"), name)

    return look_up
