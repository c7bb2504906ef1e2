from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import msgspec
import pytest

from pathways.compare.change import Change, Comparison, DimensionChange, StepChange, Verdict
from pathways.model.library import Library
from pathways.report.blocks import (
    BulletList,
    Footnotes,
    Heading,
    Note,
    Paragraph,
    Sheet,
    Signatures,
    Table,
)
from pathways.report.comparison_sheet import comparison_sheet
from pathways.report.options import SheetOptions
from pathways.report.spans import Style, text_of


class Hand(Protocol):
    """What the fixture of that name can do."""

    def change(self, verdict: Verdict, before: object, after: object, why: str = "") -> Change: ...
    def step(self, before: str, after: str, *dimensions: DimensionChange) -> StepChange: ...
    def comparison(self, *steps: StepChange) -> Comparison: ...


@pytest.fixture
def only_changes(options: SheetOptions) -> SheetOptions:
    return msgspec.structs.replace(options, only_changes=True)


def under(document: Sheet, heading: str) -> list[object]:
    """Return the blocks between a heading and the next of its level."""
    places = [i for i, b in enumerate(document.blocks) if isinstance(b, Heading) and b.level == 2]
    start = next(i for i in places if document.blocks[i].text == heading)
    end = next((i for i in places if i > start), len(document.blocks))
    return list(document.blocks[start + 1 : end])


def headings(document: Sheet) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Heading)]


def cells(table: Table) -> list[list[str]]:
    return [
        [" / ".join(text_of(line) for line in cell.lines) for cell in row] for row in table.rows
    ]


def table_under(document: Sheet, heading: str) -> Table:
    return next(block for block in under(document, heading) if isinstance(block, Table))


def test_the_sheet_of_two_grades_reads_as_agreed(
    sheet: Sheet, check_golden: Callable[..., None]
) -> None:
    check_golden(sheet, "comparison-of-two")


def test_the_sheet_of_three_grades_reads_as_agreed(
    comparison_of_three: Comparison,
    library: Library,
    options: SheetOptions,
    check_golden: Callable[..., None],
) -> None:
    check_golden(
        comparison_sheet(comparison_of_three, library, options=options), "comparison-of-three"
    )


def test_the_sheet_of_what_changes_reads_as_agreed(
    comparison: Comparison,
    library: Library,
    only_changes: SheetOptions,
    check_golden: Callable[..., None],
) -> None:
    check_golden(
        comparison_sheet(comparison, library, options=only_changes), "comparison-only-changes"
    )


def test_a_dimension_without_change_keeps_its_sentence_when_only_changes_are_wanted(
    comparison: Comparison, library: Library, only_changes: SheetOptions
) -> None:
    sheet = comparison_sheet(comparison, library, options=only_changes)
    (said,) = under(sheet, "Health and safety")
    assert isinstance(said, Paragraph)
    assert text_of(said.spans) == "Health and safety does not change from grade 1 to grade 2."
    assert "Health and safety" in [row[0] for row in cells(table_under(sheet, "In short"))]


def test_what_is_left_out_is_counted(
    comparison: Comparison, library: Library, only_changes: SheetOptions
) -> None:
    step = comparison.steps[0]
    people = step.dimension("people")
    assert people is not None
    same = msgspec.structs.replace(people.changes[0], verdict=Verdict.REWORDED)
    mixed = msgspec.structs.replace(people, changes=(same, people.changes[1]))
    steps = (msgspec.structs.replace(step, dimensions=(mixed,)),)
    sheet = comparison_sheet(
        msgspec.structs.replace(comparison, steps=steps), library, options=only_changes
    )
    assert cells(table_under(sheet, "People management")) == [
        ["Not in grade 1", "+ new", "Write the rota."]
    ]
    last = under(sheet, "People management")[-1]
    assert isinstance(last, Paragraph)
    assert text_of(last.spans) == "1 statement that does not change is left out."


def test_a_shared_text_is_said_once_with_all_whom_it_serves(sheet: Sheet) -> None:
    said, text = under(sheet, "Level purpose")
    assert isinstance(said, Paragraph)
    assert text_of(said.spans).endswith("Grades 1 to 3 share this wording.")
    assert isinstance(text, BulletList)
    assert [text_of(item.spans) for item in text.items] == ["Give care, day by day."]
    assert [span.text for span in text.items[0].spans if span.style is Style.REFERENCE] == ["1"]


def test_words_that_are_the_same_at_every_grade_are_said_once_with_every_source(
    sheet: Sheet,
) -> None:
    _said, text = under(sheet, "Health and safety")
    assert isinstance(text, BulletList)
    (item,) = text.items
    numbers = [span.text for span in item.spans if span.style is Style.REFERENCE]
    sources = {
        str(note.number): note.text
        for note in next(b for b in sheet.blocks if isinstance(b, Footnotes)).items
    }
    assert [sources[number] for number in numbers] == [
        "Care Document, Grade 1, Health and safety",
        "Care Document, Grade 2, Health and safety",
    ]


def test_an_empty_cell_says_why_it_is_empty(
    comparison_of_three: Comparison, library: Library, options: SheetOptions
) -> None:
    sheet = comparison_sheet(comparison_of_three, library, options=options)
    people = cells(table_under(sheet, "People management"))
    assert people[1] == [
        "Not in grade 1",
        "+ new",
        "Write the rota.",
        "− not repeated",
        "Not repeated at grade 3",
    ]
    assert people[2] == [
        "Not in grade 1",
        "· not stated",
        "Not in grade 2",
        "+ new",
        "Recruit staff.",
    ]
    assert cells(table_under(sheet, "Risk management"))[0][0] == "Nothing on this subject"


def test_a_verdict_is_a_sign_a_word_and_its_reason(sheet: Sheet) -> None:
    assert cells(table_under(sheet, "People management"))[0][1] == "↑ more asked / help → supervise"


def test_words_are_marked_against_both_neighbours(
    comparison_of_three: Comparison, library: Library, options: SheetOptions
) -> None:
    sheet = comparison_sheet(comparison_of_three, library, options=options)
    row = table_under(sheet, "People management").rows[0]
    middle = [(span.text, span.style) for span in row[2].lines[0]]
    assert middle[:-1] == [
        ("Supervise", Style.PASSING),
        (" a ", Style.INSERTED),
        ("team", Style.PASSING),
        (".", Style.PLAIN),
    ]
    last = [(span.text, span.style) for span in row[4].lines[0]]
    assert [text for text, style in last if style is Style.INSERTED] == ["Lead", "service"]


def test_every_source_has_one_number_and_every_number_a_source(sheet: Sheet) -> None:
    notes = next(block for block in sheet.blocks if isinstance(block, Footnotes))
    tables = [block for block in sheet.blocks if isinstance(block, Table)]
    lists = [block for block in sheet.blocks if isinstance(block, BulletList)]
    lines = [line for table in tables for row in table.rows for cell in row for line in cell.lines]
    lines += [item.spans for points in lists for item in points.items]
    pointed = {span.text for line in lines for span in line if span.style is Style.REFERENCE}
    assert pointed == {str(note.number) for note in notes.items}
    assert len({note.text for note in notes.items}) == len(notes.items)


def test_restated_wording_is_said_with_the_advice_to_check_the_document(sheet: Sheet) -> None:
    (note,) = [block for block in sheet.blocks if isinstance(block, Note)]
    assert "This is a summary of Care family in our own words." in text_of(note.spans)
    assert "Check the official document before you decide." in text_of(note.spans)
    assert "Summary wording" in sheet.footer
    about = next(block for block in sheet.blocks if isinstance(block, BulletList))
    assert "Anyshire Council" in text_of(about.items[0].spans)
    assert "No licence is stated." in text_of(about.items[0].spans)


def test_options_leave_out_what_is_not_wanted(
    comparison: Comparison, library: Library, options: SheetOptions
) -> None:
    bare = msgspec.structs.replace(
        options, sources=False, legend=False, notes=False, signatures=False
    )
    sheet = comparison_sheet(comparison, library, options=bare)
    assert headings(sheet) == [
        "In short", "Level purpose", "People management", "Health and safety", "Risk management",
    ]  # fmt: skip
    assert not [block for block in sheet.blocks if isinstance(block, (Footnotes, Signatures))]
    assert Style.REFERENCE not in {
        s.style for r in table_under(sheet, "Risk management").rows for s in r[2].lines[0]
    }


def test_a_column_with_hardly_any_text_leaves_room_for_the_others(sheet: Sheet) -> None:
    empty, change, full = (column.share for column in table_under(sheet, "Risk management").columns)
    assert empty == full / 2
    assert change < empty
    first, _change, second = (
        column.share for column in table_under(sheet, "People management").columns
    )
    assert first == second


def test_two_nodes_stand_upright_and_three_lie_down(
    sheet: Sheet, comparison_of_three: Comparison, library: Library, options: SheetOptions
) -> None:
    assert not sheet.wide
    assert comparison_sheet(comparison_of_three, library, options=options).wide


def test_the_records_have_a_row_for_every_change(comparison: Comparison, sheet: Sheet) -> None:
    assert sheet.records is not None
    assert len(sheet.records.rows) == sum(len(d.changes) for d in comparison.steps[0].dimensions)
    assert sheet.records.rows[1] == (
        "Grade 1 to Grade 2",
        "People management",
        "more asked",
        "Help new staff, where appropriate.",
        "Supervise a team.",
        "help → supervise",
        "Care Document, Grade 1, People management, no. 1",
        "Care Document, Grade 2, People management, no. 1",
    )


def test_a_change_that_the_comparison_left_out_is_not_passed_off_as_silence(
    comparison_of_three: Comparison, library: Library, options: SheetOptions
) -> None:
    first, second = comparison_of_three.steps
    people = first.dimension("people")
    assert people is not None
    trimmed = msgspec.structs.replace(people, changes=())
    steps = (msgspec.structs.replace(first, dimensions=(trimmed,)), second)
    sheet = comparison_sheet(
        msgspec.structs.replace(comparison_of_three, steps=steps), library, options=options
    )
    assert cells(table_under(sheet, "People management"))[0][:3] == [
        "not shown",
        "no change; not shown",
        "Supervise a team.",
    ]


def test_a_text_that_serves_two_columns_of_a_table_stands_in_the_first(
    hand: Hand, step_from_1_to_2: StepChange, library: Library, options: SheetOptions
) -> None:
    purpose = step_from_1_to_2.dimension("purpose")
    assert purpose is not None
    change = hand.change(
        Verdict.RAISED,
        ("care-2", purpose.dimension, 1),
        ("care-4", purpose.dimension, 1),
        "day → whole",
    )
    later = msgspec.structs.replace(
        purpose, verdict=Verdict.RAISED, shared=False, sentence="Raised.", changes=(change,)
    )
    first = msgspec.structs.replace(step_from_1_to_2, dimensions=(purpose,))
    comparison = hand.comparison(first, hand.step("care-2", "care-4", later))
    sheet = comparison_sheet(comparison, library, options=options)
    assert cells(table_under(sheet, "Level purpose")) == [
        [
            "Give care, day by day.",
            "= no change",
            "same wording as grade 1",
            "↑ more asked / day → whole",
            "Run the whole of care.",
        ]
    ]
