"""Whether a source is web pages: told of all its lines, before it is cut, for a menu and a caption look like stories.

Pages of one template follow one another with the same first lines, or the same last one. A source that is one page has
all the signs of a page outside one story.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from itertools import islice, pairwise
from operator import itemgetter
from typing import NamedTuple

from clean.document import BODY, Document, Mark
from clean.settings import Boilerplate
from clean.stages.boilerplate.page import RULE, SIGNS, any_menu, read_page

OPENING = 2  # lines that all pages of a template begin with: one alone may be a label that recurs
# Of 82 pages saved as text that are known as pages 65 hold so much in one story; two pages in a row seldom do.
SHARE = 75  # per cent of the sentences
SMALL = 200  # characters of what goes that may be comments or a notice, however short the story
_BETWEEN = 5  # lines of content between two copyright lines: fewer are a footer of its own
NEAR = 64  # lines between two lines of content at most: within the context of a block


class Template(NamedTuple):
    """What each page of a source begins with, line by line and folded, or else what each ends with; nothing where the
    source is one page.
    """

    opening: tuple[str, ...] = ()
    closing: str = ""

    def starts(self, lines: list[str], first: int = 0, last: int | None = None) -> list[int]:
        """The lines in `[first, last)` at which a page starts; NEAR lines on either side are looked at."""
        last = len(lines) if last is None else last
        if not (self.opening or self.closing):
            return []
        if self.closing:
            held = [i for i in range(max(0, first - NEAR), last) if lines[i].strip()]
            found = [i for above, i in pairwise(held) if _folds_to(lines[above], self.closing) and i - above < NEAR]
            return [i for i in found if i >= first]
        return [i for i in range(first, last) if _folds_to(lines[i], self.opening[0]) and self._opens(lines, i)]

    def _opens(self, lines: list[str], place: int) -> bool:
        held = (line for line in lines[place : place + NEAR] if line.strip())
        return tuple(map(_fold, islice(held, len(self.opening)))) == self.opening


def find_template(head: Document, settings: Boilerplate) -> Template | None:
    """The template of a source of several pages by its first lines, after the line rules; None for others."""
    lines, rules = head.lines, head.rules
    if RULE in settings.off or SIGNS.isdisjoint(rules.values()) or not any_menu(lines, settings):
        return None
    ruled = sorted(rules.items())
    for template in _templates(lines, rules):
        spans = list(pairwise(sorted({0, *template.starts(lines), len(lines)})))
        others = (span for span in spans if not _is_page(head, ruled, span, settings))
        least = (len(spans) + 1) // 2  # others, by which most are no pages: no more are looked for
        if len(spans) > 1 and len(list(islice(others, least))) < least:
            return template
    return None


def story_of_page(source: Document, settings: Boilerplate) -> bytearray | None:
    """The marks of a source's lines with all but its story taken out, where nearly all it says is that story of a
    page; else None.
    """
    if _ends_often(source):
        return None
    page = read_page(source, settings, headline=True)
    if page is None or (page.share < SHARE and page.lost >= SMALL):
        return None
    marks = bytearray(source.marks)
    for line in page.gone:
        marks[line] = Mark.BOILERPLATE
    return marks


def _ends_often(source: Document) -> bool:
    """Whether one copyright line stands below several texts: a page has it once, or twice at its end."""
    lines, last = source.lines, dict[str, int]()
    for i, rule in sorted(source.rules.items()):
        if rule == "copyright-line":
            above = last.setdefault(_fold(lines[i]), i)
            if source.marks.count(BODY, above, i) >= _BETWEEN:
                return True
            last[_fold(lines[i])] = i
    return False


def _templates(lines: list[str], rules: dict[int, str]) -> list[Template]:
    """What the pages may have in common: the source's first lines, the copyright line that comes most often."""
    opening = tuple(_fold(line) for line in lines[:NEAR] if line.strip())[:OPENING]
    found = [Template(opening=opening)] if len(opening) == OPENING else []
    rights = Counter(_fold(lines[i]) for i, rule in sorted(rules.items()) if rule == "copyright-line")
    return found + [Template(closing=line) for line, count in rights.most_common(1) if count > 1]


def _is_page(head: Document, ruled: list[tuple[int, str]], bounds: tuple[int, int], settings: Boilerplate) -> bool:
    """Whether lines `[first, last)` are a page; `ruled` are the formulaic ones of all, in order."""
    first, last = bounds
    low, high = (bisect_left(ruled, bound, key=itemgetter(0)) for bound in bounds)
    own = {i - first: rule for i, rule in ruled[low:high]}
    part = Document(head.lines[first:last], [], marks=head.marks[first:last], rules=own)
    return read_page(part, settings, headline=True) is not None


def _folds_to(line: str, folded: str) -> bool:
    """Whether a line folds to this; most do not begin like it, and are not folded."""
    first = line.lstrip()[:1]
    return first.casefold() == folded[: len(first.casefold())] and _fold(line) == folded


def _fold(line: str) -> str:
    return " ".join(line.casefold().split())
