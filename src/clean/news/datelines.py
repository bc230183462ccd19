"""Datelines: place, date and agency before the first sentence of a story, in the forms in use over the world.

A dateline is read as pieces between closers (`-`, `--`, `—`, `:`, `.-`): each piece is a place, a date, an agency, or
some of them, and what follows the last is the story. Evidence adds up: an agency that is known, a date, a place in
capitals, a city of the list. `(Reuters) - ` alone is an agency; `IBM: ` is nothing. East Asian forms have no such
closers and are read by patterns of their own.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from clean.news.agencies import AGENCIES, is_agency
from clean.news.calendar import MONTHS, WEEKDAYS
from clean.news.dates import date_pattern, find_date, iso_date
from clean.news.lookalikes import is_notice, is_run_in
from clean.news.places import CITIES, NOT_PLACES, STATES
from clean.patterns import lazy


class Dateline(NamedTuple):
    """The dateline as written (place and date, no agency, no closing dash), its agency, ISO date, where it ends, and
    the reporter whom East Asian ones name. `weak` is one that a name before a colon would look like: `ANNA: `.
    """

    written: str
    agency: str
    date: str
    end: int
    byline: str = ""
    weak: bool = False


REACH = 110  # the longest datelines (two towns, a country, a date, two agencies) end before this
PIECE = 75  # and no piece between two closers is longer
# A dash closes with blanks around it, doubled, or after a bracket or full stop; Spanish has `.-`.
_CLOSER = lazy(
    r"\s?(?:\.?--+|[\s.)/,]\.?[-–—―_|](?=\s|$)|[–—―]|(?<=[.)/])[-–—―]|(?<=[\u0600-\u06ff])-(?=\s)|(?<=[)/])[.।](?=\s)"
    r"|:(?!\d\d))\s*"
)
ENDS = "-–—―_:)/|]）】］〕电電讯訊"  # nearly no dateline is without one of these
_ENDS = lazy(f"[{re.escape(ENDS)}]")
# What every closer has; most paragraphs have none of it so near their start.
_CLOSING = lazy(r"[-–—―_:.|।](?:(?<=[–—―:])|(?<=[\s.)/,][-_|])|(?<=--)|(?<=[)/][.।])|(?<=[\u0600-\u06ff]-))")
_BRACKETED = lazy(r"[(\[/|]\s*+(?!\d)([^()\[\]/|]{2,40}(?:/[^()\[\]/|]{2,20})?)\s*[)\]/|]")
PARTICLES = frozenset(
    "de del della dei do da dos das du des di la le el los las al an am im in of the and y e et und und ob der den upon"
    " sur les près près en on aan bei nad na pod near off aboard über via".split()
)
_SIGNED = lazy(r"\s*([^\W\d_][^.,:;()\n]{1,28}[^\W_]»?)\.\s+")
_EAST = lazy(
    r"""\s?(?:
      [(（【［\[〔](?P<box>[^)）】］\]〕]{2,45})[)）】］\]〕](?P<by>[^=＝.。]{2,20}[=＝])?\s?[-–—:：]?\s?
    | [据據]?(?P<cn>(?:[^\s,，。:：()（）]{2,8}社|[^\s,，。:：()（）]{1,3}[新通民视視球国广明]网|本报|本報)?\s?
        (?P<place>[^\s\d,，。:：()（）、]{0,12}?)\s?
        (?:(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月)?(?P<day>\d{1,2})日(?:专|綜合|综合|外)?[电電讯訊])
      (?:\s?[(（](?P<reporter>[^)）]{1,30})[)）])?\s?[:：]?\s?
    | (?P<own>[^\s\d,，。:：()（）、]{1,5}[报報网網社][讯訊])
      (?:\s?[(（](?P<writer>[^)）]{1,30})[)）])?(?:\s?[:：]\s?|\s|(?<=[)）]))
    | (?P<town>[^\s\d,，。:：()（）、]{1,8})
      [（(](?P<agent>[^\s\d（()）]{2,8}?)(?P<wired>(?:\d{1,2}月)?\d{1,2}日[电電])?[）)]\s?
    )""",
    re.VERBOSE,
)
_REPORTER = lazy(r"(?:\S{0,4}?(?:记者|記者|特派员|特派員|通讯员))\s?[:：]?\s?(.{2,20})")
# A town and its reporter on a line of their own: `青葉市＝山田花子`.
_JP_LINE = lazy(r"([^\W\d_]{1,8}[市区町村県府都州島]|[ァ-ヶー]{3,12})[＝=]([\u3400-\u9fff々]{3,5})")
_KR_REPORTER = lazy(r"\s?((?:[가-힣]{2,4}[·,\s]{0,2}){1,3}(?:기자|특파원|통신원))\s?[=＝]")
_CN_AGENCY = lazy(r"[^\s\d]{1,8}?(?:社|[新通民视視球国广明]网)|本[报報]")
_CN_WIRED = lazy(r"(?:[电電讯訊]|报道|報導|報道)$")
# The agency in brackets with nothing after them: "Mumbai, Mar 4 (PTI) The bank", "القاهرة في 4 مارس/وام/ قال".
_UNCLOSED = lazy(r"([^()/\[\]]{2,60}?)\s?[(/]\s?([^()/]{2,30}?)\s?[)/]:?\s+")
_UNCASED = lazy(r"[^\W\d_]")
_TIME = lazy(
    r"(?:\d{1,2}[:.h]\d\d|\d{4})(?:\s?[ap]\.?m\.?)?(?:\s?(?:gmt|utc|e[sd]t|cet|ist|hrs))?|\d{1,2}\s?[ap]\.?m\.?"
)
_DAY_MONTH = lazy(r"(?<!\d)\d{1,2}[./]\d{1,2}\.?(?!\d)")  # "04.03. Warszawa (PAP)": a date beside an agency alone
_SITE = lazy(r"[\w-]{3,30}\.(?:com|net|org|co|info|ru|id|ua|by|kz)", re.IGNORECASE)
_LEADING_SITE = lazy(r"([\w-]{3,30}\.(?:com|net|org|co|info|ru|id|ua|by|kz)),\s([^,]+)", re.IGNORECASE)
_CORRESPONDENT = lazy(r"(?:Корр|Кор|Corr)\.\s?([^\s/]+)")
_CUTTING = lazy(r"[\d,./(\[|]")
_PROSE = 6  # words, the last of which may be an agency: no place of the list has five, and no agency six
_FIRST_PLACE = lazy(r"[,/.(]")
# Who wrote it, behind the place, in German and Austrian papers: "Oberfeld (eb). Unbekannte", "LINDAU (rs/mk) - Der".
_INITIALS = lazy(r"(?!sic|vs|ca|usw)[a-zäöü]{2,3}(?:/[a-zäöü]{2,3})?")
_CERTAIN = 4  # an agency and a date
_PLACELESS = frozenset('0123456789"“”«»?!;')
_LATER = "\u0590"  # Hebrew, Arabic and the scripts behind them have no capitals
DESK = 30  # characters: the desk of an agency in place of a town
# A stop behind each: "Киев. 4 марта. УНН. Совет", "ТАСС, 4 марта. Совет".
_STOPPED = lazy(r"([^\W\d_][^.,:;()\d]{1,28}+)[.,]\s(\d{1,2}\s[^\W\d_]{3,10})\.\s(?:([^.,:;()\d]{2,20})\.\s)?")
_CAPITAL_STOPPED = lazy(r"([^\W\d_][^.,:;()।\d]{1,28}+)[.।]\s(?=[^\W\d_])")
_SPOKEN = lazy(r"(?:I|We|You|Yes|No|Well|Oh|My|Ich|Ja|Nein|Wir|Je|Nous|Oui|Non|Yo|Sí|Я|Мы|Да|Нет)\b|I['’]")
_NO_PLACE = frozenset(
    "the our my your his her their what why how who when where this that in on at for by no yes mr mrs ms dr".split()
)


# "Kirchdorf. Der Rat", "Bad Oberfeld. Die": as regional papers have it, and as many other sentences begin.
_PLACE_STOPPED = lazy(r"([^\W\d_][\w/-]{2,24}(?: [^\W\d_][\w/-]{2,24}){0,2})\. (?=[„“\"»]?[^\W\d_])")
_ANSWERS = frozenset(
    "ja nein doch genau richtig klar sicher natürlich eben stimmt gut schon vielleicht absolut definitiv leider yes no"
    " right exactly sure well true absolutely definitely maybe never oui non exactement bien sûr sí sim não claro"
    " да нет конечно evet hayır".split()
)


def read_place(text: str) -> Dateline | None:
    """The place that a paragraph may open with before a stop, `Kirchdorf. Der Rat`: one to three capitalised words.

    Most that do have no dateline; where most stories of a source do, they have.
    """
    found = _PLACE_STOPPED.match(text)
    words = found[1].split() if found else []
    if not found or not all(word[0].isupper() and word.casefold() not in _ANSWERS for word in words):
        return None
    following = text[found.end() :].lstrip('„“"»')
    return Dateline(found[1], "", "", found.end()) if following[:1].isupper() else None


def read_dateline(text: str) -> Dateline | None:
    """The dateline that a first paragraph starts with; None when there is none, or when nothing follows it."""
    head = text[:REACH]
    if not _ENDS.search(head):
        return _read_stopped(head)
    if head[0].isspace() or head[0] in "-–—•*":
        return None
    if head[0] > "⺀" or head[0] in "[(":
        found = _read_eastern(head)
        if found:
            return found
    found = _read_western(text, head) or (_read_unclosed(text, head) if "(" in head or "/" in head else None)
    return found or _read_stopped(head)


def read_alone(line: str) -> Dateline | None:
    """The dateline of Japanese papers that is a line, a town and who reports from it."""
    found = _JP_LINE.fullmatch(line)
    return Dateline(found[1], "", "", len(line), found[2]) if found else None


def _read_eastern(head: str) -> Dateline | None:
    match = _EAST.match(head)
    if not match or match.end() >= len(head):
        return None
    if match["cn"]:
        written, agency = _wired(match["cn"])
        day = f"{match['year']}年{match['month']}月{match['day']}日" if match["year"] and match["month"] else ""
        known = find_date(day)
        return Dateline(written, agency, iso_date(known) if known else "", match.end(), _reporter(match["reporter"]))
    if match["own"]:
        return Dateline(match["own"], "", "", match.end(), _reporter(match["writer"]))
    if match["agent"]:
        known_agent = is_agency(match["agent"]) or (match["wired"] and match["agent"].endswith("社"))
        return Dateline(match["town"], match["agent"], "", match.end()) if known_agent else None
    if _CN_WIRED.search(match["box"]):  # "（中央社記者王明台北4日電）"
        return Dateline(*_wired(match["box"]), "", match.end())
    return _read_box(match)


def _wired(text: str) -> tuple[str, str]:
    """What stands behind the agency's name, and this name; `本报北京3月4日讯` is of no agency."""
    source = _CN_AGENCY.match(text)
    name = str(source[0]) if source and is_agency(source[0]) else ""
    return text[len(name) :].strip(), name


def _reporter(text: str | None) -> str:
    """The name in `记者 张三`."""
    found = _REPORTER.fullmatch(text.strip()) if text else None
    return found[1] if found else ""


def _read_box(match: re.Match[str]) -> Dateline | None:
    """A dateline in brackets: `【ロンドン共同】`, `(서울=연합뉴스) 홍길동 기자 = `, `［東京　４日　ロイター］`."""
    box = match["box"]
    if is_agency(box):
        return Dateline("", box, "", match.end()) if match.string[0] not in "([" else None
    parts = [part for part in re.split(r"[=＝\s　・、]+", box) if part]
    agencies = [part for part in parts if is_agency(part)] or [a for a in ("共同", "時事") if box.endswith(a)]
    uncased = box[0] > "⺀" or (agencies and max(box) > "⺀")
    if not uncased or not (agencies or "＝" in box or "=" in box or match["by"]):
        return None
    agency = agencies[-1] if agencies else ""
    written = box.replace(agency, "").strip("=＝ 　・") if agency else box
    reporter = _KR_REPORTER.match(match["by"] or "")
    return Dateline(written, agency, "", match.end(), reporter[1] if reporter else "")


class _Piece(NamedTuple):
    weight: int
    place: str
    agency: str
    date: str


def _read_western(text: str, head: str) -> Dateline | None:
    if not _CLOSING.search(head):
        return None
    weight = end = start = 0
    places: list[str] = []
    agency = date = closed = ""
    for closer in _CLOSER.finditer(head):
        # The closer may have eaten the bracket that ends the piece.
        raw = head[start : closer.start()] + closer[0].strip(" \t-–—―_:.,|।")
        closed = next((sign for sign in ":|" if sign in closer[0]), "-")
        piece = _read_piece(raw, bare=closed) if len(raw) <= PIECE else None
        if piece is None or (agency and piece.agency) or (end and not piece.agency and not piece.date and places):
            break
        weight, end, start = weight + piece.weight, closer.end(), closer.end()
        places += [piece.place] if piece.place else []
        agency, date = piece.agency or agency, piece.date or date
    # "AFP - Le conseil": an agency in capitals alone before a dash.
    if weight < _ENOUGH and not (agency.isupper() and not places and closed == "-" and text[end : end + 1].isupper()):
        return None
    if not agency and (signed := _SIGNED.match(head, end)) and is_agency(signed[1]):
        agency, end, weight = signed[1], signed.end(), weight + 2  # "РИМ, 4 мар — РИА Новости. ..."
    if end >= len(text) or not _starts_sentence(text[end], is_agency(agency)):
        return None
    place = ", ".join(places)
    weak = closed == ":" and not agency and not date and not _is_city(place)
    if weak and (_SPOKEN.match(head, end) or is_run_in(place, text[end:])):
        return None
    if not agency and not date and is_notice(place, text[end:]):
        return None
    return Dateline(place, agency, date, end, weak=weak)


def _read_unclosed(text: str, head: str) -> Dateline | None:
    if (alone := _BRACKETED.match(head)) and head[alone.end() : alone.end() + 1] == " " and is_agency(alone[1]):
        following = head[alone.end() + 1 : alone.end() + 2]  # "(Belga) De raad"
        return Dateline("", alone[1], "", alone.end() + 1) if following.isalpha() and not following.islower() else None
    match = _UNCLOSED.match(head)
    if not match or not is_agency(match[2]) or match.end() >= len(text) or text[match.end()].islower():
        return None
    rest = match[1].strip(" ,;.")
    dated = find_date(rest)
    place = rest[: dated.start()].rstrip(" .,;/") if dated else rest
    if not place or (dated and not _is_time(rest[dated.end() :])) or _place_weight(place, "-", alone=not dated) < 0:
        return None
    return Dateline(rest, match[2].strip(), iso_date(dated) if dated else "", match.end())


_ENOUGH = 2  # two weak signs (a date, a name in brackets) or a strong one (an agency, a place in capitals)


def _read_stopped(head: str) -> Dateline | None:
    """Datelines with a stop behind each part; a capital of the list in capitals stands alone: `ROMA. Il consiglio`."""
    if head[1:2].islower() and head.isascii():  # as most paragraphs begin, and none of these
        return None
    if alone := _CAPITAL_STOPPED.match(head):
        place = alone[1]
        sure = place.isupper() if place.upper() != place.lower() else "।" in alone[0]
        if sure and place.casefold() in CITIES and not head[alone.end() : alone.end() + 1].islower():
            return Dateline(place, "", "", alone.end())
    if head.isascii() or not (match := _STOPPED.match(head)) or not date_pattern(match[2]).fullmatch(match[2]):
        return None
    if match[3] and is_agency(match[3]):
        return Dateline(head[: match.end(2)], match[3], "", match.end())
    return Dateline(match[2], match[1], "", match.end(2) + 2) if is_agency(match[1]) else None


def _starts_sentence(char: str, sure: bool) -> bool:
    return sure or not char.islower()


def _read_piece(raw: str, bare: str) -> _Piece | None:
    """What a piece says; None when it is not part of a dateline. `bare` is the closer: a colon asks for more."""
    rest, agency, weight = raw.strip(" ,;|").lstrip("."), "", 0
    if _is_prose(rest):
        return None
    if bracket := _BRACKETED.search(rest):
        agency, weight = _bracketed(bracket, bare)
        if not agency and not weight:
            return None
        rest = f"{rest[: bracket.start()].strip(' ,;')} {rest[bracket.end() :].strip(' .,;')}".strip()
    elif rest.casefold() in AGENCIES:
        return _Piece(1, "", rest, "")
    else:
        rest, agency = _trailing_agency(rest)
        weight = 2 if agency else 0
    place, date, dated = _dated(rest, bool(agency))
    weight += dated
    if not place:
        # "5 March - " alone opens a list of events more often than a story.
        return _Piece(weight - (not agency), rest, agency, date) if weight > 1 else None
    value = _place_weight(place, bare, alone=not weight)
    if value < 0 and weight >= _CERTAIN and len(place) <= DESK and _PLACELESS.isdisjoint(place):
        value = 0  # "Redacción deportes, 4 mar (EFE)"
    return _Piece(weight + value, rest, agency, date) if value >= 0 and weight + value > 0 else None


def _is_prose(piece: str) -> bool:
    """Whether a piece is surely a part of a sentence, as those before most dashes: nothing in it can be cut off but its
    last word, and of the first three one is in small letters and in no place's name. A twentieth of a piece's time.
    """
    words = piece.split()
    if len(words) < _PROSE or not any(word[0].islower() and word.casefold() not in PARTICLES for word in words[:3]):
        return False
    return not _CUTTING.search(piece)


def _bracketed(bracket: re.Match[str], bare: str) -> tuple[str, int]:
    """The agency in brackets and what it weighs; initials weigh without a name, all else is none and 0."""
    name = bracket[1].strip()
    if is_agency(name):
        return name, 2
    if sent := _CORRESPONDENT.match(name):  # "/Корр. ТАСС Иван Примеров/"
        return sent[1], 2
    if bare != ":" and bracket.end() == len(bracket.string) and _INITIALS.fullmatch(name):
        return "", 2
    if name[0].isupper() and bracket.end() == len(bracket.string) and len(name) > 2:
        return name, 1 - (bare == ":")
    return "", 0


def _dated(rest: str, wired: bool) -> tuple[str, str, int]:
    """The place beside a date, the ISO date, and what the date weighs; all of it is the place where no date is."""
    if dated := find_date(rest):
        place, after = rest[: dated.start()].rstrip(" .,;"), rest[dated.end() :]
        if _is_time(after):
            return place, iso_date(dated), 2
        # "4 марта, Минск /БЕЛТА/"; else the date stands within a sentence
        return (after.strip(" .,;"), iso_date(dated), 2) if wired and not place else (rest, "", 0)
    if wired and (numbered := _DAY_MONTH.search(rest)):
        return rest[: numbered.start()].rstrip(" .,;") or rest[numbered.end() :].strip(" .,;"), "", 2
    return rest, "", 0


def _is_time(text: str) -> bool:
    """Whether what follows a date is nothing, a weekday, the month in another calendar's name, or a time."""
    rest = text.strip(" .,;()/").casefold()
    return not rest or rest in WEEKDAYS or rest in MONTHS or bool(_TIME.fullmatch(rest))


def _is_city(place: str) -> bool:
    return place.casefold() in CITIES or re.split(r"[,/]", place, maxsplit=1)[0].strip().casefold() in CITIES


def _trailing_agency(piece: str) -> tuple[str, str]:
    """`TOKYO, March 4, Kyodo` and `Москва. 4 марта. INTERFAX.RU` end in the agency; `dpa Berlin` starts with it."""
    for cut in (", ", ". ", "/", " "):
        if cut not in piece:
            continue
        rest, found, name = (part.strip() if cut == "/" else part for part in piece.rpartition(cut))
        known = name.casefold() in AGENCIES or (cut == ", " and _SITE.fullmatch(name))
        if found and rest and known and (cut != " " or _is_wire_name(name)):
            return rest.rstrip(" .,;"), name
    if leading := _LEADING_SITE.match(piece):
        return leading[2], leading[1]
    return piece, ""


def _is_wire_name(name: str) -> bool:
    """Whether a name that a blank alone parts from the place is in capitals, or in a script without."""
    return name.isupper() or (name[0] > _LATER and name.upper() == name.lower())


def _place_weight(place: str, bare: str, alone: bool) -> int:
    """2 for what can stand alone as a place, 0 for what a date or agency must vouch for, -1 for no place at all."""
    folded = place.casefold()
    if len(place) > 60 or folded in NOT_PLACES or not _PLACELESS.isdisjoint(place):
        return -1
    first = _FIRST_PLACE.split(place, maxsplit=1)[0].strip() or place
    if first.casefold() in NOT_PLACES or first.casefold() in WEEKDAYS:
        return -1
    tokens = place.replace(",", " ").replace("/", " ").split()
    if folded in CITIES:
        return 2
    if (
        not 0 < len(tokens) <= 8
        or not all(_place_word(token) for token in tokens)
        or re.split("['’]", tokens[0].casefold())[0] in _NO_PLACE
    ):
        return -1
    if first.casefold() in CITIES:
        return 2 if len(tokens) <= 6 else 0
    if bare == "|":  # as often between a label and a headline
        return -1 if alone else 0
    if place.rpartition(",")[2].strip() in STATES and bare == "-":
        return 2
    letters = [char for char in first if char.isalpha()]
    if first.isupper() and len(letters) >= 4 and len(first.split()) <= 5:
        return 2
    if first.isupper() and len(letters) >= 2 and "," in place and bare != ":":
        return 1
    return -1 if alone else 0


def _place_word(token: str) -> bool:
    if token[0].isupper() or token.casefold() in PARTICLES:
        return True
    return bool(_UNCASED.match(token)) and not token[0].islower()
