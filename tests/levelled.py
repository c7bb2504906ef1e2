"""Libraries whose nodes state levels of proficiency and include one another, for tests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

import bundled
from drawing import framework
from pathways.compare.comparison import Comparer
from pathways.model.dimension import Dimension
from pathways.model.framework import Block, Framework, Section
from pathways.model.library import Library
from pathways.model.scale import ProficiencyScale

FOUR = ProficiencyScale(id="four", levels=("Awareness", "Working", "Practitioner", "Expert"))
Said = Mapping[str, Sequence[Section]]


def section(dimension: str, *texts: str, level: str = "", includes: Sequence[str] = ()) -> Section:
    """Return a section under a dimension, with a level where one is given."""
    return Section(
        dimension=dimension,
        heading=dimension,
        statements=texts,
        level=level,
        includes=tuple(includes),
    )


def levelled(drawing: str, said: Said, scales: Sequence[ProficiencyScale] = (FOUR,)) -> Framework:
    """Return the drawn nodes with what each says."""
    drawn = framework(drawing, "levelled")
    return msgspec.structs.replace(
        drawn,
        scales=tuple(scales),
        blocks=tuple(Block(nodes=(node,), sections=tuple(s)) for node, s in said.items()),
    )


def comparer(*frameworks: Framework) -> Comparer:
    """Compare these frameworks."""
    used = dict.fromkeys(
        s.dimension for one in frameworks for block in one.blocks for s in block.sections
    )
    dimensions = [Dimension(id=d, title=d.capitalize()) for d in used]
    return Comparer(Library.merge(frameworks, dimensions), bundled.vocabulary())
