"""Blocks of lines that say whom to ask: what stays and what goes."""

from __future__ import annotations

import pytest

from clean.document import Document, Mark
from clean.settings import Boilerplate
from clean.stages.boilerplate import mark_contacts, mark_lines
from clean.stages.boilerplate.contacts import with_sign
from tests.support import check, clean

TEXT = "The council of Port Elden met on Monday and voted for a new harbour wall."
MAIL = "jane.sample@example.com"
BLOCK = ["Jane Sample", "Communications Director", "(555) 555-0142", MAIL]


def kept(lines: list[str], off: frozenset[str] = frozenset()) -> list[str]:
    """The lines that stay."""
    document = Document(lines, list(range(len(lines) + 1)))
    document.marks = bytearray(len(lines))
    settings = Boilerplate(off=off)
    mark_lines(document, settings)
    mark_contacts(document, settings)
    return [
        line for line, mark in zip(lines, document.marks, strict=True) if mark not in (Mark.BOILERPLATE, Mark.BLANK)
    ]


STAY = {
    "a label above a paragraph": ["Contact:", TEXT],
    "a name without an address": ["Contact:", "Jane Sample", TEXT],
    "a sentence between": ["Contact:", TEXT, "Jane Sample, Elden"],
    "a section above a headline": ["Media", "Minister resigns after row with @example", TEXT],
    "a section above an address in a sentence": ["Media", f"Readers may write to {MAIL} until the end of March.", TEXT],
    "a paragraph with an address": ["Contact:", "", f"{TEXT} Those who want to speak may write to the clerk, {MAIL}."],
    "too far above": ["Contact:", *(f"Name of person {letter}" for letter in "abcdefghi"), TEXT],
}


@pytest.mark.parametrize("lines", STAY.values(), ids=STAY)
def test_what_stays(lines: list[str]) -> None:
    assert kept([TEXT, *lines]) == [TEXT, *lines] or "" in lines


@pytest.mark.parametrize(
    "label",
    ["Contact:", "CONTACTS", "Media Contact:", "Press contacts:", "Media Relations:", "For more information, contact:",
     "Pressekontakt:", "Contact presse :", "Contacto de prensa:", "Ufficio stampa:", "Контакты для прессы:"],
)  # fmt: skip
@pytest.mark.parametrize("gap", [[], [""]])
def test_a_block_goes(label: str, gap: list[str]) -> None:
    assert kept([TEXT, label, *gap, *BLOCK, TEXT]) == [TEXT, TEXT]
    assert kept([TEXT, "", label, *gap, *BLOCK[:1], MAIL, "+49 123 456789", "", TEXT]) == [TEXT, TEXT]
    apart = [line for text in (TEXT, label, *BLOCK, TEXT) for line in ("", text)]
    assert kept(apart) == [TEXT, TEXT]


def test_a_label_with_the_name_behind_it() -> None:
    assert kept([TEXT, "Contact: Jane Sample", "Director", MAIL, TEXT]) == [TEXT, TEXT]
    assert kept([TEXT, "Media contact:", f"Jane Sample, 555-555-0142, {MAIL}", TEXT]) == [TEXT, TEXT]


def test_a_name_above_an_address_without_a_label_stays() -> None:
    assert kept([TEXT, "Jane Sample", MAIL]) == [TEXT, "Jane Sample"]


def test_off_leaves_the_block() -> None:
    lines = [TEXT, "Media contact:", *BLOCK]
    assert kept(lines, frozenset({"contact-line"})) == lines


RELEASES = [
    ("Example Foods opens bakery in Northfield", "NORTHFIELD, Minn.",
     "The bakery of Example Foods will bake 40,000 loaves a day and employ 120 people, the company said today.",
     "“We are glad to be here,” said Omar Sample, chief executive. Bread from the bakery will be sold in May.",
     "Example Foods has baked bread since 1921. It has 14 bakeries in three states."),
    ("County library lends garden tools", "LINDOW, Ohio",
     "The county library will lend garden tools from April, its board said, two weeks at a time and without a fee.",
     "“Not everyone needs a spade of their own,” said Anna Reyes, the librarian.",
     "The library was founded in 1964 and lends books, records and now rakes to readers in nine villages."),
    ("Rovers sign keeper from Thorn", "ASHBY, Ohio",
     "Rovers have signed the goalkeeper Luis Ejemplo from Thorn for two years. He will wear the number 31.",
     "“He saves what others only watch,” said the coach, Dan Wirth.",
     "The club plays at the Old Mill. Its season ends in June with a match at home against Thorn."),
]  # fmt: skip


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("mark", ["###", "-30-"])
@pytest.mark.parametrize(
    ("label", "above"),
    [
        ("FOR IMMEDIATE RELEASE", True),
        ("FOR IMMEDIATE RELEASE", False),
        ("NEWS RELEASE", True),
        ("For immediate release: March 4, 2025", False),
    ],
)
def test_releases_are_a_story_each(count: int, above: bool, mark: str, label: str) -> None:
    parts = []
    for headline, place, text, quote, about in RELEASES[:count]:
        block = ["Media Contact:\nJane Sample, Example Firm\n555-555-0142\njane@example.com"]
        told = [headline, f"{place} – {text}", quote, f"About the organisation\n{about}"]
        parts += [label, *(block if above else []), *told, *([] if above else block), mark]
    data = "\n\n".join(parts).encode()
    result = clean({"a.txt": data})
    assert [row["headline"] for row in result.rows] == [headline for headline, *_ in RELEASES[:count]]
    assert all(
        "Jane Sample" not in row["text"] and about in row["text"]
        for row, (*_, about) in zip(result.rows, RELEASES, strict=False)
    )
    check(result, {"a.txt": data})


def test_releases_of_wires() -> None:
    parts = []
    for (headline, place, text, quote, about), credit in zip(
        RELEASES, ("/PRNewswire/ --", "--(BUSINESS WIRE)--", "(GLOBE NEWSWIRE) --"), strict=True
    ):
        parts += [headline, f"{place}, March 4, 2025 {credit} {text}", quote, about]
        parts += ["Contacts\n\nJane Sample\n555-555-0142\njane@example.com", "SOURCE Example Foods"]
    result = clean({"a.txt": "\n\n".join(parts).encode()})
    assert [row["headline"] for row in result.rows] == [headline for headline, *_ in RELEASES]
    assert [row["date"] for row in result.rows] == ["2025-03-04"] * 3
    assert not any("SOURCE" in row["text"] or "555" in row["text"] for row in result.rows)


@pytest.mark.parametrize("text", ["", "@", "a\n\nx@y @\n@", "one\ntwo", "é@\n\n\nb\n@b\n"])
def test_addresses_are_found_in_all_lines_at_once(text: str) -> None:
    lines = [*text.split("\n"), *BLOCK]
    whole = Document(lines, list(range(len(lines) + 1)), utf8="\n".join(lines).encode())
    assert list(with_sign(whole)) == [line for line, told in enumerate(lines) if "@" in told]
