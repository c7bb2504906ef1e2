from __future__ import annotations

import pytest

from importing_documents import dimensions, drawn, sections, table, texts
from pathways.errors import UsageError
from pathways.importing.imported import Became, Sure
from pathways.importing.review import (
    Review,
    bring_back,
    confirm,
    join_with_next,
    leave_out,
    make_heading,
    set_columns,
    set_dimension,
    set_grades,
    set_organisation,
    set_title,
    split,
)
from pathways.importing.review_roles import set_order

TEXT = (
    "Family\nGrade 4\nDuties\n- Help and log\n- Tidy\nPage 3\nGrade 5\nTravel\n- Drive\nDuties\n- "
    "Lead\n- Tidy\n"
    "Grade 6\nDuties\n- Plan\n\nand judge\nNotes on pay"
)


def review(text: str = TEXT) -> Review:
    return Review((drawn(text),), dimensions())


def place(found: Review, text: str, number: int = 1) -> int:
    places = [p for p, decision in enumerate(found.decisions) if decision.text == text]
    return places[number - 1]


def both_ways(before: Review, after: Review) -> Review:
    """Prove that a correction is kept by its mapping alone."""
    again = Review(before.outlines, before.dimensions, after.to_mapping())
    assert again.result() == after.result()
    return after


def test_statements_can_be_given_to_other_grades_several_at_once() -> None:
    before = review()
    after = both_ways(
        before,
        set_grades(before, [place(before, "Tidy"), place(before, "Help and log")], ["family-5"]),
    )
    assert sorted(texts(after.result().framework, "family-5", "accountabilities")) == [
        "Help and log",
        "Lead",
        "Tidy",
        "Tidy",
    ]
    assert texts(after.result().framework, "family-4", "accountabilities") == []


def test_one_of_two_equal_texts_is_changed_alone() -> None:
    before = review()
    after = both_ways(before, set_dimension(before, [place(before, "Tidy", 2)], "delivery"))
    assert texts(after.result().framework, "family-5", "delivery") == ["Tidy"]
    assert texts(after.result().framework, "family-4", "accountabilities") == [
        "Help and log",
        "Tidy",
    ]


def test_a_statement_can_be_for_two_grades() -> None:
    before = review()
    after = set_grades(before, [place(before, "Lead")], ["family-5", "family-6"])
    assert texts(after.result().framework, "family-6", "accountabilities")[0] == "Lead"
    lead = next(s for s in after.result().framework.statements if s.text == "Lead")
    assert lead.nodes == ("family-5", "family-6")


def test_a_heading_is_taught_for_all_its_places() -> None:
    before = review()
    after = both_ways(before, set_dimension(before, [place(before, "Travel")], "corporate"))
    assert texts(after.result().framework, "family-5", "corporate") == ["Drive"]
    assert after.result().framework.dimensions == ()
    assert set_dimension(after, [place(after, "Travel")], "corporate") is after


def test_a_statement_can_become_a_heading() -> None:
    before = review(
        "Family\nGrade 4\nDuties\n- Help\nNotes on pay\n- Paid\nGrade 5\nDuties\n- Lead"
    )
    after = make_heading(before, place(before, "Notes on pay"), "finance")
    assert texts(after.result().framework, "family-4", "finance") == ["Paid"]


def test_whatever_was_kept_left_out_or_a_point_can_become_a_heading() -> None:
    before = review()
    point = both_ways(before, make_heading(before, place(before, "Tidy"), "delivery"))
    assert {d.became for d in point.decisions if d.text == "Tidy"} == {Became.HEADING}
    assert texts(point.result().framework, "family-4", "accountabilities") == ["Help and log"]
    for other in (leave_out, bring_back):
        changed = other(
            before, [place(before, "Page 3")], *(["noise"] if other is leave_out else [])
        )  # type: ignore
        after = both_ways(changed, make_heading(changed, place(changed, "Page 3"), "delivery"))
        assert after.decisions[place(after, "Page 3")].became is Became.HEADING


def test_pieces_are_left_out_with_a_reason_and_brought_back() -> None:
    before = review()
    after = both_ways(before, leave_out(before, [place(before, "Drive")], "out of date"))
    assert [(item.text, item.why) for item in after.result().left_out if item.text == "Drive"] == [
        ("Drive", "out of date")
    ]
    back = bring_back(after, [place(after, "Drive")])
    assert back.result() == before.result()
    with pytest.raises(UsageError, match="why"):
        leave_out(before, [0], " ")


def test_what_was_recognised_as_noise_can_be_brought_back_and_left_out_again() -> None:
    before = review()
    after = both_ways(before, bring_back(before, [place(before, "Page 3")]))
    assert "Page 3" in texts(after.result().framework, "family-4", "accountabilities")
    assert bring_back(after, [place(after, "Page 3")]) is after
    again = leave_out(after, [place(after, "Page 3")], "a page number")
    assert "Page 3" not in texts(again.result().framework, "family-4", "accountabilities")


def test_a_piece_can_be_split_and_no_word_lost() -> None:
    before = review()
    after = both_ways(before, split(before, place(before, "Help and log"), ["Help", "and log"]))
    assert texts(after.result().framework, "family-4", "accountabilities")[:2] == [
        "Help",
        "and log",
    ]
    with pytest.raises(UsageError, match="no word"):
        split(before, place(before, "Help and log"), ["Help", "log"])
    with pytest.raises(UsageError, match="no word"):
        split(before, place(before, "Help and log"), ["Help and log"])


def test_a_piece_can_be_joined_with_the_next() -> None:
    before = review("Planner\n## Duties\n- Work with\n- Others")
    after = both_ways(before, join_with_next(before, place(before, "Work with")))
    assert texts(after.result().framework, "planner", "accountabilities") == ["Work with Others"]
    with pytest.raises(UsageError, match="nothing behind"):
        join_with_next(before, place(before, "Others"))


def test_the_order_can_be_set() -> None:
    before = review()
    after = both_ways(before, set_order(before, ["6", "5", "4"]))
    assert [node.grade for node in after.result().framework.nodes] == ["6", "5", "4"]


def test_roles_are_named_by_their_titles() -> None:
    outlines = tuple(
        drawn(f"# {name}\n## Duties\n- Work as {name}", f"{name}.md", "md")
        for name in ("Planner", "Cook")
    )
    before = Review(outlines, dimensions())
    after = set_grades(before, [place(before, "Work as Planner")], ["cook"])
    assert texts(after.result().framework, "planner", "accountabilities") == []
    assert texts(after.result().framework, "cook", "accountabilities") == [
        "Work as Planner",
        "Work as Cook",
    ]


def test_statements_of_tables_can_be_changed_and_left_out() -> None:
    before = Review((table(["Grade", "Risk"], ["4", "Reports"], ["5", "Owns"]),), dimensions())
    moved = set_dimension(before, [place(before, "Reports")], "finance")
    assert sections(moved.result().framework)[0] == "table-4: finance “Risk” 1"
    out = leave_out(before, [place(before, "Owns")], "wrong")
    assert [item.why for item in out.result().left_out] == ["wrong"]


def test_what_cannot_be_named_is_refused_in_a_sentence() -> None:
    found = review()
    with pytest.raises(UsageError, match="number 999"):
        set_dimension(found, [999], "risk")
    with pytest.raises(UsageError, match="nowhere"):
        set_grades(found, [place(found, "Lead")], ["nowhere"])


def test_columns_of_a_table_can_be_matched_by_hand() -> None:
    rows = (["Where", "What", "Words"], ["Tier A", "Risk", "Reports"], ["Tier B", "Risk", "Owns"])
    before = Review((table(*rows),), dimensions())
    after = both_ways(
        before, set_columns(before, {"Where": "level", "What": "dimension", "Words": "text"})
    )
    assert [node.title for node in after.result().framework.nodes] == ["Tier A", "Tier B"]
    assert sections(after.result().framework)[0] == "tier-a: risk “Risk” 1"
    assert set_columns(after, {"Words": "text"}).result() == after.result()
    with pytest.raises(UsageError, match="level, role"):
        set_columns(before, {"Where": "nonsense"})


def test_title_and_organisation_can_be_given_and_the_documents_own_come_back() -> None:
    before = review()
    named = both_ways(
        before, set_organisation(set_title(before, " Planning ladder "), "Northtown Council")
    )
    framework = named.result().framework
    assert (framework.title, framework.organisation) == ("Planning ladder", "Northtown Council")
    assert framework.nodes == before.result().framework.nodes
    assert not any("whose it is" in doubt.why for doubt in named.result().doubts)
    assert set_organisation(set_title(named, ""), "").result() == before.result()


def test_a_statement_can_be_given_a_dimension_that_nobody_knew() -> None:
    before = review()
    after = both_ways(before, set_dimension(before, [place(before, "Lead")], "site-visits"))
    assert [(own.id, own.title) for own in after.result().framework.dimensions][-1] == (
        "site-visits",
        "Site visits",
    )


def test_what_a_person_put_somewhere_is_no_longer_doubtful() -> None:
    before = review()
    joined = place(before, "Plan")
    assert before.decisions[joined].sure is Sure.UNSURE
    after = both_ways(before, confirm(before, [joined]))
    assert {after.decisions[joined].sure, after.decisions[joined + 1].sure} == {Sure.SURE}
    heading = place(before, "Travel")
    confirmed = both_ways(before, confirm(before, [heading]))
    assert confirmed.decisions[heading].sure is Sure.SURE
    assert confirmed.result().framework == before.result().framework
    assert confirm(before, [place(before, "Grade 4")]).result().framework == (
        before.result().framework
    )


def test_a_result_that_was_forgotten_is_recognised_anew() -> None:
    found = review()
    before = found.result()
    found.forget()
    assert found.result() == before
