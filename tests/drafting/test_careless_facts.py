"""However facts are written, the composer's prose is whole and invents nothing."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from inovasi_ai import check, draft
from inovasi_ai.sources import innovation_from_mapping

CLAUSES = st.sampled_from(
    [
        "Warga datang tiga kali ke kantor.",
        "warga menunggu lama",
        "tanpa biaya",
        "lebih cepat karena berkas diunggah dari rumah",
        "mendata anak yang belum memiliki akta;",
        "Unggah berkas",
        "kurangnya pendamping",
        "OPD teknis meminta berkas yang sama.",
        "e-KTP dicetak di desa",
        "1) memeriksa berkas",
        "Sebelumnya pemohon tidak mengetahui tenggat.",
        "daripada panti yang hanya menampung",
        "untuk untuk mempercepat layanan",
        "agar warga terlayani",
        "terwujudnya layanan yang tertib",
        "sejalan dengan agenda itu",
        "12 jenis izin belum memiliki SOP.",
        "Warga menunggu 14 hari kerja",
        "Sebanyak 1.932 anak belum tercatat sepanjang 2023.",
        "menjangkau 41 km jalan desa",
        "87,4 % warga terlayani pada Desember 2023",
        "waktu tunggu turun dari 14 hari kerja menjadi 0 orang",
        "Pada tahap awal, layanan berjalan di dua desa.",
    ]
)
THINGS = st.sampled_from(
    ["waktu tunggu", "Anak tanpa akta", "warga yang puas", "jumlah kader", "BUMDes aktif", "tarif"]
)
FIGURES = st.sampled_from(
    [
        "14 hari kerja",
        "0 orang",
        "1.932 anak",
        "87,4 %",
        "Rp1,2 miliar",
        "±300 orang",
        "4-6 jam",
        "<2 menit",
        "41 km",
        "71,2",
        "0",
    ]
)
PERIODS = st.sampled_from(["2023", "Tahun 2023", "Januari-Desember 2024", "per Desember 2023", "semester II 2023"])
SOURCES = st.sampled_from(["Dapodik", "Survei dinas (2024)", "Dinas Kesehatan, 2023."])


def items(**required: st.SearchStrategy[str]) -> st.SearchStrategy[list[dict[str, str]]]:
    """Items with some of the leaves named `x_`, and all others."""
    optional = {leaf[:-1]: values for leaf, values in required.items() if leaf.endswith("_")}
    always = {leaf: values for leaf, values in required.items() if not leaf.endswith("_")}
    return st.lists(st.fixed_dictionaries(always, optional=optional), max_size=4)


CARELESS = st.fixed_dictionaries(
    {
        "ringkasan": CLAUSES,
        "masalah": st.fixed_dictionaries(
            {
                "makro": items(
                    indikator=THINGS,
                    nilai=FIGURES,
                    uraian_=CLAUSES,
                    periode_=PERIODS,
                    sumber_=SOURCES,
                    akibat_=CLAUSES,
                    terdampak_=st.sampled_from(["warga pulau", "2.310 kepala keluarga"]),
                ),
                "mikro": items(uraian=CLAUSES, nilai_=FIGURES, terdampak_=THINGS, periode_=PERIODS, sumber_=SOURCES),
            }
        ),
        "isu": st.fixed_dictionaries({"nasional": items(agenda=st.just("RPJMN"), isi_=CLAUSES, kaitan_=CLAUSES)}),
        "sebelum": items(aspek=THINGS, nilai=FIGURES, uraian_=CLAUSES, periode_=PERIODS, sumber_=SOURCES),
        "sesudah": items(aspek=THINGS, nilai=FIGURES, uraian_=CLAUSES, periode_=PERIODS, sumber_=SOURCES),
        "keunggulan": items(uraian=CLAUSES, pembanding_=CLAUSES),
        "kebaruan": items(uraian=CLAUSES, pembanding_=CLAUSES, waktu_=PERIODS),
        "langkah": items(uraian=CLAUSES, pelaku_=THINGS, durasi_=st.just("2 jam")),
        "tujuan": items(uraian=CLAUSES, indikator_=THINGS, awal_=FIGURES, target_=FIGURES, batas_waktu_=PERIODS),
        "manfaat": items(penerima=THINGS, uraian=CLAUSES, indikator_=THINGS, nilai_=FIGURES, periode_=PERIODS),
        "hasil": items(
            indikator=THINGS, sesudah=FIGURES, uraian_=CLAUSES, sebelum_=FIGURES, periode_=PERIODS, sumber_=SOURCES
        ),
    }
)


@settings(max_examples=60)
@given(CARELESS)
def test_however_facts_are_written_the_prose_is_whole_and_invents_nothing(facts: dict[str, object]) -> None:
    innovation = innovation_from_mapping({"nama_inovasi": "SAPA", **facts})
    naskah = draft(innovation)
    for sentence in naskah.sentences:
        assert sentence.facts, sentence
        assert re.match(r"[A-Z“\"]|e-KTP", sentence.text), sentence
        assert not re.search(r" [,.;:]|[,;:][,.;:]|\(\)|\(\s|\.\.|None|\b(\w+) \1\b", sentence.text), sentence
    report = check(naskah, innovation)
    wrong = [
        (mention.text, mention.verdict)
        for mention in report.mentions
        if mention.verdict in ("unsupported", "wrong_role")
    ]
    assert wrong == []


def test_a_figure_as_of_a_month_is_no_figure_of_each_month() -> None:
    after = {"aspek": "jarak layanan", "nilai": "41 km", "periode": "per Desember 2023", "sumber": "Dinas"}
    innovation = innovation_from_mapping({"nama_inovasi": "Layanan Dekat", "sesudah": [after]})
    report = check(draft(innovation), innovation)
    assert {mention.verdict for mention in report.mentions} == {"supported"}
