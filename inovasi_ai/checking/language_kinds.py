"""The closed set of kinds of language rules.

| kind | finds | offers |
|---|---|---|
| `substitution` | a word or phrase out of a list of pairs | the other half: one word is certain, a list is an offer |
| `phrase` | a word or phrase out of a list | nothing |
| `opening` | the same, at the beginning of a sentence only | nothing |
| `pattern` | a regular expression | the expanded `replacement`, certain |
| `length` | a sentence of more than `max_words` words | nothing |
| `repetition` | a sentence or paragraph that stands there already, a word twice in a row | nothing |
| `consistency` | two ways of writing the same thing in one text | nothing |
"""

# No `from __future__ import annotations` here: pydantic would compile each annotation anew at every start.

import functools
import re
from collections.abc import Mapping
from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, field_validator, model_validator

__all__ = [
    "KINDS",
    "Consistency",
    "Length",
    "Line",
    "Listed",
    "Opening",
    "Pattern",
    "Phrase",
    "Repetition",
    "Rule",
    "RuleBase",
    "Substitution",
    "Words",
]

_PLACEHOLDERS = frozenset({"found", "replacement", "count", "limit", "first"})

Words: TypeAlias = tuple[str, ...]
Line: TypeAlias = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


def _compiled(pattern: str) -> re.Pattern[str]:
    try:
        return re.compile(pattern)
    except re.error as error:
        raise ValueError(f"ekspresi reguler tidak sah: {error}") from error


class RuleBase(BaseModel):
    """What every rule says."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    id: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
    severity: Literal["info", "warning"]
    message: Line
    """What is wrong, a whole sentence; may hold `{found}`, `{replacement}`, `{count}`, `{limit}`, `{first}`."""
    fix: Line
    """What to do, a whole sentence with the same placeholders."""
    source: Line
    sections: Words | None = None
    """Section ids the rule is for; none means every text."""
    once: bool = False
    """Report each word or phrase at its first place only."""

    @field_validator("message", "fix")
    @classmethod
    def _known_placeholders(cls, value: str) -> str:
        if wrong := sorted(set(re.findall(r"\{([^{}]*)\}", value)) - _PLACEHOLDERS):
            raise ValueError(f"isian tidak dikenal: {', '.join(wrong)}; yang ada: {', '.join(sorted(_PLACEHOLDERS))}")
        try:
            value.format_map(dict.fromkeys(_PLACEHOLDERS, ""))
        except ValueError as error:
            raise ValueError("kurung kurawal tidak berpasangan; tulis `{{` untuk kurung kurawal biasa") from error
        return value

    def applies_to(self, section: str | None) -> bool:
        """Whether the rule is meant for `section`; a rule that names sections is not for a text of unknown section."""
        return self.sections is None or section in self.sections


class _Words(RuleBase):
    """What every rule about listed words may say of their neighbours."""

    not_after: Words = ()
    """Words right before it that make it another thing."""
    not_before: Words = ()
    """Words right after it that make it another thing."""


class Substitution(_Words):
    """Pairs of what is found and what should stand there."""

    kind: Literal["substitution"]
    words: dict[str, str | Words] = Field(min_length=1)
    names: Literal["hold", "skip", "plain"] = "hold"
    """What a capital inside a sentence means: `hold` a name, told of without a replacement; `skip` a name, not told of;
    `plain` nothing, as with months."""


class Phrase(_Words):
    """Words that should not stand there, unless their surroundings excuse them."""

    kind: Literal["phrase"]
    phrases: Words = Field(min_length=1)
    excused_by: Words = ()
    """Words that excuse it anywhere in the same sentence."""
    excused_by_number: bool = False
    """A digit in the same sentence excuses it."""


class Opening(_Words):
    """Words that should not open a sentence."""

    kind: Literal["opening"]
    phrases: Words = Field(min_length=1)


class Pattern(RuleBase):
    """A regular expression, for what no list of words can say. Matches begin and end at the border of a word.

    A group `s` narrows the span, a group `x` is what `except` speaks of.
    """

    kind: Literal["pattern"]
    pattern: Annotated[str, StringConstraints(min_length=1)]
    hint: Words = Field(min_length=1)
    """Literals of which one stands in every text with a match: the expression runs on no other text."""
    word: Annotated[str, StringConstraints(min_length=1)] | None = None
    """An expression that matches in some word, a run without a blank, of every text with a match, `^` and `$` being its
    ends; without it, words are known by what they share with a hint."""
    replacement: str | None = None
    """Template of `re.Match.expand`; a match that reads so already is no finding."""
    transform: Literal["thousands"] | None = None
    """`thousands`: numbers of four digits and more are grouped by full stops after expansion."""
    exceptions: Words = Field(default=(), alias="except")

    @functools.cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression, compiled when a text first holds one of its hints."""
        return re.compile(self.pattern)

    @functools.cached_property
    def clue(self) -> re.Pattern[str] | None:
        """The expression for a word, for words set one to a line."""
        return None if self.word is None else re.compile(self.word, re.MULTILINE)

    @field_validator("pattern", "word")
    @classmethod
    def _compiles(cls, pattern: str | None) -> str | None:
        if pattern is not None:
            _compiled(pattern)
        return pattern

    @model_validator(mode="after")
    def _groups(self) -> "Pattern":
        groups = _compiled(self.pattern)
        if self.exceptions and "x" not in groups.groupindex:
            raise ValueError("`except` memerlukan grup bernama `x` di dalam `pattern`")
        if self.replacement is not None:
            try:
                groups.sub(self.replacement, "")
            except (re.error, IndexError) as error:
                raise ValueError(f"`replacement` tidak sesuai dengan `pattern`: {error}") from error
        return self


class Length(RuleBase):
    """Sentences that are too long."""

    kind: Literal["length"]
    max_words: int = Field(gt=0)
    skip_brackets: bool = False
    """What stands in round brackets, such as a source, does not count."""


class Repetition(RuleBase):
    """Sentences or paragraphs that are told twice, or a word that is written twice in a row."""

    kind: Literal["repetition"]
    unit: Literal["word", "sentence", "paragraph"]
    min_words: int = Field(gt=0)
    certain: Words = ()
    """Words that are never doubled on purpose: one of the two is taken away."""
    reduplicated: Words = ()
    """Words that are doubled on purpose and then joined by a hyphen."""


class Consistency(RuleBase):
    """Two forms of which a text should use one; the rarer one is found, at its first place."""

    kind: Literal["consistency"]
    forms: tuple[Line, Line]
    """Two regular expressions."""
    hint: tuple[Line, Line]
    """For each of them a literal that stands in every match."""

    @functools.cached_property
    def compiled(self) -> tuple[re.Pattern[str], re.Pattern[str]]:
        """The two expressions, compiled when a text first holds both hints."""
        return re.compile(self.forms[0]), re.compile(self.forms[1])

    @field_validator("forms")
    @classmethod
    def _compile(cls, forms: tuple[str, str]) -> tuple[str, str]:
        for form in forms:
            _compiled(form)
        return forms


Rule: TypeAlias = Annotated[
    Substitution | Phrase | Opening | Pattern | Length | Repetition | Consistency, Field(discriminator="kind")
]
Listed: TypeAlias = Substitution | Phrase | Opening

KINDS: Mapping[str, type[Rule]] = {
    "substitution": Substitution,
    "phrase": Phrase,
    "opening": Opening,
    "pattern": Pattern,
    "length": Length,
    "repetition": Repetition,
    "consistency": Consistency,
}
