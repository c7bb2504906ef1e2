"""The questions about people, posts, moves and pay bands."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from pathways.gui.shell.theme import Theme
from pathways.gui.team.form_dialog import Field, FormDialog
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
        Field("name", _("&Name or code"), now.name.strip()),
        Field("node", _("&Grade or role now"), now.node, "choice", nodes),
        Field("since", _("&Since"), now.since, "day"),
        Field("aim", _("&Aim"), now.aim, "choice", nodes),
        Field("post", _("&Post"), held[0].id if held else "", "choice",
              post_choices(team, _("none"))),
        Field("manager", _("&Manager"), team.manager_of(now), hint=_("Somebody of the team, or a "
              "name from outside it.")),
        Field("last_talk", _("&Last conversation"), now.last_talk, "day"),
        Field("next_talk", _("Ne&xt conversation"), now.next_talk, "day"),
        Field("note", _("N&ote"), now.note, "text", hint=_("Write nothing here about health, "
              "family or anything else that does not belong in a file about work.")),
    )  # fmt: skip
    title = _("Change {name}").format(name=now.name) if person else _("Add a person")
    return FormDialog.ask(
        parent, theme, title, fields,
        done=_("Save") if person else _("Add"),
        refusal=lambda said: "" if said["name"] else _("A person needs a name or a code."),
        about="" if person else _("Only a name or a code is needed. The rest can wait."),
    )  # fmt: skip


def ask_post(
    parent: QWidget, theme: Theme, team: Team, library: Library, post: Post | None
) -> dict[str, str] | None:
    """Ask about a post, a new one where None; return what was said."""
    now = post or Post(id="t0", title=" ")
    nodes = node_choices(library)
    funded = (("", _("not said")), ("yes", _("funded")), ("no", _("not funded")))
    fields = (
        Field("title", _("&Title"), now.title.strip()),
        Field("node", _("&Grade or role"), now.node, "choice", nodes),
        Field("holder", _("Who &holds it"), now.holder, "choice",
              people_choices(team, _("vacant"))),
        Field("vacant_since", _("&Vacant since"), now.vacant_since, "day"),
        Field("funded", _("&Funded"), _FUNDED[now.funded], "choice", funded),
        Field("lowest", _("Career-graded: the &lowest grade"), now.lowest, "choice", nodes),
        Field("highest", _("Career-graded: the hi&ghest grade"), now.highest, "choice", nodes),
        Field("until", _("&Until (where it is not permanent)"), now.until, "day"),
        Field("evaluated", _("Last &evaluated"), now.evaluated, "day"),
    )  # fmt: skip
    return FormDialog.ask(
        parent, theme,
        _("Change {name}").format(name=now.title) if post else _("Add a post"),
        fields,
        done=_("Save") if post else _("Add"),
        refusal=_wrong_post,
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
        Field("kind", _("&Kind of move"), move.kind if move else "", "choice", kinds),
        Field("node", _("To which &grade or role"), node, "choice", node_choices(library)),
        Field("post", _("To which &post"), move.post if move else "", "choice",
              post_choices(situation.team, _("none, or their own"))),
        Field("date", _("&From"), move.date if move else "", "day"),
        Field("until", _("&Until"), move.until if move else "", "day",
              hint=_("Only for a move for a time.")),
        Field("reason", _("&Reason"), move.reason if move else "", "text"),
        Field("evidence", _("&Evidence that it rests on"), move.evidence if move else "", "text"),
    )  # fmt: skip
    title = _("Plan a move of {name}") if move is None else _("Change the move of {name}")
    return FormDialog.ask(
        parent, theme, title.format(name=person.name), fields,
        done=_("Plan") if move is None else _("Save"),
        refusal=lambda said: "" if said["node"] or said["post"] else _("Say where it leads to."),
    )  # fmt: skip


def ask_decision(parent: QWidget, theme: Theme, title: str, done: str) -> dict[str, str] | None:
    """Ask who decided something, and why."""
    fields = (
        Field("by", _("&Who decided")),
        Field("note", _("&Reason, for the record and for feedback"), kind="text"),
    )
    return FormDialog.ask(parent, theme, title, fields, done=done)


def ask_words(parent: QWidget, theme: Theme, title: str, question: str, value: str = "") -> str:
    """Ask for a few words; return "" where nothing is to be done."""
    said = FormDialog.ask(
        parent, theme, title, (Field("words", question, value),), done=_("OK"),
        refusal=lambda said: "" if said["words"].strip() else _("Write something."),
    )  # fmt: skip
    return said["words"] if said else ""


def ask_passphrase(parent: QWidget, theme: Theme, name: str, why: str = "") -> str:
    """Ask for the passphrase of a file; return "" where it is not opened."""
    fields = (Field("words", _("&Passphrase of “{name}”").format(name=name), kind="secret"),)
    said = FormDialog.ask(
        parent, theme, _("Passphrase"), fields, done=_("Open"), about=why,
        refusal=lambda said: "" if said["words"] else _("Write the passphrase."),
    )  # fmt: skip
    return said["words"] if said else ""


def ask_new_passphrase(parent: QWidget, theme: Theme, name: str) -> str:
    """Ask for a new passphrase, twice; return "" where nothing is to be done."""
    fields = (
        Field("words", _("&Passphrase"), kind="secret",
              hint=_("Without it nobody can open the file, not even you. It is kept nowhere.")),
        Field("again", _("The same &again"), kind="secret"),
    )  # fmt: skip

    def refusal(said: Mapping[str, str]) -> str:
        if len(said["words"]) < 8:
            return _("Use eight letters or more.")
        return "" if said["words"] == said["again"] else _("The two are not the same.")

    said = FormDialog.ask(
        parent, theme, _("Keep “{name}” under a passphrase").format(name=name), fields,
        done=_("Keep under it"), refusal=refusal,
    )  # fmt: skip
    return said["words"] if said else ""


def ask_shared_copy(parent: QWidget, theme: Theme) -> dict[str, str] | None:
    """Ask what goes into a copy for somebody else."""
    fields = (
        Field("names", _("&Names"), "codes", "choice",
              (("codes", _("codes in place of names")), ("names", _("names")))),
        Field("text", _("&Reasons, notes and evidence"), "no", "choice",
              (("no", _("left out")), ("yes", _("as they are")))),
        Field("moves", _("Planned &moves"), "yes", "choice",
              (("yes", _("with their history")), ("no", _("left out")))),
        Field("scenarios", _("&Scenarios and pay bands"), "no", "choice",
              (("no", _("left out")), ("yes", _("as they are")))),
    )  # fmt: skip
    about = _("The copy is a file of its own. What you change later is not in it.")
    return FormDialog.ask(
        parent, theme, _("A copy for somebody else"), fields, done=_("Save a copy…"), about=about
    )
