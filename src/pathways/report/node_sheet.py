"""The sheet of one grade or role: its text at length, as its document has it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from pathways.compare.level_words import in_reading_order
from pathways.compare.sentences import only_defined, shared_definition, shared_text
from pathways.i18n import _, in_words
from pathways.model.library import Library
from pathways.model.scale import Level
from pathways.model.statement import Statement
from pathways.report import blocks
from pathways.report.closing import closing
from pathways.report.options import SheetOptions
from pathways.report.provenance import provenance
from pathways.report.sheet import sheet
from pathways.report.skills import levels_table
from pathways.report.sources import SourceNotes
from pathways.report.spans import Span, Style, styled


def node_sheet(library: Library, node_id: str, *, options: SheetOptions) -> blocks.Sheet:
    """Return everything that a document says of one node; raise UsageError where there is no such
    node.
    """
    node = library.node(node_id)
    frameworks = (library.framework_of(node_id),)
    statements = in_reading_order(library, node_id)
    notes = SourceNotes(options.sources)
    return sheet(
        node.title,
        frameworks,
        (
            *provenance(frameworks),
            *_facts(library, node_id),
            *levels_table(library, node_id),
            *_sections(library, node_id, statements, notes),
            *_silence(library, node_id),
            *notes.blocks(),
            *closing(options, signed=False),
        ),
        options,
        records=_records(library, statements),
    )


def _facts(library: Library, node_id: str) -> Iterator[blocks.Block]:
    node = library.node(node_id)
    facts = [
        *(
            [_("Grade: {grade}").format(grade=node.grade)]
            if node.grade not in node.title.split()
            else []
        )
    ]
    facts += [_("Code: {code}").format(code=node.code)] if node.code else []
    facts += node.facts
    if facts:
        yield blocks.Heading(2, _("Also stated in the document"))
        yield blocks.BulletList(tuple(blocks.item_of(fact) for fact in facts))


def _sections(
    library: Library, node_id: str, statements: Sequence[Statement], notes: SourceNotes
) -> Iterator[blocks.Block]:
    """Yield the text under its headings, in the order of the document; who shares it is said once
    for a section.
    """
    said: tuple[str, ...] | None = None
    for (heading, group), found in _grouped(statements):
        dimension = library.dimensions[group[0]]
        yield blocks.Heading(2, heading)
        if heading.casefold() != dimension.title.casefold():
            about = _("Compared under: {dimension}.").format(dimension=dimension.title)
            yield blocks.Paragraph(styled(about, Style.QUIET), keep=True)
        for (label, nodes, definition), part in groupby(
            found, key=lambda s: (s.label, s.nodes, s.definition)
        ):
            if label:
                yield blocks.Heading(3, label)
            level = library.level_of(node_id, dimension.id)
            if remark := _remark(library, nodes, definition, level, again=nodes == said):
                yield blocks.Paragraph(styled(remark, Style.QUIET), keep=True)
            said = nodes
            yield blocks.BulletList(tuple(_item(library, statement, notes) for statement in part))


def _grouped(
    statements: Sequence[Statement],
) -> Iterator[tuple[tuple[str, tuple[str, ...]], Iterator[Statement]]]:
    return groupby(statements, key=lambda s: (s.heading, s.dimensions[:1]))


def _remark(
    library: Library, nodes: tuple[str, ...], definition: bool, level: Level | None, *, again: bool
) -> str:
    served = [library.node(node) for node in nodes]
    if definition and level:
        return shared_definition(served, levels=True) if len(nodes) > 1 else ""
    if definition:
        return shared_definition(served, levels=False) if len(nodes) > 1 else only_defined()
    return shared_text(served) if len(nodes) > 1 and not again else ""


def _item(library: Library, statement: Statement, notes: SourceNotes) -> blocks.Item:
    spans = [Span(statement.text)]
    if len(statement.dimensions) > 1:
        titles = in_words([library.dimensions[d].title for d in statement.dimensions[1:]])
        spans.append(
            Span(
                " " + _("(also compared under {dimensions})").format(dimensions=titles), Style.QUIET
            )
        )
    return blocks.Item((*spans, *notes.mark(statement)), statement.depth)


def _silence(library: Library, node_id: str) -> Iterator[blocks.Block]:
    """Name the dimensions that other open documents state something on, and this one does not."""
    stated = {dimension.id for dimension in library.dimensions_of([node_id])}
    missing = [d.title for d in library.dimensions_of(library.nodes) if d.id not in stated]
    if missing:
        yield blocks.Heading(2, _("Not stated in this document"))
        yield blocks.paragraph_of(
            _("Other open documents state something on these: {dimensions}.").format(
                dimensions=in_words(missing)
            )
        )


def _records(library: Library, statements: Sequence[Statement]) -> blocks.Records:
    header = (_("Dimension"), _("Heading"), _("Statement"), _("Serves"), _("Source"))
    rows = [
        (
            library.dimensions[s.dimensions[0]].title,
            s.heading,
            s.text,
            in_words(library.titles_of(s.nodes)),
            s.source.text,
        )
        for s in statements
    ]
    return blocks.Records(header, tuple(rows))
