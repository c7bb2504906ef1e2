from __future__ import annotations

import datetime
import itertools
from collections.abc import Callable

import msgspec
import pytest

import bundled
from pathways.compare.change import Ladder
from pathways.compare.comparison import Comparer
from pathways.errors import UsageError
from pathways.graph.progression import progression
from pathways.graph.routes import Route, shortest_route
from pathways.model.day import date_in_words
from pathways.model.framework import Block, Entry, Section
from pathways.model.library import Library
from pathways.model.step import Step, StepKind
from pathways.model.vocabulary import Conditions, Vocabulary
from pathways.report.blocks import BulletList, Heading, Note, Paragraph, Table
from pathways.report.ladder_sheet import ladder_sheet
from pathways.report.node_sheet import node_sheet
from pathways.report.options import Orientation, SheetOptions
from pathways.report.pages import svg_pages
from pathways.report.route_sheet import route_sheet
from pathways.report.spans import Style, text_of
from pathways.report.text import to_text


@pytest.fixture
def comparer(library: Library) -> Comparer:
    return Comparer(library, Vocabulary(scales=(), conditions=Conditions(weight=1, words=())))


@pytest.fixture
def route() -> Route:
    note = "No document joins the two."
    steps = (
        Step(source="care-3", target="care-4"),
        Step(
            source="care-4",
            target="chief",
            kind=StepKind.ACROSS_ORGANISATIONS,
            indicative=True,
            note=note,
        ),
    )
    return Route(nodes=("care-3", "care-4", "chief"), steps=steps)


def test_the_ladder_reads_as_agreed(
    ladder: Ladder, library: Library, options: SheetOptions, check_golden: Callable[..., None]
) -> None:
    check_golden(ladder_sheet(ladder, library, options=options), "ladder")


def test_the_sheet_of_a_grade_reads_as_agreed(
    library: Library, options: SheetOptions, check_golden: Callable[..., None]
) -> None:
    check_golden(node_sheet(library, "care-2", options=options), "grade")


def test_the_sheet_of_a_role_reads_as_agreed(
    library: Library, options: SheetOptions, check_golden: Callable[..., None]
) -> None:
    check_golden(node_sheet(library, "chief", options=options), "role")


def test_the_sheet_of_a_route_reads_as_agreed(
    route: Route, comparer: Comparer, options: SheetOptions, check_golden: Callable[..., None]
) -> None:
    check_golden(route_sheet([route], comparer, options=options), "route")


def test_a_ladder_of_many_steps_is_cut_into_tables_of_eight_at_most(
    ladder: Ladder, library: Library, options: SheetOptions
) -> None:
    long = msgspec.structs.replace(ladder, steps=ladder.steps * 9)
    sheet = ladder_sheet(long, library, options=options)
    tables = [
        block for block in sheet.blocks if isinstance(block, Table) and len(block.columns) > 2
    ]
    assert [len(table.columns) - 1 for table in tables] == [6, 6, 6]
    assert [b.text for b in sheet.blocks if isinstance(b, Heading)][:2] == [
        "All steps, part 1 of 3", "All steps, part 2 of 3",
    ]  # fmt: skip


def test_a_ladder_without_steps_says_so(
    ladder: Ladder, library: Library, options: SheetOptions
) -> None:
    sheet = ladder_sheet(
        msgspec.structs.replace(ladder, steps=(), remark=""), library, options=options
    )
    said = [text_of(block.spans) for block in sheet.blocks if isinstance(block, Paragraph)]
    assert said == ["This framework has no steps from one grade to another."]


def test_a_ladder_of_changes_only_counts_the_dimensions_that_never_change(
    ladder: Ladder, library: Library, options: SheetOptions
) -> None:
    sheet = ladder_sheet(
        ladder, library, options=msgspec.structs.replace(options, only_changes=True)
    )
    table = next(block for block in sheet.blocks if isinstance(block, Table))
    names = [text_of(row[0].lines[0]) for row in table.rows]
    assert names == ["Statements that change", "People management", "Risk management"]
    said = [text_of(block.spans) for block in sheet.blocks if isinstance(block, Paragraph)]
    assert "2 dimensions that never change are left out." in said


def test_a_text_that_serves_both_nodes_is_said_to_in_the_ladder(
    ladder: Ladder, library: Library, options: SheetOptions
) -> None:
    table = next(
        b for b in ladder_sheet(ladder, library, options=options).blocks if isinstance(b, Table)
    )
    purpose = next(row for row in table.rows if text_of(row[0].lines[0]) == "Level purpose")
    assert [text_of(line) for line in purpose[1].lines] == ["= no change", "shared wording"]


def test_a_dimension_that_a_step_does_not_have_is_not_stated(
    ladder: Ladder, library: Library, options: SheetOptions
) -> None:
    first = ladder.steps[0]
    steps = (msgspec.structs.replace(first, dimensions=first.dimensions[:1]),)
    sheet = ladder_sheet(msgspec.structs.replace(ladder, steps=steps), library, options=options)
    table = next(block for block in sheet.blocks if isinstance(block, Table))
    assert text_of(table.rows[-1][1].lines[0]) == "· not stated"


def test_a_grade_says_once_who_shares_its_text(library: Library, options: SheetOptions) -> None:
    sheet = node_sheet(library, "care-2", options=options)
    said = [text_of(block.spans) for block in sheet.blocks if isinstance(block, Paragraph)]
    assert said.count("Grades 1 to 3 share this wording.") == 1


def test_a_grade_names_what_its_document_does_not_state(
    library: Library, options: SheetOptions
) -> None:
    sheet = node_sheet(library, "care-1", options=options)
    last = [text_of(block.spans) for block in sheet.blocks if isinstance(block, Paragraph)][-1]
    assert last == "Other open documents state something on these: Risk management."


def test_a_role_with_verbatim_wording_needs_no_advice(
    library: Library, options: SheetOptions
) -> None:
    sheet = node_sheet(library, "chief", options=options)
    assert not [block for block in sheet.blocks if isinstance(block, Note)]
    assert sheet.footer == "Chief of care"
    facts = next(block for block in sheet.blocks[2:] if isinstance(block, BulletList))
    assert [text_of(item.spans) for item in facts.items] == ["Grade: A", "Code: C-1", "Pay: good"]


def test_an_unknown_grade_has_no_sheet(library: Library, options: SheetOptions) -> None:
    with pytest.raises(UsageError, match="Did you mean"):
        node_sheet(library, "care-9", options=options)


def test_documents_of_two_organisations_are_said_not_to_be_written_for_comparison(
    route: Route, comparer: Comparer, options: SheetOptions
) -> None:
    sheet = route_sheet([route], comparer, options=options)
    note = next(block for block in sheet.blocks if isinstance(block, Note))
    assert "The documents belong to different organisations" in text_of(note.spans)


def test_an_indicative_step_is_marked_with_its_note(
    route: Route, comparer: Comparer, options: SheetOptions
) -> None:
    sheet = route_sheet([route], comparer, options=options)
    table = next(block for block in sheet.blocks if isinstance(block, Table))
    kinds = [[text_of(line) for line in row[1].lines] for row in table.rows]
    assert kinds == [
        ["next grade"],
        ["across organisations", "suggested, not official", "No document joins the two."],
    ]


def test_several_routes_are_numbered(
    route: Route, comparer: Comparer, options: SheetOptions
) -> None:
    sheet = route_sheet([route, route], comparer, options=options)
    titles = [block.text for block in sheet.blocks if isinstance(block, Heading)]
    assert titles[:2] == ["Route 1: 2 steps", "Route 2: 2 steps"]
    assert sheet.records is not None
    steps = list(dict.fromkeys(row[:4] for row in sheet.records.rows))
    assert steps[2] == ("2", "1", "Grade 3", "Grade 4")
    assert "Manage risks." in {text for row in sheet.records.rows for text in row[8:]}


def test_the_story_is_told_of_a_route_that_stands_alone(
    route: Route, comparer: Comparer, options: SheetOptions
) -> None:
    alone, several = (
        route_sheet(routes, comparer, options=options) for routes in ([route], [route, route])
    )
    title = "Everything you would need, listed once"
    assert title in [block.text for block in alone.blocks if isinstance(block, Heading)]
    assert title not in [block.text for block in several.blocks if isinstance(block, Heading)]
    said = [text_of(block.spans) for block in several.blocks if isinstance(block, Paragraph)]
    assert (
        "A sheet of one route alone also lists, subject by subject, everything you would need."
        in said
    )


def test_every_text_of_a_route_is_on_its_sheet_once_at_most(
    comparer: Comparer, options: SheetOptions
) -> None:
    nodes = ("care-1", "care-2", "care-3", "care-4", "chief")
    steps = tuple(Step(source=a, target=b) for a, b in itertools.pairwise(nodes))
    said = to_text(
        route_sheet([Route(nodes=nodes, steps=steps)], comparer, options=options), options
    ).decode()
    said = " ".join(said.split())
    texts = {statement.text for node in nodes for statement in comparer.library.statements_of(node)}
    assert max(said.count(text) for text in texts) == 1
    assert "= no real change: Level purpose" in said
    assert "- + new: Write the rota. - Not repeated at grade 3." in said


def test_no_route_makes_no_sheet(comparer: Comparer, options: SheetOptions) -> None:
    with pytest.raises(UsageError, match="no route"):
        route_sheet([], comparer, options=options)


def test_a_date_is_written_in_words() -> None:
    assert date_in_words(datetime.date(2026, 11, 1)) == "1 November 2026"


@pytest.mark.parametrize(
    ("orientation", "wide", "landscape"),
    [
        (Orientation.AUTOMATIC, True, True),
        (Orientation.AUTOMATIC, False, False),
        (Orientation.PORTRAIT, True, False),
        (Orientation.LANDSCAPE, False, True),
    ],
)
def test_what_a_person_chooses_goes_before_what_the_sheet_would_like(
    options: SheetOptions, orientation: Orientation, wide: bool, landscape: bool
) -> None:
    assert msgspec.structs.replace(options, orientation=orientation).landscape(wide) is landscape


def test_quiet_text_is_never_the_only_place_of_a_verdict(
    ladder: Ladder, library: Library, options: SheetOptions
) -> None:
    table = next(
        b for b in ladder_sheet(ladder, library, options=options).blocks if isinstance(b, Table)
    )
    first_lines = [cell.lines[0] for row in table.rows[1:] for cell in row[1:]]
    assert first_lines
    assert all(span.style is not Style.QUIET for line in first_lines for span in line)


def test_a_grade_keeps_the_labels_the_definitions_and_the_other_subjects_of_its_document(
    library: Library, options: SheetOptions
) -> None:
    sections = (
        Section(
            dimension="people",
            heading="Team",
            label="Band 1",
            statements=("Below.",),
            definition=True,
        ),
        Section(
            dimension="people",
            heading="Team",
            label="Band 2",
            statements=(
                Entry(text="Lead, and mind risks.", also=("risk",)),
                Entry(text="Point below.", depth=2),
            ),
        ),
    )
    chief = library.framework("chief")
    changed = msgspec.structs.replace(chief, blocks=(Block(nodes=("chief",), sections=sections),))
    sheet = node_sheet(
        Library.merge([changed], library.shared_dimensions), "chief", options=options
    )
    start = next(
        i for i, b in enumerate(sheet.blocks) if isinstance(b, Heading) and b.text == "Team"
    )
    _heading, about, band_1, definition, first, band_2, second = sheet.blocks[start : start + 7]
    assert text_of(about.spans) == "Compared under: People management."
    assert (band_1.text, band_2.text) == ("Band 1", "Band 2")
    assert text_of(definition.spans).startswith("The document only says what this is")
    assert [text_of(item.spans) for item in first.items] == ["Below."]
    assert [(text_of(item.spans), item.depth) for item in second.items] == [
        ("Lead, and mind risks. (also compared under Risk management)", 1),
        ("Point below.", 2),
    ]


@pytest.mark.parametrize(("source", "target"), [("ict-6", "ict-14"), ("ict-8", "ict-10")])
def test_a_route_takes_two_sides_at_most_unless_all_is_asked_for(source: str, target: str) -> None:
    route = shortest_route(progression(bundled.library()), source, target)
    assert route is not None
    options = SheetOptions(date=datetime.date(2026, 11, 27), full=False)
    short = route_sheet([route], bundled.comparer(), options=options)
    assert len(svg_pages(short, options)) <= 2
    whole = msgspec.structs.replace(options, full=True)
    full = route_sheet([route], bundled.comparer(), options=whole)
    assert len(svg_pages(full, whole)) > len(svg_pages(short, options))


def test_the_ladder_of_nine_grades_fits_on_one_landscape_page() -> None:
    options = SheetOptions(date=datetime.date(2026, 11, 27))
    sheet = ladder_sheet(bundled.comparer().ladder("ict"), bundled.library(), options=options)
    assert sheet.wide
    assert len(svg_pages(sheet, options)) == 1
