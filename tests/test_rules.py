"""The rules in the code, their pages and `clean explain` hold together."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

import pytest

from clean.console import explain
from clean.errors import UsageError
from clean.rules import STAGE_OF, STAGES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SECTIONS = ["## What it does", "## Why", "## Example", "## What it can get wrong", "## How to turn it off"]

# Words of a code's shape that stand alone in the source and are no rules.
NO_RULES = frozenset({"mac-cyrillic", "mac-roman"})


def strings(tree: ast.AST) -> Iterator[str]:
    """The string literals of a module."""
    return (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))


def used_in(root: Path) -> dict[str, list[str]]:
    """String literal -> the modules that hold it, for all modules but the list of rules."""
    found: dict[str, list[str]] = {}
    for path in sorted((root / "src").rglob("*.py")):
        if path.name != "rules.py":
            for value in set(strings(ast.parse(path.read_text(encoding="utf-8")))):
                found.setdefault(value, []).append(str(path.relative_to(root)))
    return found


@pytest.fixture(scope="module")
def literals(root: Path) -> dict[str, list[str]]:
    return used_in(root)


def test_no_string_in_the_source_looks_like_a_rule_and_is_none(literals: dict[str, list[str]]) -> None:
    shaped = {value: where for value, where in literals.items() if re.fullmatch(r"[a-z]+(?:-[a-z]+)+", value)}
    assert {value: shaped[value] for value in shaped.keys() - STAGE_OF.keys() - NO_RULES} == {}


@pytest.mark.parametrize("code", STAGE_OF)
def test_every_rule_is_applied_somewhere(code: str, literals: dict[str, list[str]]) -> None:
    assert code in literals


def test_codes_are_short_words_joined_by_hyphens_and_belong_to_stages() -> None:
    assert [code for code in STAGE_OF if not re.fullmatch(r"[a-z]+(?:-[a-z]+){0,3}", code)] == []
    assert set(STAGE_OF.values()) <= {"read", *STAGES}


def test_pages_are_those_of_the_rules(root: Path) -> None:
    pages = {path.name for path in (root / "src" / "clean" / "pages").iterdir()}
    assert pages == {f"{code}.md" for code in STAGE_OF}


def test_docs_show_the_pages(root: Path) -> None:
    assert (root / "docs" / "rules").resolve() == root / "src" / "clean" / "pages"


@pytest.mark.parametrize("code", explain.codes())
def test_a_page_has_its_sections_in_order_and_none_is_empty(code: str) -> None:
    title, *sections = re.split(r"^(?=## )", explain.page(code), flags=re.MULTILINE)
    assert title.strip() == f"# {code}"
    assert [section.splitlines()[0] for section in sections] == SECTIONS
    assert [section.splitlines()[0] for section in sections if not "".join(section.splitlines()[1:]).strip()] == []


@pytest.mark.parametrize("code", [code for code, stage in STAGE_OF.items() if stage != "read"])
def test_a_page_says_how_to_turn_the_rule_off(code: str) -> None:
    assert f"--off {code}" in explain.page(code).partition("## How to turn it off")[2]


@pytest.mark.parametrize(
    ("wrong", "nearest"),
    [("mojibak", "mojibake"), ("duplicate-headlines", "duplicate-headline"), ("blank", "blank-lines"), ("", None)],
)
def test_an_unknown_code_is_answered_with_the_nearest(wrong: str, nearest: str | None) -> None:
    with pytest.raises(UsageError) as caught:
        explain.page(wrong)
    assert caught.value.exit_code == 2
    assert nearest is None or nearest in caught.value.hint


@pytest.mark.parametrize("wrong", ["../rules", "mojibake.md", "pages/mojibake", "Mojibake"])
def test_only_codes_are_looked_up(wrong: str) -> None:
    with pytest.raises(UsageError):
        explain.page(wrong)
