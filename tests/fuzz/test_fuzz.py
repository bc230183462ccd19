"""Inputs of every format, damaged at random: none crashes or hangs the program, and each comes back byte for byte."""

from __future__ import annotations

import os
import resource
from pathlib import Path
from unittest.mock import patch

import pytest

from clean.errors import CleanError, DataError
from clean.pipeline import Job, run
from clean.progress import silent
from clean.restore import restore
from clean.settings import Settings
from clean.sources.find import plain_name
from clean.verify import verify
from tests.fuzz.making import make, settings_of
from tests.support import folder_of
from tests.tally import Broken, Tally, broken_if, patience

pytestmark = pytest.mark.fuzz

COUNT = int(os.environ.get("NEWSCLEAN_FUZZ", "10000"))
TOGETHER = 10
"""Inputs of a run: what starting and ending it costs is shared."""

PATIENCE = 60
"""Seconds after which a run of some KB hangs."""


def clean_all(files: dict[str, bytes], settings: Settings) -> None:
    """Run, verify and restore."""
    with folder_of(files) as folder, patch("os.fsync"), patience(PATIENCE):
        try:
            run(Job(tuple(files), Path("o.out"), Path("u.out")), settings, silent)
            findings = verify(Path("o.out"), Path("u.out"), list(files)).findings
            restore(Path("o.out"), Path("u.out"), folder / "back")
        except (CleanError, TimeoutError):
            raise
        except Exception as error:
            raise Broken("tracebacks", repr(error)) from error
        broken_if(findings, "lost bytes", findings)
        for name, data in files.items():
            if plain_name(name) == name:
                broken_if((folder / "back" / name).read_bytes() != data, "lost bytes", name)


def test_damaged_inputs(tally: Tally) -> None:
    for first in range(0, COUNT, TOGETHER):
        files = dict(make(number) for number in range(first, min(COUNT, first + TOGETHER)))
        settings = settings_of(first // TOGETHER)
        for name in [name for name in files if plain_name(name) != name]:  # each of these may be refused as a whole
            with tally.attempt(name) as note:
                try:
                    clean_all({name: files.pop(name)}, settings)
                    note("compressed inputs read and verified")
                except DataError:
                    note("compressed inputs refused as broken, nothing written")
        with tally.attempt(sorted(files)):
            clean_all(files, settings)
            tally.note("inputs read, verified and restored byte for byte", len(files))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    tally.note("MB of memory at most", peak)
    assert peak < 1000
