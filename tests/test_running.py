"""How the program ends: a signal that Python hides in another exception is one all the same."""

from __future__ import annotations

import signal

import pytest

from clean.console.running import Signalled, _signal_behind


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
