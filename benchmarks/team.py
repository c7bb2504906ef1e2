"""A team of 1,000 people and posts beside one of 100 and one of 10, and beside one frame.

Run with ``python -m benchmarks.team``. Opening reads the file, checks and builds the team; saving
writes it and keeps the version before; the table is filled, sorted and filtered without a screen;
an edit is one changed person with the board made anew; what if is one move with its chains. Only
the processor's time counts.
"""

from __future__ import annotations

import datetime
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import msgspec

from benchmarks.measuring import in_turn, line
from pathways.compare.comparison import Comparer
from pathways.model.team import FORMAT, Person, Post, Team
from pathways.planning.board import board
from pathways.planning.needs import Situation
from pathways.planning.people import change_person
from pathways.planning.what_if import tried_move, what_if
from pathways.store.rules_file import chosen_rules
from pathways.store.team_file import read_team, write_team
from pathways.store.vocabulary_file import read_vocabulary
from pathways.workspace.workspace import Workspace

SIZES = (1000, 100, 10)
FRAME = 1000 / 60  # milliseconds
ROUNDS = 5


def made(people: int) -> Team:
    """Return a team with so many people, each in a post, and every twentieth post vacant."""
    grades = [f"ict-{6 + number % 8}" for number in range(people)]
    return Team(
        format=FORMAT,
        title="Benchmark",
        people=tuple(
            Person(
                id=f"p{n + 1}",
                name=f"Person {n * 7919 % people} of the service",
                node=grade,
                aim=f"ict-{int(grade[4:]) + 1}" if n % 3 else "",
                manager=f"p{n // 8 + 1}" if n else "",
                since="2024-05-01",
                last_talk=f"2026-{n % 12 + 1:02}-15",
                next_talk=f"2027-{n % 12 + 1:02}-15" if n % 4 else "",
            )
            for n, grade in enumerate(grades)
        ),
        posts=tuple(
            Post(id=f"t{n + 1}", title=f"Post {n % 40}", node=grade, funded=True,
                 holder=f"p{n + 1}" if n % 20 != 6 else "")
            for n, grade in enumerate(grades)
        ),
    )  # fmt: skip


class _Shown:
    """A team session as far as the table reads it."""

    is_open = True

    def __init__(self, situation: Situation) -> None:
        self.situation = situation
        self.lines = board(situation, {})


def _save(path: Path, team: Team, turn: list[int]) -> None:
    turn[0] += 1
    write_team(path, msgspec.structs.replace(team, title=f"Benchmark {turn[0]}"))


def _table(shown: _Shown) -> tuple[Callable[[], object], Callable[[], object]]:
    from pathways.gui.shell.theme import LIGHT
    from pathways.gui.team.team_filter import TeamFilter
    from pathways.gui.team.team_model import TeamModel

    model = TeamModel()
    model.show_board(shown, LIGHT)
    rows = TeamFilter(model, model)
    turn = [0]

    def sort() -> None:
        turn[0] += 1
        rows.sort((1, 2, 3, 6)[turn[0] % 4])

    def find() -> None:
        turn[0] += 1
        rows.look_for(("grade 9", "person 1", "")[turn[0] % 3])

    return sort, find


def _edit(situation: Situation, turn: list[int]) -> None:
    turn[0] += 1
    team = change_person(situation.team, "p5", note=str(turn[0]))
    board(situation.after(team), {})


def _try(situation: Situation) -> None:
    vacant = next(post for post in situation.team.posts if not post.holder)
    who = next(person for person in situation.team.people if person.node < vacant.node)
    what_if(situation, [tried_move(situation, who.id, vacant.id, "2027-03-01")])


def _jobs(folder: Path, people: int, comparer: Comparer) -> dict[str, Callable[[], object]]:
    team = made(people)
    path = folder / f"{people}.pathteam"
    write_team(path, team)
    today = datetime.date(2026, 11, 27)
    situation = Situation(team, comparer, chosen_rules(()), today)
    sort, find = _table(_Shown(situation))
    return {
        "open": partial(read_team, path),
        "save": partial(_save, path, team, [0]),
        "sort": sort,
        "filter": find,
        "edit and board": partial(_edit, situation, [0]),
        "what if": partial(_try, situation),
    }


def main() -> None:
    """Measure and print."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    app = QGuiApplication.instance() or QGuiApplication([])
    comparer = Comparer(Workspace.open().library, read_vocabulary("en"))
    with tempfile.TemporaryDirectory() as folder:
        jobs = [_jobs(Path(folder), people, comparer) for people in SIZES]
        for what in jobs[0]:
            large = jobs[0][what]
            for size, small in zip(SIZES[1:], jobs[1:], strict=True):
                times = in_turn(large, small[what], ROUNDS, time.process_time)
                print(line(f"{what}, {SIZES[0]} people", times[0], f"{size} people", times[1]))
            frames = statistics.median(times[0]) / FRAME
            print(f"    {frames:.2f} of one frame")
    del app


if __name__ == "__main__":
    main()
