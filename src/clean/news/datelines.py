"""Datelines: place, date and agency before the first sentence of a story, in the forms in use over the world.

A dateline is read as pieces between closers (`-`, `--`, `—`, `:`, `.-`): each piece is a place, a date, an agency, or
some of them, and what follows the last is the story. Evidence adds up: an agency that is known, a date, a place in
capitals, a city of the list. `(Reuters) - ` alone is an agency; `IBM: ` is nothing. East Asian forms have no such
closers and are read by patterns of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from clean.news.agencies import AGENCIES, is_agency, undated_agency
from clean.news.calendar import BESIDE_DATES, MONTHS, WEEKDAYS
from clean.news.credits import is_desk
from clean.news.dateline import Dateline
from clean.news.datelines_east import read_eastern
from clean.news.datelines_named import name_behind, read_credited, read_desked
from clean.news.dates import date_line, date_pattern, find_date, iso_date
from clean.news.lookalikes import is_notice, is_run_in
from clean.news.places import CITIES, NOT_PLACES, STATES
from clean.patterns import lazy

REACH = 110  # the longest datelines (two towns, a country, a date, two agencies) end before this
PIECE = 75  # and no piece between two closers is longer
# A dash closes with blanks around it, doubled, or after a bracket or full stop; Spanish has `.-`.
_CLOSER = lazy(
    r"\s?(?:\.?--+|[\s.)/,]\.?[-–—―_|](?=\s|$)|[–—―]|(?<=[.)/])[-–—―]|(?<=[\u0600-\u06ff])-(?=\s)|(?<=\))\.[-–—―]|(?<=[)/])[.।](?=\s)"
    r"|:(?!\d\d))\s*"
)
ENDS = "-–—―_:)/|]）】］〕电電讯訊"  # nearly no dateline is without one of these
_ENDS = lazy(f"[{re.escape(ENDS)}]")
_AHEAD = 3  # characters of a closer before its sign
# What every closer has; most paragraphs have none of it so near their start.
_CLOSING = lazy(r"[-–—―_:.|।](?:(?<=[–—―:])|(?<=[\s.)/,][-_|])|(?<=--)|(?<=[)/][.।])|(?<=[\u0600-\u06ff]-))")
_BRACKETED = lazy(r"[(\[/|]\s*+(?!\d)([^()\[\]/|]{2,40}(?:/(?:[^()\[\]/|]{2,20}|\d))?)\s*[)\]/|]")
PARTICLES = frozenset(
    "de del della dei do da dos das du des di la le el los las al an am im in of the and y e et und und ob der den upon"
    " sur les près près en on aan bei nad na pod near off aboard über via".split()
)
# The agency behind the last dash: "РИА Новости. ", with who wrote it where Russian is written (elsewhere the words are
# as well two of a list), "РИА Новости, Анна Примерова. ", in quotes only with a colon, or it may be who says so.
_SIGNED = lazy(
    r"\s*(?:([^\W\d_][^.,:;()\n]{1,28}[^\W_]»?)(?:,\s((?:[\u0400-\u04ff]{2,15}\s){1,2}[\u0400-\u04ff]{2,20}))?\."
    r"|«([^«»\d]{4,28})»:)\s+"
)
# The agency in brackets with nothing after them: "Mumbai, Mar 4 (PTI) The bank", "القاهرة في 4 مارس/وام/ قال".
_UNCLOSED = lazy(r"([^()/\[\]]{2,60}?)\s?[(/]\s?([^()/]{2,30}?)\s?[)/]:?\s+")
_UNCASED = lazy(r"[^\W\d_]")
_TIME = lazy(
    r"(?:\d{1,2}[:.h]\d\d|\d{4})(?:\s?[ap]\.?m\.?)?(?:\s?(?:gmt|utc|e[sd]t|cet|ist|hrs))?|\d{1,2}\s?[ap]\.?m\.?"
)
_DAY_MONTH = lazy(r"(?<!\d)\d{1,2}[./]\d{1,2}\.?(?!\d)")  # "04.03. Warszawa (PAP)": a date beside an agency alone
# Names that are an address: KOMPAS.com, REPUBLIKA.CO.ID.
_SITE = lazy(r"[\w-]{3,30}(?:\.(?:com?|net|org|tv|info|news|ru|id|ua|by|kz|kg|uz|vn|ph|my|ng|ke)){1,2}", re.IGNORECASE)
_CAPITALS = lazy(r"[A-Z]{3,6}")
_ZONES = frozenset(BESIDE_DATES.split())
_CORRESPONDENT = lazy(r"(?:Корр|Кор|Corr)\.\s?([^\s/]+)")
_CUTTING = lazy(r"[\d,./(\[|]")
_PROSE = 6  # words, the last of which may be an agency: no place of the list has five, and no agency six
_REGION = lazy(r"(?<=\w)\s?[(\[][^()\[\]\d]{2,30}[)\]]")  # "Guwahati (Assam) [India]"
_FIRST_PLACE = lazy(r"[,/.(]")
# Who wrote it, behind the place, in German and Austrian papers: "Oberfeld (eb). Unbekannte", "LINDAU (rs/mk) - Der".
_INITIALS = lazy(r"(?!sic|vs|ca|usw)[a-zäöü]{2,3}(?:/[a-zäöü]{2,3})?")
_CERTAIN = 4  # an agency and a date
_PLACELESS = frozenset('0123456789"“”«»?!;')
_LATER = "\u0590"  # Hebrew, Arabic and the scripts behind them have no capitals
DESK = 30  # characters: the desk of an agency in place of a town
# A stop behind each: "Киев. 4 марта. УНН. Совет", "ТАСС, 4 марта. Совет".
_STOPPED = lazy(
    r"([^\W\d_][^.,:;()\d]{1,28}+)[.,]\s(\d{1,2}(?:\s|\.\s?)[^\W\d_]{3,10})(?:\.\s|,\s(?=\S{2,20}\.\s))(?:([^.,:;()\d]{2,20})\.\s)?"
)
_CAPITAL_STOPPED = lazy(r"([^\W\d_][^.,:;()।\d]{1,28}+)[.।]\s(?=[^\W\d_])")
_SPOKEN = lazy(r"[\"“„«]|(?:I|We|You|Yes|No|Well|Oh|My|Ich|Ja|Nein|Wir|Je|Nous|Oui|Non|Yo|Sí|Я|Мы|Да|Нет)\b|I['’]")
_NO_PLACE = frozenset(
    "the our my your his her their what why how who when where this that in on at for by no yes mr mrs ms dr".split()
)


# "Kirchdorf. Der Rat", "Bad Oberfeld. Die": as regional papers have it, and as many other sentences begin.
# A dash in place of the stop is weaker yet: so speakers and lists begin.
_PLACE_STOPPED = lazy(
    r"([^\W\d_][\w/-]{2,24}(?: [^\W\d_][\w/-]{2,24}){0,2})(?:\. |(?P<dash>\s--?\s|\s?[–—]\s))(?=[„“\"»]?[^\W\d_])"
)
_ANSWERS = frozenset(
    "ja nein doch genau richtig klar sicher natürlich eben stimmt gut schon vielleicht absolut definitiv leider yes no"
    " right exactly sure well true absolutely definitely maybe never oui non exactement bien sûr sí sim não claro"
    " да нет конечно evet hayır".split()
)


def read_place(text: str) -> Dateline | None:
    """The place that a paragraph may open with before a stop or a dash: one to three capitalised words, `Kirchdorf. Der
    Rat`, `Port Elden – The`.

    Most that do have no dateline; where most stories of a source do, they have.
    """
    found = _PLACE_STOPPED.match(text)
    words = found[1].split() if found else []
    if not found or not all(word[0].isupper() and word.casefold() not in _ANSWERS for word in words):
        return None
    following = text[found.end() :].lstrip('„“"»')
    if not following[:1].isupper() or (found["dash"] and words[-1].casefold() in WEEKDAYS):
        return None
    return Dateline(found[1], "", "", found.end(), weak=bool(found["dash"]))


def read_dateline(text: str) -> Dateline | None:
    """The dateline that a first paragraph starts with; None when there is none, or when nothing follows it."""
    head = text[:REACH]
    if not _ENDS.search(head):
        return _read_stopped(head) or read_desked(head)
    if head[0].isspace() or head[0] in "-–—•*":
        return None
    if head[0] > "⺀" or head[0] in "[(":
        found = read_eastern(head)
        if found:
            return found
    found = read_credited(head) or _read_western(text, head)
    found = found or (_read_unclosed(text, head) if "(" in head or "/" in head else None) or read_desked(head)
    return (name_behind(found, head) if found else None) or _read_stopped(head)


class _Piece(NamedTuple):
    weight: int
    place: str
    agency: str
    date: str
    byline: str = ""


def _read_western(text: str, head: str) -> Dateline | None:
    if not _CLOSING.search(head):
        return None
    uncased = head[0].upper() == head[0].lower()
    if (uncased or "." in head[:DESK]) and (sent := _read_sent(text, head)):
        return sent
    weight = end = start = 0
    places: list[str] = []
    agency = date = closed = byline = ""
    for closer in _closers(head):
        # The closer may have eaten the bracket that ends the piece.
        raw = head[start : closer.start()] + closer[0].strip(" \t-–—―_:.,|।")
        closed = next((sign for sign in ":|" if sign in closer[0]), "-")
        piece = _read_piece(raw, bare=closed) if len(raw) <= PIECE else None
        if piece is None or (agency and piece.agency) or (end and not piece.agency and not piece.date and places):
            break
        weight, end, start = weight + piece.weight, closer.end(), closer.end()
        places += [piece.place] if piece.place else []
        agency, date, byline = piece.agency or agency, piece.date or date, piece.byline or byline
    # "AFP - Le conseil": an agency in capitals alone before a dash.
    if weight < _ENOUGH and not (agency.isupper() and not places and closed == "-" and text[end : end + 1].isupper()):
        return None
    if not agency and (signed := _signed(head, end)):
        agency, byline, end = signed[1] or signed[3], signed[2] or byline, signed.end()
    if end >= len(text) or not _starts_sentence(text[end], is_agency(agency)):
        return None
    place = ", ".join(places)
    named = not agency and not date and not _is_city(place)
    weak = named and (closed == ":" or (closed == "-" and place.isalpha()))
    if named and closed == ":" and (_SPOKEN.match(head, end) or is_run_in(place, text[end:])):
        return None
    if named and is_notice(place, text[end:]):
        return None
    return Dateline(place, agency, date, end, byline, weak)


def _signed(head: str, end: int) -> re.Match[str] | None:
    """The agency, and who wrote the story, that stand behind the last closer with a stop or in quotes."""
    found = _SIGNED.match(head, end)
    named = found and is_agency(found[1] or found[3]) and (not found[2] or found[2].istitle())
    return found if named else None


def _closers(head: str) -> Iterator[re.Match[str]]:
    """The closers of a head: looked for only where a sign of one stands, a quarter of the time."""
    place = 0
    while (sign := _CLOSING.search(head, place)) and (found := _CLOSER.search(head, max(place, sign.start() - _AHEAD))):
        yield found
        place = found.end()


def _read_sent(text: str, head: str) -> Dateline | None:
    """A place of any name and an agency between dashes, or a site alone: `اصفهان - ایرنا - `, `Contoh.com - `."""
    first = _CLOSER.search(head)
    closed = first[0].strip() if first else ""
    if not first or not closed or any(sign in ":|." for sign in closed):
        return None
    begun = head[: first.start()]
    if _SITE.fullmatch(begun) and first[0][:1].isspace():
        sure = first.end() < len(text) and not text[first.end()].islower()
        return Dateline("", begun, "", first.end()) if sure else None
    second = _CLOSER.search(head, first.end())
    if not second or second.end() >= len(text) or len(begun) > DESK or begun.upper() != begun.lower():
        return None
    agency = head[first.end() : second.start()].strip()
    quoted = agency[:1] == "«" and agency[-1:] == "»" and begun.casefold() in CITIES
    if not (quoted or is_agency(agency)) or not _PLACELESS.isdisjoint(begun):
        return None
    if " " in begun and begun.casefold() not in CITIES:
        return None
    return Dateline(begun.strip(), agency.strip("«»"), "", second.end())


def _read_unclosed(text: str, head: str) -> Dateline | None:
    if (alone := _BRACKETED.match(head)) and head[alone.end() : alone.end() + 1] == " " and is_agency(alone[1]):
        following = head[alone.end() + 1 : alone.end() + 2]  # "(Belga) De raad"
        return Dateline("", alone[1], "", alone.end() + 1) if following.isalpha() and not following.islower() else None
    match = _UNCLOSED.match(head)
    if not match or match.end() >= len(text) or text[match.end()].islower():
        return None
    rest = match[1].strip(" ,;.")
    if is_desk(match[2]) and rest.casefold() in CITIES:
        return Dateline(rest, "", "", match.end(), match[2].strip())
    dated = find_date(rest)
    if not is_agency(match[2]) and not (dated and dated.start() and _is_unknown_agency(match[2])):
        return None
    place = rest[: dated.start()].rstrip(" .,;/") if dated else rest
    if not place or (dated and not _is_time(rest[dated.end() :])) or _place_weight(place, "-", alone=not dated) < 0:
        return None
    return Dateline(rest, match[2].strip(), iso_date(dated) if dated else "", match.end())


def _is_unknown_agency(name: str) -> bool:
    """Whether capitals in brackets behind a date are an agency's: they are no time zone."""
    return bool(_CAPITALS.fullmatch(name)) and name.casefold() not in _ZONES


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
    rest, agency, weight, byline = raw.strip(" ,;|").lstrip("."), "", 0, ""
    if _is_prose(rest):
        return None
    bracket = _agency_bracket(rest)
    if bracket and date_line(bracket[1])[0]:  # "NORTHFIELD, Minn. (March 4, 2025)", as press releases have it
        value = _place_weight(rest[: bracket.start()].strip(" ,;"), bare, alone=False)
        return _Piece(_ENOUGH + value, rest, "", date_line(bracket[1])[1]) if value >= 0 else None
    if bracket:
        agency, weight, byline = _bracketed(bracket, bare)
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
    return _Piece(weight + value, rest, agency, date, byline) if value >= 0 and weight + value > 0 else None


def _agency_bracket(piece: str) -> re.Match[str] | None:
    """The bracket that may hold an agency: of several the first that does, `New Delhi [India], July 15 (ANI)`."""
    first = _BRACKETED.search(piece)
    others = _BRACKETED.finditer(piece, first.end()) if first and not is_agency(first[1]) else ()
    return next((bracket for bracket in others if is_agency(bracket[1])), first)


def _is_prose(piece: str) -> bool:
    """Whether a piece is surely a part of a sentence, as those before most dashes: nothing in it can be cut off but its
    last word, and of the first three one is in small letters and in no place's name. A twentieth of a piece's time.
    """
    words = piece.split()
    if len(words) < _PROSE or not any(word[0].islower() and word.casefold() not in PARTICLES for word in words[:3]):
        return False
    return not _CUTTING.search(piece)


def _bracketed(bracket: re.Match[str], bare: str) -> tuple[str, int, str]:
    """The agency in brackets, what it weighs, and who wrote it; initials weigh without a name, all else is 0."""
    name = bracket[1].strip()
    if named := undated_agency(name):
        return named, 2, ""
    if is_desk(name):
        return "", 2, name
    if sent := _CORRESPONDENT.match(name):  # "/Корр. ТАСС Иван Примеров/"
        return sent[1], 2, ""
    agency, _, person = name.partition("-")  # "(NTB-Kari Eksempel)"
    if agency.isupper() and is_agency(agency) and person.istitle() and " " in person:
        return agency, 2, person
    if bare != ":" and bracket.end() == len(bracket.string) and _INITIALS.fullmatch(name):
        return "", 2, ""
    if name[0].isupper() and bracket.end() == len(bracket.string) and len(name) > 2:
        return name, 1 - (bare == ":"), ""
    return "", 0, ""


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
        if found and rest and known and (cut != " " or _is_wire_name(name) or rest.isupper()):
            return rest.rstrip(" .,;"), name
    site, _, place = piece.partition(", ")
    return (place, site) if place and "," not in place and _SITE.fullmatch(site) else (piece, "")


def _is_wire_name(name: str) -> bool:
    """Whether a name that a blank alone parts from the place is in capitals, or in a script without."""
    return name.isupper() or (name[0] > _LATER and name.upper() == name.lower())


def _place_weight(place: str, bare: str, alone: bool) -> int:
    """2 for what can stand alone as a place, 0 for what a date or agency must vouch for, -1 for no place at all."""
    place = _REGION.sub("", place)
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
