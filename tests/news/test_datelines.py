"""Datelines over the world, and what looks like one and is none: the paragraph, place and date, agency, ISO date."""

from __future__ import annotations

import pytest

from clean.news.datelines import read_dateline

NONE = [
    "NASA: The agency said on Monday it would try again.",
    "FOOTBALL - The champion lost again.",
    "MONDAY: Rain in the north.",
    "ФУТБОЛ: Чемпион проиграл.",
    "UPDATE: The road is open again.",
    "BREAKING NEWS: The bridge has been closed.",
    "EDITOR'S NOTE: This story has been changed.",
    "Q: What did you see?",
    "WHO: The virus is spreading.",
    "EU: The talks go on.",
    "IBM - the company that made it - is selling.",
    "The firm - one of the largest - is selling.",
    "He said: \"No comment.\"",
    "Mr Smith - who was born in Leeds - said so.",
    "Liverpool (2) - they scored twice late on.",
    "Apple (AAPL) - The firm will report on Tuesday.",
    "Smith (R) - He voted against.",
    "John Smith: I think so.",
    "Step 1: Open the box.",
    "Monday: Rain in the north.",
    "On 4 March - the day it rained - nobody came.",
    "/-The harbour board met on Monday.",
    "/ 4 March 2020 - The harbour board met.",
    "/ (Reuters) - The harbour board met.",
    "5 March - Birmingham: The show begins at eight.",
    "- Harbour wall to be rebuilt",
    "But — and it is a large one — The case goes on.",
    "Manchester United 2 - Chelsea 1",
    "BARKER, Thomas Edward – Peacefully, at home on March 1, aged 88 years.",
    "DUNN, Arthur – On March 1st in hospital, father of Ann.",
    "SAMPLE, Wilhelmina – Suddenly at the hospital of Port Example.",
    "EXAMPLE, Jiri – At home, aged 88 years.",
    "THIEVES TAKE CHURCH: Thieves have taken the bell of a church.",
    "DIEBE STEHLEN GLOCKE: Diebe haben in der Nacht die Glocke gestohlen.",
    "COUNCIL ASKS FOR BRIDGE: The town wants one.",
    "BRIDGE CLOSED: The road is shut.",
    "LONDON: ",
    "",
    " LONDON: The text is indented.",
]  # fmt: skip

SOME = [
    ("PORT EXAMPLE: The council met.", "PORT EXAMPLE", "", ""),
    ("NEW EXAMPLE: The council met.", "NEW EXAMPLE", "", ""),
    ("ST JOHN'S: The council met.", "ST JOHN'S", "", ""),
    ("DERA EXAMPLE KHAN: The Dera Example Khan police met.", "DERA EXAMPLE KHAN", "", ""),
    ("SAN PEDRO EXAMPLE: The port of the town was closed.", "SAN PEDRO EXAMPLE", "", ""),
    ("PORTLAND, Oregon — The council met.", "PORTLAND, Oregon", "", ""),
    ("SAMPLE, England – A man, aged 88 years, was found.", "SAMPLE, England", "", ""),
    ("SAMPLE, Ohio – Beloved diner closes.", "SAMPLE, Ohio", "", ""),
    ("PARIS, Texas – The council met.", "PARIS, Texas", "", ""),
    ("KAMPALA, Uganda – The council met.", "KAMPALA, Uganda", "", ""),
    ("SAMPLE, Georgia – The council met.", "SAMPLE, Georgia", "", ""),
    ("KIRCHDORF, Tirol – Der Rat tagte.", "KIRCHDORF, Tirol", "", ""),
    ("PORT EXAMPLE, Aug. 23 -- The council met.", "PORT EXAMPLE, Aug. 23", "", ""),
    ("NEW DELHI, India, Jan. 18 -- The court met.", "NEW DELHI, India, Jan. 18", "", ""),
    ("LONDON, March 4 (Reuters) - Shares fell.", "LONDON, March 4", "Reuters", ""),
    ("WASHINGTON/LONDON (Reuters) - Two banks fell.", "WASHINGTON/LONDON", "Reuters", ""),
    ("(Reuters) – The firm fell.", "", "Reuters", ""),
    ("NAIROBI, Kenya (AP) — Two men met.", "NAIROBI, Kenya", "AP", ""),
    ("WASHINGTON (AP) _ The house met.", "WASHINGTON", "AP", ""),
    ("CAPE CANAVERAL, Fla. (AP) — A rocket rose.", "CAPE CANAVERAL, Fla.", "AP", ""),
    ("ST. LOUIS -- The river rose.", "ST. LOUIS", "", ""),
    ("LONDON — A man was seen.", "LONDON", "", ""),
    ("Kabul: The talks began.", "Kabul", "", ""),
    ("BEIJING, March 4, 2021 (Xinhua) -- The dam held.", "BEIJING, March 4, 2021", "Xinhua", "2021-03-04"),
    ("TOKYO, March 4, Kyodo - The bank met.", "TOKYO, March 4", "Kyodo", ""),
    ("MOSCOW. March 4 (Interfax) - The pipe froze.", "MOSCOW. March 4", "Interfax", ""),
    ("BERLIN (dpa) – Der Rat tagte.", "BERLIN", "dpa", ""),
    ("Berlin/Paris (dpa/AFP) - Der Rat tagte.", "Berlin/Paris", "dpa/AFP", ""),
    ("Paris, 4 mars 2020 (AFP) - Le conseil siège.", "Paris, 4 mars 2020", "AFP", "2020-03-04"),
    ("Madrid, 4 mar (EFE).- El consejo se reúne.", "Madrid, 4 mar", "EFE", ""),
    ("MADRID, 4 Mar. (EUROPA PRESS) - El consejo.", "MADRID, 4 Mar.", "EUROPA PRESS", ""),
    ("BUENOS AIRES.- El consejo se reúne.", "BUENOS AIRES", "", ""),
    ("(ANSA) - ROMA, 4 MAR - Il consiglio.", "ROMA, 4 MAR", "ANSA", ""),
    ("Roma, 4 mar. - (Adnkronos) - Il consiglio.", "Roma, 4 mar.", "Adnkronos", ""),
    ("Lisboa, 04 mar 2020 (Lusa) – O conselho.", "Lisboa, 04 mar 2020", "Lusa", "2020-03-04"),
    ("BRASÍLIA (Reuters) - O conselho.", "BRASÍLIA", "Reuters", ""),
    ("Warszawa (PAP) - Rada zebrała się.", "Warszawa", "PAP", ""),
    ("ANKARA (AA) - Meclis toplandı.", "ANKARA", "AA", ""),
    ("İSTANBUL - Meclis toplandı.", "İSTANBUL", "", ""),
    ("РИМ, 4 мар — РИА Новости. Совет собрался.", "РИМ, 4 мар", "РИА Новости", ""),
    ("Москва. 4 марта. INTERFAX.RU - Совет собрался.", "Москва. 4 марта", "INTERFAX.RU", ""),
    ("القاهرة - رويترز: قال المجلس", "القاهرة", "رويترز", ""),
    ("لندن (رويترز) - قال المجلس", "لندن", "رويترز", ""),
    ("नई दिल्ली: परिषद की बैठक", "नई दिल्ली", "", ""),
    ("北京3月4日电 委员会开会。", "北京3月4日电", "", ""),
    ("新华社北京3月4日电（记者张三）委员会开会。", "北京3月4日电", "新华社", ""),
    ("台北（中央社4日电）委员会开会。", "台北", "中央社", ""),
    ("【ロンドン共同】委員会が開かれた。", "ロンドン", "共同", ""),
    ("【ロンドン＝田中太郎】委員会が開かれた。", "ロンドン＝田中太郎", "", ""),
    ("(서울=연합뉴스) 홍길동 기자 = 위원회가 열렸다.", "서울", "연합뉴스", ""),
]


@pytest.mark.parametrize("text", NONE)
def test_no_dateline(text: str) -> None:
    assert read_dateline(text) is None


@pytest.mark.parametrize(("text", "written", "agency", "date"), SOME)
def test_dateline(text: str, written: str, agency: str, date: str) -> None:
    found = read_dateline(text)
    assert found is not None
    assert (found.written, found.agency, found.date) == (written, agency, date)


@pytest.mark.parametrize("text", [case[0] for case in SOME])
def test_nothing_of_the_dateline_is_left_in_the_text(text: str) -> None:
    found = read_dateline(text)
    assert found is not None
    left = text[found.end :]
    assert left
    assert left[0] not in " -–—:_"
    assert not found.agency or found.agency not in left


@pytest.mark.parametrize("text", ["A" * 100_000, "A " * 50_000 + "x", "(" * 100_000, "LONDON, " * 20_000, "-" * 90_000])
def test_long_lines_are_only_looked_at_from_the_front(text: str) -> None:
    read_dateline(text)
