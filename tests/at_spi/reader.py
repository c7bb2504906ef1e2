"""Read a program as a screen reader does: one line of JSON for every line of a question.

Run by the system's Python, which has the bindings of AT-SPI. The questions are ``tree`` (every
object that is shown, in the order in which a screen reader walks) and ``focus`` (the object that
has the keyboard). Each object is
``{"depth", "role", "name", "description", "text", "states"}``.
"""

import json
import sys

import pyatspi

NAME = sys.argv[1]


def program():
    for application in pyatspi.Registry.getDesktop(0):
        if application is not None and application.name == NAME:
            return application
    return None


def told(thing, depth):
    states = [pyatspi.stateToString(state) for state in thing.getState().getStates()]
    try:
        text = thing.queryText().getText(0, -1)
    except NotImplementedError:
        text = ""
    return {
        "depth": depth,
        "role": thing.getRoleName(),
        "name": thing.name,
        "description": thing.description,
        "text": text,
        "states": states,
    }


def walk(thing, depth=0):
    states = thing.getState()
    if depth > 1 and not states.contains(pyatspi.STATE_VISIBLE):
        return
    yield told(thing, depth)
    if states.contains(pyatspi.STATE_MANAGES_DESCENDANTS):
        return  # a list of any length: only the entry that has the keyboard is read
    for index in range(thing.childCount):
        child = thing.getChildAtIndex(index)
        if child is not None:
            yield from walk(child, depth + 1)


def focus():
    """Return the object that has the keyboard, looked for among what is shown."""
    application = program()
    waiting = [application] if application is not None else []
    while waiting:
        thing = waiting.pop()
        states = thing.getState()
        if states.contains(pyatspi.STATE_FOCUSED) and thing.getRole() != pyatspi.ROLE_FRAME:
            return [told(thing, 0)]
        if not states.contains(pyatspi.STATE_MANAGES_DESCENDANTS):
            waiting += [
                child
                for index in range(thing.childCount)
                if (child := thing.getChildAtIndex(index))
            ]
    return []


def tree():
    application = program()
    return list(walk(application)) if application is not None else []


def main():
    questions = {"tree": tree, "focus": focus}
    for line in sys.stdin:
        try:
            answer = questions[line.strip()]()
        except (
            Exception
        ) as error:  # an object went away while it was read: whoever asked asks again
            answer = {"error": repr(error)}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


main()
