"""Encoded words of RFC 2047, `=?UTF-8?B?w7w=?=`: how headers of messages write letters that are not ASCII."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clean.story import StoryFields

_OPENING = "=?"
# Characters: RFC 2047 asks for lines of 76 at most, and no header has a hundred of them. The pattern of the standard
# library takes time by the square of a value's length.
_LONGEST = 8_000


def decode_fields(story: StoryFields) -> bool:
    """Put plain text in place of the encoded words in a story's fields; whether there were any."""
    headline, byline = decode_words(story.headline), decode_words(story.byline)
    metadata = {key: decode_words(value) for key, value in story.metadata.items()}
    changed = (headline, byline, metadata) != (story.headline, story.byline, story.metadata)
    story.headline, story.byline, story.metadata = headline, byline, metadata
    return changed


def decode_words(value: str) -> str:
    """The value with its encoded words as text; as it stands where one cannot be decoded."""
    if _OPENING not in value or len(value) > _LONGEST:
        return value
    from email.errors import MessageError
    from email.header import decode_header, make_header

    try:
        decoded = str(make_header(decode_header(value)))
        decoded.encode()  # UTF-7 may hold half a surrogate pair
    except (MessageError, LookupError, ValueError):
        return value
    return " ".join(decoded.split())
