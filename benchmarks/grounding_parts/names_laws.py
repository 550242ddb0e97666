"""Regulations, proper names, and numbers that count nothing: true and false."""

from __future__ import annotations

import re
from random import Random
from typing import Any

from .cases import Case, Maker
from .worlds import World

__all__ = ["FALSE_OTHERS", "TRUE_OTHERS"]

_LONG = {
    "UU": "Undang-Undang", "PP": "Peraturan Pemerintah", "Perda": "Peraturan Daerah", "Perpres": "Peraturan Presiden",
    "Permenkes": "Peraturan Menteri Kesehatan", "Permentan": "Peraturan Menteri Pertanian",
    "Permendagri": "Peraturan Menteri Dalam Negeri", "Perbup": "Peraturan Bupati",
    "Permen LHK": "Peraturan Menteri Lingkungan Hidup dan Kehutanan",
    "Permenpan RB": "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi",
}  # fmt: skip
_CITED = re.compile(r"(?P<head>.+?) Nomor (?P<number>\S+)(?: Tahun (?P<year>\d{4}))?(?: tentang (?P<about>.+))?")


def _make(text: str, start: int, end: int, *ids: str) -> Case:
    return Case(text, start, end, frozenset(ids))


def _parts(entry: dict[str, Any]) -> dict[str, str]:
    match = _CITED.fullmatch(entry["teks"])
    assert match is not None
    return {name: value or "" for name, value in match.groupdict().items()}


def _cite(parts: dict[str, str], rng: Random) -> str:
    head, number, year, about = parts["head"], parts["number"], parts["year"], parts["about"]
    for short in sorted(_LONG, key=len, reverse=True):
        if head == short or head.startswith(f"{short} "):
            long = f"{_LONG[short]}{head[len(short) :]}"
            head = rng.choice([head, long, long])
            break
    if rng.random() < 0.3:
        head = head.replace("Kabupaten", "Kab.")
    if head.startswith("Keputusan") and rng.random() < 0.4:
        head = head.replace("Keputusan", rng.choice(["SK", "Surat Keputusan"]), 1)
    if year:
        ways = [
            f"{head} Nomor {number} Tahun {year}",
            f"{head} No. {number} Tahun {year}",
            f"{head} Nomor {number}/{year}",
        ]
        ways += [f"{head} No {number} Th. {year}", f"{head} No.{number}/{year}"]
    else:
        ways = [f"{head} Nomor {number}", f"{head} No. {number}", f"{head} Nomor: {number}"]
    text = rng.choice(ways)
    return f"{text} tentang {about}" if about and rng.random() < 0.5 else text


_LAW_SENTENCES = (
    "Inovasi ini berlandaskan {x}.",
    "Pelaksanaannya sesuai dengan {x}, yang menjadi pedoman perangkat daerah.",
    "1. {x};",
    "Sesuai amanat {x}, perangkat daerah memperbarui cara pelayanannya.",
    "Kewajiban itu (lihat {x}) belum terlaksana sepenuhnya.",
    "Dasar hukumnya {x}.",
)


def _law_case(world: World, rng: Random, written: str, *ids: str) -> Case:
    sentence = rng.choice(_LAW_SENTENCES)
    if rng.random() < 0.25 and ids:
        other = rng.choice(world.raw["peraturan"])
        lead = f"Rujukan inovasi ini adalah {other['teks']} serta "
        return _make(f"{lead}{written}.", len(lead), len(lead) + len(written), *ids)
    start = sentence.index("{x}")
    return _make(sentence.replace("{x}", written), start, start + len(written), *ids)


def true_law(world: World, rng: Random) -> Case:
    entry = rng.choice(world.raw["peraturan"])
    return _law_case(world, rng, _cite(_parts(entry), rng), f"hukum.{entry['id']}")


def _numbers(world: World) -> set[tuple[str, str]]:
    return {(_parts(entry)["number"], _parts(entry)["year"]) for entry in world.raw["peraturan"]}


def wrong_number(world: World, rng: Random) -> Case | None:
    parts = _parts(rng.choice(world.raw["peraturan"]))
    digits = [at for at, char in enumerate(parts["number"]) if char.isdigit()]
    at = rng.choice(digits[:3])
    number = parts["number"][:at] + rng.choice("123456789") + parts["number"][at + 1 :]
    if (number, parts["year"]) in _numbers(world):
        return None
    return _law_case(world, rng, _cite({**parts, "number": number}, rng))


def wrong_law_year(world: World, rng: Random) -> Case | None:
    parts = _parts(rng.choice(world.raw["peraturan"]))
    if not parts["year"]:
        return None
    return _law_case(world, rng, _cite({**parts, "year": str(int(parts["year"]) + rng.choice([-2, -1, 1, 3]))}, rng))


def wrong_kind(world: World, rng: Random) -> Case | None:
    parts = _parts(rng.choice(world.raw["peraturan"]))
    swaps = {
        "UU": "PP", "PP": "UU", "Perpres": "PP", "Permenkes": "Permensos", "Permentan": "Permendag",
        "Permendagri": "Permenkeu",
        "Permen LHK": "Permen PUPR", "Permenpan RB": "Permendagri",
    }  # fmt: skip
    head = swaps.get(parts["head"])
    if head is None and parts["head"].startswith("Perda "):
        head = parts["head"].replace("Perda Kabupaten", "Perbup").replace("Perda Kota", "Perwali")
    elif head is None and parts["head"].startswith("Perbup"):
        head = parts["head"].replace("Perbup", "Perda Kabupaten")
    elif head is None and parts["head"].startswith("Peraturan Bupati"):
        head = parts["head"].replace("Peraturan Bupati", "Keputusan Bupati")
    elif head is None and parts["head"].startswith("Peraturan Wali"):
        head = parts["head"].replace("Peraturan Wali Kota", "Perda Kota")
    return _law_case(world, rng, _cite({**parts, "head": head}, rng)) if head else None


def wrong_issuer(world: World, rng: Random) -> Case | None:
    parts = _parts(rng.choice(world.raw["peraturan"]))
    region = world.region.partition(" ")[2]
    if region not in parts["head"]:
        return None
    return _law_case(world, rng, _cite({**parts, "head": parts["head"].replace(region, _near(region, rng))}, rng))


# Names

_NAME_SENTENCES = (
    "Pelaksanaannya melibatkan {x} sejak tahap perencanaan.",
    "Kerja sama dijalin dengan {x}.",
    "Dukungan datang dari {x}, camat, dan kepala desa.",
    "{x} menjadi mitra utama inovasi ini.",
    "Kegiatan dilaksanakan bersama {x} setiap bulan.",
    "- Mitra: {x}",
    "Menurut {x}, cara lama tidak lagi memadai.",
)
_NATIONAL = (
    "Kementerian Dalam Negeri", "Badan Pusat Statistik", "BPS", "Kementerian Kesehatan", "Bappenas",
    "Kementerian PANRB",
    "BPJS Kesehatan", "Ombudsman Republik Indonesia", "Lembaga Administrasi Negara",
)  # fmt: skip
_SHORT_AGENCY = {
    "Dinas Kependudukan dan Pencatatan Sipil": "Disdukcapil", "Dinas Kesehatan": "Dinkes", "Dinas Pertanian": "Distan",
    "Dinas Lingkungan Hidup": "DLH", "Dinas Komunikasi dan Informatika": "Diskominfo", "Dinas Pendidikan": "Disdik",
    "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu": "DPMPTSP",
    "Dinas Perpustakaan dan Kearsipan": "Dispusip",
}  # fmt: skip


def _name_case(rng: Random, written: str, *ids: str) -> Case:
    sentence = rng.choice(_NAME_SENTENCES)
    start = sentence.index("{x}")
    return _make(sentence.replace("{x}", written), start, start + len(written), *ids)


def true_name(world: World, rng: Random) -> Case:
    partner = rng.choice(world.raw["nama_diri"])
    base = world.agency.removesuffix(f" {world.region}")
    office = "Bupati" if world.region.startswith("Kabupaten") else "Wali Kota"
    place = world.region.partition(" ")[2]
    first = partner["teks"].partition(",")[0]
    ways = [
        (world.agency, "instansi"), (base, "instansi"), (world.region, "daerah"),
        (f"Pemerintah {world.region}", "daerah"), (f"{office} {place}", "daerah"),
        (f"{_SHORT_AGENCY[base]} {world.region}", "instansi"), (_SHORT_AGENCY[base], "instansi"),
        (world.agency.replace("Kabupaten", "Kab."), "instansi"), (first, f"mitra.{partner['id']}"),
        (first, f"mitra.{partner['id']}"), (partner["teks"], f"mitra.{partner['id']}"),
        (f"Kepala {world.agency}", "instansi"), (f"inovasi {world.name}", "nama"),
        (f"Bidang Pelayanan {world.agency}", "instansi"),
    ]  # fmt: skip
    written, fact = rng.choice(ways)
    return _name_case(rng, written, fact)


def national_name(world: World, rng: Random) -> Case:
    return _name_case(rng, rng.choice(_NATIONAL))


_COMMON = (
    "Tim Pelaksana menyusun Standar Operasional Prosedur bersama Kepala Desa.",
    "Sistem Informasi ini memudahkan Kepala Bidang memantau layanan.",
    "Pemerintah Daerah mendukung Program Kerja yang disusun Tim Kerja.",
    "Perangkat Daerah dan Pemerintah Desa bekerja bersama Kelompok Kerja.",
    "Dinas terkait, Kecamatan, dan Desa menyepakati jadwal layanan.",
    "Peserta berasal dari Sekolah Dasar dan Sekolah Menengah Pertama.",
    "Bagian Umum menyiapkan ruang; Kader Posyandu mencatat kehadiran.",
    "Layanan Publik yang baik menjadi hak warga Negara Kesatuan Republik Indonesia.",
    "Rumah Sakit, Puskesmas, dan Klinik Swasta ikut melapor.",
    "Kantor Desa dan Balai Desa menjadi tempat pelayanan.",
    "Tujuan Pembangunan Berkelanjutan dan Reformasi Birokrasi menjadi acuan.",
    "Dana Desa dan Anggaran Pendapatan dan Belanja Daerah membiayai kegiatan.",
)


def common_words(world: World, rng: Random) -> Case:
    text = rng.choice(_COMMON)
    return _make(text, 0, len(text))


_SYLLABLES = "ba ra sa ta ma la na ka wa ri ti mi li ni ku tu mu lu so to mo lo re te me le".split()  # noqa: SIM905


def _near(name: str, rng: Random) -> str:
    """A name that differs by a vowel, a letter or a word, as a slip of the pen or of memory makes it."""
    words = name.split(" ")
    at = max(range(len(words)), key=lambda index: (len(words[index]), index))
    word = words[at]
    vowels = [index for index, char in enumerate(word) if index and char in "aiueo"]
    if rng.random() < 0.6 and vowels:
        spot = rng.choice(vowels)
        word = word[:spot] + rng.choice([v for v in "aiueo" if v != word[spot]]) + word[spot + 1 :]
    else:
        word = word[:-2] + rng.choice([s for s in _SYLLABLES if s != word[-2:]]) if len(word) > 4 else word + "mulya"
    return " ".join([*words[:at], word, *words[at + 1 :]])


def near_name(world: World, rng: Random) -> Case:
    """A region, partner or place that resembles one of the facts."""
    which = rng.randrange(3)
    if which == 0:
        kind, _, place = world.region.partition(" ")
        return _name_case(rng, world.agency.replace(world.region, f"{kind} {_near(place, rng)}"))
    if which == 1:
        kind, _, place = world.region.partition(" ")
        return _name_case(rng, rng.choice([f"Pemerintah {kind} ", f"{kind} "]) + _near(place, rng))
    partner = rng.choice(world.raw["nama_diri"])["teks"].partition(",")[0]
    head, _, rest = partner.partition(" ")
    return _name_case(rng, f"{head} {_near(rest, rng)}")


_AGENCIES = (
    "Dinas Perhubungan", "Dinas Sosial", "Dinas Perindustrian dan Perdagangan", "Badan Kepegawaian Daerah",
    "Dinas Pekerjaan Umum dan Penataan Ruang", "Inspektorat", "Dinas Pariwisata dan Kebudayaan",
)  # fmt: skip
_PARTNERS = (
    "Universitas Harapan Mulia", "Yayasan Bina Insan Cendekia", "PT Sinar Abadi Teknologi", "Desa Sidomakmur",
    "Kecamatan Watu Lumbung", "RSUD Prima Husada", "Bank Artha Sejati", "Koperasi Maju Bersama",
    "Puskesmas Cempaka Putih",
    "SMAN 4 Cendrawasih", "Kelurahan Tambak Rejo", "Kabupaten Gunung Jati", "CV Karya Digital Nusantara",
)  # fmt: skip


def wrong_agency(world: World, rng: Random) -> Case:
    return _name_case(rng, f"{rng.choice(_AGENCIES)} {world.region}")


def made_up_name(world: World, rng: Random) -> Case:
    return _name_case(rng, rng.choice(_PARTNERS))


# Numbers that count nothing

_NO_QUANTITIES = (
    "1. Mendata warga\n2. Memeriksa berkas\n3. Menerbitkan layanan",
    "Tahapan: 1) mendata, 2) memeriksa, dan 3) menerbitkan.",
    "a. Persiapan (1) dan b. Pelaksanaan (2).",
    "Kegiatan mendukung P5 di sekolah.",
    "Warga tinggal di rumah tipe 45 pada Blok C.",
    "Ketentuan Pasal 18 ayat (2) huruf b menjadi acuan.",
    "Kantor beralamat di Jalan Melati No. 57, RT 03/RW 07.",
    "Alamat: Jl. Kenari Raya Nomor 112 B, kode pos 55281.",
    "Titik koordinat -7.8014, 110.3647 menunjukkan lokasi layanan.",
    "Lokasi pada 6°12'30\" LS dan 106°49'15\" BT.",
    "Panduan tersedia di https://contoh.go.id/2024/unduh?id=7731.",
    "Hubungi 0812-5555-0101 atau (0274) 555010 pada jam kerja.",
    "Layanan pengaduan dapat dihubungi lewat 112 dan WhatsApp 0811 5550 102.",
    "Inovasi mendukung TPB 16.9 dan SDGs 3.",
    "Aplikasi versi 2.1 berjalan pada Android 11.",
    "Layanan 24/7 tersedia bagi warga.",
    "Masa pandemi Covid-19 mengubah kebiasaan warga.",
    "Sistem memenuhi SNI ISO/IEC 27001 dan generasi 4G.",
    "Lihat Tabel 3 dan Gambar 2.1 pada lampiran 4.",
    "Layanan buka pukul 08.00-15.00 WIB.",
    "Revolusi Industri 4.0 dan Society 5.0 menuntut kecakapan baru.",
    "Peserta duduk di kelas 7 dan kelas VIII.",
    "Bab 2 menjelaskan Asta Cita ke-4.",
    "Surat bernomor 005/1123/Um dikirim kepada camat.",
    "Rapat digelar di Gedung B lantai 3 ruang 301.",
    "Baterai LiFePO4 dan konektor RJ45 dipakai pada alat.",
    "Salah satu warga menyampaikan bahwa layanan makin mudah.",
    "Obat B12 dan vitamin D3 dibagikan oleh petugas.",
    "Jalan Lintas KM 12 menjadi titik kumpul.",
    "Berkas berkode DOK-014-A disimpan pada lemari 2.",
)


def no_quantity(world: World, rng: Random) -> Case:
    text = rng.choice(_NO_QUANTITIES)
    return _make(text, 0, len(text))


TRUE_OTHERS: dict[str, tuple[str, Maker]] = {
    "regulation": ("regulation", true_law),
    "name": ("name", true_name),
    "national body": ("name", national_name),
    "common words": ("name", common_words),
    "no quantity": ("none", no_quantity),
}
FALSE_OTHERS: dict[str, tuple[str, Maker]] = {
    "wrong number": ("regulation", wrong_number),
    "wrong law year": ("regulation", wrong_law_year),
    "wrong kind": ("regulation", wrong_kind),
    "wrong issuer": ("regulation", wrong_issuer),
    "near name": ("name", near_name),
    "wrong agency": ("name", wrong_agency),
    "made-up name": ("name", made_up_name),
}
