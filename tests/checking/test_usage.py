"""Misplaced content, figures left unused, indicators an edition does not have, and texts without facts."""

from __future__ import annotations

from inovasi_ai import check, draft
from inovasi_ai.sources import innovation_from_mapping
from tests.examples import loaded, raw


def rules(report: object) -> list[str]:
    return [finding.rule for finding in report.findings]  # type: ignore[attr-defined]


def test_a_composed_draft_uses_every_measured_fact_and_stands_in_its_places() -> None:
    for name in ("lontara_plus", "mas_jos"):
        innovation = loaded(name)
        found = rules(check(draft(innovation), innovation))
        assert "unsur.salah_tempat" not in found
        assert "fakta.angka_tidak_dipakai" not in found
        assert "dasar.tidak_diperiksa" not in found


def test_steps_under_hasil_count_and_are_sent_home() -> None:
    innovation = loaded("mas_jos")
    texts = dict(draft(innovation).texts)
    body, steps = texts["rancang_bangun"].split("Tahapan inovasi/penggunaan produk\n")
    texts["rancang_bangun"], texts["hasil"] = body, texts["hasil"] + "\n\n" + steps
    report = check(texts, innovation)
    assert report.verdicts["rancang_bangun"]["tahapan_penggunaan"].found_in == "hasil"
    (finding,) = [finding for finding in report.findings if finding.rule == "unsur.salah_tempat"]
    assert "Hasil Inovasi" in finding.message
    assert "Rancang bangun" in finding.fix


def test_results_that_vanish_from_a_text_are_told() -> None:
    innovation = loaded("mas_jos")
    texts = {**draft(innovation).texts, "hasil": "Pada Desember 2025, terdapat 25 ton sampah organik per hari."}
    (finding,) = [
        f for f in check(texts, innovation).findings if f.rule == "fakta.angka_tidak_dipakai" and f.element == "hasil"
    ]
    assert "hasil.ember_terkumpul.sesudah" in finding.facts
    assert finding.severity == "info"


def test_a_count_of_steps_is_no_benefit_and_no_result() -> None:
    text = "Layanan ini membantu warga desa dan dijalankan dalam lima langkah oleh petugas."
    report = check({"manfaat": text, "hasil": text})
    assert report.verdicts["manfaat"]["manfaat"].parts["angka"] == "absent"
    assert report.verdicts["hasil"]["hasil"].parts["capaian"] != "present"


def test_without_the_national_sentence_the_national_issue_is_missing_however_alike_the_agendas_are() -> None:
    facts = raw("mas_jos")
    facts["isu"] = {
        "global": ["TPB 13.1"],
        "nasional": [{"agenda": "RPJMN 2025–2029", "isi": "penurunan indeks risiko bencana daerah"}],
        "lokal": [{"agenda": "RPJMD Kota Yogyakarta 2021–2026", "isi": "penurunan indeks risiko bencana daerah"}],
    }
    innovation = innovation_from_mapping(facts)
    texts = dict(draft(innovation).texts)
    assert check(texts, innovation).verdicts["rancang_bangun"]["isu_strategis"].parts["nasional"] == "present"
    sentences = texts["rancang_bangun"].split(". ")
    texts["rancang_bangun"] = ". ".join(sentence for sentence in sentences if "RPJMN" not in sentence)
    report = check(texts, innovation)
    assert report.verdicts["rancang_bangun"]["isu_strategis"].parts["nasional"] == "absent"
    assert [gap.cause for gap in report.gaps if gap.element == "isu_strategis"] == ["not_written"]


def test_an_establishing_decree_claims_the_indicator_and_asks_for_its_document() -> None:
    facts = raw("mas_jos")
    decree = {"peraturan": "Keputusan Wali Kota Yogyakarta Nomor 100/2025", "menetapkan": "ya"}
    facts["dasar_hukum"] = [*facts["dasar_hukum"], decree]  # type: ignore[misc]
    innovation = innovation_from_mapping(facts)
    (gap,) = [gap for gap in check(draft(innovation), innovation).gaps if gap.indicator == 16]
    assert gap.cause == "evidence_missing"
    assert gap.facts


def test_an_indicator_of_no_edition_is_told() -> None:
    facts = raw("mas_jos")
    facts["indikator"] = {"99": {"nilai": "27 orang"}}
    innovation = innovation_from_mapping(facts)
    (finding,) = [f for f in check(draft(innovation), innovation).findings if f.rule == "fakta.indikator_tidak_dikenal"]
    assert "99" in finding.message
    assert "16 sampai 35" in finding.fix


def test_without_facts_it_is_said_that_figures_were_not_checked() -> None:
    report = check("Layanan ini menjangkau 4.512 jiwa pada tahun 2025 melalui petugas desa.")
    assert "dasar.tidak_diperiksa" in rules(report)
    assert all("faktanya juga belum ada" not in gap.message for gap in report.gaps)
    assert all("berkas fakta" not in gap.fix for gap in report.gaps)
    assert "dasar.tidak_diperiksa" not in rules(check("Layanan ini menjangkau warga melalui petugas desa."))


def test_a_doubtful_fact_blocks_and_a_figure_without_source_is_told() -> None:
    facts = raw("mas_jos")
    facts["hasil"] = [
        {"indikator": "pengungsi yang terlambat", "sesudah": "80 persen", "periode": "2025 (belum pasti)"},
        {"indikator": "sampah terpilah", "sesudah": "25 ton per hari"},
    ]
    innovation = innovation_from_mapping(facts)
    report = check(draft(innovation), innovation)
    (doubt,) = [finding for finding in report.findings if finding.rule == "fakta.belum_pasti"]
    assert doubt.severity == "blocking"
    assert "hasil.0.periode" in doubt.message
    told = [finding.message for finding in report.findings if finding.rule == "fakta.tanpa_sumber"]
    assert any("hasil.1" in message for message in told)


def test_a_figure_that_two_facts_bear_stands_in_the_text_for_both() -> None:
    data = {
        "nama_inovasi": "Akta Cepat",
        "tujuan": [
            {"uraian": "menaikkan kepemilikan akta anak", "target": "98 persen", "batas_waktu": "Desember 2025"}
        ],
        "hasil": [{"indikator": "anak yang memiliki akta", "sebelum": "93 persen", "sesudah": "98 persen"}],
    }
    innovation = innovation_from_mapping(data)
    text = "Anak yang memiliki akta naik dari 93 persen menjadi 98 persen."
    found = check({"hasil": text, "tujuan": "Cakupan akta mencapai 98 persen pada Desember 2025."}, innovation).findings
    assert "fakta.angka_tidak_dipakai" not in [finding.rule for finding in found]


def test_a_title_of_a_markdown_file_is_no_line_of_a_data_file() -> None:
    report = check(
        "# Pasar Tani Jumat\n\nPasar dibuka setiap Jumat bagi petani desa yang menjual hasil kebunnya sendiri."
    )
    assert not [rule for rule in rules(report) if rule.startswith("hampa.")]
