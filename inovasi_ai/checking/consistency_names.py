"""Whether names are written alike: the innovation's as its decree has it, abbreviations, agencies and regions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from inovasi_ai.checking.consistency_words import ConsistencyWords, Told, consistency_words
from inovasi_ai.checking.view import SectionView
from inovasi_ai.domain.innovation import Innovation
from inovasi_ai.domain.report import Finding, Mention, Span
from inovasi_ai.lazy import lazy_pattern

__all__ = ["check_abbreviations", "check_announced_names", "check_name_writing", "check_names_alike"]

_REST = re.compile(r"(?: (?:dan |dan/atau |, )?(?!Kabupaten|Kota|Provinsi)[A-Z][\w'’-]*){1,9}")
"""The capitals after the head of a name; a region's own name is another one."""
_CAPITALS = lazy_pattern(r"[ “\"']{1,3}(?P<name>[A-Z][\w'’+-]*(?: [A-Z][\w'’+-]*){0,5})")
"""What stands in capitals after the word that announces a name."""
_SHORTEST_NAME = 4
_BRACKET = re.compile(r"\(([^()\n]{2,120})\)")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_ABBREVIATION = re.compile(r"[A-Z][A-Za-z0-9-]{1,14}")
_BEFORE = 120
"""Characters before a bracket in which what it abbreviates may stand."""
_SMALL = frozenset(("dan", "di", "ke", "dari", "untuk", "yang", "dengan", "pada", "serta", "atau", "bagi", "of", "the"))
"""Words whose letter an abbreviation may leave out."""
_MOST_NAMES = 40
"""Names of one head and length that are compared with each other."""
_LONG_WORD = 5
_LONG_REGION = 8


def check_name_writing(innovation: Innovation, sections: Sequence[Told]) -> list[Finding]:
    """Writings of the innovation's name other than that of the facts: `Antar Akta` for `ANTAR AKTA`.

    A sentence or heading all in capitals is left alone, and so is a name that may be the ordinary words it is made of.
    """
    name = " ".join(innovation.nama_inovasi.partition("(")[0].strip(" “”\"'").split())
    parts = re.split(r"[\s-]+", name.lower())
    if len(name) < _SHORTEST_NAME:
        return []
    words = consistency_words()
    pattern = re.compile(r"[\s-]{0,2}".join(map(re.escape, parts)) + r"(?!\w)")
    found: dict[str, tuple[SectionView, int, int]] = {}
    for told in sections:
        view = told.view
        for match in pattern.finditer(told.lower):
            start, end = match.span()
            written = " ".join(told.text[start:end].split())
            if written == name or written in found or written.islower() or told.text[start - 1 : start].isalnum():
                continue  # in small letters they are ordinary words: `petugas antar akta ke rumah`
            if len(parts) == 1 and words.announces_name.search(told.lower, max(0, start - 24), start) is None:
                continue
            unit = view.units[view.unit_at(start)]
            if written.isupper() and not any(map(str.islower, told.text[unit.start : unit.end])):
                continue
            found[written] = (view, start, end)
    return [
        Finding(
            rule="konsistensi.penulisan_nama",
            severity="warning",
            message=f"“{written}” berbeda dari penulisan nama inovasi pada faktanya, “{name}”.",
            fix="Tulis nama inovasi persis seperti pada produk hukum yang menetapkannya, di semua bagian.",
            section=view.key,
            span=Span(section=view.key, start=start, end=end),
            excerpt=view.document.text[start:end],
            facts=("nama_inovasi",),
        )
        for written, (view, start, end) in found.items()
    ]


def check_announced_names(sections: Sequence[Told], titles: Mapping[str, str]) -> list[Finding]:
    """Without facts: a name after `inovasi`, `aplikasi` or the like that is written in two ways.

    Only what has a word in capitals of its own is looked at (`ANTAR AKTA`, `Mas JOS`): `Program Keluarga Harapan` may
    be ordinary words with large letters.
    """
    words = consistency_words()
    first: dict[str, tuple[str, Told, int, int]] = {}
    findings: dict[str, Finding] = {}
    for told in sections:
        for _, end in told.phrases(words.name_heads):
            match = _CAPITALS.match(told.text, end)
            if match is None:
                continue
            start, stop = match.span("name")
            written = " ".join(match["name"].split())
            unit = told.view.units[told.view.unit_at(start)]
            if not unit.carries or not any(map(str.islower, told.text[unit.start : min(start, unit.start + 200)])):
                continue  # a heading, or a sentence all in capitals
            known = first.setdefault(written.lower().replace("-", "").replace(" ", ""), (written, told, start, stop))
            if known[0] == written or written in findings or not (_coined(known[0]) or _coined(written)):
                continue
            where = titles.get(known[1].view.key, known[1].view.key)
            findings[written] = Finding(
                rule="konsistensi.penulisan_nama",
                severity="warning",
                message=f"Nama ini di sini ditulis “{written}”, pada {where} “{known[0]}”.",
                fix="Tulis nama inovasi persis seperti pada produk hukum yang menetapkannya, di semua bagian.",
                section=told.view.key,
                span=told.span(start, stop),
                excerpt=told.text[start:stop],
                related=(known[1].span(known[2], known[3]),),
            )
    return list(findings.values())


def _coined(name: str) -> bool:
    """Whether a word of the name has two large letters."""
    return any(sum(map(str.isupper, word)) > 1 for word in name.split())


def check_abbreviations(sections: Sequence[Told], titles: Mapping[str, str]) -> list[Finding]:
    """Abbreviations that are written out in two ways: `SIAP (Sistem Antrean Pasien)`, elsewhere `(Sistem Antri …)`."""
    first: dict[str, tuple[tuple[str, ...], SectionView, int, int]] = {}
    findings: dict[tuple[str, tuple[str, ...]], Finding] = {}
    for told in sections:
        view, text = told.view, told.text
        for short, words, sure in _expansions(text):
            known = first.get(short)
            if known is None:
                if not sure:
                    continue
                known = first[short] = (_said(words), view, words[0].start(), words[-1].end())
            if not sure:
                words = words[-len(known[0]) :]
            said = _said(words)
            if not _of_one_origin(said, known[0], sure) or (short, said) in findings:
                continue
            start, end = words[0].start(), words[-1].end()
            other = known[1].document.text[known[2] : known[3]]
            where = titles.get(known[1].key, known[1].key)
            findings[short, said] = Finding(
                rule="konsistensi.kepanjangan",
                severity="warning",
                message=f"Di sini {short} dipanjangkan menjadi “{text[start:end]}”, pada {where} menjadi “{other}”.",
                fix=f"Pakai satu kepanjangan {short} di semua bagian, menurut dokumen resminya.",
                section=view.key,
                span=Span(section=view.key, start=start, end=end),
                excerpt=text[start:end],
                related=(Span(section=known[1].key, start=known[2], end=known[3]),),
            )
    return list(findings.values())


def _said(words: Sequence[re.Match[str]]) -> tuple[str, ...]:
    return tuple(word[0].casefold() for word in words)


def _of_one_origin(said: tuple[str, ...], known: tuple[str, ...], sure: bool) -> bool:
    """Whether two expansions differ, though both are meant for one thing: they share half of their words."""
    ours, theirs = (tuple(word for word in words if word not in _SMALL) for words in (said, known))
    shorter = min(len(ours), len(theirs))
    if ours[:shorter] == theirs[:shorter] or ours[-shorter:] == theirs[-shorter:]:
        return False  # one only goes on: `Dinas Kesehatan Kabupaten Contoh`
    same = sum(left == right for left, right in zip(ours, theirs, strict=False))
    return 2 * same >= len(theirs) and (sure or len(ours) == len(theirs))


def _expansions(text: str) -> Iterator[tuple[str, list[re.Match[str]], bool]]:
    """Each abbreviation with the words before or in the bracket; whether these are known to be its expansion.

    `Sistem Antrean Pasien (SAP)` and `SAP (Sistem Antrean Pasien)`. Words before a bracket whose letters do not spell
    it may be another expansion of an abbreviation that is spelt elsewhere.
    """
    for bracket in _BRACKET.finditer(text):
        low = max(0, bracket.start() - _BEFORE)
        inside = bracket[1].strip()
        short = _ABBREVIATION.fullmatch(inside) is not None and sum(map(str.isupper, inside)) > 1
        if not short and not text[max(0, bracket.start() - 3) : bracket.start()].rstrip()[-1:].isupper():
            continue
        before = list(_WORD.finditer(text, low, bracket.start()))
        if not before or text[before[-1].end() : bracket.start()].strip(" "):
            continue
        if short:
            spelt = _spelt_by(inside, before)
            yield inside, before[spelt:] if spelt is not None else before, spelt is not None
        elif sum(map(str.isupper, before[-1][0])) > 1:
            words = list(_WORD.finditer(text, bracket.start() + 1, bracket.end() - 1))
            if len(words) > 1 and _stands_for(before[-1][0], words):
                yield before[-1][0], words, True


def _spelt_by(short: str, words: Sequence[re.Match[str]]) -> int | None:
    """Index of the first of the last words that spell an abbreviation with their first letters."""
    at = len(words) - 1
    for letter in reversed([letter.casefold() for letter in short if letter.isalpha()]):
        while at >= 0 and words[at][0].casefold() in _SMALL and words[at][0][0].casefold() != letter:
            at -= 1
        if at < 0 or words[at][0][0].casefold() != letter:
            return None
        at -= 1
    return at + 1


def _stands_for(short: str, words: Sequence[re.Match[str]]) -> bool:
    """Whether the letters of a word occur in order in the words, from the first letter on."""
    letters = [letter.casefold() for letter in short if letter.isalpha()]
    written = "".join(word[0] for word in words).casefold()
    if not letters or not written.startswith(letters[0]) or not words[0][0][0].isupper():
        return False
    rest = iter(written)
    return all(letter in rest for letter in letters)


def check_names_alike(
    sections: Sequence[Told], titles: Mapping[str, str], mentions: Sequence[Mention] = ()
) -> list[Finding]:
    """Agencies and regions whose names differ by a slip: `Dinas … dan Catatan Sipil` for `… Pencatatan Sipil`.

    A name that the facts do not have (`mentions`) is told as such, and not here.
    """
    words = consistency_words()
    doubted = {(m.section, m.start) for m in mentions if m.kind == "name" and m.verdict != "supported"}
    groups: dict[tuple[str, int], dict[tuple[str, ...], tuple[Told, int, int]]] = {}
    findings = []
    for told in sections:
        for start, end in _names(told, words):
            written = tuple(word.lower() for word in _WORD.findall(told.text, start, end))
            group = groups.setdefault((written[0], len(written)), {})
            if written in group or len(group) >= _MOST_NAMES:
                continue
            near = next((known for known in group if _slip(known, written, words)), None)
            group[written] = (told, start, end)
            if near is None or (told.view.key, start) in doubted:
                continue
            first, low, high = group[near]
            where = titles.get(first.view.key, first.view.key)
            findings.append(
                Finding(
                    rule="konsistensi.nama_lembaga",
                    severity="warning",
                    message=f"Di sini tertulis “{told.text[start:end]}”, pada {where} “{first.text[low:high]}”.",
                    fix="Bila keduanya satu, pakai nama resminya di semua bagian.",
                    section=told.view.key,
                    span=told.span(start, end),
                    excerpt=told.text[start:end],
                    related=(first.span(low, high),),
                )
            )
    return findings


def _names(told: Told, words: ConsistencyWords) -> Iterator[tuple[int, int]]:
    """Names of agencies and regions long enough to be mistaken for one another."""
    for start, end in told.phrases(words.named):
        if not told.text[start].isupper():
            continue
        name = _REST.match(told.text, end)
        least = 2 if told.lower[start:end] in words.agencies else 1
        if name is not None and len(_WORD.findall(name[0])) >= least:
            yield start, name.end()


def _slip(first: Sequence[str], second: Sequence[str], words: ConsistencyWords) -> bool:
    """Whether two names of one head and length differ in one long word, and in that by a slip."""
    different = [(left, right) for left, right in zip(first, second, strict=True) if left != right]
    if len(different) != 1:
        return False
    left, right = different[0]
    if first[0] in words.regions:
        return min(len(left), len(right)) >= _LONG_REGION and left[0] == right[0] and _one_edit(left, right)
    if min(len(left), len(right)) < _LONG_WORD:
        return False
    return _one_edit(left, right) or left in right or right in left


def _one_edit(left: str, right: str) -> bool:
    """Whether one letter more, less or other, or two neighbours changed about, make the two words one."""
    if abs(len(left) - len(right)) > 1:
        return False
    start = 0
    while start < min(len(left), len(right)) and left[start] == right[start]:
        start += 1
    left, right = left[start:], right[start:]
    changed_about = left[:2] == right[1::-1] and left[2:] == right[2:]
    return changed_about or left[1:] == right[1:] or left[1:] == right or left == right[1:]
