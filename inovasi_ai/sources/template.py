"""An empty facts file with a word of help beside every field, for an official to fill in."""

from __future__ import annotations

import itertools
import textwrap
from collections.abc import Mapping
from types import MappingProxyType

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from inovasi_ai.domain.form import Choices, profile_form
from inovasi_ai.domain.innovation import Innovation
from inovasi_ai.domain.items import DasarHukum
from inovasi_ai.sources.fields import REGULATION_TEXT, fields_of, leaf_type, shape_of
from inovasi_ai.sources.schema import SCHEMA_NAME
from inovasi_ai.text.values import PartialDate, Quantity

__all__ = ["facts_template"]

_WIDTH = 116
_HEAD = """\
BERKAS FAKTA INOVASI DAERAH

Cara mengisi
  1. Tulis faktanya sesudah titik dua. Yang belum ada faktanya biarkan kosong; hanya nama_inovasi yang wajib
     agar berkas terbaca. Isian bertanda (*) wajib pada formulir.
  2. Isian yang diawali tanda - adalah butir. Untuk menambah butir, salin seluruh barisnya mulai dari tanda - itu.
  3. Tulis angka, tanggal, dan satuan seperti biasa: 12,5 persen; Rp1.250.000; 14 hari kerja; ±300 orang;
     3 Maret 2024; Maret 2024; 2024. Sebutkan periode dan sumber tiap angka.
  4. Teks yang memuat titik dua, atau diawali tanda seperti @ * & ! % # [ {, ditulis di antara tanda petik:
     nama_inovasi: "SIAP: Sistem Antar Akta"
  5. Jorokkan baris dengan spasi, bukan tab. Jangan menulis NIK, nomor telepon, atau nama warga.
  6. Periksa dengan: inovasi check nama-berkas.yaml
"""
_GROUPS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("Identitas", "", ("nama_inovasi", "kode", "daerah", "perangkat_daerah", "ringkasan")),
    (
        "Profil pada formulir",
        "",
        (
            "tahapan_inovasi",
            "inisiator",
            "nama_inisiator",
            "klasifikasi_inovasi",
            "koordinat",
            "jenis_inovasi",
            "bentuk_inovasi",
            "asta_cita",
            "pkpn_klaster",
            "pkpn_program",
            "urusan_utama",
            "urusan_beririsan",
        ),
    ),
    ("Waktu", "", ("waktu_uji_coba", "waktu_penerapan", "ada_pengembangan", "waktu_pengembangan")),
    ("Dasar hukum", "Peraturan yang menjadi pijakan, dan produk hukum yang menetapkan inovasi ini.", ("dasar_hukum",)),
    ("Permasalahan", "Dari keadaan daerah (makro) ke keadaan pada layanan (mikro), dengan angka.", ("masalah",)),
    ("Isu strategis", "Agenda yang dijawab inovasi ini pada tiga tingkat.", ("isu",)),
    (
        "Sebelum dan sesudah",
        "Pakai aspek yang sama pada keduanya supaya perbedaannya dapat dihitung.",
        ("sebelum", "sesudah"),
    ),
    (
        "Keunggulan dan kebaruan",
        "Sebutkan pembandingnya: cara lama, layanan lain, daerah lain.",
        ("keunggulan", "kebaruan"),
    ),
    ("Cara kerja", "Langkah inovasi menurut urutannya: siapa melakukan apa, berapa lama.", ("langkah",)),
    ("Tujuan", "", ("tujuan",)),
    ("Manfaat", "Siapa memperoleh apa.", ("manfaat",)),
    ("Hasil", "Yang sudah tercapai dan dapat ditunjukkan; bukan rencana atau harapan.", ("hasil",)),
    (
        "Indikator dan data dukung",
        "Nomor indikator menurut pedoman; lihat `inovasi rubric show`.",
        ("indikator", "data_dukung"),
    ),
    ("Lampiran", "Nama berkas, bila ada.", ("anggaran", "profil_bisnis", "dokumen_haki", "penghargaan")),
    ("Naskah yang sudah ada", "Bila rancang bangun sudah pernah ditulis dan ingin diperiksa.", ("rancang_bangun",)),
)
_KIND_HELP: Mapping[object, str] = MappingProxyType(
    {Quantity: "angka dan satuannya", PartialDate: "misalnya: 3 Maret 2024", bool: "ya atau tidak"}
)
_NUMBERED = """\
  # Hapus tanda # di bawah ini, ganti nomornya, dan salin untuk tiap indikator yang ada faktanya.
  # 16:
"""


def facts_template(schema: str = SCHEMA_NAME) -> str:
    """Text of an empty facts file; `schema` is the path or address of the schema as seen from the file.

    What is left empty counts as not filled, so the file can be loaded as soon as `nama_inovasi` is there.
    """
    lines = [f"# yaml-language-server: $schema={schema}", "#"]
    lines += [f"# {line}".rstrip() for line in _HEAD.splitlines()]
    fields = fields_of(Innovation)
    for number, (title, words, names) in enumerate(_GROUPS, 1):
        while not lines[-1]:
            lines.pop()
        lines += ["", "", f"# {number}. {title} ".ljust(_WIDTH, "─")]
        if words:
            lines.append(f"# {words}")
        lines.append("")
        for own_block, run in itertools.groupby(names, _has_own_block):
            if not own_block:
                lines += [*_rows([(f"{name}:", _help(Innovation, name, fields[name])) for name in run], ""), ""]
                continue
            for name in run:
                lines += _block(Innovation, name, fields[name], "", heading=title)
    while not lines[-1]:
        lines.pop()
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _has_own_block(name: str) -> bool:
    return shape_of(Innovation, name)[0] != "leaf" or name == "rancang_bangun" or _long_choices(name) is not None


def _long_choices(name: str) -> Choices | None:
    """The choices of a field that do not fit beside it."""
    form = profile_form()
    if not form.has_choices(name):
        return None
    choices = form.choices(name)
    return choices if sum(map(len, choices.labels.values())) > 80 else None


def _rows(rows: list[tuple[str, str]], indent: str, first: str = "") -> list[str]:
    """Names with their help in a column; help that does not fit goes above. `first` opens the first row (`- `)."""
    column = max((len(name) for name, _ in rows), default=0) + 2
    lines: list[str] = []
    for index, (name, text) in enumerate(rows):
        lead = first if index == 0 else " " * len(first)
        beside = f"{indent}{lead}{name.ljust(column)}# {text}" if text else f"{indent}{lead}{name}"
        if len(beside) <= _WIDTH:
            lines.append(beside)
        else:
            space = indent if index == 0 else indent + " " * len(first)
            lines += _comment(text, space)
            lines.append(f"{indent}{lead}{name}")
    return lines


def _comment(text: str, indent: str) -> list[str]:
    return textwrap.wrap(
        text, _WIDTH, initial_indent=f"{indent}# ", subsequent_indent=f"{indent}# ", break_on_hyphens=False
    )


def _block(model: type[BaseModel], name: str, field: FieldInfo, indent: str, *, heading: str = "") -> list[str]:
    shape, inner = shape_of(model, name)
    about = _help(model, name, field)
    lines = _comment(about, indent) if about and about not in (heading, f"(*) {heading}") else []
    choices = _long_choices(name) if model is Innovation else None
    if choices is not None:
        return [*lines, *_choice_lines(name, choices), f"{name}:", *(["  -"] if shape == "values" else []), ""]
    if name == "rancang_bangun":
        return [
            *_comment("Hapus tanda # lalu ganti teksnya; jorokkan dua spasi.", indent),
            f"# {name}: |",
            "#   Naskah …",
        ]
    if shape == "values":
        return [*lines, f"{indent}{name}:", f"{indent}  -", ""]
    assert inner is not None  # every other shape holds a group
    if shape == "numbered":
        rows = [(_blank(inner, leaf), _help(inner, leaf, entry)) for leaf, entry in fields_of(inner).items()]
        inside = [line.replace("    ", "  #   ", 1) for line in _rows(rows, "    ")]
        return [*lines, f"{name}:", *_NUMBERED.splitlines(), *inside, ""]
    lines.append(f"{indent}{name}:")
    if shape == "group":
        for part, entry in fields_of(inner).items():
            lines += _block(inner, part, entry, indent + "  ")
        return lines
    return [*lines, *_entry(inner, indent + "  "), ""]


def _entry(model: type[BaseModel], indent: str, first: str = "- ") -> list[str]:
    """The rows of one item, groups inside it below their names."""
    rows: list[tuple[str, str]] = []
    groups: list[tuple[str, type[BaseModel]]] = []
    if issubclass(model, DasarHukum):
        rows.append((f"{REGULATION_TEXT}:", "misalnya: UU Nomor 24 Tahun 2013 tentang Administrasi Kependudukan"))
    for leaf, field in fields_of(model).items():
        inner = shape_of(model, leaf)[1]
        if leaf == "id" or (issubclass(model, DasarHukum) and leaf in ("jenis", "nomor", "tahun", "tentang")):
            continue  # the regulation's own text says these four
        if inner is not None:
            groups.append((leaf, inner))
        else:
            rows.append((f"{leaf}:", _help(model, leaf, field)))
    lines = _rows(rows, indent, first)
    deeper = indent + " " * len(first)
    for leaf, inner in groups:
        lines.append(f"{deeper}{leaf}:")
        lines += _entry(inner, deeper + "  ", "")
    return lines


def _blank(model: type[BaseModel], name: str) -> str:
    """A field as it is left to be filled; brackets where several values may stand."""
    return f"{name}: []" if shape_of(model, name)[0] == "values" else f"{name}:"


def _choice_lines(name: str, choices: Choices) -> list[str]:
    if name == "urusan_beririsan":
        return ["# Pilihannya sama dengan urusan_utama; satu baris - untuk tiap urusan."]
    labels = [f"{code} = {label}" if code.isdigit() else label for code, label in choices.labels.items()]
    if len(labels) <= 12:
        return ["# Salah satu dari:", *(f"#   {label}" for label in labels)]
    return _comment("Salah satu dari: " + "; ".join(labels), "")


def _help(model: type[BaseModel], name: str, field: FieldInfo) -> str:
    """What an official needs to know of a field: official name where it differs, what to write, what to choose from."""
    form = profile_form()
    official = model is Innovation and name in form.fields
    title = form.label(name) if official else field.title or ""
    star = "(*) " if field.is_required() or (official and form.fields[name].mandatory == "ya") else ""
    told = [field.description or ""]
    if official and form.has_choices(name) and _long_choices(name) is None:
        told.append(" / ".join(form.choices(name).labels.values()))
    elif not told[0] and shape_of(model, name)[0] == "leaf":
        told.append(_KIND_HELP.get(leaf_type(field), ""))
    words = "; ".join(text for text in told if text)
    chosen = official and form.has_choices(name)
    if title.casefold().replace(" ", "_") == name or (chosen and words):
        title = ""
    return (star + "; ".join(part for part in (title, words) if part)).strip()
