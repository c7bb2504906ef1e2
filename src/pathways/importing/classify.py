"""Units told apart: titles, grades, headings, facts and text, each with the reason, by what stands
around them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pathways.i18n import _
from pathways.importing.dimension_names import DimensionNames
from pathways.importing.events import Event, What
from pathways.importing.grade_names import Mark, Ref, parse_codes, parse_mark, parse_run_in
from pathways.importing.imported import Sure
from pathways.importing.mapping import Taught, applied
from pathways.importing.metadata import (
    Fact,
    bare_title,
    find_organisation,
    is_kind_of_document,
    kind_of_key,
    noise,
    parse_fact,
)
from pathways.importing.outline import Kind
from pathways.importing.slide_text import is_slide_text, slide_events
from pathways.importing.tables import table_events
from pathways.importing.units import Unit

_LONGEST_HEADING = 12  # words
_LONGEST_LEAD = 8
_LONGEST_GUESS = 8
_TITLE_WITHIN = 6  # units from the top
_SHORTEST_MENU = 4  # lines
_ENOUGH_HEADINGS = 3  # before a plain line among points is no heading


class Classifier:
    """Read the units of one document one after another and say what each is."""

    def __init__(
        self, units: Sequence[Unit], names: DimensionNames, taught: Taught, lined: bool = True
    ) -> None:
        """Take the units; ``lined`` tells whether blank lines between them are known."""
        self._lined = lined
        self._units = applied(units, taught.mapping)
        self._filled = _filled(self._units)
        self._names = names
        self._taught = taught
        self._headings = taught.headings
        self._events: list[Event] = []
        self._run: list[Event] = []
        self._at = 0
        self._said, self._number = "", 0
        self._begun = False  # whether the text has begun: facts stand before it

    def events(self) -> list[Event]:
        """Return what the document says, in order."""
        whole = slide_events(self._units, self._names) if is_slide_text(self._units) else None
        if whole is not None:
            return whole
        menu = self._menu_before_heading()
        title = menu if menu else self._title_at()
        while self._at < len(self._units):
            unit = self._units[self._at]
            if self._at < menu:
                self._add(
                    What.OUT,
                    unit,
                    _("stands above the page's own heading, as a menu does"),
                    Sure.LIKELY,
                )
            elif self._at == menu and menu:
                self._read_top(unit)
            elif self._is_kind_of_document(unit):
                self._add(What.FACT, unit, _("says what kind of document this is"))
            elif not self._begun and unit.text and _is_organisation(unit.text):
                self._add(
                    What.FACT,
                    unit,
                    _("the name of an organisation"),
                    fact=Fact("", unit.text, "organisation"),
                )
            elif self._at == title:
                self._add(What.TITLE, unit, _("the first line, and it looks like a title"))
            else:
                self._read(unit)
            self._at += 1
        self._end_run()
        return self._events

    def _is_kind_of_document(self, unit: Unit) -> bool:
        """Tell whether a line above the text only says "Job description", and is not the heading
        of a paragraph.
        """
        if self._begun or not unit.text or not is_kind_of_document(unit.text):
            return False
        following = self._next()
        return (
            not self._events
            or following is None
            or following.kind is Kind.TABLE
            or bool(parse_fact(following.text))
        )

    def _next(self, ahead: int = 1, place: int | None = None) -> Unit | None:
        """Return the unit behind this one (or the one at a place), passing over what has no
        text.
        """
        behind = (self._at if place is None else place) + ahead
        found = self._filled[behind] if behind < len(self._units) else -1
        return self._units[found] if found >= 0 else None

    def _add(
        self, what: What, unit: Unit, why: str, sure: Sure = Sure.SURE, **more: object
    ) -> None:
        named = {"said": self._said, "number": self._number, **more}
        event = Event(what, unit.text, unit.origins, why, sure, bold=unit.bold, **named)  # type: ignore[arg-type]
        if what is not What.OUT:
            self._end_run()
        if what in (What.TEXT, What.HEADING, What.LEAD):
            self._begun = True
        self._events.append(event)

    def _menu_before_heading(self) -> int:
        """Return the place of the one highest heading where only short lines, a menu, stand above
        it; 0 elsewhere.
        """
        tops = [
            place
            for place, unit in enumerate(self._units)
            if unit.kind is Kind.HEADING and unit.level == 1
        ]
        above = self._units[: tops[0]] if len(tops) == 1 else []
        if sum(bool(unit.text) for unit in above) < _SHORTEST_MENU:
            return 0
        menu = all(u.kind is not Kind.TABLE and (not u.text or _short(u.text, 9)) for u in above)
        return tops[0] if menu and not any(parse_fact(u.text) for u in above) else 0

    def _read_top(self, unit: Unit) -> None:
        """Read the page's own heading: a grade with its title, or the title."""
        if not self._read_mark(unit):
            self._add(What.TITLE, unit, _("the page's own heading"))

    def _title_at(self) -> int:
        """Return the place of the title: the first line that has words, if it looks like one; -1
        where it does not.
        """
        for place, unit in enumerate(self._units[:_TITLE_WITHIN]):
            text = unit.text
            if unit.kind is not Kind.TABLE and (
                not _has_letters(text) or noise(text) or _is_frame(text)
            ):
                continue
            if (
                unit.kind in (Kind.ITEM, Kind.TABLE)
                or not _short(text, _LONGEST_HEADING)
                or text.endswith(":")
            ):
                return -1
            if self._value_of(place) or parse_fact(text):
                return -1
            mark = parse_mark(text)
            if mark:  # "ICT family, grades 6 to 14" is a title where the grades themselves follow
                return (
                    place if mark.title and len(mark.refs) > 1 and self._marks_follow(place) else -1
                )
            return -1 if self._names.exact(text) and not self._lone_top(place) else place
        return -1

    def _lone_top(self, place: int) -> bool:
        """Tell whether a unit is the one heading of the highest level, and so a title whatever its
        name.
        """
        tops = [
            p for p, unit in enumerate(self._units) if unit.kind is Kind.HEADING and unit.level == 1
        ]
        return tops == [place]

    def _marks_follow(self, place: int) -> bool:
        return any(
            unit.kind is not Kind.ITEM and parse_mark(unit.text)
            for unit in self._units[place + 1 :]
        )

    def _read(self, unit: Unit) -> None:
        if unit.kind is Kind.TABLE:
            self._end_run()
            self._events.extend(table_events(unit, self._names, self._begun, self._taught.columns))
            self._begun = self._begun or any(e.what is What.TEXT for e in self._events[-3:])
            return
        number = self._taught.count(unit.text) if unit.text else 0
        self._said, self._number = unit.text, number
        left_out = self._taught.left_out(unit.text, number)
        if not _has_letters(unit.text):
            self._add(What.OUT, unit, _("only marks of layout, no words"))
        elif left_out:
            self._add(What.OUT, unit, left_out)
        elif self._taught.kept(unit.text):
            self._add(What.TEXT, unit, _("kept as a statement by hand"), level=unit.level)
        elif unit.kind is not Kind.HEADING and unit.text in self._headings:
            self._add(What.HEADING, unit, _("made a heading by hand"))
        elif not (
            self._read_fact(unit)
            or self._read_mark(unit)
            or self._read_noise(unit)
            or self._read_heading(unit)
        ):
            self._read_text(unit)

    def _read_fact(self, unit: Unit) -> bool:
        if unit.kind is Kind.ITEM:
            return False
        fact = parse_fact(unit.text)
        if fact and (fact.kind != "other" or not self._begun or self._run or self._runs_on()):
            if fact.kind != "other" and any(
                event.fact and event.fact.key == fact.key for event in self._run
            ):
                self._end_run()
            why = _("says something about the document")
            self._run.append(Event(What.FACT, unit.text, unit.origins, why, fact=fact))
            return True
        value = self._value_of(self._at)
        if value is None:
            return False
        self._read_pair(unit, value, kind_of_key(unit.text))
        return True

    def _value_of(self, place: int) -> Unit | None:
        """Return the value on the line behind a name such as "Grade", None where the line is no
        name with a value.
        """
        kind = kind_of_key(self._units[place].text)
        value = self._next(1, place)
        if not kind or value is None or (self._begun and kind != "grade"):
            return None
        if (
            value.kind is not Kind.PARAGRAPH
            or not _short(value.text, 8)
            or self._names.exact(value.text)
        ):
            return None
        if kind == "grade":
            return value if parse_codes(value.text) else None
        return None if parse_fact(value.text) or parse_mark(value.text) else value

    def _runs_on(self) -> bool:
        """Tell whether a telling fact (a grade, a title) stands next to this one."""
        following = self._next()
        fact = parse_fact(following.text) if following else None
        return fact is not None and fact.kind in ("grade", "title", "code", "family")

    def _read_pair(self, key: Unit, value: Unit, kind: str) -> None:
        while self._units[self._at + 1] is not value:
            self._at += 1
            self._add(What.OUT, self._units[self._at], _("only marks of layout, no words"))
        self._at += 1
        fact = Fact(key.text.rstrip(": "), value.text, kind)
        why = _("a name with its value on the next line")
        for unit in (key, value):
            shown = fact if unit is value else None
            self._run.append(Event(What.FACT, unit.text, unit.origins, why, fact=shown))

    def _end_run(self) -> None:
        """Turn neighbouring facts into one mark where they name a grade or a role."""
        run, self._run = self._run, []
        facts = tuple(event.fact for event in run if event.fact)
        self._events.extend(run)
        grade = next((fact.value for fact in facts if fact.kind == "grade"), "")
        title = next((bare_title(fact.value) for fact in facts if fact.kind == "title"), "")
        refs = parse_codes(grade) if grade else ()
        if not refs and not title:
            return
        label = next(
            (event.text for event in run if event.fact and event.fact.kind == "grade"), title
        )
        if title and refs:
            refs = (Ref(pay_range(grade, refs), refs[0].word, title),)
        mark = Mark(refs or (Ref(title=title),), label.rstrip(": "), title)
        self._events.append(Event(What.MARK, label, (), mark=mark, facts=facts))

    def _read_mark(self, unit: Unit) -> bool:
        run_in = None if unit.kind is Kind.HEADING else parse_run_in(unit.text)
        if run_in:
            self._add_run_in(unit, *run_in)
            return True
        mark = parse_mark(unit.text) if unit.kind is not Kind.ITEM or unit.bold else None
        if mark is None:
            return False
        if mark.title and self._names.exact(mark.title) and ":" in unit.text:
            self._add_glued(unit, mark)
            return True
        if (
            mark.title
            and unit.kind is not Kind.HEADING
            and not unit.bold
            and not mark.title[0].isupper()
        ):
            return False
        self._add(What.MARK, unit, _("names a grade, band or level"), level=unit.level, mark=mark)
        return True

    def _add_glued(self, unit: Unit, mark: Mark) -> None:
        before, heading = (part.strip() for part in unit.text.split(":", 1))
        first = replace(unit, text=before, origins=(replace(unit.origins[0], text=before),))
        second = replace(unit, text=heading, origins=(replace(unit.origins[0], text=heading),))
        self._add(
            What.MARK, first, _("names a grade, band or level"), mark=parse_mark(before) or mark
        )
        self._add(What.HEADING, second, _("a known name, glued to the grade before it"))

    def _add_run_in(self, unit: Unit, before: str, text: str) -> None:
        first = replace(unit, text=before, origins=(replace(unit.origins[0], text=before),))
        rest = replace(unit, text=text, origins=(replace(unit.origins[0], text=text),))
        self._add(
            What.MARK,
            first,
            _("names a level, with its text on the same line"),
            mark=parse_mark(before),
        )
        self._add(What.TEXT, rest, _("stands behind the level on the same line"), level=0)

    def _read_noise(self, unit: Unit) -> bool:
        why = noise(unit.text) if unit.kind is Kind.PARAGRAPH else ""
        if not why and self._repeats_title(unit):
            why = _("the title again, as at the top of a page")
        if why:
            self._add(What.OUT, unit, why)
        return bool(why)

    def _repeats_title(self, unit: Unit) -> bool:
        first = self._events[0] if self._events else None
        return bool(
            first
            and first.what is What.TITLE
            and first.text == unit.text
            and unit.kind is Kind.PARAGRAPH
        )

    def _read_heading(self, unit: Unit) -> bool:
        if unit.kind is Kind.HEADING:
            self._add(What.HEADING, unit, _("a heading of the document"), level=unit.level)
            return True
        text = unit.text
        if unit.kind is Kind.ITEM and not (unit.bold and self._heads_text(unit)):
            return False
        if unit.bold and _short(text, _LONGEST_HEADING):
            self._add(What.HEADING, unit, _("a short line in bold"), Sure.LIKELY)
            return True
        if _short(text, _LONGEST_HEADING) and self._names.exact(text):
            self._add(What.HEADING, unit, _("a line that is the known name of a dimension"))
            return True
        return self._read_run_in_heading(unit) or self._read_lead(unit) or self._read_guess(unit)

    def _heads_text(self, unit: Unit) -> bool:
        following = self._next()
        return following is not None and (
            following.kind is not Kind.ITEM or following.level > unit.level
        )

    def _amid_points(self, unit: Unit) -> bool:
        """Tell whether the line stands right among points, without a blank line: then it lost its
        dash.

        Where blank lines are not known, it did if the document has enough headings of other kinds,
        and this comes once.
        """
        if self._at == 0 or self._units[self._at - 1].kind is not Kind.ITEM:
            return False
        if self._lined:
            return not unit.gap
        following = self._next()
        if following is None or following.kind is not Kind.ITEM or unit.text.endswith(":"):
            return False
        headings = sum(event.what is What.HEADING for event in self._events)
        return (
            headings >= _ENOUGH_HEADINGS
            and sum(other.text == unit.text for other in self._units) == 1
        )

    def _read_run_in_heading(self, unit: Unit) -> bool:
        heading, colon, text = unit.text.partition(":")
        if (
            not colon
            or not text.strip()
            or len(heading.split()) > 6
            or not self._names.exact(heading)
        ):
            return False
        first = replace(unit, text=heading, origins=(replace(unit.origins[0], text=heading),))
        rest = replace(
            unit, text=text.strip(), origins=(replace(unit.origins[0], text=text.strip()),)
        )
        self._add(What.HEADING, first, _("a known name with its text on the same line"))
        self._add(What.TEXT, rest, _("stands behind its heading on the same line"))
        return True

    def _read_lead(self, unit: Unit) -> bool:
        following = self._next()
        if (
            not unit.text.endswith(":")
            or following is None
            or len(unit.text.split()) > _LONGEST_LEAD
        ):
            return False
        self._add(
            What.LEAD,
            unit,
            _("a short line with a colon, which introduces what follows"),
            Sure.LIKELY,
        )
        return True

    def _read_guess(self, unit: Unit) -> bool:
        following = self._next()
        if (
            following is None
            or not _short(unit.text, _LONGEST_GUESS)
            or self._amid_points(unit)
            or not unit.text[0].isupper()
        ):
            return False
        if following.kind is Kind.PARAGRAPH and _short(following.text, _LONGEST_GUESS):
            return False
        if following.kind not in (Kind.PARAGRAPH, Kind.ITEM):
            return False
        before = self._events[-1] if self._events else None
        if before and before.what is What.HEADING and following.kind is not Kind.ITEM:
            return False
        why = _("a short line without a full stop before other text: a heading, I think")
        self._add(What.HEADING, unit, why, Sure.LIKELY)
        return True

    def _read_text(self, unit: Unit) -> None:
        self._end_run()
        before = self._last_text() if unit.kind is Kind.PARAGRAPH else None
        if before is not None and self._goes_on(unit):
            old = self._events[before]
            joint = "" if old.text.endswith("-") else " "
            why = _(
                "a sentence that was broken by a blank line or a page; the two parts are joined"
            )
            self._events[before] = replace(
                old,
                text=f"{old.text}{joint}{unit.text}",
                origins=old.origins + unit.origins,
                why=why,
                sure=Sure.UNSURE,
            )
            return
        following = self._next()
        leads = unit.text.endswith(":") and following is not None and following.kind is Kind.ITEM
        if unit.kind is Kind.ITEM:
            self._add(What.TEXT, unit, _("a point of a list"), level=max(unit.level, 1))
        elif (
            self._amid_points(unit)
            and following is not None
            and following.kind is Kind.ITEM
            and (not self._lined or not following.gap)
        ):
            why = _("a line without a dash among the points of a list; it counts as a point")
            self._add(What.TEXT, unit, why, Sure.UNSURE, level=1)
        else:
            self._add(What.TEXT, unit, _("a paragraph"), level=0, leads=leads)

    def _last_text(self) -> int | None:
        """Return the place of the last text, where only the edges of a page stand between it and
        here.
        """
        for place in range(len(self._events) - 1, -1, -1):
            what = self._events[place].what
            if what is What.TEXT:
                return place
            if what not in (What.OUT, What.FACT, What.MARK):
                return None
        return None

    def _goes_on(self, unit: Unit) -> bool:
        place = self._last_text()
        old = self._events[place] if place is not None else None
        if (
            old is None
            or not unit.text[:1].islower()
            or old.text.endswith((".", ":", ";", "!", "?"))
        ):
            return False
        return not (old.text[:1].islower() and old.level == 0)


def _filled(units: Sequence[Unit]) -> list[int]:
    """Return, for each place, the first place from there on that has text, -1 where none has."""
    found = [-1] * len(units)
    last = -1
    for place in range(len(units) - 1, -1, -1):
        last = place if units[place].text or units[place].kind is Kind.TABLE else last
        found[place] = last
    return found


def pay_range(written: str, refs: Sequence[Ref]) -> str:
    """Return the grade of one post: a range of pay points ("PO1-PO4") is one grade of one role."""
    return refs[0].code if len(refs) == 1 else " ".join(written.split()).rstrip(": ")


def _short(text: str, words: int) -> bool:
    return (
        0 < len(text.split()) <= words
        and len(text) <= 100
        and not text.endswith((".", ";", ",", "?", "!"))
    )


def _is_organisation(text: str) -> bool:
    return find_organisation([text]) == text


def _is_frame(text: str) -> bool:
    """Tell whether a line at the top is no title: the organisation, or what kind of document this
    is.
    """
    return is_kind_of_document(text) or _is_organisation(text)


def _has_letters(text: str) -> bool:
    return any(map(str.isalnum, text))
