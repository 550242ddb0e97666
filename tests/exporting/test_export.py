from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from inovasi_ai.domain.draft import DraftSection, Paragraph, Sentence
from inovasi_ai.errors import OptionError, OutputError
from inovasi_ai.exporting import SUFFIXES, export
from tests.exporting import sample

MAGIC = {".docx": b"PK\x03\x04", ".md": b"# ", ".json": b"{\n", ".html": b"<!DOCTYPE html>"}


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("what", [sample.draft(), sample.report()], ids=["draft", "report"])
def test_the_suffix_chooses_the_format(tmp_path: Path, suffix: str, what: object) -> None:
    assert isinstance(what, type(sample.draft()) | type(sample.report()))
    path = export(what, tmp_path / "baru" / f"hasil{suffix.upper()}")
    assert path == tmp_path / "baru" / f"hasil{suffix.upper()}"
    assert path.read_bytes().lstrip().startswith(MAGIC[suffix])


def test_a_pair_gives_the_same_page_whichever_comes_first(tmp_path: Path) -> None:
    draft, report = sample.draft(), sample.report()
    one = export(draft, tmp_path / "a.html", report=report).read_bytes()
    assert export(report, tmp_path / "b.html", draft=draft).read_bytes() == one
    assert export(report, str(tmp_path / "c.html")).read_bytes() != one


def test_json_holds_what_was_asked_for_alone(tmp_path: Path) -> None:
    path = export(sample.draft(), tmp_path / "naskah.json", report=sample.report())
    assert json.loads(path.read_text(encoding="utf-8"))["jenis"] == "naskah"


@pytest.mark.parametrize("name", ["naskah.pdf", "naskah", "naskah.docx.bak", ".md"])
def test_an_unknown_suffix_names_the_known_ones(tmp_path: Path, name: str) -> None:
    with pytest.raises(OptionError) as caught:
        export(sample.draft(), tmp_path / name)
    assert all(suffix in str(caught.value) for suffix in SUFFIXES)
    assert not list(tmp_path.iterdir())


def test_a_report_about_another_text_is_refused(tmp_path: Path) -> None:
    design, *others = sample.draft().sections
    items = (Sentence(text="Kalimat baru."),)
    changed = DraftSection(id=design.id, title=design.title, paragraphs=(Paragraph(items=items),))
    newer = sample.draft().model_copy(update={"sections": (changed, *others)})
    with pytest.raises(OptionError, match="bukan laporan atas naskah ini: bagian Rancang Bangun"):
        export(newer, tmp_path / "naskah.docx", report=sample.report())
    with pytest.raises(OptionError, match="Dua naskah yang berbeda"):
        export(newer, tmp_path / "naskah.docx", draft=sample.draft())
    assert not list(tmp_path.iterdir())


def test_a_failed_export_leaves_the_old_file(tmp_path: Path) -> None:
    (tmp_path / "naskah.md").write_text("lama")
    with pytest.raises(OutputError, match="bukan folder"):
        export(sample.draft(), tmp_path / "naskah.md" / "naskah.md")
    assert (tmp_path / "naskah.md").read_text() == "lama"


def test_the_face_of_the_package_is_light() -> None:
    script = (
        "import sys, inovasi_ai.exporting; print([m for m in ('docx', 'jinja2', 'lxml', 'openai') if m in sys.modules])"
    )
    shown = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, cwd=Path(__file__).parents[2]
    )
    assert shown.stdout.strip() == b"[]"


def test_a_report_of_another_text_and_facts_of_another_innovation_are_refused(tmp_path: Path) -> None:
    from inovasi_ai import check, draft, export
    from tests.examples import loaded

    mine, other = loaded("mas_jos"), loaded("speling")
    naskah = draft(mine)
    for suffix in (".docx", ".md", ".html", ".json"):
        with pytest.raises(OptionError, match="bukan laporan atas naskah ini"):
            export(naskah, tmp_path / f"a{suffix}", report=check("teks lain sama sekali"))
        with pytest.raises(OptionError, match="bukan fakta asal"):
            export(naskah, tmp_path / f"a{suffix}", innovation=other)
        with pytest.raises(OptionError, match="bukan fakta asal"):
            export(check(naskah, mine), tmp_path / f"a{suffix}", innovation=other)
    assert list(tmp_path.iterdir()) == []
