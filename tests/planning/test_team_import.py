from __future__ import annotations

import time
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pathways.errors import PathwaysError, UsageError
from pathways.i18n import use_language
from pathways.importing.people_table import (
    Detail,
    chosen_columns,
    day_in,
    match_columns,
    names_in_text,
    nodes_meant,
    read_people_table,
    table_in_text,
    truth_in,
)
from pathways.model.day import day_in_short, day_in_words
from pathways.model.team import Team
from pathways.planning.people import add_person, new_team
from pathways.planning.team_import import TeamImport, bring_in
from teams import comparer

MESSY = (
    """\
Staff of the depot,,,,,,,
,,,,,,,
Employee name;Payroll no.;Grade;Job title;Line manager;Date started;Next 1:1;Funded?
""".replace(";", ",")
    + """\
"Okonkwo, Ifeoma",A17,Gr 11,Fleet analyst,Björk Jónsdóttir,1/4/2023,31/3/2027,
Björk Jónsdóttir,A18,Grade 12,Fleet lead,The Director,2022-05-01,some day,
李 明,A19,g9,Clerk,Björk Jónsdóttir,3rd Sep 24,,
VACANT,,PO77,Deputy,,,,yes
,,,,,,,
Grand total,,4,,,,,
Employee name,Payroll no.,Grade,Job title,Line manager,Date started,Next 1:1,Funded?
,,,,Björk Jónsdóttir,,,
Somebody,A19,9,Clerk,,,,
"""
)


def brought(text: str, team: Team | None = None, **answers: str) -> TeamImport:
    table = table_in_text(text)
    columns = match_columns(table.head.cells)
    return bring_in(team or new_team("Depot"), table, columns, comparer().library, answers)


def test_columns_are_known_by_many_names_wherever_the_head_stands() -> None:
    table = table_in_text(MESSY)
    assert table.head.line == 3
    assert list(match_columns(table.head.cells).values()) == [
        Detail.NAME,
        Detail.NUMBER,
        Detail.NODE,
        Detail.POST,
        Detail.MANAGER,
        Detail.SINCE,
        Detail.NEXT_TALK,
        Detail.FUNDED,
    ]


def test_people_posts_and_vacancies_come_in_and_managers_are_found_among_them() -> None:
    team = brought(MESSY).team
    assert [person.name for person in team.people] == [
        "Ifeoma Okonkwo",
        "Björk Jónsdóttir",
        "李 明",
    ]
    assert [person.node for person in team.people] == ["ict-11", "ict-12", "ict-9"]
    assert [person.manager for person in team.people] == ["p2", "The Director", "p2"]
    assert [(post.title, post.holder, post.funded) for post in team.posts] == [
        ("Fleet analyst", "p1", None),
        ("Fleet lead", "p2", None),
        ("Clerk", "p3", None),
        ("Deputy", "", True),
    ]
    assert team.people[2].since == "2024-09-03"


def test_no_row_vanishes_and_wrong_ones_say_their_row_and_why() -> None:
    found = brought(MESSY)
    told = {complaint.line: complaint.reason for complaint in found.complaints}
    assert sorted(told) == [5, 9, 10, 11, 12]
    assert "some day" in told[5]
    assert "total" in told[9]
    assert "Row 6" in told[12]
    assert len(found.rows) == len(table_in_text(MESSY).rows)


def test_a_word_that_means_no_grade_is_asked_about_once() -> None:
    first = brought(MESSY)
    assert [(question.text, question.lines) for question in first.questions] == [("PO77", (7,))]
    answered = brought(MESSY, PO77="ict-13")
    assert answered.questions == ()
    assert answered.team.posts[3].node == "ict-13"
    assert brought(MESSY, answered.team).questions == ()


def test_the_same_file_again_changes_nothing_and_a_newer_one_says_what() -> None:
    team = brought(MESSY, PO77="ict-13").team
    again = brought(MESSY, team)
    assert again.team == team
    assert again.count("new") == again.count("changed") == 0
    newer = brought(MESSY.replace("Gr 11,Fleet analyst", "Gr 12,Fleet specialist"), team)
    changed = next(row for row in newer.rows if row.kind == "changed")
    assert [(c.field, c.before, c.after) for c in changed.changes] == [
        ("grade or role now", "Grade 11", "Grade 12"),
        ("title of the post", "Fleet analyst", "Fleet specialist"),
    ], "that person and post have another grade now is said once"
    first = brought(MESSY, PO77="ict-13").rows[0]
    assert {change.field for change in first.changes} >= {"grade or role now", "title of the post"}
    assert {change.before for change in first.changes} == {""}, "all of somebody new is told"
    assert len(newer.team.posts) == 4


def test_an_empty_cell_leaves_what_is_known_and_who_is_not_in_the_table_stays() -> None:
    team = add_person(brought(MESSY).team, "Eve", node="ict-10")
    later = brought("Name,Grade,Aim\nEve,,11\n", team)
    assert (later.team.people[-1].node, later.team.people[-1].aim) == ("ict-10", "ict-11")
    assert set(later.missing) == {"Ifeoma Okonkwo", "Björk Jónsdóttir", "李 明"}
    assert later.team.people[:3] == team.people[:3]


def test_two_of_one_name_are_told_apart_by_their_numbers_only() -> None:
    text = "Name,Staff number,Grade\nAnn Lee,1,9\nAnn Lee,2,10\nAnn Lee,2,11\n"
    found = brought(text)
    assert [(p.number, p.node) for p in found.team.people] == [("1", "ict-9"), ("2", "ict-10")]
    assert "staff number" in found.complaints[0].reason
    unnumbered = brought("Name,Grade\nAnn Lee,9\n", found.team)
    assert unnumbered.team == found.team
    assert "Several people" in unnumbered.complaints[0].reason


def test_a_post_that_somebody_takes_from_the_vacancies_is_filled() -> None:
    team = brought("Name,Grade,Post\nAnn,9,Clerk\nVacant,10,Writer\n").team
    later = brought("Name,Grade,Post\nAnn,10,Writer\nVacant,9,Clerk\n", team)
    assert {(post.title, post.holder) for post in later.team.posts} >= {("Writer", "p1")}


def test_a_list_of_posts_by_number_says_who_holds_them_now() -> None:
    head = "Position number,Position title,Employee,Grade,Career grade from,Career grade to\n"
    team = brought(head + "77,Officer,Ann,6,6,8\n78,Officer,Vacant,6,,\n").team
    assert (team.posts[0].lowest, team.posts[0].highest) == ("ict-6", "ict-8")
    later = brought(head + "77,Officer,Vacant,6,,\n78,Officer,Ann,6,,\n", team)
    assert [post.holder for post in later.team.posts] == ["", "p1"]
    assert later.count("changed") == 2


def test_first_name_and_surname_make_a_name_and_a_number_will_do() -> None:
    found = brought("First name,Surname,Staff no,Grade\nAnn,Lee,,9\n,,X9,10\n")
    assert [person.name for person in found.team.people] == ["Ann Lee", "X9"]


def test_a_person_says_what_a_column_holds() -> None:
    head = ("Wer", "Stufe", "Grade")
    assert chosen_columns(head, {"Wer": "name", "2": "grade", "Grade": "aim"}) == {
        0: Detail.NAME,
        1: Detail.NODE,
        2: Detail.AIM,
    }
    assert chosen_columns(head, {"grade": "nothing"}) == {}
    with pytest.raises(UsageError, match="column"):
        chosen_columns(head, {"Nobody": "name"})
    with pytest.raises(UsageError, match="Did you mean name"):
        chosen_columns(head, {"Wer": "nme"})


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("Grade 11", "ict-11"),
        ("Gr 11", "ict-11"),
        ("gr.11", "ict-11"),
        ("G11", "ict-11"),
        ("11", "ict-11"),
        ("Grade 07", "ict-7"),
        ("Band 8", "ict-8"),
        ("PO 10", "head-of-technology"),
        ("Head  of technology", "head-of-technology"),
        ("G6", "head-of-profession"),
        ("Level 3", "leadership-3"),
        ("ICT-11", "ict-11"),
        ("Grade 11 - Analyst", "ict-11"),
        ("PO4", None),
        ("11/12", None),
        ("clerk", None),
        ("", None),
    ],
)
def test_a_grade_is_understood_as_people_write_it(written: str, wanted: str | None) -> None:
    assert nodes_meant(written, comparer().library) == ((wanted,) if wanted else ())


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("1/10/2026", "2026-10-01"),
        ("2026-10-01 00:00:00", "2026-10-01"),
        ("01.02.25", "2025-02-01"),
        ("Thu 1 October 2026", "2026-10-01"),
        ("45678", "2025-01-21"),
        ("", ""),
        ("n/a", ""),
        ("soon", None),
        ("31/02/2026", None),
        ("1 Octember 2026", None),
        ("123", None),
    ],
)
def test_days_are_read_as_they_are_written_in_britain(written: str, wanted: str | None) -> None:
    assert day_in(written) == wanted


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_day_is_understood_as_the_program_writes_it(language: str) -> None:
    use_language(language)
    try:
        days = [f"2027-{month:02}-28" for month in range(1, 13)]
        assert [day_in(day_in_words(day)) for day in days] == days
        assert [day_in(day_in_short(day)) for day in days] == days
    finally:
        use_language("en")


def test_yes_no_and_neither() -> None:
    assert [truth_in(text) for text in ("Yes", "n", "maybe", "✓")] == [True, False, None, True]
    found = brought("Post,Funded,Until\nClerk,perhaps,1/1/2027\n")
    assert "neither yes nor no" in found.complaints[0].reason
    assert found.team.posts[0].until == "2027-01-01"


def test_a_workbook_is_read_from_its_best_sheet(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Read me", "first"])
    sheet = book.create_sheet("Staff")
    sheet.append(["Name", "Grade", "Since"])
    import datetime

    sheet.append(["Ann", 11, datetime.date(2024, 5, 1)])
    book.save(tmp_path / "staff.xlsx")
    table = read_people_table(tmp_path / "staff.xlsx")
    team = bring_in(new_team("x"), table, match_columns(table.head.cells), comparer().library).team
    assert [(p.name, p.node, p.since) for p in team.people] == [("Ann", "ict-11", "2024-05-01")]


def test_what_is_no_spreadsheet_or_empty_is_said(tmp_path: Path) -> None:
    (tmp_path / "staff.pdf").write_bytes(b"%PDF")
    (tmp_path / "empty.csv").write_text(",,\n")
    with pytest.raises(UsageError, match="not a spreadsheet"):
        read_people_table(tmp_path / "staff.pdf")
    with pytest.raises(UsageError, match="nothing in the table"):
        read_people_table(tmp_path / "empty.csv")
    with pytest.raises(UsageError, match="nothing in the table"):
        table_in_text("\n\n")
    with pytest.raises(PathwaysError, match="no such file"):
        read_people_table(tmp_path / "gone.csv")


def test_a_bare_list_of_names_is_known_as_one() -> None:
    assert names_in_text("Ann Lee\n\n Bo  Ek \n李 明") == ["Ann Lee", "Bo Ek", "李 明"]
    assert names_in_text("Name\tGrade\nAnn\t9") == []
    assert names_in_text("Name\nAnn") == []


cells = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=8)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(cells, cells, cells, cells), max_size=8))
def test_any_table_brought_in_twice_changes_nothing_more(rows: list[tuple[str, ...]]) -> None:
    import csv
    import io

    out = io.StringIO(newline="")
    csv.writer(out).writerows([("Name", "Grade", "Post", "Manager"), *rows])
    try:
        first = brought(out.getvalue())
    except PathwaysError:
        return
    texted = sum(any(cell.strip() for cell in row) for row in rows)
    assert len(first.rows) <= texted
    assert brought(out.getvalue(), first.team).team == first.team


def test_a_manager_without_their_accents_is_the_same_person() -> None:
    team = brought("Name,Manager\nSiân Rees,\nJörg Müller,Sian Rees\n").team
    assert team.people[1].manager == "p1"


@pytest.mark.parametrize(
    ("name", "title", "wanted"),
    [
        ("Vacant (maternity)", "Clerk", "Clerk"),
        ("VACANT - advert out", "Clerk", "Clerk"),
        ("", "Clerk (vacant)", "Clerk"),
        ("", "Clerk - Vacant", "Clerk"),
        ("Vacant", "Vacant", "Vacant"),
    ],
)
def test_a_vacant_post_is_known_however_it_is_written(name: str, title: str, wanted: str) -> None:
    team = brought(f"Name,Post,Grade\n{name},{title},9\n").team
    assert (team.people, [post.title for post in team.posts]) == ((), [wanted])
    again = brought(f"Name,Post,Grade\n{name},{title},9\n", team)
    assert again.team == team


@pytest.mark.parametrize(
    "row",
    [
        "P{n},{n},11,Analyst,P{other},,",
        "Ann Bee,{n},11,Analyst {n},Ann Bee,,",
        "Vacant,,11,Analyst,,,",
        "P{n},{n},11,T{n},,nonsense {n},x",
    ],
)
def test_a_table_takes_time_as_it_has_rows_the_first_time_and_the_next(row: str) -> None:
    head = "Name,Staff number,Grade,Job title,Manager,Next talk,Vacant since\n"
    spent = {}
    for rows in (1_000, 8_000):
        text = head + "".join(row.format(n=n, other=n * 7 % rows) + "\n" for n in range(rows))
        start = time.process_time()
        once = brought(text)
        again = brought(text, once.team)
        spent[rows] = time.process_time() - start
        assert len(again.rows) == rows
        assert not again.count("new")
    assert spent[8_000] < 25 * max(spent[1_000], 0.05)  # 8 where it is linear, 64 where it is not


def test_the_head_is_found_below_a_title_whatever_its_columns_are_called(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (
        ["Personal im November"], [], ["Mitarbeiter", "Stufe", "Ziel"], ["Ada", "Gr 9", ""],
        ["Bo", "ICT 9", "Grade 10"],
    ):  # fmt: skip
        book.active.append(row)
    path = tmp_path / "staff.xlsx"
    book.save(path)
    table = read_people_table(path)
    assert table.head.cells == ("Mitarbeiter", "Stufe", "Ziel") and len(table.rows) == 2
    columns = chosen_columns(table.head.cells, {"Mitarbeiter": "name", "Stufe": "grade"})
    done = bring_in(new_team("Depot"), table, columns, comparer().library)
    assert [(p.name, p.node) for p in done.team.people] == [("Ada", "ict-9"), ("Bo", "ict-9")]


@pytest.mark.parametrize("written", ["Zoe\u0308 O'Neill", "Zo\u00eb O\u2019Neill"])
def test_a_name_that_looks_the_same_is_found_again(written: str) -> None:
    team = add_person(new_team("Depot"), "Zo\u00eb O'Neill")
    done = brought(f"Name,Grade\n{written},Grade 9\n", team)
    assert len(done.team.people) == 1 and done.team.people[0].node == "ict-9"
