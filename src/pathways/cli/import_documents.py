"""The command that makes frameworks of documents."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import TYPE_CHECKING

from pathways.cli.arguments import Commands, add_command, add_formats
from pathways.errors import UsageError
from pathways.i18n import _

if TYPE_CHECKING:
    from pathways.importing.imported import Imported


def add(commands: Commands) -> None:
    """Add the command."""
    words = _("turn documents into a framework")
    command = add_command(commands, "import", _import, words, frameworks=False)
    command.add_argument(
        "files", metavar="FILE", type=Path, nargs="+", help=_("documents, or folders of role files")
    )
    command.add_argument(
        "-o", "--output", metavar="OUT.yaml", type=Path, help=_("write the framework to this file")
    )
    command.add_argument("--mapping", metavar="FILE", type=Path, help=_("use earlier corrections"))
    command.add_argument(
        "--order", metavar="ID,ID,...", default="", help=_("the grades or roles, the lowest first")
    )
    command.add_argument(
        "--report",
        metavar="FILE",
        type=Path,
        help=_("write a report of what happened to each line to this file"),
    )
    add_formats(command, "text", "json")


def _import(arguments: argparse.Namespace) -> None:
    """Import documents: write the framework and the report, and say what was recognised and what
    is doubtful.
    """
    from pathways.importing.job import import_files
    from pathways.report.writing import writer_for
    from pathways.store.dimensions_file import read_dimensions
    from pathways.store.mapping_file import read_mapping
    from pathways.workspace.import_session import write_framework, write_report

    dimensions = read_dimensions()
    known = [dimension.id for dimension in dimensions]
    if arguments.output and arguments.output.suffix.lower() not in (".yaml", ".yml"):
        raise UsageError(_("The framework is written as YAML: name a file that ends in .yaml."))
    if arguments.report:
        writer_for(arguments.report)  # said before anything is written
    mapping = read_mapping(arguments.mapping, known) if arguments.mapping else None
    order = [word for word in re.split(r"[,\s]+", arguments.order) if word]
    imported = import_files(arguments.files, mapping=mapping, order=order, dimensions=dimensions)
    if arguments.output:
        imported = write_framework(arguments.output, imported, arguments.files)
    if arguments.report:
        write_report(arguments.report, imported)
    _answer(arguments, imported)


def _answer(arguments: argparse.Namespace, imported: Imported) -> None:
    from pathways.importing.job import import_json, import_text

    if arguments.format == "json":
        from pathways.report.as_json import as_text

        print(as_text(import_json(imported, arguments.output or "")), end="")
    else:
        print(import_text(imported), end="")
        if arguments.output is None:
            print(_("Nothing was written. Add “-o FILE.yaml” to keep the framework."))
