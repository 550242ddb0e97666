"""inovasi_ai: from the facts of one regional innovation to a checked IGA narrative, section by section.

    from inovasi_ai import Innovation, check, draft, export, load_rubric

    inovasi = Innovation.load("fakta.yaml")
    naskah = draft(inovasi)
    laporan = check(naskah, inovasi)
    export(naskah, "naskah.docx")

Names are imported when they are first used, so that importing the package costs next to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from inovasi_ai.lazy import first_use
from inovasi_ai.version import __version__

if TYPE_CHECKING:
    from inovasi_ai.checking import check, fix_text, ground
    from inovasi_ai.domain.draft import Draft, DraftSection, Note, Paragraph, Sentence
    from inovasi_ai.domain.facts import Fact
    from inovasi_ai.domain.innovation import Innovation
    from inovasi_ai.domain.report import Finding, Gap, Mention, Report, Span, Verdict
    from inovasi_ai.domain.rubric import Element, Rubric, load_rubric
    from inovasi_ai.drafting import draft, write
    from inovasi_ai.errors import (
        FactsError,
        InovasiError,
        InputError,
        OptionError,
        OutputError,
        Problem,
        RubricError,
        RunError,
        TemplateError,
        TextError,
    )
    from inovasi_ai.exporting import export, fix_file
    from inovasi_ai.sources import Narrative, load_innovations, load_narrative
    from inovasi_ai.text import Document

_HOME = {
    "Document": "text",
    "Draft": "domain.draft",
    "DraftSection": "domain.draft",
    "Element": "domain.rubric",
    "Fact": "domain.facts",
    "FactsError": "errors",
    "Finding": "domain.report",
    "Gap": "domain.report",
    "Innovation": "domain.innovation",
    "InovasiError": "errors",
    "InputError": "errors",
    "Mention": "domain.report",
    "Narrative": "sources",
    "Note": "domain.draft",
    "OptionError": "errors",
    "OutputError": "errors",
    "Paragraph": "domain.draft",
    "Problem": "errors",
    "Report": "domain.report",
    "Rubric": "domain.rubric",
    "RubricError": "errors",
    "RunError": "errors",
    "Sentence": "domain.draft",
    "Span": "domain.report",
    "TemplateError": "errors",
    "TextError": "errors",
    "Verdict": "domain.report",
    "check": "checking",
    "draft": "drafting.narratives",
    "export": "exporting",
    "fix_file": "exporting",
    "fix_text": "checking",
    "ground": "checking",
    "load_innovations": "sources",
    "load_narrative": "sources",
    "load_rubric": "domain.rubric",
    "write": "drafting.narratives",
}

__all__ = [
    "Document",
    "Draft",
    "DraftSection",
    "Element",
    "Fact",
    "FactsError",
    "Finding",
    "Gap",
    "Innovation",
    "InovasiError",
    "InputError",
    "Mention",
    "Narrative",
    "Note",
    "OptionError",
    "OutputError",
    "Paragraph",
    "Problem",
    "Report",
    "Rubric",
    "RubricError",
    "RunError",
    "Sentence",
    "Span",
    "TemplateError",
    "TextError",
    "Verdict",
    "__version__",
    "check",
    "draft",
    "export",
    "fix_file",
    "fix_text",
    "ground",
    "load_innovations",
    "load_narrative",
    "load_rubric",
    "write",
]


_first_use = first_use(__name__, _HOME)


def __getattr__(name: str) -> object:
    value = _first_use(name)
    globals()[name] = value  # the next look-up does not come here
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
