"""What holds for any text at all."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pathways.model.framework import Framework
from pathways.store.dimensions_file import read_dimensions
from pathways.store.framework_file import FrameworkFileError, read_framework
from pathways.store.text_file import UNPRINTABLE

FRAMEWORKS = Path(__file__).parents[1] / "frameworks"
SOUND = (FRAMEWORKS / "sound.yaml").read_text(encoding="utf-8")
KNOWN = [dimension.id for dimension in read_dimensions()]

few = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)

awkward = st.sampled_from(
    [
        "- ",
        ": ",
        " #",
        '"',
        "'",
        "\\",
        "“",
        "’",
        "–",
        "\u00a0",
        "\u2028",
        "😀",
        "\n",
        "\t",
        "null",
        "~",
        "NO",
        "@",
        "|",
        "{",
    ]
)
texts = (
    st.lists(awkward | st.text(max_size=6), max_size=8)
    .map("".join)
    .filter(lambda text: text.strip() and not re.search(UNPRINTABLE, text))
)


@pytest.fixture(scope="module")
def path() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder) / "framework.yaml"


def read_statement(path: Path, written: str) -> object:
    path.write_text(SOUND.replace("Leads the team.", written), encoding="utf-8", newline="")
    return read_framework(path, KNOWN).blocks[1].sections[0].statements[0]


@few
@given(text=texts)
def test_any_text_in_double_quotes_is_read_to_the_letter(path: Path, text: str) -> None:
    quoted = (
        json.dumps(text, ensure_ascii=False)
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
    )
    assert read_statement(path, quoted.replace("\x85", "\\x85")) == text


@few
@given(
    text=texts.filter(lambda text: "\x85" not in text)
)  # which that program does not get back itself
def test_any_text_as_another_program_writes_it_is_read_to_the_letter(path: Path, text: str) -> None:
    dumped = yaml.safe_dump([text], allow_unicode=True, width=10**6).removeprefix("- ").rstrip("\n")
    assert read_statement(path, dumped.removesuffix("\n...")) == text


@few
@given(text=texts.filter(lambda text: not any(sign in text for sign in "\n\r\x85\u2028\u2029")))
def test_any_line_in_single_quotes_is_read_to_the_letter(path: Path, text: str) -> None:
    assert read_statement(path, "'" + text.replace("'", "''") + "'") == text


@few
@given(
    words=st.lists(
        st.from_regex(r"[A-Za-zÀ-ÿ0-9][\w’“”–,;.()/%&+*-]{0,9}", fullmatch=True),
        min_size=2,
        max_size=12,
    )
)
def test_any_plain_words_without_quotes_are_read_to_the_letter(
    path: Path, words: list[str]
) -> None:
    assert read_statement(path, " ".join(words)) == " ".join(words)


@few
@given(content=st.binary(max_size=200))
def test_any_bytes_give_a_sentence(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(FrameworkFileError):
        read_framework(path, KNOWN)


@few
@given(data=st.data())
def test_any_bytes_amid_a_sound_file_give_a_framework_or_a_sentence(
    path: Path, data: st.DataObject
) -> None:
    whole = SOUND.encode()
    place = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(place, min(len(whole), place + 40)))
    path.write_bytes(whole[:place] + data.draw(st.binary(max_size=12)) + whole[end:])
    assert _framework_or_sentence(path)


leaves = st.sampled_from(["tiny-1", "tiny-2", "purpose", "risk", "1", "true", "", "x y"]) | st.text(
    max_size=4
)
keys = st.sampled_from(
    [
        "format",
        "id",
        "nodes",
        "blocks",
        "sections",
        "statements",
        "dimension",
        "only",
        "also",
        "text",
        "steps",
        "from",
        "to",
    ]
)
trees = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=12,
)


@few
@given(tree=st.dictionaries(keys, trees, min_size=1, max_size=6))
def test_any_data_under_the_format_s_keys_gives_a_framework_or_a_sentence(
    path: Path, tree: dict[str, object]
) -> None:
    sound = yaml.load(SOUND, Loader=yaml.BaseLoader)
    path.write_text(json.dumps({**sound, **tree}), encoding="utf-8")
    assert _framework_or_sentence(path)


def _framework_or_sentence(path: Path) -> bool:
    try:
        return isinstance(read_framework(path, KNOWN), Framework)
    except FrameworkFileError as error:
        return all(problem.message and problem.advice for problem in error.problems)
