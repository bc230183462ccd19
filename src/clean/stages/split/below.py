"""What stands below a body: a headline with its highlights, and what signs the story."""

from __future__ import annotations

from clean.document import Edit, Mark
from clean.news.dates import date_line, page_header
from clean.news.headlines import bullet, headline_shape
from clean.news.signoffs import signature
from clean.news.words import WORD, fold, folds_to
from clean.settings import Split
from clean.stages.split.parts import Part, mark_part, take_highlight
from clean.story import Story

_FOOT = 3  # units that sign a story: its reporter, the agency, initials
_OPEN = ("(", "（", "[", "［", "〔")
_TAIL_SHARE = 0.5  # of a lone tail headline's words stand in its story (median .85 over 4,000 articles; chance: .2)
_TAIL_WORDS = 4


def read_tail(units: list[Part], story: Story, settings: Split) -> int:
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
    mark_part(units[first], Mark.HEADLINE, story)
    if "duplicate-headline" not in settings.off:
        for unit in units[first + 1 : last + 1]:
            mark_part(unit, Mark.DUPLICATE_HEADLINE, story)
    if "highlight" not in settings.off:
        for unit in units[last + 1 :]:
            take_highlight(unit, story)
    return first


def _lone_tail(units: list[Part], place: int) -> bool:
    """Whether a headline that stands once below a body is one: the top has none, and the body says its words."""
    if headline_shape(units[0].text):
        return fold(units[0].text) == fold(units[place].text)
    words = set(WORD.findall(units[place].text.casefold()))
    said = set(WORD.findall(" ".join(unit.text for unit in units[:place]).casefold()))
    return len(words) >= _TAIL_WORDS and len(words & said) >= _TAIL_SHARE * len(words)


def read_foot(units: list[Part], lines: list[str], story: Story, settings: Split) -> None:
    """Read what signs a story at its end: the agency and initials, which go, a date, and a reporter in brackets,
    with a label (`Author: Jane Example`) or an address.
    """
    for unit in reversed(units[-_FOOT:] if len(units) > _FOOT else units[1:]):
        text = unit.text
        addressed = "@" in text  # as Korean reporters sign, below a byline too
        names = unit.byline() if addressed or text.startswith(_OPEN) or ":" in text or "：" in text else ""
        if names and not story.byline and "byline" not in settings.off:
            story.byline = names
            mark_part(unit, Mark.BYLINE, story)
        elif (unit.signs() or (names and addressed)) and "wire-sign-off" not in settings.off:
            mark_part(unit, Mark.BOILERPLATE, story)
            story.rules.update(dict.fromkeys(range(unit.first, unit.last + 1), "wire-sign-off"))
        elif _is_own_date(unit, units, story, settings):
            story.date = date_line(text)[1] or page_header(text)
            story.dated = text
            mark_part(unit, Mark.DATE, story)
        elif text:
            _cut_signature(unit, lines, story, settings)
            return


def _is_own_date(unit: Part, units: list[Part], story: Story, settings: Split) -> bool:
    """Whether a unit at the end is the story's date: it has no other, above or within."""
    if story.date or "date-line" in settings.off or not unit.is_dated():
        return False
    return not any(other.is_dated() for other in units if other is not unit)


def _cut_signature(unit: Part, lines: list[str], story: Story, settings: Split) -> None:
    """Cut the agency off the last sentence: `… cada día. EFE`, `… said. (Reuters)`."""
    line = lines[unit.last]
    if "wire-sign-off" not in settings.off and (cut := signature(line)):
        story.edits[unit.last] = [*story.edits.get(unit.last, []), Edit(cut, len(line), "", "wire-sign-off")]
