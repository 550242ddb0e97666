"""Characters that look like numbers and count nothing: list ordinals, addresses, telephone numbers, coordinates.

What is told by the words just before a number (`Pasal 3`, `RT 03`, `TPB 16.9`, `versi 2.1`) is asked number by number,
on a window of fixed width, so that the work stays proportional to the text.
"""

from __future__ import annotations

import re
from collections.abc import Set

from inovasi_ai.lazy import lazy_pattern

__all__ = ["blocked_before", "list_ordinals", "opaque_spans"]

_STANDARD = lazy_pattern(
    r"\b(?:ISO|SNI|IEC|OHSAS)(?:[/ ](?:IEC|ISO|TS))?[ -]{0,2}[0-9][0-9./-]{1,14}(?::[12][0-9]{3})?(?![0-9])"
)
_URL = lazy_pattern(r"(?:https?://|www\.)\S++", re.IGNORECASE)
# Patterns begin with a set of characters, for which the engine searches much faster than for what may stand before it.
_PHONE = re.compile(
    r"[+(0](?<![\w.,].)(?<![0-9]-.)(?!(?<=0)[0-9]-[0-9]{1,2}-(?:19|20)[0-9]{2}(?![\w-]))"
    r"(?:(?<=\+)62|(?<=\()0[0-9]{1,3}\)?|(?<=0)[0-9]{1,3}\)?)(?:[ -]?[0-9]{2,5}){2,4}(?![0-9])"
)
_COORDINATES = lazy_pattern(
    r"[-−0-9](?<![\w.,][-−0-9])(?:(?<=[0-9])|[0-9])[01]?\.[0-9]{2,10}°?\s{0,2}[,;/|]\s{0,2}(?:9[5-9]|1[0-3][0-9]|14[01])\.[0-9]{2,10}(?![0-9])"
)
# Cheap signs that one of the next patterns can match at all.
_LONGITUDE = re.compile(r"\.[0-9]{2,10}°?\s{0,2}[,;/|]\s{0,2}[0-9]")
_PLACE_WORDS = (
    "oordinat", "lintang", "bujur", "latitud", "longitud", "lng", " lat ", " lat:", " lat.", " lat=", "(lat", "\nlat",
    " long ", " long:", " long.", " long=", "(long", "\nlong",
)  # fmt: skip
_LABELS = frozenset("koordinat koordinatnya lintang bujur latitude longitude lat long lng".split())  # noqa: SIM905
"""The words of which the next pattern needs one."""
_DEGREES = r"[-−–+]?\s?[0-9]{1,3}(?:[.,][0-9]{1,15}°?|°)"
# Told by a word they need not lie in the archipelago; a sign before the latitude tells them without a word.
_LABELLED = lazy_pattern(
    rf"\bkoordinat(?:nya)?\b[^0-9\n]{{0,60}}(?:\n{{1,2}}[^\w\n]{{0,12}})?(?<![\w.,])(?P<pair>(?:{_DEGREES}|[-−][0-9]{{1,2}})(?:\s{{0,3}}[,;/|]\s{{0,3}}|\s{{1,3}})(?:bujur\s?:?\s?)?(?:{_DEGREES}|(?:9[5-9]|1[0-3][0-9]|14[01])(?![.,]?[0-9])))(?![0-9])"
    rf"|\b(?:lintang|bujur|latitude|longitude|lat|long|lng)\b[^\w\n]{{0,12}}(?<![\w.,])(?P<one>{_DEGREES})(?![0-9])",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"[-−](?<![\w.,)][-−])(?:[0-9]|1[01])[.,][0-9]{1,15}°?(?:\s{0,2}[;/|]\s{0,2}|,\s{0,2}|\s{1,2})(?:9[5-9]|1[0-3][0-9]|14[01])[.,][0-9]{1,15}°?(?![0-9%])(?!\s{0,2}(?:persen|poin)\b)"
)
_SEXAGESIMAL = lazy_pattern(r"[0-9]{1,3}°\s?[0-9]{1,2}['’′](?:\s?[0-9]{1,2}(?:[.,][0-9]{1,4})?(?:\"|”|″|''))?")
_COMPASS = lazy_pattern(rf"(?<![\w.,]){_DEGREES}\s{{0,2}}(?:LS|LU|BT|BB)\b")
_ORDINAL = re.compile(r"([0-9](?<!\S.)[0-9]?)\.\s++(?=[\"'“‘(\[*]?[^\W\d_])")

_HARD = re.compile(
    r"(?:\b(?:pasal|ayat|nomor|no|nmr|nomer|r\.?t|r\.?w|nip|nik|nisn|npsn|npwp|tel[pe](?:on|pon)?|hp|wa|fax|(?:sdgs?|tpb|goals?)(?:\s+(?:tujuan|target|nomor))?|tujuan\s+ke"
    r"|asta\s+cita(?:\s+ke)?|berkelanjutan(?:\s+ke)?|tanggal|tgl|kode\s+pos|tipe|type|pukul|https?|isbn|issn|iso(?:/iec)?|iec|sni|android|windows|python|php|laravel|mysql|java|whatsapp|skala|juara|lantai|lt|hotline|call\s?center)\b|\bke(?=-)"
    r"|\b(?:anak|putra|putri|orang|tahun|hari|minggu|pekan|bulan|triwulan|semester|abad|urutan|tahap|langkah|kali|kehamilan)\s{1,3}ke)"
    r"[.:]?\s{0,3}-?[(#]?\s{0,2}\Z",
    re.IGNORECASE,
)
_SOFT = re.compile(
    r"\b(?:kelas|level|fase|versi|ver|v|misi|halaman|hlm|hal|tabel|gambar|grafik|bagan|foto|lampiran|bab|jam|blok|lantai|lt|indikator|pilar|zona"
    r"|generasi|industri|society|era|covid|seri|gedung|kav|kavling|angka|butir|huruf|poin|tahap|langkah|grade|golongan|km|jalan|jl|ruang|ruangan|kamar"
    r"|lemari|rak|loket|meja|pos|kotak|hubungi|sd|sdn|smp|smpn|sma|sman|smk|smkn|min|mtsn?|man|negeri|tk|puskesmas|wilayah"
    r"|rayon|dapil|koridor|jalur|sesi|siklus|batch|angkatan|tingkat|(?<![0-9.,] )(?<!%\s)ke)\b"
    r"[.:]?\s{0,3}[(#-]?\s{0,2}\Z",
    re.IGNORECASE,
)
_SERVICES = ("110", "111", "112", "113", "115", "117", "118", "119", "122", "123", "129", "147", "150", "158")
"""Telephone numbers that anyone may dial; three digits, as counts have."""
_CALLS = lazy_pattern(
    r"\b(?:lewat|melalui|hubungi|darurat|layanan|panggilan|panggil|aduan|pengaduan|center|ke)\s{1,3}[(\"]?\Z",
    re.IGNORECASE,
)


def opaque_spans(text: str, vocabulary: Set[str] | None = None) -> list[tuple[int, int]]:
    """Web addresses, telephone numbers and coordinates within the archipelago, in order.

    `vocabulary`, where known, has all words of the text in small letters.
    """
    spans: list[tuple[int, int]] = []
    folded = text.lower()
    if "://" in text or "www." in folded:
        spans.extend(match.span() for match in _URL.finditer(text))
    spans.extend(match.span() for match in _PHONE.finditer(text))
    if "ISO" in text or "SNI" in text or "IEC" in text or "OHSAS" in text:
        spans.extend(match.span() for match in _STANDARD.finditer(text))
    if _LONGITUDE.search(text) is not None:
        spans.extend(match.span() for match in _COORDINATES.finditer(text))
    if (vocabulary is None or not _LABELS.isdisjoint(vocabulary)) and _labels_places(folded):
        spans.extend(match.span(match.lastgroup or 0) for match in _LABELLED.finditer(text))
    if "-" in text or "−" in text:
        spans.extend(match.span() for match in _SIGNED.finditer(text))
    if "°" in text:
        spans.extend(match.span() for match in _SEXAGESIMAL.finditer(text))
        spans.extend(match.span() for match in _COMPASS.finditer(text))
    spans.sort()
    return spans


def _labels_places(folded: str) -> bool:
    return folded.startswith(("lat", "long")) or any(word in folded for word in _PLACE_WORDS)


def list_ordinals(text: str) -> dict[int, int]:
    """Ordinals such as `1.` at the head of a line or counting up in one: start of the digits -> offset after the stop.

    `Tahapan: 1. Mendata 2. Verifikasi` has two; `berjumlah 5. Selanjutnya` has none.
    """
    found: dict[int, int] = {}
    previous, line_of_previous = 0, -1
    for match in _ORDINAL.finditer(text):
        start, number = match.start(1), int(match[1])
        line = text.rfind("\n", max(0, start - 2000), start)
        head = line >= start - 14 and not text[line + 1 : start].strip(" \t>*•#-–")
        counts_up = number == previous + 1 and line == line_of_previous and previous > 0
        before = text[max(0, start - 3) : start].rstrip()
        opens = number == 1 and (not before or before[-1] in ":;,.(-–")
        if head or counts_up or opens:
            found[start] = match.end(1) + 1
            previous, line_of_previous = number, line
    return found


_LAST_WORD = re.compile(r"[^\W_]+")
_BARS = frozenset(
    """pasal ayat nomor no nmr nomer rt rw r t w nip nik nisn npsn npwp tel telp telepon telpon tele hp wa
    fax sdg sdgs tpb goal goals ke cita berkelanjutan tanggal tgl pos tipe type pukul http https isbn issn iso iec
    sni android windows python php laravel mysql java skala juara tujuan target whatsapp
    hotline callcenter center""".split()  # noqa: SIM905
)
_SOFT_BARS = frozenset(
    """kelas level fase versi ver v misi halaman hlm hal tabel gambar grafik bagan foto lampiran bab jam blok
    lantai lt indikator pilar zona generasi industri society era covid seri gedung kav kavling angka butir
    huruf poin tahap langkah grade golongan km jalan jl ruang ruangan kamar lemari rak loket meja pos kotak
    hubungi sd sdn smp smpn sma sman smk smkn min mts mtsn man negeri tk puskesmas wilayah rayon dapil
    koridor jalur sesi siklus batch angkatan tingkat lewat melalui darurat layanan panggilan panggil aduan
    pengaduan center ke""".split()  # noqa: SIM905
)
"""The last words of the patterns above: where another word stands before a number, none of them is tried."""


def blocked_before(text: str, start: int) -> str:
    """How the words before the number at `start` bar it: `hard`, `soft` (unless a unit follows) or not."""
    floor = max(0, start - 24)
    near = text[floor:start].split()
    if near and near[-1].isalnum():
        last = near[-1].lower()
    else:
        words = _LAST_WORD.findall(text, floor, start)
        last = words[-1].lower() if words else ""
    if last not in _BARS and last not in _SOFT_BARS and not last.startswith("tel"):
        return ""
    if _HARD.search(text, floor, start):
        return "hard"
    if _SOFT.search(text, floor, start):
        return "soft"
    dialled = text.startswith(_SERVICES, start) and not text[start + 3 : start + 5].strip(".,").isdigit()
    return "soft" if dialled and _CALLS.search(text, floor, start) else ""
