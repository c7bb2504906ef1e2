"""Two to four nodes side by side: the heart of the program."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType

import msgspec

from pathways.compare.across import across_subjects, two_organisations
from pathways.compare.align import align
from pathways.compare.change import (
    Change,
    Comparison,
    DimensionChange,
    Ladder,
    LevelChange,
    StepChange,
    Verdict,
)
from pathways.compare.first import tell_first
from pathways.compare.ladder_remark import ladder_remark
from pathways.compare.language import Language, language_for
from pathways.compare.levels import compare_levels, explains
from pathways.compare.once import told_once
from pathways.compare.rulings import NO_RULING, Ruling, Rulings, StaleOverrule
from pathways.compare.sentences import describe_dimension
from pathways.compare.verdict import judge, judge_dimension
from pathways.compare.weights import Weights
from pathways.compare.wording import mark_words
from pathways.errors import UsageError
from pathways.i18n import _
from pathways.model.dimension import Dimension
from pathways.model.library import Library, unknown
from pathways.model.overrule import Between, Overrules
from pathways.model.saved_comparison import MOST_SIDE_BY_SIDE
from pathways.model.statement import Statement
from pathways.model.vocabulary import Vocabulary

_Progress = Callable[[int, int], None]  # hears how many are done, and how many there are


class Comparer:
    """Compare the nodes of a library by a vocabulary; what was computed once is kept.

    ``overrules`` are what persons judge otherwise: their pairs come first and their verdicts stand.
    """

    def __init__(
        self, library: Library, vocabulary: Vocabulary, overrules: Overrules | None = None
    ) -> None:
        self.library = library
        self.vocabulary = vocabulary
        self.overrules = overrules or Overrules()
        self._rulings = Rulings(self.overrules, library)
        self._languages: dict[str, Language] = {}
        self._weights: dict[tuple[str, ...], Weights] = {}
        self._steps: dict[tuple[str, str, str], DimensionChange] = {}

    @property
    def stale_overrules(self) -> tuple[StaleOverrule, ...]:
        """Return the judgements that are not applied, because what they speak of has changed or is
        gone.
        """
        return self._rulings.stale

    def with_overrules(self, overrules: Overrules) -> Comparer:
        """Return a comparer of the same frameworks with other judgements; it keeps what they do
        not touch.
        """
        other = Comparer(self.library, self.vocabulary, overrules)
        other._languages, other._weights = self._languages, self._weights
        other._steps = {
            key: change
            for key, change in self._steps.items()
            if self._rulings.at(Between(*key)) == other._rulings.at(Between(*key))
        }
        return other

    def compare(
        self, node_ids: Sequence[str], *, dimensions: Sequence[str] = (), only_changes: bool = False
    ) -> Comparison:
        """Compare two to four nodes in order; raise UsageError for other numbers, unknown or
        repeated nodes.

        ``dimensions`` limits the comparison to those ids; ``only_changes`` leaves out dimensions
        and statements that do not really change at any step.
        """
        nodes = tuple(self.library.node(node_id) for node_id in node_ids)
        self._check(node_ids)
        wanted = self._wanted(node_ids, dimensions)
        steps = [self.step(a, b, wanted) for a, b in itertools.pairwise(node_ids)]
        if only_changes:
            steps = _only_changes(steps)
        frameworks = list(dict.fromkeys(self.library.framework_of(node_id) for node_id in node_ids))
        return Comparison(
            nodes=nodes,
            steps=tuple(steps),
            restated=tuple(framework.title for framework in frameworks if framework.restated),
        )

    def ladder(
        self, framework_id: str, family: str = "", *, progress: _Progress = lambda _done, _of: None
    ) -> Ladder:
        """Compare every step inside a framework, or inside one family of it; raise UsageError for
        an unknown one.

        ``progress`` is called before each step.
        """
        framework = self.library.framework(framework_id)
        ids = [node.id for node in framework.nodes if family in ("", node.family)]
        if not ids:
            known = {node.family for node in framework.nodes} - {""}
            raise UsageError(unknown(_("family"), family, sorted(known)))
        pairs = [
            (s.source, s.target) for s in framework.own_steps if s.source in ids and s.target in ids
        ]
        dimensions = self.library.dimensions_of(ids)
        steps: tuple[StepChange, ...] = ()
        for source, target in pairs:
            progress(len(steps), len(pairs))
            steps += (self.step(source, target, dimensions),)
        return Ladder(
            framework=framework.id,
            title=family or framework.title,
            family=family,
            dimensions=dimensions,
            steps=steps,
            remark=ladder_remark(steps),
        )

    def step(
        self, before: str, after: str, dimensions: Iterable[Dimension] | None = None
    ) -> StepChange:
        """Return what happens from one node to another, on the given dimensions or on all that
        either states.
        """
        if dimensions is None:
            dimensions = self.library.dimensions_of((before, after))
        changes = tuple(self._dimension(before, after, dimension) for dimension in dimensions)
        across = self._across(before, after)
        weights = self._weights_for(before, after)
        if not across:
            changes = self._told_once(before, after, changes, weights)
        else:
            nodes = self.library.node(before), self.library.node(after)
            pairing = functools.partial(self._pair, weights=weights)
            changes = across_subjects(changes, *nodes, self.library, pairing, weights)
        return StepChange(
            before=self.library.node(before),
            after=self.library.node(after),
            dimensions=changes,
            first=tell_first(changes, weights),
            across=across,
        )

    def judge(
        self, before: str, after: str, text_before: str, text_after: str
    ) -> tuple[Verdict, str]:
        """Return what kind of change it would be from one text to another, between two nodes, and
        why.
        """
        return judge(text_before, text_after, self._weights_for(before, after))

    def similarity(self, before: str, after: str, text_before: str, text_after: str) -> float:
        """Return how much two texts speak of the same, from 0 to 1, between two nodes."""
        return self._weights_for(before, after).similarity(text_before, text_after)

    def _check(self, node_ids: Sequence[str]) -> None:
        if not 2 <= len(node_ids) <= MOST_SIDE_BY_SIDE:
            raise UsageError(
                _("A comparison takes two, three or four grades or roles; {given} given.").format(
                    given=len(node_ids)
                )
            )
        repeated = [
            node_id for place, node_id in enumerate(node_ids) if node_id in node_ids[:place]
        ]
        if repeated:
            raise UsageError(
                _("“{node}” is named twice; name each grade or role once.").format(node=repeated[0])
            )

    def _wanted(self, node_ids: Sequence[str], dimensions: Sequence[str]) -> tuple[Dimension, ...]:
        if not dimensions:
            return self.library.dimensions_of(node_ids)
        asked = {self.library.dimension(dimension).id for dimension in dimensions}
        return tuple(
            dimension for dimension in self.library.dimensions.values() if dimension.id in asked
        )

    def _dimension(self, before: str, after: str, dimension: Dimension) -> DimensionChange:
        key = before, after, dimension.id
        if key not in self._steps:
            self._steps[key] = self._compare_dimension(before, after, dimension)
        return self._steps[key]

    def _compare_dimension(self, before: str, after: str, dimension: Dimension) -> DimensionChange:
        library, name = self.library, dimension.id
        old, new = library.demands_of(before, name), library.demands_of(after, name)
        if self._across(before, after):  # each under its own subject only: it is matched once
            old, new = (tuple(s for s in t if s.dimensions[0] == name) for t in (old, new))
        level = compare_levels(
            library.level_of(before, name), library.level_of(after, name), old, new
        )
        shared = bool(old) and [s.id for s in old] == [s.id for s in new]
        if self._without_section(before, after, name):
            verdict = Verdict.NOT_STATED
            level = level and msgspec.structs.replace(level, verdict=verdict)
            changes = _only_stated(*_compared_texts(old, new, level))
        else:
            changes = self._compared(before, after, name, old, new, level)
            states = [library.states(node, name) for node in (before, after)]
            verdict = judge_dimension([*changes, *([level] if level else [])], *states)
        found = DimensionChange(
            dimension=dimension,
            verdict=verdict,
            shared=shared and (level is None or level.verdict is Verdict.UNCHANGED),
            sentence="",
            changes=changes,
            level=level,
        )
        nodes = library.node(before), library.node(after)
        return msgspec.structs.replace(found, sentence=describe_dimension(found, *nodes, library))

    def _told_once(
        self, before: str, after: str, changes: tuple[DimensionChange, ...], weights: Weights
    ) -> tuple[DimensionChange, ...]:
        """Tell each statement as one thing, and say of each subject what that makes of it."""
        told = told_once(changes, weights)
        return tuple(
            dimension
            if found == dimension.changes
            else self._said(before, after, msgspec.structs.replace(dimension, changes=found))
            for dimension, found in zip(changes, told, strict=True)
        )

    def _said(self, before: str, after: str, change: DimensionChange) -> DimensionChange:
        sides = zip(*((c.before, c.after) for c in change.changes), strict=True)
        states = [  # what stands under another subject there is not new under this one
            self.library.states(node, change.dimension.id) or any(side)
            for node, side in zip((before, after), sides, strict=True)
        ]
        levels = [change.level] if change.level else []
        verdict = judge_dimension([*change.changes, *levels], *states)
        found = msgspec.structs.replace(change, verdict=verdict)
        nodes = self.library.node(before), self.library.node(after)
        sentence = describe_dimension(found, *nodes, self.library)
        return msgspec.structs.replace(found, sentence=sentence)

    def _across(self, before: str, after: str) -> bool:
        return two_organisations(
            self.library.framework_of(before), self.library.framework_of(after)
        )

    def _without_section(self, before: str, after: str, dimension: str) -> bool:
        """Tell whether a document, not only one of its grades, has nothing on a dimension."""
        one, other = self.library.framework_of(before), self.library.framework_of(after)
        return one is not other and not (
            one.has_section(dimension) and other.has_section(dimension)
        )

    def _compared(
        self,
        before: str,
        after: str,
        dimension: str,
        old: Sequence[Statement],
        new: Sequence[Statement],
        level: LevelChange | None,
    ) -> tuple[Change, ...]:
        """Compare the texts of two nodes on a dimension, without those that explain levels."""
        old, new = _compared_texts(old, new, level)
        weights = self._weights_for(before, after)
        ruling = self._rulings.at(Between(before, after, dimension))
        changes = self._changes(old, new, weights, ruling)
        if ruling:
            changes = ruling.applied(changes, self._changes(old, new, weights, NO_RULING))
        return changes

    def _changes(
        self, old: Sequence[Statement], new: Sequence[Statement], weights: Weights, ruling: Ruling
    ) -> tuple[Change, ...]:
        """Pair the statements: a shared one with itself, then as persons say, the rest by what they
        say.

        Definitions are paired with definitions, unless a person says otherwise.
        """
        later = {s.id: s for s in new}
        pairs: dict[str, Statement] = {s.id: s for s in new if s in old}
        pairs.update(
            {
                one: later[other]
                for one, other in ruling.partners.items()
                if other in later and one not in pairs and other not in pairs
            }
        )
        settled = {*pairs, *(statement.id for statement in pairs.values()), *ruling.alone}
        in_order = len({self.library.framework_of(s.nodes[0]).id for s in (*old, *new)}) == 1
        for definition in (True, False):
            left = [s for s in old if s.definition is definition and s.id not in settled]
            right = [s for s in new if s.definition is definition and s.id not in settled]
            texts = [s.text for s in left], [s.text for s in right]
            for i, j in align(*texts, weights, whole=not ruling, in_order=in_order):
                pairs[left[i].id] = right[j]
        beside = {**_beside(old), **_beside(new)}
        changes = [self._pair(s, pairs.get(s.id), weights, beside) for s in old]
        return _in_reading_order(changes, new)

    def _pair(
        self,
        before: Statement,
        after: Statement | None,
        weights: Weights,
        beside: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
    ) -> Change:
        if after is None:
            return Change(verdict=Verdict.DROPPED, before=before, after=None)
        around = beside.get(before.id), beside.get(after.id)
        verdict, why = judge(before.text, after.text, weights, *around)
        words = (
            ()
            if before.text == after.text
            else mark_words(before.text, after.text, weights.language)
        )
        return Change(verdict=verdict, before=before, after=after, why=why, words=words)

    def _weights_for(self, before: str, after: str) -> Weights:
        """Weigh words over the whole of the framework, or of the two frameworks, at hand."""
        frameworks = {
            f.id: f for f in (self.library.framework_of(before), self.library.framework_of(after))
        }
        key = tuple(sorted(frameworks))
        if key not in self._weights:
            code = frameworks[key[0]].language.split("-")[0]
            if code not in self._languages:
                self._languages[code] = language_for(self.vocabulary, code)
            texts = [statement.text for name in key for statement in frameworks[name].statements]
            self._weights[key] = Weights(self._languages[code], texts)
        return self._weights[key]


def _beside(statements: Sequence[Statement]) -> dict[str, tuple[str, ...]]:
    """Return the texts next to each statement, {id: texts}."""
    texts = [s.text for s in statements]
    return {
        s.id: (*texts[max(0, place - 1) : place], *texts[place + 1 : place + 2])
        for place, s in enumerate(statements)
    }


def _compared_texts(
    old: Sequence[Statement], new: Sequence[Statement], level: LevelChange | None
) -> tuple[Sequence[Statement], Sequence[Statement]]:
    """Leave aside what explains levels, where levels are stated: there they are the comparison."""
    if level is None:
        return old, new
    return [s for s in old if not explains(s)], [s for s in new if not explains(s)]


def _only_stated(old: Sequence[Statement], new: Sequence[Statement]) -> tuple[Change, ...]:
    """Return what only one document speaks of: it cannot be compared, and is no change."""
    gone = [Change(verdict=Verdict.NOT_STATED, before=s, after=None) for s in old]
    come = [Change(verdict=Verdict.NOT_STATED, before=None, after=s) for s in new]
    return (*gone, *come)


def _in_reading_order(changes: list[Change], new: Sequence[Statement]) -> tuple[Change, ...]:
    """Put new statements where the later document has them: behind what stands before them
    there.
    """
    paired = {change.after.id for change in changes if change.after}
    found = list(changes)
    previous: str | None = None
    for statement in new:
        if statement.id not in paired:
            added = Change(verdict=Verdict.NEW, before=None, after=statement)
            place = next(
                (i + 1 for i, c in enumerate(found) if c.after and c.after.id == previous), 0
            )
            found.insert(place, added)
        previous = statement.id
    return tuple(found)


def _only_changes(steps: Sequence[StepChange]) -> list[StepChange]:
    keep = {d.dimension.id for step in steps for d in step.dimensions if d.verdict.is_change}

    def trimmed(step: StepChange) -> StepChange:
        dimensions = tuple(
            msgspec.structs.replace(d, changes=tuple(c for c in d.changes if c.verdict.is_change))
            for d in step.dimensions
            if d.dimension.id in keep
        )
        return msgspec.structs.replace(step, dimensions=dimensions)

    return [trimmed(step) for step in steps]
