"""The forms of OUT: whatever it is called, its rows are the same, and others can load them."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest

from clean.sinks.forms import base_name
from tests.outputs.runs import clean


@pytest.mark.parametrize(
    ("out", "base"),
    [
        ("out", "out"),
        ("out.txt", "out.txt"),
        ("out.json", "out.json"),
        ("a.b.jsonl", "a.b"),
        ("out.jsonl.jsonl", "out.jsonl"),
        ("out.jsonl", "out"),
        ("out.parquet", "out"),
        ("out.JSONL.GZ", "out"),
        ("out.zst", "out"),
        (".jsonl", ".jsonl"),
    ],
)
def test_what_stands_beside_out_has_its_name(out: str, base: str) -> None:
    assert base_name(Path(out)) == base


def test_rows_are_documents_of_dolma() -> None:
    """The toolkit demands strings `id`, `text` and `source`, and knows `metadata`; it passes over other keys."""
    clean("documents.jsonl.gz")
    seen = set()
    for line in gzip.decompress(Path("documents.jsonl.gz").read_bytes()).splitlines():
        row = json.loads(line)
        assert all(isinstance(row[key], str) for key in ("id", "text", "source"))
        assert isinstance(row["metadata"], dict)
        assert not {"version", "added", "created", "attributes"} & row.keys()  # which Dolma would read something into
        seen.add(row["id"])
    assert len(seen) > 4


WITHOUT = "import sys; sys.modules['pyarrow'] = None; from clean.console.running import main; main()"


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (
            ["run", "a.txt", "-o", "out.parquet"],
            69,
            "clean: error: an optional part is not installed: pyarrow: out.parquet needs it\n"
            "hint: pip install 'newsclean[parquet]'\n",
        ),
        (
            ["run", "a.txt", "-o", "out.jsonl", "--shards", "2", "--shard-size", "1K"],
            2,
            "clean: error: both --shards and --shard-size\nhint: give one of the two\n",
        ),
        (
            ["run", "a.txt", "-o", "out.jsonl", "--shard-size", "big"],
            2,
            "clean: error: not a size: big\nhint: sizes are like 512M or 2G\n",
        ),
        (["run", "a.txt", "-o", "out.jsonl.xz", "--shards", "2", "-q"], 0, ""),
    ],
)
def test_the_command_tells_what_it_cannot_write(arguments: list[str], code: int, told: str) -> None:
    done = subprocess.run([sys.executable, "-c", WITHOUT, *arguments], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (code, "", told)
