"""What the language rules find in texts, and whether fixing keeps its promises.

    python benchmarks/language.py TEXTS [--rules] [--sample N] [--seed S]
    python benchmarks/language.py --faults

TEXTS is a folder of narratives (`.md`, `.txt`, `.docx`, `.html`), a facts file or folder of them (`.yaml`; what the
composer writes from them is read), or a `.jsonl` file with a mapping `sections` of texts and a `title` in each row.
Prints findings by rule (how many, how many with a certain replacement, in how many texts) and, over all texts: is
fixing twice the same as fixing once; do figures, dates, regulations, names, quotations and addresses stay as they
were. `--sample` prints that many findings, spread over the rules, with their surroundings, to be judged by a reader:
precision is not something a program can tell of itself. `--faults` runs the faulty sentences of `language_faults.yaml`,
which were written before they were held against the rules: how many are found, how many are corrected as they should.
Exit code 1 when a promise is broken.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import yaml

from inovasi_ai import draft, fix_text, load_innovations, load_narrative
from inovasi_ai.checking.language import check_language, load_language_rules
from inovasi_ai.domain.report import Finding
from inovasi_ai.text import Document

_QUOTED = re.compile(r"“[^“”\n]{1,600}”|\"[^\"\n]{1,600}\"")
_ADDRESS = re.compile(r"\S*(?:://|www\.|@)\S+")

Text = tuple[str, str | None, tuple[str, ...]]
"""A text, the section it is and the names that stay."""


def texts(path: Path) -> Iterator[Text]:
    """Every text under `path`."""
    if path.is_dir():
        for file in sorted(path.iterdir()):
            if file.suffix.casefold() in {".md", ".txt", ".docx", ".html", ".yaml"} and ".harapan" not in file.name:
                yield from texts(file)
    elif path.suffix == ".jsonl":
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            for section, text in row["sections"].items():
                yield text, section, (row["title"],)
    elif path.suffix == ".yaml":
        for innovation in load_innovations(path):
            for section, text in draft(innovation).texts.items():
                yield text, section, (innovation.nama_inovasi,)
    else:
        narrative = load_narrative(path)
        for part in narrative.sections:
            yield part.text, part.id, (narrative.title,)


def promises(text: Text) -> Iterator[str]:
    """What fixing this text breaks."""
    given, section, names = text
    fixed = fix_text(given, section, names=names)
    again = fix_text(fixed.text, section, names=names)
    if again.text != fixed.text:
        yield "fixing twice is not fixing once"
    before, after = Document(given), Document(fixed.text)
    values = [[(m.quantity.low, m.quantity.high) for m in document.quantities] for document in (before, after)]
    if values[0] != values[1]:
        yield f"figures: {sorted(set(values[0]) ^ set(values[1]))[:3]}"
    for kind, found in (
        ("dates", [[(m.first, m.last) for m in document.dates] for document in (before, after)]),
        ("regulations", [[m.text for m in document.regulations] for document in (before, after)]),
        ("quotations", [_QUOTED.findall(document.text) for document in (before, after)]),
        ("addresses", [_ADDRESS.findall(document.text) for document in (before, after)]),
        ("names", [[document.text.count(name) for name in names] for document in (before, after)]),
    ):
        if found[0] != found[1]:
            yield kind


def shown(text: str, finding: Finding, around: int = 60) -> str:
    """A finding in its surroundings."""
    if finding.span is None:
        return finding.message
    start, end = finding.span.start, finding.span.end
    middle = text[start:end] if end - start <= 200 else text[start : start + 200] + "…"
    sign = f" → {finding.replacement}" if finding.replacement is not None else ""
    piece = f"{text[max(0, start - around) : start]}«{middle}»{text[end : end + around]}"
    return f"{' '.join(piece.split())}{sign}"


def main() -> int:
    """Run the benchmark; 1 when a promise of fixing is broken."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path, nargs="?")
    parser.add_argument("--faults", action="store_true", help="run the faulty sentences")
    parser.add_argument("--rules", action="store_true", help="name the words found by each rule")
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", nargs="*", default=None, help="rule ids to sample from")
    options = parser.parse_args()
    if options.faults:
        return faults(Path(__file__).with_name("language_faults.yaml"))
    if options.texts is None:
        parser.error("TEXTS is missing")
    given = list(texts(options.texts))
    rules = load_language_rules()
    found: dict[str, list[tuple[int, Finding]]] = defaultdict(list)
    began = time.perf_counter()
    for number, (text, section, _) in enumerate(given):
        document = Document(text)
        skip = [(mention.start, mention.end) for mention in document.regulations]
        for finding in check_language(document, section, rules, skip=skip):
            found[finding.rule.removeprefix("bahasa.")].append((number, finding))
    seconds = time.perf_counter() - began
    words = sum(Document(text).word_count for text, _, _ in given)
    if options.sample:
        return sample(given, found, options)
    print(f"{len(given)} texts, {words} words, {len(rules.rules)} rules, {seconds:.2f} s\n")
    print(f"{'rule':26} {'findings':>8} {'certain':>8} {'texts':>6}")
    for rule in rules.rules:
        of_rule = found.get(rule.id, [])
        certain = sum(finding.replacement is not None for _, finding in of_rule)
        if of_rule:
            print(f"{rule.id:26} {len(of_rule):8} {certain:8} {len({number for number, _ in of_rule}):6}")
            if options.rules:
                counts = Counter(finding.excerpt[:60] for _, finding in of_rule)
                print("    " + "; ".join(f"{word} {count}" for word, count in counts.most_common(25)))
    everything = [finding for of_rule in found.values() for _, finding in of_rule]
    certain = sum(finding.replacement is not None for finding in everything)
    print(f"{'all':26} {len(everything):8} {certain:8}")
    print(f"silent rules: {', '.join(rule.id for rule in rules.rules if rule.id not in found) or 'none'}")
    broken = [(number, promise) for number, text in enumerate(given) for promise in promises(text)]
    print(f"\npromises of fixing: {len(broken)} broken in {len(given)} texts")
    for number, promise in broken[:40]:
        print(f"  text {number + 1}: {promise}")
    return 1 if broken else 0


def faults(path: Path) -> int:
    """Faulty sentences by class: found, and corrected where the correction is certain."""
    rules = load_language_rules()
    print(f"{'class':42} {'faults':>6} {'found':>6} {'certain':>8} {'corrected':>9}")
    totals = [0, 0, 0, 0]
    missed: list[str] = []
    for name, sentences in yaml.safe_load(path.read_text(encoding="utf-8")).items():
        counts = [0, 0, 0, 0]
        for sentence in sentences:
            pieces = re.split(r"[«»]", sentence["text"])
            text = "".join(pieces)
            found = [f.span for f in check_language(Document(text), "rancang_bangun", rules) if f.span is not None]
            for place in range(1, len(pieces), 2):
                start = len("".join(pieces[:place]))
                end = start + len(pieces[place])
                counts[0] += 1
                if any(span.start < end and start < span.end for span in found):
                    counts[1] += 1
                else:
                    missed.append(sentence["text"])
            if "fixed" in sentence:
                counts[2] += 1
                counts[3] += fix_text(text, "rancang_bangun").text == sentence["fixed"]
        print(f"{name:42} {counts[0]:6} {counts[1]:6} {counts[2]:8} {counts[3]:9}")
        totals = [total + count for total, count in zip(totals, counts, strict=True)]
    print(f"{'all':42} {totals[0]:6} {totals[1]:6} {totals[2]:8} {totals[3]:9}")
    print("not found:", *(f"  {text}" for text in missed), sep="\n")
    return 0


def sample(given: list[Text], found: dict[str, list[tuple[int, Finding]]], options: argparse.Namespace) -> int:
    """Findings taken in turn from every rule, so that the frequent ones do not crowd out the rest."""
    chance = random.Random(options.seed)
    wanted = found if options.only is None else {rule: found[rule] for rule in options.only if rule in found}
    queues = {rule: chance.sample(of_rule, len(of_rule)) for rule, of_rule in sorted(wanted.items())}
    printed = 0
    while printed < options.sample and any(queues.values()):
        for rule, queue in queues.items():
            if queue and printed < options.sample:
                number, finding = queue.pop()
                printed += 1
                print(f"{printed:4} {rule:24} {shown(given[number][0], finding)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
