"""Comparisons put away in small files: made of what is open, and what they need to be shown
again.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from pathways.compare.change import Verdict
from pathways.i18n import _, _n, in_words
from pathways.model.saved_comparison import FORMAT, ComparedFramework, ComparedNode, SavedComparison
from pathways.store.comparison_file import place_beside, place_of
from pathways.store.file_name import leads_away
from pathways.store.open_files import OpenFiles


class ShownPart(msgspec.Struct, frozen=True):
    """How a comparison is shown: what is left out of sight."""

    only_changes: bool = False
    hidden_dimensions: frozenset[str] = frozenset()
    hidden_verdicts: frozenset[Verdict] = frozenset()
    hidden_columns: frozenset[str] = frozenset()


def saved_comparison(
    state: OpenFiles, node_ids: Sequence[str], shown: ShownPart, path: Path
) -> SavedComparison:
    """Return what is compared as it is written to ``path``."""
    library, own = state.library, set(state.paths)
    frameworks = dict.fromkeys(library.framework_of(node) for node in node_ids)
    return SavedComparison(
        format=FORMAT,
        nodes=tuple(ComparedNode(id=node, title=library.node(node).title) for node in node_ids),
        frameworks=tuple(
            ComparedFramework(
                id=framework.id,
                title=framework.title,
                file=place_beside(place, path)
                if (place := state.places.get(framework.id)) in own and place is not None
                else "",
            )
            for framework in frameworks
        ),
        only_changes=shown.only_changes,
        hidden_dimensions=tuple(sorted(shown.hidden_dimensions)),
        hidden_verdicts=tuple(sorted(verdict.value for verdict in shown.hidden_verdicts)),
        hidden_columns=tuple(sorted(shown.hidden_columns)),
    )


def shown_part(saved: SavedComparison) -> ShownPart:
    """Return how a saved comparison is shown; what this program does not know is left out."""
    known = {verdict.value for verdict in Verdict}
    return ShownPart(
        only_changes=saved.only_changes,
        hidden_dimensions=frozenset(saved.hidden_dimensions),
        hidden_verdicts=frozenset(Verdict(name) for name in saved.hidden_verdicts if name in known),
        hidden_columns=frozenset(saved.hidden_columns),
    )


def files_needed(
    saved: SavedComparison, path: Path, state: OpenFiles, known: Sequence[Path] = ()
) -> list[Path]:
    """Return the framework files that a comparison needs, that are there and are not open yet.

    A comparison may come from anybody, so a file elsewhere than beside it or near it is looked for
    only where it is among the ``known`` ones, which somebody has opened here before.
    """
    open_ids = {framework.id for framework in state.library.frameworks}
    wanted = [
        place_of(framework.file, path)
        for framework in saved.frameworks
        if framework.id not in open_ids and _may_be_looked_for(framework.file, known)
    ]
    return [place for place in dict.fromkeys(wanted) if _is_there(place)]


def what_is_gone(saved: SavedComparison, path: Path, state: OpenFiles) -> str:
    """Say in sentences which frameworks and which grades of a comparison are not open, "" where
    all are.
    """
    library = state.library
    open_ids = {framework.id for framework in library.frameworks}
    missing = [framework for framework in saved.frameworks if framework.id not in open_ids]
    sentences = [_why_not_open(framework, path) for framework in missing]
    gone = [node.title or node.id for node in saved.nodes if node.id not in library.nodes]
    if gone and not missing:
        words = _n(
            "{titles} is not in its framework any more.",
            "{titles} are not in their framework any more.",
            len(gone),
        )
        sentences.append(words.format(titles=in_words(gone)))
    return " ".join(sentences)


def _why_not_open(framework: ComparedFramework, path: Path) -> str:
    """Say why a framework of the comparison in ``path`` is not open, and what to do."""
    title, file = framework.title or framework.id, framework.file
    if not file:
        return _("The framework “{title}” is not open.").format(title=title)
    if leads_away(file):
        words = _(
            "The framework “{title}” was in “{file}”. A comparison opens only files near it by "
            "itself. If you trust this file, open it (File, Open), and open the comparison "
            "again."
        )
        return words.format(title=title, file=file)
    words = _(
        "The framework “{title}” is not there any more: “{file}” could not be opened. Put "
        "the file back, or open it where it is now (File, Open), and open the comparison "
        "again."
    )
    return words.format(title=title, file=place_of(file, path))


def _may_be_looked_for(written: str, known: Sequence[Path]) -> bool:
    return bool(written) and (not leads_away(written) or Path(written) in known)


def _is_there(place: Path) -> bool:
    try:
        return place.is_file()
    except OSError:
        return False
