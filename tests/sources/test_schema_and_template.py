from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from inovasi_ai import resources
from inovasi_ai.domain.form import profile_form
from inovasi_ai.domain.innovation import Innovation
from inovasi_ai.errors import FactsError
from inovasi_ai.sources import SCHEMA_NAME, facts_schema, facts_template, load_innovation, load_innovations, schema_text
from inovasi_ai.sources.fields import fields_of

VALIDATOR = jsonschema.Draft202012Validator(facts_schema())
EXAMPLES = {
    name: path
    for name, path in resources.files("examples", suffix=".yaml").items()
    if not name.endswith(".harapan.yaml")
}


def as_an_editor_sees_it(text: str) -> object:
    """Plain scalars by the rules of YAML 1.2, which editors follow: no `ya`, no dates, numbers where they are plain."""

    def scalar(value: object) -> object:
        if isinstance(value, dict):
            return {key: scalar(entry) for key, entry in value.items()}
        if isinstance(value, list):
            return [scalar(entry) for entry in value]
        if isinstance(value, str) and re.fullmatch(r"-?[0-9]+", value):
            return int(value)
        if isinstance(value, str) and re.fullmatch(r"-?[0-9]+\.[0-9]+", value):
            return float(value)
        return (
            {"": None, "true": True, "false": False, "null": None}.get(value, value)
            if isinstance(value, str)
            else value
        )

    return scalar(yaml.load(text, yaml.BaseLoader))  # noqa: S506  (it makes nothing but texts)


def test_the_shipped_schema_is_the_generated_one() -> None:
    shipped = resources.find("rubrics", f"skema/{SCHEMA_NAME}").read_text(encoding="utf-8")
    assert shipped == schema_text(), f"python -m inovasi_ai.sources.schema > rubrics/skema/{SCHEMA_NAME}"


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(schema_text()))


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_examples_are_valid_and_name_a_schema_that_is_there(name: str) -> None:
    path = EXAMPLES[name]
    text = path.read_text(encoding="utf-8")
    assert list(VALIDATOR.iter_errors(as_an_editor_sees_it(text))) == []
    assert load_innovations(path)
    named = re.match(r"# yaml-language-server: \$schema=(\S+)\n", text)
    assert named
    assert (path.parent / named[1]).resolve() == resources.find("rubrics", f"skema/{SCHEMA_NAME}").resolve()


def test_an_editor_is_offered_the_form_s_own_choices() -> None:
    text = schema_text()
    form = profile_form()
    for name in ("tahapan_inovasi", "urusan_utama", "asta_cita"):
        for label in form.choices(name).labels.values():
            assert json.dumps(label, ensure_ascii=False) in text


ACCEPTED = [
    {"nama_inovasi": "A"},
    [{"nama_inovasi": "A"}, {"nama_inovasi": "B"}],
    {"inovasi": [{"nama_inovasi": "A"}]},
    {"$schema": "x", "nama_inovasi": "A", "kode": 12, "daerah": None, "hasil": None},
    {"nama_inovasi": "A", "tahapan_inovasi": "PENERAPAN", "jenis_inovasi": "non digital", "asta_cita": 4},
    {"nama_inovasi": "A", "tahapan_inovasi": "uji-coba", "asta_cita": "Asta Cita 4"},
    {"nama_inovasi": "A", "urusan_beririsan": ["kesehatan", "Koperasi, usaha kecil dan menengah"]},
    {"nama_inovasi": "A", "ada_pengembangan": "Tidak", "koordinat": [-7.1, 110.2]},
    {"nama_inovasi": "A", "langkah": ["satu", {"uraian": "dua", "pelaku": "kader", "durasi": 2}]},
    {"nama_inovasi": "A", "dasar_hukum": ["PP Nomor 38 Tahun 2017", {"jenis": "UU", "nomor": 24, "tahun": "2013"}]},
    {"nama_inovasi": "A", "hasil": [{"indikator": "a", "sesudah": 1.5}, "Terbit 5 akta."]},
    {"nama_inovasi": "A", "masalah": {"makro": [{"indikator": "a", "nilai": 3}], "mikro": None}},
    {"nama_inovasi": "A", "indikator": {"16": {"tahun": [2024, "2025"], "pilihan": ["sk"]}}},
    {"nama_inovasi": "A", "data_dukung": [{"indikator": 16, "dokumen": "SK", "tanggal": "3 Maret 2024"}]},
]
REFUSED = [
    {},
    [],
    {"nama_inovasi": ["A"]},
    {"nama_inovasi": "A", "nama": "B"},
    {"nama_inovasi": "A", "tahapan_inovasi": "entah"},
    {"nama_inovasi": "A", "tujuan": "teks"},
    {"nama_inovasi": "A", "hasil": [{"indikator": "a"}]},
    {"nama_inovasi": "A", "manfaat": ["teks tanpa penerima"]},
    {"nama_inovasi": "A", "sebelum": [{"aspek": "a"}]},
    {"nama_inovasi": "A", "data_dukung": [{"indikator": 160, "dokumen": "SK"}]},
    {"nama_inovasi": "A", "ada_pengembangan": "mungkin"},
    {"nama_inovasi": "A", "langkah": [{"uraian": "a", "id": "Huruf Besar"}]},
    {"nama_inovasi": "A", "masalah": {"besar": []}},
    {"nama_inovasi": "A", "indikator": {"satu": {"nilai": 1}}},
]


@pytest.mark.parametrize("data", ACCEPTED, ids=repr)
def test_schema_and_loader_accept_the_same(data: object, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps(data))
    assert load_innovations(path)
    assert list(VALIDATOR.iter_errors(data)) == []


@pytest.mark.parametrize("data", REFUSED, ids=repr)
def test_schema_and_loader_refuse_the_same(data: object, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps(data))
    with pytest.raises(FactsError):
        load_innovations(path)
    assert not VALIDATOR.is_valid(data)


def filled(template: str) -> str:
    """The template with something written after every name, and what is commented out brought to life."""
    text = re.sub(r"^(  )# (16:|  \w+:)", r"\1\2", template, flags=re.MULTILINE)
    text = re.sub(r"^# (rancang_bangun: \|)\n#   Naskah …", r"\1\n  Naskah yang ada.", text, flags=re.MULTILINE)
    special = {
        "tahapan_inovasi": "Penerapan",
        "inisiator": "ASN",
        "klasifikasi_inovasi": "Inovasi Masyarakat",
        "koordinat": "-7.1, 110.2",
        "jenis_inovasi": "Digital",
        "bentuk_inovasi": "Inovasi Pelayanan Publik",
        "asta_cita": "4",
        "pkpn_klaster": "Kesehatan",
        "urusan_utama": "Kesehatan",
        "ada_pengembangan": "ya",
        "menetapkan": "ya",
        "peraturan": "PP Nomor 38 Tahun 2017 tentang Inovasi Daerah",
        "tahun": "2024",
        "tanggal": "3 Maret 2024",
        "id": "a1",
    }
    quantities = {"nilai", "sebelum", "sesudah", "perubahan", "durasi", "awal", "target"}
    lines: list[str] = []
    parent = ""
    for line in text.splitlines():
        match = re.match(r"(\s*(?:- )?)(\w+):( \[\])?\s*(?:#.*)?$", line)
        if line.startswith("#") or match is None:
            lines.append(line.replace("  -", "  - Pendidikan") if line == "  -" else line)
            continue
        indent, name, brackets = match.groups()
        inner = len(indent) > 0
        if not inner:
            parent = name
        opens_group = not brackets and (
            (not inner and isinstance(getattr(Innovation(nama_inovasi="A"), name, None), tuple | dict))
            or name in {"masalah", "isu", "makro", "mikro", "global", "nasional", "lokal", "16"}
            or (name == "pembanding" and parent == "masalah")
        )
        if opens_group:
            lines.append(f"{indent}{name}:")
        elif brackets:
            lines.append(f"{indent}{name}: [2024]")
        elif name == "indikator" and parent == "data_dukung":
            lines.append(f"{indent}{name}: 16")
        elif name in special or name.startswith("waktu_"):
            value = special.get(name, "Maret 2024")
            lines.append(f"{indent}{name}: {value}")
        else:
            lines.append(f"{indent}{name}: " + ("12,5 persen" if inner and name in quantities else "Fakta"))
    return "\n".join(lines) + "\n"


def test_a_filled_template_fills_every_field(tmp_path: Path) -> None:
    text = filled(facts_template())
    (tmp_path / "fakta.yaml").write_text(text, encoding="utf-8")
    innovation = load_innovation(tmp_path / "fakta.yaml")
    assert list(VALIDATOR.iter_errors(as_an_editor_sees_it(text))) == []
    empty = [
        name
        for name, field in fields_of(Innovation).items()
        if getattr(innovation, name) == field.get_default(call_default_factory=True)
    ]
    assert empty == []
    assert innovation.masalah.mikro[0].pembanding is not None
    assert innovation.isu.global_[0].agenda == "Fakta"
    assert innovation.indikator[16].tahun == (2024,)


def test_a_template_with_a_name_alone_is_a_facts_file(tmp_path: Path) -> None:
    path = tmp_path / "fakta.yaml"
    path.write_text(facts_template(), encoding="utf-8")
    with pytest.raises(FactsError) as caught:
        load_innovation(path)
    (problem,) = caught.value.problems
    assert problem.field == "nama_inovasi"
    assert problem.line is not None
    assert facts_template().splitlines()[problem.line - 1].startswith("nama_inovasi:")
    path.write_text(facts_template().replace("nama_inovasi:  ", "nama_inovasi: X  ", 1), encoding="utf-8")
    assert [fact.id for fact in load_innovation(path).facts()] == ["nama_inovasi"]


def test_the_template_reads_well() -> None:
    template = facts_template("../skema.json")
    lines = template.splitlines()
    assert lines[0] == "# yaml-language-server: $schema=../skema.json"
    assert "\t" not in template
    assert template.endswith("\n")
    assert not re.search(r"[ \t]$|\n{4}", template, re.MULTILINE)
    assert max(len(line) for line in lines) <= 140
    for name in fields_of(Innovation):
        assert re.search(rf"^(?:# )?{name}:", template, re.MULTILINE), name
