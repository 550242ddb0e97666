from __future__ import annotations

import base64
import hashlib
import re

import pytest
from hypothesis import given, settings

from inovasi_ai import check
from inovasi_ai.domain.draft import Draft, DraftSection, Note, Paragraph, Sentence
from inovasi_ai.domain.innovation import Innovation
from inovasi_ai.domain.report import Finding, Flag, Gap, Report, SectionText, Span, Verdict
from inovasi_ai.exporting import draft_html, report_html
from inovasi_ai.exporting.html import html_page
from tests.exporting import sample
from tests.exporting.hostile import Page, texts

PAGE = html_page(sample.draft(), sample.report())
TAG_NAMES = """
    html head meta link title style body header p h1 h2 h3 h4 bdi nav a main section div small svg rect
    dl dt dd span b ul ol li q code mark article table thead tbody tr th td i details summary
"""
ATTRIBUTE_NAMES = """
    lang charset http-equiv content name rel href class id tabindex aria-describedby aria-labelledby
    aria-label aria-hidden role viewbox preserveaspectratio width height scope colspan title
"""
TAGS, ATTRIBUTES = frozenset(TAG_NAMES.split()), frozenset(ATTRIBUTE_NAMES.split())


def hostile_pair(text: str) -> tuple[Draft, Report]:
    """A draft and a report in which every word that comes from outside is `text`."""
    items = (Sentence(text=text, facts=(text,)), Note(ask=text, facts=(text,)), Sentence(text=text, verified=False))
    section = DraftSection(id="s", title=text, headings={"e": text}, paragraphs=(Paragraph(element="e", items=items),))
    draft = sample.draft().model_copy(update={"title": text, "sections": (section,)})
    span = Span(section="s", start=0, end=len(section.text) // 2 + 1)
    said = {"rule": text, "severity": "blocking", "message": text, "fix": text, "section": "s", "span": span}
    shared = {**said, "excerpt": text, "facts": (text,), "source": text}
    base = sample.report()
    report = base.model_copy(
        update={
            "title": text,
            "rubric_title": text,
            "sections": (SectionText(id="s", title=text, text=section.text, words=1),),
            "verdicts": {
                text: {
                    text: Verdict(
                        section="s",
                        element=text,
                        title=text,
                        status="partial",
                        spans=(span,),
                        missing=(text,),
                        found_in=text,
                    )
                }
            },
            "flags": {text: {text: Flag(id=text, title=text, value=True, spans=(span,), by=text)}},
            "findings": (
                Finding.model_validate({**shared, "replacement": text}),
                *(
                    Gap.model_validate(
                        {
                            **shared,
                            "cause": cause,
                            "title": text,
                            "there": text,
                            "question": text,
                            "ask_whom": text,
                            "document": text,
                        }
                    )
                    for cause in ("fact_missing", "not_written", "unsupported_claim", "evidence_missing")
                ),
            ),
            "mentions": tuple(
                mention.model_copy(update={"text": text, "facts": (text,), "derivation": text, "section": text})
                for mention in base.mentions
            ),
        }
    )
    return draft, report


def check_only_ours(page: Page) -> None:
    assert not page.unclosed
    assert not page.comments
    for tag, attributes in page.tags:
        assert tag in TAGS
        assert set(attributes) <= ATTRIBUTES
        href = attributes.get("href")
        assert href is None or href == "data:," or re.fullmatch(r"#[a-z]+(-[a-z_0-9]+)?|#k\d+", href)
    assert sum(tag == "style" for tag, _ in page.tags) == 1


@given(texts)
@settings(max_examples=60)
def test_no_text_becomes_an_element(text: str) -> None:
    draft, report = hostile_pair(text)
    for markup in (html_page(draft, report), html_page(None, report), html_page(draft, None)):
        check_only_ours(Page(markup))
        markup.encode("utf-8")
    for fragment in (draft_html(draft), report_html(report)):
        check_only_ours(Page(fragment))
        fragment.encode("utf-8")


def test_the_policy_admits_this_style_and_nothing_else() -> None:
    style = re.search(r"<style>(.*?)</style>", PAGE, re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    policy = next(tag["content"] for _, tag in Page(PAGE).tags if tag.get("http-equiv") == "Content-Security-Policy")
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    )
    assert not any("style" in attributes for _, attributes in Page(PAGE).tags)
    assert not re.search(r"https?:|//|@import|url\(", style[1])


def test_references_on_the_page_lead_somewhere() -> None:
    page = Page(PAGE)
    ids = [attributes["id"] for _, attributes in page.tags if attributes.get("id")]
    assert len(ids) == len(set(ids))
    for _, attributes in page.tags:
        for name in ("aria-describedby", "aria-labelledby"):
            assert attributes.get(name) is None or attributes[name] in ids
        href = attributes.get("href") or ""
        assert not href.startswith("#") or href[1:] in ids


def test_each_sentence_can_be_reached_by_keyboard_and_tells_its_facts() -> None:
    page = Page(PAGE)
    reached = page.with_class("kalimat")
    assert len(reached) == sum(1 for _ in sample.draft().sentences)
    assert all(sentence["tabindex"] == "0" for sentence in reached)
    first = re.search(r'id="f1">(.*?)</span></span>', PAGE, re.DOTALL)
    assert first is not None
    assert re.findall(r"<code>(.*?)</code>", first[1])[:2] == ["nama_inovasi", "dasar_hukum.0"]


def test_facts_are_told_in_words_when_they_are_known() -> None:
    innovation = Innovation.from_mapping(
        {
            "nama_inovasi": "JAGA SUMUR",
            "perangkat_daerah": "Dinas Kesehatan Kabupaten Contoh",
            "masalah": {
                "makro": [
                    {
                        "uraian": "rumah tangga dengan sumur yang belum diperiksa",
                        "nilai": "38,5 persen",
                        "periode": "2023",
                        "sumber": "Survei Kualitas Air",
                    }
                ]
            },
        }
    )
    page = Page(html_page(sample.draft(), sample.report(), innovation)).text
    assert "Dinas Kesehatan Kabupaten Contoh" in page
    assert "38,5 persen (2023; Survei Kualitas Air) masalah.makro.0.nilai" in page
    assert "Fakta yang dirujuk naskah" in page


def test_findings_are_marked_where_they_stand() -> None:
    marked = re.findall(r'<mark class="(blocking|warning|info)">(.*?)</mark>', PAGE.partition('id="unsur"')[0])
    assert marked[3:] == [  # the first three explain the marks
        ("blocking", "Cara ini adalah "),
        ("blocking", "yang pertama di Indonesia"),
        ("warning", "."),
        ("warning", "64,4 persen"),
        ("blocking", "melayani lebih dari 5.000 keluarga"),
        ("info", "di analisa"),
    ]


def test_the_state_comes_first_and_gaps_are_grouped_by_cause() -> None:
    text = Page(PAGE).text
    order = [
        "Kelengkapan 72,5 dari 100.",
        "Fakta belum ada",
        "Fakta ada, belum ditulis",
        "Pernyataan tanpa fakta",
        "Bukti belum memadai",
        "Dasar Hukum",
        "Unsur yang diwajibkan",
        "Catatan lain",
        "Dasar pernyataan",
        "Asal-usul",
    ]
    places = [text.index(f"\n{words}" if words == "Asal-usul" else words) for words in order]
    assert places[:6] == sorted(places[:6])
    assert "Isinya ditemukan pada Rancang Bangun dan Pokok Perubahan yang Dilakukan, Permasalahan." in text
    assert "21 hari dikurangi 1 hari sama dengan 20 hari" in text
    assert "belum terverifikasi" in text
    assert "Lengkapi isu lokal (<code>isu.lokal</code>) pada berkas fakta." in PAGE


def test_what_blocks_and_is_no_gap_stands_before_everything_else() -> None:
    page = html_page(sample.draft(), sample.halted())
    text = Page(page).text
    order = ["Menghalangi pengajuan", "terlalu lama untuk edisi ini", "memuat 167 kata"]
    body = text[text.index("Keadaan naskah") :]
    assert body.index(order[0]) < body.index(order[1]) < body.index(order[2]) < body.index("Tanyakan kepada pihak")
    assert body.count("terlalu lama untuk edisi ini") == 1
    assert page.count('<span class="halang">menghalangi pengajuan</span>') == 4
    assert "Menghalangi pengajuan" not in Page(PAGE).text


def test_a_gap_leads_to_the_words_it_is_about() -> None:
    target = re.search(r"“melayani lebih dari 5\.000 keluarga”.*?href=\"#(k\d+)\"", PAGE, re.DOTALL)
    assert target is not None
    sentence = PAGE[PAGE.index(f'id="{target[1]}"') :]
    assert sentence[sentence.index(">") + 1 :].startswith("Warga mengetahui mutu air")


def test_a_draft_alone_has_no_word_of_a_report() -> None:
    page = html_page(sample.draft(), None)
    assert "Kelengkapan" not in page
    assert "<mark" not in page
    assert "belum terverifikasi" in page


@pytest.mark.parametrize("report", [None, sample.report()], ids=["draft", "pair"])
def test_bytes_repeat(report: Report | None) -> None:
    assert html_page(sample.draft(), report) == html_page(sample.draft(), report)


def test_an_empty_section_says_so() -> None:
    empty = sample.draft().model_copy(update={"sections": (DraftSection(id="s", title="Tujuan"),)})
    assert "Bagian ini belum berisi teks." in html_page(empty, None)


def test_content_in_its_own_place_is_not_said_to_stand_elsewhere() -> None:
    text = "Kata pengantar.\n\nHasil Inovasi\nWarga yang dilayani naik dari 120 orang menjadi 450 orang pada 2024."
    report = check(text)
    assert report.verdicts["hasil"]["hasil"].found_in is None
    assert "Isinya ditemukan pada" not in Page(report_html(report)).text


def test_sections_the_text_lacks_are_named_and_optional_parts_are_marked() -> None:
    page = html_page(None, check("Hasil\nSebanyak 204 balita didampingi."))
    table = page.partition('id="unsur"')[2]
    assert "rancang_bangun" not in page.partition('id="asal"')[0]
    assert '<th colspan="4" scope="rowgroup">Rancang bangun</th>' in table
    assert '<th colspan="4" scope="rowgroup">Manfaat yang Diperoleh</th>' in table
    assert "pihak yang terdampak (tidak wajib): belum ada" in table
    assert "masalah pada skala makro: belum ada" in table
