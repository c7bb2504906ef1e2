"""The questions about people, posts, moves and pay bands."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from pathways.gui.dialogs.question_dialog import FormField, QuestionDialog
from pathways.gui.shell.theme import Theme
from pathways.i18n import _
from pathways.model.library import Library
from pathways.model.team import Move, Person, Post, Team
from pathways.planning.needs import Situation
from pathways.planning.people import name_key

_FUNDED = {True: "yes", False: "no", None: ""}
_TRUTH = {"yes": True, "no": False, "": None}
Choices = tuple[tuple[str, str], ...]


def node_choices(library: Library) -> Choices:
    """Return every grade and role, the highest of each framework first, and none."""
    several = len(library.frameworks) > 1
    found = [
        (node.id, f"{node.title} · {framework.title}" if several else node.title)
        for framework in library.frameworks
        for node in reversed(framework.nodes)
    ]
    return (("", _("not said")), *found)


def people_choices(team: Team, none: str) -> Choices:
    """Return everybody by name, and nobody."""
    names = sorted(((p.name, p.id) for p in team.people), key=lambda pair: name_key(pair[0]))
    return (("", none), *((person, name) for name, person in names))


def post_choices(team: Team, none: str) -> Choices:
    """Return every post, the vacant ones first, and none."""
    people = team.people_by_id
    found = sorted(team.posts, key=lambda post: (bool(post.holder), post.title))
    return (
        ("", none),
        *(
            (
                post.id,
                f"{post.title} · {people[post.holder].name if post.holder else _('vacant')}",
            )
            for post in found
        ),
    )


def ask_person(
    parent: QWidget, theme: Theme, team: Team, library: Library, person: Person | None
) -> dict[str, str] | None:
    """Ask about a person, a new one where None; return what was said, with the post it names."""
    now = person or Person(id="p0", name=" ")
    held = team.posts_of(now.id)
    nodes = node_choices(library)
    fields = (
        FormField("name", _("&Name or code"), now.name.strip()),
        FormField("node", _("&Grade or role now"), now.node, "choice", nodes),
        FormField("since", _("&Since"), now.since, "day"),
        FormField("aim", _("&Aim"), now.aim, "choice", nodes),
        FormField("post", _("&Post"), held[0].id if held else "", "choice",
              post_choices(team, _("none"))),
        FormField("manager", _("&Manager"), team.manager_of(now),
                  hint=_("Somebody in the team, or a name from outside it.")),
        FormField("last_talk", _("&Last conversation"), now.last_talk, "day"),
        FormField("next_talk", _("Ne&xt conversation"), now.next_talk, "day"),
        FormField("note", _("N&ote"), now.note, "text", hint=_("Write nothing here about health, "
              "family or anything else that does not belong in a file about work.")),
    )  # fmt: skip
    title = _("Change {name}").format(name=now.name) if person else _("Add a person")
    return QuestionDialog.ask(
        parent, theme, title, fields,
        done=_("Save") if person else _("Add"),
        refusal=lambda said: "" if said["name"] else _("A person needs a name or a code."),
        about="" if person else _("Only a name or a code is needed. The rest can wait."),
    )  # fmt: skip


def ask_post(
    parent: QWidget, theme: Theme, team: Team, library: Library, post: Post | None
) -> dict[str, str] | None:
    """Ask about a post, a new one where None; return what was said, ``REMOVE`` where it goes."""
    now = post or Post(id="t0", title=" ")
    nodes = node_choices(library)
    funded = (("", _("not said")), ("yes", _("funded")), ("no", _("not funded")))
    fields = (
        FormField("title", _("&Title"), now.title.strip()),
        FormField("node", _("&Grade or role"), now.node, "choice", nodes),
        FormField("holder", _("Who &holds it"), now.holder, "choice",
              people_choices(team, _("vacant"))),
        FormField("vacant_since", _("&Vacant since"), now.vacant_since, "day"),
        FormField("funded", _("&Funded"), _FUNDED[now.funded], "choice", funded),
        FormField("lowest", _("Career-graded: the &lowest grade"), now.lowest, "choice", nodes),
        FormField("highest", _("Career-graded: the hi&ghest grade"), now.highest, "choice", nodes),
        FormField("until", _("&Until (where it is not permanent)"), now.until, "day"),
        FormField("evaluated", _("Last &evaluated"), now.evaluated, "day"),
    )  # fmt: skip
    return QuestionDialog.ask(
        parent, theme,
        _("Change {name}").format(name=now.title) if post else _("Add a post"),
        fields,
        done=_("Save") if post else _("Add"),
        refusal=_wrong_post,
        remove=_("&Remove this post") if post else "",
    )  # fmt: skip


def _wrong_post(said: Mapping[str, str]) -> str:
    if not said["title"]:
        return _("A post needs a title.")
    if bool(said["lowest"]) != bool(said["highest"]):
        return _("A career-graded post has a lowest and a highest grade.")
    return ""


def post_fields(said: Mapping[str, str]) -> dict[str, object]:
    """Return what was said of a post as the post has it."""
    return {**said, "funded": _TRUTH[said["funded"]]}


def ask_move(
    parent: QWidget, theme: Theme, situation: Situation, person: Person, move: Move | None
) -> dict[str, str] | None:
    """Ask about a planned move of somebody, a new one where None; return what was said."""
    library = situation.comparer.library
    kinds = tuple((kind.id, kind.title) for kind in situation.kinds.values())
    node = move.node if move else person.aim
    fields = (
        FormField("kind", _("&Kind of move"), move.kind if move else "", "choice", kinds),
        FormField("node", _("To which &grade or role"), node, "choice", node_choices(library)),
        FormField("post", _("To which &post"), move.post if move else "", "choice",
              post_choices(situation.team, _("none, or their own"))),
        FormField("date", _("&From"), move.date if move else "", "day"),
        FormField("until", _("&Until"), move.until if move else "", "day",
              hint=_("Only for a move for a time.")),
        FormField("reason", _("&Reason"), move.reason if move else "", "text"),
        FormField("evidence", _("&Evidence that it rests on"), move.evidence if move else "",
                  "text"),
    )  # fmt: skip
    title = _("Plan a move of {name}") if move is None else _("Change the move of {name}")
    return QuestionDialog.ask(
        parent, theme, title.format(name=person.name), fields,
        done=_("Plan") if move is None else _("Save"),
        refusal=lambda said: "" if said["node"] or said["post"] else _("Say where it leads to."),
    )  # fmt: skip


def ask_decision(parent: QWidget, theme: Theme, title: str, done: str) -> dict[str, str] | None:
    """Ask who decided something, and why."""
    fields = (
        FormField("by", _("&Who decided")),
        FormField("note", _("&Reason, for the record and for feedback"), kind="text"),
    )
    return QuestionDialog.ask(parent, theme, title, fields, done=done)


def ask_words(parent: QWidget, theme: Theme, title: str, question: str, value: str = "") -> str:
    """Ask for a few words; return "" where nothing is to be done."""
    said = QuestionDialog.ask(
        parent, theme, title, (FormField("words", question, value),), done=_("OK"),
        refusal=lambda said: "" if said["words"].strip() else _("Write something."),
    )  # fmt: skip
    return said["words"] if said else ""


def ask_passphrase(parent: QWidget, theme: Theme, name: str, why: str = "") -> str:
    """Ask for the passphrase of a file; return "" where it is not opened."""
    fields = (FormField("words", _("&Passphrase of “{name}”").format(name=name), kind="secret"),)
    said = QuestionDialog.ask(
        parent, theme, _("Passphrase"), fields, done=_("Open"), about=why,
        refusal=lambda said: "" if said["words"] else _("Write the passphrase."),
    )  # fmt: skip
    return said["words"] if said else ""


def ask_new_passphrase(parent: QWidget, theme: Theme, name: str) -> str:
    """Ask for a new passphrase, twice; return "" where nothing is to be done."""
    fields = (
        FormField("words", _("&Passphrase"), kind="secret",
              hint=_("Without it, nobody can open the file, not even you. It is not kept "
                         "anywhere.")),
        FormField("again", _("The same &again"), kind="secret"),
    )  # fmt: skip

    def refusal(said: Mapping[str, str]) -> str:
        if len(said["words"]) < 8:
            return _("Use eight letters or more.")
        return "" if said["words"] == said["again"] else _("The two are not the same.")

    said = QuestionDialog.ask(
        parent, theme, _("Keep “{name}” under a passphrase").format(name=name), fields,
        done=_("Keep under it"), refusal=refusal,
    )  # fmt: skip
    return said["words"] if said else ""


def ask_shared_copy(parent: QWidget, theme: Theme) -> dict[str, str] | None:
    """Ask what goes into a copy for somebody else."""
    fields = (
        FormField("names", _("&Names"), "codes", "choice",
              (("codes", _("codes in place of names")), ("names", _("names")))),
        FormField("text", _("&Reasons, notes and evidence"), "no", "choice",
              (("no", _("left out")), ("yes", _("as they are")))),
        FormField("moves", _("Planned &moves"), "yes", "choice",
              (("yes", _("with their history")), ("no", _("left out")))),
        FormField("scenarios", _("&Scenarios and pay bands"), "no", "choice",
              (("no", _("left out")), ("yes", _("as they are")))),
    )  # fmt: skip
    about = _("The copy is a file of its own. What you change later is not in it.")
    return QuestionDialog.ask(
        parent, theme, _("A copy for somebody else"), fields, done=_("Save a copy…"), about=about
    )
