"""`fix_file`: the certain language errors of a narrative file corrected in a copy that keeps everything else."""

from __future__ import annotations

import bisect
import os
import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from inovasi_ai.checking.fixing import Change, fix_text, written
from inovasi_ai.checking.intake import stretches
from inovasi_ai.checking.language_rules import LanguageRules
from inovasi_ai.domain.draft import Draft, DraftSection, Sentence
from inovasi_ai.domain.innovation import Innovation
from inovasi_ai.domain.report import Finding
from inovasi_ai.domain.rubric import Rubric, load_rubric
from inovasi_ai.errors import OptionError, Problem, TextError
from inovasi_ai.exporting.atomic import write_atomic
from inovasi_ai.sources.narrative import Narrative, load_narrative
from inovasi_ai.sources.reading import decoded, fail, read_bytes, text_encoding

__all__ = ["FIXABLE", "FileChange", "FixedFile", "certain_fixes", "fix_file", "fixed_name"]

FIXABLE = (".docx", ".md", ".markdown", ".txt", ".text", ".json")
"""Suffixes of the files that can be fixed; `.json` is a draft that this program wrote."""
_MARK = ".diperbaiki"


@dataclass(frozen=True, slots=True)
class FileChange:
    """One replacement in a file."""

    before: str
    after: str
    rules: tuple[str, ...]
    section: str | None
    """Id of the section it stands in, None outside of them."""
    place: str
    """Where it stands, for a reader: `baris 12`, `paragraf 7`; of a draft, the section's title."""


@dataclass(frozen=True, slots=True)
class FixedFile:
    """What was corrected in a file, and what was not."""

    source: Path
    target: Path | None
    """The corrected copy; None when there was nothing to correct, and nothing was written."""
    changes: tuple[FileChange, ...]
    left: tuple[Finding, ...]
    """What the language rules still say of the corrected text: the writer's to decide."""


def fixed_name(path: str | os.PathLike[str]) -> Path:
    """Where the corrected copy of a file goes by default: `naskah.diperbaiki.docx` beside `naskah.docx`."""
    file = Path(path)
    return file.with_name(f"{file.stem}{_MARK}{file.suffix}")


def fix_file(
    path: str | os.PathLike[str],
    target: str | os.PathLike[str] | None = None,
    *,
    rubric: Rubric | str | None = None,
    innovation: Innovation | None = None,
    language: LanguageRules | None = None,
    overwrite: bool = False,
) -> FixedFile:
    """Correct what is certainly wrong in the language of a `.docx`, `.md`, `.txt` or exported `.json` narrative.

    The copy goes to `target`, by default `fixed_name(path)`, whole or not at all; everything but the words that were
    replaced is kept as it is, the format of a Word document too. Figures, titles of regulations, names (that of
    `innovation` and the document's title among them), quotations and addresses stay as they are. A file that is there
    already, the source above all, is written over only with `overwrite`.

    Raises `TextError` for a file that cannot be read or fixed, `OptionError` for a target of another kind or one that
    exists, `OutputError` when it cannot be written.
    """
    source = Path(path)
    if not isinstance(rubric, Rubric):
        rubric = load_rubric(rubric)
    suffix = source.suffix.casefold()
    goal = fixed_name(source) if target is None else Path(target)
    _check_goal(goal, source, overwrite=overwrite)
    _check_kind(source, suffix)
    data, changes, left = _fixed(source, rubric, innovation, language)
    if not changes:
        return FixedFile(source, None, (), left)
    return FixedFile(source, write_atomic(goal, data), changes, left)


def certain_fixes(
    path: str | os.PathLike[str],
    *,
    rubric: Rubric,
    innovation: Innovation | None = None,
    language: LanguageRules | None = None,
) -> tuple[int, int]:
    """What `fix_file` would do: how many replacements it makes, and how many certain ones it leaves to the writer."""
    _, changes, left = _fixed(Path(path), rubric, innovation, language)
    return len(changes), sum(finding.replacement is not None for finding in left)


def _fixed(source: Path, rubric: Rubric, innovation: Innovation | None, language: LanguageRules | None) -> _Result:
    names = () if innovation is None else (innovation.nama_inovasi,)
    made = _fixed_draft if source.suffix.casefold() == ".json" else _fixed_narrative
    return made(source, rubric, names, language)


def _check_kind(source: Path, suffix: str) -> None:
    if suffix in (".yaml", ".yml"):
        message, expected = "berkas fakta tidak diperbaiki", "naskahnya: .docx, .md, .txt, atau naskah .json"
    elif suffix in (".html", ".htm"):
        message, expected = "halaman web diperiksa, tetapi tidak diperbaiki", "naskah .docx, .md, atau .txt"
    else:
        return  # readable kinds, and all that reading refuses by itself
    raise fail(TextError, str(source), message, expected=expected)


def _check_goal(goal: Path, source: Path, *, overwrite: bool) -> None:
    if goal.suffix.casefold() != source.suffix.casefold():
        raise OptionError(
            Problem(
                "Hasil perbaikan berjenis sama dengan berkas asalnya",
                found=str(goal),
                expected=f"nama berkas yang berakhiran {source.suffix or '.docx'}",
            )
        )
    if not overwrite and goal.exists():
        same = os.path.realpath(goal) == os.path.realpath(source)
        raise OptionError(
            Problem(
                "Hasil perbaikan akan menimpa berkas asalnya" if same else f"{goal} sudah ada dan tidak ditimpa",
                found=str(goal) if same else None,
                expected="nama lain pada -o, atau tambahkan --paksa",
            )
        )


_Result = tuple[bytes, tuple[FileChange, ...], tuple[Finding, ...]]


def _fixed_narrative(source: Path, rubric: Rubric, names: Collection[str], language: LanguageRules | None) -> _Result:
    narrative = load_narrative(source, rubric)
    data = read_bytes(source, TextError)
    if narrative.title != source.stem:
        names = (*names, narrative.title)
    word = source.suffix.casefold() == ".docx"
    changes: list[Change] = []
    told: list[FileChange] = []
    left: list[Finding] = []
    for stretch in stretches(narrative, rubric):
        if stretch.form or stretch.place is None:
            continue  # of the filled-in form nothing is expected, see `Stretch.form`
        fixed = fix_text(stretch.text, stretch.id, names=names, rules=language)
        moved = [replace(c, start=c.start + stretch.start, end=c.end + stretch.start) for c in fixed.changes]
        for change in moved:
            place = stretch.place(change.start - stretch.start)
            if not word or _stands_in_runs(change, narrative):
                changes.append(change)
                told.append(FileChange(change.before, change.after, change.rules, stretch.id, place))
            else:
                left.append(_by_hand(change, stretch.id, place))
        left += _placed(fixed.left, _as_given(fixed.changes, stretch.place))
    if not changes:
        return data, (), tuple(left)
    if word:
        from inovasi_ai.exporting.docx_fixing import replaced_in_docx

        new = replaced_in_docx(data, str(source), narrative.text, narrative.runs, changes)
    else:
        new = _replaced_in_text(data, str(source), changes)
    return new, tuple(told), tuple(left)


def _stands_in_runs(change: Change, narrative: Narrative) -> bool:
    from inovasi_ai.exporting.docx_fixing import writable  # only a Word document pays for it

    return writable(change, narrative.runs)


def _by_hand(change: Change, section: str | None, place: str) -> Finding:
    return Finding(
        rule=change.rules[0],
        severity="warning",
        message=f"“{change.before}” tidak dapat diganti di tempatnya, karena terpisah oleh tabulasi atau tanda daftar.",
        fix=f"Tulis sendiri “{change.after}”.",
        section=section,
        excerpt=change.before,
        place=place,
    )


def _as_given(changes: Sequence[Change], place: Callable[[int], str]) -> Callable[[int], str]:
    """`place` for offsets of the corrected text."""
    starts, shifts, shift = [0], [0], 0
    for change in changes:
        shift += len(change.after) - (change.end - change.start)
        starts.append(change.end + shift)
        shifts.append(shift)
    return lambda offset: place(max(0, offset - shifts[bisect.bisect_right(starts, offset) - 1]))


def _placed(findings: Iterable[Finding], place: Callable[[int], str]) -> list[Finding]:
    return [
        finding.model_copy(update={"place": place(finding.span.start if finding.span else 0)}) for finding in findings
    ]


def _replaced_in_text(data: bytes, file: str, changes: Sequence[Change]) -> bytes:
    """The bytes of a text file with changes of its text, whose lines end with `\\n`, written into them."""
    encoding, mark = text_encoding(data)
    text = decoded(data, file, TextError)
    # Offsets of the text at which a line end of two characters became one.
    pairs = [match.start() - order for order, match in enumerate(re.finditer("\r\n", text))]

    def given(offset: int) -> int:
        return offset + bisect.bisect_left(pairs, offset)

    moved = [replace(change, start=given(change.start), end=given(change.end)) for change in changes]
    return mark + written(text, moved).encode(encoding)


def _fixed_draft(source: Path, rubric: Rubric, names: Collection[str], language: LanguageRules | None) -> _Result:
    from inovasi_ai.exporting.jsonfile import from_json, to_json

    data = read_bytes(source, TextError)
    draft = from_json(data)
    if not isinstance(draft, Draft):
        raise fail(TextError, str(source), "ini laporan pemeriksaan, bukan naskah", expected="naskah .json")
    told: list[FileChange] = []
    left: list[Finding] = []
    sections: list[DraftSection] = []
    for section in draft.sections:
        new: dict[int, Sentence] = {}
        for position, placed in enumerate(section.placed):
            if not isinstance(placed.item, Sentence):
                continue
            fixed = fix_text(placed.item.text, section.id, names=(*names, draft.title), rules=language)
            left += (f.model_copy(update={"place": section.title}) for f in fixed.left)
            if fixed.changes:
                new[position] = placed.item.model_copy(update={"text": fixed.text})
                told += (FileChange(c.before, c.after, c.rules, section.id, section.title) for c in fixed.changes)
        sections.append(_with_sentences(section, new))
    if not told:
        return data, (), tuple(left)
    history = (*draft.provenance.history, f"bahasa diperbaiki: {len(told)} penggantian")
    provenance = draft.provenance.model_copy(update={"history": history})
    made = draft.model_copy(update={"sections": tuple(sections), "provenance": provenance})
    return to_json(made), tuple(told), tuple(left)


def _with_sentences(section: DraftSection, new: dict[int, Sentence]) -> DraftSection:
    """The section with the sentences at these positions among its items replaced."""
    if not new:
        return section
    position = 0
    paragraphs = []
    for paragraph in section.paragraphs:
        items = []
        for item in paragraph.items:
            items.append(new.get(position, item))
            position += 1
        paragraphs.append(paragraph.model_copy(update={"items": tuple(items)}))
    return section.model_copy(update={"paragraphs": tuple(paragraphs)})
