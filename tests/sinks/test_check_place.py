"""Whether an output can go to a place, asked before anything is read."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from clean.errors import OutputError
from clean.sinks.atomic import STDOUT, check_place

NOWHERE = [
    ("folder", False, "cannot write: folder: it is a folder"),
    ("missing/out", False, "cannot create: missing/out: No such file or directory"),
    ("file/out", False, "cannot create: file/out: Not a directory"),
    ("file", True, "will not overwrite: file: it exists, and --no-clobber is given"),
    ("astray", True, "will not overwrite: astray: it exists, and --no-clobber is given"),
    ("astray", False, "cannot create: astray: No such file or directory"),
]


@pytest.fixture(autouse=True)
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("folder").mkdir()
    Path("file").write_bytes(b"as it was")
    Path("file").chmod(0o640)
    Path("link").symlink_to("file")
    Path("astray").symlink_to("missing/file")


@pytest.mark.parametrize(("name", "no_clobber", "message"), NOWHERE)
def test_a_place_that_cannot_be_written(name: str, no_clobber: bool, message: str) -> None:
    with pytest.raises(OutputError) as told:
        check_place(Path(name), no_clobber)
    assert str(told.value) == message


def test_a_file_that_may_not_be_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write to any file
    with pytest.raises(OutputError, match=r"^cannot write: file: Permission denied$"):
        check_place(Path("file"))


@pytest.mark.parametrize(("name", "mode"), [("file", 0o640), ("link", 0o640), ("new", None), ("folder/new", None)])
def test_a_place_where_a_file_may_go(name: str, mode: int | None) -> None:
    """Its mode is that of the file there, which is overwritten unless told otherwise."""
    found = check_place(Path(name))
    assert (found if found is None else stat.S_IMODE(found)) == mode


def test_standard_output_is_no_file() -> None:
    assert check_place(STDOUT) is None
    assert check_place(STDOUT, no_clobber=True) is None


def test_nothing_is_in_the_way_of_a_new_file() -> None:
    assert check_place(Path("new"), no_clobber=True) is None
