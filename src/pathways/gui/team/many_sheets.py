"""Sheets for everybody at once: which, in what form, with names or without."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from pathways.gui.dialogs.question_dialog import FormField, QuestionDialog
from pathways.gui.shell.background import Progress, wait_for
from pathways.gui.shell.context import Context
from pathways.gui.team.team_session import TeamSession
from pathways.i18n import _, _n
from pathways.planning.nameless import Namelessness
from pathways.report.options import SheetOptions
from pathways.report.team_sheets import Made, SheetKind, make_sheets

_ENDINGS = (".pdf", ".docx", ".odt", ".html", ".md", ".txt", ".csv")


def ask_and_make(context: Context, session: TeamSession) -> str:
    """Ask, write the sheets beside the window, and return what came of it in words.

    Raise PathwaysError where the folder cannot be made.
    """
    said = _asked(context)
    if said is None:
        return ""
    folder = QFileDialog.getExistingDirectory(context.window, _("A folder for the sheets"))
    if not folder:
        return ""
    situation, links = session.situation, session.links
    hidden = None
    if said["names"] != "names":
        hidden = Namelessness(session.team, keep_text=said["names"] == "text")

    def job(progress: Progress) -> Made:
        return make_sheets(
            situation,
            links,
            SheetKind(said["kind"]),
            Path(folder),
            options=SheetOptions(date=situation.today),
            ending=said["ending"],
            nameless=hidden,
            progress=progress.tell,
        )

    made = wait_for(context.window, _("Writing the sheets…"), job)
    return _said(context, made) if made else _("Cancelled. What was written stays.")


def _asked(context: Context) -> dict[str, str] | None:
    """Return which sheets are wanted; None where the person thought better of it."""
    return QuestionDialog.ask(
        context.window,
        context.theme,
        _("Sheets for everybody"),
        _fields(),
        done=_("Folder…"),
        about=_("One sheet for each person or move. One that fails does not stop the others."),
    )


def _said(context: Context, made: Made) -> str:
    """Warn of what failed, and return how many sheets were written."""
    if made.failed:
        lines = "\n".join(f"{what}: {why}" for what, why in made.failed)
        context.warn(_("Some sheets could not be written"), lines)
    count = len(made.written)
    return _n("{count} sheet written.", "{count} sheets written.", count).format(count=count)


def _fields() -> tuple[FormField, ...]:
    kinds = (
        ("meeting", _("meeting sheets, one for each person with an aim")),
        ("pack", _("application packs, one for each person with a plan")),
        ("board", _("the board")),
        ("decision", _("decision records, one for each planned move")),
    )
    names = (
        ("names", _("names")),
        ("codes", _("codes in place of names, no free text")),
        ("text", _("codes in place of names, free text kept: read it before you pass it on")),
    )
    return (
        FormField("kind", _("&Which sheets"), "meeting", "choice", kinds),
        FormField("names", _("&People are called by"), "names", "choice", names),
        FormField("ending", _("&Kind of file"), ".pdf", "choice", tuple((e, e) for e in _ENDINGS)),
    )
