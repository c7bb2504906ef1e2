"""What is due, and a file for the calendar."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from enum import Enum

import msgspec

from pathways.i18n import _
from pathways.model.day import date_in_words
from pathways.model.plan import Plan

_SOON = datetime.timedelta(days=14)
_OLD = datetime.timedelta(days=365)
_LINE = 75  # bytes: the standard for calendars folds longer lines
_STEERING = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\ud800-\udfff]")


class DueKind(str, Enum):
    """Why a date matters."""

    OVERDUE = "overdue"
    REVIEW = "review"
    SOON = "soon"
    OLD = "old"


class Due(msgspec.Struct, frozen=True, kw_only=True):
    """A date that matters: ``about`` is the id of the action or evidence, "" for a review."""

    kind: DueKind
    date: datetime.date
    text: str
    about: str = ""
    rows: tuple[str, ...] = ()


def due(plan: Plan, today: datetime.date) -> tuple[Due, ...]:
    """Return what is overdue, to be reviewed, due within two weeks, and evidence older than a
    year, the oldest of each first.
    """
    order = list(DueKind)
    found = sorted(_due(plan, today), key=lambda one: (order.index(one.kind), one.date, one.about))
    return tuple(found)


def _due(plan: Plan, today: datetime.date) -> Iterator[Due]:
    for day in plan.reviews:
        date = datetime.date.fromisoformat(day)
        if date - today <= _SOON:
            text = _("Review the plan: {date}").format(date=date_in_words(date))
            yield Due(kind=DueKind.REVIEW, date=date, text=text)
    for action in plan.actions:
        if action.done or not action.by:
            continue
        date = datetime.date.fromisoformat(action.by)
        late = date < today
        if late or date - today <= _SOON:
            told = _("{do}: was to be done by {date}") if late else _("{do}: by {date}")
            yield Due(
                kind=DueKind.OVERDUE if late else DueKind.SOON,
                date=date,
                text=told.format(do=_first_line(action.do), date=date_in_words(date)),
                about=action.id,
                rows=action.rows,
            )
    yield from _old_evidence(plan, today)


def _old_evidence(plan: Plan, today: datetime.date) -> Iterator[Due]:
    for evidence in plan.evidence:
        if not evidence.date:
            continue
        date = datetime.date.fromisoformat(evidence.date)
        if today - date > _OLD:
            told = _("{result}: evidence of {date}, older than a year")
            yield Due(
                kind=DueKind.OLD,
                date=date,
                text=told.format(result=_first_line(evidence.result), date=date_in_words(date)),
                about=evidence.id,
                rows=evidence.rows,
            )


def calendar(plan: Plan, today: datetime.date) -> str:
    """Return an iCalendar file (RFC 5545) of the review dates and of what is still to be done, a
    whole day each.
    """
    # Without a library: whole days with a title are all that it takes of the standard.
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Pathways//Plan//EN"]
    for day in plan.reviews:
        text = _("Review my plan: {title}").format(title=plan.title)
        lines += _event(f"review-{day}.{plan.id}", day, text, today)
    for action in plan.actions:
        if action.by and not action.done:
            note = _("With {whom}").format(whom=action.with_whom) if action.with_whom else ""
            lines += _event(
                f"{action.id}.{plan.id}", action.by, _first_line(action.do), today, note
            )
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _first_line(text: str) -> str:
    """Return the first line of a text, whatever ends it."""
    return next(iter(text.splitlines()), "")


def _event(uid: str, day: str, text: str, today: datetime.date, note: str = "") -> Iterator[str]:
    date = datetime.date.fromisoformat(day)
    yield "BEGIN:VEVENT"
    yield f"UID:{uid}@pathways.invalid"
    yield f"DTSTAMP:{today:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{date:%Y%m%d}"
    if date < datetime.date.max:
        yield f"DTEND;VALUE=DATE:{date + datetime.timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(text)}"
    if note:
        yield f"DESCRIPTION:{_escaped(note)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    """Write a text so that it cannot end its line: every kind of line break is escaped, signs that
    steer are left out.
    """
    for sign in "\\;,":
        text = text.replace(sign, f"\\{sign}")
    return _STEERING.sub("", "\\n".join(text.splitlines()))


def _folded(line: str) -> str:
    """Fold a line behind so many bytes, never within a letter."""
    found, length = "", 0
    for sign in line:
        size = len(sign.encode("utf-8", "replace"))
        if length + size > _LINE:
            found, length = f"{found}\r\n ", 1
        found, length = found + sign, length + size
    return found
