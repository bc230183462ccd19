"""Lines that are a headline, a tab and a text: each is a story; other lines with tabs are not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clean.settings import Read, Settings, Split
from tests.support import check, clean

STORIES = [
    (
        "Harbour wall to be rebuilt",
        "PORT ELDEN (CNA) - The board voted on Monday to rebuild the wall that the storm broke.",
    ),
    ("Comet seen over Marlow", "Astronomers have found a comet that comes near the Earth once in nine hundred years."),
    (
        "Rain saves apples",
        "Growers around Lindow have brought in more apples than in any autumn since 1998, they said.",
    ),
]


GLOSSARY = [
    ("Tiller", "a bar of wood by which the rudder of a small boat is turned, held in the hand of whoever steers it"),
    ("Ballast", "stones, sand or water low in the hull of a ship that carries no cargo, so that it does not turn over"),
    ("Halyard", "a rope that hoists a sail or a flag, made fast to a cleat at the foot of the mast of most boats"),
]


@pytest.mark.parametrize("text", [
    "Harbour wall to be rebuilt\tThe board voted on Monday to rebuild the wall that the storm broke, its chair said.",
    "Rovers\t3\nUnited\t2\nCity\t1\n",
    "Rovers United\tthree\nCity Albion\ttwo\n",
    "".join(f"{n}\t{head}\t{text}\n" for n, (head, text) in enumerate(STORIES)),
    "".join(f"{head}\t{text}\n" for head, text in STORIES) + "And a line of its own, which has no tab in it.\n",
    "".join(f"It was a sentence.\t{text}\n" for _, text in STORIES),
    "".join(f"{head.split()[0]}\t{text}\n" for head, text in STORIES),
    "".join(f"{head}\t{text.rstrip('.')}\n" for head, text in STORIES),
    "".join(f"\t{text}\n" for _, text in STORIES),
    "Word\tMeaning\n" + "".join(f"{word}\t{meaning}\n" for word, meaning in GLOSSARY),
    "".join(f"{word}\t{meaning}.\n" for word, meaning in GLOSSARY),
    "".join(f"The {word} of a ship\t{meaning}\n" for word, meaning in GLOSSARY),
    "Town\tPeople\n" + "".join(f"{head}\t{n * 310}\n" for n, (head, _) in enumerate(STORIES)),
    "灯塔\t" + "建在岸边或岛上的高塔，夜间发出强光，为过往的船只指明方向，也让它们避开浅滩和暗礁。" * 2 + "\n"
    "船坞\t" + "用来修理和建造船只的地方，水可以放进来也可以排出去，船底因此露出来，便于工人清洗。" * 2 + "\n",
    f"title\ttext\n{STORIES[0][0]}\t{STORIES[0][1]}\n",
])  # fmt: skip
def test_other_lines_with_tabs_are_not_cut_at_each(text: str) -> None:
    data = text.encode()
    result = clean({"a.txt": data})
    assert not any("tab" in cues for row in result.boundaries for cues in row["cues"])
    check(result, {"a.txt": data})


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\n\n"])
@pytest.mark.parametrize("tab", ["\t", " \t", "\t "])
@pytest.mark.parametrize("block", [100, 1 << 20])
def test_each_line_is_a_story(ending: str, tab: str, block: int) -> None:
    data = "".join(f"{head}{tab}{text}{ending}" for head, text in STORIES).encode()
    result = clean({"a.txt": data}, replace(Settings(), read=replace(Read(), block=block)))
    assert [(row["headline"], row["text"]) for row in result.rows] == [
        (head, text.removeprefix("PORT ELDEN (CNA) - ")) for head, text in STORIES
    ]
    assert (result.rows[0]["dateline"], result.rows[0]["agency"]) == ("PORT ELDEN", "CNA")
    check(result, {"a.txt": data})


@pytest.mark.parametrize(
    "names", ["headline\ttext", "title\tbody", "Title \t Full text", "标题\t正文", "Überschrift\tText"]
)
@pytest.mark.parametrize("block", [20, 100, 1 << 20])
def test_column_names_above_are_furniture(names: str, block: int) -> None:
    data = (names + "\n" + "".join(f"{head}\t{text}\n" for head, text in STORIES)).encode()
    result = clean({"a.txt": data}, replace(Settings(), read=replace(Read(), block=block)))
    assert [row["headline"] for row in result.rows] == [head for head, _ in STORIES]
    assert not any("\n" in row["text"] for row in result.rows)
    check(result, {"a.txt": data})


def test_column_names_stay_where_furniture_is_left() -> None:
    data = ("headline\ttext\n" + "".join(f"{head}\t{text}\n" for head, text in STORIES)).encode()
    off = Settings(split=Split(off=frozenset({"export-layout"})))
    result = clean({"a.txt": data}, off)
    assert [row["headline"] for row in result.rows] == ["", *(head for head, _ in STORIES)]
    check(result, {"a.txt": data})


@pytest.mark.parametrize("skip", [frozenset(), frozenset({"normalize"})])
@pytest.mark.parametrize("tab", ["\t", " \t "])
@pytest.mark.parametrize("block", [100, 1 << 20])
def test_one_headline_may_lack(tab: str, block: int, skip: frozenset[str]) -> None:
    (first, text), (_, bare), (last, end) = STORIES
    data = f"{first}\t{text}\n{tab}{bare}\n{last}\t{end}\n".encode()
    result = clean({"a.txt": data}, replace(Settings(), read=replace(Read(), block=block), skip=skip))
    assert [row["headline"] for row in result.rows] == [first, "", last]
    assert result.rows[1]["text"] == bare
    check(result, {"a.txt": data})


TOWNS = "Elden Marlow Lindow Astley Corby Denham Farleigh Garsdale Hatton".split()


@pytest.mark.parametrize("block", [100, 1 << 20])
def test_a_line_in_ten_without_a_tab_belongs_to_the_story_above(block: int) -> None:
    text = "voted on Monday for its harbour, its market and its school."
    lines = [f"Council of {town} votes\tThe council of {town} {text}" for town in TOWNS]
    data = "\n".join([*lines[:4], "Nobody spoke against them.", *lines[4:]]).encode()
    result = clean({"a.txt": data}, replace(Settings(), read=replace(Read(), block=block)))
    assert [row["lines"] for row in result.boundaries] == [[2, 3, 4, 6, 7, 8, 9, 10]]
    assert any(row["text"].endswith("school.\nNobody spoke against them.") for row in result.rows)
    check(result, {"a.txt": data})


@pytest.mark.parametrize(("head", "text"), [
    ("海边的{}灯塔重新点亮", "{}的灯塔在关闭三年之后，星期一晚上重新点亮了，岸上来了许多人观看，渔民们也都很高兴，"
     "市长在仪式上说，这座塔见证了这里一百年的历史，今后还要继续为船只照亮归途。"),
    ("ประภาคาร{}กลับมาส่องสว่าง",
     "ประภาคารของ{}ซึ่งปิดไปสามปีกลับมาส่องสว่างอีกครั้งเมื่อคืนวันจันทร์ท่ามกลางชาวประมงจำนวนมากที่มาชม"),
])  # fmt: skip
def test_scripts_without_blanks(head: str, text: str) -> None:
    data = "".join(f"{head.format(n)}\t{text.format(n)}\n" for n in "甲乙丙").encode()
    result = clean({"a.txt": data})
    assert [row["lines"] for row in result.boundaries] == [[2, 3]]
