"""Write the sample plans anew, as the bundled frameworks are compared today.

Run with ``python packaging/renew_samples.py`` after a change of verdicts or of a bundled framework
that the samples rest on. What the invented people say in them stays.
"""

from __future__ import annotations

from pathways import paths
from pathways.planning.carry import up_to_date
from pathways.store.plan_file import ENDING, PLAN, read_plan
from pathways.store.private_file import private_yaml
from pathways.workspace.workspace import Workspace


def main() -> None:
    """Renew every sample plan and tell which have changed."""
    comparer = Workspace.open().comparer
    for path in sorted(paths.data().rglob(f"*{ENDING}")):
        plan = read_plan(path)
        renewed = up_to_date(plan, comparer)
        if renewed != plan:
            path.write_text(private_yaml(renewed, PLAN), "utf-8")
            print(f"{path.name}: {len(renewed.asked)} statements are asked for")


if __name__ == "__main__":
    main()
