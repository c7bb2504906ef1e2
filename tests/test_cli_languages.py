"""The command line and the sheets speak the language that is asked for, throughout."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pathways import cli
from pathways.checking.finding import Code
from pathways.model.library import Library
from pathways.model.problem import Severity
from pathways.store.open_files import open_files
from pseudo import in_greek, unwrapped

COMMANDS = (
    ("nodes",),
    ("show", "ict-11"),
    ("compare", "ict-8", "ict-9", "ict-12"),
    ("ladder", "ict"),
    ("route", "ict-8", "ict-12"),
    ("check", "ict"),
)


@pytest.fixture
def greek(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PATHWAYS_LANGUAGE", "qps")
    monkeypatch.setenv("COLUMNS", "400")
    return in_greek("ict", tmp_path)


def data_of(file: Path) -> list[str]:
    library: Library = open_files([file], only=True).library
    titles = [dimension.title for dimension in library.dimensions.values()]
    ids = [*library.dimensions, *library.nodes, "ict"]
    return [*titles, *ids, str(file), file.name]


def joined(text: str) -> str:
    """Undo the breaking of lines, and leave out the codes that findings are silenced by."""
    return re.sub(r"Čőďé\\?: [\w\\-]+", "", " ".join(text.split()))


def plain(text: str) -> str:
    """Leave out what is typed as it is in every language: options, kinds of file, names in
    capitals.
    """
    return re.sub(
        r"--[\w-]+|-o\b|\.\w+|\b[A-Z][A-Z_]+\b|\b(text|json|graphml|dot|mermaid|pathways|yaml)\b",
        " ",
        text,
    )


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_every_word_of_an_answer_is_translated(
    greek: Path, command: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main([*command, "--only", "--framework", str(greek)]) == 0
    found = unwrapped([(command[0], joined(capsys.readouterr().out))], data_of(greek))
    assert not found, "\n".join(found)


@pytest.mark.parametrize("ending", ["txt", "html", "md", "csv"])
@pytest.mark.parametrize("command", COMMANDS[2:], ids=lambda command: command[0])
def test_every_word_of_a_sheet_is_translated(
    greek: Path, command: tuple[str, ...], ending: str, tmp_path: Path
) -> None:
    sheet = tmp_path / f"sheet.{ending}"
    assert cli.main([*command, "--only", "--framework", str(greek), "-o", str(sheet)]) == 0
    text = sheet.read_text("utf-8-sig")
    body = re.sub(r"(?s)<style.*?</style>", "", text)
    codes = (
        [word.value for word in (*Severity, *Code)] if ending == "csv" else []
    )  # by which a spreadsheet filters
    found = unwrapped([(ending, joined(body))], [*data_of(greek), *codes])
    assert not found, "\n".join(found)


@pytest.mark.parametrize("command", ["", *(command[0] for command in COMMANDS), "import", "graph"])
def test_every_word_of_the_help_is_translated(
    greek: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        cli.main([command, "--help"] if command else ["--help"])
    lines = [("help", plain(line)) for line in capsys.readouterr().out.splitlines()]
    names = [*(command[0] for command in COMMANDS), "import", "graph", "plan", "team"]
    found = unwrapped(
        [
            (where, re.sub(rf"(^ +|⟧ +)({'|'.join(names)})\b|\{{.*?\}}", " ", line))
            for where, line in lines
        ]
    )
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "words",
    [
        ("compare", "ict-1", "ict-2"),
        ("compare",),
        ("show",),
        ("nodes", "--colour"),
        ("route", "ict-8", "ict-8"),
        ("x",),
        ("show", "ict-11", "--format"),
        ("compare", "ict-8", "ict-9", "-o", "x.xyz"),
    ],
)
def test_every_complaint_is_translated(
    greek: Path, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["--only", "--framework", str(greek)] if words[0] not in ("x",) else []
    assert cli.main([*words[:1], *words[1:], *command] if words[-1] != "--format" else [*words]) > 0
    said = plain(capsys.readouterr().err.replace("pathways:", ""))
    names = r"\b(nodes|show|compare|ladder|route|check|import|graph|plan|team)\b"
    said = re.sub(rf"“[^”]*”|: (node|framework_id)\b|{names}", " ", said)
    found = unwrapped([("complaint", said)], data_of(greek))
    assert not found, "\n".join(found)
