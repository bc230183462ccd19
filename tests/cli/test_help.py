"""Help, version and rules: what they say, and that their examples run."""

from __future__ import annotations

import gzip
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from clean import __version__
from clean.console.examples import EXAMPLES
from tests.command import STORY, Ended, clean


def test_without_arguments_the_help_is_shown() -> None:
    ended = clean()
    assert (ended.code, ended.err) == (2, "")
    assert ended.out == clean("--help").out
    assert ended.out.startswith("Usage: clean ")


COMMANDS = [name for name in EXAMPLES if name]


@pytest.mark.parametrize("command", EXAMPLES)
def test_help_has_examples_and_fits_a_terminal(command: str) -> None:
    learn = ["learn"] if command == "boilerplate" else []
    ended = clean(*command.split(), *learn, "--help")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.endswith("  Examples:\n" + "".join(f"    {example}\n" for example in EXAMPLES[command]))
    assert max(map(len, ended.out.splitlines())) <= 80
    if not command:
        assert [name for name in COMMANDS if f"\n  {name} " not in ended.out] == []
        assert "..." not in ended.out.partition("Commands:")[2]


def test_the_examples_of_the_help_run(folder: Path) -> None:
    (folder / "clean").write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m clean "$@"\n', encoding="utf-8")
    (folder / "clean").chmod(0o755)
    for name in ("input.txt", "news.txt", "dump/a.txt", "corpus/a.txt"):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(STORY, encoding="utf-8")
    Path("feed.txt.gz").write_bytes(gzip.compress(STORY.encode()))
    environment = {**os.environ, "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"}
    for example in [example for command in COMMANDS for example in EXAMPLES[command]]:
        done = subprocess.run(["bash", "-c", example], env=environment, capture_output=True, text=True, check=False)
        assert (done.returncode, "error" in done.stderr) == (0, False), f"{example}: {done.stderr}"


def test_version() -> None:
    assert clean("--version") == Ended(0, f"clean {__version__}\n", "")


def test_explain() -> None:
    page = clean("explain", "mojibake")
    assert (page.code, page.err) == (0, "")
    assert page.out.startswith("# mojibake\n")
    every = clean("explain")
    assert every.code == 0
    assert "normalize   mojibake\n" in every.out
