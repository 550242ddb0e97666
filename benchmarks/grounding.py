"""How well `ground` tells true figures, dates, regulations and names from false ones.

    python benchmarks/grounding.py [--seed 1] [--n 6000] [--show CLASS]

Sentences are made from invented innovations (`grounding_parts/inovasi.yaml`), half of them true, half with one fault.
Figures, dates, regulations and names are written in the ways people write them, by code that shares nothing with the
parser. Facts come as a list, a plain mapping, a nested mapping and an `Innovation`. A fault that happens to hit a true
figure is thrown away before it is counted. Printed per class with a 95 % interval (Wilson), beside a baseline that
accepts a mention when its number (of a name: its words) stands in the facts.

`found`: of the faults, those flagged `unsupported` or `wrong_role`. `alarms`: of the true mentions, those flagged; a
flag elsewhere in a true sentence counts too. `unseen`: true mentions that are no mention at all. `--show` prints the
sentences of a class that went wrong.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from math import sqrt
from pathlib import Path
from random import Random

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.grounding_parts.cases import Case
from benchmarks.grounding_parts.faults import FAULTS
from benchmarks.grounding_parts.narratives import load_passages
from benchmarks.grounding_parts.truths import TRUTHS
from benchmarks.grounding_parts.worlds import Shape, facts_of, load_worlds
from inovasi_ai.checking.grounding import ground
from inovasi_ai.domain.report import Mention

SHAPES = ("list", "list", "innovation", "innovation", "nested", "mapping")
ROLE_CLASSES = ("other record", "wrong state", "wrong year", "turned years")
"""Classes that need labels and periods, which a plain mapping does not have."""
FLAGGED = ("unsupported", "wrong_role")


def wilson(hits: int, total: int) -> tuple[float, float]:
    """The 95 % interval of a share, in percent."""
    if not total:
        return 0.0, 100.0
    z, p = 1.96, hits / total
    middle = (p + z * z / (2 * total)) / (1 + z * z / total)
    half = z * sqrt(p * (1 - p) / total + z * z / (4 * total * total)) / (1 + z * z / total)
    return 100 * max(0.0, middle - half), 100 * min(1.0, middle + half)


def baseline(case: Case, group: str, shape: Shape) -> bool:
    """Whether a string match flags the mention."""
    said, facts = case.text[case.start : case.end], "\n".join(shape.texts)
    if group == "name":
        return said.casefold() not in facts.casefold()
    numbers = re.findall(r"[0-9][0-9.,]*[0-9]|[0-9]", said)
    if not numbers:
        return group != "none" and group != "name"
    return not all(re.search(rf"(?<![0-9.,]){re.escape(number)}(?![.,]?[0-9])", facts) for number in numbers)


def at(case: Case, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions that share a character with the one that is looked at."""
    return [mention for mention in mentions if mention.start < case.end and case.start < mention.end]


class Tally:
    """Counts of one run."""

    def __init__(self) -> None:
        self.seen: dict[str, Counter[str]] = defaultdict(Counter)
        self.wrong: dict[str, list[str]] = defaultdict(list)

    def truth(self, name: str, group: str, case: Case, shape: Shape) -> None:
        mentions = ground(case.text, shape.index)
        here, count = at(case, mentions), self.seen[name]
        count["n"] += 1
        flagged = [mention for mention in mentions if mention.verdict in FLAGGED]
        count["flagged"] += bool(flagged)
        count["baseline"] += baseline(case, group, shape)
        silent = group == "none" or name in ("common words", "national body")
        count["unseen"] += not here and not silent
        expected = {shape.ids[name] for name in case.expected}
        named = {fact for mention in here for fact in mention.facts}
        sound = bool(here) and not flagged
        right = expected <= named if group == "derived" or len(expected) > 1 else bool(
            expected & {fact for mention in here for fact in mention.facts[:1]}
        )  # fmt: skip
        if expected:
            count["sound"] += sound
            count["right"] += sound and right
        if flagged or (not here and not silent) or (expected and not right):
            self.wrong[name].append(_shown(case, mentions, expected))

    def fault(self, name: str, group: str, case: Case, shape: Shape) -> None:
        mentions = ground(case.text, shape.index)
        here, count = at(case, mentions), self.seen[name]
        found = any(mention.verdict in FLAGGED for mention in here)
        count["n"] += 1
        count["found"] += found
        plain = baseline(case, group, shape)
        count["baseline"] += plain
        count["role"] += case.role
        count["role baseline"] += case.role and plain
        named = any(mention.verdict == "wrong_role" for mention in here)
        count["role named"] += case.role and named
        count["role found"] += case.role and found
        if not found or (case.role and not named):
            self.wrong[name].append(_shown(case, mentions, set()))


def _shown(case: Case, mentions: Sequence[Mention], expected: set[str]) -> str:
    said = "; ".join(f"{m.text} = {m.verdict} {list(m.facts)} {m.derivation}" for m in mentions)
    target = f"{case.text[case.start : case.end]!r} {sorted(expected) or ''}"
    return f"{case.text!r}\n     looked at {target} -> {said or 'nothing'}"


def run(n: int, seed: int) -> Tally:
    """`n` true and false sentences, the classes in turn."""
    rng, worlds, tally = Random(seed), load_worlds(), Tally()
    shapes: dict[tuple[str, str, int], Shape] = {}
    classes = [(name, *entry, True) for name, entry in TRUTHS.items()]
    classes += [(name, *entry, False) for name, entry in FAULTS.items()]
    share = n // (2 * len(TRUTHS)), n // (2 * len(FAULTS))
    for name, group, make, true in classes:
        made, tries = 0, 0
        while made < share[not true] and tries < 60 * n:
            tries += 1
            world = rng.choice(worlds)
            form = rng.choice(SHAPES)
            if form == "mapping" and (name in ROLE_CLASSES or group == "derived" or name == "range"):
                form = "list"
            case = make(world, rng)
            if case is None:
                continue
            key = world.name, form, rng.randrange(4)
            if key not in shapes:
                shapes[key] = facts_of(world, form, rng)
            made += 1
            (tally.truth if true else tally.fault)(name, group, case, shapes[key])
    return tally


def _line(name: str, hits: int, total: int, *more: str) -> str:
    low, high = wilson(hits, total)
    share = 100 * hits / total if total else 0.0
    return f"{name:<20}{total:>6}{share:>8.1f} [{low:5.1f}, {high:5.1f}]" + "".join(f"{entry:>12}" for entry in more)


def _percent(hits: int, total: int) -> str:
    return f"{100 * hits / total:.1f}" if total else "-"


def report(tally: Tally) -> None:
    """The tables."""
    seen = tally.seen
    print(f"{'Faults':<20}{'n':>6}{'found %':>8} {'interval':<15}{'wrong_role':>12}{'baseline':>12}")
    for name in FAULTS:
        count = seen[name]
        print(_line(name, count["found"], count["n"], _percent(count["role named"], count["role"]),
                    _percent(count["baseline"], count["n"])))  # fmt: skip
    heads = f"{'unseen':>12}{'right fact':>12}{'baseline':>12}"
    print(f"\n{'True mentions':<20}{'n':>6}{'alarm %':>8} {'interval':<15}{heads}")
    for name in TRUTHS:
        count = seen[name]
        print(_line(name, count["flagged"], count["n"], _percent(count["unseen"], count["n"]),
                    _percent(count["right"], count["sound"]), _percent(count["baseline"], count["n"])))  # fmt: skip
    print()
    goals(tally)


def _sum(tally: Tally, names: Sequence[str], key: str) -> int:
    return sum(tally.seen[name][key] for name in names)


def passages(file: str) -> tuple[int, list[str]]:
    """Mentions in the freely written passages of a file, and what of them is flagged though it is true."""
    count, flagged = 0, []
    for passage in load_passages(file):
        for mention in ground(passage.text, passage.index):
            count += 1
            if mention.verdict in FLAGGED:
                flagged.append(f"{passage.name}: {mention.text} = {mention.verdict} {mention.derivation}")
    return count, flagged


def digits_in_passages(seed: int, times: int = 12) -> tuple[int, int, list[str]]:
    """One digit of one figure of a passage changed, again and again: how often, how often found, and what was missed.

    Here everything around a figure is true and much can be calculated with, so that chance has its best case.
    """
    rng, count, found, missed = Random(seed), 0, 0, []
    for passage in load_passages():
        kinds = ("number", "percent", "money", "duration")
        figures = [m for m in ground(passage.text, passage.index) if m.kind in kinds]
        # With another digit a bound or a rounding may be as true as before.
        figures = [m for m in figures if re.match(r"[0-9]|Rp", m.text)]
        for figure in figures:
            places = [at for at in range(figure.start, figure.end) if passage.text[at] in "0123456789"]
            for _ in range(times if places else 0):
                at = rng.choice(places)
                digit = rng.choice([other for other in "123456789" if other != passage.text[at]])
                text = passage.text[:at] + digit + passage.text[at + 1 :]
                here = [m for m in ground(text, passage.index) if m.start < figure.end and figure.start < m.end]
                count += 1
                if any(mention.verdict in FLAGGED for mention in here):
                    found += 1
                else:
                    told = "; ".join(f"{m.text} = {m.verdict} {m.derivation}" for m in here)
                    missed.append(f"{passage.name}: {passage.text[figure.start : figure.end]} -> {told}")
    return count, found, missed


def goals(tally: Tally) -> None:
    """The promises, each with its figure."""
    figures = [name for name, (group, _) in FAULTS.items() if group == "figure"]
    derived = [name for name, (group, _) in TRUTHS.items() if group == "derived"]
    true = [name for name, (group, _) in TRUTHS.items() if group != "name"]
    found, total = _sum(tally, figures, "found"), _sum(tally, figures, "n")
    # A stated figure in a wrong role is not unsupported: it has a goal of its own.
    role_found, roles = _sum(tally, figures, "role found"), _sum(tally, figures, "role")
    role_plain = _sum(tally, figures, "role baseline")
    rows = [
        ("unsupported found", ">= 99.5", found - role_found, total - roles),
        ("  baseline", "", _sum(tally, figures, "baseline") - role_plain, total - roles),
        ("false alarms", "<= 0.5", _sum(tally, true, "flagged"), _sum(tally, true, "n")),
        ("  baseline", "", _sum(tally, true, "baseline"), _sum(tally, true, "n")),
        ("right fact", ">= 98", _sum(tally, list(TRUTHS), "right"), _sum(tally, list(TRUTHS), "sound")),
        ("derivations", ">= 95", _sum(tally, derived, "sound"), _sum(tally, derived, "n")),
        ("wrong role named", ">= 85", _sum(tally, figures, "role named"), roles),
        ("wrong role flagged", "", role_found, roles),
        ("  baseline", "", role_plain, roles),
    ]
    print(f"{'Goal':<20}{'n':>6}{'%':>8} {'interval':<15}{'goal':>12}")
    for name, goal, hits, total in rows:
        print(_line(name, hits, total, goal))
    for name, file in (("alarms in passages", "narasi.yaml"), ("  unseen ones", "narasi_baru.yaml")):
        mentions, flagged = passages(file)
        print(_line(name, len(flagged), mentions, "<= 0.5"))
    count, found, _ = digits_in_passages(1)
    print(_line("faults in passages", found, count, ">= 99.5"))
    for group in ("regulation", "name"):
        bad = [name for name, (kind, _) in FAULTS.items() if kind == group]
        good = [name for name, (kind, _) in TRUTHS.items() if kind == group]
        found, alarms = _sum(tally, bad, "found"), _sum(tally, good, "flagged")
        # Both halves weigh the same, so that precision does not hang on how many of each were made.
        rate = alarms / max(1, _sum(tally, good, "n")) * _sum(tally, bad, "n")
        print(_line(f"{group} recall", found, _sum(tally, bad, "n"), ">= 95"))
        print(_line(f"{group} precis.", found, round(found + rate), ">= 95"))


def main() -> int:
    """Run it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--n", type=int, default=6000)
    parser.add_argument("--show", metavar="CLASS", help="print what went wrong in a class, or in `all`")
    parser.add_argument("--most", type=int, default=25, help="sentences shown per class")
    options = parser.parse_args()
    tally = run(options.n, options.seed)
    report(tally)
    tally.wrong["passages"] = passages("narasi.yaml")[1] + passages("narasi_baru.yaml")[1]
    tally.wrong["digits"] = digits_in_passages(1)[2]
    for name, shown in tally.wrong.items():
        if options.show in (name, "all"):
            print(f"\n== {name}: {len(shown)}")
            for entry in shown[: options.most]:
                print("  ", entry)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
