"""Judgements of persons in a file beside the framework's."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pathways import paths
from pathways.errors import PathwaysError
from pathways.model.overrule import Judged, Overrules, Paired, Parted, contradictions
from pathways.store.file_error import FileError
from pathways.store.opening import bundled_files
from pathways.store.overrules_file import (
    overrules_path,
    overrules_yaml,
    read_overrules,
    write_overrules,
)
from pathways.store.text_file import UNPRINTABLE

MARK = "ab0123456789"
PAIRED = Paired(
    before_node="tiny-1",
    after_node="tiny-2",
    dimension="risk",
    before="tiny-1.risk.1",
    after="tiny-2.risk.1",
    fingerprint=MARK,
)
SIGHTED = msgspec.structs.replace(
    PAIRED, reason="Both: the “log” # one", who="Ann", date="2026-11-21"
)

Written = Callable[[str | bytes], Path]

ids = st.from_regex(r"[a-z0-9]{1,3}([._-][a-z0-9]{1,3}){0,2}", fullmatch=True)
said = st.text(max_size=12).filter(lambda text: not re.search(UNPRINTABLE, text)) | st.sampled_from(
    ["NO", "1.10", ": #", '"', "- {x}", "null", "\u2028", "~", "😀"]
)
common = {
    "before_node": ids,
    "after_node": ids,
    "dimension": ids,
    "fingerprint": st.from_regex(r"[0-9a-f]{12}", fullmatch=True),
    "reason": said,
    "who": said,
    "date": st.dates().map(str) | st.just(""),
}
anything = st.one_of(
    st.builds(Paired, before=ids, after=ids, before_text=said, after_text=said, **common),
    st.builds(Parted, statement=ids, text=said, **common),
    st.builds(
        Judged,
        before=ids,
        after=ids,
        verdict=st.sampled_from(["raised", "eased", "changed", "reworded"]),
        **common,
    ),
)


@settings(max_examples=150, deadline=None)
@given(found=st.lists(anything, max_size=6))
def test_whatever_was_judged_is_read_back_as_it_was_written(
    found: list[Paired | Parted | Judged],
) -> None:
    without = [one for one in found if one.before_node != one.after_node]
    against = {id(one) for one, _earlier in contradictions(without)}
    overrules = Overrules.of(*(one for one in without if id(one) not in against))
    if list(contradictions(overrules)):
        return  # in the order of the file, others come first
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.overrules.yaml"
        write_overrules(path, overrules)
        assert read_overrules(path) == overrules


def test_the_file_is_one_that_people_can_read() -> None:
    judged = Judged(**{**msgspec.structs.asdict(PAIRED), "verdict": "raised"})
    parted = Parted(
        before_node="a", after_node="b", dimension="risk", statement="a.risk.2", fingerprint=MARK
    )
    text = overrules_yaml(Overrules.of(SIGHTED, parted, judged))
    assert text[text.index("format") :] == (
        "format: 2\n"
        "paired:\n"
        "  - from: tiny-1\n"
        "    to: tiny-2\n"
        "    dimension: risk\n"
        "    before: tiny-1.risk.1\n"
        "    after: tiny-2.risk.1\n"
        "    fingerprint: ab0123456789\n"
        '    reason: "Both: the “log” # one"\n'
        "    who: Ann\n"
        '    date: "2026-11-21"\n'
        "parted:\n"
        "  - from: a\n"
        "    to: b\n"
        "    dimension: risk\n"
        "    statement: a.risk.2\n"
        "    fingerprint: ab0123456789\n"
        "judged:\n"
        "  - from: tiny-1\n"
        "    to: tiny-2\n"
        "    dimension: risk\n"
        "    before: tiny-1.risk.1\n"
        "    after: tiny-2.risk.1\n"
        "    verdict: raised\n"
        "    fingerprint: ab0123456789\n"
    )


def problems(path: Path) -> list[tuple[int, str]]:
    with pytest.raises(FileError) as caught:
        read_overrules(path)
    assert all(problem.advice and problem.file == path for problem in caught.value.problems)
    return [(problem.line, problem.message) for problem in caught.value.problems]


def test_all_mistakes_of_form_are_told_at_once(written: Written) -> None:
    path = written(
        "format: 1\n"
        "paird: []\n"
        "judged:\n"
        "  - {from: a, to: b, dimension: risk, before: x, after: y, fingerprint: abc, verdict: "
        "rised}\n"
        "  - {from: A B, to: b, dimension: risk, before: x, fingerprint: 0123456789ab, verdict: "
        "new, date: today}\n"
    )
    found = problems(path)
    assert {line for line, _message in found} == {2, 4, 5}
    told = "\n".join(message for _line, message in found)
    for words in (
        "“paird”",
        "“fingerprint” cannot be “abc”",
        "“rised”",
        "“A B”",
        "“after” is missing",
        "“new”",
    ):
        assert words in told
    assert "“date” cannot be “today”" in told


def test_all_mistakes_of_sense_are_told_at_once(written: Written) -> None:
    entry = "dimension: risk, before: x, fingerprint: 0123456789ab"
    path = written(
        "format: 2\n"
        "paired:\n"
        f"  - {{from: a, to: b, after: y, {entry}}}\n"
        f"  - {{from: b, to: a, after: x, dimension: risk, before: z, fingerprint: 0123456789ab}}\n"
        f"  - {{from: a, to: a, after: w, {entry}, date: 2026-02-30}}\n"
        "parted:\n"
        "  - {from: a, to: b, dimension: risk, statement: y, fingerprint: 0123456789ab}\n"
    )
    assert problems(path) == [
        (4, "Line 3 also judges one of these statements."),
        (5, "“from” and “to” are the same: “a”."),
        (5, "“2026-02-30” is not a date."),
        (7, "Line 3 also judges one of these statements."),
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "The file is empty."),
        ("nodes: []\n", "This is not a file of the kind expected."),
        ("format: 3\n", "The file is written in format 3; this program reads format 2."),
        ("format: 1\npaired: {}\n", "There should be a list in “paired”."),
        (b"\xff\xfe\x00", "begins like UTF-16"),
        ("format: 1\nparted: &a []\n", "“&”"),
    ],
)
def test_other_files_give_a_sentence(written: Written, content: str | bytes, said: str) -> None:
    assert said in problems(written(content))[0][1]


def test_judgements_are_kept_beside_the_file_and_for_bundled_ones_in_the_person_s_own_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATHWAYS_CONFIG", str(tmp_path / "config"))
    assert overrules_path(tmp_path / "care.v2.yaml") == tmp_path / "care.v2.overrules.yaml"
    bundled = bundled_files()[0]
    assert (
        overrules_path(bundled)
        == tmp_path / "config" / "overrules" / f"{bundled.stem}.overrules.yaml"
    )
    write_overrules(overrules_path(bundled), Overrules.of(PAIRED))
    assert read_overrules(overrules_path(bundled)) == Overrules.of(PAIRED)


def test_where_nothing_can_be_written_a_sentence_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "config").write_text("a file, no folder")
    monkeypatch.setenv("PATHWAYS_CONFIG", str(tmp_path / "config"))
    with pytest.raises(PathwaysError, match=r"cannot be written"):
        write_overrules(
            paths.user_config() / "overrules" / "x.overrules.yaml", Overrules.of(PAIRED)
        )
