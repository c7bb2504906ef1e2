"""A plan of 500 rows and 2,000 pieces of evidence beside one of 50 rows and 200 pieces.

Run with ``python -m benchmarks.plan``. Opening reads the file, checks and builds the plan; saving
writes it and keeps the version before; the page fills its list and sorts it by a filter, without
a screen. Only the processor's time counts.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks.measuring import in_turn, line
from pathways.model.plan import FORMAT, Action, Evidence, Place, Plan, Row, Standing
from pathways.model.reference import StatementRef, fingerprint
from pathways.planning import edits
from pathways.planning.merge import merge
from pathways.planning.where import where_i_stand
from pathways.store.plan_file import read_plan, write_plan

LARGE, SMALL = 500, 50


def made(rows: int) -> Plan:
    """Return a plan with so many rows and four pieces of evidence for each."""
    listed = tuple(_row(number) for number in range(rows))
    evidence = tuple(
        Evidence(
            id=f"e-{number:06x}",
            rows=(listed[number % rows].id, listed[number * 7 % rows].id),
            result=f"Result {number}: the targets were met in three of four months",
            situation="The team leader was on leave from February to May",
            action="Wrote the rota and met everybody once a fortnight",
            date="2026-05-01",
        )
        for number in range(4 * rows)
    )
    actions = tuple(
        Action(id=f"a-{n:06x}", rows=(row.id,), do="Ask for it", by="2027-01-31")
        for n, row in enumerate(listed)
    )
    return Plan(
        format=FORMAT,
        id="plan-benchmark",
        start=Place(id="g-11", title="Grade 11", framework="g"),
        aims=(Place(id="g-12", title="Grade 12", framework="g"),),
        frameworks=(),
        rows=listed,
        evidence=evidence,
        actions=actions,
    )


def _row(number: int) -> Row:
    text = f"Statement {number} on leading people and managing budgets in area {number % 40}"
    before = f"Statement {number} on helping people and watching budgets in area {number % 40}"
    subject = number // 25
    return Row(
        id=f"g-12.s{subject}.{number}",
        statement=StatementRef(
            id=f"g-12.s{subject}.{number}", fingerprint=fingerprint(text), text=text
        ),
        aims=("g-12",),
        dimension=f"s{subject}",
        subject=f"Subject {subject}",
        verdict="raised",
        before=StatementRef(id=f"g-11.s.{number}", fingerprint=fingerprint(before), text=before),
        standing=list(Standing)[number % 5],
    )


def save(path: Path, plan: Plan, turn: list[int]) -> None:
    """Save a plan with another name each time, so that there is a version before."""
    turn[0] += 1
    write_plan(path, edits.rename(plan, str(turn[0])))


def fill(plan: Plan) -> None:
    """Fill the list of the page, and leave what a filter leaves."""
    from pathways.gui.plan.plan_model import PlanModel
    from pathways.planning.row_filter import rows_of

    model = PlanModel()
    for name in ("asked", "no-evidence", "not-yet", "ask"):
        model.show_rows(plan, rows_of(plan, name))


def one_key(plan: Plan) -> None:
    """Say how a row stands, as one key does, and say anew where the person stands."""
    where_i_stand(edits.set_standing(plan, [plan.rows[3].id], Standing.SHOWN))


def main() -> None:
    """Measure and print."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        jobs = [_jobs(Path(folder), rows) for rows in (LARGE, SMALL)]
        for what in jobs[0]:
            times = in_turn(jobs[0][what], jobs[1][what], 5, time.process_time)
            print(line(f"{what}, {LARGE} rows", times[0], f"{SMALL} rows", times[1]))


def _jobs(folder: Path, rows: int) -> dict[str, Callable[[], object]]:
    path, plan = folder / f"{rows}.pathplan", made(rows)
    write_plan(path, plan)
    return {
        "open": partial(read_plan, path),
        "save": partial(save, path, plan, [0]),
        "fill the list, four filters": partial(fill, plan),
        "one key": partial(one_key, plan),
        "bring a copy in": partial(merge, edits.rename(plan, "x"), plan),
    }


if __name__ == "__main__":
    main()
