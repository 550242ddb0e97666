"""Templates and word lists of one's own, and what their author is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from inovasi_ai import Draft, draft
from inovasi_ai.errors import TemplateError
from inovasi_ai.sources import innovation_from_mapping
from tests.examples import loaded


def override(folder: Path, name: str, text: str) -> Draft:
    path = folder / "iga" / "composer" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return draft(loaded("mas_jos"), prompts=folder)


def test_one_template_of_a_users_folder_replaces_the_shipped_one(tmp_path: Path) -> None:
    naskah = override(tmp_path, "tujuan.j2", "{% kalimat %}Maksudnya {{ tujuan[0].uraian|sambung }}{% endkalimat %}")
    assert naskah["tujuan"].text == "Maksudnya mengurangi volume sampah harian Kota Yogyakarta."
    assert naskah["hasil"].text == draft(loaded("mas_jos"))["hasil"].text


def test_word_lists_of_a_users_folder_are_used(tmp_path: Path) -> None:
    shipped = Path(__file__).resolve().parents[2] / "prompts" / "kata.yaml"
    words = shipped.read_text(encoding="utf-8").replace("cacah: [tercatat, sebanyak]", "cacah: [berjumlah]")
    (tmp_path / "kata.yaml").write_text(words, encoding="utf-8")
    problem = {"indikator": "penduduk lansia", "nilai": "41.207 jiwa"}
    innovation = innovation_from_mapping({"nama_inovasi": "X", "masalah": {"makro": [problem]}})
    (sentence,) = draft(innovation, prompts=tmp_path).sentences
    assert sentence.text == "Penduduk lansia berjumlah 41.207 jiwa."


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("\n{% kalimat %}{{ tujuannya }}{% endkalimat %}", "tujuannya"),
        ("\n{% kalimat %}{{ tujuan[0].sasarannya }}{% endkalimat %}", "sasarannya"),
        ("\n{% if tujuan %}", "rusak"),
        ("\n{% kalimat %}Semua akan indah.{% endkalimat %}", "tidak memuat fakta"),
        ("\n{% kalimat %}{{ tujuan[0].awal|sambung }}{% endkalimat %}", "hanya untuk fakta yang ada"),
        ("\n{% kalimat %}{{ tujuan[0].uraian|tak_dikenal }}{% endkalimat %}", "tak_dikenal"),
        ("\n{% kalimat %}{{ 1 + nama_inovasi }}{% endkalimat %}", "tidak dapat dijalankan"),
    ],
)
def test_a_template_that_is_wrong_is_told_with_file_and_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(TemplateError) as caught:
        override(tmp_path, "tujuan.j2", text)
    (problem,) = caught.value.problems
    assert message in str(problem)
    assert problem.file is not None
    assert problem.file.endswith("iga/composer/tujuan.j2")
    assert problem.line == 2


@pytest.mark.parametrize(
    ("words", "message"), [("[satu]", "daftar kata"), ("kembar: [di]", "tidak ada atau kosong"), ("a: [", "YAML")]
)
def test_word_lists_that_are_wrong_are_told_with_their_file(tmp_path: Path, words: str, message: str) -> None:
    (tmp_path / "kata.yaml").write_text(words, encoding="utf-8")
    with pytest.raises(TemplateError) as caught:
        draft(loaded("mas_jos"), prompts=tmp_path)
    assert message in str(caught.value)
    assert "kata.yaml" in str(caught.value)


def test_templates_cannot_reach_python(tmp_path: Path) -> None:
    with pytest.raises(TemplateError):
        override(tmp_path, "tujuan.j2", "{% kalimat %}{{ tujuan.__class__.__mro__ }}{% endkalimat %}")
