"""The sheet of routes: the steps from one grade or role to another, and what changes at each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pathways.compare.change import DimensionChange, StepChange, Verdict
from pathways.compare.clause import main_clause
from pathways.compare.comparison import Comparer
from pathways.compare.sentences import place
from pathways.compare.story import DimensionStory, Story, Thread, tell
from pathways.compare.story_sentences import fate, reason, story_sentence
from pathways.errors import UsageError
from pathways.graph.routes import Route
from pathways.i18n import _, _n, in_words
from pathways.model.step import Step
from pathways.report import blocks
from pathways.report.closing import closing, legend
from pathways.report.options import SheetOptions
from pathways.report.provenance import brief_advice, frameworks_of, provenance
from pathways.report.sheet import sheet
from pathways.report.spans import Line, Span, Style, plain, styled

_FIRST = 5  # statements of a step that are told first
_LINES = 80  # lines of a table of two sides, each a statement
_LINES_OF_A_STEP = 5  # of them, for the counts of each step


def route_sheet(
    routes: Sequence[Route], comparer: Comparer, *, options: SheetOptions
) -> blocks.Sheet:
    """Return the sheet of one or more routes with the same ends; raise UsageError where there is
    none.
    """
    if not routes:
        raise UsageError(_("There is no route to print."))
    library = comparer.library
    first, last = (library.node(routes[0].nodes[end]) for end in (0, -1))
    frameworks = frameworks_of(library, [node for route in routes for node in route.nodes])
    return sheet(
        _("From {first} to {last}").format(first=place(first), last=place(last)),
        frameworks,
        (
            *(provenance(frameworks) if options.full else brief_advice(frameworks)),
            *_indicative(routes),
            *(
                block
                for number, route in enumerate(routes, 1)
                for block in _route(number, route, comparer, routes, options)
            ),
            *(_whole(routes, comparer, options) if options.full else _signed(options)),
        ),
        options,
        compact=not options.full,
        records=_records(routes, comparer),
    )


def _whole(
    routes: Sequence[Route], comparer: Comparer, options: SheetOptions
) -> Iterator[blocks.Block]:
    yield from _story(tell(comparer, routes[0].nodes)) if len(routes) == 1 else _no_story()
    yield from legend(words=False) if options.legend else ()
    yield from closing(options, signed=True)


def _signed(options: SheetOptions) -> Iterator[blocks.Block]:
    if options.notes:
        yield blocks.Heading(2, _("What we agreed"))
        yield blocks.WritingLines(3)
    if options.signatures:
        yield blocks.Signatures((_("Employee"), _("Manager")), _("Date"))


def _indicative(routes: Sequence[Route]) -> Iterator[blocks.Block]:
    if any(route.indicative for route in routes):
        yield blocks.Note(
            _("Suggested steps"),
            plain(
                _(
                    "Steps marked as suggested are in no document: they only show where a route "
                    "could lead."
                )
            ),
        )


def _route(
    number: int,
    route: Route,
    comparer: Comparer,
    routes: Sequence[Route],
    options: SheetOptions,
) -> Iterator[blocks.Block]:
    count = len(route.steps)
    steps = _n("{count} step", "{count} steps", count).format(count=count)
    if len(routes) == 1:
        yield blocks.Heading(2, _("The route: {steps}").format(steps=steps))
    else:
        yield blocks.Heading(2, _("Route {number}: {steps}").format(number=number, steps=steps))
    yield blocks.paragraph_of(" → ".join(comparer.library.titles_of(route.nodes)), keep=True)
    first = 0 if options.full else _told_of_each(count * len(routes))
    yield blocks.Table(
        caption=_("The steps of the route, and what changes at each"),
        columns=(
            blocks.Column(_("Step"), 0.5),
            blocks.Column(_("Kind of move"), 0.5),
            blocks.Column(_("What changes"), 2.0),
        ),
        rows=tuple(_row(step, comparer, first=first) for step in route.steps),
        row_headers=True,
    )


def _told_of_each(steps: int) -> int:
    """Return how many statements can be told of each step for all to fit on two sides."""
    return max(0, min(_FIRST, _LINES // max(1, steps) - _LINES_OF_A_STEP))


def _row(step: Step, comparer: Comparer, *, first: int) -> tuple[blocks.Cell, ...]:
    library = comparer.library
    names = {"before": library.node(step.source).title, "after": library.node(step.target).title}
    kind: list[Line] = [plain(step.kind.word)]
    if step.indicative:
        kind.append(styled(_("suggested, not official"), Style.STRONG))
    if step.note:
        kind.append(styled(step.note, Style.QUIET))
    change = comparer.compare([step.source, step.target]).steps[0]
    return (
        blocks.cell_of(_("{before} to {after}").format(**names)),
        blocks.Cell(tuple(kind)),
        blocks.Cell((*_told_first(change, first), *_changes(change))),
    )


def _told_first(change: StepChange, most: int) -> Iterator[Line]:
    """Yield the statements that make the step, each in a line."""
    for told in change.first[:most]:
        verdict = told.change.verdict
        yield (
            Span(f"{verdict.sign} {verdict.word}: ", Style.STRONG),
            Span(main_clause(told.statement.text, 72)),
        )


def _changes(change: StepChange) -> Iterator[Line]:
    """Say which dimensions change and how, then which do not."""
    size = change.size
    yield styled(
        _n("{count} statement changes", "{count} statements change", size).format(count=size),
        Style.STRONG,
    )
    for verdict in Verdict:
        titles = [_title(d) for d in change.dimensions if d.verdict is verdict]
        if titles and verdict.is_change:
            yield (
                Span(f"{verdict.sign} {verdict.word}", Style.STRONG),
                Span(f": {', '.join(titles)}"),
            )
    same = [_title(d) for d in change.dimensions if d.verdict.asks_the_same]
    if same:
        yield styled(
            _("{sign} no real change: {dimensions}").format(
                sign=Verdict.UNCHANGED.sign, dimensions=in_words(same)
            ),
            Style.QUIET,
        )


def _title(change: DimensionChange) -> str:
    title = change.dimension.title
    return (
        _("{dimension} (judged by a person)").format(dimension=title)
        if change.overruled_count
        else title
    )


def _story(story: Story) -> Iterator[blocks.Block]:
    """Tell the route subject by subject, each statement once."""
    yield blocks.Heading(2, _("Everything you would need, listed once"))
    yield blocks.paragraph_of(
        _(
            "Each requirement is listed once, at the grade where it first applies, with any "
            "later change."
        )
    )
    for dimension in story.dimensions:
        yield blocks.Heading(3, dimension.dimension.title)
        yield blocks.paragraph_of(
            story_sentence(dimension, story.nodes), keep=bool(dimension.chapters)
        )
        for chapter in dimension.chapters:
            yield blocks.Heading(4, _("At {node}").format(node=place(chapter.node)))
            items = [item for thread in chapter.threads for item in _told(thread, story, dimension)]
            yield blocks.BulletList(tuple(items))


def _told(thread: Thread, story: Story, dimension: DimensionStory) -> Iterator[blocks.Item]:
    """Yield what the document says, and below it, kept apart, what becomes of it."""
    event = thread.events[0]
    why = reason(thread)
    yield blocks.Item(
        (
            Span(f"{event.verdict.sign} {event.verdict.word}: ", Style.STRONG),
            Span(thread.told.text),
            *(styled(f" ({why})", Style.QUIET) if why else ()),
        )
    )
    if later := fate(thread, story.nodes, dimension.silent):
        yield blocks.item_of(later, depth=2)


def _no_story() -> Iterator[blocks.Block]:
    yield blocks.Paragraph(
        styled(
            _(
                "A sheet of one route alone also lists, subject by subject, everything you would "
                "need."
            ),
            Style.QUIET,
        )
    )


def _records(routes: Sequence[Route], comparer: Comparer) -> blocks.Records:
    library = comparer.library
    header = (
        _("Route"),
        _("Step"),
        _("From"),
        _("To"),
        _("Kind of move"),
        _("Suggested"),
        _("Dimension"),
        _("Change"),
        _("Before"),
        _("After"),
    )
    rows = []
    for number, route in enumerate(routes, 1):
        for count, step in enumerate(route.steps, 1):
            about = (
                str(number),
                str(count),
                library.node(step.source).title,
                library.node(step.target).title,
                step.kind.word,
                _("yes") if step.indicative else _("no"),
            )
            change = comparer.compare([step.source, step.target]).steps[0]
            rows += [(*about, *facts) for facts in _facts(change)]
    return blocks.Records(header, tuple(rows))


def _facts(step: StepChange) -> Iterator[tuple[str, str, str, str]]:
    """Yield what becomes of each statement, and of each dimension without any."""
    for dimension in step.dimensions:
        title = dimension.dimension.title
        if dimension.level:
            levels = dimension.level.before, dimension.level.after
            before_level, after_level = (level.value if level else "" for level in levels)
            yield title, dimension.level.verdict.word, before_level, after_level
        elif not dimension.changes:
            yield title, dimension.verdict.word, "", ""
        for change in dimension.changes:
            before, after = change.before, change.after
            texts = (before.text if before else "", after.text if after else "")
            yield title, change.verdict.word, *texts
