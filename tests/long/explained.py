"""The small changes of mutate.py that no test can notice, each with the reason."""

_LESS_WORK = "a shortcut: without it the same comes out, later"
_PATIENCE = "a measure of patience, which nobody can tell from one more"
_WINDOWS = "matters on Windows only, where os has no such function or number"
_EXACTLY = "nobody can tell the very instant"

EXPLAINED: dict[str, str] = {
    "graph/routes.py : '20000' more": _PATIENCE,
    "graph/routes.py _limited: 'if kinds is None and indicative:\\n    return graph' never": (
        _LESS_WORK
    ),
    "graph/routes.py _left: 'False' negate": "a copy that nobody changes",
    "graph/routes.py _left: \"step_weight + bool(edge['indicative'])\" swap": (
        "the least that is left is still no more than what is: routes come out in the same order"
    ),
    "store/whole_file.py : '0' more": _WINDOWS,
    "store/whole_file.py : '1' more": _WINDOWS,
    "store/whole_file.py : '230' more": "the room that is left is larger than one byte",
    "store/whole_file.py _open_beside: 'len(os.fsencode(target.name)) < _LONGEST_NAME' swap": (
        "the room that is left is larger than one byte"
    ),
    "store/whole_file.py _keep_permissions: \"if hasattr(os, 'fchown'):\\n    with contextlib.suppress(Permi\" always": (
        _WINDOWS
    ),
    "store/whole_file.py _is_left_behind: 'time.time() - entry.stat(follow_symlinks=False).st_mtime > _' swap": (
        _EXACTLY
    ),
}
