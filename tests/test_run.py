"""Runs as a whole: what the audit costs, and what must make no difference to what comes out."""

from __future__ import annotations

import dataclasses
import json
import random
from pathlib import Path

import pytest

from clean import engines, pipeline
from clean.flow import reading
from clean.flow.telling import silent
from clean.pipeline import Job, run
from clean.settings import Read, Settings
from clean.similarity import candidates, overlap
from clean.sinks import jsonl
from tests.support import check, clean, folder_of

PLACES = ("LONDON", "PORT ELDEN", "KYIV", "NAIROBI")


def news(stories: int, seed: int) -> str:
    """Stories of made-up sentences, headline above the body, every third with a dateline; nothing to repair."""
    chance = random.Random(seed)
    words = ["".join(chance.choices("etaoinshrdlucmfwyp", k=chance.randint(2, 9))) for _ in range(3000)]

    def sentence(size: int) -> str:
        return " ".join(chance.choices(words, k=size)).capitalize()

    lines = []
    for story in range(stories):
        lines.append(" ".join(word.capitalize() for word in chance.choices(words, k=7)))
        opening = f"{chance.choice(PLACES)}: " if story % 3 == 0 else ""
        for paragraph in range(chance.randint(6, 12)):
            text = ". ".join(sentence(chance.randint(9, 20)) for _ in range(3)) + "."
            lines.append(opening + text if paragraph == 0 else text)
    return "\n".join(lines) + "\n"


def test_the_audit_of_clean_text_is_under_two_per_cent() -> None:
    """The audit does not repeat what stands in OUT (DESIGN 3.1)."""
    text = news(200, seed=1).encode()
    with folder_of({"news.txt": text}) as folder:
        run(Job(("news.txt",), folder / "out.jsonl", folder / "audit.jsonl"), Settings(), silent)
        rows = (folder / "out.jsonl").read_text("utf-8").splitlines()
        assert (folder / "audit.jsonl").stat().st_size < len(text) / 50
        assert sum(bool(json.loads(row)["dateline"]) for row in rows) > 30  # told without a change each


def outputs(folder: Path, name: str, jobs: int, settings: Settings) -> tuple[bytes, bytes]:
    job = Job(("*.txt",), folder / f"{name}.jsonl", folder / f"{name}.audit.jsonl", jobs=jobs)
    run(job, settings, silent)
    assert job.audit is not None
    return job.out.read_bytes(), job.audit.read_bytes()


def test_processes_and_blocks_make_no_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    """One process or several, small blocks or large, a first look at little: the same bytes."""
    monkeypatch.setattr(pipeline, "LARGE", 0)
    monkeypatch.setattr(reading, "SAMPLE", 20_000)
    for module, name, least in DIVIDED:
        monkeypatch.setattr(module, name, least)
    house = "Printed in Port Elden on recycled paper\n"
    stories = [news(1, seed) for seed in range(10, 24)]
    more = news(3, seed=3) + news(20, seed=2) + "".join(story + house for story in stories) + stories[0][:-90] + house
    texts = {"empty.txt": b"", "more.txt": more.encode(), "news.txt": news(60, seed=2).encode(), "none.txt": b"\n" * 50}
    with folder_of(texts) as folder:
        made = set()
        for jobs, block in RUNS:
            out, audit = outputs(folder, f"b{block}-j{jobs}", jobs, Settings(read=Read(block=block)))
            header, *changes = audit.splitlines()
            made.add((out, json.dumps(json.loads(header)["sources"]), tuple(changes)))
        assert len(made) == 1
        told = b"".join(made.pop()[2])
        rules = ("repeated-line", "near-duplicate", "exact-duplicate")
        assert all(f'"rule":"{rule}"'.encode() in told for rule in rules)


DIVIDED = [
    (pipeline, "WIDE", 0),
    (engines, "TOGETHER", 16),  # articles and pairs
    (overlap, "WORDS", 2_000),
    (candidates, "PART", 1_000),  # keys
    (candidates, "MERGE_FROM", 10),  # pairs
    (jsonl, "MOST", 20_000),  # bytes: of some parts
]
"""What decides into how many parts the work on the corpus is divided, so that there are several."""

RUNS = [
    *((jobs, 5_000) for jobs in (1, 2, 3, 7)),  # 40 blocks
    *((jobs, 1 << 16) for jobs in (1, 7)),
    *((jobs, 1 << 20) for jobs in (1, 3)),
    (2, 1 << 26),
]
"""Processes and bytes of a block, up to as many blocks as they are, and to one for each file."""


def test_what_repeats_goes_and_comes_back() -> None:
    """A house line under many stories is taken out of them, in text and in records, and restored."""
    house = "Printed in Port Elden on recycled paper"
    files = {f"{number}.txt": f"{news(1, seed=number)}{house}\n".encode() for number in range(12)}
    records = [{"title": "Head", "text": f"{news(1, seed=number)}{house}", "n": number} for number in range(40, 52)]
    files["records.jsonl"] = "".join(f"{json.dumps(record)}\n" for record in records).encode()
    result = clean(files)
    check(result, files)
    assert not any(house in row["text"] for row in result.rows)
    assert sum(edit["rule"] == "repeated-line" for edit in result.edits) == 24
    for row in result.rows:
        lines = files[row["source"]].decode().splitlines()
        assert row["source"] == "records.jsonl" or row["span"]["end_line"] == len(lines) - 1


def test_a_repeated_line_at_the_head_leaves_what_follows() -> None:
    """Changes behind a line taken out stay; a last line without an ending may be the one that goes."""
    first, last = "All the news of the coast every morning", "Printed in Port Elden on recycled paper"
    files = {}
    for number in range(12):
        headline, *body = news(1, seed=number).splitlines()
        body[2] = body[2].replace(" ", "  ", 1) + " Itâ€™s said."
        files[f"{number}.txt"] = "\n".join([headline, first, *body, "", last]).encode()
    result = clean(files)
    check(result, files)
    assert sum(edit["rule"] == "mojibake" for edit in result.edits) == 12
    assert not any(line in row["text"] for row in result.rows for line in (first, last))


def test_numbers_pass_through_as_they_are() -> None:
    """Fields that are none of ours keep whole numbers that 64 bits cannot hold."""
    raw = b'{"text": "Rain fell.", "big": 123456789012345678901234567890, "small": 2.50}\n'
    [row] = clean({"a.jsonl": raw}).rows
    assert row["metadata"] == {"big": 123456789012345678901234567890, "small": 2.5}


def test_a_run_with_nothing_set_aside_removes_the_quarantine_of_an_earlier_one() -> None:
    """What lies beside OUT belongs to it."""
    with folder_of({"a.jsonl": b"[]\n"}) as folder:
        job = Job(("a.jsonl",), folder / "out.jsonl")
        run(job, Settings(), silent)
        assert (folder / "out.quarantine.jsonl").exists()
        (folder / "a.jsonl").write_bytes(b'{"text": "Rain fell."}\n')
        run(job, Settings(), silent)
        assert sorted(path.name for path in folder.iterdir()) == ["a.jsonl", "out.jsonl"]


@pytest.mark.parametrize("memory", [0, 5_000])
def test_memory_makes_no_difference(memory: int) -> None:
    """Text that does not stay in memory is read back from the work file, which is gone afterwards."""
    with folder_of({"news.txt": news(30, seed=5).encode()}) as folder:
        job = Job(("news.txt",), folder / "a.jsonl", folder / "a.audit.jsonl")
        run(job, Settings(), silent)
        small = dataclasses.replace(job, out=folder / "b.jsonl", audit=folder / "b.audit.jsonl", memory=memory)
        run(small, Settings(), silent)
        assert (folder / "a.jsonl").read_bytes() == (folder / "b.jsonl").read_bytes()
        assert (folder / "a.audit.jsonl").read_bytes() == (folder / "b.audit.jsonl").read_bytes()
        assert len(list(folder.iterdir())) == 5
