"""What a sheet says of a change that a person judged."""

from __future__ import annotations

import datetime

from pathways.compare.change import Change
from pathways.compare.sentences import ended
from pathways.i18n import _
from pathways.model.day import date_in_words
from pathways.model.overrule import Judged, Overrule, Paired, Parted

_LONGEST = 60  # letters of a statement that is only named


def judgement_note(change: Change) -> str:
    """Say who judged a change, when and why, and what the program says of it; "" where the program
    judged it.
    """
    if not change.overruled:
        return ""
    sentences = [*(_told(overrule) for overrule in change.by), program_says(change)]
    return " ".join(filter(None, sentences))


def program_says(change: Change) -> str:
    """Say what the program makes of a statement that a person judged; "" where no person did."""
    own = change.own
    if own is None:
        return ""
    if own.before is None or own.after is None:
        return _("The program finds no match for it.")
    verdict = f"{own.verdict.word} ({own.why})" if own.why else own.verdict.word
    if (own.before, own.after) == (change.before, change.after):
        return ended(_("The program says: {verdict}").format(verdict=verdict))
    other = own.after if own.before == change.before else own.before
    sentence = _("The program pairs it with “{text}” and says: {verdict}")
    return ended(sentence.format(text=_named(other.text), verdict=verdict))


def _told(overrule: Overrule) -> str:
    sentence = {
        Paired: _("Matched by a person, not by the program"),
        Parted: _("Separated by a person, not by the program"),
        Judged: _("Judged by a person, not by the program"),
    }[type(overrule)]
    day = date_in_words(datetime.date.fromisoformat(overrule.date)) if overrule.date else ""
    known = (", ".join(filter(None, (overrule.who, day))), overrule.reason)
    return ended(": ".join(filter(None, (sentence, *known))))


def _named(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    return text[:_LONGEST].rsplit(" ", 1)[0] + " …"
