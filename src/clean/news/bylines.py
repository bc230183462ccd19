"""Bylines: a line that says who wrote the story, and nothing else.

`read_byline` knows them by how they open, anywhere. `names_author` knows those without an opening word, `Jane Doe in
Berlin` and `Courier Staff Writer`, which are bylines only where one is due: right below a headline.
"""

from __future__ import annotations

import re

from clean.news.agencies import is_agency
from clean.news.bylines_east import read_eastern
from clean.news.credits import (
    AMONG_ROLES,
    AND,
    AND_PHOTOS,
    AT,
    GENRES,
    LABELS,
    LEADING,
    NO_NAME,
    OURS,
    PARTICLES,
    PREPOSITIONS,
    ROLES,
    STANDING,
    is_desk,
)
from clean.news.dates import DIGIT, date_line, heads_date, without_date
from clean.news.lookalikes import has_given, is_deck
from clean.news.places import CITIES
from clean.patterns import lazy

LONGEST = 110  # characters of a line with two dates: when it was published and updated, and by whom
_MAX_LINE = 90  # and of any other: two names, "and", two papers
_MAX_NAME = 5  # words: "Juan Carlos de la Cruz Ejemplo" has four besides the particles
_MAX_PLACE = 6  # words: "The Daily Example of Port Example"
_MAX_SIGNED = 60  # characters of a line without an opening word; a headline has more

_LABELS = LABELS.replace(" ", r"\s")
_OPENERS = lazy(
    rf"""(?:aus\s\w+\s)?(?:
        (?:{_LABELS})(?:\s(?:{AND_PHOTOS}))?\s?:\s* | (?:{"|".join(GENRES)})(?:\s*+:\s+|\s++)
      | (?:{PREPOSITIONS})(?:\s?:)?\s+
      | بقلم\s?:?\s+ | (?:كتبت?|تحرير|إعداد)\s?[–-]\s*
      | (?:โดย|מאת)\s?:?\s?(?=\S+\s\S+$)  # in Thai and Hebrew two names: "by" opens sentences too
      | (?-i:Na)\s(?=(?-i:[A-Z]{{2,}}(?:\s[A-Z'.]{{2,}})+)(?:,|$))  # Swahili: "Na JUMA MFANO"
      | (?-i:Na\s(?=(?:[A-Z][a-z']+\s){{1,2}}[A-Z][a-z']+,\s))(?!Mwandishi)(?=[^,]+,\s  # "Na Juma Mfano, Dodoma"
          (?:Dar\ses\sSalaam|Dodoma|Arusha|Mwanza|Mbeya|Zanzibar|Morogoro|Nairobi|Mombasa|Kisumu|Nakuru|Mwananchi)$)
      | كتبت?\s+(?!ال)(?=\S+\s\S+(?:\s\S+)?$)  # a verb: without a colon two or three names follow, no "the minister"
      | from\s+(?=[^\W\d_]\S*\s[^\W\d_]\S*\sin\s)  # "From Jane Doe in Cairo", not "From Russia With Love"
      # "From Jane Doe, Kaduna": two names or three and one place of a word or two
      | from\s+(?=[^\W\d_][^\s,]*(?:\s[^\W\d_][^\s,]*){{1,2}},\s[^\s,]+(?:\s[^\s,]+)?$)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
# What opens a byline behind a date: `Posted on March 4, 2020 by Jane Doe`, `2020年3月4日 作者：张三`.
_BEHIND_DATE = lazy(
    rf"""(?<![\s|/·•–—,-])[\s|/·•–—,-]++(?=(?:{PREPOSITIONS}|da)\s|(?:{_LABELS})\s?:|(?:作者|记者|記者|撰文)\s?[:：])""",
    re.IGNORECASE,
)
_BY_ITALIAN = lazy(r"da\s+(?=\S)", re.IGNORECASE)  # behind a date alone: it opens names as well (Da Vinci)
# What web logs print behind it, `March 4, 2020 by admin Leave a Comment`, and who they say wrote it: one word.
_COMMENTS = lazy(r"[\s|/·•–—-]+(?:leave\sa\s(?:comment|reply)|(?:no|\d{1,4})\scomments?)$", re.IGNORECASE)
_USER = lazy(r"[^\W\d_][\w.-]{2,24}")
_NO_USER = frozenset(
    "accident chance error hand mistake default mail email post order request popular law bus boat train car air sea"
    " foot force fire night day".split()
)
_EDITED = lazy(
    r"""(?:[,;|/.]|\s[-–])\s(?:(?:and\s)?(?:edited|translated|illustrated|photographed|video|photos|pictures)\sby|bearbeitet\svon
    |übersetzt\svon|(?:traduit|édité|adapté)\spar|(?:traducido|editado|traduzido)\spor|(?:tradotto|fotos?)\sda
    |(?:fotos?|photos?|bilder|pictures|redaktion|editor|editing|edición|edição|kamera|editör)\s?:)\s""",
    re.IGNORECASE | re.VERBOSE,
)
_STROKE = lazy(r"\s[|/·•–—-]\s")
_COMMA = lazy(r",\s")
_STROKES = " ,|/·•-–—"
_LETTERS = re.compile(r"[^\W\d_]+")
_LATIN = lazy(r"[A-Za-z]")
# What the first word of a byline begins with, one of those with an opening word; more than these words open none. No
# ending that may be missing is among so few letters, but for `ein(e)`.
OPENING = 5
OPENINGS = frozenset(
    word[:OPENING]
    for words in (PREPOSITIONS, *GENRES, LABELS, *STANDING, *LEADING, "from aus na ein")
    for word in _LETTERS.findall(re.sub(r"\\[a-z]", " ", words))
)
_WRAPPERS = " \t■□○●◎▲△◆◇▶◀◁▷【】〔〕（）()[]［］—–"
_ADDRESSES = lazy(r"(?<!\S)\S*@\S+|https?:\S+")
_PARTS = lazy(r"[,|/·•;()]\s*|(?<!\s)\s++[-–—]++\s+")
_POSSESSIVE = tuple(f"{own} " for own in OURS)
_ARTICLES = frozenset("a an the".split())
_INITIAL = lazy(r"(?:[^\W\d_]\.-?){1,4}")
_SENTENCE_ENDS = frozenset(".!?:;。！？")
_ABBREVIATED = lazy(r"\b(?:Jr|Sr|[^\W\d_])\.$")
_OPEN = ("(", "（", "[", "［", "〔")
_TAKEN_DOWN = lazy(r"(?:propos\s)?recueillis?\spar\s", re.IGNORECASE)


def read_byline(line: str) -> str:
    """The names of a byline without its opening word; the empty string when the line is none.

    A line in which our own correspondent stands in place of a name is given whole; a date at the end is left out.
    """
    dated = _date_end(line) if len(line) <= LONGEST else 0
    front, line = line[:dated], line[dated:]
    if len(line) > _MAX_LINE:
        return ""
    if not line.isascii() and (names := read_eastern(line.strip(_WRAPPERS))):
        return names
    opening = line.lstrip(_WRAPPERS)
    if not _may_open(opening):
        return ""
    if opener := _OPENERS.match(opening) or (_BY_ITALIAN.match(opening) if dated else None):
        rest = _COMMENTS.sub("", opening[opener.end() :])
        names = _authors(without_date(rest)[0].strip(_STROKES))
        # "Posted on … by admin", "Posted by admin on …", no "By noon on …"
        posted = heads_date(front.split()[0]) if dated else names != rest and not opener[0].strip().isalpha()
        if _is_credit(names, opened=True) or (posted and _is_user(names)):
            return names
    return line if _is_standing(line) else ""


def _date_end(line: str) -> int:
    """Where a line's byline begins behind a date that the line begins with; 0 for none."""
    opener = _BEHIND_DATE.search(line) if DIGIT.search(line) else None
    return opener.end() if opener and date_line(line[: opener.start()].rstrip(_STROKES))[0] else 0


def _is_user(names: str) -> bool:
    """Whether names are one word that a web log may know its author by."""
    return bool(_USER.fullmatch(names)) and names.casefold() not in _NO_USER | NO_NAME


def read_signed(line: str) -> tuple[str, str]:
    """The names and the ISO date of a line that is a name, a stroke and a date, `Jane Doe | 4 March 2020`, or two empty
    strings. Below a headline it is a credit. Before a comma only a common given name tells a name from a place.
    """
    if not (stroke := _STROKE.search(line) or _COMMA.search(line)):
        return "", ""
    names = line[: stroke.start()]
    if stroke[0].startswith(",") and not has_given(names.split()):
        return "", ""
    dated, day = date_line(line[stroke.end() :])
    return (names, day) if dated and day and names_author(names) else ("", "")


def _authors(names: str) -> str:
    """The names without those who edited or translated the piece: `Jane Doe, edited by John Doe`."""
    other = _EDITED.search(names)
    return names[: other.start()].rstrip(_STROKES) if other and _is_credit(names[other.end() :], opened=True) else names


def _may_open(line: str) -> bool:
    """Whether a line's first letters are those of a word that opens bylines: a fifth of the time of `_OPENERS`."""
    first = line[:OPENING]
    return not first.isascii() or (word := _LETTERS.match(first)) is None or word[0].lower() in OPENINGS


def is_foot(byline: str) -> bool:
    """Whether a byline looks as those below a story do: with a label (`Author: Jane Example`), in brackets, or with an
    address, as Korean reporters sign, or says who took down an interview.
    """
    return byline.startswith(_OPEN) or any(sign in byline for sign in ":：@") or bool(_TAKEN_DOWN.match(byline))


def names_author(line: str) -> bool:
    """Whether a line without an opening word names who wrote a story, and nothing else, by its shape."""
    return len(line) <= _MAX_SIGNED and _is_credit(line, opened=False) and not is_deck(person(line))


def person(line: str) -> str:
    """The name that such a line begins with, without titles and places; the empty string for none."""
    first = next((part for part in _PARTS.split(line) if part.strip()), "").split()
    return " ".join(first[: _name_end(first)])


def names_role(line: str) -> bool:
    """Whether a line says by its words that it names who wrote a story: `Jane Doe, Staff Writer`."""
    if len(line) > _MAX_SIGNED or not any(word.strip(",") in ROLES for word in line.casefold().split()):
        return False
    return names_author(line)


def _is_standing(line: str) -> bool:
    """Whether a line is `Our Correspondent` in some form, with a place or the names behind it perhaps."""
    if len(line) > _MAX_SIGNED or line[-1:] in _SENTENCE_ENDS:
        return False
    words = line.split()
    name, comma, place = line.partition(", ")
    leads = bool(words) and words[0].casefold() in LEADING
    # "Da Agência Brasil", "Do UOL, em São Paulo"
    sent = leads and words[0].casefold() not in _ARTICLES and is_agency(name.partition(" ")[2])
    # Of desks in another script those without Latin letters: a line's first letters tell whether it may be a byline.
    desk = is_desk(name) and not _LATIN.search(name)
    if not (sent or name.casefold() in STANDING or desk):
        return leads and _is_ours(words[1:])
    there = place.split()[place.split(" ", 1)[0].casefold() in AT :]
    if comma and place.casefold() not in CITIES and not all(map(_is_of_place, there)):
        return False
    return " " in name or line.isupper()  # one word alone is as often a label


def _is_ours(words: list[str]) -> bool:
    """Whether words say `our reporter Jane Doe`, `our correspondent in Rome`."""
    said = " ".join(words).casefold()
    if not said.startswith(_POSSESSIVE):
        return False
    possessive = next(len(own.split()) for own in _POSSESSIVE if said.startswith(own))
    roles = 0
    rest = words[possessive:]
    while roles < len(rest) and rest[roles].strip(",").casefold() in ROLES | AMONG_ROLES:
        roles += 1
    return bool(ROLES.intersection(word.strip(",").casefold() for word in rest[:roles])) and _follows(rest[roles:])


def _follows(words: list[str]) -> bool:
    """Whether words may follow a title: none, a place behind a preposition, with a name behind it, or a name."""
    if not words:
        return True
    if words[0].casefold() not in AT:
        return _is_author(words)
    place = " ".join(words[1:]).replace(",", " ").split()
    return 0 < len(place) <= _MAX_PLACE and all(map(_is_of_place, place))


def _is_credit(text: str, opened: bool) -> bool:
    """Whether the text is names: persons, a paper, a title or a place after them, no sentence."""
    text = _ADDRESSES.sub("", text).strip(" ,|/·-–") if "@" in text or "http" in text else text
    if not text or (text[-1] in _SENTENCE_ENDS and not _ABBREVIATED.search(text[-4:])):
        return False
    if is_agency(text):
        return opened
    first, *further = [part.split() for part in _PARTS.split(text) if part.strip()] or [[]]
    if opened and not further and (text.casefold() in STANDING or _is_ours(first)):
        return True
    if opened and _is_ours(first):
        return all(_is_author(part) for part in further)
    return _is_author(first) and all(map(_is_further, further))


def _is_author(words: list[str]) -> bool:
    """Whether words are a person, an agency or a title, and others behind `and`, or a place behind `in`."""
    if is_agency(" ".join(words)) or _is_role(words):
        return True
    end = _name_end(words)
    rest = words[end:]
    if not end or not rest:
        return bool(end)
    link = rest[0].casefold()
    if link in AND and _is_author(rest[1:]):
        return True
    return _is_at(rest) if link in AT else _is_role(rest)


def _is_at(words: list[str]) -> bool:
    """Whether a place or a paper follows a preposition, and perhaps another author behind `and`."""
    for place, word in enumerate(words):
        if place > 1 and word.casefold() in AND and _is_author(words[place + 1 :]):
            words = words[:place]
            break
    return 1 < len(words) <= _MAX_PLACE + 1 and all(map(_is_of_place, words[1:]))


def _is_further(words: list[str]) -> bool:
    """Whether words may stand behind a comma or a stroke: an author, a paper, a place."""
    if is_agency(" ".join(words)) or _is_author(words):
        return True
    titles = next((end for end, word in enumerate(words) if word.casefold() not in ROLES | AMONG_ROLES), len(words))
    if words[0].casefold() in ROLES and (_follows(words[titles:]) or _follows(words[1:])):
        return True  # "correspondante à Berlin", "envoyé spécial à Rome"
    if " ".join(words).casefold() in CITIES:  # "Dar es Salaam"
        return True
    if words[0].casefold() in AND | AT | {"special"}:
        words = words[1:]
    return 0 < len(words) <= _MAX_PLACE and all(map(_is_of_place, words))


def _is_role(words: list[str]) -> bool:
    """Whether words are a title: capitalised, the one for who writes among them."""
    if len(words) > _MAX_PLACE or not any(word.casefold() in ROLES for word in words):
        return False
    return all(word.casefold() in ROLES | AMONG_ROLES | {"a"} or _is_proper(word) for word in words)


def _name_end(words: list[str]) -> int:
    """How many of the words are a person's name, 0 for none: two to five capitalised ones, initials, particles."""
    end = proper = 0
    for word in words:
        if word.casefold() in ROLES or not _is_proper(word):
            break
        end, proper = end + 1, proper + (word not in PARTICLES)
    full = any(not _INITIAL.fullmatch(word) for word in words[:end])
    return end if 2 <= proper <= _MAX_NAME and full and words[end - 1] not in PARTICLES else 0


def _is_of_place(word: str) -> bool:
    """Whether a word may be in the name of a place or a paper."""
    return word.casefold() in ("the", "to") or _is_proper(word) or word[1:2].isdigit()  # a paper's name: "g1"


def _is_proper(word: str) -> bool:
    """Whether a word may be in a name: it has a capital, or its script has none; no digits but behind letters."""
    folded = word.casefold()
    if word[0].islower():
        return folded in PARTICLES
    return word[0].isalpha() and (folded not in NO_NAME or (word.isupper() and len(word) < 3))
