"""How a statement is read: what it begins with, what it is about, and of what a degree is one."""

from __future__ import annotations

import pytest

import bundled
from pathways.compare.reading import Reading


def read(text: str) -> Reading:
    return Reading(text, bundled.language())


def words_at(reading: Reading, places: list[int]) -> str:
    return " ".join(reading.words[place] for place in places)


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("Manage the depot", "manage"),
        ("Plan, organise and manage the depot", "plan organise manage"),
        ("Plan/organise the depot", "plan organise"),
        ("Plan all of it well. Organise the depot", "plan"),
        ("Plan; organise the depot", "plan"),
        ("Plan the depot and manage it", "plan"),
        ("Plan then manage the depot", "plan manage"),
        ("The ability to manage the depot", "manage"),
        ("Regularly manage the depot", "manage"),
        ("Where appropriate, manage the depot", "manage"),
        ("Lead with empathy", ""),
        ("Lead by example", ""),
        ("With empathy, lead", ""),
        ("Management of the depot", "management"),
        ("Management skills", ""),
        ("Supervision or management of the depot", "supervision management"),
        ("The depot is managed", ""),
        ("As a Depot Manager, you will manage the depot", "manage"),
        ("Depot work. Manage the depot of the town", "manage"),
        ("As a manager of a very large depot that stands far out of town, manage", ""),
        ("Plan manage the depot", "plan"),
        # behind the abilities that a text begins with
        ("Excellent leadership skills to manage the depot", "manage"),
        ("The experience and skills to manage the depot", "manage"),
        ("Experience or knowledge to plan the depot", "plan"),
        ("Experience of managing the depot", "managing"),
        ("Experience of management", ""),
        ("Skills with vehicles to plan the depot", ""),
        ("Good communication, skills to manage the depot", ""),
        # at most twelve words lead up to the verb
        ("Very " * 11 + "regularly manage the depot", ""),
        ("Regularly " * 12 + "manage the depot", "manage"),
        ("Regularly " * 13 + "manage the depot", ""),
        # and at most eight are told
        (
            "Plan, organise, manage, lead, direct, plan, manage, lead, direct it all",
            "plan organise manage lead direct plan manage lead",
        ),
        ("Plan", "plan"),
        ("Plan and", "plan"),
        ("", ""),
    ],
)
def test_a_statement_begins_with_the_verbs_that_are_joined_at_its_head(
    text: str, begins: str
) -> None:
    reading = read(text)
    assert words_at(reading, reading.heads()) == begins


@pytest.mark.parametrize(
    ("text", "degree", "nouns"),
    [
        ("Good knowledge of soil", "good", "knowledge"),
        ("Good working knowledge of soil", "good", "knowledge"),
        ("Good hands-on experience of soil", "good", "experience"),
        ("A large garden", "large", "garden"),
        ("Large parks and gardens", "large", "parks gardens"),
        ("Large parks, gardens", "large", "parks"),
        ("Large. Gardens", "large", ""),
        ("Complex plans for gardens", "complex", "plans"),
        ("Excellent garden and plant knowledge", "excellent", "knowledge"),
        ("Knowledge that is good", "good", ""),
        ("A large garden shed", "large", "garden"),
        ("A large garden of the town", "large", "garden"),
        ("Clean, large gardens", "large", "gardens"),
        ("Very large new gardens of the town", "large", "gardens"),
        ("Large new new gardens", "large", "gardens"),
        ("Large new new new gardens", "large", ""),  # three words behind it at most
        ("Most of the following tools", "most", "tools"),
        ("Good guidance", "good", ""),
        ("Good", "good", ""),
    ],
)
def test_a_degree_is_one_of_the_noun_behind_it_or_of_an_ability_further_on(
    text: str, degree: str, nouns: str
) -> None:
    reading = read(text)
    hit = next(hit for hit in reading.hits if hit.written == degree)
    assert words_at(reading, reading.nouns_after(hit)) == nouns


@pytest.mark.parametrize(
    ("text", "ability"),
    [
        ("Good understanding of soil", "understanding"),
        ("A proven and lasting record of experience with soil", "experience"),
        ("The first of the seven words of experience", "experience"),
        ("One two three four five six seven eight experience", None),
        ("Manage the depot", None),
    ],
)
def test_a_text_is_about_the_ability_among_its_first_words(text: str, ability: str | None) -> None:
    place = (reading := read(text)).ability()
    assert (place if place is None else reading.words[place]) == ability


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("A complex plan", ["complex"]),
        ("A non complex plan", ["non complex"]),
        ("A non basic plan", []),
        ("The complexity of a plan", []),
        ("A very complex plan", ["very complex"]),
        ("Highly complex, simple plans", ["highly complex", "simple"]),
        ("Work in a working team", []),
        ("Simply planned", []),
    ],
)
def test_a_degree_is_the_word_itself_and_the_longest_phrase(text: str, said: list[str]) -> None:
    scale = next(s for s in bundled.vocabulary().scales if s.id == "complexity")
    assert [hit.written for hit in read(text).on(scale)] == said


def test_a_verb_is_said_in_any_form_and_as_a_deed_of_something() -> None:
    assert read("You manage the depot").says_verb("manage")
    assert read("Managing the depot").says_verb("manage")
    assert read("The management of the depot").says_verb("manage")
    assert not read("Report to management").says_verb("manage")
    assert not read("The depot").says_verb("manage")


def test_what_stands_between_two_words_is_nothing_at_either_end() -> None:
    reading = read("Plan, dig; plant")
    assert [reading.between(place, place + 1) for place in (-1, 0, 1, 2)] == ["", ", ", "; ", ""]
    assert (reading.phrase(0, 2), reading.phrase(1, 1)) == ("Plan, dig", "")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Work with guidance", ["with guidance"]),
        ("Work with little guidance", ["with little guidance"]),
        ("Provide them with guidance", []),
        ("Provide staff with guidance", []),
        ("With guidance, provide meals", ["with guidance"]),
        ("Works under. Supervision is given", []),
        ("Works under - supervision is given", []),
        ("Works under supervision", ["under supervision"]),
    ],
)
def test_how_freely_one_works_is_said_in_one_breath_and_not_of_what_others_are_given(
    text: str, said: list[str]
) -> None:
    scale = next(s for s in bundled.vocabulary().scales if s.id == "autonomy")
    assert [hit.written for hit in read(text).on(scale)] == said


@pytest.mark.parametrize(
    ("text", "place", "helps"),
    [
        ("Help teams to plan", 1, True),
        ("Help all of the teams to plan", 1, False),  # too far behind
        ("Help the young staff to plan", 1, True),
        ("Help the depot to plan", 1, False),
        ("Help teams plan", 1, False),
        ("Help to plan", 1, False),
        ("Help plan for teams", 1, False),
    ],
)
def test_people_are_helped_to_do_what_stands_closely_behind(
    text: str, place: int, helps: bool
) -> None:
    assert read(text).helps_people(place) is helps


def test_the_name_of_the_role_or_of_the_skill_is_no_part_of_what_is_asked() -> None:
    assert read("As a Depot Manager, you will dig").label == "as a depot manager,"
    assert read("Problem resolution. Some help with tills").words == "some help with tills".split()
    assert read("Managing tills: plan rounds well").label == "managing tills:"
    assert read("Plan. Dig").words == ["plan", "dig"], "a word behind it is no statement"
    assert read("Plan all the rounds: dig the beds").words[0] == "plan", "nor is a sentence a name"


def test_a_verb_is_not_said_where_it_is_what_something_is_for() -> None:
    assert not read("Dig beds to support growth").says_verb("support")
    assert read("Dig beds and support growth").says_verb("support")
    assert read("Support growth").says_verb("support")
