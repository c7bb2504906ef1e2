"""Sentences by which a grade takes in another: "All of the duties of grade 4, and:", "Same as
Engineer II, but also", "In addition to level 3".
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pathways.importing.drafts import ALL, DraftNode, Key
from pathways.importing.events import Event, What
from pathways.importing.grade_names import parse_codes, parse_mark
from pathways.patterns import ShortPattern

BELOW: Key = ("", "below", "")
"""Stands for the node below, before the order of the nodes is known."""

_LONGEST = 40  # words of a sentence that is looked at
_MOST = 300  # ... and characters
_LONGEST_NAME = 7  # words of the name of what is included

_ONE_DUTY = (
    r"(?:(?:key|main|core|full|general|relevant|listed|above|essential|representative|same)\s+)*"
    r"(?:duties|responsibilities|accountabilities|requirements|expectations|competenc(?:ies|es)"
    r"|skills|tasks|criteria|behaviou?rs|functions|activities|standards|knowledge|capabilities"
    r"|attributes|outcomes|descriptors|indicators|experience|objectives|deliverables)"
)
_DUTIES = rf"{_ONE_DUTY}(?:(?:,\s+|\s+and\s+|\s*/\s*|\s*&\s*){_ONE_DUTY})*"
_HOW = (
    r"(?:(?:that\s+(?:is|are)\s+)?(?:expected|required|asked|listed|described|outlined|shown|given"
    r"|stated|set\s+out|undertaken|performed|carried\s+out|needed|demonstrated|specified|held)\s+)?"
)
_OF = rf"{_HOW}(?:of|at|for|in|from|by|under|to|as\s+(?:for|at|per|in))\s+"
_WHO = (
    r"(?:(?:the\s+)?(?:post\s?holder|role\s?holder|job\s?holder|employee|you|they|this\s+\w+)\s+)?"
)
_MUST = (
    r"(?:(?:will|must|should|can|shall|also|is|are|able|expected|required|to|be|continues?)\s+)*"
)
_DO = (
    r"(?:(?:perform|undertake|do|deliver|meet|fulfil|include|cover|demonstrate|have|show|comprise"
    r"|fulfill|complete|exercise|incorporate|master|possess|inherit|retain|assume)(?:s|es|ing)?"
    r"|carr(?:y|ies|ying)\s+out|has|satisf(?:y|ies|ying)|consists?\s+of|takes?\s+on|does)\s+"
)
_BEFORE = rf"(?:{_WHO}{_MUST}(?:also\s+)?{_DO})?"
_THE = r"(?:(?:the|those|an?)\s+){0,3}"
_AND = r"(?:and|plus|but|with|as\s+well|in\s+addition|together|\+)"
_NO_NAME = r"(?!(?:and(?!\s+\d)|plus|but|with|are|is|will|also|must)\b)"
_NAME = rf"(?P<name>{_NO_NAME}[^\s,;:]+(?:\s+{_NO_NAME}[^\s,;:]+){{0,{_LONGEST_NAME - 1}}}?)"
_REST = rf"(?P<rest>\s*(?:[,:;.–—-]|\({_AND}).*|\s+{_AND}(?:\W.*)?|)"
_HOLD = (
    r"(?:(?:also|still|all|will|continues?\s+to|each|too)\s+)*"
    r"(?:appl(?:y|ies)|hold|(?:is|are|be)\s+(?:also\s+)?(?:included|required|expected|assumed"
    r"|carried\s+(?:forward|over|on)|incorporated))"
)

_FORMS = [
    ShortPattern(form, _MOST, re.I)
    for form in (
        rf"{_BEFORE}(?:all|everything)\s+(?:of\s+)?{_THE}(?:{_DUTIES}\s+)?(?:{_OF})?{_THE}{_NAME}"
        rf"(?:\s+{_DUTIES})?(?:\s+(?:does|do|can\s+do|is\s+expected\s+to\s+do))?{_REST}",
        rf"{_BEFORE}{_THE}(?:same|identical)\s+(?:{_DUTIES}\s+)?(?:as|of)\s+(?:{_OF})?{_THE}{_NAME}"
        rf"(?:\s+{_DUTIES})?{_REST}",
        rf"(?:in\s+addition\s+to|additional\s+to|further\s+to|as\s+well\s+as|on\s+top\s+of"
        rf"|over\s+and\s+above|plus|building\s+(?:up)?on|builds\s+(?:up)?on|expands\s+(?:up)?on)\s+"
        rf"(?:all\s+)?(?:of\s+)?{_THE}(?:{_DUTIES}\s+)?(?:{_OF})?{_THE}{_NAME}"
        rf"(?:\s+{_DUTIES})?{_REST}",
        rf"as\s+(?:for|per|at|in|with)\s+{_THE}{_NAME}(?:\s+{_DUTIES})?{_REST}",
        rf"as\s+{_THE}{_NAME}(?:\s+{_DUTIES})?(?P<rest>\s*[,;:–—-]?\s*{_AND}(?:\W.*)?)",
        rf"(?:all\s+(?:of\s+)?)?{_THE}{_DUTIES}\s+{_OF}{_THE}{_NAME}\s+{_HOLD}(?P<rest>.*)",
        rf"{_THE}{_NAME}(?:\s+{_DUTIES})?\s+{_HOLD}(?P<rest>\s*(?:here|too|as\s+well|[.:;,]).*|)",
        rf"(?:all\s+(?:of\s+)?)?{_THE}(?:{_DUTIES}\s+{_OF})?{_THE}{_NAME}(?:\s+{_DUTIES})?"
        rf"(?P<rest>\s*[,;:–—-]?\s*(?:plus|and\s+also|and\s+in\s+addition|with\s+the\s+addition)"
        rf"(?:\W.*)?)",
    )
]
_LESS = re.compile(
    r"\b(?:except|excluding|excludes|apart from|without|other than|not|no longer|fewer|some"
    r"|part of|most of|rather than|instead)\b",
    re.I,
)
_EMPTY = ShortPattern(
    r"\b(?:(?:to|for|at|in)\s+(?:grade|level|band|role)\s+\w+|and|plus|but|with|also|as|well|in"
    r"|addition|additionally|together|the|these|those|to|a"
    r"|following|further|additional|extra|more|other|here|too|this|at|for|of|grade|level|role|band"
    r"|post|will|are|is|be|required|expected|demonstrate|able|must|should|then|apply|applies|you"
    rf"|they|postholder|post\s?holders?|holder|includes?|including)\b|{_ONE_DUTY}|[^\w]+",
    600,
    re.I,
)
_KIND = r"(?:grade|level|band|role|post|tier|stage|rank|step|job|one)s?"
_RELATIVE = re.compile(
    rf"(?:all\s+)?(?:the\s+|any\s+)?(?:next\s+|immediately\s+|more\s+)*"
    rf"(?:lower|previous|preceding|prior|junior|earlier|below)(?:[\s-]+\w+)?\s+{_KIND}"
    rf"|(?:the\s+)?{_KIND}\s+(?:immediately\s+|directly\s+)?(?:below|beneath|before)(?:\s+\w+)?"
    rf"|(?:the\s+)?(?:above|below)|(?:the\s+)?{_KIND}\s+above",
    re.I,
)

_CUMULATIVE = ShortPattern(
    rf"\b(?:{_KIND}|{_ONE_DUTY}|they|framework|ladder|structure)\s+(?:are|is)\s+cumulative"
    rf"|\bcumulative\s+(?:{_KIND}|framework|ladder)"
    rf"|\b(?:each|every|all|any|higher)\s+(?:\w+\s+)?{_KIND}\b.{{0,40}}"
    r"\b(?:includes?|builds?\s+(?:up)?on"
    rf"|incorporates?|assumes?|inherits?|encompass(?:es)?|adds?\s+to)\b.{{0,60}}"
    rf"\b(?:below|previous|preceding|lower|before|beneath|prior)\b",
    600,
    re.I,
)


def says_cumulative(text: str) -> bool:
    """Tell whether a document says of all its grades that each includes the one below."""
    return len(text.split()) <= _LONGEST and bool(
        _CUMULATIVE.search(text) and not _LESS.search(text)
    )


@dataclass(frozen=True)
class Inclusion:
    """What a sentence includes: a name, and whether it says nothing besides."""

    name: str
    alone: bool


@lru_cache(maxsize=4096)
def read_inclusion(text: str) -> Inclusion | None:
    """Read a sentence that takes in another grade; None where it is anything else.

    Whether there is a grade of that name is for ``_included_keys`` to say.
    """
    bare = " ".join(text.replace("*", " ").split()).strip("()[]")
    if not bare or len(bare.split()) > _LONGEST or _LESS.search(bare):
        return None
    for form in _FORMS:
        found = form.fullmatch(bare)
        if found and len(found["name"].split()) <= _LONGEST_NAME:
            name = found["name"].strip(" ,.;:()'’\"“”")
            if name and _is_name(name):
                return Inclusion(name, not _EMPTY.sub("", found["rest"]))
    return None


def _included_keys(inclusion: Inclusion, nodes: Mapping[Key, DraftNode]) -> tuple[Key, ...]:
    """Return the nodes that an inclusion names; ``BELOW`` where it says where, not which."""
    name = inclusion.name
    if _RELATIVE.fullmatch(name):
        return (BELOW,)
    wanted = name.casefold()
    titled = tuple(
        key
        for key, node in nodes.items()
        if wanted
        in (
            node.ref.title.casefold(),
            node.label.casefold(),
            f"{node.ref.code} {node.ref.title}".casefold(),
        )
    )
    if titled:
        return titled
    mark = parse_mark(name)
    refs = mark.refs if mark else (parse_codes(name) if any(map(str.isdigit, name)) else ())
    found = []
    for ref in refs:
        match = next((key for key, n in nodes.items() if n.key == ref.key), None) or next(
            (key for key, n in nodes.items() if ref.code and n.ref.code == ref.code), None
        )
        if match is None:
            return ()
        found.append(match)
    return tuple(found)


def inclusion_of(
    event: Event, nodes: Mapping[Key, DraftNode], served: Sequence[Key]
) -> tuple[tuple[Key, ...], bool]:
    """Return the nodes that an event says are included in those served here, and whether it says
    nothing besides; no nodes where it says nothing of the kind.
    """
    told = event.what in (What.TEXT, What.LEAD, What.HEADING) or (
        event.what is What.FACT and event.fact is None
    )
    if not told or not served or served == ALL:
        return (), False
    inclusion = read_inclusion(event.text)
    if inclusion is None or (event.what is not What.TEXT and not inclusion.alone):
        return (), False
    keys = tuple(key for key in _included_keys(inclusion, nodes) if key not in served)
    return keys, inclusion.alone


def _is_name(name: str) -> bool:
    """Tell whether this can be the name of a grade or a role, or point to one."""
    return bool(_RELATIVE.fullmatch(name) or any(map(str.isalnum, name)))
