"""Starts the program over and over without importing it anew: each run is a fork of this process.

Runs are asked for on standard input, a line of JSON each (`Zygote` of the harness does). A twentieth of the time of a
new interpreter, and the system calls of a run are its own, none those of imports.
"""

from __future__ import annotations

import atexit
import importlib
import json
import os
import pkgutil
import signal
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import clean
from clean.console import running
from tests.faults.harness import INPUTS, RUN, fill

COMMANDS = (
    [*RUN, "-q"],
    "run a.txt c.txt -o h.jsonl.gz --shards 2 -q".split(),
    "restore o.jsonl u.jsonl --to back -q".split(),
    "boilerplate learn a.txt c.txt -o lines.txt -q".split(),
    "check --fix a.txt c.txt".split(),
)
"""After these, all is loaded and compiled that a run needs: it would take each fork ten times as long as its work."""


def begin(folder: str, arguments: list[str], out: str, err: str, stop: bool) -> None:
    """In the child: be the program, started in this folder; if told so, stop before its first call."""
    os.chdir(folder)
    for number, (path, flags) in enumerate(
        ((os.devnull, os.O_RDONLY), (out, os.O_WRONLY | os.O_CREAT), (err, os.O_WRONLY | os.O_CREAT))
    ):
        os.dup2(os.open(path, flags), number)
    sys.argv = ["clean", *arguments]
    if stop:
        os.kill(os.getpid(), signal.SIGSTOP)
    leave(running.main)


def leave(main: Callable[[], None]) -> NoReturn:
    """End as Python would, but for freeing each of the objects that the fork shares: half a second for nothing."""
    try:
        main()
    except SystemExit as end:
        atexit._run_exitfuncs()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(end.code if isinstance(end.code, int) else 1)
    os._exit(1)


def warm_up() -> None:
    """Import all modules, and do all once."""
    for module in pkgutil.walk_packages(clean.__path__, "clean."):
        if module.name != "clean.airflow":  # needs what is seldom installed
            importlib.import_module(module.name)
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(fill(Path(folder) / "f", INPUTS))
        for arguments in COMMANDS:
            sys.argv = ["clean", *arguments]
            running._call()
        os.chdir("/")


def serve() -> None:
    """Answer each request with the child's process id, and with its exit code when it has ended."""
    answers = os.dup(1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    warm_up()
    while request := sys.stdin.readline():
        asked = json.loads(request)
        child = os.fork()
        if child == 0:
            os.close(answers)
            begin(**asked)
        if asked["stop"]:
            os.waitpid(child, os.WUNTRACED)
        os.write(answers, f"{child}\n".encode())
        _, status = os.waitpid(child, 0)
        os.write(answers, f"{os.waitstatus_to_exitcode(status)}\n".encode())


if __name__ == "__main__":
    serve()
