"""`inovasi rubric test`: run the examples a rubric brings along and say which do not hold."""

from __future__ import annotations

import json

from inovasi_ai.cli.output import print_problems, say
from inovasi_ai.domain.rubric import Rubric

__all__ = ["test_language", "test_rubric"]


def test_rubric(rubric: Rubric, *, as_json: bool) -> int:
    """Run the elements' examples; exit code 1 when one does not hold."""
    from inovasi_ai.checking.rubric_examples import run_rubric_examples

    results = run_rubric_examples(rubric)
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
        print(json.dumps(content, ensure_ascii=False, indent=2))
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
