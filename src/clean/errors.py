"""What can go wrong, by consequence; `cli.py` alone turns these into messages and exit codes (sysexits.h, DESIGN 8).

CleanError
├── UsageError       2   wrong words on the command line, wrong settings
├── GuardError       4   a guard stopped the run
├── DataError       65   broken data: compression, bombs, OUT and audit that do not belong together
├── InputError      66   an input is missing or unreadable
├── MissingPart     69   an optional part is not installed
├── OutputError     73   an output cannot be created
├── StreamError     74   reading or writing failed midway
└── RetryError      75   temporary: trying again helps
"""

from __future__ import annotations


class CleanError(Exception):
    """Something the user can understand: what failed, where (`path` or `path:line`), why, and what to do next."""

    exit_code = 70

    def __init__(self, what: str, where: str = "", why: str = "", hint: str = "") -> None:
        super().__init__(": ".join(part for part in (what, where, why) if part))
        self.hint = hint
        if hint:
            self.add_note(f"hint: {hint}")  # what Python's own tracebacks show, in a notebook say


class UsageError(CleanError):
    """The command line or the settings ask for what cannot be."""

    exit_code = 2


class GuardError(CleanError):
    """A guard, such as --max-loss, stopped the run."""

    exit_code = 4


class DataError(CleanError):
    """The data is broken in a way that no line of it can be trusted."""

    exit_code = 65


class InputError(CleanError):
    """An input is missing or cannot be read."""

    exit_code = 66


class MissingPart(CleanError):
    """An optional part of the product is not installed."""

    exit_code = 69


class OutputError(CleanError):
    """An output cannot be created."""

    exit_code = 73


class StreamError(CleanError):
    """Reading or writing failed midway."""

    exit_code = 74


class RetryError(CleanError):
    """Something passing stood in the way; the same call may succeed later."""

    exit_code = 75
