"""The JSON Schema of framework files, which lets editors help while one is typed.

Run ``python -m pathways.store.schema`` to write ``data/framework.schema.json`` anew after a change
of the model.
"""

from __future__ import annotations

import inspect
import json
from collections.abc import Mapping
from typing import Any

import msgspec

from pathways import paths
from pathways.model.framework import Framework
from pathways.store.whole_file import write_whole

NAME = "framework.schema.json"
DAY = "A day such as 2026-11-21."

_WORDS = {
    "Framework.format": "The version of this format: 1.",
    "Framework.id": "Lower-case words and hyphens, unique among the open files.",
    "Framework.title": "The framework's name, as people call it.",
    "Framework.organisation": "The organisation whose framework this is.",
    "Framework.language": "The language of the text, such as en-GB.",
    "Framework.wording": "restated: in our own words. verbatim: the document's own, to the letter.",
    "Framework.licence": "What the document says of its licence, or that it says nothing.",
    "Framework.source": "The document that the text comes from.",
    "Framework.nodes": "The grades, levels or roles, the lowest first: their order makes the "
    "steps.",
    "Framework.blocks": "The text, in the order of the document.",
    "Framework.steps": "Moves that the order of the nodes does not give; one end may be in another "
    "file.",
    "Framework.introduction": "What the document says before its first grade.",
    "Framework.dimensions": "Dimensions that only this framework has.",
    "Framework.silenced": "Findings of the check that are left out of its list, each with a "
    "reason.",
    "Framework.scales": "Scales of proficiency, on which sections say how well a subject must be "
    "mastered.",
    "SourceDocument.document": "The title of the source document.",
    "SourceDocument.reference": "Its code, version or address.",
    "Node.id": "Lower-case words and hyphens, such as ict-6.",
    "Node.title": "What people read, such as Grade 6.",
    "Node.grade": "The grade alone, such as 6 or PO10.",
    "Node.kind": "What it is called: grade, level or role.",
    "Node.family": "The ladder it belongs to, where one file holds several: steps join neighbours "
    "of one family.",
    "Node.code": "The document's own code for the grade.",
    "Node.facts": "What the document states besides, such as Department: Housing (in quotes, for "
    "the colon).",
    "Node.includes": "Nodes all of whose text holds for this one too.",
    "Block.nodes": "The nodes that this text serves; two or more make it a shared text.",
    "Block.sections": "The parts of the text, each under a heading.",
    "Block.label": "What the document calls the block.",
    "Block.code": "The document's own code for the block.",
    "Block.id": "The first part of the statements' ids; without it, the ids of the nodes joined.",
    "Section.dimension": "What the statements are about: a shared dimension, or one of this file's "
    "own.",
    "Section.heading": "The document's own heading.",
    "Section.statements": "One statement a line. A statement with a colon, a # or quotation marks "
    "needs quotes.",
    "Section.label": "The document's own sub-heading.",
    "Section.only": "Those of the block's nodes that this part serves, where it does not serve "
    "all.",
    "Section.id": "The middle part of the statements' ids; without it, the dimension's id.",
    "Section.definition": "true where the text says what the dimension is, not what a level asks "
    "for.",
    "Section.level": "How well the subject must be mastered; the statements then explain the "
    "level.",
    "Section.scale": "The id of the level's scale; without it, the first of the file's scales that "
    "has the level.",
    "Section.includes": "Nodes whose text on this subject holds here too.",
    "Entry.text": "The statement itself.",
    "Entry.id": "The statement's id; without it BLOCK.SECTION.NUMBER.",
    "Entry.also": "Dimensions that the statement speaks of besides its section's own.",
    "Entry.depth": "2 for a point below the one before it, and so on.",
    "Passage.heading": "The document's own heading.",
    "Passage.statements": "One statement a line.",
    "Silenced.code": "The finding's code, such as same-text.",
    "Silenced.reason": "Why the document is right as it is.",
    "Silenced.node": "Only findings about this node.",
    "Silenced.statement": "Only findings about the statement of this id.",
    "Silenced.dimension": "Only findings about this dimension.",
    "Step.from": "The id of the node where the move begins.",
    "Step.to": "The id of the node where it ends.",
    "Step.kind": "How the move is made.",
    "Step.indicative": "true where no document states this move.",
    "Step.note": "A remark for readers.",
    "ProficiencyScale.id": "Lower-case words and hyphens, unique among the file's scales.",
    "ProficiencyScale.title": "What people call the scale.",
    "ProficiencyScale.levels": "The levels, the lowest first: a name alone, or name and "
    "definition.",
    "ScaleLevel.name": "The level's name, such as Working.",
    "ScaleLevel.definition": "What the level asks for.",
    "Dimension.id": "Lower-case words and hyphens.",
    "Dimension.title": "What people read.",
    "Dimension.names": "Other headings that mean this dimension.",
    "Dimension.plural": "true where a sentence about the title says “do”, not “does”.",
}


def framework_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of framework files, made from the model.

    A text may be written like a number (``grade: 6``) and is read as it is written, so the schema
    takes numbers there.
    """
    return model_schema(
        Framework,
        "Pathways framework",
        "One job family, one role description or one set of levels.",
        _WORDS,
    )


def model_schema(
    model: Any, title: str, description: str, words: Mapping[str, str]
) -> dict[str, Any]:
    """Return the JSON Schema of files that hold ``model``; ``words`` describes its keys, each as
    Struct.key.
    """
    made = msgspec.json.schema(model)
    definitions = {name: _described(name, part, words) for name, part in made["$defs"].items()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        "description": description,
        "$ref": made["$ref"],
        "$defs": definitions,
    }


def _described(name: str, part: dict[str, Any], words: Mapping[str, str]) -> dict[str, Any]:
    found = {**part, "description": inspect.cleandoc(part["description"]).replace("``", "")}
    if "properties" in part:
        found["properties"] = {
            key: _property(_loosened(value), words.get(f"{name}.{key}"))
            for key, value in part["properties"].items()
        }
    return found


def _property(value: dict[str, Any], description: str | None) -> dict[str, Any]:
    return (
        value
        if description is None
        else {"description": description, **_without(value, "description")}
    )


def _without(value: dict[str, Any], key: str) -> dict[str, Any]:
    return {k: v for k, v in value.items() if k != key}


def _loosened(value: dict[str, Any]) -> dict[str, Any]:
    """Let numbers stand where a text is wanted, and leave out what editors cannot use: null, and
    its default.
    """
    if "anyOf" in value:
        kinds = [_loosened(kind) for kind in value["anyOf"] if kind != {"type": "null"}]
        rest = {k: v for k, v in _without(value, "anyOf").items() if v is not None}
        return {**kinds[0], **rest} if len(kinds) == 1 else {**rest, "anyOf": kinds}
    if value.get("type") == "array":
        return {**value, "items": _loosened(value["items"])}
    if value.get("type") == "string":
        return {**value, "type": ["string", "number"]}
    return value


def as_text(schema: dict[str, Any]) -> str:
    """Return the schema as its file has it."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    write_whole(paths.data() / NAME, as_text(framework_schema()).encode())
