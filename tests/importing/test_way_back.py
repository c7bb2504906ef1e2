"""What was read wrongly is put right: lines, roles, families and whole tables; and what was taught
is used on the next version of the document.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest

from importing_documents import dimensions, drawn, table, texts
from pathways.errors import UsageError
from pathways.importing.identity import keep_ids
from pathways.importing.imported import Became, Imported, Sure
from pathways.importing.outline import Kind, Outline, Piece
from pathways.importing.recognise import recognise
from pathways.importing.review import (
    Review,
    begin_role,
    bring_back,
    confirm,
    confirm_doubt,
    leave_out,
    make_heading,
    make_introduction,
    set_columns,
    set_dimension,
    set_grades,
    set_organisation,
)
from pathways.importing.review_roles import arrange, merge_roles, set_family
from pathways.importing.review_tables import (
    forget_table,
    like_it,
    set_table,
    tables_in,
    told_of,
)
from pathways.model.mapping import Mapping
from pathways.store.mapping_file import read_mapping, write_mapping

LADDER = (
    "# Gardens family\n\nWe look after all parks\n\n## Grade 3\n\n### Duties\n\n- Rakes leaves\n\n"
    "## Grade 4\n\n### Duties\n\n- Plants beds\n- Trains others\n\n## Grade 5\n\n### Duties\n\n"
    "- Plans the year\n"
)


def review(text: str = LADDER) -> Review:
    return Review((drawn(text, "gardens.md", "md"),), dimensions())


def place(found: Review, text: str, number: int = 1) -> int:
    places = [p for p, decision in enumerate(found.decisions) if decision.text == text]
    return places[number - 1]


def kept(after: Review, folder: Path) -> Review:
    """Prove that a correction is all in its mapping, also when that was a file."""
    path = folder / "mapping.yaml"
    write_mapping(path, after.mapping)
    again = Review(after.outlines, after.dimensions, read_mapping(path))
    assert again.mapping == after.mapping
    assert again.result() == after.result()
    return after


def titles(found: Review | Imported) -> list[str]:
    imported = found.result() if isinstance(found, Review) else found
    return [node.title for node in imported.framework.nodes]


def doubts(found: Review | Imported) -> str:
    imported = found.result() if isinstance(found, Review) else found
    return "\n".join(f"{doubt.text} {doubt.why}" for doubt in imported.doubts)


def statements(found: Review) -> list[tuple[str, tuple[str, ...]]]:
    return [(s.text, s.nodes) for s in found.result().framework.statements]


# Lines -------------------------------------------------------------------------------------------


def test_a_line_becomes_the_beginning_of_a_role_and_a_statement_again(tmp_path: Path) -> None:
    before = review(LADDER.replace("## Grade 5", "Head gardener"))
    assert titles(before) == ["Grade 3", "Grade 4"]
    line = place(before, "Head gardener")
    after = kept(begin_role(before, line, ["Head gardener"]), tmp_path)
    assert titles(after) == ["Grade 3", "Grade 4", "Head gardener"]
    assert texts(after.result().framework, "head-gardener", "accountabilities") == [
        "Plans the year"
    ]
    back = bring_back(after, [place(after, "Head gardener")])
    assert titles(back) == ["Grade 3", "Grade 4"]
    with pytest.raises(UsageError, match="Say which"):
        begin_role(before, line, [" "])


def test_a_line_names_the_one_role_of_a_document(tmp_path: Path) -> None:
    before = review("Purpose:\n\n- Keeps the parks open\n\nLooks after rangers\n\n- Leads walks")
    line = place(before, "Looks after rangers")
    after = kept(begin_role(before, line, ["Head ranger – Grade 6"]), tmp_path)
    node = after.result().framework.nodes[0]
    assert (node.title, node.grade, titles(after)) == ("Head ranger", "6", ["Head ranger"])


def test_a_line_can_begin_the_text_of_several_grades(tmp_path: Path) -> None:
    before = review(LADDER.replace("## Grade 5", "## The upper half"))
    after = kept(
        begin_role(before, place(before, "The upper half"), ["Grade 5", "Grade 6"]), tmp_path
    )
    assert titles(after) == ["Grade 3", "Grade 4", "Grade 5", "Grade 6"]
    assert ("Plans the year", ("gardens-family-5", "gardens-family-6")) in statements(after)


def test_a_grade_becomes_a_heading_and_a_grade_again(tmp_path: Path) -> None:
    before = review()
    line = place(before, "Grade 5")
    assert before.decisions[line].nodes == ("gardens-family-5",)
    after = kept(make_heading(before, line, "planning"), tmp_path)
    assert titles(after) == ["Grade 3", "Grade 4"]
    assert after.decisions[line].became is Became.HEADING
    back = begin_role(after, place(after, "Grade 5"), ["Grade 5"])
    assert back.result().framework == before.result().framework


def test_any_line_can_be_left_out_also_the_title_and_a_fact(tmp_path: Path) -> None:
    before = review("Gardener\n\nGrade: 4\n\nLocation: Nursery\n\nDuties:\n\n- Plants beds")
    for text in ("Gardener", "Location: Nursery", "Grade: 4"):
        after = kept(leave_out(before, [place(before, text)], "wrong"), tmp_path)
        assert after.decisions[place(after, text)].became is Became.LEFT_OUT
    fact = kept(bring_back(before, [place(before, "Location: Nursery")]), tmp_path)
    assert fact.decisions[place(fact, "Location: Nursery")].became is Became.STATEMENT


def test_introduction_is_given_to_grades_and_a_statement_to_nobody(tmp_path: Path) -> None:
    before = review()
    line = place(before, "We look after all parks")
    assert before.decisions[line].became is Became.INTRODUCTION
    after = kept(set_grades(before, [line], ["gardens-family-3", "gardens-family-5"]), tmp_path)
    assert after.decisions[line].became is Became.STATEMENT
    assert after.decisions[line].nodes == ("gardens-family-3", "gardens-family-5")
    assert after.result().framework.introduction == ()
    back = make_introduction(after, [line])
    assert back.result().framework.introduction == before.result().framework.introduction
    other = kept(make_introduction(before, [place(before, "Trains others")]), tmp_path)
    assert "Trains others" in other.result().framework.introduction[0].statements


def test_what_begins_a_line_as_its_heading_can_mean_another_dimension(tmp_path: Path) -> None:
    text = "# Ranger\n## Duties\n- Walks\n\nFinance: Keeps the receipts and the small change"
    before = review(text)
    at = next(
        p
        for p, d in enumerate(before.decisions)
        if d.became is Became.HEADING and d.text.startswith("Finance")
    )
    after = kept(set_dimension(before, [at], "risk"), tmp_path)
    assert [s.dimensions[0] for s in after.result().framework.statements][-1] == "risk"
    assert "not here" not in doubts(after)


def test_whatever_is_doubtful_can_be_said_to_be_right(tmp_path: Path) -> None:
    before = review(
        "Ranger\n\nMain tasks\n\nGrade 3\n\nDuties\n\n- Rakes\n\n- [Department]\n\nA\n\nb"
    )
    doubtful = [p for p, d in enumerate(before.decisions) if d.sure is Sure.UNSURE and d.number]
    assert doubtful
    after = kept(confirm(before, doubtful), tmp_path)
    assert all(after.decisions[p].sure is not Sure.UNSURE for p in doubtful)
    general = next(doubt for doubt in after.result().doubts if not doubt.line)
    quiet = kept(confirm_doubt(after, general), tmp_path)
    assert general not in quiet.result().doubts
    assert quiet.result().framework == after.result().framework


# Grades and roles --------------------------------------------------------------------------------


def test_grades_of_the_same_name_in_two_families_are_told_apart(tmp_path: Path) -> None:
    before = review(
        "# Parks\n## Rangers family\n### Grade 3\n#### Duties\n- Walks\n### Grade 4\n#### Duties\n"
        "- Leads\n## Gardens family\n### Grade 3\n#### Duties\n- Rakes\n### Grade 4\n#### Duties\n"
        "- Plants\n"
    )
    ids = {(n.family, n.grade): n.id for n in before.result().framework.nodes}
    wanted = ids["Gardens family", "3"]
    after = kept(set_grades(before, [place(before, "Leads")], [wanted]), tmp_path)
    assert ("Leads", (wanted,)) in statements(after)


def test_roles_that_are_one_are_put_together(tmp_path: Path) -> None:
    before = Review(
        (
            drawn("# Ranger\n## Duties\n- Walks the paths", "one.md", "md"),
            drawn("# Park warden\n## Duties\n- Walks the woods", "two.md", "md"),
        ),
        dimensions(),
    )
    after = kept(merge_roles(before, ["park-warden", "ranger"]), tmp_path)
    assert titles(after) == ["Park warden"]
    assert {nodes for _text, nodes in statements(after)} == {("park-warden",)}
    assert len(statements(after)) == 2
    with pytest.raises(UsageError, match="two grades"):
        merge_roles(before, ["ranger", "ranger"])


def test_a_grade_that_was_two_is_parted_at_one_of_its_lines(tmp_path: Path) -> None:
    text = "# Parks\n## Grade 3\n### Duties\n- Walks\n## Grade 4\n### Duties\n- Leads\n"
    before = review(text + "## Grade 3\n### Duties\n- Rakes")
    assert len(titles(before)) == 2
    line = place(before, "Grade 3", 2)
    after = kept(begin_role(before, line, ["Gardener – Grade 3"]), tmp_path)
    assert len(titles(after)) == 3
    assert ("Rakes", ("gardener",)) in statements(after)
    assert ("Walks", ("parks-3",)) in statements(after)


def test_nodes_are_put_into_families_and_order_at_once(tmp_path: Path) -> None:
    before = review()
    wanted = [("Hands", ["gardens-family-4", "gardens-family-3"]), ("Heads", ["gardens-family-5"])]
    after = kept(arrange(before, wanted), tmp_path)
    nodes = after.result().framework.nodes
    assert [(n.family, n.id) for n in nodes] == [
        ("Hands", "gardens-family-4"),
        ("Hands", "gardens-family-3"),
        ("Heads", "gardens-family-5"),
    ]
    again = kept(set_family(after, ["gardens-family-3"], "Heads"), tmp_path)
    assert [n.family for n in again.result().framework.nodes] == ["Hands", "Heads", "Heads"]
    assert arrange(again, wanted).result().framework == after.result().framework


# Tables ------------------------------------------------------------------------------------------

GRID = (
    ["Area", "Basic", "Solid"],
    ["Risk", "Reports what goes wrong at once", "Owns the plan for what may go wrong"],
    ["Finance", "Keeps every receipt in order", "Plans the money for the year ahead"],
)
READINGS = {
    "levels across": {("Reports what goes wrong at once", ("basic",))},
    "levels down": {("Reports what goes wrong at once", ("risk",))},
}


def read_wrongly() -> dict[str, tuple[Outline, str]]:
    """Return tables of every kind, with the reading that they are not given by themselves."""
    criteria = (
        ["Quality", "Junior", "Senior"],
        ["Can drive a van", "Essential", "Desirable"],
        ["Knows the park rules well", "Desirable", "Essential"],
    )
    facts = (["Risk", "Owns the plan for what may go wrong"], ["Finance", "Plans the year ahead"])
    return {
        "levels down": (table(*GRID), "levels across"),
        "levels across": (table(*GRID), "levels down"),
        "criteria": (table(*criteria), "levels across"),
        "facts": (table(*facts), "headings with text"),
        "headings with text": (table(*GRID), "levels across"),
    }


@pytest.mark.parametrize("holds", ["levels across", "levels down", "criteria", "facts"])
def test_a_table_is_read_as_it_is_said_and_no_cell_is_lost(holds: str, tmp_path: Path) -> None:
    outline = with_text(read_wrongly()[holds][0])
    before = Review((outline,), dimensions())
    (at, piece) = next(tables_in(before))
    after = kept(set_table(before, at, holds), tmp_path)
    assert told_of(after, at) == after.mapping.tables[0]
    said = "\n".join(decision.text for decision in after.decisions)
    assert [cell for row in piece.rows for cell in row if cell and cell not in said] == []
    if holds in READINGS:
        assert READINGS[holds] <= set(statements(after))
    back = forget_table(after, at)
    assert back.result() == before.result()


def with_text(outline: Outline) -> Outline:
    """Return a table below a heading and a point, so that there is always a statement."""
    first = max(piece.line for piece in outline.pieces) + 100
    more = (
        Piece(kind=Kind.HEADING, line=first, text="Purpose", level=2),
        Piece(kind=Kind.ITEM, line=first + 1, text="Keeps the parks open", level=1),
    )
    return msgspec.structs.replace(outline, pieces=(*outline.pieces, *more))


def test_the_row_of_heads_is_told(tmp_path: Path) -> None:
    rows = (["Parks 2026", "for staff", "and guests"], *GRID)
    before = Review((table(*rows),), dimensions())
    at = next(tables_in(before))[0]
    after = kept(set_table(before, at, "levels across", 2), tmp_path)
    assert titles(after) == ["Basic", "Solid"]
    assert READINGS["levels across"] <= set(statements(after))
    with pytest.raises(UsageError, match="4 rows"):
        set_table(before, at, "levels across", 9)
    with pytest.raises(UsageError, match="cannot be that"):
        set_table(before, at, "nonsense")


def told(rows: Sequence[Sequence[str]], holds: str, row: int | None = None) -> Review:
    before = Review((with_text(table(*map(list, rows))),), dimensions())
    return set_table(before, next(tables_in(before))[0], holds, row)


def test_criteria_that_were_read_as_levels_become_criteria() -> None:
    rows = (
        ("Subject", "Practitioner", "Expert"),
        ("Vans", "Can drive a van in the town at night", "Can tow a trailer with it uphill"),
        ("Rules", "Knows the park rules well by heart", "Has taught the park rules to others"),
    )
    assert titles(Review((with_text(table(*map(list, rows))),), dimensions())) == [
        "Practitioner",
        "Expert",
    ]
    after = told(rows, "criteria")
    assert len(titles(after)) == 1
    labels = [s.label for s in after.result().framework.statements if s.label]
    assert labels == ["Practitioner", "Expert", "Practitioner", "Expert"]


def test_what_was_read_as_anything_else_becomes_facts() -> None:
    after = told((("Reports to", "Park manager"), ("Works with", "Rangers")), "facts", 0)
    node = after.result().framework.nodes[0]
    assert node.facts == ("Reports to: Park manager", "Works with: Rangers")


def test_records_are_read_by_what_their_columns_hold() -> None:
    rows = (
        ("Stage", "What", "How"),
        ("Basic", "Risk", "Reports what goes wrong"),
        ("Solid", "Risk", "Owns the plan for it"),
    )
    columns = {"Stage": "level", "What": "dimension", "How": "text"}
    after = set_columns(told(rows, "records", 1), columns)
    assert {("Reports what goes wrong", ("basic",)), ("Owns the plan for it", ("solid",))} <= set(
        statements(after)
    )
    assert "say what its columns hold" in doubts(told((("A", "B"), ("c d", "e f")), "records"))


def test_levels_that_are_headings_stay_headings_where_a_person_says_so() -> None:
    before = review("# Yard\n## Tidying\n### Basic\n- Sweeps\n### Solid\n- Plans\n"
                    "## Repairs\n### Basic\n- Mends\n### Solid\n- Builds")  # fmt: skip
    assert titles(before) == ["Basic", "Solid"]
    after = before
    for text in ("Basic", "Solid"):
        after = make_heading(after, place(after, text), "delivery")
    assert len(titles(after)) == 1
    assert {s.dimensions[0] for s in after.result().framework.statements} == {"delivery"}


def test_a_table_is_left_out_whole() -> None:
    before = Review((with_text(table(*GRID)),), dimensions())
    after = set_table(before, next(tables_in(before))[0], "nothing")
    assert statements(after) == [("Keeps the parks open", (after.result().framework.nodes[0].id,))]
    assert sum(d.became is Became.LEFT_OUT for d in after.decisions) == 9


def test_what_is_said_of_one_table_is_said_of_all_like_it_where_wanted() -> None:
    two = tuple(msgspec.structs.replace(p, line=n * 50 + 1) for n, p in enumerate(
        table(*GRID).pieces * 2))  # fmt: skip
    before = Review((msgspec.structs.replace(table(*GRID), pieces=two),), dimensions())
    places = [at for at, _piece in tables_in(before)]
    assert [like_it(before, at) for at in places] == [2, 2]
    second = set_table(before, places[1], "levels down")
    assert [told_of(second, at) is not None for at in places] == [False, True]
    both = set_table(second, places[0], "levels down", all_alike=True)
    assert [told.number for told in both.mapping.tables] == [0]
    assert forget_table(both, places[1]).mapping == before.mapping


def test_a_level_of_a_table_can_be_called_otherwise(tmp_path: Path) -> None:
    before = Review((table(*GRID),), dimensions())
    after = kept(begin_role(before, place(before, "Solid"), ["Grade 7"]), tmp_path)
    assert titles(after)[1] == "Solid" or "Grade 7" in titles(after)
    assert "7" in [node.grade for node in after.result().framework.nodes]


# The next version of the document ----------------------------------------------------------------


def test_everything_taught_is_used_on_the_next_version(tmp_path: Path) -> None:
    outline = with_text(table(*GRID))
    first = Review((outline,), dimensions())
    at = next(tables_in(first))[0]
    taught = set_organisation(set_table(first, at, "levels down"), "Northtown Council")
    taught = arrange(taught, [("Parks", [n.id for n in taught.result().framework.nodes][::-1])])
    changed = [*GRID, ["Safety", "Wears the right boots at work", "Checks the boots of others"]]
    version = (["Version", "2"], ["Date", "3 May 2027"])
    pieces = (*table(*version).pieces, *(
        msgspec.structs.replace(piece, line=piece.line + 20)
        for piece in with_text(table(*changed)).pieces
    ))  # fmt: skip
    second = recognise(
        (msgspec.structs.replace(outline, pieces=pieces),), dimensions(), mapping=taught.mapping
    )
    earlier = taught.result().framework
    renewed = keep_ids(second, earlier)
    assert titles(renewed)[:2] == titles(taught)[:2]
    assert "Safety" in titles(renewed)
    assert renewed.framework.organisation == "Northtown Council"
    old = {s.text: s.id for s in earlier.statements}
    new = {s.text: s.id for s in renewed.framework.statements}
    assert len(old) == 5
    assert {text: new[text] for text in old} == old
    assert "not here" not in doubts(renewed)


def test_a_table_whose_first_row_changed_is_found_in_its_place_with_a_doubt() -> None:
    before = Review((table(*GRID),), dimensions())
    taught = set_table(before, next(tables_in(before))[0], "levels down")
    again = table(["Area", "Basic", "Sound"], *GRID[1:])
    found = Review((again,), dimensions(), taught.mapping)
    assert titles(found) == ["Risk", "Finance"]
    assert "not quite the same" in doubts(found)
    other = table(["Unit", "Novice", "Expert"], *GRID[1:])
    lost = Review((other,), dimensions(), taught.mapping)
    assert lost.result().framework == Review((other,), dimensions()).result().framework
    assert "for a table with this first row, which is not here" in doubts(lost)


def test_whatever_is_named_and_gone_is_said() -> None:
    before = review()
    after = begin_role(before, place(before, "Grade 5"), ["Grade 5"])
    after = set_dimension(after, [place(after, "Duties")], "planning")
    after = merge_roles(after, ["gardens-family-3", "gardens-family-4"])
    after = set_family(after, ["gardens-family-5"], "Heads")
    found = Review((drawn("# Ranger\n## Tasks\n- Walks", "other.md", "md"),), dimensions())
    lost = doubts(Review(found.outlines, found.dimensions, after.mapping))
    for name in ("Grade 3", "Grade 4", "Grade 5", "Duties"):
        assert f"{name} The corrections name this" in lost


def test_an_order_that_names_what_is_gone_is_a_doubt_and_no_failure() -> None:
    found = recognise(
        review().outlines, dimensions(), mapping=Mapping(order=("Grade 5", "Grade 9", "Grade 3"))
    )
    assert [node.grade for node in found.framework.nodes] == ["5", "3", "4"]
    assert "Grade 9 The corrections name this grade or role" in doubts(found)
    with pytest.raises(UsageError, match="Grade 9"):
        recognise(review().outlines, dimensions(), order=["Grade 9", "Grade 3"])


def test_a_text_in_a_cell_can_be_parted_and_stays_parted(tmp_path: Path) -> None:
    from pathways.importing.review import split

    outline = table(
        ["Area", "Grade 3", "Grade 4"],
        ["Risk", "Reports hazards Keeps the log", "Decides what is closed"],
    )
    found = Review((outline,), dimensions())
    parts = ["Reports hazards", "Keeps the log"]
    after = kept(split(found, place(found, "Reports hazards Keeps the log"), parts), tmp_path)
    texts_now = [statement.text for statement in after.result().framework.statements]
    assert texts_now == [*parts, "Decides what is closed"]
    other = table(["Area", "Grade 3", "Grade 4"], ["Risk", "Reports hazards", "Decides"])
    gone = Review((other,), dimensions(), after.mapping)
    assert "Reports hazards Keeps the log" in doubts(gone)


def test_a_role_more_by_hand_leaves_the_roles_that_were_recognised(tmp_path: Path) -> None:
    text = (
        "# Crew roles\n\n## Deck officer\n\n### Duties\n\n- Steers\n\n## Rope work\n\n"
        "### Duties\n\n- Ties ropes\n\n## Chief engineer\n\n### Duties\n\n- Mends engines\n"
    )
    found = review(text)
    assert set(titles(found)) == {"Deck officer", "Chief engineer"}
    after = kept(begin_role(found, place(found, "Rope work"), ["Rigger"]), tmp_path)
    assert set(titles(after)) == {"Deck officer", "Rigger", "Chief engineer"}
