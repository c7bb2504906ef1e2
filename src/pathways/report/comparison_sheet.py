"""The sheet of a comparison: what changes, dimension by dimension."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pathways.compare.change import Change, Comparison, ComparisonRow, DimensionChange, Verdict
from pathways.compare.clause import first_title, told_first
from pathways.compare.first import first_of_all
from pathways.compare.level_words import level_words
from pathways.compare.levels import explains
from pathways.compare.rows import rows
from pathways.compare.sentences import place, shared_text, silence
from pathways.i18n import _, _n
from pathways.model.dimension import Dimension
from pathways.model.framework import Node
from pathways.model.library import Library
from pathways.model.statement import Statement
from pathways.report import blocks
from pathways.report.closing import legend
from pathways.report.judgement import judgement_note, program_says
from pathways.report.marks import marked, verdict_cell
from pathways.report.options import SheetOptions
from pathways.report.provenance import frameworks_of, provenance
from pathways.report.sheet import sheet
from pathways.report.skills import explained, skills_table
from pathways.report.sources import SourceNotes
from pathways.report.spans import Line, Span, Style, plain, styled

_CHANGE_SHARE = {
    2: 0.42,
    3: 0.45,
    4: 0.52,
}  # width of a column of verdicts beside one of statements


def comparison_sheet(
    comparison: Comparison, library: Library, *, options: SheetOptions
) -> blocks.Sheet:
    """Return the sheet of a comparison of nodes of ``library``.

    Give the whole comparison: ``options.only_changes`` leaves out what does not change, and says
    so. It is the annex of the meeting sheet, which has the room for notes and signatures.
    """
    return _ComparisonSheet(comparison, library, options).document()


def excerpt(comparison: Comparison, library: Library, *, options: SheetOptions) -> blocks.Sheet:
    """Return only the lines of a comparison, without what stands around them on a sheet: for the
    clipboard.
    """
    return _ComparisonSheet(comparison, library, options).excerpt()


class _ComparisonSheet:
    """One sheet in the making: what its parts have in common."""

    def __init__(self, comparison: Comparison, library: Library, options: SheetOptions) -> None:
        self.comparison = comparison
        self.nodes = comparison.nodes
        self.library = library
        self.options = options
        self.notes = SourceNotes(options.sources)

    def document(self) -> blocks.Sheet:
        frameworks = frameworks_of(self.library, [node.id for node in self.nodes])
        content = (
            *provenance(frameworks),
            *self._told_first(),
            *self._summary(),
            *skills_table(self.comparison, only_changes=self.options.only_changes),
            *(
                block
                for dimension in self.comparison.dimensions
                for block in self._dimension(dimension)
            ),
            *(legend(words=True, passing=len(self.nodes) > 2) if self.options.legend else ()),
            *self.notes.blocks(),
        )
        return sheet(
            self._title(),
            frameworks,
            content,
            self.options,
            wide=len(self.nodes) > 2,
            records=self._records(),
        )

    def excerpt(self) -> blocks.Sheet:
        content = [
            block
            for dimension in self.comparison.dimensions
            for block in self._dimension(dimension)
        ]
        return sheet(
            self._title(),
            frameworks_of(self.library, [node.id for node in self.nodes]),
            (*content, *self.notes.blocks()),
            self.options,
            wide=len(self.nodes) > 2,
            records=self._records(),
            excerpt=True,
        )

    def _title(self) -> str:
        sentence = _("What changes from {first} to {last}")
        if any(step.across for step in self.comparison.steps):
            sentence = _("What matches between {first} and {last}, and what does not")
        if len(self.nodes) > 2:
            sentence = _("What changes from {first} to {last}, step by step")
        return sentence.format(first=place(self.nodes[0]), last=place(self.nodes[-1]))

    # What comes first ----------------------------------------------------------------------------

    def _told_first(self) -> Iterator[blocks.Block]:
        """Yield the few statements that make the steps what they are."""
        told = first_of_all(self.comparison.steps)
        if not told:
            return
        several = len(self.comparison.steps) > 1
        heading = blocks.Heading(2, first_title(self.comparison.steps))
        columns = (blocks.Column(_("Change"), 0.3), blocks.Column(_("What is asked"), 1.4))
        rows = []
        for step, first in told:
            clause, before = told_first(first.statement.text, first.earlier, step.before)
            line = plain(f"{step.after.title}: {clause}" if several else clause)
            if before:
                line += styled(f" {before}", Style.QUIET)
            rows.append(
                (verdict_cell(first.change.verdict, word=first.change.word), blocks.Cell((line,)))
            )
        yield heading
        yield blocks.Table(heading.text, columns, tuple(rows))

    # The summary ---------------------------------------------------------------------------------

    def _summary(self) -> Iterator[blocks.Block]:
        yield blocks.Heading(2, _("In short"))
        for step in self.comparison.steps:
            where = _("From {before} to {after}").format(
                before=place(step.before), after=place(step.after)
            )
            told = [change for change in step.dimensions if not change.level]
            if not told:
                continue
            if len(self.comparison.steps) > 1:
                yield blocks.Heading(3, where)
            yield blocks.Table(
                caption=_("{step}, in a sentence for each dimension").format(step=where),
                columns=(
                    blocks.Column(_("Dimension"), 0.6),
                    blocks.Column(_("Change"), 0.4),
                    blocks.Column(_("In a sentence"), 1.4),
                ),
                rows=tuple(_summary_row(change) for change in told),
                row_headers=True,
            )

    # One dimension -------------------------------------------------------------------------------

    def _dimension(self, dimension: Dimension) -> Iterator[blocks.Block]:
        changes = [
            change for step in self.comparison.steps if (change := step.dimension(dimension.id))
        ]
        yield blocks.Heading(2, dimension.title)
        lines = rows(self.comparison, dimension.id)
        shown = (
            [line for line in lines if line.is_change] if self.options.only_changes else list(lines)
        )
        said = " ".join(dict.fromkeys(change.sentence for change in changes))
        for shared in self._shared_texts(dimension):
            if shared not in said:
                said += f" {shared}"
        yield blocks.paragraph_of(said, keep=bool(shown))
        if not self.options.only_changes or any(change.verdict.is_change for change in changes):
            yield from self._explained(dimension, changes)
        if not shown:
            return
        if all(_same_words(line) for line in shown):
            yield self._said_once(shown)
        else:
            yield self._table(dimension, shown)
            yield from _left_out(len(lines) - len(shown))

    def _explained(
        self, dimension: Dimension, changes: Sequence[DimensionChange]
    ) -> Iterator[blocks.Block]:
        if any(change.level for change in changes):
            yield from explained(self.comparison, dimension, self.library, self.notes)

    def _shared_texts(self, dimension: Dimension) -> list[str]:
        """Say which nodes have one text between them, where a node's whole text on the dimension
        is shared.
        """
        found: dict[tuple[str, ...], str] = {}
        for node in self.nodes:
            stated = [s for s in self._stated(node, dimension) if not explains(s)]
            served = {statement.nodes for statement in stated}
            if len(served) == 1 and len(nodes := served.pop()) > 1:
                found[nodes] = shared_text([self.library.node(node_id) for node_id in nodes])
        return list(found.values())

    def _stated(self, node: Node, dimension: Dimension) -> Sequence[Statement]:
        return self.library.demands_of(node.id, dimension.id)

    def _said_once(self, lines: Sequence[ComparisonRow]) -> blocks.Block:
        """Return a text that is the same in all columns: there is nothing to set side by side."""
        items = []
        for line in lines:
            stated = [cell for cell in line.cells if cell]
            marks = dict.fromkeys(mark for cell in stated for mark in self.notes.mark(cell))
            items.append(blocks.Item((Span(stated[0].text), *marks), stated[0].depth))
        return blocks.BulletList(tuple(items))

    def _table(self, dimension: Dimension, lines: Sequence[ComparisonRow]) -> blocks.Block:
        shares = _shares(lines)
        columns = [blocks.Column(self.nodes[0].title, shares[0])]
        for node, share in zip(self.nodes[1:], shares[1:], strict=True):
            change = (
                _("Change")
                if len(self.nodes) == 2
                else _("Change to {node}").format(node=place(node))
            )
            columns += [
                blocks.Column(change, _CHANGE_SHARE[len(self.nodes)]),
                blocks.Column(node.title, share),
            ]
        caption = _("{dimension}, side by side").format(dimension=dimension.title)
        return blocks.Table(
            caption, tuple(columns), tuple(self._row(dimension, line) for line in lines)
        )

    def _row(self, dimension: Dimension, line: ComparisonRow) -> tuple[blocks.Cell, ...]:
        cells = [self._statement_cell(dimension, line, 0)]
        for gap, change in enumerate(line.changes):
            if change:
                note = self.notes.judgement(judgement_note(change))
                cells.append(verdict_cell(change.verdict, change.why, note=note, word=change.word))
            elif line.cells[gap] is None and line.cells[gap + 1] is None:
                cells.append(verdict_cell(Verdict.NOT_STATED))
            else:
                cells.append(blocks.cell_of(_("no change; not shown"), Style.QUIET))
            cells.append(self._statement_cell(dimension, line, gap + 1))
        return tuple(cells)

    def _statement_cell(
        self, dimension: Dimension, line: ComparisonRow, number: int
    ) -> blocks.Cell:
        statement = line.cells[number]
        if statement is None:
            return blocks.cell_of(self._silence(dimension, line, number), Style.QUIET)
        before = line.cells[number - 1] if number else None
        if before is not None and before.id == statement.id:
            return blocks.cell_of(
                _("same wording as {node}").format(node=place(self.nodes[number - 1])), Style.QUIET
            )
        left = line.changes[number - 1] if number else None
        right = line.changes[number] if number < len(line.changes) else None
        text: Line = marked(statement.text, left, right)
        return blocks.Cell(((*text, *self.notes.mark(statement)),))

    def _across(self, number: int) -> bool:
        """Tell whether the way to a column leads from one organisation to another."""
        return number > 0 and self.comparison.steps[number - 1].across

    def _silence(self, dimension: Dimension, line: ComparisonRow, number: int) -> str:
        """Say in words what an empty cell means."""
        node = self.nodes[number]
        if _left_out_beside(line, number):
            return _("not shown")
        return silence(
            node,
            stated=self.library.states(node.id, dimension.id),
            said_before=any(line.cells[:number]) and not self._across(number),
        )

    # The same for spreadsheets -------------------------------------------------------------------

    def _records(self) -> blocks.Records:
        header = (
            _("Step"),
            _("Dimension"),
            _("Change"),
            _("Before"),
            _("After"),
            _("Why"),
            _("Source before"),
            _("Source after"),
            *((_("Judged by a person"), _("What the program says")) if self._overruled else ()),
        )
        found: list[tuple[str, ...]] = []
        for step in self.comparison.steps:
            where = _("{before} to {after}").format(
                before=step.before.title, after=step.after.title
            )
            for dimension in step.dimensions:
                found += [
                    (where, dimension.dimension.title, *facts) for facts in self._facts(dimension)
                ]
        return blocks.Records(header, tuple(found))

    def _facts(self, dimension: DimensionChange) -> Iterator[tuple[str, ...]]:
        if dimension.level and (dimension.level.verdict.is_change or not self.options.only_changes):
            levels = dimension.level.before, dimension.level.after
            words = (level_words(level) if level else "" for level in levels)
            yield (dimension.level.verdict.word, *words, "", "", "", *self._judgement(None))
        elif not dimension.changes and not self.options.only_changes:
            yield (dimension.verdict.word, "", "", "", "", "", *self._judgement(None))
        for change in dimension.changes:
            if change.verdict.is_change or not self.options.only_changes:
                before, after = change.before, change.after
                yield (
                    change.word,
                    before.text if before else "",
                    after.text if after else "",
                    change.why,
                    before.source.text if before else "",
                    after.source.text if after else "",
                    *self._judgement(change),
                )

    @property
    def _overruled(self) -> bool:
        return any(
            change.overruled_count for step in self.comparison.steps for change in step.dimensions
        )

    def _judgement(self, change: Change | None) -> tuple[str, ...]:
        """Return the two columns more that a table has where persons judged anything in it."""
        if not self._overruled:
            return ()
        if change is None:
            return "", ""
        return _("yes") if change.overruled else _("no"), program_says(change)


def _shares(lines: Sequence[ComparisonRow]) -> list[float]:
    """Return the widths of the columns of statements: one with little text needs less, down to
    half.
    """
    letters = [
        sum(len(cell.text) for cell in column if cell)
        for column in zip(*(line.cells for line in lines), strict=True)
    ]
    most = max(letters)
    return [round(0.5 + 0.5 * min(1.0, 2 * count / most), 1) for count in letters]


def _left_out_beside(line: ComparisonRow, number: int) -> bool:
    """Tell whether a cell is empty only because the comparison was given without what does not
    change.
    """
    gaps = [gap for gap in (number - 1, number) if 0 <= gap < len(line.changes)]
    return any(line.changes[gap] is None and any(line.cells[gap : gap + 2]) for gap in gaps)


def _same_words(line: ComparisonRow) -> bool:
    """Tell whether every column states the line, to the letter alike."""
    return None not in line.cells and len({cell.text for cell in line.cells if cell}) == 1


def _summary_row(change: DimensionChange) -> tuple[blocks.Cell, ...]:
    by = _("rests on a person’s judgement") if change.overruled_count else ""
    return (
        blocks.cell_of(change.dimension.title),
        verdict_cell(change.verdict, by, word=change.word),
        blocks.cell_of(change.sentence),
    )


def _left_out(count: int) -> Iterator[blocks.Block]:
    if count:
        sentence = _n(
            "{count} statement that does not change is left out.",
            "{count} statements that do not change are left out.",
            count,
        )
        yield blocks.Paragraph(styled(sentence.format(count=count), Style.QUIET))
