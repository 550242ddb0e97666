"""`Report`: all the checker says of a draft: verdicts, findings, gaps, mentions, word counts and completeness."""

# No `from __future__ import annotations` here: pydantic would compile each annotation anew at every start.

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Literal, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Discriminator, Tag

__all__ = [
    "Cause",
    "Finding",
    "Flag",
    "Gap",
    "Mention",
    "MentionKind",
    "MentionVerdict",
    "PartVerdict",
    "Report",
    "SectionText",
    "Severity",
    "Span",
    "Status",
    "Verdict",
]

Status = Literal["present", "partial", "absent"]
Severity = Literal["blocking", "warning", "info"]
Cause = Literal["fact_missing", "not_written", "unsupported_claim", "evidence_missing"]
"""Why there is a gap: no fact (ask), fact not in the text (revise), text without fact (remove or support), no document
(attach)."""
MentionKind = Literal["number", "percent", "money", "duration", "date", "range", "regulation", "name"]
MentionVerdict = Literal["supported", "derived", "unsupported", "wrong_role"]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, defer_build=True, extra="forbid")


_M = TypeVar("_M", bound=_Frozen)


def _made(model: type[_M], values: dict[str, object], given: set[str]) -> _M:
    """What `model` would make of `values`, all of its fields in their order, where types are known to be right.

    A report holds hundreds of small parts, and asking each value for its type takes longer than making them.
    """
    made = object.__new__(model)
    put = object.__setattr__
    put(made, "__dict__", values)
    put(made, "__pydantic_fields_set__", given)
    put(made, "__pydantic_extra__", None)
    put(made, "__pydantic_private__", None)
    return made


class Span(_Frozen):
    """A stretch of a section's text: `sections[section].text[start:end]`, offsets in code points."""

    section: str
    start: int
    end: int

    @classmethod
    def of(cls, section: str, start: int, end: int) -> Self:
        """The same as `Span(...)`, in half the time: nothing is validated."""
        return _made(cls, {"section": section, "start": start, "end": end}, _SPAN)


_SPAN = {"section", "start", "end"}


class PartVerdict(_Frozen):
    """What an element must contain, and whether it does."""

    id: str
    title: str
    status: Status
    required: bool = True
    spans: tuple[Span, ...] = ()
    by: str = ""
    """What in the rubric let the passage pass: the clause's name."""

    @classmethod
    def of(cls, part: str, title: str, status: Status, required: bool, spans: tuple[Span, ...], by: str) -> Self:
        """The same as `PartVerdict(...)`, in half the time: nothing is validated."""
        values: dict[str, object] = {
            "id": part,
            "title": title,
            "status": status,
            "required": required,
            "spans": spans,
            "by": by,
        }
        return _made(cls, values, _PART_VERDICT)


_PART_VERDICT = {"id", "title", "status", "required", "spans", "by"}


class Verdict(_Frozen):
    """The verdict on one element."""

    section: str
    element: str
    title: str
    status: Status
    part_verdicts: tuple[PartVerdict, ...] = ()
    spans: tuple[Span, ...] = ()
    """The passages that carry the verdict, best first."""
    missing: tuple[str, ...] = ()
    """Titles of the parts that are not there or only half there."""
    found_in: str | None = None
    """Where the content stands when that is not its own place: a section, or `section/element` of another heading."""
    confidence: Literal["high", "medium", "low"] = "medium"

    @property
    def parts(self) -> dict[str, Status]:
        """Part id to status: `{"makro": "absent", "mikro": "present"}`."""
        return {part.id: part.status for part in self.part_verdicts}


class Flag(_Frozen):
    """Something noted of a section beside its elements: whether it is there, and the passages that carry it."""

    id: str
    title: str
    value: bool
    wanted: bool = True
    """Whether it is good to have: a wish told as a result is not."""
    spans: tuple[Span, ...] = ()
    by: str = ""
    """What in the rubric raised it: the clause's name, or the rule of the language."""


class Finding(_Frozen):
    """One thing the checker says: where, what, how bad, why, what to do. Texts are Indonesian."""

    type: Literal["finding"] = "finding"
    rule: str
    """Id of what found it: `bahasa.kata_baku`, `konsistensi.tahun_sk`, `dasar.angka`, ..."""
    severity: Severity
    message: str
    """What is wrong, a whole sentence."""
    fix: str = ""
    """What to do about it, a whole sentence."""
    section: str | None = None
    element: str | None = None
    span: Span | None = None
    excerpt: str = ""
    """The text at `span`, as it stands."""
    related: tuple[Span, ...] = ()
    """The other passages a contradiction or repetition is about."""
    place: str | None = None
    """Where it stands in the file that was checked, for a reader: `baris 12`, `paragraf 7`."""
    replacement: str | None = None
    """What to write at `span` instead; only where that is certain."""
    facts: tuple[str, ...] = ()
    source: str = ""
    """Where the rule comes from."""


class Gap(Finding):
    """A finding about a required element or evidence that is absent, partial, or claimed without a fact."""

    type: Literal["gap"] = "gap"  # type: ignore[assignment]
    cause: Cause
    status: Status = "absent"
    title: str = ""
    """Element, indicator or condition, as an official knows it."""
    there: str = ""
    """What is there already, a whole sentence or empty."""
    question: str = ""
    """What to ask, for `fact_missing`."""
    ask_whom: str = ""
    document: str = ""
    """Which document would close it, for `evidence_missing`."""
    indicator: int | None = None
    points: Decimal | None = None
    """Points at stake, where the rubric gives points."""
    points_of: Decimal | None = None


class Mention(_Frozen):
    """A checkable statement in a text and what the facts say of it."""

    start: int
    end: int
    text: str
    kind: MentionKind
    verdict: MentionVerdict
    facts: tuple[str, ...] = ()
    """Ids of the facts it rests on. Of `unsupported` and `wrong_role` they are no support but the nearest facts: what
    may have been meant, by unit or subject; often none."""
    derivation: str = ""
    """How it follows from the facts, in Indonesian words."""
    section: str = ""

    @classmethod
    def of(
        cls,
        start: int,
        end: int,
        text: str,
        kind: MentionKind,
        verdict: MentionVerdict,
        facts: tuple[str, ...],
        derivation: str,
        section: str,
    ) -> Self:
        """The same as `Mention(...)`, in half the time: nothing is validated."""
        values: dict[str, object] = {
            "start": start,
            "end": end,
            "text": text,
            "kind": kind,
            "verdict": verdict,
            "facts": facts,
            "derivation": derivation,
            "section": section,
        }
        return _made(cls, values, _MENTION)


_MENTION = {"start", "end", "text", "kind", "verdict", "facts", "derivation", "section"}


class SectionText(_Frozen):
    """A section as it was checked: spans point into `text`."""

    id: str
    title: str
    text: str
    words: int
    min_words: int | None = None
    max_words: int | None = None


def _finding_type(value: object) -> str:
    return str(value.get("type", "finding") if isinstance(value, dict) else getattr(value, "type", "finding"))


AnyFinding = Annotated[Annotated[Finding, Tag("finding")] | Annotated[Gap, Tag("gap")], Discriminator(_finding_type)]


class Report(_Frozen):
    """All verdicts, findings and scores of one draft or text: coverage of what is required, not a forecast."""

    title: str
    rubric: str
    rubric_title: str
    rubric_revision: int
    rubric_hash: str
    facts_hash: str | None = None
    sections: tuple[SectionText, ...]
    verdicts: Mapping[str, Mapping[str, Verdict]]
    """Section id, element id: `report.verdicts["rancang_bangun"]["isu_strategis"].status`."""
    flags: Mapping[str, Mapping[str, Flag]] = {}
    """Section id, flag id: `report.flags["manfaat"]["ukuran"].value`; only sections that have text."""
    findings: tuple[AnyFinding, ...] = ()
    """Everything found, gaps included, in reading order."""
    mentions: tuple[Mention, ...] = ()
    kelengkapan: Decimal = Decimal(0)
    """Completeness, 0–100: the formula stands in the rubric and in docs/architecture.md."""

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """The findings that are gaps."""
        return tuple(finding for finding in self.findings if isinstance(finding, Gap))

    @property
    def blocking(self) -> tuple[Finding, ...]:
        """What stands in the way of handing the draft in."""
        return tuple(finding for finding in self.findings if finding.severity == "blocking")

    @property
    def word_counts(self) -> dict[str, int]:
        return {section.id: section.words for section in self.sections}

    def text(self, span: Span) -> str:
        """The text at a span."""
        for section in self.sections:
            if section.id == span.section:
                return section.text[span.start : span.end]
        raise KeyError(span.section)

    def _repr_html_(self) -> str:
        from inovasi_ai.exporting import report_html

        return report_html(self)
