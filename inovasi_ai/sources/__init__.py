"""What comes in: facts files and existing narratives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inovasi_ai.lazy import first_use

if TYPE_CHECKING:
    from inovasi_ai.sources.facts import innovation_from_mapping, load_innovation, load_innovations
    from inovasi_ai.sources.narrative import Narrative, load_narrative
    from inovasi_ai.sources.schema import SCHEMA_NAME, facts_schema, schema_text
    from inovasi_ai.sources.sections import NarrativeSection, split_sections
    from inovasi_ai.sources.template import facts_template

__all__ = [
    "SCHEMA_NAME",
    "Narrative",
    "NarrativeSection",
    "facts_schema",
    "facts_template",
    "innovation_from_mapping",
    "load_innovation",
    "load_innovations",
    "load_narrative",
    "schema_text",
    "split_sections",
]

_HOME = {
    "SCHEMA_NAME": "schema",
    "Narrative": "narrative",
    "NarrativeSection": "sections",
    "facts_schema": "schema",
    "facts_template": "template",
    "innovation_from_mapping": "facts",
    "load_innovation": "facts",
    "load_innovations": "facts",
    "load_narrative": "narrative",
    "schema_text": "schema",
    "split_sections": "sections",
}

__getattr__ = first_use(__name__, _HOME)
