"""Days as files have them: 2026-11-21, or nothing where none is given."""

from __future__ import annotations

import calendar
import datetime
from typing import Annotated

import msgspec

from pathways.i18n import _

Day = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^([0-9]{4}-[0-9]{2}-[0-9]{2})?(?!\n)$", description="a day such as 2026-11-21"
    ),
]


def date_of(day: str) -> datetime.date | None:
    """Return a day of a file as a date; None where none is given, or there is no such day."""
    try:
        return datetime.date.fromisoformat(day) if day else None
    except ValueError:
        return None


def months_later(date: datetime.date, months: int) -> datetime.date:
    """Return the same day of a later month, or the last of that month where it is shorter.

    The last day that a date can have stands for everything after it.
    """
    year, month = divmod(date.year * 12 + date.month - 1 + months, 12)
    if year > datetime.MAXYEAR:
        return datetime.date.max
    last = calendar.monthrange(year, month + 1)[1]
    return datetime.date(year, month + 1, min(date.day, last))


def day_in_words(day: str) -> str:
    """Return a day of a file as people write it; "" where none is given."""
    date = date_of(day)
    return date_in_words(date) if date else day


def day_in_short(day: str) -> str:
    """Return a day of a file for a narrow column: "21 Nov 2026"; "" where none is given."""
    date = date_of(day)
    if date is None:
        return day
    return _("{day} {month} {year}").format(
        day=date.day, month=month_name(date.month)[:3], year=date.year
    )


def date_in_words(date: datetime.date) -> str:
    """Return a date as people write it, whatever the system's language: ``21 November 2026``."""
    return _("{day} {month} {year}").format(
        day=date.day, month=month_name(date.month), year=date.year
    )


def month_name(number: int) -> str:
    """Return the name of a month, from 1."""
    months = (
        _("January"),
        _("February"),
        _("March"),
        _("April"),
        _("May"),
        _("June"),
        _("July"),
        _("August"),
        _("September"),
        _("October"),
        _("November"),
        _("December"),
    )
    return months[number - 1]
