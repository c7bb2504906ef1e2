"""The JSON Schema of plans, which lets editors help while one is typed: run this module to write
it into ``data`` anew after a change of the model.
"""

from __future__ import annotations

from typing import Any

from pathways import paths
from pathways.model.plan import Plan
from pathways.store.schema import DAY, as_text, model_schema
from pathways.store.whole_file import write_whole

NAME = "plan.schema.json"
_ROWS = "The ids of the rows that this is about."
_BROUGHT = "What came in with somebody else's copy; the program sets it."

_WORDS = {
    "Plan.format": "The version of this format: 1.",
    "Plan.id": "Tells this plan from others; its copies have the same.",
    "Plan.from": "Where the person is.",
    "Plan.to": "Where the person wants to go.",
    "Plan.frameworks": "What the plan rests on.",
    "Plan.name": "The person's name, or any other; none is needed.",
    "Plan.begun": DAY,
    "Plan.reviews": "The days on which the plan is to be looked at again.",
    "Plan.copy": "What makes this file a copy for the manager.",
    "Plan.rows": "The statements of the aims, and what is said of each.",
    "Plan.evidence": "What the person did; one piece may serve several rows.",
    "Plan.actions": "What the person does next.",
    "Plan.agreed": "What the person and the manager agreed.",
    "Plan.conflicts": "What two files say differently: all values, until somebody chooses.",
    "Plan.removed": "The ids of what was taken out, so that no copy brings it back.",
    "Place.id": "The id of a grade or role, such as ict-12.",
    "Place.title": "What people call it.",
    "Place.framework": "The id of its framework.",
    "Basis.id": "The id of a framework.",
    "Basis.title": "Its title.",
    "Basis.version": "Changes with any of its statements; the program sets it.",
    "Basis.organisation": "Whose framework it is.",
    "Basis.restated": "true where the text is in other words than the document's own.",
    "StatementRef.id": "The id of the statement in its framework.",
    "StatementRef.fingerprint": "Changes with the text; the program sets it.",
    "StatementRef.text": "The statement as the document has it.",
    "Row.id": "The row's own id: it never changes.",
    "Row.statement": "The statement that the row rests on.",
    "Row.aims": "The ids of the grades or roles that ask for it.",
    "Row.dimension": "The id of its subject.",
    "Row.subject": "What people call its subject.",
    "Row.verdict": "What it is beside the person's own grade.",
    "Row.before": "What the person's own grade says.",
    "Row.why": "Why the verdict is what it is.",
    "Row.allowed": "The text of the person's own grade that allows this already.",
    "Row.essential": "true where the document calls it essential.",
    "Row.standing": "How far the person shows it.",
    "Row.note": "The person's note.",
    "Row.weight": "How much it weighs for the person, from 1 to 9.",
    "Row.manager": "What the manager says of it.",
    "Row.changed": "How the document has changed since the person saw it.",
    "Row.was": "The text before the change.",
    "Row.brought": _BROUGHT,
    "View.standing": "How far the manager sees it shown.",
    "View.note": "The manager's note.",
    "View.who": "The manager.",
    "View.date": DAY,
    "Evidence.id": "The evidence's own id.",
    "Evidence.rows": _ROWS,
    "Evidence.result": "What came of it.",
    "Evidence.situation": "What the situation was.",
    "Evidence.task": "What was to be done.",
    "Evidence.action": "What the person did.",
    "Evidence.date": DAY + " When it was.",
    "Evidence.links": "Names or addresses of files; the program never follows them.",
    "Evidence.confirmed_by": "Who confirms it.",
    "Evidence.confirmed_on": DAY,
    "Evidence.brought": _BROUGHT,
    "Action.id": "The action's own id.",
    "Action.rows": _ROWS,
    "Action.do": "What is to be done.",
    "Action.kind": "What kind of action it is.",
    "Action.by": DAY + " By when.",
    "Action.with": "With whom.",
    "Action.done": "true when it is done.",
    "Action.brought": _BROUGHT,
    "Agreement.id": "The agreement's own id.",
    "Agreement.text": "What was agreed.",
    "Agreement.date": DAY + " When.",
    "Agreement.rows": _ROWS + " None: it is about the plan.",
    "Agreement.brought": _BROUGHT,
    "Copy.seal": "Fits what the person had said when the copy was made.",
    "Copy.made": DAY,
    "Copy.with": "What was put in besides.",
    "Copy.who": "The manager, where known.",
    "Conflict.about": "The id of the row, or of the evidence, action or agreement.",
    "Conflict.field": "What of it differs.",
    "Conflict.values": "All values.",
    "Conflict.settled": "true once somebody has chosen.",
}


def plan_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of plans, made from the model."""
    about = "A person's plan: what is asked for, what is shown, what is done next, what was agreed."
    return model_schema(Plan, "Pathways plan", about, _WORDS)


if __name__ == "__main__":
    write_whole(paths.data() / NAME, as_text(plan_schema()).encode())
