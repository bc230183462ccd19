"""Every folder of `fixtures/` that has an `expected.jsonl`: its inputs give that OUT and that audit, and come back.

`expected-audit.jsonl` has the audit's edits, and in its first line what the header says of the sources. To write the
expectations anew after a change that is meant, and read the difference before it is committed:

    python -m pytest tests/test_fixtures.py --update-fixtures && git diff fixtures
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support import Result, Row, check, clean

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
FOLDERS = sorted(path.parent.name for path in FIXTURES.glob("*/expected.jsonl"))


def inputs(folder: Path) -> dict[str, bytes]:
    """The sources of a fixture."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if not path.name.startswith("expected")}


def lines(rows: list[Row]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def audit(result: Result) -> str:
    """The audit without what says which version and settings made it."""
    return lines([{"sources": result.header["sources"]}, *result.edits])


@pytest.mark.parametrize("name", FOLDERS)
def test_fixture(name: str, request: pytest.FixtureRequest) -> None:
    folder = FIXTURES / name
    files = inputs(folder)
    result = clean(files)
    check(result, files)
    if request.config.getoption("--update-fixtures"):
        (folder / "expected.jsonl").write_text(lines(result.rows), encoding="utf-8")
        (folder / "expected-audit.jsonl").write_text(audit(result), encoding="utf-8")
    assert lines(result.rows) == (folder / "expected.jsonl").read_text(encoding="utf-8")
    assert audit(result) == (folder / "expected-audit.jsonl").read_text(encoding="utf-8")


def test_there_are_fixtures() -> None:
    assert len(FOLDERS) > 10
