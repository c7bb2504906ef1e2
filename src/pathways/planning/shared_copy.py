"""What of a team goes into a copy for somebody else."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from pathways.model.team import Team
from pathways.planning.nameless import Namelessness
from pathways.planning.team_identity import new_identity


def shared_copy(team: Team, said: Mapping[str, str]) -> Team:
    """Return the part of a team that goes into a copy for somebody else."""
    replace = msgspec.structs.replace
    team = replace(team, id=new_identity(), conflicts=())
    if said["moves"] == "no":
        team = replace(team, moves=())
    if said["scenarios"] == "no":
        team = replace(team, scenarios=(), bands=(), on_costs=0)
    if said["names"] == "codes":
        return Namelessness(team, keep_text=said["text"] == "yes").team(team)
    if said["text"] == "no":
        bare = Namelessness(team)
        team = replace(
            team,
            people=tuple(replace(person, note="") for person in team.people),
            moves=tuple(bare.without_text(move) for move in team.moves),
            scenarios=tuple(
                replace(one, note="", moves=tuple(map(bare.without_text, one.moves)))
                for one in team.scenarios
            ),
        )
    return replace(team, people=tuple(replace(p, plan="") for p in team.people), views=())
