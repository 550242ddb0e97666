"""`inovasi rubric` beyond the rubric of an edition: its examples, and the rules of the language."""

from __future__ import annotations

import re

from inovasi_ai.cli.output import print_json, print_problems, say
from inovasi_ai.domain.rubric import Rubric

__all__ = ["show_language", "test_language", "test_rubric"]

_PLACEHOLDER = re.compile(r"\{\w+\}")
_SEVERITIES = {"info": "saran", "warning": "peringatan"}


def test_rubric(rubric: Rubric, *, as_json: bool) -> int:
    """Run the examples of elements and flags; exit code 1 when one does not hold."""
    from inovasi_ai.checking.flag_examples import run_flag_examples
    from inovasi_ai.checking.rubric_examples import run_rubric_examples

    results = (*run_rubric_examples(rubric), *run_flag_examples(rubric))
    failed = [result for result in results if not result.ok]
    if as_json:
        content = {
            "jenis": "uji_rubrik",
            "rubrik": rubric.id,
            "contoh": len(results),
            "gagal": [
                {"unsur": r.element, "nomor": r.index, "diharapkan": r.expected, "ditemukan": r.found, "alasan": r.why}
                for r in failed
            ],
        }
        print_json(content)
    else:
        for result in failed:
            differs = f"diharapkan {result.expected}, ditemukan {result.found}"
            say(f"• {result.element}, contoh {result.index}: {differs}. {result.why}", hanging="  ")
        say(f"{len(results) - len(failed)} dari {len(results)} contoh sesuai.")
    return 1 if failed else 0


def test_language(folder: str | None, *, as_json: bool) -> int:
    """Run the language rules' examples; exit code 1 when one does not hold."""
    from inovasi_ai.checking.language_examples import run_examples

    return print_problems(run_examples(folder), as_json=as_json, fine="Semua contoh kaidah bahasa sesuai.")


def show_language(folder: str | None, *, as_json: bool) -> int:
    """The rules of the language, by file, with what each says and where it comes from."""
    from inovasi_ai.checking.language_rules import load_language_rules

    loaded = load_language_rules(folder)
    if as_json:
        rules = [
            {"id": rule.id, "judul": loaded.titles[rule.id], "tingkat": rule.severity, "pesan": rule.message}
            | {"perbaikan": rule.fix, "sumber": rule.source}
            for rule in loaded.rules
        ]
        content = {"jenis": "kaidah_bahasa", "hash": loaded.hash, "kaidah": rules}
        print_json(content)
        return 0
    title = ""
    for rule in loaded.rules:
        if loaded.titles[rule.id] != title:
            title = loaded.titles[rule.id]
            say(f"\n{title}")
        message = _PLACEHOLDER.sub("…", rule.message)
        say(f"• {rule.id} ({_SEVERITIES[rule.severity]}): {message} [{rule.source}]", hanging="  ")
    return 0
