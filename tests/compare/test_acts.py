"""Whether two statements speak of one act, and how much each asks of it."""

from __future__ import annotations

import pytest

import bundled
from bundled import FILLING, weights
from pathways.compare.acts import compared_acts, same_root
from pathways.compare.pair import Pair


def acts(before: str, after: str) -> tuple[tuple[int, str], ...] | None:
    """Return the level and the word of the act that each text begins with."""
    scale = next(one for one in bundled.vocabulary().scales if one.first)
    pair = Pair(before, after, weights(before, after, *FILLING), (None, None))
    found = compared_acts(pair, scale)
    return tuple((hit.level, hit.written) for hit in found) if found else None


@pytest.mark.parametrize(
    ("knows", "does"),
    [
        ("Knowledge of the budgets of the depot", "Manage the budgets of the depot"),
        ("Technical knowledge of the budgets", "Manage the budgets"),
        ("Awareness of the budgets, and of helping staff with them", "Manage the budgets of staff"),
    ],
)
def test_to_know_a_thing_is_the_least_that_can_be_done_with_it(knows: str, does: str) -> None:
    found = acts(knows, does)
    assert found is not None
    assert (found[0][0], found[1][1]) == (1, "manage")
    back = acts(does, knows)
    assert back == found[::-1]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # no more than helping is no more than knowing
        ("Knowledge of the budgets of the depot", "Support the budgets of the depot"),
        # what is done, too, is not only known
        ("Knowledge of how to manage the budgets", "Manage the budgets"),
        ("Sound technical, financial and legal knowledge of budgets", "Manage the budgets"),
        # abilities above knowledge are not only to know
        ("Experience of the budgets of the depot", "Manage the budgets of the depot"),
        ("The budgets of the depot", "Manage the budgets of the depot"),
        ("Knowledge of trees", "Manage the budgets of the depot"),
    ],
)
def test_an_act_is_not_held_against_what_is_no_mere_knowledge_of_it(
    before: str, after: str
) -> None:
    assert acts(before, after) is None


@pytest.mark.parametrize(
    ("before", "after", "levels"),
    [
        ("Support the rounds of the depot", "Lead the rounds of the depot", "support lead"),
        ("Plan and lead the rounds of the depot", "Plan the rounds of the depot", "lead plan"),
        ("Support the rounds of the depot", "Lead the painting of benches", None),
        ("Plan rounds, and lead them", "Lead rounds", None),  # the stronger is said by both
        ("Oversee the crew, lead its rounds", "Lead the crew", None),
        ("Help define the rounds of the depot", "Define the rounds of the depot", "help define"),
        ("Help teams to plan the rounds", "Plan the rounds", None),
    ],
)
def test_the_strongest_act_of_each_is_compared_where_it_is_done_to_the_same(
    before: str, after: str, levels: str | None
) -> None:
    found = acts(before, after)
    assert (found and " ".join(word for _level, word in found)) == levels


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("plan", "plan", True),
        ("plan", "plant", False),
        ("deliv", "delivery", True),  # five letters are enough of eight
        ("deli", "delivery", False),
        ("communic", "communion", True),  # six of nine
        ("commuter", "communion", False),
        ("inspect", "inspiration", False),
        ("organis", "organisation", False),  # eight of twelve are wanted
        ("organisa", "organisation", True),
    ],
)
def test_an_act_and_its_noun_have_five_letters_or_three_fifths_of_the_longer_in_common(
    one: str, other: str, same: bool
) -> None:
    assert same_root(one, other) is same
    assert same_root(other, one) is same
