"""Grades that are unknown, out of order, used twice, or at odds with the titles and labels around
them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pathways.checking.finding import Code, Finding, Keys
from pathways.checking.subject import Subject
from pathways.i18n import _
from pathways.model.framework import Node, NodeKind
from pathways.model.problem import Severity
from pathways.patterns import ShortPattern

_CODE = r"[A-Z]{0,4}\d{1,3}[A-Z]?"
_CODES = rf"{_CODE}(?:\s{{0,3}}(?:/|,|&|\+|-|–|to|and|or)\s{{0,3}}{_CODE})*"
_RANGE = re.compile(r"(\d{1,9})\s{0,9}(?:-|–|to)\s{0,9}(\d{1,9})", re.IGNORECASE)
_ZEROS = re.compile(r"(?<!\d)0{1,9}(?=\d)")
_GRADE_WORDS = "grades?|bands?|scales?"
_LEVEL_WORDS = "levels?"
_WORD_BEFORE = re.compile(rf"^(?:{_GRADE_WORDS}|{_LEVEL_WORDS})\b[\s:.]*", re.IGNORECASE)
_ALL_CODES = ShortPattern(_CODES, 300, re.IGNORECASE)
_NAMED = {
    words: ShortPattern(
        rf"(?:^|[(\[,;:–-])\s{{0,9}}(?:{words})\b[\s:.]{{0,9}}({_CODES})(?![\w.])",
        500,
        re.IGNORECASE,
    )
    for words in (_GRADE_WORDS, _LEVEL_WORDS)
}
_NOT_KNOWN = frozenset(
    {"", "?", "-", "–", "unknown", "not known", "not stated", "none", "n/a", "na"}
)
_FEWEST_FALLING = (
    3  # grades that all count down, from which on the lowest probably does not stand first
)


def check_grades(subject: Subject) -> Iterator[Finding]:
    """Find grades that are unknown, contradicted by a title or a label, used twice, or not
    rising.
    """
    yield from _unknown(subject)
    for node in subject.framework.nodes:
        yield from _against_title(subject, node)
    for b, block in enumerate(subject.framework.blocks):
        yield from _against_label(subject, block.label, block.nodes, ("blocks", b, "label"))
        for s, section in enumerate(block.sections):
            nodes = section.only or block.nodes
            yield from _against_label(
                subject, section.label, nodes, ("blocks", b, "sections", s, "label")
            )
    for ladder in subject.ladders:
        yield from _twice(subject, ladder)
        yield from _order(subject, ladder)


def codes(text: str) -> frozenset[str]:
    """Return the grades that a list of them names: 6, 7 and 8 for "6 / 7 / 8" and for "6-8"; none
    for other text.
    """
    bare = _WORD_BEFORE.sub("", text.strip()).strip()
    if not _ALL_CODES.fullmatch(bare):
        return frozenset()
    found = {_plain(code) for code in re.findall(_CODE, bare, re.IGNORECASE)}
    for first, last in _RANGE.findall(bare):
        found.update(str(number) for number in range(int(first), int(last) + 1))
    return frozenset(found)


def _plain(code: str) -> str:
    return _ZEROS.sub("", code.upper())


def _agree(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two sets of grades have one in common; 7 and G7 are one."""
    return any(
        a == b or (_number(a) == _number(b) and (a.isdecimal() or b.isdecimal()))
        for a in one
        for b in other
    )


def _number(code: str) -> str:
    return "".join(re.findall(r"\d+", code))


def _words_for(node: Node) -> str:
    return _LEVEL_WORDS if node.kind is NodeKind.LEVEL else _GRADE_WORDS


def _named_in(text: str, words: str) -> frozenset[str]:
    """Return the grades that a title or label names behind its word for them, at its beginning or
    in brackets.
    """
    match = _NAMED[words].search(text)
    return codes(match[1]) if match else frozenset()


def _unknown(subject: Subject) -> Iterator[Finding]:
    unknown = [node for node in subject.framework.nodes if node.grade.strip().lower() in _NOT_KNOWN]
    if not unknown:
        return
    if len(unknown) == len(subject.framework.nodes):
        message, severity = _("No grade is stated for {nodes}."), Severity.ADVICE
    else:
        message, severity = (
            _("No grade is stated for {nodes}, while others have one."),
            Severity.WARNING,
        )
    yield subject.finding(
        Code.UNKNOWN_GRADE,
        severity,
        message.format(nodes=subject.named(*(node.id for node in unknown))),
        _("Add the grade: without it, nobody can tell what is above and what below."),
        nodes=[node.id for node in unknown],
    )


def _against_title(subject: Subject, node: Node) -> Iterator[Finding]:
    named, own = _named_in(node.title, _words_for(node)), codes(node.grade)
    if named and own and not _agree(named, own):
        yield subject.finding(
            Code.CONTRADICTORY_GRADE,
            Severity.ERROR,
            _("The title says “{title}”, but the grade is {grade}.").format(
                title=node.title, grade=node.grade
            ),
            _("Correct the wrong one."),
            nodes=(node.id,),
        )


def _against_label(
    subject: Subject, label: str, served: Sequence[str], keys: Keys
) -> Iterator[Finding]:
    nodes = [subject.library.node(node) for node in served]
    named = _named_in(label, _words_for(nodes[0]))
    if not named or not all(codes(node.grade) for node in nodes):
        return
    strangers = [node for node in nodes if not _agree(codes(node.grade), named)]
    if strangers:
        yield subject.finding(
            Code.CONTRADICTORY_GRADE,
            Severity.ERROR,
            _("The text labelled “{label}” is given to {nodes}.").format(
                label=label, nodes=subject.named(*(node.id for node in strangers))
            ),
            _("Correct the label, or give the text to the grade that it names."),
            nodes=[node.id for node in strangers],
            keys=keys,
        )
        return
    for grade in sorted(named):
        if not any(_agree(codes(node.grade), frozenset({grade})) for node in nodes):
            yield _not_served(subject, label, grade, served, keys)


def _not_served(
    subject: Subject, label: str, grade: str, served: Sequence[str], keys: Keys
) -> Finding:
    own = [n for n in subject.framework.nodes if _agree(codes(n.grade), frozenset({grade}))]
    message = _("The label “{label}” names {grade} too, but this text is not given to it.")
    advice = _("Give the text to that grade as well, or correct the label.")
    if not own:
        message = _("The label “{label}” names {grade}, which is no grade of this framework.")
        advice = _("Add the grade, or correct the label.")
    return subject.finding(
        Code.CONTRADICTORY_GRADE if own else Code.UNKNOWN_GRADE,
        Severity.WARNING,
        message.format(label=label, grade=grade),
        advice,
        nodes=served,
        keys=keys,
    )


def _twice(subject: Subject, ladder: Sequence[Node]) -> Iterator[Finding]:
    """Find grades that two nodes of one ladder have; roles may well share one."""
    first: dict[str, Node] = {}
    for node in ladder:
        known = node.grade.strip().lower() not in _NOT_KNOWN
        if known and node.kind is not NodeKind.ROLE and node.grade in first:
            yield subject.finding(
                Code.GRADE_TWICE,
                Severity.WARNING,
                _("“{first}” and “{second}” both have the grade {grade}.").format(
                    first=first[node.grade].title, second=node.title, grade=node.grade
                ),
                _("Correct one of them, or make the two one grade."),
                nodes=(node.id, first[node.grade].id),
            )
        first.setdefault(node.grade, node)


def _order(subject: Subject, ladder: Sequence[Node]) -> Iterator[Finding]:
    """Find steps at which the number of the grade falls; only numbers of one series (G7, G6) can
    be compared.
    """
    steps = []
    for below, above in pairwise(ladder):
        match = (
            re.fullmatch(r"(\D*)(\d+)", below.grade.strip()),
            re.fullmatch(r"(\D*)(\d+)", above.grade.strip()),
        )
        if match[0] and match[1] and match[0][1].lower() == match[1][1].lower():
            steps.append((below, above, int(match[1][2]) - int(match[0][2])))
    falling = [(below, above) for below, above, rise in steps if rise < 0]
    if falling and len(falling) == len(steps):
        if len(falling) >= _FEWEST_FALLING - 1:
            yield _counting_down(subject, ladder, falling[0][0].grade, falling[-1][1].grade)
        return
    for below, above in falling:
        yield subject.finding(
            Code.GRADE_ORDER,
            Severity.WARNING,
            _("{above} stands above {below}: the grades do not rise.").format(
                above=above.title, below=subject.named(below.id)
            ),
            _("Put the grades in order, the lowest first."),
            nodes=(above.id, below.id),
        )


def _counting_down(subject: Subject, ladder: Sequence[Node], first: str, last: str) -> Finding:
    return subject.finding(
        Code.GRADE_ORDER,
        Severity.ADVICE,
        _("The grades count down, from {first} to {last}.").format(first=first, last=last),
        _("Check that the lowest grade stands first in the file; the steps follow that order."),
        nodes=[node.id for node in ladder],
    )
