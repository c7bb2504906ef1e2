"""A small job family, a second edition of it, and a plan on it, for the tests of plans."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence

import msgspec

from drawing import ladder
from pathways.compare.comparison import Comparer
from pathways.model.plan import Evidence, Plan
from pathways.planning.begin import begin
from pathways.store.vocabulary_file import read_vocabulary

TODAY = datetime.date(2026, 11, 27)
ALL = "Follow the rules of data protection."
GRADES: dict[str, dict[str, Sequence[str]]] = {
    "4": {
        "people": ["Supervise a team of apprentices where appropriate."],
        "money": ["Assist with the yearly budget of the depot."],
        "duty": [ALL],
    },
    "5": {
        "people": [
            "Manage a team of up to six apprentices.",
            "Sit on selection panels for apprentices.",
        ],
        "money": ["Set the yearly budget of the depot.", "Sign orders up to 5,000 pounds."],
        "duty": [ALL],
        "green": ["Write the plan for the town's trees."],
    },
    "6": {
        "people": ["Lead the gardeners of three depots."],
        "green": ["Agree the plan for the town's trees with the council."],
    },
}


def comparer(texts: Mapping[str, Mapping[str, Sequence[str]]] = GRADES) -> Comparer:
    return Comparer(ladder("4-5-6", texts=texts), read_vocabulary("en"))


def plan(aims: Sequence[str] = ("5",)) -> Plan:
    return begin(comparer(), "4", aims, name="Sam Field", today=TODAY, plan_id="plan-test")


def edition(grade: str, subject: str, *texts: str) -> Comparer:
    """Return a comparer of the next edition, in which one subject of a grade has other texts."""
    return comparer({**GRADES, grade: {**GRADES[grade], subject: texts}})


def ids(plan: Plan) -> list[str]:
    return [row.id for row in plan.asked]


def large_plan(rows: int) -> Plan:
    """Return a plan of so many rows, with four pieces of evidence for each."""
    subjects = {
        f"subject-{n}": [f"Lead on {n} and {k}." for k in range(25)] for n in range(rows // 25)
    }
    texts = {"4": {"subject-0": ["Help."]}, "5": subjects}
    made = begin(comparer(texts), "4", ["5"], plan_id="plan-large")
    ids = [row.id for row in made.rows]
    evidence = tuple(
        Evidence(
            id=f"e-{n}",
            rows=(ids[n % rows], ids[n * 7 % rows]),
            result=f"Result {n}",
            date="2026-05-01",
        )
        for n in range(4 * rows)
    )
    return msgspec.structs.replace(made, evidence=evidence)
