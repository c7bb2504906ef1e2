"""Role files as they are filled in: numbered tables of duties, marks behind criteria, levels that
are written short, data with lists of levels.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from importing_documents import imported, of_text, table
from pathways.importing.grade_names import parse_mark, parse_run_in
from pathways.importing.imported import Imported
from pathways.importing.reading.document import read_document


def nodes(found: Imported) -> list[tuple[str, str]]:
    return [(node.title, node.grade) for node in found.framework.nodes]


def placed(found: Imported) -> list[tuple[str, str, str]]:
    """Return heading, label and text of all statements."""
    return [
        (section.heading, section.label, getattr(statement, "text", statement))
        for block in found.framework.blocks
        for section in block.sections
        for statement in section.statements
    ]


def read(folder: Path, name: str, text: str) -> Imported:
    path = folder / name
    path.write_text(text, "utf-8")
    return imported(read_document(path))


NUMBERED = """\
# Lock keeper

Grade: 5

## Key tasks

| 1 | Opens the gates for boats in the order in which they come |
|---|---|
| 2 | Greases the paddles before the season begins |
| 3 | Writes down the height of the water each morning |
"""


def test_numbers_beside_duties_are_no_levels(tmp_path: Path) -> None:
    found = read(tmp_path, "keeper.md", NUMBERED)
    assert nodes(found) == [("Lock keeper", "5")]
    assert [heading for heading, _label, _text in placed(found)] == ["Key tasks"] * 3


def test_the_heading_above_a_table_of_duties_stands_for_its_column(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "keeper.md",
        "# Lock keeper\n\nGrade: 5\n\n## Seasonal conditions\n\n"
        "| No | Duty | % of time |\n|---|---|---|\n"
        "| 1 | Closes the upper lock when the river is in flood | 10 |\n"
        "| 2 | Sleeps in the keeper's house from May to September | 5 |\n",
    )
    assert {heading for heading, _label, _text in placed(found)} == {"Seasonal conditions"}


@pytest.mark.parametrize("key", ["Scale/Grade", "Grade / SCP", "Band/Grade", "Grade and salary"])
def test_a_grade_may_share_its_name_with_the_pay(key: str) -> None:
    found = of_text(
        f"Post title: Weir warden\n{key}: Scale 4\n\nDuties\n\nClears the weir of weed."
    )
    assert nodes(found) == [("Weir warden", "4")]


def test_two_facts_on_the_last_line_are_facts() -> None:
    found = of_text(
        "# Weir warden\n\n## Duties\n\n- Clears the weir of weed\n\n"
        "Prepared by: The River Office\tDate: May 2019\n"
    )
    assert [text for _heading, _label, text in placed(found)] == ["Clears the weir of weed"]


MARKED = """\
# Weir warden

## Skills

- Swims four lengths in clothes (E)
- Handles a boat with a pole (E)
- Knows the fish of the river (D)
"""


def test_a_mark_behind_a_criterion_is_its_label() -> None:
    assert placed(of_text(MARKED)) == [
        ("Skills", "Essential", "Swims four lengths in clothes"),
        ("Skills", "Essential", "Handles a boat with a pole"),
        ("Skills", "Desirable", "Knows the fish of the river"),
    ]


def test_one_letter_in_brackets_stays_in_its_text() -> None:
    found = of_text(MARKED.replace(" (E)", ""))
    assert placed(found)[-1] == ("Skills", "", "Knows the fish of the river (D)")


def test_a_line_in_capitals_above_a_table_is_a_heading(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "warden.md",
        "# Weir warden\n\n## Duties\n\n- Clears the weir of weed\n\nTOOLS AND BOATS\n\n"
        "| 1 | Keeps the punt dry and its pole straight |\n|---|---|\n"
        "| 2 | Sharpens the scythes on the first of each month |\n",
    )
    assert [heading for heading, _label, _text in placed(found)] == [
        "Duties",
        "TOOLS AND BOATS",
        "TOOLS AND BOATS",
    ]


@pytest.mark.parametrize(
    ("text", "code", "title"),
    [
        ("LVL 3 - Ferry Master", "3", "Ferry Master"),
        ("Lvl 5M - Pier Manager", "5M", "Pier Manager"),
        ("Rank 2 - Deckhand", "2", "Deckhand"),
    ],
)
def test_levels_may_be_written_short(text: str, code: str, title: str) -> None:
    mark = parse_mark(text, heading=True)
    assert mark is not None
    assert (mark.refs[0].code, mark.title) == (code, title)


def test_a_title_of_four_words_behind_a_level_is_no_text() -> None:
    assert parse_run_in("Level 4 - Ferry Master, Pier Master") is None
    assert parse_run_in("Level 4 - Steers the ferry in fog") is not None


def test_a_head_that_is_not_known_behind_known_levels_is_a_level() -> None:
    found = imported(
        table(
            ["Foundation", "Intermediate", "Advanced", "Luminary"],
            [
                "Rows a boat across the river with a pilot beside",
                "Rows a boat across the river alone by day",
                "Rows a boat across the river alone by night",
                "Teaches how to row a boat across in a storm",
            ],
        )
    )
    assert "Luminary" in [title for title, _grade in nodes(found)]


def test_heads_with_underscores_name_levels(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "skills.csv",
        "uid,type,name,description,level_1,level_2,level_3\n"
        "a1,core,Knots,Ties ropes to things,Ties one knot,Ties ten knots,Invents knots\n"
        "b2,core,Tides,Reads the tide tables,Reads them with help,Reads them alone,Writes them\n",
    )
    assert [grade for _title, grade in nodes(found)] == ["1", "2", "3"]
    assert ("Knots", "core", "Invents knots") in placed(found)


LISTED = """\
- title: Reads a chart
  category: Charts
  description: Finds the way through the sands by a chart
  levels: [Foundation, Advanced]
- title: Draws a chart
  category: Charts
  description: Draws the sands anew after each winter
  levels: [Advanced]
"""


def test_a_text_serves_each_level_that_its_record_lists(tmp_path: Path) -> None:
    found = read(tmp_path, "skills.yml", LISTED)
    ids = {node.title: node.id for node in found.framework.nodes}
    assert sorted(ids) == ["Advanced", "Foundation"]
    served = {statement.text: set(statement.nodes) for statement in found.framework.statements}
    assert served["Finds the way through the sands by a chart"] == set(ids.values())
    assert served["Draws the sands anew after each winter"] == {ids["Advanced"]}


TEXT_BY_LEVEL = """\
name: Seamanship
boatHandling:
  awareness: You sit still in a boat and do as you are told
  working: You row a boat across the river alone
  expert: You teach others how to row in a storm
"""


def test_a_map_of_levels_has_a_text_for_each(tmp_path: Path) -> None:
    found = read(tmp_path, "seamanship.yaml", TEXT_BY_LEVEL)
    assert {title for title, _grade in nodes(found)} == {"awareness", "working", "expert"}
    assert {heading for heading, _label, _text in placed(found)} == {"Boat handling"}


def test_a_list_at_the_top_holds_what_its_file_is_called(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "levels.yaml",
        "- id: J40\n  expectations:\n    steeringRange: Steers the ferry on calm days\n"
        "- id: J60\n  expectations:\n    steeringRange: Steers the ferry in all weathers\n",
    )
    assert [grade for _title, grade in nodes(found)] == ["J40", "J60"]
    assert {heading for heading, _label, _text in placed(found)} == {"steering range"}


def test_a_name_in_bold_letters_needs_no_colon_before_its_value(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "warden.md",
        "**Post title** Weir Warden\n\n**Grade** Scale 4\n\n**Section** River and Tide\n\n"
        "## Duties\n\n- Clears the weir of weed\n",
    )
    assert nodes(found) == [("Weir Warden", "4")]
    assert found.framework.nodes[0].facts == ("Section: River and Tide",)


COLONS = """\
# Weir warden

Main duties:

- Clears the weir of weed
- Counts the eels in April

{heading}

- Sleeps at the weir in a flood
"""


def test_where_headings_end_in_colons_an_unknown_one_is_a_heading_too() -> None:
    found = of_text(COLONS.format(heading="Seasonal arrangements:"))
    assert placed(found)[-1][0] == "Seasonal arrangements"
    found = of_text(COLONS.format(heading="You will also:"))
    assert placed(found)[-1][0] == "Main duties"


def test_boxes_to_tick_are_no_part_of_the_text(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "warden.md",
        "# Weir warden\n\n## Skills\n\n- [x] Swims in clothes\n- [ ] Knows the fish\n",
    )
    assert [text for _heading, _label, text in placed(found)] == [
        "Swims in clothes",
        "Knows the fish",
    ]


def test_front_matter_may_hold_texts_by_their_subjects(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "warden.md",
        "---\nname: Weir Warden (Grade 5)\ncompetencies:\n"
        "  water: Reads the height of the water each morning\n"
        "  people: Explains the rules to all who fish\n---\n",
    )
    assert nodes(found) == [("Weir Warden", "5")]
    assert [heading for heading, _label, _text in placed(found)] == ["water", "people"]


def test_lists_inside_levels_stand_under_their_names(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "ladder.md",
        "---\ntitle: River ladder\nlevels:\n"
        "  - title: Lock Hand\n    grade: Scale 3\n    criteria:\n"
        "      Locks:\n        - Opens gates as asked\n"
        "  - title: Lock Keeper\n    grade: Scale 5\n    criteria:\n"
        "      Locks:\n        - Decides which boat goes first\n---\n",
    )
    assert nodes(found) == [("Lock Hand", "3"), ("Lock Keeper", "5")]
    assert {heading for heading, _label, _text in placed(found)} == {"Locks"}


def test_a_level_may_have_a_number_and_a_name(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "ladder.json",
        '{"levels": [{"level": 1, "name": "Lock Hand", "areas": [{"name": "Locks", '
        '"description": "Opens gates as asked"}]}, {"level": 2, "name": "Lock Keeper", '
        '"areas": [{"name": "Locks", "description": "Decides which boat goes first"}]}]}',
    )
    assert nodes(found) == [("Lock Hand", "1"), ("Lock Keeper", "2")]


def test_criteria_of_several_roles_in_one_table_stay_with_their_roles() -> None:
    found = imported(
        table(
            ["Grade", "Job title", "Competency", "Essential", "Desirable"],
            ["Grade 4", "Lock Hand", "Boats", "Rows a punt", "Sails a dinghy"],
            ["Grade 4", "Lock Hand", "Water", "Swims", "Dives"],
            ["Grade 6", "Lock Keeper", "Boats", "Steers a tug", "Mends engines"],
        )
    )
    assert nodes(found) == [("Lock Hand", "4"), ("Lock Keeper", "6")]
    assert ("Boats", "Desirable", "Mends engines") in placed(found)
    assert ("Water", "Essential", "Swims") in placed(found)


def test_records_of_roles_may_hold_duties_and_criteria(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "roles.yml",
        "- role: Lock Hand\n  band: 2\n  duties: [Opens the gates for boats, Sweeps the towpath]\n"
        "  essential: [Swims four lengths]\n  desirable: [Rows a punt]\n"
        "- role: Lock Keeper\n  band: 4\n  duties: [Plans the week, Counts the boats]\n"
        "  essential: [Has kept a lock before]\n  desirable: [Mends engines]\n",
    )
    assert nodes(found) == [("Lock Hand", "2"), ("Lock Keeper", "4")]
    texts = [text for _heading, _label, text in placed(found)]
    assert texts[:4] == [
        "Opens the gates for boats",
        "Sweeps the towpath",
        "Swims four lengths",
        "Rows a punt",
    ]
