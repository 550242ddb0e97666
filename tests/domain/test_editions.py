"""A published edition is never edited silently: its revision and the hash of its files belong together."""

from __future__ import annotations

import pytest

from inovasi_ai.domain.rubric import load_rubric, rubric_names

PUBLISHED = {
    ("iga-2026", 1): "d3d6ba15e18a4cd92db924d22ab6f9e0a4df795c55c7fba78c80fc4a85abbc58",
    ("iga-2026", 2): "1c4ba550b0e9e77b591b48cab508bab3e4358f8fa815e4d924826d3bbfc6ad16",
}
"""Rubric and revision to the hash that every draft and report bears. A changed rubric gets a new revision and a line
of its own here; what is released is never rewritten."""


@pytest.mark.parametrize("name", rubric_names())
def test_the_revision_says_which_files_these_are(name: str) -> None:
    rubric = load_rubric(name)
    assert (rubric.id, rubric.revision) in PUBLISHED, (
        "raise the revision, add its hash here, and tell it in CHANGELOG.md"
    )
    assert rubric.content_hash == PUBLISHED[rubric.id, rubric.revision], (
        f"{name} was changed: raise its revision in rubric.yaml and add {rubric.content_hash} here"
    )
