"""Texts that grow, for `check_speed.py`: prose, text under headings, and what tempts a program to go back and forth."""

from __future__ import annotations

from collections.abc import Callable

__all__ = ["GROWING", "SIZES"]

SIZES = (10_000, 100_000, 1_000_000)
"""Characters."""

_PROSE = (
    "Pada tahun 2023 baru {n},4 persen dari {n}.250 keluarga di Kecamatan Lereng Hijau yang terlayani, sehingga"
    " warga harus menempuh {n} kilometer dan menunggu 14 hari kerja di loket Dinas Kependudukan. Berdasarkan"
    " Peraturan Daerah Nomor {n} Tahun 2020, petugas lalu mendata warga dari rumah ke rumah, kemudian mengunggah"
    " berkasnya. "
)
_HEADINGS = ("Rancang Bangun", "Permasalahan", "Isu Strategis", "Tujuan Inovasi", "Manfaat", "Hasil Inovasi")


def _prose(size: int) -> str:
    parts, length, turn = [], 0, 0
    while length < size:
        parts.append(_PROSE.format(n=11 + turn % 83))
        length += len(parts[-1])
        turn += 1
    return "".join(parts)[:size]


def _headed(size: int) -> str:
    each = size // 60
    return "\n\n".join(f"{_HEADINGS[turn % len(_HEADINGS)]}\n{_prose(each)}" for turn in range(60))[:size]


def _of(piece: str) -> Callable[[int], str]:
    return lambda size: (piece * (size // len(piece) + 1))[:size]


GROWING: dict[str, Callable[[int], str]] = {
    "prose": _prose,
    "prose under headings": _headed,
    "'Rp 1. '": _of("Rp 1. "),
    "'1 '": _of("1 "),
    "digits": _of("1234567890"),
    "'1.234,5 persen '": _of("1.234,5 persen "),
    "'dua puluh ribu '": _of("dua puluh ribu "),
    "opening brackets": _of("("),
    "'(1) a) '": _of("(1) a) "),
    "'a. b. c. '": _of("a. b. c. "),
    "'1. '": _of("1. "),
    "no space at all": _of("x"),
    "'x.y@'": _of("x.y@"),
    "full stops": _of("."),
    "line breaks and dashes": _of("-\n"),
    "'Tujuan\\n'": _of("Tujuan\n"),
    "'Permasalahan: '": _of("Permasalahan: "),
    "'tidak hanya '": _of("tidak hanya "),
    "'Pertama, '": _of("Pertama, "),
    "'Dinas Kesehatan Kabupaten '": _of("Dinas Kesehatan Kabupaten "),
    "'Peraturan Daerah Nomor 1 '": _of("Peraturan Daerah Nomor 1 "),
    "'1 Januari 2024 - '": _of("1 Januari 2024 - "),
    "'[LENGKAPI: '": _of("[LENGKAPI: "),
    "commas": _of(", "),
    "capitals": _of("MASALAH RENDAH "),
    "signs": _of("±-–—%°"),
}
