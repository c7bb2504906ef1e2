"""Everything that an organisation should mend in its documents, looked for at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from pathways.checking.characters import check_characters
from pathways.checking.demands import check_demands
from pathways.checking.dimensions import check_dimensions
from pathways.checking.finding import FROM_IMPORT, Finding, Places, with_places
from pathways.checking.grades import check_grades
from pathways.checking.grouping import grouped
from pathways.checking.headings import check_headings
from pathways.checking.placeholders import check_placeholders
from pathways.checking.readability import check_readability
from pathways.checking.repeats import check_repeats
from pathways.checking.silences import covers, unused
from pathways.checking.slips import check_slips
from pathways.checking.steps import check_steps
from pathways.checking.subject import Subject
from pathways.checking.ways import check_ways
from pathways.compare.comparison import Comparer
from pathways.i18n import _
from pathways.model.library import Library
from pathways.model.problem import Severity

_CHECKS: tuple[Callable[[Subject], Iterable[Finding]], ...] = (
    check_placeholders,
    check_grades,
    check_ways,
    check_dimensions,
    check_steps,
    check_demands,
    check_repeats,
    check_headings,
    check_characters,
    check_slips,
    check_readability,
)

_PARTS = (
    "format",
    "id",
    "title",
    "organisation",
    "licence",
    "source",
    "nodes",
    "steps",
    "introduction",
    "blocks",
)


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """What was found, and what of it the files themselves silence."""

    findings: tuple[Finding, ...]
    silenced: tuple[Finding, ...] = ()

    def placed(self, places: Mapping[str, Places]) -> Checked:
        """Return the same with file, line and column, as far as ``places`` has the frameworks."""
        return Checked(
            findings=with_places(self.findings, places), silenced=with_places(self.silenced, places)
        )


def check(library: Library, frameworks: Sequence[str], comparer: Comparer) -> tuple[Finding, ...]:
    """Return what should be mended in the frameworks of the given ids, in their order, the gravest
    first.

    ``comparer`` compares the same library. What the files silence is not among it. Raises
    UsageError for an unknown framework.
    """
    return check_all(library, frameworks, comparer).findings


def check_all(library: Library, frameworks: Sequence[str], comparer: Comparer) -> Checked:
    """Return what ``check`` does, and what is silenced beside it."""
    listed: list[Finding] = []
    silenced: list[Finding] = []
    for framework_id in dict.fromkeys(frameworks):
        subject = Subject(library, library.framework(framework_id), comparer)
        found = [finding for one in _CHECKS for finding in one(subject)]
        quiet = [
            f for f in found if any(covers(silence, f) for silence in subject.framework.silenced)
        ]
        rest = [f for f in found if f not in quiet]
        told = [_with_origin(subject, finding) for finding in grouped(subject, rest)]
        listed += sorted([*told, *unused(subject, found)], key=_order)
        silenced += sorted(quiet, key=_order)
    return Checked(findings=tuple(listed), silenced=tuple(silenced))


def _with_origin(subject: Subject, finding: Finding) -> Finding:
    """Say where the import may have caused what was found, in a text that is the document's own."""
    if finding.code not in FROM_IMPORT or subject.framework.restated:
        return finding
    more = _("Check the document first: if it was imported, the import may have caused this.")
    return msgspec.structs.replace(finding, advice=f"{finding.advice} {more}")


def _order(finding: Finding) -> tuple[int, int, tuple[int, ...]]:
    part = finding.keys[0] if finding.keys else ""
    place = _PARTS.index(part) if part in _PARTS else len(_PARTS)
    numbers = tuple(key for key in finding.keys if isinstance(key, int))
    return list(Severity).index(finding.severity), place, numbers
