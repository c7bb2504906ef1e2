"""The sheet of up to five people against the same step, statement by statement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from pathways.i18n import _, _n
from pathways.i18n import in_words as joined
from pathways.planning.needs import Situation
from pathways.planning.side_by_side import CriteriaRemark, Criterion, SideBySide
from pathways.planning.standing import Shown, in_words
from pathways.report import blocks
from pathways.report.options import SheetOptions
from pathways.report.spans import Style, plain, styled
from pathways.report.team_words import standing_cell, team_document


def side_by_side_sheet(
    situation: Situation, beside: SideBySide, *, options: SheetOptions
) -> blocks.Sheet:
    """Return people side by side as a sheet: no ranking, no total."""
    title = _("{source} to {target}, side by side").format(
        source=beside.source.title, target=beside.target.title
    )
    return team_document(
        title,
        situation.team,
        (*_summary(beside), *_tables(beside)),
        options=options,
        wide=True,
        records=_records(beside),
    )


def summary_lines(beside: SideBySide) -> list[str]:
    """Return how many criteria have which remark; [] where there is nothing to look at."""
    return [
        _sentence(remark, count).format(count=count)
        for remark in CriteriaRemark
        if (count := len(beside.remarked(remark)))
    ]


def _sentence(remark: CriteriaRemark, count: int) -> str:
    if remark is CriteriaRemark.ASKED_OF_NOBODY:
        return _n(
            "{count} statement was asked of nobody yet.",
            "{count} statements were asked of nobody yet.",
            count,
        )
    if remark is CriteriaRemark.ASKED_OF_SOME:
        return _n(
            "{count} statement was asked of some only.",
            "{count} statements were asked of some only.",
            count,
        )
    return _n(
        "{count} statement is judged differently on similar evidence.",
        "{count} statements are judged differently on similar evidence.",
        count,
    )


def _summary(beside: SideBySide) -> Iterator[blocks.Block]:
    names = joined([person.name for person in beside.people])
    yield blocks.paragraph_of(
        _n(
            "{names} against the {count} statement that this step asks for.",
            "{names} against the {count} statements that this step asks for.",
            len(beside.criteria),
        ).format(names=names, count=len(beside.criteria))
    )
    if beside.silent:
        silent = [person.name for person in beside.people if person.id in beside.silent]
        words = _("No plan could be read of {names}.").format(names=joined(silent))
        yield blocks.Note(_("Not known"), plain(words))
    if lines := summary_lines(beside):
        yield blocks.Heading(2, _("To check, so that everyone is held to the same standard"))
        yield blocks.BulletList(tuple(blocks.item_of(line) for line in lines))


def _tables(beside: SideBySide) -> Iterator[blocks.Block]:
    columns = (
        blocks.Column(_("What is asked"), 1.4),
        *(blocks.Column(person.name, 1) for person in beside.people),
    )
    for dimension, found in groupby(beside.criteria, key=lambda one: one.dimension):
        yield blocks.Heading(2, dimension.title)
        rows = tuple(_row(criterion) for criterion in found)
        yield blocks.Table(dimension.title, columns, rows, row_headers=True)


def _row(criterion: Criterion) -> tuple[blocks.Cell, ...]:
    asked = [
        plain(criterion.statement.text),
        *(styled(remark.word, Style.QUIET) for remark in criterion.remarks),
    ]
    return (blocks.Cell(tuple(asked)), *(_cell(cell) for cell in criterion.cells))


def _cell(cell: Shown | None) -> blocks.Cell:
    if cell is None:
        return blocks.cell_of(_("not in the plan"), Style.QUIET)
    return standing_cell(cell.standing, *cell.evidence, confirmed_in_words(cell))


def confirmed_in_words(cell: Shown) -> str:
    """Return who confirmed what a plan says, and as what; "" where nobody did."""
    if cell.confirmed and cell.by:
        return _("{who}: {standing}").format(who=cell.by, standing=in_words(cell.confirmed))
    if cell.confirmed:
        return _("The manager: {standing}").format(standing=in_words(cell.confirmed))
    return _("Confirmed by {who}").format(who=cell.by) if cell.by else ""


def _records(beside: SideBySide) -> blocks.Records:
    people = [person.name for person in beside.people]
    header = [_("Dimension"), _("Statement"), _("Verdict"), _("Remarks")]
    for name in people:
        header += [
            name,
            _("{name}: evidence").format(name=name),
            _("{name}: confirmed").format(name=name),
        ]
    rows = []
    for criterion in beside.criteria:
        row = [
            criterion.dimension.title,
            criterion.statement.text,
            criterion.verdict.word,
            "; ".join(remark.word for remark in criterion.remarks),
        ]
        for cell in criterion.cells:
            row += _recorded(cell)
        rows.append(tuple(row))
    return blocks.Records(tuple(header), tuple(rows))


def _recorded(cell: Shown | None) -> Sequence[str]:
    if cell is None:
        return ("", "", "")
    return (in_words(cell.standing), "; ".join(cell.evidence), confirmed_in_words(cell))
