"""Higher grades that ask for less than the one below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pathways.checking.dimensions import expected
from pathways.checking.finding import Code, Finding
from pathways.checking.subject import Subject, quoted, some
from pathways.compare.change import DimensionChange, LevelChange, StepChange, Verdict
from pathways.compare.evidence import find_reasons
from pathways.compare.language import Language, find_phrases, plain_words
from pathways.compare.sentences import inside
from pathways.i18n import _
from pathways.model.problem import Severity
from pathways.model.statement import Statement

# The comparison must call every pair something; here only what is beyond doubt is held against a
# document. How similar two statements must be, from 0 to 1, before the lower word counts as a lower
# demand:
_ALIKE_IN_DEGREE = 0.4  # for words that only say how much: in-depth, good; highly complex, complex
_ALIKE_IN_DUTY = (
    0.75  # for what somebody does: manage, contribute to; and for a condition: under guidance
)
_AS_LONG = (
    0.5  # and the shorter must have this share of the longer's words: a mere mention is no demand
)
# how far a verb must fall: "lead" and "be responsible", or "support" and "help", are too close
_LEVELS_APART = 2

_DEGREES = frozenset({"size", "complexity", "degree", "qualification"})
_DUTIES = frozenset({"responsibility", "commitment"})
_LEADING = re.compile(
    r"\w+(?:(?:,|,? and|,? or) \w+)*"
)  # "Build, configure and support": what a statement begins with
_OTHERS = frozenset(
    {"other", "others", "colleagues", "team", "teams", "organisation"}
)  # to help them do it is no less

Word = tuple[int, str]  # (level from 1, as the vocabulary writes it)


def check_demands(subject: Subject) -> Iterator[Finding]:
    """Find statements and dimensions that ask for less at a step upwards, and dimensions that end
    there.
    """
    for change in subject.changes:
        yield from _asks_less(subject, change)
        yield from _dropped(subject, change)


def lowered(before: str, after: str, subject: Subject) -> str:
    """Return in which way a statement clearly asks for less than another of the same subject:
    "in-depth → good".
    """
    language = subject.language
    alike = subject.weights.similarity(before, after)
    lengths = sorted(len(language.content(text)) for text in (before, after))
    if alike < _ALIKE_IN_DEGREE or lengths[0] < _AS_LONG * lengths[1]:
        return ""
    fallen = _fallen(before, after, _DEGREES, language, 1)
    if fallen:
        return fallen
    first, second = _leading(before), _leading(after)
    duty_alike = subject.weights.similarity(before.removeprefix(first), after.removeprefix(second))
    if max(alike, duty_alike) >= _ALIKE_IN_DUTY and not _OTHERS & {*plain_words(after)} - {
        *plain_words(before)
    }:
        fallen = _fallen(first, second, _DUTIES, language, _LEVELS_APART)
    if alike >= _ALIKE_IN_DUTY and not fallen:
        reasons = find_reasons(before, after, subject.weights)
        come = [r.after for r in reasons if r.kind == "condition" and r.weight < 0]
        fallen = "".join(_("adds: {words}").format(words=words) for words in come)
    return fallen


def _leading(text: str) -> str:
    """Return the verb, or the verbs, that a statement begins with."""
    match = _LEADING.match(text)
    return match.group() if match else ""


def _fallen(before: str, after: str, scales: frozenset[str], language: Language, far: int) -> str:
    """Return the words by which a text has fallen on a scale; silence, and anything as strong as
    before, is no fall.
    """
    for scale, levels in language.scales:
        if scale.id in scales:
            old, new = _words(before, levels, language), _words(after, levels, language)
            gone, come = old - new, new - old
            if gone and come and max(new)[0] <= max(gone)[0] - far:
                return f"{max(gone)[1]} → {max(come)[1]}"
    return ""


def _words(text: str, levels: dict[tuple[str, ...], Word], language: Language) -> set[Word]:
    longest = max(map(len, levels), default=1)
    return {
        levels[phrase] for _place, phrase in find_phrases(language.stems(text), levels, longest)
    }


def _asks_less(subject: Subject, step: StepChange) -> Iterator[Finding]:
    for dimension in step.dimensions:
        for change in dimension.changes:
            if change.verdict is Verdict.EASED and change.before and change.after:
                why = lowered(change.before.text, change.after.text, subject)
                if why:
                    yield _less(subject, step, dimension, change.before, change.after, why)
        if dimension.level and dimension.level.verdict is Verdict.EASED:
            yield _lower_level(subject, step, dimension, dimension.level)
        gone = [c.before for c in dimension.changes if c.before and c.verdict is Verdict.DROPPED]
        real = [c for c in dimension.changes if c.verdict.is_change]
        if gone and len(gone) == len(real) and dimension.verdict is Verdict.CHANGED:
            yield _less_in_all(subject, step, dimension, gone)


def _less(
    subject: Subject,
    step: StepChange,
    dimension: DimensionChange,
    before: Statement,
    after: Statement,
    why: str,
) -> Finding:
    message = _("On {dimension}, {after} asks for less than {before} ({why}): {new}, after {old}.")
    words = {"why": why, "new": quoted(after.text), "old": quoted(before.text)}
    advice = _(
        "Ask for more at the higher grade or less at the lower one, unless this is intended."
    )
    at_step = _AtStep(subject, step, dimension, (after, before))
    return at_step.finding(message, words, advice, Severity.WARNING)


def _lower_level(
    subject: Subject, step: StepChange, dimension: DimensionChange, level: LevelChange
) -> Finding:
    message = _("On {dimension}, {after} needs a lower level than {before}: {low}, after {high}.")
    words = {
        "low": quoted(level.after.value if level.after else ""),
        "high": quoted(level.before.value if level.before else ""),
    }
    advice = _(
        "Ask for more at the higher grade or less at the lower one, unless this is intended."
    )
    return _AtStep(subject, step, dimension, level.explained_after).finding(message, words, advice)


def _less_in_all(
    subject: Subject, step: StepChange, dimension: DimensionChange, gone: Sequence[Statement]
) -> Finding:
    message = _("On {dimension}, {after} no longer mentions: {what}.")
    words = {"what": some([quoted(s.text) for s in gone])}
    advice = _("If it still holds at the higher grade, say so there.")
    return _AtStep(subject, step, dimension, gone).finding(message, words, advice)


@dataclass(frozen=True)
class _AtStep:
    """Where less is asked: the step, the dimension and the statements."""

    subject: Subject
    step: StepChange
    dimension: DimensionChange
    statements: Sequence[Statement]

    def finding(
        self,
        message: str,
        words: Mapping[str, str],
        advice: str,
        severity: Severity = Severity.ADVICE,
    ) -> Finding:
        before, after = self.step.before.id, self.step.after.id
        return self.subject.finding(
            Code.ASKS_LESS,
            severity,
            message.format(
                dimension=inside(self.dimension.dimension.title),
                after=self.subject.named(after),
                before=self.subject.named(before),
                **words,
            ),
            advice,
            nodes=(before, after),
            statements=self.statements,
            dimension=self.dimension.dimension.id,
        )


def _dropped(subject: Subject, step: StepChange) -> Iterator[Finding]:
    """Find dimensions that end at this step and have not been reported as missing."""
    ladder = next(nodes for nodes in subject.ladders if step.after in nodes)
    reported = expected(subject, [n for n in ladder if subject.says_something(n.id)])
    for dimension in step.dimensions:
        if dimension.verdict is Verdict.DROPPED and dimension.dimension.id not in reported:
            message = _("{dimension}: {before} has text, {after} has none.")
            yield subject.finding(
                Code.DROPPED_DIMENSION,
                Severity.ADVICE,
                message.format(
                    dimension=dimension.dimension.title,
                    before=subject.named(step.before.id),
                    after=subject.named(step.after.id),
                ),
                _("If it still holds at the higher grade, say so there."),
                nodes=(step.before.id, step.after.id),
                statements=[c.before for c in dimension.changes if c.before],
                dimension=dimension.dimension.id,
            )
