"""What persons judged is shown and printed as theirs."""

from __future__ import annotations

import datetime
from typing import Any

import msgspec
import pytest

import bundled
from pathways.compare.change import Change, Comparison, Verdict
from pathways.compare.comparison import Comparer
from pathways.compare.overruling import judge_as, pair, part
from pathways.graph.routes import Route
from pathways.model.library import Library
from pathways.model.overrule import Between, Overrules
from pathways.model.step import Step
from pathways.report.as_json import compare_shape, ladder_shape
from pathways.report.blocks import Footnotes, Heading, Sheet, Table
from pathways.report.comparison_sheet import comparison_sheet
from pathways.report.csv import to_csv
from pathways.report.judgement import judgement_note, program_says
from pathways.report.ladder_sheet import ladder_sheet
from pathways.report.options import SheetOptions
from pathways.report.route_sheet import route_sheet
from pathways.report.spans import Style, text_of
from pathways.report.text import to_text

PEOPLE = Between("care-2", "care-3", "people")
RISK = Between("care-2", "care-3", "risk")
DAY = datetime.date(2026, 11, 21)


def overrules(library: Library) -> Overrules:
    report, manage = (
        library.statements_of("care-2", "risk")[0],
        library.statements_of("care-3", "risk")[0],
    )
    rota = library.statements_of("care-2", "people")[1]
    found = judge_as(
        Overrules(),
        RISK,
        report,
        manage,
        Verdict.CHANGED,
        reason="Another trade.",
        who="Ann",
        date=DAY,
    )
    return part(found, PEOPLE, rota, reason="It went to the office")


@pytest.fixture
def comparer(library: Library) -> Comparer:
    return Comparer(library, bundled.vocabulary(), overrules(library))


@pytest.fixture
def judged(comparer: Comparer) -> Comparison:
    return comparer.compare(["care-2", "care-3"])


@pytest.fixture
def sheet(judged: Comparison, library: Library, options: SheetOptions) -> Sheet:
    return comparison_sheet(judged, library, options=options)


def risk(sheet: Sheet) -> Table:
    return next(
        b
        for b in sheet.blocks
        if isinstance(b, Table) and b.caption.startswith("Risk management, side")
    )


def test_a_verdict_of_a_person_has_a_mark_and_a_footnote(sheet: Sheet) -> None:
    cell = risk(sheet).rows[0][1]
    assert text_of(cell.lines[0]) == "↔ changed"
    (mark,) = [span.text for span in cell.lines[0] if span.style is Style.REFERENCE]
    assert text_of(cell.lines[1]) == "judged by Ann: Another trade."
    notes = {
        str(note.number): note.text
        for b in sheet.blocks
        if isinstance(b, Footnotes)
        for note in b.items
    }
    assert notes[mark] == (
        "Judged by a person, not by the program: Ann, 21 November 2026: Another trade. "
        "The program says: more asked (report → manage)."
    )
    assert "Sources, and judgements of persons" in [
        b.text for b in sheet.blocks if isinstance(b, Heading)
    ]


def test_the_summary_says_that_a_verdict_rests_on_a_person(sheet: Sheet) -> None:
    table = next(block for block in sheet.blocks if isinstance(block, Table) and block.row_headers)
    rows = {
        text_of(row[0].lines[0]): [text_of(line) for line in row[1].lines] for row in table.rows
    }
    assert rows["Risk management"] == ["↔ changed", "rests on a person’s judgement"]
    assert rows["Health and safety"] == ["= no change"]
    assert "1 change here is judged by a person, not by the program." in to_text(
        sheet, _options()
    ).decode().replace("\n      ", " ")


def test_judgements_are_footnotes_even_where_sources_are_not_wanted(
    judged: Comparison, library: Library, options: SheetOptions
) -> None:
    sheet = comparison_sheet(
        judged, library, options=msgspec.structs.replace(options, sources=False)
    )
    assert "Judgements of persons" in [b.text for b in sheet.blocks if isinstance(b, Heading)]
    (notes,) = (block for block in sheet.blocks if isinstance(block, Footnotes))
    assert [note.number for note in notes.items] == [1, 2]
    assert notes.items[0].text == (
        "Separated by a person, not by the program: It went to the office. The program finds no "
        "match for it."
    )


def test_a_spreadsheet_says_who_judged_and_what_the_program_says(sheet: Sheet) -> None:
    assert sheet.records is not None
    assert sheet.records.header[-2:] == ("Judged by a person", "What the program says")
    assert {len(row) for row in sheet.records.rows} == {len(sheet.records.header)}
    assert "yes,The program says: more asked" in to_csv(sheet, _options()).decode()
    assert [row[-2] for row in sheet.records.rows].count("yes") == 2


def test_where_no_person_judged_nothing_speaks_of_it(
    library: Library, options: SheetOptions
) -> None:
    own = Comparer(library, bundled.vocabulary())
    sheet = comparison_sheet(own.compare(["care-2", "care-3"]), library, options=options)
    assert "person" not in to_csv(sheet, options).decode()
    assert "overruled" not in str(compare_shape(own.compare(["care-2", "care-3"]), library))
    assert (
        "person"
        not in to_csv(ladder_sheet(own.ladder("care"), library, options=options), options).decode()
    )


def test_json_marks_what_a_person_judged_and_keeps_what_the_program_says(
    judged: Comparison, library: Library
) -> None:
    dimensions: dict[str, Any] = {
        d["id"]: d for d in compare_shape(judged, library)["steps"][0]["dimensions"]
    }
    assert dimensions["risk"]["overruled"] is True
    assert "overruled" not in dimensions["safety"]
    (change,) = dimensions["risk"]["changes"]
    assert (change["overruled"], change["verdict"]) == (True, "changed")
    assert change["own"] == {"verdict": "raised", "why": "report → manage"}
    assert [change.get("overruled") for change in dimensions["people"]["changes"]].count(True) == 1


def test_the_ladder_says_where_persons_judged(comparer: Comparer, options: SheetOptions) -> None:
    ladder = comparer.ladder("care")
    assert ladder_shape(ladder)["steps"][1]["dimensions"]["people"]["overruled"] is True
    sheet = ladder_sheet(ladder, comparer.library, options=options)
    assert "1 judged by a person" in " ".join(to_text(sheet, options).decode().split())
    assert sheet.records is not None
    assert [row[-1] for row in sheet.records.rows if row[1] == "People management"][1] == "1"


def test_the_sheet_of_a_route_says_where_persons_judged(
    comparer: Comparer, options: SheetOptions
) -> None:
    route = Route(nodes=("care-2", "care-3"), steps=(Step(source="care-2", target="care-3"),))
    said = " ".join(
        to_text(route_sheet([route], comparer, options=options), options).decode().split()
    )
    assert (
        "↔ changed: People management (judged by a person), Risk management (judged by a person)"
        in said
    )
    assert "↔ changed: Manage risks. (judged by Ann: Another trade.)" in said


def change(library: Library, judgements: Overrules) -> Change:
    found = (
        Comparer(library, bundled.vocabulary(), judgements)
        .step("care-2", "care-3")
        .dimension("people")
    )
    assert found is not None
    return next(change for change in found.changes if change.overruled)


def test_the_program_s_own_view_is_told_whatever_was_overruled(library: Library) -> None:
    (supervise, rota), (lead, recruit) = (
        library.statements_of(f"care-{n}", "people") for n in (2, 3)
    )
    together = change(library, pair(Overrules(), PEOPLE, rota, recruit))
    assert program_says(together) == "The program finds no match for it."
    another = Change(verdict=Verdict.RAISED, before=supervise, after=lead, why="supervise → lead")
    assert program_says(msgspec.structs.replace(together, before=supervise, own=another)) == (
        "The program pairs it with “Lead a service.” and says: more asked (supervise → lead)."
    )
    long = msgspec.structs.replace(recruit, text="Recruit " * 20)
    shortened = Change(
        verdict=Verdict.NEW,
        before=None,
        after=rota,
        by=tuple(pair(Overrules(), PEOPLE, rota, recruit)),
        own=Change(verdict=Verdict.EASED, before=long, after=rota),
    )
    assert program_says(shortened) == (
        "The program pairs it with “Recruit Recruit Recruit Recruit Recruit Recruit Recruit …” and "
        "says: less asked."
    )
    assert program_says(msgspec.structs.replace(shortened, own=None)) == ""
    assert judgement_note(msgspec.structs.replace(shortened, own=None)) == (
        "Matched by a person, not by the program."
    )
    assert judgement_note(Change(verdict=Verdict.NEW, before=None, after=rota)) == ""


def _options() -> SheetOptions:
    return SheetOptions(date=DAY)
