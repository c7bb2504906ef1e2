"""Where the comparison keeps silent: two duties written apart, manners, headings, those who learn."""

from __future__ import annotations

import pytest

from bundled import verdict_of


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # what is replaced is not dropped
        ("Write timetables and print them for the depot", "Rewrite the depot's printed timetables"),
        # a manner is no duty
        ("Feed the ducks of the lake with good humour", "Feed the ducks of the lake"),
        ("Count visitors to the castle, using a tally", "Count visitors to the castle"),
        # one who learns or is helped does less, whatever words that takes
        ("You are learning and applying the byelaws", "You are applying the byelaws"),
        (
            "Your drawing and your lettering may need guidance",
            "Your lettering may need guidance",
        ),
        # a word that tells of a noun is no further thing
        ("Reading and patient teaching of verse", "Reading and teaching of verse"),
        # a heading announces
        ("Ticket sales, run the booth, train sellers and answer complaints", "Ticket sales:"),
        # to help people do it is not to help with it
        (
            "Prune the old apple trees in spring",
            "Help teams to prune the old apple trees in spring",
        ),
        # a label's number is no measure
        ("Post: 3 Temporary, up to a year", "Post: 2 Temporary, up to a year"),
        # of help, less is more
        (
            "Drafts letters with some back and forth",
            "Drafts letters with substantial back and forth",
        ),
    ],
)
def test_what_is_not_sure_has_no_direction_either_way(before: str, after: str) -> None:
    assert verdict_of(before, after)[0] not in ("raised", "eased")
    assert verdict_of(after, before)[0] not in ("raised", "eased")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Start becoming the voice of the choir", "Be the voice of the choir"),
        ("Calls attention to broken lamps", "Routinely calls attention to broken lamps"),
        ("Mentor singers of your team", "Mentor singers within and outside of your team"),
        ("Read meters in the old town", "Review meters in the old town"),
        (
            "Letters go out with occasional need for guidance",
            "Letters go out with little need for guidance",
        ),
        ("Coach porters at the station", "Provide technical leadership and coach porters"),
        ("Understanding of most of the following pumps", "Understanding of all the pumps"),
        ("Run tours of the cellar", "Run large-scale tours of the cellar"),
        ("Ability to sing in tune", "Ability to sing in tune, and to teach others to sing"),
    ],
)
def test_what_is_sure_has_its_direction_both_ways(before: str, after: str) -> None:
    assert verdict_of(before, after)[0] == "raised"
    assert verdict_of(after, before)[0] == "eased"


def test_a_reason_begins_where_the_news_does() -> None:
    assert verdict_of("Paint the gates", "Paint the gates and oil the locks of the mill") == (
        "raised",
        "adds: oil the locks of the mill",
    )
