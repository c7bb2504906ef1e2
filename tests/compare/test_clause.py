"""A statement in a line: its main clause, honestly marked where words were cut."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import bundled
from golden_lines import check_lines
from invented import texts
from pathways.compare.clause import LONGEST, first_title, main_clause, told_first


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Lead a team.", "Lead a team"),
        (
            "Lead a team of gardeners, ensuring that the parks are open every day.",
            "Lead a team of gardeners…",
        ),
        ("Plan the work of the depot; keep its books.", "Plan the work of the depot…"),
        (
            "Manage contracts (for plant and vehicles) with suppliers",
            "Manage contracts with suppliers…",
        ),
        ("Set targets for the section in order to raise standards", "Set targets for the section…"),
        (
            "Where appropriate, lead small projects across the service",
            "Where appropriate, lead small projects across the service",
        ),
        ("Experience: three years in a depot", "Experience: three years in a depot"),
    ],
)
def test_a_statement_is_cut_to_its_main_clause(text: str, short: str) -> None:
    assert main_clause(text) == short


def test_a_long_clause_is_cut_between_words() -> None:
    text = "Supervise " + "the gardeners and keepers of the northern and southern parks " * 4
    short = main_clause(text)
    assert len(short) <= LONGEST + 1
    assert short.endswith("…")
    assert text.startswith(short[:-1])


def test_no_word_that_asks_for_more_stands_at_the_end() -> None:
    text = "Lead the staff of a service and, specifically, its depot and its vehicles"
    assert main_clause(text, 46) == "Lead the staff of a service…"


@given(st.text(alphabet="abcdeF ,.;:-–", max_size=200), st.integers(10, 120))
def test_nothing_is_made_up_and_the_words_stay_in_order(text: str, longest: int) -> None:
    short = main_clause(text, longest)
    assert " ".join(text.split()).startswith(short.removesuffix("…"))
    assert len(short) <= max(longest, *(len(word) for word in ["", *text.split()])) + 1


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("To run a service area inside the depot and / or to advise on its field", 40),
        ("Answers for budgets and plans that are agreed with the head of service", 35),
        ("Plants and prunes as well as the foreman of the northern parks can", 22),
    ],
)
def test_no_cut_leaves_a_small_word_hanging(text: str, short: int) -> None:
    last = main_clause(text, short).removesuffix("…").split()[-1]
    assert last in ("depot", "budgets", "prunes")


@pytest.mark.parametrize(
    ("text", "longest", "short"),
    [
        # what two words tell of together is not cut off
        (
            "Champions a garden that supports the Trees and Meadows charter of the town and county",
            60,
            "Champions a garden that supports the Trees and Meadows…",
        ),
        (
            "Builds ties for the long term that let us sit on external and internal boards and "
            "panels",
            72,
            "Builds ties for the long term that let us sit…",
        ),
        # neither in a list of single words nor before its verb is a clause whole
        (
            "Postholders have skills of talking with other people, in moving, teaching, guiding "
            "and persuading them",
            80,
            "Postholders have skills of talking with other people…",
        ),
        (
            "Coaches the younger gardeners to see how valuable their own work is in a park of "
            "many beds and lawns",
            75,
            "Coaches the younger gardeners…",
        ),
        # what is done besides is not the main clause; a list that begins so is
        ("Across the town, build ties, coaching wardens on the use of tools", 90, None),
        ("Tasks are of two kinds: the care of trees, and the care of lawns", 90, None),
        ("Plans beds, planting and pruning, and the year of the park", 90, None),
        (
            "Whilst rules cover most of the work, much is left to the gardener’s own judgement",
            60,
            "…much is left to the gardener’s own judgement…",
        ),
        ("Leads a crew and, specifically, undertakes: rotas, pay and leave", 90, "Leads a crew…"),
    ],
)
def test_a_cut_leaves_a_clause_that_says_something(
    text: str, longest: int, short: str | None
) -> None:
    wanted = {
        "Across the town": "Across the town, build ties…",
        "Tasks are of two": text,
        "Plans beds, plan": text,
    }
    assert main_clause(text, longest) == (short or wanted[text[:16].rstrip(", ")])


def test_a_text_that_fits_is_not_cut_and_one_that_is_a_letter_too_long_is() -> None:
    text = "Plants young oaks and old elms"
    assert main_clause(text, len(text)) == text
    assert main_clause(text, len(text) - 1) == "Plants young oaks…"
    assert main_clause("Plantsyoungoaks", 5) == "Plantsyoungoaks", "a first word stays whole"


def test_no_break_beyond_the_length_is_taken() -> None:
    text = "Waters the long beds of roses, the lawns and the young trees of the town"
    assert [len(main_clause(text, longest)) <= longest + 1 for longest in range(10, 80)] == [
        True
    ] * 70


def test_a_text_that_no_page_could_hold_is_read_as_far_as_a_clause_may_go() -> None:
    word = "W" * 1_000_000
    assert len(main_clause(word)) < 10_000
    assert main_clause(word).endswith("W…")
    assert main_clause(f"Digs beds {word}") == "Digs beds…"
    assert main_clause("Digs beds", beside=word) == "Digs beds"


def test_the_short_forms_of_all_that_is_bundled_stay() -> None:
    """PATHWAYS_WRITE_GOLDEN=1 writes them anew, to be looked at."""
    check_lines("short-forms", _short_forms())


def _short_forms() -> Iterator[str]:
    """Yield each statement, and each invented one, in the room that its turn gives it, and where
    it is cut there, in a little more, too.
    """
    stated = (one.text for f in bundled.library().frameworks for one in f.statements)
    for turn, text in enumerate(dict.fromkeys((*stated, *texts()))):
        longest = 24 + turn * 7 % 68
        short = main_clause(text, longest)
        if short != text.rstrip(".;:, "):
            yield f"{longest}: {short}"
            wider = main_clause(text, longest + 9)
            if wider != short:
                yield f"    {wider}"


def test_how_each_pair_of_a_ladder_would_be_told_first_stays() -> None:
    check_lines("told-first", _told_first())


def _told_first() -> Iterator[str]:
    for step in [
        *bundled.comparer().ladder("ict").steps,
        *bundled.comparer().ladder("leadership").steps,
    ]:
        for turn, change in enumerate(c for d in step.dimensions for c in d.changes):
            if change.before and change.after and change.words and turn % 3:
                told = told_first(change.after.text, change.before.text, step.before)
                yield from (one for one in told if "…" in one)


def test_what_is_told_first_of_a_new_statement_stands_alone() -> None:
    node = bundled.library().node("ict-11")
    assert told_first("Lead the depot.", "", node) == ("Lead the depot", "")
    assert told_first("Lead the depot; sweep it", "", node) == ("Lead the depot…", "")


def test_the_title_says_whether_it_is_one_step_or_several_or_two_organisations() -> None:
    step = bundled.comparer().step("ict-11", "ict-12")
    far = msgspec.structs.replace(step, across=True)
    assert first_title([step]) == "What makes the step"
    assert first_title([step, step]) == "What makes the steps"
    assert first_title([far]) == "What stands out at grade 12"
    assert first_title([step, far]) == "What stands out at grade 12"
