"""Facts that can be read but contradict each other: dates, shares, stated changes, units, targets, numbers of decrees.

Nothing here belongs to an edition; windows of dates and the year a decree must bear are rules of a rubric. No clock is
asked, so a date in the future is no contradiction.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from inovasi_ai.domain.change import change_matches, describe_change
from inovasi_ai.domain.doubt import doubtful, unsourced
from inovasi_ai.domain.innovation import Innovation
from inovasi_ai.domain.items import Hasil, Item, Keadaan
from inovasi_ai.domain.places import FactPlaces
from inovasi_ai.errors import Problem
from inovasi_ai.lazy import lazy_pattern
from inovasi_ai.text.dates import earliest, latest, parse_period
from inovasi_ai.text.formatting import format_date, format_quantity
from inovasi_ai.text.values import PartialDate, Quantity

__all__ = ["doubtful", "plausibility", "unsourced"]

_SHARE = re.compile(
    r"\b(?:cakupan|kepemilikan|proporsi|persentase|prosentase|pangsa|bagian|porsi|tingkat|angka|prevalensi|kepatuhan"
    r"|kehadiran|kepuasan|keaktifan|ketersediaan|kelengkapan|keterisian|(?:warga|anak|keluarga|orang|desa) yang)\b"
)
"""Words for a part of a whole, which cannot exceed it."""
_MAY_EXCEED = lazy_pattern(
    r"\b(?:pertumbuhan|kenaikan|peningkatan|perubahan|capaian|realisasi|laju|inflasi|rasio|okupansi|utilisasi"
    r"|keterisian tempat tidur|partisipasi kasar|ketergantungan|utang|keuntungan|laba)\b"
)
_UPWARD = ("meningkatkan", "menaikkan", "memperluas", "menambah", "memperbanyak", "memperbesar", "mendongkrak")
_DOWNWARD = (
    "menurunkan",
    "mengurangi",
    "mempercepat",
    "memangkas",
    "menekan",
    "mempersingkat",
    "memperpendek",
    "menghemat",
)
_NUMBER_YEAR = re.compile(r"/((?:19|20)[0-9]{2})$")


def plausibility(innovation: Innovation) -> tuple[Problem, ...]:
    """What in the facts contradicts itself, as problems of severity `warning`, in the order of the model.

    Fields are named by fact id; file and line are given when the innovation was read from a file.
    """
    places = FactPlaces(innovation)
    checks = (_dates, _development, _shares, _states, _results, _goals, _decrees, _documents)
    return tuple(problem for check in checks for problem in check(innovation, places))


def _items(innovation: Innovation) -> Iterator[tuple[str, Item]]:
    """Every item with its id, as its facts bear it."""
    groups: tuple[tuple[str, tuple[Item, ...]], ...] = (
        ("masalah.makro", innovation.masalah.makro),
        ("masalah.mikro", innovation.masalah.mikro),
        ("sebelum", innovation.sebelum),
        ("sesudah", innovation.sesudah),
        ("tujuan", innovation.tujuan),
        ("manfaat", innovation.manfaat),
        ("hasil", innovation.hasil),
        ("dasar_hukum", innovation.dasar_hukum),
        ("data_dukung", innovation.data_dukung),
    )
    for group, items in groups:
        for index, item in enumerate(items):
            yield f"{group}.{item.id or index}", item


def _before(first: PartialDate | None, second: PartialDate | None) -> bool:
    """Whether the first date lies wholly before the second; False where either is not known."""
    return first is not None and second is not None and latest(first) < earliest(second)


def _dates(innovation: Innovation, places: FactPlaces) -> Iterator[Problem]:
    trial, start, developed = innovation.waktu_uji_coba, innovation.waktu_penerapan, innovation.waktu_pengembangan
    if trial and start and _before(start, trial):
        yield places.warn(
            "waktu_uji_coba",
            "uji coba tercatat sesudah penerapan",
            found=format_date(trial),
            expected=f"tidak sesudah waktu penerapan, {format_date(start)}",
        )
    if start and developed and _before(developed, start):
        yield places.warn(
            "waktu_pengembangan",
            "pengembangan tercatat sebelum penerapan",
            found=format_date(developed),
            expected=f"tidak sebelum waktu penerapan, {format_date(start)}",
        )
    if start and innovation.tahapan_inovasi in ("inisiatif", "uji_coba"):
        yield places.warn(
            "tahapan_inovasi",
            "tahapan menyebut inovasi belum diterapkan, tetapi waktu penerapannya terisi",
            found=innovation.tahapan_inovasi.replace("_", " "),
            expected=f"Penerapan (diterapkan {format_date(start)}), atau kosongkan waktu penerapan",
        )


def _development(innovation: Innovation, places: FactPlaces) -> Iterator[Problem]:
    flag, date = innovation.ada_pengembangan, innovation.waktu_pengembangan
    if flag and date is None:
        yield places.warn(
            "ada_pengembangan",
            "pengembangan dinyatakan ada, tetapi waktunya kosong",
            found="ya",
            expected="`waktu_pengembangan` terisi",
        )
    elif date is not None and not flag:
        yield places.warn(
            "waktu_pengembangan",
            "waktu pengembangan terisi, tetapi pengembangan tidak dinyatakan ada",
            found=format_date(date),
            expected="`ada_pengembangan: ya`, atau kosongkan waktunya",
        )


def _shares(innovation: Innovation, places: FactPlaces) -> Iterator[Problem]:
    for item_id, item in _items(innovation):
        name = str(getattr(item, "indikator", None) or getattr(item, "aspek", None) or "").casefold()
        may_exceed = not _SHARE.search(name) or _MAY_EXCEED.search(name) is not None
        for leaf in ("nilai", "sebelum", "sesudah", "awal", "target"):
            quantity = getattr(item, leaf, None)
            if isinstance(quantity, Quantity) and quantity.unit == "persen" and not may_exceed:
                yield from _share(f"{item_id}.{leaf}", quantity, places)
        versus = getattr(item, "pembanding", None)
        if versus is not None and not isinstance(versus, str) and versus.nilai.unit == "persen" and not may_exceed:
            yield from _share(f"{item_id}.pembanding.nilai", versus.nilai, places)


def _share(field: str, quantity: Quantity, places: FactPlaces) -> Iterator[Problem]:
    if quantity.high > 100 or quantity.low < 0:
        yield places.warn(
            field,
            "bagian dari keseluruhan berada di luar 0 sampai 100 persen",
            found=quantity.text or format_quantity(quantity),
            expected="paling sedikit 0 persen dan paling banyak 100 persen",
        )


def _differ(first: Quantity, second: Quantity) -> bool:
    """Whether two values of one aspect cannot be set side by side; spans of time may bear different units."""
    if not first.unit or not second.unit or first.kind == second.kind == "duration":
        return False
    return first.unit != second.unit


def _states(innovation: Innovation, places: FactPlaces) -> Iterator[Problem]:
    earlier: dict[str, Keadaan] = {state.aspek.casefold(): state for state in innovation.sebelum}
    unmatched: list[tuple[str, Keadaan]] = []
    for index, state in enumerate(innovation.sesudah):
        item_id = f"sesudah.{state.id or index}"
        before = earlier.get(state.aspek.casefold())
        if before is None:
            unmatched.append((item_id, state))
        elif before.nilai and state.nilai and _differ(before.nilai, state.nilai):
            yield places.warn(
                f"{item_id}.nilai",
                "satuan sebelum dan sesudah berbeda untuk aspek yang sama",
                found=f"{format_quantity(before.nilai)} menjadi {format_quantity(state.nilai)}",
                expected="satuan yang sama, supaya dapat dibandingkan",
            )
        if before is not None:
            yield from _periods_in_order(before.periode, state.periode, f"{item_id}.periode", places)
    measured = [item for item in unmatched if item[1].nilai is not None]
    for item_id, state in measured:
        near = _nearest_aspect(state.aspek, [state.aspek for state in innovation.sebelum])
        if near is not None:
            yield places.warn(
                f"{item_id}.aspek",
                "aspek ini tidak ada pada keadaan sebelum, sehingga tidak dapat dibandingkan",
                found=state.aspek,
                expected="sebutan aspek yang sama pada sebelum dan sesudah",
                suggestion=near,
            )
    if measured and len(unmatched) == len(innovation.sesudah) and innovation.sebelum:
        item_id, state = measured[0]
        if _nearest_aspect(state.aspek, [before.aspek for before in innovation.sebelum]) is None:
            yield places.warn(
                f"{item_id}.aspek",
                "keadaan sebelum dan sesudah tidak memuat satu pun aspek yang sama",
                found=state.aspek,
                expected="aspek yang sama, misalnya: " + innovation.sebelum[0].aspek,
            )


def _nearest_aspect(aspect: str, others: list[str]) -> str | None:
    from rapidfuzz import fuzz, process  # only aspects without a partner pay for it

    best = process.extractOne(
        aspect.casefold(), [other.casefold() for other in others], scorer=fuzz.ratio, score_cutoff=75
    )
    return None if best is None else others[best[2]]


def _periods_in_order(before: str | None, after: str | None, field: str, places: FactPlaces) -> Iterator[Problem]:
    first, second = parse_period(before or ""), parse_period(after or "")
    if before and after and first and second and _before(second[1], first[0]):
        yield places.warn(
            field,
            "periode sesudah berada sebelum periode sebelum",
            found=f"sebelum: {before}; sesudah: {after}",
            expected="periode sesudah yang lebih akhir",
        )


def _results(innovation: Innovation, places: FactPlaces) -> Iterator[Problem]:
    first_day = innovation.waktu_uji_coba or innovation.waktu_penerapan
    if innovation.waktu_penerapan and first_day and _before(innovation.waktu_penerapan, first_day):
        first_day = innovation.waktu_penerapan
    for index, result in enumerate(innovation.hasil):
        item_id = f"hasil.{result.id or index}"
        yield from _result(item_id, result, places)
        yield from _periods_in_order(result.periode_sebelum, result.periode, f"{item_id}.periode", places)
        period = parse_period(result.periode or "")
        if period and first_day and _before(period[1], first_day):
            yield places.warn(
                f"{item_id}.periode",
                "hasil ini diukur sebelum inovasi dijalankan",
                found=result.periode or "",
                expected=f"periode yang tidak sebelum {format_date(first_day)}",
            )


def _result(item_id: str, result: Hasil, places: FactPlaces) -> Iterator[Problem]:
    before, after, change = result.sebelum, result.sesudah, result.perubahan
    if before is None or after is None:
        return
    if _differ(before, after):
        yield places.warn(
            f"{item_id}.sesudah",
            "satuan nilai sebelum dan sesudah berbeda",
            found=f"{format_quantity(before)} menjadi {format_quantity(after)}",
            expected="satuan yang sama, supaya dapat dibandingkan",
        )
    elif change is not None and change_matches(before, after, change) is False:
        yield places.warn(
            f"{item_id}.perubahan",
            "perubahan yang tertulis tidak sesuai dengan nilai sebelum dan sesudah",
            found=change.text or format_quantity(change),
            expected=describe_change(before, after),
        )


def _goals(innovation: Innovation, places: FactPlaces) -> Iterator[Problem]:
    for index, goal in enumerate(innovation.tujuan):
        item_id = f"tujuan.{goal.id or index}"
        base, target = goal.awal, goal.target
        if base and target and base.unit == target.unit and not base.is_range and not target.is_range:
            opening = goal.uraian.split(maxsplit=1)[0].casefold()
            gain = target.value - base.value
            wrong = (opening in _UPWARD and gain <= 0) or (opening in _DOWNWARD and gain >= 0)
            if wrong or gain == Decimal(0):
                way = "di atas" if opening in _UPWARD else "di bawah" if opening in _DOWNWARD else "berbeda dari"
                yield places.warn(
                    f"{item_id}.target",
                    f"target ini sudah terlampaui oleh nilai awal, padahal tujuannya {opening}"
                    if wrong
                    else "target sama dengan nilai awal",
                    found=f"{format_quantity(base)} menuju {format_quantity(target)}",
                    expected=f"target {way} {format_quantity(base)}",
                )
        deadline = parse_period(goal.batas_waktu or "")
        if deadline and innovation.waktu_penerapan and _before(deadline[1], innovation.waktu_penerapan):
            yield places.warn(
                f"{item_id}.batas_waktu",
                "batas waktu tujuan berakhir sebelum inovasi diterapkan",
                found=goal.batas_waktu or "",
                expected=f"tidak sebelum {format_date(innovation.waktu_penerapan)}",
            )


def _decrees(innovation: Innovation, places: FactPlaces) -> Iterator[Problem]:
    for index, decree in enumerate(innovation.dasar_hukum):
        match = _NUMBER_YEAR.search(decree.nomor or "")
        if match and decree.tahun and int(match[1]) != decree.tahun:
            yield places.warn(
                f"dasar_hukum.{decree.id or index}",
                "tahun peraturan berbeda dari tahun pada nomornya",
                found=f"Nomor {decree.nomor} Tahun {decree.tahun}",
                expected=f"tahun {match[1]}, atau nomor yang berakhir dengan {decree.tahun}",
            )


def _documents(innovation: Innovation, places: FactPlaces) -> Iterator[Problem]:
    years = {decree.nomor: decree.tahun for decree in innovation.dasar_hukum if decree.nomor and decree.tahun}
    for index, document in enumerate(innovation.data_dukung):
        item_id = f"data_dukung.{document.id or index}"
        year = document.tahun or (document.tanggal.year if document.tanggal else None)
        if document.tahun and document.tanggal and document.tanggal.year != document.tahun:
            yield places.warn(
                f"{item_id}.tahun",
                "tahun dokumen berbeda dari tahun pada tanggalnya",
                found=f"tahun {document.tahun}, tanggal {format_date(document.tanggal)}",
                expected="tahun yang sama",
            )
        elif document.nomor and "/" in document.nomor and year and years.get(document.nomor, year) != year:
            yield places.warn(
                f"{item_id}.tahun",
                "dokumen ini bertahun lain daripada peraturan dengan nomor yang sama",
                found=f"tahun {year}",
                expected=f"tahun {years[document.nomor]}, seperti pada dasar hukum",
            )
