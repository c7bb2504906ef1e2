from __future__ import annotations

import pytest

from pathways.importing.grade_names import (
    everyone,
    grade_in_sentence,
    parse_codes,
    parse_mark,
    parse_run_in,
)


def codes(text: str) -> list[str]:
    mark = parse_mark(text)
    return [ref.code for ref in mark.refs] if mark else []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Grade: 14", ["14"]),
        ("Grade: 6 / 7 / 8", ["6", "7", "8"]),
        ("Band 9-10", ["9", "10"]),
        ("Grades 4 to 6", ["4", "5", "6"]),
        ("Grades 6, 7 and 8", ["6", "7", "8"]),
        ("Grade 6 / Grade 7", ["6", "7"]),
        ("Band 8:", ["8"]),
        ("Band 06", ["6"]),
        ("Band 8a", ["8a"]),
        ("PO10", ["PO10"]),
        ("PO1-PO4", ["PO1", "PO2", "PO3", "PO4"]),
        ("Scale 6 to SO1", ["6", "SO1"]),
        ("SCS1", ["SCS1"]),
        ("Grade II", ["II"]),
        ("Spinal column point 5", ["5"]),
        ("Grade Range 3", ["3"]),
    ],
)
def test_a_line_that_names_grades_is_read(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


SPELLINGS = {
    "6": "Grade 6; Grade: 6; GRADE 6; Grade - 6; Grade – 6; Grade 06; Band 6; band 6; Pay band 6; "
    "Pay grade 6; Salary grade 6; Job grade 6; Scale 6; NJC Grade 6; AfC Band 6; AfC Band 6; "
    "Agenda for Change Band 6; NHS Band 6; Local grade 6; Council grade 6; Corporate Grade 6; "
    "Indicative grade 6; Evaluated grade 6; Grade 6 (SCP 18-22); Grade 6 (SCP 18–22); "
    "Grade 6 [SCP 18-22]; Grade 6 - SCP 18 to 22; Grade 6 – SCP 18 to 22; Grade 6, SCP 18; "
    "Grade 6 (points 18-22); Grade 6 (£27,000 - £31,000); Grade 6 (£27k to £31k); "
    "Grade 6: £27,000 to £31,000; Grade 6 (indicative); Grade 6 (subject to evaluation); "
    "Grade 6+; Grade 6 and above; Grade 6 or above; Grade Six; Gradd 6; Graddfa 6; Band Chwech; "
    "Gradd: 6; Grade(s) 6; **Grade 6**; Level 6; Level Six; Lefel 6; Tier 6; Job level 6; "
    "Role level 6; Career level 6; Level: 6; Grade range 6; Stage 6; Spinal point 6; Pay point 6",
    "8a": "Band 8a; Band 8A; AfC Band 8a; Band 8a (AfC); Agenda for Change Band 8a; Band: 8a; "
    "NHS Band 8a; Band 8a (£50,952 - £57,349)",
    "PO4": "PO4; PO 4; Grade PO4; Grade: PO4; PO4 (SCP 38-41); Scale PO4; Pay scale PO4",
    "PO1/2": "PO1/2; Grade PO1/2; Grade: PO1/2; PO1/2 (SCP 30-35)",
    "SO1/2": "SO1/2; Grade SO1/2; Scale SO1/2",
    "PO3/4": "PO3/4; Grade: PO3/4",
    "PO1-4": "PO1-4; Grade: PO1-4",
    "SO1": "SO1; SO 1; Grade SO1; Scale SO1",
    "LPO3": "LPO3; Grade LPO3",
    "SM2": "SM2; SM 2",
    "AA": "AA; Grade AA",
    "AO": "AO; Grade: AO",
    "EO": "EO; Grade EO; Grade: EO",
    "HEO": "HEO; Grade HEO; Grade: HEO",
    "HEO (D)": "HEO (D); HEO(D); Grade: HEO (D)",
    "SEO": "SEO; Grade SEO",
    "G7": "G7; Grade: G7",
    "7": "Grade 7; Grade 7 (£51,000)",
    "SCS1": "SCS1; SCS 1; SCS Pay Band 1; SCS Band 1; Grade: SCS1",
    "GS-11": "GS-11; Grade GS-11; Grade: GS-11",
    "APS4": "APS4; APS 4",
    "EL1": "EL1; EL 1; Level EL1",
    "SES1": "SES 1; SES Band 1",
    "IC3": "IC3; Level IC3; Level: IC3",
    "L5": "L5; Level L5",
    "MPS3": "MPS3; MPS 3",
    "K": "Grade K; Band K; Grade: K; Level K",
    "M": "Grade M; Band M",
    "Z": "Grade Z",
    "II": "Grade II; Level II; Band II",
    "3.1": "Level 3.1",
    "CORP5": "Grade CORP5; Level CORP5",
    "TRA14": "Grade TRA14",
    "6, 7": "Grade 6/7; Grade 6 / 7; Grades 6 and 7; Grades 6 & 7; Grades 6-7; Grades 6 to 7; "
    "Grade 6 / Grade 7; Grade 6 or 7; Band 6–7; Graddau 6 a 7; Graddau 6 hyd at 7",
    "6, 7, 8": "Grades 6, 7 and 8; Grade: 6 / 7 / 8; Grades 6 to 8; Grades 6–8; Grade 6 - 8; "
    "Grades 6 up to 8; Grades 6, 7, 8; Grades 6, 7, and 8; Bands 6 through 8",
    "8a, 8b, 8c, 8d": "Band 8a to 8d; Bands 8a-d; Band 8a–8d; Bands 8a - 8d",
    "8a, 8b": "Band 8a/b; Band 8a/8b; Bands 8a and 8b",
    "5, 6, 7, 8a": "Bands 5-8a; Band 5 to 8a",
    "A, B, C": "Grades A-C; Grades A to C; Grade A, B and C; Bands A–C; Grades A, B, C",
    "D, E, F": "Grades D-F; Grades D to F",
    "PO1, PO2, PO3, PO4": "PO1-PO4; PO1 – PO4; PO1 to PO4",
    "6, SO1": "Scale 6 to SO1; Scale 6/SO1",
    "HEO, SEO": "HEO/SEO; HEO / SEO; HEO and SEO; HEO or SEO",
    "GS-11, GS-12, GS-13": "GS-11 to GS-13",
    "APS4, APS5, APS6": "APS4-6; APS 4 to 6; APS 4 to APS 6",
}


def test_at_least_150_spellings_are_in_the_list() -> None:
    assert sum(len(written.split("; ")) for written in SPELLINGS.values()) >= 150


@pytest.mark.parametrize(
    ("text", "expected"),
    [(text, codes) for codes, listed in SPELLINGS.items() for text in listed.split("; ")],
)
def test_a_grade_is_read_as_organisations_spell_it(text: str, expected: str) -> None:
    assert ", ".join(codes(text)) == expected


@pytest.mark.parametrize(
    ("text", "title", "code"),
    [
        ("Finance Officer – B2", "Finance Officer", "B2"),
        ("Finance Officer (B2)", "Finance Officer", "B2"),
        ("Planning Officer, Grade 7", "Planning Officer", "7"),
        ("Planning Officer (Grade 7, SCP 23-25)", "Planning Officer", "7"),
        ("Business support role profile Grade 9", "Business support role profile", "9"),
        ("IC3 Lead Gardener", "Lead Gardener", "IC3"),
        ("L4: Senior Engineer", "Senior Engineer", "L4"),
        ("Principal Engineer / L6", "Principal Engineer", "L6"),
        ("Senior Planner PO4", "Senior Planner", "PO4"),
        ("Grade 3 – Support Officer – SCP 5-6", "Support Officer", "3"),
    ],
)
def test_a_heading_may_say_the_grade_with_less(text: str, title: str, code: str) -> None:
    mark = parse_mark(text, heading=True)
    assert mark is not None
    assert (mark.title, [ref.code for ref in mark.refs]) == (title, [code])


@pytest.mark.parametrize(
    "text",
    [
        "Appendix A – B2",
        "NVQ Level 3",
        "Experience at Level 3",
        "Key stage 2",
        "Stage two",
        "Covid-19",
        "Windows 10",
        "Manages a budget of £5m",
    ],
)
def test_what_only_looks_like_a_grade_is_none(text: str) -> None:
    assert parse_mark(text, heading=True) is None


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("All grades", ""),
        ("ALL LEVELS:", ""),
        ("Common to all roles", ""),
        ("For all grades", ""),
        ("Main duties at all levels", "Main duties"),
        ("Health and safety (all grades)", "Health and safety"),
        ("Pob gradd", ""),
    ],
)
def test_a_heading_may_name_everyone(text: str, about: str) -> None:
    mark = everyone(text)
    assert mark is not None
    assert mark.everyone
    assert mark.about == about


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The Records Officer is a [grade 6](/pay/grades).", "6"),
        ("This is a Grade 7 role.", "7"),
        ("The post is graded PO4.", "PO4"),
        ("The role is evaluated at Band 8.", "8"),
    ],
)
def test_a_sentence_may_give_the_grade(text: str, code: str) -> None:
    ref = grade_in_sentence(text)
    assert ref is not None
    assert ref.code == code


def test_a_sentence_that_speaks_of_others_gives_no_grade() -> None:
    assert grade_in_sentence("Supervises two grade 5 officers.") is None
    assert grade_in_sentence("The post manages grade 5 officers.") is None
    assert grade_in_sentence("The job is done with a grade 4 colleague.") is None
    assert grade_in_sentence("Is a link between grade 5 and grade 6 officers.") is None


def test_progression_to_a_grade_is_led() -> None:
    mark = parse_mark("Progression to Grade 8", heading=True)
    assert mark is not None
    assert mark.led
    assert parse_mark("Progression to Grade 8") is None


@pytest.mark.parametrize(
    "text",
    [
        "Level Purpose:",
        "A Level or equivalent",
        "Level of work",
        "Level 2 qualification",
        "Grade",
        "",
        "People Management",
        "The postholder works closely with all colleagues and reports to the manager at all times "
        "(Grade 9)",
        "Works with others. (Grade 9)",
        "x" * 121,
        "- (Band 5)",
    ],
)
def test_a_line_that_only_speaks_of_levels_is_no_mark(text: str) -> None:
    assert parse_mark(text) is None


def test_a_level_with_its_band_in_brackets_has_both() -> None:
    mark = parse_mark("LEVEL 1 (band 8)")
    assert mark is not None
    assert [(ref.word, ref.code) for ref in mark.refs] == [("level", "1")]
    assert [(ref.word, ref.code) for ref in mark.others] == [("band", "8")]


@pytest.mark.parametrize(
    "text", ["Band 5 – Staff nurse", "Staff nurse (Band 5)", "Staff nurse - Band 5"]
)
def test_a_title_beside_the_grade_is_kept(text: str) -> None:
    mark = parse_mark(text)
    assert mark is not None
    assert mark.title == "Staff nurse"
    assert [ref.code for ref in mark.refs] == ["5"]


def test_bands_and_grades_are_one_scheme_and_levels_another() -> None:
    band, grade, level = (parse_mark(f"{word} 6") for word in ("Band", "Grade", "Level"))
    assert band and grade and level
    assert band.refs[0].key == grade.refs[0].key != level.refs[0].key


def test_the_value_of_a_grade_line_may_be_any_short_text() -> None:
    assert [ref.code for ref in parse_codes("Senior Manager 2")] == ["Senior Manager 2"]
    assert parse_codes("to be agreed with the panel after the job has been evaluated.") == ()


def test_a_level_may_stand_before_its_text_on_one_line() -> None:
    assert parse_run_in("Level 2: Understands how the team works with others") == (
        "Level 2",
        "Understands how the team works with others",
    )
    assert parse_run_in("Level 2: Senior engineer") is None
