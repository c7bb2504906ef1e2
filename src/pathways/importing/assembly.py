"""One document put together: whom each text serves, under which heading and dimension it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pathways.i18n import _
from pathways.importing.audience import Audience, Keys
from pathways.importing.dimension_names import DimensionNames, Match
from pathways.importing.document_hints import Hint
from pathways.importing.document_shape import DocumentShape, Shape, heads_grade, plan_of
from pathways.importing.draft_texts import DraftTexts
from pathways.importing.drafts import ALL, DraftEntry, Drafts, DraftSection
from pathways.importing.events import Event, What
from pathways.importing.imported import Became, Sure
from pathways.importing.inclusion import inclusion_of
from pathways.importing.mapping import Taught
from pathways.importing.mark_nodes import MarkNodes
from pathways.importing.metadata import bare_title
from pathways.importing.node_names import NodeNames
from pathways.importing.onwards import onwards
from pathways.importing.placement import PlacedHeading, Placement
from pathways.model.mapping import Reassign


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
        hints: Sequence[Hint] = (),
    ) -> None:
        self._events, self._drafts, self._names, self._taught = list(events), drafts, names, taught
        self._document, self.name = document, name
        self.plan: DocumentShape = plan_of(events)
        self.nodes = MarkNodes(self._events, self.plan, drafts, document, name, hints)
        self._audience = Audience()
        self._placement = Placement(names)
        self._texts = DraftTexts(drafts, document)
        self._section: DraftSection | None = None
        self._subject = ""  # what the whole document is about, where that is one dimension
        self._under_grade = False  # under a heading such as "Job grade"
        self._flat = False  # whether grades and their sections are headings of one level

    def prepare(self, family: str = "", whole: bool = False) -> None:
        """Find the nodes of the document, in a ``family``; none where it is about the ``whole``."""
        self.plan = self.nodes.leave_out_role() if whole else self.plan
        self.nodes.prepare(family)

    def settle(self, names: NodeNames) -> None:
        """Begin with whom the document is about, once the nodes of all documents are known."""
        self.nodes.settle(names)
        self._audience.block = self.nodes.role or (ALL if self.plan.for_all else ())

    def be_about(self, subject: str) -> None:
        """Take the document for one dimension, with the levels of skill inside."""
        self._subject = subject

    def run(self) -> None:
        """Read all events."""
        for place, event in enumerate(self._events):
            self._take(event, place)

    def _take(self, event: Event, place: int) -> None:
        if place >= self.plan.start and self._take_inclusion(event, place):
            return
        if event.what is What.TITLE:
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
            self._end_table(event)

    def _end_table(self, event: Event) -> None:
        """Go on behind a table for the one role, or for nobody; not yet, or not any more."""
        if self.plan.shape is not Shape.ROLE:
            self._audience.begin_block((), 0)
            self._audience.outside = event.whole
        self._audience.end_part()
        self._section, self._placement.heading = None, None

    def _take_fact(self, event: Event) -> None:
        kind = event.fact.kind if event.fact else ""
        became = {"grade": Became.GRADE, "title": Became.ROLE}.get(kind, Became.METADATA)
        self._drafts.decide(event, became)
        if event.fact and kind == "family" and event.fact.value not in self._drafts.families:
            self._drafts.families.append(event.fact.value)
        if event.fact and kind == "organisation":
            self._drafts.organisations.append(event.fact.value)
        if event.facts and not self._audience.everyone:
            self.nodes.note_facts(event.facts, self._audience.block)

    # whom the text serves

    def _take_mark(self, event: Event, place: int) -> None:
        assert event.mark is not None
        if event.mark.everyone:
            self._take_everyone(event)
            return
        if self.plan.shape is Shape.ROLE:
            self._drafts.serve(self._drafts.decide(event, Became.GRADE), self.nodes.role)
            self.nodes.note_facts(event.facts, self._audience.block)
            return
        keys = self.nodes.keys(event, place)
        if not keys:
            self._take_unknown_mark(event)
            return
        self._drafts.serve(self._drafts.decide(event, Became.GRADE), keys)
        if self._is_part(event, keys):
            self._begin_part(event, keys, place)
        elif keys == self._audience.block and not event.whole:
            self._audience.head_again()
        else:
            self._begin_block(event, keys, place)
        self.nodes.note_facts(event.facts, keys)

    def _take_everyone(self, event: Event) -> None:
        """Go on for all grades; in a document about one role that is no news."""
        self._drafts.decide(event, Became.GRADE)
        if self.plan.shape is Shape.ROLE:
            return
        self._audience.begin_block(ALL, event.level)
        self._section = None
        if self.plan.shape is Shape.LADDER:
            self._placement.clear()

    def _take_unknown_mark(self, event: Event) -> None:
        why = _(
            "I do not know which of the grades here this label means; its text is kept for all of "
            "them."
        )
        self._drafts.decide(event, Became.GRADE, why, Sure.UNSURE)
        self._audience.unknown_part(event.text.rstrip(": "))
        self._section = None

    def _is_part(self, event: Event, keys: Keys) -> bool:
        block = self._audience.block
        own = event.whole or bool(event.mark and event.mark.by_hand)
        ladder = self.plan.shape is Shape.LADDER and not own
        return ladder and bool(block) and set(keys) < set(block)

    def _begin_part(self, event: Event, keys: Keys, place: int) -> None:
        whole_sections = self._following(place) is What.HEADING
        self._audience.begin_part(keys, event.text.rstrip(": "), whole_sections)
        self._section, self._placement.depth = None, 0
        if whole_sections:
            self._placement.heading = None

    def _begin_block(self, event: Event, keys: Keys, place: int) -> None:
        if self.plan.shape is Shape.LADDER:
            self.nodes.check_again(event, keys, place)
            self._placement.clear()
            following = next((e for e in onwards(self._events, place + 1) if e.origins), None)
            self._flat = bool(
                event.level
                and following is not None
                and following.what is What.HEADING
                and following.level == event.level
            )
        level = 0 if event.point else event.level
        self._audience.begin_block(keys, level, event.point)
        self._section, self._placement.depth = None, 0
        self._drafts.labels.setdefault(frozenset(keys), event.text.rstrip(": "))

    def _next(self, place: int) -> Event | None:
        """Return the event behind another, but for what is left out."""
        return next((e for e in onwards(self._events, place + 1) if e.what is not What.OUT), None)

    def _following(self, place: int) -> What | None:
        """Return what stands behind an event, but for what is left out."""
        following = self._next(place)
        return following.what if following else None

    # under which heading

    def _take_heading(self, event: Event, place: int) -> None:
        if place < self.plan.start or place in self.plan.parents:
            self._texts.begin_passage(event)
            self._audience.outside = self._audience.outside or place in self.plan.parents
            return
        if self._placement.is_label_here(event):
            self._label(event, place)
            return
        if len(self._audience.block) == 1 and heads_grade(self._events, place):
            self._drafts.decide(event, Became.METADATA, _("stands above the grade"))
            self._section, self._placement.heading = None, None
            self._under_grade = True
            return
        match, parent = self._placement.match(event)
        if self._leaves(event):
            if not self._goes_on_for_all(event, match):
                why = _("stands behind the grades, and is about none of them")
                self._texts.begin_passage(event, why, Sure.UNSURE)
                self._audience.leave()
                return
        elif self._audience.outside:
            self._texts.begin_passage(event)
            return
        self._audience.meet_section(match.dimension)
        if self.plan.shape is Shape.DIMENSIONS:
            self._audience.begin_block(ALL, 0)
        over_headings = self._following(place) is What.HEADING
        self._placement.begin(event, match, parent, over_headings)
        self._section = None
        self._decide_heading(event, match)
        if event.proficiency:
            self._open_section(event).level = event.proficiency

    def _decide_heading(self, event: Event, match: Match) -> None:
        sure = max(event.sure, match.sure, key=list(Sure).index)
        why = event.why if match.sure is Sure.SURE else f"{event.why}; {match.why}"
        self._drafts.decide(event, Became.HEADING, why, sure, dimension=match.dimension)

    def _leaves(self, event: Event) -> bool:
        """Tell whether a heading ends the text of the grades above it: it stands as high as they
        do, or higher.
        """
        audience = self._audience
        if self.plan.shape is not Shape.LADDER or not (audience.level and event.level):
            return False
        if event.level > audience.level or audience.outside or not audience.block:
            return False
        if event.level < audience.level or not self._flat:
            return True
        known = self._names.exact(event.text) is not None
        again = event.text.casefold().strip(": ") in self.plan.recurring
        return not known and not again and bool(self.plan.recurring)

    def _goes_on_for_all(self, event: Event, match: Match) -> bool:
        """Keep a section behind the grades that is about a known dimension for all of them."""
        exact = self._names.exact(event.text)
        if exact is None or exact.dimension == "overall":
            return False
        self._audience.begin_block(ALL, event.level)
        self._placement.clear()
        why = _("This section stands behind the grades; its text is kept for all of them.")
        self._drafts.doubt(event, why, self._document)
        return True

    def _label(self, event: Event, place: int, why: str = "") -> None:
        """Take a line such as "Desirable", or one that introduces a list, as the label of a part
        of the section.
        """
        over_headings = self._following(place) is What.HEADING
        self._placement.label(event.text, over_headings, event.level)
        self._section = None
        assert self._placement.heading is not None
        dimension = self._placement.heading.match.dimension
        why = why or _("a label inside its section")
        self._drafts.decide(event, Became.HEADING, why, dimension=dimension)

    def _take_lead(self, event: Event, place: int) -> None:
        self._end_point(event)
        outside = place < self.plan.start or self._audience.outside
        if outside or self._placement.is_heading_of_its_own(event.text):
            self._take_heading(event, place)
        else:
            self._label(event, place)

    def _take_inclusion(self, event: Event, place: int) -> bool:
        """Note that the text of other nodes holds here too; tell whether the event says so."""
        served = self._audience.only or self._audience.block
        keys, alone = inclusion_of(event, self._drafts.nodes, served)
        if not keys:
            return False
        whole = self._placement.heading is None
        if not alone:
            self._take_text(event, place)
        elif not whole:
            self._label(event, place, _("includes what another grade asks for"))
        else:
            self._audience.label = event.text.strip().rstrip(": ")
            why = _("includes everything that another grade asks for")
            self._drafts.decide(event, Became.HEADING, why)
        drafts = [self._drafts.nodes[key].includes for key in served]
        for included in drafts if whole else [self._open_section(event).includes]:
            included.extend(keys)
        return True

    # the text itself

    def _take_text(self, event: Event, place: int) -> None:
        self._end_point(event)
        depth = self._placement.depth_of(event)
        if not event.number:  # from a table or a slide: the mapping has not been asked yet
            event = replace(event, said=event.text, number=self._taught.count(event.text))
            left_out = self._taught.left_out(event.text, event.number)
            if left_out:
                self._drafts.decide(event, Became.LEFT_OUT, left_out)
                return
        moved = self._taught.reassigned(event.said, event.number)
        outside = place < self.plan.start or self._audience.outside
        if (outside and not (moved and moved.grades)) or (moved and moved.nobody):
            title = self.nodes.title or self.name
            self._texts.introduce(event, depth, self._audience.outside, title, moved)
            return
        if event.grade and not moved and self._gives_grade(event):
            return
        section = self._moved(event, moved, outside) if moved else self._open_section(event)
        sure, why = self._reason(event, section, moved is not None)
        decisions = self._drafts.decide(
            event, Became.STATEMENT, why, sure, dimension=section.dimension, heading=section.heading
        )
        section.entries.append(DraftEntry(event.text, depth, decisions))

    def _end_point(self, event: Event) -> None:
        """Go on for everyone behind the points that lie below a level."""
        point = self._audience.point
        if point and (not event.level or event.level < point):
            self._audience.begin_block(ALL, 0)
            self._section = None

    def _reason(self, event: Event, section: DraftSection, moved: bool) -> tuple[Sure, str]:
        """Say why a text stands where it does, and how surely."""
        if moved:
            return Sure.SURE, _("as it was put by hand")
        unknown = section.nodes == ALL and not self._audience.everyone
        if unknown and self.plan.shape is Shape.LADDER:
            why = _("I do not know which grade this text belongs to; it is kept for all of them.")
            return Sure.UNSURE, why
        headless = self._placement.heading is None and not self._subject
        if headless and self.plan.shape is not Shape.ROLE:
            title = self._names.title("overall")
            why = _("no heading stands above this text; it is put under “{title}”")
            return Sure.UNSURE, why.format(title=title)
        return event.sure, event.why

    def _gives_grade(self, event: Event) -> bool:
        """Give the role the grade that a sentence states; tell whether the sentence says no more,
        as under a heading "Job grade".
        """
        alone, self._under_grade = self._under_grade, False
        block = () if self._audience.everyone else self._audience.block
        if not self.nodes.give_grade(event, block, alone) or not alone:
            return False
        self._drafts.decide(event, Became.GRADE, _("states the grade"))
        return True

    def _open_section(self, event: Event) -> DraftSection:
        nodes = self._audience.block or ALL
        defines = nodes == ALL and self.plan.shape is Shape.DIMENSIONS
        definition = event.definition or (defines and not self._audience.level)
        if self._section and self._section.definition == definition:
            return self._section
        heading = self._placement.heading or self._default_heading()
        labels = dict.fromkeys(part for part in (self._audience.label, heading.label) if part)
        self._section = self._texts.add_section(
            nodes,
            self._audience.only,
            heading.match.dimension,
            heading.text,
            "; ".join(labels),
            definition,
        )
        self._section.level = "" if definition else self._placement.proficiency
        return self._section

    def _default_heading(self) -> PlacedHeading:
        if self._subject:
            return PlacedHeading(self._subject, self._names.find(self._subject))
        block = frozenset(self._audience.block)
        title = self._drafts.labels.get(block, "") or self.nodes.title or self.name
        overall, why = self._names.title("overall"), _("no heading of its own")
        return PlacedHeading(title, Match("overall", overall, Sure.LIKELY, why))

    def _moved(self, event: Event, moved: Reassign, outside: bool) -> DraftSection:
        """Return a section where a person put the text; the next text goes on where it was."""
        texts = self._texts
        here = texts.section_of_passage(self._names) if outside else self._open_section(event)
        if not outside and not here.says_something:
            self._drafts.sections.remove(here)
        self._section = None
        keys = self.nodes.wanted((*moved.grades, moved.role), event)
        nodes, only = here.nodes, here.only
        if keys:
            inside = set(keys) <= set(here.nodes)
            nodes = here.nodes if inside else keys
            only = keys if inside and set(keys) != set(here.nodes) else ()
        dimension = moved.dimension or here.dimension
        self._names.meet(dimension)
        return texts.add_section(nodes, only, dimension, here.heading, here.label, here.definition)
