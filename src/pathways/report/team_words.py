"""What all sheets of a team have in common: how they are headed, and how things are told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from pathways.i18n import _
from pathways.model.day import day_in_words
from pathways.model.library import Library
from pathways.model.team import Move, Post, Team
from pathways.planning.board import node_title
from pathways.planning.needs import NeedFinding, met_in_words
from pathways.planning.standing import WORDS, counted, in_words
from pathways.report import blocks
from pathways.report.options import SheetOptions
from pathways.report.sheet import headed
from pathways.report.spans import Span, Style, plain, styled

SIGNS = {"shown": "●", "partly": "◐", "not-yet": "○", "no-opportunity": "⊘", "unsaid": "·"}
_TONES = {"shown": blocks.Tone.NEW, "partly": blocks.Tone.LESS}
_MET = {True: ("●", blocks.Tone.NEW), False: ("○", blocks.Tone.GONE), None: ("?", blocks.Tone.NONE)}


def team_document(
    title: str,
    team: Team,
    content: Iterable[blocks.Block],
    *,
    options: SheetOptions,
    wide: bool = False,
    records: blocks.Records | None = None,
) -> blocks.Sheet:
    """Return a sheet of a team; nobody is ranked, and that stands at its foot."""
    foot = _("Counts are what people and managers entered. Nobody is ranked.")
    return headed((title, team.title), content, foot, options, wide=wide, records=records)


def standing_line(counts: Mapping[str, int] | None) -> str:
    """Return counts with their signs: "● 7 shown · ◐ 3 in part · ○ 2 not yet"."""
    if counts is None:
        return _("no plan")
    signs = {**SIGNS, "unsaid": ""}
    said = [
        f"{signs[word]} {counted(word, counts[word])}".strip() for word in WORDS if counts[word]
    ]
    return " · ".join(said) or _("nothing to show")


def standing_cell(word: str, *more: str) -> blocks.Cell:
    """Return a cell with a standing, and lines below it."""
    lines = [
        styled(f"{SIGNS[word]} {in_words(word)}", Style.STRONG),
        *(plain(t) for t in more if t),
    ]
    return blocks.Cell(tuple(lines), _TONES.get(word, blocks.Tone.NONE))


def needs_table(needs: Sequence[NeedFinding]) -> blocks.Table:
    """Return what a move needs: each met, not met or not known, with why and whose rule it is."""
    rows = []
    for found in needs:
        sign, tone = _MET[found.met]
        rows.append(
            (
                blocks.cell_of(found.need.text),
                blocks.Cell((styled(f"{sign} {met_in_words(found.met)}", Style.STRONG),), tone),
                blocks.cell_of(found.why),
                blocks.cell_of(found.source, Style.QUIET),
            )
        )
    columns = (
        blocks.Column(_("What is needed"), 1.4),
        blocks.Column(_("Met"), 0.7),
        blocks.Column(_("Why"), 1.4),
        blocks.Column(_("Rule from"), 1.3),
    )
    return blocks.Table(_("What the move needs"), columns, tuple(rows), row_headers=True)


def move_sentence(team: Team, library: Library, move: Move) -> str:
    """Return a move in a sentence: who, from where, to where, and when."""
    name = team.people_by_id[move.person].name
    words = {
        "name": name,
        "source": place_in_words(team, library, move.source_post, move.source_node),
        "target": place_in_words(team, library, move.post, move.node),
        "date": day_in_words(move.date),
        "until": day_in_words(move.until),
    }
    if move.date and move.until:
        said = _("{name}: {source} → {target}, from {date} to {until}")
    elif move.date:
        said = _("{name}: {source} → {target}, on {date}")
    else:
        said = _("{name}: {source} → {target}, no date given")
    return said.format(**words)


def place_in_words(team: Team, library: Library, post: str, node: str) -> str:
    """Return a post with its grade, as "Analyst, Grade 11"; either alone where the other is not
    known.
    """
    found: Post | None = team.posts_by_id.get(post)
    grade = node_title(library, node or (found.node if found else ""))
    if found is None:
        return grade or _("no post")
    return _("{post}, {grade}").format(post=found.title, grade=grade) if grade else found.title


def lines_of(*texts: str) -> blocks.Cell:
    """Return a cell of lines; what is empty is left out."""
    return blocks.Cell(tuple(plain(text) for text in texts if text) or (plain(""),))


def quiet(text: str) -> tuple[Span, ...]:
    """Return a line that stands back."""
    return styled(text, Style.QUIET)


def facts_table(caption: str, facts: Iterable[tuple[str, str]]) -> Iterator[blocks.Table]:
    """Yield a table of facts with a name each; nothing where there are none."""
    rows = tuple(
        (blocks.cell_of(name, Style.STRONG), blocks.cell_of(value))
        for name, value in facts
        if value
    )
    if rows:
        columns = (blocks.Column(_("What"), 0.5), blocks.Column(_("Said"), 1.6))
        yield blocks.Table(caption, columns, rows, row_headers=True, together=True)
