"""Units told apart: titles, grades, headings, facts and text, each with the reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pathways.i18n import _
from pathways.importing.broken_text import goes_on, joined, last_text, with_whole_points
from pathways.importing.cursor import Cursor
from pathways.importing.dimension_names import DimensionNames
from pathways.importing.events import Event, What
from pathways.importing.fact_lines import part_of
from pathways.importing.fact_run import FactRun
from pathways.importing.grade_names import (
    Mark,
    everyone,
    grade_in_sentence,
    parse_mark,
    parse_run_in,
)
from pathways.importing.heading_lines import heading_line, run_in
from pathways.importing.imported import Sure
from pathways.importing.legend import Legend, is_key_line, legend_events
from pathways.importing.line_tests import (
    LONGEST_HEADING,
    has_letters,
    is_address,
    is_contact,
    is_paragraph_in_style,
    is_placeholder_line,
    is_short,
    whose_document,
)
from pathways.importing.mapping import Taught, applied
from pathways.importing.metadata import (
    Fact,
    facts_of_line,
    kind_of_key,
    lone_fact,
    noise,
    parse_fact,
    placeholder,
    recruiting_note,
    unknown_fact,
)
from pathways.importing.organisations import is_perhaps_section
from pathways.importing.outline import Kind
from pathways.importing.slide_text import is_slide_text, slide_events
from pathways.importing.table_context import Tables, with_definition
from pathways.importing.taught_lines import is_told, taught_table, told_line
from pathways.importing.title_line import (
    front_title,
    grade_of_title,
    kind_of_entry,
    lines_around,
    menu_end,
    says_kind_of_document,
    title_place,
)
from pathways.importing.units import Unit


class Classifier:
    """Read the units of one document one after another and say what each is."""

    def __init__(
        self, units: Sequence[Unit], names: DimensionNames, taught: Taught, lined: bool = True
    ) -> None:
        """Take the units; ``lined`` tells whether blank lines between them are known."""
        self._cursor = Cursor(applied(units, taught.mapping), lined)
        self._names = names
        self._tables = Tables(self._cursor.units)
        self._legend = Legend(self._cursor.units)
        self._taught = taught
        self._events: list[Event] = []
        self._run = FactRun()
        self._said, self._number = "", 0  # the text by which a mapping names the unit
        self._headings = 0
        self._front_title = front_title(self._cursor)
        self._begun = False  # whether the text has begun: facts stand before it

    def events(self) -> list[Event]:
        """Return what the document says, in order."""
        cursor = self._cursor
        whole = slide_events(cursor.units, self._names) if is_slide_text(cursor.units) else None
        if whole is not None:
            return whole
        menu = menu_end(cursor)
        title = menu or title_place(cursor, self._names, self._front_title)
        around = lines_around(cursor, menu, title)
        while cursor.at < len(cursor.units):
            self._name(cursor.unit)
            if self._read_told(cursor.unit):
                pass
            elif cursor.at in around:
                self._add(What.OUT, cursor.unit, *around[cursor.at])
            elif cursor.at == title:
                self._read_title(cursor.unit, of_page=bool(menu))
            elif not self._read_frame(cursor.unit):
                self._read(cursor.unit)
            cursor.at += 1
        self._end_run()
        return with_whole_points(self._events, self._taught.parted)

    def _name(self, unit: Unit) -> None:
        """Note the text by which a correction names a unit, and which of equal ones it is."""
        self._said = unit.text
        self._number = self._taught.count(unit.text) if unit.text else 0

    def _read_told(self, unit: Unit) -> bool:
        """Read a line as a person said what it is; tell whether somebody did."""
        told = told_line(self._taught, unit, self._number) if has_letters(unit.text) else None
        if told:
            self._add(told.what, unit, told.why, level=told.level, mark=told.mark)
        return told is not None

    def _add(
        self, what: What, unit: Unit, why: str, sure: Sure = Sure.SURE, **more: object
    ) -> None:
        named: dict[str, Any] = {"said": self._said, "number": self._number, **more}
        event = Event(what, unit.text, unit.origins, why, sure, bold=unit.bold, **named)
        if what is not What.OUT:
            self._end_run()
        if what is What.HEADING:
            self._taught.note(unit.text)
        if what in (What.TEXT, What.HEADING, What.LEAD):
            self._begun = True
        self._headings += what is What.HEADING
        self._events.append(event)

    def _end_run(self) -> None:
        self._events.extend(self._run.end())

    def _read_title(self, unit: Unit, of_page: bool) -> None:
        """Read the title; the heading of a page may be a grade with its title."""
        if not of_page or not self._read_mark(unit):
            why = _("the first line, and it looks like a title")
            why = _("the page's own heading") if of_page else why
            self._add(What.TITLE, unit, why, level=unit.level)

    def _read_frame(self, unit: Unit) -> bool:
        """Read what stands above the text and is no part of it; False where it is something
        else.
        """
        if unit.kind is Kind.FACT:
            self._read_front_matter(unit)
            return True
        if self._begun or not unit.text:
            return False
        if is_placeholder_line(unit.text):
            self._add(What.OUT, unit, _("a placeholder that nobody has filled in"))
        elif says_kind_of_document(self._cursor, first=not self._events):
            self._add(What.FACT, unit, _("says what kind of document this is"))
        elif whose_document(unit.text) and not is_perhaps_section(unit.text, unit.level):
            fact = Fact("", whose_document(unit.text), "organisation")
            self._add(What.FACT, unit, _("the name of an organisation"), fact=fact)
        elif is_address(unit.text) and unit.kind is Kind.PARAGRAPH:
            self._add(What.FACT, unit, _("an address or a way to get in touch"))
        else:
            return False
        return True

    def _read_front_matter(self, unit: Unit) -> None:
        """Read one entry of a document's front matter: its title, its grade, or what it says
        besides.
        """
        key, _colon, value = unit.text.partition(":")
        fact = Fact(key.strip(), value.strip(), kind_of_entry(key, bool(self._front_title)))
        if placeholder(fact.value):
            self._add(What.OUT, unit, placeholder(fact.value))
        elif fact.kind == "title" and not any(e.what is What.TITLE for e in self._events):
            inner = replace(unit, text=fact.value)
            self._add(What.TITLE, inner, _("the title in the front matter"))
            self._events.extend(grade_of_title(self._cursor, fact.value))
        elif fact.kind in ("link", "title") or kind_of_key(key) != fact.kind:
            self._add(What.FACT, unit, _("an entry of the front matter"))
        else:
            self._run.add(unit, fact, _("an entry of the front matter"), self._number)

    def _read_table(self, unit: Unit) -> None:
        self._end_run()
        if self._legend.is_table(unit) and self._taught.table(unit) is None:
            self._events.extend(legend_events(unit))
            return
        above = self._tables.above(unit, self._events, self._names)
        taught, own = self._taught, self._legend.levels
        table = taught_table(unit, self._names, self._begun, taught, above, own)
        self._events = [*with_definition(self._events, table), *table]
        if unit.origins[0].place == _("front matter"):  # the text below is about the ladder
            if self._events[-1].what is What.END:
                self._events[-1] = replace(self._events[-1], whole=True)
            return
        self._begun = self._begun or any(event.what is What.TEXT for event in table)

    def _read(self, unit: Unit) -> None:
        if unit.kind is Kind.TABLE:
            self._read_table(unit)
            return
        if not has_letters(unit.text):
            self._add(What.OUT, unit, _("only marks of layout, no words"))
        elif self._legend.is_line(unit) or is_key_line(unit.text, bool(self._tables.count)):
            self._add(What.FACT, unit, _("says what a level of the skills means"))
        elif not (
            self._read_fact(unit)
            or self._read_mark(unit)
            or self._read_noise(unit)
            or self._read_heading(unit)
        ):
            self._read_text(unit)

    def _read_fact(self, unit: Unit) -> bool:
        if unit.kind is Kind.ITEM:
            return self._read_fact_point(unit)
        if self._run.add_several(unit, self._begun, self._number):
            return True
        fact = self._fact_of(unit)
        if fact:
            if fact.kind != "other" and self._run.has(fact.key):
                self._end_run()
            self._run.add(unit, fact, _("says something about the document"), self._number)
            return True
        following = self._cursor.following()
        known = following is not None and self._names.exact(following.text) is not None
        value = self._cursor.value_of(self._cursor.at, self._begun, known)
        if value is None or is_told(self._taught, value.text):
            empty = not self._begun and self._cursor.lacks_value()
            if empty:
                self._add(What.OUT, unit, _("a name without a value"))
            return empty
        self._read_pair(unit, value, kind_of_key(unit.text))
        return True

    def _read_fact_point(self, unit: Unit) -> bool:
        """Read a point of a list of names with their values, such as the details of a post."""
        if self._cursor.at not in self._cursor.fact_points:
            return False
        key, _colon, value = unit.text.partition(":")
        fact = Fact(key.strip(), " ".join(value.split()), kind_of_key(key) or "other")
        self._run.add(unit, fact, _("one of a list of names with their values"), self._number)
        return True

    def _fact_of(self, unit: Unit) -> Fact | None:
        """Return the fact that a line states; a name that is not known is one among known ones."""
        fact = parse_fact(unit.text)
        if fact and (fact.kind != "other" or not self._begun or self._run or self._runs_on()):
            return fact
        if unit.kind is Kind.PARAGRAPH:
            several = fact if facts_of_line(unit.text) else None
            if alone := lone_fact(unit.text) or several:
                return alone
        named = self._names.exact(unit.text.partition(":")[0])
        if self._begun or unit.kind is not Kind.PARAGRAPH or named:
            return None
        among = bool(self._run) or self._cursor.is_among_facts(self._cursor.at)
        return unknown_fact(unit.text) if among else None

    def _runs_on(self) -> bool:
        """Tell whether a telling fact (a grade, a title) stands next to this one."""
        following = self._cursor.following()
        fact = parse_fact(following.text) if following else None
        return fact is not None and fact.kind not in ("other", "link", "organisation")

    def _read_pair(self, key: Unit, value: Unit, kind: str) -> None:
        cursor = self._cursor
        while cursor.units[cursor.at + 1] is not value:
            cursor.at += 1
            self._add(What.OUT, cursor.unit, _("only marks of layout, no words"))
        cursor.at += 1
        fact = Fact(key.text.rstrip(": "), value.text, kind)
        why = _("a name with its value on the next line")
        self._run.add(key, None, why, self._number)
        self._name(value)
        self._run.add(value, fact, why, self._number)

    def _read_mark(self, unit: Unit) -> bool:
        split = None if unit.kind is Kind.HEADING else parse_run_in(unit.text)
        named = parse_mark(split[0]) if split else None
        if split and named:
            why = _("names a level, with its text on the same line")
            self._add(What.MARK, part_of(unit, split[0]), why, mark=named)
            why = _("stands behind the level on the same line")
            self._add(What.TEXT, part_of(unit, split[1]), why, level=0)
            return True
        headed = unit.kind is Kind.HEADING or unit.bold
        all_of_them = everyone(unit.text) if unit.kind is not Kind.ITEM or unit.bold else None
        if all_of_them and (headed or not all_of_them.about):
            self._add_everyone(unit, all_of_them)
            return True
        mark = parse_mark(unit.text, headed) if unit.kind is not Kind.ITEM or unit.bold else None
        if mark is None:
            return False
        if mark.title and self._names.exact(mark.title) and ":" in unit.text:
            self._add_glued(unit, mark)
            return True
        if mark.title and not headed and not mark.title[0].isupper():
            return False
        self._add(What.MARK, unit, _("names a grade, band or level"), level=unit.level, mark=mark)
        return True

    def _add_everyone(self, unit: Unit, mark: Mark) -> None:
        """Add a heading that names all grades, which may name what it is about besides."""
        why = _("names all grades: what follows is for each of them")
        self._add(What.MARK, unit, why, level=unit.level, mark=mark)
        if mark.about:
            below = unit.level + 1 if unit.level else 0
            self._events.append(Event(What.HEADING, mark.about, (), why, level=below))

    def _add_glued(self, unit: Unit, mark: Mark) -> None:
        before, heading = (part.strip() for part in unit.text.split(":", 1))
        named = parse_mark(before) or mark
        self._add(What.MARK, part_of(unit, before), _("names a grade, band or level"), mark=named)
        why = _("a known name, glued to the grade before it")
        self._add(What.HEADING, part_of(unit, heading), why)

    def _read_noise(self, unit: Unit) -> bool:
        if is_contact(unit.text):
            self._add(What.FACT, unit, _("an address or a way to get in touch"))
            return True
        why = (noise if unit.kind is Kind.PARAGRAPH else placeholder)(unit.text)
        why = why or recruiting_note(unit.text)
        if not why and self._repeats_title(unit):
            why = _("the title again, as at the top of a page")
        if why:
            self._add(What.OUT, unit, why)
        return bool(why)

    def _repeats_title(self, unit: Unit) -> bool:
        first = next((event for event in self._events if event.what is not What.OUT), None)
        again = first and first.what is What.TITLE and first.text == unit.text
        return bool(again) and unit.kind is Kind.PARAGRAPH

    def _read_heading(self, unit: Unit) -> bool:
        if unit.kind is Kind.HEADING:
            if is_paragraph_in_style(unit.text):
                why = _("a whole paragraph in the style of a heading")
                self._add(What.TEXT, unit, why, Sure.UNSURE, level=0)
            else:
                why = _("a heading of the document")
                self._add(What.HEADING, unit, why, level=unit.level)
            return True
        if unit.bold and unit.lead and self._read_subtitled(unit):
            return True
        found = heading_line(self._cursor, self._names, self._events, self._headings)
        split = self._cursor.lead() if found is None else None
        if found is None and split is None and unit.kind is not Kind.ITEM:
            split = run_in(unit.text, self._names)
        if split:
            known = self._names.exact(split[0]) is not None
            why = _("bold words before the text on the same line")
            why = _("a known name with its text on the same line") if known else why
            sure = Sure.SURE if known else Sure.LIKELY
            self._add(What.HEADING, part_of(unit, split[0]), why, sure)
            why = _("stands behind its heading on the same line")
            self._add(What.TEXT, part_of(unit, split[1]), why)
            return True
        if found:
            what, why, sure = found
            self._add(what, unit, why, sure)
        return found is not None

    def _read_subtitled(self, unit: Unit) -> bool:
        """Read a bold heading with something slanted behind it, which is its label."""
        label = unit.text[len(unit.lead) :].strip(" –—:-()")
        if not label or not is_short(unit.text, LONGEST_HEADING):
            return False
        heading = replace(unit, text=unit.lead.rstrip(": "))
        why = _("a short line in bold")
        self._add(What.HEADING, heading, why, Sure.LIKELY, label=label)
        return True

    # the text itself

    def _read_text(self, unit: Unit) -> None:
        self._end_run()
        before = last_text(self._events) if unit.kind is Kind.PARAGRAPH else None
        apart = unit.text in self._taught.parted
        if before is not None and not apart and goes_on(self._events[before], unit):
            self._events[before] = joined(self._events[before], unit)
            return
        following = self._cursor.following()
        leads = unit.text.endswith(":") and following is not None and following.kind is Kind.ITEM
        grade = grade_in_sentence(unit.text)
        if unit.kind is Kind.ITEM:
            level = max(unit.level, 1)
            self._add(What.TEXT, unit, _("a point of a list"), level=level, grade=grade)
        elif self._lost_its_dash(unit, following):
            why = _("a line without a dash among the points of a list; it counts as a point")
            self._add(What.TEXT, unit, why, Sure.UNSURE, level=1)
        else:
            self._add(What.TEXT, unit, _("a paragraph"), level=0, leads=leads, grade=grade)

    def _lost_its_dash(self, unit: Unit, following: Unit | None) -> bool:
        return (
            self._cursor.amid_points(self._headings)
            and following is not None
            and following.kind is Kind.ITEM
            and (not self._cursor.lined or not following.gap)
        )
