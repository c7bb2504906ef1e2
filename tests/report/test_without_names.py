"""Sheets without names: no name of anybody is in any sheet, in any format, nor in its name."""

from __future__ import annotations

import io
import re
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pathways.model.plan import Agreement, Evidence, Standing, View
from pathways.model.team import MoveState, Team
from pathways.planning import edits, moves, people
from pathways.planning.begin import begin
from pathways.planning.board import board
from pathways.planning.linked_plans import LinkedPlans, standings
from pathways.planning.nameless import Namelessness
from pathways.planning.names_in_text import NamesInText, _folded
from pathways.planning.renumbering import renumbered
from pathways.planning.scenarios import compare_scenarios
from pathways.planning.side_by_side import side_by_side
from pathways.planning.team_check import check_team
from pathways.planning.team_gaps import gaps
from pathways.planning.what_if import what_if
from pathways.report.blocks import Sheet
from pathways.report.options import SheetOptions
from pathways.report.scenario_sheet import scenario_sheet
from pathways.report.scenarios_sheet import scenarios_sheet
from pathways.report.side_by_side_sheet import side_by_side_sheet
from pathways.report.team_check_sheet import check_sheet
from pathways.report.team_gaps_sheet import gaps_sheet
from pathways.report.team_json import board_shape, check_shape, gaps_shape, what_if_shape
from pathways.report.team_sheets import SheetKind, make_sheets
from pathways.report.writing import write_document
from pathways.store.plan_file import write_plan
from teams import TODAY, rules, situation

OPTIONS = SheetOptions(date=TODAY)
TEXTS = (".txt", ".md", ".csv", ".html")
DOCUMENTS = (".pdf", ".docx", ".odt")
NASTY = (
    ("Zoë Ngũgĩ-Quarles", "Wojciech Łukasik", "Jörg Weißhaupt", "Ó Xuíbhne", "Bo Qi"),
    ("李明 (Ming Xu)", "فاطمة الزهراء", "van Zyl", "o'quell", "Xzavier Xzavier"),
)


def nasty_team(names: Sequence[str], folder: Path) -> Team:
    """Return a team with the names of its people wherever one may write."""
    one, two, three, outside, decider = names
    crew = people.new_team(f"The team of {one}")
    for name in (one, two, three):
        crew = people.add_person(
            crew, name, node="ict-11", aim="ict-12", note=f"Ask {two}", number=one,
            manager=outside if name == one else "p1",
        )  # fmt: skip
    first = one.split()[0]
    crew = people.add_post(crew, f"{first}’s desk", node="ict-11", holder="p1", number=two)
    crew = people.add_post(crew, _folded(f"Deputy of {three}"), node="ict-12")
    crew = people.add_post(crew, "Analyst", node="ict-11", holder="p2")
    kind = rules()[0].kinds[1]
    for who in ("p1", "p2"):
        move = moves.draft_move(
            crew, who, kind, "", to_post="t2", date="2027-03-01", reason=f"{one} asked",
            evidence=f"What {two} saw",
        )  # fmt: skip
        crew = moves.plan_move(crew, move, TODAY)
        crew = moves.answer(crew, crew.moves[-1].id, "advertised", True, TODAY, f"by {two}")
        crew = moves.set_state(
            crew, crew.moves[-1].id, MoveState.APPROVED, TODAY, by=decider, note=f"for {one}"
        )
    crew = moves.add_scenario(crew, f"{two} goes", crew.moves[:1])
    crew = moves.change_scenario(crew, crew.scenarios[-1].id, note=f"{one} wants it")
    for at, person in enumerate(("p1", "p2"), 1):
        path = folder / f"{_folded(one).replace(' ', '-').replace('/', '-')}-{at}.pathplan"
        write_plan(path, nasty_plan(names))
        crew = people.change_person(crew, person, plan=path.name)
    return crew


def nasty_plan(names: Sequence[str]) -> object:
    from teams import comparer

    one, two, three, outside, decider = names
    plan = begin(comparer(), "ict-11", ["ict-12"], today=TODAY, name=one)
    rows = [row.id for row in plan.asked][:4]
    plan = edits.set_standing(plan, rows, Standing.SHOWN)
    plan = edits.set_note(plan, rows, f"With {three}")
    plan = edits.set_view(plan, rows[0], View(standing=Standing.PARTLY, note=two, who=outside))
    plan = edits.add_item(
        plan,
        Evidence(
            id="new", rows=tuple(rows), result=f"{one} led", situation=two, task=three,
            action=outside, links=(f"{one}.pdf",), confirmed_by=decider,
        ),
    )  # fmt: skip
    plan = edits.add_action(plan, rows[:1], f"Shadow {two}", with_whom=three)
    return edits.add_item(plan, Agreement(id="new", text=f"{one} and {two} meet"))


def by_hand(crew: Team, names: Sequence[str]) -> Team:
    """Return a team whose ids somebody wrote by hand, made of the names."""

    def slug(name: str, kind: str) -> str:
        bare = re.sub(r"[^a-z0-9]+", "-", _folded(name)).strip("-") or "x"
        return f"{kind}-{bare}"

    ids = {
        "people": {f"p{at}": slug(name, "p") for at, name in enumerate(names[:3], 1)},
        "posts": {"t1": slug(names[0], "desk")},
        "moves": {"m1": slug(names[0], "m")},
        "scenarios": {"s1": slug(names[1], "s")},
    }
    return renumbered(crew, ids, crew.counted)


def sheets_of(crew: Team, folder: Path, out: Path, ending: str) -> None:
    """Write every sheet of a team without names into a folder."""
    links = LinkedPlans().links(crew, folder)
    assert any(link.plan for link in links.values())
    named, hidden = situation(crew, standings(links)), Namelessness(crew)
    for kind in SheetKind:
        done = make_sheets(named, links, kind, out, options=OPTIONS, ending=ending, nameless=hidden)
        assert done.written
        assert not done.failed
    for name, sheet in _more(crew, links, hidden):
        write_document(sheet, out / f"{name}{ending}", OPTIONS)


def _more(crew: Team, links: object, hidden: Namelessness) -> Iterator[tuple[str, Sheet]]:
    at = hidden.situation(situation(crew, standings(links)))  # type: ignore[arg-type]
    bare = hidden.links(links)  # type: ignore[arg-type]
    who = [person.id for person in at.team.people]
    yield (
        "beside",
        side_by_side_sheet(at, side_by_side(at, who, "ict-11", "ict-12"), options=OPTIONS),
    )
    yield "gaps", gaps_sheet(at, gaps(at, []), options=OPTIONS)
    yield "check", check_sheet(at, check_team(at, bare), options=OPTIONS)
    scenario = at.team.scenarios[0]
    result = what_if(at, scenario.moves)
    yield "scenario", scenario_sheet(at, scenario.title, result, options=OPTIONS)
    compared = compare_scenarios(at, at.team.scenarios)
    yield "scenarios", scenarios_sheet(at, compared, options=OPTIONS)


def needles(names: Sequence[str]) -> set[str]:
    """Return what no sheet may say: the parts of the names, written without accents."""
    return {part for name in names for part in re.findall(r"[^\W\d_]{3,}", _folded(name))} | {
        "李明"
    } & {part for name in names for part in re.findall(r"\w+", name)}


def words_in(path: Path) -> str:
    """Return everything that a file says, its properties and its name among it."""
    content = path.read_bytes()
    if path.suffix == ".pdf":
        import pypdf

        reader = pypdf.PdfReader(io.BytesIO(content))
        text = "".join(page.extract_text() for page in reader.pages)
        return f"{path.name}\n{text}\n{reader.metadata}\n{reader.xmp_metadata}\n{reader.outline}"
    if path.suffix in (".docx", ".odt"):
        with zipfile.ZipFile(io.BytesIO(content)) as container:
            parts = [
                container.read(name).decode("utf-8", "replace") for name in container.namelist()
            ]
        return "\n".join([path.name, *parts])
    return f"{path.name}\n{content.decode('utf-8-sig')}"


def said_in(text: str, wanted: set[str]) -> set[str]:
    """Return the parts of names that a text without accents says at the beginning of a word."""
    return {needle for needle in wanted if re.search(rf"(?<![^\W\d_]){needle}", text)}


def assert_nameless(out: Path, names: Sequence[str]) -> None:
    wanted = needles(names)
    assert wanted
    files = sorted(out.iterdir())
    assert len(files) > 8
    for path in files:
        said = _folded(words_in(path))
        assert not said_in(said, wanted), path.name


@pytest.mark.parametrize("names", NASTY)
@pytest.mark.parametrize("ending", [*DOCUMENTS, ".txt"])
@pytest.mark.parametrize("written", ["given", "by hand"])
def test_no_name_is_in_any_sheet_of_any_format_nor_in_its_properties(
    names: tuple[str, ...], ending: str, written: str, tmp_path: Path
) -> None:
    crew = nasty_team(names, tmp_path)
    crew = by_hand(crew, names) if written == "by hand" else crew
    out = tmp_path / "out"
    sheets_of(crew, tmp_path, out, ending)
    assert_nameless(out, names)


# They begin as no English word does: "Wéłł" is well, which a sheet may say.
letters = st.builds(
    lambda first, rest: first + rest,
    st.sampled_from(["qx", "zj", "xv", "ßq", "ŷk"]),
    st.text(st.sampled_from("qxzjvkwßøłéñğőşŷ"), min_size=2, max_size=6),
)
names = st.builds(
    lambda first, last, between: f"{first.title()}{between}{last.title()}",
    letters,
    letters,
    st.sampled_from([" ", "-", " ’", " d’", " van "]),
)


@settings(max_examples=8, deadline=None)
@given(st.lists(names, min_size=5, max_size=5, unique=True), st.sampled_from(TEXTS), st.booleans())
def test_whatever_people_are_called_no_sheet_says_it(
    called: list[str], ending: str, hand: bool
) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        crew = nasty_team(called, folder)
        crew = by_hand(crew, called) if hand else crew
        sheets_of(crew, folder, folder / "out", ending)
        assert_nameless(folder / "out", [name.replace(" van ", " ") for name in called])


@pytest.mark.parametrize("called", NASTY)
def test_no_name_is_in_what_programs_are_given(called: tuple[str, ...], tmp_path: Path) -> None:
    crew = by_hand(nasty_team(called, tmp_path), called)
    links = LinkedPlans().links(crew, tmp_path)
    hidden = Namelessness(crew)
    at, bare = hidden.situation(situation(crew, standings(links))), hidden.links(links)
    lines = board(at, bare)
    assert [line.standing is not None for line in lines] == [True, True, False, False]
    told = _folded(
        str(
            [
                board_shape(lines),
                check_shape(check_team(at, bare)),
                gaps_shape(gaps(at, [])),
                what_if_shape(at, what_if(at, at.team.scenarios[0].moves)),
                msgspec.to_builtins(at.team),
            ]
        )
    )
    assert not said_in(told, needles(called))


def test_the_same_code_stands_for_somebody_on_every_sheet_and_with_more_people() -> None:
    crew = people.new_team("Crew")
    for name in ("Ada Bello", "Bo Qi"):
        crew = people.add_person(crew, name)
    hand = renumbered(crew, {"people": {"p1": "ada"}, "posts": {}, "moves": {}, "scenarios": {}},
                      crew.counted)  # fmt: skip
    more = people.add_person(hand, "Cy Dee")
    for one in (hand, more):
        codes = [person.name for person in Namelessness(one).team(one).people]
        assert codes[:2] == ["P-1", "P2"]


@pytest.mark.parametrize(
    ("name", "text", "wanted"),
    [
        ("Zoë Ngũgĩ", "Zoe asked Ngugi", "P1 asked P1"),
        ("Jörg Weiß", "Joerg and Jorg, WEISS", "P1 and P1"),
        ("Bo Li", "Bo Li, Bo and Li, li, bo, Bob, Lithium", "P1, P1 and P1, li, bo, Bob, Lithium"),
        ("Siân O’Neill", "Sian O'Neill; Oneill; Neill", "P1; P1; P1"),
        ("Anne-Marie Ó Sé", "Anne Marie Ó Sé’s post", "P1’s post"),
        ("Ada van Loon", "van hire for Loon", "van hire for P1"),
        ("李明", "李明负责", "P1负责"),
        ("Analyst 3", "Analyst 3 is no analyst", "P1 is no analyst"),
        ("Head of service", "Service analyst, head of service", "Service analyst, P1"),
        ("ada bello", "BELLO_ada2 and Adam", "P1_ada2 and Adam"),
    ],
)
def test_a_name_is_found_however_it_is_written(name: str, text: str, wanted: str) -> None:
    found = NamesInText([(name, "P1")])
    assert found.replaced(text) == wanted
    assert found.are_in(text)
    assert not found.are_in("Nothing of that kind")


def test_a_thousand_names_are_sought_in_a_moment() -> None:
    import time

    found = NamesInText([(f"Person{n} Family{n}x", f"P{n}") for n in range(1000)])
    begun = time.process_time()
    for _time in range(1000):
        assert not found.are_in("Service analyst with a title of some length, and more of it")
    assert time.process_time() - begun < 1
