"""Levels of proficiency are found on the scale that a document uses."""

from __future__ import annotations

from importing_documents import drawn, imported, table
from pathways.model.framework import Framework
from pathways.store.scales_file import read_scales

HEAD = ("Role", "Role level", "Skill", "Skill level", "Skill level description")


def records(*levels: str) -> Framework:
    rows = [
        ("Cook", f"Cook {n}", "Sauces", level, f"Stirs in way {n}.")
        for n, level in enumerate(levels, 1)
    ]
    return imported(table(HEAD, *rows)).framework


def levels(framework: Framework) -> list[tuple[str, int, int]]:
    found = [framework.levels.get(node.id, {}).get("sauces") for node in framework.nodes]
    return [(level.value, level.rank, level.of) for level in found if level]


def test_known_scales_are_recognised_by_the_levels_that_are_used() -> None:
    assert levels(records("Awareness", "Working", "Expert")) == [
        ("Awareness", 1, 4),
        ("Working", 2, 4),
        ("Expert", 4, 4),
    ]
    assert levels(records("novice", "Proficient")) == [("novice", 1, 5), ("Proficient", 4, 5)]
    assert levels(records("Foundation", "Advanced")) == [("Foundation", 1, 4), ("Advanced", 3, 4)]
    assert levels(records("2", "4")) == [("2", 2, 5), ("4", 4, 5)]
    assert levels(records("Working level", "Level: expert"))[1][1:] == (4, 4)


def test_numbers_beyond_five_make_a_scale_of_their_own() -> None:
    assert levels(records("0", "7")) == [("0", 1, 8), ("7", 8, 8)]


def test_words_that_are_on_no_scale_stay_labels() -> None:
    framework = records("Essential", "Desirable")
    assert levels(framework) == []
    assert framework.scales == ()
    assert {s.label for s in framework.statements} == {"Essential", "Desirable"}


def test_a_scale_that_the_document_defines_comes_first() -> None:
    outline = table(
        HEAD,
        *[
            ("Cook", f"Cook {n}", "Sauces", level, "Stirs.")
            for n, level in enumerate(("Bronze", "Gold"), 1)
        ],
    )
    legend = drawn(
        "- Gold: leads the kitchen.\n- Silver: cooks alone.\n- Bronze: cooks with help.\n"
    )
    import msgspec

    whole = msgspec.structs.replace(outline, pieces=(*legend.pieces, *outline.pieces))
    framework = imported(whole).framework
    assert framework.scales[0].definition_of("Silver") == "cooks alone."


def test_the_file_has_the_scale_in_the_spelling_of_the_document() -> None:
    assert records("AWARENESS", "EXPERT").scales[0].names == (
        "AWARENESS",
        "Working",
        "Practitioner",
        "EXPERT",
    )


def test_a_level_without_a_text_behind_it_is_kept() -> None:
    rows = [("Cook", "Cook 1", "Sauces", "Working", ""), ("Cook", "Cook 2", "Sauces", "Expert", "")]
    framework = imported(
        table(HEAD, *rows, ("Cook", "Cook 2", "Bread", "Working", "Bakes."))
    ).framework
    assert levels(framework) == [("Working", 2, 4), ("Expert", 4, 4)]


def test_every_known_scale_has_levels_that_differ() -> None:
    scales = read_scales()
    assert len({scale.id for scale in scales}) == len(scales) >= 5
    for scale in scales:
        assert [scale.rank(name) for name in scale.names] == list(range(1, len(scale.names) + 1))
