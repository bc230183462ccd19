"""What holds for every file that `--fix` mends, whatever is in it."""

from __future__ import annotations

import contextlib
import json
import tempfile
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clean.check import Options, check
from tests.support import clean

LINES = st.sampled_from(
    [
        "",
        " ",
        "Ferry captain asks council for a bridge after winter storm",
        "FERRY CAPTAIN ASKS COUNCIL FOR A BRIDGE AFTER WINTER STORM ",
        "Port Elden votes to reopen flooded fish market in June",
        "DUNMERE: The ferry captain told the council that the stormâ€™s surge had closed the harbour for a week.",
        "The council will vote on a new bridge in spring, and the mayor has  money for it.",
        "PORT ELDEN (AP) - The harbour board voted on Monday to reopen the old fish market, which was closed.",
        "- A bridge may come in spring\u200b",
        "Follow us on Facebook",
        "* * *",
        "&lt;b&gt;Le maire l’a dit déjà&lt;/b&gt;\t",
        "By Ines Okoro",
        "\ufeffa\u00adb \udc80".encode("utf-8", "replace").decode(),
    ]
)
ENDINGS = st.sampled_from(["\n", "\n", "\n", "\r\n", "\r"])
TEXTS = st.lists(st.tuples(LINES, ENDINGS).map("".join), max_size=14).map("".join)
CODINGS = st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-be"])
CODED = st.builds(lambda text, coding: text.encode(coding, "replace"), TEXTS, CODINGS)
RECORDS = st.lists(
    st.fixed_dictionaries({"n": st.floats(), "text": TEXTS | st.lists(TEXTS, max_size=2)}, optional={"title": LINES}),
    max_size=3,
).map(lambda rows: "".join(json.dumps(row, ensure_ascii=len(rows) > 1) + "\n" for row in rows).encode())
FIELDS = ("headline", "text", "byline", "dateline", "agency", "date", "highlights", "metadata")


def mended(name: str, data: bytes, config: str = "") -> bytes:
    """The file after `--fix`, which has nothing more to mend."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder), patch("os.fsync"):
        Path(name).write_bytes(data)
        Path("clean.toml").write_text(config, encoding="utf-8")
        options = Options(fix=True, config=Path("clean.toml"))
        first = check([name], options)
        after = Path(name).read_bytes()
        assert bool(first.mended) == (after != data)
        second = check([name], options)
        assert second.mended == []
        assert second.findings == first.findings
        assert Path(name).read_bytes() == after
        return after


def articles(name: str, data: bytes) -> list[list[object]]:
    return [[row[field] for field in FIELDS] for row in clean({name: data}).rows]


@settings(max_examples=50)
@given(st.one_of(CODED, st.binary(max_size=60)))
def test_a_mended_text_makes_the_same_articles(data: bytes) -> None:
    after = mended("a.txt", data)
    assert articles("a.txt", after) == articles("a.txt", data)


@settings(max_examples=50)
@given(st.one_of(RECORDS, CODED))
@pytest.mark.parametrize("name", ["a.jsonl", "a.csv"])
def test_mended_records_make_the_same_articles(name: str, data: bytes) -> None:
    after = mended(name, data)
    assert articles(name, after) == articles(name, data)


INNER = '[fields]\ntext = "in.body"\nheadline = ["in.head.main"]\n'
NESTED = [
    ('{"in": {"body": "a b"}, "x": "a  b"}', None),
    ('{"in.body": "a b", "in": {"body": "a  b"}}', None),
    ('{"in": {"body": "a  b"}, "in": {"body": "a b"}}', None),  # of two fields of one name the last counts
    ('{"in": {"x": "a  b", "body" : "a  b"}}', '{"in": {"x": "a  b", "body" : "a b"}}'),
    ('{"in.body": "a  b", "in": {"body": "a  b"}}', '{"in.body": "a b", "in": {"body": "a  b"}}'),
    ('{"in": {"head": {"main": "CafÃ©"}, "body": "x"}}', '{"in": {"head": {"main": "Café"}, "body": "x"}}'),
]


@pytest.mark.parametrize(("before", "after"), NESTED)
def test_fields_within_objects_are_mended_in_their_place(before: str, after: str | None) -> None:
    made = mended("a.jsonl", f"{before}\n".encode(), INNER)
    assert made.decode() == f"{after or before}\n"


@settings(max_examples=50)
@given(CODED)
def test_findings_are_those_of_the_audit(data: bytes) -> None:
    """Every rule that `clean run` applies to a text is found, those that tell what it is made of and `read` aside."""
    rules = {rule for edit in clean({"a.txt": data}).edits for rule in (edit["rule"], *edit.get("also", ()))}
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        Path("a.txt").write_bytes(data)
        found = {one.rule for one in check(["a.txt"], Options()).findings}
    structure = {"headline", "dateline", "byline", "date-line", "highlight", "separator", "hard-wrap", "record"}
    assert rules - structure - {"blank-lines", "byte-order-mark"} <= found | {"encoding"}
