"""Pay bands, where a manager enters them: nothing else about pay is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import msgspec
from PySide6.QtWidgets import QWidget

from pathways.gui.dialogs.question_dialog import FormField, QuestionDialog
from pathways.gui.shell.theme import Theme
from pathways.i18n import _
from pathways.model.library import Library
from pathways.model.team import Team
from pathways.planning.board import node_title
from pathways.planning.moves import set_band
from pathways.planning.needs import Situation
from pathways.planning.team_gaps import nodes_in_use


def ask_bands(parent: QWidget, theme: Theme, situation: Situation) -> Callable[[Team], Team] | None:
    """Ask for the bands of the grades in use; return the edit, None where nothing is to be done."""
    team, library = situation.team, situation.comparer.library
    nodes = _in_order(nodes_in_use(team), library)
    known = {band.node: band for band in team.bands}
    fields = []
    for node in nodes:
        band = known.get(node)
        value = f"{band.lowest:g}-{band.highest:g}" if band else ""
        fields.append(FormField(node, node_title(library, node), value))
    on_costs = f"{team.on_costs:g}" if team.on_costs else ""
    fields.append(FormField("on-costs", _("&On-costs, per cent of pay"), on_costs))
    about = _(
        "What a year at each grade costs, from the lowest point to the highest, such as "
        "38000-41500. Leave empty what you do not want to count. What a person is or was paid has "
        "no place here."
    )
    said = QuestionDialog.ask(
        parent, theme, _("Pay bands"), fields, done=_("Save"), refusal=_refusal, about=about
    )
    if said is None:
        return None

    def entered(team: Team) -> Team:
        for node in nodes:
            found = _band(said[node])
            team = set_band(team, node, *(found or (None, None)))
        return msgspec.structs.replace(team, on_costs=_number(said["on-costs"]) or 0)

    return entered


def _in_order(used: Sequence[str], library: Library) -> list[str]:
    """Return nodes in the order of their documents; what is in none of them comes last."""
    known = [node for node in library.nodes if node in used]
    return known + [node for node in used if node not in library.nodes]


def _refusal(said: Mapping[str, str]) -> str:
    for name, text in said.items():
        if name == "on-costs":
            if text and _number(text) is None:
                return _("“{text}” is not a number.").format(text=text)
        elif text and _band(text) is None:
            return _("Write “{text}” as two amounts, such as 38000-41500.").format(text=text)
    return ""


def _band(text: str) -> tuple[float, float] | None:
    lowest, _dash, highest = text.replace("–", "-").partition("-")
    first, last = _number(lowest), _number(highest)
    if first is None or last is None or first > last:
        return None
    return first, last


def _number(text: str) -> float | None:
    bare = text.replace(",", "").replace("£", "").replace(" ", "").replace("%", "")
    try:
        found = float(bare)
    except ValueError:
        return None
    return found if 0 <= found < 1e9 else None
