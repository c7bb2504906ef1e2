"""What the commands on teams say as JSON; ``docs/json.md`` documents the shapes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pathways.model.team import Move, Person, Team
from pathways.planning.board import BoardLine
from pathways.planning.clocks import Clock
from pathways.planning.needs import NeedFinding, Situation, needs_of
from pathways.planning.scenarios import Compared
from pathways.planning.side_by_side import SideBySide
from pathways.planning.standing import Shown
from pathways.planning.succession import Chain
from pathways.planning.team_check import TeamFinding
from pathways.planning.team_gaps import Gap
from pathways.planning.team_import import RowOutcome, TeamImport
from pathways.planning.what_if import Lost, Vacancy, WhatIf
from pathways.report.json_shape import Shape, picked


def board_shape(lines: Sequence[BoardLine]) -> Shape:
    """Return everybody with their standing, and the vacant posts."""
    return {
        "people": [_person(line, line.person) for line in lines if line.person],
        "vacant": [
            {
                "post": line.post.id,
                "title": line.post.title,
                "node": line.post.node,
                "since": line.post.vacant_since,
                "funded": line.post.funded,
            }
            for line in lines
            if line.person is None and line.post
        ],
    }


def _person(line: BoardLine, person: Person) -> Shape:
    return {
        "id": person.id,
        "name": person.name,
        "node": person.node,
        "aim": person.aim,
        "post": line.post.id if line.post else "",
        "standing": dict(line.standing) if line.standing is not None else None,
        "next": line.next.due.isoformat() if line.next else "",
        "next_what": line.next.words if line.next else "",
        "last": person.last_talk,
        "moves": [{"id": m.id, "kind": m.kind, "state": m.state.value} for m in line.moves],
        "plan": {"state": line.link.state.value, "message": line.link.message},
    }


def what_if_shape(situation: Situation, result: WhatIf) -> Shape:
    """Return what follows from moves: needs, vacancies, chains and what is lost."""
    return {
        "moves": [
            {**_move(one.move), "needs": [_need(found) for found in one.needs]}
            for one in result.moves
        ],
        "vacancies": [_vacancy(situation, vacancy) for vacancy in result.vacancies],
        "waits": [
            {"post": wait.post, "from": wait.begins, "until": wait.ends, "days": wait.days}
            for wait in result.waits
        ],
        "chains": [_chain(chain) for chain in result.chains],
        "lost": [{"node": lost.node, "statement": lost.statement} for lost in result.nobody],
        "alone": [_alone(lost) for lost in result.one],
        "spans": [
            {"manager": span.manager, "before": span.before, "after": span.after}
            for span in result.spans
        ],
        "clocks": [_clock(clock) for clock in result.clocks],
        "costs": [
            {
                "person": cost.person,
                "lowest": cost.lowest,
                "highest": cost.highest,
                "on_costs": list(cost.on_costs),
            }
            for cost in result.costs
        ],
    }


def scenarios_shape(situation: Situation, compared: Sequence[Compared]) -> Shape:
    """Return scenarios, each with what follows from it, or with why that cannot be told."""
    return {
        "scenarios": [
            {
                "id": one.scenario.id,
                "title": one.scenario.title,
                "why": one.why,
                **(what_if_shape(situation, one.result) if one.result else {}),
            }
            for one in compared
        ]
    }


def _vacancy(situation: Situation, vacancy: Vacancy) -> Shape:
    return {
        "post": vacancy.post,
        "from": vacancy.begins,
        "until": vacancy.ends,
        "followers": [
            {
                "person": follower.person,
                "standing": _standing(situation, follower.person),
                "why": follower.fit.value,
            }
            for follower in vacancy.followers
        ],
    }


def move_shape(situation: Situation, move: Move) -> Shape:
    """Return a planned move with what it needs."""
    needs = [_need(found) for found in needs_of(situation, move)]
    return {"move": {"id": move.id, **_move(move), "state": move.state.value, "needs": needs}}


def side_by_side_shape(beside: SideBySide) -> Shape:
    """Return people against a step, statement by statement."""
    return {
        "from": beside.source.id,
        "to": beside.target.id,
        "people": [{"id": person.id, "name": person.name} for person in beside.people],
        "no_plan": list(beside.silent),
        "statements": [
            {
                "id": criterion.statement.id,
                "dimension": criterion.dimension.id,
                "verdict": criterion.verdict.value,
                "text": criterion.statement.text,
                "remarks": [remark.value for remark in criterion.remarks],
                "people": {
                    person.id: _shown(cell)
                    for person, cell in zip(beside.people, criterion.cells, strict=True)
                },
            }
            for criterion in beside.criteria
        ],
    }


def gaps_shape(gaps: Sequence[Gap]) -> Shape:
    """Return statements that nobody or one person holds, with who is nearest."""
    return {
        "gaps": [
            {
                "node": gap.held.node,
                "statement": gap.held.statement.id,
                "text": gap.held.statement.text,
                "holders": list(gap.held.holders),
                "nearest": [
                    {"person": near.person, "standing": near.standing or None}
                    for near in gap.nearest
                ],
            }
            for gap in gaps
        ]
    }


def import_shape(done: TeamImport, columns: Mapping[int, Any], head: Sequence[str]) -> Shape:
    """Return what bringing in a table does, row by row."""
    return {
        "columns": [
            {"column": head[place], "field": field.value} for place, field in columns.items()
        ],
        "unused": [name for place, name in enumerate(head) if name and place not in columns],
        "new": done.count("new"),
        "changed": done.count("changed"),
        "same": done.count("same"),
        "rows": [_brought_in(row) for row in done.rows],
        "wrong": [
            {"row": complaint.line, "reason": complaint.reason, "left_out": complaint.left_out}
            for complaint in done.complaints
        ],
        "asked": [
            {
                "text": question.text,
                "rows": list(question.lines),
                "candidates": list(question.candidates),
            }
            for question in done.questions
        ],
        "missing": list(done.missing),
    }


def _brought_in(row: RowOutcome) -> Shape:
    return {
        "row": row.line,
        **picked(row, "kind", "about"),
        "changes": [picked(change, "field", "before", "after") for change in row.changes],
    }


def check_shape(findings: Sequence[TeamFinding]) -> Shape:
    """Return what should be looked at in a team."""
    return {
        "findings": [
            picked(one, "code", "severity", "message", "advice", "person", "post", "move")
            for one in findings
        ]
    }


def team_shape(team: Team) -> Shape:
    """Return a team in short: its title and how much is in it."""
    return {
        "team": team.title,
        "people": len(team.people),
        "posts": len(team.posts),
        "moves": len(team.moves),
    }


def _move(move: Move) -> Shape:
    return {
        "person": move.person,
        "from": move.source_post,
        "to": move.post,
        **picked(move, "date", "until", "kind"),
        "from_node": move.source_node,
        "to_node": move.node,
    }


def _need(found: NeedFinding) -> Shape:
    return {
        "need": found.need.id,
        "text": found.need.text,
        **picked(found, "met", "why", "source", "rules"),
    }


def _chain(chain: Chain) -> list[Shape]:
    return [{"person": fill.person or None, "post": fill.post} for fill in chain]


def _alone(lost: Lost) -> Shape:
    return {"node": lost.node, "statement": lost.statement, "person": lost.left}


def _clock(clock: Clock) -> Shape:
    return {
        "due": clock.due.isoformat(),
        "what": clock.words,
        "urgency": clock.urgency.value,
        "person": clock.person,
        "post": clock.post,
        "move": clock.move,
    }


def _standing(situation: Situation, person: str) -> Shape | None:
    found = situation.standings.get(person)
    return dict(found.counts) if found else None


def _shown(cell: Shown | None) -> Shape | None:
    if cell is None:
        return None
    return {
        "standing": cell.standing,
        "evidence": list(cell.evidence),
        "confirmed": cell.confirmed or None,
        "by": cell.by,
    }
