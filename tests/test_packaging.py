"""What is shipped, and what the repository must not hold."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

import clean
from clean.rules import STAGE_OF

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

# The classes of one character keep these patterns from finding themselves.
MACHINE_PATHS = re.compile(rb"(?<![\w.-])/(?:work|root|tmp)\b|[.]pyen[v]")
REGISTRIES = re.compile(
    rb"pypi[.]org|pythonhosted[.]org|npmjs[.](?:com|org)|deb[.]debian[.]org|find-link[s]|index-ur[l]"
)


def build(kind: str, folder: Path) -> Path:
    """The built wheel or sdist."""
    command = [sys.executable, "-m", "hatchling", "build", "--target", kind, "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return next(folder.iterdir())


def wheel(folder: Path) -> list[str]:
    """The names in the built wheel."""
    with zipfile.ZipFile(build("wheel", folder)) as archive:
        return archive.namelist()


def repository() -> list[Path]:
    """The files that are in the repository, or would be after `git add`."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout.decode("utf-8")
    return [path for name in listed.split("\0") if name and (path := ROOT / name).is_file()]


def test_the_wheel_holds_every_module_every_page_and_the_marker_of_types(tmp_path: Path) -> None:
    names = set(wheel(tmp_path))
    source = ROOT / "src"
    data = {path for path in source.rglob("*") if path.is_file() and "__pycache__" not in path.parts}
    assert {str(path.relative_to(source)) for path in data} <= names
    assert {f"clean/pages/{code}.md" for code in STAGE_OF} | {"clean/py.typed"} <= names


def test_the_wheel_holds_nothing_but_the_package(tmp_path: Path) -> None:
    names = wheel(tmp_path)
    assert {name.partition("/")[0] for name in names} == {"clean", f"newsclean-{clean.__version__}.dist-info"}
    assert [name for name in names if name.endswith((".pyc", ".nbi", ".nbc"))] == []


def test_the_sdist_holds_what_a_wheel_is_built_from_and_what_the_tests_need(tmp_path: Path) -> None:
    with tarfile.open(build("sdist", tmp_path / "sdist")) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    tracked = {str(path.relative_to(ROOT)) for path in repository()}
    assert {name for name in tracked - names if not name.startswith(".ci/")} == set()
    assert {f"docs/rules/{code}.md" for code in STAGE_OF} <= names


def test_the_version_is_in_the_changelog_or_unreleased() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## [{clean.__version__}]" in changelog or "## [Unreleased]" in changelog


def names_of(requirements: list[str]) -> set[str]:
    """The distributions that are required."""
    return {re.split(r"[^\w.-]", line)[0].lower() for line in requirements}


def imports(path: Path) -> set[str]:
    """The first parts of the names of the modules that a file imports."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    found = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    found |= {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module and not node.level}
    return {name.partition(".")[0] for name in found}


NAMED_OTHERWISE = {"airflow": "apache-airflow"}
"""Modules that come from a distribution of another name."""


def test_every_import_is_of_a_declared_dependency() -> None:
    needed = set().union(*(imports(path) for path in (ROOT / "src").rglob("*.py")))
    needed -= sys.stdlib_module_names | {"clean", "compression"}  # compression.zstd is Python 3.14's
    declared = {name.partition(".")[0] for name in names_of(PROJECT["dependencies"])}
    optional = set().union(
        *(names_of(extra) for name, extra in PROJECT["optional-dependencies"].items() if name != "dev")
    )
    assert needed - declared - optional - NAMED_OTHERWISE.keys() == set()
    assert {NAMED_OTHERWISE[name] for name in needed & NAMED_OTHERWISE.keys()} <= optional


def test_every_dependency_is_pinned() -> None:
    extras = [name for names in PROJECT["optional-dependencies"].values() for name in names]
    wanted = names_of([*PROJECT["dependencies"], *extras])
    files = [ROOT / name for name in ("constraints.txt", "constraints-airflow.txt")]
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    pinned = {line.partition("==")[0].lower() for line in lines if "==" in line}
    assert wanted - pinned == set()


@pytest.mark.parametrize("forbidden", [MACHINE_PATHS, REGISTRIES], ids=["paths of a machine", "hosts of registries"])
def test_no_file_names(forbidden: re.Pattern[bytes]) -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}: {match[0].decode('utf-8')}"
        for path in repository()
        for number, line in enumerate(path.read_bytes().splitlines(), 1)
        if (match := forbidden.search(line))
    ]
    assert found == []


@pytest.mark.parametrize("folder", [b"work", b"root", b"tmp"])
@pytest.mark.parametrize("line", [b"cd /%s/main", b'"/%s"', b"=/%s/x", b"(/%s)"])
def test_a_path_of_a_machine_is_seen(line: bytes, folder: bytes) -> None:
    assert MACHINE_PATHS.search(line % folder)


@pytest.mark.parametrize("line", [b"https://example.org/work/x", b"../tmp", b"tmp_path / 'x'", b"work/root", b"/tmpfs"])
def test_what_only_looks_like_a_path_of_a_machine_is_not(line: bytes) -> None:
    assert not MACHINE_PATHS.search(line)
