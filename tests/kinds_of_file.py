"""Every kind of file that the program reads for itself: how it is read, and a sound one of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bundled import library
from pathways import paths
from pathways.importing.people_table import match_columns, read_people_table
from pathways.model.team import Team
from pathways.planning.team_import import bring_in
from pathways.store.comparison_file import read_comparison
from pathways.store.dimensions_file import read_dimensions
from pathways.store.framework_file import read_framework
from pathways.store.mapping_file import read_mapping
from pathways.store.overrules_file import read_overrules
from pathways.store.plan_file import read_plan
from pathways.store.rules_file import read_rules
from pathways.store.team_file import read_team
from pathways.store.vocabulary_file import read_vocabulary


@dataclass(frozen=True)
class Kind:
    """A kind of file: its ending, a sound one, and its reader."""

    ending: str
    sound: Callable[[], str]
    read: Callable[[Path], object]


def _known() -> list[str]:
    return [one.id for one in read_dimensions()]


def _people(file: Path) -> object:
    table = read_people_table(file)
    team = Team(format=1, title="Service desk")
    return bring_in(team, table, match_columns(table.head.cells), library())


def _vocabulary(file: Path) -> object:
    """Read a file as the user's own vocabulary, where the program looks for it."""
    place = paths.user_config() / "vocabulary" / "en.yaml"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(file.read_bytes())
    try:
        return read_vocabulary("en")
    finally:
        place.unlink()


KINDS = {
    "framework": Kind("yaml", lambda: _FRAMEWORK, lambda file: read_framework(file, _known())),
    "mapping": Kind("yaml", lambda: _MAPPING, lambda file: read_mapping(file, _known())),
    "plan": Kind("pathplan", lambda: _text(paths.data() / "sample.pathplan"), read_plan),
    "team": Kind(
        "pathteam",
        lambda: _text(paths.data() / "sample-team" / "service-desk.pathteam"),
        read_team,
    ),
    "rules": Kind(
        "yaml", lambda: _text(paths.resources() / "rules" / "uk-councils.yaml"), read_rules
    ),
    "overrules": Kind("yaml", lambda: _OVERRULES, read_overrules),
    "vocabulary": Kind(
        "yaml", lambda: _text(paths.resources() / "vocabulary" / "en.yaml"), _vocabulary
    ),
    "comparison": Kind("pathcompare", lambda: _COMPARISON, read_comparison),
    "people": Kind("csv", lambda: _PEOPLE, _people),
}

_FRAMEWORK = """\
format: 1
id: desk
title: Service desk
language: en-GB
organisation: A council
wording: restated
licence: Open
source: {document: Service desk}
dimensions: [{id: care, title: Care of users}]
scales: [{id: skill, levels: [Aware, {name: Working, definition: Can do it}]}]
nodes:
- {id: a, title: Analyst, grade: "5"}
- {id: b, title: Senior analyst, grade: "6", includes: [a]}
blocks:
- nodes: [a]
  sections: [{dimension: care, heading: Care, statements: [Answers calls, {text: Helps, also: [risk]}]}]
- nodes: [b]
  sections: [{dimension: care, heading: Care, only: [b], level: Working, scale: skill, statements: [Leads]}]
steps: [{from: a, to: b}]
"""
_COMPARISON = """\
format: 1
nodes: [{id: a, title: Analyst}, {id: b, title: Senior analyst}]
frameworks: [{id: desk, title: Service desk, file: desk.yaml}]
only_changes: true
hidden_verdicts: [reworded]
"""
_MAPPING = """\
headings: [{heading: Risks, dimension: risk}]
columns: [{heading: Level, holds: level}]
left_out: [{text: Page 1, why: a foot, number: 1}]
kept: [Leads]
reassigned: [{text: Leads, grades: [Grade 5], dimension: risk, role: Analyst}]
splits: [{text: Leads and helps, parts: [Leads, and helps]}]
joins: [{first: Leads, second: a team}]
order: [Grade 5, Grade 6]
title: Service desk
organisation: A council
"""
_OVERRULES = """\
format: 2
paired:
- {from: a, to: b, dimension: care, before: a.1, after: b.1, fingerprint: 0123456789ab,
   before_text: Helps, after_text: Leads, reason: It is the same, who: A manager, date: "2026-11-21"}
parted:
- {from: a, to: b, dimension: risk, statement: a.2, fingerprint: 0123456789ab, text: Answers}
judged:
- {from: a, to: b, dimension: care, before: a.3, after: b.3, verdict: raised,
   fingerprint: 0123456789ab}
"""
_PEOPLE = """\
Name,Staff number,Grade,Job title,Manager,Next talk,Vacant since
Siân Rees,101,11,Service manager,,2026-12-01,
Ade Bello,102,12,Head of desk,Siân Rees,1 Dec 2026,
Vacant,,10,Analyst,,,2026-10-01
"""


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")
