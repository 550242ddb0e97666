"""Patterns that are put off until they are used are the patterns that `re.compile` makes."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest

import inovasi_ai
from inovasi_ai import lazy


def test_every_pattern_that_is_put_off_compiles() -> None:
    found = 0
    for module in pkgutil.walk_packages(inovasi_ai.__path__, "inovasi_ai."):
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, lazy._Pattern):
                assert value.pattern
                found += 1
    assert found


def test_a_pattern_put_off_does_what_the_pattern_does() -> None:
    late, now = lazy.lazy_pattern(r"(?P<a>[a-z])\d", re.IGNORECASE), re.compile(r"(?P<a>[a-z])\d", re.IGNORECASE)
    text = "A1 b2 c"
    assert [match.span() for match in late.finditer(text)] == [match.span() for match in now.finditer(text)]
    assert (late.sub("x", text), late.findall(text), late.groupindex) == ("x x c", ["A", "b"], {"a": 1})
    assert late.flags == now.flags


def test_a_wrong_pattern_is_told_when_it_is_used() -> None:
    wrong = lazy.lazy_pattern("(")
    with pytest.raises(re.error):
        wrong.search("a")
