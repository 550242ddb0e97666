"""A narrative file corrected in a copy: the words change, everything else stays, nothing is lost."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inovasi_ai import check, draft, export, fix_file, load_narrative
from inovasi_ai.errors import InputError, OptionError, TextError
from tests.examples import COMPLETE, loaded

FAULTY = "Disamping itu, perijinan di kelola desa."
RIGHT = "Di samping itu, perizinan dikelola desa."


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_copy_stands_beside_and_the_source_stays(tmp_path: Path) -> None:
    source = tmp_path / "naskah.md"
    source.write_text(f"Tujuan\n{FAULTY}\n", encoding="utf-8")
    fixed = fix_file(source)
    assert fixed.target == tmp_path / "naskah.diperbaiki.md"
    assert fixed.target.read_text(encoding="utf-8") == f"Tujuan\n{RIGHT}\n"
    assert source.read_text(encoding="utf-8") == f"Tujuan\n{FAULTY}\n"
    assert [(c.before, c.after, c.section, c.place) for c in fixed.changes] == [
        ("Disamping", "Di samping", "tujuan", "baris 2"),
        ("perijinan", "perizinan", "tujuan", "baris 2"),
        ("di kelola", "dikelola", "tujuan", "baris 2"),
    ]


@pytest.mark.parametrize(
    ("encoding", "end"), [("utf-8", "\r\n"), ("utf-8-sig", "\n"), ("utf-16", "\r\n"), ("utf-8", "\r")]
)
def test_encoding_and_line_ends_of_a_text_stay(tmp_path: Path, encoding: str, end: str) -> None:
    source = tmp_path / "a.txt"
    text = end.join(["Tujuan", "Satu ijin.", "", "Dua ijin.", "Manfaat", FAULTY, ""])
    source.write_bytes(text.encode(encoding))
    fixed = fix_file(source)
    assert fixed.target is not None
    expected = text.replace("ijin.", "izin.").replace(FAULTY, RIGHT)
    assert fixed.target.read_bytes() == expected.encode(encoding)


def test_nothing_to_correct_writes_nothing(tmp_path: Path) -> None:
    source = tmp_path / "a.md"
    source.write_text("Tujuan\nHasilnya luar biasa.\n", encoding="utf-8")
    fixed = fix_file(source)
    assert (fixed.target, fixed.changes) == (None, ())
    assert [(finding.rule, finding.place) for finding in fixed.left] == [("bahasa.promosi", "baris 2")]
    assert list(tmp_path.iterdir()) == [source]


def test_a_file_that_is_there_is_written_over_only_on_request(tmp_path: Path) -> None:
    source, other = tmp_path / "a.md", tmp_path / "a.diperbaiki.md"
    source.write_text(FAULTY, encoding="utf-8")
    other.write_text("lama", encoding="utf-8")
    for target in (None, other, source):
        with pytest.raises(OptionError, match="--paksa"):
            fix_file(source, target)
    assert (source.read_text(encoding="utf-8"), other.read_text(encoding="utf-8")) == (FAULTY, "lama")
    assert fix_file(source, source, overwrite=True).target == source
    assert source.read_text(encoding="utf-8") == RIGHT


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.yaml", b"nama_inovasi: A", "berkas fakta"),
        ("a.html", b"<p>ijin</p>", "tidak diperbaiki"),
        ("a.json", b"{}", "bukan naskah"),
        ("a.pdf", b"%PDF", "belum dapat dibaca"),
        ("a.docx", b"ijin", "rusak"),
        ("a.md", b"\xff\xfei\x00", "kosong|rusak|UTF"),
        ("tidak_ada.md", None, "tidak ditemukan"),
    ],
)
def test_what_cannot_be_fixed_is_told(tmp_path: Path, name: str, content: bytes | None, says: str) -> None:
    source = tmp_path / name
    if content is not None:
        source.write_bytes(content)
    if name == "a.md":
        source.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match=says):
        fix_file(source)
    assert not (tmp_path / f"a.diperbaiki{source.suffix}").exists()


def test_the_kind_of_file_cannot_change(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(FAULTY, encoding="utf-8")
    with pytest.raises(OptionError, match=r"\.md"):
        fix_file(tmp_path / "a.md", tmp_path / "b.docx")


def word_file(path: Path) -> Path:
    document = docx.Document()
    document.add_heading("Tujuan Inovasi", 1)
    paragraph = document.add_paragraph("Disamping itu, per")
    paragraph.add_run("iji").italic = True
    paragraph.add_run("nan di ")
    paragraph.add_run("kelola").bold = True
    paragraph.add_run(" Bagian R&D warga < 5 <b>.")
    document.add_paragraph("resiko di\tkelola", style="List Bullet")
    table = document.add_table(2, 2)
    table.style = "Table Grid"
    for row, (left, right) in enumerate([("Manfaat", "Warga menerima akte."), ("Hasil", "Antrian turun.")]):
        table.cell(row, 0).text, table.cell(row, 1).text = left, right
    document.sections[0].header.paragraphs[0].text = "Ijin tetap di kepala halaman"
    document.save(str(path))
    return path


def test_a_word_document_keeps_its_format_and_every_other_part(tmp_path: Path) -> None:
    source = word_file(tmp_path / "naskah.docx")
    fixed = fix_file(source)
    assert fixed.target is not None
    before, after = parts(source), parts(fixed.target)
    assert list(before) == list(after)
    assert [name for name in before if before[name] != after[name]] == ["word/document.xml"]
    document = docx.Document(str(fixed.target))
    runs = [(run.text, run.bold, run.italic) for run in document.paragraphs[1].runs]
    assert runs == [
        ("Di samping itu, per", None, None),
        ("izi", None, True),
        ("nan di", None, None),
        ("kelola", True, None),
        (" Bagian R&D warga < 5 <b>.", None, None),
    ]
    assert document.paragraphs[2].text == "risiko di\tkelola"
    assert document.paragraphs[2].style is not None
    assert document.paragraphs[2].style.name == "List Bullet"
    assert [cell.text for cell in document.tables[0]._cells] == [
        "Manfaat", "Warga menerima akta.", "Hasil", "Antrean turun.",
    ]  # fmt: skip
    assert document.tables[0].style is not None
    assert document.tables[0].style.name == "Table Grid"
    assert {change.place for change in fixed.changes} == {
        "paragraf 2, “Disamping itu, perijinan di kelola …”",
        "paragraf 3, “resiko di kelola”",
        "tabel 1, baris 1",
        "tabel 1, baris 2",
    }
    (tab,) = [finding for finding in fixed.left if "tabulasi" in finding.message]
    assert (tab.excerpt, tab.place) == ("di\tkelola", "paragraf 3, “resiko di kelola”")


def test_a_blank_at_the_edge_of_a_run_is_not_lost(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Layanan")
    paragraph.add_run("di").bold = True
    paragraph.add_run("antara warga.")
    paragraph.runs[0].text = "Layanan "
    source = tmp_path / "a.docx"
    document.save(str(source))
    fixed = fix_file(source)
    assert fixed.target is not None
    assert docx.Document(str(fixed.target)).paragraphs[0].text == "Layanan di antara warga."


def test_a_signed_document_is_left_alone(tmp_path: Path) -> None:
    source = word_file(tmp_path / "a.docx")
    with zipfile.ZipFile(source, "a") as archive:
        archive.writestr("_xmlsignatures/sig1.xml", "<x/>")
    with pytest.raises(TextError, match="bertanda tangan digital"):
        fix_file(source)
    assert list(tmp_path.iterdir()) == [source]


CUT = ["ijin", "di ", "kelola", " ", "warga", "Dis", "amping", "resi", "ko", "& <", "Rp. 5", ".000,-", ". "]
pieces = st.lists(st.sampled_from(CUT), min_size=1, max_size=10)


@given(st.lists(pieces, min_size=1, max_size=4))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_however_runs_are_cut_the_text_is_the_fixed_text(tmp_path: Path, paragraphs: list[list[str]]) -> None:
    document = docx.Document()
    for runs in paragraphs:
        paragraph = document.add_paragraph()
        for position, run in enumerate(runs):
            paragraph.add_run(run).bold = bool(position % 2)
    source, text = tmp_path / "a.docx", tmp_path / "a.txt"
    document.save(str(source))
    text.write_text("\n".join("".join(runs) for runs in paragraphs), encoding="utf-8")
    try:
        as_text = fix_file(text, tmp_path / "b.txt", overwrite=True)
    except TextError:  # nothing but blanks
        return
    as_word = fix_file(source, tmp_path / "b.docx", overwrite=True)
    assert [(c.before, c.after) for c in as_word.changes] == [(c.before, c.after) for c in as_text.changes]
    if as_word.target is not None and as_text.target is not None:
        shown = "\n".join(paragraph.text for paragraph in docx.Document(str(as_word.target)).paragraphs)
        assert shown == as_text.target.read_text(encoding="utf-8")
        assert fix_file(as_word.target, tmp_path / "c.docx", overwrite=True).changes == ()


@pytest.mark.parametrize("name", COMPLETE)
@pytest.mark.parametrize("suffix", [".docx", ".md", ".json"])
def test_composed_drafts_have_nothing_to_correct(tmp_path: Path, name: str, suffix: str) -> None:
    innovation = loaded(name)
    source = export(draft(innovation), tmp_path / f"a{suffix}", innovation=innovation)
    assert fix_file(source, innovation=innovation).changes == ()


def test_a_draft_keeps_its_facts_and_tells_of_it(tmp_path: Path) -> None:
    innovation = loaded(COMPLETE[0])
    source = export(draft(innovation), tmp_path / "a.json", innovation=innovation)
    content = json.loads(source.read_text(encoding="utf-8"))
    sentence = content["sections"][1]["paragraphs"][0]["items"][0]
    sentence["text"] = "Disamping itu, " + sentence["text"]
    source.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    fixed = fix_file(source, innovation=innovation)
    assert fixed.target is not None
    made = json.loads(fixed.target.read_text(encoding="utf-8"))
    new = made["sections"][1]["paragraphs"][0]["items"][0]
    assert new["text"] == sentence["text"].replace("Disamping", "Di samping")
    assert new["facts"] == sentence["facts"]
    assert "1 penggantian" in made["provenance"]["history"][-1]
    assert made["teks"][made["sections"][1]["id"]].startswith("Di samping itu")


def test_what_is_fixed_is_what_is_checked(tmp_path: Path) -> None:
    source = word_file(tmp_path / "naskah.docx")
    fixed = fix_file(source)
    assert fixed.target is not None
    found = [f for f in check(load_narrative(fixed.target)).findings if f.rule.startswith("bahasa.") and f.replacement]
    assert [finding.excerpt for finding in found] == ["di\tkelola"]


NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PECULIAR = (
    '<w:p><w:ins w:id="1"><w:r><w:t xml:space="preserve">Warga minta </w:t></w:r></w:ins>'
    "<w:del><w:r><w:delText>ijin lama</w:delText></w:r></w:del>"
    '<w:hyperlink w:anchor="ijin"><w:r><w:t>ijin</w:t></w:r></w:hyperlink>'
    '<w:r><w:t xml:space="preserve"> &amp; &lt;resiko&gt; </w:t></w:r>'
    "<w:sdt><w:sdtContent><w:r><w:t><![CDATA[aktifitas]]></w:t></w:r></w:sdtContent></w:sdt>"
    "<w:r><w:instrText>ijin</w:instrText></w:r></w:p><w:p><w:r><w:t>per&#105;jinan &gt; 2</w:t></w:r></w:p>"
)


def raw_document(path: Path, body: str, head: str = '<?xml version="1.0" encoding="UTF-8"?>') -> Path:
    xml = f'{head}<w:document xmlns:w="{NAMESPACE}"><w:body>{body}</w:body></w:document>'
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", xml.encode("utf-16" if "UTF-16" in head else "utf-8"))
    return path


def test_tracked_changes_links_fields_and_escapes_stay_what_they_are(tmp_path: Path) -> None:
    fixed = fix_file(raw_document(tmp_path / "a.docx", PECULIAR))
    assert fixed.target is not None
    xml = parts(fixed.target)["word/document.xml"].decode()
    expected = PECULIAR.replace("<w:t>ijin</w:t>", "<w:t>izin</w:t>").replace("resiko", "risiko")
    expected = expected.replace("<![CDATA[aktifitas]]>", "aktivitas").replace("per&#105;jinan", "perizinan")
    assert xml.endswith(f"<w:body>{expected}</w:body></w:document>")


def test_a_document_in_another_encoding_is_left_alone(tmp_path: Path) -> None:
    head = '<?xml version="1.0" encoding="UTF-16"?>'
    source = raw_document(tmp_path / "a.docx", "<w:p><w:r><w:t>ijin</w:t></w:r></w:p>", head)
    with pytest.raises(TextError, match="UTF-8"):
        fix_file(source)
    assert list(tmp_path.iterdir()) == [source]
