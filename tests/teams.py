"""Teams for the tests: drawn in a few words, on the frameworks that come with the program."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from functools import lru_cache

from pathways.compare.comparison import Comparer
from pathways.model.rules import Rules
from pathways.model.team import Team
from pathways.planning.needs import Situation
from pathways.planning.people import add_person, add_post, new_team
from pathways.planning.standing import PlanStanding, Shown
from pathways.store.rules_file import chosen_rules
from pathways.store.vocabulary_file import read_vocabulary
from pathways.workspace.workspace import Workspace

TODAY = datetime.date(2026, 11, 27)


@lru_cache(maxsize=1)
def comparer() -> Comparer:
    return Comparer(Workspace.open().library, read_vocabulary("en"))


@lru_cache(maxsize=1)
def rules() -> tuple[Rules, ...]:
    return chosen_rules(())


def situation(
    team: Team,
    standings: Mapping[str, PlanStanding] | None = None,
    today: datetime.date = TODAY,
    by: tuple[Rules, ...] | None = None,
) -> Situation:
    return Situation(team, comparer(), by or rules(), today, standings or {})


def team(drawn: str, title: str = "Crew") -> Team:
    """Return a team: "Ada 11>12 Analyst" is somebody in a post, who aims for grade 12; "- 12 Lead"
    is a vacant post; "Ada 11" has no post. Grades are those of the ICT family.
    """
    made = new_team(title)
    for line in drawn.strip().splitlines():
        name, grades, *post = line.split()
        node, _to, aim = (f"ict-{grade}" if grade else "" for grade in grades.partition(">"))
        if name != "-":
            made = add_person(made, name, node=node, aim=aim)
        if post:
            holder = "" if name == "-" else made.people[-1].id
            made = add_post(made, " ".join(post), node=node, holder=holder)
    return made


def standing(
    source: str, target: str, *words: str, evidence: str = "", by: str = ""
) -> PlanStanding:
    """Return what a plan for a step says: the words in the order of its criteria, the last for all
    that follow.
    """
    from pathways.planning.standing import criteria

    found = criteria(comparer(), source, target)
    said = [*words, *[words[-1] if words else "unsaid"] * len(found)]
    return PlanStanding(
        rows=tuple(
            Shown(
                text=statement.text,
                standing=word,  # type: ignore[arg-type]
                evidence=(evidence,) if evidence and word == "shown" else (),
                confirmed=word if by else "",
                by=by,
            )
            for statement, word in zip(found, said, strict=False)
        ),
    )
