"""A team as its file has it: people, posts, planned moves and scenarios.

There is no field for anything protected by law, for health or for what somebody was paid.
"""

from __future__ import annotations

from enum import Enum
from functools import cached_property
from typing import Annotated, Literal, TypeVar

import msgspec

from pathways.i18n import _
from pathways.model.day import Day
from pathways.model.framework import Id, Text
from pathways.model.part import Part

FORMAT = 1
NodeId = str  # the id of a grade or role; "" where none is given
Amount = Annotated[float, msgspec.Meta(ge=0)]
KINDS = ("people", "posts", "moves", "scenarios")  # of parts that are numbered
LISTED: dict[str, tuple[str, str]] = {  # a list: which value of a conflict its things are, and
    "answers": ("answer", "need"),  # what they go by
    "moves": ("move", "person"),
    "posts": ("post", "id"),
    "bands": ("band", "node"),
    "views": ("view", "title"),
    "values": ("known", "text"),
}
PREFIXES = {"people": "p", "posts": "t", "moves": "m", "scenarios": "s"}


class Person(Part, frozen=True, kw_only=True):
    """Somebody in the team; nothing but the name is needed.

    ``name`` may be a code. ``node`` is the present grade or role, ``since`` when; ``aim`` a grade
    or role. ``manager`` is the id of a person of the team, or a name from outside it. ``plan`` is
    the path of their plan, from the folder of the team's file.
    """

    id: Id
    name: Text
    node: NodeId = ""
    since: Day = ""
    aim: NodeId = ""
    manager: str = ""
    last_talk: Day = ""
    next_talk: Day = ""
    plan: str = ""
    number: str = ""
    note: str = ""

    @property
    def code(self) -> str:
        """Return what stands for the person where no name is wanted: always the same."""
        return self.id.upper()


class Post(Part, frozen=True, kw_only=True):
    """A post: its ``holder`` is the id of a person, "" where it is vacant.

    ``funded`` is None where nobody has said. A career-graded post has its ``lowest`` and its
    ``highest`` grade. ``until`` is the last day of a post that is not permanent. ``cover`` is who
    does its work for a time without being its holder, until ``cover_until``. ``evaluated`` is when
    the post was last evaluated.
    """

    id: Id
    title: Text
    node: NodeId = ""
    holder: str = ""
    vacant_since: Day = ""
    funded: bool | None = None
    lowest: NodeId = ""
    highest: NodeId = ""
    until: Day = ""
    cover: str = ""
    cover_until: Day = ""
    evaluated: Day = ""
    number: str = ""

    @property
    def code(self) -> str:
        """Return what stands for the post where its title would tell who holds it."""
        return self.id.upper()

    @property
    def career_graded(self) -> bool:
        """Tell whether a person can rise inside the post."""
        return bool(self.lowest and self.highest)


class MoveState(str, Enum):
    """How far a planned move has come."""

    IDEA = "idea"
    DISCUSSED = "discussed"
    APPLIED = "applied"
    APPROVED = "approved"
    REFUSED = "refused"
    DONE = "done"
    WITHDRAWN = "withdrawn"

    @property
    def word(self) -> str:
        """Return the state in words for people."""
        return {
            MoveState.IDEA: _("idea"),
            MoveState.DISCUSSED: _("discussed"),
            MoveState.APPLIED: _("applied for"),
            MoveState.APPROVED: _("approved"),
            MoveState.REFUSED: _("refused"),
            MoveState.DONE: _("done"),
            MoveState.WITHDRAWN: _("withdrawn"),
        }[self]

    @property
    def is_open(self) -> bool:
        """Tell whether the move may still happen."""
        return self not in (MoveState.REFUSED, MoveState.DONE, MoveState.WITHDRAWN)


class MoveEvent(Part, frozen=True, kw_only=True):
    """A point in the history of a move."""

    on: Day
    state: MoveState
    by: str = ""
    note: str = ""


class Answer(Part, frozen=True, kw_only=True):
    """What a manager says of a need that only people can know; ``need`` is its id in the rules."""

    need: Id
    met: bool
    note: str = ""
    on: Day = ""


class Move(Part, frozen=True, kw_only=True, rename={"source_post": "from_post"}):
    """A planned move of a person, from a post and a grade to others.

    ``kind`` is the id of a kind in the rules. ``post`` is where the move leads; "" where no post of
    the team is meant. ``until`` is the last day of a move for a time. ``reviewed`` are the days on
    which it was looked at again.
    """

    id: Id
    person: Id
    kind: Id
    node: NodeId
    source_post: str = ""
    post: str = ""
    source_node: NodeId = ""
    date: Day = ""
    until: Day = ""
    reason: str = ""
    evidence: str = ""
    decided_by: str = ""
    decided_on: Day = ""
    state: MoveState = MoveState.IDEA
    answers: tuple[Answer, ...] = ()
    reviewed: tuple[Day, ...] = ()
    history: tuple[MoveEvent, ...] = ()


class Scenario(Part, frozen=True, kw_only=True):
    """Moves that are only tried: nothing of them holds until the scenario is applied."""

    id: Id
    title: Text
    moves: tuple[Move, ...] = ()
    note: str = ""


NumberedPart = TypeVar("NumberedPart", Person, Post, Move, Scenario)


class PayBand(Part, frozen=True, kw_only=True):
    """What a year at a grade costs, from the lowest point to the highest, as a manager enters
    it.
    """

    node: Id
    lowest: Amount
    highest: Amount


class SavedView(Part, frozen=True, kw_only=True):
    """How the board is looked at: words sought, what it is grouped and sorted by."""

    title: Text
    words: str = ""
    group: str = ""
    sort: str = ""
    descending: bool = False
    aim: NodeId = ""


class KnownValue(Part, frozen=True, kw_only=True):
    """What a word in somebody's spreadsheet means: a grade or role that was once asked about."""

    text: Text
    node: Id


class TeamValue(Part, frozen=True, kw_only=True):
    """One of the values in conflict; of a person, a post, a move or a scenario only what is in
    conflict is meant. Where nothing is there, it was taken out.
    """

    title: str | None = None
    on_costs: Amount | None = None
    person: Person | None = None
    post: Post | None = None
    move: Move | None = None
    scenario: Scenario | None = None
    answer: Answer | None = None
    band: PayBand | None = None
    view: SavedView | None = None
    known: KnownValue | None = None


class TeamConflict(Part, frozen=True, kw_only=True):
    """What two versions of the file say differently: all values, kept until somebody chooses.

    ``about`` is the id of the part, "" for the team itself. ``fields`` is what of it differs:
    fields that belong together, or the name of a list; then ``which`` says which of the list is
    meant, and ``place`` how many of that name stand before it.
    """

    part: Literal["team", "person", "post", "move", "scenario"] = "team"
    about: str = ""
    fields: Annotated[tuple[str, ...], msgspec.Meta(min_length=1)]
    which: str = ""
    place: Annotated[int, msgspec.Meta(ge=0)] = 0
    values: tuple[TeamValue, ...]

    @property
    def key(self) -> tuple[str, str, tuple[str, ...], str, int]:
        """Return what tells the conflict from others, whatever its values."""
        return self.part, self.about, self.fields, self.which, self.place


class Team(Part, frozen=True, kw_only=True, dict=True):
    """Everything in a team's file; what can be computed of it is not stored.

    ``rules`` are the ids of the sets of rules that moves are held against. ``on_costs`` is what is
    paid on top of pay, in per cent. ``counted`` are the numbers last given to a person, a post, a
    move and a scenario: no code is ever given twice. ``id`` tells the team from others; a file that
    was written before there were such ids is given one when it is read.
    """

    format: Annotated[int, msgspec.Meta(ge=1, le=FORMAT)]
    id: str = ""
    title: Text
    people: tuple[Person, ...] = ()
    posts: tuple[Post, ...] = ()
    moves: tuple[Move, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    rules: tuple[Id, ...] = ()
    bands: tuple[PayBand, ...] = ()
    on_costs: Amount = 0
    views: tuple[SavedView, ...] = ()
    values: tuple[KnownValue, ...] = ()
    counted: tuple[int, ...] = ()
    conflicts: tuple[TeamConflict, ...] = ()

    @cached_property
    def people_by_id(self) -> dict[str, Person]:
        """Return all people by id, in the order of the file."""
        return {person.id: person for person in self.people}

    @cached_property
    def posts_by_id(self) -> dict[str, Post]:
        """Return all posts by id, in the order of the file."""
        return {post.id: post for post in self.posts}

    @cached_property
    def moves_by_id(self) -> dict[str, Move]:
        """Return all planned moves by id, in the order of the file."""
        return {move.id: move for move in self.moves}

    @cached_property
    def last_numbers(self) -> tuple[int, ...]:
        """Return the number last given of each kind, as the file has it or as its parts show."""
        counted = (*self.counted, *[0] * len(KINDS))[: len(KINDS)]
        return tuple(
            max([count, *(number_of(part.id, kind) for part in getattr(self, kind))])
            for kind, count in zip(KINDS, counted, strict=True)
        )

    @cached_property
    def _held(self) -> dict[str, tuple[Post, ...]]:
        found: dict[str, list[Post]] = {}
        for post in self.posts:
            if post.holder:
                found.setdefault(post.holder, []).append(post)
        return {person: tuple(posts) for person, posts in found.items()}

    def posts_of(self, person: str) -> tuple[Post, ...]:
        """Return the posts that a person holds."""
        return self._held.get(person, ())

    @cached_property
    def _moves(self) -> dict[str, tuple[Move, ...]]:
        found: dict[str, list[Move]] = {}
        for move in self.moves:
            found.setdefault(move.person, []).append(move)
        return {person: tuple(moves) for person, moves in found.items()}

    def moves_of(self, person: str) -> tuple[Move, ...]:
        """Return the planned moves of a person."""
        return self._moves.get(person, ())

    def manager_of(self, person: Person) -> str:
        """Return the name of a person's manager; "" where nobody is named."""
        inside = self.people_by_id.get(person.manager)
        return inside.name if inside else person.manager


def number_of(part_id: str, kind: str) -> int:
    """Return the number in an id that the program has given; 0 for one that somebody wrote."""
    digits = part_id[1:]
    own = part_id[:1] == PREFIXES[kind] and digits.isascii() and digits.isdecimal()
    return int(digits) if own else 0


def is_sound(conflict: TeamConflict) -> bool:
    """Tell whether every value says something of what the conflict is about."""
    kind = {"person": Person, "post": Post, "move": Move, "scenario": Scenario}.get(
        conflict.part, Team
    )
    field = conflict.fields[0]
    if not set(conflict.fields) <= set(kind.__struct_fields__) - {"id", "history", "reviewed"}:
        return False
    if field in LISTED:
        item = LISTED[field][0]
        others = (name for name in TeamValue.__struct_fields__ if name != item)
        return all(getattr(one, name) is None for one in conflict.values for name in others)
    wanted = field if conflict.part == "team" else conflict.part
    return hasattr(TeamValue, wanted) and all(
        getattr(one, wanted) is not None for one in conflict.values
    )
