"""What the program is, its version, and where its texts come from."""

from __future__ import annotations

import platform

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QWidget

import pathways
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
        details = [_("Sources"), sources, parts, caution()]
        super().__init__(
            parent, _("About Pathways"), words, "\n\n".join(part for part in details if part)
        )

    @classmethod
    def tell(cls, parent: QWidget | None, library: Library) -> None:  # type: ignore[override]
        """Show it and wait until it has been read."""
        dialog = cls(parent, library)
        dialog.exec()
        dialog.deleteLater()


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
