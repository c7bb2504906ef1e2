"""The table of Government Digital and Data roles, where it is at hand: every level of every skill is
kept, and every step compares the levels as the table states them.
"""

from __future__ import annotations

import csv
import itertools
from functools import cache

import pytest

import bundled
from importing_documents import corpus
from pathways.compare.change import Verdict
from pathways.compare.comparison import Comparer
from pathways.importing.recognise import recognise
from pathways.model.library import Library
from pathways.store.dimensions_file import read_dimensions

ORDER = ("Awareness", "Working", "Practitioner", "Expert")
_OPPOSITE = {
    Verdict.RAISED: Verdict.EASED,
    Verdict.EASED: Verdict.RAISED,
    Verdict.NEW: Verdict.DROPPED,
    Verdict.DROPPED: Verdict.NEW,
}
Skills = dict[str, str]  # skill: level


@cache
def library() -> Library:
    found = recognise(corpus("gdad/roles.csv"), read_dimensions())
    return Library.merge([found.framework], read_dimensions())


@cache
def stated() -> dict[tuple[str, str], Skills]:
    """Read the table by a reader of our own: (role, role level): {skill: level}."""
    corpus("gdad/roles.csv")
    path = bundled.corpus() / "gdad" / "roles.csv"
    found: dict[tuple[str, str], Skills] = {}
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            level = row["Role Level"].strip()
            if level == "NOT IN USE":
                level = row["Role"].strip()
            skills = found.setdefault((row["Role"].strip(), level), {})
            if row["Skill Level"] in ORDER:
                skills[" ".join(row["Skill Name"].split()).casefold()] = row["Skill Level"]
    return found


def skills_of(node_id: str) -> Skills:
    dimensions = library().dimensions
    titles = {
        dimension: next(
            (s.heading for s in library().statements_of(node_id, dimension)),
            dimensions[dimension].title,
        )
        for dimension in library().levels_of(node_id)
    }
    return {
        " ".join(titles[dimension].split()).casefold(): level.value
        for dimension, level in library().levels_of(node_id).items()
    }


def test_every_level_of_every_role_is_kept() -> None:
    nodes = library().nodes
    assert len(nodes) == 205
    found = sorted((nodes[node].title, sorted(skills_of(node).items())) for node in nodes)
    wanted = sorted((level, sorted(skills.items())) for (_role, level), skills in stated().items())
    assert found == wanted
    assert sum(len(skills) for skills in stated().values()) > 1700


def test_every_step_compares_the_levels_as_the_table_states_them() -> None:
    comparer = Comparer(library(), bundled.vocabulary())
    compared = 0
    for step in library().steps:
        forth, back = (
            comparer.step(step.source, step.target),
            comparer.step(step.target, step.source),
        )
        before, after = skills_of(step.source), skills_of(step.target)
        wanted = {skill: _verdict(before.get(skill), after.get(skill)) for skill in before | after}
        found = {}
        for change in forth.dimensions:
            if change.level is None:
                continue
            level = change.level.before or change.level.after
            assert level is not None
            texts = (*change.level.explained_before, *change.level.explained_after)
            name = " ".join((texts[0].heading if texts else change.dimension.title).split())
            found[name.casefold()] = change.verdict
            assert change.changes == ()
            assert change.verdict is change.level.verdict
        assert found == wanted, (step.source, step.target)
        turned = {d.dimension.id: d.verdict for d in back.dimensions if d.level}
        assert turned == {
            d.dimension.id: _OPPOSITE.get(d.verdict, d.verdict) for d in forth.dimensions if d.level
        }
        compared += len(found)
    assert compared > 1000


def _verdict(before: str | None, after: str | None) -> Verdict:
    if before is None or after is None:
        return Verdict.NEW if before is None else Verdict.DROPPED
    ranks = ORDER.index(before), ORDER.index(after)
    if ranks[0] == ranks[1]:
        return Verdict.UNCHANGED
    return Verdict.RAISED if ranks[0] < ranks[1] else Verdict.EASED


@pytest.mark.parametrize(("before", "after"), list(itertools.product(ORDER, repeat=2)))
def test_the_order_of_the_table_is_the_order_of_the_scale(before: str, after: str) -> None:
    (scale,) = library().frameworks[0].scales
    assert (scale.rank(before) < scale.rank(after)) is (ORDER.index(before) < ORDER.index(after))
