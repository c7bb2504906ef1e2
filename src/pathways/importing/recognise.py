"""From the outlines of documents to one framework, with an account of everything they hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath

from pathways.errors import PathwaysError
from pathways.i18n import _
from pathways.importing.accounting import missed
from pathways.importing.application_texts import without_application
from pathways.importing.assembly import Assembly
from pathways.importing.build import Builder
from pathways.importing.classify import Classifier
from pathways.importing.code_spelling import with_one_spelling
from pathways.importing.criteria_marks import with_criteria_marks
from pathways.importing.dimension_names import DimensionNames
from pathways.importing.document_families import about_the_whole, families_of
from pathways.importing.document_hints import hints_of
from pathways.importing.drafts import Drafts
from pathways.importing.fact_lines import with_whole_facts
from pathways.importing.imported import Became, Decision, Doubt, Imported, Sure
from pathways.importing.level_headings import with_level_headings
from pathways.importing.mapping import Taught, parted_cells
from pathways.importing.node_names import NodeNames, merge_nodes
from pathways.importing.outline import LeftOut, Outline
from pathways.importing.right import RightAsItIs
from pathways.importing.table_titles import with_table_titles
from pathways.importing.taught_lines import as_told
from pathways.importing.unfilled import with_doubted_places
from pathways.importing.units import Unit, units_of
from pathways.model.dimension import Dimension
from pathways.model.mapping import Mapping


def recognise(
    outlines: Sequence[Outline],
    dimensions: Sequence[Dimension],
    *,
    mapping: Mapping | None = None,
    order: Sequence[str] = (),
) -> Imported:
    """Make one framework of one or more documents, and say of every piece what became of it, why
    and how surely.

    ``dimensions`` are the shared ones. ``mapping`` is what a person taught about these documents;
    ``order`` lists nodes (ids, grades or titles), the lowest first, and comes before any order that
    is recognised. Raises PathwaysError where the documents hold no text that could be a statement.
    """
    taught = Taught(mapping)
    names = DimensionNames(dimensions, taught.headings)
    drafts = _drafted(outlines, names, taught)
    builder = Builder(drafts, names, outlines, order, taught.mapping)
    framework, decisions = builder.build()
    decisions.extend(missed(outlines, decisions))
    right = RightAsItIs(taught.mapping.right, decisions)
    doubts = [*builder.doubts, *_missing(taught), *_doubts(outlines, right.decisions)]
    return Imported(
        framework=framework,
        left_out=tuple(_left_out(outlines, decisions)),
        doubts=tuple(filter(right.leaves, doubts)),
        decisions=tuple(right.decisions),
        called=tuple(builder.called.items()),
    )


def _without_statements(outlines: Sequence[Outline]) -> PathwaysError:
    files = ", ".join(f"“{outline.name}”" for outline in outlines) or _("no document")
    return PathwaysError(
        _(
            "No statements were found in {files}. Check that it is the right document, and that "
            "it has text."
        ).format(files=files)
    )


def _drafted(outlines: Sequence[Outline], names: DimensionNames, taught: Taught) -> Drafts:
    """Read all documents; all their nodes are known before any text is put in its place."""
    drafts = Drafts()
    assemblies = []
    documents = [_units(outline, number) for number, outline in enumerate(outlines)]
    taught.meet(documents)
    for number, (outline, units) in enumerate(zip(outlines, documents, strict=True)):
        name = PurePath(outline.name).stem or outline.title
        lined = outline.format == "txt"
        said = with_doubted_places(Classifier(units, names, taught, lined).events())
        parted = list(parted_cells(said, taught.mapping))
        read = with_one_spelling(without_application(parted, taught))
        headed = with_level_headings(read, names, name)
        events = list(with_criteria_marks(as_told(read, headed, taught)))
        hints = hints_of(outline)
        assemblies.append(Assembly(events, drafts, names, taught, number, name, hints))
    whole = about_the_whole(assemblies, drafts)
    families = families_of(assemblies, drafts)
    for place, (assembly, family) in enumerate(zip(assemblies, families, strict=True)):
        assembly.prepare(family, place in whole)
    merge_nodes(drafts, taught.mapping.merged)
    known = NodeNames(drafts.nodes.values())
    for assembly in assemblies:
        assembly.settle(known)
        assembly.run()
    if not any(section.says_something for section in drafts.sections):
        raise _without_statements(outlines)
    return drafts


def _units(outline: Outline, number: int) -> list[Unit]:
    return with_table_titles(with_whole_facts(units_of(outline, number)))


def _missing(taught: Taught) -> Iterator[Doubt]:
    """Yield what a mapping names that is not in the documents any more."""
    for text in taught.missing():
        why = _("The corrections name this text, which is not here.")
        yield Doubt(line=0, text=text, why=why)
    yield from taught.doubts


def _left_out(outlines: Sequence[Outline], decisions: Sequence[Decision]) -> Iterator[LeftOut]:
    for outline in outlines:
        yield from outline.left_out
    for decision in decisions:
        if decision.became is Became.LEFT_OUT:
            yield LeftOut(line=decision.line, text=decision.text, why=decision.why)


def _doubts(outlines: Sequence[Outline], decisions: Sequence[Decision]) -> Iterator[Doubt]:
    for number, outline in enumerate(outlines):
        for remark in outline.remarks:
            yield Doubt(line=remark.line, text=remark.text, why=remark.why, document=number)
    for decision in _doubtful(decisions):
        yield Doubt(
            line=decision.line, text=decision.text, why=decision.why, document=decision.document
        )


def _doubtful(decisions: Sequence[Decision]) -> Iterator[Decision]:
    """Yield what is unsure: a heading that comes again once, and the two halves of one statement
    once.
    """
    said: set[tuple[str, str]] = set()
    for decision in decisions:
        about = decision.statement or decision.text
        if decision.sure is Sure.UNSURE and (about, decision.why) not in said:
            said.add((about, decision.why))
            yield decision
