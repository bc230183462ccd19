"""What the pages show is what the program does: every ```console and ```pycon example is run, its output compared.

In an example, a line that starts with `$ ` is a command for the shell (one that ends in a backslash goes on in the
next line); the lines up to the next command are what it prints, in one stream as on a terminal. `...` stands for
anything. A block under `<!-- file: NAME -->` is a file: it is written before what follows is run. The examples of a
page are run one after the other in a folder that holds a copy of `fixtures/`.

Every ```toml block is settings that `clean` takes, and every target of `make` that a page names is in the Makefile.
"""

from __future__ import annotations

import contextlib
import doctest
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from clean.config.file import SettingsFile
from clean.config.merge import from_file

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("**/*.md"))]
BLOCK = re.compile(r"^(?:<!-- file: (\S+) -->\n)?```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^()\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
TARGET = re.compile(r"`make ([a-z][a-z-]*)|^make ([a-z][a-z-]*)", re.MULTILINE)


class Block(NamedTuple):
    """A block of code: the line of the page it begins on, its language, its text, and the file that it is, or ""."""

    line: int
    language: str
    text: str
    file: str


class Example(NamedTuple):
    """A command, the line of the page it stands on, and what it should print."""

    line: int
    command: str
    output: str


def blocks(page: str) -> Iterator[Block]:
    """The blocks of code of a page."""
    for found in BLOCK.finditer(page):
        yield Block(page.count("\n", 0, found.start(3)) + 1, found[2], found[3], found[1] or "")


def examples(block: Block) -> list[Example]:
    """The examples of a block, in order."""
    found: list[Example] = []
    for number, line in enumerate(block.text.splitlines(keepends=True), block.line):
        last = found[-1] if found else None
        if line.startswith("$ "):
            found.append(Example(number, line[2:], ""))
        elif last and not last.output and last.command.endswith("\\\n"):
            found[-1] = last._replace(command=last.command + line)
        elif last:
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
    for block in blocks(page.read_text(encoding="utf-8")):
        if block.file:
            (folder / block.file).parent.mkdir(parents=True, exist_ok=True)
            (folder / block.file).write_text(block.text, encoding="utf-8")
        elif block.language == "console":
            for example in examples(block):
                printed = run(example.command, folder)
                if not fits(example.output, printed):
                    assert printed == example.output, f"{page.name}:{example.line}: $ {example.command}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_settings_are_such_as_the_program_takes(page: Path) -> None:
    for block in blocks(page.read_text(encoding="utf-8")):
        if block.language == "toml":
            tables = tomllib.loads(block.text)
            own = tables.get("tool", {}).get("newsclean", tables)
            from_file(SettingsFile(Path(f"{page.name}:{block.line}"), own, block.text))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_targets_of_make_are_in_the_makefile(page: Path) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = {first or second for first, second in TARGET.findall(page.read_text(encoding="utf-8"))}
    assert {target for target in named if not re.search(rf"^{target}:", makefile, re.MULTILINE)} == set()


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
    assert [link for link in links if not leads_somewhere(page, link)] == []


def leads_somewhere(page: Path, link: str) -> bool:
    """Whether a link of a page leads to a file, and its anchor to a heading of it."""
    name, _, anchor = link.partition("#")
    target = page.parent / name if name else page
    return target.exists() and (not anchor or anchor in map(anchor_of, HEADING.findall(target.read_text("utf-8"))))


def anchor_of(heading: str) -> str:
    """The anchor that GitHub gives a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


@pytest.mark.parametrize(
    ("link", "leads"),
    [
        ("design.md", True),
        ("output.md#out-one-article-a-line", True),
        ("rules", True),
        ("nope.md", False),
        ("output.md#nope", False),
        ("#nope", False),
    ],
)
def test_where_a_link_leads(link: str, leads: bool) -> None:
    assert leads_somewhere(ROOT / "docs" / "design.md", link) is leads


def test_blocks_are_found_with_their_lines_languages_and_files() -> None:
    page = "Text\n```console\n$ one\n```\n<!-- file: a/b.txt -->\n```text\nc\n```\n```\nnone\n```\n"
    assert list(blocks(page)) == [Block(3, "console", "$ one\n", ""), Block(7, "text", "c\n", "a/b.txt")]


def test_examples_are_found_with_their_lines_and_outputs() -> None:
    block = Block(3, "console", "$ one \\\n  more\nout\n\n$ two\n", "")
    assert examples(block) == [(3, "one \\\n  more\n", "out\n\n"), (7, "two\n", "")]


def test_output_needs_a_command() -> None:
    with pytest.raises(ValueError, match="line 6"):
        examples(Block(6, "console", "out\n", ""))


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
