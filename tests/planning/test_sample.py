"""The sample plan that ships with the program."""

from __future__ import annotations

from pathlib import Path

from pathways import paths
from pathways.compare.comparison import Comparer
from pathways.planning.carry import carry
from pathways.planning.where import where_i_stand
from pathways.report.plan_words import outdated_sentence
from pathways.store.plan_file import read_plan
from pathways.store.team_file import read_team
from pathways.workspace.samples import copy_plan, copy_team
from pathways.workspace.workspace import Workspace
from planning.plans import comparer


def test_the_sample_is_about_invented_people_and_fits_the_bundled_framework() -> None:
    sample = read_plan(paths.data() / "sample.pathplan")
    assert "invented" in sample.name
    assert all("invented" in r.manager.who for r in sample.rows if r.manager)
    found = carry(sample, Comparer(Workspace.open().library, comparer().vocabulary))
    assert not (found.changed or found.reworded or found.gone or found.new or found.missing)
    assert found.plan.frameworks == sample.frameworks
    assert where_i_stand(sample).startswith("3 of ")
    assert sample.evidence and sample.actions and sample.agreed and sample.reviews


def test_the_samples_are_copied_as_they_are_compared_today(tmp_path: Path) -> None:
    today = Comparer(Workspace.open().library, comparer().vocabulary)
    copy_team(paths.data() / "sample-team", tmp_path / "team", today)
    copy_plan(paths.data() / "sample.pathplan", tmp_path / "sample.pathplan", today)
    copies = sorted(tmp_path.rglob("*.pathplan"))
    assert len(copies) == 6 and not list(tmp_path.rglob("*.previous.*"))
    for path in copies:
        found = carry(read_plan(path), today)
        assert outdated_sentence(found) == "", path.name
        assert all(row.changed in ("", "gone") for row in found.plan.rows)
    team = read_team(tmp_path / "team" / "service-desk.pathteam")
    linked = [person.plan for person in team.people if person.plan]
    assert all((tmp_path / "team" / plan).is_file() for plan in linked) and linked
