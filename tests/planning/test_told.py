"""What follows from moves, tables and gaps of an invented team, told whole.

PATHWAYS_WRITE_GOLDEN=1 writes what is told anew, to be looked at.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping

import msgspec

from golden_lines import check_lines
from pathways.importing.people_table import match_columns, table_in_text
from pathways.model.rules import Check, MoveKind
from pathways.model.team import Move, Team
from pathways.planning import moves, people
from pathways.planning.needs import Situation, met_in_words
from pathways.planning.side_by_side import side_by_side
from pathways.planning.standing import PlanStanding, Shown
from pathways.planning.succession import Chain, Succession
from pathways.planning.team_gaps import gaps, nodes_in_use
from pathways.planning.team_import import TeamImport, bring_in
from pathways.planning.what_if import suggested_kind, tried_move, what_if
from planning.plans import comparer as invented
from teams import comparer, situation, standing, team


def crew() -> Team:
    made = team(
        "Ada 11>12 Analyst\nBo 10>11 Engineer\nCy 12 Manager\nDi 11\nEd 9 Clerk\n- 12 Lead\n- 13 Head"
    )
    for who in ("p1", "p2"):
        made = people.change_person(made, who, manager="p3")
    made = people.change_person(made, "p5", manager="p2")
    made = people.change_post(made, "t5", holder="", vacant_since="2026-10-01")
    for grade, lowest in ((9, 28_000), (10, 32_000), (11, 36_000), (12, 41_000)):
        made = moves.set_band(made, f"ict-{grade}", lowest, lowest + 3_500.5)
    return msgspec.structs.replace(made, on_costs=28.5)


def named(at: Situation, chain: Chain) -> str:
    known, posts = at.team.people_by_id, at.team.posts_by_id
    return ", ".join(
        f"{known[fill.person].name if fill.person else 'advertised'} > {posts[fill.post].title}"
        for fill in chain
    )


def followed(at: Situation, *tried: Move) -> Iterator[str]:
    found = what_if(at, tried)
    known, posts = at.team.people_by_id, at.team.posts_by_id
    for one in found.moves:
        move = one.move
        yield f"== {known[move.person].name}: {move.kind} {move.node} {move.date} {move.until}"
        yield from (
            f"   {met_in_words(n.met)}: {n.need.id}: {n.why}"
            for n in one.needs
            if n.need.check in (Check.POST_VACANT, Check.END_DATE, Check.LASTS_AT_LEAST)
        )
    for vacancy in found.vacancies:
        who = [f"{known[f.person].name} {f.fit.word} {f.steps}" for f in vacancy.followers]
        yield f"vacant: {posts[vacancy.post].title} {vacancy.begins} {vacancy.ends} {who}"
    yield from (f"waits: {posts[w.post].title} {w.begins} {w.ends} {w.days}" for w in found.waits)
    yield from (f"chain: {named(at, chain)}" for chain in found.chains)
    yield f"nobody: {[lost.statement for lost in found.nobody][:3]}"
    one_each = [f"{lost.statement} {lost.left}" for lost in found.one]
    yield f"one: {one_each[:3]}"
    yield from (f"span: {s.manager} {s.before} {s.after}" for s in found.spans)
    yield from (f"clock: {clock.sentence}" for clock in found.clocks)
    for cost in found.costs:
        sums = [round(s, 2) for s in (cost.lowest, cost.highest, *cost.on_costs)]
        yield f"cost: {known[cost.person].name} {sums}"
    yield f"unpriced: {found.unpriced}"
    for post in found.after.posts:
        cover = f", covered by {post.cover} until {post.cover_until}" if post.cover else ""
        yield f"after: {post.title}: {post.holder or 'vacant'} {post.vacant_since}{cover}"
    yield f"after: {[f'{p.name} {p.node} {p.since} {p.aim}' for p in found.after.people]}"


def test_what_follows_from_moves_is_told_whole() -> None:
    at = situation(crew(), {"p2": standing("ict-10", "ict-11", "shown", evidence="Led it")})
    sets = [
        [tried_move(at, "Ada", "Lead", "2027-03-01")],
        [
            tried_move(at, "Ada", "Lead", "2027-03-01"),
            tried_move(at, "Bo", "Analyst", "2027-03-15"),
        ],
        [tried_move(at, "Bo", "Analyst", "2027-01-01", "acting-up", "2027-06-30")],
        [tried_move(at, "Bo", "Analyst", "2027-01-01", "acting-up", "2028-12-31")],
        [tried_move(at, "Cy", "Head", "2027-02-01"), tried_move(at, "Di", "Manager", "")],
        [tried_move(at, "Ed", "Clerk")],
    ]
    check_lines("told-what-if", (line for tried in sets for line in followed(at, *tried)))


def test_who_could_follow_is_told_of_every_post() -> None:
    at = situation(crew())
    lines = []
    for post in at.team.posts:
        who = Succession(at).followers(post)
        lines.append(
            f"{post.title}: {[f'{one.person} {one.fit.value} {one.steps}' for one in who]}"
        )
        lines += [f"   {named(at, chain)}" for chain in Succession(at).chains([post.id])]
    both = Succession(at, without=["p3"]).chains(["t5", "t6"])
    lines += ["Lead and Head, Cy stays:", *(f"   {named(at, chain)}" for chain in both)]
    check_lines("told-followers", lines)


def test_kinds_of_move_are_proposed_by_the_post() -> None:
    at = situation(crew())
    assert suggested_kind(at, "p1", "t1") == "career-graded"
    assert suggested_kind(at, "p1", "t2") == "advertised-vacancy"
    kinds = tuple(
        MoveKind(id=name, title=name, needs=(), in_post=in_post, temporary=temporary)
        for name, in_post, temporary in (
            ("loan", False, True),
            ("trial", True, True),
            ("swap", False, False),
            ("regrade", True, False),
        )
    )
    few = msgspec.structs.replace(at.rules[0], kinds=kinds)
    assert suggested_kind(situation(crew(), by=(few,)), "p1", "t1") == "regrade"
    assert suggested_kind(situation(crew(), by=(few,)), "p1", "t2") == "swap"
    loan = msgspec.structs.replace(few, kinds=kinds[:1])
    assert suggested_kind(situation(crew(), by=(loan,)), "p1", "t1") == "loan", "there is no other"
    none = msgspec.structs.replace(few, kinds=())
    assert suggested_kind(situation(crew(), by=(none,)), "p1", "t1") == ""


def said(node: str, *words: str, by: str = "", evidence: str = "") -> PlanStanding:
    """Return a plan that says the words of the statements of an invented grade, in their order."""
    texts = [one.text for one in invented().library.statements_of(node)]
    return PlanStanding(
        rows=tuple(
            Shown(
                text=text,
                standing=word,  # type: ignore[arg-type]
                confirmed=word if by else "",
                by=by,
                evidence=(evidence,) if evidence else (),
            )
            for text, word in zip(texts, words, strict=False)
        )
    )


def invented_crew(*grades: str) -> Team:
    made = people.new_team("Depot")
    for name, grade in zip("Ada Bo Cy Di Ed Fi Go".split(), grades, strict=False):
        node, _to, aim = grade.partition(">")
        made = people.add_person(made, name, node=node, aim=aim)
    return made


def among(crew: Team, plans: Mapping[str, PlanStanding]) -> Situation:
    return dataclasses.replace(situation(crew, plans), comparer=invented())


def test_people_stand_side_by_side_to_the_word() -> None:
    plans = {
        "p1": said("5", "shown", "partly", "unsaid", "not-yet", "unsaid", "shown"),
        "p2": said("5", "partly", "partly", "unsaid", "not-yet", "shown", "unsaid"),
        "p3": said("5", "unsaid", "shown", "unsaid", "no-opportunity", by="Kim", evidence="Did it"),
    }
    found = side_by_side(among(invented_crew(*"4445"), plans), ["Ada", "Bo", "Cy", "Di"], "4", "5")
    lines = [f"{found.source.title} to {found.target.title}, silent: {found.silent}"]
    for one in found.criteria:
        cells = [f"{c.standing} {c.confirmed}".strip() if c else "-" for c in one.cells]
        remarks = [remark.value for remark in one.remarks]
        lines.append(f"{one.statement.id} {cells} {remarks}")
    check_lines("told-side-by-side", lines)


def test_gaps_name_who_is_nearest_and_three_at_most() -> None:
    crowd = invented_crew("4>6", "5", "5", "5", "5>6", "5>6", "4>6")
    crowd = people.add_post(people.add_post(crowd, "Head", node="6"), "Deputy", node="6")
    begun = {
        "p2": said("6", "no-opportunity", "not-yet"),
        "p3": said("6", "partly", "shown"),
        "p4": said("6", "not-yet", "partly"),
        "p6": said("6", "not-yet", "unsaid"),
    }
    below = invented_crew(*"4555555")
    lines = [f"in use: {nodes_in_use(crowd)}, {nodes_in_use(invented_crew('4', '', '4'))}"]
    for crew_of, plans in ((crowd, {}), (crowd, begun), (below, {}), (below, begun)):
        for gap in gaps(among(crew_of, plans), ["6"]):
            near = [f"{one.person} {one.standing}".strip() for one in gap.nearest]
            lines.append(f"{gap.held.node} {gap.held.statement.id} {gap.held.holders} {near}")
    check_lines("told-gaps", lines)


TABLE = """\
Name,Staff no,Grade,Since,Job title,Post no,Line manager,Funded,Vacant since,Plan
Ada,A1,11,2024-01-01,Analyst,P1,Cy,yes,,ada.pathplan
"Rees, Siân",A2,Gr 10,last May,Engineer,P2,Cy,perhaps,,
Cy,A3,12,,Manager,P3,The Board,no,,
Ada,A1,11,,Analyst,,,,,
Ada,,11,,Analyst,,,,,
,,12,,Lead,P4,,yes,2026-10-01,
Vacant (maternity),,9,,Clerk – vacant,P5,,,,
,A9,,,,,,,,
Total:,,,,,,,,,
,,,,,,,,,
Bo,A5,Wizard,,,,Sian Rees,,,
Cy,A4,9,,Clerk,,Cy,,,
"""
NEWER = """\
Name,Staff no,Grade,Job title,Post no,Line manager,Funded
Ada,A1,12,Lead,P4,Siân Rees,
Cy,A3,12,Manager,P3,The Board,yes
,,11,Analyst,P1,,
Cy,,12,Manager,P3,,
Di,A7,9,Clerk,P5,Ada,no
"""


def brought(table: str, into: Team, **answers: str) -> TeamImport:
    read = table_in_text(table)
    return bring_in(into, read, match_columns(read.head.cells), comparer().library, answers)


def told(found: TeamImport) -> Iterator[str]:
    for row in found.rows:
        yield f"{row.line} {row.kind}: {row.about}"
        yield from (f"   {one.field}: “{one.before}” > “{one.after}”" for one in row.changes)
    for complaint in found.complaints:
        yield f"line {complaint.line}, left out {complaint.left_out}: {complaint.reason}"
    yield from (f"asked: {q.text} {q.lines} {q.candidates}" for q in found.questions)
    yield f"missing: {found.missing}"
    for person in found.team.people:
        yield f"person: {msgspec.json.encode(person).decode()}"
    for post in found.team.posts:
        yield f"post: {msgspec.json.encode(post).decode()}"
    yield f"values: {[f'{value.text} {value.node}' for value in found.team.values]}"


def test_a_table_and_a_newer_one_are_brought_in_row_by_row() -> None:
    first = brought(TABLE, people.new_team("Depot"))
    answered = brought(TABLE, first.team, Wizard="ict-13")
    newer = brought(NEWER, answered.team)
    parts = ("first", first), ("answered", answered), ("newer", newer)
    check_lines(
        "told-table", (line for name, found in parts for line in (f"== {name}", *told(found)))
    )
