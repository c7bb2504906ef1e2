"""Where no words stand in each other's place, words that all say the same may tell."""

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


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # what is merely not said again is no loss
        (
            "Records of the reservoir for engineers",
            "Complex records of the reservoir for engineers and senior stakeholders",
        ),
        # one word speaks against the others
        (ASSISTS, f"{SHAPES}, following instructions"),
        # another subject
        (ASSISTS, "Shape how stakeholders sing complex operas in the town hall"),
        # too short to tell
        ("Basic reservoirs", "Complex reservoirs"),
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
