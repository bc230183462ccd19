"""The article: one row of OUT, and the changes by which its source bytes come back (the contract, `docs/output.md`)."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import blake2b

from clean.audit.change import Change
from clean.story import StoryFields


@dataclass(slots=True)
class Article(StoryFields):
    """A story with its fields, where it stood, and what was changed in it.

    `span_bytes` and `span_lines` are `(start, end)`: bytes half-open, lines 1-based and inclusive. `changes` are in
    order, disjoint, and lie within the span.
    """

    span_bytes: tuple[int, int]
    span_lines: tuple[int, int]
    text: str = ""
    part: int = 1
    changes: list[Change] = field(default_factory=list)


def identify(headline: str, text: str, ordinal: int = 1) -> str:
    """The id of the `ordinal`-th kept article with this headline and text: BLAKE2b-128, as 32 hex digits."""
    digest = blake2b(f"{headline}\n".encode(), digest_size=16)
    digest.update(text.encode())
    if ordinal > 1:
        digest.update(f"\n{ordinal}".encode())
    return digest.hexdigest()
