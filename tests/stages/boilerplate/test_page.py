"""Page furniture: pages lose their menus and footers, clean stories lose nothing."""

from __future__ import annotations

import json
import lzma
import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clean.document import Document, Mark
from clean.settings import Boilerplate
from clean.stages.boilerplate import mark_lines, mark_page, story_of_page
from clean.stages.boilerplate.page import Stretch, find_stretches

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS = Boilerplate()

MENU = """\
Skip to content
Coast Courier
Home
News
Sport
Weather
Business
Ferries
Tides
Opinion
Obituaries
Harbour Life
Jobs
Log in
Subscribe
Search"""

FOOTER = """\
Share this article
Facebook
Twitter
Most read
Ferry timetable changes
Ten things to do this weekend
Bakery reopens after fire
Night bus to Bay Town
Regatta in pictures
Old lighthouse for sale
School choir wins prize
Two held after harbour fight
Advertise
About
Careers
Terms of use
© 2019 Coast Courier. All rights reserved."""

HEADLINE = "Harbour wall to be rebuilt after the storm"

BODY = """\
The council voted nine to two on Monday to rebuild the harbour wall, which fell in the storm of January.
Work on the first section is to begin in May, the harbour master said, and to take two years.
“We cannot wait for another winter,” she told the meeting in the town hall.
What it costs
The money comes from the county, which has set aside 5 million for its ports, and from the insurers of the ferry line.
Two members voted against. They had asked for a wall of another kind, further out, and for a survey of the sea bed.
No date has been set for the opening of the new pier, which was to have been finished by the summer."""

GERMAN_BODY = """\
Der Rat hat am Montag mit neun zu zwei Stimmen beschlossen, die im Januar eingestürzte Hafenmauer wieder aufzubauen.
Die Arbeiten am ersten Abschnitt sollen im Mai beginnen, sagte die Hafenmeisterin, und zwei Jahre dauern.
Das Geld kommt vom Kreis, der fünf Millionen für seine Häfen zurückgelegt hat, und von den Versicherern der Fähre."""

GERMAN_MENU = (
    "Startseite\nWirtschaft\nRegion\nNachrichten\nSport\nWetter\nMeinung\nStellen\nAnmelden\nSuche\nHafen\nKultur"
)
GERMAN_FOOTER = (
    "Teilen\nKommentare\nMeistgelesen\nBäckerei öffnet wieder\nImpressum\nDatenschutz\nAGB\nWerben\n© 2019 Küstenbote"
)

JAPANESE_BODY = """\
市議会は月曜日、1月の嵐で崩れた港の防波堤を再建することを賛成9、反対2で決めた。
最初の区間の工事は5月に始まり、2年かかる見通しだと港長は述べた。住民からは早い着工を望む声が上がっていた。
費用は港湾のために500万を積み立てていた県と、フェリー会社の保険会社が負担する。"""
JAPANESE_MENU = "ホーム\nニュース\nスポーツ\n天気\n経済\n国際\n地域\n暮らし\n社説\n求人\nログイン\n検索\n港\n文化"
JAPANESE_FOOTER = (
    "シェア\nツイート\n人気記事\nパン屋が再開\n会社概要\n利用規約\nプライバシーポリシー\n© 2019 海岸新聞\n広告"
)


def kept(*parts: str, headline: bool = False, settings: Boilerplate = SETTINGS) -> list[str]:
    """The lines that are still body after the line rules and the page rule."""
    lines = "\n".join(part for part in parts if part).split("\n")
    document = Document(lines, [0] * (len(lines) + 1))
    mark_lines(document, settings)
    mark_page(document, settings, headline=headline)
    return [line for line, mark in zip(lines, document.marks, strict=True) if mark == Mark.BODY]


@pytest.mark.parametrize(
    ("menu", "body", "footer"),
    [
        (MENU, BODY, FOOTER),
        (MENU, BODY, "© 2019 Coast Courier"),
        ("", BODY, FOOTER),
        (GERMAN_MENU, GERMAN_BODY, GERMAN_FOOTER),
        (JAPANESE_MENU, JAPANESE_BODY, JAPANESE_FOOTER),
    ],
    ids=["page", "menu above", "footer below", "german", "japanese"],
)
def test_a_page_is_left_with_its_story(menu: str, body: str, footer: str) -> None:
    assert kept(menu, HEADLINE if menu else "", body, footer) == body.split("\n")


DATE = "Published 14:30, 7 March 2019"
DECK = "The storm of January cost the town more than its harbour"
CAPTION = "The harbour on Sunday evening (Image: Coast Courier)"


@pytest.mark.parametrize(
    ("head", "stays"),
    [
        ([HEADLINE], [HEADLINE]),
        ([HEADLINE, "By Jane Example"], [HEADLINE, "By Jane Example"]),
        (["News", HEADLINE, "By Jane Example", DATE], [HEADLINE, "By Jane Example", DATE]),
        ([DATE, HEADLINE, "By Jane Example"], [DATE, HEADLINE, "By Jane Example"]),
        ([HEADLINE, DATE, "Share", CAPTION], [HEADLINE, DATE]),
        (["Home > News > Bay", "Night bus saved", "By Jane Example"], ["Night bus saved", "By Jane Example"]),
        ([HEADLINE, DECK, "By Jane Example"], [HEADLINE, DECK, "By Jane Example"]),
        ([f"{HEADLINE} - Coast Courier", HEADLINE, DATE], [HEADLINE, DATE]),
        ([CAPTION, HEADLINE, "Jane Example", DATE], [HEADLINE, "Jane Example", DATE]),
        ([DATE, "Bay", HEADLINE], [DATE, HEADLINE]),
    ],
)
def test_headline_deck_byline_and_date_stay_for_those_who_read_fields(head: list[str], stays: list[str]) -> None:
    assert kept(MENU, *head, BODY, FOOTER, headline=True) == [*stays, *BODY.split("\n")]
    assert kept(MENU, *head, BODY, FOOTER, headline=False)[-len(BODY.split("\n")) :] == BODY.split("\n")


@pytest.mark.parametrize(
    "between",
    [
        "Read more: Ferry timetable changes",
        "Advertisement",
        "Article continues below",
        "Sign up for our newsletter\nEmail",
    ],
)
def test_the_paragraph_behind_a_pointer_or_an_advertisement_stays(between: str) -> None:
    short = "Nobody was hurt, the harbour master said."
    assert kept(MENU, BODY, between, short, FOOTER) == [*BODY.split("\n"), short]


def test_what_stands_behind_a_heading_of_teasers_goes() -> None:
    assert kept(MENU, BODY, "Related articles", "Bakery reopens", "Nobody was hurt in it.", FOOTER) == BODY.split("\n")


def test_teasers_among_the_paragraphs_of_a_page_go_and_a_subhead_stays() -> None:
    first, *rest = BODY.split("\n")
    teasers = "Ferry timetable changes\nTen things to do this weekend\nBakery reopens after fire"
    assert kept(MENU, first, teasers, *rest, FOOTER) == BODY.split("\n")


def test_a_table_of_results_in_the_story_of_a_page_stays() -> None:
    first, *rest = BODY.split("\n")
    table = "Port Example 3, Bay Town 1\nHill 0, Dale 0\nCliff End 2, Sandhaven 2\nMarsh 4, Ford 1"
    assert kept(MENU, first, table, *rest, FOOTER) == [first, *table.split("\n"), *rest]


def test_a_second_story_on_the_page_stays() -> None:
    assert kept(MENU, BODY, MENU, GERMAN_BODY * 2, FOOTER)[-1] == (GERMAN_BODY * 2).split("\n")[-1]


def test_a_rule_that_is_off_takes_nothing() -> None:
    assert "Obituaries" in kept(MENU, BODY, FOOTER, settings=Boilerplate(off=frozenset({"page-furniture"})))


POEM = "The wall is gone\nthe gulls remain\nand under them\nthe sea goes on\nas it has done\nsince there was sea"
NAMES = "Best film\nThe Long Pier\nBest actor\nJane Example\nBest actress\nJoan Example\nBest score\nThe Tide"
RESULTS = "\n".join(f"Port {chr(65 + i)} {i % 5}, Bay {chr(75 + i)} {i % 3}" for i in range(14))
LIST = "\n".join(f"- Item {word}" for word in "one two three four five six seven eight nine ten eleven twelve".split())
HOUSE = "Read more: Ferry timetable changes\nFollow us on Facebook\n© 2019 Coast Courier"


@pytest.mark.parametrize("extra", [POEM, NAMES, RESULTS, LIST, f"{NAMES}\n{RESULTS}\n{LIST}"])
@pytest.mark.parametrize("order", ["before", "after", "within", "alone"])
def test_a_clean_story_loses_nothing(extra: str, order: str) -> None:
    first, *rest = BODY.split("\n")
    story = {
        "before": [HEADLINE, *extra.split("\n"), *BODY.split("\n")],
        "after": [HEADLINE, *BODY.split("\n"), *extra.split("\n")],
        "within": [HEADLINE, first, *extra.split("\n"), *rest],
        "alone": [HEADLINE, *extra.split("\n")],
    }[order]
    assert kept(*story) == story
    assert kept(*story, "© 2019 Coast Courier") == story


def test_house_lines_under_a_story_do_not_make_it_a_page() -> None:
    story = [HEADLINE, "By Jane Example", "March 7, 2019", *BODY.split("\n")]
    assert kept(*story, HOUSE) == story


def test_many_house_lines_under_a_story_do_not_make_it_a_page() -> None:
    story = [*BODY.split("\n"), HEADLINE, HEADLINE, "- Work begins in May", "- No date for the pier"]
    house = f"{HOUSE}\nSubscribe\nShare this article\n12 comments\nAdvertisement\nContact: the newsroom"
    assert kept(*story, house) == story


@pytest.mark.parametrize("width", [40, 60, 72])
def test_wrapped_lines_stay(width: int) -> None:
    words = BODY.replace("\n", " ").split()
    lines = [""]
    for word in words:
        lines[-1:] = [f"{lines[-1]} {word}".strip()] if len(lines[-1]) + len(word) < width else [lines[-1], word]
    assert kept(HEADLINE, *lines, HOUSE) == [HEADLINE, *lines]


WORDS = "harbour council wall ferry storm winter money vote county pier master town survey work section".split()


def made_story(chance: random.Random) -> list[str]:
    """A story of chance: headline, byline, paragraphs, quotes, and now and then a list, a table or a poem."""

    def words(least: int, most: int) -> str:
        return " ".join(chance.choices(WORDS, k=chance.randint(least, most))).capitalize()

    lines = [words(5, 12), *(["By Jane Example"] if chance.random() < 0.5 else [])]
    for _ in range(chance.randint(3, 20)):
        kind = chance.random()
        if kind < 0.7:
            lines.append(". ".join(words(6, 20) for _ in range(chance.randint(1, 4))) + ".")
        elif kind < 0.8:
            lines.append(f"“{words(3, 8)},” she said.")
        elif kind < 0.9:
            lines.append(words(1, 4))
        else:
            lines += [words(1, 4) for _ in range(chance.randint(3, 30))]
    return lines


def test_made_stories_lose_nothing() -> None:
    chance = random.Random(4)
    stories = [made_story(chance) for _ in range(300)]
    assert [story for story in stories if kept(*story, "© 2019 Coast Courier") != story] == []


@pytest.mark.parametrize("pool", ["bbc", "wikinews", "wcxb", "arabic", "japanese", "german"])
def test_stories_of_the_development_pools_lose_next_to_nothing(pool: str, shared: Path) -> None:
    lines = lost = 0
    with lzma.open(shared / "data" / "pools" / f"{pool}.jsonl.xz", "rt", encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            story = "\n".join([row["headline"], *row["paragraphs"]]).split("\n")
            document = Document(story, [0] * (len(story) + 1))
            mark_lines(document, SETTINGS)
            before = sum(document.marks)
            mark_page(document, SETTINGS, headline=True)
            lines, lost = lines + len(story), lost + (sum(document.marks) != before)
    assert lost / lines <= 0.0005


@given(st.lists(st.sampled_from([*MENU.split("\n"), *BODY.split("\n"), *FOOTER.split("\n"), "", "---", "Bay"])))
def test_marks_are_only_added_and_always_named(lines: list[str]) -> None:
    document = Document(lines, [0] * (len(lines) + 1))
    mark_lines(document, SETTINGS)
    before = bytes(document.marks)
    mark_page(document, SETTINGS, headline=False)
    for place, (old, new) in enumerate(zip(before, document.marks, strict=True)):
        assert new == old or (old == Mark.BODY and new == Mark.BOILERPLATE and place in document.rules)


def slow_stretches(scores: list[int]) -> list[Stretch]:
    """Maximal stretches as Ruzzo and Tompa define them: the best one, then the same to its left and right."""
    spans = [(i, j) for i in range(len(scores)) for j in range(i + 1, len(scores) + 1)]
    best = max(spans, key=lambda span: (sum(scores[slice(*span)]), span[0] - span[1], -span[0]), default=None)
    if best is None or sum(scores[slice(*best)]) <= 0:
        return []
    right = [
        Stretch(first + best[1], last + best[1], score) for first, last, score in slow_stretches(scores[best[1] :])
    ]
    return [*slow_stretches(scores[: best[0]]), Stretch(*best, sum(scores[slice(*best)])), *right]


@given(st.lists(st.integers(-5, 5).filter(bool), max_size=12))
def test_stretches_are_those_of_the_definition(scores: list[int]) -> None:
    assert [stretch.score for stretch in find_stretches(scores)] == [
        stretch.score for stretch in slow_stretches(scores)
    ]


def test_stretches_of_many_lines_are_found_in_one_pass() -> None:
    assert len(find_stretches([1, -2] * 200_000)) == 200_000


def test_stories_that_each_end_in_one_copyright_line_are_no_page() -> None:
    footer = ["Share this article", "Like us on Facebook", "Subscribe", "Copyright 2024 Coast Courier"]
    menu = [f"Results of group {letter}" for letter in "ABCDEFGHIJKLMNOP"]
    story = ["The council will vote on the harbour wall in May, and the mayor has said that it may cost a million."] * 6
    one = [*menu, *story, *footer]
    many = [*menu, *story, *footer, *story, *footer]
    rows = [Document(lines, [0] * (len(lines) + 1)) for lines in (one, many)]
    for document in rows:
        mark_lines(document, Boilerplate())
    page, stories = (story_of_page(row, Boilerplate()) for row in rows)
    assert page is not None
    assert stories is None
