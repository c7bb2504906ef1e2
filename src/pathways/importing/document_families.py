"""Which of several documents are ladders of their own, and which are parts of one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pathways.i18n import _
from pathways.importing.assembly import Assembly
from pathways.importing.document_shape import Shape
from pathways.importing.drafts import Drafts
from pathways.importing.imported import Doubt
from pathways.importing.job_titles import is_job_title
from pathways.importing.level_order import is_level_name

_FEWEST_FILES = 3
_WHOLE = frozenset(
    "readme index overview about introduction intro contents content faq faqs questions home "
    "start welcome framework ladder ladders levels roles summary guide how to use the this".split()
)
_SHARE = 0.5  # of all levels that every document has, where they are the same levels


def families_of(assemblies: Sequence[Assembly], drafts: Drafts) -> list[str]:
    """Return, for each document, the name that tells its grades from those of the others; "" where
    they are the same grades, or where it is about one role.
    """
    ladders = [place for place, a in enumerate(assemblies) if a.plan.shape is not Shape.ROLE]
    names = ["" for _assembly in assemblies]
    if len(ladders) < 2:
        return names
    subjects = _subjects(assemblies, ladders)
    if subjects:
        for place in subjects:
            assemblies[place].be_about(assemblies[place].nodes.title)
    if subjects or _are_one(assemblies, ladders):
        why = _("The same levels come in several files; I took them for the same.")
        files = ", ".join(assemblies[place].name for place in ladders)
        drafts.doubts.append(Doubt(line=0, text=files, why=why))
        return names
    titles = [assemblies[place].nodes.title or assemblies[place].name for place in ladders]
    if len({_plain(title) for title in titles}) == 1 and _are_apart(assemblies, ladders):
        return names
    for place, title in zip(ladders, titles, strict=True):
        names[place] = title
        if titles.count(title) > 1:
            names[place] = _("{title} ({file})").format(title=title, file=assemblies[place].name)
            why = _("Two files have this title and the same grades; I kept them apart.")
            drafts.doubts.append(Doubt(line=0, text=names[place], why=why, document=place))
    return names


def about_the_whole(assemblies: Sequence[Assembly], drafts: Drafts) -> list[int]:
    """Return the documents that are about all the others and no role: an overview or questions
    beside the files of roles, without a grade or the title of a job.
    """
    if len(assemblies) < _FEWEST_FILES:
        return []
    found = [place for place, a in enumerate(assemblies) if _is_about_all(a)]
    others = [a for place, a in enumerate(assemblies) if place not in found]
    if not all(_is_of_role(a) for a in others) or len(others) < 2:
        return []
    why = _(
        "This file is about the others and is not a role itself; its text is kept as an "
        "introduction."
    )
    for place in found:
        title = assemblies[place].nodes.title or assemblies[place].name
        if set(_plain(title).split()) - _WHOLE:
            drafts.whole = drafts.whole or title
        drafts.doubts.append(Doubt(line=0, text=title, why=why, document=place))
    return found


def _is_about_all(assembly: Assembly) -> bool:
    words = set(_plain(assembly.name).split())
    return bool(words) and words <= _WHOLE and not _is_of_role(assembly)


def _is_of_role(assembly: Assembly) -> bool:
    """Tell whether a document names grades, or is called as a job or a level is."""
    nodes = assembly.nodes
    names = (nodes.title, assembly.name.replace("-", " ").replace("_", " ").capitalize())
    return bool(nodes.scheme_codes) or any(is_job_title(n) or is_level_name(n) for n in names)


def _subjects(assemblies: Sequence[Assembly], ladders: Sequence[int]) -> list[int]:
    """Return the documents that are one subject each, with the same levels of skill inside, whose
    titles are then the dimensions; [] where they are anything else.
    """
    found = [
        place
        for place in ladders
        if assemblies[place].plan.shape is Shape.LADDER and assemblies[place].nodes.are_levels
    ]
    if len(found) < 2 or len(found) * 2 < len(ladders):
        return []
    named = [assemblies[place].nodes.scheme_codes for place in found]
    common, all_told = frozenset.intersection(*named), frozenset.union(*named)
    return found if len(common) >= _SHARE * len(all_told) else []


def _plain(title: str) -> str:
    return " ".join(re.findall(r"[^\W\d_]+", title.casefold()))


def _are_one(assemblies: Sequence[Assembly], ladders: Sequence[int]) -> bool:
    """Tell whether each document has one dimension, or some, with the same levels inside."""
    if any(assemblies[place].plan.shape is not Shape.DIMENSIONS for place in ladders):
        return False
    named = [assemblies[place].nodes.scheme_codes for place in ladders]
    common, all_told = frozenset.intersection(*named), frozenset.union(*named)
    return len(common) >= _SHARE * len(all_told)


def _are_apart(assemblies: Sequence[Assembly], ladders: Sequence[int]) -> bool:
    """Tell whether no grade is in two documents: then they are parts of one ladder."""
    named = [assemblies[place].nodes.scheme_codes for place in ladders]
    return sum(map(len, named)) == len(frozenset.union(*named))
