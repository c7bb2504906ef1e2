"""Where words in each other's place decide nothing, words that lean and many hints may tell."""

from __future__ import annotations

import pytest

from bundled import FILLING, weights
from pathways.compare.amounts import amounts
from pathways.compare.leanings import leaning
from pathways.compare.reading import read


def lean(before: str, after: str) -> int:
    return leaning(before, after, weights(before, after, *FILLING))


ASSISTS = "Keep basic records of the reservoir, as required by the engineers"
SHAPES = "Shape how complex records of the reservoir serve engineers and stakeholders"


def test_words_that_ask_much_in_the_place_of_words_that_ask_little_lean_to_more() -> None:
    assert lean(ASSISTS, SHAPES) == 1
    assert lean(SHAPES, ASSISTS) == -1


def test_many_hints_outweigh_one_that_says_otherwise() -> None:
    shapes = f"{SHAPES}, following instructions"
    assert lean(ASSISTS, shapes) == 1
    assert lean(shapes, ASSISTS) == -1


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # each scale tells a little, whichever it is
        (
            "Draw up schedules of boats for the small harbour, day to day",
            "Write the strategy of boats for the large harbour in the long term",
        ),
        (
            "Answer letters of the harbour in simple cases and with guidance",
            "Answer complex letters of harbours independently, for every boat that lies there",
        ),
    ],
)
def test_hints_of_many_scales_together_tell_of_more(before: str, after: str) -> None:
    assert lean(before, after) == 1
    assert lean(after, before) == -1


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # what is merely not said again is no loss
        (
            "Records of the reservoir for engineers",
            "Complex records of the reservoir for engineers and senior stakeholders",
        ),
        # as much speaks against it
        (ASSISTS, "Keep complex records of the reservoir under guidance, occasionally"),
        # the text that would ask for more says less
        (
            f"{SHAPES}, in the valley, along the canal and below the mill",
            "Lead on the strategic records of the reservoir",
        ),
        # a heading only announces
        (ASSISTS, f"{SHAPES}:"),
        # another subject
        (ASSISTS, "Shape how stakeholders sing complex operas in the town hall"),
        # too short to tell
        ("Basic", "Complex"),
        # the learned words speak against it
        (
            "Follow the strategy across the organisation, leading and championing reservoirs",
            "Explain basic reservoirs under stakeholders",
        ),
        ("", ""),
    ],
)
def test_where_words_do_not_agree_nothing_is_told(before: str, after: str) -> None:
    assert lean(before, after) == lean(after, before) == 0


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Feeds four owls", [(4, 4, False, "owl")]),
        ("Feeds four to six owls", [(4, 6, False, "owl")]),
        ("Feeds 4-6 owls", [(4, 6, False, "owl")]),
        ("Feeds six or more owls", [(6, 6, True, "owl")]),
        ("10+ years with owls", [(10, 10, True, "year")]),
        (
            "Pays out 5,000 or 12,500 pounds",
            [(5000, 5000, False, ""), (12500, 12500, False, "pound")],
        ),
        ("Works to ISO 9001 since 2019", []),
        ("Post: 3 owls, as agreed", []),
        ("Feeds two, then owls", [(2, 2, False, "")]),
    ],
)
def test_an_amount_is_a_number_or_a_range_of_one_unit(
    text: str, found: list[tuple[int, int, bool, str]]
) -> None:
    language = weights(text).language
    read_as = amounts(read(text, language))
    assert [(one.low, one.high, one.open, one.unit) for one in read_as] == found
