"""The public face: its names, what they cost, and the tree of errors as it is drawn."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

import inovasi_ai
from inovasi_ai import errors

NAMES = frozenset(
    """
    Document Draft DraftSection Element Fact FactsError Finding Gap InovasiError Innovation InputError Mention
    Narrative Note OptionError OutputError Paragraph Problem Report Rubric RubricError RunError Sentence Span
    TemplateError TextError Verdict __version__ check draft export fix_file fix_text ground load_innovations
    load_narrative load_rubric write
    """.split()  # noqa: SIM905 - a list of names reads best as one
)


def test_the_public_names_are_these_and_no_others() -> None:
    assert set(inovasi_ai.__all__) == NAMES
    assert list(inovasi_ai.__all__) == sorted(inovasi_ai.__all__)


@pytest.mark.parametrize("name", sorted(NAMES))
def test_a_public_name_is_there_and_says_what_it_is(name: str) -> None:
    value = getattr(inovasi_ai, name)
    assert name == "__version__" or (value.__doc__ and value.__doc__.strip()[0].isupper())


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="tidak_ada"):
        inovasi_ai.tidak_ada  # noqa: B018


def test_the_tree_of_errors_is_as_drawn() -> None:
    assert errors.__doc__ is not None
    drawn: dict[str, str | None] = {}
    above: list[str] = []
    for line in errors.__doc__.splitlines():
        found = re.match(r"([│ ├└─]*)(\w+Error)\b", line)
        if found:
            depth = len(found[1]) // 4
            del above[depth:]
            drawn[found[2]] = above[-1] if above else None
            above.append(found[2])
    classes = {name: cls for name, cls in vars(errors).items() if isinstance(cls, type) and issubclass(cls, Exception)}
    assert set(drawn) == set(classes)
    for name, parent in drawn.items():
        assert classes[name].__bases__[0].__name__ == (parent or "Exception")


def test_every_input_error_ends_with_2_and_every_run_error_with_3() -> None:
    for cls in (errors.FactsError, errors.TextError, errors.RubricError, errors.TemplateError, errors.OptionError):
        assert cls("x").exit_code == 2
    assert errors.OutputError("x").exit_code == errors.RunError("x").exit_code == 3


def test_a_facts_check_loads_no_client_and_no_office_package() -> None:
    program = (
        "import sys; from inovasi_ai import Innovation, check, draft;"
        "i = Innovation.load('examples/speling.yaml'); check(draft(i), i);"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert {"openai", "tiktoken", "docx", "matplotlib", "rich", "httpx"} & set(done.stdout.split()) == set()
