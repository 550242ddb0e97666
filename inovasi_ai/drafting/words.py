"""The composer's word lists: `prompts/kata.yaml`, where each list says what it is for."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping

from inovasi_ai import resources
from inovasi_ai.errors import Problem, TemplateError
from inovasi_ai.yaml_data import read_document

__all__ = ["Words", "load_words"]

_FILE = "kata.yaml"


class Words:
    """Word lists by name; each is read when it is first asked for.

    Raises `TemplateError` naming file and list for a list that is missing or no list of words.
    """

    def __init__(self, lists: Mapping[str, object], file: str) -> None:
        self._lists = lists
        self._file = file
        self._sets: dict[str, frozenset[str]] = {}

    def __getitem__(self, name: str) -> frozenset[str]:
        found = self._sets.get(name)
        if found is None:
            found = self._sets[name] = frozenset(self._words(name, self._lists.get(name)))
        return found

    def choices(self, name: str, key: str) -> tuple[str, ...]:
        """The words among which a sentence may choose, in their order."""
        group = self._lists.get(name)
        return self._words(f"{name}.{key}", group.get(key) if isinstance(group, Mapping) else None)

    def opens(self, name: str, text: str) -> str:
        """The longest entry of a list that `text` (in lower case) begins with as whole words; empty when none does."""
        found = [entry for entry in self[name] if text == entry or text.startswith(f"{entry} ")]
        return max(found, key=len, default="")

    def _words(self, name: str, value: object) -> tuple[str, ...]:
        if not isinstance(value, Iterable) or isinstance(value, str | Mapping) or not value:
            raise TemplateError(
                Problem(f"daftar kata `{name}` tidak ada atau kosong", file=self._file, expected="daftar kata")
            )
        return tuple(str(word) for word in value)


@functools.cache
def load_words(folder: str | None) -> Words:
    """The word lists of `folder`, else the shipped ones."""
    path = resources.find("prompts", _FILE, folder=folder)
    lists = read_document(path, error=TemplateError)
    if not isinstance(lists, Mapping):
        raise TemplateError(
            Problem("berkas daftar kata ini tidak memuat daftar", file=str(path), expected="nama daftar dan katanya")
        )
    return Words(lists, str(path))
