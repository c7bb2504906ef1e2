"""What the boxes of a chain say."""

from __future__ import annotations

from pathways.gui.team.chain_view import Box
from pathways.i18n import _
from pathways.model.day import day_in_words
from pathways.planning.needs import Situation
from pathways.planning.succession import Chain
from pathways.planning.what_if import WhatIf
from pathways.report.team_words import place_in_words


def boxes_of(situation: Situation, result: WhatIf, chain: Chain) -> tuple[Box, ...]:
    """Return the boxes: first the moves that are tried, then a way to fill what they leave."""
    team, library = situation.team, situation.comparer.library
    found = []
    for one in result.moves:
        when = " · ".join(filter(None, (day_in_words(one.move.date), one.kind.title)))
        target = place_in_words(team, library, one.move.post, one.move.node)
        found.append(Box(when, team.people_by_id[one.move.person].name, f"→ {target}"))
    for fill in chain:
        post = place_in_words(team, library, fill.post, "")
        if fill.person:
            found.append(Box(_("falls vacant"), post, "", True))
            name = team.people_by_id[fill.person].name
            found.append(Box(_("could follow"), name, f"→ {post}"))
        else:
            found.append(Box(_("falls vacant"), post, _("advertise"), True))
    return tuple(found)
