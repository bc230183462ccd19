"""Records whose text is nothing but formulaic lines: a record is somebody's article, and no rule empties it."""

from __future__ import annotations

import json

import pytest

from clean.settings import Settings
from tests.support import check, clean

BODY = "The ferry captain told the council that the storm had closed the harbour for a week."

KEPT = [
    ({"text": BODY + "\nFollow us on Twitter"}, BODY),
    ({"title": "Bridge", "text": BODY + "\nFollow us on Twitter"}, BODY),
    ({"text": "Follow us on Twitter"}, "Follow us on Twitter"),
    ({"title": "Bridge", "text": "Follow us on Twitter"}, "Follow us on Twitter"),
    ({"title": "Bridge", "text": "Bridge\nFollow us on Twitter\n"}, "Follow us on Twitter"),
    ({"title": "Bridge", "text": "Follow us on Twitter\n\n---\n"}, "Follow us on Twitter"),
    ({"title": "Bridge", "text": "---\n"}, ""),
    ({"title": "Bridge", "text": "\n\n"}, ""),
    ({"title": "Bridge", "text": ""}, ""),
]


@pytest.mark.parametrize("skip", [frozenset[str](), frozenset({"split"})])
@pytest.mark.parametrize(("record", "text"), KEPT)
def test_a_record_is_not_emptied_by_line_rules(record: dict[str, str], text: str, skip: frozenset[str]) -> None:
    files = {"r.jsonl": (json.dumps(record) + "\n").encode()}
    result = clean(files, Settings(skip=skip))
    check(result, files)
    if skip and record["text"].startswith("Bridge\n"):
        text = "Bridge"  # nobody looks for repeated headlines then
    assert [row["text"] for row in result.rows] == [text]
