"""Names of agencies, partners and places held against facts."""

import functools

import pytest

from inovasi_ai import Innovation, check
from inovasi_ai.checking.grounding import FactIndex, ground
from tests.timing import least_seconds

FACTS = [
    {"id": "daerah", "label": "Pemerintah daerah", "value": "Kabupaten Sumber Rejeki"},
    {"id": "dinas", "label": "Perangkat daerah", "value": "Dinas Kesehatan Kabupaten Sumber Rejeki"},
    {"id": "mitra", "label": "mitra", "value": "Yayasan Napas Sehat Nusantara mendampingi pasien"},
    {"id": "tempat", "label": "pasien Puskesmas Melur", "value": "263 pasien"},
    {"id": "desa", "label": "lokasi uji coba", "value": "Desa Ranu Asri, Kecamatan Tegal Arum"},
]
INDEX = FactIndex(FACTS)


def _names(text: str) -> list[tuple[str, str]]:
    return [(mention.text, mention.verdict) for mention in ground(text, INDEX) if mention.kind == "name"]


@pytest.mark.parametrize(
    ("name", "fact"),
    [
        ("Dinas Kesehatan Kabupaten Sumber Rejeki", "dinas"),
        ("Dinas Kesehatan", "dinas"),
        ("Dinkes Kab. Sumber Rejeki", "dinas"),
        ("Pemkab Sumber Rejeki", "daerah"),
        ("Bupati Sumber Rejeki", "daerah"),
        ("Yayasan Napas Sehat Nusantara", "mitra"),
        ("Puskesmas Melur", "tempat"),
        ("Kecamatan Tegal Arum", "desa"),
        ("Puskesmas Melur Kabupaten Sumber Rejeki", "tempat"),
    ],
)
def test_names_in_the_facts_are_supported_however_they_are_shortened(name: str, fact: str) -> None:
    (found,) = ground(f"Kegiatan melibatkan {name} sejak awal.", INDEX)
    assert (found.text, found.kind, found.verdict) == (name, "name", "supported")
    assert fact in found.facts


@pytest.mark.parametrize(
    ("name", "resembles", "fact"),
    [
        ("Dinas Kesehatan Kabupaten Sumbar Rejeki", "Dinas Kesehatan Kabupaten Sumber Rejeki", "dinas"),
        ("Kabupaten Sumber Rejo", "Kabupaten Sumber Rejeki", "daerah"),
        ("Yayasan Nafas Sehat Nusantara", "Yayasan Napas Sehat Nusantara", "mitra"),
        ("Puskesmas Melor", "Puskesmas Melur", "tempat"),
    ],
)
def test_a_near_name_is_unsupported_and_the_name_it_resembles_is_said(name: str, resembles: str, fact: str) -> None:
    (found,) = ground(f"Kegiatan melibatkan {name} sejak awal.", INDEX)
    assert (found.verdict, found.facts) == ("unsupported", (fact,))
    assert found.derivation == f"menyerupai “{resembles}” dalam fakta"


@pytest.mark.parametrize(
    "name", ["Dinas Sosial Kabupaten Sumber Rejeki", "Dinas Sosial", "PT Maju Abadi", "SMAN 4 Melati"]
)
def test_a_body_that_no_fact_names_is_unsupported(name: str) -> None:
    assert _names(f"Kerja sama dijalin dengan {name}.") == [(name, "unsupported")]


@pytest.mark.parametrize(
    "text",
    [
        "Kepala Desa dan Tim Kerja menyusun Program Kerja di Balai Desa.",
        "Kementerian Dalam Negeri, Badan Pusat Statistik, dan BPJS Kesehatan menjadi rujukan.",
        "Rumah Sakit, Puskesmas, dan Sekolah Dasar ikut serta.",
        "Dana Desa dan Anggaran Pendapatan dan Belanja Daerah membiayai kegiatan.",
        "Provinsi Jawa Tengah dan Pulau Jawa.",
        "Kota Layak Anak dan Bank Sampah menjadi gerakan bersama.",
        "Kantor beralamat di Jalan Melati No. 57.",
    ],
)
def test_what_is_nobodys_name_in_particular_is_no_mention(text: str) -> None:
    assert _names(text) == []


def test_an_unsupported_name_is_a_warning_and_blocks_nothing() -> None:
    data = {
        "nama_inovasi": "SIGAP",
        "daerah": "Kabupaten Sumber Rejeki",
        "perangkat_daerah": "Dinas Kesehatan Kabupaten Sumber Rejeki",
    }
    report = check(
        {"tujuan": "Kegiatan melibatkan Dinas Kesehatan Kabupaten Sumbar Rejeki."}, Innovation.from_mapping(data)
    )
    (found,) = [finding for finding in report.findings if finding.rule == "dasar.name"]
    assert found.severity == "warning"
    assert "menyerupai “Dinas Kesehatan Kabupaten Sumber Rejeki”" in found.message


def test_many_strange_names_cost_no_more_each_than_a_few() -> None:
    times = []
    for size in (100, 1600):
        text = " ".join(f"Bersama Yayasan Nama{'abcdefgh'[n % 8]}{n} Jaya." for n in range(size))
        times.append(least_seconds(functools.partial(ground, text, FactIndex(FACTS))))
    assert times[1] < 40 * max(times[0], 0.01)
