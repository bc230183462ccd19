"""What may import what: `flow` nothing that writes files, `news` no stage, no stage another; `split` has its order."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import clean

ROOT = Path(clean.__file__).parent

PACKAGES: dict[str, set[str]] = {
    "audit": {"article", "errors", "rules"},
    "engines": {"errors"},
    "flow": set(
        "article audit contract document engines errors news rules settings similarity sources stages story".split()
    ),
    "news": {"document", "errors", "patterns", "story"},
    "proof": set("article audit console contract errors rules settings sinks sources __version__".split()),
    "similarity": {"engines"},
    "sinks": set("audit config contract engines errors flow settings sources __version__".split()),
    "sources": {"document", "errors", "settings"},
    "stages": {"document", "engines", "errors", "news", "patterns", "settings", "similarity", "story"},
}
"""Packages of the program, and what of it each may import; what talks to people stands above them."""

STAGES: dict[str, set[str]] = {"normalize": set(), "boilerplate": set(), "split": set(), "dedupe": set()}
"""What two stages both know of news is in `news`, of words in `similarity`."""

SPLIT: dict[str, set[str]] = {
    "block": set(),
    "cohesion": {"block"},
    "usual": {"block", "cohesion"},
    "cues": {"block", "cohesion", "usual"},
    "model": {"block", "cohesion", "usual", "cues"},
    "fields": {"block"},
}
"""What reads lines knows nothing of what weighs cues."""

ORDERS = {"clean": PACKAGES, "clean.stages": STAGES, "clean.stages.split": SPLIT}


def imported(source: str, package: str) -> set[str]:
    """What of a package a module imports, wherever in it, by the first name below the package."""
    names = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom):
            assert not node.level, "a relative import"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
    return {name.removeprefix(package + ".").partition(".")[0] for name in names if name.startswith(package + ".")}


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("import numpy\nfrom clean.news.words import WORD", set()),
        ("from clean.stages.splitting import usual", set()),
        ("from clean.stages.split import read_story", {"read_story"}),
        ("from clean.stages.split.markup import UNMARKED", {"markup"}),
        ("from clean.stages.split.block import gates", {"block"}),
        ("import clean.stages.split.usual.style as style", {"usual"}),
        ("if TYPE_CHECKING:\n    from clean.stages.split.model.gap import Gap", {"model"}),
        ("def f():\n    from clean.stages.split.block.sieve import may_be", {"block"}),
    ],
)
def test_what_a_module_imports(source: str, found: set[str]) -> None:
    assert imported(source, "clean.stages.split") == found


@pytest.mark.parametrize("package", ["clean.stages", "clean.stages.split"])
def test_every_folder_has_its_place(package: str) -> None:
    folder = ROOT.joinpath(*package.split(".")[1:])
    assert {path.parent.name for path in folder.glob("*/__init__.py")} == ORDERS[package].keys()


@pytest.mark.parametrize(
    ("package", "folder"), [(package, folder) for package, order in ORDERS.items() for folder in order]
)
def test_a_folder_imports_none_above_it(package: str, folder: str) -> None:
    may_import = ORDERS[package][folder] | {folder}
    found = {
        f"{path.relative_to(ROOT)} imports {name}"
        for path in ROOT.joinpath(*package.split(".")[1:], folder).rglob("*.py")
        for name in imported(path.read_text(encoding="utf-8"), package) - may_import
    }
    assert found == set()
