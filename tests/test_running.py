"""How the program ends: a signal or a lack of memory that Python hides in another exception is one all the same."""

from __future__ import annotations

import signal

import pytest

from clean.console import running
from clean.console.running import Signalled, _outcome, _signal_behind


class Field:
    """Something in a class that is told its name, as the fields of a dataclass with slots are."""

    def __set_name__(self, owner: type, name: str) -> None:
        raise Signalled(signal.SIGHUP)


def test_no_signal_is_behind_an_error_of_another_kind() -> None:
    assert _signal_behind(ValueError("odd")) is None
    assert _signal_behind(None) is None


def test_a_signal_while_a_class_is_made_is_behind_what_comes_of_it() -> None:
    with pytest.raises((RuntimeError, Signalled)) as raised:
        type("Corpus", (), {"removals": Field()})
    found = _signal_behind(raised.value)
    assert found is not None
    assert found.number == signal.SIGHUP


NO_MEMORY = "clean: error: out of memory\nhint: use --jobs 1, or a machine with more\n"


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (ImportError("no module named mmap"), "clean: error: internal error: ImportError: no module named mmap\n"),
        (ValueError("failed to map segment from shared object"), "clean: error: internal error: ValueError: failed to"),
        (MemoryError(), NO_MEMORY),
        (ImportError("/lib/mmap.so: failed to map segment from shared object"), NO_MEMORY),
    ],
)
def test_a_lack_of_memory_is_told_as_such(
    error: Exception, told: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails() -> int:
        raise error

    monkeypatch.setattr(running, "_call", fails)
    assert _outcome() == 70
    assert capsys.readouterr().err.startswith(told)
