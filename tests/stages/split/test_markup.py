"""Headlines set off by signs, as in Markdown and wikis: stories begin at them, the signs go, subheads stay."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clean.news.layouts.layout import built_in
from clean.news.markup import read_setting
from clean.settings import Read, Settings, Split
from tests.support import Result, check, clean

STORIES = (
    (
        "Harbour wall to be rebuilt by May",
        "The harbour board of Port Elden voted on Monday to rebuild the wall that the storm broke, its chair said.",
        "Work will begin in March and cost two million crowns, which the county pays to the board in two parts.",
    ),
    (
        "Comet that comes every 900 years seen over Marlow",
        "Astronomers at the Marlow observatory have found a comet that comes near the Earth in nine hundred years.",
        "It will be visible for eleven nights, they said on Tuesday, and for the best view nobody needs a telescope.",
    ),
    (
        "Rain saves the apple harvest of Lindow",
        "Growers around Lindow have brought in more apples than in any autumn since 1998, their union said on Friday.",
        "Prices will not fall, for the cellars were empty, and the makers of cider have bought all that there was.",
    ),
)


@pytest.mark.parametrize("line", [
    "", "Headline", "#hashtag", "#", "# ", "####### too deep", "=====", "-----", "* a bullet", "- a bullet",
    "_", "**", "** **", "**Ann:** it is **so**", "= one =", "=== open", "open ===", "== uneven ===",
    "# " + "long " * 100, "*a*b", "1. # one",
])  # fmt: skip
def test_lines_that_are_not_set_off(line: str) -> None:
    found = read_setting(line)
    assert not found.signs or (found.signs in "*=" and len(found.signs) == 1)


@pytest.mark.parametrize(("line", "signs", "said"), [
    ("# Headline", "#", "Headline"),
    ("### What next? ###", "###", "What next?"), ("# What C# can do", "#", "What C# can do"),
    ("# The #1 of C#", "#", "The #1 of C#"),
    ("=== Headline ===", "===", "Headline"), ("==Headline==", "==", "Headline"),
    ("*** Headline ***", "***", "Headline"), ("**Headline**", "**", "Headline"), ("__Headline__", "__", "Headline"),
    ("--- Headline ---", "---", "Headline"), ("*By Jane Sample*", "*", "By Jane Sample"), ("_3 May_", "_", "3 May"),
])  # fmt: skip
def test_lines_that_are_set_off(line: str, signs: str, said: str) -> None:
    found = read_setting(line)
    assert (found.signs, line[found.start : found.end]) == (signs, said)


ONE = {
    "a page with subheads": "# How we count\n\n{0}\n\n## First count\n\n{1}\n\n## Second count\n\n{0} Again.\n",
    "sections of one rank": "## The storm\n\n{0}\n\n## The cost of the storm\n\n{1}\n\n## The wall\n\n{1} {0}\n",
    "a manual": "# Install\n\nRun it once.\n\n# Use\n\nType its name.\n\n# Licence\n\nDo as you like.\n",
    "bold subheads": "**{h}**\n\n{0}\n\n**What it costs**\n\n{1}\n",
    "a list with hashes": "{h}\n\n{0}\n\n#wall\n#storm\n#harbour\n",
}


@pytest.mark.parametrize("name", ONE)
def test_a_page_of_one_story_stays_whole(name: str) -> None:
    head, *texts = STORIES[0]
    data = ONE[name].format(*texts, h=head).encode()
    result = clean({"a.md.txt": data})
    assert len(result.rows) == 1
    check(result, {"a.md.txt": data})


SHAPES = {
    "highest rank": "# {h}\n\n{0}\n\n{1}\n\n",
    "second rank": "## {h}\n\n{0}\n\n{1}\n\n",
    "closed": "## {h} ##\n\n{0}\n\n{1}\n\n",
    "byline": "## {h}\n\n*By Jane Sample*\n\n{0}\n\n{1}\n\n",
    "byline and date": "# {h}\n\n_By Jane Sample_\n_March 3, 2019_\n\n{0}\n\n{1}\n\n",
    "bold byline": "## {h}\n\nBy **Jane Sample**\n\n{0}\n\n{1}\n\n",
    "byline half bold": "## {h}\n\n**By Jane Sample** | 3 May 2019\n\n{0}\n\n{1}\n\n",
    "rules": "## {h}\n\n{0}\n\n{1}\n\n---\n\n",
    "subheads": "# {h}\n\n{0}\n\n### What comes next\n\n{1}\n\n",
    "wiki": "=== {h} ===\n\n{0}\n\n{1}\n\n",
    "stars": "*** {h} ***\n\n{0}\n\n{1}\n\n",
    "bold": "**{h}**\n\n{0}\n\n{1}\n\n",
    "underlined": "{h}\n==========\n\n{0}\n\n{1}\n\n",
    "no blank lines": "# {h}\n{0}\n{1}\n",
    "subheads of a wiki": "=== {h} ===\n{0}\n==== What comes next ====\n{1}\n\n",
}


def dump(shape: str) -> bytes:
    return "".join(SHAPES[shape].format(*texts, h=head) for head, *texts in STORIES).encode()


def told(result: Result) -> list[tuple[str, str]]:
    return [(row["headline"], row["text"]) for row in result.rows]


@pytest.mark.parametrize("shape", SHAPES)
def test_stories_begin_at_their_headlines(shape: str) -> None:
    data = dump(shape)
    result = clean({"a.txt": data})
    sub = next((f"{line}\n" for line in SHAPES[shape].split("\n") if "What comes next" in line), "")
    assert told(result) == [(head, f"{lead}\n{sub}{more}") for head, lead, more in STORIES]
    assert all(row["byline"] == "Jane Sample" for row in result.rows if "Jane" in SHAPES[shape])
    check(result, {"a.txt": data})


@pytest.mark.parametrize("shape", SHAPES)
def test_stories_are_the_same_for_any_block_size(shape: str) -> None:
    data = dump(shape) * 8
    settings = Settings(skip=frozenset({"dedupe"}))
    whole = clean({"a.txt": data}, settings)
    for size in (300, 2000):
        again = clean({"a.txt": data}, replace(settings, read=replace(Read(), block=size)))
        assert told(again) == told(whole)


def test_sections_that_are_set_off_do_not_hold_their_stories_together() -> None:
    section = "".join(f"{head}\nBy Jane Sample\n{lead}\n{more}\n\n" for head, lead, more in STORIES)
    rows = clean({"a.txt": f"=== WORLD ===\n\n{section}=== SPORTS ===\n\n{section.upper()}".encode()}).rows
    assert len(rows) >= 3


def test_off_leaves_the_signs() -> None:
    off = Settings(split=Split(off=frozenset({"markup"})))
    assert all(row["headline"].startswith("# ") for row in clean({"a.txt": dump("highest rank")}, off).rows)


FRONT = (
    "---\ntitle: {q}{h}{q}\ndate: 2019-05-04\ntags: [wall, sea]\ncategories:\n  - news\n---\n\n{0}\n\n---\n\n{1}\n\n"
)


@pytest.mark.parametrize("quote", ["", '"', "'"])
@pytest.mark.parametrize("count", [1, 2, 3])
def test_front_matter(count: int, quote: str) -> None:
    data = "".join(FRONT.format(*texts, h=head, q=quote) for head, *texts in STORIES[:count]).encode()
    result = clean({"a.txt": data})
    assert told(result) == [(head, f"{lead}\n{more}") for head, lead, more in STORIES[:count]]
    assert {(row["date"], row["metadata"]["keywords"]) for row in result.rows} == {("2019-05-04", "wall, sea")}
    check(result, {"a.txt": data})


FIELDS = {"author": "byline", "source": "publication", "url": "link", "lang": "language", "id": "document_id"}
VALUES = [
    ("Sean O'Brien", "Sean O'Brien"),
    ('"Sean O\'Brien"', "Sean O'Brien"),
    ("The Farmer's Weekly", "The Farmer's Weekly"),
    ("'Jane Sample'", "Jane Sample"),
    ("The 'Post'", "The 'Post'"),
    ("'Tis", "'Tis"),
    ('["Jane Sample", "Omar Sample"]', "Jane Sample"),
    ("[Jane Sample, Omar Sample]", "Jane Sample, Omar Sample"),
    ("[ 'Jane Sample' ]", "Jane Sample"),
    ('["Jane Sample, Omar', '["Jane Sample, Omar'),
    ("[Post](https://example.org)", "[Post](https://example.org)"),
    (">", ""),
    ("|-", ""),
    (">2+", ""),
]


@pytest.mark.parametrize("label", [*FIELDS, "title", "summary"])
@pytest.mark.parametrize(("spelled", "value"), VALUES)
def test_front_matter_values(label: str, spelled: str, value: str) -> None:
    if label in {"title", "summary"} and "[" in spelled:  # no list: a headline may begin with a bracket
        value = spelled
    found = built_in()["front-matter"].head.find(f"{label}: {spelled}")
    assert found is not None
    field = {"title": "headline", "summary": "abstract"}.get(label) or FIELDS[label]
    assert found.fields.get(field, "") == value


def test_front_matter_on_lines_below_is_dropped() -> None:
    more = "author: Sean O'Brien\nauthors:\n- Jane Sample\ndescription: |\n  This is what we want\n  and more\n"
    data = "".join(
        FRONT.format(*texts, h=head, q="").replace("date:", more + "date:") for head, *texts in STORIES[:2]
    ).encode()
    result = clean({"a.txt": data})
    assert told(result) == [(head, f"{lead}\n{more}") for head, lead, more in STORIES[:2]]
    assert [(row["byline"], set(row["metadata"])) for row in result.rows] == [("Sean O'Brien", {"keywords"})] * 2
    check(result, {"a.txt": data})
