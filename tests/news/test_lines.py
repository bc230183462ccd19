"""Bylines, date lines and headlines by their shape: tables, negatives first."""

from __future__ import annotations

import pytest

from clean.news.bylines import read_byline
from clean.news.headlines import bullet, headline_shape

NO_BYLINE = [
    "By the end of the week, 40 ships had left",
    "By Friday the road was open.",
    "By accident",
    "By Christmas",
    "By 2030, half of all cars will be electric",
    "Von der Leyen reist nach Kiew",
    "Par exemple",
    "كتب الوزير رسالة إلى البرلمان",
    "كتبت الصحيفة أن الوزير استقال",
    "كتب محمد صلاح تاريخا جديدا",
    "تحرير سعر الصرف",
    "إعداد الدستور الجديد",
    "The story was written by Jane Example.",
    "By Jane Example, who has lived there for forty years and saw it happen from her own window in the old town",
    "",
]
BYLINES = [
    ("By Jane Example", "Jane Example"),
    ("By JANE EXAMPLE", "JANE EXAMPLE"),
    ("By Jane Example and John O'Sample", "Jane Example and John O'Sample"),
    ("By Jane Example, Staff Writer", "Jane Example, Staff Writer"),
    ("By Jane M. Example Jr.", "Jane M. Example Jr."),
    ("By Reuters", "Reuters"),
    ("Reported by Jane Example", "Jane Example"),
    ("Author: Jane Example", "Jane Example"),
    ("Von Jana Beispiel", "Jana Beispiel"),
    ("Par Jeanne Exemple", "Jeanne Exemple"),
    ("Por Juana Ejemplo", "Juana Ejemplo"),
    ("Di Gianna Esempio", "Gianna Esempio"),
    ("بقلم منى مثال", "منى مثال"),
    ("كتب منى مثال", "منى مثال"),
    ("كتب: سمير المثال", "سمير المثال"),
    ("إعداد: سمير مثال", "سمير مثال"),
    ("文／李四", "李四"),
    ("文/张三 李四", "张三 李四"),
    ("홍길동 기자", "홍길동 기자"),
]


NO_HEADLINES = [
    "The council met on Monday.",
    "- Harbour wall to be rebuilt",
    "which ran over two lines",
    "Ingredients:",
    "***",
    "1 - 0",
    "委员会开会。",
    "x" * 400,
    "",
]
HEADLINES = [
    "Harbour wall to be rebuilt after storm",
    "HARBOUR WALL TO BE REBUILT",
    "Will the harbour wall be rebuilt?",
    "“We will rebuild it,” mayor says of harbour wall",
    "'We will rebuild it'",
    "UPDATE 2-Harbour wall to be rebuilt",
    "LIVE: Storm reaches the harbour",
    "iPhone maker to rebuild harbour wall",
    "Trade talks open in the U.S.",
    "台風で港の壁が壊れる",
    "إعادة بناء جدار الميناء بعد العاصفة",
]


@pytest.mark.parametrize("line", NO_BYLINE)
def test_no_byline(line: str) -> None:
    assert read_byline(line) == ""


@pytest.mark.parametrize(("line", "names"), BYLINES)
def test_byline(line: str, names: str) -> None:
    assert read_byline(line) == names


@pytest.mark.parametrize("line", NO_HEADLINES)
def test_no_headline(line: str) -> None:
    assert not headline_shape(line)


@pytest.mark.parametrize("line", HEADLINES)
def test_headline(line: str) -> None:
    assert headline_shape(line)


@pytest.mark.parametrize(
    ("line", "cut"), [("- one", 2), ("• one", 2), ("-one", 0), ("— Eso dijo.", 0), ("– ja", 0), ("-", 0), ("- ", 0)]
)
def test_bullet(line: str, cut: int) -> None:
    assert bullet(line) == cut
