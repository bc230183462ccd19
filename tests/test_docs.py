"""What the pages show is what the program does: every ```console and ```pycon example is run, its output compared.

In an example, a line that starts with `$ ` is a command for the shell (one that ends in a backslash goes on in the
next line); the lines up to the next command are what it prints, in one stream as on a terminal. `...` stands for
anything. The examples of a page are run one after the other in a folder that holds a copy of `fixtures/`.
"""

from __future__ import annotations

import contextlib
import doctest
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("**/*.md"))]
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^()\s]+)\)")


class Example(NamedTuple):
    """A command, the line of the page it stands on, and what it should print."""

    line: int
    command: str
    output: str


def examples(page: str) -> list[Example]:
    """The examples of a page, in order."""
    found: list[Example] = []
    for block in BLOCK.finditer(page):
        first = page.count("\n", 0, block.start(1)) + 1
        for number, line in enumerate(block[1].splitlines(keepends=True), first):
            last = found[-1] if found else None
            if line.startswith("$ "):
                found.append(Example(number, line[2:], ""))
            elif last and not last.output and last.command.endswith("\\\n"):
                found[-1] = last._replace(command=last.command + line)
            elif last and last.line >= first:
                found[-1] = last._replace(output=last.output + line)
            else:
                raise ValueError(f"line {number}: output without a command")
    return found


def fits(expected: str, printed: str) -> bool:
    """Whether the text is the expected one, where `...` stands for anything."""
    first, *others = expected.split("...")
    if not others:
        return printed == first
    if not printed.startswith(first) or not printed[len(first) :].endswith(others[-1]):
        return False
    place, end = len(first), len(printed) - len(others[-1])
    for part in others[:-1]:
        place = printed.find(part, place, end)
        if place < 0:
            return False
        place += len(part)
    return True


def run(command: str, folder: Path) -> str:
    """What a command prints, `clean` being the one beside the Python that runs the tests."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "COLUMNS": "100", "NO_COLOR": "1"}
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=120,
        check=False,
    )
    return done.stdout.decode("utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_examples_print_what_the_page_shows(page: Path, tmp_path: Path) -> None:
    folder = tmp_path / "fixtures"
    shutil.copytree(ROOT / "fixtures", folder)
    for example in examples(page.read_text(encoding="utf-8")):
        printed = run(example.command, folder)
        if not fits(example.output, printed):
            assert printed == example.output, f"{page.name}:{example.line}: $ {example.command}"


@pytest.mark.parametrize(
    "page", [page for page in PAGES if "```pycon" in page.read_text(encoding="utf-8")], ids=lambda page: page.name
)
def test_python_examples_give_what_the_page_shows(page: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "fixtures", tmp_path / "fixtures")
    told: list[str] = []
    text = page.read_text(encoding="utf-8")
    with contextlib.chdir(tmp_path / "fixtures"):
        test = doctest.DocTestParser().get_doctest(text, {}, page.name, str(page), 0)
        runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
        runner.run(test, out=told.append)
    assert told == []
    assert runner.summarize().attempted > 0


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    links = [link for link in LINK.findall(page.read_text(encoding="utf-8")) if "://" not in link]
    missing = [
        link for link in links if not link.startswith("#") and not (page.parent / link.partition("#")[0]).exists()
    ]
    assert missing == []


def test_examples_are_found_with_their_lines_and_outputs() -> None:
    page = (
        "Text\n```console\n$ one \\\n  more\nout\n\n$ two\n```\n```sh\n$ not this\n```\n```console\n$ three\n...\n```\n"
    )
    assert examples(page) == [(3, "one \\\n  more\n", "out\n\n"), (7, "two\n", ""), (13, "three\n", "...\n")]


def test_output_needs_a_command() -> None:
    with pytest.raises(ValueError, match="line 6"):
        examples("```console\n$ one\n```\n\n```console\nout\n```\n")


@pytest.mark.parametrize(
    ("expected", "printed", "fit"),
    [
        ("", "", True),
        ("", "a\n", False),
        ("a\n", "a\n", True),
        ("a\n", "a", False),
        ("...\n", "a\nb\n", True),
        ("a\n...", "a\n", True),
        ("a...b\n", "aXb\n", True),
        ("a...b\n", "aXc\n", False),
        ("ab...b\n", "ab\n", False),
        ("a...b...c\n", "aXbXc\n", True),
        ("a...b...c\n", "aXcXb\n", False),
        ("a...b...b\n", "aXb\n", False),
        ("a...a\n", "a\n", False),
        ("...a...\n", "bab\n", True),
    ],
)
def test_three_dots_stand_for_anything_and_nothing_else_does(expected: str, printed: str, fit: bool) -> None:
    assert fits(expected, printed) is fit
