"""A team's file: people, posts, moves and scenarios, readable by its owner only."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from pathways import endings
from pathways.errors import PathwaysError, shortened
from pathways.i18n import _
from pathways.model.day import date_of
from pathways.model.problem import Problem
from pathways.model.team import FORMAT, Move, Post, Team, is_sound
from pathways.store import private_file
from pathways.store.plain_yaml import forget_texts
from pathways.store.private_file import PrivateKind
from pathways.store.sealed import is_sealed, sealed, unsealed
from pathways.store.text_file import read_bytes
from pathways.store.whole_file import write_whole
from pathways.store.yaml_document import Keys, YamlDocument

ENDING = endings.TEAM
_HEAD = """\
A team of Pathways: people, posts, planned moves and scenarios.
It is kept on this computer only. Nothing in it is sent anywhere, and nothing of it runs.
Posts name their holder by the id of a person; days are written as 2026-11-21."""
_PARTS = ("people", "posts", "moves", "scenarios")


def read_team(path: Path, passphrase: str = "") -> Team:
    """Read a team; raise FileError with all mistakes of the file.

    Raise PassphraseNeededError, WrongPassphraseError or DamagedError for one that is kept under a
    passphrase.
    """
    content = read_bytes(path, private_file.MOST_BYTES)
    if is_sealed(content):
        content = unsealed(content, passphrase)
    return private_file.value_of(path, content, TEAM)


def write_team(path: Path, team: Team, passphrase: str = "") -> None:
    """Write a team, all or not at all; raise PathwaysError where that fails.

    Under a passphrase, nothing in clear is left beside it: the version before goes where it was
    not sealed.
    """
    if not passphrase:
        private_file.write_private(path, team, TEAM)
        return
    content = sealed(private_file.private_yaml(team, TEAM).encode(), passphrase)
    previous = private_file.previous_path(path)
    before = _content(path)
    if is_sealed(before):
        write_whole(previous, before, private=True)
    elif not is_sealed(_content(previous)):
        _delete(previous)
    write_whole(path, content, private=True)
    private_file.sweep(path, older_than=0.0)


def rewrite_team(path: Path, edit: Callable[[Team], Team], passphrase: str = "") -> None:
    """Apply ``edit`` to the file and every version of it that is kept, as for taking a person out.

    Raise FileError, or what ``read_team`` raises, before anything is written where the file itself
    cannot be read; another version that cannot be read is deleted.
    """
    if not passphrase:
        private_file.rewritten(path, TEAM, edit)
        return
    read_team(path, passphrase)
    for place in private_file.versions_of(path):
        try:
            before = read_team(place, passphrase)
        except PathwaysError:
            _delete(place)
            continue
        content = private_file.private_yaml(edit(before), TEAM).encode()
        write_whole(place, sealed(content, passphrase), private=True)
    private_file.sweep(path, older_than=0.0)
    forget_texts()


def asks_for_passphrase(path: Path) -> bool:
    """Tell whether a team is kept under a passphrase."""
    return is_sealed(_content(path))


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:  # reading it in earnest, or writing, says what is wrong
        return b""


def _delete(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        message = _("“{path}” cannot be deleted ({reason}). Delete it yourself.")
        raise PathwaysError(message.format(path=path, reason=error.strerror)) from None


def _check(document: YamlDocument, team: Team) -> Iterator[Problem]:
    """Report what cannot be, although every value has its form."""
    for kind in _PARTS:
        yield from _twice(document, (kind,), [part.id for part in getattr(team, kind)])
    posts: list[tuple[Keys, Post]] = [
        (("posts", place), post) for place, post in enumerate(team.posts)
    ]
    moves: list[tuple[Keys, Move]] = [
        (("moves", place), move) for place, move in enumerate(team.moves)
    ]
    for number, scenario in enumerate(team.scenarios):
        keys: Keys = ("scenarios", number, "moves")
        moves += [((*keys, place), move) for place, move in enumerate(scenario.moves)]
    for number, conflict in enumerate(team.conflicts):
        if not is_sound(conflict):
            message = _("The values of this conflict are not about what it names.")
            yield document.problem(("conflicts", number), message, _("Delete the conflict."))
        for place, value in enumerate(conflict.values):
            at: Keys = ("conflicts", number, "values", place)
            posts += [((*at, "post"), value.post)] if value.post else []
            moves += [((*at, "move"), value.move)] if value.move else []
    for at, post in posts:
        for key in ("holder", "cover"):
            yield from _unknown(document, (*at, key), getattr(post, key), team)
    for at, move in moves:
        yield from _unknown(document, (*at, "person"), move.person, team)
    yield from _no_days(document, (), msgspec.to_builtins(team))


def _twice(document: YamlDocument, keys: Keys, ids: list[str]) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for number, one in enumerate(ids):
        if one in first:
            message = _("“{id}” is used twice; the first is in line {line}.").format(
                id=shortened(one), line=document.line_of((*keys, first[one], "id"))
            )
            yield document.problem(
                (*keys, number, "id"), message, _("Give one of them another id.")
            )
        first.setdefault(one, number)


def _unknown(document: YamlDocument, keys: Keys, person: str, team: Team) -> Iterator[Problem]:
    if person and person not in team.people_by_id:
        yield document.problem(
            keys,
            _("There is no person “{id}” in this team.").format(id=shortened(person)),
            _("Write the id of one of the people, or delete the line."),
        )


_DAYS = {
    *("since", "last_talk", "next_talk", "vacant_since", "until", "cover_until", "evaluated"),
    *("date", "decided_on", "on"),
}


def _no_days(document: YamlDocument, keys: Keys, value: object) -> Iterator[Problem]:
    """Report days that no calendar has, such as 2026-02-30, wherever they stand."""
    if isinstance(value, dict):
        for key, inner in value.items():
            listed = key == "reviewed"
            for place, day in enumerate(inner if listed else [inner]):
                if (listed or key in _DAYS) and day and date_of(day) is None:
                    at: Keys = (*keys, key, place) if listed else (*keys, key)
                    yield document.problem(
                        at,
                        _("“{date}” is not a date.").format(date=shortened(day)),
                        _("Write year, month and day, such as 2026-11-21."),
                    )
            yield from _no_days(document, (*keys, key), inner)
    elif isinstance(value, (list, tuple)):
        for number, inner in enumerate(value):
            yield from _no_days(document, (*keys, number), inner)


TEAM: PrivateKind[Team] = PrivateKind(
    model=Team, format=FORMAT, ending=ENDING, head=_HEAD, check=_check
)
"""What the common part for private files knows of a team's file."""
