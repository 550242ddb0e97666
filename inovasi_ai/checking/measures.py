"""When two units speak of the same thing, and when one converts into the other."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from inovasi_ai.text import Quantity

__all__ = ["Likeness", "category", "convertible", "in_unit_of", "likeness"]

Likeness = Literal["same", "open", "other"]
"""`same`: one unit may stand for the other; `open`: only the words around can tell; `other`: different things."""

_FACTORS: dict[str, tuple[str, Decimal]] = {
    "detik": ("detik", Decimal(1)),
    "menit": ("detik", Decimal(60)),
    "jam": ("detik", Decimal(3600)),
    "hari": ("detik", Decimal(86400)),
    "hari kalender": ("detik", Decimal(86400)),
    "minggu": ("detik", Decimal(7 * 86400)),
    "bulan": ("bulan", Decimal(1)),
    "triwulan": ("bulan", Decimal(3)),
    "semester": ("bulan", Decimal(6)),
    "tahun": ("bulan", Decimal(12)),
    "milimeter": ("meter", Decimal("0.001")),
    "sentimeter": ("meter", Decimal("0.01")),
    "meter": ("meter", Decimal(1)),
    "kilometer": ("meter", Decimal(1000)),
    "meter persegi": ("meter persegi", Decimal(1)),
    "hektare": ("meter persegi", Decimal(10000)),
    "kilometer persegi": ("meter persegi", Decimal(1000000)),
    "gram": ("gram", Decimal(1)),
    "kilogram": ("gram", Decimal(1000)),
    "kuintal": ("gram", Decimal(100000)),
    "ton": ("gram", Decimal(1000000)),
}
_GENERAL: dict[str, str] = {
    "percent": "persen poin",
    "money": "rupiah",
    "person": "orang jiwa warga penduduk peserta penerima pengguna",
    "household": "keluarga kk",
    "place": "lokasi titik wilayah daerah",
    "occasion": "kali",
    "document": "dokumen berkas lembar",
}
"""Units that stand for any unit of their category."""
_PARTICULAR: dict[str, str] = {
    "duration": "detik menit jam hari minggu bulan triwulan semester tahun",
    "distance": "meter kilometer sentimeter milimeter",
    "area": "hektare are",
    "mass": "gram kilogram kuintal ton",
    "person": """
    anak balita bayi ibu bapak pasien siswa siswi murid guru dosen mahasiswa pelajar santri pemohon pelanggan
    pegawai asn pns karyawan petugas kader relawan operator tenaga dokter bidan perawat petani nelayan peternak pedagang
    pelaku pengusaha pemuda perempuan lansia difabel responden pengunjung wisatawan pekerja buruh pendamping penyuluh
    mentor korban narasumber fasilitator admin nasabah anggota tamu remaja sopir perajin atlet""",
    "household": "rumah",
    "place": "desa kelurahan kecamatan kabupaten kota provinsi dusun kampung nagari distrik",
    "occasion": "kunjungan kedatangan perjalanan pertemuan sesi",
    "document": """
    akta kartu sertifikat surat izin formulir laporan pengaduan aduan keluhan permohonan artikel buku modul
    regulasi perda perbup sk""",
}
_SAME_PEOPLE: dict[str, frozenset[str]] = {
    "siswa": frozenset(("siswa", "siswi", "murid", "pelajar", "peserta didik", "santri")),
    "anak": frozenset(("anak", "balita", "bayi")),
    "pegawai": frozenset(("pegawai", "asn", "pns", "karyawan", "aparatur")),
    "petugas": frozenset(("petugas", "operator", "admin", "tenaga", "kader", "relawan", "pendamping", "fasilitator")),
    "pelanggan": frozenset(("pelanggan", "pemohon", "nasabah", "pengunjung", "wisatawan", "tamu")),
    "pelaku": frozenset(("pelaku", "pengusaha", "pedagang", "wirausaha")),
    "guru": frozenset(("guru", "dosen", "pendidik")),
    "ibu": frozenset(("ibu", "perempuan")),
    "lansia": frozenset(("lansia", "penduduk lansia")),
}
"""Words for one and the same people, as writers change them."""
_CATEGORY = {unit: name for table in (_GENERAL, _PARTICULAR) for name, units in table.items() for unit in units.split()}
_GENERAL_UNITS = frozenset(" ".join(_GENERAL.values()).split())
_STRICT = frozenset(("percent", "money", "duration", "distance", "area", "mass", "place"))


@lru_cache(maxsize=8192)
def category(unit: str) -> str | None:
    """What kind of thing a canonical unit counts (`person`, `duration`, ...), or None when it is not known."""
    head = unit.partition(" ")[0]
    if unit == "kepala keluarga" or unit.startswith(("rumah tangga", "keluarga")):
        return "household"
    if unit == "kali lipat":
        return "ratio"
    if unit.endswith(("persegi", "kubik")):
        return "area"
    return _CATEGORY.get(head)


@lru_cache(maxsize=4096)
def _base(unit: str) -> tuple[Decimal, str] | None:
    known = _FACTORS.get(unit)
    if known is None and " per " in unit:
        head, _, per = unit.partition(" per ")
        counted = _FACTORS.get(head)
        return (counted[1], f"{counted[0]} per {per}") if counted is not None else None
    return (known[1], known[0]) if known is not None else None


def convertible(value: Decimal, unit: str) -> tuple[Decimal, str]:
    """`value` in the base unit of its dimension: (7200, `detik`) for two hours; unchanged where there is none."""
    known = _base(unit) if unit in _FACTORS or " per " in unit else None
    return (value, unit) if known is None else (value * known[0], known[1])


def in_unit_of(stated: Quantity, written: Quantity) -> Quantity:
    """A stated quantity in the written unit of its dimension; itself where it needs or allows no conversion."""
    if stated.unit == written.unit or not written.unit:
        return stated
    (low, base), (high, _) = convertible(stated.low, stated.unit), convertible(stated.high, stated.unit)
    factor, ours = convertible(Decimal(1), written.unit)
    return replace(stated, low=low / factor, high=high / factor, unit=written.unit) if base == ours else stated


@lru_cache(maxsize=16384)
def likeness(written: str, stated: str) -> Likeness:
    """Whether a text may write `written` for a fact stated in `stated` (canonical units, either may be empty)."""
    if written == stated or not written:
        return "same"
    if not stated:
        return "open"
    if written in ("hari", "jam") and stated.startswith(f"{written} "):
        return "same"
    ours, theirs = category(written), category(stated)
    if ours != theirs:
        return "open" if ours is None and theirs not in _STRICT else "other"
    if ours == "percent":
        return "same" if {written, stated} == {"persen", "poin"} else "other"
    if ours == "money":
        return "same" if written.startswith(stated) or stated.startswith(written) else "other"
    if stated.startswith(f"{written} per "):
        return "same"  # `142 ton sampah per hari`: the words between keep the reader from the rate
    if ours in ("duration", "distance", "area", "mass"):
        return "other"
    if written.startswith(f"{stated} ") or stated.startswith(f"{written} "):
        return "same"
    if written.partition(" ")[0] == stated.partition(" ")[0]:
        return "same" if (" per " in written) == (" per " in stated) else "open"
    if ours is not None and (written in _GENERAL_UNITS or stated in _GENERAL_UNITS):
        return "same"
    if ours == "person":
        # One figure of pupils is none of teachers; words for the same people are.
        return "same" if _people(written) == _people(stated) else "other"
    return "other" if ours in _STRICT else "open"


def _people(unit: str) -> str:
    head = unit.partition(" ")[0]
    return next((name for name, units in _SAME_PEOPLE.items() if unit in units or head in units), unit)
