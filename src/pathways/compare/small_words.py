"""Words that no phrase can end with: what they lead to would be missing."""

from __future__ import annotations

DANGLING = frozenset(
    {
        "",  # what is left of a bare "/"
        *"and or and/or the a an of to in for on with from by as at about over under after".split(),
        *"before between among against towards upon beyond throughout during per via".split(),
        *"specifically especially also any all every some its their our your his her is are".split(),
        *"be has have can both either such will must may should that which what when where".split(),
        *"who whom whose if than but other very into through within across while whilst how".split(),
    }
)
