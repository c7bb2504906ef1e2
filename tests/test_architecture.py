"""The house holds: no module leads back to itself, no page knows the window, nothing grows too
large to be read.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import networkx as nx

SOURCE = Path(__file__).parents[1] / "src"
FILES = {
    ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(SOURCE.rglob("*.py"))
}


def imported(path: Path) -> Iterator[str]:
    """Yield the modules of ours that a file imports, wherever in it and if only for types."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for name in node.names:
                whole = f"{node.module}.{name.name}"
                yield whole if whole in FILES else node.module
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names)


_TAKE_PAGES = {"page", "visit", "use", "is_made", "show_page", "_page", "PageSpec"}


def test_no_module_leads_back_to_itself() -> None:
    graph = nx.DiGraph(
        (module, other)
        for module, path in FILES.items()
        for other in imported(path)
        if other in FILES and other != module
    )
    assert len(graph) > 100
    assert [sorted(part) for part in nx.strongly_connected_components(graph) if len(part) > 1] == []


def test_nobody_beside_the_shell_names_the_main_window() -> None:
    allowed = ("pathways.gui.shell.", "pathways.app")
    naming = [
        module
        for module, path in FILES.items()
        if "MainWindow" in path.read_text("utf-8") and not module.startswith(allowed)
    ]
    assert naming == []


LONGEST, LONG, LONG_IN_A_HUNDRED = 45, 30, 1  # lines of a function
LONGEST_LINE = 100
LONGEST_FILE = 400


def test_files_and_functions_can_be_read_at_a_glance() -> None:
    too_long, lengths = [], []
    for module, path in FILES.items():
        text = path.read_text("utf-8")
        if text.count("\n") > LONGEST_FILE:
            too_long.append(module)
        too_long += [module for line in text.split("\n") if len(line) > LONGEST_LINE]
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef) and node.end_lineno:
                lengths.append((node.end_lineno - node.lineno + 1, f"{module}.{node.name}"))
    too_long += [name for length, name in lengths if length > LONGEST]
    assert too_long == []
    long = sorted(pair for pair in lengths if pair[0] > LONG)
    assert len(lengths) > 1000
    assert len(long) <= LONG_IN_A_HUNDRED * len(lengths) / 100, long


def test_a_class_name_means_one_thing() -> None:
    homes: dict[str, list[str]] = {}
    for module, path in FILES.items():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef):
                homes.setdefault(node.name.lstrip("_"), []).append(module)
    assert len(homes) > 500
    assert {name: found for name, found in homes.items() if len(found) > 1} == {}


def test_the_page_about_the_house_names_what_is_there() -> None:
    root = SOURCE.parent
    there = [path.relative_to(root).as_posix() for path in root.glob("*/**/*.py")]
    there += [f"{path.rpartition('/')[0]}/" for path in there]
    page = (root / "docs" / "architecture.md").read_text("utf-8")
    named = re.findall(r"`([a-z_/]+/(?:[a-z_]+\.py)?)(?:: (\w+))?[^`]*`", page)
    assert len(named) > 40
    for path, name in named:
        found = [other for other in there if f"/{other}".endswith(f"/{path}")]
        assert found or (root / path).exists(), path
        texts = [(root / one).read_text("utf-8") for one in found if one.endswith(".py")]
        assert not name or any(re.search(rf"\b{name}\b", text) for text in texts), (path, name)


def test_pages_are_named_in_one_place() -> None:
    from pathways.gui.shell.page_name import PageName

    names = {name.value for name in PageName}
    spoken = [
        (f"{path.name}:{node.lineno}", text)
        for module, path in FILES.items()
        if module.startswith("pathways.gui.")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for text in _page_asked(node)
    ]
    assert len(spoken) > len(names), "what is asked for by name, or what a page is compared with"
    assert [place for place, text in spoken if text in names] == [], "say PageName"


def _page_asked(node: ast.AST) -> Iterator[object]:
    """Yield what a call that takes the name of a page is given, and what pages are compared with:
    texts, or None for anything else.
    """
    if isinstance(node, ast.Call) and _last_name(node.func) in _TAKE_PAGES:
        said = [*node.args[:1], *(word.value for word in node.keywords if word.arg == "name")]
    elif isinstance(node, ast.Compare) and "page" in (_last_name(node.left) or ""):
        said = [part for other in node.comparators for part in ast.walk(other)]  # type: ignore[misc]
    else:
        return
    yield from (part.value if isinstance(part, ast.Constant) else None for part in said)


def test_the_head_of_a_sheet_is_made_in_one_place() -> None:
    made = {
        module
        for module, path in FILES.items()
        if module.startswith("pathways.report.")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and _last_name(node.func) == "Sheet"
    }
    assert made == {"pathways.report.sheet"}


def test_every_name_of_a_page_is_a_page() -> None:
    from pathways.gui.shell.page_name import PageName
    from pathways.gui.shell.pages import pages

    assert list(pages()) == list(PageName), "every page, and in the order of the list"


def _last_name(node: ast.expr) -> str | None:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else None
