"""What was doubtful, and is right as it was recognised: a person said so."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from pathways.i18n import _
from pathways.importing.imported import Decision, Doubt, Sure
from pathways.model.mapping import Right


class RightAsItIs:
    """Take the doubts from what a person has looked at."""

    def __init__(self, right: Sequence[Right], decisions: Sequence[Decision]) -> None:
        self._named = {(rule.text, rule.number) for rule in right}
        self._lines: set[tuple[int, int]] = set()
        self.decisions = [self._seen(decision) for decision in decisions]

    def _seen(self, decision: Decision) -> Decision:
        if not decision.number or (decision.said, decision.number) not in self._named:
            return decision
        self._lines.add((decision.document, decision.line))
        if decision.sure is not Sure.UNSURE:
            return decision
        why = _("looked at, and right")
        return msgspec.structs.replace(decision, sure=Sure.SURE, why=why)

    def leaves(self, doubt: Doubt) -> bool:
        """Tell whether a doubt is still one."""
        if doubt.line and (doubt.document, doubt.line) in self._lines:
            return False
        return bool(doubt.line) or (name_of_doubt(doubt), 0) not in self._named


def name_of_doubt(doubt: Doubt) -> str:
    """Return the text by which a correction names a doubt about the whole."""
    return f"{doubt.text}: {doubt.why}" if doubt.text else doubt.why
