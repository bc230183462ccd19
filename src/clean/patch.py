"""The reverse patch: an article's bytes in its source, from the article and its changes.

Rows are read as the patched text, the audit as the reverse patch (`docs/design.md`). A span of the source is kept
text, which stands in a row, or a change, which holds what stood there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import attrgetter

from clean.article import Article
from clean.assemble import Frame, content
from clean.audit import Change


def restore_article(article: Article, frame: Frame) -> bytes:
    """The bytes of the source in an article's span."""
    kept = content(
        article.headline, article.text, article.dateline, article.agency, article.changes, frame.line_ending
    )
    headline = f"{article.headline}{frame.line_ending}"
    return b"".join(_unpatched(kept, headline, article.changes, article.span_bytes, frame.encoding))


def _unpatched(
    kept: str, headline: str, changes: Iterable[Change], span: tuple[int, int], encoding: str
) -> Iterator[bytes]:
    """The source's bytes in `span`: kept text, and in place of each change what stood there before."""
    place, at = 0, span[0]
    for change in changes:
        piece, place = _take(kept, place, change.start_byte - at, encoding)
        yield piece
        yield before_bytes(change, headline, encoding)
        place += len(change.after)
        at = change.end_byte
    yield _take(kept, place, span[1] - at, encoding)[0]


def _take(kept: str, place: int, size: int, encoding: str) -> tuple[bytes, int]:
    """The next `size` bytes of the kept text, and the place in it after them."""
    piece = kept[place : place + size]  # never fewer than wanted: a character takes a byte or more
    data = piece.encode(encoding, "replace")  # what lies past the wanted bytes may be in a change, and unencodable
    if len(data) == size:
        return data, place + len(piece)
    data = data[:size]
    return data, place + len(data.decode(encoding))


def before_bytes(change: Change, headline: str, encoding: str) -> bytes:
    """What stood in the source where the change is; without a `before` it is the row's headline."""
    if isinstance(change.before, bytes):
        return change.before
    return (headline if change.before is None else change.before).encode(encoding)


def in_order(changes: Iterable[Change]) -> list[Change]:
    """Changes by their place in the source."""
    return sorted(changes, key=attrgetter("start_byte", "end_byte"))

