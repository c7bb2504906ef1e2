"""What is wrong or odd in the open files: where, and what to do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from pathways.gui.dialogs.notice_dialog import NoticeDialog
from pathways.i18n import _, _n
from pathways.model.problem import Problem


class ProblemsDialog(NoticeDialog):
    """List problems, one a paragraph, each with file and line."""

    def __init__(self, parent: QWidget | None, problems: Sequence[Problem]) -> None:
        count = len(problems)
        words = _n("There is {count} thing to look at.", "There are {count} things to look at.", count)
        super().__init__(
            parent, _("Problems in the open files"), words.format(count=count), "\n\n".join(map(str, problems))
        )

    @classmethod
    def tell(cls, parent: QWidget | None, problems: Sequence[Problem]) -> None:  # type: ignore[override]
        """Show them and wait until they have been read."""
        dialog = cls(parent, problems)
        dialog.exec()
        dialog.deleteLater()
