"""What the shell offers when the tab key is pressed, in the real shells."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from clean.news.layouts import built_in
from clean.rules import ALWAYS, STAGE_OF, STAGES

BASH = """
eval "$(_CLEAN_COMPLETE=source_bash clean)"
COMP_WORDS=({words})
COMP_CWORD={last}
_clean_completion clean
printf '%s\\n' "${{COMPREPLY[@]}}"
"""

ZSH = """
compdef() {{}}
_arguments() {{ print -r -- "$1" }}
_files() {{ print -r -- files }}
eval "$(_CLEAN_COMPLETE=source_zsh clean)"
words=({words})
CURRENT=$#words
_clean_completion
"""

FISH = """
_CLEAN_COMPLETE=source_fish clean | source
complete -C {line}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a command `clean` in it that is the one under test."""
    (tmp_path / "clean").write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m clean "$@"\n', "utf-8")
    (tmp_path / "clean").chmod(0o755)
    return tmp_path


def run(shell: str, script: str, folder: Path) -> list[str]:
    """The lines that a script prints."""
    if not shutil.which(shell):
        pytest.skip(f"no {shell}")
    quiet = {"bash": ["--norc"], "zsh": ["-f"], "fish": ["--no-config"]}[shell]
    environment = {**os.environ, "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}", "HOME": str(folder)}
    done = subprocess.run(
        [shell, *quiet, "-c", script],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    assert done.stderr == ""
    return done.stdout.splitlines()


def bash(folder: Path, *words: str) -> list[str]:
    """What bash offers for the last of the words."""
    return run("bash", BASH.format(words=shlex.join(words), last=len(words) - 1), folder)


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("run --skip ", list(STAGES)),
        ("run --off mo", ["mojibake"]),
        ("run --off bin", [""]),  # it cannot be turned off
        ("run a.txt -o out.jsonl --skip split --off soft", ["soft-hyphen"]),
        ("run --layout ", ["auto", "none", *built_in()]),
        ("run --input-format ", ["csv", "jsonl", "tsv", "txt"]),
        ("run --in", ["--input-format"]),
        ("run in", [""]),  # files are the shell's own affair
        ("config --off mo", ["mojibake"]),
        ("check --format ", ["text", "json", "github", "sarif"]),
        ("check --select norm", ["normalize"]),
        ("check --ignore bin", ["binary"]),
        ("explain ", list(STAGE_OF)),
        ("expl", ["explain"]),
        ("boilerplate ", ["learn"]),
    ],
)
def test_bash(folder: Path, words: str, offered: list[str]) -> None:
    assert bash(folder, "clean", *words.split(" ")) == offered


def test_zsh(folder: Path) -> None:
    assert run("zsh", ZSH.format(words="clean run --skip de"), folder) == ['*: :(("dedupe":"stage"))']
    assert run("zsh", ZSH.format(words="clean run in"), folder) == ["files"]


def test_fish(folder: Path) -> None:
    offered = run("fish", FISH.format(line="'clean run --off '"), folder)
    # fish has a completion of its own for the `clean` of another system, which offers `all`.
    assert set(offered) - {line for line in offered if line.startswith("all\t")} == {
        f"{rule}\t{stage}" for rule, stage in STAGE_OF.items() if rule not in ALWAYS
    }


def test_what_zsh_and_fish_ask(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", "clean explain mo")
    monkeypatch.setenv("_TYPER_COMPLETE_FISH_ACTION", "get-args")
    assert run("bash", "_CLEAN_COMPLETE=complete_zsh clean", folder) == [
        '_arguments \'*: :(("mojibake":"normalize"))\''
    ]
    assert run("bash", "_CLEAN_COMPLETE=complete_fish clean", folder) == ["mojibake\tnormalize"]


def test_it_can_be_installed(folder: Path) -> None:
    said = run("bash", "clean --install-completion; true", folder)
    assert said == [
        f"bash completion installed in {folder}/.bash_completions/clean.sh",
        "Completion will take effect once you restart the terminal",
    ]
    script = "source .bashrc; COMP_WORDS=(clean expl); COMP_CWORD=1; _clean_completion clean; echo $COMPREPLY"
    assert run("bash", script, folder) == ["explain"]
