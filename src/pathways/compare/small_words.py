"""Words that no phrase can end with: what they lead to would be missing."""

from __future__ import annotations

_WORDS = """
    and or and/or but than if the a an of to in for on with from by as at about over under after
    before between among against towards upon beyond throughout during per via into through within
    across while whilst specifically especially also any all every some such both either very other
    its their our your his her is are be has have can will must may should that which when where
    what who whom whose including using then so more most own being
"""
DANGLING = frozenset({"", *_WORDS.split()})  # "" is what is left of a bare "/"
