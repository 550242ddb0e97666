from __future__ import annotations

import re

from inovasi_ai.exporting import draft_html, report_html
from tests.exporting import sample
from tests.exporting.hostile import Page


def test_the_style_reaches_nothing_outside_the_fragment() -> None:
    for fragment in (draft_html(sample.draft()), report_html(sample.report())):
        style = re.search(r"<style>(.*?)</style>", fragment, re.DOTALL)
        assert style is not None
        selectors = [part for rule in re.findall(r"([^{}]+)\{", style[1]) for part in rule.split(",")]
        assert selectors
        assert all(selector.strip().startswith(".inovasi-ai") for selector in selectors)


def test_draft_and_report_show_themselves() -> None:
    assert sample.draft()._repr_html_() == draft_html(sample.draft())
    assert sample.report()._repr_html_() == report_html(sample.report())


def test_a_draft_tells_facts_notes_and_doubts() -> None:
    fragment = draft_html(sample.draft())
    page = Page(fragment)
    assert page.with_class("kalimat")[0]["title"] == "Fakta: nama_inovasi, dasar_hukum.0, dasar_hukum.0.kaitan"
    assert len(page.with_class("catatan")) == len(sample.draft().notes)
    assert "Cara ini adalah yang pertama di Indonesia. [BELUM TERVERIFIKASI]" in page.text


def test_a_report_tells_state_gaps_and_marks() -> None:
    page = Page(report_html(sample.report()))
    assert "Kelengkapan 72,5 dari 100." in page.text
    assert sum(tag == "li" for tag, _ in page.tags) == len(sample.report().gaps)
    halted = Page(report_html(sample.halted())).text
    assert halted.index("terlalu lama untuk edisi ini") < halted.index("Fakta belum ada")
    assert "Nilai yang dipertaruhkan: 3 poin dari 111." in page.text
    assert {attributes["class"] for tag, attributes in page.tags if tag == "mark"} == {"blocking", "warning", "info"}
