"""The small changes of mutate.py that no test can notice, each with the reason."""

_LESS_WORK = "a shortcut: without it the same comes out, later"
_PATIENCE = "a measure of patience, which nobody can tell from one more"
_WINDOWS = "matters on Windows only, where os has no such function or number"
_EXACTLY = "nobody can tell the very instant"

_SAME_ID = "how long an id drawn at random is, or what it is drawn from, is told nowhere"
_SIGN = "only the sign of it is looked at"
_ONE_OR_OTHER = "of two that weigh exactly the same, either may be taken"
_NOBODY_BUT_LONG = "difflib's shortcut is for texts of more than two hundred words"

_WEIGHS = "a reason always weighs something, so it is never 0"
_HELPS = "what helps weighs 1.2, for more or for less"
_ONE_LEVEL = "of two that stand on one level nothing is told, whichever is taken for the stronger"

_NO_WORDS = "where there are no such words, nothing is looked for"

EXPLAINED: dict[str, str] = {
    "compare/additions.py _mostly_grown: 'gained > lost' swap": _ONE_OR_OTHER,
    "compare/align.py _optimal: 'score >= least' swap": _EXACTLY,
    "compare/align.py _optimal: 'if len(set(rows)) == len(rows) and len(set(columns)) == len(' never": (
        _LESS_WORK
    ),
    "compare/align.py likeness: 'score <= 0' swap": _EXACTLY,
    "compare/align.py scored: 'score > 0' swap": _EXACTLY,
    "compare/across.py across_subjects: 'weights.similarity(old[i].text, new[j].text) >= _CLOSE' swap": (
        _EXACTLY
    ),
    "compare/clause.py main_clause: 'if end.start() > longest:\\n    break' never": (
        "a clause that ends beyond the length is cut where the whole text would be"
    ),
    "compare/evidence.py anywhere: 'self.alike < enough' swap": _EXACTLY,
    "compare/evidence.py _move: 'self.alike_both < self._least_alone(scale, one or other)' swap": (
        _EXACTLY
    ),
    "compare/evidence.py _move: 'high > low' swap": "by then the two are known to differ",
    "compare/acts.py compared_acts: 'one.level <= other.level' swap": _ONE_LEVEL,
    "compare/evidence.py of_abilities: 'hits[0].level > hits[1].level' swap": _ONE_LEVEL,
    "compare/evidence.py reasons: 'verbs[0].weight * helped.weight > 0' swap": _WEIGHS,
    "compare/evidence.py reasons: 'r.weight * added.weight < 0' swap": _WEIGHS,
    "compare/evidence.py _says_more: 'helped.weight > 0' swap": _WEIGHS,
    "compare/evidence.py _says_more: 'helped.weight > 0' swap (2)": _WEIGHS,
    "compare/evidence.py _says_more: 'helped.weight > 0' swap (3)": _WEIGHS,
    "compare/evidence.py _says_more: '0' more": _HELPS,
    "compare/evidence.py _says_more: '0' more (2)": _HELPS,
    "compare/evidence.py _says_more: '0' more (5)": _HELPS,
    "compare/evidence.py _reach: 'found.weight > 0' swap": _WEIGHS,
    "compare/evidence.py of_degrees: 'abs(reason.weight) > abs(best.weight)' swap": _ONE_OR_OTHER,
    "compare/reason_words.py _told: 'reason.weight > 0' swap": _WEIGHS,
    "compare/verdict.py _weigh: 'r.weight * way < 0' swap": _WEIGHS,
    "compare/verdict.py _weigh: 'r.weight * way > 0' swap": _WEIGHS,
    "compare/additions.py is_helped: '0' more": "that scale says what silence means",
    "compare/amounts.py _compared: 'other.size > one.size' swap": (
        "by then the two are known to differ"
    ),
    "compare/leanings.py _alike: 'weights.meaning_alike(before, after) >= meaning' swap": _EXACTLY,
    "compare/leanings.py _alike: 'weights.similarity(before, after) >= words' swap": _EXACTLY,
    "compare/leanings.py _growth: 'gained + lost' swap": (
        "where as much came as went, the text did not grow in either case"
    ),
    "compare/leanings.py leaning: 'told > 0' swap": "what tells nothing is too little either way",
    "compare/pair.py lined_up: 'before.text <= after.text' swap": (
        "two texts that are the same are the same in either order"
    ),
    "compare/once.py _parts: '0' more": "by then the two are one pair",
    "compare/story.py _links: '1' more": "only which of the two is smaller is looked at",
    "compare/language.py __init__: '1' more": _NO_WORDS,
    "compare/language.py __init__: '1' more (2)": _NO_WORDS,
    "compare/language.py _ready_for_reading: '1' more (3)": _NO_WORDS,
    "compare/language.py find_phrases: 'place < len(stems)' swap": (
        "one step beyond the end of a text no phrase begins"
    ),
    "compare/pair.py __init__: '0' more (7)": "by then the two are known to begin alike",
    "compare/language.py _ready_for_reading: '1' more": _NO_WORDS,
    "compare/language.py _ready_for_reading: '1' more (2)": _NO_WORDS,
    "compare/language.py find_phrases: 'len(stems) - place' swap": (
        "what is looked for beyond the end of a text is what was looked for at its end"
    ),
    "compare/once.py told_once: 'len(statement.dimensions) > 1' swap": _LESS_WORK,
    "compare/story.py _alike: 'similarity < _ALIKE or self.comparer.judge(*nodes, before.te' swap": (
        _EXACTLY
    ),
    "compare/story_sentences.py _ending: 'start > told' swap": (
        "one step further leads to the same: it has read so from its beginning"
    ),
    "compare/evidence.py find_reasons: 'before <= after' swap": (
        "two texts that are the same are the same in either order"
    ),
    "compare/pair.py runs_of: 'False' negate": _NOBODY_BUT_LONG,
    "compare/vectors.py of_words: 'if not rows:\\n    return ()' never": _LESS_WORK,
    "compare/verdict.py judge: '-net >= _ENOUGH' swap": _EXACTLY,
    "compare/verdict.py judge: 'net >= _ENOUGH' swap": _EXACTLY,
    "compare/verdict.py judge: '1' more": _SIGN,
    "compare/verdict.py judge: '1' more (2)": _SIGN,
    "compare/verdict.py judge: 'up > _CLEAR * down' swap": _EXACTLY,
    "compare/verdict.py judge: 'down > _CLEAR * up' swap": _EXACTLY,
    "compare/verdict.py _slight: 'weights.mass(different) <= _SLIGHT * weights.mass(old | new)' swap": (
        _EXACTLY
    ),
    "compare/verdict.py _with_leaning: 'reasons * leaning > 0' swap": (
        "what leans to neither side adds nothing, and reasons that cancel out need far more"
    ),
    "compare/weights.py vector: 'if text not in self._vectors:\\n    self._vectors[text] = self' always": (
        _LESS_WORK
    ),
    "compare/weights.py _meaning: 'if text not in self._meanings:\\n    table = word_vectors(self' always": (
        _LESS_WORK
    ),
    "planning/begin.py begin: '6' more": _SAME_ID,
    "planning/team_identity.py new_identity: '6' more": _SAME_ID,
    "planning/edits.py _free_id: 'False' negate": _SAME_ID,
    "planning/renumbering.py _renamed: 'by and part.id not in known' swap": (
        "what moves by nothing has the number it had"
    ),
    "planning/succession.py : '8' more": _PATIENCE,
    "planning/succession.py _add_people: '1' more": (
        "a move still weighs more than none, and less than a gap"
    ),
    "planning/succession.py chains: 'len(vacant) > 1' swap": (
        "for one vacancy alone it is a chain that is among its ways"
    ),
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
    "store/whole_file.py : '210' more": "the room that is left is larger than one byte",
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
