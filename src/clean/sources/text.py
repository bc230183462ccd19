"""A text source as blocks: some consecutive lines each, with the lines before and after that decisions look at.

These are more where markup may reach over lines: one line may be a whole story, and text has none.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from clean.document import AROUND, CONTEXT
from clean.sources.encodings import Encoding


@dataclass(frozen=True, slots=True)
class Block:
    """The bytes of some consecutive lines of one source.

    `raw` stands in the source from byte `offset` and line `first_line` on. The block owns bytes `[start, end)` of the
    source; the lines around are context. `last` tells that the source ends with it.
    """

    raw: bytes
    offset: int
    first_line: int
    start: int
    end: int
    last: bool

    def without(self, head: bytes, last_line: int) -> Block:
        """The block behind its first bytes, which end with line `last_line`."""
        size = len(head)
        return Block(self.raw[size:], self.offset + size, last_line + 1, self.start + size, self.end, self.last)


def with_context(blocks: Iterable[bytes], encoding: Encoding, line_ending: bytes) -> Iterator[Block]:
    """Blocks with up to `AROUND` lines (or a few more) of what stands before and after each, `CONTEXT` lines where none
    of these has markup.
    """
    before = b""
    offset, line = len(encoding.bom), 1
    ahead: deque[tuple[bytes, int]] = deque()  # the block in hand and those read to see what follows, with their lines
    rest = iter(blocks)
    ended = False
    while True:
        while not ended and (not ahead or sum(lines for _, lines in ahead) - ahead[0][1] < AROUND):
            block = next(rest, None)
            if block is None:
                ended = True
            else:
                ahead.append((block, count_lines(block, encoding)))
        if not ahead:
            return
        own, lines = ahead.popleft()
        after = b"".join(block for block, _ in ahead)
        after = after[: after_lines(after, AROUND, encoding, line_ending)]
        end, seen = offset + len(own), before + own if lines <= 2 * AROUND else own
        if encoding.width == 1 and not any(_may_mark(part) for part in (before, own, after)):
            before = before[_context_begins(before, CONTEXT, encoding, line_ending) :]
            after = after[: after_lines(after, CONTEXT, encoding, line_ending)]
        first_line = line - count_lines(before, encoding)
        yield Block(before + own + after, offset - len(before), first_line, offset, end, ended and not ahead)
        offset, line = end, line + lines
        before = seen[_context_begins(seen, AROUND, encoding, line_ending) :]


# With which markup begins, as an entity or, in UTF-8, as wide as a Chinese character too.
_OPENERS = b"<", b"&#", b"lt;", b"LT;", "＜".encode(), "＆".encode()


def _may_mark(raw: bytes) -> bool:
    """Whether markup may begin in these bytes; each sign is looked for by itself, a tenth of a pattern's time."""
    return any(opener in raw for opener in _OPENERS)


def count_lines(raw: bytes, encoding: Encoding) -> int:
    """How many lines these bytes are, a last one without an ending included."""
    if not raw:
        return 0
    if encoding.width == 1:
        ends, ended = _ends(raw), raw.endswith((b"\n", b"\r"))
    else:
        text = raw.decode(encoding.name, "replace")
        ends, ended = text.count("\n") + text.count("\r") - text.count("\r\n"), text.endswith(("\n", "\r"))
    return ends + (not ended)


def _ends(raw: bytes) -> int:
    ends = raw.count(b"\n")
    if b"\r" in raw:  # told in a tenth of the time that counting takes
        ends += raw.count(b"\r") - raw.count(b"\r\n")
    return ends


def _unit(encoding: Encoding, line_ending: bytes) -> bytes:
    """The code unit that ends most lines."""
    return line_ending[-1:].decode("ascii").encode(encoding.name)


def _context_begins(raw: bytes, count: int, encoding: Encoding, line_ending: bytes) -> int:
    """Where the last `count` lines (at least, if there are as many) begin."""
    unit, width = _unit(encoding, line_ending), encoding.width
    place = len(raw)
    for _ in range(count + 1):
        place = raw.rfind(unit, 0, place)
        while place >= 0 and place % width:
            place = raw.rfind(unit, 0, place + width - 1)
        if place < 0:
            return 0
    return place + _ending_size(raw, place, encoding, unit)


def after_lines(raw: bytes, count: int, encoding: Encoding, line_ending: bytes) -> int:
    """Where the first `count` lines (at least, if there are as many) end."""
    unit, width = _unit(encoding, line_ending), encoding.width
    place = 0
    for _ in range(count):
        found = raw.find(unit, place)
        while found >= 0 and found % width:
            found = raw.find(unit, found + 1)
        if found < 0:
            return len(raw)
        place = found + _ending_size(raw, found, encoding, unit)
    return place


def _ending_size(raw: bytes, place: int, encoding: Encoding, unit: bytes) -> int:
    """How long the line ending is that begins at `place`: a CR that a line feed follows ends its line with it."""
    feed = "\n".encode(encoding.name)
    follows = raw[place + len(unit) : place + 2 * len(unit)] == feed and unit != feed
    return 2 * len(unit) if follows else len(unit)
