from __future__ import annotations

from pathlib import Path

import pytest

from pathways import paths
from pathways.store.dimensions_file import read_dimensions
from pathways.store.file_error import FileError


@pytest.fixture
def resources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    return tmp_path


def test_the_shared_dimensions_are_read_in_the_order_of_display() -> None:
    ids = [dimension.id for dimension in read_dimensions()]
    assert ids[:3] == ["purpose", "overall", "people-management"]
    assert {"equality", "health-and-safety", "risk", "accountabilities", "knowledge"} <= set(ids)
    assert len(ids) == len(set(ids))


def test_all_mistakes_are_told_at_once(resources: Path) -> None:
    (resources / "dimensions.yaml").write_text(
        "- {id: a, title: A}\n- {id: b, name: [x]}\n- {id: c, title: C, plural: maybe}\n",
        encoding="utf-8",
    )
    with pytest.raises(FileError) as caught:
        read_dimensions()
    assert [(p.line, p.column) for p in caught.value.problems] == [(2, 3), (2, 11), (3, 29)]
    assert "Did you mean “names”?" in str(caught.value)


def test_two_dimensions_of_one_id_are_a_mistake(resources: Path) -> None:
    (resources / "dimensions.yaml").write_text(
        "- {id: a, title: A}\n- {id: a, title: B}\n", encoding="utf-8"
    )
    with pytest.raises(
        FileError,
        match=r"line 2, column 8: Two dimensions have the id “a”; the first is in line 1\.",
    ):
        read_dimensions()


def test_what_is_no_list_is_refused(resources: Path) -> None:
    (resources / "dimensions.yaml").write_text("id: a\n", encoding="utf-8")
    with pytest.raises(FileError, match="It should be a list"):
        read_dimensions()


def test_a_missing_file_is_named(resources: Path) -> None:
    with pytest.raises(FileError, match=r"dimensions\.yaml: There is no such file\."):
        read_dimensions()
