"""The command that lists what should be mended in documents."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from pathways.cli.answer import answer
from pathways.cli.arguments import Commands, add_command, add_sheet_output
from pathways.cli.opening import comparer_of, say_problems
from pathways.i18n import _

if TYPE_CHECKING:
    from pathways.report.blocks import Sheet
    from pathways.report.options import SheetOptions


def add(commands: Commands) -> None:
    """Add the command."""
    words = _("list what should be corrected in the documents")
    check = add_command(commands, "check", _check, words)
    check.add_argument(
        "frameworks", metavar="FRAMEWORK", nargs="+", help=_("an id, or a framework file")
    )
    add_sheet_output(check)


def _check(arguments: argparse.Namespace) -> int:
    """List what should be mended; 1 where there are errors among it."""
    from pathways.checking.check import check_all
    from pathways.model.problem import Severity
    from pathways.report.as_json import findings_shape
    from pathways.store.named_frameworks import open_named
    from pathways.store.positions import positions_in
    from pathways.workspace.workspace import Workspace

    named = open_named(arguments.frameworks, arguments.framework, only=arguments.only)
    workspace = Workspace(named.state)
    say_problems(workspace)
    places = {framework_id: positions_in(named.files[framework_id]) for framework_id in named.ids}
    checked = check_all(named.library, named.ids, comparer_of(workspace)).placed(places)

    def sheet(options: SheetOptions) -> Sheet:
        from pathways.report.findings_sheet import findings_sheet

        return findings_sheet(checked, named.library, named.ids, options=options)

    answer(arguments, lambda: findings_shape(checked), sheet)
    return int(any(finding.severity is Severity.ERROR for finding in checked.findings))
