"""Levels as data: lists of records, maps in one another, one role."""

from __future__ import annotations

import json

import pytest

from importing_documents import imported
from pathways.errors import PathwaysError
from pathways.importing.outline import Kind

LOOKED_UP = """\
areas:
  - {id: beds, name: Flower beds}
grades:
  - {id: gardener, name: Gardener}
  - {id: head, name: Head gardener}
expectations:
  - {id: e1, area: beds, grade: gardener, summary: Digs a bed to depth}
  - {id: e2, area: beds, grade: head, summary: Plans a border for all seasons}
"""
INSIDE = """\
levels:
  - name: Gardener
    summary: Keeps the beds.
    competencies:
      Planting: [Digs a bed, Waters it]
      Tools: [Cleans every spade]
  - name: Head gardener
    summary: Leads the beds.
    competencies:
      Planting: [Plans a border]
      Tools: [Buys tools]
"""


def told(found):
    framework = found.framework
    titles = {node.id: node.title for node in framework.nodes}
    return [
        (titles[node], statement.dimensions[0], statement.text)
        for statement in framework.statements
        for node in statement.nodes
    ]


def test_an_id_is_replaced_by_the_name_that_belongs_to_it(read):
    found = imported(read("levels.yml", LOOKED_UP))
    assert told(found) == [
        ("Gardener", "flower-beds", "Digs a bed to depth"),
        ("Head gardener", "flower-beds", "Plans a border for all seasons"),
    ]
    assert {left.why for left in found.left_out} == {
        "an id; the name that belongs to it stands in its place",
        "names what other entries refer to; the names stand there",
    }


def test_lists_inside_records_become_rows(read):
    assert told(imported(read("levels.yaml", INSIDE))) == [
        ("Gardener", "overall", "Keeps the beds."),
        ("Gardener", "planting", "Digs a bed"),
        ("Gardener", "planting", "Waters it"),
        ("Gardener", "tools", "Cleans every spade"),
        ("Head gardener", "overall", "Leads the beds."),
        ("Head gardener", "planting", "Plans a border"),
        ("Head gardener", "tools", "Buys tools"),
    ]


def test_competencies_with_levels_inside_keep_what_the_competency_is(read):
    levels = [{"level": 1, "description": "Digs."}, {"level": 2, "description": "Plans a border."}]
    data = {"competencies": [{"name": "Planting", "description": "Setting out.", "levels": levels}]}
    found = imported(read("a.json", json.dumps(data)))
    assert [node.title for node in found.framework.nodes] == ["Level 1", "Level 2"]
    assert [s.text for s in found.framework.statements if s.definition] == ["Setting out."]


def test_one_role_has_facts_headings_and_levels_of_skills(read):
    source = """\
title: Head gardener
grade: 7
reports_to: Parks manager
duties: [Leads six gardeners, Plans borders]
skills:
  - {name: Pruning, level: Working}
  - {name: Planting, level: Expert}
"""
    framework = imported(read("role.yml", source)).framework
    (node,) = framework.nodes
    assert (node.title, node.grade, node.facts) == (
        "Head gardener",
        "7",
        ("Reports to: Parks manager",),
    )
    assert [s.dimensions[0] for s in framework.statements] == ["accountabilities"] * 2
    assert framework.levels[node.id]["planting"].value == "Expert"


def test_every_value_is_text_as_it_is_written(read):
    outline = read("a.json", '{"duties": ["Leads", 7, true, null, 1.10]}')
    assert [p.text for p in outline.pieces if p.kind is Kind.ITEM] == ["Leads", "7", "True", "1.1"]


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.json", '{"a": ', "not in order"),
        ("a.yml", "a: [", "not in order"),
        ("a.json", "[" * 100_000, "too many parts"),
        ("a.yaml", "format: 1\nnodes: []\nblocks: []\n", "a framework already"),
    ],
)
def test_what_is_no_data_is_refused_in_a_sentence(read, name, content, sentence):
    with pytest.raises(PathwaysError, match=sentence):
        read(name, content)
