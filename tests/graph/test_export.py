from __future__ import annotations

import json
import re

import msgspec
import networkx
import pytest

from drawing import ladder
from pathways.graph.export import to_dot, to_graphml, to_json, to_mermaid
from pathways.graph.progression import progression
from pathways.model.library import Library

AWKWARD = 'Head "of"\n[A & B] \\ <C>; {D} | #E (F) `G` \\'


def titled(title: str) -> networkx.DiGraph:
    """Draw a-b, where b's title is another."""
    library = ladder("a-b")
    (framework,) = library.frameworks
    first, second = framework.nodes
    second = msgspec.structs.replace(second, title=title)
    return progression(
        Library.merge([msgspec.structs.replace(framework, nodes=(first, second))], ())
    )


def test_json_has_the_documented_keys_in_library_order() -> None:
    written = json.loads(to_json(progression(ladder("13-14", "14~head"))))
    assert list(written) == ["nodes", "edges"]
    assert written["nodes"][0] == {
        "id": "13",
        "title": "Grade 13",
        "grade": "13",
        "framework": "framework-1",
        "organisation": "Organisation 1",
    }
    assert written["edges"] == [
        {"from": "13", "to": "14", "kind": "next-grade", "indicative": False, "note": ""},
        {
            "from": "14",
            "to": "head",
            "kind": "across-organisations",
            "indicative": True,
            "note": "",
        },
    ]


def test_json_keeps_titles_as_they_are() -> None:
    assert json.loads(to_json(titled(AWKWARD)))["nodes"][1]["title"] == AWKWARD
    assert "Pennaeth Â" in to_json(titled("Pennaeth Â"))


@pytest.mark.parametrize("title", [AWKWARD, " spaces ", "Pennaeth Â 😀", "]]>", "&amp;"])
def test_graphml_is_read_back_by_networkx_the_same(title: str) -> None:
    graph = titled(title)
    read = networkx.parse_graphml(to_graphml(graph))
    assert list(read.nodes(data=True)) == list(graph.nodes(data=True))
    assert list(read.edges(data=True)) == list(graph.edges(data=True))
    assert read.is_directed()


def test_graphml_keeps_whether_a_step_is_indicative() -> None:
    read = networkx.parse_graphml(to_graphml(progression(ladder("13-14", "14~head"))))
    assert [indicative for *_ends, indicative in read.edges(data="indicative")] == [False, True]


def test_graphml_leaves_out_what_xml_forbids() -> None:
    read = networkx.parse_graphml(to_graphml(titled("a\x0bb\x00c\ufffe")))
    assert read.nodes["b"]["title"] == "abc"


def test_an_empty_graph_can_be_written() -> None:
    graph = progression(ladder())
    assert json.loads(to_json(graph)) == {"nodes": [], "edges": []}
    assert len(networkx.parse_graphml(to_graphml(graph))) == 0
    assert to_dot(graph) == "digraph pathways {\n  rankdir=BT;\n  node [shape=box];\n}\n"
    assert to_mermaid(graph) == "flowchart BT\n"


def test_dot_draws_a_box_a_framework_and_dashes_what_is_indicative() -> None:
    assert to_dot(progression(ladder("13-14", "14~head"))) == (
        "digraph pathways {\n"
        "  rankdir=BT;\n"
        "  node [shape=box];\n"
        '  subgraph "cluster_framework-1" {\n'
        '    label="Framework 1, Organisation 1";\n'
        '    "13" [label="Grade 13"];\n'
        '    "14" [label="Grade 14"];\n'
        "  }\n"
        '  subgraph "cluster_framework-2" {\n'
        '    label="Framework 2, Organisation 2";\n'
        '    "head" [label="Head"];\n'
        "  }\n"
        '  "13" -> "14";\n'
        '  "14" -> "head" [label="across organisations (suggested)", style=dashed];\n'
        "}\n"
    )


def test_dot_quotes_titles_so_that_they_are_read_as_they_are() -> None:
    line = next(line for line in to_dot(titled(AWKWARD)).splitlines() if line.startswith('    "b"'))
    quoted = re.fullmatch(r'    "b" \[label="((?:[^"\\]|\\.)*)"\];', line)
    assert quoted
    read = re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], quoted[1])
    assert read == AWKWARD


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_line_break_stays_inside_its_label(end: str) -> None:
    assert '"b" [label="one\\ntwo"];' in to_dot(titled(f"one{end}two"))
    assert 'n_b["one<br/>two"]' in to_mermaid(titled(f"one{end}two"))


def test_mermaid_draws_upwards_and_dots_what_is_indicative() -> None:
    assert to_mermaid(progression(ladder("13-14", "14~head 13^head"))) == (
        "flowchart BT\n"
        '  subgraph framework_1["Framework 1, Organisation 1"]\n'
        '    n_13["Grade 13"]\n'
        '    n_14["Grade 14"]\n'
        "  end\n"
        '  subgraph framework_2["Framework 2, Organisation 2"]\n'
        '    n_head["Head"]\n'
        "  end\n"
        "  n_13 --> n_14\n"
        '  n_13 -->|"acting-up"| n_head\n'
        '  n_14 -.->|"across organisations #40;suggested#41;"| n_head\n'
    )


def test_mermaid_labels_hold_nothing_that_mermaid_would_act_on() -> None:
    line = next(line for line in to_mermaid(titled(AWKWARD)).splitlines() if "n_b[" in line)
    label = re.fullmatch(r'    n_b\["(.*)"\]', line)
    assert label
    bare = re.sub(r"#\d+;|<br/>", "", label[1])
    assert not set(bare) & set('"[]{}()<>|`\\;#&')
    read = re.sub(r"#(\d+);", lambda found: chr(int(found[1])), label[1].replace("<br/>", "\n"))
    assert read == AWKWARD


def test_mermaid_names_are_safe_and_never_the_same() -> None:
    text = to_mermaid(progression(ladder("a.b a_b end a.b-end")))
    assert 'n_a_b["A.b"]' in text
    assert 'n_a_b_2["A_b"]' in text
    assert "  n_a_b --> n_end\n" in text
