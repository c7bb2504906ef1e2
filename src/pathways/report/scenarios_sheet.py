"""Scenarios as a table: what follows from them as rows, each scenario a column."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import msgspec

from pathways.compare.clause import main_clause
from pathways.i18n import _, _n
from pathways.model.day import date_of, day_in_words
from pathways.model.team import Post
from pathways.planning.board import node_title
from pathways.planning.needs import Situation
from pathways.planning.scenarios import Compared, managers_changed
from pathways.planning.what_if import Lost, Vacancy, WhatIf
from pathways.report import blocks
from pathways.report.options import SheetOptions
from pathways.report.scenario_sheet import chain_summary, wait_words
from pathways.report.spans import Style, plain
from pathways.report.team_words import place_in_words, team_document

_MOST = 5  # statements named in a cell; the rest are counted
Lines = tuple[str, ...]


class EffectRow(msgspec.Struct, frozen=True, kw_only=True):
    """One effect, and what each scenario has of it, in lines."""

    title: str
    cells: tuple[Lines, ...]


def effect_rows(situation: Situation, compared: Sequence[Compared]) -> tuple[EffectRow, ...]:
    """Return what follows from scenarios, effect by effect.

    What none of them touches is left out; so is cost, where nobody entered what a grade costs.
    """
    told: tuple[tuple[str, Callable[[WhatIf], Lines]], ...] = (
        (_("Who moves"), lambda result: _movers(situation, result)),
        (_("Posts vacant, and for how long"), lambda result: _vacant(situation, result)),
        (_("Ways to fill them"), _fillings),
        (_("Statements that nobody holds any more"), lambda r: _lost(situation, r.nobody)),
        (_("Statements that one person holds alone"), lambda r: _lost(situation, r.one)),
        (_("What the rules ask"), _needs),
    )
    rows = [_row(title, compared, tell) for title, tell in told]
    rows += _spans(compared)
    rows.append(_row(_("Days to keep"), compared, lambda r: tuple(c.sentence for c in r.clocks)))
    rows += _costs(situation, compared)
    return tuple(rows)


def scenarios_sheet(
    situation: Situation, compared: Sequence[Compared], *, options: SheetOptions
) -> blocks.Sheet:
    """Return scenarios beside each other as a sheet; nothing in them has happened."""
    rows = effect_rows(situation, compared)
    titles = [one.scenario.title for one in compared]
    columns = (
        blocks.Column(_("What follows"), 0.8),
        *(blocks.Column(title, 1.2) for title in titles),
    )
    table = blocks.Table(
        _("Scenarios side by side"),
        columns,
        tuple(
            (
                blocks.cell_of(row.title, Style.STRONG),
                *(blocks.Cell(tuple(plain(line) for line in cell)) for cell in row.cells),
            )
            for row in rows
        ),
        row_headers=True,
    )
    said = _("None of this has happened; it shows what would follow. No scenario is ranked.")
    content: list[blocks.Block] = [blocks.paragraph_of(said), *_notes(compared), table]
    return team_document(
        _("Scenarios side by side"),
        situation.team,
        content,
        options=options,
        wide=True,
        records=blocks.Records(
            (_("What follows"), *titles),
            tuple((row.title, *("; ".join(cell) for cell in row.cells)) for row in rows),
        ),
    )


def _notes(compared: Sequence[Compared]) -> Iterator[blocks.Paragraph]:
    for one in compared:
        if one.scenario.note:
            yield blocks.paragraph_of(f"{one.scenario.title}: {one.scenario.note}")


def _row(title: str, compared: Sequence[Compared], tell: Callable[[WhatIf], Lines]) -> EffectRow:
    nothing = (_("none"),)
    cells = tuple((tell(one.result) or nothing) if one.result else (one.why,) for one in compared)
    return EffectRow(title=title, cells=cells)


def _movers(situation: Situation, result: WhatIf) -> Lines:
    team, library = situation.team, situation.comparer.library
    found = []
    for one in result.moves:
        name = team.people_by_id[one.move.person].name
        place = place_in_words(team, library, one.move.post, one.move.node)
        when = day_in_words(one.move.date)
        found.append(", ".join(filter(None, (f"{name} → {place}", one.kind.title, when))))
    return tuple(found)


def _vacant(situation: Situation, result: WhatIf) -> Lines:
    filled = {one.move.post for one in result.moves}
    still = [
        _still_vacant(situation, post)
        for post in situation.team.posts
        if not post.holder and not post.cover and post.id not in filled
    ]
    return (
        *(wait_words(situation, wait) for wait in result.waits),
        *(_vacancy_words(situation, vacancy) for vacancy in result.vacancies),
        *still,
    )


def _still_vacant(situation: Situation, post: Post) -> str:
    place = place_in_words(situation.team, situation.comparer.library, post.id, "")
    if post.vacant_since:
        return _("{post}: since {date}, and still vacant").format(
            post=place, date=day_in_words(post.vacant_since)
        )
    return _("{post}: vacant now, and still to be filled").format(post=place)


def _vacancy_words(situation: Situation, vacancy: Vacancy) -> str:
    post = place_in_words(situation.team, situation.comparer.library, vacancy.post, "")
    if vacancy.days:
        return _n(
            "{post}: {count} day, from {date}", "{post}: {count} days, from {date}", vacancy.days
        ).format(post=post, count=vacancy.days, date=day_in_words(vacancy.begins))
    if date_of(vacancy.begins):
        return _("{post}: from {date} until it is filled").format(
            post=post, date=day_in_words(vacancy.begins)
        )
    return _("{post}: until it is filled").format(post=post)


def _fillings(result: WhatIf) -> Lines:
    return (chain_summary(result.chains[0]),) if result.chains else ()


def _lost(situation: Situation, lost: Sequence[Lost]) -> Lines:
    library, people = situation.comparer.library, situation.team.people_by_id
    found = []
    for one in lost[:_MOST]:
        said = f"{node_title(library, one.node)}: {main_clause(one.text)}"
        found.append(f"{said} ({people[one.left].name})" if one.left else said)
    more = len(lost) - _MOST
    if more > 0:
        found.append(_n("and {count} more", "and {count} more", more).format(count=more))
    return tuple(found)


def _needs(result: WhatIf) -> Lines:
    needs = [need.met for one in result.moves for need in one.needs]
    counts = ((met, needs.count(met)) for met in (True, False, None))
    return tuple(_count_words(met, count) for met, count in counts if count)


def _count_words(met: bool | None, count: int) -> str:
    if met is None:
        said = _n("{count} need not known", "{count} needs not known", count)
    elif met:
        said = _n("{count} need met", "{count} needs met", count)
    else:
        said = _n("{count} need not met", "{count} needs not met", count)
    return said.format(count=count)


def _spans(compared: Sequence[Compared]) -> Iterator[EffectRow]:
    managers = managers_changed(compared)

    def told(result: WhatIf) -> Lines:
        after = {span.manager: span.after for span in result.spans}
        found = []
        for manager, now in managers.items():
            name = manager or _("Nobody named")
            if manager in after:
                said = _("{name}: {after}, now {before}")
            else:
                said = _("{name}: {before}, as now")
            found.append(said.format(name=name, after=after.get(manager, now), before=now))
        return tuple(found)

    if managers:
        yield _row(_("Who manages how many"), compared, told)


def _costs(situation: Situation, compared: Sequence[Compared]) -> Iterator[EffectRow]:
    if not situation.team.bands:
        return
    names = situation.team.people_by_id
    cells: list[Lines] = []
    for one in compared:
        lines = [_between(one.cost)] if one.cost else []
        unpriced = [names[person].name for person in (one.result.unpriced if one.result else ())]
        if unpriced:
            said = _("not counted: {names}, whose grade has no pay band")
            lines.append(said.format(names=", ".join(unpriced)))
        cells.append(tuple(lines) or ((one.why,) if one.why else (_("none"),)))
    yield EffectRow(title=_("Cost more in a year, without on-costs"), cells=tuple(cells))
    if any(one.on_costs for one in compared):
        yield EffectRow(
            title=_("On-costs in a year"),
            cells=tuple(
                (_between(one.on_costs) if one.on_costs else _("none"),) for one in compared
            ),
        )


def _between(pair: tuple[float, float]) -> str:
    lowest, highest = (f"{amount:,.0f}" for amount in pair)
    return (
        lowest
        if lowest == highest
        else _("{lowest} to {highest}").format(lowest=lowest, highest=highest)
    )
