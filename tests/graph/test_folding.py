from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drawing import ladder, pairs
from pathways.graph.layout.folding import Groups
from pathways.graph.layout.layout import arrange
from pathways.model.library import Library


def table(families: int, levels: int) -> Library:
    """Draw one framework of so many families with so many levels each."""
    return ladder(" ".join("-".join(f"f{i}.{j}" for j in range(levels)) for i in range(families)))


def boxes(library: Library) -> list[str]:
    return [node.id for node in library.nodes.values()]


def test_a_ladder_folds_into_one_box_that_says_how_much_is_in_it() -> None:
    groups = Groups(ladder("6-7-8", "8~head"))
    folded = groups.folded({"framework-1/"})
    assert boxes(folded) == ["framework-1/", "head"]
    box = folded.nodes["framework-1/"]
    assert (box.title, box.grade) == ("Framework 1", "3 grades")
    assert pairs(folded) == [("framework-1/", "head")]
    assert folded.steps[0].indicative


def test_families_fold_one_by_one_and_leave_the_rest_as_it_is() -> None:
    groups = Groups(ladder("a-b c-d-e c=b"))
    assert set(groups.by_id) == {"framework-1/", "framework-1/-", "framework-1/family-2"}
    folded = groups.folded({"framework-1/family-2"})
    assert boxes(folded) == ["a", "b", "framework-1/family-2"]
    assert folded.nodes["framework-1/family-2"].grade == "3 levels"
    assert set(pairs(folded)) == {("a", "b"), ("framework-1/family-2", "b")}


def test_a_whole_framework_of_families_folds_too() -> None:
    groups = Groups(ladder("a-b c-d-e", "x"))
    folded = groups.folded({"framework-1/", "framework-1/family-2"})
    assert boxes(folded) == ["framework-1/", "x"]
    assert folded.nodes["framework-1/"].grade == "2 families"


def test_a_framework_of_one_role_has_nothing_to_fold() -> None:
    assert Groups(ladder("head")).by_id == {}


def test_a_stated_step_counts_for_more_than_an_indicative_one_between_the_same_boxes() -> None:
    groups = Groups(ladder("6-7 8-9 6~9 7=8"))
    (step,) = groups.folded(groups.ladders).steps
    assert (step.kind.value, step.indicative) == ("career-graded", False)


def test_few_nodes_open_unfolded_and_many_open_folded_by_family() -> None:
    assert Groups(table(10, 5)).opening() == frozenset()
    groups = Groups(table(52, 4))
    opening = groups.opening()
    assert len(boxes(groups.folded(opening))) == 52


def test_the_largest_frameworks_fold_first_so_that_small_ones_stay_readable() -> None:
    groups = Groups(
        Library.merge([*ladder("6-7-8").frameworks, *_other(table(60, 3)).frameworks], ())
    )
    folded = groups.folded(groups.opening())
    assert boxes(folded)[:3] == ["6", "7", "8"]
    assert len(boxes(folded)) == 63


def test_far_too_many_families_fold_by_framework() -> None:
    many = Library.merge([*_other(table(90, 2)).frameworks, *ladder("6-7").frameworks], ())
    assert len(boxes(Groups(many).folded(Groups(many).opening()))) == 3


def _other(library: Library) -> Library:
    import msgspec

    return Library(
        tuple(msgspec.structs.replace(f, id=f"other-{f.id}") for f in library.frameworks), ()
    )


def test_what_is_to_be_seen_opens_all_that_it_is_in() -> None:
    groups = Groups(ladder("a-b c-d-e", "x-y"))
    closed = frozenset({"framework-1/", "framework-1/family-2", "framework-2/"})
    assert groups.revealing(["d"], closed) == {"framework-2/"}
    assert groups.revealing(["nobody"], closed) == closed


def test_the_groups_around_a_box_are_told_from_the_framework_inwards() -> None:
    groups = Groups(ladder("a-b c-d-e"))
    assert groups.around("d") == ("framework-1/", "framework-1/family-2")
    assert groups.around("framework-1/family-2") == ("framework-1/",)
    assert groups.around("framework-1/") == ()


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_folding_keeps_every_node_in_exactly_one_box_and_can_be_arranged(
    data: st.DataObject,
) -> None:
    library = ladder("a-b-c d-e f", "g-h c~g e=h h-d", "k")
    groups = Groups(library)
    closed = data.draw(st.sets(st.sampled_from(sorted(groups.by_id))))
    folded = groups.folded(closed)
    assert {groups.box_of(node, closed) for node in library.nodes} == set(boxes(folded))
    joined = {(groups.box_of(a, closed), groups.box_of(b, closed)) for a, b in pairs(library)}
    assert set(pairs(folded)) == {(a, b) for a, b in joined if a != b}
    assert [place.node_id for place in arrange(folded).places] == boxes(folded)


@pytest.mark.parametrize("toggled", range(0, 52, 10))
def test_unfolding_one_family_moves_no_box_to_another_column(toggled: int) -> None:
    groups = Groups(table(52, 4))
    closed = groups.opening()
    before = arrange(groups.folded(closed))
    group = sorted(closed)[toggled]
    after = arrange(groups.folded(closed - {group}), shape=before.shape)
    stays = [node for node in before.by_id if node in after.by_id]
    assert len(stays) == 51
    assert all(before.by_id[node].x == after.by_id[node].x for node in stays)
    first = groups.by_id[group].nodes[0]
    assert after.by_id[first].x == before.by_id[group].x
