"""Draft and report to files (docx, md, json, html) and to the notebook, and the words they share with the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inovasi_ai.lazy import first_use

if TYPE_CHECKING:
    from inovasi_ai.exporting.atomic import write_atomic
    from inovasi_ai.exporting.files import SUFFIXES, export
    from inovasi_ai.exporting.fixing import FileChange, FixedFile, fix_file
    from inovasi_ai.exporting.notebook import draft_html, report_html

__all__ = [
    "SUFFIXES",
    "FileChange",
    "FixedFile",
    "draft_html",
    "export",
    "fix_file",
    "report_html",
    "write_atomic",
]

_HOME = {
    "SUFFIXES": "files",
    "FileChange": "fixing",
    "FixedFile": "fixing",
    "draft_html": "notebook",
    "export": "files",
    "fix_file": "fixing",
    "report_html": "notebook",
    "write_atomic": "atomic",
}

__getattr__ = first_use(__name__, _HOME)
