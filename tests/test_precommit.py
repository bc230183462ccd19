"""The hooks, run by pre-commit and by prek in a scratch repository, without a network."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[1]
TOOLS = ("pre-commit", "prek")

STORY = (
    "DUNMERE: The ferry captain told the council that the storm had closed the harbour for a week.\n"
    "The council will vote on a new bridge in spring, and the mayor has money for it.\n"
)
NAMES = ("--fix.txt", "-o", "sub/with space.txt", "zünï.txt")
"""Names that a command line could take for something else."""


class Hooks(NamedTuple):
    """A repository that has the hooks in its configuration, and what runs them."""

    tool: str
    environment: dict[str, str]
    hooks: Path
    folder: Path

    def call(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Run a program in the repository."""
        return subprocess.run(
            command,
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=300,
            check=False,
        )

    def git(self, *arguments: str, folder: Path | None = None) -> str:
        """What git says."""
        done = self.call("git", "-C", str(folder or self.folder), *arguments)
        assert done.returncode == 0, done.stdout
        return done.stdout.strip()

    def configure(self, *hooks: str) -> None:
        """Write the configuration: hooks as YAML flow mappings."""
        revision = self.git("rev-parse", "HEAD", folder=self.hooks)
        lines = ["repos:", f"- repo: {self.hooks}", f"  rev: {revision}", "  hooks:"]
        lines += [f"  - {hook}" for hook in hooks]
        (self.folder / ".pre-commit-config.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")

    def add(self, name: str, text: str) -> None:
        """Put a file into the repository's index."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        self.git("add", "--", name)

    def run(self) -> tuple[int, str]:
        """What the tool makes of the files in the index."""
        self.git("add", "--all")
        done = self.call(self.tool, "run")
        return done.returncode, done.stdout


def found(tool: str) -> str:
    """The program, on the PATH or beside the Python that runs the tests."""
    path = shutil.which(tool, path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    if path is None:
        pytest.skip(f"{tool} is not installed")
    return path


def hooks_with(tool: str, place: Path, files: list[str]) -> Hooks:
    """A repository with the hooks (these files of the project), and an empty one that is to use them."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    program = found(tool)
    commands = place / "bin"
    commands.mkdir()
    (commands / "clean").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m clean "$@"\n', encoding="utf-8")
    (commands / "clean").chmod(0o755)
    foreign = ("GIT_", "PRE_COMMIT", "PREK")
    environment = {key: value for key, value in os.environ.items() if not key.startswith(foreign)}
    environment |= {
        "PATH": f"{commands}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT / "src"),
        "HOME": str(place),
        "PRE_COMMIT_HOME": str(place / "cache"),
        "PREK_HOME": str(place / "cache"),
        "GIT_CONFIG_NOSYSTEM": "1",
        **{f"GIT_{who}_{what}": "x@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
    }
    hooks = Hooks(program, environment, place / "hooks", place / "corpus")
    hooks.hooks.mkdir()
    hooks.folder.mkdir()
    for folder in (hooks.hooks, hooks.folder):
        hooks.git("init", "--quiet", folder=folder)
    for name in files:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, hooks.hooks / name)
    hooks.git("add", "--all", folder=hooks.hooks)
    hooks.git("commit", "--quiet", "--message", "hooks", folder=hooks.hooks)
    return hooks


@pytest.fixture(params=TOOLS)
def hooks(request: pytest.FixtureRequest, tmp_path: Path) -> Hooks:
    """The hooks with the `clean` of this environment in place of one that is installed for them."""
    return hooks_with(request.param, tmp_path, [".pre-commit-hooks.yaml"])


ALL = "language: system, files: '', exclude: yaml$"
"""Every file is a corpus file, and nothing is installed."""


def test_findings_fail_and_change_nothing(hooks: Hooks) -> None:
    hooks.configure(f"{{id: clean-check, {ALL}, args: [--ignore, dedupe, --]}}")
    for name in NAMES:
        hooks.add(name, STORY)
    assert hooks.run()[0] == 0
    for name in NAMES:
        hooks.add(name, STORY[:-1] + " \n")
    code, printed = hooks.run()
    assert code == 1
    findings = [line.strip() for line in printed.splitlines() if "trailing-spaces" in line]
    assert findings == [f"{name}:2:81: trailing-spaces blanks at the end of the line" for name in NAMES]
    assert hooks.git("diff") == ""


def test_fixing_fails_once(hooks: Hooks) -> None:
    hooks.configure(f"{{id: clean-fix, {ALL}, args: [--ignore, dedupe, --]}}")
    for name in NAMES:
        hooks.add(name, f"{STORY}{name} is told.\n\n".replace("ferry", name))
    hooks.add("-o", "Crème brÃ»lée \n")
    code, printed = hooks.run()
    assert code == 1
    assert "-o: mended 1 mojibake, 1 trailing-spaces" in printed
    assert (hooks.folder / "-o").read_text(encoding="utf-8") == "Crème brûlée\n"
    assert hooks.run()[0] == 0


def test_duplicates_are_found_in_the_files_of_a_commit_that_have_the_names_of_corpus_files(hooks: Hooks) -> None:
    hooks.configure("{id: clean-check, language: system}")
    for name in ("b.txt", "a.jsonl.txt", "sub/c.text", "notes.md", "requirements-dev.txt"):
        hooks.add(name, STORY)
    code, printed = hooks.run()
    assert code == 1
    places = [line.split()[0] for line in printed.splitlines() if "-duplicate" in line]
    assert places == ["b.txt:1:1:", "sub/c.text:1:1:"]
    hooks.configure("{id: clean-check, language: system, files: ^a}")
    assert hooks.run()[0] == 0


def test_pre_commit_installs_what_the_hooks_need(tmp_path: Path) -> None:
    """The real way: an environment is made and the project built and installed in it; what it needs is lent to it."""
    pytest.importorskip("hatchling")
    files = [".pre-commit-hooks.yaml", "pyproject.toml", "README.md", "LICENSE", "src"]
    hooks = hooks_with("pre-commit", tmp_path, files)
    lent = {"PYTHONPATH": sysconfig.get_path("purelib"), "PIP_NO_DEPS": "1", "PIP_NO_INDEX": "1"}
    hooks.environment.update(lent, PIP_NO_BUILD_ISOLATION="0")  # pip reads "no" as "do not isolate"
    (tmp_path / "bin" / "clean").unlink()
    hooks.configure("{id: clean-check}")
    hooks.add("a.txt", STORY + "\n")
    code, printed = hooks.run()
    assert code == 1
    assert "a.txt:3:1: trailing-blank-lines" in printed
