"""The form of OUT, by its name: rows as lines of JSON, plain or compressed, or as Parquet; its shards' names."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Literal, NamedTuple

from clean.errors import InputError, UsageError
from clean.sources.find import COMPRESSIONS, shown


class Form(NamedTuple):
    """How the rows are written, and by what they are compressed ("": nothing)."""

    rows: Literal["jsonl", "parquet"]
    compression: str = ""


def form_of(out: Path) -> Form:
    """The form that OUT's name asks for; a name that says nothing is one of plain lines."""
    compression = COMPRESSIONS.get(out.suffix.lower(), "")
    if compression and out.stem.lower().endswith(".parquet"):
        raise UsageError("no such form", shown(out), "Parquet is compressed inside", hint="end the name in .parquet")
    return Form("parquet" if out.suffix.lower() == ".parquet" else "jsonl", compression)


def base_name(out: Path) -> str:
    """OUT's name without the suffixes of its form: what the files beside it are named after.

    >>> base_name(Path("out.jsonl.zst")), base_name(Path("out.txt"))
    ('out', 'out.txt')
    """
    name = out.name
    for known in (COMPRESSIONS, (".jsonl", ".parquet")):
        stem, suffix = os.path.splitext(name)
        name = stem if suffix.lower() in known else name
    return name


def shard_name(out: Path, number: int, count: int) -> Path:
    """The name of a shard, from 0, as Hugging Face's `datasets` and Dolma have it.

    >>> shard_name(Path("out.jsonl.gz"), 1, 4).name
    'out-00001-of-00004.jsonl.gz'
    """
    stem, suffix = _cut(out.name)
    return out.with_name(f"{stem}-{number:05}-of-{count:05}{suffix}")


def shards(out: Path) -> list[Path]:
    """The shards of OUT that are there, of whatever run, in the order of their names."""
    stem, suffix = _cut(out.name)
    pattern = re.compile(rf"{re.escape(stem)}-\d{{5}}-of-\d{{5}}{re.escape(suffix)}")
    try:
        names = sorted(os.listdir(out.parent))
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise InputError("cannot read", shown(out.parent), error.strerror or str(error)) from error
    return [out.with_name(name) for name in names if pattern.fullmatch(name)]


def shard_count(shard: Path) -> int:
    """How many shards there are, by the name of one.

    >>> shard_count(Path("out-00001-of-00004.jsonl.gz"))
    4
    """
    return int(_cut(shard.name)[0].rpartition("-")[2])


def whole_of(shard: Path) -> Path | None:
    """OUT's name by that of one of its shards; None where the name is none of a shard.

    >>> whole_of(Path("out-00001-of-00004.jsonl.gz")).name
    'out.jsonl.gz'
    """
    stem, suffix = _cut(shard.name)
    match = re.fullmatch(r"(.+)-\d{5}-of-\d{5}", stem)
    return shard.with_name(match[1] + suffix) if match else None


def _cut(name: str) -> tuple[str, str]:
    """A file's name before its suffix, and the suffix with that of a compression."""
    stem, suffix = os.path.splitext(name)
    if suffix.lower() in COMPRESSIONS:
        stem, inner = os.path.splitext(stem)
        suffix = inner + suffix
    return stem, suffix
