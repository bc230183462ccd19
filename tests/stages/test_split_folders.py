"""The folders of `stages/split` import each other in one order: what reads lines knows nothing of what weighs cues."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import clean.stages.split

PACKAGE = "clean.stages.split"
FOLDER = Path(clean.stages.split.__file__).parent
MAY_IMPORT: dict[str, set[str]] = {
    "block": set(),
    "cohesion": {"block"},
    "usual": {"block", "cohesion"},
    "cues": {"block", "cohesion", "usual"},
    "model": {"block", "cohesion", "usual", "cues"},
    "fields": {"block"},
}


def imported(source: str) -> set[str]:
    """What of the package a module imports, wherever in it, by the first name below the package."""
    names = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom):
            assert not node.level, "a relative import"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
    return {name.removeprefix(PACKAGE + ".").partition(".")[0] for name in names if name.startswith(PACKAGE + ".")}


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
    assert imported(source) == found


def test_every_folder_has_its_place() -> None:
    assert {path.parent.name for path in FOLDER.glob("*/__init__.py")} == MAY_IMPORT.keys()


@pytest.mark.parametrize("folder", MAY_IMPORT)
def test_a_folder_imports_none_above_it(folder: str) -> None:
    found = {
        f"{path.relative_to(FOLDER)} imports {name}"
        for path in (FOLDER / folder).rglob("*.py")
        for name in imported(path.read_text(encoding="utf-8")) - MAY_IMPORT[folder] - {folder}
    }
    assert found == set()
