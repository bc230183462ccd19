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

from clean.document import Mark
from clean.settings import Boilerplate
from clean.stages.boilerplate.function_words import FUNCTION_WORDS
from clean.stages.boilerplate.shapes import DECORATION, weight

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
DIGIT = re.compile(r"\d")
CLOSED = re.compile(r"[.!?…。！？؟।։።][\"'”’»«)\]」』]{0,3}$")


NEAR = 10  # between a page's headline and its story stand deck, byline, date, share buttons and a caption
HEADLINE = (25, 200)  # shorter lines are mostly menu, longer ones text


class Line(NamedTuple):
    """A line of the record that holds anything: its place and score, what the line rules made of it, any digits."""

    place: int
    score: int
    mark: int
    rule: str
    digits: bool


class Stretch(NamedTuple):
    """Lines `[first, last)` and the sum of their scores."""

    first: int
    last: int
    score: int


def mark_page(lines: list[str], marks: bytearray, rules: dict[int, str], settings: Boilerplate, headline: bool) -> None:
    """Mark what stands around the story of a page, for one story's or record's lines after the line rules.

    `rules` are those of the lines already marked, by index, and get the new ones. With `headline`, the line above the
    story that looks like its headline stays, for the fields are read later.
    """
    if RULE in settings.off or SIGNS.isdisjoint(rules.values()) or not any_menu(lines, settings):
        return
    held = [i for i, mark in enumerate(marks) if mark != Mark.BLANK]
    page = [measure(i, lines[i], marks[i], rules.get(i, ""), settings) for i in held]
    stretches = find_stretches([line.score for line in page])
    best = max((stretch.score for stretch in stretches), default=0)
    kept = [stretch for stretch in stretches if stretch.score * 100 >= best * settings.second_story]
    kept = [widened(page, stretch, settings) for stretch in kept]
    if not kept or not is_page(page, kept[0].first, kept[-1].last, settings) or not is_most(page, kept, settings):
        return
    stay = {page[k].place for stretch in kept for k in story_lines(page, stretch, settings)}
    if headline:
        stay |= {page[k].place for k in headline_above(page, lines, kept[0].first)}
    for line in page:
        if line.place not in stay and marks[line.place] == Mark.BODY:
            marks[line.place] = Mark.BOILERPLATE
            rules[line.place] = RULE


def any_menu(lines: list[str], settings: Boilerplate) -> bool:
    """Whether there are so many open lines that the record may be a page: cheap, for nearly all records are none."""
    return sum(len(line) < settings.unclosed and line[-1:] not in CLOSING for line in lines) >= settings.page_lines


def measure(place: int, line: str, mark: int, rule: str, settings: Boilerplate) -> Line:
    """A line's score: its length where it is a sentence, nothing for a short sentence, else a fixed loss."""
    digits = DIGIT.search(line) is not None
    if mark == Mark.SEPARATOR:
        return Line(place, -settings.loss // 2, mark, "", digits)
    if mark != Mark.BODY:
        return Line(place, -settings.loss, mark, rule if rule in SIGNS else "", digits)
    length = weight(line)
    closed = CLOSED.search(line[-8:]) is not None
    if (closed and length >= settings.short) or (length >= settings.unclosed and has_function_words(line, settings)):
        return Line(place, min(length, settings.long), mark, "", digits)
    score = 0 if closed and length * 2 >= settings.short else -settings.loss
    return Line(place, score, mark, "", digits)


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
    """The stretch with the sentences near its ends that teasers or a table cut off, up to a formulaic line."""
    first, last = stretch.first, stretch.last
    while (near := nearest_sentence(page, range(first - 1, max(-1, first - 2 - settings.page_reach), -1))) is not None:
        first = near
    while (near := nearest_sentence(page, range(last, min(len(page), last + 1 + settings.page_reach)))) is not None:
        last = near + 1
    return stretch._replace(first=first, last=last)


def nearest_sentence(page: list[Line], places: range) -> int | None:
    """The first of these places that holds a sentence, if no formulaic line comes before it."""
    for place in places:
        if page[place].score > 0:
            return place
        if page[place].rule:
            return None
    return None


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


def is_most(page: list[Line], kept: list[Stretch], settings: Boilerplate) -> bool:
    """The guard: whether what is kept has the larger part of the record's sentences."""
    sentences = sum(line.score for line in page if line.score > 0)
    inside = {place for stretch in kept for place in range(stretch.first, stretch.last)}
    held = sum(page[place].score for place in inside if page[place].score > 0)
    return held * 100 >= sentences * settings.page_share


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
    return kept


def headline_above(page: list[Line], lines: list[str], first: int) -> list[int]:
    """The line over the story that looks most like its headline, if any: among the nearest, the first that is long."""
    near = [k for k in range(first) if not page[k].rule and page[k].score < 0][-NEAR:]
    return next(([k] for k in near if HEADLINE[0] <= weight(lines[page[k].place]) <= HEADLINE[1]), [])
