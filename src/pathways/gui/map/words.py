"""What the map says about a node, in its box and aloud."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pathways.compare.change import StepChange
from pathways.graph.layout.folding import FoldGroup
from pathways.i18n import _, _n, in_words
from pathways.model.framework import Framework, Node
from pathways.model.library import Library
from pathways.model.saved_comparison import MOST_SIDE_BY_SIDE
from pathways.model.step import Step, StepKind

Sizes = Mapping[tuple[str, str], StepChange]
"""What changes on each step, as far as it is known, by the ids of its ends."""
_NO_SIZES: Sizes = {}

_SHORT = 90  # letters of what is asked first
_NAMED = 8  # of what is folded into a box
_NEAR = 4  # grades up or down that are looked at for the same words
_TOO_ALIKE = 5  # words that two purposes begin with: cut off behind them, both would look the same


def second_line(library: Library, node: Node) -> str:
    """Return what stands under a node's title: what it is for, else its grade; "" where the title
    says it all.
    """
    purpose = purpose_of(library, node.id)
    if not purpose:
        return "" if node.grade in node.title else node.grade
    nodes = library.framework_of(node.id).nodes
    place = nodes.index(node)
    others = [
        (other, said)
        for other in nodes[max(0, place - _NEAR) : place + _NEAR + 1]
        if other.id != node.id and (said := purpose_of(library, other.id))
    ]
    same = next((other for other, said in others if said == purpose), None)
    if same is not None and nodes.index(same) < place:
        return _("the same purpose as {title}").format(title=same.title)
    alike = max((_alike(purpose, said) for _other, said in others if said != purpose), default=0)
    if alike < _TOO_ALIKE:
        return purpose
    return "… " + " ".join(purpose.split()[alike:])


def _alike(text: str, other: str) -> int:
    """Return how many words two texts have in common at their beginnings, but for the last."""
    words, others = text.split(), other.split()
    same = next(
        (place for place, (a, b) in enumerate(zip(words, others, strict=False)) if a != b),
        min(len(words), len(others)),
    )
    return min(same, len(words) - 1)


def heading_of(library: Library, framework_id: str, *, single: bool) -> tuple[str, str]:
    """Return a lane's title and the line under it; the box of a ``single`` lane says the title by
    itself.
    """
    framework = library.framework(framework_id)
    return ("", _single_line(framework)) if single else (framework.title, framework.organisation)


def _single_line(framework: Framework) -> str:
    node = framework.nodes[0]
    told = is_group(node.id) or node.grade in node.title
    return " · ".join(part for part in ("" if told else node.grade, framework.organisation) if part)


def single_lines(library: Library) -> dict[str, str]:
    """Return the lines over the boxes of frameworks that have one box only, by the box."""
    alone = (framework for framework in library.frameworks if len(framework.nodes) == 1)
    return {framework.nodes[0].id: _single_line(framework) for framework in alone}


def is_group(box_id: str) -> bool:
    """Tell whether a box stands for a family or a framework that is folded."""
    return "/" in box_id


def purpose_of(library: Library, node_id: str) -> str:
    """Return the first statement on what a node is for; "" where its document has none."""
    statements = library.statements_of(node_id, "purpose")
    return next((statement.text for statement in statements if not statement.definition), "")


def _on_route(node_id: str, route: Sequence[str]) -> str:
    """Say which stop of the route a node is."""
    return _("stop {number} of {count} on the route").format(
        number=list(route).index(node_id) + 1, count=len(route)
    )


def leads_to(library: Library, node_id: str, sizes: Sizes = _NO_SIZES) -> str:
    """Return where a node's steps lead, in words: how much changes, as far as that is known, and
    which of them no document states.
    """
    return in_words(
        [
            _end_of(library.nodes[step.target], step, sizes.get((step.source, step.target)))
            for step in library.steps
            if step.source == node_id
        ]
    )


def _led_by(library: Library, node_id: str, sizes: Sizes = _NO_SIZES) -> str:
    """Return from where steps lead to a node, in words, as ``leads_to`` does."""
    return in_words(
        [
            _end_of(library.nodes[step.source], step, sizes.get((step.source, step.target)))
            for step in library.steps
            if step.target == node_id
        ]
    )


def _end_of(node: Node, step: Step, change: StepChange | None) -> str:
    told = step_labels(step, change)
    if not told:
        return node.title
    words = told[0].replace(" · ", ", ")
    return _("{title} ({words})").format(title=node.title, words=words)


def _first_of(library: Library, node_id: str, sizes: Sizes) -> str:
    """Return what the step that leads on from a node asks for first, "" where that is not known."""
    for step in library.steps:
        change = sizes.get((step.source, step.target))
        if step.source == node_id and change is not None and change.first:
            from pathways.compare.clause import main_clause  # once the sizes of steps are known

            first = change.first[0]
            told = main_clause(first.statement.text, _SHORT, beside=first.earlier)
            return f"{first.change.word}, {told}"
    return ""


def spoken_group(
    library: Library, group: FoldGroup, chosen: Sequence[str], *, folded: bool = True
) -> str:
    """Say what is folded, what is in it and how to open it, in one sentence for a screen reader."""
    framework = library.framework(group.framework_id)
    parts = [group.title, group.count]
    if framework.title != group.title:
        parts.append(framework.title)
    parts.append(framework.organisation)
    if inside := [node for node in chosen if node in group.nodes]:
        parts.append(_("with {names}, chosen").format(names=in_words(library.titles_of(inside))))
    if folded:
        parts.append(_("folded, Enter unfolds"))
    return ", ".join(parts)


def spoken_node(
    library: Library,
    node_id: str,
    chosen: Sequence[str],
    route: Sequence[str] = (),
    sizes: Sizes = _NO_SIZES,
) -> str:
    """Say a node, where it belongs, its state, what leads to it and where it leads, how much
    changes, what is asked first, and what it is for: for a screen reader.
    """
    node, framework = library.node(node_id), library.framework_of(node_id)
    parts = [node.title]
    if node.grade not in node.title:
        parts.append(_("grade {grade}").format(grade=node.grade))
    if framework.title != node.title:
        parts.append(framework.title)
    parts.append(framework.organisation)
    if node_id in chosen:
        parts.append(_("chosen, number {number}").format(number=list(chosen).index(node_id) + 1))
    if node_id in route:
        parts.append(_on_route(node_id, route))
    if led := _led_by(library, node_id, sizes):
        parts.append(_("comes after {names}").format(names=led))
    if leads := leads_to(library, node_id, sizes):
        parts.append(_("leads to {names}").format(names=leads))
    if first := _first_of(library, node_id, sizes):
        parts.append(_("first there: {words}").format(words=first))
    if purpose := purpose_of(library, node_id):
        parts.append(_("what it is for: {purpose}").format(purpose=purpose))
    return ", ".join(parts)


def step_labels(step: Step, change: StepChange | None) -> tuple[str, ...]:
    """Return what stands beside a line: its kind where that is not plain, and how much changes;
    then a shorter one.
    """
    parts: list[str] = []
    plain = (
        (StepKind.NEXT_GRADE, StepKind.ACROSS_ORGANISATIONS)
        if step.indicative
        else (StepKind.NEXT_GRADE,)
    )
    if step.kind not in plain:
        parts.append(step.kind.word)
    if step.indicative:
        parts.append(_("suggested"))
    if change is not None:
        count = change.pairs if change.across else change.size
        words = (
            _n("{count} match", "{count} matches", count)
            if change.across
            else _n("{count} change", "{count} changes", count)
        )
        parts.append(words.format(count=count))
    return (" · ".join(parts), parts[0]) if parts[1:] else tuple(parts)


def inside_words(library: Library, group: FoldGroup) -> str:
    """Name what is folded into a box, as far as that is not too much to read."""
    titles = library.titles_of(group.nodes[:_NAMED])
    left = len(group.nodes) - len(titles)
    return in_words(
        [*titles, _n("{count} more", "{count} more", left).format(count=left)] if left else titles
    )


def next_words(library: Library, chosen: Sequence[str]) -> str:
    """Say what a person can do next, by what is chosen."""
    titles = library.titles_of(chosen)
    if not library.nodes:
        return _("No framework is open. Open one to see its grades here.")
    if not titles:
        return _("Choose your grade, then the one you want to compare it with.")
    if len(titles) == 1:
        return _("{title} is chosen. Now choose the one you want to compare it with.").format(
            title=titles[0]
        )
    if len(titles) == MOST_SIDE_BY_SIDE:
        return _("{titles}: four is the most you can compare.").format(titles=in_words(titles))
    return _("{titles}: compare them, or choose another.").format(titles=in_words(titles))
