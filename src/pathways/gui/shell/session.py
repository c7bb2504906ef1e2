"""What is open and chosen, with signals when it changes: pages read it freely and change it
through its methods.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from pathways.gui.shell.page_name import PageName
from pathways.gui.shell.place import NodeNote, VisitedPlace
from pathways.gui.shell.route_choice import RouteChoice
from pathways.gui.shell.undo import Undo
from pathways.model.library import Library
from pathways.model.saved_comparison import MOST_SIDE_BY_SIDE
from pathways.workspace.workspace import Happened, Workspace

if TYPE_CHECKING:
    from pathways.compare.change import Comparison, Verdict
    from pathways.compare.comparison import Comparer
    from pathways.compare.rulings import StaleOverrule
    from pathways.model.overrule import Overrules

_KEPT = 100  # places to go back to


class Session(QObject):
    """Hold the choices of one window and the way back, beside the workspace that has what is open;
    emit facts when any of it changes.
    """

    library_changed = Signal()
    files_changed = Signal()  # something else is open, or wrong with it
    chosen_changed = Signal()
    current_changed = Signal()
    only_changes_changed = Signal()
    dimensions_changed = Signal()
    page_changed = Signal()
    problems_found = Signal()  # mistakes in a file that was read later than the frameworks
    judged = Signal()  # a person judges something otherwise than the program, or no longer
    judgements_unfit = Signal()  # some are no longer applied, because the texts have changed
    save_failed = Signal(str)  # why something could not be saved; it holds all the same
    replaced = Signal(str)  # what somebody else wrote and that gave way
    moved = Signal()  # the way back or forward is another
    notes_changed = Signal()  # something else stands beside nodes on the map

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.undo = Undo(workspace, self)
        self._chosen: tuple[str, ...] = ()
        self._current: str | None = None
        self._only_changes = False
        self._hidden: frozenset[str] = frozenset()
        self._hidden_verdicts: frozenset[Verdict] = frozenset()
        self._hidden_columns: frozenset[str] = frozenset()
        self._page = PageName.MAP
        self._about = ""
        self._notes: Mapping[str, NodeNote] = {}
        self._ladder_framework = self._ladder_family = ""
        self._past: list[VisitedPlace] = []
        self._future: list[VisitedPlace] = []
        self.route = RouteChoice(self)
        self.workspace.listen(self._on_happened)
        self.page_changed.connect(lambda: self.undo.show_page(self._page))
        self.judged.connect(self.undo.changed)
        self.library_changed.connect(self.undo.changed)

    # What can be read ----------------------------------------------------------------------------

    @property
    def library(self) -> Library:
        """Return the open frameworks."""
        return self.workspace.library

    @property
    def comparer(self) -> Comparer:
        """Return the comparer of the open frameworks, made when first asked for."""
        return self.workspace.comparer

    @property
    def unfit_judgements(self) -> tuple[StaleOverrule, ...]:
        """Return the judgements that are not applied, as far as the texts have been compared."""
        return self.workspace.unfit_judgements

    @property
    def overrules(self) -> Overrules:
        """Return what persons judge otherwise than the program."""
        return self.workspace.overrules

    @property
    def chosen(self) -> tuple[str, ...]:
        """Return the ids of the nodes chosen to be compared, in order: none to four."""
        return self._chosen

    @property
    def shown(self) -> tuple[str, ...]:
        """Return which of the nodes chosen stand side by side: all but the columns that are
        hidden.
        """
        return tuple(node for node in self._chosen if node not in self._hidden_columns)

    @property
    def hidden_columns(self) -> tuple[str, ...]:
        """Return which of the nodes chosen are hidden, in their order."""
        return tuple(node for node in self._chosen if node in self._hidden_columns)

    @property
    def current(self) -> str | None:
        """Return the id of the node that is looked at."""
        return self._current

    @property
    def only_changes(self) -> bool:
        """Tell whether only what changes is to be shown."""
        return self._only_changes

    @property
    def hidden_dimensions(self) -> frozenset[str]:
        """Return the ids of the dimensions that are not to be shown."""
        return self._hidden

    @property
    def hidden_verdicts(self) -> frozenset[Verdict]:
        """Return the verdicts whose lines are not to be shown."""
        return self._hidden_verdicts

    @property
    def notes(self) -> Mapping[str, NodeNote]:
        """Return what stands beside nodes on the map, by their ids."""
        return self._notes

    def set_notes(self, notes: Mapping[str, NodeNote]) -> None:
        """Put something beside nodes on the map, in place of what stands there."""
        if notes != self._notes:
            self._notes = notes
            self.notes_changed.emit()

    @property
    def page(self) -> PageName:
        """Return the name of the page that is shown."""
        return self._page

    @property
    def about(self) -> str:
        """Return what the page that is shown is about, "" where it is about one thing only."""
        return self._about

    @property
    def can_compare(self) -> bool:
        """Tell whether enough is chosen to be compared."""
        return len(self._chosen) > 1

    @property
    def can_go_back(self) -> bool:
        """Tell whether there is a place to go back to."""
        return bool(self._past)

    @property
    def can_go_forward(self) -> bool:
        """Tell whether there is a place to go forward to."""
        return bool(self._future)

    def comparison(self) -> Comparison | None:
        """Compare what is chosen, all of it; None where fewer than two are."""
        return self.comparer.compare(self.shown) if self.can_compare else None

    def comparison_for_paper(self) -> Comparison | None:
        """Compare what is chosen on the dimensions that are shown: this is what goes on paper."""
        if not self.can_compare:
            return None
        stated = [dimension.id for dimension in self.library.dimensions_of(self.shown)]
        shown = [dimension for dimension in stated if dimension not in self._hidden]
        return self.comparer.compare(self.shown, dimensions=shown)

    def shifted(self, direction: int) -> tuple[str, ...]:
        """Return what is chosen, each one grade up (1) or down (-1) its own ladder; () where one
        has no such grade.
        """
        found = tuple(self.neighbour(node, direction) for node in self._chosen)
        return found if all(found) else ()

    def neighbour(self, node_id: str, direction: int) -> str:
        """Return the node one grade up (1) or down (-1) the same ladder; "" where there is none."""
        steps = self.library.framework_of(node_id).own_steps
        ends = [(step.source, step.target) for step in steps if not step.indicative]
        following = dict(
            ends if direction > 0 else [(target, source) for source, target in reversed(ends)]
        )
        found = following.get(node_id, "")
        return found if found in self.library.nodes else ""

    @property
    def ladder_framework(self) -> str:
        """Return the id of the framework whose ladder is shown, "" where none was yet."""
        known = {framework.id for framework in self.library.frameworks}
        return self._ladder_framework if self._ladder_framework in known else ""

    @property
    def ladder_family(self) -> str:
        """Return the family whose ladder is shown, "" where it is that of the whole framework."""
        return self._ladder_family if self.ladder_framework else ""

    def show_ladder_of(self, framework_id: str, family: str = "") -> None:
        """Look at the ladder of a framework, or of one family of it."""
        if (framework_id, family) != (self._ladder_framework, self._ladder_family):
            self._ladder_framework, self._ladder_family = framework_id, family
            self.moved.emit()

    # What can be changed -------------------------------------------------------------------------

    def _on_happened(self, happened: Happened) -> None:
        """Pass on what the workspace tells."""
        if happened is Happened.LIBRARY:
            self._keep_what_is_open()
        elif happened is Happened.UNSAVED:
            self.save_failed.emit(self.workspace.failure)
        elif happened is Happened.REPLACED:
            self.replaced.emit(" ".join(self.workspace.replaced))
        else:
            facts = {
                Happened.FILES: self.files_changed,
                Happened.JUDGED: self.judged,
                Happened.PROBLEMS: self.problems_found,
                Happened.UNFIT: self.judgements_unfit,
            }
            facts[happened].emit()

    def _keep_what_is_open(self) -> None:
        """Keep what is chosen as far as it is still there."""
        library = self.library
        self._chosen = tuple(node for node in self._chosen if node in library.nodes)
        self._hidden_columns = frozenset()
        self.route.set_ends(library, self._chosen)
        if self._current not in library.nodes:
            self._current = None
        self._past = [place for place in self._past if _is_in(place, library)]
        self._future = [place for place in self._future if _is_in(place, library)]
        self.library_changed.emit()
        self.chosen_changed.emit()
        self.current_changed.emit()
        self.moved.emit()

    def choose(self, node_ids: Iterable[str]) -> None:
        """Choose these nodes, in this order: each once, at most four, none that is not open."""
        wanted = self._known(node_ids)
        if wanted == self._chosen:
            return
        if (
            self._page in (PageName.COMPARE, PageName.ROUTE)
            and len(wanted) > 1
            and self.can_compare
        ):
            self._remember()
        self._set_chosen(wanted)

    def _set_chosen(self, wanted: tuple[str, ...]) -> None:
        self._chosen = wanted
        self._hidden_columns &= (
            set(wanted) if len(set(wanted) - self._hidden_columns) > 1 else set()
        )
        self.route.set_ends(self.library, wanted)
        self.chosen_changed.emit()

    def toggle(self, node_id: str) -> None:
        """Choose a node, or give it up; where four are chosen, the last one makes room."""
        if node_id in self._chosen:
            self.choose(node for node in self._chosen if node != node_id)
        else:
            self.choose((*self._chosen[: MOST_SIDE_BY_SIDE - 1], node_id))

    def set_current(self, node_id: str | None) -> None:
        """Look at a node, or at none."""
        if node_id is not None and node_id not in self.library.nodes:
            node_id = None
        if node_id != self._current:
            self._current = node_id
            self.current_changed.emit()

    def set_only_changes(self, only: bool) -> None:
        """Show only what changes, or everything."""
        if only != self._only_changes:
            self._only_changes = only
            self.only_changes_changed.emit()

    def hide_dimensions(self, dimension_ids: Iterable[str]) -> None:
        """Show all dimensions but these."""
        hidden = frozenset(dimension_ids)
        if hidden != self._hidden:
            self._hidden = hidden
            self.dimensions_changed.emit()

    def hide_column(self, node_id: str) -> None:
        """Leave one of the nodes chosen out of sight, as long as two are left."""
        if node_id in self.shown and len(self.shown) > 2:
            self._hidden_columns |= {node_id}
            self.dimensions_changed.emit()

    def show_column(self, node_id: str) -> None:
        """Show a hidden column again."""
        if node_id in self._hidden_columns:
            self._hidden_columns -= {node_id}
            self.dimensions_changed.emit()

    def hide_verdicts(self, verdicts: Iterable[Verdict]) -> None:
        """Show the lines of all verdicts but these."""
        hidden = frozenset(verdicts)
        if hidden != self._hidden_verdicts:
            self._hidden_verdicts = hidden
            self.dimensions_changed.emit()

    def visit(self, page: PageName, about: str = "") -> None:
        """Go to a page, so that one can come back from it; ``about`` is the id of what it shows,
        where it can show several things.
        """
        if (page, about) == (self._page, self._about):
            return
        self._remember()
        moved = page != self._page
        self._page, self._about = page, about
        if page == PageName.READ and self._current is None and self._chosen:
            self.set_current(self._chosen[-1])
        if moved:
            self.page_changed.emit()
        self.moved.emit()

    def compare(self, node_ids: Sequence[str]) -> None:
        """Choose nodes and go to the page that compares them: one move, and one move back."""
        if self._page == PageName.COMPARE:
            self.choose(node_ids)
            return
        wanted = self._known(node_ids)
        self._remember()
        self._page, self._about = PageName.COMPARE, ""
        if wanted != self._chosen:
            self._set_chosen(wanted)
        self.page_changed.emit()

    def read(self, node_id: str) -> None:
        """Look at a node at length: one move, and one move back."""
        moved = self._page != PageName.READ
        if node_id not in self.library.nodes or (not moved and self._current == node_id):
            return
        self._remember()
        self._page, self._about = PageName.READ, ""
        self.set_current(node_id)
        if moved:
            self.page_changed.emit()

    def back(self) -> None:
        """Go where one was before."""
        if self._past:
            self._future.append(self._here())
            self._go(self._past.pop())

    def forward(self) -> None:
        """Undo going back."""
        if self._future:
            self._past.append(self._here())
            self._go(self._future.pop())

    def _known(self, node_ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(node for node in node_ids if node in self.library.nodes))[
            :MOST_SIDE_BY_SIDE
        ]

    def _here(self) -> VisitedPlace:
        return VisitedPlace(self._page, self._chosen, self._current, self._about)

    def _remember(self) -> None:
        self._past = [*self._past, self._here()][-_KEPT:]
        self._future = []
        self.moved.emit()

    def _go(self, place: VisitedPlace) -> None:
        moved, chose = place.page != self._page, place.chosen != self._chosen
        self._page, self._about = place.page, place.about
        if chose:
            self._set_chosen(place.chosen)
        self.set_current(place.current)
        if moved:
            self.page_changed.emit()
        self.moved.emit()


def _is_in(place: VisitedPlace, library: Library) -> bool:
    return all(
        node in library.nodes
        for node in (*place.chosen, *([place.current] if place.current else []))
    )
