"""Lines of a YAML text that stand at another depth than their neighbours, told with the number of spaces of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from inovasi_ai.lazy import lazy_pattern

__all__ = ["crooked"]

_LINE = lazy_pattern(
    r"(?P<blank> *)(?P<dashes>(?:- +)*)(?P<dash>-$)?(?:[\"']?(?P<name>[^\s:#\"'-][^:#]{0,80}?)[\"']? *:(?: |$))?"
)


def crooked(lines: Sequence[str], row: int) -> tuple[str, str] | None:
    """What is wrong with the depth of line `row` (from 0) and what is expected; None when it stands in line.

    An entry of a list is held against the entries above, a field against the names above, each while still open.
    """
    own = _LINE.match(lines[row]) if row < len(lines) else None
    if own is None or not (own["dashes"] or own["dash"] or own["name"]):
        return None
    entry = bool(own["dashes"] or own["dash"])
    spaces = len(own["blank"])
    levels = list(_open_levels(lines, row, entry))
    if not levels or spaces in [level for level, _, _ in levels]:
        return None
    level, name, line = min(levels, key=lambda found: abs(found[0] - spaces))
    kind = "butir" if entry else "isian"
    beside = f"`{name}` pada baris {line}" if name else f"butir pada baris {line}"
    expected = f"{f'{level} spasi' if level else 'tanpa spasi'} di depannya, sejajar dengan {beside}"
    if not entry and spaces > level:
        expected += "; bila ini lanjutan teks, apit seluruh teks dengan tanda petik"
    return f"baris ini {_told(spaces)}, sedangkan {kind} di sekitarnya {_told(level)}", expected


def _told(spaces: int) -> str:
    return f"menjorok {spaces} spasi" if spaces else "tidak menjorok (0 spasi)"


def _open_levels(lines: Sequence[str], row: int, entry: bool) -> Iterator[tuple[int, str, int]]:
    """Depths above `row` at which an entry (else a name) may still follow: depth, name, line from 1; nearest first."""
    lowest: int | None = None
    for above in range(row - 1, -1, -1):
        found = _LINE.match(lines[above])
        if found is None or not (found["dashes"] or found["dash"] or found["name"]):
            continue
        dash, name = len(found["blank"]), found["name"]
        at_name = dash + len(found["dashes"])
        if (lowest is None or at_name < lowest) and name and not entry:
            yield at_name, name, above + 1
        if (lowest is None or dash < lowest) and at_name > dash and entry:
            yield dash, "", above + 1
        lowest = dash if lowest is None else min(lowest, dash)
        if lowest == 0 and not at_name:
            return
