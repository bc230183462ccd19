"""The manifest of a run, OUT.manifest.json: every file read and written with size and hash, what was counted, by what.

It is one line of JSON, written last, and carries its own hash (`seal.py`). There are no times and no names of machines.
"""

from __future__ import annotations

import hashlib
import os
import platform
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import ZLIB_RUNTIME_VERSION

from clean import __version__
from clean.audit.facts import Facts
from clean.audit.seal import BLANK, unsealed
from clean.contract import flaw
from clean.errors import StreamError
from clean.sinks.forms import base_name
from clean.sources.find import shown

if TYPE_CHECKING:
    from clean.console.report import Report
    from clean.sinks.atomic import OutputFile

LIBRARIES = ("backports.zstd", "chardet", "ftfy", "numba", "numpy", "orjson", "pyarrow")
"""The libraries whose version can change a byte of what comes out."""

MANIFEST: dict[str, type] = {
    "clean": str,
    "settings": str,
    "manifest_sha256": str,
    "inputs": list,
    "outputs": list,
    "counts": dict,
    "versions": dict,
}
INPUT: dict[str, type] = {"name": str, "bytes": int, "sha256": str}
OUTPUT: dict[str, type] = {"role": str, **INPUT}


def manifest_of(out: Path) -> Path:
    """Where the manifest of an OUT stands."""
    return out.with_name(f"{out.name}.manifest.json")


def quarantine_of(out: Path) -> Path:
    """Where stands what was set aside beside an OUT."""
    return out.with_name(f"{base_name(out)}.quarantine.jsonl")


def as_manifest(
    out: Path, files: Sequence[tuple[str, OutputFile]], facts: Sequence[Facts], settings: str, report: Report
) -> bytes:
    """The manifest's line. Inputs are told by their decompressed bytes, outputs by their path from OUT's folder."""
    import orjson

    outputs = []
    for role, file in files:
        if not file.can_amend:
            continue  # a pipe: what went into it cannot be read again
        file.finish()
        size, digest = file.digest()
        outputs.append({"role": role, "name": _from(out, file.path), "bytes": size, "sha256": digest})
    manifest = {
        "clean": __version__,
        "settings": settings,
        "manifest_sha256": BLANK,
        "inputs": [{"name": source.name, "bytes": source.bytes, "sha256": source.sha256} for source in facts],
        "outputs": outputs,
        "counts": report.json(),
        "versions": versions(),
    }
    line = orjson.dumps(manifest, option=orjson.OPT_APPEND_NEWLINE)
    return line.replace(BLANK.encode(), hashlib.sha256(line).hexdigest().encode(), 1)


def _from(out: Path, path: Path) -> str:
    return shown(os.path.relpath(path, out.parent)).replace(os.sep, "/")


def versions() -> dict[str, str]:
    """What else has a part in which bytes come out: Python, its Unicode tables, the libraries."""
    from importlib.metadata import PackageNotFoundError, version  # 10 ms, and few runs have a manifest

    found = {"python": platform.python_version(), "unicode": unicodedata.unidata_version, "zlib": ZLIB_RUNTIME_VERSION}
    for name in LIBRARIES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:  # the standard library has it, or nothing needed it
            continue
    return found


def read_manifest(path: Path) -> tuple[dict[str, Any], str]:
    """A manifest, and what is wrong with it by itself; {} where it is no manifest. StreamError if it cannot be read."""
    import orjson

    try:
        raw = path.read_bytes()
    except OSError as error:
        raise StreamError("cannot read", shown(path), error.strerror or str(error)) from error
    try:
        manifest = orjson.loads(raw)
    except ValueError as error:
        return {}, f"not JSON: {error}"
    lists = ((INPUT, "inputs"), (OUTPUT, "outputs"))
    wrong = flaw(manifest, MANIFEST) or next(
        (f"{key}: {bad}" for shape, key in lists for entry in manifest[key] if (bad := flaw(entry, shape))), ""
    )
    if wrong:
        return {}, wrong
    seal, hashed = unsealed(raw, "manifest_sha256")
    changed = seal != hashlib.sha256(hashed).hexdigest()
    return manifest, "its SHA-256 is not the one in it: it was changed" if changed else ""


def check_outputs(manifest: dict[str, Any], out: Path, audit: Path | None) -> Iterator[str]:
    """What differs between the files that a manifest tells of and those that are there."""
    given = {"out": out if os.path.exists(out) else None, "audit": audit}  # shards go by their names
    for entry in manifest["outputs"]:
        path = given.get(entry["role"]) or out.parent / entry["name"]
        if not os.path.isfile(path):  # a device or a pipe, whose end nobody knows, is none of a run's files
            yield f"{shown(path)}: written by the run, and missing"
            continue
        try:
            with open(path, "rb") as stream:
                digest = hashlib.file_digest(stream, "sha256").hexdigest()
        except OSError as error:
            raise StreamError("cannot read", shown(path), error.strerror or str(error)) from error
        if digest != entry["sha256"]:
            yield f"{shown(path)}: its SHA-256 is not the manifest's: it was changed, or is of another run"
    if audit is not None and all(entry["role"] != "audit" for entry in manifest["outputs"]):
        yield f"{shown(audit)}: the run wrote no audit, by the manifest"
