"""The pipeline of examples/make, made by the real `make -j`; and what `--depfile` writes, read by it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from clean.errors import UsageError
from clean.sinks.depfile import depfile

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "examples" / "make"
CLEAN = f"{sys.executable} -m clean"

KILLED = """
import os, signal, sys
from clean.sinks.atomic import OutputFile
publish, left = OutputFile.publish, [int(sys.argv.pop(1))]
def kill(self):
    if not left[0]:
        os.kill(os.getpid(), signal.SIGKILL)
    left[0] -= 1
    publish(self)
OutputFile.publish = kill
from clean.console.running import main
main()
"""
"""`clean`, which is killed when so many of its outputs have got their names."""


STORIES = {
    "a": "Dunmere harbour is to be opened again in June\n"
    "DUNMERE: The council voted on Monday to open the harbour again, which the storm of last winter had closed.\n"
    "A spokesman for the fishermen said that repairs had cost more than was planned.\n",
    "b": "Library lends out seeds of forgotten vegetables\n"
    "PORT ELDEN: Whoever has a card may take home seeds of forty kinds of beans, peas and kale since Tuesday.\n"
    "In autumn a tenth of what was harvested is to be brought back, so that the stock does not run out.\n",
    "c": "Comet will be seen with the naked eye for eleven nights\n"
    "MARLOW: Astronomers have found a comet that comes near the Earth once in nine hundred years, they said.\n"
    "It stands low in the west after sunset, and is best seen from hills without lamps.\n",
}
NEWS = (
    "Railway workers end their strike after nine days\n"
    "MARLOW: Trains run again on all lines to the coast, after the union had accepted an offer on Sunday night.\n"
    "Wages rise by four per cent in two steps, and the night shift gets a further day of leave.\n"
)


@pytest.fixture(autouse=True)
def pipeline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the example with three files to fetch; it is the working folder."""
    if shutil.which("make") is None:
        pytest.skip("make is not installed")
    folder = tmp_path / "news"
    shutil.copytree(EXAMPLE, folder)
    (folder / "inbox").mkdir()
    for name, text in STORIES.items():
        (folder / "inbox" / f"{name}.txt").write_text(text, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


def make(*arguments: str, clean: str = CLEAN) -> subprocess.CompletedProcess[str]:
    """Run make with two jobs."""
    environment = {key: value for key, value in os.environ.items() if key not in ("MAKEFLAGS", "MAKELEVEL", "MFLAGS")}
    environment |= {"LC_ALL": "C"}
    command = ["make", "-j2", f"CLEAN={clean}", f"PYTHON={sys.executable}", *arguments]
    return subprocess.run(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def made(*arguments: str) -> list[str]:
    """What make makes, by the first two words of its commands."""
    done = make(*arguments)
    assert done.returncode == 0, done.stderr
    return sorted(line.replace(CLEAN, "clean").replace(sys.executable, "python") for line in done.stdout.splitlines())


def is_done() -> bool:
    """Whether make takes everything for up to date."""
    return make("--question").returncode == 0


def change(name: str, text: str) -> None:
    """Write a file, with a time that is later than that of all others, however coarse the clock is."""
    latest = max(file.stat().st_mtime for file in Path().rglob("*") if file.is_file())
    Path(name).write_text(text, encoding="utf-8")
    age(Path(name), latest + 1)


def age(path: Path, moment: float) -> None:
    os.utime(path, (moment, moment))


def settle() -> None:
    """Put all files that were made into the past, in the order in which they were made."""
    order = ["inbox/*", "clean.toml", "Makefile", "split.py", "raw/*", "corpus*", "t*.jsonl"]
    for place, pattern in enumerate(order):
        for path in Path().glob(pattern):
            age(path, 1_000_000_000 + place)


SPLIT = [
    f"python split.py {part} < corpus.jsonl > {part}.jsonl.part && mv {part}.jsonl.part {part}.jsonl"
    for part in ("test", "train")
]
RUN = "clean run raw -o corpus.jsonl --audit corpus.audit.jsonl --depfile corpus.d -q"


def fetch(name: str) -> str:
    return f"cp inbox/{name} raw/{name}.part && mv raw/{name}.part raw/{name}"


def test_only_what_changed_is_made_again() -> None:
    everything = [RUN, fetch("a.txt"), fetch("b.txt"), fetch("c.txt"), "mkdir -p raw", *SPLIT]
    assert made() == sorted(everything)
    rows = [json.loads(line) for line in Path("corpus.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [row["source"] for row in rows] == ["raw/a.txt", "raw/b.txt", "raw/c.txt"]
    parts = [Path(f"{part}.jsonl").read_text(encoding="utf-8").splitlines() for part in ("train", "test")]
    assert sorted(parts[0] + parts[1]) == sorted(Path("corpus.jsonl").read_text(encoding="utf-8").splitlines())
    assert is_done()

    settle()
    change("inbox/b.txt", NEWS)
    assert made() == sorted([fetch("b.txt"), RUN, *SPLIT])
    assert is_done()

    settle()
    change("clean.toml", '[rules]\noff = ["mojibake"]\n')  # where there was none
    assert made() == sorted([RUN, *SPLIT])
    assert "clean.toml" in Path("corpus.d").read_text(encoding="utf-8")
    assert is_done()

    settle()
    change("split.py", Path("split.py").read_text(encoding="utf-8"))
    assert made() == sorted(SPLIT)

    settle()
    Path("inbox/c.txt").unlink()
    Path("raw/c.txt").unlink()
    assert made() == sorted([RUN, *SPLIT])
    assert is_done()


def test_a_run_that_fails_leaves_nothing_that_looks_up_to_date() -> None:
    made()
    settle()
    before = Path("corpus.jsonl").read_bytes()
    change("clean.toml", "[rules]\nof = []\n")
    assert make().returncode == 2
    assert Path("corpus.jsonl").read_bytes() == before
    assert not is_done()
    change("clean.toml", "")
    assert made() == sorted([RUN, *SPLIT])
    assert is_done()


@pytest.mark.parametrize("outputs", [0, 1, 2], ids=["before any output", "after the depfile", "after the audit"])
def test_a_run_that_is_killed_leaves_nothing_that_looks_up_to_date(pipeline: Path, outputs: int) -> None:
    made()
    whole = Path("corpus.jsonl").read_bytes()
    settle()
    change("inbox/b.txt", NEWS)
    (pipeline / "killed.py").write_text(KILLED, encoding="utf-8")
    assert make(clean=f"{sys.executable} killed.py {outputs}").returncode == 2
    assert Path("corpus.jsonl").read_bytes() == whole
    assert not is_done()
    assert made() == sorted([RUN, *SPLIT])
    assert b"Railway" in Path("corpus.jsonl").read_bytes()
    assert is_done()
    assert [path.name for path in pipeline.glob(".*.tmp")] == []


def test_a_file_that_is_set_aside_fails_until_it_is_looked_at() -> None:
    Path("inbox/z.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\6\0\0\0")
    assert make().returncode == 2
    assert not Path("corpus.jsonl").exists()
    assert not is_done()


# ------------------------------------------------------------------ the rule, read by make

NAMES = (
    *("a.txt", "a b", "a  b", "a#b", "a$b", "a$", "a:b", "a%b", "a*b", "a?b", "a[b]", "~a", "x~y", "a=b", "a&b", "a'b"),
    *('a"b', "a,b", "{a}", "a>b", "-o", "ü", "date=2024/a", r"a\b", r"a\ b", r"a\#b", r"a\:b", r"a\%b", r"a\\ b"),
)


@pytest.mark.parametrize("name", NAMES)
def test_make_knows_the_names(name: str) -> None:
    path = Path(name)
    path.parent.mkdir(exist_ok=True)
    path.touch()
    Path("out").touch()
    Path("Makefile").write_bytes(depfile(Path("out"), [path]) + b"\nout:\n\t@echo made\n")
    age(path, 1000)
    age(Path("out"), 2000)
    assert make("out").stdout == "make: 'out' is up to date.\n"
    age(path, 3000)
    assert make("out").stdout == "made\n"
    path.unlink()
    assert make("out").stdout == "made\n"


@pytest.mark.parametrize("name", ["a\nb", "a\tb", "a;b", "a|b", "a(b)", "a\\"])
def test_a_name_that_no_rule_can_hold_is_refused(name: str) -> None:
    with pytest.raises(UsageError, match="no name for a depfile"):
        depfile(Path("out"), [Path(name)])


def test_the_page_shows_the_example() -> None:
    page = (ROOT / "docs" / "make.md").read_text(encoding="utf-8")
    assert f"```make\n{(EXAMPLE / 'Makefile').read_text(encoding='utf-8')}```\n" in page
