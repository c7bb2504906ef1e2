"""Plans and their files."""

from __future__ import annotations

import re
import runpy
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml
from jsonschema import Draft202012Validator

from pathways import paths
from pathways.model.plan import Agreement, Plan, Standing, View
from pathways.planning import edits
from pathways.planning.manager_copy import copy_for_manager
from pathways.planning.merge import merge
from pathways.store.file_error import FileError
from pathways.store.plan_file import ENDING, read_plan, write_plan
from pathways.store.plan_schema import NAME, plan_schema
from pathways.store.schema import as_text
from planning.plans import plan

ROW, OTHER = "5.people.1", "5.money.1"


def full() -> Plan:
    made = edits.set_standing(plan(["5", "6"]), [ROW], Standing.PARTLY)
    made = edits.set_view(made, ROW, View(standing=Standing.SHOWN, who="Kim", date="2026-11-20"))
    made = edits.add_evidence(made, [ROW, OTHER], "Targets met: all\n3", links=["a b.pdf", "*"])
    made = edits.add_action(made, [ROW], "- [ ] yes", by="2027-03-31", with_whom="HR")
    made = edits.add_item(made, Agreement(id="new", text="true", date="2026-11-27"))
    made = edits.set_reviews(made, ["2027-01-31"])
    copy = edits.set_standing(copy_for_manager(made, who="Lou"), [ROW], Standing.NOT_YET)
    return merge(made, copy)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / f"My plan{ENDING}"
    write_plan(path, full())
    return path


def test_a_plan_comes_back_as_it_was_written(file: Path) -> None:
    assert read_plan(file) == full()
    assert full().open_conflicts
    write_plan(file, copy_for_manager(full(), ["evidence"], today="2026-11-27"))
    assert read_plan(file).copy


def test_an_editor_that_knows_the_schema_finds_no_fault_in_a_plan(file: Path) -> None:
    found: Any = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert not list(Draft202012Validator(plan_schema()).iter_errors(found))
    bare = edits.rename(plan(), "")
    write_plan(file, bare)
    found = yaml.safe_load(file.read_text(encoding="utf-8"))
    Draft202012Validator(plan_schema()).validate(found)


def test_the_schema_s_file_is_not_stale_and_says_what_every_key_is() -> None:
    written = (paths.data() / NAME).read_text(encoding="utf-8")
    assert written == as_text(plan_schema()), "python -m pathways.store.plan_schema"
    for name, part in plan_schema()["$defs"].items():
        for key, value in part.get("properties", {}).items():
            assert "description" in value or name == "Value", f"{name}.{key}"


def test_running_the_module_writes_the_schema(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "data", lambda: tmp_path)
    monkeypatch.delitem(sys.modules, "pathways.store.plan_schema")
    runpy.run_module("pathways.store.plan_schema", run_name="__main__")
    assert (tmp_path / NAME).exists()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('by: "2027-03-31"', "by: 2027-13-31", "“2027-13-31” is not a date"),
        ('reviews: ["2027-01-31"]', "reviews: [2027-02-31]", "“2027-02-31” is not a date"),
        (f"rows: [{ROW}]", "rows: [5.people.9]", "There is no row “5.people.9”"),
        ("id: 5.people.2\n    st", "id: 5.people.1\n    st", "“5.people.1” is used twice"),
        ("standing: partly", "standing: mostly", "cannot be “mostly”"),
        ("format: 1", "format: 2", "newer version of Pathways"),
        ("evidence:", "evidences:", "Did you mean “evidence”"),
    ],
)
def test_a_mistake_in_a_plan_is_told_with_its_place(
    file: Path, old: str, new: str, message: str
) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(FileError, match=re.escape(message)) as refused:
        read_plan(file)
    assert all(problem.line for problem in refused.value.problems)


def test_hostile_text_is_text(file: Path) -> None:
    hostile = "<img src=x> ${HOME} !!python/object &a *a {{x}} \u202e =1+1 # no\n---\n%TAG"
    made = edits.set_note(edits.rename(plan(), hostile), [ROW], hostile)
    write_plan(file, made)
    assert read_plan(file) == made


def test_a_large_plan_is_read_although_no_framework_may_be_so_large(tmp_path: Path) -> None:
    made = full()
    piece = made.evidence[0]
    many = tuple(msgspec.structs.replace(piece, id=f"e-{n}", result="x" * 900) for n in range(3000))
    made = msgspec.structs.replace(made, evidence=many)
    write_plan(tmp_path / "large.pathplan", made)
    assert (tmp_path / "large.pathplan").stat().st_size > 2_000_000
    assert read_plan(tmp_path / "large.pathplan") == made
