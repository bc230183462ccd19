"""Several sources looked at as one, as are the records of a block: what is asked of columns takes as long for one as
for a thousand.

Between two of them stand lines that are no content, so many that no window reaches over them, and among these PADDING
units without letters, as they stand behind the last source: so no look at the units beside a gap sees another source.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, chain
from typing import NamedTuple

from clean.document import CONTEXT, Mark

PADDING = 8  # units without letters after each source: so that a look ahead needs no second look whether it is one
PARTING = 255  # the mark of the lines that are such units
_NOTHING = bytes([Mark.METADATA]) * (CONTEXT // 2)  # lines of no content, and of nothing else that counts
BETWEEN = _NOTHING + bytes([PARTING]) * PADDING + _NOTHING
_NO_LINES = [""] * len(BETWEEN)


class Text(NamedTuple):
    """The lines of a source with their marks, and the `width` at which they are wrapped (0: they are not)."""

    lines: list[str]
    marks: bytearray
    width: int = 0


class Joined(NamedTuple):
    """The lines of sources with their marks, those of each from one of the lines `starts` on, and the width at which
    each is wrapped.
    """

    lines: list[str]
    marks: bytearray
    starts: list[int]
    widths: list[int]

    @classmethod
    def of(cls, texts: Sequence[Text]) -> Joined:
        """These sources, one after the other."""
        widths = [text.width for text in texts]
        if len(texts) == 1:
            return cls(texts[0].lines, texts[0].marks, [0], widths)
        lines = list(chain.from_iterable(part for text in texts for part in (text.lines, _NO_LINES)))
        marks = bytearray().join([part for text in texts for part in (text.marks, BETWEEN)])
        sizes = [len(text.lines) + len(BETWEEN) for text in texts]
        return cls(lines[: -len(BETWEEN)], marks[: -len(BETWEEN)], list(accumulate([0, *sizes[:-1]])), widths)

    def part(self, source: int) -> Text:
        """One of the sources."""
        begin, width = self.starts[source], self.widths[source]
        end = self.starts[source + 1] - len(BETWEEN) if source + 1 < len(self.starts) else len(self.lines)
        return Text(self.lines[begin:end], self.marks[begin:end], width)
