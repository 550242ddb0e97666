"""`Innovation`: the structured facts of one innovation; profile fields bear the official form's names."""

# No `from __future__ import annotations` here: pydantic would compile each annotation anew at every start.

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Self

from pydantic import BaseModel, BeforeValidator, Field, PrivateAttr, model_validator

from inovasi_ai.domain.facts import Fact, FactValue, Location
from inovasi_ai.domain.fields import Bendera, Pilihan, Tanggal, Teks, input_error, pilihan
from inovasi_ai.domain.form import profile_form
from inovasi_ai.domain.items import (
    DasarHukum,
    DataDukung,
    Hasil,
    Indikator,
    IsuStrategis,
    Item,
    Keadaan,
    Kebaruan,
    Keunggulan,
    Langkah,
    Manfaat,
    Model,
    Pembanding,
    Permasalahan,
    Tujuan,
)
from inovasi_ai.text.formatting import format_date, format_quantity, format_regulation
from inovasi_ai.text.values import PartialDate, Quantity, Regulation

__all__ = ["Innovation"]

_COORDINATE = re.compile(r"\s*(-?\d{1,2}(?:[.,]\d+)?)\s*[,; ]\s*(-?\d{1,3}(?:[.,]\d+)?)\s*")


def _coordinate(value: object) -> str:
    if isinstance(value, list | tuple) and len(value) == 2:
        value = f"{value[0]}, {value[1]}"
    match = _COORDINATE.fullmatch(value) if isinstance(value, str) else None
    if match:
        latitude, longitude = (float(part.replace(",", ".")) for part in match.groups())
        if abs(latitude) <= 90 and abs(longitude) <= 180:
            return f"{match[1].replace(',', '.')}, {match[2].replace(',', '.')}"
    raise input_error(
        "coordinate",
        "koordinat ini tidak terbaca",
        expected="lintang, bujur dalam derajat desimal: `-7.1234, 110.5678`",
    )


TahapanInovasi = Annotated[Pilihan, BeforeValidator(pilihan("tahapan_inovasi"))]
Inisiator = Annotated[Pilihan, BeforeValidator(pilihan("inisiator"))]
KlasifikasiInovasi = Annotated[Pilihan, BeforeValidator(pilihan("klasifikasi_inovasi"))]
JenisInovasi = Annotated[Pilihan, BeforeValidator(pilihan("jenis_inovasi"))]
BentukInovasi = Annotated[Pilihan, BeforeValidator(pilihan("bentuk_inovasi"))]
AstaCita = Annotated[Pilihan, BeforeValidator(pilihan("asta_cita"))]
PkpnKlaster = Annotated[Pilihan, BeforeValidator(pilihan("pkpn_klaster"))]
UrusanUtama = Annotated[Pilihan, BeforeValidator(pilihan("urusan_utama"))]
UrusanBeririsan = Annotated[Pilihan, BeforeValidator(pilihan("urusan_beririsan"))]


class Innovation(Model):
    """All facts of one innovation, as an official would fill them in.

    Read one with `Innovation.load(path)`, or from data at hand with `Innovation.from_mapping(data)`; both raise
    `FactsError` naming every field that is wrong. `facts()` yields the atomic facts that drafts cite.
    """

    # Identity
    kode: Teks | None = Field(None, title="Kode", description="kode registrasi, tidak boleh sama dalam satu berkas")
    nama_inovasi: Teks = Field(title="Nama Inovasi", description="sama persis dengan nama pada regulasi penetapan")
    daerah: Teks | None = Field(None, title="Pemerintah daerah", description="misalnya: Kabupaten Contoh")
    perangkat_daerah: Teks | None = Field(
        None, title="Perangkat daerah", description="misalnya: Dinas Kesehatan Kabupaten Contoh"
    )
    ringkasan: Teks | None = Field(
        None,
        title="Ringkasan",
        description="anak kalimat sesudah kata adalah, misalnya: layanan pengantaran akta kelahiran ke rumah warga",
    )

    # The form, in its order
    tahapan_inovasi: TahapanInovasi | None = Field(None, title="Tahapan Inovasi")
    inisiator: Inisiator | None = Field(None, title="Inisiator Inovasi Daerah")
    nama_inisiator: Teks | None = Field(None, title="Nama Inisiator")
    klasifikasi_inovasi: KlasifikasiInovasi | None = Field(None, title="Klasifikasi Inovasi")
    koordinat: Annotated[str, BeforeValidator(_coordinate)] | None = Field(
        None, title="Koordinat", description="lintang, bujur"
    )
    jenis_inovasi: JenisInovasi | None = Field(None, title="Jenis Inovasi")
    bentuk_inovasi: BentukInovasi | None = Field(None, title="Bentuk Inovasi Daerah")
    asta_cita: AstaCita | None = Field(None, title="Asta Cita", description="nomor 1 sampai 8")
    pkpn_klaster: PkpnKlaster | None = Field(None, title="PKPN - klaster")
    pkpn_program: Teks | None = Field(None, title="Program PKPN")
    urusan_utama: UrusanUtama | None = Field(None, title="Urusan Pemerintahan Utama")
    urusan_beririsan: tuple[UrusanBeririsan, ...] = Field((), title="Urusan pemerintahan lain yang beririsan")
    waktu_uji_coba: Tanggal | None = Field(None, title="Waktu Uji Coba Inovasi Daerah")
    waktu_penerapan: Tanggal | None = Field(None, title="Waktu Penerapan Inovasi Daerah")
    ada_pengembangan: Bendera | None = Field(None, title="Sudah ada pengembangan inovasi")
    waktu_pengembangan: Tanggal | None = Field(None, title="Waktu Pengembangan Inovasi")
    rancang_bangun: str | None = Field(
        None,
        title="Rancang bangun dan pokok perubahan yang dilakukan",
        description="naskah yang sudah ada, bila ada; diperiksa apa adanya",
    )
    tujuan: tuple[Tujuan, ...] = Field((), title="Tujuan Inovasi Daerah")
    manfaat: tuple[Manfaat, ...] = Field((), title="Manfaat yang Diperoleh")
    hasil: tuple[Hasil, ...] = Field((), title="Hasil Inovasi")
    anggaran: Teks | None = Field(None, title="Anggaran (jika diperlukan)", description="nama berkas")
    profil_bisnis: Teks | None = Field(None, title="Profil Bisnis (jika ada)", description="nama berkas")
    dokumen_haki: Teks | None = Field(None, title="Dokumen HAKI", description="nama berkas")
    penghargaan: Teks | None = Field(None, title="Penghargaan", description="nama berkas")

    # What the six elements of the rancang bangun are written from
    dasar_hukum: tuple[DasarHukum, ...] = Field((), title="Dasar hukum")
    masalah: Permasalahan = Field(default_factory=Permasalahan, title="Permasalahan")
    isu: IsuStrategis = Field(default_factory=IsuStrategis, title="Isu strategis")
    sebelum: tuple[Keadaan, ...] = Field((), title="Keadaan sebelum inovasi")
    sesudah: tuple[Keadaan, ...] = Field((), title="Keadaan sesudah inovasi")
    keunggulan: tuple[Keunggulan, ...] = Field((), title="Keunggulan")
    kebaruan: tuple[Kebaruan, ...] = Field((), title="Kebaruan")
    langkah: tuple[Langkah, ...] = Field((), title="Langkah")

    # What the indicators are scored from
    indikator: Mapping[int, Indikator] = Field(
        default_factory=dict, title="Indikator", description="nomor indikator dan isinya"
    )
    data_dukung: tuple[DataDukung, ...] = Field((), title="Data dukung")

    _locations: Mapping[str, Location] = PrivateAttr(default_factory=dict)

    @model_validator(mode="after")
    def _item_ids_differ(self) -> Self:
        for name, items in _item_lists(self):
            seen: set[str] = set()
            for item in items:
                if item.id is not None and item.id in seen:
                    raise input_error(
                        "duplicate_id",
                        f"kode butir `{item.id}` dipakai dua kali pada `{name}`",
                        expected="kode yang berbeda untuk tiap butir",
                    )
                seen.add(item.id or "")
        return self

    @classmethod
    def load(cls, path: str | Path) -> "Innovation":
        """Read the one innovation in a YAML or JSON facts file.

        Raises `FactsError` with every problem of the file; for a file of several innovations use `load_innovations`.
        """
        from inovasi_ai.sources import load_innovation

        return load_innovation(path)

    @classmethod
    def from_mapping(cls, data: Mapping[str, object]) -> "Innovation":
        """Build an innovation from plain data (a row of a system, a parsed JSON body).

        Raises `FactsError` with every problem found, fields named by dotted path.
        """
        from inovasi_ai.sources import innovation_from_mapping

        return innovation_from_mapping(data)

    def located(self, locations: Mapping[str, Location]) -> "Innovation":
        """The same innovation, its facts knowing their places; `locations` maps dotted input paths to places."""
        copy = self.model_copy()
        for computed in ("_facts_cache", "_fact_index"):  # they would speak of the old places
            copy.__dict__.pop(computed, None)
        copy._locations = locations
        return copy

    def facts(self) -> tuple[Fact, ...]:
        """Every atomic fact, in the order of the model; computed once."""
        cached = self.__dict__.get("_facts_cache")
        if cached is None:
            cached = tuple(_walk(self, self._locations))
            self.__dict__["_facts_cache"] = cached
        return cached

    def fact(self, fact_id: str) -> Fact:
        """The fact with this id; `KeyError` when there is none."""
        index = self.__dict__.get("_fact_index")
        if index is None:
            index = {fact.id: fact for fact in self.facts()}
            self.__dict__["_fact_index"] = index
        return index[fact_id]  # type: ignore[no-any-return]

    def facts_hash(self) -> str:
        """SHA-256 (hex) over the content of all facts; equal content gives equal hashes, wherever it was read from."""
        data = self.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        return hashlib.sha256(json.dumps(data, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _item_lists(model: BaseModel, prefix: str = "") -> Iterator[tuple[str, tuple[Item, ...]]]:
    for name, field in type(model).model_fields.items():
        path = f"{prefix}{field.alias or name}"
        value = getattr(model, name)
        if isinstance(value, tuple) and value and isinstance(value[0], Item):
            yield path, value
        elif isinstance(value, Permasalahan | IsuStrategis):
            yield from _item_lists(value, f"{path}.")


def _written(value: object) -> tuple[FactValue, str] | None:
    match value:
        case None | "":
            return None
        case bool():
            return value, "ya" if value else "tidak"
        case str():
            return value, value
        case int():
            return str(value), str(value)
        case Quantity():
            return value, format_quantity(value)
        case PartialDate():
            return value, format_date(value)
        case Regulation():
            return value, format_regulation(value)
    return None


def _walk(innovation: Innovation, places: Mapping[str, Location]) -> Iterator[Fact]:
    form = profile_form()
    for name, field in type(innovation).model_fields.items():
        value = getattr(innovation, name)
        label = form.label(name) if name in form.fields else (field.title or name)
        if name == "rancang_bangun":  # an existing narrative is checked against the facts, it is not one of them
            continue
        if isinstance(value, Permasalahan | IsuStrategis):
            for part, part_field in type(value).model_fields.items():
                key = part_field.alias or part
                yield from _walk_items(f"{name}.{key}", part_field.title or key, getattr(value, part), places)
        elif isinstance(value, Mapping):
            for number, entry in value.items():
                yield from _walk_leaves(f"{name}.{number}", f"{label} {number}", entry, name, places)
        elif isinstance(value, tuple) and value and isinstance(value[0], BaseModel):
            yield from _walk_items(name, label, value, places)
        elif isinstance(value, tuple):
            for index, entry in enumerate(value):
                written = form.choices(name).labels.get(entry, entry) if form.has_choices(name) else entry
                place = places.get(f"{name}.{index}")
                yield Fact(f"{name}.{index}", label, written, written, name, f"{name}.{index}", location=place)
        else:
            if isinstance(value, str) and form.has_choices(name):
                value = form.choices(name).labels.get(value, value)
            written_value = _written(value)
            if written_value:
                typed, text = written_value
                yield Fact(name, label, typed, text, name, name, location=places.get(name))


def _walk_items(group: str, title: str, items: tuple[Item, ...], places: Mapping[str, Location]) -> Iterator[Fact]:
    for index, item in enumerate(items):
        item_id = f"{group}.{item.id or index}"
        name = next((str(getattr(item, leaf)).rstrip(".") for leaf in item.name_from if getattr(item, leaf)), "")
        place = places.get(f"{group}.{index}")
        if isinstance(item, DasarHukum):
            regulation = item.peraturan
            yield Fact(item_id, title, regulation, format_regulation(regulation), group, item_id, location=place)
        yield from _walk_leaves(item_id, title, item, group, places, name=name, source_path=f"{group}.{index}")


_REGULATION_LEAVES = frozenset({"jenis", "nomor", "tahun", "tentang"})


def _walk_leaves(
    item_id: str,
    title: str,
    item: BaseModel,
    group: str,
    places: Mapping[str, Location],
    *,
    name: str = "",
    source_path: str | None = None,
    owner: str | None = None,
) -> Iterator[Fact]:
    source_path = source_path or item_id
    for leaf, field in type(item).model_fields.items():
        value = getattr(item, leaf)
        if leaf == "id" or value is None or value == ():
            continue
        if isinstance(item, DasarHukum) and (leaf in _REGULATION_LEAVES or value is False):
            continue
        primary = isinstance(item, Item) and leaf == item.primary
        if isinstance(value, Pembanding):
            yield from _walk_leaves(
                f"{item_id}.{leaf}",
                name or title,
                value,
                group,
                places,
                name=value.nama,
                source_path=f"{source_path}.{leaf}",
                owner=item_id,
            )
            continue
        if isinstance(value, tuple):
            value = ", ".join(str(entry) for entry in value)
        written = _written(value)
        if written is None:
            continue
        typed, text = written
        label = title if primary else f"{name or title}, {(field.title or leaf).lower()}"
        period = source = None
        if isinstance(typed, Quantity):
            period_leaf = item.periods.get(leaf, "periode") if isinstance(item, Item) else "periode"
            period, source = getattr(item, period_leaf, None), getattr(item, "sumber", None)
        yield Fact(
            item_id if primary else f"{item_id}.{leaf}",
            label,
            typed,
            text,
            group,
            owner or item_id,
            period=period,
            source=source,
            location=places.get(f"{source_path}.{leaf}") or places.get(source_path),
        )
