"""What the figures are held against: a script such as a user would write, and datatrove's MinHash pipeline.

Neither can cut a file into stories, so each gets them already cut.
"""

from __future__ import annotations

import json
import subprocess
import sys
import venv
from pathlib import Path

from bench.corpus import FOLDER, Corpus
from bench.measure import Command

PEERS = Path(__file__).resolve().parent / "peers"
TASKS = 2  # files of stories: a task each
PINS = ("datatrove[processing]==0.10.1", "spacy==3.8.18", "orjson==3.13.0", "numpy==2.4.6")
"""spaCy cuts words for datatrove."""


def cut_stories(corpus: Corpus, folder: Path) -> int:
    """Write the corpus's stories into the folder, in as many files as there are tasks; gives their bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    files = [(folder / f"{task}.jsonl").open("w", encoding="utf-8") for task in range(TASKS)]
    lines: list[str] = []
    name = ""
    for row in corpus.gold():
        if row["file"] != name:
            name = row["file"]
            lines = (corpus.folder / name).read_text(encoding="utf-8").split("\n")
        story = {"id": str(row["id"]), "text": "\n".join(lines[row["start"] - 1 : row["end"]])}
        files[row["id"] % TASKS].write(json.dumps(story, ensure_ascii=False) + "\n")
    for file in files:
        file.close()
    return sum(path.stat().st_size for path in folder.iterdir())


def plain(stories: Path, work: Path) -> Command:
    """The script, on one core: it has no way to use two."""
    joined = work / "stories.jsonl"
    joined.write_bytes(b"".join(path.read_bytes() for path in sorted(stories.iterdir())))
    words = [sys.executable, str(PEERS / "plain.py"), str(joined), str(work / "plain.jsonl")]
    return Command(words, work, joined.stat().st_size)


def datatrove(stories: Path, work: Path) -> Command:
    """The pipeline, on two cores; raises OSError or CalledProcessError where it cannot be installed."""
    python = _environment()
    # A step that finds its work done does nothing, so each run has a folder of its own.
    script = f'exec "$0" "$1" "$2" "$(mktemp -d -p "{work}")"'
    words = ["sh", "-c", script, str(python), str(PEERS / "minhash_pipeline.py"), str(stories)]
    return Command(words, work, sum(path.stat().st_size for path in stories.iterdir()))


def _environment() -> Path:
    """The Python that has datatrove, installed now unless it was."""
    folder = FOLDER / "datatrove"
    python, pins = folder / "bin" / "python", folder / "pins"
    wanted = "\n".join(PINS)
    if not pins.is_file() or pins.read_text(encoding="utf-8") != wanted:
        print("(installing datatrove into .bench/datatrove, once)", flush=True)
        venv.create(folder, clear=True, with_pip=True)
        install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PINS]
        subprocess.run(install, check=True, capture_output=True, text=True)
        pins.write_text(wanted, encoding="utf-8")
    return python
