"""What is a step: not whatever stands in a list, but what tells that something is done."""

from __future__ import annotations

import pytest

from inovasi_ai import check
from inovasi_ai.domain.report import Status
from inovasi_ai.domain.rubric import load_rubric

RUBRIC = load_rubric("iga-2026")


def _steps(text: str) -> Status:
    return (
        check({"rancang_bangun": text}, rubric=RUBRIC).verdicts["rancang_bangun"]["tahapan_penggunaan"].parts["langkah"]
    )


def _listed(*items: str) -> str:
    return "Tahapan Proses\n" + "\n".join(f"- {item}" for item in items)


@pytest.mark.parametrize(
    ("items", "status"),
    [
        (("Pendataan lahan tidur", "Penyediaan bibit", "Pembagian bibit kepada kelompok"), "present"),
        (("Petugas mendata lahan", "Dinas menyediakan bibit", "Kelompok tani menerima bibit"), "present"),
        (("Tahun 2021: pendataan lahan", "Tahun 2022: penyediaan bibit", "Tahun 2023: penanaman bersama"), "present"),
        (("Pelajar yang memiliki kartu", "Veteran dan jandanya", "Penghuni rumah susun"), "absent"),
        (("Media tanam", "Perempuan kepala keluarga", "Dinas pertanian"), "absent"),
        (("Persiapan", "Pelaksanaan", "Evaluasi", "Tindak lanjut"), "partial"),
        (("Pendataan lahan tidur", "Pelaksanaan", "Evaluasi"), "partial"),
    ],
    ids=["nouns of doing", "one who acts", "by year", "receivers", "only look so", "stages alone", "one among stages"],
)
def test_an_item_is_a_step_when_it_tells_a_deed(items: tuple[str, ...], status: Status) -> None:
    assert _steps(_listed(*items)) == status


def test_a_line_that_leads_into_the_list_keeps_its_heading() -> None:
    items = ("Menghitung kebutuhan", "Membagikan bibit", "Memantau pertumbuhan")
    plain = _listed(*items)
    assert _steps(plain.replace("\n", "\nTahapan yang ditempuh ialah:\n", 1)) == _steps(plain) == "present"
    assert _steps(plain.replace("\n", "\nBahan yang dipakai:\n", 1)) != "present"


def test_a_series_in_a_sentence_is_steps_when_it_is_led_in_as_such() -> None:
    series = "pendataan ruas jalan, penghitungan pesepeda, pengecatan marka, dan pemasangan rambu"
    assert _steps(f"Peta jalur dibuat melalui beberapa tahapan, yakni {series}.") == "present"
    assert _steps(f"Anggaran tahun ini membiayai {series}.") == "absent"
    assert _steps(f"Pekerjaan dimulai dengan {series}.") == "present"
    assert _steps("Tahapan Proses\nTim mengerjakan pendataan ruas jalan, marka, dan rambu.") == "partial"


@pytest.mark.parametrize(
    ("items", "status"),
    [
        (("Penjaga palka menimbang ikan", "Juru hitung mencatat beratnya", "Pemilik perahu menerima nota"), "present"),
        (("Pendataan lapak oleh kepala pasar", "Pelatihan kasir", "Penagihan keliling"), "present"),
        (("Berkas diunggah", "Kelengkapan berkas diperiksa", "Surat dicetak rangkap dua"), "absent"),
        (("Menimbang ikan di dermaga", "Mencatat berat ikan", "Mencetak nota"), "absent"),
    ],
    ids=["before the verb", "by whom", "acted upon", "nobody"],
)
def test_who_acts_is_read_from_where_it_stands(items: tuple[str, ...], status: Status) -> None:
    verdict = check({"rancang_bangun": _listed(*items)}, rubric=RUBRIC).verdicts["rancang_bangun"]["tahapan_penggunaan"]
    assert verdict.parts["pelaku"] == status


def test_a_list_is_one_passage_even_with_an_item_that_is_no_step() -> None:
    items = ("Pendataan lahan tidur", "Penyediaan bibit unggul", "Kelompok tani", "Pembagian bibit kepada kelompok")
    report = check({"rancang_bangun": _listed(*items) + "\nLokasi:\n1. Pembukaan lahan."}, rubric=RUBRIC)
    part = report.verdicts["rancang_bangun"]["tahapan_penggunaan"].part_verdicts[0]
    assert [report.text(span) for span in part.spans] == ["\n".join(f"- {item}" for item in items)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Nelayan menimbang ikan → juru hitung mencatatnya → bendahara membayar.", "present"),
        ("Nelayan menimbang ikan -> juru hitung mencatatnya -> bendahara membayar.", "present"),
        ("Nelayan menimbang ikan → bendahara membayar.", "absent"),
        ("Waktu tunggu di dermaga: 14 hari → 6 hari → 1 hari.", "absent"),
        ("Timbangan → buku → uang.", "absent"),
    ],
    ids=["arrows", "typed arrows", "two only", "figures that change", "things"],
)
def test_what_arrows_join_is_a_flow_when_it_tells_deeds(text: str, status: Status) -> None:
    assert _steps(text) == status


def test_a_line_that_only_names_a_step_is_shown_with_what_it_names() -> None:
    steps = (
        "Langkah Pertama\nNelayan menimbang ikan.",
        "Langkah Kedua\nIkan dicuci.",
        "Langkah Ketiga\nKapal berangkat.",
    )
    text = "Alur\n" + "\n".join(steps)
    report = check({"rancang_bangun": text}, rubric=RUBRIC)
    part = report.verdicts["rancang_bangun"]["tahapan_penggunaan"].part_verdicts[0]
    assert part.status == "present"
    assert "Nelayan menimbang ikan" in report.text(part.spans[0])


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Penyuluh mendatangi kebun, mengukur kadar air tanah, dan mencatat hasilnya setiap pekan.", "present"),
        ("Kadar air tanah diukur secara berkala, dan kartunya disimpan di balai kelompok tani.", "partial"),
        ("Program ini bertujuan mengukur kadar air tanah, mencatat hasilnya, dan membagikan kartunya.", "absent"),
        ("Penyuluh belum dapat mengukur kadar air tanah secara berkala karena alatnya hanya satu.", "absent"),
    ],
    ids=["three deeds", "a deed and how", "aims", "complaint"],
)  # fmt: skip
def test_how_it_works_may_be_told_in_prose(text: str, status: Status) -> None:
    assert _steps(text) == status


def test_a_list_s_letters_are_no_words_of_its_items() -> None:
    items = ("Inventarisasi aset jalan", "Pemasangan papan nama", "Pengunggahan peta jalan")
    lettered = "Tahapan Proses\n" + "\n".join(f"{letter}. {item}" for letter, item in zip("abc", items, strict=True))
    assert _steps(lettered) == _steps(_listed(*items)) == "present"


def test_marked_items_in_a_sentence_need_no_lead_under_the_heading() -> None:
    marked = "1) Pasien mengambil nomor; 2) Petugas memanggil pasien; 3) Apoteker menyerahkan obat."
    assert _steps(f"Alur Pelayanan\n{marked}") == "present"
    assert _steps("Alur Pelayanan\n1) Pelajar kelas akhir; 2) buruh tani; 3) pengemudi angkutan.") != "present"
