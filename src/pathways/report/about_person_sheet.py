"""Everything that a plan says about a person, as a sheet."""

from __future__ import annotations

from pathways.i18n import _
from pathways.model.day import date_in_words
from pathways.model.plan import Plan
from pathways.planning.person import everything_about
from pathways.report.blocks import (
    Block,
    Cell,
    Column,
    Paragraph,
    Records,
    Sheet,
    Table,
    plain,
)
from pathways.report.options import SheetOptions
from pathways.report.plan_list import based_on, foot


def about_person_sheet(plan: Plan, name: str, *, options: SheetOptions) -> Sheet:
    """Return every place in the plan that names a person, with what it says there.

    Raise UsageError for an empty name.
    """
    found = everything_about(plan, name)
    header = (_("Where"), _("What it says"))
    about = _(
        "This is all that the file of this plan says about {name}, on this computer. Copies that "
        "were given away may say more, or less."
    )
    blocks: list[Block] = [Paragraph(plain(about.format(name=name)))]
    if found:
        columns = (Column(header[0], 0.7), Column(header[1], 1.5))
        rows = tuple((Cell((plain(one.where),)), Cell((plain(one.text),))) for one in found)
        blocks.append(Table(_("What the file says"), columns, rows))
    else:
        told = _("Nothing in this file names {name}.").format(name=name)
        blocks.append(Paragraph(plain(told)))
    return Sheet(
        title=_("Everything about {name}").format(name=name),
        subtitle=plan.title,
        language=options.language,
        date=options.date,
        written=date_in_words(options.date),
        blocks=tuple(blocks),
        footer=foot(plan) or based_on(plan),
        records=Records(header, tuple((one.where, one.text) for one in found)),
        compact=True,
    )
