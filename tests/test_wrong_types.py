"""What is handed in as the wrong thing is told as that, in one kind of error, wherever it is handed in."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from inovasi_ai import Innovation, check, export, fix_text, ground, load_narrative
from inovasi_ai.errors import OptionError


@pytest.mark.parametrize(
    ("call", "found"),
    [
        (lambda: check(5), "int"),  # type: ignore[arg-type]
        (lambda: check({"tujuan": 5}), "int"),  # type: ignore[dict-item]
        (lambda: check({"tujuan": ["a"]}), "list"),  # type: ignore[dict-item]
        (lambda: check("a", {"a": 1}), "dict"),  # type: ignore[arg-type]
        (lambda: check("a", None, 5), "int"),  # type: ignore[arg-type]
        (lambda: ground(None, {}), "NoneType"),  # type: ignore[arg-type]
        (lambda: fix_text(None), "NoneType"),  # type: ignore[arg-type]
        (lambda: fix_text(b"x"), "bytes"),  # type: ignore[arg-type]
        (lambda: export(None, "x.docx"), "NoneType"),  # type: ignore[arg-type]
        (lambda: load_narrative(None), "NoneType"),  # type: ignore[arg-type]
        (lambda: Innovation.load(None), "NoneType"),  # type: ignore[arg-type]
    ],
)
def test_a_wrong_type_is_named_with_what_is_expected(call: Callable[[], object], found: str) -> None:
    with pytest.raises(OptionError) as raised:
        call()
    (problem,) = raised.value.problems
    assert problem.found == found
    assert problem.expected
