"""Units as numpy columns: what the cues of a gap ask of the units near it, found for a whole block at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from clean.document import Mark
from clean.news.drawn import STARS
from clean.news.formulaic.closing import closing
from clean.news.formulaic.shapes import table
from clean.news.headlines import BULLETS, goes_on, has_wire_mark
from clean.news.openers import continues
from clean.news.signoffs import SIGNED_OFF, signed_off
from clean.stages.split.block.endings import end_as_usual, told_before
from clean.stages.split.block.gates import DATELINE as PLACED
from clean.stages.split.block.gates import OF_KIND, may_be_dateline, may_be_marked, may_continue, may_go_on
from clean.stages.split.block.joined import PADDING
from clean.stages.split.block.packed import Packed, among, are_again, sums
from clean.stages.split.block.units import CREDIT_SIZE, FOLDED_SIZE, Units

Column = NDArray[Any]  # of small integers, a value a unit or a gap
Flags = NDArray[np.bool_]

# Lines from a headline up to which the story that it stands below may begin without one of its own: one in seven of the
# stories of eight newspapers has more than 24, one in fifty more than 56.
HIDDEN = 56
KINDS = ("", "bullet", "label", "byline", "date", "initials", "dateline")
BULLET, LABEL, BYLINE, DATE, INITIALS, DATELINE = range(1, len(KINDS))
CREDITS = (BYLINE, DATE)
PARAGRAPH = 90  # letters: a sentence that is longer is no label and no list item
SHORT = 60  # letters: a sentence that has fewer tells little of a story
ITEM, ITEMS = 60, 3  # letters of a line of a table, and lines of the smallest one


class Columns:
    """A value a unit: `kind` as an index of KINDS, `alike` a number that units of one folded text share, `same` whether
    that is also the text of the unit before, `blanks` before the unit, `separator` and `furniture` whether such a line
    stands there, `apart` whether anything does, `times` how often the unit recurs in the source (0, 2, 3 for more),
    `copied` the last unit before each paragraph that says the same (-1 without one), `wired` whether a wire's mark
    begins a headline there, `continues` whether the unit begins as no story does (with a pronoun, a conjunction),
    `goes_on` whether a headline may run on from the line before, `worth` whether a story may begin there, `below` the
    headline printed twice that it may be the story of (-1 without one), `closing` where in it a closing sentence begins
    (0 where none does), `ending` whether it ends as the lines below the source's stories do; and of the block as a
    whole the next unit from each on that is light (`next_light`) or a paragraph (`next_plain`), and the last one up to
    each that is (`last_light`, `last_plain`).

    What takes a look at the words is found for units near a gap worth a look; it is 0 for all others. Behind the last
    unit stand PADDING more, of no kind. What recurs in a source (`times`) and what its stories end in (`endings`) is
    told source by source.
    """

    def __init__(
        self, units: Units, times: Sequence[Mapping[str, int]] = (), endings: Sequence[frozenset[str]] = ()
    ) -> None:
        self.units = units
        self.count = len(units)
        self.first, self.last, size, light = units.arrays
        self.size, self.light = _padded(size), _padded(light)
        self._beside = self.size[: self.count] > 0  # another unit of the same source
        self._beside[[run.start for run in units.runs if run]] = False
        self.blanks, self.separator, self.furniture = self._between(units.marks)
        self.apart = (self.blanks > 0) | self.separator | self.furniture
        self.next_light = _next(self.light, self.count)
        self.next_plain = _next(~self.light, self.count)
        self.last_light = np.maximum.accumulate(np.where(self.light, np.arange(len(self.light)), -1))
        self.last_plain = np.maximum.accumulate(np.where(self.light, -1, np.arange(len(self.light))))
        self.packed = units.packed
        self.may = np.frombuffer(units.may, dtype=np.uint8)
        self._placed = [k for k in np.flatnonzero(self.may & PLACED).tolist() if may_be_dateline(units.text[k])]
        bulleted = _padded(among(units.opening, BULLETS))
        real = self.size > 0
        small = self.light | (self.size < CREDIT_SIZE) & real | bulleted
        around_small = (small | _shifted(small)) & real
        short = ((self.size < FOLDED_SIZE) & real)[: self.count]
        self._looked = around_small[: self.count] & short
        self._letters = self.sums(self._looked)
        self.alike = self._alike(np.flatnonzero(self._looked), self._letters)
        self.same = np.concatenate(([False], self.alike[1:] == self.alike[:-1]))
        self.below = self._below()
        self.worth = self._worth(bulleted)
        near = (around_small | self.worth)[: self.count]
        self._named = near & short
        self.kind = self._kinds(near, bulleted[: self.count])
        text = units.text
        self.continues = self._whether(near, may_continue, lambda k: continues(text[k]))
        headlines = self.light & _shifted(self.light) & (self.blanks == 0)  # two lines, one perhaps
        self.goes_on = self._whether(headlines, may_go_on, lambda k: goes_on(text[k - 1], text[k]))
        self.wired = self._whether(near & self.light[: self.count], may_be_marked, lambda k: has_wire_mark(text[k]))
        self.times = self._times(times)
        self.copied = self._copied()
        self.closing = self._closing()
        self.endings = endings
        self.ending = self._ending(endings)

    def recur(self, times: Sequence[Mapping[str, int]]) -> None:
        """Have `times` tell how often units near a gap recur in their sources."""
        self.times = self._times(times)

    def _times(self, times: Sequence[Mapping[str, int]]) -> Column:
        """`times`, by how often what recurs in each source does."""
        if not any(times):
            return np.zeros(self.count + PADDING, dtype=np.int64)
        letters, later = self._letters, self._named & ~self._looked
        letters[later] = self.sums(later)[later]
        asked = self._named & np.isin(letters, sums(sorted(set().union(*times))))
        source = self.units.source
        return self._of(asked, lambda k: times[source[k]].get(self.units.folded(k), 0))

    def _kinds(self, near: Flags, bulleted: Flags) -> Column:
        """What units near a gap are: a reader tells, but of lines of lists their bullets or those around them."""
        listed = bulleted & self._listed()
        asked = near & ((self.may & OF_KIND > 0) | bulleted) & ~listed
        kind = self._of(asked, lambda k: KINDS.index(self.units.kind(k)))
        kind[: self.count][near & listed] = BULLET
        kind[self._tabled(kind)] = BULLET
        kind[self._rated()] = BULLET
        return kind

    def _listed(self) -> Flags:
        """Which units have a blank behind a first character of ASCII, and then more: with a bullet surely one."""
        first, second, third = (self.packed.data[self.packed.begins + byte] for byte in range(3))
        found: Flags = (first < 0x80) & (second == ord(" ")) & (third > ord(" ")) & (third < 0x7F)
        return found

    def _tabled(self, kind: Column) -> Column:
        """The lines of tables and lists without bullets: short ones in a row, each with a number. The last one, above a
        paragraph, may be its headline.
        """
        light = (self.light & (self.size <= ITEM) & ~self.same & (kind == 0))[: self.count]
        rows = np.flatnonzero(light)
        numbered = [k for k in rows[_in_runs(rows)].tolist() if any(map(str.isdigit, self.units.text[k]))]
        rows = np.array(numbered, dtype=np.int64)
        rows = rows[_in_runs(rows)]
        last = ~self.light[rows + 1] & (rows + 1 < self.count)
        found: Column = rows[~last]
        return found

    def _rated(self) -> list[int]:
        """The lines of stars that a critic gives, above the text of a review or below it."""
        starred = np.flatnonzero(self.light[: self.count] & among(self.units.opening, STARS)).tolist()
        return [k for k in starred if not self.units.text[k].strip(STARS)]

    def _between(self, marks: bytearray) -> tuple[Column, Flags, Flags]:
        """Blank lines, separators and furniture between each unit and the one above it."""
        row = np.frombuffer(marks, dtype=np.uint8)
        blank = row == Mark.BLANK
        # Blank lines on either side of something taken out do not add up: what stood there may have had its own.
        again = np.append(False, blank[1:] & blank[:-1]) if len(row) else blank
        found = []
        for flagged in (blank, again, row == Mark.SEPARATOR, row == Mark.BOILERPLATE):
            sums = np.concatenate(([0], np.cumsum(flagged)))
            between = np.zeros(self.count + PADDING, dtype=np.int64)
            between[1 : self.count] = (sums[self.first[1:]] - sums[self.last[:-1] + 1]) * self._beside[1:]
            found.append(between)
        return np.minimum((found[0] > 0) + found[1], 3), found[2] > 0, found[3] > 0

    def _worth(self, bulleted: Flags) -> Flags:
        """The units before which a story may begin: all others stand between two plain paragraphs."""
        units = self.units
        worth = self.light | _shifted(self.light) | (_shifted(bulleted) & ~bulleted)
        worth |= (self.blanks > 1) | self.separator | self.furniture
        worth[[k for k in self._placed if not worth[k] and units.kind(k) == "dateline"]] = True
        worth |= self.below >= 0
        worth[: self.count] &= self._beside
        worth[self.count :] = False
        return worth

    def _below(self) -> Column:
        """The second unit of the headline printed twice right below the text that each paragraph stands in, a tail; -1
        without one. Its story may begin there, with no headline on top: other short lines above it may be its own.
        """
        tails = np.flatnonzero(self.light & self.same & _shifted(self.light))
        if not len(tails):
            return np.full(self.count + PADDING, -1)
        start = np.maximum(np.append(0, tails[:-1] + 1), np.searchsorted(self.first, self.first[tails] - HIDDEN))
        places = np.arange(self.count + PADDING)
        row = np.searchsorted(tails - 1, places, "right")  # of the first tail that begins further on
        above = ~self.light & (row < len(tails))
        row[~above] = 0
        return np.where(above & (start[row] <= places), tails[row], -1)

    def _alike(self, places: Column, letters: Column) -> Column:
        """`alike` of the units at these places. Few of them are like another: what their letters come to tells which
        have to be folded.
        """
        units = self.units
        again = places[are_again(letters[places])]
        numbers: dict[str, int] = {}
        alike = -np.arange(1, self.count + PADDING + 1, dtype=np.int64)
        alike[again] = [numbers.setdefault(units.folded(k), len(numbers)) for k in again.tolist()]
        return alike

    def sums(self, wanted: Flags) -> NDArray[np.uint32]:
        """What the letters of units come to (see `packed.sums`): of those wanted as they are folded."""
        if self.units.compiled:
            from clean.stages.split.block.sieve.folded import sums_of

            found, strange = sums_of(self.packed, wanted)
        else:
            found, strange = self.packed.sums(), wanted & self.packed.strange()
        places = np.flatnonzero(strange)
        found[places] = sums([self.units.folded(k) for k in places.tolist()])
        return found

    def _copied(self) -> Column:
        """The last unit before each paragraph that says the same, word for word; -1 without one."""
        seen: dict[str, int] = {}
        column = np.full(self.count + PADDING, -1)
        plain = np.flatnonzero(~self.light & (self.size > 0))
        for k in plain[are_again(self.packed.outer(plain))].tolist():
            text = self.units.text[k]
            column[k] = seen.get(text, -1)
            seen[text] = k
        return column

    def _closing(self) -> Column:
        """Where in the unit above a gap worth a look a closing sentence begins; 0 where none does.

        All stories of a newspaper may end in the same one, so it is no part of what the unit tells.
        """
        shapes = table(frozenset())
        above = asked = _above(self.worth)[: self.count]
        if self.units.compiled:
            from clean.stages.split.block.sieve.closed import may_close

            asked = may_close(self.packed, above)
        column = self._of(asked, lambda k: closing(self.units.text[k], shapes))
        drawn = (column[: self.count] == 0) & among(self.units.closing, SIGNED_OFF) & above
        column += self._of(drawn, lambda k: signed_off(self.units.text[k]))
        for k, start in self.units.signatures.items():
            if above[k] and not column[k]:
                column[k] = start
        self.units.closings = {k: int(column[k]) for k in np.flatnonzero(column).tolist()}
        return column

    def _ending(self, usual: Sequence[frozenset[str]]) -> Flags:
        """Which units beside a gap worth a look have one of the usual endings, which are no part of what they tell."""
        found = np.zeros(self.count + PADDING, dtype=np.bool_)
        places = np.flatnonzero((self.worth | _above(self.worth))[: self.count])
        found[places] = end_as_usual(self.units, places, usual)
        closings = self.units.closings
        for k in np.flatnonzero(found).tolist():
            before = 0 if self.light[k] else told_before(self.units.text[k])
            closings[k] = min(before, closings.get(k, before))  # the whole of a closing sentence, not its end alone
        return found

    def told(self) -> Packed:
        """What each unit says, without a dateline, as all stories of a town open with its name, or what closes it."""
        begins, ends = self.packed.begins.copy(), self.packed.ends.copy()
        for k, end in self.units.closings.items():
            ends[k] = begins[k] + len(self.units.text[k][:end].encode("utf-8", "surrogatepass"))
        for k in self._placed:
            if dateline := self.units.dateline(k):
                begins[k] += len(self.units.text[k][: dateline.end].encode("utf-8", "surrogatepass"))
        return self.packed._replace(begins=begins, ends=np.maximum(begins, ends))

    def _whether(self, chosen: Flags, gate: Callable[[Packed, Column], Flags], tell: Callable[[int], object]) -> Flags:
        """What is told of the units chosen that pass a gate; no of all others."""
        found = np.zeros(self.count + PADDING, dtype=np.bool_)
        places = np.flatnonzero(chosen)
        passed = places[gate(self.packed, places)]
        found[passed] = [bool(tell(k)) for k in passed.tolist()]
        return found

    def _of(self, chosen: Flags, value: Callable[[int], int]) -> Column:
        """The value of the units chosen, 0 of the others."""
        column = np.zeros(self.count + PADDING, dtype=np.int64)
        places = np.flatnonzero(chosen)
        column[places] = [value(k) for k in places.tolist()]
        return column


def _in_runs(places: Column) -> Flags:
    """Which of the places, in order, are one of ITEMS or more in a row."""
    run = np.cumsum(np.append(True, np.diff(places) > 1))[: len(places)]
    found: Flags = np.bincount(run, minlength=1)[run] >= ITEMS
    return found


def _padded(values: Column) -> Column:
    return np.concatenate((values, np.zeros(PADDING, dtype=values.dtype)))


def _shifted(flags: Flags) -> Flags:
    """The flags of the unit above each."""
    return np.concatenate(([False], flags[:-1]))


def _above(flags: Flags) -> Flags:
    """The flags of the unit below each."""
    return _shifted(flags[::-1])[::-1]


def _next(flags: Flags, count: int) -> Column:
    """The next unit from each on that is flagged; `count` where none is."""
    places = np.where(flags[:count], np.arange(count), count)
    return np.concatenate((np.minimum.accumulate(places[::-1])[::-1], np.full(PADDING, count)))
