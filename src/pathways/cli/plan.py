"""The commands about plans."""

from __future__ import annotations

import argparse
import datetime
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pathways.cli.answer import answer, on_screen, print_sheet
from pathways.cli.arguments import (
    Commands,
    Job,
    add_command,
    add_file_command,
    add_formats,
    add_group,
    add_new_file,
    add_sheet_output,
    day_given,
)
from pathways.cli.opening import comparer_of, open_workspace, say_problems
from pathways.cli.plan_output import check_ending, check_place
from pathways.errors import UsageError
from pathways.i18n import _, _n

if TYPE_CHECKING:
    from pathways.model.plan import Plan
    from pathways.report.blocks import Sheet
    from pathways.report.options import SheetOptions
    from pathways.workspace.document import Document

_STANDINGS = ("shown", "partly", "not-yet", "no-opportunity", "none")
_KINDS = ("work", "acting-up", "shadowing", "project", "course", "reading", "mentoring")


def add(commands: Commands) -> None:
    """Add the commands of this group."""
    words = _("plan a step: what I can show, what I do next, what we agreed")
    jobs = add_group(commands, "plan", words)
    _add_new(jobs)
    _add_show(jobs)
    _add_edits(jobs)
    _add_exchange(jobs)
    _add_sheet(jobs)


def _add_new(jobs: Commands) -> None:
    new = add_command(jobs, "new", _new, _("begin a plan from a comparison"))
    new.add_argument("start", metavar="FROM", help=_("the grade or role where I am"))
    new.add_argument("aims", metavar="TO", nargs="+", help=_("the grades or roles I aim for"))
    new.add_argument("--name", metavar="TEXT", default="", help=_("whose plan it is"))
    add_new_file(new)


def _add_show(jobs: Commands) -> None:
    show = _on_plan(jobs, "show", _show, _("show what is in a plan"))
    add_formats(show, "text", "json")


def _add_edits(jobs: Commands) -> None:
    _add_standing(jobs)
    _add_evidence(jobs)
    _add_action(jobs)


def _add_standing(jobs: Commands) -> None:
    words = _("say how far I meet what a row asks for; in a copy, it is the manager’s view")
    edit = _on_plan(jobs, "set", _set, words)
    edit.add_argument("row", metavar="ROW", help=_("the id of a row, or its number in the list"))
    edit.add_argument("--standing", choices=_STANDINGS, help=_("how far it is shown"))
    edit.add_argument("--note", metavar="TEXT", help=_("a note to the row"))
    add_formats(edit, "text", "json")


def _add_evidence(jobs: Commands) -> None:
    words = _("add a piece of evidence, which may serve several rows")
    evidence = _on_rows(jobs, "evidence", _evidence, words)
    evidence.add_argument("--result", metavar="TEXT", required=True, help=_("what came of it"))
    for name, about in (
        ("--situation", _("what the situation was")),
        ("--task", _("what was to be done")),
        ("--action", _("what I did")),
    ):
        evidence.add_argument(name, metavar="TEXT", default="", help=about)
    evidence.add_argument("--date", metavar="DATE", default="", help=_("such as 2026-11-21"))
    evidence.add_argument(
        "--link", metavar="FILE", action="append", default=[], help=_("a file that shows it")
    )
    add_formats(evidence, "text", "json")


def _add_action(jobs: Commands) -> None:
    words = _("add something to do about one or more rows")
    action = _on_rows(jobs, "action", _action, words)
    action.add_argument("--do", metavar="TEXT", required=True, help=_("what is to be done"))
    action.add_argument("--kind", choices=_KINDS, default="", help=_("what kind of action"))
    action.add_argument("--by", metavar="DATE", default="", help=_("such as 2026-11-21"))
    action.add_argument("--with", dest="whom", metavar="WHOM", default="", help=_("with whom"))
    add_formats(action, "text", "json")


def _add_exchange(jobs: Commands) -> None:
    words = _("make a copy for the manager; evidence and notes stay out unless they are named")
    copy = _on_plan(jobs, "copy", _copy, words)
    copy.add_argument(
        "--with",
        dest="included",
        metavar="evidence,notes",
        default="",
        help=_("what else to include"),
    )
    add_new_file(copy)

    words = _("bring in what somebody wrote in a copy; nothing is overwritten")
    merge = _on_plan(jobs, "merge", _merge, words)
    merge.add_argument("theirs", metavar="THEIRS", type=Path, help=_("the copy"))
    add_new_file(merge)

    words = _("carry a plan over to a new edition of its framework")
    carry = _on_plan(jobs, "carry", _carry, words)
    carry.add_argument(
        "--framework",
        metavar="NEW",
        action="append",
        required=True,
        help=_("the new edition: a framework file, or the id of a bundled framework"),
    )
    add_new_file(carry)


def _add_sheet(jobs: Commands) -> None:
    words = _("write the sheet for the meeting, or the application pack")
    sheet = _on_plan(jobs, "sheet", _sheet, words)
    sheet.add_argument(
        "--pack", action="store_true", help=_("each criterion with its evidence in full")
    )
    add_sheet_output(sheet)


def _on_rows(jobs: Commands, name: str, job: Job, words: str) -> argparse.ArgumentParser:
    """Add a command about some rows of a plan."""
    command = _on_plan(jobs, name, job, words)
    command.add_argument("rows", metavar="ROW", nargs="+")
    return command


def _on_plan(jobs: Commands, name: str, job: Job, words: str) -> argparse.ArgumentParser:
    """Add a command that works on a plan's file."""
    about = _("a plan: a .pathplan file")
    return add_file_command(jobs, name, job, words, about, frameworks=False)


# The jobs ----------------------------------------------------------------------------------------


def _new(arguments: argparse.Namespace) -> None:
    from pathways.planning.begin import begin

    check_ending(arguments.output)
    if arguments.output.exists():
        message = _("“{path}” is there already. Choose another name, or delete it first.")
        raise UsageError(message.format(path=arguments.output))
    comparer = comparer_of(open_workspace(arguments))
    today = datetime.date.today()
    _save(
        arguments,
        begin(comparer, arguments.start, arguments.aims, name=arguments.name, today=today),
    )


def _show(arguments: argparse.Namespace) -> None:
    _tell(arguments, _read(arguments.file))


def _set(arguments: argparse.Namespace) -> None:
    from pathways.model.plan import Standing
    from pathways.planning import edits

    if arguments.standing is None and arguments.note is None:
        raise UsageError(_("Say what to set: add “--standing” or “--note”."))

    def edit(plan: Plan) -> Plan:
        if arguments.standing is not None:
            plan = edits.set_standing(plan, [arguments.row], Standing(arguments.standing))
        if arguments.note is not None:
            plan = edits.set_note(plan, [arguments.row], arguments.note)
        return plan

    _edit(arguments, edit)


def _evidence(arguments: argparse.Namespace) -> None:
    from pathways.planning.edits import add_evidence

    _edit(
        arguments,
        lambda plan: add_evidence(
            plan,
            arguments.rows,
            arguments.result,
            situation=arguments.situation,
            task=arguments.task,
            action=arguments.action,
            date=day_given(arguments.date),
            links=arguments.link,
        ),
    )


def _action(arguments: argparse.Namespace) -> None:
    from pathways.model.plan import ActionKind
    from pathways.planning.edits import add_action

    _edit(
        arguments,
        lambda plan: add_action(
            plan,
            arguments.rows,
            arguments.do,
            kind=ActionKind(arguments.kind),
            by=day_given(arguments.by),
            with_whom=arguments.whom,
        ),
    )


def _copy(arguments: argparse.Namespace) -> None:
    from pathways.model.library import unknown
    from pathways.planning.manager_copy import copy_for_manager

    included = [word for word in arguments.included.replace(" ", ",").split(",") if word]
    for word in included:
        if word not in ("evidence", "notes"):
            raise UsageError(unknown(_("part of a plan"), word, ("evidence", "notes")))
    today = datetime.date.today().isoformat()
    plan = _read(arguments.file)
    check_place(arguments.output, plan, copied=arguments.file)
    _save(arguments, copy_for_manager(plan, included, today=today))


def _merge(arguments: argparse.Namespace) -> None:
    from pathways.planning.merge import merge

    document = _opened(arguments.file)
    merged = merge(document.value, _read(arguments.theirs))
    check_place(arguments.output, merged, changed=arguments.file)
    _save(arguments, merged, document)
    count = len(merged.open_conflicts)
    if count and arguments.format != "json":
        told = _n(
            "{count} value differs; both are kept until you choose.",
            "{count} values differ; all are kept until you choose.",
            count,
        )
        print(told.format(count=count))
        for conflict in merged.open_conflicts:
            print(f"  {conflict.about}: {conflict.field}")


def _carry(arguments: argparse.Namespace) -> None:
    from pathways.planning.carry import carry
    from pathways.report.plan_json import carried_shape
    from pathways.report.plan_words import carried_sentences
    from pathways.store.named_frameworks import open_named
    from pathways.workspace.workspace import Workspace

    document = _opened(arguments.file)
    named = open_named(arguments.framework)
    workspace = Workspace(named.state)
    say_problems(workspace)
    carried = carry(document.value, comparer_of(workspace))
    check_place(arguments.output, carried.plan, changed=arguments.file)
    _save(arguments, carried.plan, document, carried=carried_shape(carried))
    if arguments.format != "json":
        for sentence in carried_sentences(carried):
            print(sentence)


def _sheet(arguments: argparse.Namespace) -> None:
    from pathways.report.plan_json import plan_shape

    plan = _read(arguments.file)

    def sheet(options: SheetOptions) -> Sheet:
        if arguments.pack:
            from pathways.report.application_pack import application_pack

            return application_pack(plan, options=options)
        from pathways.report.plan_sheet import plan_sheet

        return plan_sheet(plan, options=options)

    answer(arguments, lambda: plan_shape(plan), sheet)


# What the jobs have in common --------------------------------------------------------------------


def _read(path: Path) -> Plan:
    from pathways.store.plan_file import read_plan

    return read_plan(path)


def _opened(path: Path) -> Document[Plan]:
    from pathways.workspace.document import Document
    from pathways.workspace.plans import PLANS

    return Document.open(path, PLANS)


def _edit(arguments: argparse.Namespace, edit: Callable[[Plan], Plan]) -> None:
    """Change a plan in its file; what was there before is kept beside it."""
    document = _opened(arguments.file)
    document.edit(arguments.plan_command, edit(document.value))
    document.save()
    arguments.output = arguments.file
    _say_saved(arguments, document.value)


def _save(
    arguments: argparse.Namespace,
    plan: Plan,
    document: Document[Plan] | None = None,
    **more: Any,
) -> None:
    """Write a plan; into its own file, which ``document`` has open, with what others wrote there
    meanwhile.
    """
    from pathways.store.file_lock import locked
    from pathways.store.plan_file import write_plan

    path = arguments.output
    if document and path.exists() and path.samefile(arguments.file):
        document.edit(arguments.plan_command, plan)
        document.save()
        plan = document.value
    else:
        with locked(path):
            write_plan(path, plan)
    _say_saved(arguments, plan, **more)


def _say_saved(arguments: argparse.Namespace, plan: Plan, **more: Any) -> None:
    if arguments.format == "json":
        _tell(arguments, plan, **more)
        return
    from pathways.planning.where import where_i_stand

    print(_("Saved in “{path}”.").format(path=arguments.output))
    print(where_i_stand(plan))


def _tell(arguments: argparse.Namespace, plan: Plan, **more: Any) -> None:
    """Print a plan as text or JSON."""
    if arguments.format == "json":
        from pathways.report.as_json import as_text
        from pathways.report.plan_json import plan_shape

        print(as_text({**plan_shape(plan), **more}), end="")
        return
    from pathways.report.plan_list import plan_list

    print_sheet(plan_list(plan, options=on_screen()))
