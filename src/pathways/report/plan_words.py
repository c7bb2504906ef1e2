"""What happened to a plan, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from pathways.compare.clause import main_clause
from pathways.i18n import _, _n
from pathways.planning.carry import Carried


def carried_sentences(carried: Carried) -> Iterator[str]:
    """Say what a new edition of a framework did to a plan, each change with its statements."""
    for place in carried.missing:
        yield _("“{title}” is no longer there; what the plan says of it is kept.").format(
            title=place.title
        )
    kinds = (
        (carried.reworded, _reworded),
        (carried.changed, _changed),
        (carried.gone, _gone),
        (carried.back, _back),
        (carried.new, _new),
        (carried.judged, _judged),
    )
    for rows, sentence in kinds:
        if rows:
            yield sentence(len(rows)).format(count=len(rows))
            for row in rows:
                yield f"  {main_clause(carried.plan.row_of[row].text)}"
    if not any(rows for rows, _sentence in kinds) and not carried.missing:
        yield _("Nothing that the plan rests on has changed.")


def _reworded(count: int) -> str:
    return _n("{count} statement was reworded:", "{count} statements were reworded:", count)


def _changed(count: int) -> str:
    return _n("{count} statement has changed:", "{count} statements have changed:", count)


def _gone(count: int) -> str:
    return _n(
        "{count} statement is no longer in the document; it is kept, with its evidence:",
        "{count} statements are no longer in the document; they are kept, with their evidence:",
        count,
    )


def _back(count: int) -> str:
    return _n(
        "{count} statement is in the document again:",
        "{count} statements are in the document again:",
        count,
    )


def _judged(count: int) -> str:
    return _n(
        "{count} statement is compared differently with what your own grade asks:",
        "{count} statements are compared differently with what your own grade asks:",
        count,
    )


def outdated_sentence(carried: Carried) -> str:
    """Say on the plan's page that the open framework asks for something else; "" where it does
    not.
    """
    if carried.missing:
        return ""
    if carried.text_differs:
        return _(
            "The document has changed since this plan was made. To see what that does to the "
            "plan: Plan, “Update to the open framework”."
        )
    if carried.judged:
        count = len(carried.judged)
        return _n(
            "{count} statement is compared differently today from when this plan was made. To "
            "bring the plan up to date: Plan, “Update to the open framework”.",
            "{count} statements are compared differently today from when this plan was made. To "
            "bring the plan up to date: Plan, “Update to the open framework”.",
            count,
        ).format(count=count)
    return ""


def _new(count: int) -> str:
    return _n("{count} statement is new:", "{count} statements are new:", count)
