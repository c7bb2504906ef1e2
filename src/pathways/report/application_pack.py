"""The application pack: for each criterion the evidence in full, who confirms it, and the date."""

from __future__ import annotations

from collections.abc import Iterator

from pathways.i18n import _, _n
from pathways.model.day import day_in_words
from pathways.model.plan import Evidence, Plan, Row
from pathways.planning.where import subjects
from pathways.report import blocks
from pathways.report.options import SheetOptions
from pathways.report.plan_list import plan_document
from pathways.report.spans import Line, Span, Style, plain, styled


def application_pack(plan: Plan, *, options: SheetOptions) -> blocks.Sheet:
    """Return the pack: criterion, evidence, who confirms, date, subject by subject.

    A criterion without evidence stays in it, and says so: nobody should find out at the panel.
    """
    rows = [row for row in plan.asked if row.changed != "gone"]
    numbers = {row.id: number for number, row in enumerate(rows, 1)}
    content: list[blocks.Block] = [*_missing(plan, rows)]
    for subject in subjects(rows):
        content.append(blocks.Heading(2, subject.title))
        content.append(_table(plan, subject.title, subject.rows, numbers))
    if options.signatures:
        content.append(blocks.Heading(2, _("Signatures")))
        content.append(blocks.Signatures((_("Applicant"), _("Manager")), _("Date")))
    aims = _(" and ").join(place.title for place in plan.aims)
    title = _("Evidence for {aims}").format(aims=aims)
    title = _("{title}: {name}").format(title=title, name=plan.name) if plan.name else title
    return plan_document(plan, title, content, options, records=_records(plan, rows))


def _missing(plan: Plan, rows: list[Row]) -> Iterator[blocks.Block]:
    bare = sum(not plan.evidence_of.get(row.id) for row in rows)
    unconfirmed = sum(not one.confirmed_by for one in plan.evidence)
    told = (
        (bare, _n("{count} criterion has no evidence yet.",
                  "{count} criteria have no evidence yet.", bare)),
        (unconfirmed, _n("{count} piece of evidence is not confirmed by anybody yet.",
                         "{count} pieces of evidence are not confirmed by anybody yet.",
                         unconfirmed)),
    )  # fmt: skip
    if bare or unconfirmed:
        said = " ".join(words.format(count=count) for count, words in told if count)
        yield blocks.Note(_("Before it is handed in"), plain(said))
    if not rows:
        yield blocks.paragraph_of(_("Nothing new or changed is asked."))


def _table(plan: Plan, title: str, rows: tuple[Row, ...], numbers: dict[str, int]) -> blocks.Table:
    columns = (
        blocks.Column(_("Criterion"), 1.1),
        blocks.Column(_("Evidence"), 1.6),
        blocks.Column(_("Confirmed by"), 0.6),
        blocks.Column(_("Date"), 0.5),
    )
    cells = []
    for row in rows:
        pieces = plan.evidence_of.get(row.id, ())
        criterion = _criterion(row, numbers[row.id])
        if not pieces:
            silence = blocks.cell_of(_("no evidence yet"), Style.QUIET)
            cells.append((criterion, silence, blocks.cell_of(""), blocks.cell_of("")))
        for piece in pieces:
            confirmed = [piece.confirmed_by, day_in_words(piece.confirmed_on)]
            cells.append(
                (
                    criterion,
                    blocks.Cell(tuple(_in_full(piece, numbers, row))),
                    blocks.Cell(tuple(plain(text) for text in confirmed if text) or (plain(""),)),
                    blocks.cell_of(day_in_words(piece.date)),
                )
            )
    return blocks.Table(title, columns, tuple(cells))


def _criterion(row: Row, number: int) -> blocks.Cell:
    lines: list[Line] = [(Span(f"{number}. ", Style.STRONG), Span(row.text))]
    if row.essential:
        lines.append(styled(_("essential"), Style.QUIET))
    return blocks.Cell(tuple(lines))


def _in_full(piece: Evidence, numbers: dict[str, int], row: Row) -> Iterator[Line]:
    """Yield situation, task, action and result, the files, and what else the piece serves."""
    told: list[Span] = []
    for word, text in (
        (_("Situation"), piece.situation),
        (_("Task"), piece.task),
        (_("Action"), piece.action),
        (_("Result"), piece.result),
    ):
        if text:
            told += [Span(f"{' ' if told else ''}{word}: ", Style.STRONG), Span(text)]
    yield tuple(told)
    if piece.links:
        yield styled(_("Files: {names}").format(names=", ".join(piece.links)), Style.QUIET)
    others = [str(numbers[one]) for one in piece.rows if one != row.id and one in numbers]
    if others:
        words = _n("serves criterion {numbers}, too", "serves criteria {numbers}, too", len(others))
        yield styled(words.format(numbers=", ".join(others)), Style.QUIET)


def _records(plan: Plan, rows: list[Row]) -> blocks.Records:
    header = (
        _("Criterion"),
        _("Subject"),
        _("Essential"),
        _("Situation"),
        _("Task"),
        _("Action"),
        _("Result"),
        _("Files"),
        _("Confirmed by"),
        _("Confirmed on"),
        _("Date"),
    )
    found = []
    for row in rows:
        about = (row.text, row.subject, _("yes") if row.essential else "")
        pieces = plan.evidence_of.get(row.id, ())
        if not pieces:
            found.append((*about, *("" for _column in header[3:])))
        for piece in pieces:
            found.append((*about, *_told(piece)))
    return blocks.Records(header, tuple(found))


def _told(piece: Evidence) -> tuple[str, ...]:
    return (
        piece.situation,
        piece.task,
        piece.action,
        piece.result,
        "; ".join(piece.links),
        piece.confirmed_by,
        piece.confirmed_on,
        piece.date,
    )
