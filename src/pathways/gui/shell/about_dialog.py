"""What the program is, its version, and where its texts come from."""

from __future__ import annotations

import json
import platform

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QWidget

import pathways
from pathways import paths
from pathways.gui.dialogs.answer import shown_until_closed
from pathways.gui.dialogs.notice_dialog import NoticeDialog
from pathways.i18n import _, caution
from pathways.model.framework import Framework
from pathways.model.library import Library


class AboutDialog(NoticeDialog):
    """Show the version and the source of every open framework."""

    def __init__(self, parent: QWidget | None, library: Library) -> None:
        words = _("Version {version}. What really changes from one grade to the next.").format(
            version=pathways.__version__
        )
        sources = "\n\n".join(_about(framework) for framework in library.frameworks)
        parts = _("Python {python}, Qt {qt}").format(
            python=platform.python_version(), qt=qVersion()
        )
        details = [_("Sources"), sources, parts, _shipped(), caution()]
        super().__init__(
            parent, _("About Pathways"), words, "\n\n".join(part for part in details if part)
        )

    @classmethod
    def tell(cls, parent: QWidget | None, library: Library) -> None:  # type: ignore[override]
        """Show it and wait until it has been read."""
        shown_until_closed(cls(parent, library))


def _shipped() -> str:
    """Return the libraries and fonts in the program with their licences, one a line."""
    try:
        bill = json.loads((paths.resources() / "bill-of-materials.json").read_text("utf-8"))
    except (OSError, ValueError):
        return ""
    lines = [
        f"{part['name']} {part.get('version', '')}".strip()
        + f": {part['licenses'][0]['license']['name']}"
        for part in bill["components"]
    ]
    return "\n".join([_("Made with these libraries and fonts, under their own licences:"), *lines])


def _about(framework: Framework) -> str:
    source = framework.source
    lines = [
        f"{framework.title} · {framework.organisation}",
        source.document,
        source.reference,
        framework.licence,
    ]
    lines.append(
        _("A summary in our own words: check the official document before you decide.")
        if framework.restated
        else _("In the words of the document.")
    )
    return "\n".join(line for line in lines if line)
