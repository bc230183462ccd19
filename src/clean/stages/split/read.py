"""Reading one story: its headline (above or below the body), byline, date, dateline, highlights, and wrapped lines.

The story is read in units: a line, or the lines of one hard-wrapped paragraph. A head is a run of units before the
first paragraph; a tail is a headline, usually printed twice, and bullets after the last one.
"""

from __future__ import annotations

from collections.abc import Mapping

from clean.document import BODY, Mark
from clean.news.bylines import names_author, names_role, person
from clean.news.datelines import read_place
from clean.news.headlines import MAX_HEADLINE, bullet, goes_on, headline_shape
from clean.news.words import WORD, fold, folds_to
from clean.settings import Split
from clean.stages.split.below import read_foot, read_tail
from clean.stages.split.credits import is_above, is_credit, lone_dateline, read_credit
from clean.stages.split.heads import DECK, LABELS
from clean.stages.split.paragraphs import NO_INDENTS
from clean.stages.split.parts import HEAD, Part, mark_part, parts_of, take_highlight
from clean.story import Story

_ABOVE = 3  # units above a headline: a page header or a date, and two labels
_DECK = 300  # characters of two sentences
_SPEAKER = 40  # characters before the colon of who speaks
_SAID = 5  # paragraphs in which those are named that a story is about
_MIN_FOLDED = 12  # characters: a shorter line that comes again apart from the headline may be a label


def read_story(
    lines: list[str],
    marks: bytearray,
    settings: Split,
    indents: Mapping[int, int] = NO_INDENTS,
    width: int = 0,
    places: bool = False,
    hints: bytes | None = None,
) -> Story:
    """Fields, marks and edits of one story whose lines these are; marks other than BODY are kept as they come.

    `indents` tells how many blanks stood before a line, `width` where the source is hard-wrapped (0: it is not),
    `places` whether its stories open with a place and a stop, `hints` what each line may be (flags of `gates.py`).
    """
    story = Story(marks=bytearray(marks))
    units = parts_of(lines, marks, story, settings, indents, width, hints)
    tail = read_tail(units, story, settings)
    body = _read_head(units, story, settings, tail)
    read_foot(units[body : tail if tail >= 0 else None], lines, story, settings)
    if story.headline and "duplicate-headline" not in settings.off:
        _mark_repeats(units[body : tail if tail >= 0 else None], story)
    if "dateline" not in settings.off:
        opening = [unit for unit in units[body : body + HEAD] if story.marks[unit.first] == BODY]
        _read_opening(opening, lines, story, places)
    return story


def _read_opening(units: list[Part], lines: list[str], story: Story, places: bool) -> None:
    """The dateline of the first paragraph, or of the next one where the first is a deck."""
    for place, unit in enumerate(units[:DECK]):
        found = unit.dateline() or (read_place(unit.text) if places else None)
        if found and found.weak and _is_speaker(unit.text, units[place + 1 :]):
            return
        if found and found.end < len(lines[unit.first]):  # one that runs over the first wrapped line stays where it is
            story.take_dateline(found, unit.first)
        if found or not story.headline or not headline_shape(unit.text):
            break


def _is_speaker(text: str, later: list[Part]) -> bool:
    """Whether what stands before a colon speaks, or heads a list: the next paragraph begins like it, or a later one
    with the same.
    """
    labels = [unit.text[:_SPEAKER].partition(":") for unit in later]
    if any(colon and label.isupper() for label, colon, _ in labels[:1]):
        return True
    own = text.partition(":")[0]
    return any(colon and label == own for label, colon, _ in labels)


# ------------------------------------------------------------------ above the body


def _read_head(units: list[Part], story: Story, settings: Split, tail: int) -> int:
    """Read what stands above the body; the index of the first unit after it."""
    end = min(len(units), HEAD) if tail < 0 else min(tail, HEAD)
    top = body = _read_above(units, end, story, settings)
    if not story.headline and end > top + 1 and "headline" not in settings.off and _opens(units[top]):
        body = _take_headline(units, top, end, story)
    headed = fold(story.headline) if story.headline else ""
    while body < end and (body > top or headed) and _read_head_unit(units, body, headed, story, settings):
        body += 1
    if headed and body > top:
        return _read_below_deck(units, body, end, story, settings)
    while not headed and body < end - 1 and read_credit(units[body], story, settings):
        body += 1
    return body


def _read_above(units: list[Part], end: int, story: Story, settings: Split) -> int:
    """Read the sections, alerts, dates and page headers above a headline; the index of the headline's unit."""
    top = labels = 0
    while top < min(end - 2, _ABOVE) and labels <= LABELS:
        labelled = bool(units[top].label())
        if not labelled and not is_above(units[top]):
            break
        top, labels = top + 1, labels + labelled
    if not top or labels > LABELS or not _opens(units[top]):
        return 0
    for unit in units[:top]:
        if label := unit.label():
            _take_label(unit, label, story, settings)
        else:
            read_credit(unit, story, settings)
    return top


def _take_label(unit: Part, label: str, story: Story, settings: Split) -> None:
    if "section-label" not in settings.off:
        story.metadata.setdefault(label, unit.text)
        mark_part(unit, Mark.METADATA, story)
        story.rules.update(dict.fromkeys(range(unit.first, unit.last + 1), "section-label"))


def _opens(unit: Part) -> bool:
    """Whether a unit is a headline: it has the shape of one and is no credit and no caption."""
    return headline_shape(unit.text) and not is_credit(unit) and not unit.is_caption()


def _take_headline(units: list[Part], place: int, end: int, story: Story) -> int:
    """Read the headline, which may go on in the next unit; the index of the first unit after it."""
    story.headline = units[place].text
    mark_part(units[place], Mark.HEADLINE, story)
    if place + 2 >= end or not _is_second_line(units[place], units[place + 1]):
        return place + 1
    story.headline += f" {units[place + 1].text}"
    mark_part(units[place + 1], Mark.HEADLINE, story)
    return place + 2


def _is_second_line(unit: Part, later: Part) -> bool:
    """Whether a headline goes on in the unit below it."""
    text = later.text
    if later.first != unit.last + 1 or len(unit.text) + len(text) >= MAX_HEADLINE or not goes_on(unit.text, text):
        return False
    if folds_to(text, fold(unit.text)):  # printed twice: `Festival battles on` ends like half a headline
        return False
    return headline_shape(text[0].upper() + text[1:]) and not is_credit(later)


def _read_below_deck(units: list[Part], body: int, end: int, story: Story, settings: Split) -> int:
    """Read the credits below a deck, which stays in the text, and a name without `By`; as `_read_head`."""
    for place in range(body, min(body + DECK, end - 1)):
        if _read_author(units, place, story, settings):
            return _past_credits(units, place + 1, end, story, settings)
        below = units[place + 1]
        # A deck may be a sentence or two where `By` says what the line below it is.
        text = units[place].text
        if not headline_shape(text) and not (len(text) <= _DECK and below.byline()):
            break
        if read_credit(below, story, settings):
            return _past_credits(units, place + 2, end, story, settings)
    return body


def _past_credits(units: list[Part], place: int, end: int, story: Story, settings: Split) -> int:
    while place < end and read_credit(units[place], story, settings):
        place += 1
    return place


def _read_author(units: list[Part], place: int, story: Story, settings: Split) -> bool:
    """Whether a unit right above a paragraph or a credit names the author without an opening word, once it is read.

    A name that the story goes on to say is that of somebody it is about.
    """
    unit, below = units[place], units[place + 1]
    if story.byline or "byline" in settings.off or not names_author(unit.text):
        return False
    if not names_role(unit.text) and not is_credit(below) and not lone_dateline(below.text):
        names = set(WORD.findall(person(unit.text).casefold()))
        said = WORD.findall(" ".join(later.text for later in units[place + 1 : place + 1 + _SAID]).casefold())
        if headline_shape(below.text) or unit.label() or not names.isdisjoint(said):
            return False
    story.byline = unit.text
    mark_part(unit, Mark.BYLINE, story)
    return True


def _read_head_unit(units: list[Part], place: int, headed: str, story: Story, settings: Split) -> bool:
    """Whether this unit still belongs to the head, once it is read."""
    unit = units[place]
    if "duplicate-headline" not in settings.off and len(unit.text) < 4 * len(headed) and folds_to(unit.text, headed):
        mark_part(unit, Mark.DUPLICATE_HEADLINE, story)
        return True
    if read_credit(unit, story, settings):
        return True
    if "highlight" in settings.off or not bullet(unit.text) or not story.headline or place == 0:
        return False
    if all(bullet(later.text) for later in units[place:]):
        return False  # a list is all there is
    take_highlight(unit, story)
    return True


# ------------------------------------------------------------------ in the body


def _mark_repeats(units: list[Part], story: Story) -> None:
    """A headline that comes again within its story is a duplicate wherever it stands."""
    head = fold(story.headline)
    if len(head) < _MIN_FOLDED:
        return
    for unit in [unit for unit in units if len(unit.text) <= 2 * len(story.headline)]:
        if story.marks[unit.first] == BODY and folds_to(unit.text, head):
            mark_part(unit, Mark.DUPLICATE_HEADLINE, story)
