"""A team without names: codes that stay the same, and no text that could tell who is meant."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec

from pathways.i18n import _
from pathways.model.plan import Evidence, Plan
from pathways.model.team import KINDS, PREFIXES, Move, Person, Post, Scenario, Team, number_of
from pathways.planning.linked_plans import PlanLink
from pathways.planning.names_in_text import NamesInText
from pathways.planning.needs import Situation
from pathways.planning.renumbering import moved_ids, renumbered
from pathways.planning.standing import PlanStanding, Shown


class Namelessness:
    """Takes the names of a team's people out of everything that is shown.

    What people wrote freely is left out, unless ``keep_text``: then the names in it become codes,
    but what else gives somebody away stays, and a person must look. An id that somebody wrote by
    hand may be made of a name: another stands for it, everywhere.
    """

    def __init__(self, team: Team, keep_text: bool = False) -> None:
        self._keep = keep_text
        self._ids = {kind: _neutral_ids(team, kind) for kind in KINDS}
        outside = {p.manager for p in team.people if p.manager not in team.people_by_id}
        for move in (*team.moves, *(move for one in team.scenarios for move in one.moves)):
            outside |= {move.decided_by, *(event.by for event in move.history)}
        self._names = NamesInText(
            [
                *((person.name, self.known_as(person.id).upper()) for person in team.people),
                *((name, _("a manager")) for name in sorted(outside) if name),
            ]
        )

    def known_as(self, part_id: str, kind: str = "people") -> str:
        """Return the id by which a person, or a part of another kind, goes without names."""
        return self._ids[kind].get(part_id, part_id)

    def situation(self, situation: Situation) -> Situation:
        """Return a situation without names: its team, and the texts of its plans."""
        standings = {
            self.known_as(key): self.standing(value) for key, value in situation.standings.items()
        }
        return Situation(
            self.team(situation.team), situation.comparer, situation.rules, situation.today,
            standings,
        )  # fmt: skip

    def links(self, links: Mapping[str, PlanLink]) -> dict[str, PlanLink]:
        """Return the links to the plans of people, each under the person's code."""
        found = {self.known_as(person): link for person, link in links.items()}
        return {person: self.link(link, person.upper()) for person, link in found.items()}

    def team(self, team: Team) -> Team:
        """Return a team whose people are called by their codes."""
        replace = msgspec.structs.replace
        team = renumbered(replace(team, conflicts=()), self._ids, team.counted)
        return replace(
            team,
            title=self.title(team.title),
            people=tuple(self._person(person, team) for person in team.people),
            posts=tuple(self._post(post) for post in team.posts),
            moves=tuple(map(self.without_text, team.moves)),
            scenarios=tuple(map(self._scenario, team.scenarios)),
            views=(),
            values=(),
        )

    def text(self, text: str) -> str:
        """Return a free text without names, or nothing."""
        return self._names.replaced(text) if self._keep else ""

    def title(self, title: str) -> str:
        """Return a title as it is unless a name is in it."""
        return _("Team") if self._names.are_in(title) else title

    def move(self, move: Move) -> Move:
        """Return a move that is in no team, by the ids and without the texts of the nameless."""
        return self.without_text(moved_ids(move, self._ids["people"], self._ids["posts"]))

    def without_text(self, move: Move) -> Move:
        """Return a move without free text; that there was a reason stays to be seen."""
        replace = msgspec.structs.replace
        return replace(
            move,
            reason=self.text(move.reason) or (_("left out here") if move.reason.strip() else ""),
            evidence=self.text(move.evidence),
            decided_by=_("a manager") if move.decided_by else "",
            answers=tuple(replace(one, note=self.text(one.note)) for one in move.answers),
            history=tuple(
                replace(event, by="", note=self.text(event.note)) for event in move.history
            ),
        )

    def _scenario(self, scenario: Scenario) -> Scenario:
        """Return a scenario without names; one that is called after somebody goes by its code."""
        title = scenario.title
        return msgspec.structs.replace(
            scenario,
            title=scenario.id.upper() if self._names.are_in(title) else title,
            moves=tuple(map(self.without_text, scenario.moves)),
            note=self.text(scenario.note),
        )

    def standing(self, standing: PlanStanding) -> PlanStanding:
        """Return what a plan says without its texts: that there is evidence, and how much."""
        return msgspec.structs.replace(
            standing, rows=tuple(self._shown(row) for row in standing.rows)
        )

    def link(self, link: PlanLink, code: str) -> PlanLink:
        """Return a link to a plan without its path, which may have a name in it."""
        return msgspec.structs.replace(
            link,
            path=Path(code) if link.path else None,
            plan=self.plan(link.plan, code) if link.plan else None,
            standing=self.standing(link.standing) if link.standing else None,
            message=_("The plan could not be read.") if link.path and not link.plan else "",
        )

    def plan(self, plan: Plan, code: str) -> Plan:
        """Return a plan under a code, without what was written freely and without who wrote it."""
        replace = msgspec.structs.replace
        who = _("a manager")
        return replace(
            plan,
            name=code,
            copy=None,
            conflicts=(),
            rows=tuple(
                replace(
                    row,
                    note=self.text(row.note),
                    manager=replace(row.manager, note=self.text(row.manager.note), who=who)
                    if row.manager
                    else None,
                )
                for row in plan.rows
            ),
            evidence=tuple(
                self._evidence(one, number, who) for number, one in enumerate(plan.evidence, 1)
            ),
            actions=tuple(
                replace(one, do=self.text(one.do) or one.kind.word or _("an action"), with_whom="")
                for one in plan.actions
            ),
            agreed=tuple(
                replace(one, text=self.text(one.text) or _("an agreement")) for one in plan.agreed
            ),
        )

    def _evidence(self, one: Evidence, number: int, who: str) -> Evidence:
        return msgspec.structs.replace(
            one,
            result=self.text(one.result) or _("evidence {number}").format(number=number),
            situation=self.text(one.situation),
            task=self.text(one.task),
            action=self.text(one.action),
            links=(),
            confirmed_by=who if one.confirmed_by else "",
        )

    def _shown(self, row: Shown) -> Shown:
        if self._keep:
            evidence = tuple(self._names.replaced(text) for text in row.evidence)
        else:
            evidence = tuple(
                _("evidence {number}").format(number=number)
                for number, _text in enumerate(row.evidence, 1)
            )
        by = _("a manager") if row.by else ""
        return msgspec.structs.replace(row, evidence=evidence, by=by)

    def _person(self, person: Person, team: Team) -> Person:
        outside = person.manager and person.manager not in team.people_by_id
        return msgspec.structs.replace(
            person,
            name=person.code,
            number="",
            plan="",
            manager=_("a manager") if outside else person.manager,
            note=self.text(person.note),
        )

    def _post(self, post: Post) -> Post:
        named = self._names.are_in(post.title)
        return msgspec.structs.replace(post, title=post.code if named else post.title, number="")


def _neutral_ids(team: Team, kind: str) -> dict[str, str]:
    """Return other ids for those that the program has not given, by their order in the file."""
    by_hand = [one.id for one in getattr(team, kind) if not number_of(one.id, kind)]
    return {one: f"{PREFIXES[kind]}-{number}" for number, one in enumerate(by_hand, 1)}
