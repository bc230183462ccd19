"""Hard-wrapped paragraphs are joined where that is what they are, and nothing else is."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

import clean
from clean.document import apply
from clean.stages.split.fields.paragraphs import find_broken_words, find_joins

NEWS = [
    "The town council voted on Tuesday to close the old iron bridge for two years, saying that the cost of a new one "
    "had been underestimated by the engineers who were asked in the spring.",
    "Shopkeepers on the northern bank said they had not been told. “We read it in the paper like everybody else,” "
    "said Mara Lindqvist, who has sold fish there since her father retired, and whose customers come from across.",
    "A ferry will carry people on foot from the first of next month, but not on Sundays.",
    "The mayor, who was abroad when the vote was taken, let it be known through a spokesman that he would not stand in "
    "the way of what the council had decided, though he had his doubts about the sums.",
]
GERMAN = [
    "Der Gemeinderat hat am Dienstag beschlossen, die alte Brücke für zwei Jahre zu sperren, weil die Kosten des "
    "Neubaus höher ausfallen, als die Gutachter im Frühjahr angenommen hatten.",
    "Die Händler am Nordufer zeigten sich überrascht. Niemand habe mit ihnen gesprochen, sagte die Fischverkäuferin "
    "Mara Lindqvist, deren Kundschaft zum größten Teil von der anderen Seite des Flusses kommt.",
]
ARABIC = [
    "قرر مجلس البلدية يوم الثلاثاء إغلاق الجسر الحديدي القديم لمدة عامين، قائلا إن تكلفة الجسر الجديد كانت أعلى بكثير "
    "مما توقعه المهندسون الذين طلب منهم ذلك في الربيع الماضي، وإن الميزانية لا تكفي لإصلاحه في الوقت الحالي.",
]
JAPANESE = [
    "町議会は火曜日、古い鉄橋を二年間閉鎖することを決めた。新しい橋の費用が、春に依頼された技術者の見積もりを大きく上回った"
    "ためだという。北岸の商店主らは事前に知らされていなかったと話している。町長は議会の決定に反対しない考えを明らかにしたが、"
    "費用の計算には疑問が残ると述べた。",
]


POEM = """\
The tide goes out, the tide comes in,
the boats lie on their sides,
and what the old men hauled and sold
is gone with all the tides.
The light goes on, the light goes off,
nobody climbs the stair,
and where the keeper's window was
the gulls look in, and stare.""".split("\n")
WIDTH = 72


def joined(lines: list[str], joins: dict[int, str]) -> list[str]:
    """The paragraphs of lines that are all body or empty."""
    paragraphs = [""]
    for i, line in enumerate(lines):
        paragraphs[-1] += line
        if i in joins:
            paragraphs[-1] += joins[i]
        else:
            paragraphs.append("")
    return [paragraph for paragraph in paragraphs if paragraph]


def wrapped(paragraphs: list[str], width: int) -> list[list[str]]:
    return [textwrap.wrap(text, width, break_on_hyphens=False, break_long_words=False) for text in paragraphs]


def body(lines: list[str]) -> list[int]:
    return [i for i, line in enumerate(lines) if line]


@pytest.mark.parametrize(
    "lines",
    [
        [],
        ["One line."],
        NEWS,
        GERMAN,
        [sentence for text in NEWS for sentence in text.replace(". ", ".\n").split("\n")],
        ["- two eggs and their shells, boiled", "- one cup of flour, sifted twice", "- a pinch of salt, or less"] * 2,
        ["Arsenal 38 26 12 0 73 26 90", "Chelsea 38 24 7 7 67 30 79", "United 38 23 6 9 64 35 75"] * 3,
        ["Upon the hill there stood a tree alone", "And in its boughs a bird had made its nest", "It sang of all"] * 3,
        POEM,
        ["He came home.", "She left.", "It rained all day.", "They slept."] * 3,
        ["Anna Berg, Oslo", "Bo Carlsson, Lund", "Carl Dahl, Bergen", "Dora Ek, Visby"] * 3,
        ["The minister said on Monday that it was over.", "The party said on Monday that it was not over."] * 3,
        ["MARKETS", "Up 3", "Down 4", "flat", "as ever", "and so on"],
        ["the same line in small letters"] * 2,
    ],
)  # fmt: skip
def test_lines_that_are_paragraphs_stay(lines: list[str]) -> None:
    assert find_joins(lines, body(lines)) == {}


@pytest.mark.parametrize("width", [32, 60, 72, 80, 100])
@pytest.mark.parametrize("paragraphs", [NEWS, GERMAN, ARABIC * 2, [text.upper() for text in NEWS]])
def test_paragraphs_with_blank_lines_between_them_come_back(paragraphs: list[str], width: int) -> None:
    lines = [line for piece in wrapped(paragraphs, width) for line in [*piece, ""]]
    assert joined(lines, find_joins(lines, body(lines))) == paragraphs


@pytest.mark.parametrize("known", [True, False])
def test_an_indent_begins_a_paragraph_whether_it_still_stands_or_not(known: bool) -> None:
    lines = [line for text in NEWS for line in textwrap.wrap(text, 60, initial_indent=" " * 9, break_on_hyphens=False)]
    indents = {i: 9 for i, line in enumerate(lines) if line.startswith(" ")}
    if known:
        lines = [line.strip() for line in lines]
    joins = find_joins(lines, body(lines), indents if known else {})
    assert [text.strip() for text in joined(lines, joins)] == NEWS


def test_an_indent_that_was_taken_away_filled_the_line() -> None:
    """Behind it the next word had no room: that is all that tells of a break before a capital or a figure."""
    lines = [
        "The ferry will sail again from Port Arden on May",
        "14, the harbour master told the council on Monday.",
        "She had said in March that the captain of the ferry",
        "would wait for the parts. They come from Larsen and",
        "Sons, who built the ship in the year of the storm, a",
        "year in which nobody bought one.",
    ]
    assert find_joins(lines, body(lines), {0: 5, 2: 5}) == {0: " ", 2: " ", 3: " ", 4: " "}
    assert 0 not in find_joins(lines, body(lines))


BRIEF = ["The council of Port Arden will vote on Monday on", "the new bridge, which was planned in spring."]

NOT_WRAPPED = [
    (BRIEF, 0),
    (BRIEF, 70),
    (BRIEF, 40),
    (["The council will vote on Monday.", "the new bridge was planned in spring, and nobody"], 48),
    (["The council of Port Arden will vote on Monday on", "The New Bridge, which was planned in spring."], 50),
    (BRIEF[:1], 50),
    ([], 50),
]


@pytest.mark.parametrize(("lines", "usual"), NOT_WRAPPED)
def test_a_few_lines_stay_where_the_source_does_not_tell(lines: list[str], usual: int) -> None:
    assert find_joins(lines, body(lines), usual=usual) == {}


def test_a_few_lines_are_joined_where_the_source_is_hard_wrapped() -> None:
    assert find_joins(BRIEF, body(BRIEF), usual=50) == {0: " "}


def test_an_indent_taken_away_by_normalize_still_begins_a_paragraph() -> None:
    lines = [
        "   The town council voted on Tuesday to close",
        "the old iron bridge for two years, and said",
        "that no one had been told of it before now.",
        "   Shopkeepers on the bank said they had not",
        "been told. A ferry will carry people on foot",
        "from the first of next month on all weekdays",
        "   Nobody asked the mayor.",
    ]
    (row,) = clean.articles("\n".join(lines))
    assert [text.split()[0] for text in row["text"].split("\n")] == ["The", "Shopkeepers", "Nobody"]


def test_a_short_last_line_ends_a_paragraph() -> None:
    lines = [line for piece in wrapped(NEWS, WIDTH) for line in piece]
    assert joined(lines, find_joins(lines, body(lines))) == NEWS


def test_bullets_begin_paragraphs_and_a_dash_does_not() -> None:
    items = [f"- {NEWS[0]}", f"- {NEWS[3]}"]
    lines = [line for piece in wrapped(items, WIDTH) for line in piece]
    assert joined(lines, find_joins(lines, body(lines))) == items
    dash = [
        "The council, which had promised that nobody would be cut off, gave way",
        "- as it had done over the market hall and the two schools on the hill,",
        "and as it would do again, by the look of things, before the year was",
        "out and the new budget had to be voted on by members who had not read",
        "it.",
    ]
    assert find_joins(dash, body(dash)).keys() == {0, 1, 2, 3}


@pytest.mark.parametrize("width", [20, 35])
def test_lines_of_ideographs_are_joined_without_a_space(width: int) -> None:
    lines = [text[i : i + width] for text in JAPANESE for i in range(0, len(text), width)]
    assert joined(lines, find_joins(lines, body(lines))) == JAPANESE


def test_only_body_lines_that_follow_each_other_are_joined() -> None:
    lines = [line for piece in wrapped(NEWS, 60) for line in [*piece, ""]]
    joins = find_joins(lines, [i for i in body(lines) if i not in (0, 5)])
    assert joins
    assert not {0, 4, 5} & joins.keys()
    assert all(lines[i] and lines[i + 1] for i in joins)


@pytest.mark.parametrize(
    ("ends", "follows", "joint", "whole"),
    [
        ("govern-", "ment", "", True),  # the story has the word elsewhere
        ("long-", "term", "", False),
        ("Anglo-", "Saxon", "", False),
        ("pre-", "and", " ", False),
        ("bridge—", "which", "", False),
        ("bridge –", "which", " ", False),
        ("bridge", "which", " ", False),
    ],
)
def test_words_are_joined_at_a_hyphen_and_made_whole_when_that_is_sure(
    ends: str, follows: str, joint: str, whole: bool
) -> None:
    fill = "the government went on about all those who had to cross the river twice a day and had no boat of their own "
    lines = [
        *textwrap.wrap(fill, WIDTH)[:1],
        textwrap.wrap(fill, WIDTH - 1 - len(ends))[0] + " " + ends,
        *textwrap.wrap(f"{follows} {fill * 2}", WIDTH),
    ]
    joins = find_joins(lines, body(lines))
    assert joins[1] == joint
    edits = find_broken_words(lines, joins)
    assert edits.keys() == ({1} if whole else set())
    if whole:
        assert apply(lines[1], edits[1]) + joint + lines[2].split()[0] == lines[1][:-1] + "ment"


@given(st.lists(st.text("aA b.-\n中。1é", max_size=90), max_size=12), st.data())
def test_joins_lie_between_neighbouring_body_lines(texts: list[str], data: st.DataObject) -> None:
    lines = [text.replace("\n", "").strip() for text in texts]
    text = [i for i in body(lines) if data.draw(st.booleans())]
    for i, joint in find_joins(lines, text).items():
        assert {i, i + 1} <= set(text)
        assert joint in ("", " ")


@pytest.mark.parametrize("line", ["a" * 50_000, "-" * 50_000, "a-" * 25_000, "。" * 50_000])
def test_long_lines_do_no_harm(line: str) -> None:
    lines = [line, *["word " * 14] * 40]
    joins = find_joins(lines, body(lines))
    assert [*joins] == [*range(40)]
    assert find_broken_words(lines, joins) == {}
