"""Are contradictions that were planted into truthful drafts told, and truthful ones left alone?

    python benchmarks/consistency.py [TEXTS]

Each kind of contradiction is planted once into each draft of `examples/`, as often as there are places for it: by a
seeded choice, in words of this program. Printed are, for each kind, how many were planted, how many were told, and how
many findings of agreement the same texts had before. TEXTS is a JSONL file of real texts (`id`, `sections`) in which
nothing is planted: every finding of agreement in them is printed, to be judged by eye.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from inovasi_ai import Innovation, Report, check, draft
from inovasi_ai.text.document import Document
from inovasi_ai.text.formatting import format_number

Texts = dict[str, str]
EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
_SEED = 20260
_RULE = "konsistensi."


def figures(texts: Texts, chance: random.Random) -> Iterator[Texts]:
    """A sentence of one section is told again in another, with another figure."""
    for section, text in texts.items():
        for mention in Document(text).quantities:
            document = Document(text)
            sentence = document.sentence_at(mention.start)
            said = text[sentence.start : sentence.end].strip()
            value = int(mention.quantity.low)
            if mention.quantity.low != value or value < 10 or mention.text.count(" ") > 2:
                continue
            written = re.match(r"[0-9.]+", mention.text)
            if written is None or said.count(written[0]) != 1:
                continue
            other = chance.choice([name for name in texts if name != section])
            changed = said.replace(written[0], format_number(mention.quantity.low + chance.choice((2, 7, 11))))
            yield {**texts, other: f"{texts[other]}\n{changed}"}


def totals(texts: Texts, chance: random.Random) -> Iterator[Texts]:
    """A total and parts that do not make it."""
    for _ in range(20):
        parts = [chance.randint(12, 180) for _ in range(chance.choice((2, 3)))]
        kinds = chance.choice((("laki-laki", "perempuan", "lansia"), ("petani", "nelayan", "pedagang")))
        total = sum(parts) + chance.choice((-5, -1, 1, 4, 10))
        listed = [f"{count} {kind}" for count, kind in zip(parts, kinds, strict=False)]
        opening = chance.choice(("terdiri atas", "terdiri dari", "dengan rincian", "terbagi atas"))
        said = (
            f"Kegiatan ini diikuti {max(total, max(parts))} orang, {opening} {', '.join(listed[:-1])} dan {listed[-1]}."
        )
        if max(total, max(parts)) != sum(parts):
            yield {**texts, "hasil": f"{texts['hasil']}\n{said}"}


def starts(texts: Texts, chance: random.Random) -> Iterator[Texts]:
    """Two years in which the innovation began."""
    for _ in range(20):
        first, second = chance.sample(range(2021, 2026), 2)
        how = chance.choice(
            ("mulai diterapkan pada tahun", "diterapkan sejak", "mulai beroperasi pada", "diluncurkan pada tahun")
        )
        where = chance.sample(sorted(texts), 2)
        planted = dict(texts)
        for section, year in zip(where, (first, second), strict=True):
            planted[section] += f"\nInovasi ini {how} {year}."
        yield planted


def agencies(texts: Texts, chance: random.Random) -> Iterator[Texts]:
    """The name of one agency, once with a letter lost, doubled or changed about."""
    names = (
        "Dinas Kependudukan dan Pencatatan Sipil",
        "Dinas Pemberdayaan Masyarakat dan Desa",
        "Badan Penanggulangan Bencana Daerah",
    )
    for _ in range(20):
        name = chance.choice(names)
        words = name.split()
        place = chance.choice([at for at, word in enumerate(words) if len(word) > 6])
        word, at = words[place], chance.randint(2, len(words[place]) - 3)
        slips = (
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        )
        words[place] = chance.choice(slips)
        if words[place] != word:
            said = {
                "manfaat": f"Layanan ini dijalankan bersama {name}.",
                "hasil": f"Data dicatat oleh {' '.join(words)}.",
            }
            yield {**texts, **{section: f"{texts[section]}\n{line}" for section, line in said.items()}}


def names(texts: Texts, chance: random.Random, name: str) -> Iterator[Texts]:
    """The innovation's name in another writing."""
    for writing in {name.title(), name.upper(), name.replace(" ", ""), name.replace(" ", "-"), name.capitalize()} - {
        name
    }:
        section = chance.choice(sorted(texts))
        yield {**texts, section: f"{texts[section]}\nWarga menyambut inovasi {writing} dengan baik."}


def told(report: Report) -> int:
    """How many findings of agreement a report has."""
    return sum(finding.rule.startswith(_RULE) for finding in report.findings)


def main(arguments: list[str]) -> None:
    """Plant, check, print."""
    kinds: dict[str, Callable[[Texts, random.Random], Iterator[Texts]]] = {
        "figure": figures,
        "total": totals,
        "start": starts,
        "agency": agencies,
    }
    counts = {kind: [0, 0] for kind in (*kinds, "name")}
    clean = 0
    for path in sorted(EXAMPLES.glob("*.yaml")):
        if path.name.endswith(".harapan.yaml"):
            continue
        innovation = Innovation.load(path)
        texts = dict(draft(innovation).texts)
        clean += told(check(texts)) + told(check(texts, innovation))
        chance = random.Random(_SEED)
        for kind, plant in kinds.items():
            for planted in plant(texts, chance):
                counts[kind][0] += 1
                counts[kind][1] += told(check(planted)) > 0
        name = innovation.nama_inovasi.partition("(")[0].strip()
        for planted in names(texts, chance, name):
            counts["name"][0] += 1
            counts["name"][1] += told(check(planted, innovation)) > 0
    print(f"{'contradiction':16}{'planted':>9}{'told':>7}")
    for kind, (planted_count, found) in counts.items():
        print(f"{kind:16}{planted_count:9}{found:7}  {found / max(planted_count, 1):.3f}")
    print(f"findings in the drafts before anything was planted, with and without facts: {clean}")
    if arguments:
        rows = [json.loads(line) for line in Path(arguments[0]).read_text(encoding="utf-8").splitlines()]
        number = 0
        for row in rows:
            sections = {
                key: value if isinstance(value, str) else value["text"] for key, value in row["sections"].items()
            }
            for finding in check(sections).findings:
                if finding.rule.startswith(_RULE):
                    number += 1
                    print(f"{row['id']}: {finding.rule}: {finding.message}")
        print(f"{number} findings in {len(rows)} real texts")


if __name__ == "__main__":
    main(sys.argv[1:])
