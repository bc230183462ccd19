"""Page furniture: menus, teasers and footers around the story in a record that is a web page saved as text.

The lines of a page fall into sentences and what is no sentence, told by length, closing punctuation and function words,
as in jusText (Pomikálek, "Removing Boilerplate and Duplicate Content from Web Corpora", 2011) and boilerpipe
(Kohlschütter et al., "Boilerplate Detection using Shallow Text Features", 2010), but without HTML. Sentences score by
their length, all other lines count against; the story is where the sum is highest (Pasternack and Roth, "Extracting
Article Text from the Web with Maximum Subsequence Segmentation", 2009). A clean story has lists and short lines too: so
nothing is done unless the record is full of the signs of a page.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from clean.document import BLANKS, Document, Mark
from clean.news.dates import DIGIT
from clean.news.formulaic.shapes import DECORATION, weight
from clean.news.headlines import CLOSED
from clean.settings import Boilerplate
from clean.stages.boilerplate.function_words import FUNCTION_WORDS
from clean.stages.boilerplate.page_head import head_lines

RULE = "page-furniture"

# Rules whose lines stand around stories on pages; credits and sign-offs stand in clean stories, too.
SIGNS = frozenset(
    {
        "advertisement",
        "contact-line",
        "copyright-line",
        "follow-us",
        "page-furniture",
        "page-script",
        "read-more",
        "share-buttons",
        "subscribe",
    }
)
CLOSING = '.!?…。！？؟।։።"”’»«)]」』'

# What stands amid stories on pages: a button, an advertisement, and a pointer that names what it points to. Headings of
# teasers, comments and the copyright line stand behind.
AMID = frozenset({"advertisement", "follow-us", "photo-credit", "share-buttons", "subscribe"})
# Lines between such a line and a sentence of the story, as `E-mail address`: F1 .901 on the pages, with four .900.
BEHIND = 2
COLON = re.compile(r"[:：]\s*\S")


class Line(NamedTuple):
    """A line of the record that holds anything: its place and score, what the line rules made of it, any digits;
    whether it is formulaic and may stand `amid` a story, and whether it ends as a sentence does.
    """

    place: int
    score: int
    mark: int
    rule: str
    digits: bool
    amid: bool = False
    closed: bool = False


class Stretch(NamedTuple):
    """Lines `[first, last)` and the sum of their scores."""

    first: int
    last: int
    score: int


class Page(NamedTuple):
    """A record that is a page: which of its lines go, in order, the per cent of its sentences that the others hold, and
    the score of the best stretch that goes.
    """

    gone: list[int]
    share: int
    lost: int


def mark_page(record: Document, settings: Boilerplate, headline: bool) -> None:
    """Mark what stands around the story of a page, for one story's or record's lines after the line rules.

    With `headline`, the lines above the story that are its headline, deck, byline and date stay, for the fields are
    read later.
    """
    if page := read_page(record, settings, headline):
        record.take_out(page.gone, RULE)


def read_page(record: Document, settings: Boilerplate, headline: bool) -> Page | None:
    """The page that a record is, after the line rules; None where it is none."""
    lines, marks, rules = record.lines, record.marks, record.rules
    if RULE in settings.off or SIGNS.isdisjoint(rules.values()) or not any_menu(lines, settings):
        return None
    held = [i for i, mark in enumerate(marks) if mark not in BLANKS]
    page = [measure(i, lines[i], marks[i], rules.get(i, ""), settings) for i in held]
    stretches = find_stretches([line.score for line in page])
    best = max((stretch.score for stretch in stretches), default=0)
    kept = [stretch for stretch in stretches if stretch.score * 100 >= best * settings.second_story]
    lost = max((stretch.score for stretch in stretches if stretch not in kept), default=0)
    kept = [widened(page, stretch, settings) for stretch in kept]
    if not kept or not is_page(page, kept[0].first, kept[-1].last, settings):
        return None
    if (share := share_of(page, kept)) < settings.page_share:
        return None
    stay = {page[k].place for stretch in kept for k in story_lines(page, stretch, settings)}
    if headline:
        stay |= {page[k].place for k in head_lines(page, lines, kept[0].first)}
    gone = [line.place for line in page if line.mark == Mark.BODY and line.place not in stay]
    return Page(gone, share, lost)


def any_menu(lines: list[str], settings: Boilerplate) -> bool:
    """Whether there are so many open lines that the record may be a page: cheap, for nearly all records are none."""
    return sum(len(line) < settings.unclosed and line[-1:] not in CLOSING for line in lines) >= settings.page_lines


def measure(place: int, line: str, mark: int, rule: str, settings: Boilerplate) -> Line:
    """A line's score: its length where it is a sentence, nothing for a short sentence, else a fixed loss."""
    digits = DIGIT.search(line) is not None
    if mark == Mark.SEPARATOR:
        return Line(place, -settings.loss // 2, mark, "", digits)
    if mark != Mark.BODY:
        amid = rule in AMID or (rule == "read-more" and COLON.search(line) is not None)
        return Line(place, -settings.loss, mark, rule if rule in SIGNS else "", digits, amid)
    length = weight(line)
    closed = CLOSED.search(line[-8:]) is not None
    if (closed and length >= settings.short) or (length >= settings.unclosed and has_function_words(line, settings)):
        return Line(place, min(length, settings.long), mark, "", digits)
    score = 0 if closed and length * 2 >= settings.short else -settings.loss
    return Line(place, score, mark, "", digits, closed=closed)


def has_function_words(line: str, settings: Boilerplate) -> bool:
    """Whether enough of a line's words are such that only sentences need."""
    words = (word.strip(DECORATION) for word in line.casefold().split())
    return sum(word in FUNCTION_WORDS for word in words) >= settings.function_words


def find_stretches(scores: list[int]) -> list[Stretch]:
    """All maximal stretches of positive score, in order: none can be made better by a line more or less at its ends.

    Ruzzo and Tompa, "A Linear Time Algorithm for Finding All Maximal Scoring Subsequences", 1999.
    """
    found: list[tuple[int, int, int, int, int]] = []  # first, last, sum before it, sum at its end, `nearest` of it
    total = 0
    for place, score in enumerate(scores):
        left, total = total, total + score
        if score <= 0:
            continue
        first, nearest = place, nearest_below(found, left)
        while nearest >= 0 and found[nearest][3] < total:
            first, _, left, _, before = found[nearest]
            del found[nearest:]
            nearest = before
        found.append((first, place + 1, left, total, nearest))
    return [Stretch(first, last, right - left) for first, last, left, right, _ in found]


def nearest_below(found: list[tuple[int, int, int, int, int]], left: int) -> int:
    """The last stretch with a lower sum before it; each stretch knows its own, so that the search is linear in all."""
    place = len(found) - 1
    while place >= 0 and found[place][2] >= left:
        place = found[place][4]
    return place


def widened(page: list[Line], stretch: Stretch, settings: Boilerplate) -> Stretch:
    """The stretch with the sentences near its ends that teasers, a table or a pointer cut off."""
    first, last = stretch.first, stretch.last
    while (near := nearest_sentence(page, range(first - 1, -1, -1), settings)) is not None:
        first = near
    while (near := nearest_sentence(page, range(last, len(page)), settings)) is not None:
        last = near + 1
    return stretch._replace(first=first, last=last)


def nearest_sentence(page: list[Line], places: range, settings: Boilerplate) -> int | None:
    """The first of these places that holds a sentence, within reach and before what ends a story.

    Behind a formulaic line the reach is shorter, and a short sentence is one only there or right beside the stretch.
    """
    passed, reach = 0, settings.page_reach
    for place in places:
        line = page[place]
        if line.score > 0 or (line.score == 0 and reach == BEHIND) or (line.closed and not passed):
            return place
        passed += not line.amid
        reach = BEHIND if line.rule else reach
        if passed > reach or (line.rule and not line.amid and not goes_on_below(page, place)):
            return None
    return None


def goes_on_below(page: list[Line], place: int) -> bool:
    """Whether a pointer has a sentence right below, as `The story continues below`; a heading of teasers has none."""
    return page[place].rule == "read-more" and any(line.score >= 0 for line in page[place + 1 : place + 2])


def is_page(page: list[Line], first: int, last: int, settings: Boilerplate) -> bool:
    """Whether the lines outside `[first, last)` show that the record is a page: many of them, of several kinds.

    A results table or a list of names may stand at the end of a clean story, or make up its first half. What does not
    is a handful of formulaic lines of two kinds; or, for languages of which few formulas are known, one of them among
    a long run of lines without a digit before the first sentence.
    """
    outside = [*page[:first], *page[last:]]
    if sum(line.score < 0 and line.mark == Mark.BODY for line in outside) < settings.page_lines:
        return False
    signs = [line.rule for line in outside if line.rule]
    if len(signs) >= settings.page_signs and len(set(signs)) > 1:
        return True
    opening = page[: next((place for place, line in enumerate(page) if line.score > 0), 0)]
    menu = sum(line.score < 0 and not line.digits for line in opening)
    return menu >= settings.menu_lines and any(line.rule for line in opening)


def share_of(page: list[Line], kept: list[Stretch]) -> int:
    """The guard: per cent of the record's sentences that is kept."""
    sentences = sum(line.score for line in page if line.score > 0)
    inside = {place for stretch in kept for place in range(stretch.first, stretch.last)}
    held = sum(page[place].score for place in inside if page[place].score > 0)
    return held * 100 // sentences


def story_lines(page: list[Line], stretch: Stretch, settings: Boilerplate) -> list[int]:
    """The lines of a stretch that are the story's: all but runs of lines that are no sentences.

    One or two such lines are a subhead; a run of which half have digits is a table or a list of results.
    """
    kept: list[int] = []
    run: list[int] = []
    for place in range(stretch.first, stretch.last):
        if page[place].score < 0:
            run.append(place)
            continue
        if len(run) < settings.page_run or sum(page[k].digits for k in run) * 2 > len(run):
            kept += run
        run = []
        kept.append(place)
    return kept + [place for place in run if page[place].closed]
