"""How the program ends: exit codes, one-line messages, signals, closed pipes (DESIGN 8)."""

from __future__ import annotations

import errno
import gc
import os
import signal
import sys
import unicodedata
from types import FrameType

from clean.errors import CleanError, StreamError, UsageError
from clean.sources.find import shown

SIGNALS = (signal.SIGHUP, signal.SIGINT, signal.SIGTERM)


class Signalled(BaseException):
    """A signal asked the program to end; raised so that everything open is taken back on the way out."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def main() -> None:
    """The entry point: run the command line, and leave with the exit code that the outcome has.

    Signals are caught before anything slow is imported, so that none of them ends in a traceback.
    """
    _catch_signals()
    _replace_closed_stdout()
    spare()
    try:
        code = _outcome()
        gc.freeze()  # Python would look for cycles in all that is left: .3 s where compiled code is loaded
        sys.exit(code)
    except Signalled as stopped:
        _die_by(stopped.number)


CYCLES = 100_000
"""Objects made and not given up after which Python looks for cycles. A run makes as few cycles whatever its size (1,000
objects, in 1 MB and in 20), and to look for them in all that was imported took 5 % of its time. In 60 MB Python looks
24 times: how often it looks at what is older makes no difference."""


def spare() -> None:
    """Leave out what costs time and is for programs of other kinds: this process is ours alone."""
    gc.set_threshold(CYCLES)
    # numba would load it, .1 s, to know that it is there: which our compiled code has no use for.
    sys.modules["scipy.linalg"] = None  # type: ignore[assignment]
    # numpy's would wait for work, .1 s of the processor, that we have none of.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def _outcome() -> int:
    try:
        code = _call()
        _flush()
    except CleanError as error:
        _close_stdout()
        _say(str(error), error.hint)
        return error.exit_code
    except BrokenPipeError:
        _close_stdout()
        return 0  # whoever read us had enough
    except OSError as error:  # of files all is told where they are read and written; what is left is what was printed
        _close_stdout()
        _say(f"cannot write: {shown(error.filename or 'standard output')}: {error.strerror or error}")
        return StreamError.exit_code
    except SystemError as error:  # "error return without exception set": memory ran out where Python cannot tell
        _say(f"Python failed: {error}", "perhaps memory ran out: use --jobs 1, or a machine with more")
        return 70
    except RecursionError:
        _say("internal error: nested too deeply", "please report this, with the input")
        return 70
    except Exception as error:
        if stopped := _signal_behind(error):
            raise stopped from None
        if _lacks_memory(error):
            _say("out of memory", "use --jobs 1, or a machine with more")
            return 70
        if os.environ.get("CLEAN_DEBUG"):
            raise
        _say(f"internal error: {type(error).__name__}: {error}", "set CLEAN_DEBUG=1 for the traceback, and report it")
        return 70
    return code


def _lacks_memory(error: Exception) -> bool:
    """Whether Python found no memory, or the loader (glibc's elf/dl-map-segments.h) none for a module."""
    if isinstance(error, ImportError):
        return "failed to map segment from shared object" in str(error)
    return isinstance(error, MemoryError)


def _call() -> int:
    """The exit code of a command; wrong words on the command line are told as every other error."""
    from typer.main import get_command

    from clean.cli import app
    from clean.console.arguments import read_less

    command = get_command(app)
    read_less(command)
    try:
        code = command.main(standalone_mode=False, prog_name="clean")
    except SystemExit as error:
        if isinstance(error.__context__, OSError) and error.__context__.errno == errno.EPIPE:
            raise error.__context__ from None  # which typer would have end with code 1
        raise
    except Exception as error:
        # typer carries its own copy of click's exceptions, under names that changed between versions: told by shape.
        message = getattr(error, "format_message", None)
        if message is None:
            raise
        context = getattr(error, "ctx", None)
        if type(error).__name__ == "NoArgsIsHelpError" and context is not None:
            sys.stdout.write(context.get_help() + "\n")
            return 2
        raise UsageError(message(), hint=f"{context.command_path if context else 'clean'} --help tells how") from error
    return code if isinstance(code, int) else 0


def _say(what: str, hint: str = "") -> None:
    """The message on standard error: one line, and a hint in another."""
    text = f"clean: error: {told(what)}\n" + (f"hint: {told(hint)}\n" if hint else "")
    if sys.stderr is not None:
        try:
            sys.stderr.write(text)
            sys.stderr.flush()
        except OSError:
            return  # nobody listens; the exit code still tells


def told(text: str) -> str:
    """Text that cannot steer a terminal: control, format and surrogate characters written as escapes."""
    return "".join(
        _escape(char) if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") else char for char in text
    )


def _escape(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")


def _flush() -> None:
    """What was printed is really out, or it is an error: a full disk must not pass for success."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _close_stdout()  # whoever read us had enough; what the command found out stands


def _replace_closed_stdout() -> None:
    """Have writing to a standard output that is closed (`>&-`) fail: Python would pass over it in silence."""
    if sys.stdout is None:
        sys.stdout = open(os.open(os.devnull, os.O_RDONLY), "w", encoding="utf-8")  # noqa: SIM115  closed by the end


def _close_stdout() -> None:
    """Point standard output at nothing, so that Python's own flush at the end cannot fail."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _signal_behind(error: BaseException | None) -> Signalled | None:
    """The signal that an error came of: what is raised while a class is made, Python 3.11 puts into a RuntimeError."""
    while error is not None and not isinstance(error, Signalled):
        error = error.__cause__ or error.__context__
    return error


def _catch_signals() -> None:
    sys.unraisablehook = _unraised
    for number in SIGNALS:
        if signal.getsignal(number) is not signal.SIG_IGN:  # what nohup ignores stays ignored
            signal.signal(number, _stop)


def _stop(number: int, _: FrameType | None) -> None:
    for caught in SIGNALS:
        signal.signal(caught, signal.SIG_IGN)  # one is enough: nothing interrupts the cleaning up
    raise Signalled(number)


AGAIN = 0.01
"""Seconds until a signal is raised again: behind the few lines that swallowed it, and sooner than anyone waits."""


def _unraised(swallowed: sys.UnraisableHookArgs) -> None:
    """Raise a signal again that came where Python swallows exceptions: in `__del__`, or in hooks around a fork."""
    stopped = swallowed.exc_value
    if not isinstance(stopped, Signalled):
        sys.__unraisablehook__(swallowed)
        return
    number = stopped.number

    def again(_: int, __: FrameType | None) -> None:
        raise Signalled(number)

    signal.signal(signal.SIGALRM, again)
    signal.setitimer(signal.ITIMER_REAL, AGAIN)


def _die_by(number: int) -> None:
    """End by the signal itself, so that make, shells and schedulers see what happened."""
    signal.signal(number, signal.SIG_DFL)
    os.kill(os.getpid(), number)
