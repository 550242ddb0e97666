"""What a reader without understanding reaches: the baselines of `assessor.py`.

Words counted anywhere (the two thresholds fitted on the other folds), one pair of regular expressions per element, the
usual label of each element and a naive Bayes reader of its words (both learned on the other folds), and `partial` for
everything.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from benchmarks.agreement import LEVELS, Reader

KEYWORDS: Mapping[str, re.Pattern[str]] = {
    name: re.compile(rf"\b(?:{words})", re.IGNORECASE)
    for name, words in {
        "dasar_hukum": r"dasar hukum|undang-undang|peraturan|perda\b|perbup|perwali|permen|keputusan|sk\b|regulasi",
        "permasalahan_makro": r"masalah|permasalahan|kendala|rendah|persen|angka|kemiskinan|nasional|tahun",
        "permasalahan_mikro": r"masalah|permasalahan|kendala|keluhan|sulit|kurang|belum|tidak",
        "isu_strategis": r"sdgs?\b|tpb\b|mdgs?\b|rpjm|spm\b|nasional|strategis|prioritas|visi|reformasi birokrasi",
        "metode_pembaharuan": r"sebelum|semula|dulu|sesudah|setelah|kini|sekarang|menjadi|inovasi",
        "keunggulan_kebaharuan": r"keunggulan|unggul|baru\b|pertama\b|berbeda|lebih|unik|khas",
        "cara_kerja_tahapan": r"tahap|langkah|proses|kemudian|selanjutnya|melakukan|pembentukan",
    }.items()
}
"""Words whose occurrence anywhere is counted."""
ELEMENTS = tuple(KEYWORDS)
_WORD = re.compile(r"[^\W\d_]{3,}")
THRESHOLDS = (1, 2, 3, 4, 6, 8, 12, 16, 24)

_PATTERNS: Mapping[str, tuple[str, str]] = {
    "dasar_hukum": (
        r"(?:undang-undang|\buu\b|peraturan|perda|perbup|perwali|pergub|permen\w*|keputusan|\bsk\b)[^.\n]{0,60}no\w*\.?\s*\d",
        r"dasar hukum|peraturan|keputusan|undang-undang|\bperda\b|\bperwali\b|\bperbup\b",
    ),
    "permasalahan_makro": (
        r"(?:kemiskinan|pengangguran|kematian|rendahnya|tingginya|nasional|penduduk)[^.\n]{0,80}\d",
        r"kemiskinan|pengangguran|rendahnya|tingginya|masalah nasional|secara umum",
    ),
    "permasalahan_mikro": (
        r"(?:masalah|kendala|keluhan|kesulitan)[^.\n]{20,}",
        r"masalah|kendala|keluhan|kesulitan|belum|kurang",
    ),
    "isu_strategis": (
        r"\b(?:sdgs?|mdgs?|rpjm[dn]?|spm)\b[^.\n]{30,}",
        r"\b(?:sdgs?|mdgs?|rpjm[dn]?|spm|visi|reformasi birokrasi|nasional)\b",
    ),
    "metode_pembaharuan": (
        r"(?:sebelum|semula|dulu)[\s\S]{0,300}(?:setelah|sesudah|sekarang|kini)",
        r"setelah|sekarang|kini|dengan adanya|melalui",
    ),
    "keunggulan_kebaharuan": (
        r"(?:pertama (?:di|kali)|satu-satunya|berbeda dengan|dibanding\w*)",
        r"keunggulan|unik|lebih \w+|baru\b",
    ),
    "cara_kerja_tahapan": (
        r"(?:\b1[.)][\s\S]{5,600}\b2[.)][\s\S]{5,600}\b3[.)]|tahap\w*[\s\S]{0,400}tahap)",
        r"tahap|langkah|proses",
    ),
}
"""Per element what makes it `yes` and what makes it `partial`."""
PATTERNS = {
    name: (re.compile(strong, re.IGNORECASE), re.compile(weak, re.IGNORECASE))
    for name, (strong, weak) in _PATTERNS.items()
}


def always_partial(texts: Mapping[str, str]) -> Reader:
    """Everything is half there."""
    return {key: dict.fromkeys(ELEMENTS, "partial") for key in texts}


def one_regex(texts: Mapping[str, str]) -> Reader:
    """One strong and one weak pattern per element."""
    return {
        key: {
            name: "yes" if strong.search(text) else "partial" if weak.search(text) else "no"
            for name, (strong, weak) in PATTERNS.items()
        }
        for key, text in texts.items()
    }


def keyword_counts(texts: Mapping[str, str], others: Sequence[Reader], fold_of: Mapping[str, int]) -> Reader:
    """Words counted anywhere; for each fold the two thresholds that agree best with the readers of the other folds."""
    counts = {key: {name: len(KEYWORDS[name].findall(text)) for name in ELEMENTS} for key, text in texts.items()}
    read: dict[str, dict[str, str]] = {key: {} for key in texts}
    for fold in sorted(set(fold_of.values())):
        rest = [key for key in texts if fold_of[key] != fold]
        for name in ELEMENTS:
            limits = max(
                ((some, many) for some in THRESHOLDS for many in THRESHOLDS if some <= many),
                key=lambda pair: _fit(pair, name, rest, counts, others),
            )
            for key in texts:
                if fold_of[key] == fold:
                    read[key][name] = _level(counts[key][name], limits)
    return read


def _level(count: int, limits: tuple[int, int]) -> str:
    return "yes" if count >= limits[1] else "partial" if count >= limits[0] else "no"


def _fit(
    limits: tuple[int, int],
    name: str,
    texts: Sequence[str],
    counts: Mapping[str, Mapping[str, int]],
    others: Sequence[Reader],
) -> int:
    """Steps apart, negated. Not kappa: a pooled kappa rewards the right share of each label per element as well."""
    return -sum(
        abs(LEVELS.index(_level(counts[key][name], limits)) - LEVELS.index(other[key][name]))
        for key in texts
        for other in others
    )


def usual_label(texts: Mapping[str, str], others: Sequence[Reader], fold_of: Mapping[str, int]) -> Reader:
    """For each element the label that is nearest to what was said of it in the other folds; the text is not read."""
    read: dict[str, dict[str, str]] = {key: {} for key in texts}
    for fold in sorted(set(fold_of.values())):
        rest = [key for key in texts if fold_of[key] != fold]
        for name in ELEMENTS:
            said = sorted(LEVELS.index(other[key][name]) for key in rest for other in others)
            middle = LEVELS[said[len(said) // 2]] if said else "partial"
            read.update({key: {**read[key], name: middle} for key in texts if fold_of[key] == fold})
    return read


def learned_words(texts: Mapping[str, str], others: Sequence[Reader], fold_of: Mapping[str, int]) -> Reader:
    """Naive Bayes over the words a text holds, learned from both annotators on the other folds: what a learned part
    can do with this many texts."""
    words = {key: frozenset(_WORD.findall(text.casefold())) for key, text in texts.items()}
    read: dict[str, dict[str, str]] = {key: {} for key in texts}
    known = len(frozenset().union(*words.values()))
    for fold in sorted(set(fold_of.values())):
        rest = [key for key in texts if fold_of[key] != fold]
        for name in ELEMENTS:
            seen: dict[str, Counter[str]] = {level: Counter() for level in LEVELS}
            said: Counter[str] = Counter()
            for other in others:
                for key in rest:
                    said[other[key][name]] += 1
                    seen[other[key][name]].update(words[key])
            for key in texts:
                if fold_of[key] == fold:
                    read[key][name] = max(
                        LEVELS, key=lambda level: _likelihood(words[key], seen[level], said[level], known)
                    )
    return read


def _likelihood(words: Iterable[str], seen: Counter[str], texts: int, known: int) -> float:
    """The logarithm of how likely a text of these words is, each word smoothed by one."""
    total = seen.total() + known
    return math.log(texts + 1) + sum(math.log((seen[word] + 1) / total) for word in words)
