"""The rules of formal Indonesian in `rubrics/bahasa/`: their loader and the index for one pass over a text.

A rule file holds one idea. Its first YAML document has `title` and `rules` (see `language_kinds`); its second, read
only when rules are tested, has the examples of each rule.
"""

from __future__ import annotations

import functools
import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from inovasi_ai import resources, yaml_data
from inovasi_ai.checking import language_kinds
from inovasi_ai.checking.language_clues import Clues
from inovasi_ai.checking.language_kinds import (
    KINDS,
    Consistency,
    Length,
    Line,
    Listed,
    Opening,
    Pattern,
    Phrase,
    Repetition,
    Rule,
    RuleBase,
    Substitution,
    Words,
)
from inovasi_ai.errors import Problem, RubricError
from inovasi_ai.text import normalize
from inovasi_ai.yaml_data import YAML_LOADER, read_document

__all__ = ["Bucket", "Entry", "LanguageRules", "load_language_rules"]

FOLDER = "bahasa"


class _RuleFile(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    title: Line
    rules: tuple[Rule, ...] = Field(min_length=1)


class Entry(NamedTuple):
    """One word or phrase to look for, as token norms."""

    rule: Listed
    words: Words
    replacement: str | None
    """What to write instead, when certain."""
    offers: Words
    """What one might write instead."""


class Bucket(NamedTuple):
    """The entries that begin with one word."""

    alone: tuple[Entry, ...]
    """Those that are this word alone."""
    followed: Mapping[str, tuple[Entry, ...]]
    """Second token norm -> those that go on with it, longest first."""


@dataclass(frozen=True, slots=True)
class LanguageRules:
    """All rules of a folder, indexed for one pass over a `Document`."""

    rules: tuple[Rule, ...]
    index: Mapping[str, Bucket]
    """First token norm -> entries that begin with it."""
    patterns: tuple[Pattern, ...]
    consistencies: tuple[Consistency, ...]
    lengths: tuple[Length, ...]
    repetitions: tuple[Repetition, ...]
    titles: Mapping[str, str]
    """Rule id -> title of its file."""
    origins: Mapping[str, str]
    """Rule id -> path of its file."""
    hash: str
    """SHA-256 of the rule files' bytes."""
    clues: Clues = field(compare=False, repr=False)
    """Which of `patterns` a text can match."""

    def rule(self, rule_id: str) -> Rule:
        """The rule called `rule_id` (without `bahasa.`). Raises `KeyError`."""
        for rule in self.rules:
            if rule.id == rule_id:
                return rule
        raise KeyError(rule_id)

    def only(self, *rule_ids: str) -> LanguageRules:
        """The same with the named rules alone. Raises `KeyError` for a rule that is not there."""
        kept = tuple(self.rule(rule_id) for rule_id in rule_ids)
        return _build(kept, self.titles, self.origins, self.hash)


def load_language_rules(folder: str | os.PathLike[str] | None = None) -> LanguageRules:
    """The rules of `bahasa/` in the user's rubrics `folder`, each file it lacks taken from those that come along.

    Loaded once per folder. Raises `RubricError` with file, line and column of every mistake.
    """
    if folder is None and not os.environ.get(resources.ENVIRONMENT["rubrics"]):
        return _shipped()  # asked at every check: the folders are not searched each time
    return _load(tuple(resources.files("rubrics", FOLDER, suffix=".yaml", folder=folder).values()))


@functools.cache
def _shipped() -> LanguageRules:
    return _load(tuple(resources.files("rubrics", FOLDER, suffix=".yaml").values()))


@functools.cache
def _load(paths: tuple[Path, ...]) -> LanguageRules:
    if not paths:
        raise RubricError(Problem("Tidak ada berkas aturan bahasa", expected=f"berkas .yaml di dalam folder {FOLDER}/"))
    rules: list[Rule] = []
    titles: dict[str, str] = {}
    origins: dict[str, str] = {}
    for path, title, its_rules in _rules(paths):
        rules.extend(its_rules)
        for rule in its_rules:
            titles[rule.id], origins[rule.id] = title, str(path)
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in paths))
    return _build(tuple(rules), titles, origins, digest.hexdigest())


def _rules(paths: tuple[Path, ...]) -> Iterator[tuple[Path, str, Sequence[Rule]]]:
    """Path, title and rules of each file."""
    if any(resources.own_name(path) is None for path in paths):
        yield from ((path, file.title, file.rules) for path, file in zip(paths, _validated(paths), strict=True))
        return
    # What the library brings along is validated once: it is the most that is validated at a start, by far.
    source = b"\0".join(path.name.encode() + b"\0" + path.read_bytes() for path in paths)
    code = (__file__, language_kinds.__file__, yaml_data.__file__)
    kept = resources.kept(f"rubrics/{FOLDER}", source, lambda: [_plain(file) for file in _validated(paths)], code=code)
    for path, (title, rules) in zip(paths, kept, strict=True):
        yield path, title, [KINDS[rule["kind"]].model_construct(**rule) for rule in rules]


def _plain(file: _RuleFile) -> tuple[str, list[dict[str, Any]]]:
    return file.title, [rule.model_dump(by_alias=True, exclude_unset=True) for rule in file.rules]


def _validated(paths: Sequence[Path]) -> list[_RuleFile]:
    problems: list[Problem] = []
    files: list[_RuleFile] = []
    origins: dict[str, Path] = {}
    for path in paths:
        try:
            file = _RuleFile.model_validate(read_document(path))
        except RubricError as error:
            problems.extend(error.problems)
            continue
        except ValidationError as error:
            problems.extend(_problems(path, path.read_text(encoding="utf-8-sig"), error))
            continue
        files.append(file)
        for position, rule in enumerate(file.rules):
            if rule.id in origins:
                line, column = _place(path.read_text(encoding="utf-8-sig"), ("rules", position, "id"))
                message = f"Aturan `{rule.id}` sudah ada di {origins[rule.id]}"
                problems.append(
                    Problem(message, file=str(path), line=line, column=column, expected="id yang belum dipakai")
                )
            origins[rule.id] = path
    if problems:
        raise RubricError(problems)
    return files


_R = TypeVar("_R", bound=RuleBase)


def _build(
    rules: tuple[Rule, ...], titles: Mapping[str, str], origins: Mapping[str, str], digest: str
) -> LanguageRules:
    index: dict[str, list[Entry]] = {}
    for entry in _entries(rules):
        index.setdefault(entry.words[0], []).append(entry)

    def of(kind: type[_R]) -> Iterator[_R]:
        return (rule for rule in rules if isinstance(rule, kind))

    patterns = tuple(of(Pattern))
    return LanguageRules(
        rules=rules,
        index={first: _bucket(entries) for first, entries in index.items()},
        patterns=patterns,
        consistencies=tuple(of(Consistency)),
        lengths=tuple(of(Length)),
        repetitions=tuple(of(Repetition)),
        titles=titles,
        origins=origins,
        hash=digest,
        clues=Clues(patterns),
    )


def _bucket(entries: list[Entry]) -> Bucket:
    if len(entries) == 1:  # nearly all of them
        entry = entries[0]
        return Bucket((entry,), {}) if len(entry.words) == 1 else Bucket((), {entry.words[1]: (entry,)})
    followed: dict[str, list[Entry]] = {}
    for entry in entries:
        if len(entry.words) > 1:
            followed.setdefault(entry.words[1], []).append(entry)
    longest_first = {second: tuple(sorted(longer, key=lambda e: -len(e.words))) for second, longer in followed.items()}
    return Bucket(tuple(entry for entry in entries if len(entry.words) == 1), longest_first)


def _entries(rules: Iterable[Rule]) -> Iterator[Entry]:
    for rule in rules:
        if isinstance(rule, Substitution):
            norms = [normalize(found) for found in rule.words]
            given = set(norms)
            for norm, instead in zip(norms, rule.words.values(), strict=True):
                words = tuple(norm.split()) if " " in norm else (norm,)
                certain = instead if isinstance(instead, str) else None
                offers = (instead,) if isinstance(instead, str) else instead
                yield Entry(rule, words, certain, offers)
                if len(words) == 1 and norm + "nya" not in given and " " not in offers[0]:
                    with_suffix = tuple(f"{offer}nya" for offer in offers)
                    yield Entry(rule, (norm + "nya",), with_suffix[0] if certain else None, with_suffix)
        elif isinstance(rule, Phrase | Opening):
            for phrase in rule.phrases:
                yield Entry(rule, tuple(normalize(phrase).split()), None, ())


def _problems(path: Path, text: str, error: ValidationError) -> Iterator[Problem]:
    for detail in error.errors(include_url=False):
        location = tuple(detail["loc"])
        context = dict(detail.get("ctx") or {})
        if detail["type"] == "union_tag_invalid":
            location = (*location, "kind")
        line, column = _place(text, location)
        found = repr(context["tag"] if "tag" in context else detail["input"])
        yield Problem(
            "Aturan bahasa tidak sah",
            file=str(path),
            line=line,
            column=column,
            field=".".join(str(step) for step in location),
            found=found if len(found) <= 60 else found[:57] + "...",
            expected=_expected(detail["type"], detail["msg"], context),
        )


_EXPECTED = {
    "missing": "kunci ini harus ada",
    "extra_forbidden": "kunci ini tidak dikenal; hapus atau perbaiki ejaannya",
    "union_tag_not_found": "kunci `kind` harus ada",
    "string_pattern_mismatch": "huruf kecil, angka, dan garis bawah",
    "string_type": "teks; beri tanda petik bila berupa angka atau ya/tidak",
    "string_too_short": "teks yang tidak kosong",
    "too_short": "paling sedikit satu isian",
    "tuple_type": "daftar",
    "dict_type": "pemetaan",
    "int_type": "bilangan bulat",
    "int_parsing": "bilangan bulat",
    "bool_type": "true atau false",
    "greater_than": "bilangan lebih dari 0",
    "model_type": "pemetaan dengan kunci `title` dan `rules`",
}


def _expected(kind: str, message: str, context: Mapping[str, object]) -> str:
    if kind in {"literal_error", "union_tag_invalid"}:
        allowed = context.get("expected") or context.get("expected_tags")
        return f"salah satu dari {allowed}".replace(" or ", " atau ")
    return _EXPECTED.get(kind, message.removeprefix("Value error, "))


def _place(text: str, location: tuple[int | str, ...]) -> tuple[int | None, int | None]:
    """1-based line and column of the node at `location`, or of the nearest one above it."""
    loader = YAML_LOADER
    node = next(iter(yaml.compose_all(text, Loader=loader)), None)
    if node is None:
        return 1, 1
    mark = node.start_mark
    for step in location:
        if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
        elif isinstance(node, yaml.MappingNode):
            pair = next(((key, value) for key, value in node.value if key.value == step), None)
            if pair is None:  # the tag of a union, or a key that is missing
                continue
            mark, node = pair[0].start_mark, pair[1]
            continue
        else:
            continue
        mark = node.start_mark
    return mark.line + 1, mark.column + 1
