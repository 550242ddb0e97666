"""Facts files handed in by mistake or by malice, and what each must be told. Shared with the tests of other floors."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from pathlib import Path

__all__ = ["BAD_FILES", "BadFile"]


@dataclass(frozen=True)
class BadFile:
    """One kind of bad file and what its error has to name."""

    kind: str
    content: bytes | None
    """None for a file that is not there, or that the test makes itself."""
    says: str
    """Words that the message must hold."""
    name: str = "fakta.yaml"
    line: int | None = None
    field: str | None = None
    expected: str | None = None
    suggestion: str | None = None

    def write(self, folder: Path) -> Path:
        """Put the file into a folder and return its path."""
        path = folder / self.name
        if self.content is not None:
            path.write_bytes(self.content)
        return path


def _yaml(kind: str, text: str, says: str, **told: str | int) -> BadFile:
    return BadFile(kind, text.encode(), says, **told)  # type: ignore[arg-type]


def _json(kind: str, text: str, says: str, **told: str | int) -> BadFile:
    return BadFile(kind, text.encode(), says, name="fakta.json", **told)  # type: ignore[arg-type]


def _zip(name: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(name, "<x/>")
    return buffer.getvalue()


_OK = "nama_inovasi: ANTAR AKTA\n"
_BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{here}: &{here} [{', '.join(['*' + before] * 9)}]\n" for before, here in zip("abcdefgh", "bcdefghi", strict=True)
)

BAD_FILES: tuple[BadFile, ...] = (
    # The file itself
    BadFile("missing", None, "tidak ditemukan", name="tidak-ada.yaml"),
    BadFile("empty", b"", "kosong", expected="inovasi template"),
    BadFile("only white space", b" \n\n  \n", "kosong"),
    BadFile("only comments", b"# nama_inovasi: x\n#\n", "komentar", expected="nama_inovasi"),
    BadFile("only a document mark", b"---\n", "tidak memuat fakta"),
    BadFile("binary", bytes(range(256)) * 4, "bukan teks"),
    BadFile("NUL byte", b"nama_inovasi: A\0B\n", "bita kosong", line=1),
    BadFile("control character", b"nama_inovasi: A\nkode: \x07x\n", "karakter kendali", line=2),
    BadFile("latin-1", "nama_inovasi: A\ndaerah: Kafé\n".encode("latin-1"), "UTF-8", line=2, expected="Notepad"),
    BadFile("UTF-16 without a mark", "nama_inovasi: A\n".encode("utf-16-le"), "bita kosong"),
    BadFile("broken UTF-16", b"\xff\xfe\x00\xd8x", "rusak", expected="UTF-8"),
    BadFile("too large", b"#" * (20 * 1024 * 1024 + 1), "terlalu besar", expected="20 MB"),
    BadFile("workbook", _zip("xl/workbook.xml"), "menyusul", name="fakta.xlsx", expected=".yaml"),
    BadFile("Word document", _zip("word/document.xml"), "naskah", name="fakta.docx", expected="inovasi check"),
    BadFile("table", b"nama_inovasi;kode\nA;1\n", "menyusul", name="fakta.csv"),
    BadFile("workbook by another name", _zip("xl/workbook.xml"), "bukan teks", expected="UTF-8"),
    BadFile("PDF by another name", b"%PDF-1.7\n%\xe2\xe3\n", "bukan teks"),
    # YAML that does not parse
    _yaml("tab indentation", _OK + "hasil:\n\t- uraian: x\n", "tab", line=3, expected="spasi"),
    _yaml(
        "colon in text",
        "nama_inovasi: SIAP: Antar Akta\n",
        "titik dua",
        line=1,
        suggestion='nama_inovasi: "SIAP: Antar Akta"',
    ),
    _yaml("open quote", _OK + 'kode: "A1\ndaerah: B\n', "tanda petik", line=2),
    _yaml("text after quotes", _OK + 'kode: "A" 1\n', "sesudah tanda petik", line=2),
    _yaml("open bracket", _OK + "urusan_beririsan: [Kesehatan\n", "[", line=2),
    _yaml("open brace", _OK + "masalah: {makro: []\n", "{", line=2),
    _yaml("at sign", "nama_inovasi: @ANTAR\n", "`@`", line=1, suggestion='nama_inovasi: "@ANTAR"'),
    _yaml("stars", "nama_inovasi: **ANTAR**\n", "`*`", line=1, expected="tanda petik"),
    _yaml(
        "crooked list",
        "hasil:\n    - uraian: x\n   - uraian: y\n",
        "menjorok 3 spasi, sedangkan butir di sekitarnya menjorok 4 spasi",
        line=3,
        expected="sejajar dengan butir pada baris 2",
    ),
    _yaml(
        "crooked entry",
        _OK + "  kode: x\n",
        "menjorok 2 spasi, sedangkan isian di sekitarnya tidak menjorok (0 spasi)",
        line=2,
        expected="`nama_inovasi` pada baris 1",
    ),
    _yaml(
        "field of an item too deep",
        _OK + "hasil:\n  - indikator: a\n     sesudah: 3\n",
        "menjorok 5 spasi, sedangkan isian di sekitarnya menjorok 4 spasi",
        line=4,
        expected="4 spasi di depannya, sejajar dengan `indikator` pada baris 3",
    ),
    _yaml(
        "field of an item not deep enough",
        _OK + "hasil:\n  - indikator: a\n   sesudah: 3\n",
        "menjorok 3 spasi, sedangkan isian di sekitarnya menjorok 4 spasi",
        line=4,
    ),
    _yaml(
        "group too deep",
        _OK + "masalah:\n  makro:\n    - uraian: a\n   mikro:\n    - uraian: x\n",
        "menjorok 3 spasi, sedangkan isian di sekitarnya menjorok 2 spasi",
        line=5,
        expected="`makro` pada baris 3",
    ),
    _yaml("entry without colon", "nama_inovasi\nkode: x\n", "nama_isian", line=2),
    _yaml("no space after the colon", "nama_inovasi:A\nkode: x\n", "spasi", line=1, suggestion="nama_inovasi: A"),
    _yaml("text that goes on unindented", _OK + "ringkasan: satu\nlanjutannya\nkode: x\n", "titik dua", line=3),
    _yaml("apostrophe in quotes", "nama_inovasi: 'Jum'at'\n", "petik", line=1, suggestion='nama_inovasi: "Jum\'at"'),
    _yaml("list beside names", _OK + "- kode: x\n", "di bawah nama isian", line=2),
    _yaml("unknown directive", "%FAKTA 3\n---\nnama_inovasi: x\n", "%"),
    _yaml("bad escape", 'nama_inovasi: "C:\\data"\n', "tanda petik ganda", line=1),
    _yaml("endless key", "k" * 5_000 + ": x\n", "nama_isian", line=1),
    _yaml("deep nesting", "hasil: " + "[" * 100_000, "terlalu dalam", line=1, expected="20"),
    _yaml("aliases that explode", _BOMB + "nama_inovasi: *i\n", "`*`", line=2, expected="langsung"),
    _yaml("alias of itself", "nama_inovasi: x\nhasil: &a [*a]\n", "`*`", line=2),
    _yaml("merge key", "nama_inovasi: x\nhasil:\n- <<: {uraian: x}\n", "`<<`", line=3),
    _yaml("python object", "nama_inovasi: !!python/object/apply:os.system [ls]\n", "tidak dijalankan", line=1),
    _yaml("own tag", "nama_inovasi: !rahasia x\n", "tidak dijalankan", line=1),
    _yaml("list as name", _OK + "? [a, b]\n: x\n", "nama isian", line=2),
    _yaml("value too long", "nama_inovasi: " + "x" * 300_000 + "\n", "terlalu panjang", line=1, expected="200000"),
    # JSON that does not parse
    _json("cut off", '{"nama_inovasi": "A",\n "hasil": [', "berakhir", line=2, expected="penutup"),
    _json("trailing comma", '{\n"nama_inovasi": "A",\n}', "tanda petik ganda", line=3, expected="koma"),
    _json("trailing comma in list", '{"nama_inovasi": "A",\n"hasil": [\n]\n,"langkah": ["a",]}', "nilai", line=4),
    _json("single quotes", "{'nama_inovasi': 'A'}", "petik ganda", line=1),
    _json("comment", '{\n// nama\n"nama_inovasi": "A"}', "komentar", line=2),
    _json("NaN", '{"nama_inovasi": "A", "hasil": [{"indikator": "x",\n"sesudah": NaN}]}', "bukan angka", line=2),
    _json("Python's words", '{"nama_inovasi": "A",\n"ada_pengembangan": True}', "JSON", line=2, suggestion="true"),
    _json("missing comma", '{"nama_inovasi": "A"\n"kode": "B"}', "koma", line=2),
    _json("two values", '{"nama_inovasi": "A"}\n{"nama_inovasi": "B"}', "sesudah akhir", line=2),
    _json("number with comma and zero", '{"nama_inovasi": "A",\n"kode": 0012}', "angka", line=2),
    _json("monstrous number", '{"nama_inovasi": "A",\n"kode": 1e999999999}', "angka", line=2),
    _json("deep JSON", '{"hasil": ' + "[" * 100_000, "terlalu dalam", line=1),
    _json("lone surrogate", '{"nama_inovasi": "\\ud800"}', "tidak terbaca", line=1),
    # The wrong shape
    _yaml("a bare text", "halo\n", "isian bernama", line=1, expected="nama_inovasi"),
    _yaml("a list of texts", "- satu\n- dua\n", "kelompok isian", line=1, field="0"),
    _yaml("an empty list", "inovasi: []\n", "kosong", line=1, field="inovasi"),
    _yaml("beside the list", "daerah: X\ninovasi:\n- nama_inovasi: A\n", "di samping", line=1, field="daerah"),
    _yaml("text where a list is due", _OK + "tujuan: meningkatkan mutu\n", "daftar", line=2, field="tujuan"),
    _yaml("list where a group is due", _OK + "masalah:\n- a\n", "kelompok", line=3, field="masalah", expected="makro"),
    _yaml("list where a text is due", _OK + "kode: [a]\n", "teks", line=2, field="kode"),
    _yaml("group where a text is due", _OK + "kode: {a: b}\n", "teks", line=2, field="kode"),
    _yaml(
        "text where a number is due",
        _OK + "indikator:\n  satu:\n    nilai: 3\n",
        "nomor",
        line=3,
        field="indikator.satu",
    ),
    # The wrong names
    _yaml("no name", "kode: A\n", "wajib", line=1, field="nama_inovasi", expected="Nama Inovasi"),
    _yaml("name left empty", "kode: A\nnama_inovasi:\n", "wajib", line=2, field="nama_inovasi"),
    _yaml("misspelt field", _OK + "perangkat_derah: X\n", "tidak dikenal", line=2, suggestion="perangkat_daerah"),
    _yaml(
        "misspelt field of an item",
        _OK + "hasil:\n- indikator: a\n  sesudah: 3\n  sebelumm: 2\n",
        "tidak dikenal",
        line=5,
        field="hasil.0.sebelumm",
        suggestion="sebelum",
    ),
    _yaml("field in the wrong place", _OK + "penerima: warga\n", "tidak dikenal", line=2, suggestion="`manfaat`"),
    _yaml("misspelt field left empty", _OK + "nama_inisiatr:\n", "tidak dikenal", line=2, suggestion="nama_inisiator"),
    _yaml("field twice", _OK + "kode: a\nkode: b\n", "baris 2 dan baris 3", line=3, field="kode"),
    _yaml(
        "field of an item twice",
        _OK + "langkah:\n- uraian: a\n  uraian: b\n",
        "baris 3 dan baris 4",
        field="langkah.0.uraian",
    ),
    _json("JSON field twice", '{"nama_inovasi": "A",\n"kode": "a",\n"kode": "b"}', "baris 2 dan baris 3", line=3),
    _yaml(
        "item id twice",
        _OK + "langkah:\n- {id: a, uraian: x}\n- {id: a, uraian: y}\n",
        "baris 3 dan baris 4",
        field="langkah.1.id",
    ),
    _yaml(
        "code twice",
        "- {nama_inovasi: A, kode: x}\n- {nama_inovasi: B, kode: x}\n",
        "baris 1 dan baris 2",
        field="1.kode",
    ),
    # The wrong values
    _yaml(
        "impossible date", _OK + "waktu_penerapan: 31 Februari 2024\n", "tanggal", line=2, suggestion="29 Februari 2024"
    ),
    _yaml("month 13", _OK + "waktu_penerapan: 2024-13-03\n", "tanggal", line=2),
    _yaml("letter in a year", _OK + "waktu_penerapan: 2O24\n", "tanggal", line=2, suggestion="2024"),
    _yaml("misspelt month", _OK + "waktu_uji_coba: 3 Marert 2024\n", "tanggal", line=2, suggestion="3 Maret 2024"),
    _yaml(
        "unknown choice",
        _OK + "tahapan_inovasi: penarapan\n",
        "pilihan",
        line=2,
        suggestion="Penerapan",
        expected="Uji Coba",
    ),
    _yaml("name with two meanings", _OK + "tahapan: Penerapan\n", "tidak dikenal", line=2, suggestion="`langkah`"),
    _yaml("neither yes nor no", _OK + "ada_pengembangan: iya\n", "`ya`", line=2, suggestion="ya"),
    _yaml("broken number", _OK + "hasil:\n- {indikator: a, sesudah: '12,5,3'}\n", "angka", line=3, suggestion="12,53"),
    _yaml(
        "words for a number",
        _OK + "hasil:\n- {indikator: a, sesudah: banyak sekali}\n",
        "angka",
        line=3,
        field="hasil.0.sesudah",
    ),
    _yaml("infinity", _OK + "hasil:\n- {indikator: a, sesudah: .inf}\n", "angka", line=3, field="hasil.0.sesudah"),
    _yaml("number without end", _OK + "hasil:\n- {indikator: a, sesudah: '" + "9" * 5_000 + "'}\n", "angka", line=3),
    _yaml("swapped coordinates", _OK + "koordinat: 110.5, -7.1\n", "koordinat", line=2, suggestion="-7.1, 110.5"),
    _yaml("unreadable regulation", _OK + "dasar_hukum:\n- entah apa\n", "peraturan", line=3, field="dasar_hukum.0"),
    _yaml(
        "item id with capitals",
        _OK + "langkah:\n- {id: Langkah-1, uraian: x}\n",
        "kode butir",
        line=3,
        suggestion="langkah_1",
    ),
    _yaml(
        "indicator out of range",
        _OK + "data_dukung:\n- {indikator: 160, dokumen: SK}\n",
        "batas",
        line=3,
        expected="99",
    ),
    _yaml(
        "indicator no number", _OK + "data_dukung:\n- {indikator: 16a, dokumen: SK}\n", "nomor", line=3, suggestion="16"
    ),
    _yaml(
        "year of two digits",
        _OK + "data_dukung:\n- {indikator: 16, dokumen: SK, tahun: 24}\n",
        "tahun",
        line=3,
        suggestion="2024",
    ),
    _yaml(
        "problem without statement", _OK + "masalah:\n  makro:\n  - sumber: BPS\n", "masalah", line=4, expected="uraian"
    ),
    _json("truth where a text is due", '{"nama_inovasi": true}', "teks", line=1, field="nama_inovasi"),
)
"""Every kind; the folder-shaped ones (a folder, no permission, a device) are made by the tests themselves."""
