"""What is made when it is first used, so that a start costs little: the names of a package, rarely used patterns."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

__all__ = ["first_use", "lazy_pattern"]


def first_use(package: str, home: Mapping[str, str]) -> Callable[[str], object]:
    """A module's `__getattr__` that takes each name of `home` from the submodule it stands in.

    The package's own `__init__` names everything for type checkers under `TYPE_CHECKING`.
    """

    def look_up(name: str) -> object:
        if name not in home:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(importlib.import_module(f"{package}.{home[name]}"), name)

    return look_up


class _Pattern:
    """A regular expression that is compiled when the first of its methods is asked for; the method is kept."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._source = (pattern, flags)

    def __getattr__(self, name: str) -> object:
        found = getattr(re.compile(*self._source), name)
        setattr(self, name, found)
        return found


if TYPE_CHECKING:
    lazy_pattern = re.compile
else:

    def lazy_pattern(pattern, flags=0):
        """`re.compile`, put off until the pattern is used: for what few texts need. A mistake shows only then."""
        return _Pattern(pattern, flags)
