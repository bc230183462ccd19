"""Input made to do harm: nothing crashes, leads out of its folder or steers the terminal, and all comes back."""

from __future__ import annotations

import bz2
import contextlib
import gzip
import json
import lzma
import os
import re
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from clean.console.explain import page
from clean.errors import DataError, InputError, OutputError, UsageError
from clean.flow.telling import silent
from clean.pipeline import Job, learn, run
from clean.proof.restore import restore
from clean.proof.verify import verify
from clean.settings import Settings
from clean.sources.compression import open_stream
from tests.support import folder_of
from tests.tally import PATIENCE

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

pytestmark = pytest.mark.harm

STORY = b"PORT ARDEN: The harbour master told the council that the winter storm had closed the ferry line for a week.\n"
CLEAN = (sys.executable, "-m", "clean")


@pytest.fixture(autouse=True)
def folder() -> Iterator[Path]:
    """The working folder, with one good source in it."""
    with folder_of({"a.txt": STORY}) as place:
        yield place


def clean(*inputs: str) -> list[dict[str, object]]:
    """The rows of a run, after they were verified and every source restored."""
    run(Job(inputs, Path("o.jsonl"), Path("u.jsonl")), Settings(), silent)
    assert verify(Path("o.jsonl"), Path("u.jsonl"), inputs).findings == []
    return [json.loads(line) for line in Path("o.jsonl").read_bytes().splitlines()]


RECORDS = [
    b'{"text": "x", "n": 1e400}',
    b'{"text": "x", "n": -1e-400}',
    b'{"text": "x", "n": ' + b"9" * 100_000 + b"}",
    b'{"text": "x", "n": 18446744073709551616}',
    b'{"text": "x", "n": NaN}',
    b'{"text": "x", ' + b", ".join(b'"k%d": %d' % (n, n) for n in range(1_000_000)) + b"}",
    b'{"text": "' + b"x" * 3_000_000 + b'"}',
    b'{"text": "\\ud800", "title": "\\udfff"}',
    b'{"text": "a\\u0000b", "title": "\\u0000"}',
    b'{"text": "\xed\xa0\x80"}',
    b'{"text": "x", "text": "y"}',
    b'{"text": "x", "m": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    b'{"text": "x", "m": ' + b'{"a":' * 5_000 + b"1" + b"}" * 5_000 + b"}",
    b'{"text": "x", "span": {}, "duplicates": []}',
    b'{"text": "x", "span": {"start_byte": -1}, "duplicates": [{"id": 1}], "id": "../x", "source": "../../x"}',
    b'{"text": {"text": "x"}}',
    b'{"": "", "text": ""}',
    b'"text"',
    b"\x00",
    b"[" * 1_000_000,
    b'{"text": "x"',
]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: repr(record[:24]))
def test_records_are_read_or_set_aside(record: bytes) -> None:
    Path("b.jsonl").write_bytes(record + b'\n{"text": "Fine here."}\n')
    assert clean("b.jsonl")[-1]["text"] == "Fine here."


TEXTS = [
    b"\x1b]0;title\x07\x1b[2J text\x1b[31m\n" * 50,
    b"\x00".join([STORY] * 50),
    b"\xed\xa0\x80\xed\xb0\x80" * 100,
    b"\xff\xfe" + b"\x00\xd8" * 100,
    b"\xf0\x9f" * 5_000,
    "\u202e\u2066\u200f".encode() * 1_000,
    "a\u0301".encode() * 50_000,
    b"&amp;" * 10_000,
    "Ã¢â‚¬â„¢".encode() * 5_000,
    b"\n" * 30_000,
    b"\r" * 30_000 + b"\n",
    b"a" * 3_000_000,
]


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: repr(text[:16]))
def test_texts_come_back(text: bytes) -> None:
    Path("b.txt").write_bytes(text)
    clean("b.txt")


@pytest.mark.parametrize("skip", [(), ("normalize",), ("boilerplate",), ("normalize", "boilerplate")])
@pytest.mark.parametrize("blank", ["\x0b", "\x0c", "\x1f", "\x85", "\u2028", "\u3000", "\u200b"])
def test_lines_of_odd_white_space(blank: str, skip: tuple[str, ...]) -> None:
    data = STORY + f"{blank}\nHarbour master asks council\n{blank}\n".encode() + STORY
    Path("b.txt").write_bytes(data)
    run(Job(("b.txt",), Path("o.jsonl"), Path("u.jsonl")), Settings(skip=frozenset(skip)), silent)
    assert verify(Path("o.jsonl"), Path("u.jsonl"), ["b.txt"]).findings == []


def test_there_is_nothing_to_learn_from_nothing() -> None:
    Path("b.txt").write_bytes(b"\n\n")
    assert learn(Job(("b.txt",), Path("lines.txt")), Settings(), silent) == 0


COMPRESS: dict[str, Callable[[bytes], bytes]] = {
    "gz": gzip.compress,
    "bz2": bz2.compress,
    "xz": lzma.compress,
    "zst": zstd.compress,
}


@pytest.mark.parametrize("suffix", COMPRESS)
def test_bombs_are_refused(suffix: str) -> None:
    Path(f"b.txt.{suffix}").write_bytes(COMPRESS[suffix](bytes(30_000_000)))
    with pytest.raises(DataError) as caught:
        clean(f"b.txt.{suffix}")
    assert caught.value.exit_code == 65
    assert sorted(path.name for path in Path().iterdir()) == ["a.txt", f"b.txt.{suffix}"]


# ------------------------------------------------------------------ files that are not what they seem


CHANGES: dict[str, Callable[[Path], object]] = {
    "grows": lambda path: path.write_bytes(STORY + b"more\n"),
    "is cut": lambda path: os.truncate(path, 3),
    "is emptied": lambda path: path.write_bytes(b""),
    "is written again": lambda path: path.write_bytes(STORY),
}


@pytest.mark.parametrize("change", CHANGES)
def test_an_input_that_changes_while_it_is_read(change: str) -> None:
    os.utime("a.txt", (1, 1))  # so that a change is later, however coarse the clock of the file system
    chunks = open_stream(Path("a.txt"), name="a.txt")
    assert next(chunks) == STORY
    CHANGES[change](Path("a.txt"))
    with pytest.raises(DataError, match=r"the input changed while it was read: a\.txt"):
        list(chunks)


def test_an_input_that_is_replaced_while_it_is_read_is_read_as_it_was() -> None:
    chunks = open_stream(Path("a.txt"), name="a.txt")
    assert next(chunks) == STORY
    Path("new").write_bytes(b"other")
    Path("new").rename("a.txt")
    assert list(chunks) == []


def test_a_pipe_is_read_to_its_end(folder: Path) -> None:
    os.mkfifo("pipe.txt")
    writer = threading.Thread(target=lambda: (folder / "pipe.txt").write_bytes(STORY))
    writer.start()
    run(Job(("pipe.txt",), Path("o.jsonl"), Path("u.jsonl")), Settings(), silent)
    writer.join()
    assert verify(Path("o.jsonl"), Path("u.jsonl")).findings == []


def test_folders_that_hold_themselves() -> None:
    Path("d").mkdir()
    Path("d/b.txt").write_bytes(STORY)
    Path("d/loop").symlink_to("..", target_is_directory=True)
    assert [row["source"] for row in clean("d")] == ["d/b.txt"]


def test_a_link_to_itself() -> None:
    Path("l.txt").symlink_to("l.txt")
    with pytest.raises(InputError):
        clean("l.txt")


@contextlib.contextmanager
def as_nobody(folder: Path) -> Iterator[None]:
    """Without root's rights: to root nothing is unreadable."""
    is_root = os.geteuid() == 0
    folder.chmod(0o777)
    if is_root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)


@pytest.mark.parametrize("name", ["d", "d/b.txt", "."])
def test_what_cannot_be_read(name: str, folder: Path) -> None:
    Path("d").mkdir()
    Path("d/b.txt").write_bytes(STORY)
    Path("d" if name == "." else name).chmod(0)
    with as_nobody(folder), pytest.raises(InputError, match=r"cannot read: .*: Permission denied"):
        clean(name)
    Path("d").chmod(0o700)
    assert sorted(path.name for path in Path().iterdir()) == ["a.txt", "d"]


def test_a_name_that_is_no_utf_8(folder: Path) -> None:
    Path(os.fsdecode(b"n\xff.txt")).write_bytes(STORY)
    assert [row["source"] for row in clean(os.fsdecode(b"n\xff.txt"))] == ["n\\xff.txt"]
    assert restore(Path("o.jsonl"), Path("u.jsonl"), folder / "back") == ["n\\xff.txt"]
    assert Path("back/n\\xff.txt").read_bytes() == STORY


def test_nothing_steers_the_terminal() -> None:
    name = "n\x1b]0;x\x07\u202e\u009b\r\n.txt"
    Path(name).write_bytes(b"\x1b[2J\x9b31m\x07 text\n" * 30)
    Path("bad.jsonl").write_bytes(b'{"text": "\x1b[31m}\n')
    commands = (
        ("run", name, "bad.jsonl", "-o", "o.jsonl", "--audit", "u.jsonl"),
        ("verify", "o.jsonl", "u.jsonl", name),
        ("restore", "o.jsonl", "u.jsonl", "--to", "back\x1b[31m"),
        ("run", name + "\x1b", "-o", "o.jsonl"),
        ("verify", "o.jsonl\x1b[31m"),
        ("explain", "\x1b[31m"),
        ("check", name),
        ("run", name, "-o", "o.jsonl", "--explain-threshold"),
        ("run", name, "-o", "o.jsonl", "--review", "r.txt", "--dry-run"),
        ("boilerplate", "learn", name, "-o", "l\x1b[31m.txt"),
        ("config", "--config", "c\x1b[31m.toml"),
        ("run", name, "-o", "o.jsonl", "--layout", "\x1b[31m"),
    )
    for command in commands:
        done = subprocess.run([*CLEAN, *command], capture_output=True, timeout=PATIENCE, check=False)
        told = (done.stdout + done.stderr).decode()
        assert told
        assert not [char for char in told if (char < " " and char not in "\n\t") or char in "\x7f\x9b\u202e"], command


# ------------------------------------------------------------------ links, on the way out and back


def test_an_output_that_is_a_link_stays_one(folder: Path) -> None:
    Path("real").mkdir()
    Path("real/o.jsonl").write_bytes(b"old\n")
    Path("o.jsonl").symlink_to("real/o.jsonl")
    clean("a.txt")
    assert Path("o.jsonl").is_symlink()
    assert len(Path("real/o.jsonl").read_bytes()) > 100
    assert sorted(path.name for path in (folder / "real").iterdir()) == ["o.jsonl"]


LINKS = {
    "o.jsonl": (OutputError, "cannot create: l.jsonl: Too many levels of symbolic links"),  # l.jsonl leads to it
    "a.txt": (UsageError, "the output is also an input: a.txt"),
    "nowhere/o.jsonl": (OutputError, "cannot create: l.jsonl: No such file or directory"),
    "d": (OutputError, "cannot write: l.jsonl: it is a folder"),
}


@pytest.mark.parametrize("target", LINKS)
def test_an_output_that_is_a_link_to_what_is_no_file_to_write(target: str, folder: Path) -> None:
    Path("d").mkdir()
    Path("o.jsonl").symlink_to("l.jsonl")
    Path("l.jsonl").symlink_to(target)
    kind, message = LINKS[target]
    with pytest.raises(kind, match=rf"(?m)^{re.escape(message)}$"):
        run(Job(("a.txt",), Path("l.jsonl")), Settings(), silent)
    assert sorted(path.name for path in folder.iterdir()) == ["a.txt", "d", "l.jsonl", "o.jsonl"]
    assert Path("a.txt").read_bytes() == STORY


def renamed(name: str) -> None:
    """Have OUT and audit tell of a source of this name, with hashes that are right."""
    out = Path("o.jsonl").read_text(encoding="utf-8").replace('"source":"a.txt"', f'"source":{json.dumps(name)}')
    Path("o.jsonl").write_text(out, encoding="utf-8")
    audit = Path("u.jsonl").read_text(encoding="utf-8").replace('"a.txt"', json.dumps(name))
    header = json.loads(audit.split("\n", 1)[0])
    audit = audit.replace(header["out_sha256"], sha256(out.encode()).hexdigest())
    Path("u.jsonl").write_text(audit, encoding="utf-8")


@pytest.mark.parametrize("name", ["../x.txt", "/x.txt", "d/../../x.txt", "./x.txt", "d//x.txt", "..", "", "x\x00.txt"])
def test_names_that_lead_out_of_the_folder(name: str, folder: Path) -> None:
    clean("a.txt")
    renamed(name)
    with pytest.raises(OutputError):
        restore(Path("o.jsonl"), Path("u.jsonl"), folder / "d" / "back")
    assert sorted(path.name for path in folder.iterdir() if path.is_file()) == ["a.txt", "o.jsonl", "u.jsonl"]
    assert not list(folder.rglob("x*"))


@pytest.mark.parametrize("name", ["out/x.txt", "out/d/x.txt", "x.txt"])
def test_links_that_lead_out_of_the_folder(name: str, folder: Path) -> None:
    clean("a.txt")
    renamed(name)
    for place in ("back", "elsewhere"):
        Path(place).mkdir()
    Path("elsewhere/x.txt").write_bytes(b"mine")
    Path("back/out").symlink_to("../elsewhere", target_is_directory=True)
    Path("back/x.txt").symlink_to("../elsewhere/x.txt")
    with pytest.raises(OutputError):
        restore(Path("o.jsonl"), Path("u.jsonl"), folder / "back")
    assert [(path.name, path.read_bytes()) for path in Path("elsewhere").iterdir()] == [("x.txt", b"mine")]


# ------------------------------------------------------------------ no code from data, nothing over the network

WATCHED = """
import sys

BANNED = ("socket.", "urllib.", "http.", "pickle.find_class", "subprocess.", "os.system", "os.exec", "os.posix_spawn")

def watch(event, _):
    if event.startswith(BANNED):
        raise SystemExit(f"not allowed: {event}")

sys.addaudithook(watch)
from clean.console.running import main
main()
"""


@pytest.mark.parametrize(
    "command", ["run a.txt -o o.jsonl --audit u.jsonl --manifest", "check a.txt", "explain mojibake"]
)
def test_nothing_is_unpickled_started_or_asked_of_the_network(command: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, *command.split()], capture_output=True, timeout=PATIENCE, check=False
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("code", ["../settings", "/etc/passwd", "a\x00b"])
def test_no_page_is_read_but_that_of_a_rule(code: str) -> None:
    with pytest.raises(UsageError, match="unknown rule"):
        page(code)
