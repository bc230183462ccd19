"""The shape of headlines: what a line of a headline looks like, on its own, in any script."""

from __future__ import annotations

import re

from clean.news.calendar import MONTHS, WEEKDAYS
from clean.news.stopwords import STOPWORDS
from clean.news.words import EAST
from clean.patterns import lazy

# Headlines longer than these are rare (1 % of 4,000 articles of four publishers are over 110 letters; in East Asian
# scripts a character says two to three letters' worth).
MAX_HEADLINE = 180
MAX_HEADLINE_EAST = 70

# A headline seldom ends in a stop, full or not, and may end in what else ends a sentence.
FULL_STOPS = frozenset(".。．।۔։።။។")
UNSTOPPED = re.compile("[\u0e00-\u0eff]")  # Thai and Lao, whose sentences end without a stop
COLONS = ":\uff1a"
STOPS = FULL_STOPS | frozenset(":;,:；，、،؛")
# What closes a quotation: „so“ in German and most languages east of it, »so« in books and Danish.
QUOTES = "\"”’'»“‘«"
SENTENCE_END = FULL_STOPS | frozenset("!?…！？؟」』)）]") | frozenset(QUOTES)
# How a sentence ends, with what closes quotation and bracket; asked of the last characters of a line.
CLOSED = re.compile(r"[.!?…。！？؟।۔։።။។][\"'”’»«)\]」』]{0,3}$")
_MARKS = "▲△▶▷►➤✓✔"  # bullets that Korean papers print without a blank behind
BULLETS = "-•*·▪●◦‣" + _MARKS
_BULLET = re.compile(rf"(?:[{BULLETS}]\s+|[{_MARKS}])(?=\S)")
_LETTER = re.compile(r"[^\W\d_]")

# What wires print before a headline, in capitals, to say what they send: "UPDATE 2-", "BRIEF-", "KORREKTUR:".
WIRE_MARKS = (
    "ADVISORY ALERT ANALYSIS BREAKING BREAKINGVIEWS BRIEF BULLETIN COLUMN CORRECTED CORRECTION DIARY EXCLUSIVE"
    " EXPLAINER FACTBOX FEATURE FLASH GRAPHIC INSIGHT INTERVIEW LEAD LIVE NEWSMAKER POLL PREVIEW REFILE RESEARCH RPT"
    " SNAP SNAPSHOT TABLE TEXT TIMELINE UPDATE URGENT WRAP WRAPUP"
    " AKTUALISIERT BERICHTIGUNG EILMELDUNG KORREKTUR ROUNDUP ÜBERBLICK ZUSAMMENFASSUNG"
    " ACTUALISATION CORRECTIF PAPIER RECTIFICATIF SYNTHÈSE ACTUALIZACIÓN AMPLIACIÓN CORRECCIÓN RESUMEN ÚLTIMA"
    " ATUALIZAÇÃO CORREÇÃO RESUMO AGGIORNAMENTO CORREZIONE RIEPILOGO МОЛНИЯ ОБНОВЛЕНИЕ СРОЧНО"
).split()
_WIRE_MARK = lazy(rf"(?:{'|'.join(WIRE_MARKS)})(?: \d{{1,2}})?(?: ?[-–—:/] ?|\) )(?=\S)")
_ABBREVIATED = ("..", "U.S.", "U.K.", "Jr.", "Inc.", "Co.", "a.m.", "p.m.")
_SMALL = 4  # letters of the words that titles leave small: "from", "with"
_NO_TITLE = re.compile(rf"\s[a-z]\S{{{_SMALL}}}")
# The number of an item: "3. ", "12) ", "Step 4: ", "Round 2" (no result: "Ashby 2 - Thorn 1"); the time of an entry:
# "23:41 | ", "19.30 Uhr: ".
_CLOCK = r"(?:[01]?\d|2[0-3])"
_ACCOUNT = lazy(r"[\w.+-]@[\w-]+\.\w|(?:^|[\s(])@\w{3,}[.)]?$")  # an e-mail address anywhere, `@example` at the end
_ENUMERATED = lazy(
    r"(?:[^\W\d_]{1,12} )?\d{1,3}(?:[.):]\s| [-–—] (?!\d|.*\d$)|[.):]?$)"
    rf"|{_CLOCK}(?::[0-5]\d(?![\d:-])|[.h][0-5]\d(?=(?: [a-zA-Z.]{{1,4}})?\s?[|:–—-]\s))"
)
ENUMERATED = 14  # characters: a word, a blank, the first digit


def has_wire_mark(line: str) -> bool:
    """Whether a line begins with what a wire prints before a headline."""
    return line[:2].isupper() and _WIRE_MARK.match(line) is not None


def is_addressed(line: str) -> bool:
    """Whether a line holds a web or e-mail address, or ends in the name of an account: it points, and heads nothing."""
    if "://" in line or "www." in line:
        return True
    return "@" in line and _ACCOUNT.search(line) is not None


def is_signature(line: str) -> bool:
    """Whether a line is three parts or more of a word or two between commas: a name, an age and a place."""
    if line.count(",") < 2 or len(line.split(",", 1)[0].split()) > 2:  # as of most, seen at once
        return False
    return all(len(part.split()) < 3 for part in line.split(","))


def is_enumerated(line: str) -> bool:
    """Whether a line begins as an item of a list does, with its number, alone or behind a word."""
    return _ENUMERATED.match(line) is not None


def headline_shape(line: str) -> bool:
    """Whether a line can be a headline: not long, no full stop at its end, no bullet, no small letter at its start."""
    if not line or len(line) > MAX_HEADLINE or (line[0].islower() and not line[1:2].isupper()):
        return False
    if line[-1] in STOPS and not may_stop(line):
        return False
    if bullet(line) or is_addressed(line) or not (line[0].isalpha() or _LETTER.search(line)):
        return False
    return len(line) <= MAX_HEADLINE_EAST or line.isascii() or not EAST.search(line[:20])


def may_stop(line: str) -> bool:
    """Whether a line that ends with a full stop may be a headline: of an abbreviation, in capitals or in title case.

    `FIRE AT LINDOW MILL.` stands over a story of the 19th century. Plain files made from nine sites with such headlines
    have boundaries of F1 .97 so, .68 without; with all text in capitals .915 (.922).
    `This Town Made Coffins. Now It Makes Boats.` is printed over a story: no sentence within one has capitals on its
    long words and on one that is no name as well, and days and months have theirs anywhere.
    """
    if line.endswith(_ABBREVIATED):
        return True
    if line[-1] != "." or _NO_TITLE.search(line):  # as nearly all sentences, in a fifth of the time
        return False
    if line.isupper() and line[0].isupper() and " " in line:
        return all(map(str.isupper, filter(str.isalpha, line)))  # a Korean sentence has no small letters either
    words = line.split()
    titled = all(word[0].isupper() for word in words if len(word) > _SMALL)
    return titled and any(word[0].isupper() and _is_said(word.casefold()) for word in words[1:])


def _is_said(word: str) -> bool:
    """Whether it is a word of all texts, and none that is a name."""
    return word in STOPWORDS and word not in WEEKDAYS and word not in MONTHS


def bullet(line: str) -> int:
    """How many characters of bullet and blank a line starts with; 0 when it starts with none.

    A dash that is no hyphen is none: it opens direct speech in Spanish, French and Russian.
    """
    match = _BULLET.match(line) if line[:1] in BULLETS else None
    return match.end() if match else 0


# Words after which no headline ends.
JOINING = frozenset(
    "a an the to of in on at by for from with and or as after over into than that will is are was be its his her"
    " der die das den dem des ein eine zu zum zur im am in an auf für von vom mit und oder nach bei über"
    " le la les un une des du de à au aux en et ou sur par pour avec dans el los las una y o al del por para con"
    " il lo gli uno di da e su per os as um uma do da dos das em no na het een van voor met en"
    " и в на с по за к из о".split()
)


def goes_on(line: str, following: str) -> bool:
    """Whether a headline that ends with a line goes on in the next: that begins with a small letter, or this one ends
    in a comma, a semicolon or a word that must be followed by another.
    """
    if not line or not following:
        return False
    if following[0].islower() and not following[1:2].isupper():
        return True
    return line[-1] in ",;،؛" or not JOINING.isdisjoint(line.rsplit(None, 1)[-1:])
