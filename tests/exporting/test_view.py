from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from inovasi_ai.domain.draft import Draft, DraftSection, Note, Paragraph, Sentence
from inovasi_ai.domain.report import Finding, Report, SectionText, Span
from inovasi_ai.exporting.clean import inline
from inovasi_ai.exporting.view import SectionView, section_views
from tests.exporting import sample
from tests.exporting.hostile import texts


def written(view: SectionView) -> str:
    return "".join(piece.text for block in view.blocks for unit in block.units for piece in unit.pieces)


def test_every_sentence_keeps_its_facts_and_findings() -> None:
    draft, report = sample.draft(), sample.report()
    views = section_views(draft, report)
    sentences = [unit for view in views for block in view.blocks for unit in block.units if unit.kind == "sentence"]
    assert [unit.facts for unit in sentences] == [sentence.facts for sentence in draft.sentences]
    assert ["".join(piece.text for piece in unit.pieces) for unit in sentences] == [s.text for s in draft.sentences]
    claims = [unit for unit in sentences if any(piece.claim for piece in unit.pieces)]
    assert [[report.findings[i].rule for i in unit.findings] for unit in claims] == [
        ["dasar.klaim", "bahasa.klaim_mutlak"],
        ["dasar.angka"],
    ]


def test_overlapping_findings_show_the_graver_one() -> None:
    view = section_views(sample.draft(), sample.report())[0]
    pieces = [
        (piece.text, piece.severity)
        for block in view.blocks
        for unit in block.units
        if not unit.verified
        for piece in unit.pieces
    ]
    assert pieces == [("Cara ini adalah ", "blocking"), ("yang pertama di Indonesia", "blocking"), (".", "warning")]


def test_a_claim_across_sentences_is_marked_once_in_each() -> None:
    draft, report = sample.draft(), sample.report()
    claim = next(gap for gap in report.gaps if gap.rule == "dasar.angka")
    whole = Span(section="manfaat", start=0, end=len(draft["manfaat"].text))
    report = report.model_copy(update={"findings": (claim.model_copy(update={"span": whole}),)})
    view = next(view for view in section_views(draft, report) if view.id == "manfaat")
    marks = [unit.mark_after(i) for unit in view.blocks[0].units for i in range(len(unit.pieces))]
    assert marks == ["[TANPA FAKTA]", "", ""]  # the sentence, the space, the note that marks itself


def test_headings_stand_apart_with_and_without_the_draft() -> None:
    for views in (section_views(sample.draft(), sample.report()), section_views(None, sample.report())):
        headings = [
            "".join(piece.text for unit in block.units for piece in unit.pieces)
            for block in views[0].blocks
            if block.heading
        ]
        assert headings == list(sample.HEADINGS.values())


def test_notes_are_known_in_a_text_without_its_draft() -> None:
    views = section_views(None, sample.report())
    notes = [
        piece.text
        for view in views
        for block in view.blocks
        for unit in block.units
        if unit.kind == "note"
        for piece in unit.pieces
    ]
    assert notes == [note.text for note in sample.draft().notes]


def test_sections_only_the_report_has_are_shown_too() -> None:
    report = sample.report()
    extra = SectionText(id="lain", title="Bagian Lain", text="Teks lain.", words=2)
    views = section_views(sample.draft(), report.model_copy(update={"sections": (*report.sections, extra)}))
    assert views[-1].title == "Bagian Lain"
    assert written(views[-1]) == "Teks lain."


spans = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=5)


@given(st.lists(texts, min_size=1, max_size=4), spans)
@settings(max_examples=60)
def test_no_character_is_lost_or_doubled(parts: list[str], marks: list[tuple[int, int]]) -> None:
    base = sample.draft()
    items = tuple(Sentence(text=t, facts=("f",)) if i % 2 else Note(ask=t) for i, t in enumerate(parts))
    section = DraftSection(
        id="s", title="S", headings={"e": "Judul"}, paragraphs=(Paragraph(element="e", items=items),)
    )
    draft = Draft(title="T", sections=(section,), provenance=base.provenance)
    findings = tuple(
        Finding(rule="r", severity="info", message="m", span=Span(section="s", start=start, end=end))
        for start, end in marks
    )
    report: Report = sample.report().model_copy(
        update={
            "sections": (SectionText(id="s", title="S", text=section.text, words=1),),
            "findings": findings,
            "verdicts": {},
        }
    )
    for views in (section_views(draft, report), section_views(None, report)):
        expected = "".join(inline(line) for line in section.text.split("\n") if inline(line).strip())
        got = "".join(written(view) for view in views)
        assert got.replace(" ", "") == expected.replace(" ", "")
        numbers = [u.number for view in views for block in view.blocks for u in block.units if u.number]
        assert numbers == list(range(1, len(numbers) + 1))
