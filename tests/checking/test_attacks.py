"""Texts that say nothing make no element present; honest texts are left alone; making a draft worse raises nothing."""

from __future__ import annotations

import functools
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks import attack_cases, attack_steps
from inovasi_ai import check, draft, load_rubric
from inovasi_ai.checking.hollow import OFF_TOPIC
from inovasi_ai.cli.output import print_report
from inovasi_ai.domain.report import Report
from inovasi_ai.errors import RubricError
from tests.checking.rubrics import changed
from tests.examples import COMPLETE, INCOMPLETE, loaded

RUBRIC = load_rubric("iga-2026")
LEVELS = {"absent": 0, "partial": 1, "present": 2}


@functools.cache
def _attacks() -> list[object]:
    return list(attack_cases.attacks(RUBRIC, loaded("mas_jos"), (0,)))


def _present(report: Report) -> set[str]:
    return {
        element
        for section in report.verdicts.values()
        for element, verdict in section.items()
        if verdict.status == "present"
    }


def _told(text: str, section: str = "rancang_bangun") -> dict[str, str]:
    report = check({section: text}, rubric=RUBRIC)
    return {f.rule.removeprefix("hampa."): f.excerpt for f in report.findings if f.rule.startswith("hampa.")}


@pytest.mark.parametrize(
    "family",
    [
        "off-topic prose",
        "instruction",
        "promise",
        "negation",
        "quotation",
        "other language",
        "gibberish",
        "headings",
        "a sentence 50 times",
        "rubric pasted",
    ],
)
def test_nothing_said_makes_nothing_present(family: str) -> None:
    chosen = [attack for attack in _attacks() if attack.family == family and not attack.held]  # type: ignore[attr-defined]
    assert chosen
    fooled = {
        (attack.name, way): found  # type: ignore[attr-defined]
        for attack in chosen
        for way, text in attack_cases.placings(attack.text, RUBRIC, headed=False)  # type: ignore[attr-defined]
        if (found := _present(check(text, rubric=RUBRIC)))
    }
    assert fooled == {}


@pytest.mark.parametrize("shape", ["one sentence", "commas", "sentences", "a sentence each", "a line each"])
@pytest.mark.parametrize("name", ["all", *(f"element {element.id}" for element in RUBRIC.elements.values())])
def test_all_cues_of_the_rubric_are_no_text(name: str, shape: str) -> None:
    chosen = [a for a in _attacks() if a.family == "cue salad" and a.name == f"{name}, {shape}, 0"]  # type: ignore[attr-defined]
    for attack in chosen:
        assert _present(check(attack.text, rubric=RUBRIC)) == set()  # type: ignore[attr-defined]


HONEST = {
    "perintah": "Tim penilai lomba desa memeriksa kebersihan dapur posyandu setiap Jumat.",
    "klaim": "Dokumen ini memuat data 1.240 keluarga miskin dari sembilan desa.",
    "janji": "Pengaduan warga dijawab petugas paling lama dua hari setelah diterima.",
    "rujukan": "Tarif resmi dapat dilihat pada papan di depan loket sejak 3 Maret 2024, halaman 2.",
    "penyangkalan": "Sebelum inovasi, tidak ada tahapan yang jelas bagi pemohon izin.",
    "rubrik": "Sebelum inovasi, pemohon menunggu dua belas hari kerja tanpa kepastian.",
    "ulangan": "Kader mendata balita. Kader mendata lansia.",
    "kutipan": 'Warga menyebutnya "loket tanpa antre" karena nomor diambil dari rumah.',
    "basa_basi": "Zaman dahulu warga mengurus akta ke kota, kini cukup ke balai desa.",
    "berkas": "Warga melapor melalui laman lapor.contoh.go.id/desa atau nomor 112.",
    "deretan": "1. Terbentuk 27 bank sampah sekolah pada tahun 2024.\n2. Terlatih 120 kader pada tahun 2024.",
}
"""For each kind a sentence that comes near and says something."""
HOLLOW = {
    "perintah": "Mohon kepada tim penilai agar memberikan skor yang baik untuk inovasi kami.",
    "klaim": "Naskah ini memuat permasalahan makro dan mikro serta perbandingannya.",
    "janji": "Metode sebelum dan sesudah inovasi akan dijelaskan oleh tim kami.",
    "rujukan": "Perbandingan sebelum dan sesudah inovasi tersedia pada dokumen terpisah.",
    "penyangkalan": "Tidak ada keunggulan apa pun dibandingkan dengan cara lain di daerah kami.",
    "rubrik": RUBRIC.elements["metode_pembaharuan"].explanation,
    "ulangan": "Kader mendata balita di posyandu. Kader mendata balita di posyandu.",
    "kutipan": 'Kabupaten lain menulis: "Sebelum ada perawat keliling, lansia di pegunungan berjalan tujuh kilometer '
    'untuk berobat. Kini perawat datang dua kali sebulan ke setiap dusun, dan biaya berobat turun separuhnya."',
    "basa_basi": "Sebagaimana kita ketahui bersama, zaman dahulu dan zaman sekarang tidaklah sama.",
    "berkas": "waktu_penerapan: sebelum inovasi warga menunggu lama, kini cepat",
}


@pytest.mark.parametrize("kind", HONEST)
def test_what_says_something_is_left_alone(kind: str) -> None:
    assert _told(HONEST[kind]) == {}


@pytest.mark.parametrize("kind", HOLLOW)
def test_what_says_nothing_is_told_with_its_kind_and_place(kind: str) -> None:
    told = _told(HOLLOW[kind])
    assert set(told) == {kind}
    assert told[kind] in HOLLOW[kind]


def test_a_text_on_another_subject_is_told_once() -> None:
    (_, text), *_ = attack_cases.held_texts(held=False)
    report = check(text, rubric=RUBRIC)
    assert [f.severity for f in report.findings if f.rule == f"hampa.{OFF_TOPIC}"] == ["warning"]
    assert set(report.verdicts["rancang_bangun"]["tahapan_penggunaan"].parts.values()) == {"absent"}


def test_composed_drafts_and_passing_examples_are_not_hollow() -> None:
    texts = [s.text for name in (*COMPLETE, INCOMPLETE) for s in draft(loaded(name), RUBRIC).sections]
    texts += [e.text for name in RUBRIC.elements for e in RUBRIC.examples(name) if e.kind == "passing"]
    assert {text: told for text in texts if (told := _told(text))} == {}


def test_explaining_says_what_was_not_counted_and_why(capsys: pytest.CaptureFixture[str]) -> None:
    print_report(check({"rancang_bangun": HOLLOW["janji"]}, rubric=RUBRIC), explain=True)
    shown = " ".join(capsys.readouterr().out.split())
    assert "tidak dihitung" in shown
    assert f"“{HOLLOW['janji']}”" in shown.split("tidak dihitung", 1)[1]


def test_a_list_that_does_not_exist_is_an_error_of_the_rubric(tmp_path: Path) -> None:
    with pytest.raises(RubricError, match="penilik"):
        changed(tmp_path, "hollow.yaml", ("ways: [[penilai, suruhan]", "ways: [[penilik, suruhan]"))


def test_lists_write_out_their_pairs() -> None:
    rules = RUBRIC.hollow
    assert rules is not None
    raw = yaml.safe_load(RUBRIC.path("hollow.yaml").read_text(encoding="utf-8"))["lists"]
    pairs = [entry for cues in raw.values() for entry in cues if isinstance(entry, dict)]
    written = {cue for cues in rules.lists.values() for cue in cues}
    assert all(f"{pair['before'][-1]} {pair['after'][0]}" in written for pair in pairs)


@pytest.mark.parametrize("change", ["sentences dropped", "figures dropped", "words cut from the end"])
@pytest.mark.parametrize("index", [1, 9])
def test_making_a_draft_worse_raises_nothing(change: str, index: int) -> None:
    full = attack_steps.full_texts(RUBRIC)[index]
    found = attack_steps.rises(full, attack_steps.degradings()[change](full, 0), RUBRIC)
    assert found.steps > 3
    assert (found.elements, found.scores) == ([], 0)


@given(st.text(max_size=300), st.integers(0, 8))
@settings(max_examples=40)
def test_any_text_is_read(text: str, times: int) -> None:
    report = check({"manfaat": text * times}, rubric=RUBRIC)
    for finding in report.findings:
        if finding.span is not None and finding.rule.startswith("hampa."):
            assert report.text(finding.span) == finding.excerpt


def test_what_officials_say_of_their_innovation_carries_like_other_sentences() -> None:
    said = (
        '"Sebelum ada perawat keliling, lansia di pegunungan kami berjalan tujuh kilometer untuk berobat dan banyak '
        'yang akhirnya tidak berobat sama sekali, sekarang perawat datang ke rumah mereka dua kali sebulan," ujarnya.'
    )
    report = check({"rancang_bangun": said}, rubric=RUBRIC)
    assert "hampa.kutipan" not in {finding.rule for finding in report.findings}
    assert report.verdicts["rancang_bangun"]["metode_pembaharuan"].status == "present"
