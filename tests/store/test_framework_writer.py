"""What is written is read back as the very same framework, whatever texts are in it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pathways.model.dimension import Dimension
from pathways.model.framework import (
    Block,
    Entry,
    Framework,
    Node,
    NodeKind,
    Passage,
    Section,
    Silenced,
    SourceDocument,
    Wording,
)
from pathways.model.scale import ProficiencyScale, ScaleLevel, plain
from pathways.model.step import Step, StepKind
from pathways.store.dimensions_file import read_dimensions
from pathways.store.framework_file import read_framework
from pathways.store.framework_writer import SCHEMA_LINE, framework_yaml
from pathways.store.opening import bundled_files
from pathways.store.yaml_words import quoted_where_needed

KNOWN = [dimension.id for dimension in read_dimensions()]
AWKWARD = "- |: | #|#|\"|'|\\|“|–|\u00a0|\u2028|\x85|😀|\n|\t|null|~|NO|1.10|@|{|]|,|0x1F|1_000|<<|=|---|...|? |! ".split(
    "|"
)
AWKWARD += ["|", "&a", "*a", "%", "`", "\ufeff", "6", ":"]
signs = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
texts = (
    st.lists(st.sampled_from(AWKWARD) | st.text(signs, max_size=5), min_size=1, max_size=6)
    .map("".join)
    .map(lambda text: text if text.strip() else text + "x")
)
maybe = st.just("") | texts
few = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@st.composite
def frameworks(draw: st.DrawFn) -> Framework:
    count = draw(st.integers(1, 3))
    nodes = tuple(
        Node(
            id=f"n-{number}",
            title=draw(texts),
            grade=draw(texts),
            kind=draw(st.sampled_from(NodeKind)),
            family=draw(maybe),
            code=draw(maybe),
            facts=tuple(draw(st.lists(texts, max_size=2))),
            includes=("n-0",) if number and draw(st.booleans()) else (),
        )
        for number in range(count)
    )
    own = (
        Dimension(
            id="own",
            title=draw(texts),
            names=tuple(draw(st.lists(texts, max_size=2))),
            plural=draw(st.booleans()),
        ),
    )
    names = draw(st.lists(texts, min_size=2, max_size=3, unique_by=plain))
    scale = ProficiencyScale(
        id="own-scale",
        title=draw(maybe),
        levels=tuple(
            ScaleLevel(name=name, definition=draw(maybe)) if draw(st.booleans()) else name
            for name in names
        ),
    )
    entries = st.builds(
        Entry, text=texts, also=st.sampled_from([(), ("risk", "own")]), depth=st.integers(1, 9)
    )
    blocks = []
    for number in range(count):
        served = tuple(node.id for node in nodes[number:])
        sections = tuple(
            Section(
                dimension=draw(st.sampled_from(["risk", "own"])),
                id=f"s-{place}",
                heading=draw(texts),
                label=draw(maybe),
                only=served[:1] if len(served) > 1 and draw(st.booleans()) else (),
                definition=draw(st.booleans()),
                level=draw(st.sampled_from(["", *names])),
                includes=("n-1",) if count > 1 and draw(st.booleans()) else (),
                statements=tuple(draw(st.lists(texts | entries, min_size=1, max_size=3))),
            )
            for place in range(draw(st.integers(1, 2)))
        )
        blocks.append(
            Block(
                nodes=served,
                id=f"b-{number}",
                label=draw(maybe),
                code=draw(maybe),
                sections=sections,
            )
        )
    steps = st.builds(
        Step,
        source=st.just("n-0"),
        target=st.just("elsewhere"),
        kind=st.sampled_from(StepKind),
        indicative=st.booleans(),
        note=maybe,
    )
    silenced = st.builds(
        Silenced,
        code=st.just("same-text"),
        reason=texts,
        node=maybe,
        statement=maybe,
        dimension=maybe,
    )
    return Framework(
        format=1,
        id="drawn",
        title=draw(texts),
        organisation=draw(texts),
        language="en-GB",
        wording=draw(st.sampled_from(Wording)),
        licence=draw(texts),
        source=SourceDocument(document=draw(texts), reference=draw(maybe)),
        nodes=nodes,
        blocks=tuple(blocks),
        steps=tuple(draw(st.lists(steps, max_size=1))),
        introduction=tuple(
            Passage(heading=draw(texts), statements=tuple(draw(st.lists(texts, max_size=2))))
            for _ in range(draw(st.integers(0, 1)))
        ),
        dimensions=own,
        scales=(scale,),
        silenced=tuple(draw(st.lists(silenced, max_size=2))),
    )


@pytest.fixture(scope="module")
def path() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder) / "framework.yaml"


def read_back(path: Path, text: str) -> Framework:
    path.write_bytes(text.encode())
    return read_framework(path, KNOWN)


@given(framework=frameworks(), comment=st.text(signs, max_size=30))
@few
def test_any_framework_is_read_back_as_the_same(
    path: Path, framework: Framework, comment: str
) -> None:
    assert read_back(path, framework_yaml(framework, comment)) == framework


@pytest.mark.parametrize("file", bundled_files(), ids=lambda file: file.stem)
def test_a_bundled_framework_is_written_and_read_back_as_the_same(path: Path, file: Path) -> None:
    framework = read_framework(file, KNOWN)
    assert read_back(path, framework_yaml(framework)) == framework


def test_the_file_begins_with_its_schema_and_the_comment() -> None:
    framework = read_framework(bundled_files()[0], KNOWN)
    lines = framework_yaml(framework, "Imported from a file.\n\nLook it over.").split("\n")
    assert lines[:4] == [SCHEMA_LINE, "# Imported from a file.", "# Look it over.", "format: 1"]


def test_a_statement_stands_on_one_line_however_long() -> None:
    checked = 0
    framework = read_framework(bundled_files()[0], KNOWN)
    written = framework_yaml(framework).split("\n")
    for statement in framework.statements:
        checked += 1
        assert (
            sum(
                statement.text in line or statement.text.replace('"', '\\"') in line
                for line in written
            )
            >= 1
        )
    assert checked


@pytest.mark.parametrize(
    "text",
    [
        "Plan the work",
        "Grade 6",
        "TRA 06/07/08",
        "Advice, guidance and input",
        "It's theirs",
        "a#b",
        "10%",
    ],
)
def test_nothing_is_quoted_without_need(text: str) -> None:
    assert quoted_where_needed(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "6",
        "1.10",
        "NO",
        "null",
        "Note: it",
        "it ",
        "- it",
        "a #b",
        "end:",
        '"',
        "",
        "2026-11-21",
        "0x1F",
        "1e3",
        "12:30",
    ],
)
def test_what_a_guessing_reader_would_misread_is_quoted(text: str) -> None:
    assert quoted_where_needed(text).startswith('"')
    assert yaml.safe_load(quoted_where_needed(text)) == text


def test_inside_brackets_more_is_quoted() -> None:
    assert quoted_where_needed("a, b", inside=True) == '"a, b"'
