"""A run to test the forms of OUT on: its inputs, and whether they come back."""

from __future__ import annotations

import bz2
import gzip
import lzma
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from clean.flow.telling import silent
from clean.pipeline import Job, run
from clean.proof.restore import restore
from clean.proof.verify import verify
from clean.settings import Settings

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd


STORY = """\
PORT ARDEN: The harbour master told council {n} that the winter storm had closed ferry line {n} for a week in all.
The council will vote on bridge {n} in spring, and the mayorâ€™s budget has money for it, the mayor’s office said.

Harbour master {n} asks council for a bridge
Harbour master {n} asks council for a bridge

"""
FILES = {
    "a.txt": "".join(STORY.format(n=number) for number in range(5)).encode(),
    "b.jsonl": b'{"text": 3}\n{"text": "Fine here.", "x": 123456789012345678901234567890, "y": {"z": [null]}}\n',
    "c.txt": STORY.format(n=2).encode("utf-16"),
}
UNPACK: dict[str, Callable[[bytes], bytes]] = {
    "": bytes,
    ".gz": gzip.decompress,
    ".zst": zstd.decompress,
    ".bz2": bz2.decompress,
    ".xz": lzma.decompress,
}


def clean(out: str, **more: object) -> Job:
    """Run over all inputs, OUT's audit beside it."""
    job = Job(tuple(FILES), Path(out), Path(f"{out}.audit"), **more)  # type: ignore[arg-type]
    run(job, Settings(), silent)
    return job


def check(out: str) -> None:
    """OUT and its audit are well, and the inputs come back from them."""
    verdict = verify(Path(out), Path(f"{out}.audit"), list(FILES))
    assert (verdict.findings, verdict.articles) == ([], len(Path("plain.jsonl").read_bytes().splitlines()))
    restore(Path(out), Path(f"{out}.audit"), Path("back"))
    assert {name: (Path("back") / name).read_bytes() for name in FILES} == FILES
    shutil.rmtree("back")
