"""The JSON Schemas of teams and of rules, for editors: run this module to write them anew."""

from __future__ import annotations

from typing import Any

from pathways import paths
from pathways.model.rules import Rules
from pathways.model.team import Team
from pathways.store.schema import DAY, as_text, model_schema
from pathways.store.whole_file import write_whole

_NODE = "The id of a grade or role, such as ict-11."
_PERSON = "The id of a person of the team."
_POST = "The id of a post of the team."

_TEAM = {
    "Team.format": "The version of this format: 1.",
    "Team.id": "What tells this team from every other; leave it as it is.",
    "Team.title": "What the team is called.",
    "Team.people": "Everybody in the team; nothing but a name is needed.",
    "Team.posts": "The team's posts, filled and vacant.",
    "Team.moves": "Planned moves, with their history.",
    "Team.scenarios": "Moves that are only tried.",
    "Team.rules": "The sets of rules that moves are held against; without it, uk-councils.",
    "Team.bands": "What a year at a grade costs, where the manager enters it.",
    "Team.on_costs": "What is paid on top of pay, in per cent.",
    "Team.views": "Ways of looking at the board that were saved.",
    "Team.values": "What words of a spreadsheet mean: asked once, then known.",
    "Team.counted": "The numbers last given, so that no code is given twice.",
    "Team.conflicts": "What two versions of the file say differently, until somebody chooses.",
    "TeamConflict.part": "What it is about: a person, a post, a move, a scenario or the team.",
    "TeamConflict.about": "The id of that person, post, move or scenario.",
    "TeamConflict.fields": "Which of its keys differ, or the list in which something differs.",
    "TeamConflict.which": "What of the list differs.",
    "TeamConflict.place": "How many of that name stand before it in the list.",
    "TeamConflict.values": "All values.",
    **{
        f"TeamValue.{key}": "A value; only the keys that differ are meant."
        for key in ("title", "on_costs", "person", "post", "move", "scenario")
    },
    **{
        f"TeamValue.{key}": "A value: one of the list, whole."
        for key in ("answer", "band", "view", "known")
    },
    "Person.id": "The person's code: it never changes.",
    "Person.name": "The name, or a code.",
    "Person.node": _NODE + " Where the person is now.",
    "Person.since": DAY + " Since when.",
    "Person.aim": _NODE + " Where the person wants to go.",
    "Person.manager": "The id of a person of the team, or a name from outside it.",
    "Person.last_talk": DAY + " The last conversation.",
    "Person.next_talk": DAY + " The next conversation.",
    "Person.plan": "The path of the person's plan, from this file's folder.",
    "Person.number": "The number by which a spreadsheet knows the person.",
    "Person.note": "A remark.",
    "Post.id": "The post's code: it never changes.",
    "Post.title": "What the post is called.",
    "Post.node": _NODE,
    "Post.holder": _PERSON + " Without it the post is vacant.",
    "Post.vacant_since": DAY,
    "Post.funded": "true or false; left out where nobody has said.",
    "Post.lowest": _NODE + " The lowest of a career-graded post.",
    "Post.highest": _NODE + " The highest of a career-graded post.",
    "Post.until": DAY + " The last day of a post that is not permanent.",
    "Post.cover": _PERSON + " Who does its work for a time.",
    "Post.cover_until": DAY,
    "Post.evaluated": DAY + " When the post was last evaluated.",
    "Post.number": "The number by which a spreadsheet knows the post.",
    "Move.id": "The move's code.",
    "Move.person": _PERSON,
    "Move.kind": "The id of a kind of move in the rules, such as acting-up.",
    "Move.node": _NODE + " Where the move leads.",
    "Move.from_post": _POST,
    "Move.post": _POST + " Where the move leads.",
    "Move.source_node": _NODE + " Where it starts.",
    "Move.date": DAY + " The first day.",
    "Move.until": DAY + " The last day of a move for a time.",
    "Move.reason": "Why.",
    "Move.evidence": "What it rests on.",
    "Move.decided_by": "Who decided.",
    "Move.decided_on": DAY,
    "Move.state": "How far it has come.",
    "Move.answers": "What the manager says of needs that only people can know.",
    "Move.reviewed": "The days on which it was reviewed.",
    "Move.history": "What has become of it, the first first.",
    "MoveEvent.on": DAY,
    "MoveEvent.state": "The state from that day on.",
    "MoveEvent.by": "Who did it.",
    "MoveEvent.note": "A remark.",
    "Answer.need": "The id of the need in the rules.",
    "Answer.met": "true or false.",
    "Answer.note": "A remark.",
    "Answer.on": DAY,
    "Scenario.id": "The scenario's code.",
    "Scenario.title": "What it is called.",
    "Scenario.moves": "The moves that are tried.",
    "Scenario.note": "A remark.",
    "PayBand.node": _NODE,
    "PayBand.lowest": "The pay of a year at the lowest point.",
    "PayBand.highest": "The pay of a year at the highest point.",
    "SavedView.title": "What the view is called.",
    "SavedView.words": "Words that are looked for.",
    "SavedView.group": "What people stand together by.",
    "SavedView.sort": "What people are sorted by.",
    "SavedView.descending": "true for the last first.",
    "SavedView.aim": _NODE + " Only people who aim for it.",
    "KnownValue.text": "The word in the spreadsheet.",
    "KnownValue.node": _NODE + " What it means.",
}

_RULES = {
    "Rules.format": "The version of this format: 1.",
    "Rules.id": "Lower-case words and hyphens; the id of a bundled set takes its place.",
    "Rules.title": "What the rules are called.",
    "Rules.kinds": "The kinds of move, in the order in which they are offered.",
    "Rules.sources": "The policies that needs are taken from.",
    "Rules.about": "What the rules are, in a sentence.",
    "MoveKind.id": "Lower-case words and hyphens.",
    "MoveKind.title": "What people call it.",
    "MoveKind.needs": "What it needs.",
    "MoveKind.in_post": "true where the person stays in their own post.",
    "MoveKind.temporary": "true where it is for a time.",
    "MoveKind.about": "What it is, in a sentence.",
    "Need.id": "Lower-case words and hyphens; what a manager answers is kept under it.",
    "Need.text": "What is needed, as people read it.",
    "Need.check": "How it is found out whether it is met.",
    "Need.sources": "The ids of the policies that say so.",
    "Need.months": "How many months, for checks that count them.",
    "Need.days": "How many days, for checks that count them.",
    "RuleSource.id": "Lower-case words and hyphens.",
    "RuleSource.title": "The title of the policy.",
    "RuleSource.organisation": "Whose policy it is.",
    "RuleSource.address": "Where it can be read.",
}


def schemas() -> dict[str, dict[str, Any]]:
    """Return the schemas by the names of their files."""
    return {
        "team.schema.json": model_schema(
            Team, "Pathways team", "People, posts, planned moves and scenarios of a team.", _TEAM
        ),
        "rules.schema.json": model_schema(
            Rules, "Pathways rules", "What each kind of move needs, and who says so.", _RULES
        ),
    }


if __name__ == "__main__":
    for name, schema in schemas().items():
        write_whole(paths.data() / name, as_text(schema).encode())
