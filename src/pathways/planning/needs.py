"""What a planned move needs, by the rules: met, not met or not known, each with why and by whom."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec

from pathways.compare.comparison import Comparer
from pathways.i18n import _, _n, in_words
from pathways.model.day import date_in_words, date_of, months_later
from pathways.model.rules import Check, MoveKind, Need, Rules
from pathways.model.statement import Statement
from pathways.model.team import Move, MoveState, Person, Post, Team
from pathways.planning.standing import PlanStanding, Standings, against, counts_in_words, criteria

Result = tuple[bool | None, str]


class NeedFinding(msgspec.Struct, frozen=True, kw_only=True):
    """A need of a move: ``met`` is None where it is not known; ``source`` names the policies, after
    the set of rules where ``several`` speak of the move.
    """

    need: Need
    met: bool | None
    why: str
    source: str
    rules: str
    several: bool = False


@dataclass(frozen=True)
class Situation:
    """What moves are looked at in: a team, frameworks, the plans that could be read, and a day.

    ``worked_out`` keeps what was asked of it before.
    """

    team: Team
    comparer: Comparer
    rules: tuple[Rules, ...]
    today: datetime.date
    standings: Standings = field(default_factory=dict)
    worked_out: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    def kind(self, kind_id: str) -> MoveKind | None:
        """Return a kind of move as the first set of rules has it that knows it."""
        return next((kind for rules in self.rules if (kind := rules.kind(kind_id))), None)

    @property
    def kinds(self) -> dict[str, MoveKind]:
        """Return all kinds of move by id, each as the first set of rules has it."""
        found: dict[str, MoveKind] = {}
        for rules in self.rules:
            for kind in rules.kinds:
                found.setdefault(kind.id, kind)
        return found

    def after(self, team: Team) -> Situation:
        """Return the same situation with another team."""
        return Situation(team, self.comparer, self.rules, self.today, self.standings)


def needs_of(situation: Situation, move: Move) -> tuple[NeedFinding, ...]:
    """Return what a move needs by every set of rules that knows its kind, in their order."""
    found = []
    knowing = [(rules, kind) for rules in situation.rules if (kind := rules.kind(move.kind))]
    several = len(knowing) > 1
    for rules, kind in knowing:
        for need in kind.needs:
            met, why = _answered(situation, move, need)
            source = "; ".join(source.text for source in rules.sources_of(need))
            if several:
                source = _("{rules}: {source}").format(rules=rules.title, source=source)
            found.append(
                NeedFinding(
                    need=need, met=met, why=why, source=source, rules=rules.title, several=several
                )
            )
    return tuple(found)


def met_in_words(met: bool | None) -> str:
    """Return whether a need is met, in words for people."""
    return _("not known") if met is None else _("met") if met else _("not met")


def _answered(situation: Situation, move: Move, need: Need) -> Result:
    """Return what the program finds, or what a manager says where it finds nothing."""
    met, why = _CHECKS[need.check](situation, move, need)
    said = next((one for one in move.answers if one.need == need.id), None)
    if met is not None or said is None:
        return met, why
    sentence = _("The manager says so.") if said.met else _("The manager says it is not.")
    return said.met, f"{sentence} {said.note}".strip()


def _asked(_situation: Situation, _move: Move, _need: Need) -> Result:
    return None, _("Nobody has said yet.")


def _criteria_shown(situation: Situation, move: Move, _need: Need) -> Result:
    wanted = criteria_of(situation, move)
    if wanted is None:
        return None, _("It is not known which grade the move leads to.")
    if not wanted:
        return None, _("Nothing new or raised is asked for at this step.")
    standing = _standing(situation, move)
    if standing is None:
        return None, _("No plan of this person could be read.")
    found = against(standing, wanted)
    why = _("{shown} of {all} criteria are shown.").format(shown=found["shown"], all=len(wanted))
    if found["shown"] == len(wanted):
        return True, why
    rest = counts_in_words({word: count for word, count in found.items() if word != "shown"})
    unknown = found["shown"] + found["unsaid"] == len(wanted)
    return None if unknown else False, why + " " + _("The rest: {counts}.").format(counts=rest)


def _evidence_given(situation: Situation, move: Move, _need: Need) -> Result:
    standing, wanted = _standing(situation, move), criteria_of(situation, move)
    if standing is None or wanted is None:
        return None, _("No plan of this person could be read.")
    shown = [row for s in wanted if (row := standing.of(s)) and row.standing == "shown"]
    if not shown:
        return None, _("No criterion is shown yet.")
    without = sum(not row.evidence for row in shown)
    if not without:
        return True, _n(
            "The {count} criterion that is shown has evidence.",
            "All {count} criteria that are shown have evidence.",
            len(shown),
        ).format(count=len(shown))
    return False, _n(
        "{count} criterion is marked as shown without evidence.",
        "{count} criteria are marked as shown without evidence.",
        without,
    ).format(count=without)


def _same_criteria(situation: Situation, move: Move, _need: Need) -> Result:
    others = candidates(situation.team, move)
    wanted = criteria_of(situation, move)
    if wanted is None:
        return None, _("It is not known which grade the move leads to.")
    if len(others) < 2:
        return None, _("Nobody else is known to aim for it.")
    silent = [person.name for person in others if person.id not in situation.standings]
    if silent:
        return None, _("No plan could be read of {names}.").format(names=in_words(silent))
    everybody, some = _asked_of(situation, others, wanted)
    if not everybody and not some:
        return None, _("Nobody has been asked about any of the criteria yet.")
    if not some:
        return True, _n(
            "Each of the {people} was asked about the same {count} criterion.",
            "Each of the {people} was asked about the same {count} criteria.",
            len(everybody),
        ).format(people=len(others), count=len(everybody))
    return False, _n(
        "{count} criterion was asked of some only.",
        "{count} criteria were asked of some only.",
        len(some),
    ).format(count=len(some))


def _asked_of(
    situation: Situation, people: Sequence[Person], wanted: Sequence[Statement]
) -> tuple[set[str], set[str]]:
    """Return the ids of the criteria that everybody was asked about, and some only."""
    plans = [situation.standings[person.id] for person in people]
    asked = [{s.id for s in wanted if (row := plan.of(s)) and row.asked} for plan in plans]
    everybody = set.intersection(*asked)
    return everybody, set.union(*asked) - everybody


def _within_range(situation: Situation, move: Move, _need: Need) -> Result:
    post = situation.team.posts_by_id.get(move.post)
    if post is None:
        return None, _("No post is named.")
    if not post.career_graded:
        return False, _("The post is not career-graded.")
    if move.node in nodes_of_post(situation, post):
        return True, _("{lowest} to {highest}.").format(**_range(situation, post))
    return False, _("The post runs from {lowest} to {highest}.").format(**_range(situation, post))


def _post_vacant(situation: Situation, move: Move, _need: Need) -> Result:
    post = situation.team.posts_by_id.get(move.post)
    if post is None:
        return None, _("No post is named.")
    if not post.holder or post.holder == move.person:
        since = date_of(post.vacant_since)
        if since and not post.holder:
            return True, _("Vacant since {date}.").format(date=date_in_words(since))
        return True, _("Nobody else holds it.")
    holder = situation.team.people_by_id[post.holder].name
    leaving = [m for m in situation.team.moves_of(post.holder) if m.state.is_open and m.post]
    if any(m.post != post.id for m in leaving):
        return None, _("{name} holds it, and is planned to move.").format(name=holder)
    return False, _("{name} holds it.").format(name=holder)


def _post_funded(situation: Situation, move: Move, _need: Need) -> Result:
    post = situation.team.posts_by_id.get(move.post)
    if post is None:
        return None, _("No post is named.")
    if post.funded is None:
        return None, _("Nobody has said whether the post is funded.")
    return (True, _("It is funded.")) if post.funded else (False, _("It is not funded."))


def _reason_given(_situation: Situation, move: Move, _need: Need) -> Result:
    if move.reason.strip():
        return True, _("Written down: {reason}").format(reason=move.reason.strip())
    return False, _("No reason is written down.")


def _approved(_situation: Situation, move: Move, _need: Need) -> Result:
    if move.state is MoveState.REFUSED:
        return False, _("It was refused.")
    if move.state not in (MoveState.APPROVED, MoveState.DONE):
        return False, _("Nobody has approved it yet.")
    date = date_of(move.decided_on)
    if not move.decided_by or date is None:
        return None, _("It is not written down who approved it, or when.")
    return True, _("By {who} on {date}.").format(who=move.decided_by, date=date_in_words(date))


def _approval_lapses(situation: Situation, move: Move, need: Need) -> Result:
    decided = date_of(move.decided_on)
    if decided is None or move.state not in (MoveState.APPROVED, MoveState.DONE):
        return None, _("It is not approved yet.")
    lapses = months_later(decided, need.months or 12)
    used = (date_of(move.date) if move.state is MoveState.DONE else None) or situation.today
    if used <= lapses:
        return True, _("It holds until {date}.").format(date=date_in_words(lapses))
    return False, _("It lapsed on {date}.").format(date=date_in_words(lapses))


def _end_date(_situation: Situation, move: Move, _need: Need) -> Result:
    begins, ends = date_of(move.date), date_of(move.until)
    if ends is None:
        return False, _("No end date is given.")
    if begins and ends < begins:
        return False, _("It ends before it begins.")
    return True, _("It ends on {date}.").format(date=date_in_words(ends))


def _lasts_at_least(situation: Situation, move: Move, need: Need) -> Result:
    begins, ends = date_of(move.date), date_of(move.until)
    if begins is None:
        return None, _("It is not known when it begins.")
    last = ends or situation.today
    days = (last - begins).days + 1
    if days >= (need.days or 28):
        return True, _n("{count} day.", "{count} days.", days).format(count=days)
    if ends is None:
        return None, _("No end date is given.")
    return False, _n("It lasts {count} day.", "It lasts {count} days.", max(days, 0)).format(
        count=max(days, 0)
    )


def _lasts_at_most(situation: Situation, move: Move, need: Need) -> Result:
    begins, ends = date_of(move.date), date_of(move.until)
    if begins is None:
        return None, _("It is not known when it begins.")
    latest = months_later(begins, need.months or 12)
    by = _("The latest end is {date}.").format(date=date_in_words(latest))
    if (ends or situation.today) > latest:
        return False, by
    return (True if ends else None), by


def _reviewed_every(situation: Situation, move: Move, need: Need) -> Result:
    begins = date_of(move.date)
    if begins is None:
        return None, _("It is not known when it begins.")
    due = _next_review(move, need.months or 3)
    assert due is not None
    if begins > situation.today:
        return None, _("The first review is due by {date}.").format(date=date_in_words(due))
    ends = date_of(move.until)
    if ends and due > ends:
        return True, _("No more reviews are due before it ends.")
    if due < situation.today:
        return False, _("A review was due by {date}.").format(date=date_in_words(due))
    return True, _("The next review is due by {date}.").format(date=date_in_words(due))


def _evaluated_once_in(situation: Situation, move: Move, need: Need) -> Result:
    post = situation.team.posts_by_id.get(move.post)
    evaluated = date_of(post.evaluated) if post else None
    if evaluated is None:
        return None, _("It is not known when the post was last evaluated.")
    free = months_later(evaluated, need.months or 12)
    said = _("It was last evaluated on {date}.").format(date=date_in_words(evaluated))
    return (date_of(move.date) or situation.today) >= free, said


_CHECKS: dict[Check, Callable[[Situation, Move, Need], Result]] = {
    Check.ASKED: _asked,
    Check.CRITERIA_SHOWN: _criteria_shown,
    Check.EVIDENCE_GIVEN: _evidence_given,
    Check.SAME_CRITERIA: _same_criteria,
    Check.WITHIN_RANGE: _within_range,
    Check.POST_VACANT: _post_vacant,
    Check.POST_FUNDED: _post_funded,
    Check.REASON_GIVEN: _reason_given,
    Check.APPROVED: _approved,
    Check.APPROVAL_LAPSES: _approval_lapses,
    Check.END_DATE: _end_date,
    Check.LASTS_AT_LEAST: _lasts_at_least,
    Check.LASTS_AT_MOST: _lasts_at_most,
    Check.REVIEWED_EVERY: _reviewed_every,
    Check.EVALUATED_ONCE_IN: _evaluated_once_in,
}


def _next_review(move: Move, months: int) -> datetime.date | None:
    """Return when a move is due to be looked at again; None where it has no beginning."""
    last = last_review(move)
    return months_later(last, months) if last else None


def last_review(move: Move) -> datetime.date | None:
    """Return when a move was last looked at: at its beginning, or at its last review."""
    begins = date_of(move.date)
    if begins is None:
        return None
    return max([begins, *(day for text in move.reviewed if (day := date_of(text)))])


def candidates(team: Team, move: Move) -> tuple[Person, ...]:
    """Return everybody who is known to want what a move leads to: by their aim, or by a move."""
    wanting = {
        other.person
        for other in (*team.moves, move)
        if other.state.is_open and (other.post == move.post if move.post else False)
    }
    aiming = {person.id for person in team.people if move.node and person.aim == move.node}
    wanted = wanting | aiming | {move.person}
    return tuple(person for person in team.people if person.id in wanted)


def criteria_of(situation: Situation, move: Move) -> tuple[Statement, ...] | None:
    """Return the criteria of a move; None where a grade is not known in what is open."""
    nodes = situation.comparer.library.nodes
    if move.node not in nodes or (move.source_node and move.source_node not in nodes):
        return None
    return criteria(situation.comparer, move.source_node, move.node)


def nodes_of_post(situation: Situation, post: Post) -> tuple[str, ...]:
    """Return the grades that a post can be held at: its own, or all from its lowest to its
    highest.
    """
    if not post.career_graded:
        return (post.node,) if post.node else ()
    steps = situation.comparer.library.steps
    forward: dict[str, list[str]] = {}
    back: dict[str, list[str]] = {}
    for step in steps:
        forward.setdefault(step.source, []).append(step.target)
        back.setdefault(step.target, []).append(step.source)
    between = _reached(post.lowest, forward) & _reached(post.highest, back)
    found = [node for node in situation.comparer.library.nodes if node in between]
    return tuple(found) or tuple(dict.fromkeys((post.lowest, post.highest)))


def _reached(start: str, onward: dict[str, list[str]]) -> set[str]:
    found, waiting = {start}, [start]
    while waiting:
        for node in onward.get(waiting.pop(), ()):
            if node not in found:
                found.add(node)
                waiting.append(node)
    return found


def _range(situation: Situation, post: Post) -> dict[str, str]:
    nodes = situation.comparer.library.nodes
    return {
        key: nodes[node].title if node in nodes else node
        for key, node in (("lowest", post.lowest), ("highest", post.highest))
    }


def _standing(situation: Situation, move: Move) -> PlanStanding | None:
    return situation.standings.get(move.person)
