"""What `verify` is tried on: a run over seven sources, and what is found in what it wrote."""

from __future__ import annotations

from pathlib import Path

from clean.flow.telling import silent
from clean.pipeline import Job, run
from clean.proof.verify import verify
from clean.settings import Settings

FEED = """\
PORT ARDEN: The harbour master told the council that the winter storm had closed the ferry line for a week in all.
The council will vote on a new bridge in spring, and the mayorâ€™s budget has money for it, the mayor’s office said.

Harbour master asks council for a bridge after winter storm
Harbour master asks council for a bridge after winter storm
- Ferry line closed for a week

MARLOW: A second  story tells of the museum, which found a painting behind a wall that nobody had opened in years.
The painting will be shown from May, said the director, who called it the find of a lifetime.


"""
FILES = {
    "a.txt": FEED.encode(),
    "b.txt": FEED.replace("week in all", "whole week").encode("cp1252").replace(b"\n", b"\r\n"),
    "c.jsonl": b'{"text": 3}\n{"text": "Fine here.", "x": 1}\n{"title": "T", "text": "One line.\\nAnd two."}\n',
    "d.csv": 'headline,text\nOne,"First, with a comma.\nSecond line."\n'.encode("utf-8-sig"),
    "e.txt": b"\x89PNG\r\n\x1a\n\x00\x00",
    "f.txt": b"",
    "g.txt": FEED.encode("utf-16"),
}
OUT = "o.jsonl"
AUDIT = "u.jsonl"
MANIFEST = "o.jsonl.manifest.json"
ASIDE = "o.quarantine.jsonl"


def clean(has_manifest: bool = False, **more: object) -> None:
    job = Job(tuple(FILES), Path(OUT), Path(AUDIT), has_manifest=has_manifest, **more)  # type: ignore[arg-type]
    run(job, Settings(), silent)


def findings(*inputs: str) -> list[str]:
    return verify(Path(OUT), Path(AUDIT), inputs).findings
