"""The team that a window has open, and what of it is looked at."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from pathways.errors import PathwaysError
from pathways.gui.shell.context import Context
from pathways.gui.shell.file_watcher import FileWatcher
from pathways.gui.shell.page_name import PageName
from pathways.gui.shell.place import NodeNote
from pathways.gui.shell.session import Session
from pathways.gui.team.later_recovery import LaterRecovery
from pathways.i18n import _
from pathways.model.team import Move, Team
from pathways.planning.board import BoardLine, board, people_at
from pathways.planning.linked_plans import LinkedPlans, PlanLink, standings
from pathways.planning.nameless import Namelessness
from pathways.planning.needs import Situation
from pathways.planning.people import new_team
from pathways.planning.people import person as person_of
from pathways.planning.renumbering import followed, new_person_ids
from pathways.planning.team_check import TeamFinding, check_team
from pathways.planning.team_conflicts import settled
from pathways.store.file_claim import FileClaim
from pathways.store.rules_file import chosen_rules
from pathways.store.team_file import rewrite_team
from pathways.workspace.document import ChangedMeanwhileError, Document
from pathways.workspace.documents import OpenSteps
from pathways.workspace.team import open_team, team_kind

TEAM_PAGES = (
    PageName.TEAM,
    PageName.PERSON,
    PageName.WHAT_IF,
    PageName.SCENARIOS,
    PageName.SIDE_BY_SIDE,
    PageName.GAPS,
    PageName.CHECK,
    PageName.BRING_IN,
    PageName.DIFFERENCES,
)
_SAVED_AFTER = 300  # milliseconds without another edit


class TeamSession(QObject, OpenSteps):
    """Hold one team, its people's plans, and what the pages about it look at."""

    changed = Signal()  # the team, a plan, or which team is open
    looked = Signal()  # another person, scenario or step is looked at
    said = Signal(str)  # something for the foot of the window
    failed = Signal(str)  # why something could not be saved; it holds all the same
    clashed = Signal()  # the file holds another team now: a person has to choose
    merged = Signal(str)  # what somebody else wrote meanwhile and that gave way, in sentences

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self.session = session
        self.document: Document[Team] | None = None
        self.person = ""
        self.scenario = ""
        self.tried: tuple[Move, ...] = ()
        self.beside: tuple[str, ...] = ()
        self.step: tuple[str, str] = ("", "")
        self.on_map = self.without_names = False
        self._plans = LinkedPlans()
        self._links: dict[str, PlanLink] = {}
        self._situation: Situation | None = None
        self._lines: tuple[BoardLine, ...] | None = None
        self._findings: tuple[TeamFinding, ...] | None = None
        self._recovery = LaterRecovery()
        self._claim: FileClaim | None = None
        self._passphrase = ""
        self._watcher = FileWatcher(self)  # other windows and programs write into it, too
        self._watcher.noticed.connect(self.look)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SAVED_AFTER)
        self._timer.timeout.connect(self.save)
        session.library_changed.connect(self._on_changed)
        session.judged.connect(self._on_changed)
        session.moved.connect(self._on_moved)
        session.page_changed.connect(self.look)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._on_active)

    # What can be read ----------------------------------------------------------------------------

    @property
    def is_open(self) -> bool:
        """Tell whether a team is open."""
        return self.document is not None

    @property
    def team(self) -> Team:
        """Return the team as it is now; there has to be one."""
        assert self.document is not None
        return self.document.value

    @property
    def path(self) -> Path | None:
        """Return the team's file."""
        return self.document.path if self.document else None

    @property
    def situation(self) -> Situation:
        """Return the team with everything that it is looked at with; plans are read afresh."""
        if self._situation is None:
            folder = self.path.parent if self.path else Path()
            self._links = self._plans.links(self.team, folder)
            self._situation = Situation(
                self.team,
                self.session.comparer,
                chosen_rules(self.team.rules),
                datetime.date.today(),
                standings(self._links),
            )
        return self._situation

    @property
    def for_paper(self) -> tuple[Situation, Mapping[str, PlanLink]]:
        """Return what goes on paper, and the plans: without names, where that is wanted."""
        situation, links = self.situation, self.links
        if hidden := self._hidden:
            return hidden.situation(situation), hidden.links(links)
        return situation, links

    @property
    def _hidden(self) -> Namelessness | None:
        return Namelessness(self.team) if self.without_names else None

    def on_paper(self, part_id: str, kind: str = "people") -> str:
        """Return the id by which somebody, or a part of another kind, goes on paper."""
        hidden = self._hidden
        return hidden.known_as(part_id, kind) if hidden else part_id

    def moves_on_paper(self, moves: Sequence[Move]) -> tuple[Move, ...]:
        """Return moves that are in no team as they go on paper."""
        hidden = self._hidden
        return tuple(map(hidden.move, moves)) if hidden else tuple(moves)

    @property
    def links(self) -> dict[str, PlanLink]:
        """Return the people's plans, by person."""
        return self._links if self.situation else {}

    @property
    def lines(self) -> tuple[BoardLine, ...]:
        """Return the board."""
        if self._lines is None:
            self._lines = board(self.situation, self.links)
        return self._lines

    @property
    def findings(self) -> tuple[TeamFinding, ...]:
        """Return what is to be looked at."""
        if self._findings is None:
            self._findings = check_team(self.situation, self.links)
        return self._findings

    @property
    def _stepping(self) -> Sequence[Document[Team]]:
        return (self.document,) if self.document else ()

    # Opening and closing -------------------------------------------------------------------------

    def new(self, path: Path, title: str) -> None:
        """Begin a team in a file; raise PathwaysError where it cannot be written."""
        team_kind().write(path, new_team(title))
        self.open(path)

    def open(self, path: Path, passphrase: str = "") -> None:
        """Open a team; raise PathwaysError, and leave what is open, where that fails."""
        document = open_team(path, self._recovery, passphrase)
        self.close()
        self.document = document
        self._claim = FileClaim(path)
        self._watcher.watch([path])
        self._passphrase = passphrase
        self._forget()
        self._on_changed()
        self._timer.start()

    def close(self) -> None:
        """Close the team; what is not saved yet is saved first."""
        self.save()
        self.document = None
        self._watcher.watch([])
        if self._claim is not None:
            self._claim.release()
            self._claim = None
        self._forget()

    @property
    def is_taken(self) -> bool:
        """Tell whether another window has the same team open."""
        return self._claim is not None and self._claim.taken

    def look(self) -> None:
        """Read plans afresh, and take over what somebody else wrote into the file."""
        if self.document is None:
            return
        links, before = self._links, self.team
        if self.document.look():
            self._take_over(before)
        if self.document.theirs is not None:
            self.clashed.emit()
        folder = self.path.parent if self.path else Path()
        known = self._situation.today if self._situation else datetime.date.today()
        if known != datetime.date.today() or self._plans.links(self.team, folder) != links:
            self._on_changed()

    def choose_theirs(self, theirs: bool) -> None:
        """Settle what to do where somebody else changed the file: take theirs, or keep mine."""
        if self.document is None:
            return
        if theirs:
            self.document.take_theirs()
        else:
            self.document.keep_mine()
        self._edited()

    # Editing -------------------------------------------------------------------------------------

    def edit(self, words: str, after: Team) -> bool:
        """Put another team in the place of this one, as a step named by ``words``."""
        assert self.document is not None
        if not self.document.edit(words, settled(self.team, after)):
            return False
        self._edited()
        return True

    def undo(self) -> str:
        """Take the last step back and return its words."""
        words = super().undo()
        if words:
            self._edited()
        return words

    def redo(self) -> str:
        """Do again what was undone and return its words."""
        words = super().redo()
        if words:
            self._edited()
        return words

    def save(self) -> None:
        """Save the team; where that fails its work is kept for the next start, and that is said."""
        self._timer.stop()
        if self.document is None or not self.document.is_changed:
            return
        self._recovery.at_once = True
        before = self.team
        try:
            self.document.save()
        except ChangedMeanwhileError:
            self.clashed.emit()
            return
        except PathwaysError as error:
            self.failed.emit(str(error))
            return
        finally:
            self._recovery.at_once = False
        self.said.emit(self.saved_words())
        if self.team is not before:
            self._take_over(before)

    def saved_words(self) -> str:
        """Say where the team is kept, and for whom."""
        name = self.path.name if self.path else ""
        return _("Kept in “{name}”, on this computer only, readable by you alone.").format(
            name=name
        )

    def forget_copies(self) -> None:
        """Remove every recovery copy of the team, which is saved."""
        if self.path is not None:
            self._recovery.forget_all(self.path)

    def forget_person(self, edit: Callable[[Team], Team]) -> None:
        """Take somebody out of the file and of every version of it.

        This cannot be undone: what is known is gone. Raise PathwaysError where the file cannot be
        read or written.
        """
        assert self.path is not None
        path, words = self.path, self._passphrase
        self.save()
        rewrite_team(path, edit, words)
        self._recovery.forget_all(path)
        self.open(path, words)

    # What is looked at ---------------------------------------------------------------------------

    def show_person(self, person: str) -> None:
        """Look at somebody."""
        self.person = person_of(self.team, person).id
        self.looked.emit()

    def try_moves(self, moves: Sequence[Move], scenario: str = "") -> None:
        """Look at what follows from moves; ``scenario`` is the id of the one they are kept in."""
        self.tried, self.scenario = tuple(moves), scenario
        self.looked.emit()

    def put_beside(self, people: Sequence[str], source: str, target: str) -> None:
        """Look at people side by side against a step."""
        self.beside, self.step = tuple(people), (source, target)
        self.looked.emit()

    def set_on_map(self, shown: bool) -> None:
        """Show people on the map, or no longer."""
        self.on_map = shown
        self._on_changed()

    # Inside --------------------------------------------------------------------------------------

    def _on_active(self, state: Qt.ApplicationState) -> None:
        """Look again when one comes back from another program."""
        if state == Qt.ApplicationState.ApplicationActive:
            self.look()

    def _on_moved(self) -> None:
        """Look at who the page is about, also when one comes back to it."""
        about = self.session.about
        known = self.document is not None and about in self.team.people_by_id
        if self.session.page == PageName.PERSON and known and about != self.person:
            self.show_person(about)

    def _edited(self) -> None:
        self._timer.start()
        self._on_changed()

    def _take_over(self, before: Team) -> None:
        """Show what somebody else wrote, go on looking at the same people, and say what gave way.

        Somebody who was added here may have another code now.
        """
        assert self.document is not None
        new = new_person_ids(before, self.team)
        self.person = new.get(self.person, self.person)
        self.beside = tuple(new.get(person, person) for person in self.beside)
        self.tried = followed(before, self.team, self.tried)
        told, self.document.replaced = self.document.replaced, ()
        self._on_changed()
        if self.document.is_changed:
            self._timer.start()
        if told:
            self.merged.emit("\n".join(told))

    def _forget(self) -> None:
        self.person = self.scenario = ""
        self.tried, self.beside, self.step = (), (), ("", "")

    def _on_changed(self) -> None:
        self._situation = self._lines = self._findings = None
        if self.document is not None:
            known = self.team.people_by_id
            self.person = self.person if self.person in known else ""
            self.beside = tuple(person for person in self.beside if person in known)
            self.tried = followed(self.team, self.team, self.tried)
        self._note_people()
        self.changed.emit()

    def _note_people(self) -> None:
        """Say on the map who is where and who aims where, as long as that is wanted."""
        if not self.on_map or self.document is None:
            self.session.set_notes({})
            return
        found = people_at(self.team)
        self.session.set_notes({node: NodeNote(at.short, at.words) for node, at in found.items()})


def team_of(context: Context) -> TeamSession:
    """Return the team session of a window, made when it is first asked for."""
    session = context.session
    found = session.findChild(TeamSession)
    if found is None:
        found = TeamSession(session, session)
        found.said.connect(context.say)
        context.closed.connect(found.close)
        found.merged.connect(
            lambda told: context.warn(_("Somebody else changed the team, too"), told)
        )
        found.failed.connect(lambda why: context.warn(_("The team could not be saved"), why))
        found.changed.connect(session.undo.changed)
        for page in TEAM_PAGES:
            session.undo.use(page, found)
    return found
