"""What should be looked at in a team: rules, days, missing evidence, links that are broken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from enum import Enum

import msgspec

from pathways.i18n import _, _n, in_words
from pathways.model.problem import Severity
from pathways.model.team import MoveState
from pathways.planning.clocks import Urgency, warnings
from pathways.planning.linked_plans import LinkState, PlanLink
from pathways.planning.merge_words import PartWords
from pathways.planning.needs import NeedFinding, Situation, needs_of


class TeamCode(str, Enum):
    """What kind of thing is to be looked at."""

    RULES = "need-not-met"
    KIND = "unknown-kind"
    CLOCK_PASSED = "day-passed"
    CLOCK_SOON = "day-near"
    EVIDENCE = "no-evidence"
    LINK = "broken-link"
    NEWER = "plan-newer"
    NODE = "unknown-grade"
    TWO_POSTS = "two-posts"
    CONFLICT = "two-values"


class TeamFinding(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to look at; ``person``, ``post`` and ``move`` are ids, "" where none."""

    code: TeamCode
    severity: Severity
    message: str
    advice: str = ""
    person: str = ""
    post: str = ""
    move: str = ""


def check_team(situation: Situation, links: Mapping[str, PlanLink]) -> tuple[TeamFinding, ...]:
    """Return what should be looked at: errors first, then warnings, then advice."""
    order = list(Severity)
    found = [
        *_conflicts(situation),
        *_links(situation, links),
        *_nodes(situation),
        *_moves(situation),
        *_days(situation),
        *_evidence(situation),
        *_two_posts(situation),
    ]
    return tuple(sorted(found, key=lambda one: order.index(one.severity)))


def _conflicts(situation: Situation) -> Iterator[TeamFinding]:
    nodes = situation.comparer.library.nodes
    words = PartWords(situation.team, titles={key: node.title for key, node in nodes.items()})
    for conflict in situation.team.conflicts:
        values = [f"“{words.said(conflict, value)}”" for value in conflict.values]
        about = {"person": "", "post": "", "move": ""} | {conflict.part: conflict.about}
        yield TeamFinding(
            code=TeamCode.CONFLICT,
            severity=Severity.WARNING,
            message=_("{about}: {values} were written at the same time.").format(
                about=words.about(conflict), values=in_words(values)
            ),
            advice=_("Choose one of them on the page Differences to settle."),
            person=about["person"],
            post=about["post"],
            move=about["move"],
        )


def _links(situation: Situation, links: Mapping[str, PlanLink]) -> Iterator[TeamFinding]:
    for person in situation.team.people:
        link = links.get(person.id)
        if link is None or not link.message:
            continue
        broken = link.state is not LinkState.READ
        yield TeamFinding(
            code=TeamCode.LINK if broken else TeamCode.NEWER,
            severity=Severity.ERROR if broken else Severity.ADVICE,
            message=f"{person.name}: {link.message}",
            advice=_("Link the plan again, or take the link out.") if broken else "",
            person=person.id,
        )


def _nodes(situation: Situation) -> Iterator[TeamFinding]:
    known = situation.comparer.library.nodes
    advice = _("Open the framework that has it, or choose another grade or role.")
    message = _("{name}: the grade or role “{node}” is in no open framework.")
    for person in situation.team.people:
        for node in (person.node, person.aim):
            if node and node not in known:
                yield TeamFinding(
                    code=TeamCode.NODE, severity=Severity.ERROR, advice=advice, person=person.id,
                    message=message.format(name=person.name, node=node),
                )  # fmt: skip
    for post in situation.team.posts:
        for node in (post.node, post.lowest, post.highest):
            if node and node not in known:
                yield TeamFinding(
                    code=TeamCode.NODE, severity=Severity.ERROR, advice=advice, post=post.id,
                    message=message.format(name=post.title, node=node),
                )  # fmt: skip


def _moves(situation: Situation) -> Iterator[TeamFinding]:
    for move in situation.team.moves:
        name = situation.team.people_by_id[move.person].name
        if situation.kind(move.kind) is None:
            yield TeamFinding(
                code=TeamCode.KIND,
                severity=Severity.ERROR,
                message=_("{name}: no set of rules knows the kind of move “{kind}”.").format(
                    name=name, kind=move.kind
                ),
                person=move.person,
                move=move.id,
            )
            continue
        if not move.state.is_open and move.state is not MoveState.DONE:
            continue
        for found in needs_of(situation, move):
            if found.met is False:
                yield _not_met(name, found, move.person, move.id)


def _not_met(name: str, found: NeedFinding, person: str, move: str) -> TeamFinding:
    return TeamFinding(
        code=TeamCode.RULES,
        severity=Severity.WARNING,
        message=_("{name}: not met: {need}. {why}").format(
            name=name, need=found.need.text[:1].lower() + found.need.text[1:], why=found.why
        ),
        advice=_("Rule from {source}.").format(source=found.source),
        person=person,
        move=move,
    )


def _days(situation: Situation) -> Iterator[TeamFinding]:
    for clock in warnings(situation):
        passed = clock.urgency is Urgency.PASSED
        said = clock.sentence + (_(" (passed)") if passed else "")
        yield TeamFinding(
            code=TeamCode.CLOCK_PASSED if passed else TeamCode.CLOCK_SOON,
            severity=Severity.WARNING if passed else Severity.ADVICE,
            message=said + ".",
            person=clock.person,
            post=clock.post,
            move=clock.move,
        )


def _evidence(situation: Situation) -> Iterator[TeamFinding]:
    for person in situation.team.people:
        standing = situation.standings.get(person.id)
        rows = standing.rows if standing else ()
        without = sum(row.standing == "shown" and not row.evidence for row in rows)
        if without:
            yield TeamFinding(
                code=TeamCode.EVIDENCE,
                severity=Severity.ADVICE,
                message=_n(
                    "{name}: {count} statement is marked as shown without evidence.",
                    "{name}: {count} statements are marked as shown without evidence.",
                    without,
                ).format(name=person.name, count=without),
                person=person.id,
            )


def _two_posts(situation: Situation) -> Iterator[TeamFinding]:
    held = Counter(post.holder for post in situation.team.posts if post.holder)
    for person, count in held.items():
        if count > 1:
            name = situation.team.people_by_id[person].name
            yield TeamFinding(
                code=TeamCode.TWO_POSTS,
                severity=Severity.ADVICE,
                message=_("{name} holds {count} posts.").format(name=name, count=count),
                advice=_("That may be intended; a move leaves all of them empty."),
                person=person,
            )
