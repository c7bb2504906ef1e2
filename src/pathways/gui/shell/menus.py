"""Menus and keys, made from the table of actions."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from pathways.gui.shell.actions import ActionSpec, actions, menus, submenus
from pathways.gui.shell.context import Context
from pathways.gui.widgets.plain_text import action_words
from pathways.i18n import _

if TYPE_CHECKING:
    from pathways.gui.shell.command_palette import Command
    from pathways.gui.shell.parts import Parts


class Menus:
    """Fill a window's menu bar, and keep it in step with what is allowed; ``parts`` gives what
    does what is asked.
    """

    def __init__(self, window: QMainWindow, context: Context, parts: Callable[[], Parts]) -> None:
        self._session = session = context.session
        self._rows = {row.name: row for row in actions()}
        self._actions: dict[str, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}
        bar = window.menuBar()
        self._menus: dict[str, QMenu] = {}
        for name, title in menus().items():
            self._menus[name] = bar.addMenu(title)
            self._menus[name].setObjectName(name)
            self._menus[name].aboutToShow.connect(self.refresh)
        for row in self._rows.values():
            self._add(row, window, parts)
        for signal in (
            session.chosen_changed,
            session.current_changed,
            session.page_changed,
            session.moved,
            session.library_changed,
        ):
            signal.connect(self.refresh)
        session.undo.changed.connect(self._name_steps)
        context.action_asked.connect(lambda name: self.action(name).trigger())
        self.refresh()

    def _add(self, row: ActionSpec, window: QMainWindow, parts: Callable[[], Parts]) -> None:
        """Put an action at the end of its menu, or of the menu in it that it belongs to."""
        menu = self._menus[row.menu]
        if row.ruled:
            menu.addSeparator()
        action = QAction(row.words, window)
        action.setObjectName(row.name)
        action.setShortcuts([QKeySequence(key) for key in row.keys])
        action.setMenuRole(QAction.MenuRole.NoRole)
        action.setCheckable(row.checkable)
        if row.group:
            menu = self._submenu(row.group, menu, window)
            self._groups[row.group].addAction(action)
        action.triggered.connect(lambda _on=False: row.do(parts()))
        menu.addAction(action)
        self._actions[row.name] = action

    def _submenu(self, group: str, menu: QMenu, window: QMainWindow) -> QMenu:
        """Return the menu of a group inside another menu, made when it is first needed."""
        if group not in self._groups:
            self._groups[group] = QActionGroup(window)
            self._menus[group] = menu.addMenu(submenus()[group])
            self._menus[group].aboutToShow.connect(self.refresh)
        return self._menus[group]

    def menu(self, name: str) -> QMenu:
        """Return the menu of that name."""
        return self._menus[name]

    def commands(self) -> list[Command]:
        """Return every action as a line of the palette."""
        from pathways.gui.shell.command_palette import Command

        titles, found = menus(), []
        for name, row in self._rows.items():
            action, keys = self._actions[name], self._actions[name].shortcuts()
            found.append(
                Command(
                    name=name,
                    words=row.words.replace("&", "").rstrip("…"),
                    menu=titles[row.menu].replace("&", ""),
                    keys=", ".join(
                        key.toString(QKeySequence.SequenceFormat.NativeText) for key in keys
                    ),
                    why=row.why_not(self._session),
                    ticked=action.isCheckable() and action.isChecked(),
                )
            )
        return found

    def action(self, name: str) -> QAction:
        """Return the action of that name."""
        return self._actions[name]

    def tick(self, name: str, ticked: bool) -> None:
        """Tick a checkable action, or untick it, without doing it."""
        group = self._rows[name].group
        others = [
            each
            for each, row in self._rows.items()
            if group and row.group == group and each != name
        ]
        for each, wanted in [*((other, False) for other in others), (name, ticked)]:
            action = self._actions[each]
            action.blockSignals(True)
            action.setChecked(wanted)
            action.blockSignals(False)

    def use_single_letters(self, used: bool) -> None:
        """Let letters alone be keys, or only keys that nobody presses unawares."""
        for name, row in self._rows.items():
            keys = [QKeySequence(key) for key in row.keys if used or len(key) > 1]
            self._actions[name].setShortcuts(keys)

    def _name_steps(self) -> None:
        """Say in the menu what undo and redo would do."""
        undo = self._session.undo
        for name, step, plain, words in (
            ("undo", undo.undo_words, _("&Undo"), _("&Undo: {step}")),
            ("redo", undo.redo_words, _("&Redo"), _("&Redo: {step}")),
        ):
            told = words.format(step=action_words(step)) if step else plain
            self.action(name).setText(told)
        self.refresh()

    def refresh(self) -> None:
        """Allow what can be done now, and nothing else."""
        for name, row in self._rows.items():
            self._actions[name].setEnabled(row.allowed(self._session))
