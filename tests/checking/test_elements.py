"""Verdicts on elements as an official meets them: what counts, where it counts, and which half is missing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inovasi_ai import Report, check
from inovasi_ai.checking.alignment import matches
from inovasi_ai.domain.report import Status, Verdict
from inovasi_ai.domain.rubric import load_rubric

RUBRIC = load_rubric("iga-2026")
ORDER: dict[Status, int] = {"absent": 0, "partial": 1, "present": 2}
STEPS = """Tahapan Inovasi
1. Warga mengirim pesan kepada petugas.
2. Petugas menjadwalkan kunjungan.
3. Tim menjemput barang di rumah warga."""
BULLETS = STEPS.replace("1. ", "- ").replace("2. ", "- ").replace("3. ", "- ")
BEFORE = "Sebelum inovasi, pemohon menunggu 12 hari kerja dan datang tiga kali ke kantor dinas."
AFTER = "Kini pemohon mengirim berkas dari rumah dan menerima izin dalam 3 hari kerja."
TEXTS = [example.text for element in RUBRIC.elements for example in RUBRIC.examples(element)]


def _verdict(text: str, element: str, section: str = "rancang_bangun") -> Verdict:
    report = check({section: text}, rubric=RUBRIC)
    home = RUBRIC.section_of(element).id
    return report.verdicts[home][element]


def _levels(report: Report) -> dict[str, int]:
    return {name: ORDER[verdict.status] for part in report.verdicts.values() for name, verdict in part.items()}


def test_nothing_says_nothing() -> None:
    report = check({"rancang_bangun": ""}, rubric=RUBRIC)
    assert set(_levels(report).values()) == {0}
    assert all(not verdict.spans for part in report.verdicts.values() for verdict in part.values())


def test_headings_alone_are_no_content() -> None:
    headings = "\n".join(f"{element.title}\n{element.headings[0]}:" for element in RUBRIC.elements.values())
    assert set(_levels(check({"rancang_bangun": headings}, rubric=RUBRIC)).values()) == {0}


def test_content_without_its_heading_counts_with_less_confidence() -> None:
    under = _verdict(f"Metode Pembaharuan\n{BEFORE} {AFTER}", "metode_pembaharuan")
    bare = _verdict(f"{BEFORE} {AFTER}", "metode_pembaharuan")
    assert (under.status, under.confidence) == ("present", "high")
    assert (bare.status, bare.confidence) == ("present", "low")


def test_content_under_another_heading_is_present_and_told_where() -> None:
    verdict = _verdict(f"Keunggulan\n{BEFORE} {AFTER}", "metode_pembaharuan")
    assert verdict.status == "present"
    assert verdict.found_in == "rancang_bangun/keunggulan_kebaharuan"


def test_content_in_another_section_is_present_and_told_where() -> None:
    verdict = _verdict(f"{BEFORE} {AFTER}", "metode_pembaharuan", section="manfaat")
    assert verdict.status == "present"
    assert verdict.found_in == "manfaat"


def test_an_element_of_its_own_section_does_not_count_elsewhere() -> None:
    text = "Meningkatkan kepemilikan kartu identitas anak menjadi 80 persen pada tahun 2025."
    assert _verdict(text, "tujuan", section="tujuan").status == "present"
    assert _verdict(text, "tujuan").status == "absent"


def test_the_missing_half_is_named_in_words() -> None:
    verdict = _verdict(f"Metode Pembaharuan\n{BEFORE}", "metode_pembaharuan")
    assert verdict.status == "partial"
    assert verdict.parts["sebelum"] == "present"
    assert verdict.missing == ("keadaan sesudah inovasi",)


def test_the_passage_shown_is_the_one_that_carries_the_part() -> None:
    text = f"Kantor dinas terletak di tengah kota. {BEFORE} Gedungnya dibangun pada tahun 1998. {AFTER}"
    report = check({"rancang_bangun": text}, rubric=RUBRIC)
    parts = {part.id: part for part in report.verdicts["rancang_bangun"]["metode_pembaharuan"].part_verdicts}
    assert report.text(parts["sebelum"].spans[0]) == BEFORE


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (STEPS, "present"),
        (BULLETS, "present"),
        (BULLETS.replace("- ", ""), "present"),
        (STEPS.rsplit("\n", 1)[0], "partial"),
        ("Cara Kerja\nWarga mendaftar, kemudian petugas memeriksa berkas, lalu camat menandatangani.", "present"),
        ("Tahapan layanan ini: 1) warga mendaftar; 2) petugas memeriksa; 3) kurir mengantar surat.", "present"),
        (BULLETS.replace("Tahapan Inovasi", "Permasalahan"), "absent"),
        ("Guru kelas kedua dan guru kelas ketiga menyambut siswa yang pertama datang di gerbang sekolah.", "absent"),
        ("Petugas mengatur lalu lintas di depan sekolah, pasar, dan terminal setiap pagi dan sore hari.", "absent"),
    ],
    ids=["numbered", "bullets", "lines", "two", "running text", "in a sentence", "other heading", "grades", "traffic"],
)  # fmt: skip
def test_what_counts_as_steps(text: str, status: Status) -> None:
    assert _verdict(text, "tahapan_penggunaan").parts["langkah"] == status


def test_a_question_states_nothing() -> None:
    assert _verdict(f"Metode Pembaharuan\n{BEFORE[:-1]}?", "metode_pembaharuan").status == "absent"


def test_a_note_is_no_content() -> None:
    assert _verdict(f"Metode Pembaharuan\n[LENGKAPI: {BEFORE} {AFTER}]", "metode_pembaharuan").status == "absent"


@pytest.mark.parametrize("name", ["Pasar Baru", "Kecamatan Kota Baru", "Aplikasi Masalah Tuntas"])
def test_a_word_in_a_name_is_no_cue(name: str) -> None:
    text = f"Petugas membuka loket di dekat {name} setiap hari kerja bagi warga."
    report = check({"rancang_bangun": text}, rubric=RUBRIC)
    verdicts = report.verdicts["rancang_bangun"]
    assert verdicts["keunggulan_kebaharuan"].status == "absent"
    assert verdicts["permasalahan"].status == "absent"


@pytest.mark.parametrize("section", [section.id for section in RUBRIC.sections])
def test_words_without_sentences_make_nothing_present(section: str) -> None:
    """Every cue of the rubric in a line of its own states nothing."""
    salad = "\n".join(cue.replace("*", "") for cues in RUBRIC.cues.values() for cue in cues)
    report = check({section: salad}, rubric=RUBRIC)
    assert 2 not in _levels(report).values()


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(TEXTS), min_size=1, max_size=4, unique=True))
def test_adding_paragraphs_never_takes_a_verdict_away(texts: list[str]) -> None:
    """What a text states it still states when more is written below under a heading of something else."""
    alone = _levels(check({"rancang_bangun": texts[0]}, rubric=RUBRIC))
    more = "\n\nCatatan Lain:\n\n".join(texts)
    together = _levels(check({"rancang_bangun": more}, rubric=RUBRIC))
    assert all(together[element] >= level for element, level in alone.items())


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=400), st.sampled_from(TEXTS))
def test_spans_lie_in_the_text_whatever_it_holds(noise: str, text: str) -> None:
    report = check({"rancang_bangun": f"{noise}\n{text}\n{noise}"}, rubric=RUBRIC)
    lengths = {section.id: len(section.text) for section in report.sections}
    for part in report.verdicts.values():
        for verdict in part.values():
            for span in verdict.spans:
                assert 0 <= span.start < span.end <= lengths[span.section]


SEGMENT = st.sampled_from(["masalah", "makro", "0", "nilai", "isu"])


@given(st.lists(SEGMENT, min_size=1, max_size=4), st.lists(SEGMENT, max_size=3))
def test_a_pattern_leads_to_what_begins_with_it_and_a_star_to_any_segment(head: list[str], tail: list[str]) -> None:
    fact = ".".join(head + tail)
    assert matches(".".join(head), fact)
    assert matches(".".join("*" for _ in head), fact)
    assert not matches(".".join([*head, *tail, "lagi"]), fact)


def test_what_only_touches_on_a_part_is_shown_behind_what_carries_it_and_decides_nothing() -> None:
    carried = "Pasien Puskesmas Pesisir menunggu sampai tiga jam karena pendaftaran masih dicatat di buku."
    touched = "Petugas di sana juga belum dilatih."
    verdict = _verdict(f"Keunggulan\n{touched}\nPermasalahan\n{carried}", "permasalahan")
    (micro,) = (part for part in verdict.part_verdicts if part.id == "mikro")
    assert micro.status == "present"
    assert len(micro.spans) == 2
    assert len({span.start for span in micro.spans} & {span.start for span in verdict.spans}) == 1
    alone = _verdict(f"Permasalahan\n{carried}", "permasalahan")
    assert (verdict.status, verdict.confidence) == (alone.status, alone.confidence)
