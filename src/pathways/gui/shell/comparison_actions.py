"""Comparisons saved to small files, and opened again."""

from __future__ import annotations

from pathlib import Path

from pathways.errors import PathwaysError
from pathways.gui.shell.context import Context
from pathways.gui.shell.files import Files
from pathways.gui.shell.recent import recent_files, remember
from pathways.gui.shell.window_part import WindowPart
from pathways.i18n import _


class ComparisonActions(WindowPart):
    """Save what is compared in one window, and show what was saved."""

    def __init__(self, context: Context, files: Files) -> None:
        super().__init__(context)
        self._files = files
        files.comparison_asked.connect(self.open)

    def save(self) -> None:
        """Ask for a name, and save what is compared under it."""
        from pathways.gui.dialogs.file_dialog import ask_new_file
        from pathways.model.saved_comparison import ENDING

        title, kinds = _("Save this comparison"), _("Comparisons (*.pathcompare)")
        start = f"{'-'.join(self._context.session.chosen)}{ENDING}"
        path = ask_new_file(self._context.window, title, start, kinds, ENDING)
        if path is not None:
            self._context.attempt(
                _("The comparison could not be saved"),
                lambda: self._write(path),
                _("The comparison is in {file}.").format(file=path),
            )

    def _write(self, path: Path) -> None:
        from pathways.store.comparison_file import write_comparison
        from pathways.workspace.saved_comparisons import ShownPart, saved_comparison

        session = self._context.session
        shown = ShownPart(
            only_changes=session.only_changes,
            hidden_dimensions=session.hidden_dimensions,
            hidden_verdicts=session.hidden_verdicts,
            hidden_columns=frozenset(session.hidden_columns),
        )
        state = session.workspace.state
        write_comparison(path, saved_comparison(state, session.chosen, shown, path))
        remember(self._context.settings, [path])

    def open(self, path: Path) -> None:
        """Show a saved comparison: open the framework files that it needs, and say what is gone."""
        from pathways.store.comparison_file import read_comparison
        from pathways.workspace.saved_comparisons import files_needed, shown_part, what_is_gone

        context, session = self._context, self._context.session
        title = _("This comparison cannot be shown")
        try:
            saved = read_comparison(path)
        except PathwaysError as error:
            context.warn(title, str(error))
            return
        known = recent_files(context.settings)
        needed = files_needed(saved, path, session.workspace.state, known)
        if needed:
            self._files.open(needed)
        remember(context.settings, [path])
        gone = what_is_gone(saved, path, session.workspace.state)
        left = [node.id for node in saved.nodes if node.id in session.library.nodes]
        if len(left) > 1:
            part = shown_part(saved)
            session.compare(left)
            session.set_only_changes(part.only_changes)
            session.hide_dimensions(part.hidden_dimensions)
            session.hide_verdicts(part.hidden_verdicts)
            for node in part.hidden_columns:
                session.hide_column(node)
        if gone:
            context.warn(
                title if len(left) < 2 else _("Part of this comparison is not there"), gone
            )
        else:
            context.say(_("{file} is open.").format(file=path.name))
