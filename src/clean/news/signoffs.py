"""Lines by which an agency signs a story at its end: its name alone, the initials of who wrote and edited it.

`(dpa)`, `EFE je/js`, `tas/lko`, `PTI JE JS`, `Xinhua`, `JE // JS`. They are told by their words alone, so they are
looked for only where a story ends. What says more (`Reporting by …`) is in `formulaic/wire_sign_off.py`.

Behind the last sentence they show that the story ends there: `… said. EFE`, `… said. — Reuters`, `… said. Enditem`.
"""

from __future__ import annotations

from typing import NamedTuple

from clean.news.agencies import is_agency
from clean.patterns import lazy

LONGEST = 30  # characters: an agency, four initials and an end word
_MOST = 5  # words
_INITIALS = lazy(r"[a-z]{2,5}(?:[/-][a-z]{2,5}){1,3}")  # "tas/lko"
_CAPITALS = lazy(r"[A-Z]{2,4}(?:\s?\([A-Z]{2,4}\))?(?:\s?//?\s?[A-Z]{2,4}){1,3}")  # "JE (JS) // AB"
_DESK = lazy(r"[A-Z](?=[A-Z]?\d)[A-Z\d]{2}-[A-Z]{2,3}")  # a desk's code and who wrote it, as ANSA has it: "Y1X-ML"
# Who issued a press release, as PR Newswire ends it: "SOURCE Example Foods"; not "SOURCE CODE LEAKED BY ENGINEER", nor
# "SOURCE Familiar With Talks": words that sentences have in headlines and companies do not in their names.
_ISSUED = lazy(
    r"SOURCE (?!(?:\S+ )*(?i:with|to|from|who|that|says?|said|tells?|told|is|are|was|were|be|has|have|had|will|about"
    r"|after|not|confirms?|denies|denied)(?: |$))"
    r"[A-Z](?![A-Z]{6})[^\s.:;!?]*(?: (?![A-Z]{6})(?:[A-Z\d&][^\s.:;!?]*|and|of|for|the|de)){0,5}"
)
# Within brackets: "(mak)", "(jb/tas)", "[О. К.]".
_SMALL = "[a-z\u00df-\u024f\u03b1-\u03ce\u0430-\u045f]{2,4}"  # Latin, Greek, Cyrillic
_BRACKETED = lazy(rf"[(（\[](?:{_SMALL}(?:/{_SMALL})?|(?:[^\W\d_]\.[ -]?){{1,4}}[^\W\d_]?)[)）\]]")
_INITIAL = lazy(r"[a-z]{1,5}|[A-Z]{1,3}|n\d")  # "n1", of dpa: the first version
# The Hindi service of PTI and the names of who wrote and edited it: "भाषा रंजन माधव". A headline has more words.
_BHASHA = lazy(r"भाषा(?: [\u0900-\u0963\u0966-\u097f]{2,12}){1,2}")
# At the end of a paragraph, behind a sentence: " EFE", " (Reuters).", "（共同）", " PTI JE JS", " — Reuters", "-Ends-",
# " Enditem".
_SIGNATURE = lazy(
    r"(?<=[.!?…”\"»’。！？」])\s*(?:(?P<sign>[(（\[【/]\s?[^()（）\[\]【】]{2,25}[)）\]】/])"
    r"|\s(?P<name>[A-ZА-Я][A-ZА-Я-]{1,12})(?:\s[A-Z]{2,4}){0,4}"
    r"|[-–—=]{1,2}\s?(?P<dashed>[^\W\d_][^\d.!?…–—]{1,25}?|30(?=[-–—]))[-–—]{0,2}"
    r"|\s(?P<end>(?i:enditem|endit)|Ends))\.?$"
)
# Behind these a headline names who reported it: `«Yes» – TASS`, `Oil sold to U.S. - Reuters`, `Loss at Acme Corp. - AP`
_HEADED = lazy(r"""(?:[^.]["”»’]|[!?…]["”»’]?|\.\w{1,2}\.|\b[^\W\d_a-z]\w{0,3}\.)\s*$""")
_HEADED_REACH = 8  # characters
# What is printed for an agency where there were several.
_UNNAMED = frozenset("agencies agency agencias agências agences agenzie agenturen agentschappen".split())
# Who wrote it and which agencies they had it from, at the end of a line: " ab/cde (AFP, dpa)", with a dash perhaps.
_SOURCED = lazy(r"(?:^|\s)[a-z]{2,4}(?:/[a-z]{2,4}){1,3}\s?[-–]?\s?\((?P<names>[^()]{2,40})\)(?:\s?[-–])?$")
_SOURCED_REACH = 70  # characters: three pairs of initials and three agencies
# A dash or box drawn behind the last sentence.
_DRAWN = lazy(r"[.!?…][\"”’»)]?\s[-–—■□●◆▪♦]$")
_CUTS = lazy(r"[\s/()\[\]–—-]+")
END_WORDS = frozenset("schluss ende end ends endit enditem fin fim fine einde koniec".split())
_SAID = frozenset("(no) (yes) (sic) (ja) (nein) (non) (oui) (sim) (sí)".split())  # said, and no initials
OPENERS = END_WORDS | {"source"}  # but for agencies and initials, what begins a line that signs a story
SIGNED_OFF = ")-–—■□●◆▪♦"  # what such a line ends with
_BRACKETS = " ()[]（）【】/／<>«»="
_DASHES = "-–—"


class Signature(NamedTuple):
    """What signs a story behind its last sentence: where in the line it begins, the agency that it names if it does,
    and the rule by which it goes.
    """

    start: int
    agency: str
    rule: str


def signs(line: str) -> bool:
    """Whether a line at the end of a story is nothing but an agency's name, or the initials of who wrote it."""
    if not line or len(line) > LONGEST:
        return False
    if is_agency(line.strip(_BRACKETS)) or _INITIALS.fullmatch(line.strip(" /")) or _CAPITALS.fullmatch(line):
        return True
    if is_desk_code(line) or _ISSUED.fullmatch(line) or _BHASHA.fullmatch(line):
        return True
    if _BRACKETED.fullmatch(line) and line.casefold() not in _SAID:
        return True
    words = [word for word in _CUTS.split(line) if word]
    if not 0 < len(words) <= _MOST or not all(_is_sign(word) for word in words):
        return False
    return is_agency(words[0]) or is_agency(words[-1]) or (line[0] == "(" and words[0].casefold() in END_WORDS)


def is_desk_code(line: str) -> bool:
    """Whether a line is the code of a desk and who wrote the story; many another code looks the same."""
    return _DESK.fullmatch(line) is not None


def signature(line: str) -> Signature | None:
    """What signs the story behind the last sentence of a line: an agency, or a word that says that here it ends."""
    if line[-1:] in ".,:;" and line[-2:-1].islower():  # as nearly all end, and no agency in capitals or brackets
        return None
    if not (found := _SIGNATURE.search(line, max(0, len(line) - LONGEST))):
        return None
    start = found.start()
    if found["dashed"] and _HEADED.search(line[:start], max(0, start - _HEADED_REACH)):
        return None
    said = found[found.lastgroup or 0].strip(_BRACKETS + _DASHES)
    if said.casefold() in END_WORDS or said == "30":
        return Signature(start, "", "end-mark")
    if is_agency(said):
        return Signature(start, said, "wire-sign-off")
    return Signature(start, "", "wire-sign-off") if said.casefold() in _UNNAMED else None


def signed_off(line: str) -> int:
    """Where at the end of a line begins what says that its story ends: initials with the agencies that they wrote from,
    or a sign drawn behind a full stop, or what signs it; 0 for none.
    """
    if signed := signature(line):
        return signed.start
    if line[-1:] not in SIGNED_OFF:
        return 0
    found = _SOURCED.search(line, max(0, len(line) - _SOURCED_REACH))
    if found and any(is_agency(name.strip()) for name in found["names"].split(",")):
        return max(1, found.start())
    return len(line) - 1 if _DRAWN.search(line, max(0, len(line) - 4)) else 0


def _is_sign(word: str) -> bool:
    return word.casefold() in END_WORDS or bool(_INITIAL.fullmatch(word)) or is_agency(word)
