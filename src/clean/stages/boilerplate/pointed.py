"""Titles of other stories below what announces them: `Related stories`, and a line each.

Line rules judge a line alone, and such a title looks like the headline of the next story.
"""

from __future__ import annotations

from itertools import islice, takewhile
from typing import NamedTuple

from clean.document import BODY, Document, Mark
from clean.news.bylines import read_byline
from clean.news.datelines import read_dateline
from clean.news.dates import heads_date, is_dated
from clean.news.formulaic.read_more import ANNOUNCING, SUBHEADS
from clean.news.formulaic.shapes import DECORATION, alike
from clean.news.headlines import COLONS, FULL_STOPS, QUOTES, headline_shape
from clean.news.words import topic_words

RULE = "read-more"
MOST = 16  # lines below what announces them: eight titles with their dates. More are a page of headlines
# Letters: a last line that is longer, and longer than the one above, is the deck of that headline. With 50 to 110 the
# same lines go in 500 files of many kinds; with 40 a title is taken for the head of the story below its list.
DECK = 70
# Words of a headline that the first paragraphs below it say: so many do in nine stories of ten (nine sites, 16
# languages), and one title of another story in twenty. Where paragraphs on either side of a label share as many, and
# those above say of a title as many of its words as those below, it is the headline of what stands below in 3 of 100.
TOLD = 2
PARAGRAPHS = 4


class Said(NamedTuple):
    """The words of the paragraphs above a label, and of those below its titles."""

    above: set[str]
    below: set[str]

    def times(self, title: str) -> tuple[int, int]:
        """How many words of a title are said above and below."""
        words = set(topic_words(title))
        return len(words & self.above), len(words & self.below)


def mark_pointed(document: Document) -> None:
    """Have the titles right below a line that announces other stories go as it does, up to a story's own headline. What
    announces nothing but the text below it stays.
    """
    lines, marks = document.lines, document.marks
    for label in [line for line, rule in document.rules.items() if rule == RULE]:
        said = lines[label]
        if _folded(said) in SUBHEADS and _heads_text(lines, marks, label):
            document.put_back([label])
        if _announces(said):
            document.take_out(_pointed(lines, marks, label), RULE)


def _announces(line: str) -> bool:
    return line.rstrip()[-1:] in COLONS or _folded(line) in ANNOUNCING


def _folded(line: str) -> str:
    return alike(line).strip(DECORATION).strip().casefold()


def _heads_text(lines: list[str], marks: bytearray, label: int) -> bool:
    """Whether right below a line, or a blank line below it, stands a sentence."""
    below = label + 1 + (marks[label + 1 : label + 2] == bytes([Mark.BLANK]))
    if below >= len(lines) or marks[below] != BODY:
        return False
    return lines[below].rstrip().rstrip(QUOTES)[-1:] in FULL_STOPS


def _pointed(lines: list[str], marks: bytearray, label: int) -> range:
    """The lines below a label that are titles, dates among them, but for the head of a story that begins there: its
    headline has a paragraph or a byline below it.
    """
    titles = _titles(lines, marks, label)
    if not titles or len(titles) > MOST:
        return range(0)
    last, apart = titles.stop, titles.step > 1
    beyond = range(last, min(last + MOST, len(lines)))  # no further, for a block may end behind it
    following = next((line for line in beyond if marks[line] != Mark.BLANK), None)
    if following is None or marks[following] != BODY or (_is_title(lines[following]) and not apart):
        return titles
    if following > last and len(titles) > 1 and not apart and not read_byline(lines[following]):
        return titles  # no headline stands right below another, and apart from its text
    said = Said(
        _said(lines, marks, range(label - 1, max(-1, label - MOST), -1)),
        _said(lines, marks, range(following, following + MOST)),
    )
    head = _head(lines, titles, said)
    return titles if _goes_on(lines, titles[head:], said, head == 0) else titles[:head]


def _titles(lines: list[str], marks: bytearray, label: int) -> range:
    """The titles below a label, right below one another; a blank line between each two where one stands on either side
    of the label.
    """
    apart = bytes(marks[max(0, label - 1) : label + 3 : 2]) == bytes([Mark.BLANK] * 2)
    step = 1 + apart
    first = label + step
    within = range(first, min(first + step * (MOST + 1), len(lines)), step)
    count = sum(1 for _ in takewhile(lambda line: _is_one(lines, marks, line, apart), within))
    return range(first, first + step * count, step)


def _is_one(lines: list[str], marks: bytearray, line: int, apart: bool) -> bool:
    """Whether a line is a title; one that stands apart is no first line of a wrapped paragraph."""
    if marks[line] != BODY or not _is_title(lines[line]):
        return False
    return not apart or marks[line + 1 : line + 2] in (b"", bytes([Mark.BLANK]))


def _head(lines: list[str], titles: range, said: Said) -> int:
    """Which of the titles begins the head that ends with them: the last one, or the one above its deck, which is longer
    than a headline is or has words above it that are said below and not above.
    """
    head = max((at for at, line in enumerate(titles) if not _is_date(lines[line])), default=0)
    if not head or _is_date(lines[titles[head - 1]]):
        return head
    above, title = lines[titles[head - 1]], lines[titles[head]]
    before, behind = said.times(above)
    return head - (len(title) > max(DECK, len(above)) or behind >= before + TOLD)


def _goes_on(lines: list[str], head: range, said: Said, lone: bool) -> bool:
    """Whether the title of a head, the only one there, is a link within a story, not the headline of the text below it:
    above the label as many of its words are said, and others of what is said below. Below other titles a story may well
    begin, so that there some must be.
    """
    following = head.stop
    if len(head) != 1 or following >= len(lines) or read_byline(lines[following]) or read_dateline(lines[following]):
        return False
    before, behind = said.times(lines[head[0]])
    return len(said.above & said.below) >= TOLD and before >= max(behind, not lone)


def _said(lines: list[str], marks: bytearray, within: range) -> set[str]:
    """The words of the first paragraphs there. What looks like a title has no part in it, whether it goes or stays."""
    told = (line for line in within if line < len(lines) and marks[line] == BODY and not _is_title(lines[line]))
    return {word for line in islice(told, PARAGRAPHS) for word in topic_words(lines[line])}


def _is_title(line: str) -> bool:
    return _is_date(line) or (headline_shape(line.strip()) and not read_byline(line))


def _is_date(line: str) -> bool:
    return is_dated(line.strip()) or heads_date(line.strip())
