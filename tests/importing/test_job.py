from __future__ import annotations

from pathlib import Path

import pytest

from importing_documents import HERE, dimensions, of_text
from pathways.errors import PathwaysError
from pathways.importing.accounting import counts
from pathways.importing.job import counts_line, import_files, import_json, import_text
from pathways.model.mapping import Mapping, TaughtHeading


def test_files_and_folders_become_one_framework(tmp_path: Path) -> None:
    folder = tmp_path / "roles"
    folder.mkdir()
    for name, grade in (("senior-planner", "G7"), ("planner", "SEO")):
        title = name.replace("-", " ").capitalize()
        (folder / f"{name}.md").write_text(
            f"# {title}\n\nGrade: {grade}\n\n## Duties\n\n- Work as {name}\n", encoding="utf-8"
        )
    (folder / "nav.json").write_text("{}", encoding="utf-8")
    more = tmp_path / "head.md"
    more.write_text(
        "# Head of planning\n\nGrade: SCS1\n\n## Duties\n\n- Head it\n", encoding="utf-8"
    )
    found = import_files([folder, more], dimensions=dimensions())
    assert [node.grade for node in found.framework.nodes] == ["SEO", "G7", "SCS1"]
    assert "nav.json" in [item.text for item in found.left_out]


def test_a_mapping_and_an_order_are_used() -> None:
    mapping = Mapping(
        headings=(TaughtHeading(heading="Clinical practice", dimension="expert-practice"),)
    )
    found = import_files(
        [HERE / "nursing-bands.txt"],
        mapping=mapping,
        order=["8a", "6", "5"],
        dimensions=dimensions(),
    )
    assert [node.grade for node in found.framework.nodes] == ["8a", "6", "5"]
    assert {s.dimensions[0] for s in found.framework.statements} == {
        "expert-practice",
        "leadership",
    }


def test_a_file_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(PathwaysError):
        import_files([tmp_path / "nothing.txt"], dimensions=dimensions())


def test_the_plain_data_have_just_the_promised_keys() -> None:
    found = of_text("Planner\nPage 3\n## Duties\n- Plan\nReport\n- Advise")
    told = import_json(found, Path("out.yaml"))
    assert list(told) == ["framework", "nodes", "statements", "left_out", "doubts"]
    assert told["framework"] == "out.yaml"
    assert told["nodes"] == [
        {
            "id": "planner",
            "title": "Planner",
            "grade": "not stated",
            "framework": "planner",
            "organisation": "Not stated in the document",
        }
    ]
    assert told["statements"] == 3
    assert told["left_out"] == [{"line": 2, "text": "Page 3", "why": "a page number"}]
    assert {"line", "text", "why"} == set(told["doubts"][0])


def test_the_counts_add_up_to_all_lines() -> None:
    found = of_text("Planner\nPage 3\n## Duties\n- Plan\n- Advise")
    assert counts_line(found) == "5 lines: 2 statements, 1 heading, 1 document detail, 1 left out"
    told = counts(found)
    assert told["lines"] == sum(count for name, count in told.items() if name != "lines")


def test_the_summary_names_the_first_doubts() -> None:
    found = of_text("Planner\nPage 3\n" + "".join(f"## Thing {n}\n- Do\n" for n in range(30)))
    brief = import_text(found)
    assert brief.startswith("Planner (Not stated in the document)\n1 grade or role: Planner\n")
    assert "… and 12 more." in brief


def test_a_summary_of_many_roles_shows_the_first() -> None:
    text = "Family\n" + "".join(f"Grade {n}\nDuties\n- Do {n}\n" for n in range(1, 20))
    assert "Grade 15 …" in import_text(of_text(text))
