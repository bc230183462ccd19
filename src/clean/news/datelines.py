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
from clean.news.dates import WEEKDAYS, find_date, iso_date
from clean.news.places import CITIES, NOT_PLACES
from clean.patterns import lazy


class Dateline(NamedTuple):
    """The dateline as written (place and date, no agency, no closing dash), its agency, ISO date, and where it ends."""

    written: str
    agency: str
    date: str
    end: int


_REACH = 110  # the longest datelines (two towns, a country, a date, two agencies) end before this
_PIECE = 75  # and no piece between two closers is longer
# A dash closes with blanks around it, doubled, or after a bracket or full stop; Spanish has `.-`.
_CLOSER = lazy(r"\s?(?:\.?--+|[\s.)/,]\.?[-–—―_](?=\s|$)|[–—―]|(?<=[.)/])[-–—―]|(?<=[)/])\.(?=\s)|:)\s*")
_ENDS = lazy("[-–—―_:)/\\]）】］〕电電讯訊]")  # no dateline is without one of these
# What every closer has; most paragraphs have none of it so near their start.
_CLOSING = lazy(r"[-–—―_:.](?:(?<=[–—―:])|(?<=[\s.)/,][-_])|(?<=--)|(?<=[)/]\.))")
_BRACKETED = lazy(r"[(\[/|]\s*+([^()\[\]/|]{2,40}(?:/[^()\[\]/|]{2,20})?)\s*[)\]/|]")
PARTICLES = frozenset(
    "de del della dei do da dos das du des di la le el los las al an am im in of the and y e et und und ob der den upon"
    " sur les près près en on aan bei nad na pod near off aboard über via".split()
)
_SIGNED = lazy(r"\s*([^\W\d_][^.,:;()\n]{1,28}[^\W_]»?)\.\s+")
_EAST = lazy(
    r"""\s?(?:
      [(（【［\[〔](?P<box>[^)）】］\]〕]{2,45})[)）】］\]〕](?P<by>[^=＝.。]{2,20}[=＝])?\s?[-–—:：]?\s?
    | (?P<cn>(?:[^\s,，。:：()（）]{2,8}社|[^\s,，。:：()（）]{1,3}[新通]网|本报|本報)?\s?
        (?P<place>[^\s\d,，。:：()（）、]{1,12}?)\s?
        (?:(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月)?(?P<day>\d{1,2})日(?:专|綜合|综合|外)?[电電讯訊])
      (?:\s?[(（][^)）]{1,30}[)）])?\s?[:：]?\s?
    | (?P<town>[^\s\d,，。:：()（）、]{1,8})[（(](?P<agent>[^\s\d（(]{2,6}社)(?:\d{1,2}月)?\d{1,2}日[电電][）)]\s?
    )""",
    re.VERBOSE,
)
_CN_AGENCY = lazy(r"[^\s\d]{1,8}?(?:社|[新通]网)|本[报報]")
_CN_WIRED = lazy(r"[电電讯訊]$")
# The agency in brackets with nothing after them: "Mumbai, Mar 4 (PTI) The bank", "القاهرة في 4 مارس/وام/ قال".
_UNCLOSED = lazy(r"([^()/\[\]]{2,60}?)\s?[(/]\s?([^()/]{2,30}?)\s?[)/]:?\s+")
_UNCASED = lazy(r"[^\W\d_]")


def read_dateline(text: str) -> Dateline | None:
    """The dateline that a first paragraph starts with; None when there is none, or when nothing follows it."""
    head = text[:_REACH]
    if not _ENDS.search(head):
        return None
    if head[0].isspace() or head[0] in "-–—•*":
        return None
    if head[0] > "⺀" or head[0] in "[(":
        found = _read_eastern(head)
        if found:
            return found
    found = _read_western(text, head)
    return found or (_read_unclosed(text, head) if "(" in head or "/" in head else None)


def _read_eastern(head: str) -> Dateline | None:
    match = _EAST.match(head)
    if not match or match.end() >= len(head):
        return None
    if match["cn"]:
        source = _CN_AGENCY.match(match["cn"])
        name = str(source[0]) if source and is_agency(source[0]) else ""
        day = f"{match['year']}年{match['month']}月{match['day']}日" if match["year"] and match["month"] else ""
        known = find_date(day)
        return Dateline(match["cn"][len(name) :].strip(), name, iso_date(known) if known else "", match.end())
    if match["agent"]:
        return Dateline(match["town"], match["agent"], "", match.end())
    if _CN_WIRED.search(match["box"]):  # "（中央社記者王明台北4日電）"
        source = _CN_AGENCY.match(match["box"])
        name = str(source[0]) if source and is_agency(source[0]) else ""
        return Dateline(match["box"][len(name) :].strip(), name, "", match.end())
    parts = [part for part in re.split(r"[=＝\s　・、]+", match["box"]) if part]
    agencies = [part for part in parts if is_agency(part)] or [a for a in ("共同", "時事") if match["box"].endswith(a)]
    uncased = match["box"][0] > "⺀"
    if not uncased or not (agencies or "＝" in match["box"] or "=" in match["box"] or match["by"]):
        return None
    agency = agencies[0] if agencies else ""
    written = match["box"].replace(agency, "").strip("=＝ 　・") if agency else match["box"]
    return Dateline(written, agency, "", match.end())


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
    agency = date = ""
    for closer in _CLOSER.finditer(head):
        # The closer may have eaten the bracket that ends the piece.
        raw = head[start : closer.start()] + closer[0].strip(" \t-–—―_:.,")
        piece = _read_piece(raw, bare=":" if ":" in closer[0] else "-") if len(raw) <= _PIECE else None
        if piece is None or (agency and piece.agency) or (end and not piece.agency and not piece.date and places):
            break
        weight, end, start = weight + piece.weight, closer.end(), closer.end()
        places += [piece.place] if piece.place else []
        agency, date = piece.agency or agency, piece.date or date
    if weight < _ENOUGH:
        return None
    if not agency and (signed := _SIGNED.match(head, end)) and is_agency(signed[1]):
        agency, end, weight = signed[1], signed.end(), weight + 2  # "РИМ, 4 мар — РИА Новости. ..."
    if end >= len(text) or not _starts_sentence(text[end], bool(agency)):
        return None
    return Dateline(", ".join(places), agency, date, end)


def _read_unclosed(text: str, head: str) -> Dateline | None:
    match = _UNCLOSED.match(head)
    if not match or not is_agency(match[2]) or match.end() >= len(text) or text[match.end()].islower():
        return None
    rest = match[1].strip(" ,;.")
    dated = find_date(rest)
    place = rest[: dated.start()].rstrip(" .,;") if dated else rest
    if not place or (dated and rest[dated.end() :].strip(" .,;")) or _place_weight(place, "-", alone=not dated) < 0:
        return None
    return Dateline(rest, match[2].strip(), iso_date(dated) if dated else "", match.end())


_ENOUGH = 2  # two weak signs (a date, a name in brackets) or a strong one (an agency, a place in capitals)


def _starts_sentence(char: str, sure: bool) -> bool:
    return sure or not char.islower()


def _read_piece(raw: str, bare: str) -> _Piece | None:
    """What a piece says; None when it is not part of a dateline. `bare` is the closer: a colon asks for more."""
    rest, agency, weight = raw.strip(" ,;").lstrip("."), "", 0
    if bracket := _BRACKETED.search(rest):
        if is_agency(bracket[1]):
            agency, weight = bracket[1].strip(), 2
        elif not (bracket[1][0].isupper() and bracket.end() == len(rest) and len(bracket[1]) > 2):
            return None
        else:
            agency, weight = bracket[1].strip(), 1 - (bare == ":")
        rest = f"{rest[: bracket.start()].strip(' ,;')} {rest[bracket.end() :].strip(' .,;')}".strip()
    elif rest.casefold() in AGENCIES:
        return _Piece(1, "", rest, "")
    else:
        rest, agency = _trailing_agency(rest)
        weight = 2 if agency else 0
    dated = find_date(rest)
    date = ""
    place = rest
    if dated:
        if rest[dated.end() :].strip(" .,;") and not _is_weekday(rest[dated.end() :]):
            return None
        weight, date, place = weight + 2, iso_date(dated), rest[: dated.start()].rstrip(" .,;")
    if not place:
        # "5 March - " alone opens a list of events more often than a story.
        return _Piece(weight - (not agency), rest, agency, date) if weight > 1 else None
    value = _place_weight(place, bare, alone=not weight)
    return _Piece(weight + value, rest, agency, date) if value >= 0 and weight + value > 0 else None


def _is_weekday(text: str) -> bool:
    return text.strip(" .,;()").casefold() in WEEKDAYS


def _trailing_agency(piece: str) -> tuple[str, str]:
    """`TOKYO, March 4, Kyodo` and `Москва. 4 марта. INTERFAX.RU` end in the agency; `dpa Berlin` starts with it."""
    for cut in (", ", ". ", " "):
        rest, found, name = piece.rpartition(cut)
        if found and rest and name.casefold() in AGENCIES and (cut != " " or name.isupper()):
            return rest.rstrip(" .,;"), name
    return piece, ""


def _place_weight(place: str, bare: str, alone: bool) -> int:
    """2 for what can stand alone as a place, 0 for what a date or agency must vouch for, -1 for no place at all."""
    folded = place.casefold()
    if len(place) > 60 or folded in NOT_PLACES or any(char.isdigit() or char in '"“”«»?!;' for char in place):
        return -1
    first = re.split(r"[,/.(]", place, maxsplit=1)[0].strip() or place
    if first.casefold() in NOT_PLACES or first.casefold() in WEEKDAYS:
        return -1
    tokens = place.replace(",", " ").replace("/", " ").split()
    if len(tokens) > 8 or not all(_place_word(token) for token in tokens):
        return -1
    if folded in CITIES or first.casefold() in CITIES:
        return 2 if len(tokens) <= 6 else 0
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
