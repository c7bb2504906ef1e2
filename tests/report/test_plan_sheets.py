"""The meeting sheet filled in, the application pack, the list of a plan."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import msgspec
import pytest

from pathways import paths
from pathways.model.plan import Agreement, Plan, Standing, View
from pathways.planning import edits
from pathways.planning.carry import carry
from pathways.report.application_pack import application_pack
from pathways.report.blocks import Heading, Sheet, Signatures, Table
from pathways.report.options import SheetOptions
from pathways.report.plan_list import plan_list
from pathways.report.plan_sheet import plan_sheet
from pathways.report.spans import text_of
from pathways.report.text import to_text
from pathways.report.writing import ENDINGS, write_document
from pathways.store.plan_file import read_plan
from planning.plans import TODAY, edition, plan

OPTIONS = SheetOptions(date=TODAY)
ROW, OTHER = "5.people.1", "5.money.1"


def full() -> Plan:
    made = edits.set_standing(plan(), [ROW], Standing.SHOWN)
    made = edits.set_standing(made, [OTHER], Standing.NOT_YET)
    made = edits.set_standing(made, ["5.green.1"], Standing.NO_OPPORTUNITY)
    made = edits.set_note(made, [ROW], "Since May")
    made = edits.add_evidence(
        made, [ROW, OTHER], "Rota kept", situation="Leave", date="2026-05-01", links=["rota.pdf"]
    )
    made = edits.change_item(
        made,
        msgspec.structs.replace(made.evidence[0], confirmed_by="Kim", confirmed_on="2026-05-09"),
    )
    made = edits.add_action(made, [OTHER], "Shadow the budget", by="2026-11-01", with_whom="Lou")
    made = edits.set_view(made, ROW, View(standing=Standing.PARTLY, note="Nearly", who="Kim"))
    return edits.add_item(
        made, Agreement(id="new", text="One cost centre from April", date="2026-11-27")
    )


def text(document: Sheet) -> str:
    return " ".join(to_text(document, OPTIONS).decode().split())


def test_the_meeting_sheet_has_all_that_two_people_sit_down_with() -> None:
    sheet = plan_sheet(full(), options=OPTIONS)
    headings = [block.text for block in sheet.blocks if isinstance(block, Heading)]
    assert headings == [
        "Where I stand",
        "Strengths: what I show already",
        "Gaps and actions",
        "Both views, differences first",
        "Questions to talk about",
        "What we agreed",
        "Not looked at yet",
        "Signatures",
    ]
    told = text(sheet)
    for words in (
        "Sam Field",
        "1 of 5 shown",
        "Rota kept (1 May 2026); serves 2 statements",
        "☐ Shadow the budget, with Lou",
        "1 November 2026",
        "I say shown already, my manager says in part. What would show it?",
        "Shadow the budget: was to be done by 1 November 2026. What stands in the way?",
        "One cost centre from April",
        "1 in People and 1 in Money.",
    ):
        assert words in told, words
    assert isinstance(sheet.blocks[-1], Signatures)


def test_without_signatures_and_notes_nobody_signs_and_no_line_is_left_to_write_on() -> None:
    bare = SheetOptions(date=TODAY, notes=False, signatures=False)
    told = text(plan_sheet(plan(), options=bare))
    assert "Signatures" not in told and "What we agreed" not in told
    assert "Nothing is marked as shown yet." in told


def test_the_pack_has_each_criterion_with_its_evidence_in_full_or_says_that_there_is_none() -> None:
    told = text(application_pack(full(), options=OPTIONS))
    assert "Evidence for Grade 5: Sam Field" in told
    assert "3 criteria have no evidence yet." in told
    assert "Situation: Leave Result: Rota kept" in told
    assert "Files: rota.pdf" in told and "serves criterion 3, too" in told
    assert "Kim" in told and "9 May 2026" in told and told.count("no evidence yet") == 4
    open_one = edits.add_evidence(full(), [ROW], "Another")
    assert "1 piece of evidence is not confirmed by anybody yet." in text(
        application_pack(open_one, options=OPTIONS)
    )
    without = SheetOptions(date=TODAY, signatures=False)
    assert "Applicant" not in text(application_pack(edits.rename(full(), ""), options=without))


def test_every_table_has_a_cell_for_each_column() -> None:
    for sheet in (plan_sheet(full(), options=OPTIONS), application_pack(full(), options=OPTIONS)):
        for block in sheet.blocks:
            if isinstance(block, Table):
                assert {len(row) for row in block.rows} <= {len(block.columns)}
        assert sheet.records
        assert {len(row) for row in sheet.records.rows} == {len(sheet.records.header)}


def test_what_is_no_longer_in_the_document_is_told_apart_with_its_evidence() -> None:
    carried = carry(full(), edition("5", "money", "Count the till.")).plan
    told = text(plan_sheet(carried, options=OPTIONS))
    assert "No longer in the document" in told and "Rota kept" in told
    assert "Set the yearly budget" not in text(application_pack(carried, options=OPTIONS))
    changed = carry(
        full(), edition("5", "people", "Assist with a team of up to six apprentices.")
    ).plan
    assert "Does my evidence still fit?" in text(plan_sheet(changed, options=OPTIONS))
    listed = text(plan_list(changed, options=OPTIONS))
    assert "changed in the document" in listed and "it was: Manage a team" in listed


def test_the_list_numbers_every_row_and_names_its_id() -> None:
    weighed = edits.weigh(full(), [ROW], 2)
    told = text(plan_list(weighed, options=OPTIONS))
    assert re.search(
        r"1\. ↑ more asked, ● shown already, weight 2: Manage .* \[5\.people\.1\]", told
    )
    assert "Kim says: ◐ in part: Nearly" in told and "27 November 2026: One cost centre" in told


def test_hostile_text_stays_text_in_every_format(tmp_path: Path) -> None:
    hostile = "=1+1 <img src=x> #panic() | `x` $x$ \u202e [a](b)"
    made = edits.add_evidence(edits.rename(full(), hostile), [ROW], hostile, links=[hostile])
    for make in (plan_sheet, application_pack):
        for ending in ENDINGS:
            path = tmp_path / f"{make.__name__}{ending}"
            write_document(make(made, options=OPTIONS), path, OPTIONS)
            assert path.stat().st_size > 400
    html = (tmp_path / "plan_sheet.html").read_text(encoding="utf-8")
    assert "<img" not in html and "&lt;img" in html


@pytest.mark.parametrize("size", [10, 18])
def test_the_sample_goes_on_paper(tmp_path: Path, size: int) -> None:
    sample = read_plan(paths.data() / "sample.pathplan")
    options = SheetOptions(date=datetime.date(2026, 11, 27), text_size=size)
    for make in (plan_sheet, application_pack):
        write_document(make(sample, options=options), tmp_path / "x.pdf", options)
        titles = [
            text_of(b.spans) for b in make(sample, options=options).blocks if hasattr(b, "spans")
        ]
        assert titles


@pytest.mark.parametrize("standing", list(Standing))
@pytest.mark.parametrize("entered", ["note", "evidence", "action", "view"])
def test_whatever_was_entered_of_a_statement_is_on_the_meeting_sheet(
    standing: Standing, entered: str
) -> None:
    made = edits.set_standing(plan(), [ROW], standing)
    if entered == "note":
        made = edits.set_note(made, [ROW], "A word of mine")
    elif entered == "evidence":
        made = edits.add_evidence(made, [ROW], "A word of mine")
    elif entered == "action":
        made = edits.add_action(made, [ROW], "A word of mine")
    else:
        made = edits.set_view(made, ROW, View(note="A word of mine", who="Kim"))
    assert "A word of mine" in text(plan_sheet(made, options=OPTIONS))
