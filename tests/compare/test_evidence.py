"""What reasons weigh: told of by their number where no words tell it."""

from __future__ import annotations

import pytest

from bundled import FILLING, weights
from pathways.compare.evidence import find_reasons
from pathways.compare.pair import Reason

TEAM = "Speak for the team on the repair of benches in parks"
ELSEWHERE = "On the repair of lamps, speak in towns"


def reasons(before: str, after: str) -> list[Reason]:
    return find_reasons(before, after, weights(before, after, *FILLING))


@pytest.mark.parametrize("further", ["department", "council", "government"])
def test_how_far_two_texts_reach_is_a_hint_without_words_where_it_is_two_levels_or_more(
    further: str,
) -> None:
    """... and the words do not stand in each other's place."""
    hint = Reason(0.5, "", "", "scope")
    assert reasons(TEAM, f"{ELSEWHERE} for the {further}") == [hint]
    assert reasons(f"{ELSEWHERE} for the {further}", TEAM) == [hint.turned]


@pytest.mark.parametrize("other", ["", " for the service", " for the squad"])
def test_a_level_alone_or_silence_is_no_hint(other: str) -> None:
    assert reasons(TEAM, ELSEWHERE + other) == []
    assert reasons(ELSEWHERE + other, TEAM) == []


def test_a_number_weighs_the_same_whichever_text_comes_first_by_its_letters() -> None:
    rises = [reasons(f"Run {low} tours", f"Run {high} tours") for low, high in ((3, 5), (9, 10))]
    falls = [reasons(f"Run {high} tours", f"Run {low} tours") for low, high in ((3, 5), (9, 10))]
    assert [[one.weight for one in found] for found in rises] == [[1.5], [1.5]]
    assert [[one.weight for one in found] for found in falls] == [[-1.5], [-1.5]]
