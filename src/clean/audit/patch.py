"""The reverse patch: an article's bytes in its source, from the article and its changes.

Rows are read as the patched text, the audit as the reverse patch (`docs/design.md`). A span of the source is kept
text, which stands in a row, or a change, which holds what stood there.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from clean.article import Article
from clean.audit.change import Change
from clean.audit.frame import Frame, content, field_lines
from clean.errors import DataError


def restore_article(article: Article, frame: Frame) -> bytes:
    """The bytes of the source in an article's span."""
    changes = article.changes
    forms = field_lines(article.headline, article.highlights, frame.line_ending)
    if frame.format == "txt":
        kept = content(article.headline, article.text, article.dateline, article.agency, changes, frame.line_ending)
    else:
        changes = [change for change in changes if change.rule in WHOLE]
        kept = _record_text(article, changes, frame)
    lines = {rule: iter(shown) for rule, shown in forms.items()}
    return b"".join(_unpatched(kept, lines, changes, article.span_bytes, frame.encoding))


WHOLE = frozenset({"record", "set-aside", "binary", "byte-order-mark"})
"""The rules whose changes hold bytes of a record source; those of other rules tell what was done to a record's text."""


def _record_text(article: Article, changes: list[Change], frame: Frame) -> str:
    """The text as it stands in its record: the form that is as long as what the changes leave open."""
    size = article.span_bytes[1] - article.span_bytes[0]
    size -= sum(change.end_byte - change.start_byte for change in changes)
    for literal in ("", *literals(article.text, frame.format)):
        if len(literal.encode(frame.encoding, "replace")) == size:
            return literal
    raise DataError("cannot restore", frame.name, f"the text does not fit the record at byte {article.span_bytes[0]}")


def literals(text: str, form: str) -> list[str]:
    """The ways in which a text may stand in a record of this format, without the quotes around it."""
    if form == "jsonl":
        return [json.dumps(text, ensure_ascii=False)[1:-1], json.dumps(text)[1:-1]]
    return [text.replace('"', '""')]


def _unpatched(
    kept: str, lines: dict[str, Iterator[str]], changes: Iterable[Change], span: tuple[int, int], encoding: str
) -> Iterator[bytes]:
    """The source's bytes in `span`: kept text, and in place of each change what stood there before."""
    place, at = 0, span[0]
    for change in changes:
        piece, place = _take(kept, place, change.start_byte - at, encoding)
        yield piece
        before = next(lines.get(change.rule, iter(())), None) if change.before is None else change.before
        if before is None:
            raise DataError("cannot restore", f"byte {change.start_byte}", f"no {change.rule} is left to stand there")
        yield as_bytes(before, encoding)
        # Behind the end stands what a last line without an ending was given, when that line was then taken out.
        if not kept.startswith(change.after, place) and place < len(kept):
            raise DataError(
                "cannot restore",
                f"byte {change.start_byte}",
                "OUT does not have there what the audit says",
                hint=DAMAGED,
            )
        place += len(change.after)
        at = change.end_byte
    piece, place = _take(kept, place, span[1] - at, encoding)
    yield piece
    if kept[place:].strip("\r\n"):  # the ending that a last line without one was given may be left
        raise DataError("cannot restore", f"byte {span[1]}", "OUT has more than stood there", hint=DAMAGED)


DAMAGED = "one of the two files was changed after the run"


def _take(kept: str, place: int, size: int, encoding: str) -> tuple[bytes, int]:
    """The next `size` bytes of the kept text, and the place in it after them."""
    piece = kept[place : place + size]  # never fewer than wanted: a character takes a byte or more
    data = piece.encode(encoding, "replace")  # what lies past the wanted bytes may be in a change, and unencodable
    if len(data) == size:
        return data, place + len(piece)
    data = data[:size]
    return data, place + len(data.decode(encoding))


def as_bytes(before: str | bytes, encoding: str) -> bytes:
    """What stood in the source, as its bytes."""
    return before if isinstance(before, bytes) else before.encode(encoding)


def as_text(raw: bytes, encoding: str) -> str | bytes:
    """What stood in the source, as text where the encoding gives the same bytes back for it; else as its bytes."""
    text = raw.decode(encoding, "replace")
    return text if text.encode(encoding, "replace") == raw else raw
