from __future__ import annotations

from hypothesis import given, settings
from markdown_it import MarkdownIt

from inovasi_ai.domain.draft import DraftSection, Paragraph, Sentence
from inovasi_ai.exporting.clean import flat
from inovasi_ai.exporting.markdown import draft_markdown, escape, report_markdown
from tests.exporting import sample
from tests.exporting.hostile import texts

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def shown(markdown: str) -> tuple[str, set[str]]:
    """What a reader sees, and the kinds of markup that make it."""
    tokens = READER.parse(markdown)
    leaves = [leaf for token in tokens for leaf in token.children or ()]
    kinds = {leaf.type for leaf in leaves} | {token.type for token in tokens}
    return "".join(leaf.content for leaf in leaves), kinds


@given(texts)
@settings(max_examples=150)
def test_text_is_shown_as_it_is_and_makes_no_markup(text: str) -> None:
    seen, kinds = shown(escape(text))
    assert seen == flat(text)
    assert kinds <= {"paragraph_open", "paragraph_close", "inline", "text", "text_special"}


@given(texts, texts)
@settings(max_examples=60)
def test_sentences_side_by_side_make_no_markup(first: str, second: str) -> None:
    items = (Sentence(text=first), Sentence(text=second))
    section = DraftSection(id="s", title="S", paragraphs=(Paragraph(items=items),))
    draft = sample.draft().model_copy(update={"sections": (section,)})
    _, kinds = shown(draft_markdown(draft))
    assert not kinds & {"link_open", "html_inline", "html_block", "code_inline", "code_block", "bullet_list_open"}
    assert not kinds & {"image", "s_open", "ordered_list_open", "blockquote_open", "fence", "table_open"}


def test_the_draft_reads_in_the_forms_order() -> None:
    written = draft_markdown(sample.draft())
    lines = [line for line in written.split("\n") if line.startswith("#")]
    assert lines == [
        "# JAGA SUMUR",
        "## Rancang Bangun dan Pokok Perubahan yang Dilakukan",
        *(f"### {heading}" for heading in sample.HEADINGS.values()),
        "## Tujuan Inovasi Daerah",
        "## Manfaat yang Diperoleh",
        "## Hasil Inovasi",
    ]
    assert "**\\[LENGKAPI: sebutkan agenda daerah (RPJMD) yang dijawab inovasi ini.\\]**" in written
    assert "Cara ini adalah yang pertama di Indonesia. **\\[BELUM TERVERIFIKASI\\]**" in written
    assert "Yang perlu dilengkapi" not in written


def test_with_its_report_the_draft_marks_claims_and_stays_a_narrative() -> None:
    written = draft_markdown(sample.draft(), report=sample.report())
    assert "melayani lebih dari 5.000 keluarga **\\[TANPA FAKTA\\]**." in written
    assert "Yang perlu dilengkapi" not in written
    assert "sidik" not in written


def test_the_list_of_a_report_stands_alone() -> None:
    report = sample.report()
    written = report_markdown(report)
    assert written.startswith("# Daftar kekurangan: JAGA SUMUR\n")
    assert "Kelengkapan 72,5 dari 100." in written
    assert written.count("\n- **") == len(report.gaps)
    assert "isu nasional (`isu.nasional.0`)" in written
    assert "→ Lengkapi isu lokal (`isu.lokal`) pada berkas fakta." in written
    assert "→ Tulis “dianalisis”. \\[Hasil Inovasi\\]" in written
    assert sample.draft()["tujuan"].sentences[0].text not in written
    assert f"sidik {sample.RUBRIC_HASH[:12]}" in written


def test_what_blocks_stands_first_and_gaps_that_block_are_marked() -> None:
    written = report_markdown(sample.halted())
    headings = [line for line in written.split("\n") if line.startswith("## ")]
    assert headings == ["## Menghalangi pengajuan (3)", "## Yang perlu dilengkapi", "## Catatan lain (3)"]
    assert written.count("(menghalangi pengajuan).**") == 2
    assert written.count("— menghalangi pengajuan.**") == 2
