"""The items of the facts model: regulations, problems, issues, states, steps, goals, benefits, results, evidence.

Every item may bear an `id` of its own; without one its place in the list is its id. `primary` names the leaf that bears
the item's id.
"""

# No `from __future__ import annotations` here: pydantic would compile each annotation anew at every start.

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from inovasi_ai.domain.fields import Bendera, Tahun, Tanggal, Teks, Ukuran, input_error
from inovasi_ai.text.quantities import parse_quantity
from inovasi_ai.text.regulations import parse_regulation
from inovasi_ai.text.values import Quantity, Regulation

__all__ = [
    "DasarHukum",
    "DataDukung",
    "Hasil",
    "Indikator",
    "Isu",
    "IsuStrategis",
    "Item",
    "Keadaan",
    "Kebaruan",
    "Keunggulan",
    "Langkah",
    "Manfaat",
    "Masalah",
    "Model",
    "Pembanding",
    "Permasalahan",
    "Tujuan",
]


class Model(BaseModel):
    """Frozen, closed to unknown fields."""

    model_config = ConfigDict(
        frozen=True, defer_build=True, extra="forbid", arbitrary_types_allowed=True, populate_by_name=True
    )


def _slug_id(value: object) -> str:
    text = str(value).strip()
    if not re.fullmatch(r"[a-z][a-z0-9_]{0,39}", text):
        raise input_error(
            "id",
            "kode butir ini tidak sah",
            expected="huruf kecil, angka, dan garis bawah, diawali huruf: `akta_terbit`",
        )
    return text


class Item(Model):
    """An entry of a list of facts."""

    primary: ClassVar[str] = "uraian"
    """The leaf whose fact bears the item's own id."""
    name_from: ClassVar[tuple[str, ...]] = ("uraian",)
    """Leaves that name the item in labels, first filled one wins; the primary's own label leaves it out."""
    periods: ClassVar[Mapping[str, str]] = {}
    """Which leaf gives the period of a measured leaf, when it is not `periode`."""

    id: Annotated[str, BeforeValidator(_slug_id)] | None = Field(
        None, title="Kode butir", description="boleh kosong; kode tetap agar rujukan tidak berubah bila urutan berubah"
    )

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        """A bare text stands for the primary leaf alone."""
        return {cls.primary: value} if isinstance(value, str) else value


class DasarHukum(Item):
    """A regulation the innovation rests on, or the decree that establishes it."""

    primary: ClassVar[str] = "peraturan"
    name_from: ClassVar[tuple[str, ...]] = ()

    jenis: Teks = Field(
        title="Jenis peraturan", description="UU, PP, Perpres, Permendagri, Perda, Perbup, Keputusan Bupati, ..."
    )
    nomor: Teks | None = Field(None, title="Nomor", description="tanpa kata Nomor, misalnya 24 atau 188/214/2024")
    tahun: Tahun | None = Field(None, title="Tahun")
    tentang: Teks | None = Field(None, title="Tentang", description="judul peraturan sesudah kata tentang")
    kaitan: Teks | None = Field(
        None,
        title="Kaitan dengan inovasi",
        description=(
            "diawali kata kerja, seolah-olah sesudah kata peraturan ini: mewajibkan negara mencatat setiap kelahiran"
        ),
    )
    menetapkan: Bendera = Field(
        False, title="Menetapkan inovasi ini", description="ya bila produk hukum inilah yang menetapkan inovasi"
    )

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        if isinstance(value, str):
            value = {"peraturan": value}
        if not isinstance(value, Mapping) or "peraturan" not in value:
            return value
        rest = {key: entry for key, entry in value.items() if key != "peraturan"}
        found = parse_regulation(str(value["peraturan"]))
        if found is None:
            raise input_error(
                "regulation",
                "peraturan ini tidak terbaca",
                expected="jenis, nomor, dan tahun, misalnya `UU Nomor 24 Tahun 2013 tentang Administrasi Kependudukan`",
            )
        kind = f"{found.kind} {found.issuer}" if found.issuer else found.kind
        parsed = {"jenis": kind, "nomor": found.number, "tahun": found.year, "tentang": found.about}
        return {**{key: entry for key, entry in parsed.items() if entry is not None}, **rest}

    @model_validator(mode="after")
    def _known(self) -> "DasarHukum":
        if self._parse() is None:
            raise input_error(
                "regulation_kind",
                "jenis peraturan ini tidak dikenal",
                expected="UU, PP, Perpres, Permen…, Perda, Pergub, Perbup, Perwali, Keputusan …, Instruksi …, SE",
            )
        return self

    def _parse(self) -> Regulation | None:
        text = self.jenis
        if self.nomor:
            text += f" Nomor {self.nomor}"
        if self.tahun:
            text += f" Tahun {self.tahun}"
        if self.tentang:
            text += f" tentang {self.tentang}"
        return parse_regulation(text)

    @property
    def peraturan(self) -> Regulation:
        """The regulation as a typed value."""
        found = self._parse()
        assert found is not None  # `_known` has seen to it
        return found


class Pembanding(Model):
    """A value a measurement is held against: a target, the province, the year before."""

    nama: Teks = Field(title="Nama pembanding", description="misalnya: target RPJMD, rata-rata provinsi")
    nilai: Ukuran = Field(title="Nilai pembanding")
    periode: Teks | None = Field(None, title="Periode pembanding")
    sumber: Teks | None = Field(None, title="Sumber pembanding")


class Masalah(Item):
    """A problem: in words, measured, or both."""

    name_from: ClassVar[tuple[str, ...]] = ("indikator", "uraian")

    uraian: Teks | None = Field(
        None, title="Uraian masalah", description="satu kalimat lengkap, bersubjek dan berpredikat"
    )
    indikator: Teks | None = Field(
        None, title="Yang diukur", description="kata benda, misalnya: kepemilikan akta kelahiran anak 0–18 tahun"
    )
    nilai: Ukuran | None = Field(None, title="Nilai")
    periode: Teks | None = Field(None, title="Periode", description="misalnya: 2023 atau Desember 2023")
    sumber: Teks | None = Field(None, title="Sumber")
    pembanding: Pembanding | None = Field(None, title="Pembanding")
    terdampak: Teks | None = Field(
        None, title="Pihak terdampak", description="kata benda: siapa yang menanggung akibatnya"
    )
    akibat: Teks | None = Field(None, title="Akibat", description="satu kalimat lengkap, tanpa diawali kata akibatnya")

    @model_validator(mode="after")
    def _stated(self) -> "Masalah":
        if self.uraian is None and (self.indikator is None or self.nilai is None):
            raise input_error(
                "problem", "masalah ini belum dinyatakan", expected="`uraian`, atau `indikator` bersama `nilai`"
            )
        return self


class Permasalahan(Model):
    """Problems on both scales."""

    makro: tuple[Masalah, ...] = Field(
        (), title="Masalah makro", description="keadaan daerah atau bidang, dengan angka dan sumber"
    )
    mikro: tuple[Masalah, ...] = Field(
        (), title="Masalah mikro", description="keadaan pada layanan, unit, atau sasaran"
    )


class Isu(Item):
    """A strategic agenda and how the innovation answers to it."""

    primary: ClassVar[str] = "agenda"
    name_from: ClassVar[tuple[str, ...]] = ("agenda",)

    agenda: Teks = Field(
        title="Agenda",
        description=(
            "misalnya: Tujuan Pembangunan Berkelanjutan 16.9; RPJMN 2025–2029; RPJMD Kabupaten Contoh 2021–2026"
        ),
    )
    isi: Teks | None = Field(None, title="Isi agenda", description="kata benda: peningkatan kepemilikan akta kelahiran")
    kaitan: Teks | None = Field(
        None, title="Kaitan", description="satu kalimat lengkap: bagaimana masalah atau inovasi terkait dengannya"
    )


class IsuStrategis(Model):
    """Strategic issues on three levels."""

    global_: tuple[Isu, ...] = Field((), alias="global", title="Isu global")
    nasional: tuple[Isu, ...] = Field((), title="Isu nasional")
    lokal: tuple[Isu, ...] = Field((), title="Isu lokal")


class Keadaan(Item):
    """A state of the service before or after, by aspect."""

    name_from: ClassVar[tuple[str, ...]] = ("aspek",)

    aspek: Teks = Field(
        title="Aspek", description="kata benda yang sama pada sebelum dan sesudah, misalnya: waktu penyelesaian"
    )
    nilai: Ukuran | None = Field(None, title="Nilai")
    uraian: Teks | None = Field(
        None, title="Uraian keadaan", description="satu kalimat lengkap, tanpa diawali sebelum atau sesudah"
    )
    periode: Teks | None = Field(None, title="Periode")
    sumber: Teks | None = Field(None, title="Sumber")

    @model_validator(mode="after")
    def _stated(self) -> "Keadaan":
        if self.nilai is None and self.uraian is None:
            raise input_error("state", "keadaan ini belum diisi", expected="`nilai` atau `uraian`")
        return self


class Keunggulan(Item):
    """An advantage and what it is held against."""

    uraian: Teks = Field(title="Keunggulan", description="satu kalimat lengkap: Akta diantar ke rumah tanpa biaya")
    pembanding: Teks | None = Field(
        None, title="Pembanding", description="satu kalimat lengkap tentang cara atau inovasi lain yang dibandingkan"
    )


class Kebaruan(Item):
    """What is new, wholly or in part, and since when."""

    uraian: Teks = Field(title="Kebaruan", description="satu kalimat lengkap: bagian mana yang baru")
    pembanding: Teks | None = Field(
        None, title="Pembanding", description="satu kalimat lengkap tentang cara lama atau inovasi sejenis"
    )
    waktu: Teks | None = Field(
        None, title="Waktu pembaruan", description="bila inovasi dikembangkan: kapan bagian ini diperbarui"
    )


class Langkah(Item):
    """One step of how the innovation works, in order."""

    uraian: Teks = Field(
        title="Langkah", description="diawali kata kerja aktif, tanpa pelaku: mendata anak yang belum memiliki akta"
    )
    pelaku: Teks | None = Field(None, title="Pelaku", description="kata benda: kader posyandu")
    durasi: Ukuran | None = Field(None, title="Lama", description="misalnya: 1 hari kerja")


class Tujuan(Item):
    """A goal with its target."""

    name_from: ClassVar[tuple[str, ...]] = ("indikator", "uraian")

    uraian: Teks = Field(
        title="Tujuan", description="diawali kata kerja arah, tanpa untuk: meningkatkan, menurunkan, ..."
    )
    indikator: Teks | None = Field(None, title="Indikator keberhasilan")
    awal: Ukuran | None = Field(None, title="Nilai awal")
    target: Ukuran | None = Field(None, title="Target")
    batas_waktu: Teks | None = Field(None, title="Batas waktu", description="kapan target dicapai")
    periods: ClassVar[Mapping[str, str]] = {"target": "batas_waktu"}


class Manfaat(Item):
    """A benefit and who receives it."""

    name_from: ClassVar[tuple[str, ...]] = ("indikator", "uraian")

    penerima: Teks = Field(
        title="Penerima manfaat", description="misalnya: masyarakat; perangkat daerah; pemangku kepentingan"
    )
    uraian: Teks = Field(
        title="Manfaat", description="diawali kata kerja, tanpa penerima: memperoleh akta tanpa meninggalkan desa"
    )
    indikator: Teks | None = Field(None, title="Yang diukur")
    nilai: Ukuran | None = Field(None, title="Nilai")
    periode: Teks | None = Field(None, title="Periode")
    sumber: Teks | None = Field(None, title="Sumber")


class Hasil(Item):
    """A result: a measurement, or an output in words."""

    name_from: ClassVar[tuple[str, ...]] = ("indikator", "uraian")
    periods: ClassVar[Mapping[str, str]] = {"sebelum": "periode_sebelum"}

    indikator: Teks | None = Field(
        None, title="Indikator", description="kata benda, misalnya: kepemilikan akta kelahiran"
    )
    sebelum: Ukuran | None = Field(None, title="Nilai sebelum")
    periode_sebelum: Teks | None = Field(None, title="Periode nilai sebelum")
    sesudah: Ukuran | None = Field(None, title="Nilai sesudah atau capaian")
    periode: Teks | None = Field(None, title="Periode nilai sesudah")
    perubahan: Ukuran | None = Field(
        None,
        title="Perubahan menurut sumber",
        description="boleh kosong; dihitung sendiri bila ada sebelum dan sesudah",
    )
    satuan: Teks | None = Field(None, title="Satuan", description="bila tidak ditulis pada nilainya")
    uraian: Teks | None = Field(
        None, title="Keluaran", description="satu kalimat lengkap tentang keluaran yang dapat ditunjukkan"
    )
    sumber: Teks | None = Field(None, title="Sumber")

    @model_validator(mode="after")
    def _stated(self) -> "Hasil":
        if self.uraian is None and (self.indikator is None or self.sesudah is None):
            raise input_error(
                "result", "hasil ini belum dinyatakan", expected="`uraian`, atau `indikator` bersama `sesudah`"
            )
        if self.satuan:  # a bare number takes the item's unit, so that every measurement is whole by itself
            for leaf in ("sebelum", "sesudah", "perubahan"):
                quantity: Quantity | None = getattr(self, leaf)
                if quantity is not None and not quantity.unit:
                    whole = parse_quantity(f"{quantity.text} {self.satuan}") or replace(quantity, unit=self.satuan)
                    object.__setattr__(self, leaf, whole)
        return self


class Indikator(Model):
    """What the innovation claims for one scored indicator; which field counts is said by the rubric."""

    nilai: Ukuran | None = Field(None, title="Jumlah atau besaran")
    pilihan: tuple[Teks, ...] = Field((), title="Pilihan yang dipenuhi", description="misalnya: sk_kepala_daerah")
    tahun: tuple[Tahun, ...] = Field((), title="Tahun yang dipenuhi")
    basis: Teks | None = Field(None, title="Basis ukuran", description="bila indikator meminta satu basis, misalnya a")
    keterangan: Teks | None = Field(None, title="Keterangan")


class DataDukung(Item):
    """An evidence document for one indicator."""

    primary: ClassVar[str] = "dokumen"
    name_from: ClassVar[tuple[str, ...]] = ("dokumen",)

    indikator: Annotated[int, Field(ge=1, le=99)] = Field(title="Nomor indikator")
    dokumen: Teks = Field(title="Nama dokumen")
    jenis: Teks | None = Field(None, title="Jenis dokumen", description="misalnya: SK Kepala Daerah, SOP, surat tugas")
    nomor: Teks | None = Field(None, title="Nomor dokumen")
    tahun: Tahun | None = Field(None, title="Tahun dokumen")
    tanggal: Tanggal | None = Field(None, title="Tanggal dokumen")
    berkas: Teks | None = Field(None, title="Berkas", description="nama berkas atau tautan")
    keterangan: Teks | None = Field(None, title="Keterangan")
