"""`clean run` as a task of Airflow 3 (docs/airflow.md); the one module that imports Airflow.

The run is a process of its own, so that a task that is cancelled or timed out ends it as `kill` would: nothing half
written is left, and neither is a process.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, NoReturn

from airflow.sdk import Asset, BaseOperator
from airflow.sdk.exceptions import AirflowException, AirflowFailException

from clean.proof.manifest import quarantine_of

SET_ASIDE = 3
"""The exit code of a run that is done, but could not read everything."""

PASSING = frozenset({75, -signal.SIGHUP, -signal.SIGINT, -signal.SIGTERM, -signal.SIGKILL})
"""How a run ends that may do better next time: by code 75, or by a signal from outside (the worker shuts down, memory
ran out). `subprocess` tells of a signal by its negative number."""

SIGNALS = {number.value: number.name for number in signal.Signals}

GRACE = 5.0
"""Seconds from SIGTERM to SIGKILL: as many as Airflow itself gives to a task that is cancelled."""

ERROR = "clean: error: "


class CleanOperator(BaseOperator):
    """Runs `clean run`, logs what it says, and returns the figures of `--summary-json`.

    `inputs` (one or several), `out`, `audit` and `config` are the arguments of the command, `options` further ones as
    on the command line (`["--jobs", "2"]`), `cwd` is the folder that relative paths start from. All of them are
    templated. `set_aside` says what it means when something could not be read: `"warn"` is a success with a warning
    in the log, `"fail"` fails the task for good.

    The task fails for good (AirflowFailException: no retry) where trying again cannot help, and is retried
    (AirflowException) where the run ended in one of the ways of `PASSING`. On success each Asset among the `outlets`
    gets an event with `out` and the counts as its `extra`.
    """

    template_fields: Sequence[str] = ("inputs", "out", "audit", "config", "options", "cwd")
    ui_color = "#e4f0e8"

    def __init__(
        self,
        *,
        inputs: str | Sequence[str],
        out: str,
        audit: str | None = None,
        config: str | None = None,
        options: Sequence[str] = (),
        cwd: str | None = None,
        set_aside: Literal["warn", "fail"] = "warn",
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        if set_aside not in ("warn", "fail"):
            raise ValueError(f"set_aside is 'warn' or 'fail', not {set_aside!r}")
        self.inputs = inputs
        self.out = out
        self.audit = audit
        self.config = config
        self.options = options
        self.cwd = cwd
        self.set_aside = set_aside
        self._child: subprocess.Popen[str] | None = None
        self._is_cancelled = False

    def execute(self, context: Mapping[str, Any]) -> dict[str, Any]:
        """Run, and give the figures, which become the XCom `return_value`."""
        self._check_paths()
        with tempfile.TemporaryDirectory(prefix="clean-") as folder:
            summary = Path(folder) / "summary.json"
            code, error = self._run(self.command(summary))
            self._judge(code, error)
            if not summary.exists():
                raise AirflowFailException("clean run wrote nothing: --dry-run has no place in a task")
            figures: dict[str, Any] = json.loads(summary.read_bytes())
        self._tell_assets(context, figures)
        return figures

    def on_kill(self) -> None:
        """End the run, as Airflow asks when the task is cancelled: SIGTERM, on which it takes everything back.

        Airflow calls this from a signal handler amid `execute`, which then sees the run end, and waits for it.
        """
        self._is_cancelled = True
        if self._child is not None:
            self._child.terminate()

    def command(self, summary: Path) -> list[str]:
        """The words of the command; inputs stand behind `--`, so that none is taken for an option."""
        inputs = [self.inputs] if isinstance(self.inputs, str) else self.inputs
        named = {"--audit": self.audit, "--config": self.config, "--summary-json": str(summary)}
        return [
            *(sys.executable, "-P", "-m", "clean", "run", "--progress"),  # -P: no module from the working folder
            *self.options,
            *("-o", self.out),
            *(word for option, value in named.items() if value is not None for word in (option, value)),
            *("--", *inputs),
        ]

    def _check_paths(self) -> None:
        """Raise AirflowFailException for what a task cannot have."""
        if self.out == "-" or "-" in ([self.inputs] if isinstance(self.inputs, str) else self.inputs):
            raise AirflowFailException("a task has no standard input and output: name files in place of -")
        if self.cwd is not None and not os.path.isdir(self.cwd):
            raise AirflowFailException(f"no such folder: {self.cwd}")

    def _run(self, command: Sequence[str]) -> tuple[int, str]:
        """Run to the end; gives the exit code, and the error that was told."""
        self.log.info("Running: %s", command)
        self._child = subprocess.Popen(
            command,
            cwd=self.cwd,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="backslashreplace",
        )
        try:
            if self._is_cancelled:  # before there was anything to end
                self._child.terminate()
            return self._follow(self._child)
        finally:
            _end(self._child)

    def _follow(self, child: subprocess.Popen[str]) -> tuple[int, str]:
        """Log what a run says until it ends."""
        error = ""
        for line in child.stderr or ():
            self.log.info("%s", line.rstrip("\n"))
            if line.startswith(ERROR):
                error = line.removeprefix(ERROR).rstrip("\n")
        return child.wait(), error

    def _judge(self, code: int, error: str) -> None:
        """Raise what an exit code stands for."""
        if code == SET_ASIDE:
            told = f"some input could not be read and was set aside: see {quarantine_of(Path(self.out))}"
            if self.set_aside == "fail":
                raise AirflowFailException(told)
            self.log.warning("%s", told)
        elif code:
            _fail(code, error)

    def _tell_assets(self, context: Mapping[str, Any], figures: Mapping[str, Any]) -> None:
        """Put OUT and the counts into the events of the assets."""
        counts = {name: value for name, value in figures.items() if isinstance(value, int)}
        for outlet in self.outlets:
            if isinstance(outlet, Asset):
                context["outlet_events"][outlet].extra.update({"out": self.out, **counts})


def _fail(code: int, error: str) -> NoReturn:
    ended = f"ended by {SIGNALS.get(-code, -code)}" if code < 0 else f"ended with exit code {code}"
    raise (AirflowException if code in PASSING else AirflowFailException)(
        f"clean run {ended}" + (f": {error}" if error else "")
    )


def _end(child: subprocess.Popen[str]) -> None:
    """Have no run left: when the task times out, it is still at work here."""
    if child.poll() is None:
        child.terminate()
        try:
            child.wait(GRACE)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
    if child.stderr is not None:
        child.stderr.close()
