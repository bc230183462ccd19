"""`import clean`: runs from Python, as in a notebook or a script."""

from __future__ import annotations

import gc
import importlib
import json
import multiprocessing
import signal
import subprocess
import sys
import threading
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import clean
from clean.errors import InputError, UsageError
from clean.proof.restore import restore
from clean.proof.verify import verify
from tests.support import folder_of

FEED = """\
PORT ARDEN: The harbour master told the council that the winter storm had closed the ferry line for a week in all.
The council will vote on a new bridge in spring, and the mayorâ€™s budget has money for it, the mayor’s office said.

Harbour master asks council for a bridge after winter storm
Harbour master asks council for a bridge after winter storm

MARLOW: The museum of Marlow has found a painting behind a wall that nobody had opened in eighty years.
The painting will be shown from May, said the director, who called it the find of a lifetime.

Museum finds painting behind a wall
Museum finds painting behind a wall

DUNMERE: Two wolves were seen near the reservoir on Sunday, the first in the county since records began.
Farmers asked the ministry for fences; the ministry said that a decision would come before the lambing season.

Wolves seen near Dunmere reservoir
Wolves seen near Dunmere reservoir
"""
HEADLINES = [
    "Harbour master asks council for a bridge after winter storm",
    "Museum finds painting behind a wall",
    "Wolves seen near Dunmere reservoir",
]
FILES = {
    "feed.txt": FEED.encode(),
    "more.jsonl": b'{"text": 3}\n{"text": "Fine here.", "big": 12345678901234567890123}\n',
}


@pytest.fixture
def folder() -> Iterator[Path]:
    """The working folder, with the inputs."""
    with folder_of(FILES) as place:
        yield place


# ------------------------------------------------------------------ what the package hands on


def test_the_package_hands_on_what_it_says() -> None:
    assert set(clean.__all__) <= set(dir(clean))
    for name in clean.__all__:
        assert getattr(clean, name).__doc__, name
    assert clean.articles is importlib.import_module("clean.api").articles


def test_what_it_hands_on_is_no_module() -> None:
    """A name that is a module's too would be one or the other, depending on what was imported before."""
    package = Path(clean.__file__).parent
    modules = {path.stem for path in package.iterdir()}
    assert not modules & set(clean.__all__)


def test_no_other_name_is_there() -> None:
    with pytest.raises(AttributeError, match="module 'clean' has no attribute 'rum'"):
        clean.rum  # noqa: B018


# ------------------------------------------------------------------ runs


def test_a_run_without_outputs_gives_the_articles_and_writes_nothing(folder: Path) -> None:
    found = clean.run("feed.txt", Path("more.jsonl"))
    assert [row["headline"] for row in found] == [*HEADLINES, ""]
    assert "mayor’s budget" in found[0]["text"]
    assert found[3]["metadata"] == {"big": 12345678901234567890123}
    assert (len(found), found[-1], found[:1]) == (4, found[3], [found[0]])
    assert (found.report.articles, found.report.set_aside, found.report.rules["mojibake"]) == (4, 1, 1)
    assert repr(found).startswith("<4 articles from 2 sources (")
    assert sorted(path.name for path in folder.iterdir()) == sorted(FILES)
    with pytest.raises(IndexError):
        found[4]


def test_a_run_writes_what_the_command_writes(folder: Path) -> None:
    command = [sys.executable, "-m", "clean", "run", *FILES, "-o", "a.jsonl.gz", "--audit", "a.audit", "--manifest"]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 3
    found = clean.run(*FILES, out=folder / "b.jsonl.gz", audit="b.audit", manifest=True)
    for name in ("jsonl.gz", "audit", "quarantine.jsonl"):
        assert Path(f"b.{name}").read_bytes() == Path(f"a.{name}").read_bytes()
    assert verify(Path("b.jsonl.gz"), Path("b.audit"), list(FILES)).findings == []
    restore(Path("b.jsonl.gz"), Path("b.audit"), Path("back"))
    assert Path("back/feed.txt").read_bytes() == FILES["feed.txt"]
    changes = [json.loads(line) for line in Path("b.audit").read_text(encoding="utf-8").splitlines()[1:]]
    assert list(found.changes()) == changes
    assert len(changes) > 3


@pytest.mark.usefixtures("folder")
def test_articles_can_be_read_again_and_from_a_file() -> None:
    """What does not stay in memory is read back, as often as is asked for, and is gone with the object."""
    plain = list(clean.run("feed.txt"))
    found = clean.run("feed.txt", memory="1", work_dir=".")
    assert list(found) == plain == list(found)
    with clean.run("feed.txt", memory="1") as held:
        assert held[2] == plain[2]
    with pytest.raises(ValueError, match="closed"):
        held[2]
    del found
    gc.collect()


@pytest.mark.usefixtures("folder")
def test_settings_are_those_of_the_command() -> None:
    Path("own.toml").write_text('[normalize]\nquotes = "straight"\n', encoding="utf-8")
    own = clean.run("feed.txt", config="own.toml")
    assert "mayor's office" in own[0]["text"]
    assert list(clean.run("feed.txt", settings=tomllib.loads(Path("own.toml").read_text("utf-8")))) == list(own)
    assert clean.articles(FEED, config=Path("own.toml"))[0]["text"] == own[0]["text"]
    Path("own.toml").rename("clean.toml")
    assert list(clean.run("feed.txt")) == list(own)
    assert "mayorâ€™s" in clean.run("feed.txt", off=["mojibake"])[0]["text"]
    assert "mayorâ€™s" in clean.run("feed.txt", skip="normalize")[0]["text"]
    assert len(clean.run("feed.txt", settings={"run": {"skip": ["split"]}})) == 1


@pytest.mark.parametrize(
    ("arguments", "options", "message"),
    [
        ((), {}, "nothing to read"),
        (("feed.txt",), {"audit": "a"}, "no audit or manifest without OUT"),
        (("feed.txt",), {"manifest": True}, "no audit or manifest without OUT"),
        (("feed.txt",), {"out": "-"}, "no standard output here"),
        (("feed.txt",), {"config": "a", "settings": {}}, "both config and settings"),
        (("feed.txt",), {"out": "o", "audit": "-"}, "no standard output here"),
        (("feed.txt",), {"jobs": -1}, "jobs must be 0 or more: -1"),
        (("feed.txt",), {"out": "o", "shards": -1}, "shards must be 0 or more: -1"),
        (("feed.txt",), {"out": "o", "shard_size": "0"}, "shard size must be 1 or more: 0"),
        (("feed.txt",), {"memory": 5}, "wrong argument: memory: it must be str, not int"),
        (("feed.txt",), {"jobs": "2"}, "wrong argument: jobs: it must be int, not str"),
        (("feed.txt",), {"max_loss": "5%"}, "wrong argument: max_loss: it must be float, not str"),
        (("feed.txt",), {"settings": ["dedupe"]}, "wrong argument: settings: it must be Mapping, not list"),
        (("feed.txt",), {"off": [3]}, "not a name: 3: names of stages and rules are str"),
        (("feed.txt", 3), {}, "wrong argument: inputs: it must be str or PathLike, not int"),
        (("feed.txt",), {"settings": {3: {}}}, "unknown setting: settings: 3"),
        (("feed.txt",), {"settings": {"dedupe": {3: 1}}}, "unknown setting: settings: dedupe.3"),
        (("feed.txt",), {"max_loss": 20}, "max_loss must be 0 to 1: 20"),
        (("feed.txt",), {"settings": {"dedup": {}}}, "unknown setting: settings: dedup"),
        (("feed.txt",), {"skip": ["dedup"]}, "unknown stage: dedup"),
        (("feed.txt",), {"out": "feed.txt"}, "the output is also an input: feed.txt"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_what_cannot_be_asked_for(arguments: tuple[Any, ...], options: dict[str, Any], message: str) -> None:
    with pytest.raises(UsageError) as caught:
        clean.run(*arguments, **options)
    assert str(caught.value) == message
    assert getattr(caught.value, "__notes__", []) == ([f"hint: {caught.value.hint}"] if caught.value.hint else [])


@pytest.mark.usefixtures("folder")
def test_who_gives_a_list_of_inputs_is_told_how() -> None:
    with pytest.raises(UsageError) as caught:
        clean.run(["feed.txt"])  # type: ignore[arg-type]
    assert caught.value.hint == "give each for itself: clean.run(*inputs)"
    with pytest.raises(UsageError) as caught:
        clean.run(3)  # type: ignore[arg-type]
    assert caught.value.hint == ""


@pytest.mark.parametrize("memory", ["1K", "1G"])
@pytest.mark.usefixtures("folder")
def test_articles_that_are_closed_are_gone(memory: str) -> None:
    with clean.run("feed.txt", memory=memory) as articles:
        assert articles[0]["source"] == "feed.txt"
    for ask in (lambda: articles[0], lambda: list(articles), lambda: list(articles.changes())):
        with pytest.raises(ValueError, match="these articles are closed"):
            ask()


@pytest.mark.parametrize("text", [None, 3, ["a"], bytearray(b"a")])
def test_what_is_no_text_is_refused(text: Any) -> None:
    with pytest.raises(UsageError, match=f"not text: {type(text).__name__}: it is neither str nor bytes"):
        clean.articles(text)


@pytest.mark.usefixtures("folder")
def test_errors_are_the_packages_own() -> None:
    with pytest.raises(clean.CleanError, match=r"cannot read: none\.txt: No such file or directory") as caught:
        clean.run("none.txt")
    assert isinstance(caught.value, InputError)
    assert caught.value.exit_code == 66


# ------------------------------------------------------------------ a text


def test_the_articles_of_a_text() -> None:
    first, *others = clean.articles(FEED)
    assert len(others) == 2
    assert (first["source"], first["dateline"]) == ("text", "PORT ARDEN")
    span = first["span"]
    assert FEED.encode()[span["start_byte"] : span["end_byte"]].startswith(
        b"PORT ARDEN: The harbour master told the council"
    )


@pytest.mark.parametrize("text", ["", "\n\n", b""])
def test_an_empty_text_has_none(text: str | bytes) -> None:
    assert list(clean.articles(text)) == []


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_bytes_are_decoded_as_a_file_is(encoding: str) -> None:
    text = FEED.replace("â€™", "’")
    assert clean.articles(text.encode(encoding))[0]["text"] == clean.articles(text)[0]["text"]


@pytest.mark.parametrize("text", ["Rain fell.", "Pluie tombée à Nîmes.", "雨が降った。", "é"])
def test_a_text_is_not_guessed_at(text: str) -> None:
    found = clean.articles(text, skip="normalize")
    assert [row["text"] for row in found] == [text]
    with pytest.raises(UsageError, match="not text: a surrogate at character 2"):
        clean.articles(f"é\ud800{text}")


def test_a_text_that_is_none_is_counted() -> None:
    found = clean.articles("\x89PNG\r\n\x1a\n\x00\x00")
    assert (list(found), found.report.set_aside) == ([], 1)


# ------------------------------------------------------------------ notebooks and scripts


SCRIPT = """
import clean
from clean import pipeline
pipeline.LARGE = 0  # as for a large input: with workers
found = clean.run("feed.txt", jobs=2)
print(len(found), found[0]["dateline"])
"""


@pytest.mark.usefixtures("folder")
def test_a_script_needs_no_guard() -> None:
    """Workers are forked, so they do not run the script again, and nothing is printed but what it prints."""
    Path("script.py").write_text(SCRIPT, encoding="utf-8")
    done = subprocess.run([sys.executable, "script.py"], capture_output=True, text=True, check=True, timeout=120)
    assert (done.stdout, done.stderr) == ("3 PORT ARDEN\n", "")


@pytest.mark.usefixtures("folder")
def test_a_run_in_a_thread_leaves_signals_and_children_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a notebook's kernel, or a server: whoever calls has handlers and processes of its own."""
    monkeypatch.setattr("clean.pipeline.LARGE", 0)
    before = [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)]
    child = multiprocessing.get_context("fork").Process(target=time.sleep, args=(60,))
    child.start()
    held: list[int] = []
    thread = threading.Thread(target=lambda: held.append(len(clean.run("feed.txt", jobs=2, out="out.jsonl"))))
    thread.start()
    thread.join()
    assert held == [3]
    assert [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)] == before
    assert child.is_alive()
    child.kill()
    child.join()


def test_an_interrupted_run_leaves_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stopping a notebook's cell is KeyboardInterrupt."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("clean.pipeline.find_duplicates", interrupt)
    with pytest.raises(KeyboardInterrupt):
        clean.run("feed.txt", out="out.jsonl", audit="audit.jsonl")
    assert sorted(path.name for path in folder.iterdir()) == sorted(FILES)


def test_import_clean_loads_nothing() -> None:
    probe = "import sys; before = set(sys.modules); import clean; print(*set(sys.modules) - before)"
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True, timeout=60)
    assert {name.partition(".")[0] for name in done.stdout.split()} <= {"clean", *sys.stdlib_module_names}
    assert not [name for name in done.stdout.split() if name.startswith("clean.")]
