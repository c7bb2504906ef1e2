from __future__ import annotations

import builtins
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pathways import cli
from pathways.errors import PathwaysError
from pathways.planning.people import add_person
from pathways.store.private_file import previous_path
from pathways.store.sealed import (
    DamagedError,
    PassphraseNeededError,
    WrongPassphraseError,
    is_sealed,
    sealed,
    unsealed,
)
from pathways.store.team_file import asks_for_passphrase, read_team, write_team
from pathways.workspace.recovery import Recovery
from pathways.workspace.team import open_team
from teams import team

CREW = team("Adelheid 11 Analyst")
KEY = "correct horse ŵ"


@settings(max_examples=15)
@given(st.binary(max_size=300), st.text(min_size=1, max_size=20))
def test_what_is_sealed_comes_back_and_only_with_its_passphrase(content: bytes, key: str) -> None:
    kept = sealed(content, key)
    assert unsealed(kept, key) == content
    with pytest.raises(WrongPassphraseError):
        unsealed(kept, key + "x")


def test_a_wrong_passphrase_is_told_from_a_damaged_file() -> None:
    kept = sealed(b"people", KEY)
    assert is_sealed(kept)
    for at in range(20, len(kept) - 1, 37):
        damaged = kept[:at] + bytes([kept[at] ^ 1]) + kept[at + 1 :]
        with pytest.raises(DamagedError):
            unsealed(damaged, KEY)
    with pytest.raises(DamagedError):
        unsealed(kept[: len(kept) // 2], KEY)
    with pytest.raises(PassphraseNeededError):
        unsealed(kept, "")


def test_a_file_that_asks_for_too_much_work_is_refused_as_damaged() -> None:
    import hashlib
    import json

    from pathways.store.sealed import HEAD

    for body in (
        json.dumps({"kdf": {"salt": "", "n": 2**40, "r": 8, "p": 1}}).encode(),
        b"[]",
        b"{",
        b"[" * 9000,
    ):
        content = HEAD + hashlib.sha256(body).hexdigest().encode() + b"\n" + body
        with pytest.raises(DamagedError):
            unsealed(content, KEY)


def test_nothing_in_clear_is_left_beside_a_sealed_team(tmp_path: Path) -> None:
    path = tmp_path / "crew.pathteam"
    write_team(path, CREW)
    write_team(path, add_person(CREW, "Bo"))
    assert previous_path(path).exists()
    write_team(path, CREW, KEY)
    write_team(path, add_person(CREW, "Bo"), KEY)
    assert asks_for_passphrase(path)
    assert {file.name for file in tmp_path.iterdir()} == {path.name, previous_path(path).name}
    for file in tmp_path.iterdir():
        assert b"Adelheid" not in file.read_bytes()
    assert read_team(path, KEY).people[-1].name == "Bo"
    assert read_team(previous_path(path), KEY) == CREW
    with pytest.raises(PassphraseNeededError):
        read_team(path)


def test_unsaved_work_is_kept_under_the_passphrase_too(tmp_path: Path) -> None:
    path = tmp_path / "crew.pathteam"
    write_team(path, CREW, KEY)
    recovery = Recovery(tmp_path / "recovery")
    document = open_team(path, recovery, KEY)
    document.edit("adding", add_person(CREW, "Bo"))
    kept = [file for file in recovery.folder.rglob("*") if file.is_file()]
    assert kept
    assert all(b"Adelheid" not in file.read_bytes() for file in kept)
    again = open_team(path, recovery, KEY)
    assert again.value.people[-1].name == "Bo"
    assert again.undo_words


def test_the_commands_take_the_passphrase_from_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "crew.pathteam"
    write_team(path, CREW, KEY)
    assert cli.main(["team", "board", str(path)]) == 2
    assert "PATHWAYS_PASSPHRASE" in capsys.readouterr().err
    monkeypatch.setenv("PATHWAYS_PASSPHRASE", KEY)
    assert cli.main(["team", "board", str(path)]) == 0
    assert "Adelheid" in capsys.readouterr().out
    words = ["team", "move", str(path), "Adelheid", "ict-12", "--kind", "career-graded"]
    assert cli.main(words) == 0
    assert asks_for_passphrase(path), "it stays under its passphrase"
    monkeypatch.setenv("PATHWAYS_PASSPHRASE", "another")
    assert cli.main(["team", "board", str(path)]) == 1


def test_without_the_package_it_says_whom_to_ask(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name.startswith("cryptography"):
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(PathwaysError, match="ask whoever installed it"):
        write_team(tmp_path / "crew.pathteam", CREW, KEY)
    assert list(tmp_path.iterdir()) == []


def test_somebody_is_taken_out_of_every_sealed_version(tmp_path: Path) -> None:
    from pathways.planning.forgetting import without_person
    from pathways.store.team_file import rewrite_team

    path = tmp_path / "crew.pathteam"
    write_team(path, CREW, KEY)
    write_team(path, add_person(CREW, "Bo"), KEY)
    rewrite_team(path, lambda crew: without_person(crew, "p1"), KEY)
    for file in (path, previous_path(path)):
        assert asks_for_passphrase(file)
        assert [person.name for person in read_team(file, KEY).people] in (["Bo"], [])
    previous_path(path).write_bytes(b"torn")
    rewrite_team(path, lambda crew: crew, KEY)
    assert not previous_path(path).exists(), "nobody knows what is in it"
    with pytest.raises(WrongPassphraseError):
        rewrite_team(path, lambda crew: crew, "another")


def test_a_passphrase_is_the_same_on_systems_that_put_accents_together_and_that_do_not() -> None:
    together, apart = "caf\u00e9", "cafe\u0301"
    assert (
        unsealed(sealed(b"x", apart), together) == unsealed(sealed(b"x", together), apart) == b"x"
    )
    with pytest.raises(WrongPassphraseError):
        unsealed(sealed(b"x", together), "cafe")
