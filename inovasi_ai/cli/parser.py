"""The `inovasi` command: a thin shell over the public names.

Exit codes: 0 fine, 1 blocking gaps or findings, 2 bad input, 3 a fault of the run. Results go to standard output,
errors to standard error; with `--json` both are one object on standard output. The command line is parsed by argparse:
an official's `inovasi check` should answer at once, and the richer parsers are slow to import.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import io
import os
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

from inovasi_ai.errors import InovasiError, InputError, OptionError, Problem
from inovasi_ai.version import __version__

__all__ = ["main", "run"]

_WORDS = {
    "usage: ": "pemakaian: ",
    "positional arguments": "isian",
    "options": "opsi",
    "optional arguments": "opsi",
    "show this help message and exit": "tampilkan bantuan ini",
    "show program's version number and exit": "tampilkan versi",
    "the following arguments are required: %s": "isian wajib belum diberikan: %s",
    "unrecognized arguments: %s": "isian atau opsi tidak dikenal: %s",
    "invalid choice: %(value)r (choose from %(choices)s)": "pilihan %(value)r tidak dikenal; pilihannya: %(choices)s",
    "expected one argument": "perlu satu nilai",
    "expected at least one argument": "perlu sedikitnya satu nilai",
    "expected at most one argument": "perlu paling banyak satu nilai",
    "ignored explicit argument %r": "opsi ini tidak memakai nilai; ditemukan %r",
    "invalid %(type)s value: %(value)r": "nilai %(value)r tidak dapat dipakai",
    "unexpected option string: %s": "opsi tidak dikenal: %s",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "not allowed with argument %s": "tidak dapat dipakai bersama %s",
}
argparse._ = lambda text: _WORDS.get(text, text)  # type: ignore[attr-defined]  # argparse takes its words from gettext


class _Parser(argparse.ArgumentParser):
    def __init__(self, **settings: Any) -> None:
        # Shortened options would be read here and missed by whoever looks for `--json` in the command line.
        super().__init__(allow_abbrev=False, **settings)

    def error(self, message: str) -> NoReturn:
        raise OptionError(Problem(message, expected=f"lihat `{self.prog} --help`"))

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is None or value in action.choices:
            return
        known = [str(choice) for choice in action.choices]
        what = "tindakan" if action.metavar == "TINDAKAN" else "perintah"
        raise OptionError(
            Problem(
                f"{what.capitalize()} ini tidak dikenal",
                found=str(value),
                expected=f"salah satu dari {', '.join(known)}; lihat `{self.prog} --help`",
                suggestion=_nearest(str(value), known),
            )
        )


def _parse(parser: argparse.ArgumentParser, arguments: Sequence[str] | None) -> argparse.Namespace:
    options, rest = parser.parse_known_args(arguments)
    if rest:
        used: argparse.ArgumentParser = getattr(options, "parser", parser)
        known = list(used._option_string_actions)
        # What follows an unknown option is most often its value.
        wrong = [word for word in rest if word.startswith("-")] or rest
        raise OptionError(
            Problem(
                "Opsi ini tidak dikenal" if word.startswith("-") else "Isian ini berlebih",
                found=word,
                expected=f"lihat `{used.prog} --help`",
                suggestion=_nearest(word.partition("=")[0], known),
            )
            for word in wrong
        )
    return options


def _nearest(word: str, known: Sequence[str]) -> str | None:
    from difflib import get_close_matches  # only a slip of typing pays for it

    near = get_close_matches(word, known, n=1)
    return near[0] if near else None


def run() -> NoReturn:
    """The `inovasi` program: run the command line and end the process.

    Everything is written and closed by then; taking the interpreter apart piece by piece would only take time.
    """
    code = main()
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:  # the reader has left, or the disk is full: `main` has said what there is to say
            code = code or 3
    os._exit(code)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code. Called without arguments it reads `sys.argv`."""
    try:
        _tolerant_streams()
        parser = _parser()
        options = _parse(parser, arguments)
        if not hasattr(options, "run"):
            parser.print_help()
            return 0
        # One command is one short process: collecting garbage as often as usual would slow it.
        gc.set_threshold(500_000, 20, 20)
        # Plugins of pydantic are looked for in the metadata of every installed package; this program has none.
        os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
        from inovasi_ai.cli import commands

        code = int(getattr(commands, options.run)(options))
        sys.stdout.flush()  # a reader who has left or a disk that is full is told of here, not when Python ends
        return code
    except InovasiError as error:
        _complain(error, as_json="--json" in (arguments if arguments is not None else sys.argv))
        return error.exit_code
    except BrokenPipeError:
        _drop_output()  # the reader has left (`inovasi check … | head`): nothing is wrong
        return 0
    except OSError as error:
        print(
            f"Tidak dapat diselesaikan:\n  Keluaran tidak dapat ditulis ({error.strerror or error}).", file=sys.stderr
        )
        _drop_output()
        return 3
    except KeyboardInterrupt:
        print("Dihentikan.", file=sys.stderr)
        return 3


def _tolerant_streams() -> None:
    """A sign that the terminal cannot show (`→`, a stray byte of a file name) is written as its code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _drop_output() -> None:
    """Point stdout at nothing, so that closing it at the end is quiet."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _complain(error: InovasiError, *, as_json: bool) -> None:
    if as_json:
        from dataclasses import asdict

        from inovasi_ai.cli.output import print_json

        problems = [asdict(problem) for problem in error.problems] if isinstance(error, InputError) else []
        content = {"jenis": "galat", "pesan": str(error), "kode_keluar": error.exit_code, "masalah": problems}
        print_json(content)
        return
    count = len(error.problems) if isinstance(error, InputError) else 1
    head = "Masukan perlu diperbaiki" if isinstance(error, InputError) else "Tidak dapat diselesaikan"
    print(f"{head} ({count} masalah):" if count > 1 else f"{head}:", file=sys.stderr)
    for line in str(error).splitlines():
        print(f"  {line}", file=sys.stderr)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="inovasi",
        description="Dari fakta inovasi daerah menjadi narasi IGA yang terperiksa, tanpa jaringan dan tanpa kunci.",
        epilog="Kode keluar: 0 baik, 1 ada yang menghalangi pengajuan, 2 masukan salah, 3 gangguan proses.",
    )
    parser.add_argument("--version", action="version", help="tampilkan versi", version=f"inovasi_ai {__version__}")
    commands = parser.add_subparsers(title="perintah", metavar="PERINTAH")

    def command(name: str, summary: str, details: str = "") -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=summary, description=details or summary[0].upper() + summary[1:] + ".")
        added.set_defaults(run=name, parser=added)
        return added

    draft = command("draft", "susun naskah dari berkas fakta", "Susun naskah dari berkas fakta, tanpa memeriksanya.")
    _facts_file(draft)
    _output(draft, "docx")

    check = command(
        "check",
        "periksa berkas fakta atau naskah yang sudah ada",
        "Periksa naskah terhadap rubrik. BERKAS: fakta (.yaml, .yml, .json) atau naskah (.docx, .md, .txt, .html).",
    )
    check.add_argument("berkas", metavar="BERKAS", help="berkas fakta atau naskah")
    check.add_argument("--fakta", metavar="FAKTA", help="berkas fakta pembanding bila BERKAS adalah naskah")
    check.add_argument("--explain", action="store_true", help="tunjukkan kalimat dan aturan yang meloloskan tiap unsur")
    check.add_argument(
        "-o",
        "--out",
        metavar="BERKAS_HASIL",
        help="simpan laporan dengan naskahnya (.html), daftar kekurangan saja (.docx, .md), atau datanya (.json)",
    )
    check.add_argument(
        "--fix",
        action="store_true",
        help="perbaiki kesalahan bahasa yang pasti dalam salinan naskah (bawaan: NAMA.diperbaiki.docx, atau -o)",
    )
    check.add_argument("--paksa", action="store_true", help="bersama --fix: timpa berkas yang sudah ada")
    _common(check)

    write = command(
        "write",
        "susun naskah, periksa, dan simpan bersama laporannya",
        "Susun naskah, periksa, lalu simpan naskah dan daftar kekurangan (DOCX), laporan (HTML), dan data (JSON).",
    )
    _facts_file(write)
    _output(write, "docx,html,json")

    template = command("template", "tulis berkas fakta kosong beserta petunjuk dan skemanya")
    template.add_argument("tujuan", metavar="TUJUAN", help="nama berkas baru, misalnya fakta.yaml")
    template.add_argument("--paksa", action="store_true", help="timpa berkas yang sudah ada")
    _json(template)

    rubric = command("rubric", "tampilkan atau uji rubrik")
    actions = rubric.add_subparsers(title="tindakan", metavar="TINDAKAN", required=True)
    for name, summary in (
        ("list", "daftar rubrik"),
        ("show", "bagian, unsur, syarat, sumber, dan yang belum diketahui"),
        ("test", "jalankan contoh milik rubrik"),
        ("lint", "cari kelemahan rubrik"),
    ):
        action = actions.add_parser(name, help=summary, description=summary[0].upper() + summary[1:] + ".")
        action.set_defaults(run=f"rubric_{name}", parser=action)
        if name != "list":
            action.add_argument("rubrik", metavar="RUBRIK", nargs="?", help="misalnya iga-2026 (bawaan) atau bahasa")
        if name == "show":
            action.add_argument(
                "--notes", action="store_true", help="hanya catatan: pertentangan sumber dan yang tidak diketahui"
            )
        action.add_argument("--rubrics", metavar="FOLDER", help="folder rubrik sendiri")
        _json(action)

    demo = command(
        "demo", "susun dan periksa tiga contoh", "Susun dan periksa tiga contoh inovasi nyata, tanpa jaringan."
    )
    demo.add_argument("-o", "--out", metavar="FOLDER", default="hasil", help="folder tujuan (bawaan: hasil)")
    _json(demo)
    return parser


def _facts_file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("berkas", metavar="FAKTA", help="berkas fakta (.yaml, .yml, .json), satu inovasi atau lebih")


def _output(parser: argparse.ArgumentParser, formats: str) -> None:
    parser.add_argument("-o", "--out", metavar="FOLDER", default="hasil", help="folder tujuan (bawaan: hasil)")
    parser.add_argument(
        "--format", metavar="DAFTAR", default=formats, help=f"docx, md, json, html, dipisah koma (bawaan: {formats})"
    )
    _common(parser)


def _common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--rubric", metavar="RUBRIK", help="rubrik yang dipakai (bawaan: edisi terbaru)")
    parser.add_argument("--rubrics", metavar="FOLDER", help="folder rubrik sendiri")
    parser.add_argument("--prompts", metavar="FOLDER", help="folder templat sendiri")
    _json(parser)


def _json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="keluaran JSON untuk program lain")
