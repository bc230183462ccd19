"""Reading one story: its headline (above or below the body), byline, date, dateline, highlights, and wrapped lines.

The story is read in units: a line, or the lines of one hard-wrapped paragraph. A head is a run of units before the
first paragraph; a tail is a headline, usually printed twice, and bullets after the last one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from clean.document import BODY, Edit, Mark
from clean.news.agencies import is_agency
from clean.news.bylines import names_author, names_role, person, read_byline, read_signed
from clean.news.captions import is_caption
from clean.news.datelines import Dateline, read_alone, read_dateline, read_place
from clean.news.dates import date_line, find_date, heads_date, is_dated, iso_date, page_header, paper_date
from clean.news.headlines import MAX_HEADLINE, bullet, goes_on, headline_shape
from clean.news.labels import read_label
from clean.news.places import CITIES
from clean.news.signoffs import signature, signs
from clean.news.words import WORD, fold, folds_to
from clean.settings import Split
from clean.stages.split.heads import DECK, LABELS
from clean.stages.split.paragraphs import NO_INDENTS, WIDEST, find_broken_words, find_joins
from clean.stages.split.units import CREDIT_SIZE
from clean.story import Story

_ABOVE = 3  # units above a headline: a page header or a date, and two labels
_FOOT = 3  # units that sign a story: its reporter, the agency, initials
_CITY_HEADLINE = 110  # letters: 1 % of headlines have more, and paragraphs without a stop seldom so few
_DECK = 300  # characters of two sentences
_SPEAKER = 40  # characters before the colon of who speaks
_SAID = 5  # paragraphs in which those are named that a story is about
_HEAD = 8  # units: kicker, headline in two, deck, byline, date and a few bullets stand before a body at most
_MIN_FOLDED = 12  # characters: a shorter line that comes again apart from the headline may be a label
_TAIL_SHARE = 0.5  # of a lone tail headline's words stand in its story (median .85 over 4,000 articles; chance: .2)
_TAIL_WORDS = 4


class _Unit(NamedTuple):
    """Lines `first` to `last`, which make one text."""

    first: int
    last: int
    text: str


def read_story(
    lines: list[str],
    marks: bytearray,
    settings: Split,
    indents: Mapping[int, int] = NO_INDENTS,
    width: int = 0,
    places: bool = False,
) -> Story:
    """Fields, marks and edits of one story whose lines these are; marks other than BODY are kept as they come.

    `indents` tells how many blanks stood before a line, `width` where the source is hard-wrapped (0: it is not),
    `places` whether its stories open with a place and a stop.
    """
    story = Story(marks=bytearray(marks))
    units = _units(lines, marks, story, settings, indents, width)
    tail = _read_tail(units, story, settings)
    body = _read_head(units, story, settings, tail)
    _read_foot(units[body : tail if tail >= 0 else None], lines, story, settings)
    if story.headline and "duplicate-headline" not in settings.off:
        _mark_repeats(units[body : tail if tail >= 0 else None], story)
    if "dateline" not in settings.off:
        opening = [unit for unit in units[body : body + _HEAD] if story.marks[unit.first] == BODY]
        _read_opening(opening, lines, story, places)
    return story


def _read_opening(units: list[_Unit], lines: list[str], story: Story, places: bool) -> None:
    """The dateline of the first paragraph, or of the next one where the first is a deck."""
    for place, unit in enumerate(units[:DECK]):
        found = read_dateline(unit.text) or (read_place(unit.text) if places else None)
        if found and found.weak and _is_speaker(unit.text, units[place + 1 :]):
            return
        if found and found.end < len(lines[unit.first]):  # one that runs over the first wrapped line stays where it is
            story.take_dateline(found, unit.first)
        if found or not story.headline or not headline_shape(unit.text):
            break


def _is_speaker(text: str, later: list[_Unit]) -> bool:
    """Whether what stands before a colon speaks, or heads a list: the next paragraph begins like it, or a later one
    with the same.
    """
    labels = [unit.text[:_SPEAKER].partition(":") for unit in later]
    if any(colon and label.isupper() for label, colon, _ in labels[:1]):
        return True
    own = text.partition(":")[0]
    return any(colon and label == own for label, colon, _ in labels)


def _units(
    lines: list[str], marks: bytearray, story: Story, settings: Split, indents: Mapping[int, int], width: int
) -> list[_Unit]:
    """The lines still BODY, the wrapped ones joined (which `story.joins` records)."""
    places = [i for i, mark in enumerate(marks) if mark == BODY]
    if "hard-wrap" not in settings.off and places and len(lines[places[0]]) <= WIDEST:
        story.joins = find_joins(lines, marks, indents, width)
        story.edits.update(find_broken_words(lines, story.joins))
    if not story.joins:
        return _with_dates(list(map(_Unit, places, places, map(lines.__getitem__, places))))
    units: list[_Unit] = []
    for i in places:
        if units and i - 1 in story.joins and units[-1].last == i - 1:
            first, _, text = units[-1]
            units[-1] = _Unit(first, i, text + story.joins[i - 1] + lines[i])
        else:
            units.append(_Unit(i, i, lines[i]))
    return _with_dates(units)


def _with_dates(units: list[_Unit]) -> list[_Unit]:
    """The units, `Published` above the head's date as one with it."""
    for k in reversed(range(min(len(units) - 1, _HEAD))):
        unit, below = units[k], units[k + 1]
        if below.first == unit.last + 1 and heads_date(unit.text) and date_line(below.text)[0]:
            units[k : k + 2] = [_Unit(unit.first, below.last, f"{unit.text} {below.text}")]
    return units


def _mark(unit: _Unit, mark: Mark, story: Story) -> None:
    story.marks[unit.first : unit.last + 1] = bytes([mark]) * (unit.last + 1 - unit.first)


# ------------------------------------------------------------------ above the body


def _read_head(units: list[_Unit], story: Story, settings: Split, tail: int) -> int:
    """Read what stands above the body; the index of the first unit after it."""
    end = min(len(units), _HEAD) if tail < 0 else min(tail, _HEAD)
    top = body = _read_above(units, end, story, settings)
    if not story.headline and end > top + 1 and "headline" not in settings.off and _opens(units[top]):
        body = _take_headline(units, top, end, story)
    headed = fold(story.headline) if story.headline else ""
    while body < end and (body > top or headed) and _read_head_unit(units, body, headed, story, settings):
        body += 1
    if headed and body > top:
        return _read_below_deck(units, body, end, story, settings)
    while not headed and body < end - 1 and _read_credit(units[body], story, settings):
        body += 1
    return body


def _read_above(units: list[_Unit], end: int, story: Story, settings: Split) -> int:
    """Read the sections, alerts, dates and page headers above a headline; the index of the headline's unit."""
    top = labels = 0
    while top < min(end - 2, _ABOVE) and labels <= LABELS:
        labelled = bool(read_label(units[top].text))
        if not labelled and not _is_above(units[top].text):
            break
        top, labels = top + 1, labels + labelled
    if not top or labels > LABELS or not _opens(units[top]):
        return 0
    for unit in units[:top]:
        if label := read_label(unit.text):
            _take_label(unit, label, story, settings)
        else:
            _read_credit(unit, story, settings)
    return top


def _is_above(text: str) -> bool:
    """Whether a line is a date, the header of a newspaper's page with one, a byline, or a caption."""
    return is_dated(text) or bool(read_byline(text)) or is_caption(text)


def _take_label(unit: _Unit, label: str, story: Story, settings: Split) -> None:
    if "section-label" not in settings.off:
        story.metadata.setdefault(label, unit.text)
        _mark(unit, Mark.METADATA, story)
        story.rules.update(dict.fromkeys(range(unit.first, unit.last + 1), "section-label"))


def _opens(unit: _Unit) -> bool:
    """Whether a unit is a headline: it has the shape of one and is no credit and no caption."""
    return headline_shape(unit.text) and not _is_credit(unit.text) and not is_caption(unit.text)


def _is_credit(text: str) -> bool:
    """Whether a line is a byline, a date, or a paragraph with a dateline; `Gaza: Two killed in raid` is a headline."""
    if read_byline(text) or is_dated(text):
        return True
    found = read_dateline(text)
    return bool(found and (found.agency or found.date or len(text) > _CITY_HEADLINE))


def _take_headline(units: list[_Unit], place: int, end: int, story: Story) -> int:
    """Read the headline, which may go on in the next unit; the index of the first unit after it."""
    story.headline = units[place].text
    _mark(units[place], Mark.HEADLINE, story)
    if place + 2 >= end or not _is_second_line(units[place], units[place + 1]):
        return place + 1
    story.headline += f" {units[place + 1].text}"
    _mark(units[place + 1], Mark.HEADLINE, story)
    return place + 2


def _is_second_line(unit: _Unit, later: _Unit) -> bool:
    """Whether a headline goes on in the unit below it."""
    text = later.text
    if later.first != unit.last + 1 or len(unit.text) + len(text) >= MAX_HEADLINE or not goes_on(unit.text, text):
        return False
    return headline_shape(text[0].upper() + text[1:]) and not _is_credit(text)


def _read_below_deck(units: list[_Unit], body: int, end: int, story: Story, settings: Split) -> int:
    """Read the credits below a deck, which stays in the text, and a name without `By`; as `_read_head`."""
    for place in range(body, min(body + DECK, end - 1)):
        if _read_author(units, place, story, settings):
            return _past_credits(units, place + 1, end, story, settings)
        below = units[place + 1]
        # A deck may be a sentence or two where `By` says what the line below it is.
        text = units[place].text
        if not headline_shape(text) and not (len(text) <= _DECK and read_byline(below.text)):
            break
        if _read_credit(below, story, settings):
            return _past_credits(units, place + 2, end, story, settings)
    return body


def _past_credits(units: list[_Unit], place: int, end: int, story: Story, settings: Split) -> int:
    while place < end and _read_credit(units[place], story, settings):
        place += 1
    return place


def _read_author(units: list[_Unit], place: int, story: Story, settings: Split) -> bool:
    """Whether a unit right above a paragraph or a credit names the author without an opening word, once it is read.

    A name that the story goes on to say is that of somebody it is about.
    """
    unit, below = units[place], units[place + 1]
    if story.byline or "byline" in settings.off or not names_author(unit.text):
        return False
    if not names_role(unit.text) and not _is_credit(below.text) and not _lone_dateline(below.text):
        names = set(WORD.findall(person(unit.text).casefold()))
        said = WORD.findall(" ".join(later.text for later in units[place + 1 : place + 1 + _SAID]).casefold())
        if headline_shape(below.text) or read_label(unit.text) or not names.isdisjoint(said):
            return False
    story.byline = unit.text
    _mark(unit, Mark.BYLINE, story)
    return True


def _read_head_unit(units: list[_Unit], place: int, headed: str, story: Story, settings: Split) -> bool:
    """Whether this unit still belongs to the head, once it is read."""
    unit = units[place]
    if "duplicate-headline" not in settings.off and len(unit.text) < 4 * len(headed) and folds_to(unit.text, headed):
        _mark(unit, Mark.DUPLICATE_HEADLINE, story)
        return True
    if _read_credit(unit, story, settings):
        return True
    if "highlight" in settings.off or not bullet(unit.text) or not story.headline or place == 0:
        return False
    if all(bullet(later.text) for later in units[place:]):
        return False  # a list is all there is
    _take_highlight(unit, story)
    return True


def _read_credit(unit: _Unit, story: Story, settings: Split) -> bool:
    """A byline, a date line, or a dateline on a line of its own."""
    text = unit.text
    if len(text) > CREDIT_SIZE:
        return False
    if not story.byline and "byline" not in settings.off and (names := read_byline(text)):
        story.byline = names
        dated = find_date(text)
        story.date = story.date or (iso_date(dated) if dated else "")
        _mark(unit, Mark.BYLINE, story)
        return True
    if not story.byline and not settings.off & {"byline", "date-line"} and (signed := read_signed(text))[0]:
        story.byline, story.date = signed[0], story.date or signed[1]
        _mark(unit, Mark.BYLINE, story)
        return True
    if story.byline and "byline" not in settings.off and names_role(text):  # the second line of a byline
        story.byline = f"{story.byline}, {text}"
        _mark(unit, Mark.BYLINE, story)
        return True
    if "date-line" not in settings.off and (is_dated(text) or paper_date(text)):
        story.date = story.date or date_line(text)[1] or page_header(text) or paper_date(text)
        _mark(unit, Mark.DATE, story)
        return True
    if "dateline" not in settings.off and (found := _lone_dateline(text)):
        story.dateline, story.agency = story.dateline or found.written, story.agency or found.agency
        story.date, story.byline = story.date or found.date, story.byline or found.byline
        _mark(unit, Mark.DATELINE, story)
        return True
    return False


def _lone_dateline(text: str) -> Dateline | None:
    """`LONDON, March 4 (Reuters) -` or `LONDON, March 4 (Reuters)`, `Reuters` or `London` with the story on the next
    line.
    """
    if is_agency(text):
        return Dateline("", text, "", len(text))
    if text.casefold() in CITIES:
        return Dateline(text, "", "", len(text))
    if (alone := read_alone(text)) or len(text) > 60:
        return alone
    if not (found := read_dateline(text + " — X")):
        return None
    return found if found.end > len(text) and (found.agency or found.date or find_date(text)) else None


# ------------------------------------------------------------------ below the body


def _read_tail(units: list[_Unit], story: Story, settings: Split) -> int:
    """Read a headline and bullets below the body; the index of the first unit of the tail, or -1 without one."""
    if "headline" in settings.off:
        return -1
    last = len(units) - 1
    while last > 0 and bullet(units[last].text):
        last -= 1
    if last < 1 or not headline_shape(units[last].text):
        return -1
    head = fold(units[last].text)
    first = last
    while first > 0 and folds_to(units[first - 1].text, head):
        first -= 1
    if first == 0 or (first == last and not _lone_tail(units, last)):
        return -1
    story.headline = units[first].text
    _mark(units[first], Mark.HEADLINE, story)
    if "duplicate-headline" not in settings.off:
        for unit in units[first + 1 : last + 1]:
            _mark(unit, Mark.DUPLICATE_HEADLINE, story)
    if "highlight" not in settings.off:
        for unit in units[last + 1 :]:
            _take_highlight(unit, story)
    return first


def _lone_tail(units: list[_Unit], place: int) -> bool:
    """Whether a headline that stands once below a body is one: the top has none, and the body says its words."""
    if headline_shape(units[0].text):
        return fold(units[0].text) == fold(units[place].text)
    words = set(WORD.findall(units[place].text.casefold()))
    said = set(WORD.findall(" ".join(unit.text for unit in units[:place]).casefold()))
    return len(words) >= _TAIL_WORDS and len(words & said) >= _TAIL_SHARE * len(words)


def _take_highlight(unit: _Unit, story: Story) -> None:
    cut = bullet(unit.text)
    story.highlights.append(unit.text[cut:])
    _mark(unit, Mark.HIGHLIGHT, story)
    story.edits[unit.first] = [Edit(0, cut, "", "highlight"), *story.edits.get(unit.first, [])]


def _read_foot(units: list[_Unit], lines: list[str], story: Story, settings: Split) -> None:
    """Read what signs a story at its end: the agency and initials, which go, a date and a reporter in brackets."""
    for unit in reversed(units[-_FOOT:] if len(units) > _FOOT else units[1:]):
        text = unit.text
        names = read_byline(text) if text.startswith(("(", "（", "[", "［", "〔")) else ""
        if names and not story.byline and "byline" not in settings.off:
            story.byline = names
            _mark(unit, Mark.BYLINE, story)
        elif signs(text) and "wire-sign-off" not in settings.off:
            _mark(unit, Mark.BOILERPLATE, story)
            story.rules.update(dict.fromkeys(range(unit.first, unit.last + 1), "wire-sign-off"))
        elif _is_own_date(unit, units, story, settings):
            story.date = date_line(text)[1] or page_header(text)
            _mark(unit, Mark.DATE, story)
        elif text:
            _cut_signature(unit, lines, story, settings)
            return


def _is_own_date(unit: _Unit, units: list[_Unit], story: Story, settings: Split) -> bool:
    """Whether a unit at the end is the story's date: it has no other, above or within."""
    others = (other.text for other in units if other is not unit)
    return not (story.date or "date-line" in settings.off) and is_dated(unit.text) and not any(map(is_dated, others))


def _cut_signature(unit: _Unit, lines: list[str], story: Story, settings: Split) -> None:
    """Cut the agency off the last sentence: `… cada día. EFE`, `… said. (Reuters)`."""
    line = lines[unit.last]
    if "wire-sign-off" not in settings.off and (cut := signature(line)):
        story.edits[unit.last] = [*story.edits.get(unit.last, []), Edit(cut, len(line), "", "wire-sign-off")]


# ------------------------------------------------------------------ in the body


def _mark_repeats(units: list[_Unit], story: Story) -> None:
    """A headline that comes again within its story is a duplicate wherever it stands."""
    head = fold(story.headline)
    if len(head) < _MIN_FOLDED:
        return
    for unit in [unit for unit in units if len(unit.text) <= 2 * len(story.headline)]:
        if story.marks[unit.first] == BODY and folds_to(unit.text, head):
            _mark(unit, Mark.DUPLICATE_HEADLINE, story)
