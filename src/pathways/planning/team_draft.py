"""A team while a whole table goes into it: the same edits as for one person, in bulk."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from pathways.model.team import Person, Post, Team
from pathways.planning.people import changed, next_id
from pathways.planning.text import in_one_spelling

_Index = dict[str, dict[str, None]]  # ids of posts by something of theirs, in order


class TeamDraft:
    """People and posts by id, found by title and number, until ``team`` puts them together."""

    def __init__(self, team: Team) -> None:
        self._team = team
        self.people: dict[str, Person] = dict(team.people_by_id)
        self.posts: dict[str, Post] = dict(team.posts_by_id)
        self._held: _Index = {}
        self._titled: _Index = {}
        self._numbered: _Index = {}
        for post in team.posts:
            self._index(post)

    @property
    def team(self) -> Team:
        """Return the team with everything that was put in."""
        people, posts = tuple(self.people.values()), tuple(self.posts.values())
        return changed(self._team, people=people, posts=posts)

    def add_person(self, **fields: Any) -> Person:
        """Put in somebody new."""
        person = Person(id=self._next("people"), **fields)
        self.people[person.id] = person
        return person

    def change_person(self, person_id: str, **fields: Any) -> Person:
        """Put in other facts about somebody."""
        self.people[person_id] = msgspec.structs.replace(self.people[person_id], **fields)
        return self.people[person_id]

    def add_post(self, **fields: Any) -> Post:
        """Put in a new post."""
        post = Post(id=self._next("posts"), **fields)
        self.posts[post.id] = post
        self._index(post)
        return post

    def change_post(self, post_id: str, **fields: Any) -> Post:
        """Put in other facts about a post; one that gets a holder is vacant no longer."""
        before = self.posts[post_id]
        if fields.get("holder"):
            fields.setdefault("vacant_since", "")
        self.posts[post_id] = after = msgspec.structs.replace(before, **fields)
        self._forget(before)
        self._index(after)
        return after

    def set_aside(self, post: Post) -> None:
        """Find a post no longer by its title or number: another row means another."""
        self._forget(post)
        if post.holder:
            self._held.setdefault(post.holder, {})[post.id] = None

    def posts_of(self, person_id: str) -> list[Post]:
        """Return the posts that somebody holds."""
        return [self.posts[one] for one in self._held.get(person_id, ())]

    def vacant_titled(self, title: str) -> Iterator[Post]:
        """Yield the vacant posts of a title."""
        return (self.posts[one] for one in self._titled.get(in_one_spelling(title), ()))

    def posts_numbered(self, number: str) -> Iterator[Post]:
        """Yield the posts of a number."""
        return (self.posts[one] for one in self._numbered.get(number.casefold(), ()))

    def _index(self, post: Post) -> None:
        for index, key in self._places(post):
            index.setdefault(key, {})[post.id] = None

    def _forget(self, post: Post) -> None:
        for index, key in self._places(post):
            index.get(key, {}).pop(post.id, None)

    def _places(self, post: Post) -> Iterator[tuple[_Index, str]]:
        """Yield where a post is found: by who holds it, or by its title where it is vacant, and by
        its number.
        """
        if post.holder:
            yield self._held, post.holder
        else:
            yield self._titled, in_one_spelling(post.title)
        if post.number:
            yield self._numbered, post.number.casefold()

    def _next(self, kind: str) -> str:
        """Return a new id; only the first of a kind is looked for among all that there are."""
        place = ("people", "posts").index(kind)
        taken: dict[str, Any] = self.people if kind == "people" else self.posts
        counted = self._team.counted
        if len(counted) > place and counted[place]:
            number = counted[place] + 1
            new_id = f"{'pt'[place]}{number}"
            if new_id not in taken:
                counted = (*counted[:place], number, *counted[place + 1 :])
                self._team = msgspec.structs.replace(self._team, counted=counted)
                return new_id
        self._team, new_id = next_id(self.team, kind)
        return new_id
