"""What is shown, taken away: into a file, onto paper, or as a picture."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from pathways.gui.shell.context import Context, MakeSheet
from pathways.gui.shell.page_name import PageName
from pathways.gui.shell.page_spec import PageSpec
from pathways.gui.shell.window_part import WindowPart
from pathways.i18n import _

if TYPE_CHECKING:
    from pathways.gui.printing.paper import PaperSheet


class ExportActions(WindowPart):
    """Export, preview and print what the page that is shown has for paper."""

    def __init__(self, context: Context, pages: Mapping[PageName, PageSpec]) -> None:
        super().__init__(context)
        self._pages = pages
        context.sheet_asked.connect(self.export_sheet)

    def export(self) -> None:
        """Write the sheet of what is shown into a file."""
        self._export(self.paper())

    def export_sheet(self, make: MakeSheet, stem: str) -> None:
        """Write a sheet of a page's own into a file."""
        from pathways.gui.printing.paper import PaperSheet

        self._export(PaperSheet(make, stem))

    def preview(self) -> None:
        """Show the sheet's pages."""
        from pathways.gui.printing.preview import preview

        context = self._context
        self._set(lambda: preview(context.window, context.settings, self.paper()))

    def print(self) -> None:
        """Print the sheet of what is shown."""
        from pathways.gui.printing.printer import print_sheet

        context = self._context
        self._set(lambda: print_sheet(context.window, context.settings, self.paper()))

    def save_picture(self) -> None:
        """Ask for a name and save the map's picture under it."""
        from pathways.gui.dialogs.file_dialog import ask_new_file

        kinds = _("Pictures (*.svg *.png)")
        path = ask_new_file(self._context.window, _("Save map as picture"), "map.svg", kinds)
        if path is not None:
            save = self._context.page(PageName.MAP).map.save_picture
            self._context.attempt(
                _("The picture could not be saved"),
                lambda: save(path),
                _("The map is in {file}.").format(file=path),
            )

    def print_map(self) -> None:
        """Print the map as a poster over as many sheets as it takes."""
        from pathways.gui.printing.poster_print import print_poster

        paint = self._context.page(PageName.MAP).map.paint_poster
        self._context.attempt(
            _("The map could not be printed"), lambda: print_poster(self._context.window, paint)
        )

    def paper(self) -> PaperSheet:
        """Return what the page that is shown has for paper."""
        from pathways.gui.printing.paper import PaperSheet

        session = self._context.session
        page = self._pages[session.page]
        return PaperSheet(
            lambda options: page.sheet(session, options),
            page.file_stem(session),
            page.compares,
        )

    def _export(self, paper: PaperSheet) -> None:
        from pathways.gui.printing.export import export_sheet

        context = self._context
        saved = context.sheet_saved.emit
        self._set(lambda: export_sheet(context.window, context.settings, paper, saved))

    def _set(self, work: Callable[[], object]) -> None:
        """Make a sheet, and give up what that took once the window is there again."""
        from pathways.report.pages import forget

        self._context.attempt(_("The sheet could not be made"), work)
        QTimer.singleShot(0, forget)
