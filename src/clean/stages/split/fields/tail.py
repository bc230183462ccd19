"""What stands below a body: a headline with its highlights, and what signs the story."""

from __future__ import annotations

from clean.document import Edit, Mark
from clean.news.bylines import is_foot, names_author, person
from clean.news.headlines import SENTENCE_END, bullet, headline_shape
from clean.news.signoffs import is_desk_code, signature
from clean.news.words import WORD
from clean.settings import Split
from clean.stages.split.fields.parts import Parts
from clean.story import Story

_PARAGRAPH = 60  # letters: below a shorter line a name may be the next of a list
_FOOT = 3  # units that sign a story: its reporter, the agency, initials
_TAIL_SHARE = 0.5  # of a lone tail headline's words stand in its story (median .85 over 4,000 articles; chance: .2)
_TAIL_WORDS = 4


def read_tail(units: Parts, story: Story, settings: Split, usual: bool = False) -> int:
    """Read a headline and bullets below the body; the index of the first unit of the tail, or -1 without one. Where it
    is `usual` that one stands there, it need not show itself.
    """
    if "headline" in settings.off:
        return -1
    last = len(units) - 1
    while last > 0 and bullet(units.text[last]):
        last -= 1
    if last < 1 or not headline_shape(units.text[last]):
        return -1
    first = last
    while first > 0 and units.readers.alike(units.text[first - 1], units.text[last]):
        first -= 1
    if first == 0 or (first == last and not usual and not _lone_tail(units, last)):
        return -1
    story.headline = units.text[first]
    units.mark(first, Mark.HEADLINE, story)
    if "duplicate-headline" not in settings.off:
        for k in range(first + 1, last + 1):
            units.mark(k, Mark.DUPLICATE_HEADLINE, story)
    if "highlight" not in settings.off:
        for k in range(last + 1, len(units)):
            units.take_highlight(k, story)
    return first


def _lone_tail(units: Parts, place: int) -> bool:
    """Whether a headline that stands once below a body is one: the top has none, and the body says its words."""
    if headline_shape(units.text[0]):
        return units.readers.alike(units.text[0], units.text[place])
    words = set(WORD.findall(units.text[place].casefold()))
    said = set(WORD.findall(" ".join(units.text[:place]).casefold()))
    return len(words) >= _TAIL_WORDS and len(words & said) >= _TAIL_SHARE * len(words)


def read_foot(units: Parts, body: range, lines: list[str], story: Story, settings: Split) -> str:
    """Read what signs a story at the end of these units: the agency and initials, which go, a date, and a byline. The
    agency that is named behind the last sentence is given back: that of a dateline goes before it.
    """
    feet = body[-_FOOT:] if len(body) > _FOOT else body[1:]
    for k in reversed(feet):
        text = units.text[k]
        addressed = "@" in text  # below a byline too
        names = units.byline(k)
        names = names if names and is_foot(text) else ""
        names = names or (text if k == body[-1] and not story.byline and _signs_name(units, k, body) else "")
        if names and not story.byline and "byline" not in settings.off:
            story.byline = names
            units.mark(k, Mark.BYLINE, story)
        elif (_signs(units, k) or (names and addressed)) and "wire-sign-off" not in settings.off:
            units.mark(k, Mark.BOILERPLATE, story)
            story.rules.update(dict.fromkeys(units.lines(k), "wire-sign-off"))
        elif _is_own_date(units, k, body, story, settings):
            story.date = units.date(k) or ""
            story.dated = text
            units.mark(k, Mark.DATE, story)
        elif text:
            return _cut_signature(units.last[k], lines, story, settings)
    return _cut_signature(units.last[body[-len(feet) - 1]], lines, story, settings) if body else ""


def _signs(units: Parts, k: int) -> bool:
    """Whether a unit signs the story; the code of a desk does where the line above ends a sentence, for `A12-BC` may be
    a road or a part of a list.
    """
    return units.signs(k) and (not is_desk_code(units.text[k]) or units.text[k - 1][-1:] in SENTENCE_END)


def _signs_name(units: Parts, k: int, body: range) -> bool:
    """Whether a unit below a paragraph is a person's name alone, of whom the story says nothing."""
    text, above = units.text[k], units.text[k - 1]
    if k - 1 not in body or len(above) <= _PARAGRAPH or not names_author(text) or not person(text):
        return False
    names = set(WORD.findall(person(text).casefold()))
    return names.isdisjoint(WORD.findall(" ".join(units.text[body.start : k]).casefold()))


def _is_own_date(units: Parts, k: int, body: range, story: Story, settings: Split) -> bool:
    """Whether a unit at the end is the story's date: it has no other, above or within."""
    if story.date or "date-line" in settings.off or not units.is_dated(k):
        return False
    return not any(units.is_dated(other) for other in body if other != k)


def _cut_signature(line: int, lines: list[str], story: Story, settings: Split) -> str:
    """Cut off what signs the story behind its last sentence: `… cada día. EFE`, `… said. (Reuters)`, `… said. Ends`;
    the agency that it names.
    """
    text = lines[line]
    if not (found := signature(text)) or found.rule in settings.off:
        return ""
    story.edits[line] = [*story.edits.get(line, []), Edit(found.start, len(text), "", found.rule)]
    return found.agency
