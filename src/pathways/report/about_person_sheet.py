"""Everything that a plan, or a team's file, says about a person, as a sheet."""

from __future__ import annotations

from collections.abc import Sequence

from pathways.i18n import _
from pathways.model.plan import Plan
from pathways.planning.needs import Situation
from pathways.planning.person import Mention, everything_about
from pathways.planning.team_mentions import everything_about_member
from pathways.report import blocks
from pathways.report.options import SheetOptions
from pathways.report.plan_list import based_on, foot
from pathways.report.sheet import headed
from pathways.report.team_words import lines_of, team_document


def about_person_sheet(plan: Plan, name: str, *, options: SheetOptions) -> blocks.Sheet:
    """Return every place in the plan that names a person, with what it says there.

    Raise UsageError for an empty name.
    """
    about = _(
        "This is all that the file of this plan says about {name}, on this computer. Copies that "
        "were given away may say more, or less."
    )
    content, records = _listed(everything_about(plan, name), name, about)
    head = (_("Everything about {name}").format(name=name), plan.title)
    below = foot(plan) or based_on(plan)
    return headed(head, content, below, options, records=records, compact=True)


def about_member_sheet(
    situation: Situation, person_id: str, *, options: SheetOptions
) -> blocks.Sheet:
    """Return everything that a team's file says of one of its people."""
    name = situation.team.people_by_id[person_id].name
    about = _(
        "This is all that the file of this team says about {name}, on this computer. Their own "
        "plan is a file of its own; copies that were given away may say more, or less."
    )
    content, records = _listed(everything_about_member(situation, person_id), name, about)
    title = _("Everything about {name}").format(name=name)
    return team_document(title, situation.team, content, options=options, records=records)


def _listed(
    found: Sequence[Mention], name: str, about: str
) -> tuple[tuple[blocks.Block, ...], blocks.Records]:
    header = (_("Where"), _("What it says"))
    content: list[blocks.Block] = [blocks.paragraph_of(about.format(name=name))]
    if found:
        columns = (blocks.Column(header[0], 0.7), blocks.Column(header[1], 1.5))
        rows = tuple((blocks.cell_of(one.where), lines_of(*one.text.split("\n"))) for one in found)
        content.append(blocks.Table(_("What the file says"), columns, rows))
    else:
        told = _("Nothing in this file names {name}.").format(name=name)
        content.append(blocks.paragraph_of(told))
    return tuple(content), blocks.Records(header, tuple((one.where, one.text) for one in found))
