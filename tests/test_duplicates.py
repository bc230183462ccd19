"""Duplicates as one who runs the command sees them: each relation kept and dropped, which survives, and odd corpora."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.command import clean

pytestmark = pytest.mark.usefixtures("folder")

STORY = (
    "The river rose by two metres on Sunday after a week of rain, officials of the province said.\n"
    "Schools in the valley stayed closed, and soldiers brought drinking water to nine villages in the hills.\n"
    "The mayor of the port asked people to leave the low quarters before night fell and the tide came in.\n"
)
LATER = "Farmers fear for the harvest, the third in a row that water or drought has spoilt.\n"
WEATHER = (
    "Sunny spells are expected until noon, when clouds come in from the west over {}. No rain falls before dusk, when "
    "a shower or two may reach the hills. Highs of {} degrees, and a light wind from the south of {} kilometres an "
    "hour. The sea stays calm, and bathers need not mind the flags."
)
HEADLINE = "River rises in the valley"
# Of each relation, two articles (headline and text), and which of them goes.
PAIRS: dict[str, tuple[tuple[str, str], tuple[str, str], int]] = {
    "exact": ((HEADLINE, STORY), (HEADLINE.upper(), STORY.upper()), 2),
    "reprint": ((HEADLINE, STORY), ("Nine villages are cut off", STORY), 2),
    "near": ((HEADLINE, STORY), (HEADLINE, STORY + LATER), 1),
    "contained": ((HEADLINE, STORY), ("Schools closed", STORY[STORY.index("Schools") :]), 2),
    "update": ((HEADLINE, STORY + LATER), ("UPDATE 1-" + HEADLINE, STORY), 1),
    "template": (
        ("Weather", WEATHER.format("Arden", 23, 30)),
        ("Weather", WEATHER.format("Castra", 17, 12)),
        2,
    ),
}
RULES = {"exact": "exact-duplicate", "near": "near-duplicate"}


def write(name: str, *records: tuple[str, str], date: str = "") -> None:
    rows = [{"title": title, "text": text, "date": date} for title, text in records]
    Path(name).write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def kept(words: str) -> list[tuple[str, int]]:
    """The articles that stay, by source and line; each that goes is told of by one of them and in the audit."""
    ended = clean("run", *words.split(), "-o", "o.jsonl", "--audit", "a.jsonl", "-q")
    assert ended == (0, "", "")
    rows = [json.loads(line) for line in Path("o.jsonl").read_text(encoding="utf-8").splitlines()]
    audit = [json.loads(line) for line in Path("a.jsonl").read_text(encoding="utf-8").splitlines()]
    told = [(copy["relation"], copy["similarity"], row["id"]) for row in rows for copy in row["duplicates"]]
    changes = [change for change in audit if "duplicate_of" in change]
    assert sorted(told) == sorted((one["relation"], one["similarity"], one["duplicate_of"]) for one in changes)
    assert {one["rule"] for one in changes} == {RULES.get(relation, relation) for relation, _, _ in told}
    assert clean("restore", "o.jsonl", "a.jsonl", "--to", "back", "-q").code == 0
    for row in rows:
        assert Path("back", row["source"]).read_bytes() == Path(row["source"]).read_bytes()
    return [(row["source"], row["span"]["start_line"]) for row in rows]


@pytest.mark.parametrize("relation", PAIRS)
def test_each_relation_is_dropped_and_kept(relation: str) -> None:
    first, second, goes = PAIRS[relation]
    write("n.jsonl", first, second)
    both, one = [("n.jsonl", 1), ("n.jsonl", 2)], [("n.jsonl", 3 - goes)]
    Path("drop.toml").write_text("[dedupe]\nkeep = []\n", encoding="utf-8")
    Path("keep.toml").write_text(f'[dedupe]\nkeep = ["{relation}"]\n', encoding="utf-8")
    assert kept("n.jsonl") == (both if relation == "template" else one)
    assert kept("n.jsonl --config drop.toml") == one
    assert kept("n.jsonl --config keep.toml") == both
    assert kept(f"n.jsonl --config drop.toml --off {RULES.get(relation, relation)}") == both
    Path("others.toml").write_text(f"[dedupe]\nkeep = {sorted(PAIRS.keys() - {relation})}\n", encoding="utf-8")
    assert kept("n.jsonl --config others.toml") == one


LONG, SHORT = (HEADLINE, STORY + LATER), (HEADLINE, STORY + "Farmers fear for the harvest.\n")
POLICIES = [
    ("", "b/long.jsonl"),
    ('survivor = "longest"', "b/long.jsonl"),
    ('survivor = "first"', "a/short.jsonl"),
    ('survivor = "newest"', "c/short.jsonl"),
    ('survivor = "source"\nsources = ["c/"]', "c/short.jsonl"),
    ('survivor = "source"\nsources = ["nowhere/", "a/", "c/"]', "a/short.jsonl"),
    ('survivor = "source"\nsources = []', "b/long.jsonl"),  # none preferred: the longest
    ('survivor = "source"\nsources = ["b/other", "x"]', "b/long.jsonl"),
]


@pytest.mark.parametrize(("lines", "survivor"), POLICIES)
@pytest.mark.parametrize("jobs", [1, 2])
def test_survivors(lines: str, survivor: str, jobs: int) -> None:
    for name in "abc":
        Path(name).mkdir()
    write("a/short.jsonl", SHORT, date="2026-01-02")
    write("b/long.jsonl", LONG)
    write("c/short.jsonl", SHORT, date="2026-01-03")
    Path("clean.toml").write_text(f"[dedupe]\n{lines}\n", encoding="utf-8")
    assert kept(f"c a b --jobs {jobs}") == [(survivor, 1)]


ODD = [
    ([], []),
    ([("", "")], [1]),  # an empty record is a row
    ([("", ""), ("", "")], [1, 2]),
    ([("", "…"), ("", "--")], [1, 2]),
    ([(HEADLINE, STORY)], [1]),
    ([(HEADLINE, STORY)] * 50, [1]),
    ([("", "Yes."), ("", "yes")], [1]),
    ([("A", "More to follow."), ("B", "More to follow.")], [1, 2]),
    ([("A", "More to follow."), ("A", "More to follow.")], [1]),
    # one number
    ([(HEADLINE, STORY), (HEADLINE, STORY.replace("nine", "ten"))], [1]),
    ([(HEADLINE, STORY + "It was the 3rd flood."), (HEADLINE, STORY + "It was the 4th flood.")], [1, 2]),
]


@pytest.mark.parametrize(("records", "stay"), ODD)
def test_odd_corpora(records: list[tuple[str, str]], stay: list[int]) -> None:
    write("n.jsonl", *records)
    assert kept("n.jsonl") == [("n.jsonl", line) for line in stay]


HARVEST = (
    "Growers near Pell have filled their barns with more pears than in any year of this century, the co-operative "
    "said.\nThe price will hold all the same: two dry summers had left every cellar in the county empty."
)
LIBRARY = "The reading room in Castle Street got back a book due in 1962, by post and with a coin for the fine."
RISES, PEARS, BRIEFS = (
    (HEADLINE, STORY),
    ("Pears fill the barns", HARVEST),
    ("In short", f"{STORY}{HARVEST}\n{LIBRARY}"),
)


def test_no_story_goes_for_a_compilation() -> None:
    write("n.jsonl", RISES, PEARS, BRIEFS)
    assert kept("n.jsonl") == [("n.jsonl", line) for line in (1, 2, 3)]
    write("n.jsonl", RISES, PEARS, BRIEFS, ("Book comes back", LIBRARY))
    assert kept("n.jsonl") == [("n.jsonl", line) for line in (1, 2, 4)]
    assert kept("n.jsonl --off compilation") == [("n.jsonl", line) for line in (1, 2, 3, 4)]


def test_what_was_not_cut_apart_stands_for_none_of_its_stories() -> None:
    write("d1.jsonl", (HEADLINE, f"{STORY}{PEARS[0]}\n{HARVEST}"))
    write("d2.jsonl", RISES, PEARS)
    write("d3.jsonl", RISES, PEARS)
    for jobs in (1, 2):
        assert kept(f"d1.jsonl d2.jsonl d3.jsonl --jobs {jobs}") == [("d2.jsonl", 1), ("d2.jsonl", 2)]
