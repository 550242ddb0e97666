"""Rough roots of words, by which a text and a fact are seen to speak of one thing."""

from __future__ import annotations

import re
from functools import lru_cache

from inovasi_ai.text import normalize

__all__ = ["WORD", "aspect_of", "content_stems", "stem", "topic_of"]

_STATE_WORDS = frozenset(
    """sebelum sesudah setelah awal akhir nilai capaian target realisasi kondisi keadaan inovasi penerapan tahun bulan
    hari periode hasil baseline pembanding perubahan saat kini sekarang lama baru indikator terdahulu semula
    diterapkan adanya ada inovasinya implementasi""".split()  # noqa: SIM905
)
_STOP = frozenset(
    """yang dengan untuk pada dari dalam adalah sebagai oleh atau juga akan telah sudah dapat serta agar karena maka
    bagi para setiap tiap hanya lebih kurang sangat tidak belum masih saat ketika sejak hingga sampai menjadi
    terhadap antara secara melalui tersebut bahwa seluruh semua itu sebesar sebanyak mencapai jumlah total rata
    persen orang tahun bulan hari jam menit unit kali sekitar naik turun meningkat menurun selisih kabupaten kota
    provinsi daerah pemerintah inovasi program nilai capaian sekali""".split()  # noqa: SIM905
)
WORD = re.compile(r"[^\W\d_]{3,}")
_PREFIX = re.compile(r"^(?:meng|meny|mem|men|peng|peny|pem|pen|per|ber|ter|me|pe|di|ke|se)(?=\w{4})")
_SUFFIX = re.compile(r"(?<=\w{4})(?:kannya|annya|nya|kan|an|i)$")


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """A rough root, good enough to see that `kepemilikan` and `pemilikan` speak of one thing."""
    bare = _SUFFIX.sub("", word)
    bare = _PREFIX.sub("", bare)
    return _PREFIX.sub("", bare)[:7]


@lru_cache(maxsize=4096)
def content_stems(text: str) -> frozenset[str]:
    """Stems of the words in `text` that carry meaning."""
    words = (normalize(word) for word in WORD.findall(text))
    return frozenset(stem(word) for word in words if word not in _STOP)


@lru_cache(maxsize=4096)
def aspect_of(label: str) -> frozenset[str]:
    """Stems of a label without words for time and state: equal for a before and an after of one thing."""
    words = (normalize(word) for word in WORD.findall(label))
    return frozenset(stem(word) for word in words if word not in _STATE_WORDS)


@lru_cache(maxsize=4096)
def topic_of(label: str) -> frozenset[str]:
    """Stems of the words in a label that say what it is about, without words for time and state."""
    words = (normalize(word) for word in WORD.findall(label))
    return frozenset(stem(word) for word in words if word not in _STATE_WORDS and word not in _STOP)
