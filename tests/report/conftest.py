"""Small comparisons made by hand: what the sheets say must not hang on how statements are paired
and judged.
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from pathways.compare.change import Change, Comparison, DimensionChange, Ladder, StepChange, Verdict
from pathways.model.dimension import Dimension
from pathways.model.framework import (
    Block,
    Framework,
    Node,
    NodeKind,
    Section,
    SourceDocument,
    Wording,
)
from pathways.model.library import Library
from pathways.model.statement import Statement
from pathways.report.blocks import Sheet
from pathways.report.comparison_sheet import comparison_sheet
from pathways.report.options import SheetOptions
from pathways.report.text import to_text

GOLDEN = Path(__file__).parent.parent / "golden"
PURPOSE = Dimension(id="purpose", title="Level purpose")
PEOPLE = Dimension(id="people", title="People management")
SAFETY = Dimension(id="safety", title="Health and safety")
RISK = Dimension(id="risk", title="Risk management")

LEAD_A_SERVICE = (
    ("delete", "Supervise"),
    ("insert", "Lead"),
    ("equal", " a "),
    ("delete", "team"),
    ("insert", "service"),
    ("equal", "."),
)


@pytest.fixture
def options() -> SheetOptions:
    return SheetOptions(date=datetime.date(2026, 11, 21))


@pytest.fixture
def library() -> Library:
    """Four grades of a restated family, of which three share a purpose, and a role of another
    organisation.
    """
    return Library.merge([_family(), _role()], [PURPOSE, PEOPLE, SAFETY, RISK])


def _family() -> Framework:
    def block(nodes: str, *sections: Section) -> Block:
        return Block(
            nodes=tuple(f"care-{n}" for n in nodes.split()),
            sections=sections,
            label=f"Grade {nodes}",
        )

    def section(dimension: Dimension, *texts: str) -> Section:
        return Section(dimension=dimension.id, heading=dimension.title, statements=texts)

    safety = section(SAFETY, "Keep to the safety rules.")
    return Framework(
        format=1,
        id="care",
        title="Care family",
        organisation="Anyshire Council",
        language="en-GB",
        wording=Wording.RESTATED,
        licence="No licence is stated.",
        source=SourceDocument(document="Care Document", reference="CD 1"),
        nodes=tuple(Node(id=f"care-{n}", title=f"Grade {n}", grade=str(n)) for n in (1, 2, 3, 4)),
        blocks=(
            block("1 2 3", section(PURPOSE, "Give care, day by day.")),
            block("1", section(PEOPLE, "Help new staff, where appropriate."), safety),
            block(
                "2",
                section(PEOPLE, "Supervise a team.", "Write the rota."),
                safety,
                section(RISK, "Report risks."),
            ),
            block(
                "3",
                section(PEOPLE, "Lead a service.", "Recruit staff."),
                safety,
                section(RISK, "Manage risks."),
            ),
            block("4", section(PURPOSE, "Run the whole of care."), safety),
        ),
    )


def _role() -> Framework:
    return Framework(
        format=1,
        id="chief",
        title="Chief of care",
        organisation="Ministry of Care",
        language="en-GB",
        wording=Wording.VERBATIM,
        licence="Open Government Licence.",
        source=SourceDocument(document="Chief’s Document"),
        nodes=(
            Node(
                id="chief",
                title="Chief of care",
                grade="A",
                kind=NodeKind.ROLE,
                code="C-1",
                facts=("Pay: good",),
            ),
        ),
        blocks=(
            Block(
                nodes=("chief",),
                sections=(
                    Section(
                        dimension="people", heading="Our people", statements=("Lead everybody.",)
                    ),
                ),
            ),
        ),
    )


class Hand:
    """Makes comparisons of the library's statements by hand."""

    def __init__(self, library: Library) -> None:
        self.library = library

    def statement(self, node: str, dimension: Dimension, number: int) -> Statement:
        return self.library.statements_of(node, dimension.id)[number - 1]

    def change(
        self,
        verdict: Verdict,
        before: tuple[str, Dimension, int] | None,
        after: tuple[str, Dimension, int] | None,
        why: str = "",
        words: tuple[tuple[str, str], ...] = (),
    ) -> Change:
        old, new = (self.statement(*place) if place else None for place in (before, after))
        return Change(verdict=verdict, before=old, after=new, why=why, words=words)

    def step(self, before: str, after: str, *dimensions: DimensionChange) -> StepChange:
        return StepChange(
            before=self.library.node(before), after=self.library.node(after), dimensions=dimensions
        )

    def comparison(self, *steps: StepChange) -> Comparison:
        nodes = (steps[0].before, *(step.after for step in steps))
        return Comparison(nodes=nodes, steps=steps, restated=("Care family",))


def about(
    dimension: Dimension, verdict: Verdict, sentence: str, *changes: Change, shared: bool = False
) -> DimensionChange:
    return DimensionChange(
        dimension=dimension, verdict=verdict, shared=shared, sentence=sentence, changes=changes
    )


@pytest.fixture
def hand(library: Library) -> Hand:
    return Hand(library)


@pytest.fixture
def step_from_1_to_2(hand: Hand) -> StepChange:
    one, two = "care-1", "care-2"
    return hand.step(
        one,
        two,
        about(
            PURPOSE,
            Verdict.UNCHANGED,
            "Level purpose does not change from grade 1 to grade 2.",
            hand.change(Verdict.UNCHANGED, (one, PURPOSE, 1), (two, PURPOSE, 1)),
            shared=True,
        ),
        about(
            PEOPLE,
            Verdict.RAISED,
            "More is asked at grade 2: help → supervise.",
            hand.change(
                Verdict.RAISED,
                (one, PEOPLE, 1),
                (two, PEOPLE, 1),
                "help → supervise",
                (
                    ("delete", "Help new staff, where appropriate"),
                    ("insert", "Supervise a team"),
                    ("equal", "."),
                ),
            ),
            hand.change(Verdict.NEW, None, (two, PEOPLE, 2)),
        ),
        about(
            SAFETY,
            Verdict.UNCHANGED,
            "Health and safety does not change from grade 1 to grade 2.",
            hand.change(Verdict.UNCHANGED, (one, SAFETY, 1), (two, SAFETY, 1)),
        ),
        about(
            RISK,
            Verdict.NEW,
            "New at grade 2; grade 1 says nothing about it.",
            hand.change(Verdict.NEW, None, (two, RISK, 1)),
        ),
    )


@pytest.fixture
def step_from_2_to_3(hand: Hand) -> StepChange:
    two, three = "care-2", "care-3"
    return hand.step(
        two,
        three,
        about(
            PURPOSE,
            Verdict.UNCHANGED,
            "Level purpose does not change from grade 2 to grade 3.",
            hand.change(Verdict.UNCHANGED, (two, PURPOSE, 1), (three, PURPOSE, 1)),
            shared=True,
        ),
        about(
            PEOPLE,
            Verdict.CHANGED,
            "Changes at grade 3: 1 more asked, 1 new and 1 not repeated.",
            hand.change(
                Verdict.RAISED,
                (two, PEOPLE, 1),
                (three, PEOPLE, 1),
                "supervise → lead",
                LEAD_A_SERVICE,
            ),
            hand.change(Verdict.DROPPED, (two, PEOPLE, 2), None),
            hand.change(Verdict.NEW, None, (three, PEOPLE, 2)),
        ),
        about(
            SAFETY,
            Verdict.UNCHANGED,
            "Health and safety does not change from grade 2 to grade 3.",
            hand.change(Verdict.UNCHANGED, (two, SAFETY, 1), (three, SAFETY, 1)),
        ),
        about(
            RISK,
            Verdict.RAISED,
            "More is asked at grade 3: report → manage.",
            hand.change(
                Verdict.RAISED,
                (two, RISK, 1),
                (three, RISK, 1),
                "report → manage",
                (("delete", "Report"), ("insert", "Manage"), ("equal", " risks.")),
            ),
        ),
    )


@pytest.fixture
def comparison(hand: Hand, step_from_1_to_2: StepChange) -> Comparison:
    return hand.comparison(step_from_1_to_2)


@pytest.fixture
def sheet(comparison: Comparison, library: Library, options: SheetOptions) -> Sheet:
    return comparison_sheet(comparison, library, options=options)


@pytest.fixture
def comparison_of_three(
    hand: Hand, step_from_1_to_2: StepChange, step_from_2_to_3: StepChange
) -> Comparison:
    return hand.comparison(step_from_1_to_2, step_from_2_to_3)


@pytest.fixture
def ladder(step_from_1_to_2: StepChange, step_from_2_to_3: StepChange) -> Ladder:
    return Ladder(
        framework="care",
        title="Care family",
        dimensions=(PURPOSE, PEOPLE, SAFETY, RISK),
        steps=(step_from_1_to_2, step_from_2_to_3),
        remark="The steps lie in people management and risk management.",
    )


@pytest.fixture
def check_golden(options: SheetOptions) -> Callable[[Sheet, str], None]:
    """Compare a sheet as text with a golden file; PATHWAYS_WRITE_GOLDEN=1 writes the file, to be
    looked at.
    """

    def check(document: Sheet, name: str) -> None:
        found, path = to_text(document, options).decode(), GOLDEN / f"{name}.txt"
        if os.environ.get("PATHWAYS_WRITE_GOLDEN"):
            path.write_text(found, encoding="utf-8")
            pytest.fail(
                f"{path} is written anew: look at it, then run the tests without PATHWAYS_WRITE_GOLDEN"
            )
        assert found == path.read_text(encoding="utf-8")

    return check
