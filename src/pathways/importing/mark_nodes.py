"""The nodes that the marks of one document name: family, title and grade together tell them
apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pathways.i18n import _
from pathways.importing.audience import Keys
from pathways.importing.dimension_names import plain_words
from pathways.importing.document_hints import Hint
from pathways.importing.document_shape import DocumentShape, Shape
from pathways.importing.drafts import Drafts, Key
from pathways.importing.events import Event, What
from pathways.importing.grade_names import Ref, parse_mark
from pathways.importing.imported import Doubt
from pathways.importing.level_order import is_level_name
from pathways.importing.metadata import Fact, bare_title, is_kind_of_document
from pathways.importing.node_names import NodeNames
from pathways.importing.role_names import (
    MOST_COMPARED,
    is_misspelt,
    is_same,
    known_by_hand,
    unified,
    with_titles_apart,
)


class MarkNodes:
    """Say which nodes each mark of a document means, and note what it says of them."""

    def __init__(
        self,
        events: Sequence[Event],
        plan: DocumentShape,
        drafts: Drafts,
        document: int,
        name: str,
        hints: Sequence[Hint],
    ) -> None:
        self._events, self._plan, self._drafts = events, plan, drafts
        self._document, self._name, self._hints = document, name, hints
        self._refs: dict[int, tuple[Ref, ...]] = {}  # of the mark at a place
        self._known: dict[Key, Ref] = {}
        self._names: NodeNames | None = None
        self._told: list[Ref] = []  # what a person named
        self._family = ""
        self._begun: dict[Keys, int] = {}  # where the text of some grades began first
        self.title = next((bare_title(e.text) for e in events if e.what is What.TITLE), "")
        self.role: Keys = ()  # the one node of a document about one role

    @property
    def scheme_codes(self) -> frozenset[tuple[str, str]]:
        """Return the grades and titles that the document names, to be compared with another's."""
        marks = [e.mark for e in self._events if e.what is What.MARK and e.mark]
        return frozenset((ref.code, ref.title) for mark in marks for ref in mark.refs)

    @property
    def are_levels(self) -> bool:
        """Tell whether the document names nothing but levels of skill, such as "Working"."""
        marks = [e.mark for e in self._events if e.what is What.MARK and e.mark]
        refs = [ref for mark in marks for ref in mark.refs]
        return bool(refs) and all(
            is_level_name(ref.title) if ref.title else ref.scheme == "level" for ref in refs
        )

    def prepare(self, family: str) -> None:
        """Find all nodes of the document, in a family where it is one among several."""
        self._family = family
        places = [p for p, e in enumerate(self._events) if e.what is What.MARK and e.mark]
        marks = [
            (mark, self._plan.families.get(place, ""))
            for place in places
            if (mark := self._events[place].mark) is not None
        ]
        self._refs = dict(zip(places, with_titles_apart(marks), strict=True))
        told = [p for p in places if (mark := self._events[p].mark) and mark.by_hand]
        own = [ref for place, refs in self._refs.items() if place not in told for ref in refs]
        self._known = unified(own)
        for place in told:
            refs = self._refs[place]
            self._refs[place] = tuple(known_by_hand(r, list(self._known.values())) for r in refs)
        self._told = [ref for place in told for ref in self._refs[place]]
        if self._plan.shape is Shape.ROLE:
            self._begin_role()
            return
        for place in places:
            self.keys(self._events[place], place)

    def settle(self, names: NodeNames) -> None:
        """Go by what the nodes are called after those that are one were put together."""
        self._names = names
        self.role = tuple(self._drafts.merged.get(key, key) for key in self.role)

    def leave_out_role(self) -> DocumentShape:
        """Take the document for one about no role of its own; return how it is read then."""
        self._plan = DocumentShape(Shape.LADDER, len(self._events) + 1)
        return self._plan

    def keys(self, event: Event, place: int) -> Keys:
        """Return the nodes that a mark names, () where it belongs to another scheme than the
        document's grades.
        """
        assert event.mark is not None
        refs = self._refs.get(place, event.mark.refs)
        if not (event.whole or event.mark.by_hand):
            others = event.mark.others
            of_scheme = [r for r in (refs, others) if r and self._is_of_scheme(r[0])]
            refs = of_scheme[0] if of_scheme else ()
            refs = tuple(self._checked(ref, event) for ref in refs)
        nodes = [
            self._drafts.node(self._in_family(ref), event.text, self._document) for ref in refs
        ]
        if len(nodes) == 1 and event.mark.title:
            first = parse_mark(nodes[0].label, heading=True)
            if first is None or len(first.refs) > 1:  # until now one of several: "Grades: 6, 7, 8"
                nodes[0].label = event.text
        return tuple(dict.fromkeys(node.key for node in nodes))

    def _in_family(self, ref: Ref) -> Ref:
        if not self._family:
            return ref
        family = f"{self._family}: {ref.family}" if ref.family else self._family
        return replace(ref, family=family)

    def _is_of_scheme(self, ref: Ref) -> bool:
        return self._plan.scheme in (ref.scheme, "role") or bool(ref.title)

    def _checked(self, ref: Ref, event: Event) -> Ref:
        """Return the ref under which a grade or role is known, with a doubt where its title was
        another.
        """
        title = event.mark.title if event.mark else ""
        known = self._known_as(ref, title)
        if ref.title and known.title and is_misspelt(ref.title, known.title):
            why = _("I took this for the role “{one}”, whose title is nearly the same.")
            doubt = why.format(one=known.title)
            line = event.origins[0].line if event.origins else 0
            said = Doubt(line=line, text=event.text, why=doubt, document=self._document)
            if said not in self._drafts.doubts:
                self._drafts.doubts.append(said)
        return known

    def _known_as(self, ref: Ref, title: str) -> Ref:
        """Return the ref under which a grade or role is known; where several roles have the grade,
        the one of the same title.
        """
        if ref.key in self._known:
            return self._known[ref.key]
        if len(self._known) > MOST_COMPARED:
            return ref
        same = [known for known in self._known.values() if is_same(known, ref)]
        titled = [known for known in same if title and known.title.casefold() == title.casefold()]
        return (titled or same or [ref])[0]

    def wanted(self, names: Iterable[str], event: Event) -> Keys:
        """Return the nodes that a person named for a text, by grade, title or label; a doubt where
        none of them is known.
        """
        wanted = [name for name in names if name]
        assert self._names is not None
        known = self._names
        keys = tuple(dict.fromkeys(key for name in wanted for key in known.find(name)))
        if wanted and not keys:
            why = _("The corrections give this text to “{names}”, which is no grade or role here.")
            self._drafts.doubt(event, why.format(names=", ".join(wanted)), self._document)
        return keys

    def note_facts(self, facts: Sequence[Fact], keys: Keys) -> None:
        """Note what the document says of some nodes: their code, and facts besides."""
        for node in (self._drafts.nodes[key] for key in keys):
            for fact in facts:
                if fact.kind == "code":
                    node.code = node.code or fact.value
                elif fact.kind == "other":
                    said = f"{fact.key}: {' '.join(fact.value.split())}"
                    if said not in node.facts:
                        node.facts.append(said)

    def give_grade(self, event: Event, block: Keys, alone: bool) -> bool:
        """Give the one node of a block the grade that a sentence about it states, or that stands
        ``alone`` under a heading; tell whether it did.
        """
        about_role = event.text.lstrip().startswith(("The ", "This ", "Your ", "It "))
        if event.grade is None or len(block) != 1 or not (alone or about_role):
            return False
        self._drafts.grade(block[0], event.grade)
        return True

    def check_again(self, event: Event, keys: Keys, place: int) -> None:
        """Doubt where the same grade is the heading of a text for the second time."""
        if event.whole:
            return
        first = self._begun.setdefault(keys, place)
        if first != place and event.origins and event.level:
            line = self._events[first].origins[0].line if self._events[first].origins else 0
            why = _("This grade has text in line {line} already; I took both for one grade.")
            self._drafts.doubt(event, why.format(line=line), self._document)

    # a document about one role

    def _begin_role(self) -> None:
        """Make the one node of a document about one role."""
        ref = self._named_role()
        mark = next((e.mark for e in self._events if e.what is What.MARK and e.mark), None)
        label = mark.label if mark else ""
        self._check_titles(ref)
        ref = self._apart_from_others(ref)
        node = self._drafts.node(ref, label, self._document)
        self.role = (node.key,)
        self.title = ref.title

    def _named_role(self) -> Ref:
        """Return title and grade of the role: from its text, else from what stands around it."""
        known = next(iter((*self._told, *self._known.values())), Ref())
        mark = next((e.mark for e in self._events if e.what is What.MARK and e.mark), None)
        title = known.title or self.title or (mark.title if mark else "")
        if self.title and plain_words(self.title) == plain_words(title):
            title = self.title  # as its heading has it, not as a form does, in capitals
        if not known.code:
            known = self._hinted_grade(known, title)
        if not title:
            title = self._hinted_title(known)
        return replace(known, title=bare_title(title) if title else "")

    def _hinted_grade(self, ref: Ref, title: str) -> Ref:
        hint = next((h for h in self._hints if h.ref), None)
        if hint is None or hint.ref is None:
            return ref
        why = _("The grade is taken from {source}.").format(source=hint.source)
        self._doubt(hint.ref.code, why)
        return replace(ref, code=hint.ref.code, word=hint.ref.word)

    def _hinted_title(self, ref: Ref) -> str:
        """Return a title from outside the text; "" where there is a grade, which is a name, too."""
        for hint in self._hints:
            if hint.title and not (hint.ref is None and ref.code and hint is self._hints[-1]):
                why = _("The title is taken from {source}.").format(source=hint.source)
                self._doubt(hint.title, why)
                return hint.title
        return "" if ref.code else self._name

    def _check_titles(self, ref: Ref) -> None:
        """Doubt where the document heads its text by another title than that of the role."""
        for event in self._events:
            mark = event.mark if event.what is What.MARK else None
            title = bare_title(mark.title or mark.refs[0].title) if mark and mark.refs else ""
            same = plain_words(title) == plain_words(ref.title)
            if not title or same or is_kind_of_document(title) or not event.origins:
                continue
            why = _("The document calls the role “{one}”, too; I took both for one role.")
            self._drafts.doubt(event, why.format(one=title), self._document)

    def _apart_from_others(self, ref: Ref) -> Ref:
        """Return a name that no other document has: two files may well have the same title."""
        if ref.key in self._drafts.nodes:
            name = ref.title or ref.code
            why = _(
                "Two files have the same title and grade. I made two of them; if they are one, "
                "put them together."
            )
            self._doubt(name, why)
            return replace(ref, title=_("{role} ({file})").format(role=name, file=self._name))
        return ref

    def _doubt(self, text: str, why: str) -> None:
        self._drafts.doubts.append(Doubt(line=0, text=text, why=why, document=self._document))
