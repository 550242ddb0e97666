"""Short forms of who issues ministerial and agency regulations: `Permendagri` is the Minister of `Dalam Negeri`."""

from __future__ import annotations

import re

__all__ = ["AGENCIES", "ministry"]

_SHORT = {
    "dagri": "Dalam Negeri",
    "panrb": "Pendayagunaan Aparatur Negara dan Reformasi Birokrasi",
    "pan": "Pendayagunaan Aparatur Negara",
    "kes": "Kesehatan",
    "dikbud": "Pendidikan dan Kebudayaan",
    "dikbudristek": "Pendidikan, Kebudayaan, Riset, dan Teknologi",
    "dikdasmen": "Pendidikan Dasar dan Menengah",
    "dik": "Pendidikan",
    "diknas": "Pendidikan Nasional",
    "sos": "Sosial",
    "kumham": "Hukum dan Hak Asasi Manusia",
    "kominfo": "Komunikasi dan Informatika",
    "keu": "Keuangan",
    "desa": "Desa, Pembangunan Daerah Tertinggal, dan Transmigrasi",
    "desapdtt": "Desa, Pembangunan Daerah Tertinggal, dan Transmigrasi",
    "lhk": "Lingkungan Hidup dan Kehutanan",
    "lh": "Lingkungan Hidup",
    "tan": "Pertanian",
    "hub": "Perhubungan",
    "pupr": "Pekerjaan Umum dan Perumahan Rakyat",
    "pu": "Pekerjaan Umum",
    "naker": "Ketenagakerjaan",
    "ag": "Agama",
    "par": "Pariwisata",
    "parekraf": "Pariwisata dan Ekonomi Kreatif",
    "kop": "Koperasi",
    "kopukm": "Koperasi dan Usaha Kecil dan Menengah",
    "pppa": "Pemberdayaan Perempuan dan Perlindungan Anak",
    "dag": "Perdagangan",
    "perin": "Perindustrian",
    "esdm": "Energi dan Sumber Daya Mineral",
    "atr": "Agraria dan Tata Ruang",
    "kp": "Kelautan dan Perikanan",
    "ristekdikti": "Riset, Teknologi, dan Pendidikan Tinggi",
    "pora": "Pemuda dan Olahraga",
    "bumn": "Badan Usaha Milik Negara",
    "koinfo": "Komunikasi dan Informatika",
}
AGENCIES = (
    "BPOM|BKN|LAN|LKPP|BNPB|BSSN|BKKBN|BPS|BPKP|ANRI|BRIN|BMKG|BPIP|Bawaslu|KPU|KPK|LPSK|OJK|BPJS|BAPANAS|Perpusnas"
    "|Ombudsman|BNN|BRG|BPN"
)
"""Agencies that issue regulations under their short name, as alternatives of a pattern."""


def ministry(short: str) -> str | None:
    """The field of a ministry from the tail of `Permen…`, spaces and dashes ignored; None when unknown."""
    key = re.sub(r"[^a-z]|\bdan\b", "", short.casefold())
    return _SHORT.get(key) or _SHORT.get(key.removesuffix("ri"))
