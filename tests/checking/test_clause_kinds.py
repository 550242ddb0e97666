"""The kinds of clauses an assessor can write in YAML, each shown on a part that asks for nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from inovasi_ai import check
from inovasi_ai.domain.report import PartVerdict
from tests.checking.rubrics import SHIPPED, changed

LAW = "elements/dasar_hukum.yaml"


def _judged(tmp_path: Path, clauses: tuple[str, ...], text: str, cues: str = "") -> PartVerdict:
    """The verdict on a part that has no clauses but these."""
    head = (SHIPPED / LAW).read_text(encoding="utf-8").partition("\n---\n")[0]
    start = head.index("    detect:")
    end = head.index("  - id: daerah")
    changed(tmp_path, "cues.yaml", ("\nurutan: [", f"\n{cues}\nurutan: ["))
    detect = "".join(f"      - {{name: uji {place}, {clause}}}\n" for place, clause in enumerate(clauses, start=1))
    rubric = changed(tmp_path, LAW, (head[start:end], f"    detect:\n{detect}"), examples="")
    report = check({"rancang_bangun": text}, rubric=rubric)
    return report.verdicts["rancang_bangun"]["dasar_hukum"].part_verdicts[0]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Layanan ini menjalankan Peraturan Menteri Kesehatan Nomor 4 Tahun 2019.", "present"),
        ("Layanan ini menjalankan Peraturan Menteri Kesehatan Nomor 4.", "present"),
        ("Layanan ini menjalankan Peraturan Menteri Kesehatan Tahun 2019.", "present"),
        ("Layanan ini menjalankan Peraturan Menteri Kesehatan tentang standar.", "absent"),
    ],
)
def test_a_number_or_a_year_identifies_a_regulation(tmp_path: Path, text: str, status: str) -> None:
    assert _judged(tmp_path, ("citation: {require: [number_or_year]}",), text).status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Cakupan akta anak di desa ini baru 38 persen.", "present"),
        ("Cakupan akta anak di desa ini baru mencapai 38 persen.", "present"),
        ("Cakupan akta anak di desa ini mencapai 38 persen.", "absent"),
        ("Gedung baru di sebelah kantor desa itu memuat 38 kursi.", "absent"),
    ],
)
def test_a_figure_that_a_cue_leads_to(tmp_path: Path, text: str, status: str) -> None:
    assert (
        _judged(tmp_path, ("quantities: {after: hanya_segini}",), text, "hanya_segini: [baru, hanya]").status == status
    )


@pytest.mark.parametrize(
    ("heading", "status"),
    [("Tahapan Inovasi", "absent"), ("Latar Belakang", "present"), ("", "present")],
)
def test_what_stands_under_an_excluded_heading_carries_nothing(tmp_path: Path, heading: str, status: str) -> None:
    text = f"{heading}\nPetugas mencatat keluhan pemohon di loket setiap pagi."
    assert (
        _judged(
            tmp_path, ("cues: [uji_keluhan], not_under: [tahapan_penggunaan]",), text, "uji_keluhan: [keluhan]"
        ).status
        == status
    )


def test_the_passage_of_the_first_clause_is_shown_first(tmp_path: Path) -> None:
    text = (
        "Petugas mencatat keluhan pemohon di loket setiap pagi. Loketnya menghadap ke taman kota. "
        "Ruang tunggu itu memuat 38 kursi plastik."
    )
    verdict = _judged(tmp_path, ("quantities: {}", "cues: [uji_keluhan]"), text, "uji_keluhan: [keluhan]")
    assert [text[span.start : span.end][:5] for span in verdict.spans] == ["Ruang", "Petug"]
    assert verdict.by == "uji 1"


def test_neighbours_that_carry_the_same_part_are_one_passage(tmp_path: Path) -> None:
    text = (
        "Keluhan pemohon dicatat di loket setiap pagi. Tiap keluhan dijawab pada hari yang sama. "
        "Loketnya menghadap ke taman kota. Pohonnya ditanam oleh warga. Keluhan lain dikirim lewat surat. "
        "Suratnya berwarna biru muda. Keluhan terakhir dibaca pada sore hari."
    )
    verdict = _judged(tmp_path, ("cues: [uji_keluhan]",), text, "uji_keluhan: [keluhan]")
    assert [text[span.start : span.end] for span in verdict.spans] == [
        "Keluhan pemohon dicatat di loket setiap pagi. Tiap keluhan dijawab pada hari yang sama.",
        "Keluhan lain dikirim lewat surat. Suratnya berwarna biru muda. Keluhan terakhir dibaca pada sore hari.",
    ]


def test_a_passage_stays_short_enough_to_be_read(tmp_path: Path) -> None:
    sides = ("utara", "timur", "barat", "selatan", "tengah", "hulu", "hilir", "muara", "kidul", "lor", "kulon", "wetan")
    text = " ".join(f"Keluhan warga {side} dicatat di loket desa." for side in sides)
    verdict = _judged(tmp_path, ("cues: [uji_keluhan]",), text, "uji_keluhan: [keluhan]")
    assert [text[span.start : span.end].count("dicatat") for span in verdict.spans] == [5, 5, 2]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Pemohon mengadukan antrean, dan antrean itu memanjang sampai ke jalan.", "present"),
        ("Pemohon mengadukan antrean di loket. Besoknya antrean itu tetap ada.", "absent"),
    ],
)
def test_one_word_may_be_chance(tmp_path: Path, text: str, status: str) -> None:
    assert _judged(tmp_path, ("cues: [uji_antre], hits: 2",), text, "uji_antre: [antrean]").status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Kota Mandala memiliki dua pelabuhan. Pelabuhan di Mandala melayani empat kapal.", "present"),
        ("Pulau Mandala memiliki dua pelabuhan. Pelabuhan di Mandala melayani empat kapal.", "absent"),
        ("Kota mandala memiliki dua pelabuhan. Pelabuhan itu melayani empat kapal.", "absent"),
        ("Kota Layak memiliki dua pelabuhan. Pelabuhan di Layak melayani empat kapal.", "absent"),
    ],
)
def test_a_region_once_announced_is_known_by_its_name(tmp_path: Path, text: str, status: str) -> None:
    clause = "cues: [uji_layani], any_cue: [nama_wilayah]"
    assert _judged(tmp_path, (clause,), text, "uji_layani: [melayani]").status == status
