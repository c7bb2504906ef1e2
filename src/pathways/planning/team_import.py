"""A spreadsheet brought into a team: what is new, what changes, and what could not be understood.

Nothing is taken away: a cell that is empty leaves what is known, and whoever is not in the table
stays.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any, Literal

import msgspec

from pathways.i18n import _
from pathways.importing.people_table import NODES, VACANT, Detail, PeopleTable, TableRow
from pathways.model.library import Library
from pathways.model.team import KnownValue, Person, Post, Team
from pathways.planning.people import changed, name_key
from pathways.planning.row_values import Complaint, Question, RowValues
from pathways.planning.team_draft import TeamDraft
from pathways.planning.text import in_one_spelling

RowKind = Literal["new", "changed", "same", "wrong"]
_PERSON = {
    Detail.NAME: "name",
    Detail.NUMBER: "number",
    Detail.NODE: "node",
    Detail.SINCE: "since",
    Detail.AIM: "aim",
    Detail.MANAGER: "manager",
    Detail.LAST_TALK: "last_talk",
    Detail.NEXT_TALK: "next_talk",
    Detail.PLAN: "plan",
}
_POST = {
    Detail.POST: "title",
    Detail.POST_NUMBER: "number",
    Detail.NODE: "node",
    Detail.VACANT_SINCE: "vacant_since",
    Detail.FUNDED: "funded",
    Detail.LOWEST: "lowest",
    Detail.HIGHEST: "highest",
    Detail.UNTIL: "until",
}
_VACANT_TITLE = re.compile(r"[-–(\[]\s{0,9}(?:vacant|vacancy|unfilled)\s{0,9}[)\]]?$", re.I)
_TOTALS = ("total", "totals", "grand total", "sum", "count", "headcount")


class FieldChange(msgspec.Struct, frozen=True, kw_only=True):
    """A value that a row changes: which, and how it was and will be, as texts."""

    field: str
    before: str
    after: str


class RowOutcome(msgspec.Struct, frozen=True, kw_only=True):
    """What becomes of one row; ``line`` is its number in the file, ``about`` a name or title."""

    line: int
    kind: RowKind
    about: str
    changes: tuple[FieldChange, ...] = ()


class TeamImport(msgspec.Struct, frozen=True, kw_only=True):
    """What bringing in a table would do; ``team`` is how the team would be afterwards."""

    team: Team
    rows: tuple[RowOutcome, ...]
    complaints: tuple[Complaint, ...]
    questions: tuple[Question, ...]
    missing: tuple[str, ...]

    def count(self, kind: RowKind) -> int:
        """Return how many rows are new, changed, the same or wrong."""
        return sum(row.kind == kind for row in self.rows)


def bring_in(
    team: Team,
    table: PeopleTable,
    columns: Mapping[int, Detail],
    library: Library,
    answers: Mapping[str, str] | None = None,
) -> TeamImport:
    """Return what a table does to a team: people and posts are found again by number, then name.

    ``answers`` say what words mean that nobody knows: {word: id of a node, "" for none}. They are
    kept in the team, so that each is asked once.
    """
    return _Bringing(team, columns, library, answers or {}).of(table)


class _Bringing:
    """One table on its way into a team."""

    def __init__(
        self,
        team: Team,
        columns: Mapping[int, Detail],
        library: Library,
        answers: Mapping[str, str],
    ) -> None:
        self._values = RowValues(library, team.values, answers)
        values = {value.text: value for value in team.values}
        values |= {t: KnownValue(text=t, node=n) for t, n in answers.items() if n and t.strip()}
        self._draft = TeamDraft(changed(team, values=tuple(values.values())))
        self._before = team.people
        self._places: dict[int, int] = {}
        self._columns = dict(columns)
        self._library = library
        self._rows: list[RowOutcome] = []
        self._people: dict[str, int] = {}
        self._posts: set[str] = set()
        self._managers: dict[str, str] = {}
        self._by_number = {p.number.casefold(): p.id for p in team.people if p.number}
        self._by_name: dict[str, list[str]] = {}
        self._unnumbered: dict[str, dict[str, None]] = {}
        self._by_letters: dict[str, list[str]] = {}
        for person in team.people:
            self._index(person)

    def of(self, table: PeopleTable) -> TeamImport:
        """Return the whole outcome."""
        for row in table.rows:
            self._take(row, table.head)
        self._name_managers()
        met = set(self._people)
        return TeamImport(
            team=self._draft.team,
            rows=tuple(self._rows),
            complaints=tuple(self._values.complaints),
            questions=self._values.questions,
            missing=tuple(person.name for person in self._before if person.id not in met),
        )

    def _take(self, row: TableRow, head: TableRow) -> None:
        cells = {
            field: row.cells[place]
            for place, field in self._columns.items()
            if place < len(row.cells)
        }
        name = _name(cells)
        title = cells.get(Detail.POST, "")
        if row.cells == head.cells:
            self._leave_out(row, name, _("The row repeats the names of the columns."))
        elif name.casefold().rstrip(":") in _TOTALS:
            self._leave_out(row, name, _("The row is a total, not a person."))
        elif name and not _is_vacant(name):
            self._take_person(row, name, cells)
        elif title:
            self._take_post(row, cells, "")
        else:
            self._leave_out(row, name, _("The row has neither a name nor a post."))

    def _leave_out(self, row: TableRow, about: str, reason: str) -> None:
        text = about or next(filter(None, row.cells), "")
        self._rows.append(RowOutcome(line=row.line, kind="wrong", about=text))
        self._values.complaints.append(Complaint(line=row.line, reason=reason, left_out=True))

    def _take_person(self, row: TableRow, name: str, cells: Mapping[Detail, str]) -> None:
        number = cells.get(Detail.NUMBER, "")
        found, why_not = self._person(name, number)
        if why_not:
            self._leave_out(row, name, why_not)
            return
        fields = self._values.of(row, cells, _PERSON)
        fields["name"] = name
        changes: tuple[FieldChange, ...] = ()
        self._managers_named(fields, found or f"+{row.line}")
        if found is None:
            person, kind = self._draft.add_person(**fields), "new"
            found, blank = person.id, Person(id=person.id, name=name)
            changes = self._changes(blank, person, _PERSON)
            if f"+{row.line}" in self._managers:
                self._managers[found] = self._managers.pop(f"+{row.line}")
            self._index(self._draft.people[found])
        else:
            before = self._draft.people[found]
            changes = self._changes(before, self._draft.change_person(found, **fields), _PERSON)
            kind = "changed" if changes else "same"
        if number:
            self._by_number[number.casefold()] = found
            self._unnumbered.get(_key(name), {}).pop(found, None)
        self._people[found] = row.line
        if cells.get(Detail.POST):
            changes = tuple(dict.fromkeys((*changes, *self._take_post(row, cells, found))))
            kind = "changed" if changes and kind == "same" else kind
        self._note(row, kind, name, changes)

    def _index(self, person: Person) -> None:
        self._by_name.setdefault(_key(person.name), []).append(person.id)
        if not person.number:
            self._unnumbered.setdefault(_key(person.name), {})[person.id] = None

    def _person(self, name: str, number: str) -> tuple[str | None, str]:
        """Return who a row is about, None for somebody new, and why that cannot be told."""
        by_number = self._by_number.get(number.casefold()) if number else None
        alike: Collection[str] = self._by_name.get(_key(name), [])
        if number:  # another number is another person, even of the same name
            alike = self._unnumbered.get(_key(name), {})
        found = by_number or next(iter(alike), None)
        if found in self._people:
            line = self._people[found]
            if by_number:
                return None, _("Row {line} has the same staff number.").format(line=line)
            return None, _(
                "Row {line} has the same name. Give both a staff number, or another name."
            ).format(line=line)
        if not by_number and len(alike) > 1:
            return None, _("Several people of the team have this name. Give a staff number.")
        return found, ""

    def _managers_named(self, fields: dict[str, Any], key: str) -> None:
        named = fields.pop("manager", "")
        if named and named.casefold() not in VACANT:
            self._managers[key] = named

    def _name_managers(self) -> None:
        """Put the managers in once everybody is known, so that one of the team is known as
        such.
        """
        for person, named in self._managers.items():
            alike = self._by_name.get(_key(named), []) or self._spelt_like(named)
            manager = alike[0] if len(alike) == 1 and alike[0] != person else named
            before = self._draft.people[person]
            if before.manager == manager:
                continue
            inside = self._draft.people.get(before.manager)
            old = inside.name if inside else before.manager
            self._draft.change_person(person, manager=manager)
            place = self._places[self._people[person]]
            row = self._rows[place]
            change = FieldChange(field=Detail.MANAGER.word, before=old, after=named)
            self._rows[place] = msgspec.structs.replace(
                row,
                kind="new" if row.kind == "new" else "changed",
                changes=(*row.changes, change),
            )

    def _spelt_like(self, named: str) -> list[str]:
        """Return the people whose name is the same but for accents: Sian Rees is Siân Rees."""
        if not self._by_letters:
            for name, people in self._by_name.items():
                self._by_letters.setdefault(name_key(name)[0], []).extend(people)
        return self._by_letters.get(name_key(_key(named))[0], [])

    def _take_post(
        self, row: TableRow, cells: Mapping[Detail, str], holder: str
    ) -> tuple[FieldChange, ...]:
        """Bring in the post of a row; a row about a vacant post is noted here, as it has no
        person.
        """
        fields = self._values.of(row, cells, _POST)
        fields["title"] = _VACANT_TITLE.sub("", fields["title"]).rstrip() or fields["title"]
        if holder:
            fields["holder"] = holder
            fields.pop("vacant_since", None)
        found = self._post(fields, holder)
        if found is None:
            post = self._draft.add_post(**fields)
            blank = Post(id=post.id, title="-" if holder else post.title)
            changes = self._changes(blank, post, _POST)
            if holder:
                named = FieldChange(field=Detail.POST.word, before="", after=post.title)
                changes = (named, *(one for one in changes if one.field != named.field))
            kind: RowKind = "new"
        else:
            if not holder and found.holder:
                fields["holder"] = ""
            post = self._draft.change_post(found.id, **fields)
            changes = self._changes(found, post, _POST) + self._holders(found, post)
            kind = "changed" if changes else "same"
        self._posts.add(post.id)
        self._draft.set_aside(post)
        if not holder:
            self._note(row, kind, post.title, changes)
        return changes

    def _post(self, fields: Mapping[str, Any], holder: str) -> Post | None:
        """Return the post that a row means: by its number, by who holds it, or by its title."""
        number, node = fields.get("number", ""), fields.get("node", "")
        if number:
            return next(iter(self._draft.posts_numbered(number)), None)
        vacant = self._draft.vacant_titled(fields["title"])
        if not holder:
            return next((p for p in vacant if p.node in ("", node or p.node)), None)
        own = [post for post in self._draft.posts_of(holder) if post.id not in self._posts]
        title = in_one_spelling(fields["title"])
        same = [post for post in own if in_one_spelling(post.title) == title]
        found = same[0] if same else next((p for p in vacant if p.node in ("", node)), None)
        return found or (own[0] if len(own) == 1 else None)

    def _holders(self, before: Post, after: Post) -> tuple[FieldChange, ...]:
        if before.holder == after.holder:
            return ()
        people = self._draft.people
        names = [people[p.holder].name if p.holder else _("vacant") for p in (before, after)]
        return (FieldChange(field=_("who holds it"), before=names[0], after=names[1]),)

    def _changes(
        self, before: Person | Post, after: Person | Post, fields: Mapping[Detail, str]
    ) -> tuple[FieldChange, ...]:
        return tuple(
            FieldChange(
                field=field.word,
                before=self._shown(field, getattr(before, key)),
                after=self._shown(field, getattr(after, key)),
            )
            for field, key in fields.items()
            if getattr(before, key) != getattr(after, key)
        )

    def _shown(self, field: Detail, value: object) -> str:
        if value is None:
            return ""
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        node = self._library.nodes.get(str(value)) if field in NODES else None
        return node.title if node else str(value)

    def _note(self, row: TableRow, kind: str, about: str, changes: Sequence[FieldChange]) -> None:
        kinds: dict[str, RowKind] = {"new": "new", "changed": "changed", "same": "same"}
        self._places[row.line] = len(self._rows)
        self._rows.append(
            RowOutcome(line=row.line, kind=kinds[kind], about=about, changes=tuple(changes))
        )


def _name(cells: Mapping[Detail, str]) -> str:
    whole = _first_name_first(cells.get(Detail.NAME, ""))
    parts = [cells.get(Detail.FORENAME, ""), cells.get(Detail.SURNAME, "")]
    return whole or " ".join(filter(None, parts)) or cells.get(Detail.NUMBER, "")


def _is_vacant(name: str) -> bool:
    """Tell whether what stands for a name says that nobody is there: "Vacant (maternity)"."""
    bare = name.casefold()
    return bare in VACANT or bare.split()[0].strip("-–:(") in ("vacant", "vacancy")


def _first_name_first(name: str) -> str:
    """Return "Bello, Ade" as Ade Bello."""
    last, comma, first = name.partition(",")
    return " ".join(f"{first} {last}".split()) if comma and first.strip() else name


def _key(name: str) -> str:
    return in_one_spelling(_first_name_first(name))
