from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from pathways import paths
from pathways.store.schema import NAME, as_text, framework_schema

FRAMEWORKS = Path(__file__).parents[1] / "frameworks"


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    return Draft202012Validator(framework_schema())


def as_an_editor_reads_it(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def test_the_schema_s_file_is_not_stale() -> None:
    written = (paths.data() / NAME).read_text(encoding="utf-8")
    assert written == as_text(framework_schema()), "write it anew: python -m pathways.store.schema"


def test_running_the_module_writes_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "data", lambda: tmp_path)
    monkeypatch.delitem(__import__("sys").modules, "pathways.store.schema")
    runpy.run_module("pathways.store.schema", run_name="__main__")
    assert (tmp_path / NAME).read_text(encoding="utf-8") == as_text(framework_schema())


def test_it_is_a_schema_of_the_draft_it_names() -> None:
    schema = framework_schema()
    assert schema["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    Draft202012Validator.check_schema(schema)


def test_every_part_and_every_key_is_described() -> None:
    checked = 0
    for name, part in framework_schema()["$defs"].items():
        checked += 1
        assert part["title"] == name
        checked += 1
        assert part["description"].strip().endswith(".")
        for key, value in part.get("properties", {}).items():
            checked += 1
            assert value.get("description"), f"{name}.{key}"
    assert checked


@pytest.mark.parametrize("path", sorted(paths.data().glob("*.yaml")), ids=lambda path: path.stem)
def test_every_bundled_framework_fits_and_points_to_its_schema(
    validator: Draft202012Validator, path: Path
) -> None:
    assert list(validator.iter_errors(as_an_editor_reads_it(path))) == []
    assert path.read_text(encoding="utf-8").startswith(f"# yaml-language-server: $schema={NAME}\n")


@pytest.mark.parametrize(
    "flaw", ["sound", "own-dimension", "step-from-the-top-of-ict", "unknown-dimension"]
)
def test_a_grade_written_as_a_number_fits(validator: Draft202012Validator, flaw: str) -> None:
    assert list(validator.iter_errors(as_an_editor_reads_it(FRAMEWORKS / f"{flaw}.yaml"))) == []


@pytest.mark.parametrize(
    "flaw",
    [
        "another-kind-of-file",
        "depth-out-of-bounds",
        "ill-formed-id",
        "missing-keys",
        "newer-format",
        "no-nodes",
        "no-value",
        "nothing-in-quotes",
        "number-in-quotes",
        "statement-with-a-colon",
        "truth-in-quotes",
        "unknown-key",
        "unknown-wording",
        "wrong-kinds",
    ],
)
def test_an_editor_is_told_of_what_does_not_fit(validator: Draft202012Validator, flaw: str) -> None:
    assert list(validator.iter_errors(as_an_editor_reads_it(FRAMEWORKS / f"{flaw}.yaml")))
