"""What the person does with the chosen lines: asked where something has to be said, and done as
one step.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence

from pathways.gui.importing.choose_dialog import ChooseDialog, Option
from pathways.gui.importing.corrections import (
    Correction,
    changeable,
    confirmable,
    corrections,
    table_of,
    without_levels,
)
from pathways.gui.importing.import_worker import ImportWorker
from pathways.gui.importing.pieces import LinePiece
from pathways.gui.importing.pieces_view import PiecesView
from pathways.i18n import _, _n
from pathways.importing.dimension_names import slug
from pathways.importing.imported import Became
from pathways.importing.outline import Piece
from pathways.importing.review import (
    Review,
    begin_role,
    bring_back,
    confirm,
    join_with_next,
    leave_out,
    make_heading,
    make_introduction,
    set_dimension,
    set_grades,
    split,
)
from pathways.importing.review_tables import forget_table, set_table

_LONGEST_NAME = 60  # letters of a line that may be a name


class Correcting(QObject):
    """Offer the corrections as actions of the list of lines; they are allowed where they make
    sense.
    """

    said = Signal(str)  # what was done

    def __init__(self, worker: ImportWorker, view: PiecesView) -> None:
        super().__init__(view)
        self._worker, self._view = worker, view
        self._rows = {row.name: row for row in corrections()}
        doers: dict[str, Callable[[Correction], None]] = {
            "confirm": self._confirm,
            "grades": self._grades,
            "dimension": self._dimension,
            "heading": self._heading,
            "begin_role": self._begin_role,
            "introduction": self._introduction,
            "table": self._table,
            "statement": self._statement,
            "leave_out": self._leave_out,
            "split": self._split,
            "join": self._join,
        }
        self.actions: dict[str, QAction] = {}
        for row in self._rows.values():
            action = QAction(row.words, self)
            action.setObjectName(f"correct_{row.name}")
            action.setShortcut(QKeySequence(row.key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(lambda _on=False, do=doers[row.name], what=row: do(what))
            view.addAction(action)
            self.actions[row.name] = action
        view.chosen_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Allow what can be done with the lines that are chosen."""
        review = self._worker.session.review
        chosen = self._view.chosen() if review else []
        for name, row in self._rows.items():
            self.actions[name].setEnabled(review is not None and row.allowed(review, chosen))

    def chosen_table(self) -> Piece | None:
        """Return the table whose cells are chosen, None where they are of none, or of several."""
        review = self._worker.session.review
        table = table_of(review, self._view.chosen()) if review else None
        return review.outlines[table[0]].pieces[table[1]] if review and table else None

    # Doing ---------------------------------------------------------------------------------------

    def _confirm(self, what: Correction) -> None:
        self._correct(what, confirmable(self._view.chosen()), confirm)

    def _grades(self, what: Correction) -> None:
        assert self._worker.session.review is not None
        chosen = self._of(Became.STATEMENT, Became.INTRODUCTION)
        nodes = self._worker.session.review.result().framework.nodes
        options = [Option(node.id, _with_grade(node.title, node.grade)) for node in reversed(nodes)]
        now = set(chosen[0].decision.nodes).intersection(
            *(piece.decision.nodes for piece in chosen)
        )
        question = _n("Who is this line for?", "Who are these {count} lines for?", len(chosen))
        found = ChooseDialog(
            self._view,
            _("Grades or roles"),
            question.format(count=len(chosen)),
            options,
            now,
            several=True,
        ).ask()
        if found:
            wanted = [node.id for node in nodes if node.id in found]
            self._correct(what, chosen, lambda review, places: set_grades(review, places, wanted))

    def _dimension(self, what: Correction) -> None:
        chosen = self._of(Became.STATEMENT, Became.HEADING)
        question = _n(
            "What is this line about?", "What are these {count} lines about?", len(chosen)
        )
        dimension = self._ask_dimension(question.format(count=len(chosen)), chosen)
        if dimension:
            self._correct(
                what, chosen, lambda review, places: set_dimension(review, places, dimension)
            )

    def _heading(self, what: Correction) -> None:
        chosen = changeable(self._view.chosen())
        dimension = self._ask_dimension(_("What is the text under this heading about?"), chosen)
        if dimension:
            self._correct(
                what, chosen, lambda review, places: make_heading(review, places[0], dimension)
            )

    def _begin_role(self, what: Correction) -> None:
        review = self._worker.session.review
        assert review is not None
        chosen = changeable(self._view.chosen())
        decision = chosen[0].decision
        nodes = review.result().framework.nodes
        called = dict(review.result().called)
        options = [
            Option(called[node.id], _with_grade(node.title, node.grade)) for node in reversed(nodes)
        ]
        question = _(
            "Which grade or role does the text from here on belong to? Type the name of a new "
            "one, such as “Grade 7” or “Team leader”."
        )
        found = ChooseDialog(
            self._view,
            _("A grade or role begins here"),
            question,
            options,
            [called[node] for node in decision.nodes if decision.became is Became.GRADE],
            new=_("New: “{words}”"),
            typed=decision.said[:_LONGEST_NAME].strip(": "),
        ).ask()
        if found:
            self._correct(what, chosen, lambda review, places: begin_role(review, places[0], found))

    def _introduction(self, what: Correction) -> None:
        self._correct(what, self._of(Became.STATEMENT), make_introduction)

    def _table(self, what: Correction) -> None:
        from pathways.gui.importing.table_dialog import TableDialog

        review = self._worker.session.review
        assert review is not None
        chosen = self._view.chosen()
        table = table_of(review, chosen)
        answer = TableDialog.ask(self._view, review, table) if table else None
        if table is None or answer is None:
            return
        if not answer.holds:
            self._correct(what, chosen, lambda review, _places: forget_table(review, table))
            return
        self._correct(
            what,
            chosen,
            lambda review, _places: set_table(
                review, table, answer.holds, answer.head_row, all_alike=answer.all_alike
            ),
        )

    def _statement(self, what: Correction) -> None:
        review = self._worker.session.review
        assert review is not None
        ours = (Became.STATEMENT, Became.INTRODUCTION)
        others = without_levels(review, self._view.chosen())
        self._correct(what, [p for p in others if p.decision.became not in ours], bring_back)

    def _leave_out(self, what: Correction) -> None:
        from pathways.gui.importing.reason_dialog import ReasonDialog

        review = self._worker.session.review
        assert review is not None
        others = without_levels(review, self._view.chosen())
        chosen = [piece for piece in others if piece.decision.became is not Became.LEFT_OUT]
        why = ReasonDialog.ask(self._view, len(chosen))
        if why:
            self._correct(what, chosen, lambda review, places: leave_out(review, places, why))

    def _split(self, what: Correction) -> None:
        from pathways.gui.importing.split_dialog import SplitDialog

        chosen = changeable(self._view.chosen())
        parts = SplitDialog.ask(self._view, chosen[0].decision.said)
        if parts:
            self._correct(what, chosen, lambda review, places: split(review, places[0], parts))

    def _join(self, what: Correction) -> None:
        chosen = changeable(self._view.chosen())
        self._correct(what, chosen, lambda review, places: join_with_next(review, places[0]))

    # Inside --------------------------------------------------------------------------------------

    def _of(self, *kinds: Became) -> list[LinePiece]:
        return [
            piece for piece in changeable(self._view.chosen()) if piece.decision.became in kinds
        ]

    def _ask_dimension(self, question: str, chosen: Sequence[LinePiece]) -> str:
        review = self._worker.session.review
        assert review is not None
        framework = review.result().framework
        used = {section.dimension for block in framework.blocks for section in block.sections}
        known = [*review.dimensions, *framework.dimensions]
        known.sort(key=lambda dimension: dimension.id not in used)  # those of this document first
        options = [Option(dimension.id, dimension.title) for dimension in known]
        now = {piece.decision.dimension for piece in chosen}
        found = ChooseDialog(
            self._view,
            _("Dimension"),
            question,
            options,
            now if len(now) == 1 else (),
            new=_("New: “{words}”"),
        ).ask()
        if not found:
            return ""
        return found[0] if any(option.id == found[0] for option in options) else slug(found[0])

    def _correct(
        self, what: Correction, chosen: Sequence[LinePiece], edit: Callable[..., Review]
    ) -> None:
        places, keys = [piece.place for piece in chosen], [piece.key for piece in chosen]

        def run(review: Review) -> Review:
            return edit(review, places)

        if not chosen or not self._worker.correct(what.step, run, keys):
            return
        count = len(chosen)
        done = _n("Done for {count} line: {what}.", "Done for {count} lines: {what}.", count)
        self.said.emit(done.format(count=count, what=what.step))


def _with_grade(title: str, grade: str) -> str:
    return title if grade in title else f"{title} · {grade}"
