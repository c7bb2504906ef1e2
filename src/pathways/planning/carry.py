"""The framework changes, the plan stays: each statement is found again, or kept as it was."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from pathways.compare.comparison import Comparer
from pathways.model.framework import Node
from pathways.model.plan import ASKED, Basis, Place, Plan, Row, TextChange
from pathways.model.reference import Found, StatementMatch, StatementRef, bare_words, find_again
from pathways.model.statement import Source, Statement
from pathways.planning.begin import basis_of, place_of, rows_from
from pathways.planning.edits import accept_text

replace = msgspec.structs.replace


class Carried(msgspec.Struct, frozen=True, kw_only=True):
    """A plan on its new ground, and what that did to its rows, each by id.

    ``judged`` are rows whose text is as it was, and whose verdict is another. ``missing`` are the
    places that the frameworks no longer have.
    """

    plan: Plan
    reworded: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    back: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    judged: tuple[str, ...] = ()
    missing: tuple[Place, ...] = ()

    @property
    def text_differs(self) -> bool:
        """Tell whether the document says something else than the plan does."""
        return bool(self.reworded or self.changed or self.gone or self.back or self.new)


def carry(plan: Plan, comparer: Comparer) -> Carried:
    """Return the plan as it rests on the frameworks that ``comparer`` knows.

    A row whose text has changed keeps everything said of it and says what the text was; one whose
    statement vanished is kept with its old text. What is asked for now besides is added.
    """
    nodes = {place.id: _node(place, comparer) for place in (plan.start, *plan.aims)}
    rows, new = _carried_rows(plan, comparer, nodes)
    found = replace(
        plan,
        start=_place(plan.start, nodes, comparer),
        aims=tuple(_place(place, nodes, comparer) for place in plan.aims),
        frameworks=_bases(plan, nodes, comparer),
        rows=rows,
    )
    missing = tuple(place for place in (plan.start, *plan.aims) if nodes[place.id] is None)
    return _told(plan, plan if found == plan else found, new, missing)


Nodes = Mapping[str, Node | None]


def _node(place: Place, comparer: Comparer) -> Node | None:
    """Return the node of a place: by its id, else by its title where only one has it."""
    nodes = comparer.library.nodes
    if place.id in nodes:
        return nodes[place.id]
    titled = [node for node in nodes.values() if node.title == place.title]
    return titled[0] if len(titled) == 1 else None


def _carried_rows(
    plan: Plan, comparer: Comparer, nodes: Nodes
) -> tuple[tuple[Row, ...], tuple[str, ...]]:
    """Return the rows, first those of the document in its order, then what is gone; and the ids
    of the new ones.
    """
    start = nodes[plan.start.id]
    aims = [node.id for place in plan.aims if (node := nodes[place.id])]
    now = rows_from(comparer, start.id, aims) if start else ()
    fresh = {row.statement.id: row for row in now}
    there = [_as_statement(row) for row in now] if start else _texts_of(comparer, aims)
    matches = find_again((row.statement for row in plan.rows), there)
    carried: dict[str, Row] = {}  # by statement
    gone: list[Row] = []
    for row in plan.rows:
        match = matches[row.statement]
        if match.statement is None or match.statement.id in carried:
            gone.append(replace(row, changed="gone", was=""))
            continue
        target = fresh.get(match.statement.id)
        meaning = _meaning(row, match, comparer)
        carried[match.statement.id] = _on_new_ground(row, match, target, meaning)
    new = _fresh_ids(plan, [row for key, row in fresh.items() if key not in carried])
    ordered = [carried.pop(key) if key in carried else new[key] for key in fresh]
    rows = (*ordered, *carried.values(), *gone)
    return rows, tuple(row.id for row in new.values())


def _as_statement(row: Row) -> Statement:
    """Return what a row rests on as a statement; a level of proficiency is one, too."""
    source = Source(document="", block="", section=row.subject, number=1)
    return Statement(
        id=row.statement.id,
        text=row.text,
        nodes=row.aims,
        dimensions=(row.dimension,),
        heading=row.subject,
        label="",
        source=source,
    )


def _texts_of(comparer: Comparer, aims: Sequence[str]) -> list[Statement]:
    found = (s for aim in aims for s in comparer.library.demands_of(aim))
    return [statement for statement in found if not statement.definition]


def _meaning(row: Row, match: Found, comparer: Comparer) -> tuple[TextChange, str]:
    """Return how the text has changed since the person last saw it, and how it was then."""
    assert match.statement is not None
    now, seen = match.statement.text, row.was or row.text
    if match.how is not StatementMatch.NEARLY and row.changed in ("", "gone"):
        return "", ""
    if bare_words(now) == bare_words(seen):
        return "", ""
    node = match.statement.nodes[0]
    verdict, _why = comparer.judge(node, node, seen, now)
    same = verdict.asks_the_same
    return ("reworded" if same else "changed"), seen


def _on_new_ground(
    row: Row, match: Found, target: Row | None, meaning: tuple[TextChange, str]
) -> Row:
    """Return a row as the document has it now, with everything that was said of it."""
    changed, was = meaning
    if target is None:  # the person's own grade is no longer there to compare with
        assert match.statement is not None
        return replace(row, statement=StatementRef.to(match.statement), changed=changed, was=was)
    return replace(
        row,
        statement=target.statement,
        aims=target.aims,
        dimension=target.dimension,
        subject=target.subject,
        verdict=target.verdict,
        before=target.before,
        why=target.why,
        allowed=target.allowed,
        essential=target.essential,
        changed=changed,
        was=was,
    )


def _fresh_ids(plan: Plan, rows: Sequence[Row]) -> dict[str, Row]:
    """Return new rows by statement, each with an id that no other row has."""
    taken = set(plan.row_of)
    found: dict[str, Row] = {}
    for row in rows:
        number, candidate = 1, row.id
        while candidate in taken:
            number += 1
            candidate = f"{row.id}-{number}"
        taken.add(candidate)
        found[row.statement.id] = replace(row, id=candidate)
    return found


def _place(place: Place, nodes: Nodes, comparer: Comparer) -> Place:
    node = nodes[place.id]
    return place_of(comparer, node.id) if node else place


def _bases(plan: Plan, nodes: Nodes, comparer: Comparer) -> tuple[Basis, ...]:
    """Return what the plan rests on now; an old framework stays named as long as a place of it is
    missing.
    """
    found: dict[str, Basis] = {}
    old = {basis.id: basis for basis in plan.frameworks}
    for place in (plan.start, *plan.aims):
        node = nodes[place.id]
        if node is None:
            if place.framework in old:
                found.setdefault(place.framework, old[place.framework])
            continue
        framework = comparer.library.framework_of(node.id)
        found[framework.id] = basis_of(framework)
    return tuple(found.values())


def _told(before: Plan, after: Plan, new: Iterable[str], missing: tuple[Place, ...]) -> Carried:
    """Say what became of the rows that were there."""
    pairs = [(row, after.row_of[row.id]) for row in before.rows]

    def became(kind: TextChange) -> tuple[str, ...]:
        return tuple(
            now.id
            for was, now in pairs
            if now.changed == kind
            and (was.changed, was.statement.text) != (kind, now.statement.text)
        )

    return Carried(
        plan=after,
        reworded=became("reworded"),
        changed=became("changed"),
        gone=became("gone"),
        back=tuple(now.id for was, now in pairs if was.changed == "gone" != now.changed),
        new=tuple(new),
        judged=tuple(now.id for was, now in pairs if _judged_otherwise(was, now)),
        missing=missing,
    )


def _judged_otherwise(was: Row, now: Row) -> bool:
    """Tell whether a text that stayed is asked for otherwise than before."""
    same = was.statement.text == now.statement.text and was.changed == now.changed
    asked = was.verdict in ASKED or now.verdict in ASKED
    return same and asked and was.verdict != now.verdict


def up_to_date(plan: Plan, comparer: Comparer) -> Plan:
    """Return a plan on the frameworks of today, in which every change of a text has been seen."""
    carried = carry(plan, comparer).plan
    return accept_text(carried, [row.id for row in carried.rows])
