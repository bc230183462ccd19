"""Signs around headlines and credits, as Markdown and wikis have them: the signs go, what they set off stays.

`# Headline`, `=== Headline ===`, `**Headline**`, `*By Jane Sample*`. A source sets all its headlines off in one way, if
at all: in that of its first lines, or of the highest rank that recurs. Headings of a lower rank stay as they are, for
they are subheads.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from clean.document import BODY, Edit, apply
from clean.news.bylines import read_byline
from clean.news.dates import read_date
from clean.news.markup import LONGEST, NONE, RANKS, SIGNS, read_setting
from clean.patterns import lazy

if TYPE_CHECKING:
    from clean.document import Document
    from clean.settings import Split

RULE = "markup"
_EMPHASIS = lazy(r"\*{1,3}|(?<!\w)_{1,3}(?=\w)|(?<=\w)_{1,3}(?!\w)")
_CREDIT = 120  # characters: bylines and dates are shorter
_RANKED = "#="  # more of them are of a lower rank
# Points, of which 100 are a factor e of odds. Of 121 stories whose subheads have the rank of headlines, 300 made 148
# and 100 121. Where subheads have a rank of their own, or headings the highest, which a page has but once, 300 found 13
# more of 202 stories and cut none in two.
_LIKELY, _SURE = 100, 300
_ABOVE = 2  # lines of text above a headline: a section, a date
_REACH = 8  # lines, with blank ones, in which they stand
_TOP = 3  # lines of text in which the first heading stands: a section or a date may be above it


class Markup(NamedTuple):
    """The signs that set off the headlines of a source, and the points by which a story is more likely to begin at one
    than at a line without; 0 where they do not recur.
    """

    signs: str = ""
    points: int = 0

    def heads(self, signs: str) -> bool:
        """Whether what these signs set off is of the rank of headlines, or higher."""
        if not signs or signs[0] != self.signs[0]:
            return False
        return len(signs) <= len(self.signs) if signs[0] in _RANKED else signs == self.signs


UNMARKED = Markup()


def find_markup(lines: Sequence[str], marks: Sequence[int], settings: Split) -> Markup:
    """How the headlines of a source are set off, by its first lines; UNMARKED where they are not."""
    if RULE in settings.off:
        return UNMARKED
    texts = (line for line, mark in zip(lines, marks, strict=True) if mark == BODY and line)
    top = list(map(_heading_signs, islice(texts, _TOP)))
    first = next(filter(None, top), "")
    if not first:
        return UNMARKED
    found = Counter([*top, *map(_heading_signs, texts)])
    ranks = [first[0] * rank for rank in range(1, RANKS + 1) if found[first[0] * rank] > 1]
    signs = first if found[first] > 1 or not ranks else ranks[0]
    if not ranks:
        return Markup(signs)
    lower = any(signs[0] in _RANKED and found[signs[0] * rank] for rank in range(len(signs) + 1, RANKS + 1))
    return Markup(signs, _SURE if lower or signs == "#" else _LIKELY)


def _heading_signs(line: str) -> str:
    signs = read_setting(line).signs
    return signs if signs.startswith("#") or len(signs) > 1 else ""


def strip_markup(document: Document, markup: Markup) -> None:
    """Take off the signs of headings that may be headlines, and of credits, where those of a source are set off.

    A heading of a lower rank than headlines is a subhead.
    """
    if not markup.signs:
        return
    for i, line in enumerate(document.lines):
        found = read_setting(line) if line[:1] in SIGNS and document.marks[i] == BODY else NONE
        if found.signs and markup.heads(found.signs):
            edits = Edit(0, found.start, "", RULE), Edit(found.end, len(line), "", RULE)
            document.change(i, [edit for edit in edits if edit.start < edit.end])
        elif len(line) <= _CREDIT and ("*" in line or "_" in line) and document.marks[i] == BODY:
            document.change(i, _without_emphasis(line))


def confirmed(markup: Markup, document: Document, starts: Sequence[int]) -> Markup:
    """The markup as far as it sets off headlines: not where it sets off sections, and most stories begin elsewhere.

    `starts` are the lines of the document at which stories begin by all else that is known.
    """
    most = 2 * sum(may_begin(document, line, markup) for line in starts) >= len(starts)
    return markup if most else markup._replace(points=0)


def may_begin(document: Document, line: int, markup: Markup) -> bool:
    """Whether a story may begin at a line of a source whose headlines are set off: at one, or right above one."""
    signs = read_setting(document.lines[line]).signs
    if signs and signs[0] == markup.signs[0]:  # of a lower rank: headings that may be headlines have lost theirs
        return False
    above = 0
    for i in range(line, min(line + _REACH, len(document))):
        text = document.lines[i]
        if not text or document.marks[i] != BODY:
            continue
        if i in document.originals and markup.heads(read_setting(document.originals[i].strip()).signs):
            return True
        above += 1
        if above > _ABOVE or len(text) > LONGEST:
            break
    return False


def _without_emphasis(line: str) -> list[Edit]:
    """The edits that take the signs of emphasis off a byline or date; none for another line."""
    edits = [Edit(sign.start(), sign.end(), "", RULE) for sign in _EMPHASIS.finditer(line)]
    text = apply(line, edits)
    return edits if edits and (read_byline(text) or read_date(text) is not None) else []
