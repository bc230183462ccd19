"""Units of a block of lines, as columns: a paragraph each, and what its first and last characters say.

A unit is a line of content, or the lines of one hard-wrapped paragraph. What only few units are asked (is it a byline,
which words does it hold) is found when it is asked and kept.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import compress

import numpy as np
from numpy.typing import NDArray

from clean.document import BODY, Mark
from clean.news.dateline import Dateline
from clean.news.datelines_alone import timed_dateline
from clean.news.dates import heads_date
from clean.news.headlines import QUOTES, SENTENCE_END, UNSTOPPED, bullet, is_addressed, may_stop
from clean.news.labels import LONGEST, read_label
from clean.news.markup import is_subhead
from clean.news.notes import is_note
from clean.news.signoffs import LONGEST as SIGNED
from clean.news.signoffs import signature, signs
from clean.news.words import topic_words
from clean.news.wrap import runs_on, unwrapped
from clean.patterns import lazy
from clean.stages.split.block import gates
from clean.stages.split.block.joined import PADDING, PARTING, Joined, Text
from clean.stages.split.block.packed import among, pack
from clean.stages.split.block.readers import Hints, Readers

# Kana, Chinese and later: a character says two to three letters' worth (a Japanese headline has 23, an English one 60).
EAST = "\u2e80"
HANGUL = "\uac00"  # and later: Korean has blanks, and endings where Chinese has none
LONGEST_LIGHT = 200  # letters: no headline, byline or label is longer
# Letters of a headline where no stop tells one from a paragraph: few Thai headlines are longer, few of its paragraphs
# shorter. Of 13 stories written for it .96, .95, .93 and .85 of the boundaries were found with 75, 100, 120 and 140; it
# is more than the best of these because headlines of real papers are longer than theirs.
LONGEST_UNSTOPPED = 110
_TOLD_BY = 20  # characters that tell the script
LONGEST_PLACE = 80  # bytes of a dateline on a line of its own, which ends in one of the signs that close one
PLACE_END = "-–—/)）.:।"
CREDIT_SIZE = 110  # letters: bylines and date lines are shorter
SHORTEST_TOLD = 60  # letters: a paragraph with a dateline has more
FOLDED_SIZE = 300  # letters up to which units are compared, as they are folded: case and quotes may differ
# Letters up to which a line that ends in a quote, question or exclamation mark or an ellipsis may be a headline.
_SHORT = 90
NOTES = 4  # lines running: remarks, results, who refereed
NEAR = 2  # lines from one of them to the next
_SPEECH_END = (*"?!？！؟」)）]］】…", *QUOTES, "..")  # two dots and three are an ellipsis
# A whole sentence with its full stop within quotes (in French a blank parts them), or before a sign-off in brackets:
# `alive. (PNA)`.
_BRACKETED = 50  # letters: a full stop, brackets, and what they hold
_ENDED = lazy(r"""(?<!\.)[.。۔।](?:\s?["”’'»“‘«」』)）\]]+|\s?[(（\[][^()（）\[\]]{2,40}[)）\]])$""")


class Units:
    """Content of a block as columns; unit k is lines `first[k]` to `last[k]`, `light[k]` whether it may be a headline,
    `may[k]` what it may be (flags of `gates.py`); `packed` are their texts, `opening` and `closing` their first and
    last characters. In a few of them begins somewhere what stands below the story (`closings`, which `Columns` finds).

    Light units are short and end in no full stop. Compiled code finds sharper flags, and the same kinds. `arrays` are
    `first`, `last`, `size` and `light` again. Of several sources (`Units.of`), the units of each are `runs[s]`, and
    those between them have no letters; `source` is the number of each unit's source, and of the PADDING behind them.
    """

    __slots__ = (
        "_kinds",
        "_words",
        "arrays",
        "closing",
        "closings",
        "compiled",
        "first",
        "joined",
        "last",
        "light",
        "lines",
        "marks",
        "may",
        "opening",
        "packed",
        "readers",
        "runs",
        "signatures",
        "size",
        "source",
        "text",
    )

    def __init__(
        self, lines: list[str], marks: bytearray, width: int, compiled: bool = False, readers: Readers | None = None
    ) -> None:
        self.read(Joined.of([Text(lines, marks, width)]), compiled, readers or Readers())

    @classmethod
    def of(cls, joined: Joined, compiled: bool = False, readers: Readers | None = None) -> Units:
        """The units of several sources."""
        units = cls.__new__(cls)
        units.read(joined, compiled, readers or Readers())
        return units

    def read(self, joined: Joined, compiled: bool, readers: Readers) -> None:
        """Fill the columns."""
        self.joined, self.lines, self.marks = joined, joined.lines, joined.marks
        self.compiled, self.readers = compiled, readers
        self.first, self.text = _content(joined)
        self.last = self.first
        self._part()
        if any(joined.widths):
            self._join()
            self._part()
        self._pack()
        if self._place():
            self._part()
            self._pack()
        letters = np.fromiter(map(len, self.text), np.int64, len(self.text))
        size = letters * np.where(self.opening < ord(EAST), 2, np.where(self.opening < ord(HANGUL), 5, 4)) // 2
        self.size: list[int] = size.tolist()
        self.may = (self._look(letters) * (letters > 0)).tobytes()
        self.signatures = self._signatures()
        light = self._light(size)
        self.light: list[bool] = light.tolist()
        first = np.array(self.first, dtype=np.int64)
        last = first if self.last is self.first else np.array(self.last, dtype=np.int64)
        self.arrays = (first, last, size, light)
        self.closings: dict[int, int] = {}
        self._kinds: dict[int, str] = {}
        self._words: dict[int, list[str]] = {}

    def __len__(self) -> int:
        return len(self.first)

    def _part(self) -> None:
        """Which units are of which source."""
        starts = self.joined.starts
        begins = [bisect_left(self.first, start) for start in starts] if len(starts) > 1 else [0]
        ends = [*(begin - PADDING for begin in begins[1:]), len(self)]
        self.runs = list(map(range, begins, ends))
        self.source = np.repeat(np.arange(len(starts)), np.diff([*begins, len(self) + PADDING]))

    def hints(self) -> Hints:
        """What is known of each line: what it may be, where it is a unit of its own."""
        told = np.full(len(self.lines), gates.ANY, dtype=np.uint8)
        first, last, *_ = self.arrays
        alone = first == last
        told[first[alone]] = np.frombuffer(self.may, dtype=np.uint8)[alone]
        return Hints(told.tobytes(), self.readers)

    def _signatures(self) -> dict[int, int]:
        """Where in units that end as no sentence does begins what signs a story behind its last one: `… said. EFE`."""
        asked = np.flatnonzero(~among(self.closing, SENTENCE_END))
        asked = asked[gates.may_hold_signature(self.packed, asked)]
        read = {k: signature(self.text[k]) for k in asked.tolist()}
        return {k: found.start for k, found in read.items() if found}

    def _light(self, size: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Which units may be headlines."""
        ended = among(self.closing, SENTENCE_END)
        light = (size > 0) & (size < LONGEST_LIGHT) & (~ended | (size < _SHORT))
        light[list(self.signatures)] = False
        asked = np.flatnonzero(light & ended)
        light[asked] = [_may_head(self.text[k]) for k in asked.tolist()]
        asked = np.flatnonzero(light & (size >= LONGEST_UNSTOPPED))
        light[asked] = [UNSTOPPED.search(self.text[k], 0, _TOLD_BY) is None for k in asked.tolist()]
        asked = np.flatnonzero(light & ~ended)
        light[asked] = [not is_addressed(self.text[k]) for k in asked.tolist()]
        asked = np.flatnonzero(light & (self.opening == ord("#")))
        light[asked] = [not is_subhead(self.text[k]) for k in asked.tolist()]
        asked = np.flatnonzero(light & (np.frombuffer(self.may, dtype=np.uint8) & gates.CAPTION > 0))
        light[asked] = [not self.readers.is_caption(self.text[k]) for k in asked.tolist()]
        light[self._notes(light, size)] = False
        return light

    def _notes(self, light: NDArray[np.bool_], size: NDArray[np.int64]) -> list[int]:
        """The units that would be light, but are notes below the last paragraph of a story, one blank line between and
        NOTES of them at most: what decides about a gap may not stand further off.
        """
        found: dict[int, int] = {}
        for k in np.flatnonzero(light[1:]).tolist():  # the unit above
            note = k + 1
            above = found.get(k, NOTES) if light[k] or not size[k] else 0
            if above < NOTES and self.first[note] - self.last[k] <= NEAR and self._is_note(note):
                found[note] = above + 1
        return list(found)

    def _is_note(self, k: int) -> bool:
        """Whether unit k is a note by its look, and of no kind of its own."""
        return is_note(self.text[k]) and not self._short_kind(self.text[k], self.size[k], self.may[k])

    def _look(self, letters: NDArray[np.int64]) -> NDArray[np.uint8]:
        """What each unit of so many letters may be."""
        if self.compiled:
            from clean.stages.split.block.sieve import may_be

            return may_be(self.packed, letters)
        return gates.may_be(self.packed, letters)

    def _join(self) -> None:
        """Make one unit of the lines of each wrapped paragraph; a line that is printed twice belongs to none."""
        widths = np.array(self.joined.widths)[self.source].tolist()
        firsts, self.first = self.first, []
        self.last = []
        for i, width in zip(firsts, widths, strict=False):
            line = self.lines[i]
            twice = self._again(i - 1) or self._again(i + 1)
            below = width and self.last and self.last[-1] == i - 1 and not twice and not bullet(line)
            if below and runs_on(self.lines[i - 1], line, width) and not self._ends_paragraph():
                self.last[-1] = i
            else:
                self.first.append(i)
                self.last.append(i)
        self.text = [unwrapped(self.lines[a : b + 1]) for a, b in zip(self.first, self.last, strict=True)]

    def _ends_paragraph(self) -> bool:
        """Whether the last unit so far is one line, of a sentence or more, right below another unit: a paragraph of
        its own, that was not broken.
        """
        line = self.first[-1]
        alone = line == self.last[-1] and len(self.first) > 1 and self.last[-2] == line - 1
        return alone and self.lines[line][-1] in SENTENCE_END

    def _pack(self) -> None:
        self.packed = pack(self.text)
        self.opening, self.closing = self.packed.opening(), self.packed.closing()

    def _again(self, line: int) -> bool:
        """Whether a line is the one before it again."""
        return 0 < line < len(self.lines) and self.lines[line] == self.lines[line - 1]

    def _place(self) -> bool:
        """Join datelines on lines of their own to the paragraphs below them, as AFP and TASS print them; whether there
        was one.
        """
        short = self.packed.ends - self.packed.begins <= LONGEST_PLACE
        asked = np.flatnonzero(short[:-1] & ~short[1:] & among(self.closing, PLACE_END)[:-1]).tolist()
        placed = {k for k in asked if self.first[k + 1] == self.last[k] + 1 and self._places(k)}
        if placed:
            kept = [k for k in range(len(self.text)) if k not in placed]
            text, first = self.text, self.first
            self.text = [f"{text[k - 1]} {text[k]}" if k - 1 in placed else text[k] for k in kept]
            self.last = [self.last[k] for k in kept]
            self.first = [first[k - 1] if k - 1 in placed else first[k] for k in kept]
        return bool(placed)

    def _places(self, k: int) -> bool:
        """Whether unit k is the dateline of the next one, all of it: with an agency or a date, as no short line has."""
        line = self.text[k]
        found = self.readers.dateline(f"{line} {self.text[k + 1]}")
        return found is not None and found.end > len(line) and found.certain

    def folded(self, k: int) -> str:
        """The unit for comparison; long ones are never compared and stand as they are."""
        return self.readers.fold(self.text[k]) if self.size[k] < FOLDED_SIZE else self.text[k]

    def kind(self, k: int) -> str:
        """`bullet`, `label`, `byline`, `date`, `initials`, `dateline` (a paragraph with one), or the empty string."""
        found = self._kinds.get(k)
        if found is None:
            found = self._kinds[k] = self._kind(k)
        return found

    def _kind(self, k: int) -> str:
        may = self.may[k]
        kind = self._short_kind(self.text[k], self.size[k], may)
        if may & gates.HEADING and kind in ("", "label") and self._heads_date(k):
            return "date"
        if kind or not may & gates.DATELINE or self.size[k] <= SHORTEST_TOLD:
            return kind
        return "dateline" if self.readers.dateline(self.text[k]) else ""

    def _short_kind(self, text: str, size: int, may: int) -> str:
        """What a unit that `may` be this or that is, without a look for a dateline."""
        if bullet(text):
            return "bullet"
        if may & gates.LABEL and size <= LONGEST and read_label(text):
            return "label"
        if may & gates.SIGN and size <= SIGNED and signs(text):
            return "initials"
        if size < CREDIT_SIZE:
            if may & gates.BYLINE and self.readers.byline(text):
                return "byline"
            if may & gates.DATE and (self.readers.date(text) is not None or timed_dateline(text)):
                return "date"
        return ""

    def _heads_date(self, k: int) -> bool:
        """Whether unit k says of the date on the line right below it what it is the date of."""
        if not heads_date(self.text[k]) or k + 1 == len(self):
            return False
        return self.first[k + 1] == self.last[k] + 1 and self.readers.date(self.text[k + 1]) is not None

    def dateline(self, k: int) -> Dateline | None:
        """The dateline of a paragraph of that kind."""
        found = self.may[k] & gates.DATELINE and self.kind(k) == "dateline"
        return self.readers.dateline(self.text[k]) if found else None

    def may_be_spoken(self, k: int) -> bool:
        """Whether a unit, however short, opens with what may be a name: a place, perhaps, and a colon or a dash."""
        dateline = self.readers.dateline(self.text[k]) if self.may[k] & gates.DATELINE else None
        return dateline is not None and dateline.weak

    def _told(self, k: int) -> str:
        """The unit without a dateline, for all stories of one town open with its name, and without what closes it."""
        text = self.text[k]
        dateline = self.dateline(k) if gates.may_be_dateline(text) else None
        return text[dateline.end if dateline else 0 : self.closings.get(k)]

    def words(self, k: int) -> list[str]:
        """The words that tell what the unit is about, as often as they stand there."""
        found = self._words.get(k)
        if found is None:
            found = self._words[k] = topic_words(self._told(k))
        return found

    def repeats(self, k: int) -> bool:
        """Whether unit k is the one before it again."""
        return k > 0 and self.size[k] < FOLDED_SIZE and self.folded(k) == self.folded(k - 1)

    def ended(self, k: int) -> bool:
        """Whether the separator right before unit k is an end mark: words or a number, nothing drawn."""
        return any(
            mark == Mark.SEPARATOR and any(map(str.isalnum, self.lines[i]))
            for i, mark in enumerate(self.marks[self.last[k - 1] + 1 : self.first[k]], self.last[k - 1] + 1)
        )


def _content(joined: Joined) -> tuple[list[int], list[str]]:
    """The lines that are content, and those that part sources: their numbers and texts."""
    row = np.frombuffer(joined.marks, dtype=np.uint8)
    content = (row == BODY) | (row == PARTING) if len(joined.starts) > 1 else row == BODY
    body = content.tobytes()
    first, text = list(compress(range(len(body)), body)), list(compress(joined.lines, body))
    kept = [line or joined.marks[place] for place, line in zip(first, text, strict=True)]  # BODY is 0
    if all(kept):
        return first, text
    return list(compress(first, kept)), list(compress(text, kept))


def _may_head(text: str) -> bool:
    """Whether a line that ends as a sentence or speech does may be a headline."""
    if text.endswith(_SPEECH_END):
        return not _ENDED.search(text, max(0, len(text) - _BRACKETED))
    return may_stop(text)
