"""The head of a document: labelled lines, and lines without a label that are known by where they stand.

Unlabelled lines are held until a line of the head follows them: above the pivot (the date, the length, the publication)
they are headline, publication and so on, below it edition and headline. Lines that none follows are text.
"""

from __future__ import annotations

import re
from itertools import combinations_with_replacement
from typing import TYPE_CHECKING

from clean.document import Mark
from clean.news.bylines import read_byline
from clean.news.calendar import MONTHS, WEEKDAYS
from clean.news.dates import DIGIT, date_line, date_pattern
from clean.news.headlines import headline_shape
from clean.news.layouts.labels import UNKNOWN
from clean.news.layouts.layout import MAX_LINE, Found, Label, matches
from clean.news.words import fold

if TYPE_CHECKING:
    from clean.news.layouts.reading import Reading

_HELD = 8  # lines held above the pivot: section, a headline of two or three lines, byline, credit, publication
_HEADLINE_LINES = 3  # a headline wrapped near 80 columns
# Lines without a label above one such as `Body`, which further down is a word of the story: headline, publication, date
# and some that no pattern knows; more where values (abstracts) run over lines.
_OTHER = {"line": 8, "paragraph": 30, "label": 30}
# "March 18, 2008 Tuesday Late Edition - Final": what follows the date on its line is the edition, if it says so.
_EDITION = re.compile(r"[\s,]*(?P<edition>.{0,60}(?:edition|ausgabe|édition|editie|edici[oó]n).{0,40})", re.IGNORECASE)
_EDITION_WORDS = 4  # "Late City Final Edition"; a headline about an edition has more
_NEWSPAPER = re.compile(
    r"\b(?:Times|Post|News|Herald|Courier|Gazette|Journal|Tribune|Daily|Chronicle|Guardian|Telegraph|Mail|Zeitung|Tagblatt"
    r"|Anzeiger|Monde|Figaro|Presse|Krant|Courant|Dagblad|Periódico|Diario|País|Mundo|Echo|Observer|Press|Star|Sun)\b|\)\Z"
)
_DATED = 120  # characters of a line of a date and an edition
_RIGHTS = 40  # lines of a document in which its copyright line is looked for
_PAPER_WORDS = 6  # of a line that one word shows to be a newspaper's name
_NAME_WORDS, _NAME_SIZE = 8, 80  # words and characters of names
_OTHER_LABEL = Label("")  # one that nothing knows
_MAX_DATE = 90  # the longest date line known, with weekday, time and zone, has some 60 characters
_JOINERS = frozenset("and & de van von der den di da du la le y e et und en of in for".split())


def read_head(page: Reading, top: int, tail: int) -> int:
    """Read the head of lines `[top, tail)`; the first line of the text, or of what has to open it."""
    body = _body_label(page, top, tail)
    stop = tail if body < 0 else body
    held: list[int] = []
    state = _State()
    i = top
    while i < stop:
        text = page.texts[i]
        if not text:
            state.open = state.open if page.layout.values == "label" or _is_due(page, state) else None
        elif state.close and text.endswith(state.close):
            _close(page, i, state)
        elif found := _find(page, text):
            _give(page, held, state)
            held = []
            _take(page, i, found, state)
            state.close = _closing_tag(text[: found.at]) if page.layout.tags else ""
        elif matches(page.layout.furniture, text):
            page.mark(i, Mark.BOILERPLATE)
        elif state.open is not None:
            page.more(i, state.open)
        elif body >= 0 or _may_hold(page, held, state, i):
            held.append(i)
        else:
            return _leave(page, held, state, held[0] if held else i)
        i += 1
    if body >= 0:
        page.head += 1
        _give(page, held, state)
        return body
    return _leave(page, held, state, held[0] if held else stop)


class _State:
    """How far the head has come: `open` is the label's field that goes on (`""` where it is of no field), `close` the
    tag that ends it, `pivoted` and `labelled` what was seen.
    """

    __slots__ = ("close", "labelled", "open", "pivoted")

    def __init__(self) -> None:
        self.open: str | None = None
        self.close = ""
        self.pivoted = self.labelled = False


def _is_due(page: Reading, state: _State) -> bool:
    """Whether the value of a label that stands alone on its line has not come yet."""
    return page.layout.labels_first and bool(state.open) and page.fields.get(state.open or "") == ""


def _body_label(page: Reading, top: int, tail: int) -> int:
    """The line that opens the text by its label; -1 when none does, or when lines above it are text already."""
    other = 0
    for i in range(top, tail if page.layout.labels_body else top):
        text = page.texts[i]
        if not text:
            continue
        found = page.layout.head.find(text, page.bare)
        if found and found.label and found.label.field == "body":
            return i
        if (
            page.layout.labels_first
            and page.layout.values == "line"
            and not (found and found.label)
            and not matches(page.layout.other, text)
        ):
            break
        other += not found
        if other > _OTHER[page.layout.values] or (len(text) > MAX_LINE and page.layout.values == "line"):
            break
    return -1


def _find(page: Reading, text: str) -> Found | None:
    """The head line that a line is; each label stands there once, and so does each field of the unlabelled lines."""
    layout = page.layout
    if found := layout.head.find(text, page.bare):
        told = text[: found.at] if found.label else ""
        fresh = told not in page.labels if told else any(key not in page.fields for key in found.fields)
        page.labels.add(told)
        return found if fresh or not found.fields else None
    if layout.dates and "date" not in page.fields and len(text) <= _DATED:
        if is_date(text) or _vague_date(text):
            return Found({"date": text})
        match = date_pattern(text).match(text)
        if match and (rest := _EDITION.fullmatch(text, match.end())):
            words = rest["edition"].replace(",", " ").split()
            return Found(
                {"date": match[0], "edition": " ".join(word for word in words if word.casefold() not in WEEKDAYS)}
            )
    # Headers of a message have no lines without a label among them, so the first may be one that nothing knows.
    begun = (page.head or (page.started and not layout.above)) and not layout.labels_first
    if layout.head.labels and layout.other and matches(layout.other, text) and begun:
        return Found({}, _OTHER_LABEL)
    return None


def is_date(text: str) -> bool:
    """Whether a line is a date, with or without weekday and time, and nothing else."""
    if len(text) > _MAX_DATE or not DIGIT.search(text):
        return False
    return date_line(" ".join(word for word in text.split() if word.strip(".,").casefold() not in WEEKDAYS))[0]


def _vague_date(text: str) -> bool:
    """`March 2008`: a date without its day."""
    words = [word.strip(".,").casefold() for word in text.split()[:5]]
    years = [word for word in words if re.fullmatch(r"(?:1[89]|20)\d\d", word)]
    rest = [word for word in words if word not in years]
    return len(years) == 1 and 1 <= len(rest) <= 2 and all(word in MONTHS or word in WEEKDAYS for word in rest)


def _take(page: Reading, line: int, found: Found, state: _State) -> None:
    page.head += len(found.fields)
    page.say(line, found)
    state.pivoted = state.pivoted or page.layout.pivot in found.fields
    state.labelled = state.labelled or found.label not in (None, _OTHER_LABEL)
    state.open = found.label.field if found.label and page.layout.values != "line" else None


def _closing_tag(label: str) -> str:
    """The tag that ends the value of this one: `</TITLE>`."""
    name = label.strip().rpartition("<")[2]
    return f"</{name}" if name[-1:] == ">" else ""


def _close(page: Reading, line: int, state: _State) -> None:
    """The line in which the open tag's value ends."""
    if page.texts[line] == state.close or state.open is None:
        page.mark(line, Mark.BOILERPLATE)
    else:
        page.more(line, state.open)
    state.open, state.close = None, ""


def _may_hold(page: Reading, held: list[int], state: _State, line: int) -> bool:
    """Whether a line without a label may still turn out to be of the head."""
    layout = page.layout
    if layout.labels_first:  # a label that nothing knows, between others
        known = bool(held) or (line > 0 and page.layout.head.name(page.texts[line - 1]) != "")
        return known and len(held) < UNKNOWN and bool(page.texts[line - 1]) and matches(layout.other, page.texts[line])
    if state.pivoted:
        names = [name for name in layout.below if name != "edition"]
        due = any(name not in page.fields for name in names)
        return due and not (state.labelled and layout.pivot == "date") and len(held) < _HELD
    if layout.headline_first and held and held[-1] < line - 1:
        return False  # a wire's headline is its first paragraph
    return bool(layout.above) and not state.labelled and len(held) < _HELD


def _give(page: Reading, held: list[int], state: _State) -> None:
    """Give the held lines, which a head line follows, their fields."""
    names = list(page.layout.below if state.pivoted else page.layout.above)
    if not held:
        return
    if not state.pivoted and page.layout.below and page.layout.pivot == "date":
        # No date: the first paragraph is what stands above it, the others what stands below.
        first, *others = _paragraphs(held)
        _assign(page, first, names)
        held, names = [i for lines in others for i in lines], list(page.layout.below)
    if state.pivoted:
        held = _take_edition(page, held)
    names = [name for name in names if name != "edition"]
    _assign(page, held, names)


def _take_edition(page: Reading, held: list[int]) -> list[int]:
    """The lines less the edition: those directly below the date, or one that says so."""
    while held and "edition" in page.layout.below and held[0] > 0:
        if not page.texts[held[0] - 1] and not _is_edition(page.texts[held[0]]):
            break
        page.put(held[0], "edition", page.texts[held[0]])
        held = held[1:]
    return held


def _is_edition(text: str) -> bool:
    return len(text.split()) <= _EDITION_WORDS and _EDITION.fullmatch(text) is not None


def _leave(page: Reading, held: list[int], state: _State, at: int) -> int:
    """Where the text begins when no head line follows the held lines: at the first, unless a headline is still due."""
    if not held or not state.pivoted or "headline" in page.fields or "headline" not in page.layout.below:
        return at
    held = _take_edition(page, held)
    if not held:
        return at + 1
    first = _paragraphs(held)[0]
    last = first[-1] + 1
    alone = last < len(page.texts) and not page.texts[last]
    if not alone or len(first) > _HEADLINE_LINES or not headline_shape(page.texts[first[-1]]):
        return held[0]
    _assign(page, first, ["headline"])
    return last


def _paragraphs(held: list[int]) -> list[list[int]]:
    found: list[list[int]] = []
    for i in held:
        if found and found[-1][-1] == i - 1:
            found[-1].append(i)
        else:
            found.append([i])
    return found


def _assign(page: Reading, held: list[int], names: list[str]) -> None:
    """Share the lines out among the names, in order, so that they fit best; only a headline has several lines."""
    names = [name for name in names if name not in page.fields or name == "headline"]
    if not held:
        return
    if not names or len(held) > _HELD:
        for i in held:
            page.mark(i, Mark.BOILERPLATE)
        return
    shares = [share for share in combinations_with_replacement(names, len(held)) if _single(share)]
    best = max(shares, key=lambda share: _fit_all(page, held, share), default=None)
    if best is None:  # more lines than names, and no headline among them
        best = ("",) * (len(held) - 1) + (names[-1],)
    for name, i in zip(best, held, strict=True):
        if name == "headline" and fold(page.texts[i]) == fold(page.fields.get("headline", "")):
            page.mark(i, Mark.DUPLICATE_HEADLINE)
        elif name == "headline" and "headline" in page.fields:
            page.more(i, "headline")
        else:
            page.put(i, name, page.texts[i])


def _single(share: tuple[str, ...]) -> bool:
    return all(name == "headline" or share.count(name) == 1 for name in share)


def _fit_all(page: Reading, held: list[int], share: tuple[str, ...]) -> int:
    return sum(_fit(page, name, line, place, share) for place, (name, line) in enumerate(zip(share, held, strict=True)))


def _fit(page: Reading, name: str, line: int, place: int, share: tuple[str, ...]) -> int:
    """How well a line fits a name: small whole numbers, chosen so that one clear sign outweighs the order."""
    text = page.texts[line]
    words = len(text.split())
    if name == "headline":
        return 0 if place and share[place - 1] == "headline" else min(words, 4) * 2
    if name == "byline":
        opened = text[:3].casefold() == "by " and words <= _NAME_WORDS
        return 9 if opened or read_byline(text) else 4 if _name_shaped(text) else -9
    if name == "section":
        return (5 if words <= 2 else 3) if words <= 3 else -9
    if name == "publication":
        return 9 if _is_publication(page, text) else 2 if words <= _NAME_WORDS else -9
    return 0


def _is_publication(page: Reading, text: str) -> bool:
    """Whether the line is a newspaper's name: it says so, or the copyright line of the document does."""
    name = text.partition("(")[0].strip().casefold()
    rights = next((line for line in page.texts[:_RIGHTS] if line.startswith(("Copyright", "©"))), "")
    if name and name in rights.casefold():
        return True
    return len(text.split()) <= _PAPER_WORDS and bool(_NEWSPAPER.search(text))


def _name_shaped(text: str) -> bool:
    words = text.replace(",", " ").split()
    if not 1 <= len(words) <= _NAME_WORDS or len(text) > _NAME_SIZE or any(char.isdigit() for char in text):
        return False
    return all(word[0].isupper() or word in _JOINERS for word in words) and headline_shape(text)
