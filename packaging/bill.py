"""Write down what the program is shipped with: tested versions, bill of materials, licences.

Run ``python packaging/bill.py`` in an environment with the tested versions. It writes
``resources/bill-of-materials.json`` (CycloneDX), ``docs/licences.md`` and ``docs/licences/``.
``packaging/constraints.txt`` is made by ``python packaging/constraints.py``.
"""

from __future__ import annotations

import json
import re
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

import tomllib

ROOT = Path(__file__).parent.parent
_LICENCE_FILE = re.compile(r"(?:^|/)(?:licen[cs]e|copying|notice)[^/]*$", re.IGNORECASE)
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_FONTS = (
    ("Atkinson Hyperlegible Next", "OFL-1.1", "resources/fonts/OFL.txt"),
    ("DejaVu", "Bitstream-Vera", "resources/fonts/DejaVu-LICENSE.txt"),
)


def main() -> None:
    """Write the three."""
    found = shipped()
    bill = ROOT / "resources" / "bill-of-materials.json"
    bill.write_text(json.dumps(_bill(found), indent=1) + "\n", encoding="utf-8")
    folder = ROOT / "docs" / "licences"
    folder.mkdir(exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    for one in found:
        texts = list(_texts(one))
        if texts:
            file = folder / f"{_name(one)}.txt"
            file.write_text("\n\n".join(texts).strip() + "\n", encoding="utf-8")
    (ROOT / "docs" / "licences.md").write_text(_page(found), encoding="utf-8")


def shipped() -> list[Distribution]:
    """Return what the program needs, and what that needs, by name."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    waiting = [_needed(word) for word in project["dependencies"]]
    found: dict[str, Distribution] = {}
    while waiting:
        name = waiting.pop()
        if not name or name in found:
            continue
        try:
            found[name] = distribution(name)
        except PackageNotFoundError:  # needed on another system only
            continue
        waiting.extend(
            _needed(word) for word in found[name].requires or () if "extra ==" not in word
        )
    return [found[name] for name in sorted(found)]


def _needed(requirement: str) -> str:
    match = _NAME.match(requirement)
    return match.group().lower().replace("_", "-") if match else ""


def _name(one: Distribution) -> str:
    return str(one.metadata["Name"])


def _licence(one: Distribution) -> str:
    meta = one.metadata
    classified = [
        line.rpartition(" :: ")[2]
        for line in meta.get_all("Classifier") or ()
        if line.startswith("License ::") and not line.endswith("OSI Approved")
    ]
    short = (meta.get("License") or "").strip().splitlines()[:1]
    return str(
        meta.get("License-Expression") or "; ".join(classified) or "".join(short) or "see text"
    )


def _texts(one: Distribution) -> list[str]:
    files = [file for file in one.files or () if _LICENCE_FILE.search(str(file))]
    texts = []
    for file in sorted(files, key=str):
        path = Path(str(one.locate_file(file)))
        if path.suffix not in (".py", ".pyc") and path.is_file():
            texts.append(path.read_text(encoding="utf-8", errors="replace"))
    return list(dict.fromkeys(texts))


def _bill(found: list[Distribution]) -> dict[str, object]:
    parts = [
        {
            "type": "library",
            "name": _name(one),
            "version": one.version,
            "purl": f"pkg:pypi/{_name(one).lower()}@{one.version}",
            "licenses": [{"license": {"name": _licence(one)}}],
        }
        for one in found
    ]
    fonts = [
        {"type": "data", "name": name, "licenses": [{"license": {"name": licence}}]}
        for name, licence, _file in _FONTS
    ]
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "components": parts + fonts,
    }


def _page(found: list[Distribution]) -> str:
    lines = [
        "# What Pathways is shipped with",
        "",
        "Pathways itself is under the MIT licence. A bundle holds these libraries, in the versions "
        "that were tested. The text of each licence is beside this page where its library brings "
        "one. `resources/bill-of-materials.json` says the same for programs (CycloneDX); "
        "`python packaging/bill.py` makes both anew.",
        "",
        "| library | version | licence | text |",
        "|---|---|---|---|",
    ]
    for one in found:
        text = f"[text](licences/{_name(one)}.txt)" if _texts(one) else "in the library's source"
        lines.append(f"| {_name(one)} | {one.version} | {_licence(one)} | {text} |")
    lines += ["", "| font | licence | text |", "|---|---|---|"]
    lines += [f"| {name} | {licence} | [text](../{file}) |" for name, licence, file in _FONTS]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
