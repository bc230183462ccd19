"""Starts the program over and over without importing it anew: each run is a fork of this process.

Runs are asked for on standard input, a line of JSON each (`Zygote` of the harness does). A tenth of the time of a new
interpreter, and the system calls of a run are its own, none those of imports.
"""

from __future__ import annotations

import importlib
import json
import os
import pkgutil
import signal
import sys

import clean
from clean import running


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
    running.main()


def serve() -> None:
    """Answer each request with the child's process id, and with its exit code when it has ended."""
    for module in pkgutil.walk_packages(clean.__path__, "clean."):
        if module.name != "clean.airflow":  # needs what is seldom installed
            importlib.import_module(module.name)
    answers = os.dup(1)
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
