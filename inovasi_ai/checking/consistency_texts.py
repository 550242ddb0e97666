"""Whether a text agrees with itself, across its sections and with the facts at hand: figures, totals, names, years."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from inovasi_ai.checking.consistency_figures import check_figures_agree, check_totals
from inovasi_ai.checking.consistency_names import (
    check_abbreviations,
    check_announced_names,
    check_name_writing,
    check_names_alike,
)
from inovasi_ai.checking.consistency_near import check_near_figures
from inovasi_ai.checking.consistency_words import Told
from inovasi_ai.checking.consistency_years import check_years
from inovasi_ai.checking.view import SectionView
from inovasi_ai.domain.innovation import Innovation
from inovasi_ai.domain.report import Finding, Mention
from inovasi_ai.domain.rubric import DecreeRule

__all__ = ["check_agreement"]


def check_agreement(
    views: Sequence[SectionView],
    titles: Mapping[str, str],
    innovation: Innovation | None = None,
    mentions: Sequence[Mention] = (),
    decrees: Sequence[DecreeRule] = (),
) -> list[Finding]:
    """Every contradiction inside a text.

    `titles` maps a section's key to its title; `mentions` are the text's; `decrees` say what the year of the decree
    that establishes the innovation must be.
    """
    told = [Told(view) for view in views]
    figures = check_figures_agree(told, titles, mentions)
    findings = [
        *figures,
        *check_near_figures(told, titles, mentions, figures),
        *check_totals(told),
        *check_abbreviations(told, titles),
        *check_names_alike(told, titles, mentions),
        *check_years(told, titles, innovation, decrees),
    ]
    if innovation is not None:
        findings.extend(check_name_writing(innovation, told))
    else:
        findings.extend(check_announced_names(told, titles))
    return findings
