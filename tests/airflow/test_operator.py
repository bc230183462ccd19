"""CleanOperator and examples/airflow, run by the real Airflow (`make test-airflow`)."""

from __future__ import annotations

import importlib.util
import json
import os
import random
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

if importlib.util.find_spec("airflow") is None:
    pytest.skip("Airflow is not installed: make test-airflow does that", allow_module_level=True)

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent
EXAMPLE = ROOT / "examples" / "airflow" / "news.py"

HARBOUR = (
    "Dunmere harbour is to be opened again in June\n"
    "DUNMERE: The council voted on Monday to open the harbour again, which the storm of last winter had closed.\n"
    "A spokesman for the fishermen said that repairs had cost more than was planned.\n"
)
LIBRARY = (
    "Library lends out seeds of forgotten vegetables\n"
    "PORT ELDEN: Whoever has a card may take home seeds of forty kinds of beans, peas and kale since Tuesday.\n"
    "In autumn a tenth of what was harvested is to be brought back, so that the stock does not run out.\n"
)
LARGE = 30_000_000
"""Bytes of an input that takes some seconds, by worker processes."""


class Played(NamedTuple):
    """A DAG run: its tasks, the events of assets, and the log."""

    tasks: dict[str, dict[str, Any]]
    events: list[list[Any]]
    log: str

    def outcomes(self) -> dict[str, tuple[str, int]]:
        """The state of each task, and how often it was tried."""
        return {name: (task["state"], task["tries"]) for name, task in self.tasks.items()}


class Airflow:
    """A process that runs DAGs, in a home and a folder of news of their own."""

    def __init__(self, home: Path) -> None:
        self.news = home / "news"
        self._log = home / "log"
        dags = home / "dags"
        for folder in (self.news, dags):
            folder.mkdir()
        self._files = [Path(shutil.copy(path, dags)) for path in (EXAMPLE, HERE / "scenarios.py")]
        own = {key: value for key, value in os.environ.items() if not key.startswith("AIRFLOW")}
        self._environment = own | {
            "AIRFLOW_HOME": str(home),
            "AIRFLOW__CORE__DAGS_FOLDER": str(dags),
            "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
            "NO_COLOR": "1",
        }
        self.call("-m", "airflow", "db", "migrate")
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                [sys.executable, str(HERE / "play.py")],
                env=self._environment | {"AIRFLOW_VAR_NEWS_FOLDER": str(self.news)},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )

    def call(self, *arguments: str) -> str:
        """What a call of Python prints."""
        command = [sys.executable, *arguments]
        done = subprocess.run(
            command, env=self._environment, cwd=self.news, capture_output=True, text=True, timeout=300, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def begin(self, dag: str, day: str = "2026-11-21") -> None:
        """Begin to run a DAG."""
        path = self._files[dag != "news"]
        self._began = self._log.stat().st_size
        assert self._process.stdin is not None
        self._process.stdin.write(f"{path} {dag} {day}\n")
        self._process.stdin.flush()

    def end(self) -> Played:
        """What became of it."""
        assert self._process.stdout is not None
        answer = self._process.stdout.readline()
        log = self._log.read_bytes()[self._began :].decode("utf-8", "replace")
        assert answer, log
        return Played(**json.loads(answer), log=log)

    def play(self, dag: str, day: str = "2026-11-21") -> Played:
        """Run a DAG to its end."""
        self.begin(dag, day)
        return self.end()

    def cancel(self) -> None:
        """What Airflow's supervisor does to cancel a task."""
        self._process.send_signal(signal.SIGTERM)

    def workers(self) -> list[int]:
        """Processes that the run of a task has started, waited for."""
        for _ in range(6000):
            for child in children(self._process.pid):
                if len(found := children(child)) == 2:
                    return found
            time.sleep(0.01)
        raise AssertionError(self._log.read_text(encoding="utf-8"))

    def left(self) -> list[int]:
        """Processes that a task has left."""
        return children(self._process.pid)

    def close(self) -> None:
        """No more DAGs."""
        self._process.kill()
        self._process.communicate()


def children(process: int) -> list[int]:
    """The processes that a process has started."""
    try:
        return [
            int(child)
            for thread in Path(f"/proc/{process}/task").iterdir()
            for child in (thread / "children").read_text(encoding="ascii").split()
        ]
    except FileNotFoundError:  # it has ended meanwhile
        return []


def await_end(processes: list[int]) -> None:
    """Wait until the processes are gone."""
    for _ in range(6000):
        if not any(Path(f"/proc/{process}").exists() for process in processes):
            return
        time.sleep(0.01)
    raise AssertionError(processes)


@pytest.fixture(scope="session")
def airflow(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Airflow]:
    """Airflow, and files for it to clean."""
    process = Airflow(tmp_path_factory.mktemp("airflow"))
    news = process.news
    (news / "a.txt").write_text(HARBOUR, encoding="utf-8")
    (news / "-b.txt").write_text(LIBRARY, encoding="utf-8")
    (news / "damaged.jsonl").write_text(json.dumps({"text": HARBOUR}) + "\n{\n", encoding="utf-8")
    (news / "settings.toml").write_text('[rules]\noff = ["mojibake"]\n', encoding="utf-8")
    (news / "large.txt").write_text(large(), encoding="utf-8")
    try:
        yield process
    finally:
        process.close()


def large() -> str:
    """Stories of made-up words."""
    chance = random.Random(7)
    words = ["".join(chance.choices("abdefgiklmnoprstu", k=chance.randint(2, 9))) for _ in range(5000)]
    story = [f"TOWN: {' '.join(chance.choices(words, k=400))}.\n" for _ in range(1000)]
    return "\n".join(chance.choices(story, k=LARGE // 2500))


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_the_example_cleans_each_day_and_tells_the_counts(airflow: Airflow) -> None:
    raw, corpus = airflow.news / "raw" / "2026-11-20", airflow.news / "corpus"
    raw.mkdir(parents=True)
    corpus.mkdir()
    (raw / "a.txt").write_text(HARBOUR, encoding="utf-8")
    (raw / "b.txt").write_text(HARBOUR, encoding="utf-8")
    played = airflow.play("news")
    assert played.outcomes() == {"clean": ("success", 1), "report": ("success", 1)}
    counts = {"sources": 2, "bytes": 2 * len(HARBOUR), "articles": 1, "duplicates": 1, "set_aside": 0, "bytes_lost": 0}
    assert played.tasks["clean"]["xcom"].items() >= (counts | {"relations": {"exact": 1}}).items()
    assert played.tasks["report"]["xcom"] == "1 articles, 1 duplicates"
    assert played.events == [["news_corpus", "clean", {"out": "corpus/2026-11-20.jsonl"} | counts]]
    assert "1 article from 2 sources (466 bytes), 1 duplicate removed" in played.log
    assert [row["source"] for row in rows(corpus / "2026-11-20.jsonl")] == ["raw/2026-11-20/a.txt"]
    names = ["2026-11-20.audit.jsonl", "2026-11-20.jsonl", "2026-11-20.jsonl.manifest.json"]
    assert sorted(path.name for path in corpus.iterdir()) == names

    (raw / "a.txt").unlink()
    (raw / "b.txt").write_text(LIBRARY, encoding="utf-8")
    again = airflow.play("news")
    assert again.tasks["report"]["xcom"] == "1 articles, 0 duplicates"
    assert [row["source"] for row in rows(corpus / "2026-11-20.jsonl")] == ["raw/2026-11-20/b.txt"]
    assert [source["name"] for source in rows(corpus / "2026-11-20.audit.jsonl")[0]["sources"]] == [
        "raw/2026-11-20/b.txt"
    ]
    assert sorted(path.name for path in corpus.iterdir()) == names


@pytest.fixture
def commands() -> list[str]:
    """What docs/airflow.md has one enter."""
    page = (ROOT / "docs" / "airflow.md").read_text(encoding="utf-8")
    return [line.partition("#")[0].strip() for line in page.split("```sh\n")[1].partition("```")[0].splitlines()]


def test_the_page_can_be_followed(airflow: Airflow, commands: list[str]) -> None:
    variable, day = (shlex.split(command) for command in commands)
    assert variable == ["airflow", "variables", "set", "news_folder", "/srv/news"]
    assert day == ["airflow", "dags", "test", "news", "2026-11-22"]
    folder = airflow.news / "elsewhere"
    (folder / "raw" / "2026-11-21").mkdir(parents=True)
    (folder / "raw" / "2026-11-21" / "a.txt").write_text(HARBOUR, encoding="utf-8")
    (folder / "corpus").mkdir()
    airflow.call("-m", *variable[:4], str(folder))
    airflow.call("-m", *day)
    assert [row["source"] for row in rows(folder / "corpus" / "2026-11-21.jsonl")] == ["raw/2026-11-21/a.txt"]


CODES = """
import json
from airflow.sdk.exceptions import AirflowException
from clean.airflow import _fail
def raised(code):
    try:
        _fail(code, "why")
    except AirflowException as error:
        return type(error).__name__, str(error)
print(json.dumps({code: raised(code) for code in (*range(1, 3), *range(4, 128), *range(-64, 0))}))
"""


def test_only_what_passes_is_tried_again(airflow: Airflow) -> None:
    raised = json.loads(airflow.call("-c", CODES).splitlines()[-1])
    assert {int(code) for code, (name, _) in raised.items() if name == "AirflowException"} == {75, -1, -2, -9, -15}
    assert {name for name, _ in raised.values()} == {"AirflowException", "AirflowFailException"}
    assert raised["66"][1] == "clean run ended with exit code 66: why"
    assert raised["-11"][1] == "clean run ended by SIGSEGV: why"


def test_what_is_set_aside_is_a_warning_or_a_failure(airflow: Airflow) -> None:
    played = airflow.play("set_aside")
    assert played.outcomes() == {"warns": ("success", 1), "fails": ("failed", 1)}
    assert played.tasks["warns"]["xcom"]["set_aside"] == 1
    assert played.tasks["fails"]["xcom"] is None
    assert [(name, task) for name, task, _ in played.events] == [("outs", "warns")]
    warning = "some input could not be read and was set aside: see warns.quarantine.jsonl"
    assert [line for line in played.log.splitlines() if "[warning" in line and warning in line]
    failure = "some input could not be read and was set aside: see fails.quarantine.jsonl"
    assert f"AirflowFailException: {failure}" in played.log
    assert (airflow.news / "fails.quarantine.jsonl").exists()


def test_what_no_retry_helps_fails_at_the_first_try(airflow: Airflow) -> None:
    played = airflow.play("hopeless")
    assert set(played.outcomes().values()) == {("failed", 1)}
    messages = [
        "clean run ended with exit code 66: cannot read: missing.txt",
        f"no such folder: {airflow.news}/missing",
        "clean run ended with exit code 73: cannot create: missing/out.jsonl",
        "clean run ended with exit code 2: No such option: --of",
        "clean run ended with exit code 4: too much is taken out",
        "a task has no standard input and output: name files in place of -",
        "clean run wrote nothing: --dry-run has no place in a task",
    ]
    assert [text for text in messages if f"AirflowFailException: {text}" not in played.log] == []
    assert not (airflow.news / "out.jsonl").exists()


def test_arguments_may_be_templates_xcoms_and_mapped(airflow: Airflow) -> None:
    played = airflow.play("arguments")
    assert set(played.outcomes().values()) == {("success", 1)}
    sources = {name: task["xcom"]["sources"] for name, task in played.tasks.items() if name != "find"}
    assert sources == {"rendered": 2, "mapped[0]": 1, "mapped[1]": 1}
    options = "'--off', 'headline', '-o', '2026-11-21.jsonl', '--audit', '2026-11-21.audit.jsonl', '--config', 'settin"
    assert options in played.log
    assert {row["source"] for row in rows(airflow.news / "2026-11-21.jsonl")} == {"a.txt", "-b.txt"}
    assert [rows(airflow.news / f"{number}.jsonl")[0]["source"] for number in range(2)] == ["a.txt", "-b.txt"]


def test_a_run_whose_worker_is_killed_is_tried_again(airflow: Airflow) -> None:
    folder = airflow.news / "interrupted"
    folder.mkdir()
    airflow.begin("interrupted")
    os.kill(airflow.workers()[0], signal.SIGKILL)
    played = airflow.end()
    assert played.outcomes() == {"clean": ("success", 2)}
    assert "AirflowException: clean run ended with exit code 75: a worker process was killed" in played.log
    assert [path.name for path in folder.iterdir()] == ["out.jsonl"]
    assert len(rows(folder / "out.jsonl")) == played.tasks["clean"]["xcom"]["articles"]


def test_a_run_that_is_cancelled_leaves_nothing(airflow: Airflow) -> None:
    folder = airflow.news / "interrupted"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    (folder / "out.jsonl").write_text("old\n", encoding="utf-8")
    airflow.begin("interrupted")
    workers = airflow.workers()
    airflow.cancel()
    await_end(workers)
    assert (folder / "out.jsonl").read_text(encoding="utf-8") == "old\n"
    airflow.workers()
    airflow.cancel()  # the retry, too
    played = airflow.end()
    assert played.outcomes() == {"clean": ("failed", 2)}
    assert "AirflowException: clean run ended by SIGTERM" in played.log
    assert [path.name for path in folder.iterdir()] == ["out.jsonl"]
    assert (folder / "out.jsonl").read_text(encoding="utf-8") == "old\n"
    assert airflow.left() == []


def test_a_run_that_takes_too_long_is_ended(airflow: Airflow) -> None:
    folder = airflow.news / "late"
    folder.mkdir()
    played = airflow.play("late")
    assert played.outcomes() == {"clean": ("failed", 1)}
    assert "AirflowTaskTimeout" in played.log
    assert list(folder.iterdir()) == []
    assert airflow.left() == []
