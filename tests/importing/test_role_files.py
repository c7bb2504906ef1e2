"""Files of roles as organisations keep them: their heads, front matter, site tags and neighbours."""

from __future__ import annotations

from pathlib import Path

from importing_documents import drawn, imported, of_text, texts
from pathways.importing.imported import Imported
from pathways.importing.job import import_files
from pathways.store.dimensions_file import read_dimensions


def nodes(found: Imported) -> list[tuple[str, str]]:
    return [(node.title, node.grade) for node in found.framework.nodes]


def doubts(found: Imported) -> str:
    return "\n".join(f"{doubt.line} {doubt.text} {doubt.why}" for doubt in found.doubts)


def read(folder: Path, **files: str) -> Imported:
    """Import Markdown files, one or a folder of several."""
    paths = [folder / f"{name}.md" for name in files]
    for path, text in zip(paths, files.values(), strict=True):
        path.write_text(text, encoding="utf-8")
    return import_files(paths, dimensions=read_dimensions())


HALVES = (
    "Department: Pools\n{grade}Position designation: {title}\n\n## Purpose of job:\n"
    "- Keeps the pools open\n\n## Main duties:\n- Plans the week\n\n## Person specification\n"
    "Job title: {other}\nGrade: PO5\n\n## Criteria\n### Knowledge\n- Knows water\n"
)


def test_a_grade_that_only_the_second_head_states_is_the_grade() -> None:
    found = of_text(HALVES.format(grade="", title="Pool Manager", other="Pool Manager"))
    assert nodes(found) == [("Pool Manager", "PO5")]
    assert "differs" not in doubts(found)


def test_two_titles_over_duties_and_person_specification_are_one_role() -> None:
    text = HALVES.format(grade="Grade: PO5\n", title="Lead Plumber", other="Lead Pool Keeper")
    found = imported(drawn(text, "lead-pool-keeper.md", "md"))
    assert nodes(found) == [("Lead Pool Keeper", "PO5")]
    assert texts(found.framework, "lead-pool-keeper", "knowledge") == ["Knows water"]
    assert "2 Position designation: Lead Plumber" not in doubts(found)
    assert "Position designation: Lead Plumber The document calls the role" in doubts(found)


def test_two_titles_with_two_grades_are_two_roles() -> None:
    text = HALVES.format(grade="Grade: PO2\n", title="Plumber", other="Lead Pool Keeper")
    assert len(nodes(of_text(text))) == 2


def test_below_a_title_in_front_matter_the_first_heading_is_a_section(tmp_path: Path) -> None:
    text = (
        "---\ntitle: Tree Surgeon\n---\n### Our woods\nYou look after old oaks.\n"
        "### Skills and experience\n- Climbs well\n### Responsibilities\n- Fells what is dead\n"
    )
    found = read(tmp_path, tree=text)
    assert nodes(found) == [("Tree Surgeon", "not stated")]
    assert [block.sections[0].heading for block in found.framework.blocks] == ["Our woods"]
    assert "Our woods" in doubts(found)


def test_a_title_in_front_matter_may_come_again_as_the_heading(tmp_path: Path) -> None:
    text = "---\ntitle: Tree Surgeon\n---\n# Tree surgeon\n## Duties\n- Climbs\n## Skills\n- Saws\n"
    found = read(tmp_path, tree=text)
    assert nodes(found) == [("Tree surgeon", "not stated")] or nodes(found) == [
        ("Tree Surgeon", "not stated")
    ]
    assert "heading of the document; New" not in doubts(found)


def test_tags_of_a_site_are_left_out_with_the_reason(tmp_path: Path) -> None:
    text = (
        "# Baker\n\n{% if open %}\n\n## Duties\n- Bakes bread\n\n"
        '{{< card link="a" title="Cook" >}}\n{{< card link="b" title="Chef" >}}\n\n'
        "<%= partial 'shared/about' %>\n\n{% endif %}\n"
    )
    found = read(tmp_path, baker=text)
    assert texts(found.framework, "baker", "accountabilities") == ["Bakes bread"]
    left = " ".join(item.text for item in found.left_out)
    assert "endif" in left and "Chef" in left and "partial" in left


def test_a_heading_that_comes_twice_with_the_same_sections_is_no_role(tmp_path: Path) -> None:
    part = (
        "## Basic information\n\n**Salary range:**\nAsk us.\n\n**Who may apply:**\nEverybody.\n\n"
    )
    text = f"---\ntitle: Night Baker\n---\n{part}## Duties\n- Bakes by night\n\n{part}"
    found = read(tmp_path, baker=text)
    assert nodes(found) == [("Night Baker", "not stated")]


def test_what_comes_next_is_no_level_of_its_own() -> None:
    found = of_text("# L1\n### Overview\nBegins.\n### Responsibilities\n- Learns\n## Next up: L2\n")
    assert [grade for _title, grade in nodes(found)] == ["L1"]


def test_titles_as_high_as_graded_ones_are_roles_too() -> None:
    found = of_text(
        "# Guards\n## Night Guard (IC 2)\n### Impact\n- Watches\n## Senior Guard (IC 3)\n### Impact\n"
        "- Leads the watch\n## Director of Security (IC 7)\n### Impact\n- Decides\n## VP of Safety\n"
        "### Impact\n- Answers for all\n"
    )
    assert nodes(found) == [
        ("Night Guard (IC 2)", "IC2"),
        ("Senior Guard (IC 3)", "IC3"),
        ("Director of Security (IC 7)", "IC7"),
        ("VP of Safety", "not stated"),
    ]
    assert "VP of Safety" in doubts(found)
    assert texts(found.framework, "vp-of-safety", "impact") == ["Answers for all"]


def test_a_point_that_was_broken_in_two_is_joined_with_a_doubt(tmp_path: Path) -> None:
    text = (
        "# Cook\n## Duties\n- Plans the meals of the\n- week with the team\n- Buys what is needed\n"
        "- Cleans the kitchen\n"
    )
    found = read(tmp_path, cook=text)
    assert texts(found.framework, "cook", "accountabilities") == [
        "Plans the meals of the week with the team",
        "Buys what is needed",
        "Cleans the kitchen",
    ]
    assert "broken in two" in doubts(found)


def test_points_in_lower_case_are_points_of_their_own(tmp_path: Path) -> None:
    text = "# Cook\n## Duties\n- plans the meals of\n- buys food\n- cleans\n"
    found = read(tmp_path, cook=text)
    assert len(texts(found.framework, "cook", "accountabilities")) == 3


def test_words_that_begin_the_points_of_each_level_are_headings() -> None:
    level = (
        "## IC{n}\n- Reach: works with {n} teams in the house\n- Craft: knows {n} ways to bake\n"
    )
    found = of_text("# Bakers\n" + "".join(level.format(n=n) for n in (1, 2, 3)))
    assert [len(block.sections) for block in found.framework.blocks] == [2, 2, 2]
    assert found.framework.blocks[2].sections[1].heading == "Craft"


def test_lists_of_links_to_sister_pages_are_left_out(tmp_path: Path) -> None:
    text = (
        "# Baker\n* [Cook](cook.md)\n* [Baker](baker.md)\n* [Chef](chef.md)\n\n## Duties\n"
        "- Bakes with [care](care.md) each day\n- [Keeps the oven](oven.md) hot\n- Sweeps\n"
    )
    found = read(tmp_path, baker=text)
    assert [item.text for item in found.left_out] == ["Cook", "Baker", "Chef"]
    assert len(texts(found.framework, "baker", "accountabilities")) == 3


def test_an_overview_beside_files_of_roles_is_introduction(tmp_path: Path) -> None:
    role = "---\ntitle: {title}\n---\n## Duties\n- {duty}\n"
    found = read(
        tmp_path,
        _index="---\ntitle: Bakery\n---\nHow we bake here, in a few words.\n",
        junior=role.format(title="Junior Baker", duty="Learns"),
        senior=role.format(title="Senior Baker", duty="Teaches"),
        faq="# FAQ\n## Must I bake?\nYes, each day.\n",
    )
    assert [title for title, _grade in nodes(found)] == ["Junior Baker", "Senior Baker"]
    assert found.framework.title == "Bakery"
    said = str(found.framework.introduction)
    assert "How we bake here" in said and "Yes, each day." in said
    assert "FAQ This file is about the others" in doubts(found)


def test_files_of_one_ladder_with_numbers_have_a_family_without_one(tmp_path: Path) -> None:
    files = {
        f"{name.lower()}{n}": f"# {name} {n}\n## Duties\n- Does {n}\n"
        for name in ("Baker", "Waiter")
        for n in (3, 4)
    }
    found = read(tmp_path, **files)
    assert {node.family for node in found.framework.nodes} == {"Baker", "Waiter"}


def test_points_that_are_names_with_values_are_facts(tmp_path: Path) -> None:
    text = (
        "# Lead Baker\n## Duties\n- Bakes\n\n## Job details\n- Job ID: 12\n- Job title: Lead Baker\n"
        "- Organisation: Northtown Council\n- Oven: the large one\n- Salary: £20,000 a year, paid "
        "each month on the last working day or before it\n- Hours of work: 36\n"
    )
    found = read(tmp_path, baker=text)
    assert [s.text for s in found.framework.statements] == ["Bakes"]
    assert found.framework.organisation == "Northtown Council"
    assert "Oven: the large one" in found.framework.nodes[0].facts


def test_points_about_subjects_are_statements(tmp_path: Path) -> None:
    text = (
        "# Lead Baker\n## Reach\n- Team: helps the bakers\n- Department: speaks for all bakers\n"
        "- Organisation: shapes how the house eats\n- Budget: answers for the flour\n"
    )
    assert len(read(tmp_path, baker=text).framework.statements) == 4


def test_desirable_among_points_is_a_label(tmp_path: Path) -> None:
    text = "# Baker\n## Skills\n- Bakes bread\n- Bakes cake\n- Desirable\n- Bakes by night\n"
    found = read(tmp_path, baker=text)
    sections = [(s.label, len(s.statements)) for b in found.framework.blocks for s in b.sections]
    assert sections == [("", 2), ("Desirable", 1)]


def test_the_title_above_itself_is_the_title_again(tmp_path: Path) -> None:
    text = (
        "> Night Baker\n> Proposed salary range: $20 – $30\n\n# Night Baker\n## Duties\n- Bakes\n"
    )
    found = read(tmp_path, baker=text)
    assert nodes(found) == [("Night Baker", "not stated")]
    assert found.framework.nodes[0].facts == ("Proposed salary range: $20 – $30",)
    assert [s.text for s in found.framework.statements] == ["Bakes"]


def test_jobs_under_one_known_section_of_a_job_part_that_section(tmp_path: Path) -> None:
    text = "# Baker\n## Skills\n### Bread bakers\n- Knead\n### Bakers\n- Bake\n## Duties\n- Opens early\n"
    found = read(tmp_path, baker=text)
    assert nodes(found) == [("Baker", "not stated")]
    assert texts(found.framework, "baker", "knowledge") == ["Knead", "Bake"]


def test_several_facts_of_one_line_are_told_apart() -> None:
    found = of_text(
        "Department: Parks and Pools Postholder Section: Water Grade: PO4 Position Designation: "
        "Pool Keeper\n\n## Purpose\n- Keeps the pool\n\n## Person specification\n\nJob Title: Pool "
        "Keeper Grade: PO4 Service/Section: Water\n\n### Knowledge\n- Knows water"
    )
    assert nodes(found) == [("Pool Keeper", "PO4")]
    assert found.framework.nodes[0].facts == (
        "Department: Parks and Pools",
        "Postholder Section: Water",
        "Service/Section: Water",
    )


def test_a_sentence_before_the_first_heading_is_text(tmp_path: Path) -> None:
    text = (
        "# Baker\nA trade for early birds.\n\nWe believe that good bread comes from:\n- time\n- heat\n\n"
        "## Duties\n- Bakes\n\n## Skills\n- Kneads\n"
    )
    found = read(tmp_path, baker=text)
    assert "new heading" not in doubts(found)
    assert len(texts(found.framework, "baker", "overall")) == 4


def test_the_only_order_of_a_text_without_headings_is_kept_with_a_doubt(tmp_path: Path) -> None:
    text = "# Baker\nA trade.\n\nWe look for someone who will:\n- bake\n- sell\n"
    assert "We look for someone" in doubts(read(tmp_path, baker=text))


def test_points_that_are_all_bold_are_points(tmp_path: Path) -> None:
    text = "# Baker\n## Skills\n- **Kneads dough**\n- **Bakes bread**\n\n## Duties\n- Opens early\n"
    found = read(tmp_path, baker=text)
    assert texts(found.framework, "baker", "knowledge") == ["Kneads dough", "Bakes bread"]


def test_when_a_document_was_written_is_no_statement(tmp_path: Path) -> None:
    dates = (
        "Page last updated: 3 May 2023",
        "Reviewed March 2024.",
        "Closing date: 01/02/2024",
        "Version 1.2",
        "(Published on 12 June 2021, 10:30)",
        "Updated: April 04, 2022 Published: November 01, 2021",
    )
    text = "# Pool Keeper\n\nGrade: G7\n\n## Duties\n\n- Keeps the pool\n\n" + "\n\n".join(dates)
    found = read(tmp_path, keeper=text + "\n\nVersion 2 of the plan is written in March 2024.\n")
    assert texts(found.framework, "pool-keeper", "accountabilities") == [
        "Keeps the pool",
        "Version 2 of the plan is written in March 2024.",
    ]
