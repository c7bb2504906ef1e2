"""A Word document without what is only looks, so that mammoth, which is thorough but slow, has
less to go through.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pathways.importing.reading.word_styles import W, is_on

if TYPE_CHECKING:
    from lxml.etree import _Element

_DROPPED = (
    "proofErr",
    "bookmarkEnd",
    "lastRenderedPageBreak",
    "sectPr",
    "tblPr",
    "tblGrid",
    "permStart",
    "permEnd",
    "commentRangeStart",
    "commentRangeEnd",
    "softHyphen",
    "noProof",
    "lang",
)
_KEPT = {
    W + "pPr": ("pStyle", "numPr", "rPr"),
    W + "rPr": ("b", "u", "strike", "del", "ins"),
    W + "tcPr": ("gridSpan", "vMerge"),
    W + "trPr": ("tblHeader", "del"),
}


def slim(document: _Element) -> None:
    """Drop what mammoth does not need, and put together neighbouring runs that look the same."""
    for name in _DROPPED:
        for element in list(document.iter(W + name)):
            _drop(element)
    for tag, names in _KEPT.items():
        kept = {W + name for name in names}
        for properties in document.iter(tag):
            for child in list(properties):
                if child.tag not in kept or (
                    tag == W + "rPr" and not is_on(properties, _local(child))
                ):
                    properties.remove(child)
    for paragraph in document.iter(W + "p", W + "hyperlink", W + "ins", W + "smartTag"):
        _put_runs_together(paragraph)


def slim_styles(styles: _Element) -> None:
    """Drop all of the styles but their names and the lists they stand for."""
    kept = (W + "name", W + "pPr")
    for part in list(styles):
        if part.tag != W + "style":
            styles.remove(part)
            continue
        for child in list(part):
            if child.tag not in kept or (
                child.tag == W + "pPr" and part.get(W + "type") != "numbering"
            ):
                part.remove(child)


def slim_levels(numbering: _Element) -> None:
    """Drop what the levels of lists look like, and give every list nine levels."""
    kept = (W + "numFmt", W + "pStyle")
    for level in numbering.iter(W + "lvl"):
        for child in list(level):
            if child.tag not in kept:
                level.remove(child)
    _complete_levels(numbering)


def _complete_levels(numbering: _Element) -> None:
    """Give every list nine levels; mammoth takes a point of a level that is not described for a
    plain paragraph.
    """
    from copy import deepcopy

    for abstract in numbering.iter(W + "abstractNum"):
        levels = {level.get(W + "ilvl"): level for level in abstract.iter(W + "lvl")}
        first = next(iter(levels.values()), None)
        for index in range(9):
            if first is not None and str(index) not in levels:
                level = deepcopy(first)
                level.set(W + "ilvl", str(index))
                for style in list(level.iter(W + "pStyle")):
                    _drop(style)
                abstract.append(level)


def _put_runs_together(parent: _Element) -> None:
    group: list[_Element] = []
    looks: tuple[str, ...] = ()
    for child in list(parent):
        own: tuple[str, ...] = ()
        if child.tag == W + "r":
            properties = child.find(W + "rPr")
            own = (
                tuple(sorted(_local(found) for found in properties))
                if properties is not None
                else ()
            )
            if properties is not None and not own:
                child.remove(properties)
        if group and (child.tag != W + "r" or own != looks):
            _unite(parent, group)
            group = []
        if child.tag == W + "r":
            group.append(child)
            looks = own
    _unite(parent, group)


def _unite(parent: _Element, runs: list[_Element]) -> None:
    """Move what the runs hold into the first of them, neighbouring texts as one."""
    if len(runs) < 2:
        return
    from lxml import etree

    texts: list[str] = []
    parts = [child for run in runs for child in run if child.tag != W + "rPr"]
    first = runs[0]
    for child in list(first):
        if child.tag != W + "rPr":
            first.remove(child)
    for index, child in enumerate(parts):
        if child.tag != W + "t":
            first.append(child)
            continue
        texts.append(child.text or "")
        if index + 1 == len(parts) or parts[index + 1].tag != W + "t":
            text = etree.SubElement(first, W + "t")
            text.text = "".join(texts)
            texts = []
    for run in runs[1:]:
        parent.remove(run)


def _local(element: _Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _drop(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
