"""Credits on lines of their own: bylines, dates, datelines, and what is read of them."""

from __future__ import annotations

from clean.document import Mark
from clean.news.bylines import names_role, read_signed
from clean.news.calendar import WEEKDAYS
from clean.news.datelines_alone import lone_dateline
from clean.news.dates import find_date, iso_date, paper_date
from clean.settings import Split
from clean.stages.split.block.gates import DATE
from clean.stages.split.block.units import CREDIT_SIZE
from clean.stages.split.fields.parts import Parts
from clean.story import Story

_DAYS = WEEKDAYS | {""}  # what may stand before a day and month
_CITY_HEADLINE = 110  # letters: 1 % of headlines have more, and paragraphs without a stop seldom so few


def is_above(units: Parts, k: int) -> bool:
    """Whether a unit is a date, the header of a newspaper's page with one, a byline, or a caption."""
    return units.is_dated(k) or bool(units.byline(k)) or units.is_caption(k)


def is_credit(units: Parts, k: int) -> bool:
    """Whether a unit is a byline, a date, or a paragraph with a dateline; `Gaza: Two killed in raid` is a headline."""
    if units.byline(k) or units.is_dated(k):
        return True
    found = units.dateline(k)
    return bool(found and (found.agency or found.date or len(units.text[k]) > _CITY_HEADLINE))


def read_credit(units: Parts, k: int, story: Story, settings: Split) -> bool:
    """A byline, a date line, or a dateline on a line of its own."""
    text = units.text[k]
    if len(text) > CREDIT_SIZE:
        return False
    if not story.byline and "byline" not in settings.off and (names := units.byline(k)):
        story.byline = names
        day = find_date(text)
        story.date = story.date or (iso_date(day) if day else "")
        story.dated = story.dated or (text if day else "")
        units.mark(k, Mark.BYLINE, story)
        return True
    dated = units.may[k] & DATE > 0
    if dated and not story.byline and not settings.off & {"byline", "date-line"} and (signed := read_signed(text))[0]:
        story.byline, story.date = signed[0], story.date or signed[1]
        units.mark(k, Mark.BYLINE, story)
        return True
    if story.byline and "byline" not in settings.off and names_role(text):  # the second line of a byline
        story.byline = f"{story.byline}, {text}"
        units.mark(k, Mark.BYLINE, story)
        return True
    if dated and "date-line" not in settings.off and (_is_own_day(units, k) or paper_date(text)):
        story.date = story.date or units.date(k) or paper_date(text)
        story.dated = story.dated or text
        units.mark(k, Mark.DATE, story)
        return True
    if "dateline" not in settings.off and (found := lone_dateline(text)):
        story.dateline, story.agency = story.dateline or found.written, story.agency or found.agency
        story.date, story.byline = story.date or found.date, story.byline or found.byline
        units.mark(k, Mark.DATELINE, story)
        return True
    return False


def _is_own_day(units: Parts, k: int) -> bool:
    """Whether a date is that of the story: one without a year, where others stand below, heads the entries of a day, as
    in a log.
    """
    if not _is_day(units, k):
        return units.is_dated(k)
    later = (other for other in range(k + 2, len(units)) if not units.is_dated(other - 1))
    return not any(_is_day(units, other) and units.text[other] != units.text[k] for other in later)


def _is_day(units: Parts, k: int) -> bool:
    """Whether a unit is a day and month alone, or with the day of the week before; no year, as in `04/03/2020`."""
    found = find_date(units.text[k]) if units.date(k) == "" else None
    if found is None or found[0][-4:].isdigit():
        return False
    return units.text[k][: found.start()].casefold().strip(" ,.") in _DAYS
