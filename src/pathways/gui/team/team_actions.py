"""What can be done with a team, whichever page asks: dialogs, edits and sheets."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from pathways import paths
from pathways.errors import PathwaysError
from pathways.gui.dialogs.file_dialog import ask_file, ask_new_file
from pathways.gui.dialogs.question_dialog import REMOVE, FormField, QuestionDialog
from pathways.gui.shell.context import Context
from pathways.gui.shell.page_name import PageName
from pathways.gui.team import forms
from pathways.gui.team.team_session import team_of
from pathways.i18n import _, _n
from pathways.model.team import Person, Post, Team
from pathways.planning import people
from pathways.planning.board import in_short
from pathways.planning.forgetting import without_person
from pathways.planning.linked_plans import plan_path
from pathways.planning.shared_copy import shared_copy
from pathways.planning.text import in_one_spelling
from pathways.store.rules_file import BUNDLED, all_rules, rules_folder
from pathways.store.sealed import WrongPassphraseError, can_seal
from pathways.store.team_file import ENDING, asks_for_passphrase, write_team
from pathways.workspace.team import team_kind


def actions_of(context: Context) -> TeamActions:
    """Return what does the work on teams in a window."""
    found = context.findChild(TeamActions)
    return found if found is not None else TeamActions(context)


class TeamActions(QObject):
    """Ask, edit and say so, for one window."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.context = context
        self.session = team_of(context)
        self._asking = False
        self.session.clashed.connect(self._ask_whose)

    # Files ---------------------------------------------------------------------------------------

    def new(self) -> None:
        """Ask for a name and a place, and begin a team there."""
        name = forms.ask_words(
            self.context.window, self.context.theme, _("New team"), _("What is the team &called?")
        )
        if not name:
            return
        path = self._save_place(name)
        if path is not None:
            saved = _("The team could not be saved")
            self._attempt(saved, lambda: self.session.new(path, name), self.session.saved_words)

    def rename(self) -> None:
        """Ask for another name of the team."""
        name = forms.ask_words(
            self.context.window, self.context.theme, _("The team’s name"),
            _("What is the team &called?"), self.session.team.title,
        )  # fmt: skip
        if name:
            words = _("changing the team’s name")
            self.edit(words, lambda team: people.rename_team(team, name))

    def ask_open(self) -> None:
        """Ask for a team's file and open it."""
        kinds = _("Teams (*{ending})").format(ending=ENDING)
        path = ask_file(self.context.window, _("Open a team"), kinds)
        if path is not None:
            self.open(path)

    def open(self, path: Path) -> None:
        """Open a team's file; ask for its passphrase, where it has one, until it is right."""
        why = ""
        passphrase = ""
        while True:
            if asks_for_passphrase(path):
                passphrase = forms.ask_passphrase(
                    self.context.window, self.context.theme, path.name, why
                )
                if not passphrase:
                    return
            try:
                self.session.open(path, passphrase)
            except WrongPassphraseError as error:
                why = str(error)
                continue
            except PathwaysError as error:
                self.context.warn(_("The team cannot be opened"), str(error))
                return
            self.context.settings.set("team/last", str(path))
            self.context.session.visit(PageName.TEAM)
            self.context.page(PageName.TEAM).take_focus()
            if self.session.is_taken:
                self.context.say(
                    _("This team is also open in another window. Changes from both are merged.")
                )
            return

    def _ask_whose(self) -> None:
        """Show what the file has beside what is shown here, and ask which of the two stays."""
        document = self.session.document
        if self._asking or document is None or document.theirs is None:
            return
        self._asking = True
        here, there = in_short(document.value), in_short(document.theirs)
        choices = (
            ("theirs", _("what the file has now: {words}").format(words=there)),
            ("mine", _("what is shown here: {words}").format(words=here)),
        )
        about = _(
            "Somebody else has changed the team’s file. Nothing is overwritten before you "
            "have chosen; undo brings back what was shown here."
        )
        said = QuestionDialog.ask(
            self.context.window, self.context.theme, _("The file has changed"),
            (FormField("whose", _("&Keep"), "theirs", "choice", choices),),
            done=_("Keep this"), about=about,
        )  # fmt: skip
        self._asking = False
        if said is not None:
            self.session.choose_theirs(said["whose"] == "theirs")

    def last(self) -> Path | None:
        """Return the team that was open last, where its file is still there."""
        name = self.context.settings.get("team/last")
        return Path(name) if name and Path(name).is_file() else None

    def open_last(self) -> None:
        """Open the team that was open last."""
        if (path := self.last()) is not None:
            self.open(path)

    def open_sample(self) -> None:
        """Ask where a copy of the sample team goes, and open it."""
        folder = QFileDialog.getExistingDirectory(
            self.context.window, _("A folder for the sample team and its plans")
        )
        if not folder:
            return
        source = paths.data() / "sample-team"

        def copy() -> None:
            from pathways.workspace.samples import copy_team

            target = Path(folder) / "sample-team"
            try:
                copy_team(source, target, self.context.session.comparer)
            except OSError as error:
                reason = error.strerror or str(error)
                message = _("The sample cannot be copied to “{folder}” ({reason}).")
                raise PathwaysError(message.format(folder=target, reason=reason)) from None
            self.open(target / "service-desk.pathteam")

        self._attempt(_("The sample could not be opened"), copy)

    def keep_under_passphrase(self) -> None:
        """Ask for a passphrase and keep the team under it from now on."""
        session = self.session
        if not can_seal():
            self.context.warn(
                _("The team cannot be kept under a passphrase"),
                _("Pathways is not completely installed: ask whoever installed it to do so again."),
            )
            return
        assert session.path is not None
        path = session.path
        words = forms.ask_new_passphrase(self.context.window, self.context.theme, path.name)
        if words:

            def keep() -> None:
                session.save()
                write_team(path, session.team, words)
                session.open(path, words)
                session.forget_copies()  # one from before would be in clear

            kept = _("“{name}” is kept under its passphrase.").format(name=path.name)
            self._attempt(_("The team could not be saved"), keep, lambda: kept)

    def copy_for_others(self) -> None:
        """Ask what goes into a copy for somebody else, and write it."""
        said = forms.ask_shared_copy(self.context.window, self.context.theme)
        if said is None:
            return
        path = self._save_place(_("{team} for HR").format(team=self.session.team.title))
        if path is not None:
            team, place = shared_copy(self.session.team, said), path
            words = _("Saved as {file}.").format(file=place.name)
            saved = _("The copy could not be saved")
            self._attempt(saved, lambda: team_kind().write(place, team), lambda: words)

    def _save_place(self, name: str) -> Path | None:
        kinds = _("Teams (*{ending})").format(ending=ENDING)
        title = _("Where is the team kept?")
        return ask_new_file(self.context.window, title, f"{name}{ENDING}", kinds, ENDING)

    # People and posts ----------------------------------------------------------------------------

    def add_person(self) -> None:
        """Ask about somebody new and put them in."""
        session = self.session
        said = forms.ask_person(
            self.context.window, self.context.theme, session.team, self._library, None
        )
        if said:
            words = _("adding {name}").format(name=said["name"])
            self.edit(words, lambda team: people.with_person(team, None, said))

    def add_names(self, names: list[str]) -> None:
        """Put in people of whom only names are known."""

        def added(team: Team) -> Team:
            for name in names:
                team = people.add_person(team, name)
            return team

        words = _n("adding {count} person", "adding {count} people", len(names))
        self.edit(words.format(count=len(names)), added)

    def change_person(self, person: Person) -> None:
        """Ask about somebody again."""
        said = forms.ask_person(
            self.context.window, self.context.theme, self.session.team, self._library, person
        )
        if said:
            words = _("changing {name}").format(name=said["name"])
            self.edit(words, lambda team: people.with_person(team, person, said))

    def add_post(self) -> None:
        """Ask about a new post and put it in."""
        self._ask_post(None)

    def change_post(self, post: Post) -> None:
        """Ask about a post again."""
        self._ask_post(post)

    def _ask_post(self, post: Post | None) -> None:
        said = forms.ask_post(
            self.context.window, self.context.theme, self.session.team, self._library, post
        )
        if said is REMOVE and post is not None:
            words = _("removing the post {title}").format(title=post.title)
            if self.edit(words, lambda team: people.remove_post(team, post.id)):
                gone = _("The post {title} was removed; undo brings it back.")
                self.context.say(gone.format(title=post.title))
        if not said:
            return
        fields: dict[str, Any] = forms.post_fields(said)
        if post is None:
            title = str(fields.pop("title"))
            words = _("adding the post {title}").format(title=title)
            self.edit(words, lambda team: people.add_post(team, title, **fields))
        else:
            words = _("changing the post {title}").format(title=post.title)
            self.edit(words, lambda team: people.change_post(team, post.id, **fields))

    def link_plan(self, person: Person) -> None:
        """Ask for somebody's plan, which lies in the team's folder, and link it."""
        assert self.session.path is not None
        folder = self.session.path.parent
        title = _("The plan of {name}").format(name=person.name)
        path = ask_file(self.context.window, title, _("Plans (*.pathplan)"), str(folder))
        if path is None:
            return
        inside = plan_path(path, folder)
        if not inside:
            self.context.warn(
                _("The plan lies elsewhere"),
                _("Put the plan into the folder of the team, “{folder}”, or below it, and link it "
                  "there. Nothing is copied without you.").format(folder=folder),
            )  # fmt: skip
            return
        words = _("linking the plan of {name}").format(name=person.name)
        self.edit(words, lambda team: people.change_person(team, person.id, plan=inside))

    def remove_person(self, person: Person) -> None:
        """Take somebody out of the file and of every version of it, when that is confirmed."""
        said = QuestionDialog.ask(
            self.context.window, self.context.theme,
            _("Remove {name}").format(name=person.name),
            (FormField("sure", _("Write the name to &confirm")),),
            done=_("Remove for good"),
            refusal=lambda said: "" if in_one_spelling(said["sure"]) == in_one_spelling(person.name)
            else _("Write “{name}”.").format(name=person.name),
            about=_("{name} and their moves are removed from the team’s file, its previous version "
                    "and its recovery copy, and the name from all that is written there. This "
                    "cannot be undone. Copies and sheets that you have given to others are not "
                    "changed, nor is their own plan.").format(name=person.name),
        )  # fmt: skip
        if said is None:
            return

        def forget() -> None:
            self.session.forget_person(lambda team: without_person(team, person.id))

        removed = _("{name} was removed.").format(name=person.name)
        self._attempt(_("The name could not be removed"), forget, lambda: removed)
        self.context.session.visit(PageName.TEAM)

    # Sheets --------------------------------------------------------------------------------------

    def toggle_names(self) -> None:
        """Put codes in place of names on every sheet from now on, or names again."""
        self.session.without_names = not self.session.without_names
        self.context.say(
            _("Sheets have codes in place of names, and no free text.")
            if self.session.without_names
            else _("Sheets have names.")
        )

    def choose_rules(self) -> None:
        """Ask which sets of rules moves are held against."""
        known = all_rules()
        used = self.session.team.rules or (BUNDLED,)
        choices = (("yes", _("used")), ("", _("not used")))
        fields = [
            FormField(rules.id, rules.title, "yes" if rules.id in used else "", "choice", choices,
                  hint=rules.about)
            for rules in known.values()
        ]  # fmt: skip
        about = _(
            "Several sets stand side by side. Put your organisation’s own into the folder "
            "“{folder}”."
        ).format(folder=rules_folder())
        said = QuestionDialog.ask(
            self.context.window, self.context.theme, _("Rules"), fields, done=_("Save"),
            refusal=lambda said: "" if any(said.values()) else _("Use at least one set."),
            about=about,
        )  # fmt: skip
        if said is not None:
            chosen = tuple(name for name, wanted in said.items() if wanted)
            self.edit(_("choosing rules"), lambda team: people.changed(team, rules=chosen))

    def sheets(self) -> None:
        """Ask which sheets, with names or without, and write them all into a folder."""
        from pathways.gui.team.many_sheets import ask_and_make

        try:
            self.context.say(ask_and_make(self.context, self.session))
        except PathwaysError as error:
            self.context.warn(_("The sheets could not be written"), str(error))

    def show_on_map(self) -> None:
        """Show on the map who is where, and who aims where; once more takes it off."""
        self.session.set_on_map(not self.session.on_map)
        self.context.session.visit(PageName.MAP)

    def ask_bands(self) -> None:
        """Ask what a year at the grades in use costs, and what comes on top."""
        from pathways.gui.team.bands import ask_bands

        said = ask_bands(self.context.window, self.context.theme, self.session.situation)
        if said is not None:
            self.edit(_("entering pay bands"), said)

    # Inside --------------------------------------------------------------------------------------

    def edit(self, words: str, change: Callable[[Team], Team]) -> bool:
        """Change the team as one step; what cannot be is said."""
        try:
            return self.session.edit(words, change(self.session.team))
        except PathwaysError as error:
            self.context.warn(_("That cannot be"), str(error))
            return False

    @property
    def _library(self) -> Any:
        return self.context.session.library

    def _attempt(
        self, failed: str, work: Callable[[], object], done: Callable[[], str] = lambda: ""
    ) -> None:
        try:
            work()
        except PathwaysError as error:
            self.context.warn(failed, str(error))
            return
        if words := done():
            self.context.say(words)
