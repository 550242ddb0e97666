"""Every gap names the element, its state, what is there, what is not, why, and what to do about it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inovasi_ai import Gap, Innovation, check, draft, load_rubric
from inovasi_ai.checking.gaps import listing
from inovasi_ai.exporting.wording import gap_text
from inovasi_ai.sources import innovation_from_mapping
from tests.examples import COMPLETE, INCOMPLETE, Raw, loaded, raw, without

ELEMENTS = (
    *("dasar_hukum", "permasalahan", "isu_strategis", "metode_pembaharuan", "keunggulan_kebaharuan"),
    *("tahapan_penggunaan", "tujuan", "manfaat", "hasil"),
)
SECTION = {"tujuan": "tujuan", "manfaat": "manfaat", "hasil": "hasil"}


def _innovation(**facts: object) -> Innovation:
    return innovation_from_mapping({"nama_inovasi": "ANTAR AKTA", **facts})


def _gaps(text: object, innovation: Innovation | None, **wanted: object) -> list[Gap]:
    report = check(text, innovation)  # type: ignore[arg-type]
    return [gap for gap in report.gaps if all(getattr(gap, name) == value for name, value in wanted.items())]


# The fact is missing


@pytest.mark.parametrize("element", ELEMENTS)
def test_what_no_fact_feeds_is_asked_for(element: str) -> None:
    gaps = _gaps(draft(_innovation()), _innovation(), element=element)
    assert [gap.cause for gap in gaps] == ["fact_missing"]
    (gap,) = gaps
    title = load_rubric().elements[element].title
    assert (gap.title, gap.status, gap.severity) == (title, "absent", "blocking")
    assert gap.question.endswith((".", "?"))
    assert "?" in gap.question
    assert gap.ask_whom
    assert "faktanya juga belum ada" in gap.message
    assert "pada berkas fakta" in gap.fix
    assert gap.facts == ()
    told = gap_text(gap)
    for words in (title, "fakta belum ada", "Tanyakan kepada", gap.ask_whom, gap.question.split("?")[0]):
        assert words in told


def test_half_an_element_says_what_is_there_and_what_is_not() -> None:
    innovation = without("mas_jos", "isu.nasional")
    (gap,) = _gaps(draft(innovation), innovation, element="isu_strategis")
    assert (gap.cause, gap.status) == ("fact_missing", "partial")
    told = gap_text(gap)
    assert told.index("Sudah tertulis") < told.index("nasional")
    for words in ("Isu strategis — sebagian", "global", "lokal", "nasional", "`isu.nasional`", "Tanyakan kepada"):
        assert words in told


def test_a_field_of_every_item_is_named_as_it_stands_in_the_file() -> None:
    (gap,) = _gaps(draft(loaded(INCOMPLETE)), loaded(INCOMPLETE), element="tahapan_penggunaan")
    assert "`pelaku` pada tiap butir `langkah`" in gap.fix


# The fact is there but not written


@pytest.mark.parametrize("element", ELEMENTS)
@pytest.mark.parametrize("name", COMPLETE)
def test_what_is_known_but_not_written_is_to_be_written(name: str, element: str) -> None:
    innovation = loaded(name)
    made = draft(innovation)
    section = SECTION.get(element, "rancang_bangun")
    paragraphs = tuple(
        paragraph
        for paragraph in made[section].paragraphs
        if paragraph.element not in (element, None) and element not in SECTION
    )
    sections = tuple(
        part.model_copy(update={"paragraphs": paragraphs}) if part.id == section else part for part in made.sections
    )
    gaps = _gaps(made.model_copy(update={"sections": sections}), innovation, element=element)
    assert {gap.cause for gap in gaps} == {"not_written"}
    (gap,) = gaps
    assert gap.question == ""
    assert gap.facts
    known = {fact.id: fact for fact in innovation.facts()}
    assert set(gap.facts) <= set(known)
    assert gap.facts[0] in gap.message
    assert "padahal faktanya ada" in gap.message
    assert gap.fix.startswith("Tambahkan")
    told = gap_text(gap)
    assert "belum ditulis" in told or "sebagian" in told


def test_without_facts_at_hand_everything_must_be_asked_for() -> None:
    gaps = _gaps("Tujuan\nMenurunkan waktu tunggu.", None)
    assert gaps
    assert {gap.cause for gap in gaps} == {"fact_missing"}
    assert all(gap.question for gap in gaps)


# The claim has no fact


@pytest.mark.parametrize(
    ("claim", "kind"),
    [
        ("98.765 keluarga", "Angka"),
        ("61,3 persen", "Persentase"),
        ("Rp7,35 miliar", "Jumlah uang"),
        ("19 bulan", "Lama waktu"),
        ("17 April 2019", "Tanggal atau tahun"),
        ("Peraturan Bupati Contoh Nomor 77 Tahun 2021", "Peraturan"),
    ],
)
def test_a_claim_without_a_fact_is_quoted_with_its_place_and_a_way_out(claim: str, kind: str) -> None:
    innovation = loaded("mas_jos")
    texts = dict(draft(innovation).texts)
    texts["manfaat"] += f" Hal ini tercatat sebagai {claim}."
    gaps = _gaps(texts, innovation, cause="unsupported_claim")
    assert len(gaps) == 1
    gap = gaps[0]
    assert claim in gap.excerpt or gap.excerpt in claim
    assert gap.severity == "blocking"
    assert gap.span is not None
    assert texts["manfaat"][gap.span.start : gap.span.end] == gap.excerpt
    told = gap_text(gap, sections={"manfaat": "Manfaat yang Diperoleh"})
    for words in (
        f"{kind} tanpa dasar",
        f"“{gap.excerpt}”",
        "Manfaat yang Diperoleh",
        "idak ada fakta yang menyebut",
        "→ Hapus",
    ):
        assert words in told
    known = {fact.id for fact in innovation.facts()}
    assert set(gap.facts) <= known


def test_a_figure_told_of_another_thing_is_not_said_to_be_unknown() -> None:
    innovation = _innovation(hasil=[{"indikator": "waktu tunggu akta", "sesudah": "12 hari", "periode": "2025"}])
    (gap,) = _gaps("Hasil\nWaktu tunggu akta kini 12 bulan.", innovation, cause="unsupported_claim")
    assert gap.title == "Lama waktu yang tidak cocok dengan fakta (Hasil Inovasi)"
    told = gap_text(gap)
    assert "“12 bulan”" in told
    assert told.count("12 hari") == 1
    assert "hasil.0.sesudah" in told


# The evidence is missing


def test_an_indicator_that_must_be_filled_is_a_fact_to_find() -> None:
    gaps = _gaps("ANTAR AKTA", _innovation(), rule="bukti.indikator_wajib")
    mandatory = {indicator.number: indicator for indicator in load_rubric().indicators if indicator.mandatory}
    assert [gap.indicator for gap in gaps] == list(mandatory)
    for gap in gaps:
        indicator = mandatory[gap.indicator or 0]
        assert (gap.cause, gap.points, gap.points_of) == ("fact_missing", indicator.points, Decimal(111))
        assert str(gap.indicator) in gap.title
        told = gap_text(gap)
        for words in (indicator.title, indicator.question, "poin dari 111", indicator.documents[0]):
            assert words in told


def test_a_claim_without_a_document_lacks_its_evidence() -> None:
    innovation = _innovation(indikator={"25": {"nilai": "3 jejaring"}})
    (gap,) = [gap for gap in _gaps("ANTAR AKTA", innovation) if gap.indicator == 25]
    assert (gap.cause, gap.rule) == ("evidence_missing", "bukti.belum_terdaftar")
    assert gap.document
    assert gap.facts
    assert all(fact.startswith("indikator.25") for fact in gap.facts)
    assert "`data_dukung`" in gap.fix
    assert gap.question == ""  # there is nothing to ask, but something to attach
    assert "bukti belum ada" in gap_text(gap)


def test_a_listed_document_closes_the_gap() -> None:
    facts = {
        "indikator": {"25": {"nilai": "3 jejaring"}},
        "data_dukung": [{"indikator": "25", "dokumen": "Daftar jejaring"}],
    }
    assert [gap for gap in _gaps("ANTAR AKTA", _innovation(**facts)) if gap.indicator == 25] == []
    numbers = [{"indikator": str(i.number), "dokumen": "Dokumen"} for i in load_rubric().indicators if i.mandatory]
    assert _gaps("ANTAR AKTA", _innovation(data_dukung=numbers), rule="bukti.indikator_wajib") == []


def test_an_indicator_nobody_claims_and_nobody_demands_is_no_gap() -> None:
    numbers = {indicator.number for indicator in load_rubric().indicators if not indicator.mandatory}
    assert not [gap for gap in _gaps("ANTAR AKTA", _innovation()) if gap.indicator in numbers]


# The form


def test_fields_of_the_form_that_must_be_filled() -> None:
    gaps = {gap.facts[0]: gap for gap in _gaps("ANTAR AKTA", _innovation(), rule="profil.wajib")}
    assert {"inisiator", "jenis_inovasi", "koordinat"} <= set(gaps)
    assert not set(gaps) & {"nama_inovasi", "rancang_bangun", "tujuan", "manfaat", "hasil"}
    for field, gap in gaps.items():
        assert (gap.cause, gap.severity) == ("fact_missing", "warning")
        assert gap.question.endswith("?")
        assert f"`{field}`" in gap.fix
    filled = _gaps("ANTAR AKTA", _innovation(jenis_inovasi="Digital"), rule="profil.wajib")
    assert "jenis_inovasi" not in {gap.facts[0] for gap in filled}


# All of them


@settings(max_examples=25)
@given(st.sets(st.sampled_from(sorted(set(raw("mas_jos")) - {"nama_inovasi"}))), st.booleans())
def test_every_gap_is_whole_sentences_with_a_way_out(taken: set[str], as_text: bool) -> None:
    facts: Raw = raw("mas_jos")
    for group in taken:
        del facts[group]
    innovation = innovation_from_mapping(facts)
    made = draft(innovation)
    known = {fact.id for fact in innovation.facts()}
    fields = set(Innovation.model_fields)
    for gap in check(made.texts if as_text else made, innovation).gaps:
        assert gap.title
        for sentence in (gap.message, gap.fix):
            assert sentence[0].isupper()
            assert sentence.endswith((".", "”"))
            assert "None" not in sentence
            assert "  " not in sentence
        assert gap.cause != "fact_missing" or gap.question
        assert gap.cause != "evidence_missing" or gap.document
        assert gap.cause != "not_written" or gap.facts
        assert all(fact in known or fact.split(".")[0] in fields for fact in gap.facts)
        assert len(gap_text(gap)) < 1_500


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a dan b"),
        (["a", "b", "c"], "a, b, dan c"),
        (["a dan b", "c"], "a dan b; c"),
        (["a, b", "c", "d"], "a, b; c; d"),
    ],
)
def test_a_listing_reads_as_indonesian(words: list[str], expected: str) -> None:
    assert listing(words) == expected


def test_a_gap_is_told_once_and_names_each_fact_once() -> None:
    report = check(draft(loaded(INCOMPLETE)), loaded(INCOMPLETE))
    told = [gap_text(gap) for gap in report.gaps]
    assert len(told) == len(set(told))
    claims = _gaps("Hasil\nAda 98.765 ton per hari.", loaded("mas_jos"), cause="unsupported_claim")
    (text,) = map(gap_text, claims)
    assert text.count("Fakta terdekat") == 1
    assert "(`" in text


def test_what_is_only_touched_on_is_not_said_to_be_missing() -> None:
    text = (
        "Isu Strategis\nInovasi ini mendukung Tujuan Pembangunan Berkelanjutan 6.2 tentang sanitasi yang layak bagi"
        " warga. Agenda RPJMN."
    )
    (gap,) = _gaps({"rancang_bangun": text}, None, element="isu_strategis")
    parts = check({"rancang_bangun": text}).verdicts["rancang_bangun"]["isu_strategis"].parts
    assert parts == {"global": "present", "nasional": "partial", "lokal": "absent"}
    assert gap.message == "Belum ada dalam naskah: isu lokal; baru disinggung, belum dinyatakan: isu nasional."


@pytest.mark.parametrize(
    ("said", "severity"),
    [("semula 160 orang", "warning"), ("bertambah 240 orang", "warning"), ("bertambah 250 orang", "blocking")],
)
def test_an_estimate_told_as_exact_is_a_warning_that_says_how_to_write_it(said: str, severity: str) -> None:
    innovation = Innovation.from_mapping(
        {
            "nama_inovasi": "SIAP",
            "hasil": [
                {"indikator": "warga dilayani", "sebelum": "±160 orang", "sesudah": "±400 orang", "periode": "2024"}
            ],
        }
    )
    report = check({"hasil": f"Warga yang dilayani {said}."}, innovation)
    (gap,) = [gap for gap in report.gaps if gap.cause == "unsupported_claim"]
    assert gap.severity == severity
    assert ("perkiraan" in gap.message and "Tulis sekitar" in gap.fix) is (severity == "warning")
