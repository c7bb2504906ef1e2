"""What the program is shipped with is written down: versions, hashes, licences; and it is free of
what a user cannot do.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from pathways import paths
from pathways.gui.shell.about_dialog import AboutDialog
from pathways.model.library import Library

_ROOT = Path(__file__).parent.parent
_PROJECT = (_ROOT / "pyproject.toml").read_text(encoding="utf-8")


def _needed() -> list[str]:
    block = _PROJECT.partition("\ndependencies = [")[2].partition("\n]")[0]
    return [name.lower() for name in re.findall(r'^  "([A-Za-z0-9_-]+)', block, re.MULTILINE)]


def _for_makers() -> list[str]:
    block = _PROJECT.partition("\ndev = [")[2].partition("\n]")[0]
    return [name.lower() for name in re.findall(r'^  "([A-Za-z0-9_-]+)', block, re.MULTILINE)]


def _bill() -> dict[str, str]:
    found = json.loads((paths.resources() / "bill-of-materials.json").read_text("utf-8"))
    assert found["bomFormat"] == "CycloneDX"
    return {
        part["name"].lower().replace("_", "-"): part["licenses"][0]["license"]["name"]
        for part in found["components"]
    }


def test_what_the_window_offers_to_open_comes_with_the_program() -> None:
    assert {"openpyxl", "python-pptx", "pypdf", "mammoth", "lxml"} <= set(_needed())


def test_every_library_is_in_the_bill_of_materials_with_its_licence() -> None:
    bill = _bill()
    assert len(_needed()) > 12
    assert [name for name in _needed() if not bill.get(name)] == []
    page = (_ROOT / "docs" / "licences.md").read_text(encoding="utf-8").lower().replace("_", "-")
    assert [name for name in bill if f"| {name} |" not in page] == []


def test_the_tested_versions_are_pinned_with_their_hashes_and_no_host() -> None:
    pinned = (_ROOT / "packaging" / "constraints.txt").read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[a-z])", pinned)
    assert len(entries) > 20
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []
    assert [entry for entry in entries if not re.match(r"[a-z0-9_-]+==[0-9]", entry)] == []
    names = {re.split("==", entry)[0] for entry in entries}
    assert "pytest" in _for_makers()
    assert [name for name in (*_needed(), *_for_makers()) if name not in names] == []
    assert "://" not in pinned and "index" not in pinned


def test_the_name_of_the_distribution_is_not_that_of_another_project() -> None:
    assert '\nname = "grade-pathways"' in _PROJECT
    assert '\npathways = "pathways.app:main"' in _PROJECT


def test_nobody_is_advised_to_install_packages() -> None:
    files = [*(_ROOT / "src").rglob("*.py"), *(_ROOT / "docs" / "guide").rglob("*.md")]
    assert len(files) > 200
    # also where a sentence goes on in the next line
    words = {file.name: re.sub(r'"\s*"', "", file.read_text("utf-8")) for file in files}
    assert [name for name, text in words.items() if "pip install" in text] == []
    catalogues = (_ROOT / "resources" / "locale").rglob("pathways.po*")
    assert [file.name for file in catalogues if "pip install" in file.read_text("utf-8")] == []


def test_about_names_the_libraries_and_their_licences(qtbot: object) -> None:
    dialog = AboutDialog(None, Library((), ()))
    text = dialog._words
    assert "PySide6_Essentials" in text and "LGPL-3.0" in text and "Atkinson" in text
    dialog.deleteLater()
