"""The sheet of what is chosen, and its pages."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

from pathways.errors import UsageError
from pathways.gui.printing.export_dialog import PaperChoice
from pathways.gui.shell.session import Session
from pathways.i18n import _

if TYPE_CHECKING:
    from pathways.report.blocks import Document
    from pathways.report.options import SheetOptions


_WHOLE = ("csv", "txt", "md")  # kinds of file that are read, not sat down with


def options_for(choice: PaperChoice) -> SheetOptions:
    """Return the report's options for what a person chose."""
    from pathways.report.options import Orientation, SheetOptions

    return SheetOptions(
        date=datetime.date.today(),
        orientation=Orientation(choice.orientation),
        full=choice.full or choice.ending in _WHOLE,
        only_changes=choice.only_changes,
        sources=choice.sources,
        notes=choice.signatures,
        signatures=choice.signatures,
    )


def sheet_of(session: Session, options: SheetOptions) -> Document:
    """Return the sheet of what is shown: ladder, node, route or comparison; raise UsageError where
    there is none.
    """
    if _is_ladder(session):
        from pathways.report.ladder_sheet import ladder_sheet

        ladder = session.ladder(session.ladder_framework, session.ladder_family)
        return ladder_sheet(ladder, session.library, options=options)
    if session.page == "read" and session.current:
        from pathways.report.node_sheet import node_sheet

        return node_sheet(session.library, session.current, options=options)
    if session.page == "route" and session.route.route:
        from pathways.report.route_sheet import route_sheet

        return route_sheet([session.route.route], session.comparer, options=options)
    from pathways.report.comparison_sheet import comparison_sheet
    from pathways.report.meeting_sheet import meeting_sheet

    comparison = session.comparison_for_paper()
    if comparison is None:
        raise UsageError(_("Choose two grades or roles first; then there is something to print."))
    if options.full:
        return comparison_sheet(comparison, session.library, options=options)
    return meeting_sheet(comparison, session.library, options=options)


def file_name(session: Session, ending: str) -> str:
    """Return a name for the file that says what is in it."""
    if _is_ladder(session):
        family = "-".join(re.findall(r"\w+", session.ladder_family.lower()))
        stem = "-".join(part for part in (session.ladder_framework, family, "ladder") if part)
    elif session.page == "read" and session.current:
        stem = session.current
    elif session.page == "route" and session.route.route:
        stem = f"{session.route.route.nodes[0]}-to-{session.route.route.nodes[-1]}"
    else:
        stem = "-".join(session.shown)
    return f"{stem}.{ending}"


def is_comparison(session: Session) -> bool:
    """Tell whether what goes on paper compares: it can be two sides, or every statement."""
    alone = {"ladder": _is_ladder(session), "read": bool(session.current)}
    return not alone.get(session.page, False)


def _is_ladder(session: Session) -> bool:
    return session.page == "ladder" and bool(session.ladder_framework)
