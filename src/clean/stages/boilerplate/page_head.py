"""What stands between a page's menu and its story: which lines are headline, deck, byline and date, and which are not.

A page prints its headline next to the byline or the date, so these are looked for first. Above the headline stand the
menu, the way to the page (`Home > News > Local`) and a kicker, around it share buttons and a caption.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from clean.document import Mark
from clean.news.bylines import names_author, read_byline
from clean.news.captions import is_caption
from clean.news.dates import is_dated
from clean.news.formulaic.shapes import weight
from clean.news.headlines import headline_shape

if TYPE_CHECKING:
    from clean.stages.boilerplate.page import Line

NEAR = 10  # between a page's headline and its story stand deck, byline, date, share buttons and a caption
LONG = 25  # characters: shorter lines are mostly menu
LONGEST = 200  # longer ones are text
FEWEST = 3  # words of a headline that is shorter than LONG: `School bus route saved`; right above a byline one less
SHORTEST = 12  # characters of it
DECK = 40  # characters: shorter lines below a headline are a kicker, a button or a name
CREDIT = 110  # characters: `Published … | Updated …` has a hundred
SENTENCES = 2  # of the story before its byline: a deck
CRUMBS = (" > ", " » ", " › ", " / ", " → ", " | ")


def head_lines(page: list[Line], lines: list[str], first: int) -> list[int]:
    """The lines of a page's head that are the story's, as indices of `page`; `first` is the story's first sentence."""
    texts = {k: lines[page[k].place].strip() for k in _zone(page, first)}
    credited = find_credits(texts)
    headline = _headline(page, texts, credited, first)
    if headline is None:
        return credited
    return [headline, *_deck(texts, headline, credited, first), *credited]


def find_credits(texts: dict[int, str]) -> list[int]:
    """The bylines and dates among lines; a name without `By` next to a date."""
    found = [k for k, text in texts.items() if len(text) <= CREDIT and is_credit(text)]
    dated = {k for k in found if is_dated(texts[k])}
    named = [k for k, text in texts.items() if dated & {k - 1, k + 1} and k not in found and names_author(text)]
    return sorted([*found, *(named if dated == set(found) else [])])


def is_credit(text: str) -> bool:
    """Whether a line is a byline or a date."""
    return bool(read_byline(text)) or is_dated(text)


def _zone(page: list[Line], first: int) -> list[int]:
    """The lines that may be of the head: those nearest above the story, and its first sentences; no formulaic ones."""
    held = [k for k in range(first) if not page[k].rule and page[k].mark == Mark.BODY][-NEAR:]
    sentences = 0
    for k in range(first, len(page)):
        sentences += page[k].score > 0
        if sentences > SENTENCES:
            break
        if page[k].mark == Mark.BODY:
            held.append(k)
    return held


def _headline(page: list[Line], texts: dict[int, str], credited: list[int], first: int) -> int | None:
    """The line that is the headline: above byline or date, else below, else the first long one over the story."""
    bylines = [k for k in credited if not is_dated(texts[k])]
    if credited:
        anchor = (bylines or credited)[0]
        above = _above(page, texts, anchor, credited)
        found = above if above is not None else _below(page, texts, anchor, credited)
        if found is not None:
            return found
    over = [k for k in texts if k < first and k not in credited and _may_head(texts[k])]
    return next((k for k in over if weight(texts[k]) >= LONG), next(reversed(over), None))


def _above(page: list[Line], texts: dict[int, str], anchor: int, credited: list[int]) -> int | None:
    """The headline above a credit, with a deck between perhaps; a kicker or the page's title above it is none."""
    found: list[int] = []
    for k in reversed([k for k in texts if k < anchor]):
        if k not in credited and _may_head(texts[k], FEWEST - (not found and not is_dated(texts[anchor]))):
            found.append(k)
        elif not (k in credited or page[k].score > 0 or is_caption(texts[k])):
            break
    if len(found) < 2:
        return next(iter(found), None)
    lower, upper = found[:2]
    is_title = texts[upper].startswith(texts[lower])
    return lower if is_title or weight(texts[upper]) < LONG else upper


def _below(page: list[Line], texts: dict[int, str], anchor: int, credited: list[int]) -> int | None:
    for k in (k for k in texts if k > anchor and k not in credited):
        if _may_head(texts[k]):
            return k
        if page[k].score > 0:
            return None
    return None


def _deck(texts: dict[int, str], headline: int, credited: list[int], first: int) -> list[int]:
    """The line below the headline, if it says as much as a deck does."""
    below = next((k for k in texts if k > headline), first)
    if below >= first or below in credited or weight(texts[below]) < DECK or not _may_head(texts[below]):
        return []
    return [below]


def _may_head(text: str, fewest: int = FEWEST) -> bool:
    """Whether a line may be a headline on a page: no menu, no way to the page, no caption."""
    size = weight(text)
    if not SHORTEST <= size <= LONGEST or not headline_shape(text) or is_caption(text):
        return False
    if any(crumb in text for crumb in CRUMBS) and size < 2 * LONG:
        return False
    return size >= LONG or len(text.split()) >= fewest
