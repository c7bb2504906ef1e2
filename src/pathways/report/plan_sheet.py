"""The meeting sheet, filled in: what two people sit down with, and sign."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pathways.compare.clause import main_clause
from pathways.i18n import _, in_words
from pathways.model.day import date_in_words, day_in_words
from pathways.model.plan import Action, Plan, Row, Standing
from pathways.planning import talk
from pathways.planning.where import differences, subjects, where_i_stand
from pathways.report import blocks
from pathways.report.options import SheetOptions
from pathways.report.plan_list import conflict_notes, evidence_line, plan_document
from pathways.report.spans import Line, Style, plain, styled

_STANDING_TONES = {
    Standing.SHOWN: blocks.Tone.NEW,
    Standing.PARTLY: blocks.Tone.LESS,
    Standing.NOT_YET: blocks.Tone.NONE,
    Standing.NO_OPPORTUNITY: blocks.Tone.OTHER,
    Standing.UNSAID: blocks.Tone.NONE,
}
_ROOM = 3  # lines to write more agreements on


def plan_sheet(plan: Plan, *, options: SheetOptions) -> blocks.Sheet:
    """Return the meeting sheet of a plan: strengths, gaps with what is done about them, both
    views, what was agreed, questions, signatures.
    """
    content = (
        *_who(plan, options),
        blocks.Heading(2, _("Where I stand")),
        blocks.paragraph_of(where_i_stand(plan)),
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
    return plan_document(plan, _step(plan), content, options)


def standing_cell(standing: Standing, note: str = "") -> blocks.Cell:
    """Return a cell with the sign and the word of a standing, and a note below."""
    lines: list[Line] = [styled(f"{standing.sign} {standing.short}", Style.STRONG)]
    if note:
        lines.append(styled(note, Style.QUIET))
    return blocks.Cell(tuple(lines), _STANDING_TONES[standing])


def _step(plan: Plan) -> str:
    aims = _(" and ").join(place.title for place in plan.aims)
    return _("From {start} to {aims}").format(start=plan.start.title, aims=aims)


def _who(plan: Plan, options: SheetOptions) -> Iterator[blocks.Block]:
    columns = (
        blocks.Column(_("Name")),
        blocks.Column(_("Present role")),
        blocks.Column(_("Manager")),
        blocks.Column(_("Date")),
    )
    managers = dict.fromkeys(row.manager.who for row in plan.rows if row.manager)
    manager = ", ".join(name for name in managers if name)
    texts = (plan.name, plan.start.title, manager, date_in_words(options.date))
    row = tuple(blocks.cell_of(text) for text in texts)
    yield blocks.Table(_("Who meets"), columns, (row,), together=True)


def _strengths(plan: Plan) -> Iterator[blocks.Block]:
    rows = talk.strengths(plan)
    yield blocks.Heading(2, _("Strengths: what I show already"))
    if not rows:
        yield blocks.paragraph_of(_("Nothing is marked as shown yet."))
        return
    columns = (
        blocks.Column(_("What is asked"), 1.2),
        blocks.Column(_("I say"), 0.55),
        blocks.Column(_("Evidence"), 1.2),
    )
    cells = tuple(
        (_asked(plan, row), standing_cell(row.standing, row.note), _evidence(plan, row))
        for row in rows
    )
    yield blocks.Table(_("What I show already"), columns, cells)


def _gaps(plan: Plan) -> Iterator[blocks.Block]:
    rows = talk.gaps(plan)
    if not rows:
        return
    yield blocks.Heading(2, _("Gaps and actions"))
    columns = (
        blocks.Column(_("What is asked"), 1.2),
        blocks.Column(_("I say"), 0.55),
        blocks.Column(_("Action"), 0.9),
        blocks.Column(_("By when"), 0.4),
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
    yield blocks.Table(_("Gaps"), columns, tuple(cells))


def _views(plan: Plan) -> Iterator[blocks.Block]:
    rows = differences(plan)
    if not rows:
        return
    yield blocks.Heading(2, _("Both views, differences first"))
    columns = (
        blocks.Column(_("What is asked"), 1.2),
        blocks.Column(_("I say"), 0.6),
        blocks.Column(_("My manager says"), 0.8),
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
    yield blocks.Table(_("Both views"), columns, cells)


def _questions(plan: Plan, options: SheetOptions) -> Iterator[blocks.Block]:
    found = talk.questions(plan, options.date)
    if found:
        yield blocks.Heading(2, _("Questions to talk about"))
        yield blocks.BulletList(tuple(blocks.item_of(question) for question in found))


def _agreed(plan: Plan, options: SheetOptions) -> Iterator[blocks.Block]:
    if not plan.agreed and not options.notes:
        return
    yield blocks.Heading(2, _("What we agreed"))
    if plan.agreed:
        columns = (blocks.Column(_("Date"), 0.4), blocks.Column(_("What we agreed"), 1.6))
        cells = tuple(
            (blocks.cell_of(day_in_words(one.date) or "–"), blocks.cell_of(one.text))
            for one in plan.agreed
        )
        yield blocks.Table(_("What we agreed"), columns, cells)
    if options.notes:
        yield blocks.WritingLines(_ROOM)


def _unsaid(plan: Plan) -> Iterator[blocks.Block]:
    """Yield how many statements nobody has looked at, by subject: their texts are in the plan."""
    rows = talk.unsaid(plan)
    if rows:
        counted = [
            _("{count} in {subject}").format(count=len(subject.rows), subject=subject.title)
            for subject in subjects(rows)
        ]
        yield blocks.Heading(2, _("Not looked at yet"))
        yield blocks.paragraph_of(f"{in_words(counted)}.")


def _gone(plan: Plan) -> Iterator[blocks.Block]:
    rows = talk.gone(plan)
    if rows:
        yield blocks.Heading(2, _("No longer in the document"))
        columns = (blocks.Column(_("What was asked"), 1.2), blocks.Column(_("Evidence"), 1.2))
        cells = tuple((_asked(plan, row), _evidence(plan, row)) for row in rows)
        yield blocks.Table(_("No longer in the document"), columns, cells)


def _signatures(options: SheetOptions) -> Iterator[blocks.Block]:
    if options.signatures:
        yield blocks.Heading(2, _("Signatures"))
        yield blocks.Signatures((_("Employee"), _("Manager")), _("Date"))


def _asked(plan: Plan, row: Row) -> blocks.Cell:
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
    return blocks.Cell((plain(main_clause(row.text, 200)), styled(" · ".join(about), Style.QUIET)))


def _evidence(plan: Plan, row: Row) -> blocks.Cell:
    found: Sequence[str] = [evidence_line(one) for one in plan.evidence_of.get(row.id, ())]
    return _lines(found, _("none yet"))


def _action(action: Action) -> str:
    told = f"☑ {action.do}" if action.done else f"☐ {action.do}"
    if action.with_whom:
        told = _("{text}, with {whom}").format(text=told, whom=action.with_whom)
    return told


def _lines(texts: Iterable[str], silence: str) -> blocks.Cell:
    found = tuple(plain(text) for text in texts)
    return blocks.Cell(found or (styled(silence, Style.QUIET),))
