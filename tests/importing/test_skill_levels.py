"""Levels of skills in columns and matrices, as words, numbers and marks, with legends."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from accounted import unaccounted
from importing_documents import imported
from pathways.importing.imported import Imported
from pathways.importing.outline import Kind, Outline, Piece


def read(*parts: str | Sequence[Sequence[str]]) -> Imported:
    """Recognise a document of headings ("# "), lines and tables."""
    pieces = []
    for line, part in enumerate(parts, start=1):
        if isinstance(part, str):
            hashes = len(part) - len(part.lstrip("#"))
            kind = Kind.HEADING if hashes else Kind.PARAGRAPH
            text = part.lstrip("# ")
            pieces.append(Piece(kind=kind, line=line * 20, text=text, level=hashes))
        else:
            rows = tuple(map(tuple, part))
            pieces.append(Piece(kind=Kind.TABLE, line=line * 20, rows=rows))
    outline = Outline(name="skills.docx", format="docx", pieces=tuple(pieces))
    found = imported(outline)
    assert unaccounted([outline], found) == []
    return found


def ranks(found: Imported) -> dict[str, dict[str, tuple[str, int, int]]]:
    """Return for each node what it asks of each skill: the level, its rank, of how many."""
    framework = found.framework
    titles = {node.id: node.title for node in framework.nodes}
    return {
        titles[node]: {skill: (level.value, level.rank, level.of) for skill, level in asked.items()}
        for node, asked in framework.levels.items()
    }


WORDED = [
    ["Skill", "Junior tester", "Tester", "Senior tester"],
    ["Finding faults", "Awareness", "Working", "Expert"],
    ["Writing tests", "Awareness", "Awareness", "Practitioner"],
]


def test_words_in_a_matrix_are_levels_and_no_statements() -> None:
    found = read("# Testing roles", WORDED)
    assert found.framework.statements == ()
    assert ranks(found)["Senior tester"] == {
        "finding-faults": ("Expert", 4, 4),
        "writing-tests": ("Practitioner", 3, 4),
    }


def test_the_roles_may_stand_down_the_side() -> None:
    turned = [list(row) for row in zip(*WORDED, strict=True)]
    turned[0][0] = "Role"
    assert ranks(read("# Testing roles", turned)) == ranks(read("# Testing roles", WORDED))


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["1", "4", "2", "3"], [(1, 5), (4, 5), (2, 5), (3, 5)]),
        (["●○○", "●●●", "●●○", "●●○"], [(1, 3), (3, 3), (2, 3), (2, 3)]),
        (["★", "★★★", "★★", "★"], [(1, 3), (3, 3), (2, 3), (1, 3)]),
    ],
)
def test_numbers_and_marks_are_levels(cells: list[str], expected: list[tuple[int, int]]) -> None:
    rows = [
        ["Group", "Competency", "Gardener", "Head gardener"],
        ["Plants", "Pruning", cells[0], cells[1]],
        ["Plants", "Planting", cells[2], cells[3]],
    ]
    asked = ranks(read("# Parks", rows))
    told = [
        asked[role][skill][1:]
        for skill in ("pruning", "planting")
        for role in ("Gardener", "Head gardener")
    ]
    assert told == expected


OWN = [
    ["Skill", "Gardener", "Head gardener"],
    ["Pruning", "Seed", "Tree"],
    ["Planting", "Sapling", "Tree"],
]


def test_a_legend_defines_levels_in_words_of_its_own() -> None:
    legend = [
        ["Level", "Meaning"],
        ["Seed", "Does it with help."],
        ["Sapling", "Does it alone."],
        ["Tree", "Shows others how."],
    ]
    for parts in ((OWN, legend), (legend, OWN)):
        found = read("# Parks", *parts)
        assert [node.title for node in found.framework.nodes] == ["Gardener", "Head gardener"]
        assert ranks(found)["Gardener"] == {
            "pruning": ("Seed", 1, 3),
            "planting": ("Sapling", 2, 3),
        }
        assert found.framework.scales[0].definition_of("Tree") == "Shows others how."
        assert found.framework.statements == ()


def test_a_legend_may_be_lines() -> None:
    lines = ("Seed: does it with help", "Sapling: does it alone", "Tree: shows others how")
    found = read("# Parks", *lines, OWN)
    assert ranks(found)["Head gardener"]["pruning"] == ("Tree", 3, 3)
    assert found.framework.statements == ()


def test_levels_on_no_known_scale_are_facts_with_a_doubt() -> None:
    found = read("# Parks", OWN)
    assert found.framework.nodes[0].facts == ("Pruning: Seed", "Planting: Sapling")
    assert any("scale that I do not know" in doubt.why for doubt in found.doubts)


def test_a_column_of_levels_belongs_to_the_one_role_of_the_document() -> None:
    rows = [
        ["Skill", "Level needed", "What it means"],
        ["Pruning", "Working", "Prunes shrubs at the right time of the year."],
        ["Planting", "Expert", "Plans borders for all seasons of the year."],
    ]
    found = read("# Parks manager", "## Skills", rows)
    assert ranks(found) == {
        "Parks manager": {"pruning": ("Working", 2, 4), "planting": ("Expert", 4, 4)}
    }
    assert [statement.text for statement in found.framework.statements] == [
        "Prunes shrubs at the right time of the year.",
        "Plans borders for all seasons of the year.",
    ]


def test_one_row_a_role_and_skill_needs_no_text() -> None:
    rows = [
        ["Job title", "Skill", "Proficiency level"],
        ["Gardener", "Pruning", "Working"],
        ["Gardener", "Planting", "Awareness"],
        ["Head gardener", "Pruning", "Expert"],
    ]
    assert ranks(read(rows)) == {
        "Gardener": {"pruning": ("Working", 2, 4), "planting": ("Awareness", 1, 4)},
        "Head gardener": {"pruning": ("Expert", 4, 4)},
    }
