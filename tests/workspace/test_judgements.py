"""Judgements over all open frameworks: kept beside each, undone together, merged with others'."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from pathways import cli
from pathways.compare.change import Verdict
from pathways.compare.overruling import judge_as, pair, part, take_back
from pathways.model.library import Library
from pathways.model.overrule import Between, Judged, Overrules, Paired, Parted
from pathways.store.file_error import FileError
from pathways.store.opening import bundled_files
from pathways.store.overrules_file import overrules_path, read_overrules, write_overrules
from pathways.workspace.documents import Documents
from pathways.workspace.judgements import Judgements
from pathways.workspace.workspace import Happened, Workspace

TINY = Path(__file__).parents[1] / "frameworks" / "sound.yaml"
MARK = "ab0123456789"
PAIRED = Paired(
    before_node="tiny-1",
    after_node="tiny-2",
    dimension="risk",
    before="tiny-1.risk.1",
    after="tiny-2.risk.1",
    fingerprint=MARK,
)
DUTIES = Between("own-11", "own-12", "accountabilities")

OTHERS = (Verdict.RAISED, Verdict.CHANGED, Verdict.REWORDED)


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """Return a file of the ladder with ids of its own."""
    text = bundled_files()[0].read_text("utf-8")
    file = tmp_path / "mine.yaml"
    file.write_text(text.replace("ict-", "own-").replace("id: ict\n", "id: own\n"), "utf-8")
    return file


def eased(workspace: Workspace, number: int = 0, who: str = "Ann") -> Overrules:
    """Return the judgements of a workspace with one more: a pair is judged as eased."""
    between = DUTIES
    comparison = workspace.comparer.compare(between[:2], dimensions=[between.dimension])
    changes = [
        change
        for change in comparison.steps[0].dimensions[0].changes
        if change.before and change.after and change.verdict in OTHERS
    ]
    before, after = changes[number].before, changes[number].after
    assert before and after
    return judge_as(
        workspace.overrules,
        between,
        before,
        after,
        Verdict.EASED,
        who=who,
        date=datetime.date(2026, 11, 20),
    )


def verdicts(workspace: Workspace) -> list[str]:
    comparison = workspace.comparer.compare(DUTIES[:2], dimensions=[DUTIES.dimension])
    return [change.verdict.value for change in comparison.steps[0].dimensions[0].changes]


def judged_ones(workspace: Workspace) -> list[str]:
    """Return the verdicts that persons gave."""
    comparison = workspace.comparer.compare(DUTIES[:2], dimensions=[DUTIES.dimension])
    changes = comparison.steps[0].dimensions[0].changes
    return [change.verdict.value for change in changes if change.by]


def kept(mine: Path) -> Overrules:
    path = overrules_path(mine)
    return read_overrules(path) if path.exists() else Overrules()


# One window --------------------------------------------------------------------------------------


def test_a_judgement_holds_is_kept_and_is_undone_and_redone_twice(mine: Path) -> None:
    workspace = Workspace.open([mine])
    before = verdicts(workspace)
    told: list[Happened] = []
    workspace.listen(told.append)
    assert workspace.judge("judged as eased", eased(workspace))
    after = verdicts(workspace)
    assert after != before and after.count("eased") == before.count("eased") + 1
    for _twice in range(2):
        assert workspace.undo_words == "judged as eased" and len(kept(mine)) == 1
        assert workspace.undo() == "judged as eased"
        assert verdicts(workspace) == before and len(kept(mine)) == 0
        assert workspace.redo_words == "judged as eased"
        assert workspace.redo() == "judged as eased"
        assert verdicts(workspace) == after
    assert told == [Happened.JUDGED] * 5


def test_the_same_judgement_again_makes_no_step(mine: Path) -> None:
    workspace = Workspace.open([mine])
    workspace.judge("once", eased(workspace))
    stamp = overrules_path(mine).stat().st_mtime_ns
    assert not workspace.judge("again", workspace.overrules)
    assert workspace.undo() and not workspace.undo()
    assert overrules_path(mine).stat().st_mtime_ns != stamp


def test_one_judgement_is_written_once(mine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[Path] = []
    workspace = Workspace.open([mine])
    after = eased(workspace)

    def write(path: Path, overrules: Overrules) -> None:
        written.append(path)
        write_overrules(path, overrules)

    for document in workspace.judgements.documents:
        document.kind = with_writer(document.kind, write)
    workspace.judge("judged", after)
    assert written == [overrules_path(mine)]


def with_writer(kind: object, write: Callable[[Path, Overrules], None]) -> object:
    return msgspec.structs.replace(kind, write=write)  # type: ignore[type-var]


def test_where_it_cannot_be_saved_it_holds_and_is_there_at_the_next_start(mine: Path) -> None:
    workspace = Workspace.open([mine])
    told: list[Happened] = []
    workspace.listen(told.append)
    path = overrules_path(mine)
    before, after = verdicts(workspace), eased(workspace)
    path.mkdir()  # nothing can be written there
    (path / "x").touch()
    assert workspace.judge("judged", after)
    assert told[-1] is Happened.UNSAVED and "folder" in workspace.failure
    assert verdicts(workspace) != before
    assert workspace.undo() == "judged", "undo cannot fail"
    assert verdicts(workspace) == before
    workspace.redo()
    (path / "x").unlink()
    path.rmdir()
    again = Workspace.open([mine])
    assert verdicts(again) != before, "what was not saved comes back"
    workspace.save()
    assert not workspace.failure and len(kept(mine)) == 1


def test_a_pairing_that_is_taken_back_takes_its_verdict_along(mine: Path) -> None:
    workspace = Workspace.open([mine])
    statements = workspace.library.statements_of("own-11", "accountabilities")
    others = workspace.library.statements_of("own-12", "accountabilities")
    before, after = statements[0], others[-1]
    paired = pair(workspace.overrules, DUTIES, before, after)
    workspace.judge("paired", paired)
    workspace.judge("eased", judge_as(workspace.overrules, DUTIES, before, after, Verdict.EASED))
    assert len(workspace.overrules) == 2
    workspace.judge("taken back", take_back(workspace.overrules, workspace.overrules.paired[0]))
    assert len(workspace.overrules) == 0
    workspace.undo()
    assert len(workspace.overrules) == 2


def test_a_file_with_mistakes_is_told_not_applied_and_not_written(mine: Path) -> None:
    path = overrules_path(mine)
    path.write_text("format: 1\njudged: [")
    workspace = Workspace.open([mine])
    told: list[Happened] = []
    workspace.listen(told.append)
    after = eased(workspace)
    assert Happened.PROBLEMS in told and workspace.mistakes
    with pytest.raises(FileError):
        workspace.judge("judged", after)
    assert path.read_text() == "format: 1\njudged: ["
    assert not workspace.undo_words


# Two windows, two programs -----------------------------------------------------------------------


def test_two_windows_on_one_file_see_each_other_s_judgements(mine: Path) -> None:
    documents = Documents()
    first, second = (Workspace(Workspace.open([mine]).state, documents) for _window in range(2))
    assert verdicts(first) == verdicts(second)
    first.judge("first", eased(first, 0))
    assert verdicts(second) == verdicts(first) and second.undo_words == "first"
    second.judge("second", eased(second, 1))
    assert len(kept(mine)) == 2 and len(first.overrules) == 2
    first.undo()
    assert len(second.overrules) == len(kept(mine)) == 1


def test_two_programs_on_one_file_keep_each_other_s_judgements(mine: Path) -> None:
    first, second = Workspace.open([mine]), Workspace.open([mine])
    one, other = eased(first, 0), eased(second, 1)
    first.judge("first", one)
    second.judge("second", other)
    assert len(kept(mine)) == 2
    assert first.look() and len(first.overrules) == 2
    first.undo()
    assert [one.statements for one in kept(mine)] == [one.statements for one in other]


def test_two_programs_that_judge_the_same_are_told(mine: Path) -> None:
    first, second = Workspace.open([mine]), Workspace.open([mine])
    told: list[Happened] = []
    second.listen(told.append)
    theirs, ours = eased(first, who="Ann"), eased(second, who="Ben")
    first.judge("first", theirs)
    second.judge("second", ours)
    (judgement,) = kept(mine)
    assert judgement.who == "Ben"
    assert Happened.REPLACED in told and "Somebody else judged" in second.replaced[0]


# A changed document ------------------------------------------------------------------------------


def put_in(file: Path, at: str, sentence: str) -> None:
    """Put a sentence before a statement of grade 11."""
    lines = file.read_text("utf-8").splitlines()
    block = next(number for number, line in enumerate(lines) if "nodes: [own-11]" in line)
    place = next(number for number in range(block, len(lines)) if at in lines[number])
    indent = lines[place][: len(lines[place]) - len(lines[place].lstrip())]
    lines.insert(place, f"{indent}- {sentence}")
    file.write_text("\n".join(lines) + "\n", "utf-8")


@pytest.mark.parametrize("texts", [True, False], ids=["now", "of an older file"])
def test_a_sentence_put_in_before_leaves_every_judgement_where_it_was(
    mine: Path, texts: bool
) -> None:
    workspace = Workspace.open([mine])
    workspace.judge("judged", eased(workspace))
    (before,) = kept(mine).judged
    if not texts:
        old = msgspec.structs.replace(before, before_text="", after_text="")
        write_overrules(overrules_path(mine), Overrules.of(old))
        path = overrules_path(mine)
        path.write_text(path.read_text("utf-8").replace("format: 2", "format: 1"), "utf-8")
    at = next(s.text for s in workspace.library.statements_of("own-11", "accountabilities"))
    put_in(mine, at, "Sit on the works council.")
    again = Workspace.open([mine])
    assert again.comparer.stale_overrules == ()
    assert judged_ones(again) == ["eased"]
    (now,) = again.overrules.judged
    assert now.before != before.before, "the sentence put in moved it by one"
    statements = {s.id: s.text for s in again.library.statements_of("own-11")}
    assert statements[now.before] == before.before_text
    again.judge("taken back", take_back(again.overrules, now))
    assert len(kept(mine)) == 0


def test_a_text_that_was_rewritten_is_told_not_guessed(mine: Path) -> None:
    workspace = Workspace.open([mine])
    workspace.judge("judged", eased(workspace))
    (judged,) = kept(mine).judged
    text = mine.read_text("utf-8")
    mine.write_text(text.replace(judged.before_text, "Something else altogether."), "utf-8")
    again = Workspace.open([mine])
    assert judged_ones(again) == []
    (stale,) = again.unfit_judgements
    assert "changed" in stale.reason or "no longer there" in stale.reason


def test_the_command_goes_by_it_after_the_document_was_edited(
    mine: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workspace = Workspace.open([mine])
    workspace.judge("judged", eased(workspace))
    at = next(s.text for s in workspace.library.statements_of("own-11", "accountabilities"))
    put_in(mine, at, "Sit on the works council.")
    words = ["compare", "own-11", "own-12", "--framework", str(mine), "--format", "json"]
    assert cli.main(words) == 0
    said = capsys.readouterr()
    assert said.err == ""
    (dimension,) = (
        d for d in json.loads(said.out)["steps"][0]["dimensions"] if d["id"] == DUTIES.dimension
    )
    assert [c["verdict"] for c in dimension["changes"] if c.get("overruled")] == ["eased"]


# Several frameworks ------------------------------------------------------------------------------


@pytest.fixture
def two(tmp_path: Path) -> list[Path]:
    """Return the files of one framework in two versions, which use the same ids."""
    files = [tmp_path / "old.yaml", tmp_path / "new.yaml"]
    for file in files:
        file.write_bytes(TINY.read_bytes())
    return files


def judgements(files: list[Path]) -> Judgements:
    library = Workspace.open(files, only=True).library
    ids = [framework.id for framework in library.frameworks]
    return Judgements(Documents(), library, dict(zip(ids, files, strict=True)))


def of_second(library: Library) -> Paired:
    renamed = library.frameworks[1]
    return msgspec.structs.replace(
        PAIRED,
        before_node=renamed.nodes[0].id,
        after_node=renamed.nodes[1].id,
        before=renamed.statements[0].id,
        after=renamed.statements[1].id,
    )


def test_where_nothing_is_kept_there_is_nothing(two: list[Path]) -> None:
    assert judgements(two).overrules == judgements(two[:1]).overrules == Overrules()
    assert Workspace.of(Workspace.open(two, only=True).library).overrules == Overrules()


def test_each_judgement_is_kept_beside_the_framework_it_starts_from(two: list[Path]) -> None:
    found = judgements(two)
    library = Workspace.open(two, only=True).library
    other = of_second(library)
    assert library.frameworks[1].nodes[0].id != library.given[1].nodes[0].id == "tiny-1"
    found.edit("both", Overrules.of(PAIRED, other))
    assert judgements(two).overrules == Overrules.of(PAIRED, other)
    assert read_overrules(overrules_path(two[0])) == Overrules.of(PAIRED)
    (written,) = read_overrules(overrules_path(two[1]))
    assert (written.before_node, written.statements) == (
        "tiny-1",
        tuple(statement.id for statement in library.given[1].statements[:2]),
    )


def test_only_files_in_which_something_changes_are_written(two: list[Path]) -> None:
    found = judgements(two)
    found.edit("one", Overrules.of(PAIRED))
    first = overrules_path(two[0])
    assert not overrules_path(two[1]).exists()
    first.write_text("# my own remark\n" + first.read_text("utf-8"), "utf-8")
    found = judgements(two)
    found.edit("other", Overrules.of(PAIRED, of_second(Workspace.open(two, only=True).library)))
    assert first.read_text("utf-8").startswith("# my own remark")
    found.edit("none", Overrules())
    assert read_overrules(first) == Overrules()


def test_judgements_on_grades_that_are_gone_stay_where_they_were_until_taken_back(
    two: list[Path],
) -> None:
    stray = msgspec.structs.replace(PAIRED, before_node="gone")
    write_overrules(overrules_path(two[1]), Overrules.of(stray))
    found = judgements(two)
    found.edit("more", Overrules.of(*found.overrules, PAIRED))
    assert read_overrules(overrules_path(two[1])).paired[0].before_node == "gone"
    found.edit("less", Overrules.of(PAIRED))
    assert read_overrules(overrules_path(two[1])) == Overrules()


def test_a_file_with_mistakes_is_not_written_over_and_all_files_mistakes_are_told(
    two: list[Path],
) -> None:
    for file in two:
        overrules_path(file).write_text("format: 3\n")
    found = judgements(two)
    assert [problem.file for problem in found.problems] == [overrules_path(file) for file in two]
    with pytest.raises(FileError):
        found.edit("one", Overrules.of(PAIRED))
    assert overrules_path(two[0]).read_text() == "format: 3\n"


def test_a_statement_set_apart_is_found_again_too(mine: Path) -> None:
    workspace = Workspace.open([mine])
    statement = workspace.library.statements_of("own-11", "accountabilities")[0]
    workspace.judge("apart", part(workspace.overrules, DUTIES, statement))
    put_in(mine, statement.text, "Sit on the works council.")
    again = Workspace.open([mine])
    (parted,) = again.overrules.parted
    assert isinstance(parted, Parted) and parted.statement != statement.id
    assert again.comparer.stale_overrules == ()


def test_what_is_written_is_read_back(mine: Path) -> None:
    workspace = Workspace.open([mine])
    workspace.judge("judged", eased(workspace))
    assert isinstance(kept(mine).judged[0], Judged)
