"""Inputs of every format, damaged at random: none crashes or hangs the program, and each comes back byte for byte."""

from __future__ import annotations

import contextlib
import os
import resource
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest

from clean.errors import CleanError, DataError
from clean.flow.telling import silent
from clean.pipeline import Job, run
from clean.proof.restore import restore
from clean.proof.verify import verify
from clean.settings import Settings
from clean.sources.find import plain_name
from tests.fuzz.making import make, settings_of
from tests.support import folder_of
from tests.tally import Broken, Tally, broken_if, patience

pytestmark = pytest.mark.fuzz

COUNT = int(os.environ.get("NEWSCLEAN_FUZZ", "10000"))
MEMORY = 1_000_000
"""KB that no run of some KB takes, with all that the tests loaded before."""

TOGETHER = 10
"""Inputs of a run: what starting and ending it costs is shared."""


def clean_all(files: dict[str, bytes], settings: Settings) -> bool:
    """Run, verify and restore; whether the run took its inputs, for broken ones it refuses."""
    with folder_of(files) as folder, patch("os.fsync"), patience(), no_error():
        try:
            run(Job(tuple(files), Path("o.out"), Path("u.out")), settings, silent)
        except DataError:
            broken_if(sorted(os.listdir()) != sorted(files), "partial outputs", os.listdir())
            return False
        findings = verify(Path("o.out"), Path("u.out"), list(files)).findings
        broken_if(findings, "lost bytes", findings)
        restore(Path("o.out"), Path("u.out"), folder / "back")
        for name, data in files.items():
            if plain_name(name) == name:
                broken_if((folder / "back" / name).read_bytes() != data, "lost bytes", name)
    return True


@contextlib.contextmanager
def no_error() -> Iterator[None]:
    """What is raised in the block is told as what it means to whoever runs the program."""
    try:
        yield
    except (Broken, TimeoutError):
        raise
    except CleanError as error:
        raise Broken("lost bytes", str(error)) from error
    except Exception as error:
        raise Broken("tracebacks", repr(error)) from error


def test_damaged_inputs(tally: Tally) -> None:
    for first in range(0, COUNT, TOGETHER):
        files = dict(make(number) for number in range(first, min(COUNT, first + TOGETHER)))
        settings = settings_of(first // TOGETHER)
        for name in [name for name in files if plain_name(name) != name]:  # each of these may be refused as a whole
            with tally.attempt("inputs", name) as note:
                is_read = clean_all({name: files.pop(name)}, settings)
                note("compressed, restored by their hash" if is_read else "broken, refused with nothing written")
        with tally.attempt("inputs", sorted(files), len(files)) as note:
            assert clean_all(files, settings)
            note("restored byte for byte")
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < MEMORY
