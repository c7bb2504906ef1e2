"""The sheet of an import: what to look at, what was left out, what became of each line."""

from __future__ import annotations

from collections.abc import Iterator

from pathways.i18n import _
from pathways.importing.imported import Decision, Doubt, Imported
from pathways.importing.job import counts_line, nodes_line
from pathways.importing.outline import LeftOut
from pathways.report import blocks
from pathways.report.options import SheetOptions
from pathways.report.sheet import sheet


def import_sheet(imported: Imported, *, options: SheetOptions) -> blocks.Sheet:
    """Return the account of an import, of every line; as rows, what became of each."""
    framework = imported.framework
    return sheet(
        _("{framework}: report of the import").format(framework=framework.title),
        [framework],
        tuple(_blocks(imported)),
        options,
        wide=True,
        records=blocks.Records(_header(), tuple(map(_record, imported.decisions))),
    )


def _blocks(imported: Imported) -> Iterator[blocks.Block]:
    yield blocks.paragraph_of(nodes_line(imported))
    yield blocks.paragraph_of(counts_line(imported))
    for title, listed in (
        (_("Please look at these"), imported.doubts),
        (_("Left out"), imported.left_out),
    ):
        if listed:
            yield blocks.Heading(2, title)
            yield blocks.BulletList(tuple(blocks.item_of(_line(each)) for each in listed))
    if imported.decisions:
        title = _("What became of each line")
        yield blocks.Heading(2, title)
        yield blocks.Table(
            title,
            (
                blocks.Column(_("Line"), 0.3),
                blocks.Column(_("Text"), 2),
                blocks.Column(_("Became"), 1),
                blocks.Column(_("Why"), 1.2),
            ),
            tuple(
                tuple(blocks.cell_of(text) for text in _cells(decision))
                for decision in imported.decisions
            ),
        )


def _line(item: Doubt | LeftOut) -> str:
    words = _("“{text}”: {why}").format(text=" ".join(item.text.split()), why=item.why)
    return (_("line {line}: ").format(line=item.line) if item.line else "") + words


def _cells(decision: Decision) -> tuple[str, ...]:
    became = f"{decision.became.word} ({decision.sure.word})"
    target = decision.statement or decision.dimension
    return (
        str(decision.line or ""),
        " ".join(decision.text.split()),
        f"{became} → {target}" if target else became,
        decision.why,
    )


def _header() -> tuple[str, ...]:
    return (
        _("Line"),
        _("Text"),
        _("Became"),
        _("Sure"),
        _("Why"),
        _("Grades or roles"),
        _("Dimension"),
        _("Statement"),
    )


def _record(decision: Decision) -> tuple[str, ...]:
    return (
        str(decision.line or ""),
        decision.text,
        decision.became.word,
        decision.sure.word,
        decision.why,
        ", ".join(decision.nodes),
        decision.dimension,
        decision.statement,
    )
