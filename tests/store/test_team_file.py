from __future__ import annotations

import functools
import os
import stat
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from pathways import paths
from pathways.errors import PathwaysError, UsageError
from pathways.model.team import KnownValue, Person, Post, SavedView, Team
from pathways.planning.moves import add_scenario, answer, draft_move, plan_move, set_band
from pathways.planning.people import change_person, remove_person
from pathways.planning.team_merge import merge_teams
from pathways.store import rules_file, team_schema
from pathways.store.file_error import FileError
from pathways.store.private_file import private_yaml, rewritten
from pathways.store.rules_file import all_rules, chosen_rules, read_rules, rules_files
from pathways.store.schema import as_text
from pathways.store.team_file import TEAM, read_team, write_team
from teams import TODAY, rules, team


@functools.cache
def full() -> Team:
    crew = team("Ada 11>12 Analyst\nBo 10\n- 12 Lead")
    crew = plan_move(crew, draft_move(crew, "Ada", rules()[0].kinds[1], "", to_post="Lead"), TODAY)
    crew = answer(crew, "m1", "advertised", True, TODAY, "yes: #1")
    crew = set_band(add_scenario(crew, "No: 1", crew.moves), "ict-11", 40_000.5, 44_000)
    views = (SavedView(title="Mine", group="node", descending=True),)
    values = (KnownValue(text="PO77", node="ict-13"),)
    crew = msgspec.structs.replace(crew, views=views, values=values, on_costs=30)
    mine, theirs = (change_person(crew, "p1", note=note) for note in ("Ada asks", "No: #2"))
    merged = merge_teams(crew, answer(mine, "m1", "interview", True, TODAY), theirs)
    assert merged and merged.team.conflicts
    return merged.team


def test_a_team_comes_back_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "crew.pathteam"
    write_team(path, full())
    assert read_team(path) == full()
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_there_is_no_field_for_what_is_protected_for_health_or_for_pay_history() -> None:
    checked = 0
    fields = {name for struct in (Person, Post, Team) for name in struct.__struct_fields__}
    for word in "age sex gender religion disability health sick ethnic birth salary paid".split():
        checked += 1
        assert not any(word == name or name.startswith(word + "_") for name in fields)
    assert checked


@pytest.mark.parametrize(
    ("change", "wanted"),
    [
        (("holder: p1", "holder: p9"), "There is no person “p9”"),
        (("id: p2", "id: p1"), "“p1” is used twice; the first is in line"),
        (("aim: ict-12", "since: 2026-02-30"), "“2026-02-30” is not a date"),
        (("person: p1", "person: p8"), "There is no person “p8”"),
        (("aim: ict-12", "since: soon"), "since"),
        (("format: 1", "format: 7"), "newer version"),
        (("title: Crew", "titel: Crew"), "Did you mean"),
        (("state: idea", "state: maybe"), "maybe"),
    ],
)
def test_mistakes_made_by_hand_are_said_with_their_line(
    tmp_path: Path, change: tuple[str, str], wanted: str
) -> None:
    path = tmp_path / "crew.pathteam"
    text = private_yaml(full(), TEAM)
    assert change[0] in text
    path.write_text(text.replace(*change, 1), encoding="utf-8")
    with pytest.raises(FileError, match=wanted) as caught:
        read_team(path)
    assert "line" in str(caught.value)


def test_a_team_is_refused_in_one_sentence_where_a_plan_is_wanted(tmp_path: Path) -> None:
    from pathways.store.plan_file import read_plan

    path = tmp_path / "crew.pathteam"
    write_team(path, full())
    with pytest.raises(FileError, match=r"is a team, not a plan\. Choose .* \.pathplan") as caught:
        read_plan(path)
    assert len(caught.value.problems) == 1


def test_a_day_of_review_that_no_calendar_has_is_said(tmp_path: Path) -> None:
    path = tmp_path / "crew.pathteam"
    crew = full()
    move = msgspec.structs.replace(crew.moves[0], reviewed=("2026-02-30",))
    path.write_text(private_yaml(msgspec.structs.replace(crew, moves=(move,)), TEAM), "utf-8")
    with pytest.raises(FileError, match="2026-02-30"):
        read_team(path)


def test_removing_a_person_takes_them_out_of_the_file_and_of_the_version_before(
    tmp_path: Path,
) -> None:
    checked = 0
    path = tmp_path / "crew.pathteam"
    write_team(path, full())
    write_team(path, msgspec.structs.replace(full(), title="Later"))
    rewritten(path, TEAM, lambda crew: remove_person(crew, "p1"))
    for file in tmp_path.iterdir():
        checked += 1
        assert "Ada" not in file.read_text(encoding="utf-8"), file.name
    assert checked


words = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Zl", "Zp", "Cf", "Cn", "Co"]),
    min_size=1,
    max_size=20,
).filter(lambda text: text.strip())


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(words, words), max_size=4), words)
def test_any_names_survive_saving(parts: list[tuple[str, str]], title: str) -> None:
    import tempfile

    people = tuple(Person(id=f"p{n}", name=name, note=note) for n, (name, note) in enumerate(parts))
    made = Team(format=1, title=title, people=people)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.pathteam"
        write_team(path, made)
        assert read_team(path) == made


def test_the_schemas_are_not_stale_and_describe_every_key() -> None:
    checked = 0
    for name, schema in team_schema.schemas().items():
        written = (paths.data() / name).read_text(encoding="utf-8")
        checked += 1
        assert written == as_text(schema), "write it anew: python -m pathways.store.team_schema"
        Draft202012Validator.check_schema(schema)
        for part, made in schema["$defs"].items():
            for key, value in made.get("properties", {}).items():
                checked += 1
                assert value.get("description"), f"{part}.{key}"
    assert checked


def test_the_bundled_rules_cover_the_kinds_that_councils_know_each_need_with_a_source() -> None:
    found = all_rules()["uk-councils"]
    assert [kind.id for kind in found.kinds] == [
        "career-graded",
        "advertised-vacancy",
        "acting-up",
        "honorarium",
        "secondment",
        "re-evaluation",
    ]
    assert all(found.sources_of(need) for kind in found.kinds for need in kind.needs)
    used = {source for kind in found.kinds for need in kind.needs for source in need.sources}
    assert used == {source.id for source in found.sources}, "none is named for nothing"


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PATHWAYS_CONFIG", str(tmp_path))
    rules_file.rules_folder().mkdir()
    return rules_file.rules_folder() / "ours.yaml"


def test_an_organisation_s_rules_replace_the_bundled_ones_or_stand_beside_them(own: Path) -> None:
    bundled = rules_files()[0].read_text(encoding="utf-8")
    own.write_text(bundled.replace("title: UK councils", "title: Ours"), "utf-8")
    assert all_rules()["uk-councils"].title == "Ours"
    own.write_text(bundled.replace("id: uk-councils", "id: ours"), "utf-8")
    assert [rules.id for rules in chosen_rules(["uk-councils", "ours"])] == ["uk-councils", "ours"]
    assert chosen_rules([str(own)])[0].id == "ours"
    assert chosen_rules([])[0].id == "uk-councils"
    with pytest.raises(UsageError, match="Did you mean ours"):
        chosen_rules(["oors"])


@pytest.mark.parametrize(
    ("change", "wanted"),
    [
        (("check: within-range", "check: in-range"), "Did you mean “within-range”"),
        (("sources: [wiltshire-career, lincolnshire-grading]", "sources: [nobody]"), "nobody"),
        (("        months: 12\n", ""), "how many months"),
        (("        days: 28\n", ""), "how many days"),
        (("id: criteria", "id: range"), "used twice"),
        (("- id: acting-up", "- id: career-graded"), "used twice"),
        (("format: 1", "format: 2"), "format"),
    ],
)
def test_mistakes_in_rules_are_said(own: Path, change: tuple[str, str], wanted: str) -> None:
    text = rules_files()[0].read_text(encoding="utf-8")
    assert change[0] in text
    own.write_text(text.replace(*change, 1), "utf-8")
    with pytest.raises(FileError, match=wanted):
        read_rules(own)
    with pytest.raises(PathwaysError):
        all_rules()


@pytest.mark.skipif(os.name == "nt", reason="processes are killed by a signal here")
@pytest.mark.parametrize("passphrase", ["", "long enough"])
def test_a_program_that_is_killed_while_saving_tears_no_team(
    tmp_path: Path, passphrase: str
) -> None:
    import random
    import subprocess
    import sys
    import time

    path = tmp_path / "crew.pathteam"
    one, two = full(), msgspec.structs.replace(full(), title="Later")
    write_team(path, one, passphrase)
    write_team(path, two, passphrase)
    script = (
        "import sys\nfrom pathlib import Path\n"
        "from pathways.store.team_file import read_team, write_team\nimport msgspec\n"
        "path, words = Path(sys.argv[1]), sys.argv[2]\n"
        "two = read_team(path, words)\none = msgspec.structs.replace(two, title='Crew')\n"
        "print('go', flush=True)\n"
        "while True:\n    write_team(path, one, words)\n    write_team(path, two, words)\n"
    )
    for turn in range(12):
        with subprocess.Popen(
            [sys.executable, "-c", script, str(path), passphrase], stdout=subprocess.PIPE
        ) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(random.Random(turn).random() / 20)
            process.kill()
        found = read_team(path, passphrase)
        assert msgspec.structs.replace(found, title="") == msgspec.structs.replace(one, title="")
        write_team(path, two, passphrase)


def test_rules_are_read_again_only_when_their_file_has_changed(tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    text = (paths.resources() / "rules" / "uk-councils.yaml").read_text("utf-8")
    file.write_text(text, "utf-8")
    first = read_rules(file)
    assert read_rules(file) is first
    file.write_text(text.replace("id: uk-councils", "id: own-council", 1), "utf-8")
    assert (first.id, read_rules(file).id) == ("uk-councils", "own-council")
