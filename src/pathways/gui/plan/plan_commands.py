"""What can be done with a plan: each asks what it needs and makes one step of it."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from pathways import endings, paths
from pathways.compare.clause import main_clause
from pathways.errors import PathwaysError
from pathways.gui.dialogs.file_dialog import ask_file, ask_new_file
from pathways.gui.dialogs.notice_dialog import NoticeDialog
from pathways.gui.dialogs.question_dialog import FormField, QuestionDialog
from pathways.gui.plan import entry_forms, exchange
from pathways.gui.shell.session import Session
from pathways.gui.shell.theme import Theme
from pathways.i18n import _
from pathways.model.plan import Conflict, Plan, Standing
from pathways.planning import edits
from pathways.workspace.open_plans import OpenPlans

SAMPLE = "sample.pathplan"


class PlanCommands(QObject):
    """Change the plan in front; ``said`` tells how it went."""

    said = Signal(str)
    sheet_asked = Signal(object, str)  # what makes a sheet with its options, the file's name

    def __init__(self, session: Session, plans: OpenPlans, theme: Theme, page: QWidget) -> None:
        super().__init__(page)
        self._session = session
        self._plans = plans
        self.theme = theme
        self._page = page

    # Opening -------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Ask where to keep a plan of the step that is chosen, and begin it."""
        from pathways.planning.begin import begin

        chosen = self._session.chosen
        if len(chosen) < 2:
            self.said.emit(_("Choose where you are and where you want to go first."))
            return
        titles = self._session.library.titles_of(chosen)
        start, kinds = f"{_stem(titles)}{endings.PLAN}", exchange.plan_files()
        path = ask_new_file(self._window, _("Keep my plan"), start, kinds, endings.PLAN)
        if path is None:
            return
        today = datetime.date.today()

        def work() -> str:
            plan = begin(self._session.comparer, chosen[0], chosen[1:], today=today)
            self._plans.begin(path, plan)
            return _("The plan is kept in {file}.").format(file=path.name)

        self._attempt(_("The plan could not be saved"), work)

    def open(self) -> None:
        """Ask for a plan and open it."""
        path = ask_file(self._window, _("Open a plan"), exchange.plan_files())
        if path is not None:
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Open a plan."""
        self._attempt(_("The plan could not be opened"), lambda: self._plans.open(path))

    def open_sample(self) -> None:
        """Open the plan of an invented person, in a copy that can be changed at will."""

        def work() -> None:
            copy = paths.user_config() / SAMPLE
            copy.parent.mkdir(parents=True, exist_ok=True)
            if not copy.exists():
                from pathways.workspace.samples import copy_plan

                copy_plan(paths.data() / SAMPLE, copy, self._session.comparer)
            self._plans.open(copy)

        self._attempt(_("The sample could not be opened"), work)

    def choose_theirs(self) -> None:
        """Take what somebody else put into the file."""
        self._attempt(_("The plan could not be changed"), self._plans.choose_theirs)

    def choose_mine(self) -> None:
        """Go on with mine."""
        self._attempt(_("The plan could not be saved"), self._plans.choose_mine)

    # The row at hand -----------------------------------------------------------------------------

    def set_standing(self, row_id: str, standing: Standing) -> bool:
        """Say how a row stands; return whether that is new."""
        words = _("{standing}: {row}").format(standing=standing.word, row=self._named(row_id))
        return self._edit(words, lambda plan: edits.set_standing(plan, [row_id], standing))

    def set_note(self, row_id: str, note: str) -> None:
        """Write a note."""
        words = _("note on {row}").format(row=self._named(row_id))
        self._edit(words, lambda plan: edits.set_note(plan, [row_id], note))

    def set_done(self, action_id: str, done: bool) -> None:
        """Say that an action is done, or not."""
        words = _("action done") if done else _("action not done")
        self._edit(words, lambda plan: edits.set_done(plan, action_id, done))

    def do(self, wish: str, about: str) -> None:
        """Do what the panel asks for; ``about`` is the id of a row or of an entry."""
        plan = self._plans.plan
        if plan is None:
            return
        verb, _dash, kind = wish.partition("-")
        if verb in ("add", "edit"):
            self._ask_entry(plan, kind, about, new=verb == "add")
        elif verb == "remove":
            self._edit(_("removing an entry"), lambda made: edits.remove_item(made, about))
        elif wish == "use-evidence":
            found = entry_forms.ask_use_evidence(self._window, self.theme, plan, about)
            self._edit(_("evidence for one more statement"), found)
        elif wish == "view":
            found = entry_forms.ask_view(self._window, self.theme, plan, about, _today())
            self._edit(_("my manager’s view"), found)
        elif wish == "weigh":
            found = entry_forms.ask_weight(self._window, self.theme, plan, about)
            self._edit(_("weight of a statement"), found)
        elif wish == "accept":
            self._edit(_("change seen"), lambda made: edits.accept_text(made, [about]))

    def _ask_entry(self, plan: Plan, kind: str, about: str, *, new: bool) -> None:
        rows = [about] if new and about else []
        old = None if new else entry_forms.item_of(plan, about)
        if not new and old is None:
            return
        if kind == "evidence":
            words = _("adding evidence") if new else _("changing evidence")
            found = entry_forms.ask_evidence(self._window, self.theme, plan, rows, old)
        elif kind == "action":
            words = _("adding an action") if new else _("changing an action")
            found = entry_forms.ask_action(self._window, self.theme, plan, rows, old)
        else:
            words = _("what we agreed")
            found = entry_forms.ask_agreement(self._window, self.theme, plan, rows, old, _today())
        self._edit(words, found)

    # The plan ------------------------------------------------------------------------------------

    def rename(self) -> None:
        """Ask whose plan it is."""
        plan = self._plans.plan
        if plan is None:
            return
        fields = [FormField("name", _("&Name"), plan.name)]
        values = QuestionDialog.ask(self._window, self.theme, _("Whose plan it is"), fields)
        if values is not None:
            self._edit(_("the plan’s name"), lambda made: edits.rename(made, values["name"]))

    def prepare_copy(self) -> None:
        """Make a copy for the manager."""
        self._attempt(
            _("The copy could not be saved"),
            lambda: exchange.prepare_copy(self._window, self.theme, self._plans),
        )

    def bring_in(self) -> None:
        """Bring in what the manager wrote."""
        self._attempt(
            _("The answers could not be brought in"),
            lambda: exchange.bring_in(self._window, self._plans),
        )

    def choose(self, conflict: Conflict, number: int) -> None:
        """Take one of the values in conflict."""
        self._edit(_("choosing a value"), lambda made: edits.choose(made, conflict, number))

    def set_reviews(self) -> None:
        """Ask for the days on which the plan is looked at again."""
        plan = self._plans.plan
        days = exchange.ask_reviews(self._window, self.theme, plan) if plan else None
        if days is not None:
            self._edit(_("review dates"), lambda made: edits.set_reviews(made, days))

    def save_calendar(self) -> None:
        """Write the dates for the calendar."""
        plan = self._plans.plan
        if plan is not None:
            self._attempt(
                _("The dates could not be saved"),
                lambda: exchange.save_calendar(self._window, plan),
            )

    def tell_everything(self) -> None:
        """Show everything about a person; make a sheet of it, or take the person out, where that
        is wanted.
        """
        from pathways.gui.plan.about_person_dialog import EXPORT, REMOVE, AboutPersonDialog
        from pathways.planning.person import everything_about, without_person
        from pathways.report.about_person_sheet import about_person_sheet

        plan = self._plans.plan
        name = exchange.ask_name(self._window, self.theme, plan) if plan else ""
        if plan is None or not name:
            return
        choice = AboutPersonDialog.ask(self._window, name, everything_about(plan, name))
        if choice == EXPORT:
            self.sheet_asked.emit(
                lambda options: about_person_sheet(plan, name, options=options), _("about a person")
            )
        if choice == REMOVE:
            self._attempt(
                _("The name could not be removed"),
                lambda: self._plans.remove(lambda made: without_person(made, name)),
            )
            told = _("{name} is taken out. Copies given away before still have the name.")
            self.said.emit(told.format(name=name))

    def remove_notes(self) -> None:
        """Take my notes out of the file and its versions, for good."""
        from pathways.planning.person import without_notes

        words = _(
            "All my notes go out of this file, its previous version and its recovery copies, for "
            "good. Copies you have given to others are not changed."
        )
        title = _("Remove my notes")
        done = _("Remove")
        if QuestionDialog.ask(self._window, self.theme, title, (), about=words, done=done) is None:
            return

        def work() -> str:
            self._plans.remove(without_notes)
            return _("My notes are removed.")

        self._attempt(_("The notes could not be removed"), work)

    def carry(self) -> None:
        """Carry the plan over to the framework as it is open now, and say what that did."""
        from pathways.planning.carry import carry
        from pathways.report.plan_words import carried_sentences

        plan = self._plans.plan
        if plan is None:
            return
        found = carry(plan, self._session.comparer)
        self._edit(_("updating to the open framework"), lambda _made: found.plan)
        NoticeDialog.tell(
            self._window,
            _("What has changed in the framework"),
            "\n".join(carried_sentences(found)),
        )

    # Inside --------------------------------------------------------------------------------------

    @property
    def _window(self) -> QWidget:
        return self._page.window()

    def _named(self, row_id: str) -> str:
        row = self._plans.plan.row_of.get(row_id) if self._plans.plan else None
        return main_clause(row.text, 40) if row else ""

    def _edit(self, words: str, edit: edits.AnyEdit | None) -> bool:
        if edit is None:
            return False
        try:
            changed = self._plans.edit(words, edit)
        except PathwaysError as error:
            NoticeDialog.tell(self._window, _("The plan could not be changed"), str(error))
            return False
        if self._plans.failure:
            self.said.emit(self._plans.failure)
        return changed

    def _attempt(self, title: str, work: Callable[[], str | None]) -> None:
        """Do what may fail for reasons outside the program; ``title`` says what did not work."""
        try:
            words = work()
        except (PathwaysError, OSError) as error:
            NoticeDialog.tell(self._window, title, str(error))
            return
        if words:
            self.said.emit(words)


def _today() -> str:
    return datetime.date.today().isoformat()


def _stem(titles: list[str]) -> str:
    whole = _("{start} to {aims}").format(start=titles[0], aims=", ".join(titles[1:]))
    safe = "".join(sign if sign.isalnum() or sign in " ,.-" else "-" for sign in whole)
    return safe[:80].strip()
