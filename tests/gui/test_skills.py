"""Skills with levels, wherever the window tells of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from driver import Driver
from levelled import levelled, section
from pathways.gui.ladder.ladder_words import cell_counts, lead
from pathways.model.dimension import Dimension
from pathways.store.framework_writer import framework_yaml

SAID = {
    "5": [
        section("coding", "Knows of code.", level="Awareness"),
        section("testing", "Tests with help.", level="Working"),
        section("speaking", "Speaks.", level="Expert"),
    ],
    "6": [
        section("coding", "Writes code.", level="Working"),
        section("testing", "Tests.", level="Working"),
        section("cooking", "Cooks.", level="Awareness"),
    ],
}


@pytest.fixture
def skilled(tmp_path: Path, qtbot: QtBot) -> Iterator[Driver]:
    framework = levelled("5-6", SAID)
    names = dict.fromkeys(s.dimension for sections in SAID.values() for s in sections)
    own = tuple(Dimension(id=name, title=name.capitalize()) for name in names)
    path = tmp_path / "levelled.yaml"
    path.write_text(framework_yaml(msgspec.structs.replace(framework, dimensions=own)), "utf-8")
    driver = Driver(qtbot, "--only", path)
    driver.window.session.compare(["5", "6"])
    driver.settle()
    yield driver
    driver.close()


def test_the_comparison_has_a_table_of_skills_now_and_then(skilled: Driver) -> None:
    table = skilled.window.page("compare").skills
    assert table.isVisible()
    assert [line.accessibleName() for line in table.lines] == [
        "Coding. Raised from awareness to working.",
        "Speaking. Not asked for at grade 6; before, it was expert level.",
        "Cooking. New at grade 6: awareness level.",
        "Testing. The level stays the same: working.",
    ]
    assert "3 of 4 statements and skills change" in skilled.window.page("compare").head.under.text()


def test_a_skill_leads_to_what_the_document_says_of_its_level(skilled: Driver) -> None:
    page = skilled.window.page("compare")
    page.skills.lines[0].click()
    skilled.settle()
    assert page.table.at is not None and page.table.at.text_shown == "Knows of code."


def test_only_what_changes_leaves_out_levels_that_stay(skilled: Driver) -> None:
    skilled.click("Only what changes")
    names = [line.accessibleName() for line in skilled.window.page("compare").skills.lines]
    assert len(names) == 3 and not any(name.startswith("Testing") for name in names)


def test_the_ladder_has_levels_as_words_and_as_steps(skilled: Driver) -> None:
    (step,) = skilled.window.session.comparer.ladder("levelled").steps
    told = {d.dimension.id: (lead(step, d).words, cell_counts(d)) for d in step.dimensions}
    assert told["coding"] == ("↑ Awareness → Working", "●○○○ → ●●○○")
    assert told["testing"] == ("= Working", "●●○○")


def test_what_is_read_of_a_grade_has_its_levels(skilled: Driver) -> None:
    skilled.window.session.read("6")
    skilled.settle()
    words = [heading.words for heading in skilled.window.page("read").text.headings]
    assert "coding · Working ●●○○" in words
