"""Where a person stands: counts and named statements, no score."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from pathways.i18n import _, _n
from pathways.model.plan import Plan, Row, Standing

_NAMED = 3  # subjects in a sentence


class SubjectRows(msgspec.Struct, frozen=True, kw_only=True):
    """The rows of one subject, in their order."""

    id: str
    title: str
    rows: tuple[Row, ...]


def counts(rows: Sequence[Row]) -> dict[Standing, int]:
    """Return how many rows there are of each standing, the zeros too."""
    found = dict.fromkeys(Standing, 0)
    for row in rows:
        found[row.standing] += 1
    return found


def subjects(rows: Sequence[Row]) -> tuple[SubjectRows, ...]:
    """Return rows subject by subject, in the order in which the subjects first come."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row.dimension, []).append(row)
    return tuple(
        SubjectRows(id=key, title=of_it[0].subject, rows=tuple(of_it))
        for key, of_it in found.items()
    )


def where_i_stand(plan: Plan) -> str:
    """Return one or two sentences: "7 of 12 shown, 3 in part; nothing yet on budgets."

    What the document calls essential, and the weights that the person gave, are told apart.
    """
    rows = [row for row in plan.asked if row.changed != "gone"]
    if not rows:
        return _("Nothing new or changed is asked.")
    told = [_counted(rows)]
    essential = [row for row in rows if row.essential]
    if essential and len(essential) < len(rows):
        told.append(
            _("Essential: {counts}").format(counts=_lower(_counted(essential, subjects=False)))
        )
    weighed = [row for row in rows if row.weight]
    if weighed:
        whole = sum(row.weight for row in weighed)
        shown = sum(row.weight for row in weighed if row.standing is Standing.SHOWN)
        told.append(
            _("By your weights: {shown} of {whole} shown.").format(shown=shown, whole=whole)
        )
    return " ".join(told)


def nothing_yet(rows: Sequence[Row]) -> list[str]:
    """Return the titles of the subjects that were looked at and of which nothing is shown, not even
    in part.
    """
    some = (Standing.SHOWN, Standing.PARTLY)
    return [
        subject.title
        for subject in subjects(rows)
        if any(row.standing is not Standing.UNSAID for row in subject.rows)
        and not any(row.standing in some for row in subject.rows)
    ]


def differences(plan: Plan) -> tuple[Row, ...]:
    """Return the rows that the manager sees otherwise than the person, then those where only one
    of the two says something, then the others that the manager speaks of.
    """
    seen = [row for row in plan.asked if row.manager]
    return tuple(sorted(seen, key=lambda row: (not row.differs, row.standing is _row_view(row))))


def _row_view(row: Row) -> Standing:
    """Return how the manager sees a row."""
    return row.manager.standing if row.manager else Standing.UNSAID


def _counted(rows: Sequence[Row], *, subjects: bool = True) -> str:
    found = counts(rows)
    parts = [
        _("{shown} of {all} shown").format(shown=found[Standing.SHOWN], all=len(rows)),
        *(
            text.format(count=found[standing])
            for standing, text in (
                (Standing.PARTLY, _("{count} in part")),
                (Standing.NOT_YET, _("{count} not yet")),
                (Standing.NO_OPPORTUNITY, _("{count} without opportunity")),
                (Standing.UNSAID, _("{count} not looked at")),
            )
            if found[standing]
        ),
    ]
    sentence = ", ".join(parts)
    bare = nothing_yet(rows) if subjects else []
    if not bare or len(bare) == len(_subject_ids(rows)):
        return sentence + "."
    return _("{counts}; nothing yet on {subjects}.").format(counts=sentence, subjects=_named(bare))


def _subject_ids(rows: Sequence[Row]) -> set[str]:
    return {row.dimension for row in rows}


def _named(titles: Sequence[str]) -> str:
    shown = list(titles[:_NAMED])
    more = len(titles) - len(shown)
    if more:
        return _n("{titles} and {count} more", "{titles} and {count} more", more).format(
            titles=", ".join(shown), count=more
        )
    return _(" and ").join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
