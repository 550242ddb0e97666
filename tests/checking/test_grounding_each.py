"""Totals told of each, names of another kind of region, and regulations under another title or office."""

import pytest

from inovasi_ai.checking.grounding import FactIndex, ground

INDEX = FactIndex(
    [
        {"id": "posyandu", "label": "Jumlah posyandu", "value": "210", "unit": "posyandu", "period": "2024"},
        {"id": "kader", "label": "Kader terlatih", "value": "1.050", "unit": "kader", "period": "2024"},
        {"id": "balita", "label": "Balita diukur", "value": "15.750", "unit": "balita", "period": "2024"},
        {"id": "dana", "label": "Anggaran", "value": "Rp850.000.000", "period": "2024"},
        {"id": "ongkos", "label": "Ongkos sekali jalan", "value": "Rp85.000"},
        {"id": "antre", "label": "Pasien dilayani per hari", "value": "45 pasien", "period": "2024"},
        {"id": "tim", "label": "Anggota tim", "value": "12 orang"},
        {
            "id": "sk",
            "label": "Dasar hukum",
            "value": "Keputusan Wali Kota Bima Nomor 188.45/212/2024 tentang Tim Gerakan Timbang Serentak",
        },
    ]
)


def _only(text: str, mention: str) -> tuple[str, str]:
    (found,) = [entry for entry in ground(text, INDEX) if entry.text == mention]
    return found.verdict, found.derivation


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("Setiap posyandu memiliki 1.050 kader.", "1.050 kader"),
        ("Ada 1.050 kader per posyandu.", "1.050 kader"),
        ("Ada 1.050 kader di setiap kecamatan.", "1.050 kader"),
        ("Anggaran Rp850 juta per posyandu.", "Rp850 juta"),
        ("Sebanyak 15.750 balita per bulan diukur.", "15.750 balita per bulan"),
    ],
)
def test_a_total_is_nothing_that_each_has(text: str, mention: str) -> None:
    verdict, why = _only(text, mention)
    assert verdict == "wrong_role"
    assert "jumlah seluruhnya" in why


@pytest.mark.parametrize(
    ("text", "mention", "verdict"),
    [
        ("Anggaran Rp850 juta per tahun.", "Rp850 juta per tahun", "supported"),
        ("Setiap warga mengeluarkan Rp85.000.", "Rp85.000", "supported"),
        ("Setiap hari puskesmas melayani 45 pasien.", "45 pasien", "supported"),
        ("Setiap tim beranggotakan 12 orang.", "12 orang", "supported"),
        ("Setiap posyandu memiliki 5 kader.", "5 kader", "derived"),
        ("Dilatih 1.050 kader pertanian.", "1.050 kader", "supported"),
        ("Agar setiap desa terjangkau, dilatih 1.050 kader.", "1.050 kader", "supported"),
        ("Setiap desa dipantau oleh tim dari 1.050 kader.", "1.050 kader", "supported"),
    ],
)
def test_what_each_has_may_be_told_of_each(text: str, mention: str, verdict: str) -> None:
    assert _only(text, mention)[0] == verdict


@pytest.mark.parametrize("name", ["RSUD Kota Bima", "Rumah Sakit Kota Bima", "Kabupaten Bima", "Gubernur Bima"])
def test_another_institution_or_kind_of_region_is_another(name: str) -> None:
    assert _only(f"{name} ikut serta.", name)[0] == "unsupported"


@pytest.mark.parametrize("name", ["Kota Bima", "Wali Kota Bima", "Pemerintah Kota Bima", "Pemkot Bima"])
def test_the_region_of_a_fact_and_its_head_are_supported(name: str) -> None:
    assert _only(f"{name} ikut serta.", name)[0] == "supported"


def test_a_regulation_under_clearly_another_title_is_another() -> None:
    law = "Keputusan Wali Kota Bima Nomor 188.45/212/2024"
    verdict, why = _only(f"{law} tentang Pajak Daerah.", f"{law} tentang Pajak Daerah")
    assert verdict == "wrong_role"
    assert "Tim Gerakan Timbang Serentak" in why
    assert _only(f"{law} tentang Timbang Serentak.", f"{law} tentang Timbang Serentak")[0] == "supported"
    assert _only(f"{law} berlaku.", law)[0] == "supported"


def test_a_shortened_title_is_no_other_title() -> None:
    facts = ["Undang-Undang Nomor 24 Tahun 2013 tentang Administrasi Kependudukan"]
    (found,) = ground("UU Nomor 24 Tahun 2013 tentang Adminduk.", {"dasar": facts})
    assert found.verdict == "supported"


@pytest.mark.parametrize("issuer", ["Bupati Bima", "Gubernur Bima", "Wali Kota Bogor"])
def test_a_decree_of_another_issuer_is_another(issuer: str) -> None:
    law = f"Keputusan {issuer} Nomor 188.45/212/2024"
    assert _only(f"{law} berlaku.", law)[0] in ("unsupported", "wrong_role")
    assert (
        _only("SK Wali Kota Bima Nomor 188.45/212/2024.", "SK Wali Kota Bima Nomor 188.45/212/2024")[0] == "supported"
    )
