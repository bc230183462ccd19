"""Values that are taken as they are, without pydantic: the same as typer would make of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from clean.cli import app
from clean.console.arguments import as_it_is, read_less


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("0", int),
        ("03", int),
        ("-3", int),
        ("+3", int),
        ("3.0", int),
        (" 3", int),
        ("1_0", int),
        ("٣", int),
        ("³", int),
        ("1000000", int),
        ("", int),
        ("yes", bool),
        (True, int),
        (3, bool),
        (3, str),
        (b"name", str),
        ("name\udcff", str),
        ("name\udcff", Path),
        (["name\udcff"], list[str]),
        (["1"], list[int]),
        ([1], list[str]),
        ("name", list[str]),
        (2.5, float),
    ],
)
def test_what_must_be_read_or_is_wrong_is_left_to_typer(value: Any, wanted: Any) -> None:
    assert as_it_is(value, wanted) == []


@pytest.mark.parametrize(
    ("value", "wanted", "taken"),
    [
        ("", str, ""),
        ("-", str, "-"),
        ("Straße", str, "Straße"),
        (0, int, 0),
        ("3", int, 3),
        ("999999", int, 999_999),
        (True, bool, True),
        ("none/such", Path, Path("none/such")),
        (".", Path, Path()),
        (("a", "b"), list[str], ["a", "b"]),
        ([], list[str], []),
    ],
)
def test_what_is_as_it_is_wanted_is_taken(value: Any, wanted: Any, taken: Any) -> None:
    assert as_it_is(value, wanted) == [taken]
    assert [type(one) for one in as_it_is(value, wanted)] == [type(taken)]


def test_every_number_that_is_taken_may_be_given() -> None:
    group: Any = get_command(app)
    bounds = [
        (param.type_descriptor.parameter_info.min, param.type_descriptor.parameter_info.max)
        for command in group.commands.values()
        for param in command.params
        if param.type_descriptor.annotation is int
    ]
    assert bounds
    assert all((least is None or least <= 1) and (most is None or most >= 999_999) for least, most in bounds)


@pytest.mark.parametrize(
    "words",
    [
        ["run", "a.txt", "b.txt", "-o", "out.jsonl"],
        ["run", "a.txt", "-o", "out.jsonl", "--audit", "audit.jsonl", "--jobs", "2", "--skip", "split", "-q"],
        ["check", "a.txt", "--fix", "--select", "mojibake"],
        ["restore", "out.jsonl", "audit.jsonl", "--to", "."],
        ["verify", "out.jsonl"],
        ["explain"],
    ],
)
def test_a_command_is_given_what_typer_gives_it(words: list[str]) -> None:
    theirs, ours = get_command(app), get_command(app)
    read_less(ours)
    given: list[dict[str, Any]] = []
    for group in (theirs, ours):
        command: Any = group.commands[words[0]]  # type: ignore[attr-defined]
        given.append(command.make_context(words[0], words[1:]).params)
    assert given[0] == given[1]
    assert [type(value) for value in given[0].values()] == [type(value) for value in given[1].values()]


@pytest.mark.parametrize("words", [["a.txt"], ["a.txt", "-o", "b", "--jobs", "-1"], ["a", "-o", "b", "--jobs", "two"]])
def test_wrong_words_are_told_as_typer_tells_them(words: list[str]) -> None:
    theirs, ours = get_command(app), get_command(app)
    read_less(ours)
    told = []
    for group in (theirs, ours):
        command: Any = group.commands["run"]  # type: ignore[attr-defined]
        with pytest.raises(Exception) as caught:  # noqa: PT011  typer's own copy of click's
            command.make_context("run", list(words))
        told.append((type(caught.value), caught.value.format_message()))  # type: ignore[attr-defined]
    assert told[0] == told[1]
