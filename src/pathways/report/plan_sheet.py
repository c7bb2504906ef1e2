"""The meeting sheet, filled in: what two people sit down with, and sign."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pathways.compare.clause import main_clause
from pathways.i18n import _, in_words
from pathways.model.day import date_in_words, day_in_words
from pathways.model.plan import Action, Plan, Row, Standing
from pathways.planning import talk
from pathways.planning.where import differences, subjects, where_i_stand
from pathways.report.blocks import (
    Block,
    BulletList,
    Cell,
    Column,
    Heading,
    Item,
    Line,
    Paragraph,
    Sheet,
    Signatures,
    Style,
    Table,
    Tone,
    WritingLines,
    plain,
    styled,
)
from pathways.report.options import SheetOptions
from pathways.report.plan_list import conflict_notes, evidence_line, plan_document

_STANDING_TONES = {
    Standing.SHOWN: Tone.NEW,
    Standing.PARTLY: Tone.LESS,
    Standing.NOT_YET: Tone.NONE,
    Standing.NO_OPPORTUNITY: Tone.OTHER,
    Standing.UNSAID: Tone.NONE,
}
_ROOM = 3  # lines to write more agreements on


def plan_sheet(plan: Plan, *, options: SheetOptions) -> Sheet:
    """Return the meeting sheet of a plan: strengths, gaps with what is done about them, both
    views, what was agreed, questions, signatures.
    """
    blocks = (
        *_who(plan, options),
        Heading(2, _("Where I stand")),
        Paragraph(plain(where_i_stand(plan))),
        *conflict_notes(plan),
        *_strengths(plan),
        *_gaps(plan),
        *_views(plan),
        *_questions(plan, options),
        *_agreed(plan, options),
        *_unsaid(plan),
        *_gone(plan),
        *_signatures(options),
    )
    return plan_document(plan, _step(plan), blocks, options)


def standing_cell(standing: Standing, note: str = "") -> Cell:
    """Return a cell with the sign and the word of a standing, and a note below."""
    lines: list[Line] = [styled(f"{standing.sign} {standing.short}", Style.STRONG)]
    if note:
        lines.append(styled(note, Style.QUIET))
    return Cell(tuple(lines), _STANDING_TONES[standing])


def _step(plan: Plan) -> str:
    aims = _(" and ").join(place.title for place in plan.aims)
    return _("From {start} to {aims}").format(start=plan.start.title, aims=aims)


def _who(plan: Plan, options: SheetOptions) -> Iterator[Block]:
    columns = (
        Column(_("Name")),
        Column(_("Present role")),
        Column(_("Manager")),
        Column(_("Date")),
    )
    managers = dict.fromkeys(row.manager.who for row in plan.rows if row.manager)
    manager = ", ".join(name for name in managers if name)
    texts = (plan.name, plan.start.title, manager, date_in_words(options.date))
    row = tuple(Cell((plain(text),)) for text in texts)
    yield Table(_("Who meets"), columns, (row,), together=True)


def _strengths(plan: Plan) -> Iterator[Block]:
    rows = talk.strengths(plan)
    yield Heading(2, _("Strengths: what I show already"))
    if not rows:
        yield Paragraph(plain(_("Nothing is marked as shown yet.")))
        return
    columns = (
        Column(_("What is asked"), 1.2),
        Column(_("I say"), 0.55),
        Column(_("Evidence"), 1.2),
    )
    cells = tuple(
        (_asked(plan, row), standing_cell(row.standing, row.note), _evidence(plan, row))
        for row in rows
    )
    yield Table(_("What I show already"), columns, cells)


def _gaps(plan: Plan) -> Iterator[Block]:
    rows = talk.gaps(plan)
    if not rows:
        return
    yield Heading(2, _("Gaps and actions"))
    columns = (
        Column(_("What is asked"), 1.2),
        Column(_("I say"), 0.55),
        Column(_("Action"), 0.9),
        Column(_("By when"), 0.4),
    )
    cells = []
    for row in rows:
        actions = plan.actions_of.get(row.id, ())
        cells.append(
            (
                _asked(plan, row),
                standing_cell(row.standing, row.note),
                _lines((_action(action) for action in actions), _("none yet")),
                _lines((day_in_words(action.by) or "–" for action in actions), "–"),
            )
        )
    yield Table(_("Gaps"), columns, tuple(cells))


def _views(plan: Plan) -> Iterator[Block]:
    rows = differences(plan)
    if not rows:
        return
    yield Heading(2, _("Both views, differences first"))
    columns = (
        Column(_("What is asked"), 1.2),
        Column(_("I say"), 0.6),
        Column(_("My manager says"), 0.8),
    )
    cells = tuple(
        (
            _asked(plan, row),
            standing_cell(row.standing, row.note),
            standing_cell(row.manager.standing, row.manager.note),
        )
        for row in rows
        if row.manager
    )
    yield Table(_("Both views"), columns, cells)


def _questions(plan: Plan, options: SheetOptions) -> Iterator[Block]:
    found = talk.questions(plan, options.date)
    if found:
        yield Heading(2, _("Questions to talk about"))
        yield BulletList(tuple(Item(plain(question)) for question in found))


def _agreed(plan: Plan, options: SheetOptions) -> Iterator[Block]:
    if not plan.agreed and not options.notes:
        return
    yield Heading(2, _("What we agreed"))
    if plan.agreed:
        columns = (Column(_("Date"), 0.4), Column(_("What we agreed"), 1.6))
        cells = tuple(
            (Cell((plain(day_in_words(one.date) or "–"),)), Cell((plain(one.text),)))
            for one in plan.agreed
        )
        yield Table(_("What we agreed"), columns, cells)
    if options.notes:
        yield WritingLines(_ROOM)


def _unsaid(plan: Plan) -> Iterator[Block]:
    """Yield how many statements nobody has looked at, by subject: their texts are in the plan."""
    rows = talk.unsaid(plan)
    if rows:
        counted = [
            _("{count} in {subject}").format(count=len(subject.rows), subject=subject.title)
            for subject in subjects(rows)
        ]
        yield Heading(2, _("Not looked at yet"))
        yield Paragraph(plain(f"{in_words(counted)}."))


def _gone(plan: Plan) -> Iterator[Block]:
    rows = talk.gone(plan)
    if rows:
        yield Heading(2, _("No longer in the document"))
        columns = (Column(_("What was asked"), 1.2), Column(_("Evidence"), 1.2))
        cells = tuple((_asked(plan, row), _evidence(plan, row)) for row in rows)
        yield Table(_("No longer in the document"), columns, cells)


def _signatures(options: SheetOptions) -> Iterator[Block]:
    if options.signatures:
        yield Heading(2, _("Signatures"))
        yield Signatures((_("Employee"), _("Manager")), _("Date"))


def _asked(plan: Plan, row: Row) -> Cell:
    """Return a statement with its subject, and whose it is where there are several aims."""
    about = [row.subject]
    if len(plan.aims) > 1:
        about += [place.title for place in plan.aims if place.id in row.aims]
    if row.essential:
        about.append(_("essential"))
    if row.weight:
        about.append(_("weight {weight}").format(weight=row.weight))
    if row.changed in ("reworded", "changed"):
        about.append(_("changed in the document"))
    return Cell((plain(main_clause(row.text, 200)), styled(" · ".join(about), Style.QUIET)))


def _evidence(plan: Plan, row: Row) -> Cell:
    found: Sequence[str] = [evidence_line(one) for one in plan.evidence_of.get(row.id, ())]
    return _lines(found, _("none yet"))


def _action(action: Action) -> str:
    told = f"☑ {action.do}" if action.done else f"☐ {action.do}"
    if action.with_whom:
        told = _("{text}, with {whom}").format(text=told, whom=action.with_whom)
    return told


def _lines(texts: Iterable[str], silence: str) -> Cell:
    found = tuple(plain(text) for text in texts)
    return Cell(found or (styled(silence, Style.QUIET),))
