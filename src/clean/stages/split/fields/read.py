"""Reading one story: its headline (above or below the body), byline, date, dateline, highlights, and wrapped lines.

The story is read in units: a line, or the lines of one hard-wrapped paragraph. A head is a run of units before the
first paragraph; a tail is a headline, usually printed twice, and bullets after the last one.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice

from clean.document import BODY, Mark
from clean.news.bylines import names_author, names_role, person
from clean.news.credits import PARTICLES
from clean.news.datelines import read_place
from clean.news.datelines_alone import lone_dateline
from clean.news.dates import is_running_head
from clean.news.headlines import MAX_HEADLINE, bullet, goes_on, headline_shape
from clean.news.words import WORD
from clean.patterns import lazy
from clean.settings import Split
from clean.stages.split.block.gates import DATE
from clean.stages.split.block.heads import DECK, LABELS, SENTENCES
from clean.stages.split.block.readers import Hints
from clean.stages.split.fields.credits import is_above, is_credit, read_credit
from clean.stages.split.fields.paragraphs import NO_INDENTS
from clean.stages.split.fields.parts import HEAD, Parts, parts_of
from clean.stages.split.fields.tail import read_foot, read_tail
from clean.story import Story

_ABOVE = 3  # units above a headline: a page header or a date, and two labels
_CLOSER = lazy(r"([^:]{1,39}?)\s?(:|(?<=\s)[-–—]+(?=\s[^a-zà-ÿ]))")  # behind who speaks
_SAID = 5  # paragraphs in which those are named that a story is about
_AGAIN = 4  # times the headline's letters: a line so long that is like it says more than it does
_MIN_FOLDED = 12  # characters: a shorter line that comes again apart from the headline may be a label


def read_story(
    lines: list[str],
    marks: bytearray,
    settings: Split,
    indents: Mapping[int, int] = NO_INDENTS,
    width: int = 0,
    places: bool = False,
    hints: Hints | None = None,
    below: bool = False,
) -> Story:
    """Fields, marks and edits of one story whose lines these are; marks other than BODY are kept as they come.

    `indents` tells how many blanks stood before a line, `width` where the source is hard-wrapped (0: it is not),
    `places` whether its stories open with a place and a stop, `hints` what is known of each line, `below` whether the
    headlines stand below the stories.
    """
    story = Story(marks=bytearray(marks))
    units = parts_of(lines, marks, story, settings, indents, width, hints)
    tail = read_tail(units, story, settings, below)
    body = range(_read_head(units, story, settings, tail), tail if tail >= 0 else len(units))
    agency = read_foot(units, body, lines, story, settings)
    if story.headline and "duplicate-headline" not in settings.off:
        _mark_repeats(units, body, story)
    if "page-furniture" not in settings.off:
        _mark_running_heads(units, body, story)
    if "dateline" not in settings.off:
        _read_opening(units, body.start, lines, story, places)
    story.agency = story.agency or agency
    return story


def _read_opening(units: Parts, body: int, lines: list[str], story: Story, places: bool) -> None:
    """The dateline of the first paragraph, or of the next one where the first is a deck."""
    opening = (k for k in range(body, min(body + HEAD, len(units))) if story.marks[units.first[k]] == BODY)
    for k in islice(opening, DECK):
        text, line = units.text[k], units.first[k]
        found = units.dateline(k) or (read_place(text) if places else None)
        if found and found.weak and _is_speaker(text, [units.text[later] for later in opening]):
            return
        cut = min((edit.start for edit in story.edits.get(line, ())), default=len(lines[line]))
        if found and found.end < cut:  # one that runs over the first wrapped line stays where it is
            story.take_dateline(found, line)
        if found or not story.headline or not headline_shape(text):
            break


def _is_speaker(text: str, later: list[str]) -> bool:
    """Whether what stands before a colon or a dash speaks, or heads a list: the next paragraph begins like it, or a
    later one with the same.
    """
    own, sign = _spoken(text)
    labels = [label if closer == sign else "" for label, closer in map(_spoken, later)]
    return bool(own and labels) and (labels[0].isupper() or own in labels)


def _spoken(text: str) -> tuple[str, str]:
    """What stands before the first colon or dash of a paragraph, and which it is; two empty strings for none."""
    found = _CLOSER.match(text)
    return (found[1], ":" if found[2] == ":" else "-") if found else ("", "")


# ------------------------------------------------------------------ above the body


def _read_head(units: Parts, story: Story, settings: Split, tail: int) -> int:
    """Read what stands above the body; the index of the first unit after it."""
    end = min(len(units), HEAD) if tail < 0 else min(tail, HEAD)
    top = body = _read_above(units, end, story, settings)
    if not story.headline and end > top + 1 and "headline" not in settings.off and _opens(units, top):
        body = _take_headline(units, top, end, story)
    while body < end and (body > top or story.headline) and _read_head_unit(units, body, story, settings):
        body += 1
    if story.headline and body > top:
        return _read_below_deck(units, body, end, story, settings)
    while not story.headline and body < end - 1 and read_credit(units, body, story, settings):
        body += 1
    return body


def _read_above(units: Parts, end: int, story: Story, settings: Split) -> int:
    """Read the sections, alerts, dates and page headers above a headline; the index of the headline's unit."""
    top = labels = 0
    while top < min(end - 2, _ABOVE) and labels <= LABELS:
        labelled = bool(units.label(top))
        if not labelled and not is_above(units, top):
            break
        top, labels = top + 1, labels + labelled
    if not top or labels > LABELS or not _opens(units, top):
        return 0
    for k in range(top):
        if label := units.label(k):
            _take_label(units, k, label, story, settings)
        else:
            read_credit(units, k, story, settings)
    return top


def _take_label(units: Parts, k: int, label: str, story: Story, settings: Split) -> None:
    if "section-label" not in settings.off:
        story.metadata.setdefault(label, units.text[k])
        units.mark(k, Mark.METADATA, story)
        story.rules.update(dict.fromkeys(units.lines(k), "section-label"))


def _opens(units: Parts, k: int) -> bool:
    """Whether a unit is a headline: it has the shape of one and is no credit and no caption. One that holds an address,
    or the name of an account, is where a credit stands below it: `Minister resigns after row with @example`.
    """
    text = units.text[k]
    if "@" in text and k + 1 < len(units) and is_credit(units, k + 1):
        text = text.replace("@", "")
    return headline_shape(text) and not is_credit(units, k) and not units.is_caption(k)


def _take_headline(units: Parts, place: int, end: int, story: Story) -> int:
    """Read the headline, which may go on in the next unit; the index of the first unit after it."""
    story.headline = units.text[place]
    units.mark(place, Mark.HEADLINE, story)
    if place + 2 >= end or not _is_second_line(units, place + 1):
        return place + 1
    story.headline += f" {units.text[place + 1]}"
    units.mark(place + 1, Mark.HEADLINE, story)
    return place + 2


def _is_second_line(units: Parts, k: int) -> bool:
    """Whether the headline above goes on in a unit."""
    above, text = units.text[k - 1], units.text[k]
    if units.first[k] != units.last[k - 1] + 1 or len(above) + len(text) >= MAX_HEADLINE or not goes_on(above, text):
        return False
    if units.readers.alike(text, above):  # printed twice: `Festival battles on` ends like half a headline
        return False
    return headline_shape(text[0].upper() + text[1:]) and not is_credit(units, k)


def _read_below_deck(units: Parts, body: int, end: int, story: Story, settings: Split) -> int:
    """Read the credits below a deck, which stays in the text, and a name without `By`; as `_read_head`."""
    for place in range(body, min(body + DECK, end - 1)):
        if _read_author(units, place, story, settings):
            return _past_credits(units, place + 1, end, story, settings)
        # A deck may be a sentence or two where `By` says what the line below it is.
        text = units.text[place]
        if not headline_shape(text) and not (len(text) <= SENTENCES and units.byline(place + 1)):
            break
        if read_credit(units, place + 1, story, settings):
            return _past_credits(units, place + 2, end, story, settings)
    return body


def _past_credits(units: Parts, place: int, end: int, story: Story, settings: Split) -> int:
    while place < end and read_credit(units, place, story, settings):
        place += 1
    return place


def _read_author(units: Parts, place: int, story: Story, settings: Split) -> bool:
    """Whether a unit right above a paragraph or a credit names the author without an opening word, once it is read.

    A name that the story goes on to say is that of somebody it is about; above a credit only capitals are asked, which
    may be a headline's second line.
    """
    text, below = units.text[place : place + 2]
    if story.byline or "byline" in settings.off or not names_author(text):
        return False
    if not names_role(text):
        names = set(WORD.findall(person(text).casefold())) - PARTICLES
        said = WORD.findall(" ".join(units.text[place + 1 : place + 1 + _SAID]).casefold())
        credited = is_credit(units, place + 1) or lone_dateline(below)
        if not credited and (headline_shape(below) or units.label(place)):
            return False
        if (text.isupper() or not credited) and not names.isdisjoint(said):
            return False
    story.byline = text
    units.mark(place, Mark.BYLINE, story)
    return True


def _read_head_unit(units: Parts, place: int, story: Story, settings: Split) -> bool:
    """Whether this unit still belongs to the head, once it is read."""
    text, head = units.text[place], story.headline
    again = bool(head) and units.readers.alike(text, head) and len(text) < _AGAIN * len(units.readers.fold(head))
    if again and "duplicate-headline" not in settings.off:
        units.mark(place, Mark.DUPLICATE_HEADLINE, story)
        return True
    if read_credit(units, place, story, settings):
        return True
    if "highlight" in settings.off or not bullet(text) or not story.headline or place == 0:
        return False
    if _is_list(units.text[place:]):
        return False
    units.take_highlight(place, story)
    return True


def _is_list(texts: list[str]) -> bool:
    """Whether bullets are most of a text: then they are the story, and no highlights of one."""
    items = sum(len(text) for text in texts if bullet(text))
    return 2 * items > sum(map(len, texts))


# ------------------------------------------------------------------ in the body


def _mark_running_heads(units: Parts, body: range, story: Story) -> None:
    """Have the heads of printed pages go that stand within a story."""
    for k in body:
        if units.may[k] & DATE and story.marks[units.first[k]] == BODY and is_running_head(units.text[k]):
            units.mark(k, Mark.BOILERPLATE, story)
            story.rules.update(dict.fromkeys(units.lines(k), "page-furniture"))


def _mark_repeats(units: Parts, body: range, story: Story) -> None:
    """A headline that comes again within its story is a duplicate wherever it stands."""
    head, longest, alike = story.headline, 2 * len(story.headline), units.readers.alike
    texts = enumerate(units.text[body.start : body.stop], body.start)
    again = [k for k, text in texts if len(text) <= longest and alike(text, head)]
    if not again or len(units.readers.fold(head)) < _MIN_FOLDED:
        return
    for k in again:
        if story.marks[units.first[k]] == BODY:
            units.mark(k, Mark.DUPLICATE_HEADLINE, story)
