"""What kind of change a pair is, and why."""

from __future__ import annotations

import pytest

import bundled
from bundled import FILLING, verdict_of
from pathways.compare.change import Change, Verdict
from pathways.compare.verdict import judge, judge_dimension


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Manage budgets.", "manage  budgets"),
        ("Health & Safety; staff", "Health, safety: Staff."),
        ("The council’s policy", "The council's policy"),
    ],
)
def test_case_punctuation_and_spacing_are_no_change(before: str, after: str) -> None:
    assert verdict_of(before, after) == ("unchanged", "")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Allocate routine activities to the team", "Allocate routine or basic work to the team"),
        (
            "Raise issues in carrying out duties",
            "Raise issues through the carrying out of your duties",
        ),
        ("Be professionally qualified", "A professional qualification"),
        ("Work autonomously", "Work independently"),
    ],
)
def test_other_words_with_the_same_meaning_are_rewording(before: str, after: str) -> None:
    assert verdict_of(before, after) == ("reworded", "")


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ("Supervise the library team", "Lead the library team", "supervise → lead"),
        ("Contribute to the plan for parks", "Manage the plan for parks", "contribute → manage"),
        ("A good understanding of parks", "A very good understanding of parks", "good → very good"),
        (
            "A very good understanding of parks",
            "An excellent understanding of parks",
            "very good → excellent",
        ),
        ("Where appropriate, repair roads", "Repair roads", "no longer: where appropriate"),
        ("Repair roads under supervision", "Repair roads", "no longer: under supervision"),
        ("Repair the roads of the team", "Repair the roads of the authority", "team → authority"),
        ("Repair roads", "Repair complex roads", "adds: complex"),
        ("Repair simple roads", "Repair roads", "no longer: simple"),
        ("Understanding of budgets", "Experience of budgets", "understanding → experience"),
        (
            "A degree in law",
            "A professional qualification in law",
            "degree → professional qualification",
        ),
    ],
)
def test_more_is_raised_and_its_mirror_is_eased(before: str, after: str, why: str) -> None:
    assert verdict_of(before, after) == ("raised", why)
    assert verdict_of(after, before)[0] == "eased"


def test_a_text_that_only_gains_duties_is_raised_and_says_which() -> None:
    verdict, why = verdict_of(
        "Inspect bins weekly", "Inspect bins weekly and publish collection statistics"
    )
    assert verdict == "raised"
    assert why == "adds: publish collection statistics"


def test_a_text_that_only_loses_duties_is_eased_and_says_which() -> None:
    verdict, why = verdict_of(
        "Inspect bins weekly and publish collection statistics", "Inspect bins weekly"
    )
    assert verdict == "eased"
    assert why == "no longer: publish collection statistics"


def test_a_dropped_alternative_is_not_less() -> None:
    verdict, _why = verdict_of(
        "A degree in engineering or considerable experience of bridges and tunnels",
        "A degree in engineering",
    )
    assert verdict != "eased"


def test_up_and_down_at_once_is_neither_and_both_reasons_are_given() -> None:
    verdict, why = verdict_of("Supervise very good gardens", "Manage good gardens")
    assert verdict == "changed"
    assert "more: supervise → manage" in why
    assert "less:" in why


def test_a_larger_number_of_the_same_is_more() -> None:
    before = "Line manage 6 people in the parks service of the council and report on gardens roads bins and books"
    assert verdict_of(before, before.replace("6", "60")) == ("raised", "6 people → 60 people")
    assert verdict_of(before.replace("6", "60"), before)[0] == "eased"


def test_a_stranger_text_is_not_called_less_for_what_it_leaves_out() -> None:
    verdict, _why = verdict_of(
        "A very good understanding of bridges, tunnels and embankments",
        "Understanding of poetry and its readers",
    )
    assert verdict == "changed"


def test_what_a_statement_begins_with_decides() -> None:
    before = "Assist in researching parks and build knowledge"
    assert verdict_of(before, "Research parks and build knowledge") == (
        "raised",
        "assist → research",
    )


def _changes(*verdicts: Verdict) -> list[Change]:
    return [Change(verdict=verdict, before=None, after=None) for verdict in verdicts]


@pytest.mark.parametrize(
    ("verdicts", "expected"),
    [
        ([Verdict.UNCHANGED, Verdict.UNCHANGED], Verdict.UNCHANGED),
        ([Verdict.UNCHANGED, Verdict.REWORDED], Verdict.REWORDED),
        ([Verdict.UNCHANGED, Verdict.RAISED, Verdict.NEW], Verdict.RAISED),
        ([Verdict.REWORDED, Verdict.NEW], Verdict.RAISED),
        ([Verdict.EASED, Verdict.DROPPED, Verdict.REWORDED], Verdict.EASED),
        ([Verdict.RAISED, Verdict.DROPPED], Verdict.CHANGED),
        ([Verdict.UNCHANGED, Verdict.DROPPED], Verdict.CHANGED),  # silence is no loss
        ([Verdict.CHANGED, Verdict.RAISED], Verdict.CHANGED),
    ],
)
def test_a_dimension_is_judged_by_its_real_changes(
    verdicts: list[Verdict], expected: Verdict
) -> None:
    assert judge_dimension(_changes(*verdicts), before_states=True, after_states=True) is expected


def test_a_dimension_that_one_side_does_not_state_is_new_dropped_or_not_stated() -> None:
    assert (
        judge_dimension(_changes(Verdict.NEW), before_states=False, after_states=True)
        is Verdict.NEW
    )
    assert (
        judge_dimension(_changes(Verdict.DROPPED), before_states=True, after_states=False)
        is Verdict.DROPPED
    )
    assert judge_dimension([], before_states=False, after_states=False) is Verdict.NOT_STATED


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Answers letters under close supervision", "Answers letters under supervision"),
        ("Answers letters under supervision", "Answers letters with limited supervision"),
        ("Answers letters with general guidance", "Answers letters independently"),
        ("Answers letters with guidance", "Answers letters"),
        ("Answers letters for approval", "Answers letters"),
        ("Drives vans but may need help", "Drives vans"),
        ("Supervises 3 gardeners", "Supervises 11 gardeners"),
        ("Supervises two gardeners", "Supervises nine gardeners"),
        ("At least 2 years in a library", "At least 4 years in a library"),
        ("Replies to letters within 8 days", "Replies to letters within 3 days"),
        ("Some knowledge of trees and soils", "Knowledge of trees and soils"),
        ("Assists in planning the rota", "Plans the rota"),
        ("Where appropriate, inspect the bridges", "Inspect the bridges"),
    ],
)
def test_less_help_more_people_and_fewer_hedges_are_more_and_back_they_are_less(
    before: str, after: str
) -> None:
    assert verdict_of(before, after)[0] == "raised"
    assert verdict_of(after, before)[0] == "eased"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Prints management reports for the depot", "Files management reports for the depot"),
        ("Works to ISO 9001", "Works to ISO 27001"),
        ("Keeps the files of 2019", "Keeps the files of 2023"),
        ("Management of stores", "Management of gardeners"),
        ("Negotiates with growers and builds links", "Builds links and negotiates with growers"),
        ("Leads with patience", "Supervises with patience"),
        ("Waters the beds in order to keep them green", "Waters the beds"),
    ],
)
def test_nouns_names_and_aims_say_nothing_of_more_or_less(before: str, after: str) -> None:
    assert verdict_of(before, after)[0] not in ("raised", "eased")
    assert verdict_of(after, before)[0] not in ("raised", "eased")


def test_a_word_that_the_next_statement_says_is_no_news() -> None:
    weights = bundled.weights(*FILLING)
    before, after = "Mend the bridges of the town", "Mend the major bridges of the town"
    assert judge(before, after, weights, (), ())[0] is Verdict.RAISED
    said = ("Plan major works on bridges",)
    assert judge(before, after, weights, said, ())[0] not in (Verdict.RAISED, Verdict.EASED)


def test_a_sentence_that_moved_to_the_next_paragraph_is_not_added() -> None:
    weights = bundled.weights(*FILLING)
    before = "Mend the bridges of the town."
    after = "Mend the bridges of the town. Publish a yearly report on their safety."
    assert judge(before, after, weights, ("Clean lamps.",), ("Clean lamps.",))[0] is Verdict.RAISED
    moved = ("Clean lamps. Publish a yearly report on their safety.",)
    assert judge(before, after, weights, moved, ("Clean lamps.",))[0] is not Verdict.RAISED


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        (
            "Plant and water the borders",
            "Plant, prune and water the borders",
            "adds: prune",
        ),
        (
            "Ask questions so that you mend the right bench",
            "Ask questions so that you and your team mend the right bench",
            "adds: your team",
        ),
        (
            "You are applying and helping define the rules for the pond",
            "You are applying and defining the rules for the pond",
            "helping define → defining",
        ),
        (
            "Order seeds for the greenhouse with regular guidance",
            "Order seeds for the greenhouse with little direction",
            "regular guidance → with little direction",
        ),
        (
            "Open the museum with a group of 2-4 guides",
            "Open the museum with a group of 5+ guides",
            "2-4 guides → 5+ guides",
        ),
        (
            "Understanding of several of the pumps",
            "Understanding of all of the pumps",
            "several → all",
        ),
        ("Experience in laying hedges", "Fluency in laying hedges", "experience → fluency"),
    ],
)
def test_what_is_added_or_no_longer_needed_is_raised_and_turned_round_eased(
    before: str, after: str, why: str
) -> None:
    assert verdict_of(before, after) == ("raised", why)
    assert verdict_of(after, before)[0] == "eased"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Decide matters of lighting", "Decide matters of lighting within the old town"),
        ("Mend lamps in the square", "Mend broken lamps in the square"),
        ("Oil the gates of the mill", "Oil the gates of the mill like the north gate"),
        ("Check non-critical valves", "Check valves of each kind"),
        (
            "Report the need for repairs of the mill",
            "Report the occasional need for repairs of the mill",
        ),
        (
            "Receive training to support the orchard",
            "Receive training to support work in the orchard",
        ),
    ],
)
def test_what_may_as_well_narrow_is_given_no_direction(before: str, after: str) -> None:
    assert verdict_of(before, after)[0] not in ("raised", "eased")


LONG = (
    "Keep records of the service up to date, including minutes, agendas, reports to members, "
    "correspondence with residents, partners, landlords, contractors, schools and other "
    "authorities, invoices, orders, receipts, inventories of equipment, licences, warranties, "
    "insurance, vehicles and premises, leases, keys, alarms, uniforms, training, leave, sickness, "
    "rotas, complaints, praise, surveys, newsletters, posters, leaflets, photographs, maps, plans, "
    "drawings, permits, bookings, tickets, donations, grants, loans, archives, the accounts of committees, and what management asks for "
    "in the course of the year, under {place} of the regulations of the council"
)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("section 14", "section 15"),
        ("rule A1", "rule A2"),
        ("ISO 9001", "ISO 9002"),
        ("appendix 3", "appendix 12"),
    ],
)
def test_another_number_is_a_change_however_long_the_text_is(before: str, after: str) -> None:
    verdict, _why = verdict_of(LONG.format(place=before), LONG.format(place=after))
    assert verdict == "changed"


def test_another_word_in_a_long_text_is_rewording() -> None:
    verdict, _why = verdict_of(LONG.format(place="a section"), LONG.format(place="a chapter"))
    assert verdict == "reworded"
