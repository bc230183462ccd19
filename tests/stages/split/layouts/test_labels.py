"""Records that begin with labels: cut at each of them and nowhere else, the labels in fields and not in the text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clean.news.layouts.layout import built_in
from clean.settings import Read, Settings, Split
from clean.stages.split.usual.profile import PROFILED
from tests.support import check, clean

WALL = "The harbour board of Port Elden voted on Monday to rebuild the wall that the storm broke, its chair said."
COMET = "Astronomers at the Marlow observatory have found a comet that comes near the Earth in nine hundred years."
APPLES = "Growers around Lindow have brought in more apples than in any autumn since 1998, their union said."
PAY = "Work will begin in March and cost two million crowns, which the county pays."
STORIES = (
    ("Harbour wall to be rebuilt by May", WALL),
    ("Comet seen over Marlow", COMET),
    ("Rain saves apples", APPLES),
)

NO_RECORDS = {
    "questions and answers": f"Title: A talk with the mayor\n\nQ: Why?\nA: {WALL}\n\nQ: When?\nA: {PAY}\n",
    "recipes": "".join(
        f"Title: {name} pie\nServes: 6\nIngredients: {name}, flour\nPeel the {name}. Bake them.\n"
        for name in ("Apple", "Plum", "Onion")
    ),
    "films, below a headline": "".join(
        ["Films this week\n\n"]
        + [f"Title: The {name}\nDirector: Jane Sample\nDate: 2019\nIt is long.\n\n" for name in ("Sea", "Wall")]
    ),
    "minutes": f"Minutes of the board\nDate: 3 May 2019\nPlace: Port Elden\nSubject: The wall\n{PAY}\nSubject: The"
    " ferry\nThe ferry will run twice a day.\nDate: next on 7 June\nPlace: Port Elden\n",
    "letters": "".join(
        f"From: {name} Sample\nDate: {day} May 2019\n\nSir, {WALL}\n\n" for day, name in enumerate("AB")
    ),
    "references": f"The wall\n\n{WALL}\n\nTitle: The Wall\nAuthor: A. Sample\n\nTitle: Walls\nAuthor: B. Sample\n",
    "speakers": "".join(f"Text: {WALL}\nReporter: {PAY}\n" for _ in range(3)),
}


@pytest.mark.parametrize("name", NO_RECORDS)
def test_what_only_looks_like_records_is_not_cut(name: str) -> None:
    data = NO_RECORDS[name].encode()
    result = clean({"a.txt": data})
    assert len(result.rows) == 1
    check(result, {"a.txt": data})


ONE = {
    "a label in the text": (
        f"Title: Wall falls\nDate: 2019-05-04\n\n{WALL}\nTitle: a word.\n{PAY}\n",
        "Title: a word.",
    ),
    "turns below the labels": (
        "Title: A talk\nDate: 2019-05-04\nAnn: Yes?\nTom: No.\nAnn: Why?\nTom: So.\n",
        "Ann: Yes?",
    ),
    "a headline inside": (
        f"Title: Wall falls\nAuthor: A. Sample\n\n{WALL}\n\nWhat it costs\n\n{PAY}\n",
        "What it costs",
    ),
}


@pytest.mark.parametrize("name", ONE)
def test_a_record_by_itself_loses_its_labels_and_nothing_else(name: str) -> None:
    text, kept = ONE[name]
    (row,) = clean({"a.txt": text.encode()}).rows
    assert not row["headline"].startswith("Title")
    assert row["byline"] or row["date"]
    assert kept in row["text"]


def test_stories_below_a_labelled_one_are_cut_all_the_same() -> None:
    plain = "".join(f"{head}\nBy Jane Sample\n{text}\n{PAY}\n\n" for head, text in STORIES)
    text = f"Title: Paper of May\nSource: The Coast Courier\n\n{plain}"
    assert len(clean({"a.txt": text.encode()}).rows) >= 3


SHAPES = {
    "blank lines": "Title: {head}\nDate: {date}\nURL: https://example.org/{n}\n\n{text}\n\n{pay}\n\n",
    "no blank line": "Title: {head}\nDate: {date}\nText: {text}\n{pay}\n",
    "the text's label alone": "HEADLINE: {head}\nPUBLISHED: {date}\nBODY:\n{text}\n{pay}\n",
    "a number first": "ID: {n}\nTitle: {head}\nDate: {date}\n\n{text}\n\n{pay}\n\n",
    "the date first": "date: {date}\ntitle: {head}\n{text}\n{pay}\n\n",
    "labels below the text": "Title: {head}\nDate: {date}\n\n{text}\n{pay}\n\nSource: The Courier\nTags: wall, sea\n\n",
    "labels below, no blank": "Title: {head}\nDate: {date}\n{text}\n{pay}\nSource: The Courier\n",
    "labels nobody knows": "Title: {head}\nWire-ID: {n}\nWordcount: 30\nDate: {date}\n{text}\n{pay}\n",
    "rules between": "-----\nTitle: {head}\nDate: {date}\n\n{text}\n{pay}\n\n",
    "the headline again": "Title: {head}\nDate: {date}\n\n{head}\n\n{text}\n\n{pay}\n\n",
    "bold labels": "**Title:** {head}\n**Date:** {date}\n\n{text}\n\n{pay}\n\n",
    "values below their labels": "Headline:\n{head}\n\nDate:\n{date}\n\nText:\n{text}\n{pay}\n\n",
    "values apart from their labels": "Headline:\n\n{head}\n\nDate:\n\n{date}\n\nText:\n\n{text}\n\n{pay}\n\n",
    "the same label below": "Title: {head}\nSource: The Courier\nDate: {date}\n\n{text}\n{pay}\nSource: The Courier\n",
    "German": "Titel: {head}\nDatum: {date}\nAutor: Jana Muster\nText:\n{text}\n{pay}\n",
    "French": "Titre\u00a0: {head}\nDate\u00a0: {date}\n\n{text}\n\n{pay}\n\n",
    "Spanish": "Título: {head}\nFecha: {date}\nFuente: El Correo\n\n{text}\n{pay}\n",
    "Dutch": "Nr: {n}\nKop: {head}\nDatum: {date}\nKrant: De Post\nTekst: {text}\n{pay}\n",
    "a slug first": "Slugline: x{n}\nStory-ID: 77{n}\nTitle: {head}\nDate: {date}\nText: {text}\n{pay}\n\n",
    "Swedish": "Rubrik: {head}\nDatum: {date}\n\n{text}\n{pay}\n\n",
    "Turkish capitals": "BAŞLIK: {head}\nTARİH: {date}\nURL: https://example.org/{n}\n\n{text}\n{pay}\n\n",
    "Chinese": "标题：{head}\n日期：{date}\n正文：{text}\n{pay}\n",
}


def record(shape: str, n: int, head: str, text: str) -> str:
    return SHAPES[shape].format(n=n, head=head, date=f"2019-05-0{n}", text=text, pay=f"{PAY} It is number {n}.")


@pytest.mark.parametrize("count", [2, 3])
@pytest.mark.parametrize("shape", SHAPES)
def test_records_are_cut_and_their_labels_read(shape: str, count: int) -> None:
    stories = list(enumerate(STORIES[:count], 1))
    data = "".join(record(shape, n, head, text) for n, (head, text) in stories).encode()
    result = clean({"a.txt": data})
    assert [(row["headline"], row["date"], row["text"]) for row in result.rows] == [
        (head, f"2019-05-0{n}", f"{text}\n{PAY} It is number {n}.") for n, (head, text) in stories
    ]
    check(result, {"a.txt": data})


ONE_LINE = {
    "nothing else": "Title: {head}\nText: {text}\n",
    "a date": "Title: {head}\nDate: {date}\nText: {text}\n",
    "a number first": "ID: {n}\nTitle: {head}\nDate: {date}\nText: {text}\n",
    "labels below": "Title: {head}\nDate: {date}\nText: {text}\nSource: The Courier\nURL: https://example.org/{n}\n",
    "items of a feed": "Title: {head}\nLink: https://example.org/{n}\nPubDate: {date}\nDescription: {text}\n\n",
    "a summary and a text": "Title: {head}\nDate: {date}\nSummary: Some talk.\n\n{text}\n\n",
    "the summary's label alone": "Title:\n{head}\n\nDate:\n{date}\n\nSummary:\n{text}\n\n",
}


@pytest.mark.parametrize("layout", ["auto", "labels"])
@pytest.mark.parametrize("shape", ONE_LINE)
def test_records_of_nothing_but_labels(shape: str, layout: str) -> None:
    data = "".join(
        ONE_LINE[shape].format(n=n, head=head, text=text, date=f"2019-05-0{n}")
        for n, (head, text) in enumerate(STORIES, 1)
    ).encode()
    result = clean({"a.txt": data}, Settings(split=Split(layout=layout)))
    assert [(row["headline"], row["text"]) for row in result.rows] == list(STORIES)
    check(result, {"a.txt": data})


@pytest.mark.parametrize("block", [1024, 1 << 16])
def test_a_long_first_record_is_read_alike_in_blocks(block: int) -> None:
    long = "".join(f"{PAY} It is number {n}.\n" for n in range(PROFILED + 200))
    data = "".join(
        f"Title: {head}\nDate: 2019-05-04\n\n{text}\n{long if n == 0 else PAY}\n\n"
        for n, (head, text) in enumerate(STORIES)
    ).encode()
    settings = Settings(skip=frozenset({"boilerplate"}))
    whole = clean({"a.txt": data}, settings).rows
    assert [row["headline"] for row in whole] == [head for head, _ in STORIES]
    assert clean({"a.txt": data}, replace(settings, read=replace(Read(), block=block))).rows == whole


def test_records_that_lack_a_label_begin_at_the_next() -> None:
    text = "".join(
        f"{'' if n == 3 else f'Date: 2019-05-0{n}'}\nTitle: {head}\nSource: The Courier\n\n{body}\n{PAY}\n\n"
        for n, (head, body) in enumerate(STORIES, 1)
    )
    rows = clean({"a.txt": text.encode()}).rows
    assert [(row["headline"], row["date"]) for row in rows] == [
        (head, "" if n == 3 else f"2019-05-0{n}") for n, (head, _) in enumerate(STORIES, 1)
    ]


@pytest.mark.parametrize("text", ["BAŞLIK: x", "Başlık : x", "SUBJECT: x", "ÜBERSCHRIFT: x", "subject：x"])
def test_labels_in_any_case(text: str) -> None:
    assert built_in()["labels"].head.find(text) is not None


def test_labels_of_one_meaning_share_a_line_in_a_layout_of_the_users_own() -> None:
    own = {"labels_first": True, "head": {"Kop:|Titel:": "headline", "Nr:": "document_id"}}
    text = "".join(f"Nr: {n}\n{label}: Wall {n}\n{WALL}\n" for n, label in ((1, "Kop"), (2, "Titel")))
    rows = clean(
        {"a.txt": text.encode()}, Settings(split=Split(layouts={"mine": own}), skip=frozenset({"dedupe"}))
    ).rows
    assert [(row["headline"], row["metadata"]) for row in rows] == [
        ("Wall 1", {"document_id": "1"}),
        ("Wall 2", {"document_id": "2"}),
    ]
