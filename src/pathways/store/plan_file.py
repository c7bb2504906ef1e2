"""Plans and their files, which end in ``.pathplan``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from pathways import endings
from pathways.errors import shortened
from pathways.i18n import _
from pathways.model.day import date_of
from pathways.model.plan import FORMAT, Plan
from pathways.model.problem import Problem
from pathways.store.private_file import PrivateKind, read_private, write_private
from pathways.store.yaml_document import Keys, YamlDocument

ENDING = endings.PLAN
_DAYS = ("begun", "date", "by", "confirmed_on", "made")
_LISTS = ("rows", "evidence", "actions", "agreed")
_HEAD = """\
A plan made with Pathways: what the next grade asks for, what I can show of it, what I do next.
It belongs to the person who made it. Nothing in it runs or fetches anything.
standing: shown, partly, not-yet or no-opportunity; without it, nothing was said."""


def check_plan(document: YamlDocument, plan: Plan) -> Iterator[Problem]:
    """Report what cannot be, although every value has its form."""
    yield from _twice(document, plan)
    known = plan.row_of
    for name in _LISTS[1:]:
        for number, item in enumerate(getattr(plan, name)):
            for place, row in enumerate(item.rows):
                if row not in known:
                    yield document.problem(
                        (name, number, "rows", place),
                        _("There is no row “{row}” in this plan.").format(row=shortened(row)),
                        _("Write the id of one of its rows, or delete it."),
                    )
    yield from _no_days(document, msgspec.to_builtins(plan), ())


PLAN = PrivateKind(Plan, FORMAT, ENDING, _HEAD, check_plan)


def read_plan(path: Path) -> Plan:
    """Read a plan; raise FileError with all mistakes of the file."""
    return read_private(path, PLAN)


def write_plan(path: Path, plan: Plan) -> None:
    """Write a plan, all or not at all; what was there before is kept beside it."""
    write_private(path, plan, PLAN)


def _twice(document: YamlDocument, plan: Plan) -> Iterator[Problem]:
    for names in (_LISTS[:1], _LISTS[1:]):
        first: dict[str, Keys] = {}
        for name in names:
            for number, item in enumerate(getattr(plan, name)):
                keys: Keys = (name, number, "id")
                if item.id in first:
                    message = _("The id “{id}” is used twice; first in line {line}.")
                    line = document.line_of(first[item.id])
                    yield document.problem(
                        keys,
                        message.format(id=shortened(item.id), line=line),
                        _("Give one of them another id."),
                    )
                first.setdefault(item.id, keys)


def _no_days(document: YamlDocument, value: Any, keys: Keys) -> Iterator[Problem]:
    """Report what looks like a day and is none, wherever it stands."""
    inner: Iterable[tuple[str | int, Any]] = (
        value.items() if isinstance(value, dict) else enumerate(value)
    )
    for key, one in inner:
        if isinstance(one, (dict, list, tuple)):
            yield from _no_days(document, one, (*keys, key))
        elif one and (key in _DAYS or keys[-1:] == ("reviews",)) and date_of(one) is None:
            yield document.problem(
                (*keys, key),
                _("“{date}” is not a date.").format(date=shortened(one)),
                _("Write year, month and day, such as 2026-11-21."),
            )
