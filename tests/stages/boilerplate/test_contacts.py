"""Blocks of lines that say whom to ask: what stays and what goes."""

from __future__ import annotations

import pytest

from clean.document import Document
from clean.stages.boilerplate import mark_contacts
from clean.stages.boilerplate.contacts import with_sign
from tests.stages.boilerplate.kept import kept_by
from tests.support import check, clean

TEXT = "The council of Port Elden met on Monday and voted for a new harbour wall."
MAIL = "jane.sample@example.com"
BLOCK = ["Jane Sample", "Communications Director", "(555) 555-0142", MAIL]


def kept(lines: list[str], off: frozenset[str] = frozenset()) -> list[str]:
    """The lines that stay."""
    return kept_by(mark_contacts, lines, off)


NAMES = [f"Name of person {letter}" for letter in "abcdefgh"]
# Each lacks but one thing that is asked; an address alone goes by itself.
STAY = {
    "no address": ["Contact:", "Jane Sample", TEXT],
    "no address, a blank line": ["Contact:", "", "Jane Sample", TEXT],
    "no label": ["Jane Sample", MAIL],
    "a label above a paragraph": ["Contact:", TEXT, MAIL],
    "a paragraph between": ["Contact:", TEXT, "Jane Sample", MAIL],
    "a sentence of six words": ["Contact:", "She will speak on Monday next.", MAIL],
    "a question of six words": ["Contact:", "Who will speak on Monday next?", MAIL],
    "six words in Urdu": ["Contact:", "وہ پیر کے دن بولے گی۔", MAIL],
    "a sentence in Japanese": ["Contact:", "港の壁を直すと町が決めた。", MAIL],
    "a sentence in Hindi": ["Contact:", "यह दीवार सोमवार को गिर गई।", MAIL],
    "a line of 101 characters": ["Contact:", "x" * 101, MAIL],
    "the same, all apart": ["Contact:", "", "of the harbour " * 7, "", MAIL],
    "eight lines between": ["Contact:", *NAMES, MAIL],
    "eight lines between, all apart": ["Contact:", "", *(part for name in NAMES for part in (name, "")), MAIL],
    "three words in small letters": ["Contact:", "Harbour wall falls in storm", "Jane Sample", MAIL],
    "five, with a comma": ["Contact:", "Harbour wall falls, ferries stay in port", "Jane Sample", MAIL],
    "a quote": ["Contact:", "“The Wall Must Stay”", "Jane Sample", MAIL],
    "a byline between": ["Contact:", "Comet seen over Marlow", "By Jane Sample", MAIL],
    "a paragraph above a line apart": ["Contact:", TEXT, "Jane Sample", "", MAIL],
    "names, a blank line, names": ["Contact:", "Jane Sample", "", "Director", MAIL],
    "a label that may be a section": ["Media", "Jane Sample", MAIL],
    "the same above a paragraph": [TEXT, "Media", MAIL],
    "a label of 101 characters": [f"Press office: {'x' * 87}", "Director", MAIL],
    "a word that is no label": ["Directors:", "Jane Sample", MAIL],
    "a headline that begins like a label": ["Investors: what the bond means", "Jane Sample", MAIL],
    "an address in a headline": ["Media", "Minister resigns after row with @example", TEXT],
    "an address in a sentence": ["Media:", f"Readers may write to {MAIL} until the end of March.", TEXT],
    "an address in a paragraph": ["Contact:", "", f"{TEXT} Those who want to speak may write to the clerk, {MAIL}."],
}


@pytest.mark.parametrize("lines", STAY.values(), ids=STAY)
def test_what_stays(lines: list[str]) -> None:
    assert kept([TEXT, *lines]) == [TEXT, *(line for line in lines if line not in ("", MAIL))]


GO = {
    "seven lines between": ["Contact:", *NAMES[:7], MAIL],
    "seven lines between, all apart": ["Contact:", "", *(part for name in NAMES[:7] for part in (name, "")), MAIL],
    "five words that end like a sentence": ["Contact:", "Jane Sample of Example Inc.", MAIL],
    "a line of 100 characters": ["Contact:", "x" * 100, MAIL],
    "a label of 100 characters": [f"Press office: {'x' * 86}", "Director", MAIL],
    "a label in the last line too": ["Contact:", "Jane Sample", f"Press office: {MAIL}"],
    "two people": ["Contacts:", "Jane Sample", MAIL, "Omar Sample", MAIL],
    "numbers below": ["Contact:", "Jane Sample", MAIL, "Phone: (555) 555-0142", "+49 123 456789"],
    "numbers below, apart": ["Contact:", "Jane Sample", MAIL, "", "(555) 555-0142", "", "+49 123 456789"],
    "numbers below a label apart": ["Contact:", "", MAIL, "(555) 555-0142"],
    **{
        label: [label, "Jane Sample", MAIL] for label in ("Contacts", "Pressekontakt", "Контакты", "İletişim", "Media:")
    },
    "a name behind the label": ["Press office: Jane Sample", "Director", MAIL],
}


@pytest.mark.parametrize("lines", GO.values(), ids=GO)
def test_what_goes(lines: list[str]) -> None:
    assert kept([TEXT, *lines, TEXT]) == [TEXT, TEXT]


BELOW = {
    "no more than eight numbers": ["(555) 555-0142"] * 9,
    "a word below": ["Elden 12"],
    "a paragraph among numbers apart": ["", "(555) 555-0142", TEXT, "(555) 555-0142"],
}


@pytest.mark.parametrize("lines", BELOW.values(), ids=BELOW)
def test_what_stays_below(lines: list[str]) -> None:
    assert kept(["Contact:", "", MAIL, *lines])[-1] == lines[-1]


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
