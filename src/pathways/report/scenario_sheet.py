"""The sheet of a scenario: what happens if somebody moves, told as sentences."""

from __future__ import annotations

from collections.abc import Iterator

from pathways.i18n import _, _n
from pathways.i18n import in_words as joined
from pathways.model.day import date_of, day_in_words
from pathways.model.team import Team
from pathways.planning.board import node_title
from pathways.planning.needs import Situation
from pathways.planning.standing import counts_in_words
from pathways.planning.succession import Chain
from pathways.planning.what_if import Cost, Lost, Vacancy, Wait, WhatIf
from pathways.report import blocks
from pathways.report.options import SheetOptions
from pathways.report.team_words import move_sentence, needs_table, place_in_words, team_document

_MOST_FOLLOWERS = 8  # named for each post; the rest are counted
_MOST_LOST = 20  # statements named on the sheet; the rest are counted


def scenario_sheet(
    situation: Situation, title: str, result: WhatIf, *, options: SheetOptions
) -> blocks.Sheet:
    """Return a scenario as a sheet; nothing in it has happened."""
    return team_document(
        _("What if: {title}").format(title=title),
        situation.team,
        (
            blocks.paragraph_of(_("None of this has happened; it shows what would follow.")),
            *_moves(situation, result),
            *_vacancies(situation, result),
            *_chains(situation, result),
            *_effects(situation, result),
        ),
        options=options,
        records=_records(situation, result),
    )


def chain_sentence(team: Team, chain: Chain) -> str:
    """Return a chain in words: who takes which post, and what is left to advertise."""
    said = []
    for fill in chain:
        post = team.posts_by_id[fill.post].title
        if fill.person:
            name = team.people_by_id[fill.person].name
            said.append(_("{name} takes {post}").format(name=name, post=post))
        else:
            said.append(_("{post} is advertised").format(post=post))
    return "; ".join(said) + "."


def chain_summary(chain: Chain) -> str:
    """Return how long a chain is: "2 moves, 1 post to advertise"."""
    moves = sum(bool(fill.person) for fill in chain)
    gaps = len(chain) - moves
    parts = [
        _n("{count} move", "{count} moves", moves).format(count=moves),
        _n("{count} post to advertise", "{count} posts to advertise", gaps).format(count=gaps)
        if gaps
        else _("no post left vacant"),
    ]
    return ", ".join(parts if moves else parts[1:])


def vacancy_sentence(situation: Situation, vacancy: Vacancy) -> str:
    """Return which post falls vacant, and for how long as far as that is known."""
    place = place_in_words(situation.team, situation.comparer.library, vacancy.post, "")
    if vacancy.days:
        return _n(
            "{post} is vacant from {date} for {count} day, unless somebody covers it.",
            "{post} is vacant from {date} for {count} days, unless somebody covers it.",
            vacancy.days,
        ).format(post=place, date=day_in_words(vacancy.begins), count=vacancy.days)
    if date_of(vacancy.begins):
        return _("{post} falls vacant on {date}, until it is filled.").format(
            post=place, date=day_in_words(vacancy.begins)
        )
    return _("{post} falls vacant, until it is filled.").format(post=place)


def wait_words(situation: Situation, wait: Wait) -> str:
    """Return how long a post stands empty before one of the moves fills it."""
    return _n(
        "{post}: {count} day empty, until {date}", "{post}: {count} days empty, until {date}",
        wait.days,
    ).format(
        post=place_in_words(situation.team, situation.comparer.library, wait.post, ""),
        count=wait.days,
        date=day_in_words(wait.ends),
    )  # fmt: skip


def follower_lines(situation: Situation, vacancy: Vacancy) -> list[str]:
    """Return who could follow in a post, each with why and how they stand; nobody is ranked."""
    found = []
    for follower in vacancy.followers[:_MOST_FOLLOWERS]:
        name = situation.team.people_by_id[follower.person].name
        standing = situation.standings.get(follower.person)
        parts = [follower.fit.word]
        if standing:
            parts.append(counts_in_words(standing.counts))
        found.append(f"{name} ({'; '.join(parts)})")
    more = len(vacancy.followers) - len(found)
    if more > 0:
        found.append(_n("and {count} more", "and {count} more", more).format(count=more))
    return found


def lost_line(situation: Situation, lost: Lost) -> str:
    """Return a statement that is lost to the team, or left with one person."""
    node = node_title(situation.comparer.library, lost.node)
    who = situation.team.people_by_id[lost.left].name if lost.left else ""
    said = _("{name} only").format(name=who) if who else _("nobody")
    return _("{node}, {text}: {who}").format(node=node, text=lost.text.rstrip("."), who=said)


def cost_line(team: Team, cost: Cost) -> str:
    """Return what a move costs more, on-costs as a figure of their own."""
    line = _("{name}: {lowest} to {highest} more a year").format(
        name=team.people_by_id[cost.person].name,
        lowest=f"{cost.lowest:,.0f}",
        highest=f"{cost.highest:,.0f}",
    )
    if any(cost.on_costs):
        line += _("; on-costs {lowest} to {highest}").format(
            lowest=f"{cost.on_costs[0]:,.0f}", highest=f"{cost.on_costs[1]:,.0f}"
        )
    return line


def span_line(manager: str, before: int, after: int) -> str:
    """Return how many people somebody manages, before and after."""
    if not manager:
        return _n(
            "{count} person has nobody named as manager.",
            "{count} people have nobody named as manager.",
            after,
        ).format(count=after)
    return _("{name} manages {after} people, not {before}.").format(
        name=manager, after=after, before=before
    )


def _moves(situation: Situation, result: WhatIf) -> Iterator[blocks.Block]:
    for one in result.moves:
        yield blocks.Heading(2, move_sentence(situation.team, situation.comparer.library, one.move))
        yield blocks.paragraph_of(_("Kind of move: {kind}.").format(kind=one.kind.title), keep=True)
        if one.needs:
            yield needs_table(one.needs)


def _vacancies(situation: Situation, result: WhatIf) -> Iterator[blocks.Block]:
    yield blocks.Heading(2, _("What falls vacant"))
    if not result.vacancies:
        yield blocks.paragraph_of(_("No post falls vacant."))
    for wait in result.waits:
        yield blocks.paragraph_of(wait_words(situation, wait) + ".")
    for vacancy in result.vacancies:
        yield blocks.paragraph_of(vacancy_sentence(situation, vacancy))
        lines = follower_lines(situation, vacancy)
        said = (
            _("Could follow: {people}.").format(people=joined(lines))
            if lines
            else _("Nobody in the team fits: advertise.")
        )
        yield blocks.paragraph_of(said)


def _chains(situation: Situation, result: WhatIf) -> Iterator[blocks.Block]:
    if result.chains:
        yield blocks.Heading(2, _("Ways to fill them"))
        yield blocks.BulletList(
            tuple(
                blocks.item_of(f"{chain_summary(chain)}: {chain_sentence(situation.team, chain)}")
                for chain in result.chains
            )
        )


def _effects(situation: Situation, result: WhatIf) -> Iterator[blocks.Block]:
    team = situation.team
    lost = [lost_line(situation, one) for one in (*result.nobody, *result.one)]
    for title, lines in (
        (_("What the team could no longer show"), _shortened(lost)),
        (
            _("Who manages how many"),
            [span_line(s.manager, s.before, s.after) for s in result.spans],
        ),
        (_("Days to keep"), [clock.sentence for clock in result.clocks]),
        (_("Cost"), [cost_line(team, cost) for cost in result.costs]),
    ):
        if lines:
            yield blocks.Heading(2, title)
            yield blocks.BulletList(tuple(blocks.item_of(line) for line in lines))


def _shortened(lines: list[str]) -> list[str]:
    more = len(lines) - _MOST_LOST
    if more <= 0:
        return lines
    return [
        *lines[:_MOST_LOST],
        _n("and {count} more", "and {count} more", more).format(count=more),
    ]


def _records(situation: Situation, result: WhatIf) -> blocks.Records:
    team, library = situation.team, situation.comparer.library
    rows = [(_("move"), move_sentence(team, library, one.move)) for one in result.moves]
    rows += [(_("vacancy"), vacancy_sentence(situation, one)) for one in result.vacancies]
    rows += [(_("wait"), wait_words(situation, one)) for one in result.waits]
    rows += [(_("chain"), chain_sentence(team, chain)) for chain in result.chains]
    rows += [(_("lost"), lost_line(situation, one)) for one in (*result.nobody, *result.one)]
    rows += [(_("day"), clock.sentence) for clock in result.clocks]
    rows += [(_("cost"), cost_line(team, cost)) for cost in result.costs]
    return blocks.Records((_("Part"), _("What")), tuple(rows))
