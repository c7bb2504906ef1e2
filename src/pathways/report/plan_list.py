"""A plan as a list, subject by subject: each row with what is said of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pathways.compare.change import Verdict
from pathways.i18n import _, in_words
from pathways.model.day import day_in_words
from pathways.model.plan import Action, Evidence, Plan, Row
from pathways.planning.where import subjects, where_i_stand
from pathways.report import blocks
from pathways.report.options import SheetOptions
from pathways.report.sheet import headed
from pathways.report.spans import Span, Style, plain, styled


def plan_list(plan: Plan, *, options: SheetOptions) -> blocks.Sheet:
    """Return everything in a plan as a list; each row has its number and its id."""
    numbers = {row.id: number for number, row in enumerate(plan.asked, 1)}
    there = [row for row in plan.asked if row.changed != "gone"]
    left = [row for row in plan.asked if row.changed == "gone"]
    content: list[blocks.Block] = [blocks.paragraph_of(where_i_stand(plan))]
    content += conflict_notes(plan)
    for subject in subjects(there):
        content += _part(plan, subject.title, subject.rows, numbers)
    content += _part(plan, _("No longer in the document"), tuple(left), numbers)
    if plan.agreed:
        lines = (
            blocks.item_of(": ".join(part for part in (day_in_words(one.date), one.text) if part))
            for one in plan.agreed
        )
        content += [blocks.Heading(2, _("What we agreed")), blocks.BulletList(tuple(lines))]
    return plan_document(plan, plan.title, content, options, compact=False)


def plan_document(
    plan: Plan,
    title: str,
    content: Iterable[blocks.Block],
    options: SheetOptions,
    *,
    compact: bool = True,
    records: blocks.Records | None = None,
) -> blocks.Sheet:
    """Return a sheet of a plan: under its title the documents that it rests on, and at its foot
    how they are to be taken; ``records`` are the plan's own where there are no others.
    """
    head = (title, based_on(plan))
    records = records or plan_records(plan)
    return headed(head, content, foot(plan), options, compact=compact, records=records)


def based_on(plan: Plan) -> str:
    """Say which documents a plan rests on."""
    return " · ".join(
        f"{basis.title}, {basis.organisation}" if basis.organisation else basis.title
        for basis in plan.frameworks
    )


def foot(plan: Plan) -> str:
    """Return the sentence that stands at the foot of every page about a plan."""
    names = in_words([basis.title for basis in plan.frameworks])
    if not any(basis.restated for basis in plan.frameworks):
        return names
    return _("{frameworks}. Summary wording: check the official document.").format(frameworks=names)


def conflict_notes(plan: Plan) -> Iterator[blocks.Block]:
    """Say that values are in conflict, where some are."""
    if plan.open_conflicts:
        told = _(
            "{count} values differ between this plan and a copy of it. Both are kept until you "
            "choose."
        ).format(count=len(plan.open_conflicts))
        yield blocks.Note(_("To decide"), plain(told))


def signed(row: Row) -> str:
    """Return how a row stands, with its sign."""
    return f"{row.standing.sign} {row.standing.word}"


def verdict_of(row: Row) -> Verdict:
    """Return a row's verdict as the comparison has it."""
    return Verdict(row.verdict)


def evidence_line(evidence: Evidence) -> str:
    """Return a piece of evidence in one line, with its date and how many rows it serves."""
    told = evidence.result
    if evidence.date:
        told = _("{text} ({date})").format(text=told, date=day_in_words(evidence.date))
    if len(evidence.rows) > 1:
        told = _("{text}; serves {count} statements").format(text=told, count=len(evidence.rows))
    return told


def action_line(action: Action) -> str:
    """Return an action in one line: what, which kind, by when, with whom, done or not."""
    parts = [action.do, action.kind.word]
    if action.by:
        parts.append(_("by {date}").format(date=day_in_words(action.by)))
    if action.with_whom:
        parts.append(_("with {whom}").format(whom=action.with_whom))
    if action.done:
        parts.append(_("done"))
    return ", ".join(part for part in parts if part)


def plan_records(plan: Plan) -> blocks.Records:
    """Return a plan for spreadsheets: a line for each row."""
    header = (
        _("Row"),
        _("Subject"),
        _("Change"),
        _("What is asked"),
        _("Standing"),
        _("Note"),
        _("Manager’s view"),
        _("Manager’s note"),
        _("Evidence"),
        _("Actions"),
        _("In the document"),
    )
    return blocks.Records(header, tuple(_record(plan, row) for row in plan.asked))


def _record(plan: Plan, row: Row) -> tuple[str, ...]:
    return (
        row.id,
        row.subject,
        verdict_of(row).word,
        row.text,
        row.standing.word,
        row.note,
        row.manager.standing.word if row.manager else "",
        row.manager.note if row.manager else "",
        "; ".join(map(evidence_line, plan.evidence_of.get(row.id, ()))),
        "; ".join(map(action_line, plan.actions_of.get(row.id, ()))),
        _change_in_words(row),
    )


def _change_in_words(row: Row) -> str:
    """Say how the document has changed since the person last saw a row, "" where it has not."""
    return {
        "": "",
        "reworded": _("reworded in the document"),
        "changed": _("changed in the document"),
        "gone": _("no longer in the document"),
    }[row.changed]


def _part(
    plan: Plan, title: str, rows: tuple[Row, ...], numbers: dict[str, int]
) -> Iterator[blocks.Block]:
    if rows:
        yield blocks.Heading(2, title)
        yield blocks.BulletList(
            tuple(item for row in rows for item in _items(plan, row, numbers[row.id]))
        )


def _items(plan: Plan, row: Row, number: int) -> Iterator[blocks.Item]:
    verdict = verdict_of(row)
    head = f"{number}. {verdict.sign} {verdict.word}, {signed(row)}"
    if row.essential:
        head = _("{head}, essential").format(head=head)
    if row.weight:
        head = _("{head}, weight {weight}").format(head=head, weight=row.weight)
    yield blocks.Item(
        (Span(f"{head}: ", Style.STRONG), Span(row.text), Span(f" [{row.id}]", Style.QUIET))
    )
    told = [
        _change_in_words(row),
        _("it was: {text}").format(text=row.was) if row.was else "",
        _("my grade says: {text}").format(text=row.before.text) if row.before else "",
        _("note: {text}").format(text=row.note) if row.note else "",
        *(
            _("evidence: {text}").format(text=evidence_line(one))
            for one in plan.evidence_of.get(row.id, ())
        ),
        *(
            _("action: {text}").format(text=action_line(one))
            for one in plan.actions_of.get(row.id, ())
        ),
        _manager(row),
    ]
    for text in told:
        if text:
            yield blocks.Item(styled(text, Style.QUIET), 2)


def _manager(row: Row) -> str:
    if row.manager is None:
        return ""
    told = f"{row.manager.standing.sign} {row.manager.standing.word}"
    told = (
        _("{standing}: {note}").format(standing=told, note=row.manager.note)
        if row.manager.note
        else told
    )
    who = row.manager.who or _("my manager")
    return _("{who} says: {view}").format(who=who, view=told)
