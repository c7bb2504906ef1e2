"""A band on top of the window that says that something could not be opened."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from pathways.gui.widgets.wrapped_label import wrapped_label
from pathways.i18n import _, _n
from pathways.model.problem import Problem


class Banner(QFrame):
    """Show the first problem, and lead to all of them; hidden where there is none."""

    problems_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.problems: tuple[Problem, ...] = ()
        self.words = wrapped_label("", self)
        show, dismiss = QPushButton(_("Show the problems"), self), QPushButton(_("Hide"), self)
        show.clicked.connect(self.problems_asked)
        dismiss.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.addWidget(self.words, 1)
        row.addWidget(show)
        row.addWidget(dismiss)
        self.hide()

    def show_problems(self, problems: Sequence[Problem], kept: Collection[Path] = ()) -> None:
        """Say what could not be opened; hide where everything could. Of the files ``kept`` an
        older state is shown.
        """
        self.problems = tuple(problems)
        self.setVisible(bool(problems))
        if not problems:
            return
        files = list(dict.fromkeys(problem.file.name for problem in problems if problem.file))
        if all(problem.file in kept for problem in problems):
            words = _n(
                "{file} was changed and cannot be read now; it is shown as it was.",
                "{count} files were changed and cannot be read now; they are shown as they were.",
                len(files),
            ).format(file=files[0], count=len(files))
        elif len(files) == 1:
            words = _("{file} could not be opened; everything else is here.").format(file=files[0])
        else:
            words = _n(
                "Something could not be opened; everything else is here.",
                "{count} files could not be opened; everything else is here.",
                len(files) or 1,
            ).format(count=len(files))
        first = problems[0]
        if first.file:
            first = msgspec.structs.replace(
                first, file=Path(first.file.name)
            )  # the folder is on the page of problems
        self.words.setText(f"{words} {first}")
