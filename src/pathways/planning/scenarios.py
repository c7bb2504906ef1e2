"""Scenarios beside each other: what each of them leads to, so that they can be weighed."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from pathways.errors import PathwaysError
from pathways.model.team import Scenario
from pathways.planning.needs import Situation
from pathways.planning.what_if import WhatIf, what_if

MOST = 4  # scenarios that one can take in beside each other


class Compared(msgspec.Struct, frozen=True, kw_only=True):
    """A scenario and what it leads to; ``why`` says why nothing can be told, "" where it can."""

    scenario: Scenario
    result: WhatIf | None = None
    why: str = ""

    @property
    def cost(self) -> tuple[float, float] | None:
        """Return what its moves cost more in a year together, at the lowest points and at the
        highest; None where nobody entered what it costs.
        """
        if self.result is None or not self.result.costs:
            return None
        costs = self.result.costs
        return sum(cost.lowest for cost in costs), sum(cost.highest for cost in costs)

    @property
    def on_costs(self) -> tuple[float, float] | None:
        """Return what is paid on top of that, never added to it."""
        if self.result is None or not any(any(cost.on_costs) for cost in self.result.costs):
            return None
        costs = self.result.costs
        return sum(cost.on_costs[0] for cost in costs), sum(cost.on_costs[1] for cost in costs)


def compare_scenarios(situation: Situation, scenarios: Sequence[Scenario]) -> tuple[Compared, ...]:
    """Return what each scenario leads to, in their order; one that cannot be says why."""
    return tuple(_compared(situation, scenario) for scenario in scenarios)


def managers_changed(compared: Sequence[Compared]) -> dict[str, int]:
    """Return the managers of whom any of the scenarios changes how many people they have, each
    with how many they have now; "" is for people with nobody named.
    """
    return {
        span.manager: span.before
        for one in compared
        for span in (one.result.spans if one.result else ())
    }


def _compared(situation: Situation, scenario: Scenario) -> Compared:
    try:
        return Compared(scenario=scenario, result=what_if(situation, scenario.moves))
    except PathwaysError as error:
        return Compared(scenario=scenario, why=str(error))
