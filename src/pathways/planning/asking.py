"""What a person could ask to do now: their own grade's text allows it already, or it is near."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

import msgspec

from pathways.compare.comparison import Comparer
from pathways.compare.language import find_phrases, language_for
from pathways.model.plan import Plan, Row, Standing
from pathways.model.reference import Weigher
from pathways.model.statement import Statement

_ABOUT_THE_SAME = 0.25  # from here on, a text of one's own grade speaks of what is asked for
_NEAREST = 3  # of what one has no opportunity for, so many are worth asking for first


class Asking(msgspec.Struct, frozen=True, kw_only=True):
    """A row that is worth asking for; ``allowed`` where one's own grade's text allows it."""

    row: Row
    allowed: bool


def could_ask(plan: Plan) -> tuple[Asking, ...]:
    """Return what could be asked for now: first what one's own grade's text allows, then the
    nearest of what there is no opportunity for in one's post.
    """
    open_rows = [row for row in plan.asked if row.standing is not Standing.SHOWN]
    open_rows = [row for row in open_rows if row.changed != "gone"]
    allowed = [row for row in open_rows if row.allowed]
    shut = [row for row in open_rows if row.standing is Standing.NO_OPPORTUNITY and not row.allowed]
    near = sorted(shut, key=_distance(plan))[:_NEAREST] if shut else []
    return (
        *(Asking(row=row, allowed=True) for row in allowed),
        *(Asking(row=row, allowed=False) for row in near),
    )


def what_allows(
    comparer: Comparer, after: Statement, before: Statement | None, own: Sequence[Statement]
) -> str:
    """Return the text of one's own grade that lets somebody do ``after`` already, "" where none
    does.

    That is the text it grew out of (``before``), or the nearest of ``own``, where it has words such
    as "where appropriate", "deputise" or "assist with".
    """
    if before is not None:
        return before.text if _opens(comparer, before) else ""
    near = [
        (-alike, number, statement)
        for number, statement in enumerate(own)
        if _opens(comparer, statement)
        and (alike := _similarity(comparer, statement, after)) >= _ABOUT_THE_SAME
    ]
    return min(near)[2].text if near else ""


def _similarity(comparer: Comparer, own: Statement, after: Statement) -> float:
    return comparer.similarity(own.nodes[0], after.nodes[0], own.text, after.text)


def _opens(comparer: Comparer, statement: Statement) -> bool:
    code = comparer.library.framework_of(statement.nodes[0]).language.split("-")[0]
    language = language_for(comparer.vocabulary, code)
    words = (*comparer.vocabulary.openings, *comparer.vocabulary.conditions.words)
    phrases = {language.stems(phrase) for phrase in words}
    longest = max(map(len, phrases), default=1)
    return any(True for _found in find_phrases(language.stems(statement.text), phrases, longest))


@lru_cache(maxsize=2)  # texts of documents, which stay while one says how one stands
def _weigher(texts: tuple[str, ...]) -> Weigher:
    return Weigher(texts)


def _distance(plan: Plan) -> Callable[[Row], tuple[float, str]]:
    """Order rows by how much of their text the person's own grade has already."""
    texts = [row.text for row in plan.rows]
    befores = [row.before.text for row in plan.rows if row.before]
    weigher = _weigher((*texts, *befores))

    def key(row: Row) -> tuple[float, str]:
        alike = weigher.likeness(row.before.text, row.text) if row.before else 0.0
        return -alike, row.id

    return key
