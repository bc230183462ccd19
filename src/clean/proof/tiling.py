"""The check that rows and changes are all there was in a source, each at its bytes and on its lines.

Of a row or a change no more is held than its place, four numbers, while they pass.
"""

from __future__ import annotations

import hashlib
from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar

import orjson

from clean.article import Article
from clean.audit.change import Change
from clean.audit.cuts import is_boundary
from clean.audit.facts import Facts
from clean.errors import CleanError, DataError
from clean.proof.restore import Sourced, article_of, pieces
from clean.proof.rows import file_lines, out_lines
from clean.sources.encodings import Encoding
from clean.sources.lines import blocks, read_lines

Item = TypeVar("Item")


def rows_of(out: Path, flawed: set[int]) -> Iterator[tuple[str, Article]]:
    """The articles of OUT with their sources, but for flawed lines, and what stands behind a place where it breaks."""
    try:
        for number, raw in enumerate(out_lines(out), 1):
            if number not in flawed:
                row = orjson.loads(raw)
                yield row["source"], article_of(row)
    except DataError:  # told of when it was first read
        return


def changes_of(audit: Path, flawed: set[int]) -> Iterator[tuple[str, Change]]:
    """The changes that an audit tells of with their sources, but for flawed lines."""
    for number, raw in enumerate(file_lines(audit), 1):
        if number > 1 and number not in flawed and not is_boundary(row := orjson.loads(raw)):
            yield row["source"], Change.of_row(row)


def by_source(
    items: Iterator[tuple[str, Item]], place: Callable[[Item], Any], in_order: bool
) -> Callable[[str], Iterable[Item]]:
    """The items of each source, in the order of their places; all are held where they are not in order."""
    if in_order:
        return Sourced(items).of
    held: dict[str, list[Item]] = defaultdict(list)
    for source, item in items:
        held[source].append(item)
    return lambda source: sorted(held[source], key=place)


def check_source(facts: Facts, articles: Iterable[Article], changes: Iterable[Change]) -> Iterator[str]:
    """Restore a source, and say what is wrong: bytes that nothing accounts for, another hash, wrong lines."""
    rows, told = array("q"), array("q")
    digest = hashlib.sha256()
    following = iter(changes)
    first = next(following, None)
    marked = first is not None and first.rule == "byte-order-mark"
    mark = first.before if first is not None and marked else None
    every = chain([first], following) if first is not None else following
    noted = (_noted((*row.span_bytes, *row.span_lines), row, rows) for row in articles)
    try:
        restored = pieces(facts, noted, (_noted(change[:4], change, told) for change in every))
        starts = line_starts(_tallied(restored, digest), facts, mark)
    except CleanError as error:
        yield str(error)
        return
    # The audit names an encoding that is none, or none for text, or a place beyond any file.
    except (LookupError, ValueError, OverflowError) as error:
        yield f"{facts.name}: {error}"
        return
    if digest.hexdigest() != facts.sha256:
        yield f"{facts.name}: what is restored is not what was read"
        return
    if facts.encoding == "binary":
        return
    starts.append(facts.bytes)
    for place in _fours(rows):
        if not _stands(place[:2], place[2:], starts):
            yield f"{facts.name}:{place[2]}-{place[3]}: the lines of a row are not at its bytes"
    if facts.format == "txt":
        yield from check_lines(facts.name, _fours(told), starts)


def _noted(place: tuple[int, ...], item: Item, places: array[int]) -> Item:
    """The item, whose place is noted."""
    places.extend(place)
    return item


def _fours(places: array[int]) -> Iterator[tuple[int, int, int, int]]:
    """First and past-the-last byte, first and last line, of each."""
    numbers = iter(places)
    return zip(numbers, numbers, numbers, numbers, strict=True)


def _tallied(chunks: Iterable[bytes], digest: Any) -> Iterator[bytes]:
    for chunk in chunks:
        digest.update(chunk)
        yield chunk


def line_starts(restored: Iterator[bytes], facts: Facts, mark: str | bytes | None) -> array[int]:
    """The byte at which each line of a source begins, behind its byte order mark; none of a binary one."""
    starts = array("Q")
    if facts.encoding == "binary":
        for _ in restored:
            pass
        return starts
    bom = mark if isinstance(mark, bytes) else mark.encode(facts.encoding) if mark else b""
    encoding = Encoding(facts.encoding, bom)
    base = len(encoding.bom)
    for block in blocks(restored, encoding):
        offsets = read_lines(block, encoding, base=base).offsets
        base = offsets.pop()
        starts.extend(offsets)
    return starts


def _stands(span: tuple[int, ...], lines: tuple[int, ...], starts: array[int]) -> bool:
    """Whether whole lines (from 1, inclusive) stand at these bytes."""
    first, last = lines
    return 0 < first <= last < len(starts) and (starts[first - 1], starts[last]) == span


def check_lines(name: str, places: Iterable[tuple[Any, ...]], starts: array[int]) -> Iterator[str]:
    """The changes of a text, by their places, whose lines are not those of their bytes."""
    for start_byte, end_byte, start_line, end_line, *_ in places:
        first = max(1, min(len(starts) - 1, bisect_right(starts, start_byte)))
        # No change ends behind the source, which was restored.
        last = max(first, bisect_right(starts, end_byte - 1))
        if (start_line, end_line) != (first, last):
            yield f"{name}:{start_line}-{end_line}: the lines of a change are not at its bytes"
