"""Tables in shapes that organisations use, each with what must come out of it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Shape:
    """Rows of a table; the titles of the nodes (or how many), the number of statements (None where
    the table holds facts), the heading above, and the dimensions and labels of the statements.
    """

    rows: list[list[str]]
    nodes: list[str] | int
    statements: int | None = None
    above: str = ""
    dimensions: frozenset[str] = field(default_factory=frozenset)
    labels: frozenset[str] = field(default_factory=frozenset)


SHAPES = {
    "verbs across": Shape(
        [
            ["Area", "Learns", "Does", "Leads"],
            ["Planning", "Reads the plan.", "Draws the plan.", "Signs the plan."],
            ["Money", "Counts it.", "Spends it.", "Sets the budget."],
        ],
        ["Learns", "Does", "Leads"],
        6,
    ),
    "emerging solid": Shape(
        [
            ["Competency", "Emerging", "Solid", "Outstanding"],
            ["Listening", "Hears people out.", "Draws people out.", "Makes others listen well."],
            ["Drive", "Starts things.", "Ends things.", "Makes others end things."],
        ],
        ["Emerging", "Solid", "Outstanding"],
        6,
    ),
    "unknown words across": Shape(
        [
            ["Capability", "Seedling", "Sapling", "Oak"],
            [
                "Listening",
                "Hears people out when they speak.",
                "Draws people out when they do not.",
                "Makes others listen well to all.",
            ],
            [
                "Drive",
                "Starts things when asked to do so.",
                "Ends things without being asked to.",
                "Makes others end things in time.",
            ],
        ],
        ["Seedling", "Sapling", "Oak"],
        6,
    ),
    "definition after group": Shape(
        [
            ["Cluster", "Competency", "Definition", "Level 1", "Level 2"],
            [
                "Thinking",
                "Analysis",
                "Taking things apart to see how they work.",
                "Sees the parts.",
                "Names the parts.",
            ],
            [
                "",
                "Synthesis",
                "Putting things together so that they work.",
                "Sees the whole.",
                "Builds the whole.",
            ],
            ["Doing", "Pace", "Working at a good speed on all of it.", "Walks.", "Runs."],
        ],
        ["Level 1", "Level 2"],
        9,
    ),
    "code column": Shape(
        [
            ["Ref", "Competency", "Band 4", "Band 5"],
            ["C1", "Care", "Helps patients wash.", "Plans the care of patients."],
            ["C2", "Records", "Fills in charts.", "Checks charts."],
        ],
        ["Band 4", "Band 5"],
        4,
    ),
    "two heads grade over": Shape(
        [
            ["Area", "Grade", "Grade", "Grade"],
            ["Area", "3", "4", "5"],
            ["Risk", "Reports risks.", "Logs risks.", "Owns risks."],
            ["Money", "Counts it.", "Spends it.", "Sets it."],
        ],
        ["Grade 3", "Grade 4", "Grade 5"],
        6,
    ),
    "two heads levels over dims": Shape(
        [
            ["", "Level 1", "Level 1", "Level 2", "Level 2"],
            ["Skill", "Knowledge", "Behaviour", "Knowledge", "Behaviour"],
            [
                "Planting",
                "Knows ten plants.",
                "Asks for help.",
                "Knows fifty plants.",
                "Helps others.",
            ],
        ],
        ["Level 1", "Level 2"],
        4,
    ),
    "families over levels": Shape(
        [
            ["", "Engineer", "Engineer", "Manager", "Manager"],
            ["Area", "Junior", "Senior", "Junior", "Senior"],
            ["Risk", "Sees risks.", "Logs risks.", "Owns risks.", "Trades risks."],
            ["Money", "Counts.", "Spends it.", "Plans it.", "Sets it."],
        ],
        4,
        8,
    ),
    "caption two rows": Shape(
        [
            ["Parks ladder", "Parks ladder", "Parks ladder"],
            ["Valid from May 2026", "Valid from May 2026", "Valid from May 2026"],
            ["Area", "Grade 3", "Grade 4"],
            ["Risk", "Reports risks.", "Logs risks."],
            ["Money", "Counts it.", "Spends it."],
        ],
        ["Grade 3", "Grade 4"],
        4,
    ),
    "levels down dims": Shape(
        [
            ["Level", "Planning", "Money"],
            ["1 Trainee", "Reads the plan.", "Counts it."],
            ["2 Officer", "Draws the plan.", "Spends it."],
            ["3 Manager", "Signs the plan.", "Sets it."],
        ],
        3,
        6,
    ),
    "levels down title col": Shape(
        [
            ["Grade", "Job title", "Risk", "Money"],
            ["5", "Clerk", "Reports risks.", "Counts it."],
            ["6", "Senior clerk", "Logs risks.", "Spends it."],
        ],
        ["Clerk", "Senior clerk"],
        4,
    ),
    "levels down no head": Shape(
        [
            ["Level 1", "Speaks clearly to colleagues."],
            ["Level 2", "Explains hard matters to residents."],
            ["Level 3", "Speaks for the council."],
        ],
        ["Level 1", "Level 2", "Level 3"],
        3,
        above="Communication",
        dimensions=frozenset(["communication"]),
    ),
    "level rows merged, dims in second": Shape(
        [
            ["Level", "Area", "Expectation"],
            ["Level 1", "Risk", "Reports risks."],
            ["Level 1", "Money", "Counts it."],
            ["Level 2", "Risk", "Logs risks."],
            ["Level 2", "Money", "Spends it."],
        ],
        ["Level 1", "Level 2"],
        4,
        dimensions=frozenset(["money", "risk"]),
    ),
    "level blank rows": Shape(
        [
            ["Level", "Area", "Expectation"],
            ["Level 1", "Risk", "Reports risks."],
            ["", "Money", "Counts it."],
            ["Level 2", "Risk", "Logs risks."],
            ["", "Money", "Spends it."],
        ],
        ["Level 1", "Level 2"],
        4,
    ),
    "roles down": Shape(
        [
            ["Job title", "Risk", "Money"],
            ["Assistant planner", "Reports risks.", "Counts it."],
            ["Planner", "Logs risks.", "Spends it."],
            ["Senior planner", "Owns risks.", "Sets it."],
        ],
        ["Assistant planner", "Planner", "Senior planner"],
        6,
    ),
    "rows share a word": Shape(
        [
            ["Skill", "Level 1", "Level 2"],
            ["Communication skills", "Speaks clearly.", "Speaks well to all."],
            ["Presentation skills", "Shows a slide.", "Shows many slides."],
            ["IT skills", "Types text.", "Writes code."],
        ],
        ["Level 1", "Level 2"],
        6,
    ),
    "ticks for levels": Shape(
        [
            ["What is expected", "Grade 3", "Grade 4", "Grade 5"],
            ["Keeps the register of applications up to date", "✓", "✓", "✓"],
            ["Writes reports for the committee every month", "", "✓", "✓"],
            ["Signs off reports before they go out to members", "", "", "✓"],
        ],
        ["Grade 3", "Grade 4", "Grade 5"],
        3,
    ),
    "spec E D ticks X": Shape(
        [
            ["Requirement", "E", "D", "How tested"],
            ["Five GCSEs or the like", "X", "", "A"],
            ["Knows housing law well", "X", "", "I"],
            ["Speaks a second language", "", "X", "I"],
        ],
        1,
        3,
        above="Person specification",
        labels=frozenset(["Desirable", "Essential"]),
    ),
    "spec required": Shape(
        [
            ["Criteria", "Essential or Desirable", "Measured by"],
            ["A degree in planning", "Essential", "Application form"],
            ["A year in a council", "Desirable", "Interview"],
        ],
        1,
        2,
        above="Person specification",
        labels=frozenset(["Desirable", "Essential"]),
    ),
    "spec subject down": Shape(
        [
            ["Attributes", "Essential", "Desirable"],
            ["Education", "A degree in planning", "A master's degree"],
            ["Experience", "Two years in a council\nWork with the public", "A year in a team"],
        ],
        1,
        5,
        above="Person specification",
        labels=frozenset(["Desirable", "Essential"]),
    ),
    "spec no subject": Shape(
        [
            ["Essential", "Desirable"],
            ["A degree in planning", "A master's degree"],
            ["Two years in a council", "A year in a team"],
        ],
        1,
        4,
        above="Person specification",
        labels=frozenset(["Desirable", "Essential"]),
    ),
    "spec bands": Shape(
        [
            ["Criteria", "E/D"],
            ["Knowledge", ""],
            ["Knows the law of planning", "E"],
            ["Skills", ""],
            ["Writes plain English", "D"],
        ],
        1,
        2,
        above="Person specification",
        labels=frozenset(["Desirable", "Essential"]),
    ),
    "spec down": Shape(
        [
            ["Essential", "A degree in planning\nTwo years in a council"],
            ["Desirable", "A master's degree"],
        ],
        1,
        3,
        above="Qualifications",
        labels=frozenset(["Desirable", "Essential"]),
    ),
    "facts 2": Shape(
        [
            ["Job title", "Planner"],
            ["Grade", "7"],
            ["Team", "Place"],
            ["Reports to", "Head of place"],
        ],
        ["Planner"],
        None,
    ),
    "facts 6": Shape(
        [
            ["Job title", "Planner", "Grade", "7", "Team", "Place"],
            ["Location", "Town Hall", "Reports to", "Head of place", "Hours", "37"],
        ],
        ["Planner"],
        None,
    ),
    "facts head row": Shape(
        [["Job title", "Grade", "Team", "Location"], ["Planner", "7", "Place", "Town Hall"]],
        ["Planner"],
        None,
    ),
    "text for all column": Shape(
        [
            ["Area", "All levels", "Level 1", "Level 2"],
            [
                "Safety",
                "Follows the rules of the site.",
                "Wears a hat.",
                "Sees that hats are worn.",
            ],
            ["Money", "Spends no more than it must.", "Counts it.", "Plans it."],
        ],
        ["Level 1", "Level 2"],
        6,
    ),
    "notes last": Shape(
        [
            ["Area", "Grade 3", "Grade 4"],
            ["Risk", "Reports risks.", "Logs risks."],
            ["Money", "Counts it.", "Spends it."],
            [
                "All staff are expected to follow the code of conduct of the council at all times.",
                "",
                "",
            ],
        ],
        ["Grade 3", "Grade 4"],
        5,
    ),
    "levels with titles": Shape(
        [
            ["", "IC1\nEngineer", "IC2\nEngineer II", "IC3\nSenior engineer"],
            ["Craft", "Writes code.", "Writes good code.", "Writes code others learn from."],
            ["Impact", "Own tasks.", "Own team.", "Many teams."],
        ],
        3,
        6,
    ),
    "numbers across": Shape(
        [
            ["Competency", "1", "2", "3", "4"],
            [
                "Listening",
                "Hears people out.",
                "Draws people out.",
                "Makes others listen.",
                "Makes all listen well.",
            ],
            [
                "Drive",
                "Starts things.",
                "Ends things.",
                "Ends things in time.",
                "Makes others end things.",
            ],
        ],
        ["Level 1", "Level 2", "Level 3", "Level 4"],
        8,
    ),
    "records role level skill": Shape(
        [
            ["Family", "Role", "Level", "Competency", "Statement"],
            ["Parks", "Gardener", "1", "Planting", "Digs a bed."],
            ["Parks", "Gardener", "2", "Planting", "Plans a bed."],
            ["Parks", "Gardener", "2", "Risk", "Logs risks."],
        ],
        2,
        3,
    ),
}
