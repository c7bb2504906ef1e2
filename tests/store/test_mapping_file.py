from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pathways.model.mapping import (
    Join,
    LeaveOut,
    Mapping,
    Reassign,
    Split,
    TaughtColumn,
    TaughtHeading,
)
from pathways.store.file_error import FileError
from pathways.store.mapping_file import mapping_yaml, read_mapping, write_mapping

signs = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
texts = st.text(signs, min_size=1, max_size=12).map(
    lambda text: text if text.strip() else text + "x"
)
ids = st.sampled_from(["risk", "people-management", "own"])
mappings = st.builds(
    Mapping,
    headings=st.lists(st.builds(TaughtHeading, heading=texts, dimension=ids), max_size=2).map(
        tuple
    ),
    columns=st.lists(
        st.builds(TaughtColumn, heading=texts, holds=st.sampled_from(["level", "text", ""])),
        max_size=2,
    ).map(tuple),
    left_out=st.lists(
        st.builds(LeaveOut, text=texts, why=texts, number=st.integers(0, 3)), max_size=2
    ).map(tuple),
    kept=st.lists(texts, max_size=2).map(tuple),
    reassigned=st.lists(
        st.builds(
            Reassign,
            text=texts,
            grades=st.lists(texts, max_size=2).map(tuple),
            dimension=ids | st.just(""),
            role=texts | st.just(""),
            number=st.integers(0, 3),
        ),
        max_size=2,
    ).map(tuple),
    splits=st.lists(
        st.builds(Split, text=texts, parts=st.lists(texts, max_size=3).map(tuple)), max_size=2
    ).map(tuple),
    joins=st.lists(st.builds(Join, first=texts, second=texts), max_size=2).map(tuple),
    order=st.lists(texts, max_size=3).map(tuple),
    title=texts | st.just(""),
    organisation=texts | st.just(""),
)


@given(mapping=mappings)
@settings(
    max_examples=80,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_a_mapping_is_read_back_as_it_was_written(tmp_path: Path, mapping: Mapping) -> None:
    path = tmp_path / "mapping.yaml"
    path.write_bytes(mapping_yaml(mapping).encode())
    assert read_mapping(path, ["risk"]) == mapping


def test_an_empty_mapping_is_a_file_too(tmp_path: Path) -> None:
    path = tmp_path / "mapping.yaml"
    write_mapping(path, Mapping())
    assert mapping_yaml(Mapping()).endswith("{}\n")
    assert read_mapping(path) == Mapping()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("headings:\n  - {heading: People, dimension: People Management}\n", "People Management"),
        ("reassigned:\n  - {text: Lead, dimension: Risk!}\n", "Risk!"),
        ("headings:\n  - {heading: People}\n", "dimension"),
        ("headnigs: []\n", "headnigs"),
        ("left_out:\n  - {text: a, why: b, number: x}\n", "number"),
    ],
)
def test_a_mistake_in_a_mapping_is_told_with_its_line(
    tmp_path: Path, text: str, words: str
) -> None:
    path = tmp_path / "mapping.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FileError, match=words):
        read_mapping(path, ["people-management", "risk"])
