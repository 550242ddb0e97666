"""Pasted profiles: the form's rows are told from the narrative, and a few of its labels alone make no form."""

from __future__ import annotations

from inovasi_ai import check
from inovasi_ai.domain.rubric import load_rubric
from inovasi_ai.sources import split_sections
from inovasi_ai.sources.headings import FORM
from inovasi_ai.sources.sections import section_headings

HEADINGS = section_headings(load_rubric("iga-2026"))
PASTED = """\
1. Nama Inovasi: SIAGA AKTA
2. Tahapan Inovasi: Penerapan
3. Jenis Inovasi: Digital
4. Bentuk Inovasi Daerah
Inovasi pelayanan publik
5. Waktu Penerapan Inovasi Daerah: 3 Februari 2025
6. Rancang Bangun (minimal 300 kata)
Tahapan Inovasi
Kader mendata anak, lalu bidan memeriksa berkasnya.
7. TUJUAN INOVASI DAERAH
Mempercepat layanan akta.
8. Hasil Inovasi
Terbit 1.706 akta.
9. Anggaran (jika diperlukan)
Rp50.000.000
10. Profil Bisnis
Ada.
"""


def sections(text: str) -> list[tuple[str | None, str]]:
    return [(section.id, section.text) for section in split_sections(text, HEADINGS)]


def test_rows_of_the_form_before_and_after_the_narrative_are_told_apart() -> None:
    found = sections(PASTED)
    assert [section for section, _ in found] == [FORM, "rancang_bangun", "tujuan", "hasil", FORM]
    texts = dict(found[1:4])
    assert texts["rancang_bangun"] == "Tahapan Inovasi\nKader mendata anak, lalu bidan memeriksa berkasnya."
    assert texts["hasil"] == "Terbit 1.706 akta."
    assert found[0][1].startswith("1. Nama Inovasi: SIAGA AKTA\n2. Tahapan")
    assert found[4][1] == "9. Anggaran (jika diperlukan)\nRp50.000.000\n10. Profil Bisnis\nAda."


def test_every_section_points_into_the_text() -> None:
    for section in split_sections(PASTED, HEADINGS):
        assert PASTED[section.start : section.end] == section.text


def test_a_few_labels_in_a_narrative_do_not_end_a_section() -> None:
    text = "Hasil Inovasi\nTerbit 1.706 akta.\nAnggaran\nRp50.000.000\nPenghargaan\nJuara kedua."
    assert sections(text) == [("hasil", "Terbit 1.706 akta.\nAnggaran\nRp50.000.000\nPenghargaan\nJuara kedua.")]


def test_a_label_that_is_misspelt_or_goes_on_is_text() -> None:
    text = PASTED.replace("10. Profil Bisnis\nAda.", "Penghargaan yang diraih pada 2024 ada dua.\nPenghargan\nAda.")
    assert sections(text)[-1][1].endswith("Penghargaan yang diraih pada 2024 ada dua.\nPenghargan\nAda.")


def test_the_form_s_rows_are_no_prose_for_the_checker() -> None:
    text = PASTED.replace("Rp50.000.000", "Rp. 50.000.000,- dengan resiko")
    found = {finding.excerpt for finding in check(text).findings if finding.rule.startswith("bahasa.")}
    assert not found & {"resiko", "Rp. 50.000.000,-"}
    spread = check(text.replace("akta.", "akta dengan resiko."))
    assert "resiko" in {finding.excerpt for finding in spread.findings}
