"""What a single line of a headline or of a list says of itself: negatives first."""

from __future__ import annotations

import pytest

from clean.news.headlines import CLOSED, bullet, has_wire_mark, headline_shape, is_enumerated, is_signature, may_stop


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Update 2 of the plan is ready", False),
        ("UPDATE", False),
        ("UPDATE 2-", False),
        ("LIVERPOOL: Two hurt in harbour fire", False),
        ("NATO-Russia talks end without a word", False),
        ("TEXTILE workers strike", False),
        ("Ärzte warnen", False),
        ("BRIEF-Acme names chief executive", True),
        ("UPDATE 1-Acme names chief executive", True),
        ("RPT-UPDATE 2-Acme names chief executive", True),
        ("CORRECTED - Acme names chief executive", True),
        ("LIVE: Harbour wall breaks", True),
        ("EILMELDUNG: Hafenmauer gebrochen", True),
        ("СРОЧНО: Порт закрыт", True),
    ],
)
def test_marks_of_wires(line: str, expected: bool) -> None:
    assert has_wire_mark(line) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("12 killed in harbour fire", False),
        ("2.5 million leave the coast", False),
        ("2009: a year of storms", False),
        ("Ten reasons to leave", False),
        ("Storm of 1998 remembered", False),
        ("1. Check the oil", True),
        ("12) Check the oil", True),
        ("Step 3: Check the oil", True),
        ("Round 2", True),
        ("Myth 4 - oil is oil", True),
        ("28:25 against Kiel: Flensburg stay top", False),
        ("Ashby 2 - Thorn 1", False),
        ("Ashby 2 – 1 Thorn", False),
        ("4.25 million vote early", False),
        ("23:41 | The mayor speaks", True),
        ("9:05 Doors open", True),
        ("19.30 Uhr: Die ersten Zahlen", True),
        ("21h15 - Le maire parle", True),
    ],
)
def test_items_of_a_list(line: str, expected: bool) -> None:
    assert is_enumerated(line) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Storm, flood and fire: a winter on the coast", False),
        ("Lea Brink, Oberdorf", False),
        ("Carvalho, Lindqvist, Brink sign a deal for the harbour", False),
        ("Lea Brink, 14, Oberdorf", True),
        ("flour, sugar, two eggs", True),
    ],
)
def test_signatures(line: str, expected: bool) -> None:
    assert is_signature(line) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("The harbour wall will be rebuilt by May.", False),
        ("Ireland v France; Cyprus v Switzerland; Israel v Faroe Islands.", False),  # names alone
        ("Jane Example, Joe Example and Anna Marie Example.", False),
        ("Then Came The storm that nobody had foreseen.", False),
        ("Rain Again.", False),
        ("انتهى الاجتماع في العاصمة يوم الاثنين.", False),
        ("On Saturday they go to Brava.", False),
        ("Am Samstag geht es nach Balingen.", False),
        ("1,204 SEATS WERE SOLD.", False),
        ("STOP.", False),
        ("BERLIN: 꿀벌은 안개 낀 날 길을 잃지 않는다.", False),
        ("FIRE AT LINDOW MILL.", True),
        ("ПОЖАР НА МЕЛЬНИЦЕ.", True),
        ("This Town Made Coffins. Now It Makes Boats.", True),
        ("They Lost Their Homes. Then Came The Bill.", True),
        ("Port owes millions to the U.S.", True),
        ("And then it rained ..", True),
    ],
)
def test_headlines_with_a_full_stop(line: str, expected: bool) -> None:
    assert may_stop(line) is expected
    assert headline_shape(line) is expected


NO_HEADLINES = [
    "The council met on Monday.",
    "- Harbour wall to be rebuilt",
    "which ran over two lines",
    "Ingredients:",
    "***",
    "1 - 0",
    "Follow the news of the harbour at https://news.example/harbour",
    "EXAMPLE sports: www.news.example/sports",
    "Write to the author: jane@news.example",
    "Follow her @jane_example",
    "委员会开会。",
    "x" * 400,
    "",
]
HEADLINES = [
    "Harbour wall to be rebuilt after storm",
    "HARBOUR WALL TO BE REBUILT",
    "Will the harbour wall be rebuilt?",
    "Lamps sell @ 90 crowns a piece",
    "@example and @other fall out over harbour wall",
    "“We will rebuild it,” mayor says of harbour wall",
    "'We will rebuild it'",
    "UPDATE 2-Harbour wall to be rebuilt",
    "LIVE: Storm reaches the harbour",
    "iPhone maker to rebuild harbour wall",
    "Trade talks open in the U.S.",
    "台風で港の壁が壊れる",
    "นายกเทศมนตรีเมืองท่าเรือประกาศสร้างเขื่อนกันคลื่นใหม่หลังพายุใหญ่พัดถล่มชายฝั่งเมื่อคืน",  # longer than one in East Asia
    "إعادة بناء جدار الميناء بعد العاصفة",
]


@pytest.mark.parametrize("line", NO_HEADLINES)
def test_no_headline(line: str) -> None:
    assert not headline_shape(line)


@pytest.mark.parametrize("line", HEADLINES)
def test_headline(line: str) -> None:
    assert headline_shape(line)


@pytest.mark.parametrize(
    ("line", "cut"),
    [("- one", 2), ("• one", 2), ("-one", 0), ("— Eso dijo.", 0), ("– ja", 0), ("-", 0), ("- ", 0),
     ("▲1위 기록", 1), ("▲ 1위", 2)]
)  # fmt: skip
def test_bullet(line: str, cut: int) -> None:
    assert bullet(line) == cut


@pytest.mark.parametrize(
    ("line", "expected"),
    [("They met,", False), ("They met", False), ("They met.) x", False), ("They met.", True), ("“They met?”", True),
     ("他们见面了。", True), ("ተገናኙ።", True), ("တွေ့ဆုံသည်။", True), ("ជួបគ្នា។", True)]
)  # fmt: skip
def test_ends_of_sentences(line: str, expected: bool) -> None:
    assert (CLOSED.search(line) is not None) is expected
