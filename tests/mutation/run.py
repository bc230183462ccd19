"""Mutation testing of what the promises stand on: `make mutation`.

Each mutant of a module is tried by the tests that know the module, in a copy of the project; one that no test finds
survives. Survivors that change nothing that matters stand, each with its reason, in `survivors.toml`; any other fails.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import os
import shutil
import signal
import sys
import tempfile
import time
import tomllib
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from tests.mutation.mutants import Mutant, mutants

ROOT = Path(__file__).resolve().parents[2]
MODULES = {
    "audit/seal.py": ("tests/verify/test_verify.py", "tests/verify/test_damage.py"),
    "audit/patch.py": ("tests/test_restore.py", "tests/verify/test_verify.py", "tests/test_run.py"),
    "proof/restore.py": (
        "tests/test_restore.py",
        "tests/faults/test_hostile.py",
        "tests/verify/test_verify.py",
        "tests/verify/test_damage.py",
        "tests/test_run.py",
    ),
    "proof/verify.py": (
        "tests/verify/test_findings.py",
        "tests/verify/test_lines.py",
        "tests/verify/test_verify.py",
        "tests/outputs/test_shards.py",
    ),
    "sinks/atomic.py": (
        "tests/sinks/test_check_place.py",
        "tests/sinks/test_atomic.py",
        "tests/sinks/test_atomic_failures.py",
    ),
}
"""Each module with the tests that know it, the quickest first."""

PRELOADED = ("pytest", "numpy", "orjson", "ftfy", "chardet", "typer.testing", "pydantic")
"""What the forked tests need not import anew."""

SHARES = ("not damage", "damage")
"""The tests in two shares by their names: those that damage files everywhere take four fifths of the time."""

PATIENCE, LEAST = 10, 20
"""A mutant hangs, which is found too, after so many times what its tests take as they are, and so many seconds."""


class Outcome(NamedTuple):
    """What became of a mutant: `found`, `hangs` or `survives`."""

    module: str
    mutant: Mutant
    end: str

    @property
    def key(self) -> tuple[str, str, str, str]:
        """By what it is known in `survivors.toml`."""
        return self.module, self.mutant.where, self.mutant.before, self.mutant.after


def attempt(place: Path, module: str, code: str, shares: Sequence[str], patience: float) -> str:
    """Run the tests against a copy of the project in which the module has this code."""
    path = place / "src" / "clean" / module
    whole = path.read_text(encoding="utf-8")
    path.write_text(code, encoding="utf-8")
    try:
        return _tested(place, MODULES[module], shares, patience)
    finally:
        path.write_text(whole, encoding="utf-8")


def _tested(place: Path, tests: Sequence[str], shares: Sequence[str], patience: float) -> str:
    child = os.fork()
    if child == 0:
        os.setsid()
        _test(place, tests, shares)
    end = time.monotonic() + patience
    while time.monotonic() < end:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return "survives" if status == 0 else "found"
        time.sleep(0.02)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return "hangs"


def _test(place: Path, tests: Sequence[str], shares: Sequence[str]) -> None:
    """In the child: be pytest, in the copy."""
    import pytest

    null = os.open(os.devnull, os.O_RDWR)
    for number in range(3):
        os.dup2(null, number)
    os.chdir(place)
    source = str(place / "src")
    os.environ["PYTHONPATH"] = os.pathsep.join([source, str(place)])
    sys.path[:] = [source, str(place), *(path for path in sys.path if path not in (str(ROOT), str(ROOT / "src")))]
    for name in [name for name in sys.modules if name.partition(".")[0] in ("clean", "tests")]:
        del sys.modules[name]
    none = int(pytest.ExitCode.NO_TESTS_COLLECTED)
    for share in shares:
        if (code := int(pytest.main(["-x", "-q", "-p", "no:cacheprovider", "-k", share, *tests]))) not in (0, none):
            os._exit(code)
    os._exit(0)


def copied(place: Path) -> Path:
    """A copy of what the tests need."""
    for name in ("src", "tests", "fixtures", "docs"):
        shutil.copytree(ROOT / name, place / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "CHANGELOG.md", "Makefile", "constraints.txt"):
        shutil.copy(ROOT / name, place / name)
    return place


def _time_of(module: str, place: Path, shares: Sequence[str]) -> float:
    """Seconds that the tests of a module take as it is, which they must pass."""
    begin = time.monotonic()
    assert _tested(place, MODULES[module], shares, 1200) == "survives", f"the tests of {module} fail as it is"
    return time.monotonic() - begin


def explained() -> dict[tuple[str, str, str, str], str]:
    """The survivors that are known, each with its reason."""
    table = tomllib.loads((Path(__file__).parent / "survivors.toml").read_text(encoding="utf-8"))
    return {
        (one["module"], one["where"], one["before"], after): one["why"]
        for one in table["survivor"]
        for after in one["after"]
    }


def tried(modules: Sequence[str], jobs: int, every: int, shares: Sequence[str]) -> list[Outcome]:
    """Try the mutants of some modules, or one of `every` so many, with some shares of their tests."""
    for name in PRELOADED:
        importlib.import_module(name)
    work = [
        (module, mutant)
        for module in modules
        for mutant in list(mutants((ROOT / "src" / "clean" / module).read_text(encoding="utf-8")))[::every]
    ]
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(jobs) as pool:
        places = [copied(Path(folder) / str(number)) for number in range(jobs)]
        patience = {module: _time_of(module, places[0], shares) * PATIENCE + LEAST for module in modules}

        def one(number: int) -> list[Outcome]:
            outcomes = []
            for module, mutant in work[number::jobs]:
                end = attempt(places[number], module, mutant.code, shares, patience[module])
                outcomes.append(Outcome(module, mutant, end))
                if end == "survives":
                    print(f"survives: {outcomes[-1].key}", flush=True)
            return outcomes

        return [outcome for outcomes in pool.map(one, range(jobs)) for outcome in outcomes]


def main() -> int:
    parser = argparse.ArgumentParser(description="Mutation testing of restore, verification and atomic output.")
    parser.add_argument("modules", nargs="*", help="below src/clean; all if none is named")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--every", type=int, default=1, help="try one mutant of so many")
    parser.add_argument("--quick", action="store_true", help="without the tests that damage files everywhere")
    asked = parser.parse_args()
    known = explained()
    outcomes = tried(asked.modules or list(MODULES), asked.jobs, asked.every, SHARES[:1] if asked.quick else SHARES)
    for module in dict.fromkeys(outcome.module for outcome in outcomes):
        ends = Counter(outcome.end for outcome in outcomes if outcome.module == module)
        print(
            f"{module}: {ends.total()} mutants, {ends['found']} found, {ends['hangs']} hang, {ends['survives']} survive"
        )
    survivors = [outcome for outcome in outcomes if outcome.end == "survives"]
    unexplained = [outcome for outcome in survivors if outcome.key not in known]
    for module, where, before, after in (outcome.key for outcome in unexplained):
        print(f"not explained: {module} {where}: {before}  ->  {after}")
    print(f"{len(outcomes)} mutants, {len(survivors)} survive, {len(unexplained)} of them not explained")
    return 1 if unexplained else 0


if __name__ == "__main__":
    sys.exit(main())
