"""The sample plan that ships with the program."""

from __future__ import annotations

from pathways import paths
from pathways.compare.comparison import Comparer
from pathways.planning.carry import carry
from pathways.planning.where import where_i_stand
from pathways.store.plan_file import read_plan
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
