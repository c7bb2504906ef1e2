"""The check of one framework, done on demand, and done again when its file is mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from pathways.errors import PathwaysError
from pathways.gui.shell.background import Progress, wait_for
from pathways.gui.shell.context import Context
from pathways.gui.shell.page_name import PageName
from pathways.i18n import _
from pathways.model.framework import Framework

if TYPE_CHECKING:
    from pathways.checking.check import Checked


class Checkup(QObject):
    """Hold what the check found in one framework; ``result`` is None before the first check."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.result: Checked | None = None
        self.framework: Framework | None = None
        context.session.library_changed.connect(self._on_library_changed)

    def at_hand(self) -> str:
        """Return the id of the framework that the person is at; the last one opened where that is
        not plain.
        """
        session = self._context.session
        if session.page == PageName.LADDER and session.ladder_framework:
            return session.ladder_framework
        for node in (session.current, *session.chosen):
            if node is not None:
                return session.library.framework_of(node).id
        frameworks = session.library.frameworks
        own = frameworks[-1:] if session.workspace.state.own else frameworks[:1]
        return own[0].id if own else ""

    def check(self, framework_id: str) -> bool:
        """Look for what should be mended in a framework; return False where the person gave up."""
        library = self._context.session.library
        framework = library.framework(framework_id)
        place = self._context.session.workspace.state.places.get(framework_id)
        vocabulary = self._context.session.comparer.vocabulary

        def job(progress: Progress) -> Checked:
            from pathways.checking.check import check_all
            from pathways.compare.comparison import Comparer
            from pathways.store.positions import positions_in

            checked = check_all(library, [framework_id], Comparer(library, vocabulary))
            progress.tell()
            try:
                return checked.placed({framework_id: positions_in(place)} if place else {})
            except PathwaysError:  # the file is broken at present: what was found still holds
                return checked

        words = _("Checking {title}…").format(title=framework.title)
        result = wait_for(self._context.window, words, job)
        if result is None:
            return False
        self.result, self.framework = result, framework
        self.changed.emit()
        return True

    def forget(self) -> None:
        """Give up what was found."""
        self.result = self.framework = None
        self.changed.emit()

    def export(self) -> None:
        """Write what was found into a file."""
        from pathways.report.blocks import Sheet
        from pathways.report.options import SheetOptions

        result, framework, library = self.result, self.framework, self._context.session.library
        if result is None or framework is None:
            return

        def sheet(options: SheetOptions) -> Sheet:
            from pathways.report.findings_sheet import findings_sheet

            return findings_sheet(result, library, [framework.id], options=options)

        self._context.export(sheet, f"{framework.id}-check")

    def _on_library_changed(self) -> None:
        if self.framework is None:
            return
        now = {framework.id: framework for framework in self._context.session.library.frameworks}
        if self.framework.id not in now:
            self.forget()
        elif now[self.framework.id] != self.framework:
            self.check(self.framework.id)
