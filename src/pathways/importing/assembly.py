"""One document put together: whom each text serves, under which heading and dimension it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pathways.i18n import _
from pathways.importing.dimension_names import DimensionNames, Match, plain_words
from pathways.importing.document_shape import Plan, Shape, plan_of, unified
from pathways.importing.drafts import ALL, DraftEntry, DraftPassage, Drafts, DraftSection, Key
from pathways.importing.events import Event, What
from pathways.importing.grade_names import Ref
from pathways.importing.imported import Became, Sure
from pathways.importing.mapping import Taught
from pathways.importing.metadata import bare_title
from pathways.model.mapping import Reassign

_LABELS = frozenset({"essential", "desirable", "preferred"})


class Assembly:
    """Take the events of one document and add what they say to the drafts."""

    def __init__(
        self,
        events: Sequence[Event],
        drafts: Drafts,
        names: DimensionNames,
        taught: Taught,
        document: int,
        name: str,
    ) -> None:
        self._events, self._drafts, self._names, self._taught = list(events), drafts, names, taught
        self._document, self._name = document, name
        self._plan: Plan = plan_of(events)
        self._title = ""
        self._block: tuple[Key, ...] = ()
        self._only: tuple[Key, ...] = ()
        self._part_label = ""
        self._outer = False  # whether the part holds whole sections
        self._header_again = False
        self._parts: dict[tuple[Key, ...], set[str]] = {}
        self._section: DraftSection | None = None
        self._heading: tuple[str, Match, str] | None = None  # text, dimension, label
        self._stack: list[tuple[int, str, Match]] = []
        self._passage: DraftPassage | None = None
        self._depth = 0  # deeper by one below a sentence that introduces a list
        self._unified: dict[Key, Ref] = {}
        self._refs: list[Ref] = []
        self._places: dict[object, int] = {}  # of the refs, by each of their names

    def prepare(self) -> None:
        """Find the nodes that the document names, so that all are known before any text is put in
        its place.
        """
        refs = [ref for e in self._events if e.what is What.MARK and e.mark for ref in e.mark.refs]
        self._unified = unified(refs)
        self._refs = list(self._unified.values())
        for place, ref in enumerate(self._refs):
            for name in (ref.key, ref.title.casefold(), (ref.code,) if ref.title else ref.key):
                self._places.setdefault(name, place)
        if self._plan.shape is Shape.ROLE:
            self._begin_role()
        else:
            for event in self._events:
                if event.what is What.MARK:
                    self._keys(event)

    def run(self) -> None:
        """Read all events."""
        for place, event in enumerate(self._events):
            self._take(event, place)

    def _begin_role(self) -> None:
        """Make the one node of a document about one role."""
        titles = [e.text for e in self._events if e.what is What.TITLE]
        ref = next(iter(self._unified.values()), Ref())
        mark = next((e.mark for e in self._events if e.what is What.MARK and e.mark), None)
        label = mark.label if mark else ""
        title = bare_title(
            ref.title or (titles[0] if titles else "") or (mark.title if mark else "") or self._name
        )
        same = self._drafts.nodes.get(replace(ref, title=title).key)
        if (
            same and same.ref.code != ref.code
        ):  # another document is about the same role at another grade
            title = _("{role}, {level}").format(role=title, level=ref.code or self._name)
        node = self._drafts.node(replace(ref, title=title), label, self._document)
        self._block = (node.key,)
        self._title = title

    def _take(self, event: Event, place: int) -> None:
        if event.what is What.TITLE:
            self._title = self._title or bare_title(event.text)
            self._drafts.titles.append(bare_title(event.text))
            self._drafts.decide(event, Became.TITLE)
        elif event.what is What.OUT:
            self._drafts.decide(event, Became.LEFT_OUT)
        elif event.what is What.FACT:
            self._take_fact(event)
        elif event.what is What.MARK:
            self._take_mark(event, place)
        elif event.what is What.HEADING:
            self._take_heading(event, place)
        elif event.what is What.LEAD:
            self._take_lead(event, place)
        elif event.what is What.TEXT:
            self._take_text(event, place)
        else:
            self._block, self._only, self._section, self._heading = self._home(), (), None, None

    def _home(self) -> tuple[Key, ...]:
        """Return whom text serves after a table: the one role, or nobody yet."""
        return self._block if self._plan.shape is Shape.ROLE else ()

    def _take_fact(self, event: Event) -> None:
        kind = event.fact.kind if event.fact else ""
        became = {"grade": Became.GRADE, "title": Became.ROLE}.get(kind, Became.METADATA)
        self._drafts.decide(event, became)
        if event.fact and kind == "family" and event.fact.value not in self._drafts.families:
            self._drafts.families[event.fact.value] = None
        if event.fact and kind == "organisation":
            self._drafts.organisations.append(event.fact.value)

    # whom the text serves

    def _take_mark(self, event: Event, place: int) -> None:
        assert event.mark is not None
        if self._plan.shape is Shape.ROLE:
            self._drafts.decide(event, Became.GRADE)
            self._note_facts(event, self._block)
            return
        keys = self._keys(event)
        if not keys:
            self._mark_unknown(event)
            return
        self._drafts.decide(event, Became.GRADE)
        if (
            not event.whole
            and self._block
            and set(keys) < set(self._block)
            and self._plan.shape is Shape.LADDER
        ):
            self._begin_part(event, keys, place)
        elif keys == self._block and not event.whole:
            self._header_again = True
        else:
            self._begin_block(event, keys)
        self._note_facts(event, keys)

    def _keys(self, event: Event) -> tuple[Key, ...]:
        """Return the nodes that a mark names, () where it belongs to another scheme than the
        document's grades.
        """
        assert event.mark is not None
        mark = event.mark
        if event.whole:
            return tuple(
                self._drafts.node(ref, event.text, self._document).key for ref in mark.refs
            )
        of_scheme = [refs for refs in (mark.refs, mark.others) if refs and self._of_scheme(refs[0])]
        if not of_scheme:
            return ()
        refs = [self._known(ref, mark.title) for ref in of_scheme[0]]
        return tuple(self._drafts.node(ref, event.text, self._document).key for ref in refs)

    def _of_scheme(self, ref: Ref) -> bool:
        return self._plan.scheme in (ref.key[1], "role") or bool(ref.title)

    def _known(self, ref: Ref, title: str) -> Ref:
        names = [ref.key, ref.title.casefold() if ref.title else (ref.code,)]
        places = [self._places[name] for name in names if name in self._places]
        return self._refs[min(places)] if places else ref

    def _mark_unknown(self, event: Event) -> None:
        why = _(
            "I do not know which of the grades here this label means; its text is kept for all of "
            "them."
        )
        self._drafts.decide(event, Became.GRADE, why, Sure.UNSURE)
        self._part_label = event.text.rstrip(": ")
        self._section = None

    def _begin_part(self, event: Event, keys: tuple[Key, ...], place: int) -> None:
        """Begin the text of some of the block's grades: whole sections, or paragraphs within the
        section.
        """
        self._only, self._part_label = keys, event.text.rstrip(": ")
        behind = place + 1
        while behind < len(self._events) and self._events[behind].what is What.OUT:
            behind += 1
        self._outer = behind < len(self._events) and self._events[behind].what is What.HEADING
        self._header_again = False
        self._section, self._depth = None, 0
        if self._outer:
            self._heading = None
            self._parts.setdefault(keys, set())

    def _begin_block(self, event: Event, keys: tuple[Key, ...]) -> None:
        inside = self._plan.shape is Shape.DIMENSIONS
        self._block, self._only, self._part_label, self._outer = keys, (), "", False
        self._header_again, self._section, self._depth = False, None, 0
        self._parts = {}
        self._drafts.labels.setdefault(frozenset(keys), event.text.rstrip(": "))
        if not inside:
            self._heading, self._stack = None, []

    def _note_facts(self, event: Event, keys: tuple[Key, ...]) -> None:
        for key in keys:
            node = self._drafts.nodes[key]
            for fact in event.facts:
                if fact.kind == "code":
                    node.code = node.code or fact.value
                elif fact.kind == "other":
                    said = f"{fact.key}: {' '.join(fact.value.split())}"
                    node.facts[said] = None

    # under which heading

    def _take_heading(self, event: Event, place: int) -> None:
        if place < self._plan.start:
            self._drafts.decide(event, Became.HEADING)
            self._passage = DraftPassage(event.text.rstrip(": "))
            self._drafts.passages.append(self._passage)
            return
        if _is_label(event.text) and self._heading and self._heading[1].dimension == "knowledge":
            self._label(event)
            return
        match, parent = self._match(event)
        self._end_part_at(match)
        if not self._outer:
            self._only, self._part_label = (), ""
        elif self._only:
            self._parts.setdefault(self._only, set()).add(match.dimension)
        if self._plan.shape is Shape.DIMENSIONS:
            self._block = ALL
        self._heading = event.text.strip().rstrip(": "), match, event.label or parent
        self._section, self._depth = None, 0
        level = event.level or 9
        self._stack = [item for item in self._stack if item[0] < level]
        self._stack.append((level, event.text.strip().rstrip(": "), match))
        sure = max(event.sure, match.sure, key=list(Sure).index)
        if event.origins:
            why = event.why if match.sure is Sure.SURE else f"{event.why}; {match.why}"
            self._drafts.decide(event, Became.HEADING, why, sure, dimension=match.dimension)

    def _match(self, event: Event) -> tuple[Match, str]:
        level = event.level or 9
        above = [item for item in self._stack if item[0] < level and event.level]
        parent = above[-1] if above else None
        label = parent[1] if parent and plain_words(parent[1]) != plain_words(event.text) else ""
        if event.dimension:
            known = Match(event.dimension, self._names.title(event.dimension), Sure.SURE, event.why)
            return known, label
        exact = self._names.exact("criteria" if _is_label(event.text) else event.text)
        if exact:
            return exact, label
        if parent and parent[2].known and parent[2].dimension != "overall":
            why = _("a heading under “{heading}”, and so of its dimension").format(
                heading=parent[1]
            )
            return replace(parent[2], sure=Sure.LIKELY, why=why), label
        return self._names.find(event.text), label

    def _end_part_at(self, match: Match) -> None:
        """End the sections of one grade of a block where a section begins that its sisters do not
        have.
        """
        if not self._outer or not self._only:
            return
        sisters = set().union(*(seen for keys, seen in self._parts.items() if keys != self._only))
        own = self._parts.get(self._only, set())
        again = match.dimension in sisters and match.dimension not in own
        all_told = {key for keys in self._parts for key in keys} == set(self._block)
        if (self._header_again and not again) or (
            sisters and all_told and match.dimension not in sisters
        ):
            self._outer, self._only, self._part_label = False, (), ""
            self._header_again = False

    def _label(self, event: Event) -> None:
        """Take a line such as "Desirable", or one that introduces a list, as the label of a part
        of the section.
        """
        assert self._heading is not None
        text = event.text.strip().rstrip(": ")
        self._heading = self._heading[0], self._heading[1], text
        self._section, self._depth = None, 0
        why = _("a label inside its section")
        self._drafts.decide(event, Became.HEADING, why, dimension=self._heading[1].dimension)

    def _take_lead(self, event: Event, place: int) -> None:
        if place < self._plan.start or self._heading is None or self._names.exact(event.text):
            self._take_heading(event, place)
        else:
            self._label(event)

    # the text itself

    def _take_text(self, event: Event, place: int) -> None:
        depth = self._depth_of(event)
        if not event.number:  # from a table or a slide: the mapping has not been asked yet
            event = replace(event, said=event.text, number=self._taught.count(event.text))
            left_out = self._taught.left_out(event.text, event.number)
            if left_out:
                self._drafts.decide(event, Became.LEFT_OUT, left_out)
                return
        if place < self._plan.start:
            self._take_introduction(event, depth)
            return
        moved = self._taught.reassigned(event.said, event.number)
        section = self._moved(event, moved) if moved else self._open_section(event)
        sure, why = (Sure.SURE, _("as it was put by hand")) if moved else (event.sure, event.why)
        if not moved and self._heading is None and self._plan.shape is not Shape.ROLE:
            sure, why = (
                Sure.UNSURE,
                _("no heading stands above this text; it is put under “{title}”").format(
                    title=self._names.title("overall")
                ),
            )
        if not moved and section.nodes == ALL and self._plan.shape is Shape.LADDER:
            why = _("I do not know which grade this text belongs to; it is kept for all of them.")
            sure = Sure.UNSURE
        decisions = self._drafts.decide(
            event, Became.STATEMENT, why, sure, dimension=section.dimension, heading=section.heading
        )
        section.entries.append(DraftEntry(event.text, depth, decisions))

    def _depth_of(self, event: Event) -> int:
        if event.level == 0:
            self._depth = 1 if event.leads else 0
            return 1
        return min(event.level + self._depth, 9)

    def _take_introduction(self, event: Event, depth: int) -> None:
        if self._passage is None:
            self._passage = DraftPassage(self._title or self._name)
            self._drafts.passages.append(self._passage)
        why = _("stands before the first grade")
        decisions = self._drafts.decide(
            event, Became.INTRODUCTION, why, event.sure, heading=self._passage.heading
        )
        self._passage.entries.append(DraftEntry(event.text, depth, decisions))

    def _open_section(self, event: Event) -> DraftSection:
        nodes = self._block or ALL
        definition = event.definition or (nodes == ALL and self._plan.shape is Shape.DIMENSIONS)
        if self._section and self._section.definition == definition:
            return self._section
        heading, match, label = self._heading or self._default_heading()
        labels = dict.fromkeys(part for part in (self._part_label, label) if part)
        self._section = self._added(
            nodes, self._only, match.dimension, heading, "; ".join(labels), definition
        )
        return self._section

    def _default_heading(self) -> tuple[str, Match, str]:
        title = self._drafts.labels.get(frozenset(self._block), "") or self._title or self._name
        return (
            title,
            Match("overall", self._names.title("overall"), Sure.LIKELY, _("no heading of its own")),
            "",
        )

    def _added(
        self,
        nodes: tuple[Key, ...],
        only: tuple[Key, ...],
        dimension: str,
        heading: str,
        label: str,
        definition: bool,
    ) -> DraftSection:
        section = DraftSection(nodes, only, dimension, heading, label, definition, self._document)
        self._drafts.sections.append(section)
        return section

    def _moved(self, event: Event, moved: Reassign) -> DraftSection:
        """Return a section where a person put the text; the next text goes on where it was."""
        here = self._open_section(event)
        if not here.entries:
            self._drafts.drop(here)
        self._section = None
        wanted = {name.casefold() for name in (*moved.grades, moved.role) if name}
        keys = tuple(
            key
            for key, node in self._drafts.nodes.items()
            if wanted & {node.ref.code.casefold(), node.ref.title.casefold(), node.label.casefold()}
        )
        nodes, only = here.nodes, here.only
        if keys:
            inside = set(keys) <= set(here.nodes)
            nodes = here.nodes if inside else keys
            only = keys if inside and set(keys) != set(here.nodes) else ()
        dimension = moved.dimension or here.dimension
        self._names.meet(dimension)
        return self._added(nodes, only, dimension, here.heading, here.label, here.definition)


def _is_label(text: str) -> bool:
    return text.casefold().strip(": ") in _LABELS
