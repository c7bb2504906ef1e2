"""The sheet of what should be looked at in a team."""

from __future__ import annotations

from collections.abc import Sequence

from pathways.i18n import _
from pathways.model.problem import Severity
from pathways.planning.needs import Situation
from pathways.planning.team_check import TeamFinding
from pathways.report import blocks
from pathways.report.options import SheetOptions
from pathways.report.team_words import team_document


def check_sheet(
    situation: Situation, findings: Sequence[TeamFinding], *, options: SheetOptions
) -> blocks.Sheet:
    """Return what was found, the gravest first."""
    content: list[blocks.Block] = []
    for severity in Severity:
        found = [one for one in findings if one.severity is severity]
        if found:
            content.append(blocks.Heading(2, severity_title(severity)))
            items = (
                blocks.item_of(" ".join(filter(None, (one.message, one.advice)))) for one in found
            )
            content.append(blocks.BulletList(tuple(items)))
    if not content:
        content.append(blocks.paragraph_of(counts_sentence(())))
    header = (_("Weight"), _("Code"), _("What"), _("What to do"))
    rows = tuple((f.severity.value, f.code.value, f.message, f.advice) for f in findings)
    return team_document(
        _("What to look at"),
        situation.team,
        content,
        options=options,
        records=blocks.Records(header, rows),
    )


def severity_title(severity: Severity) -> str:
    """Return how grave something is, in words for people."""
    return {
        Severity.ERROR: _("To put right"),
        Severity.WARNING: _("Not met, or overdue"),
        Severity.ADVICE: _("Worth a look"),
    }[severity]


def counts_sentence(findings: Sequence[TeamFinding]) -> str:
    """Return how much there is to look at, by its weight."""
    counts = [
        (severity, sum(one.severity is severity for one in findings)) for severity in Severity
    ]
    said = [f"{severity_title(severity)}: {count}" for severity, count in counts if count]
    return " · ".join(said) or _("Nothing is overdue, broken or missing.")
