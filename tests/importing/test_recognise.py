"""What is recognised in documents of the usual shapes, invented for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from accounted import unaccounted
from importing_documents import HERE, document, drawn, imported, of_text, sections, table, texts
from pathways.errors import PathwaysError, UsageError
from pathways.importing.accounting import counts
from pathways.importing.imported import Became, Imported, Sure
from pathways.importing.outline import LeftOut, Outline, Remark


def nodes(found: Imported) -> list[tuple[str, str, str]]:
    return [(node.id, node.title, node.grade) for node in found.framework.nodes]


def doubts(found: Imported) -> str:
    return "\n".join(f"{doubt.line} {doubt.text} {doubt.why}" for doubt in found.doubts)


@pytest.mark.parametrize("path", sorted(HERE.iterdir()), ids=lambda path: path.name)
def test_every_word_of_an_invented_document_is_accounted_for(path: Path) -> None:
    outline = document(path.name)
    assert unaccounted([outline], imported(outline)) == []


def test_a_council_job_description_is_one_role() -> None:
    found = imported(document("planning-officer.txt"))
    assert nodes(found) == [("planning-officer", "Planning Officer", "PO1 - PO4")]
    assert found.framework.nodes[0].facts == ("Directorate: Place", "Reports to: Planning Manager")
    assert sections(found.framework) == [
        "planning-officer: purpose “Main purpose of the job” 1",
        "planning-officer: accountabilities “MAIN DUTIES AND RESPONSIBILITIES” 3",
        "planning-officer: health-and-safety “Health and Safety” 1",
        "planning-officer: knowledge “Person specification” (Essential) 2",
        "planning-officer: knowledge “Person specification” (Desirable) 1",
    ]
    assert [item.text for item in found.left_out] == ["Page 2 of 2"]


def test_bands_with_the_role_behind_them_are_a_ladder() -> None:
    found = imported(document("nursing-bands.txt"))
    assert [(title, grade) for _id, title, grade in nodes(found)] == [
        ("Band 5 – Staff Nurse", "5"),
        ("Band 6 – Senior Staff Nurse", "6"),
        ("Band 8a – Matron", "8a"),
    ]
    assert [dimension.id for dimension in found.framework.dimensions] == [
        "clinical-practice",
        "leadership",
    ]
    assert len([doubt for doubt in found.doubts if "a new heading," in doubt.why]) == 2


def test_levels_inside_dimensions_are_gathered_by_level() -> None:
    found = imported(document("competencies-by-level.md"))
    assert sections(found.framework) == [
        "competency-framework-1,competency-framework-2: communication “Communication” 1",
        "competency-framework-1: communication “Communication” 1",
        "competency-framework-1: risk “Managing risk” 1",
        "competency-framework-2: communication “Communication” 2",
        "competency-framework-2: risk “Managing risk” 1",
    ]
    assert found.framework.statements[0].definition
    assert found.framework.organisation == "Somerset County Council"


@pytest.mark.parametrize("name", ["roles-without-grades.md", "levels-by-title.md"])
def test_headings_with_level_words_are_levels_where_no_grade_is_named(name: str) -> None:
    found = imported(document(name))
    assert len(found.framework.nodes) == 3
    assert found.framework.nodes[-1].title.startswith("Senior")
    assert {s.dimensions[0] for s in found.framework.statements} <= {
        "knowledge",
        "communication",
        "team-working",
    }


def test_unknown_headings_with_the_same_headings_below_are_roles_with_a_doubt() -> None:
    found = of_text(
        "# Team\n## Planner\n### Duties\n- Plan\n## Surveyor\n### Duties\n- Survey\n### Risk\n- "
        "Report"
    )
    assert [node.title for node in found.framework.nodes] == ["Planner", "Surveyor"]
    assert "a role or level, I think" in doubts(found)


def test_headings_that_only_share_nothing_stay_headings() -> None:
    found = of_text("# Planner\n## Duties\n- Plan\n## Estates\n### Land\n- Survey")
    assert [node.title for node in found.framework.nodes] == ["Planner"]


def test_a_ladder_printed_from_the_top_is_put_the_right_way_up() -> None:
    found = imported(document("highest-grade-first.txt"))
    assert [node.grade for node in found.framework.nodes] == ["3", "4", "5"]
    assert found.framework.blocks[0].label == "Grade 3"


def test_roles_with_their_grade_in_brackets_are_a_ladder() -> None:
    found = imported(document("roles-with-grades.md"))
    assert found.framework.nodes[0].title == "Finance Assistant (Grade 4)"
    assert texts(found.framework, "finance-roles-9", "accountabilities") == ["Manage the team"]


def test_a_shared_block_holds_paragraphs_of_single_grades() -> None:
    found = imported(document("shared-block.txt"))
    stem = "technical-job-family"
    assert sections(found.framework)[:5] == [
        f"{stem}-4,{stem}-5,{stem}-6: purpose “Purpose” 1",
        f"{stem}-4,{stem}-5,{stem}-6: accountabilities “Accountabilities” 2",
        f"{stem}-4: accountabilities “Accountabilities” (Band 4) 1",
        f"{stem}-5: accountabilities “Accountabilities” (Band 5) 1",
        f"{stem}-6: accountabilities “Accountabilities” (Band 6) 1",
    ]


SHARED = """Family
Grade: 6 / 7
Purpose
Help.
Band 7:
Risk
Report.
Band 6:
Risk
Tell.
{header}Knowledge
- Know.
Grade: 8
Purpose
Lead."""


@pytest.mark.parametrize("header", ["", "Grade: 6 / 7\n"])
def test_a_section_that_its_sisters_do_not_have_is_shared_again(header: str) -> None:
    framework = of_text(SHARED.format(header=header)).framework
    assert sections(framework) == [
        "family-6,family-7: purpose “Purpose” 1",
        "family-7: risk “Risk” (Band 7) 1",
        "family-6: risk “Risk” (Band 6) 1",
        "family-6,family-7: knowledge “Knowledge” 1",
        "family-8: purpose “Purpose” 1",
    ]


def test_a_page_header_amid_the_sections_of_a_band_does_not_end_them() -> None:
    text = SHARED.replace("Tell.\n{header}", "Tell.\nGrade: 6 / 7\nEquality\nAct.\n").replace(
        "Report.\n", "Report.\nEquality\nPromote.\n"
    )
    framework = of_text(text).framework
    assert "family-6: equality “Equality” (Band 6) 1" in sections(framework)


def test_a_label_of_another_scheme_is_kept_with_a_doubt() -> None:
    found = of_text(
        "Family\nGrade: 6 / 7\nKnowledge\n- All.\nLEVEL 1\n- One.\nGrade: 8\nPurpose\nLead."
    )
    assert "family-6,family-7: knowledge “Knowledge” (LEVEL 1) 1" in sections(found.framework)
    assert "which of the grades" in doubts(found)


def test_glued_and_run_in_headings_are_parted() -> None:
    found = of_text(
        "Family\nGrade: 6\nBand 6:**People Management**\nLead.\nGrade: 7\nRisk: Report all "
        "risks.\nGrade 8: Risk\nOwn."
    )
    assert texts(found.framework, "family-6", "people-management") == ["Lead."]
    assert texts(found.framework, "family-7", "risk") == ["Report all risks."]
    assert texts(found.framework, "family-8", "risk") == ["Own."]


def test_levels_may_stand_before_their_text_on_one_line() -> None:
    found = of_text(
        "Framework\n## Risk\nLevel 1: Reports what goes wrong at once\nLevel 2: Manages the risks "
        "of the team\n"
        "## Delivery\nLevel 1: Keeps to what was agreed\nLevel 2: Plans the work of others"
    )
    assert texts(found.framework, "framework-2", "risk") == ["Manages the risks of the team"]
    assert texts(found.framework, "framework-1", "delivery") == ["Keeps to what was agreed"]


def test_a_broken_sentence_is_joined_with_a_doubt_and_a_list_in_lower_case_is_not() -> None:
    found = of_text(
        "Planner\n## Duties\n- Regular work with\n\nothers in the team.\n## Skills\nwrites "
        "clearly\n\nspeaks well"
    )
    assert texts(found.framework, "planner", "accountabilities") == [
        "Regular work with others in the team."
    ]
    assert texts(found.framework, "planner", "knowledge") == ["writes clearly", "speaks well"]
    assert doubts(found).count("joined") == 1


def test_a_sentence_broken_by_a_page_goes_on_behind_the_page_header() -> None:
    found = of_text(
        "Family\nGrade: 6\nDuties\n- Work with\n\nPage 3\n\nGrade: 6\n\nothers in the team\nGrade: "
        "7\nDuties\n- Lead"
    )
    assert texts(found.framework, "family-6", "accountabilities") == [
        "Work with others in the team"
    ]


def test_a_hyphen_at_the_break_stays_without_a_space() -> None:
    found = of_text("Planner\n## Duties\n- Build multi-\n\ndisciplinary teams")
    assert texts(found.framework, "planner", "accountabilities") == [
        "Build multi-disciplinary teams"
    ]


def test_a_line_without_a_dash_among_points_is_a_point_with_a_doubt() -> None:
    found = of_text("Planner\n## Duties\n- Plan\nPrepare reports\n- Advise")
    assert texts(found.framework, "planner", "accountabilities") == [
        "Plan",
        "Prepare reports",
        "Advise",
    ]
    assert "without a dash" in doubts(found)


def test_bold_lines_are_headings_and_an_unknown_one_is_doubted() -> None:
    found = of_text("* Planner\n* G7\n* Duties\n- Plan\n* Travel\n- Drive")
    assert nodes(found) == [("planner", "Planner", "G7")]
    assert [dimension.id for dimension in found.framework.dimensions] == ["travel"]
    assert "a new heading," in doubts(found)


def test_a_sentence_that_introduces_a_list_stands_above_its_points() -> None:
    found = of_text(
        "Planner\n## Duties\nThis role answers to the head of the whole service for:\n- Plans\n"
        "- Advice\nManages ten people."
    )
    assert [(s.text, s.depth) for s in found.framework.statements] == [
        ("This role answers to the head of the whole service for:", 1),
        ("Plans", 2),
        ("Advice", 2),
        ("Manages ten people.", 1),
    ]


def test_a_short_line_with_a_colon_labels_the_points_below_it() -> None:
    found = of_text("Planner\n## Duties\nAs a planner you will:\n- Plan\n## Skills\n- Draw")
    assert (
        sections(found.framework)[0]
        == "planner: accountabilities “Duties” (As a planner you will) 1"
    )


def test_headings_under_a_heading_belong_to_its_dimension_and_carry_its_name() -> None:
    found = of_text(
        "# Planner\n## Main duties\n### Finance\n- Save\n### Travel\n- Drive\n## Overview\n### "
        "Place\n- Here"
    )
    assert sections(found.framework) == [
        "planner: finance “Finance” (Main duties) 1",
        "planner: accountabilities “Travel” (Main duties) 1",
        "planner: place “Place” (Overview) 1",
    ]


def test_text_without_a_heading_goes_under_overall_and_is_doubted_in_a_ladder() -> None:
    found = of_text(
        "Family\nGrade 4\nHelps the team every day.\nGrade 5\nLeads the team every day."
    )
    assert sections(found.framework) == [
        "family-4: overall “Grade 4” 1",
        "family-5: overall “Grade 5” 1",
    ]
    assert "no heading stands above" in doubts(found)
    role = of_text("Planner\nA planner plans the work of the whole team.\n## Duties\n- Plan")
    assert "no heading" not in doubts(role)


def test_a_grade_without_text_is_doubted() -> None:
    found = of_text("Family\nGrade 4\nDuties\n- Help\nGrade 5\nDuties\n- Lead\nGrade 6")
    assert "no text was found" in doubts(found)


def test_a_title_that_names_all_grades_is_no_grade() -> None:
    found = of_text("ICT family, Grades 4 to 5\nGrade 4\nDuties\n- Help\nGrade 5\nDuties\n- Lead")
    assert found.framework.title == "ICT family, Grades 4 to 5"
    assert [node.grade for node in found.framework.nodes] == ["4", "5"]


def test_the_title_repeated_at_the_top_of_pages_is_left_out() -> None:
    found = of_text("Planner\n## Duties\n- Plan\n\nPlanner\n- Advise")
    assert texts(found.framework, "planner", "accountabilities") == ["Plan", "Advise"]
    assert "top of a page" in found.left_out[0].why


def test_markup_that_is_only_characters_is_read() -> None:
    found = of_text(
        '## Planner\n<dl class="list">\n<dt>\nGrade\n</dt>\n<dd>\nSCS1\n</dd></dl>\n>Department: '
        "Place\n"
        "### Skills\n<u>Essential\n• Draws **well**\n<u>Desirable\n– Speaks"
    )
    assert nodes(found) == [("planner", "Planner", "SCS1")]
    assert found.framework.nodes[0].facts == ("Department: Place",)
    assert sections(found.framework) == [
        "planner: knowledge “Skills” (Essential) 1",
        "planner: knowledge “Skills” (Desirable) 1",
    ]
    assert found.framework.statements[0].text == "Draws well"
    assert any("only marks of layout" in item.why for item in found.left_out)


def test_invisible_characters_are_taken_out_of_statements() -> None:
    found = of_text("Planner\n## Duties\n- Plan\u200b the\u00ad work")
    assert texts(found.framework, "planner", "accountabilities") == ["Plan the work"]


def test_several_roles_become_one_framework_with_a_family_each() -> None:
    found = imported(
        drawn("# Senior planner\nGrade: G7\n## Duties\n- Lead", "a.md", "md"),
        drawn("# Planner\nGrade: SEO\n## Duties\n- Plan", "b.md", "md"),
        drawn("# Surveyor\nGrade: SEO\n## Duties\n- Measure", "c.md", "md"),
    )
    assert [(node.title, node.family) for node in found.framework.nodes] == [
        ("Planner", "Planner"),
        ("Senior planner", "Planner"),
        ("Surveyor", "Surveyor"),
    ]
    assert found.framework.title == "Planner"
    assert "3 documents" in found.framework.source.document


def test_files_with_a_grade_each_are_one_ladder_with_a_doubt() -> None:
    found = imported(
        drawn("# Senior planner\nGrade: G7\n## Duties\n- Lead", "a.md", "md"),
        drawn("# Planner\nGrade: SEO\n## Duties\n- Plan", "b.md", "md"),
        drawn("# Head of places\nGrade: SCS1\n## Duties\n- Head", "c.md", "md"),
    )
    assert [(node.title, node.family) for node in found.framework.nodes] == [
        ("Planner", ""),
        ("Senior planner", ""),
        ("Head of places", ""),
    ]
    assert "one ladder" in doubts(found)


def test_roles_with_nothing_in_common_are_named_by_their_number() -> None:
    found = imported(
        *(
            drawn(f"# {name}\n## Duties\n- Work", f"{name}.md", "md")
            for name in ("Planner", "Cook", "Nurse")
        )
    )
    assert found.framework.title == "3 roles: Cook and others"


def test_an_order_given_by_hand_comes_before_any_other() -> None:
    text = "Family\nGrade 4\nDuties\n- Help\nGrade 5\nDuties\n- Lead"
    assert [n.grade for n in of_text(text, order=["Grade 5", "family-4"]).framework.nodes] == [
        "5",
        "4",
    ]
    assert [n.grade for n in of_text(text, order=["5", "4"]).framework.nodes] == ["5", "4"]
    with pytest.raises(UsageError, match="Grade 9"):
        of_text(text, order=["Grade 9", "4"])


def test_a_document_without_statements_is_refused_in_a_sentence() -> None:
    with pytest.raises(PathwaysError, match=r"drawn\.txt"):
        of_text("Planner")
    with pytest.raises(PathwaysError, match="no document"):
        imported()


def test_what_the_reader_left_out_and_remarked_is_passed_on() -> None:
    outline = Outline(
        name="a.docx",
        format="docx",
        pieces=drawn("Planner\n## Duties\n- Plan").pieces,
        title="Something",
        language="cy",
        facts=(("author", "Powys County Council"),),
        left_out=(LeftOut(line=9, text="1", why="a page number"),),
        remarks=(Remark(line=3, text="Plan", why="mended"),),
    )
    found = imported(outline)
    assert found.framework.language == "cy"
    assert found.framework.organisation == "Powys County Council"
    assert [item.text for item in found.left_out] == ["1"]
    assert found.doubts[0].why.startswith("The document states no grade")
    assert "mended" in doubts(found)
    assert counts(found)["left out"] == 1


def test_facts_name_the_organisation_the_family_and_the_licence() -> None:
    found = of_text(
        "Job Family: Estates\nOrganisation: The Trust\nGrade: 4\nDuties\n- Help\n"
        "Published under the Open Government Licence v3.\nGrade: 5\nDuties\n- Lead"
    )
    assert found.framework.id == "estates"
    assert found.framework.organisation == "The Trust"
    assert "Open Government Licence" in found.framework.licence


def test_every_decision_has_a_reason_and_statements_name_their_ids() -> None:
    found = imported(document("planning-officer.txt"))
    ids = {s.id for s in found.framework.statements}
    assert all(decision.why for decision in found.decisions)
    assert {d.statement for d in found.decisions if d.became is Became.STATEMENT} == ids
    assert {d.sure for d in found.decisions} <= set(Sure)


def test_the_checker_finds_lost_words_and_wrong_statements() -> None:
    outline = drawn("Planner\n## Duties\n- Plan\n- Advise")
    found = imported(outline)
    more = drawn("Planner\n## Duties\n- Plan more\n- Advise")
    assert [item.text for item in unaccounted([more], found)] == ["more"]
    import msgspec

    section = found.framework.blocks[0].sections[0]
    changed = msgspec.structs.replace(section, statements=("Plan",))
    block = msgspec.structs.replace(found.framework.blocks[0], sections=(changed,))
    framework = msgspec.structs.replace(found.framework, blocks=(block,))
    assert "Advise" in [
        item.text
        for item in unaccounted([outline], msgspec.structs.replace(found, framework=framework))
    ]
    other = msgspec.structs.replace(section, statements=("Plan nothing", "Advise"))
    block = msgspec.structs.replace(found.framework.blocks[0], sections=(other,))
    framework = msgspec.structs.replace(found.framework, blocks=(block,))
    assert unaccounted([outline], msgspec.structs.replace(found, framework=framework))


def test_the_checker_wants_everything_left_out_on_the_list() -> None:
    import msgspec

    outline = drawn("Planner\nPage 1\n## Duties\n- Plan")
    found = msgspec.structs.replace(imported(outline), left_out=())
    assert [item.text for item in unaccounted([outline], found)] == ["Page 1"]


def test_a_table_is_read_among_text() -> None:
    assert nodes(imported(table(["Grade", "Risk"], ["7", "Reports"]))) == [
        ("table-7", "Grade 7", "7")
    ]


def test_a_grade_with_a_block_of_its_own_and_a_shared_one_has_no_id_twice() -> None:
    found = of_text(
        "Scheme\nGrade: 7\nRisk\nOwn.\nGrade: 6 / 7\nBand 7:\nRisk\nReport.\n"
        "Band 6:\nRisk\nTell.\nGrade: 8\nRisk\nLead."
    )
    ids = [s.id for s in found.framework.statements]
    assert len(ids) == len(set(ids))
    assert sorted(texts(found.framework, "scheme-7", "risk")) == ["Own.", "Report."]


def test_a_section_that_comes_again_in_its_block_is_one() -> None:
    found = of_text(
        "Scheme\nGrade 4\nRisk\n- One\nFinance\n- Two\nRisk\n- Three\nGrade 5\nRisk\n- Four"
    )
    assert texts(found.framework, "scheme-4", "risk") == ["One", "Three"]
    assert sections(found.framework)[:2] == [
        "scheme-4: risk “Risk” 2",
        "scheme-4: finance “Finance” 1",
    ]


def test_a_long_shared_block_has_a_short_id() -> None:
    found = of_text("Scheme\nGrades 1 to 6\nRisk\n- All\nGrade 7\nRisk\n- Lead")
    assert found.framework.statements[0].id == "scheme-grades-1-to-6.risk.1"
    assert len(found.framework.statements[0].nodes) == 6


def test_a_menu_above_the_heading_of_a_page_is_left_out() -> None:
    found = of_text("☰\nHome\nJobs\nPlanner\nNews\n# Town planner\n## Duties\n- Plan")
    assert [node.title for node in found.framework.nodes] == ["Town planner"]
    assert [item.text for item in found.left_out] == ["☰", "Home", "Jobs", "Planner", "News"]
    graded = of_text("Home\nJobs\nPlans\nNews\n# IC2 Engineer\n## Duties\n- Plan")
    assert nodes(graded) == [("engineer", "Engineer", "IC2")]


def test_the_organisation_and_the_kind_of_document_are_no_titles() -> None:
    found = of_text(
        "Anytown Borough Council\nRole Profile\nJob title: Town planner\n## Duties\n- Plan"
    )
    assert [node.title for node in found.framework.nodes] == ["Town planner"]
    assert found.framework.organisation == "Anytown Borough Council"


def test_the_kind_of_document_may_still_be_a_heading() -> None:
    found = of_text(
        "* Senior planner\n* Job description\nA planner plans the work of the whole team.\n## "
        "Duties\n- Plan"
    )
    assert sections(found.framework)[0] == "senior-planner: overall “Job description” 1"


def test_one_role_at_two_grades_is_two_nodes() -> None:
    found = imported(
        drawn("# Planner\nGrade: 6\n## Duties\n- Help", "a.md", "md"),
        drawn("# Planner\nGrade: 7\n## Duties\n- Plan", "b.md", "md"),
    )
    assert [(node.title, node.grade) for node in found.framework.nodes] == [
        ("Planner, 6", "6"),
        ("Planner, 7", "7"),
    ]


def test_a_title_and_a_grade_in_different_places_are_one_role() -> None:
    found = of_text("Job title: Coder\nDuties:\n- Code\nBanding: Band 4")
    assert nodes(found) == [("coder", "Coder", "4")]


def test_job_titles_with_their_grades_are_a_ladder_of_roles() -> None:
    found = of_text(
        "Job title: Planner\nGrade: 6\nTeam: North\nDuties:\n- Plan\n"
        "Job title: Senior planner\nGrade: 8\nDuties:\n- Lead\nGrade: 6\nSkills:\n- Draw"
    )
    assert [(node.title, node.grade) for node in found.framework.nodes] == [
        ("Planner", "6"),
        ("Senior planner", "8"),
    ]
    assert found.framework.nodes[0].facts == ("Team: North",)
    assert texts(found.framework, "planner", "knowledge") == ["Draw"]


def test_neighbouring_grades_on_lines_of_their_own_are_two() -> None:
    found = of_text("Scheme\nCode: A1\nGrade: 4\nGrade: 5\nRisk\n- Report\nGrade: 4\nRisk\n- Tell")
    assert [node.grade for node in found.framework.nodes] == ["4", "5"]


def test_facts_amid_the_text_count_where_a_grade_stands_beside_them() -> None:
    found = of_text(
        "Planner\n## Duties\n- Plan\n## Person specification\nDirectorate: Place\nGrade: 6\n- "
        "Draw\nBase: Town"
    )
    assert found.framework.nodes[0].facts == ("Directorate: Place",)
    assert "Base: Town" in texts(found.framework, "planner", "knowledge")


def test_essential_alone_is_knowledge() -> None:
    found = of_text("# Planner\n## Duties\n- Plan\n## Essential\n- Draw\n## Desirable\n- Paint")
    assert sections(found.framework)[1:] == [
        "planner: knowledge “Essential” 1",
        "planner: knowledge “Essential” (Desirable) 1",
    ]


def test_line_breaks_inside_a_paragraph_are_kept_or_mended() -> None:
    outline = drawn("Planner\n## Duties\n- Plan")
    pieces = (*outline.pieces, drawn("Lead the whole team").pieces[0])
    import msgspec

    broken = msgspec.structs.replace(
        pieces[-1],
        line=9,
        text="Lead the whole\nteam\nand its work.\nAdvise members of the council.",
    )
    found = imported(msgspec.structs.replace(outline, pieces=(*pieces[:-1], broken)))
    assert texts(found.framework, "planner", "accountabilities")[1:] == [
        "Lead the whole team and its work.",
        "Advise members of the council.",
    ]


def test_bold_points_head_the_points_below_them() -> None:
    from pathways.importing.outline import Kind, Piece

    outline = drawn("# Planner")
    more = (
        Piece(kind=Kind.ITEM, line=3, text="Finance", level=1, bold=True),
        Piece(kind=Kind.ITEM, line=4, text="Saves", level=2),
    )
    found = imported(Outline(name="x", format="md", pieces=(*outline.pieces, *more)))
    assert sections(found.framework) == ["planner: finance “Finance” 1"]


def test_words_that_look_bold_by_stars_are() -> None:
    found = of_text("**Planner**\n\n**Duties**\n\n- Plan")
    assert sections(found.framework) == ["planner: accountabilities “Duties” 1"]


def test_two_short_lines_in_a_row_are_not_both_headings() -> None:
    found = of_text("Planner\n\nTravel\n\nDrive\n\nA sentence that ends.")
    assert [(s.heading, s.text) for s in found.framework.statements] == [
        ("Planner", "Travel"),
        ("Drive", "A sentence that ends."),
    ]


def test_nothing_tells_what_a_lower_case_title_before_a_band_is() -> None:
    found = of_text("Planner\n## Duties\nworks with, band 5\n- Plan")
    assert len(found.framework.nodes) == 1


PLAIN = "Planner\n{0}Duties\n- Plan\n{0}Risk\n- Report\n{0}Finance\n- Count\nPrepare reports\n- Save\n{0}Skills\n- Draw"


def test_without_blank_lines_a_plain_line_among_points_is_a_point_where_headings_are_known() -> (
    None
):
    found = imported(drawn(PLAIN.format(""), "a.docx", "docx"))
    assert texts(found.framework, "planner", "finance") == ["Count", "Prepare reports", "Save"]
    assert "without a dash" in doubts(found)


def test_without_blank_lines_a_plain_line_that_comes_again_among_points_is_a_heading() -> None:
    text = PLAIN.format("") + "\nPrepare reports\n- Write"
    found = imported(drawn(text, "a.docx", "docx"))
    assert "prepare-reports" in {s.dimensions[0] for s in found.framework.statements}
