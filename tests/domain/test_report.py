"""The parts of a report that are made without validation are those that validation would make."""

from __future__ import annotations

import copy

from inovasi_ai import Innovation, check, draft
from inovasi_ai.domain.report import Mention, PartVerdict, Span
from tests.examples import FOLDER

_SPAN = Span(section="hasil", start=3, end=9)
_MENTION = Mention(
    start=3,
    end=9,
    text="12 kad",
    kind="number",
    verdict="supported",
    facts=("hasil.0",),
    derivation="",
    section="hasil",
)
_PART = PartVerdict(id="makro", title="masalah makro", status="partial", required=True, spans=(_SPAN,), by="angka")


def test_what_is_made_quickly_is_the_same() -> None:
    for quick, slow in (
        (Span.of("hasil", 3, 9), _SPAN),
        (Mention.of(3, 9, "12 kad", "number", "supported", ("hasil.0",), "", "hasil"), _MENTION),
        (PartVerdict.of("makro", "masalah makro", "partial", True, (_SPAN,), "angka"), _PART),
    ):
        assert quick == slow
        assert hash(quick) == hash(slow)
        assert repr(quick) == repr(slow)
        assert quick.model_dump_json() == slow.model_dump_json()
        assert copy.deepcopy(quick) == slow
        assert quick.model_copy(update={next(iter(type(slow).model_fields)): None}) != slow
        assert quick == slow


def test_a_report_is_as_validation_would_have_it() -> None:
    innovation = Innovation.load(FOLDER / "lontara_plus.yaml")
    report = check(draft(innovation).texts, innovation)
    assert report.mentions
    assert type(report).model_validate_json(report.model_dump_json()) == report
